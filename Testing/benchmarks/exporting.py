"""An export as a user starts it in a running program: 60 slices, both reports and 20 screen saves, and its parts.

Then the same with everything that can be chosen, held to twice its time; and finding and opening the reading again.
"""

import shutil
import time
from dataclasses import replace
from pathlib import Path

from phantoms import phantom_lesion_map
from run import Case, Row
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.database.sources import find_in
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.reopen import open_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.load import load_series
from timing import best

SLICES, SCREENS, RUNS, GOAL_S = 60, 20, 4, 2.0
GOAL_OF_ALL = 2.0
"""How much longer the export may take with segmentation, structured report and presentation state."""


def measure(case: Case) -> list[Row]:
    """The fastest of several exports; the first, which loads fonts, is shown apart."""
    series = load_series(find_in([case.folder]).candidates[0])
    reading = make_reading(series, phantom_lesion_map(case.phantom), DEFAULT_PROTOCOL)
    n = len(case.files)
    start = (n - SLICES) // 2
    middle = (n - SCREENS) // 2
    choices = ExportChoices(
        physician=True,
        patient=True,
        screens=True,
        reduced=range(start, start + SLICES),
        screen_slices=tuple(range(middle, middle + SCREENS)),
    )
    place = case.folder.parent / f"database-{n}"
    runs = []
    for run in range(RUNS):
        parts: dict[str, float] = {}
        began = last = time.perf_counter()

        def progress(done: int, total: int, what: str, parts: dict[str, float] = parts) -> None:
            nonlocal last
            now = time.perf_counter()
            parts[what] = parts.get(what, 0.0) + now - last
            last = now

        export(reading, FolderDatabase(place / str(run)), choices, progress)
        ended = time.perf_counter()
        parts["placing, committing, cleaning up"] = ended - last
        runs.append((ended - began, parts))
    total, parts = min(runs, key=lambda run: run[0])
    what = f"export: {SLICES} slices, both reports, {SCREENS} screen saves"
    rows = [Row(n, what, f"{total:.2f} s", f"<= {GOAL_S:g} s", total <= GOAL_S)]
    rows += [Row(n, f"  {part}", f"{seconds:.2f} s") for part, seconds in parts.items()]
    rows.append(Row(n, "  the first export of a process", f"{runs[0][0]:.2f} s"))
    rows.append(Row(n, "  (peer: the same files copied)", f"{best(lambda: _copy(place), 3):.2f} s"))
    rows += _everything(case, reading, choices, place)
    shutil.rmtree(place)
    return rows


def _everything(case: Case, reading: Reading, choices: ExportChoices, place: Path) -> list[Row]:
    """Both exports in turns, so that a busy machine slows both; then the saved reading listed and opened."""
    n, objects = len(case.files), {"segmentation": True, "structured_report": True, "presentation": True}
    all_of_it = replace(choices, physician_pdf=True, patient_pdf=True, **objects)
    times: dict[ExportChoices, list[float]] = {choices: [], all_of_it: []}
    for run in range(RUNS):
        for number, chosen in enumerate(times):
            began = time.perf_counter()
            export(reading, FolderDatabase(place / f"turn-{run}-{number}"), chosen)
            times[chosen].append(time.perf_counter() - began)
    plain, full = (min(found) for found in times.values())
    what = "  with PDF, segmentation, structured report, presentation state"
    rows = [Row(n, what, f"{full:.2f} s, x {full / plain:.2f}", f"<= x {GOAL_OF_ALL:g}", full <= GOAL_OF_ALL * plain)]
    places = [place / "turn-0-1", case.folder]
    rows.append(Row(n, "  (saved readings found)", f"{best(lambda: find_readings(places), 3):.2f} s"))
    (saved,) = find_readings(places)
    rows.append(Row(n, "  (the reading opened)", f"{best(lambda: open_reading(saved), 3):.2f} s"))
    return rows


def _copy(place: Path) -> None:
    copies = place / "copies"
    shutil.copytree(place / "0" / "dicom", copies)
    shutil.rmtree(copies)
