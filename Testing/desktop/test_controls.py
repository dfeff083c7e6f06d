"""Each control changes the parameter node, and the parameter node each control."""

from typing import Any

import pytest

CASES = [
    ("thresholdSpinBox", "threshold", "value", 150.0),
    ("minimumAreaSpinBox", "minimumArea", "value", 0.5),
    ("massFactorSpinBox", "massFactor", "value", 0.00071),
    ("inSliceButton", "inSlice", "checked", True),
    ("candidatesButton", "showCandidates", "checked", True),
    ("densityCheckBox", "densityColors", "checked", True),
    ("readerLineEdit", "reader", "text", "Dr. Example"),
    ("physicianCheckBox", "savePhysician", "checked", False),
    ("patientCheckBox", "savePatient", "checked", False),
    ("screensCheckBox", "saveScreens", "checked", False),
    ("reducedCheckBox", "saveReduced", "checked", False),
    ("reducedAutoCheckBox", "reducedAuto", "checked", False),
    ("zeroCheckBox", "zeroConfirmed", "checked", True),
    ("firstSliceSpinBox", "reducedFirst", "value", 7),
    ("lastSliceSpinBox", "reducedLast", "value", 21),
]


@pytest.mark.parametrize(("control", "parameter", "shown", "value"), CASES, ids=[case[1] for case in CASES])
def test_control_and_parameter_follow_each_other(
    opened: Any, control: str, parameter: str, shown: str, value: Any
) -> None:
    made, node = getattr(opened.ui, control), opened._parameterNode
    before = getattr(node, parameter)
    setattr(made, shown, value)
    assert getattr(node, parameter) == value
    setattr(node, parameter, before)
    assert getattr(made, shown) == before


@pytest.mark.parametrize(
    ("control", "parameter"),
    [
        ("ethnicityComboBox", "ethnicity"),
        ("dominanceComboBox", "dominance"),
        ("modeComboBox", "mode"),
        ("visualLadComboBox", "visualLad"),
        ("volumeMethodComboBox", "volumeMethod"),
        ("languageComboBox", "language"),
    ],
)
def test_choices_and_parameters_follow_each_other(opened: Any, control: str, parameter: str) -> None:
    combo, node = getattr(opened.ui, control), opened._parameterNode
    members = list(type(getattr(node, parameter)))
    for index, member in enumerate(members):
        combo.currentIndex = index
        assert getattr(node, parameter) is member
    for index, member in enumerate(members):
        setattr(node, parameter, member)
        assert combo.currentIndex == index


def test_the_comment_is_kept_while_it_is_typed(opened: Any) -> None:
    opened.ui.commentEdit.setPlainText("Calcified LAD")
    assert opened._parameterNode.comment == "Calcified LAD"
    assert opened.panel.session.state.comment == "Calcified LAD"
    opened._parameterNode.comment = "Calcified RCA"
    assert opened.ui.commentEdit.plainText == "Calcified RCA"


def test_rules_reach_the_score_sheet_and_a_changed_preset_says_so(opened: Any) -> None:
    opened.ui.thresholdSpinBox.value = 150
    opened.ui.minimumAreaSpinBox.value = 0.5
    opened.ui.massFactorSpinBox.value = 0.0007
    protocol = opened.panel.session.sheet.protocol
    assert (protocol.threshold_hu, protocol.minimum_area_mm2, protocol.mass_factor) == (150, 0.5, 0.0007)
    assert protocol.name == "SmartScore AJ-130 (custom)"
    assert opened.ui.presetComboBox.currentIndex == -1
    assert "custom" in opened.ui.protocolLabel.text


def test_a_preset_sets_its_rules_and_keeps_the_calibration(opened: Any) -> None:
    opened.ui.massFactorSpinBox.value = 0.0007
    index = [opened.ui.presetComboBox.itemText(i) for i in range(opened.ui.presetComboBox.count)].index("Canon")
    opened.ui.presetComboBox.activated.emit(index)
    protocol = opened.panel.session.sheet.protocol
    assert (protocol.name, protocol.minimum_voxels, protocol.minimum_area_mm2) == ("Canon", 4, 0)
    assert protocol.mass_factor == 0.0007
    assert opened.ui.minimumAreaSpinBox.value == 0
    assert opened.ui.presetComboBox.currentIndex == index


def test_a_click_in_the_views_follows_the_panel_and_the_panel_the_options_of_the_effect(opened: Any) -> None:
    panel = opened.panel
    panel.marking.mark("LAD")
    node = panel.marking.editor.widget.node
    opened.ui.thresholdSpinBox.value = 145
    opened.ui.inSliceButton.checked = True
    assert (node.GetAttribute("Calcium.Threshold"), node.GetAttribute("Calcium.Mode")) == ("145", "Slice")
    node.SetAttribute("Calcium.Threshold", "160")
    assert opened.ui.thresholdSpinBox.value == 160
    assert panel.session.sheet.protocol.threshold_hu == 160


def test_ethnicity_is_never_assumed(opened: Any) -> None:
    assert opened._parameterNode.ethnicity.value == ""
    opened.ui.zeroCheckBox.click()
    assert opened.panel.session.interpretation().comparison.percentile is None
    assert opened.ui.percentileLabel.text.startswith("MESA 2006: Not available")
    opened.ui.ethnicityComboBox.currentIndex = 1
    assert opened.panel.session.interpretation().person.ethnicity == "white"
    assert "of 100" in opened.ui.percentileLabel.text


def test_what_stays_pressed_has_the_color_of_what_is_chosen(opened: Any) -> None:
    import qt

    def colored(button: Any) -> bool:
        own, palette = button.palette, qt.QPalette()
        return bool(own.color(qt.QPalette.Button) == palette.color(qt.QPalette.Highlight))

    ui, buttons = opened.ui, opened.panel.marking.territories.buttons
    opened.panel.marking.mark("LAD")
    ui.inSliceButton.click()
    assert [key for key, button in buttons.items() if colored(button)] == ["LAD"]
    assert (colored(ui.inSliceButton), colored(ui.candidatesButton)) == (True, False)
    opened.panel.marking.mark("RCA")
    ui.inSliceButton.click()
    assert [key for key, button in buttons.items() if colored(button)] == ["RCA"]
    assert not colored(ui.inSliceButton)
