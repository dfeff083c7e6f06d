"""Slicer's Python console: score a segmentation, open a reading, mark, undo, save."""

from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, WrongUsage


@pytest.fixture
def logic(opened: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module's logic as scripts get it; the database is open, the phantom is loaded."""
    import slicer

    monkeypatch.setattr(slicer.util, "getModuleLogic", lambda name: {"SmartScore": opened.logic}[name])
    return slicer.util.getModuleLogic("SmartScore")


@pytest.fixture
def volume(opened: Any) -> Any:
    """The volume of the phantom."""
    return opened.panel.session.volumeNode


def positions(volume: Any) -> list[tuple[tuple[float, float, float], Any]]:
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.coordinates import worldFromLps

    phantom = standard_phantom(**PHANTOM)
    return [(worldFromLps(volume, phantom.geometry.lps_mm(one.center)), one) for one in phantom.lesions]


def test_a_reading_marks_scores_at_once_and_takes_back(logic: Any, volume: Any) -> None:
    from SmartScoreLib.phantom.expected import expected_scores
    from SmartScoreLib.phantom.model import Phantom
    from SmartScoreLib.phantom.standard import standard_phantom

    reading = logic.openReading(volume)
    marked = []
    for ras, lesion in positions(volume)[:4]:
        edit = reading.markAt(ras, lesion.territory)
        assert (edit.changed, edit.reason) == (True, "")
        marked.append(lesion)
        right = expected_scores(Phantom(standard_phantom(**PHANTOM).geometry, tuple(marked)))
        assert reading.sheet.total.agatston == pytest.approx(right["total"].agatston)
    assert reading.undo()
    assert len(reading.sheet.lesions) == 3
    assert reading.redo()
    assert len(reading.sheet.lesions) == 4
    assert reading.reassignAt(positions(volume)[0][0], "RCA").changed
    assert "LM" not in {lesion.territory for lesion in reading.sheet.lesions}
    assert reading.eraseAt(positions(volume)[0][0]).changed
    assert len(reading.sheet.lesions) == 3
    assert logic.score(volume, reading.segmentationNode) == reading.sheet


def test_what_cannot_be_marked_says_why_and_leaves_no_undo_step(logic: Any, volume: Any) -> None:
    reading = logic.openReading(volume)
    edit = reading.markAt((0.0, 0.0, 5000.0), "LAD")
    assert not edit.changed
    assert edit.reason == "The point lies outside of the images."
    assert not reading.undo()


def test_an_unknown_territory_is_refused_with_the_keys(logic: Any, volume: Any) -> None:
    reading = logic.openReading(volume)
    with pytest.raises(WrongUsage, match='Territory "LDA" is none of LM, LAD, LCX, RCA, PDA'):
        reading.markAt((0.0, 0.0, 0.0), "LDA")


@pytest.mark.parametrize("call", ["openReading", "score"])
def test_no_node_and_a_wrong_node_are_refused(logic: Any, volume: Any, call: str) -> None:
    with pytest.raises(InputRefused, match="A scalar volume node is needed here, not None"):
        getattr(logic, call)(None, None)
    with pytest.raises(InputRefused, match="A segmentation node is needed here, not vtkMRMLScalarVolumeNode"):
        getattr(logic, call)(volume, volume)
    if call == "score":
        with pytest.raises(InputRefused, match="A segmentation node is needed here, not None"):
            logic.score(volume, None)


def test_a_segmentation_of_somebody_else_is_scored_and_read_where_it_is(logic: Any, volume: Any, opened: Any) -> None:
    import slicer

    own = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "mine")
    own.SetReferenceImageGeometryParameterFromVolumeNode(volume)
    reading = logic.openReading(volume, own)
    ras, lesion = positions(volume)[1]
    reading.markAt(ras, lesion.territory)
    assert own.GetSegmentation().GetSegmentIDs() == (lesion.territory,)
    assert logic.score(volume, own).total.agatston == reading.sheet.total.agatston > 0
    assert opened.panel.session.sheet.total.agatston == 0


def test_a_reading_is_saved_as_dicom_and_as_files(logic: Any, volume: Any, tmp_path: Path) -> None:
    from SmartScoreLib.scene.selftest import checkWritten

    reading = logic.openReading(volume)
    for ras, lesion in positions(volume):
        reading.markAt(ras, lesion.territory)
    checkWritten(reading.exportToDICOM(), reading)
    pytest.importorskip("reportlab")
    (pdf,) = reading.saveReport(tmp_path / "report.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    pictures = reading.saveReport(str(tmp_path / "pages"))
    assert {"physician-1.png", "patient-1.png"} <= {picture.name for picture in pictures}
    with pytest.raises(WrongUsage) as wrong:
        reading.saveReport(tmp_path / "report.docx")
    assert wrong.value.remarks == (remark("scene.report_suffix", file="report.docx"),)


def test_a_volume_without_dicom_or_without_database_is_not_saved_to_dicom(logic: Any, volume: Any) -> None:
    import slicer

    from conftest import sample
    from SmartScoreLib.scene.session import ReadingSession

    with pytest.raises(ExportFailed) as refused:
        logic.openReading(sample()).exportToDICOM()
    assert refused.value.remarks == (remark("scene.not_from_dicom"),)
    alone = ReadingSession(volume, fileOfInstance=slicer.dicomDatabase.fileForInstance)
    with pytest.raises(ExportFailed) as refused:
        alone.exportToDICOM()
    assert refused.value.remarks == (remark("scene.no_database"),)
    reading = logic.openReading(volume)
    reading.confirmZero()
    slicer.dicomDatabase.closeDatabase()
    with pytest.raises(ExportFailed) as refused:
        reading.exportToDICOM()
    assert refused.value.remarks == (remark("desktop.database_closed"),)


def test_patients_of_the_database_are_row_numbers_as_in_ctk(opened: Any) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import SlicerDatabase

    database = slicer.dicomDatabase
    assert database.patients() == ("1",)
    (study,) = database.studiesForPatient("1")
    assert database.patientForStudy(study) == "1"
    assert database.studiesForPatient(opened.panel.session.description.patient.patient_id) == ()
    assert SlicerDatabase(database).series_instance_uids() == database.seriesForStudy(study)
    assert [row.patient for row in opened.panel.choosing.series.rows] == ["Phantom, Calcium"]


def test_a_file_that_is_no_database_has_no_schema(app: Any, tmp_path: Path) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import isOpen

    database = slicer.dicomDatabase
    database.openDatabase(str(tmp_path / "database" / "ctkDICOM.sql"))
    assert (database.schemaVersionLoaded(), isOpen()) == (database.schemaVersion(), True)
    Path(database.databaseFilename).write_bytes(b"no database")
    assert database.isOpen
    assert (database.schemaVersionLoaded(), isOpen()) == ("", False)
