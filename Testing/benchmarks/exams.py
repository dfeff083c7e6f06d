"""Exams in a row in the panel on its stand-ins, opened, proposals accepted, saved: processor time and memory of each.

Run alone it prints each exam: `python Testing/benchmarks/exams.py 30`.
"""

import gc
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

TESTING = Path(__file__).resolve().parents[1]
SEED = 1001
EXAMS = 50
SETTLED = 3
"""Exams until what stays for good is there: fonts, threads, the memory that one exam needs."""
MOST_MB = 50.0
MOST_SECONDS = 2.0


def measure(case: Any) -> list[Any]:
    """In a process of its own, at the smallest number of slices only: the exams are chests of their own."""
    from run import Row

    if len(case.files) >= 100:
        return []
    done = subprocess.run(
        [sys.executable, __file__, str(EXAMS)], capture_output=True, text=True, check=True, cwd=TESTING
    )
    last = [line for line in done.stdout.splitlines() if line.startswith("exam")][-1].split()
    seconds, grown, slices = float(last[3]), float(last[5]), int(last[7])
    return [
        Row(slices, "panel: an exam opened, accepted, saved", f"{seconds:.2f} s", f"<= {MOST_SECONDS:g} s",
            seconds <= MOST_SECONDS),
        Row(slices, f"panel: memory after {EXAMS} exams", f"{grown:+.0f} MB", f"<= {MOST_MB:g} MB", grown <= MOST_MB),
    ]  # fmt: skip


def make_database(folder: Path, count: int) -> int:
    """The same chest as so many patients; the number of slices."""
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.phantom.anatomy.case import make_case
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import WriteOptions, phantom_datasets

    series = make_case(SEED, zero=False, slices="thick").series
    (slices, rows, columns), spacing = series.geometry.shape, series.geometry.spacing_mm
    shape = standard_phantom(slices=slices, rows=rows, columns=columns, pixel_mm=spacing[1], spacing_mm=spacing[0])
    database = FolderDatabase(folder)
    for number in range(count):
        named = {"PatientID": f"ID{number}", "PatientName": f"Family{number:02d}^Given"}
        datasets = phantom_datasets(shape, WriteOptions(uid_seed=f"exam {number}", attributes=named))
        with tempfile.TemporaryDirectory() as made:
            files = [Path(made) / f"{index}.dcm" for index in range(slices)]
            for dataset, file, values in zip(datasets, files, series.hu, strict=False):
                dataset.PixelData = values.tobytes()
                dataset["PixelData"].VR = "OW"
                dataset.save_as(file, enforce_file_format=True)
            database.insert(files)
    return slices


def read_exam(widget: Any) -> None:
    """Load the next unread exam, accept every proposal, save."""
    panel = widget.panel
    widget.ui.nextButton.click()
    proposals = panel.marking.proposals
    proposals.press()
    proposals.search.finish()
    for number in range(len(proposals.review.items)):
        proposals.table.selectRow(number)
        proposals.accept()
    widget.ui.readerLineEdit.text = "A"
    widget.ui.saveButton.click()
    assert panel.saving.written, widget.ui.savedLabel.text


def resident_mb() -> float:
    """What the process holds now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def main() -> int:
    """Print seconds and memory of each exam."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else EXAMS
    sys.path[:0] = [str(TESTING / "desktop"), str(TESTING)]
    from conftest import started

    with started() as app, tempfile.TemporaryDirectory() as folder:
        import slicer
        from slicer_standin import LayoutManager, makeWidget

        slices = make_database(Path(folder) / "database", count)
        app.layouts = LayoutManager(slicer.mrmlScene)
        widget = makeWidget()
        widget.parent.isEntered = True
        widget.enter()
        from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

        assert openDatabase(str(Path(folder) / "database")) == ""
        widget.panel.choosing.series.refresh()
        seconds, held = [], []
        for number in range(count):
            start = time.process_time()
            read_exam(widget)
            seconds.append(time.process_time() - start)
            gc.collect()
            held.append(resident_mb())
            grown = held[-1] - held[min(SETTLED, number)]
            print(f"exam {number + 1}: median {median(seconds):.2f} grown {grown:.1f} slices {slices}", flush=True)
        widget.cleanup()
        widget.ui.SmartScore.setMRMLScene(None)
    return 0


if __name__ == "__main__":
    sys.exit(main())
