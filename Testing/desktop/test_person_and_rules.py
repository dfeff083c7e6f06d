"""What the command line takes the panel takes too: age and sex where DICOM has none, and rules of one's own."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import load_phantom, sample


@pytest.fixture
def nameless(widget: Any) -> Any:
    """A reading of a volume without DICOM: nothing is known of the person."""
    widget._parameterNode.inputVolume = sample()
    assert widget.panel.session is not None
    return widget


def test_age_and_sex_are_typed_where_dicom_has_none_and_said_to_be_typed(nameless: Any) -> None:
    from SmartScoreLib.reading.person_source import person_value

    ui, session = nameless.ui, nameless.panel.session
    ui.zeroCheckBox.click()
    assert ui.personLabel.text == "Sex not in DICOM, age not in DICOM"
    assert not ui.ageSpinBox.isHidden()
    ui.ageSpinBox.value = 61
    ui.sexComboBox.currentIndex = 2
    assert ui.personLabel.text == "Woman (typed), 61 years (typed)"
    reading = session.reading()
    person = reading.interpretation.person
    assert (person.age_years, person.sex) == (61, "female")
    assert [getattr(person_value(reading, name), "source", None) for name in ("age_years", "sex")] == ["given", "given"]
    ui.ageSpinBox.value = 0
    assert session.state.person.age_years is None


def test_what_dicom_says_is_not_asked_again(opened: Any) -> None:
    assert opened.ui.personLabel.text == "Man, 60 years"
    assert opened.ui.ageSpinBox.isHidden()
    assert opened.ui.sexComboBox.isHidden()


def test_what_was_typed_stays_with_its_reading(nameless: Any, tmp_path: Path) -> None:
    ui = nameless.ui
    volume = nameless._parameterNode.inputVolume
    ui.ageSpinBox.value = 61
    load_phantom(nameless, tmp_path / "database")
    assert ui.ageSpinBox.isHidden()
    assert ui.personLabel.text == "Man, 60 years"
    nameless._parameterNode.inputVolume = volume
    assert ui.ageSpinBox.value == 61


def test_rules_of_a_file_are_used_with_their_weights_and_reach_clicks(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import qt

    file = tmp_path / "ours.json"
    file.write_text(json.dumps({"name": "Ours", "threshold_hu": 145, "weight_starts_hu": [145, 222, 334, 446]}))
    monkeypatch.setattr(qt.QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    opened.ui.rulesFileButton.click()
    protocol = opened.panel.session.sheet.protocol
    assert (protocol.name, protocol.threshold_hu, protocol.weight_starts_hu) == ("Ours", 145, (145, 222, 334, 446))
    assert opened.ui.thresholdSpinBox.value == 145
    assert opened.ui.presetComboBox.currentIndex == -1
    assert "Ours" in opened.ui.protocolLabel.text
    opened.panel.marking.mark("LAD")
    assert opened.panel.marking.editor.widget.node.GetAttribute("Calcium.Threshold") == "145"
    opened.ui.commentEdit.setPlainText("later")  # nothing that is typed afterwards changes the rules
    assert opened.panel.session.sheet.protocol == protocol


def test_a_file_of_wrong_rules_says_what_is_wrong_and_changes_nothing(opened: Any, tmp_path: Path) -> None:
    before = opened.panel.session.sheet.protocol
    file = tmp_path / "wrong.json"
    file.write_text(json.dumps({"name": "Ours", "threshhold": 145}))
    opened.panel.scores.readRules(file)
    assert "threshhold" in opened.ui.guidanceLabel.text
    assert opened.panel.session.sheet.protocol == before
