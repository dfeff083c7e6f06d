"""Zero and dominance in the panel: what a reader states, what is said at that moment, and what takes it back."""

from typing import Any

from conftest import PHANTOM, click_lesion
from SmartScoreLib.phantom.standard import standard_phantom


def _row(widget: Any, name: str) -> list[str]:
    table = widget.ui.scoreTable
    (row,) = (n for n in range(table.rowCount) if table.item(n, 0).text() == name)
    return [table.item(row, column).text() for column in range(1, 4)]


def test_without_marks_nothing_is_read_and_no_zero_is_shown(opened: Any) -> None:
    assert _row(opened, "Coronary total") == ["\N{EN DASH}"] * 3
    assert opened.ui.categoryLabel.text == (
        "Not available: no coronary calcium is marked, and no reader has confirmed that there is none."
    )
    opened.ui.saveButton.click()
    assert opened.ui.savedLabel.text.startswith("Not saved. Nothing was read")


def test_the_box_confirms_zero_and_names_what_is_not_marked_near_the_heart(opened: Any) -> None:
    ui, session = opened.ui, opened.panel.session
    assert ui.zeroCheckBox.enabled
    ui.zeroCheckBox.click()
    assert session.state.zeroConfirmed
    assert session.sheet.status == "zero_confirmed"
    assert _row(opened, "Coronary total") == ["0", "0", "0"]
    assert ui.categoryLabel.text == "CAC-DRS A0/N0: no coronary calcium, 0 of 4 vessels"
    assert ui.guidanceLabel.text.startswith("Not marked near the heart: ")
    assert "the largest has" in ui.guidanceLabel.text
    assert "A reader has confirmed that there is no coronary calcium." in ui.statusLabel.text
    ui.zeroCheckBox.click()
    assert session.sheet.status == "not_read"
    assert _row(opened, "Coronary total") == ["\N{EN DASH}"] * 3


def test_a_mark_takes_the_zero_back_and_says_so(opened: Any) -> None:
    phantom, ui = standard_phantom(**PHANTOM), opened.ui
    ui.zeroCheckBox.click()
    click_lesion(opened, phantom, phantom.lesions[0])
    opened.panel.updateScores()
    assert not ui.zeroCheckBox.checked
    assert not opened.panel.session.state.zeroConfirmed
    assert ui.guidanceLabel.text.startswith("The confirmed zero was taken back, because coronary calcium is marked.")
    assert opened.panel.session.sheet.status == "scored"


def test_the_box_does_not_stay_checked_beside_marked_calcium(opened: Any) -> None:
    phantom, ui = standard_phantom(**PHANTOM), opened.ui
    click_lesion(opened, phantom, phantom.lesions[0])
    opened.panel.updateScores()
    ui.zeroCheckBox.click()
    assert not ui.zeroCheckBox.checked
    assert opened.panel.session.sheet.status == "scored"
    assert ui.guidanceLabel.text.startswith("Zero cannot be confirmed: calcium is marked in LM.")


def test_a_confirmed_zero_is_saved_to_dicom(opened: Any) -> None:
    opened.ui.zeroCheckBox.click()
    opened.ui.saveButton.click()
    # No slice has a lesion, so that there are no screen saves.
    assert [one.kind for one in opened.panel.saving.written] == ["reduced", "physician", "patient", "structured_report"]


def test_the_box_is_of_the_reading_and_not_of_the_panel(opened: Any) -> None:
    opened.ui.zeroCheckBox.click()
    volume = opened.panel.session.volumeNode
    opened._parameterNode.inputVolume = None
    assert not opened.ui.zeroCheckBox.enabled
    assert opened.ui.zeroCheckBox.toolTip
    opened._parameterNode.inputVolume = volume
    assert opened.ui.zeroCheckBox.checked
    assert opened.panel.session.sheet.status == "zero_confirmed"


def test_dominance_decides_the_number_of_vessels(opened: Any) -> None:
    phantom = standard_phantom(**PHANTOM)
    for lesion in phantom.lesions:
        if lesion.territory in ("RCA", "PDA"):
            click_lesion(opened, phantom, lesion)
    opened.panel.updateScores()
    combo = opened.ui.dominanceComboBox
    assert [combo.itemText(n) for n in range(combo.count)] == [
        "not known", "right: PDA with RCA", "left: PDA with LCX",
    ]  # fmt: skip
    for index, vessels in ((0, 1), (1, 1), (2, 2)):
        combo.currentIndex = index
        assert opened.panel.session.sheet.total.vessels == vessels
        assert f"{vessels} of 4 vessels" in opened.ui.categoryLabel.text
