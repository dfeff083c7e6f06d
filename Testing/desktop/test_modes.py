"""The mode of a reading in the panel: the valve graded, a chest CT graded by eye; and where the mass factor is from."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import PHANTOM, click_lesion
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.quality.calibrations import StoredCalibration, store
from SmartScoreLib.quality.scanner import Scanner
from SmartScoreLib.scoring.calibration import MeasuredFactor

COMBOS = ("visualPatient", "visualLm", "visualLad", "visualLcx", "visualRca")


def choose(widget: Any, name: str, index: int) -> None:
    getattr(widget.ui, f"{name}ComboBox").currentIndex = index


def test_a_chest_ct_is_graded_by_eye_and_has_no_class_of_a_gated_scan(opened: Any) -> None:
    ui, session = opened.ui, opened.panel.session
    assert ui.visualSection.isHidden()
    assert [ui.modeComboBox.itemText(n) for n in range(ui.modeComboBox.count)] == [
        "as the images say", "coronary calcium, gated", "aortic valve", "chest CT, not gated",
    ]  # fmt: skip
    choose(opened, "mode", 3)
    assert not ui.visualSection.isHidden()
    assert ui.visualLabel.text == "Grade the patient, and each vessel if you want the Weston score."
    for name, grade in zip(COMBOS, (3, 1, 4, 2, 2), strict=True):
        choose(opened, name, grade)
    assert session.sheet.visual.cac_drs == "V2/N3"
    assert ui.visualLabel.text == "CAC-DRS V2/N3 (visual), Weston score 5 of 12"
    assert ui.resultLabel.text.startswith("ungated, CAC-DRS V2/N3")
    assert ui.categoryLabel.text == "Not available: the scan is read as a chest CT that is not gated."
    choose(opened, "visualRca", 0)
    assert ui.visualLabel.text == "CAC-DRS V2 (visual), Weston score: grade RCA too"
    ui.saveButton.click()
    kinds = [one.kind for one in opened.panel.saving.written]
    assert "physician" in kinds
    assert "structured_report" in kinds
    assert "patient" not in kinds
    choose(opened, "mode", 1)
    assert ui.visualSection.isHidden()


def test_grades_that_contradict_each_other_are_not_saved(opened: Any) -> None:
    choose(opened, "mode", 3)
    choose(opened, "visualPatient", 1)
    choose(opened, "visualLad", 2)
    opened.ui.saveButton.click()
    assert "contradict each other" in opened.ui.savedLabel.text
    assert opened.panel.saving.written == ()


def test_the_guide_is_a_picture_in_a_window(opened: Any) -> None:
    choose(opened, "mode", 3)
    opened.ui.guideButton.click()
    guide = opened.panel.mode._guide
    assert (guide.pixmap.width(), guide.pixmap.height()) == (900, 1020)
    guide.close()


def test_the_valve_is_graded_in_the_panel_and_saved_alone(opened: Any) -> None:
    phantom, ui = standard_phantom(**PHANTOM), opened.ui
    assert ui.valveLabel.isHidden()
    (lesion,) = (one for one in phantom.lesions if one.territory == "AV")
    click_lesion(opened, phantom, lesion)
    opened.panel.updateScores()
    score = round(next(one for one in opened.panel.session.sheet.territories if one.key == "AV").agatston)
    assert ui.valveLabel.text == (
        f"Aortic valve {score}: severe stenosis unlikely. With low flow it is possible at lower scores too."
    )
    assert not ui.valveLabel.isHidden()
    ui.saveButton.click()
    assert ui.savedLabel.text.startswith("Not saved. Nothing was read")
    choose(opened, "mode", 2)
    ui.saveButton.click()
    kinds = [one.kind for one in opened.panel.saving.written]
    assert "physician" in kinds
    assert "patient" not in kinds


def test_the_state_is_of_the_reading_and_kept_with_it(opened: Any) -> None:
    choose(opened, "mode", 3)
    choose(opened, "visualPatient", 4)
    volume = opened.panel.session.volumeNode
    opened._parameterNode.inputVolume = None
    opened._parameterNode.inputVolume = volume
    assert opened.panel.session.state.mode == "chest"
    assert opened.ui.modeComboBox.currentIndex == 3
    assert opened.ui.visualPatientComboBox.currentIndex == 4
    assert opened.panel.session.sheet.visual.patient == "severe"


def test_the_menu_of_the_mass_factor_offers_what_there_is(opened: Any) -> None:
    menu = opened.panel.calibration
    menu.fill()
    texts = [action.text for action in menu._menu.actions()]
    assert texts[0] == "Rods of a QRM-CCI in the images"
    assert "Insert of 200 mg/cm³, by a click" in texts
    session = opened.panel.session
    for dataset in session.series.datasets:
        dataset.CalciumScoringMassFactorPatient = 0.00081
    described = replace(session.description.acquisition, mass_factors=_offered(session))
    session.description = replace(session.description, acquisition=described)
    menu.fill()
    first = menu._menu.actions()[0]
    assert first.text == "Of the scanner, this patient: 0.00081"
    first.trigger()
    protocol = session.sheet.protocol
    assert protocol.mass_factor == pytest.approx(0.00081)
    assert opened.ui.massFactorSpinBox.value == pytest.approx(0.00081)
    assert "in the images (Calcium Scoring Mass Factor Patient)" in opened.ui.protocolLabel.text
    assert opened.ui.guidanceLabel.text.startswith("Mass factor 0.00081 mg/mm³/HU, of the scanner")
    opened.ui.massFactorSpinBox.value = 0.0007
    assert session.sheet.protocol.mass_factor_source is None


def _offered(session: Any) -> Any:
    from SmartScoreLib.series.describe import describe

    return describe(session.series).acquisition.mass_factors


def test_what_cannot_be_measured_is_told_and_changes_nothing(opened: Any) -> None:
    opened.panel.calibration.useRods()
    assert opened.ui.guidanceLabel.text.startswith("No QRM-CCI phantom was found")
    assert opened.panel.session.sheet.protocol.mass_factor is None


def points() -> list[Any]:
    import slicer

    return slicer.util.getNodesByClass("vtkMRMLMarkupsFiducialNode", slicer.mrmlScene)


def test_an_insert_is_measured_where_the_next_click_is(opened: Any, app: Any) -> None:
    """Drawn into the volume: a disc of 12 mm radius and 400 HU; water is taken as 0 HU."""
    session, interaction = opened.panel.session, app.applicationLogic().GetInteractionNode()
    hu = session.series.hu.copy()
    middle = np.array(hu.shape) // 2
    y, x = (np.arange(size) - at for size, at in zip(hu.shape[1:], middle[1:], strict=True))
    hu[:, y[:, None] ** 2 + x[None, :] ** 2 <= (12 / 0.9) ** 2] = 400
    session.series = replace(session.series, hu=hu)
    lps = session.series.geometry.lps_mm(middle)
    opened.panel.calibration.askForInsert(200.0)
    assert interaction.GetCurrentInteractionMode() == interaction.Place
    assert opened.ui.guidanceLabel.text.startswith("Click into the insert of 200 mg/cm³")
    (point,) = points()
    assert not point.GetSaveWithScene()
    point.AddControlPoint(-lps[0], -lps[1], lps[2])  # as place mode does
    app.processEvents()
    assert session.sheet.protocol.mass_factor == pytest.approx(0.2 / 400)
    assert "200 mg/cm3 have 400.0 HU" in opened.ui.protocolLabel.text
    assert points() == []
    assert interaction.GetCurrentInteractionMode() == interaction.ViewTransform


def test_a_click_that_is_not_wanted_any_more_leaves_nothing(opened: Any, app: Any) -> None:
    interaction = app.applicationLogic().GetInteractionNode()
    opened.panel.calibration.askForInsert(200.0)
    interaction.SetCurrentInteractionMode(interaction.ViewTransform)  # as Esc does
    assert points() == []
    opened.panel.calibration.askForInsert(100.0)
    opened.panel.calibration.askForInsert(200.0)
    assert len(points()) == 1
    opened.exit()
    assert points() == []
    assert interaction.GetCurrentInteractionMode() == interaction.ViewTransform
    assert opened.panel.session.sheet.protocol.mass_factor is None


def test_a_stored_factor_holds_for_its_scanner_and_days(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import slicer

    session = opened.panel.session
    day, file = session.description.study.study_date, tmp_path / "calibrations.json"
    for dataset in session.series.datasets:
        dataset.Manufacturer, dataset.ManufacturerModelName, dataset.DeviceSerialNumber = "A", "B", "C"
    measured = MeasuredFactor(0.00072, 200.0, 280.0, 2.0)
    store(file, StoredCalibration(Scanner("A", "B", "C", ""), 120.0, measured, day, date(day.year + 1, 1, 1)))
    settings = {"SmartScore/Calibrations": str(file)}
    monkeypatch.setattr(slicer.util, "settingsValue", lambda key, default, **more: settings.get(key, default))
    opened.panel.calibration.useStored()
    assert session.sheet.protocol.mass_factor == pytest.approx(0.00072)
    assert "valid until" in opened.ui.protocolLabel.text
    values = json.loads(file.read_text())
    values["calibrations"][0]["serial_number"] = "D"
    file.write_text(json.dumps(values))
    opened.panel.calibration.useStored()
    assert opened.ui.guidanceLabel.text.startswith("No mass factor is stored for A B C at 120 kVp")
