"""Exams in a row in a running Slicer, as a reader does them: from the database, proposals accepted, saved. Then as many
others opened and left. What each costs, and what is left behind.

    Slicer --no-splash --testing --python-script Testing/in_slicer/exams_in_a_row.py

Variables of the environment: SMARTSCORE_EXAMS and SMARTSCORE_LEFT, how many are read (default: 30), and opened and left
(default: 50); SMARTSCORE_TABLE, a file for the table (default: standard output only).
"""

import gc
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any

import slicer

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from starting import complaints

from exams import MOST_MB, MOST_SECONDS, SETTLED, make_database, resident_mb

STEPS = ("open", "propose", "accept", "save")


def settle(quiet: int = 3) -> None:
    """Let Slicer answer until nothing is waiting any more."""
    for _ in range(quiet):
        slicer.app.processEvents()


class Costs:
    """Seconds of the processor by step, what Slicer draws of it apart."""

    def __init__(self) -> None:
        self.own = dict.fromkeys(STEPS, 0.0)
        self.drawn = 0.0

    def of(self, step: str, action: Callable[[], Any]) -> None:
        """Do a part of a step, and let Slicer draw it."""
        before = time.process_time()
        slicer.app.pauseRender()
        action()
        done = time.process_time()
        slicer.app.resumeRender()
        settle()
        self.own[step] += done - before
        self.drawn += time.process_time() - done


def read(panel: Any) -> Costs:
    """One exam: loaded by Next, every proposal accepted, saved."""
    costs, ui, proposals = Costs(), panel.ui, panel.marking.proposals
    costs.of("open", ui.nextButton.click)
    costs.of("propose", proposals.press)
    costs.of("propose", proposals.search.finish)
    for number in range(len(proposals.review.items)):
        costs.of("accept", lambda number=number: (proposals.table.selectRow(number), proposals.accept()))
    ui.readerLineEdit.text = "A"
    costs.of("save", ui.saveButton.click)
    assert panel.saving.written, ui.savedLabel.text
    return costs


def things() -> dict[str, Any]:
    """How much there is of everything that an exam brings along."""
    gc.collect()
    scene = slicer.mrmlScene
    nodes = [scene.GetNthNode(number) for number in range(scene.GetNumberOfNodes())]
    scratch = Path(tempfile.gettempdir()), Path(slicer.app.temporaryPath)
    return {
        "nodes": Counter(node.GetClassName() for node in nodes),
        # VTK lists the observers of an object where it describes it, and nowhere else.
        "observers": sum(str(one).count("vtkObserver (") for one in (scene, *nodes)),
        "temporary files": Counter(str(one) for folder in scratch if folder.is_dir() for one in folder.iterdir()),
        "open files": len(list(Path("/proc/self/fd").iterdir())),
    }


def difference(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """What there is more of."""
    found = {name: value - before[name] for name, value in after.items()}
    return {name: value for name, value in found.items() if value and not (isinstance(value, int) and value < 0)}


def rows(panel: Any, count: int) -> Iterator[str]:
    """Read so many exams; a line each, and what was too much at last."""
    yield f"exam  {'  '.join(f'{step:>8}' for step in STEPS)}   own s  drawn s  MB grown  lesions"
    held: list[float] = []
    own: list[float] = []
    for number in range(count):
        costs = read(panel)
        gc.collect()
        held.append(resident_mb())
        own.append(sum(costs.own.values()))
        steps = "  ".join(f"{costs.own[step]:8.2f}" for step in STEPS)
        grown = held[-1] - held[min(SETTLED, number)]
        lesions = len(panel.session.sheet.lesions)
        yield f"{number + 1:4}  {steps}  {own[-1]:6.2f}  {costs.drawn:7.2f}  {grown:8.1f}  {lesions:7}"
    grown = held[-1] - held[min(SETTLED, count - 1)]
    yield f"median {median(own):.2f} s of the program's own (<= {MOST_SECONDS:g})"
    yield f"{grown:+.1f} MB from exam {min(SETTLED, count - 1) + 1} to {count} (<= {MOST_MB:g})"
    if median(own) > MOST_SECONDS:
        yield "TOO MUCH time"
    if grown > MOST_MB:
        yield "TOO MUCH memory"


def opened_and_left(panel: Any, count: int) -> Iterator[str]:
    """Open so many exams in turn; what is left after the last that the fourth had not brought."""
    before: dict[str, Any] = {}
    started = 0.0
    for number in range(count):
        panel.ui.nextButton.click()
        settle()
        assert panel.session is not None
        if number == SETTLED:
            before, started = things(), resident_mb()
    grown, left = resident_mb() - started, difference(before, things())
    yield f"{count} opened and left: {grown:+.1f} MB, more than after {SETTLED + 1}: {left or 'nothing'}"
    if left or grown > MOST_MB:
        yield "TOO MUCH left"


def main(folder: Path) -> int:
    """Print the table; 1 if something is too much."""
    count, left = (int(os.environ.get(f"SMARTSCORE_{name}", most)) for name, most in (("EXAMS", "30"), ("LEFT", "50")))
    database = folder / "database"
    (folder / "temporary").mkdir()
    tempfile.tempdir = str(folder / "temporary")
    slices = make_database(database, count + left)
    print(f"{count + left} exams of {slices} slices made", flush=True)
    slicer.dicomDatabase.openDatabase(str(database / "ctkDICOM.sql"))
    slicer.util.selectModule("SmartScore")
    panel = slicer.util.getModuleWidget("SmartScore").panel
    panel.choosing.series.refresh()
    settle(10)
    lines = []
    for line in chain(rows(panel, count), opened_and_left(panel, left)):
        print("ROW", line, flush=True)
        lines.append(line)
    said = complaints()
    lines += [f"LOG {one}" for one in said] or ["LOG says nothing"]
    print("\n".join(lines[-len(said) - 1 :]), flush=True)
    if os.environ.get("SMARTSCORE_TABLE"):
        Path(os.environ["SMARTSCORE_TABLE"]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return int(bool(said) or any("TOO MUCH" in line for line in lines))


status = 1
with tempfile.TemporaryDirectory(prefix="smartscore-exams-", ignore_cleanup_errors=True) as name:
    try:
        status = main(Path(name))
    except Exception:
        traceback.print_exc()
    slicer.dicomDatabase.closeDatabase()
print("DONE", status, flush=True)
slicer.util.exit(status)
