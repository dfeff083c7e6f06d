"""How each reading by hand begins, where its images come from, and what Slicer's log complains of."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

import slicer
from hand import Hand

COMPLAINTS = ("WARNING", "ERROR", "CRITICAL", "FATAL")


def begin(name: str, folder: Path) -> tuple[Hand, Any]:
    """The module, shown, with a database of its own: that in a folder, or an empty one."""
    slicer.util.selectModule("Data")
    slicer.mrmlScene.Clear(0)
    database = folder / "database"
    database.mkdir(parents=True, exist_ok=True)
    slicer.dicomDatabase.openDatabase(str(database / "ctkDICOM.sql"))
    pictures = Path(os.environ.get("SMARTSCORE_PICTURES", "pictures")) / name
    shutil.rmtree(pictures, ignore_errors=True)
    hand = Hand(pictures)
    slicer.util.selectModule("SmartScore")
    panel = slicer.util.getModuleWidget("SmartScore").panel
    for fold in panel.ui.sectionsWidget.findChildren("ctkCollapsibleButton"):
        fold.collapsed = fold.objectName not in ("seriesSection", "lesionSection", "scoreSection")
    panel.ui.sectionsArea.verticalScrollBar().value = 0
    hand.settle()
    return hand, panel


def nextUnread(hand: Hand, panel: Any) -> float:
    """Load the series that the database holds, by its key; when that began."""
    panel.choosing.series.refresh()
    hand.settle(0.5)
    hand.picture("module")
    started = time.monotonic()
    hand.key("u")
    hand.wait(lambda: panel.session is not None, "the series is loaded")
    hand.picture("loaded")
    return started


def imported(series: Any, folder: Path, **attributes: str) -> None:
    """Put a volume that was made in code into the open database, as DICOM files with these attributes."""
    from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase
    from SmartScoreLib.phantom.model import Phantom
    from SmartScoreLib.phantom.write import WriteOptions, phantom_datasets

    datasets = phantom_datasets(Phantom(series.geometry, ()), WriteOptions(attributes=attributes))
    files = []
    for number, (dataset, hu) in enumerate(zip(datasets, series.hu, strict=True)):
        dataset.PixelData = hu.astype("<i2").tobytes()
        files.append(folder / f"{number:04d}.dcm")
        dataset.save_as(files[-1], enforce_file_format=True)
    SlicerDatabase(slicer.dicomDatabase).insert(files)


def complaints() -> list[str]:
    """Warnings and errors of this session in Slicer's log, each once, from level to text."""
    log = Path(str(slicer.app.errorLogModel().filePath))
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    grave = [one.split("]", 1) for one in lines if one.startswith(tuple(f"[{level}]" for level in COMPLAINTS))]
    # What comes before " - " says when and where, and is never the same twice.
    return list(dict.fromkeys(f"{level[1:]}: {rest.partition(' - ')[2] or rest}" for level, rest in grave))
