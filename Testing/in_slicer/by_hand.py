"""Whole readings in a running Slicer by mouse and keys alone: actions are counted, a picture is taken at each step.

    Slicer --no-splash --testing --python-script Testing/in_slicer/by_hand.py

Variables of the environment:
    SMARTSCORE_PICTURES  folder of the pictures (default: ./pictures)
    SMARTSCORE_QRM       folder with a CT series of the QRM phantom; without it that reading is left out
    SMARTSCORE_PARTS     which of PARTS, separated by spaces (default: all)
"""

import json
import os
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

import slicer

sys.path.insert(0, str(Path(__file__).parent))

from earlier_scans import followup
from hand import Hand
from howtos import calibration, chest, own_population, report, saved_readings, second_reader, valve
from sights import sights
from starting import begin, complaints, imported, nextUnread

MOST_ACTIONS = {"phantom": 13, "qrm": 12}


def phantom(folder: Path) -> dict[str, Any]:
    """The phantom from Load phantom to the saved report: ten coronary lesions that count, each in its vessel."""
    from SmartScoreLib.lesions.territories import BY_KEY
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import positionOf

    hand, panel = begin("phantom", folder)
    hand.picture("module")
    started = time.monotonic()
    hand.click(panel.ui.phantomButton)
    hand.wait(lambda: panel.session is not None, "the phantom is loaded")
    hand.picture("loaded")
    made = standard_phantom()
    # A speck below the minimum area is no lesion that counts.
    counting = (one for one in made.lesions if BY_KEY[one.territory].counts and max(one.layers[0].widths) > 1)
    for number, lesion in enumerate(counting, 1):
        at = positionOf(made, lesion, panel.session.volumeNode)
        if number == 1:
            hand.key(BY_KEY[lesion.territory].shortcut)
        hand.point("Red", at)
        if number == 1:
            hand.picture("outlined")
        hand.key(BY_KEY[lesion.territory].shortcut)
        hand.wait(lambda count=number: len(panel.session.sheet.lesions) == count, f"lesion {number}")
        if number in (1, 2):
            hand.picture(f"lesion{number}")
    hand.picture("marked")
    return finish("phantom", hand, panel, started)


def qrm(folder: Path) -> dict[str, Any]:
    """The QRM phantom, which lies in the database, from the next unread series to the saved report: nine inserts."""
    from SmartScoreLib.desktop.choosing.importing import importFolder
    from SmartScoreLib.scene.coordinates import worldFromLps

    images = os.environ.get("SMARTSCORE_QRM")
    if not images:
        return {"left out": "SMARTSCORE_QRM names no folder"}
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from validation.qrm_phantom import inserts

    hand, panel = begin("qrm", folder)
    importFolder(slicer.dicomDatabase, Path(images), lambda *_: None)
    started = nextUnread(hand, panel)
    hand.key("0")
    geometry = panel.session.series.geometry
    scoring = 0
    for insert in inserts():
        hand.clickAt("Red", worldFromLps(panel.session.volumeNode, geometry.lps_mm(insert.at).tolist()))
        scoring += insert.published[0] > 0  # the smallest ones are too small or too faint to score, and are said to be
        hand.wait(lambda count=scoring: len(panel.session.sheet.lesions) == count, f"insert {insert}")
    hand.picture("marked")
    return finish("qrm", hand, panel, started)


def proposals(folder: Path) -> dict[str, Any]:
    """A made-up chest by keys alone, from the next unread series over its proposals to the saved report."""
    from SmartScoreLib.phantom.anatomy.case import make_case

    case = make_case(int(os.environ.get("SMARTSCORE_SEED", "1000")), zero=False, slices="thick")
    hand, panel = begin("proposals", folder)
    imported(case.series, folder)
    started = nextUnread(hand, panel)
    loaded = time.monotonic()
    hand.key("p")
    section = panel.marking.proposals
    hand.wait(lambda: section.review is not None, "proposals are found")
    hand.picture("proposed")
    searched = time.monotonic()
    found = len(section.review.items)
    if found > 1:
        hand.key("n")
    for key in ("BackSpace", "z", "Return", "4", "ctrl+Return"):
        if section.review.nextOpen() is not None:
            hand.key(key)
            hand.settle(0.3)
            hand.picture(key.replace("+", "_"))
    while section.review.nextOpen() is not None:
        hand.key("Return")
        hand.settle(0.3)
    hand.picture("decided")
    said = {"proposed": found, "loading": round(loaded - started, 1), "search": round(searched - loaded, 1)}
    hand.key("shift+x")
    return said | finish("proposals", hand, panel, started)


def finish(name: str, hand: Hand, panel: Any, started: float) -> dict[str, Any]:
    """Save, and say how it went."""
    if not panel.saving.written and not panel.saving.running:
        hand.click(panel.ui.saveButton)
    hand.wait(lambda: bool(panel.saving.written) and not panel.saving.running, "the reading is saved")
    seconds = time.monotonic() - started
    hand.picture("saved")
    found = {
        "actions": hand.actions,
        "clicks": hand.clicks,
        "keys": hand.keys,
        "wheel": hand.notches,
        "seconds": round(seconds, 1),
        "lesions": len(panel.session.sheet.lesions),
        "agatston": round(panel.session.sheet.total.agatston, 2),
        "series": len(panel.saving.written),
    }
    most = MOST_ACTIONS.get(name)
    if most is not None and hand.actions > most:
        found["too many"] = f"more than {most} actions"
    return found


def main() -> int:
    """Every part that is asked for; 1 if one failed."""
    status = 0
    for name in os.environ.get("SMARTSCORE_PARTS", " ".join(PARTS)).split():
        with tempfile.TemporaryDirectory(prefix="smartscore-hand-", ignore_cleanup_errors=True) as folder:
            try:
                found = PARTS[name](Path(folder))
            except Exception:
                traceback.print_exc()
                found = {"failed": True}
            status |= int("failed" in found or "too many" in found)
            print("BY HAND", name, json.dumps(found), flush=True)
            slicer.dicomDatabase.closeDatabase()
    for said in complaints():
        print("LOG", said, flush=True)
        status = 1
    return status


PARTS = {
    "phantom": phantom,
    "report": report,
    "qrm": qrm,
    "proposals": proposals,
    "followup": followup,
    "sights": sights,
    "second_reader": second_reader,
    "saved_readings": saved_readings,
    "chest": chest,
    "valve": valve,
    "calibration": calibration,
    "own_population": own_population,
}

status = main()
print("DONE", status, flush=True)
slicer.util.exit(status)
