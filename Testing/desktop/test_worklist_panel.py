"""The worklist in the panel: thousands of series a page at a time, the next unread exam, and nothing left behind."""

from pathlib import Path
from typing import Any

import pytest
from test_two_patients import other_patient

from conftest import click_lesions, load_phantom


@pytest.fixture
def five_thousand(widget: Any, tmp_path: Path) -> Any:
    """A database that knows 5,000 series of 2,500 patients, none of whose files are there."""
    import sqlite3

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    assert openDatabase(str(tmp_path / "database")) == ""
    connection = sqlite3.connect(tmp_path / "database" / "ctkDICOM.sql")
    with connection:
        for number in range(2500):
            connection.execute(
                "INSERT INTO Patients (UID, PatientsName, PatientID, InsertTimestamp) VALUES (?, ?, ?, '2026-01-01')",
                (number, f"Family{number:04d}^Given", f"ID-{number}"),
            )
            connection.execute(
                "INSERT INTO Studies (StudyInstanceUID, PatientsUID, StudyDate, InsertTimestamp) "
                "VALUES (?, ?, ?, '2026-01-01')",
                (f"1.{number}", number, f"20{10 + number // 250:02d}-01-{1 + number % 28:02d}"),
            )
            for series in range(2):
                connection.execute(
                    "INSERT INTO Series (SeriesInstanceUID, StudyInstanceUID, Modality, SeriesNumber, InsertTimestamp) "
                    "VALUES (?, ?, ?, ?, '2026-01-01')",
                    (f"1.{number}.{series}", f"1.{number}", "CT", series),
                )
    connection.close()
    widget.panel.choosing.series.refresh()
    return widget


def test_thousands_of_series_are_listed_at_once_and_filled_a_page_at_a_time(five_thousand: Any) -> None:
    from SmartScoreLib.desktop.choosing.series_table import PAGE

    ui, series = five_thousand.ui, five_thousand.panel.choosing.series
    assert len(series.rows) == 5000
    assert ui.seriesTable.rowCount == PAGE
    ui.seriesTable.scrollToBottom()
    assert ui.seriesTable.rowCount == 2 * PAGE
    assert series.select(("1.0.1", ""))
    assert series.selected().series_instance_uid == "1.0.1"


def test_the_list_follows_what_is_typed_and_the_column_that_is_clicked(five_thousand: Any) -> None:
    ui, series = five_thousand.ui, five_thousand.panel.choosing.series
    ui.searchEdit.text = "family2417"
    series._arrange()  # the timer's action
    assert [row.patient for row in series.rows] == ["Family2417, Given"] * 2
    ui.searchEdit.text = ""
    series._arrange()
    ui.seriesTable.horizontalHeader().sectionClicked.emit(0)
    assert series.rows[0].patient == "Family0000, Given"
    ui.seriesTable.horizontalHeader().sectionClicked.emit(0)
    assert series.rows[0].patient == "Family2499, Given"
    ui.seriesTable.horizontalHeader().sectionClicked.emit(0)
    assert series.rows[0].date == max(row.date for row in series.rows)


@pytest.fixture
def two(widget: Any, tmp_path: Path) -> Any:
    """The panel with two patients in its database, the first loaded."""
    widget.phantom = load_phantom(widget, tmp_path / "database")
    widget.second = other_patient(tmp_path / "database")
    widget.panel.choosing.series.refresh()
    return widget


def save_reading(widget: Any) -> None:
    node = widget._parameterNode
    node.savePhysician = node.savePatient = node.saveScreens = node.saveReduced = False
    widget.ui.readerLineEdit.text = "Dr. Example"
    widget.ui.saveButton.click()
    widget.panel.choosing.series.refresh()
    widget.panel.choosing.series.finish()


def test_next_loads_the_next_unread_exam_and_closes_what_is_saved(two: Any) -> None:
    import slicer

    hierarchy = slicer.vtkMRMLSubjectHierarchyNode.GetSubjectHierarchyNode(slicer.mrmlScene)
    first = two.panel.session.volumeNode.GetID()
    click_lesions(two, two.phantom, 2)
    save_reading(two)
    (column,) = {two.ui.seriesTable.item(row, 4).text() for row in range(two.ui.seriesTable.rowCount)} - {""}
    assert column == "read, Dr. Example"
    two.ui.nextButton.click()
    assert two.panel.session.series.series_instance_uid == two.second
    assert slicer.mrmlScene.GetNodeByID(first) is None
    assert len(slicer.util.getNodesByClass("vtkMRMLScalarVolumeNode")) == 1
    assert len(slicer.util.getNodesByClass("vtkMRMLSegmentationNode")) == 1
    assert len(slicer.util.getNodesByClass("vtkMRMLTableNode")) == 2
    names: list[int] = []
    hierarchy.GetItemChildren(hierarchy.GetSceneItemID(), names, False)
    assert [hierarchy.GetItemName(one) for one in names] == ["Second^Patient (SECOND)"]
    two.ui.nextButton.click()
    assert two.ui.guidanceLabel.text == "There is no other series without a reading in this list."


def test_next_closes_nothing_that_is_not_saved(two: Any) -> None:
    import slicer

    first = two.panel.session.volumeNode.GetID()
    click_lesions(two, two.phantom, 1)
    two.ui.nextButton.click()
    assert two.panel.session.series.series_instance_uid == two.second
    assert slicer.mrmlScene.GetNodeByID(first) is not None
    assert "is not saved: it stays open" in two.ui.guidanceLabel.text
    assert "Phantom, Calcium" in two.ui.guidanceLabel.text


def test_what_is_changed_after_saving_is_not_saved_any_more(two: Any) -> None:
    click_lesions(two, two.phantom, 2)
    assert two.panel.session.unsaved
    save_reading(two)
    assert not two.panel.session.unsaved
    two.panel.marking.undo()
    assert two.panel.session.unsaved
    two.panel.marking.redo()
    assert not two.panel.session.unsaved
    two.ui.commentEdit.setPlainText("one more word")
    assert two.panel.session.unsaved
