"""A scan read beside the earlier ones of the person, by mouse and keys: compared, corrected, territories taken over."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from hand import Hand
from starting import begin, nextUnread

from dicom.followup.visits import add

GRID = {"slices": 48, "rows": 256, "columns": 256, "pixel_mm": 0.8, "spacing_mm": 2.5}
SHIFT_MM = 6.0


def followup(folder: Path) -> dict[str, Any]:
    """Scans of four dates, those of 2017 and 2020 read: today's with the one of 2020 beside it, then that of 2023."""
    from SmartScoreLib.desktop.views.views import shownOffset
    from SmartScoreLib.lesions.territories import BY_KEY
    from SmartScoreLib.phantom.visits import visit
    from SmartScoreLib.scene.selftest import positionOf

    for number in range(4):
        add(folder / "database", number, read=number < 2, grid=GRID)
    today = visit(3, **GRID)
    hand, panel = begin("followup", folder)
    nextUnread(hand, panel)
    assert str(panel.session.description.study.study_date) == str(today.study_date)
    section, area = panel.followup, panel.ui.sectionsArea
    hand.wait(lambda: not section.listing.running, "the other scans are listed")

    unfold(hand, area, section._fold)
    hand.picture("listed")
    combo, button = section._choice.widgets
    assert combo.currentText.startswith("2020-01-15"), combo.currentText
    hand.scrollTo(area, button)
    hand.click(button)
    hand.wait(lambda: section.comparison is not None, "the scan of 2020 is opened")
    hand.picture("compared")

    # A lesion of the LAD marked as LCX: what was read in 2020 is said, E takes it over, and Z takes that back.
    at = dict(zip(today.plaques, today.phantom.lesions, strict=False))
    lad = positionOf(today.phantom, at["grows"], panel.session.volumeNode)
    hand.key("3")
    hand.point("Red", lad)
    hand.picture("outlined")
    hand.key("3")
    hand.wait(lambda: territories(panel) == ["LCX"], "it is marked as LCX")
    hand.picture("offered")
    assert "LAD on 2020-01-15: E gives it to LAD" in panel.current.told, panel.current.told
    hand.key("e")
    hand.wait(lambda: territories(panel) == ["LAD"], "E gives it to the LAD")
    hand.picture("given")
    hand.key("z")
    hand.wait(lambda: territories(panel) == ["LCX"], "Z takes that back")
    hand.key("y")
    hand.wait(lambda: territories(panel) == ["LAD"], "Y does it again")
    for count, (name, lesion) in enumerate((item for item in at.items() if item[0] != "grows"), 2):
        hand.point("Red", positionOf(today.phantom, lesion, panel.session.volumeNode))
        hand.key(BY_KEY[lesion.territory].shortcut)
        hand.wait(lambda count=count: len(panel.session.sheet.lesions) == count, name)
    hand.picture("marked")

    hand.scrollTo(area, section._table)
    hand.point("Red", lad)
    hand.picture("changed")
    hand.key("d")
    assert section.views.flipped
    hand.picture("other_date")
    hand.key("d")
    assert not section.views.flipped
    hand.scrollTo(area, section._beside)
    shown = shownOffset()
    hand.click(section._beside)
    hand.settle(0.5)
    assert shownOffset() == shown, "today's scan is at another place"
    hand.picture("beside")

    before = section.comparison
    back = section._shift.boxes[1]
    set_to(hand, area, back, f"{SHIFT_MM:g}")
    hand.wait(lambda: section.comparison is not before, "the earlier scan is moved")
    assert section.comparison.alignment.shift_mm == (0.0, SHIFT_MM, 0.0)
    assert section.comparison.alignment.correlation < before.alignment.correlation
    assert section.comparison.total == before.total
    hand.picture("moved")
    set_to(hand, area, back, "0")
    hand.wait(lambda: section.comparison.alignment.shift_mm == (0.0, 0.0, 0.0), "the correction is taken back")
    hand.scrollTo(area, section._table)
    hand.clickRow(section._table, 0)
    hand.picture("lesion")

    hand.scrollTo(area, combo)
    hand.click(combo)
    hand.key("Home")
    hand.key("Return")
    hand.wait(lambda: combo.currentText.startswith("2023-02-08"), "the scan that nobody read is chosen")
    hand.scrollTo(area, button)
    hand.picture("unread")
    hand.click(button)
    hand.wait(lambda: str(panel.session.description.study.study_date) == "2023-02-08", "it is shown to be read")
    hand.wait(lambda: not section.listing.running, "its other scans are listed")
    hand.settle(0.5)
    hand.picture("read_this_scan")
    return {"actions": hand.actions, "wheel": hand.notches, "agreement": round(before.alignment.correlation, 3)}


def unfold(hand: Hand, area: Any, fold: Any) -> None:
    """Open a section by a click on its title."""
    hand.scrollTo(area, fold)
    hand.click(fold)
    hand.wait(lambda: not fold.collapsed, "a section is opened")
    hand.scrollTo(area, fold)


def set_to(hand: Hand, area: Any, box: Any, value: str) -> None:
    """Type into a box or line; "" empties it."""
    hand.scrollTo(area, box)
    hand.click(box)
    hand.key("ctrl+a")
    if value:
        hand.type(value)
    else:
        hand.key("Delete")
    hand.key("Return")


def territories(panel: Any) -> list[str]:
    """Of the lesions that are marked."""
    return [one.territory for one in panel.session.sheet.lesions]
