"""Pictures of the panel in a running Slicer: the window, and every section opened, as wide as it is and at 300 pixels.

    QT_SCALE_FACTOR=1.5 Slicer --no-splash --testing --python-script Testing/in_slicer/looks.py

What a button has no room for is printed. Variables of the environment: SMARTSCORE_PICTURES, the folder (default:
./pictures); SMARTSCORE_DARK, anything: in Slicer's dark style, or in colors like it; SMARTSCORE_SIZE, pixels of the
screen that the window takes (default: 1366x768).
"""

import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

import qt
import slicer

sys.path.insert(0, str(Path(__file__).parent))

from hand import Hand
from starting import complaints


def pictures(folder: Path) -> None:
    """The phantom with three lesions marked."""
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import positionOf

    (folder / "database").mkdir()
    slicer.dicomDatabase.openDatabase(str(folder / "database" / "ctkDICOM.sql"))
    if os.environ.get("SMARTSCORE_DARK"):
        makeDark()
    width, height = map(int, os.environ.get("SMARTSCORE_SIZE", "1366x768").split("x"))
    hand = Hand(Path(os.environ.get("SMARTSCORE_PICTURES", "pictures")), (width, height))
    slicer.util.selectModule("SmartScore")
    hand.settle()
    panel = slicer.util.getModuleWidget("SmartScore").panel
    hand.picture("empty")
    hand.click(panel.ui.phantomButton)
    hand.wait(lambda: panel.session is not None, "the phantom is loaded")
    made = standard_phantom()
    for lesion in made.lesions[:3]:
        panel.session.markAt(positionOf(made, lesion, panel.session.volumeNode), lesion.territory)
    panel.updateScores()
    hand.picture("marked")
    folds = panel.ui.sectionsWidget.findChildren("ctkCollapsibleButton")
    for fold in folds:
        fold.collapsed = False
    hand.settle(1.0)
    save(hand, panel, "all_sections")
    window = slicer.util.mainWindow()
    dock = next(one for one in window.findChildren("QDockWidget") if one.isAncestorOf(panel.ui.SmartScore))
    dock.setMaximumWidth(300)
    hand.settle(2.0)
    save(hand, panel, f"all_sections_{panel.ui.SmartScore.width}_pixels")
    for text in cut(panel):
        print("CUT", text, flush=True)
    for fold in folds:
        fold.collapsed = fold.objectName not in ("lesionSection", "scoreSection")
    hand.settle(2.0)
    hand.picture("narrow")


def makeDark() -> None:
    """The dark style that Slicer brings along; a Slicer without it gets dark colors."""
    style = qt.QStyleFactory.create("Dark Slicer")
    if style is not None:
        slicer.app.setStyle(style)
        slicer.app.setPalette(style.standardPalette())
    else:
        print("no dark style", flush=True)
        slicer.app.setPalette(darkPalette())


def cut(panel: Any) -> list[str]:
    """Texts of buttons that are wider than their buttons."""
    buttons = [one for kind in ("QPushButton", "QCheckBox") for one in panel.ui.SmartScore.findChildren(kind)]
    return [
        f"{one.objectName}: {one.text}"
        for one in buttons
        if one.isVisible() and one.fontMetrics().horizontalAdvance(one.text) > one.width
    ]


def darkPalette() -> Any:
    """Light letters on dark ground, as Slicer's dark style has it; a Slicer without that style can look like it too."""
    palette = qt.QPalette()
    dark, base, light, grey = (qt.QColor(value, value, value) for value in (53, 30, 240, 127))
    for role in (qt.QPalette.Window, qt.QPalette.Button, qt.QPalette.AlternateBase, qt.QPalette.ToolTipBase):
        palette.setColor(role, dark)
    palette.setColor(qt.QPalette.Base, base)
    for role in (qt.QPalette.WindowText, qt.QPalette.Text, qt.QPalette.ButtonText, qt.QPalette.ToolTipText):
        palette.setColor(role, light)
        palette.setColor(qt.QPalette.Disabled, role, grey)
    palette.setColor(qt.QPalette.Highlight, qt.QColor(42, 130, 218))
    palette.setColor(qt.QPalette.HighlightedText, light)
    return palette


def save(hand: Hand, panel: Any, name: str) -> None:
    """A picture of all sections, also of what is scrolled out of sight."""
    hand.pictures += 1
    panel.ui.sectionsWidget.grab().save(str(hand.folder / f"{hand.pictures:02d}_{name}.png"))


status = 1
with tempfile.TemporaryDirectory(prefix="smartscore-looks-", ignore_cleanup_errors=True) as name:
    try:
        pictures(Path(name))
        status = 0
    except Exception:
        traceback.print_exc()
for said in complaints():
    print("LOG", said, flush=True)
    status = 1
print("DONE", status, flush=True)
slicer.util.exit(status)
