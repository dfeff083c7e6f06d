"""The table of readings, a second reader who does not know the first, and deciding between two."""

import atexit
import shutil
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM, click_lesions, database_with_phantom
from phantoms import phantom_lesion_map


def phantom() -> Any:
    from SmartScoreLib.phantom.standard import standard_phantom

    return standard_phantom(**PHANTOM)


@cache
def databases() -> dict[str, Path]:
    """Database folders made once: without readings, with Ada's final one, and with Ben's beside it."""
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.exports.export import ExportChoices, export
    from SmartScoreLib.reading.model import ReportTexts
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    template, uid = database_with_phantom()
    top = Path(tempfile.mkdtemp(prefix="smartscore-readings-"))
    atexit.register(shutil.rmtree, top, ignore_errors=True)
    made = {"none": template}
    series = load_series(find_series(FolderDatabase(template).series_files(uid)).candidates[0])
    of_others = {"ada": None, "both": "ada"}
    for name, before in of_others.items():
        shutil.copytree(made[before] if before else template, top / name)
        marks = replace(phantom_lesion_map(marked_by("Ada" if name == "ada" else "Ben")), geometry=series.geometry)
        reader = "Ada" if name == "ada" else "Ben"
        reading = make_reading(series, marks, DEFAULT_PROTOCOL, reader=reader, texts=ReportTexts(status="final"))
        choices = ExportChoices(segmentation=True, structured_report=True)
        export(reading, FolderDatabase(top / name), choices)
        made[name] = top / name
    return made


def marked_by(reader: str) -> Any:
    """Ada marks the first four lesions; Ben the first three, the second of them in another artery."""
    whole = phantom()
    first, second, third, fourth = whole.lesions[:4]
    if reader == "Ada":
        return replace(whole, lesions=(first, second, third, fourth))
    other = next(key for key in ("LCX", "RCA") if key != second.territory)
    return replace(whole, lesions=(first, replace(second, territory=other), third))


def open_database(widget: Any, folder: Path, kind: str) -> Any:
    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    shutil.copytree(databases()[kind], folder)
    assert openDatabase(str(folder)) == ""
    widget.panel.choosing.series.refresh()
    widget.panel.choosing.series.finish()
    widget.ui.readingsSection.collapsed = False
    return widget


@pytest.fixture
def unread(widget: Any, tmp_path: Path) -> Any:
    """The panel with a series that nobody has read."""
    return open_database(widget, tmp_path / "database", "none")


@pytest.fixture
def read_once(widget: Any, tmp_path: Path) -> Any:
    """The panel with Ada's final reading in the database."""
    return open_database(widget, tmp_path / "database", "ada")


@pytest.fixture
def read(widget: Any, tmp_path: Path) -> Any:
    """The panel with Ada's and Ben's final readings in the database."""
    return open_database(widget, tmp_path / "database", "both")


def load_and_save(widget: Any, reader: str, status: int) -> None:
    """The next unread exam, its first lesion marked, saved as a reading alone; status 1 is draft, 2 final."""
    node = widget._parameterNode
    node.savePhysician = node.savePatient = node.saveScreens = node.saveReduced = False
    widget.ui.nextButton.click()
    click_lesions(widget, phantom(), 1)
    widget.ui.readerLineEdit.text = reader
    save(widget, status)


def save(widget: Any, status: int) -> None:
    widget.ui.statusComboBox.currentIndex = status
    widget.ui.saveButton.click()
    assert [one.kind for one in widget.panel.saving.written] == ["segmentation", "structured_report"]
    widget.panel.choosing.series.finish()  # what the event loop does bit by bit


def rows(widget: Any) -> list[list[str]]:
    table = widget.ui.examTable
    return [[table.item(row, column).text() for column in range(table.columnCount)] for row in range(table.rowCount)]


def differences(widget: Any) -> list[list[str]]:
    table = widget.ui.differenceTable
    return [[table.item(row, column).text() for column in range(table.columnCount)] for row in range(table.rowCount)]


def blind(widget: Any, who: str) -> None:
    widget.ui.whoLineEdit.setText(who)
    widget.ui.whoLineEdit.editingFinished.emit()
    widget.ui.blindCheckBox.checked = True


def scores(widget: Any) -> dict[str, float]:
    return {one.key: one.agatston for one in widget.panel.session.sheet.territories if one.agatston}


def test_an_exam_is_unread_then_a_draft_then_final_and_the_filter_follows(unread: Any) -> None:
    assert [row[2:4] for row in rows(unread)] == [["unread", ""]]
    load_and_save(unread, "Ada", status=1)
    assert [row[2:4] for row in rows(unread)] == [["draft", "Ada"]]
    save(unread, status=2)
    assert [row[2:4] for row in rows(unread)] == [["final", "Ada"]]
    assert unread.ui.examCountLabel.text == "0 unread, 0 draft, 1 final, 0 in disagreement"
    shown = []
    for index in range(unread.ui.stateComboBox.count):
        unread.ui.stateComboBox.currentIndex = index
        shown.append(len(rows(unread)))
    assert shown == [1, 0, 0, 1, 0]
    unread.ui.nextButton.click()
    assert "no other series without a reading" in unread.ui.guidanceLabel.text


def test_a_key_loads_the_next_unread_exam(unread: Any) -> None:
    unread.panel.marking.keys._shortcuts["nextExam"].activated.emit()
    assert unread.panel.session is not None


def test_two_final_readings_of_other_categories_are_a_disagreement(read: Any) -> None:
    ((*_, state, readers, totals),) = rows(read)
    assert (state, readers) == ("disagreement", "Ben, Ada")
    assert len(totals.split(", ")) == 2


def test_a_blind_second_reader_sees_no_result_of_the_first_until_their_own_is_final(read_once: Any) -> None:
    read_once.ui.nextButton.click()
    assert "no other series without a reading" in read_once.ui.guidanceLabel.text
    blind(read_once, "Ben")
    assert [row[2:] for row in rows(read_once)] == [["unread", "1 hidden", ""]]
    assert [row.reading for row in read_once.panel.choosing.series.rows if row.reading is not None] == []
    everything = " ".join(text for row in rows(read_once) for text in row) + read_once.ui.examTable.item(0, 2).toolTip()
    assert "Ada" not in everything
    load_and_save(read_once, "Ben", status=1)
    assert [row[2:4] for row in rows(read_once)] == [["draft", "Ben, 1 hidden"]]
    save(read_once, status=2)
    assert [row[2:4] for row in rows(read_once)] == [["disagreement", "Ben, Ada"]]
    shown = [row.reading.reader for row in read_once.panel.choosing.series.rows if row.reading is not None]
    assert sorted(shown) == ["Ada", "Ben", "Ben"]


def test_a_blind_reader_sees_their_own_whatever_the_case_of_the_name(read_once: Any) -> None:
    blind(read_once, " aDA")
    assert [row[2:4] for row in rows(read_once)] == [["final", "Ada"]]


def test_where_two_readings_differ_is_a_list_and_the_first_place_is_shown(read: Any) -> None:
    read.ui.examTable.selectRow(0)
    assert read.ui.decideButton.enabled
    read.ui.decideButton.click()
    lesions = phantom().lesions
    assert sorted(row[0].split(" (")[0] for row in differences(read)) == ["marked by one", "other territory"]
    missed = next(row for row in differences(read) if row[0].startswith("marked by one"))
    assert missed[1].startswith(lesions[3].territory)
    assert missed[2] == "\N{EN DASH}"
    assert read.ui.decidingFrame.visible or not read.ui.decidingFrame.isHidden()
    assert read.ui.decidingLabel.text == "Ada and Ben: 2 places differ, 0 decided. Shown: Ada."
    assert read.panel.session.state.reader == "Ada"


def test_the_other_reading_is_shown_and_the_first_again(read: Any) -> None:
    read.ui.examTable.selectRow(0)
    read.ui.decideButton.click()
    ada = scores(read)
    read.ui.showOtherButton.click()
    assert read.panel.session.state.reader == "Ben"
    assert scores(read) != ada
    read.ui.showOtherButton.click()
    assert scores(read) == ada


def test_the_agreed_reading_holds_what_both_mark_alike_and_what_was_taken(read: Any) -> None:
    for side in ("First", "Second", "Neither"):
        read.ui.examTable.selectRow(0)
        read.ui.decideButton.click()
        found = read.panel.readings.deciding.adjudication
        of = {"First": found.first.sheet, "Second": found.second.sheet}.get(side)
        expected: dict[str, float] = {}
        if of is not None:
            expected = {one.key: one.agatston for one in of.territories if one.agatston}
        for lesion in (lesion for place in found.places if place.kind == "same" and not of for lesion in place.first):
            expected[lesion.territory] = expected.get(lesion.territory, 0) + lesion.agatston
        for _ in range(2):
            getattr(read.ui, f"take{side}Button").click()
        assert "2 decided" in read.ui.decidingLabel.text
        read.ui.agreedButton.click()
        assert scores(read) == pytest.approx(expected)
        assert (read.panel.session.state.reader, read.panel.session.state.previous) == ("", None)
        assert read.ui.decidingFrame.isHidden()
        assert read.ui.guidanceLabel.text.startswith("This is a reading of its own")


def test_places_that_nobody_decided_on_hold_no_marks_and_are_counted(read: Any) -> None:
    read.ui.examTable.selectRow(0)
    read.ui.decideButton.click()
    read.ui.takeFirstButton.click()
    read.ui.agreedButton.click()
    assert "not decided, which hold no marks: 1." in read.ui.guidanceLabel.text


def test_the_list_is_left_when_the_scene_closes_or_a_reading_is_deleted(read: Any) -> None:
    import slicer

    read.ui.examTable.selectRow(0)
    read.ui.decideButton.click()
    slicer.mrmlScene.RemoveNode(read.panel.readings.deciding.adjudication.nodes[1])
    assert read.panel.readings.deciding.adjudication is None
    read.ui.examTable.selectRow(0)
    read.ui.decideButton.click()
    assert read.panel.readings.deciding.adjudication is not None
    slicer.mrmlScene.Clear(0)
    assert read.panel.readings.deciding.adjudication is None
    assert read.ui.decidingFrame.isHidden()


def test_with_a_closed_database_nothing_can_be_opened_and_the_buttons_say_why(widget: Any) -> None:
    widget.ui.readingsSection.collapsed = False
    for button in (widget.ui.openExamButton, widget.ui.decideButton):
        assert not button.enabled
        assert "database" in button.toolTip
