"""Earlier scans in the panel: found by the person, opened in the background, and compared."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from dicom.followup.test_followup_command import add


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three readings of one person, and one of somebody else."""
    folder = tmp_path_factory.mktemp("followup") / "database"
    for number in (0, 1, 3):
        add(folder, number)
    add(folder, 2, PatientID="P2", PatientName="Other^Person", PatientBirthDate="19500101")
    return folder


@pytest.fixture
def read(widget: Any, dates: Path, tmp_path: Path) -> Any:
    """The panel with the newest reading of the person open."""
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase
    from SmartScoreLib.scene.readings.saved import openSaved, savedReadings

    folder = tmp_path / "database"
    shutil.copytree(dates, folder)
    assert openDatabase(str(folder)) == ""
    saved = max(savedReadings(slicer.dicomDatabase), key=lambda one: str(one.study_date))
    volume, marks = openSaved(saved, slicer.mrmlScene)
    node = widget.panel.current.settings.parameterNode
    node.marks, node.inputVolume = marks, volume
    assert widget.panel.session is not None, widget.panel.current.whyNotScorable
    return widget.panel


def compared(panel: Any) -> Any:
    panel.followup.open()
    panel.followup.opening.finish()
    return panel.followup.comparison


def volumes() -> int:
    import slicer

    return int(slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLScalarVolumeNode"))


def test_the_other_readings_of_the_person_are_listed_the_newest_first_and_nobody_elses(read: Any) -> None:
    choice = read.followup._choice
    listed = [choice.itemText(row) for row in range(choice.count)]
    assert [text[:10] for text in listed] == ["2020-01-15", "2017-03-20"]
    assert "Agatston" in listed[0]


def test_an_earlier_scan_is_compared_and_listed_lesion_by_lesion_and_changes_no_score(read: Any) -> None:
    before = read.session.sheet
    found = compared(read)
    assert found.verdict == "real"
    assert found.alignment.quality == "good"
    table = read.followup._table
    rows = [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount)]
    assert {row[0] for row in rows} == {"same", "grown"}
    assert len(rows) == len(found.later.sheet.lesions)
    assert read.session.sheet == before


def test_today_s_marks_change_the_comparison_and_the_alignment_stays(read: Any) -> None:
    alignment = compared(read).alignment
    read.session.deleteLesion(read.session.sheet.lesions[0])
    read.updateAll()
    found = read.followup.comparison
    assert "gone" in {one.fate for one in found.matches}
    assert found.alignment is alignment


def test_territories_of_the_earlier_scan_are_taken_on_request_and_can_be_undone(read: Any) -> None:
    compared(read)
    first = read.session.sheet.lesions[0]
    assert first.territory == "LM"
    read.session.reassignLesion(first, "RCA")
    read.updateAll()
    assert "LM" not in {one.territory for one in read.session.sheet.lesions}
    assert read.followup.takeTerritories() == 1
    assert read.session.sheet.lesions[0].territory == "LM"
    assert read.followup.takeTerritories() == 0
    assert read.session.undo()
    assert "LM" not in {one.territory for one in read.session.sheet.lesions}


def test_what_is_saved_has_the_comparison_and_the_course(read: Any) -> None:
    assert read.followup.followup() is None
    compared(read)
    _, _, found = read._toSave()
    assert [point.study_date.year for point in found.course] == [2017, 2020, 2026]
    assert found.prior.description.study.study_date.year == 2020


def test_nothing_of_the_earlier_scan_is_left_in_the_scene_when_the_reading_is_closed(read: Any) -> None:
    import slicer

    transforms = slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLLinearTransformNode")
    before = volumes()
    compared(read)
    assert volumes() == before + 1
    read.followup.views.flip()  # without views nothing happens
    read.current.settings.parameterNode.inputVolume = None
    assert volumes() == before
    assert slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLLinearTransformNode") == transforms
    assert read.followup.comparison is None


def test_work_that_nobody_waits_for_any_more_shows_nothing(read: Any) -> None:
    read.followup.open()
    thread = read.followup.opening._thread
    read.current.settings.parameterNode.inputVolume = None
    thread.join()
    read.followup.opening.look()
    assert read.followup.comparison is None
