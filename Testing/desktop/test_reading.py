"""A reading in the panel: series, clicks, scores, report, saving; and what can happen in between."""

from pathlib import Path
from typing import Any

import pydicom
import pytest

from conftest import PHANTOM, click_lesion, click_lesions, load_phantom, sample
from SmartScoreLib.remarks.english import english


def images_on_disk() -> list[Path]:
    import slicer

    return sorted(Path(slicer.dicomDatabase.databaseDirectory).rglob("*.dcm"))


def territories(widget: Any) -> dict[str, tuple[int, float]]:
    return {t.key: (t.lesions, t.agatston) for t in widget.panel.session.sheet.territories}


def test_at_first_use_the_panel_says_what_to_do(widget: Any, tmp_path: Path) -> None:
    ui = widget.ui
    assert not ui.databaseFrame.isHidden()
    assert ui.databaseLabel.text == "No DICOM database is open."
    assert "load the phantom" in ui.guidanceLabel.text
    assert ui.lesionTable.isHidden()
    assert not ui.loadButton.enabled
    assert ui.loadButton.toolTip == "Open a DICOM database first."
    assert ui.phantomButton.enabled  # it opens one, as the import does
    assert ui.importButton.enabled
    import slicer

    slicer.dicomDatabase.databaseFilename = str(tmp_path / "new" / "ctkDICOM.sql")
    ui.databaseButton.click()
    assert slicer.dicomDatabase.isOpen
    assert ui.databaseFrame.isHidden()


def test_a_folder_with_other_files_is_not_made_a_database(widget: Any, tmp_path: Path) -> None:
    import slicer

    (tmp_path / "letter.txt").write_text("private")
    slicer.dicomDatabase.databaseFilename = str(tmp_path / "ctkDICOM.sql")
    widget.ui.databaseButton.click()
    assert not slicer.dicomDatabase.isOpen
    assert "holds other files" in widget.ui.databaseLabel.text


def test_load_phantom_makes_imports_and_loads_it(widget: Any, tmp_path: Path) -> None:
    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    openDatabase(str(tmp_path / "database"))
    widget.panel.choosing.series.refresh()
    widget.panel.updateAll()
    widget.ui.phantomButton.click()
    assert widget.panel.session is not None
    assert widget.panel.session.whyNotExportable is None
    assert widget.ui.seriesTable.rowCount == 1


def test_series_are_listed_newest_first_and_refused_ones_say_why(widget: Any, tmp_path: Path) -> None:
    load_phantom(widget, tmp_path / "database")
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom

    small = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.5, spacing_mm=3)
    later = {"StudyDate": "20260301", "PatientName": "Later^Lena", "PatientID": "L1"}
    broken = {"StudyDate": "20250301", "PatientName": "Broken^Ben", "PatientID": "B1", "RescaleSlope": None}
    for number, attributes in enumerate((later, broken)):
        files = write_phantom(small, tmp_path / str(number), attributes=attributes)
        SlicerDatabase(slicer.dicomDatabase).insert(files)
    series = widget.panel.choosing.series
    series.refresh()
    assert [row.patient for row in series.rows] == ["Later, Lena", "Phantom, Calcium", "Broken, Ben"]
    series.finish()
    refused = series.rows[2]
    assert not refused.scorable
    assert any("Rescale" in english(reason) for reason in refused.refusals)
    assert widget.ui.seriesTable.item(2, 0).toolTip().endswith("\n".join(map(english, refused.refusals)))
    series.select(refused.key)
    assert not widget.ui.loadButton.enabled
    assert "Rescale" in widget.ui.loadButton.toolTip


def test_phases_of_one_series_are_choices_of_their_own(widget: Any, tmp_path: Path) -> None:
    load_phantom_of_phases(widget, tmp_path)
    rows = widget.panel.choosing.series.rows
    assert [(row.phase, row.slices) for row in rows] == [("phase 40 %", 12), ("phase 75 %", 12)] or len(rows) == 2
    widget.panel.choosing.series.select(rows[1].key)
    widget.ui.loadButton.click()
    loaded = widget.panel.session.series
    assert {str(d.NominalPercentageOfCardiacPhase) for d in loaded.datasets} == {"75.0"} or loaded.label == rows[
        1
    ].label


def load_phantom_of_phases(widget: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase, openDatabase
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom

    openDatabase(str(tmp_path / "database"))
    small = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.5, spacing_mm=3)
    SlicerDatabase(slicer.dicomDatabase).insert(write_phantom(small, tmp_path / "files", phases=(40, 75)))
    widget.panel.choosing.series.refresh()
    widget.panel.choosing.series.finish()


def test_each_click_shows_exact_scores_in_table_buttons_and_list(opened: Any, tmp_path: Path) -> None:
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import checkScores

    phantom, session, ui = standard_phantom(**PHANTOM), opened.panel.session, opened.ui
    for count, lesion in enumerate(phantom.lesions, 1):
        click_lesion(opened, phantom, lesion)
        opened.panel.updateScores()
        checkScores(session.sheet, phantom, phantom.lesions[:count])
        assert ui.lesionTable.rowCount == len(session.sheet.lesions) + len(session.leftOut)
    assert [one.territory for one in session.leftOut] == ["LAD"]  # the spot that is too small to count
    texts = {ui.scoreTable.item(row, 0).text(): row for row in range(ui.scoreTable.rowCount)}
    total = session.sheet.total
    assert ui.scoreTable.item(texts["Coronary total"], 2).text() == str(round(total.agatston))
    assert ui.scoreTable.item(texts["Coronary total"], 1).text() == str(total.lesions)
    assert texts["Not part of the total"] == texts["Coronary total"] + 1
    lad = territories(opened)["LAD"]
    assert opened.panel.marking.territories.buttons["LAD"].text == f"2 LAD: {round(lad[1])}"
    assert f"Lesions: {lad[0]}." in opened.panel.marking.territories.buttons["LAD"].toolTip
    assert ui.guidanceLabel.text.startswith("Click each lesion of MV")


def test_an_edit_in_the_scene_is_shown_without_asking(opened: Any, app: Any) -> None:
    import time

    phantom = click_phantom(opened)
    opened.panel.session.marker.undo()
    end = time.monotonic() + 5
    while opened.ui.lesionTable.rowCount == len(phantom.lesions) and time.monotonic() < end:
        app.processEvents()
    assert opened.ui.lesionTable.rowCount == len(phantom.lesions) - 1


def click_phantom(widget: Any, only: int | None = None) -> Any:
    from SmartScoreLib.phantom.standard import standard_phantom

    phantom = standard_phantom(**PHANTOM)
    click_lesions(widget, phantom, only)
    return phantom


def test_delete_removes_the_selected_lesion_and_undo_brings_it_back(opened: Any) -> None:
    click_phantom(opened)
    before = opened.panel.session.sheet
    opened.ui.lesionTable.selectRow(1)
    opened.panel.marking.lesions.deleteSelected()
    assert len(opened.panel.session.sheet.lesions) == len(before.lesions) - 1
    assert before.lesions[1] not in opened.panel.session.sheet.lesions
    opened.ui.undoButton.click()
    assert opened.panel.session.sheet.lesions == before.lesions
    opened.ui.redoButton.click()
    assert len(opened.panel.session.sheet.lesions) == len(before.lesions) - 1


def test_a_digit_gives_the_selected_lesion_to_another_territory_only_while_the_list_has_the_keys(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    click_phantom(opened)
    lesion = opened.panel.session.sheet.lesions[0]
    opened.ui.lesionTable.selectRow(0)
    assert lesion.territory == "LM"
    opened.panel.marking.pressTerritory("RCA")
    assert opened.panel.session.sheet.lesions[0].territory == "LM"
    assert opened.panel.marking.editor.markedTerritory() == "RCA"
    monkeypatch.setattr(opened.panel.marking.lesions, "hasFocus", lambda: True)
    opened.panel.marking.pressTerritory("RCA")
    moved = [one for one in opened.panel.session.sheet.lesions if one.centroid_lps_mm == lesion.centroid_lps_mm]
    assert [one.territory for one in moved] == ["RCA"]
    assert opened.panel.marking.lesions.selected() == moved[0]
    assert "from LM to RCA" in opened.ui.guidanceLabel.text
    assert "Z" in opened.ui.guidanceLabel.text


def test_a_step_to_a_lesion_says_what_a_digit_does_now(opened: Any) -> None:
    click_phantom(opened)
    opened.panel.marking.lesions.step(1)
    assert opened.ui.guidanceLabel.text.startswith("A lesion of LM is selected: a digit gives it to another territory")


def test_judging_a_series_fills_no_other_line(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from SmartScoreLib.desktop.choosing import series_table

    opened.ui.refreshButton.click()
    filled: list[int] = []
    monkeypatch.setattr(series_table, "fillRow", lambda table, row, cells: filled.append(row))
    opened.panel.choosing.series.finish()
    assert filled == [0]


def test_a_series_that_was_written_here_is_no_new_ct(opened: Any) -> None:
    opened._parameterNode.saveReading = False
    click_phantom(opened)
    opened.ui.saveButton.click()
    assert {one.kind for one in opened.panel.saving.written} == {"reduced", "physician", "patient", "screens"}
    opened.panel.choosing.series.refresh()
    opened.panel.choosing.series.finish()
    assert [row.ownOutput for row in opened.panel.choosing.series.rows] == [False]
    assert opened.ui.seriesTable.rowCount == 1


def test_pressing_a_territory_again_stops_marking(opened: Any) -> None:
    button = opened.panel.marking.territories.buttons["LCX"]
    button.click()
    assert opened.panel.marking.editor.markedTerritory() == "LCX"
    assert button.checked
    button.click()
    assert opened.panel.marking.editor.markedTerritory() == ""
    assert not button.checked


def test_copy_and_csv_hold_the_scores(opened: Any, app: Any, tmp_path: Path) -> None:
    click_phantom(opened)
    opened.ui.copyButton.click()
    lines = app.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Territory", "Lesions", "Agatston", "Volume (mm³)"]
    assert lines[6].startswith("Coronary total\t10\t")
    opened.panel.scores.saveCsv(tmp_path / "scores.csv")
    assert "TOTAL" in (tmp_path / "scores.csv").read_text(encoding="utf-8")
    opened.panel.scores.saveCsv(tmp_path / "no such folder" / "scores.csv")
    assert "No such file" in opened.ui.guidanceLabel.text


def test_candidates_are_outlined_and_leave_no_trace(opened: Any) -> None:
    import slicer

    names = {node.GetName() for node in slicer.util.getNodesByClass("vtkMRMLSegmentationNode")}
    opened.ui.candidatesButton.checked = True
    helper = slicer.util.getFirstNodeByName("SmartScore candidates")
    assert helper is not None
    assert not helper.GetSaveWithScene()
    opened.exit()
    assert {node.GetName() for node in slicer.util.getNodesByClass("vtkMRMLSegmentationNode")} == names


def test_the_preview_shows_both_reports_and_the_chosen_slices(opened: Any) -> None:
    click_phantom(opened)
    opened._parameterNode.screenSlices = [20, 21]
    opened.ui.reportSection.collapsed = False
    opened.panel.reporting.preview.draw()
    titles = [opened.ui.pageComboBox.itemText(i) for i in range(opened.ui.pageComboBox.count)]
    assert sum("Physician" in title for title in titles) >= 1
    assert sum("Patient" in title for title in titles) >= 1
    assert titles[-2:] == ["Screen save, slice 21", "Screen save, slice 22"]
    opened.ui.pageComboBox.currentIndex = len(titles) - 1
    assert not opened.ui.nextPageButton.enabled
    assert opened.ui.previousPageButton.enabled
    opened.ui.addAllButton.click()
    opened.panel.reporting.preview.draw()
    assert {20, 21} < set(opened.panel.current.settings.screens())
    assert opened.ui.previewLabel.pixmap is not None


def test_the_text_of_the_report_is_copied_as_text_and_as_html(opened: Any, app: Any) -> None:
    click_phantom(opened)
    opened.ui.commentEdit.setPlainText("1 < 2")
    opened.ui.languageComboBox.currentIndex = opened.ui.languageComboBox.findText("Deutsch")
    opened.ui.copyTextButton.click()
    copied = app.clipboard().mimeData()
    total = round(opened.panel.session.sheet.total.agatston)
    assert f"Gesamt: Agatston-Score {total}, Volumen" in copied.text()
    assert "\n1 < 2\n" in copied.text()
    assert "<p><b>Koronarkalk-Befund</b></p>" in copied.html()
    assert "<p>1 &lt; 2</p>" in copied.html()
    assert opened.ui.guidanceLabel.text == "The text of the report was copied."


def test_a_site_has_its_own_text(opened: Any, app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import slicer

    click_phantom(opened)
    own = tmp_path / "own.txt"
    own.write_text("# CAC\n{agatston} in {vessels_with_calcium} of 4")
    settings = {"SmartScore/TextTemplate": str(own)}
    monkeypatch.setattr(slicer.util, "settingsValue", lambda key, default, **more: settings.get(key, default))
    opened.ui.copyTextButton.click()
    total = opened.panel.session.sheet.total
    assert app.clipboard().text() == f"CAC\n{round(total.agatston)} in {total.vessels} of 4\n"
    own.write_text("{agatstone}")
    opened.ui.copyTextButton.click()
    assert "line 1: there is no field 'agatstone'" in opened.ui.guidanceLabel.text
    # What was copied before is still there.
    assert app.clipboard().text().startswith("CAC")


def test_saving_writes_every_series_into_the_database(opened: Any) -> None:
    import slicer

    from SmartScoreLib.scene.selftest import checkWritten

    click_phantom(opened)
    opened._parameterNode.reader = "Reader^One"
    opened._parameterNode.screenSlices = [20, 21]
    opened.ui.physicianPdfCheckBox.checked = opened.ui.patientPdfCheckBox.checked = True
    opened.ui.outlinesCheckBox.checked = True
    opened.ui.saveButton.click()
    assert opened.ui.savedList.count == 9
    listed = [opened.ui.savedList.item(row).text() for row in (4, 5)]
    assert listed == ["Physician report, PDF – 1 document", "Patient report, PDF – 1 document"]
    assert not opened.ui.progressBar.isVisible()
    assert opened.ui.seriesSection.enabled
    checkWritten(opened.panel.saving.written, opened.panel.session)
    screens = slicer.dicomDatabase.filesForSeries(opened.panel.saving.written[3].series_instance_uid)
    assert len(screens) == 2
    study = opened.panel.session.description.study.study_instance_uid
    assert {pydicom.dcmread(file).StudyInstanceUID for file in screens} == {study}


@pytest.mark.filterwarnings("ignore:The value length", "ignore:Invalid value")
def test_after_saving_the_panel_says_what_was_not_written_as_it_was(widget: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase, openDatabase
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom

    openDatabase(str(tmp_path / "database"))
    small = standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.5, spacing_mm=3)
    values = {"ProtocolName": "x" * 65, "PatientAge": "60"}
    files = write_phantom(small, tmp_path / "files", attributes=values)
    SlicerDatabase(slicer.dicomDatabase).insert(files)
    series = widget.panel.choosing.series
    series.refresh()
    series.finish()
    assert series.select((pydicom.dcmread(files[0]).SeriesInstanceUID, ""))
    widget.ui.loadButton.click()
    click_lesions(widget, small, only=1)
    widget.ui.saveButton.click()
    assert widget.ui.savedList.count >= 3
    lines = widget.ui.savedLabel.text.splitlines()
    assert lines[-1] == "Written into the DICOM database:"
    protocol = (
        f'Protocol Name (0018,1030) is "{"x" * 61}...", which may not stand so in a file; "{"x" * 64}" is written'
    )
    assert sorted(line.partition(" in its place")[0].partition(" It is")[0] for line in lines[:-1]) == [
        "Patient's Age (0010,1010) is '60', which is not valid for its type AS.",
        protocol,
    ]


def test_documents_are_saved_only_where_they_are_chosen(opened: Any) -> None:
    from SmartScoreLib.scene.selftest import IMAGES, checkWritten

    click_phantom(opened)
    node = opened._parameterNode
    node.saveReading = False
    opened.ui.saveButton.click()
    checkWritten(opened.panel.saving.written, opened.panel.session, IMAGES)
    node.savePhysician = node.savePatient = node.saveScreens = node.saveReduced = False
    assert not opened.ui.saveButton.enabled
    node.savePatientPdf = True
    opened.ui.saveButton.click()
    assert [one.kind for one in opened.panel.saving.written] == ["patient_pdf"]


def test_a_typed_range_is_the_range_of_the_reduced_series(opened: Any) -> None:
    node = opened._parameterNode
    node.savePhysician = node.savePatient = node.saveScreens = node.saveReading = False
    node.reducedAuto = False
    assert opened.ui.firstSliceSpinBox.enabled
    opened.ui.firstSliceSpinBox.value, opened.ui.lastSliceSpinBox.value = 5, 9
    opened.ui.saveButton.click()
    assert [one.files for one in opened.panel.saving.written] == [5]


def test_cancel_leaves_the_database_as_it_was(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import slicer

    opened.ui.zeroCheckBox.click()
    before = [e.series_instance_uid for e in slicer.dicomDatabase.folder.entries()]
    tell = opened.panel.saving._progress

    def told(done: int, total: int, what: str) -> None:
        opened.ui.cancelButton.click()
        tell(done, total, what)

    monkeypatch.setattr(opened.panel.saving, "_progress", told)
    opened.ui.saveButton.click()
    assert opened.ui.savedLabel.text == "Cancelled. Nothing was written."
    assert [e.series_instance_uid for e in slicer.dicomDatabase.folder.entries()] == before
    assert opened.ui.saveButton.enabled


def test_a_database_that_takes_only_some_files_keeps_none(opened: Any) -> None:
    import slicer

    opened.ui.zeroCheckBox.click()
    before, files = [e.series_instance_uid for e in slicer.dicomDatabase.folder.entries()], images_on_disk()
    slicer.dicomDatabase.refuses = 2
    opened.ui.saveButton.click()
    assert opened.ui.savedLabel.text.startswith("Not saved. The DICOM database did not take the image")
    assert [e.series_instance_uid for e in slicer.dicomDatabase.folder.entries()] == before
    assert images_on_disk() == files
    assert opened.ui.savedList.isHidden()


def test_a_save_that_does_not_fit_on_the_disk_is_refused_before_a_file_is_copied(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    import ctk

    opened.ui.zeroCheckBox.click()
    monkeypatch.setattr(ctk, "ctkDICOMIndexer", None)
    free = shutil.disk_usage("/")
    folder = opened.panel.saving._database().folder
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free._replace(free=1000) if Path(path) == folder else free)
    opened.ui.saveButton.click()
    assert opened.ui.savedLabel.text.startswith("Not saved. ")
    assert "free" in opened.ui.savedLabel.text


def test_a_save_that_fails_takes_the_list_of_the_earlier_one_away(opened: Any) -> None:
    import slicer

    opened.ui.zeroCheckBox.click()
    opened.ui.saveButton.click()
    assert opened.ui.savedList.count > 0
    slicer.dicomDatabase.refuses = 1
    opened.ui.saveButton.click()
    assert opened.panel.saving.written == ()
    assert opened.ui.savedList.isHidden()


def test_a_volume_without_dicom_is_scored_but_not_saved_and_the_panel_says_why(opened: Any) -> None:

    node = sample()
    opened._parameterNode.inputVolume = node
    assert opened.panel.session.volumeNode is node
    assert "not saved to DICOM" in opened.ui.statusLabel.text
    assert not opened.ui.saveButton.enabled
    assert "not loaded from DICOM" in opened.ui.saveButton.toolTip


def test_a_database_that_is_closed_and_opened_again_is_followed(opened: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    folder = slicer.dicomDatabase.databaseDirectory
    slicer.dicomDatabase.closeDatabase()
    opened.panel.choosing.series.refresh()
    assert not opened.ui.saveButton.enabled
    assert opened.ui.saveButton.toolTip == "Open a DICOM database first."
    assert not opened.ui.databaseFrame.isHidden()
    openDatabase(folder)
    opened.panel.choosing.series.refresh()
    assert opened.ui.saveButton.enabled


def test_every_disabled_button_tells_why(widget: Any, tmp_path: Path) -> None:
    from qt_standin import qt

    def disabled() -> list[str]:
        buttons = [w for w in vars(widget.ui).values() if isinstance(w, (qt.QPushButton, qt.QCheckBox))]
        buttons += widget.panel.marking.territories.buttons.values()
        return [button.toolTip for button in buttons if not button.isEnabled()]

    assert len(disabled()) > 10
    assert all(disabled())
    load_phantom(widget, tmp_path / "database")
    assert all(disabled())


def test_what_is_wrong_with_a_file_of_the_series_is_told_in_the_list(opened: Any) -> None:
    import slicer

    uid = opened.panel.session.series.series_instance_uid
    Path(slicer.dicomDatabase.filesForSeries(uid)[3]).write_bytes(b"no image")
    opened.ui.refreshButton.click()
    opened.panel.choosing.series.finish()
    (row,) = opened.panel.choosing.series.rows
    assert [one.code for one in row.warnings if one.code.startswith("series.not_") or "file" in one.values]
    assert ".dcm" in opened.ui.seriesTable.item(0, 0).toolTip()
