"""The panel's choice of words and populations, and the inputs of the risk in units that people use."""

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM, click_lesions
from SmartScoreLib.phantom.standard import standard_phantom

OWN = "# name: Our cohort\n# source: Quality report 2025\nsex,age_from,age_to,p25,p50,p75,p90\nmale,20,69,0,3,40,500\n"


def click_phantom(widget: Any) -> None:
    click_lesions(widget, standard_phantom(**PHANTOM))
    widget.panel.updateScores()


def test_words_and_populations_are_chosen_in_the_panel_and_kept_for_the_next_reading(opened: Any, app: Any) -> None:
    ui, panel = opened.ui, opened.panel
    click_phantom(opened)
    assert "severe (ACC/AHA 2026)" in ui.categoryLabel.text
    ui.classificationComboBox.activated.emit(2)
    assert "extensive (Rumberger 1999)" in ui.categoryLabel.text
    assert ui.classificationComboBox.currentText == "Rumberger 1999"
    choose(ui.populationComboBox, 1)
    choose(ui.secondPopulationComboBox, 1)  # after "none"
    # A man of 60 with 455: 410 is the 75th percentile of Hoff 2001, 994 the 90th.
    assert ui.percentileLabel.text == "75-90 of 100 (Hoff 2001)\nMESA 2006: Not available: ethnicity not known."
    ui.quotesCheckBox.click()
    chosen = panel.session.reading().interpretation.choices
    assert (chosen.classification.key, chosen.quotes) == ("rumberger-1999", True)
    assert [one.key for one in chosen.populations] == ["hoff-2001", "mesa-2006"]
    assert app.settings == {
        "SmartScore/Classification": "rumberger-1999", "SmartScore/Population": "hoff-2001",
        "SmartScore/SecondPopulation": "mesa-2006", "SmartScore/GuidelineQuotes": "yes",
    }  # fmt: skip

    from SmartScoreLib.desktop.meaning.site import siteChoices

    assert siteChoices() == chosen
    # The scene keeps what was chosen for this reading.
    kept = json.loads(panel.session.segmentationNode.GetAttribute("SmartScore.Meaning"))
    assert kept == {"classification": "rumberger-1999", "populations": ["hoff-2001", "mesa-2006"], "quotes": True}


def choose(box: Any, index: int) -> None:
    box.currentIndex = index
    box.activated.emit(index)


def test_the_same_population_twice_is_one(opened: Any) -> None:
    click_phantom(opened)
    choose(opened.ui.populationComboBox, 1)
    choose(opened.ui.secondPopulationComboBox, 2)
    assert [one.key for one in opened.panel.session.choices.populations] == ["hoff-2001"]
    assert opened.ui.secondPopulationComboBox.currentIndex == 0


def test_a_site_s_own_table_is_read_and_a_faulty_one_is_told(opened: Any, app: Any, tmp_path: Path) -> None:
    from SmartScoreLib.desktop.meaning.site import siteChoices

    ui, panel = opened.ui, opened.panel
    click_phantom(opened)
    own = tmp_path / "own.csv"
    own.write_text(OWN.replace("3,40,500", "3,2,500"))
    panel.meaning.useTable(own)
    assert "own.csv:4: p75 is less than a lower percentile of the row." in ui.guidanceLabel.text
    assert [one.key for one in panel.session.choices.populations] == ["mesa-2006"]
    own.write_text(OWN)
    panel.meaning.useTable(own)
    assert ui.guidanceLabel.text == "Compared with: Our cohort"
    assert (ui.populationComboBox.currentText, ui.secondPopulationComboBox.currentIndex) == ("Our cohort", 1)
    assert ui.percentileLabel.text.startswith("75-90 of 100 (Our cohort)\n")
    assert app.settings["SmartScore/PopulationTable"] == str(own)
    assert [one.name for one in siteChoices().populations] == ["Our cohort", "MESA 2006"]


def test_a_reading_begins_with_what_the_site_has_chosen(opened: Any, app: Any, tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(OWN)
    app.settings.update(
        {"SmartScore/Classification": "cac-drs", "SmartScore/Population": "own", "SmartScore/PopulationTable": str(own)}
    )
    opened.panel._openChosen()
    chosen = opened.panel.session.choices
    assert (chosen.classification.key, [one.name for one in chosen.populations]) == ("cac-drs", ["Our cohort"])
    assert opened.panel.session.state.meaning is None
    # A table that is gone is told, and the standard one is used.
    own.unlink()
    opened.panel._openChosen()
    assert [one.key for one in opened.panel.session.choices.populations] == ["mesa-2006"]
    assert "own.csv could not be read" in opened.ui.guidanceLabel.text


def answers(ui: Any) -> None:
    """No diabetes, smokes, no lipid medication, no statin, pressure medication, family history."""
    for name, index in {
        "diabetes": 2, "smoker": 1, "lipidMedication": 2, "statin": 2, "pressureMedication": 1, "familyHistory": 1,
    }.items():  # fmt: skip
        choose(getattr(ui, f"{name}ComboBox"), index)


def test_the_inputs_of_the_risk_are_asked_in_either_unit(opened: Any, app: Any) -> None:
    ui, panel = opened.ui, opened.panel
    click_phantom(opened)
    choose(ui.ethnicityComboBox, 1)
    answers(ui)
    assert "not given: total cholesterol, HDL cholesterol, systolic blood pressure." in ui.chdRiskLabel.text
    assert ui.totalCholesterolSpinBox.text == "not known"
    ui.totalCholesterolSpinBox.value, ui.hdlCholesterolSpinBox.value = 200, 50
    ui.systolicSpinBox.value, ui.egfrSpinBox.value = 140, 85
    person = panel.session.state.person
    assert (person.total_cholesterol_mg_dl, person.hdl_cholesterol_mg_dl, person.statin) == (200.0, 50.0, False)
    risk = panel.session.interpretation().mesa_chd_risk.value
    assert ui.chdRiskLabel.text == f"MESA, with the calcium score: {risk:.1f} % in 10 years"
    assert "ASCVD" in ui.preventLabel.text
    # 200 mg/dL are 5.17 mmol/L, 50 are 1.29; another unit changes no value.
    choose(ui.cholesterolUnitComboBox, 1)
    assert (ui.totalCholesterolSpinBox.text, ui.hdlCholesterolSpinBox.text) == ("5.17 mmol/L", "1.29 mmol/L")
    assert panel.session.state.person == person
    assert app.settings["SmartScore/CholesterolUnit"] == "mmol/L"
    ui.totalCholesterolSpinBox.value = 6
    assert panel.session.state.person.total_cholesterol_mg_dl == pytest.approx(232.0, abs=0.05)
    assert panel.session.state.person.hdl_cholesterol_mg_dl == 50.0
    ui.totalCholesterolSpinBox.value = 0
    assert panel.session.state.person.total_cholesterol_mg_dl is None
    assert "not given: total cholesterol." in ui.chdRiskLabel.text


@pytest.mark.parametrize(("unit", "most"), [(0, 1000.0), (1, 25.86)])
def test_what_no_blood_has_cannot_be_typed(opened: Any, unit: int, most: float) -> None:
    """200 typed where mmol/L are asked for would be 7734 mg/dL."""
    choose(opened.ui.cholesterolUnitComboBox, unit)
    opened.ui.totalCholesterolSpinBox.value = 99999
    assert opened.ui.totalCholesterolSpinBox.value == pytest.approx(most)
    assert opened.panel.session.state.person.total_cholesterol_mg_dl == pytest.approx(1000.0)


def test_nothing_of_one_person_is_shown_for_another(opened: Any) -> None:
    answers(opened.ui)
    opened.ui.systolicSpinBox.value = 140
    opened._parameterNode.inputVolume = None
    assert opened.ui.systolicSpinBox.value == 0
    assert opened.ui.smokerComboBox.currentIndex == 0
    assert not opened.ui.smokerComboBox.enabled
    assert opened.ui.chdRiskLabel.text == ""
