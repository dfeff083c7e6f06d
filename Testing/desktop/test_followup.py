"""Earlier scans in the panel: found by the person, opened in the background, compared, and taken over from."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dicom.followup.visits import add, three_dates

UNREAD, OLD_ID = "2023-02-08", "OLD-7"


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three readings of one person, a scan that nobody read, a reading that may be of the same person,
    and a scan of somebody else."""
    folder = tmp_path_factory.mktemp("followup") / "database"
    shutil.copytree(three_dates(), folder)
    add(folder, 2, read=False)
    add(folder, 0, seed="old", PatientID=OLD_ID)
    add(folder, 0, seed="else", read=False, PatientID="P2", PatientName="Other^Person", PatientBirthDate="19500101")
    return folder


NEWEST: dict[Path, Any] = {}
"""The newest reading of each database."""
ALIGNED: dict[tuple[str, str], Any] = {}
"""The same two scans are aligned once for all tests: a second of work."""


@pytest.fixture
def panel(widget: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The panel without a reading."""
    from SmartScoreLib.comparison.alignment.align import align
    from SmartScoreLib.desktop.followup import opening

    def once(later: Any, earlier: Any) -> Any:
        pair = later.series_instance_uid, earlier.series_instance_uid
        return ALIGNED.setdefault(pair, ALIGNED.get(pair) or align(later, earlier))

    monkeypatch.setattr(opening, "align", once)
    return widget.panel


def opened(panel: Any, folder: Path, *, listed: bool = True) -> Any:
    """The panel with the newest reading of the person open, and the other scans listed."""
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase
    from SmartScoreLib.reading.saved.find import find_readings
    from SmartScoreLib.scene.readings.saved import openSaved

    if folder not in NEWEST:
        NEWEST[folder] = max(find_readings([folder]), key=lambda one: str(one.study_date))
    assert openDatabase(str(folder)) == ""
    panel.choosing.series.refresh()
    volume, marks = openSaved(NEWEST[folder], slicer.mrmlScene)
    node = panel.current.settings.parameterNode
    node.marks, node.inputVolume = marks, volume
    assert panel.session is not None, panel.current.whyNotScorable
    if listed:
        panel.followup.listing.finish()
    return panel


@pytest.fixture
def read(panel: Any, dates: Path) -> Any:
    """The panel with the newest reading open; nothing is written into the database."""
    return opened(panel, dates)


def compared(panel: Any) -> Any:
    panel.followup._choice.do()
    panel.followup.opening.finish()
    return panel.followup.comparison


def listed(panel: Any) -> list[str]:
    combo = panel.followup._choice.widgets[0]
    return [combo.itemText(row) for row in range(combo.count)]


def label(panel: Any) -> str:
    return str(panel.followup._label.text)


def press(panel: Any, key: str) -> None:
    panel.marking.keys._shortcuts[key].activated.emit()


def volumes() -> int:
    import slicer

    return int(slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLScalarVolumeNode"))


def territories(panel: Any) -> list[str]:
    return [one.territory for one in panel.session.sheet.lesions]


def territory_at(panel: Any, lesion: Any) -> str:
    return next(one.territory for one in panel.session.sheet.lesions if one.peak_index == lesion.peak_index)


def test_the_other_scans_of_the_person_are_listed_read_or_not_and_the_nearest_reading_is_chosen(read: Any) -> None:
    assert [text[:10] for text in listed(read)] == [UNREAD, "2020-01-15", "2017-03-20"]
    assert "not read" in listed(read)[0]
    assert "30 images" in listed(read)[0]
    assert "Agatston" in listed(read)[1]
    combo, button = read.followup._choice.widgets
    assert combo.currentIndex == 1
    assert button.text == "Compare"


def test_a_scan_that_nobody_read_is_opened_to_be_read_and_today_s_reading_stays(read: Any) -> None:
    today, marks = read.session.series.series_instance_uid, read.session.segmentationNode
    combo, button = read.followup._choice.widgets
    combo.currentIndex = 0
    assert button.text == "Read this scan"
    button.click()
    read.followup.listing.finish()
    assert str(read.session.description.study.study_date) == UNREAD
    assert read.session.sheet.status == "not_read"
    assert marks.GetScene() is not None
    assert [text[:10] for text in listed(read)] == ["2026-01-15", "2020-01-15", "2017-03-20"]
    assert combo.currentText.startswith("2020-01-15")
    assert read.session.series.series_instance_uid != today


def test_an_earlier_scan_is_compared_and_listed_lesion_by_lesion_and_changes_no_score(read: Any) -> None:
    before = read.session.sheet
    found = compared(read)
    assert found.verdict == "real"
    assert found.alignment.quality == "good"
    assert "The scans lie well on each other" in label(read)
    table = read.followup._table
    rows = [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount)]
    assert {row[0] for row in rows} == {"same", "grown"}
    assert len(rows) == len(found.later.sheet.lesions)
    assert read.session.sheet == before


def test_a_correction_by_hand_moves_the_earlier_scan_is_measured_and_changes_no_score(read: Any) -> None:
    found = compared(read)
    before, prior = read.session.sheet, read.followup._prior
    assert not read.followup._shift.boxes[0].signalsBlocked()
    placed = place_of(prior)
    for box, mm in zip(read.followup._shift.boxes, (0.0, 4.0, 0.0), strict=True):
        box.value = mm
    moved = read.followup.comparison
    assert moved.alignment.shift_mm == (0.0, 4.0, 0.0)
    # The patient's back is the negative second axis of RAS.
    assert place_of(prior) - placed == pytest.approx([0.0, -4.0, 0.0])
    assert moved.alignment.correlation < found.alignment.correlation
    assert "corrected by hand, by 0, 4, 0 mm" in label(read)
    assert (moved.total, read.session.sheet) == (found.total, before)
    read.followup._shift.boxes[1].value = 40.0
    assert "The scans lie badly on each other" in label(read)
    assert not read.followup._take.enabled
    compared(read)
    assert read.followup.comparison.alignment.shift_mm == (0.0, 0.0, 0.0)
    assert read.followup._shift.mm == (0.0, 0.0, 0.0)


def place_of(prior: Any) -> np.ndarray:
    import vtk

    matrix = vtk.vtkMatrix4x4()
    prior.volumeNode.GetParentTransformNode().GetMatrixTransformToWorld(matrix)
    return np.array([matrix.GetElement(row, 3) for row in range(3)])


def test_today_s_marks_change_the_comparison_and_the_alignment_stays(read: Any) -> None:
    alignment = compared(read).alignment
    read.session.deleteLesion(read.session.sheet.lesions[0])
    read.updateAll()
    found = read.followup.comparison
    assert "gone" in {one.fate for one in found.matches}
    assert found.alignment is alignment


def test_a_chosen_lesion_says_what_it_was_and_one_key_gives_it_that(read: Any) -> None:
    compared(read)
    first = read.session.sheet.lesions[0]
    assert first.territory == "LM"
    read.session.reassignLesion(first, "RCA")
    read.updateScores()
    before = territories(read)
    assert "LM" not in before
    for _lesion in before:
        press(read, "nextLesion")
        if read.marking.lesions.selected().peak_index == first.peak_index:
            break
    assert read.current.told.startswith("LM on 2020-01-15: E gives it to LM. A lesion of RCA is selected")
    assert territories(read) == before
    press(read, "earlierTerritory")
    assert territory_at(read, first) == "LM"
    assert len(territories(read)) == len(before)
    assert read.current.told == "LM, as on the earlier scan. Z takes that back."
    press(read, "earlierTerritory")
    assert read.current.told == "First choose a lesion that had another territory on the earlier scan."
    assert read.session.undo()
    assert territories(read) == before


def test_a_lesion_that_agrees_is_new_or_had_no_known_artery_is_offered_nothing(read: Any) -> None:
    from SmartScoreLib.desktop.keys import KEYS

    combo = read.followup._choice.widgets[0]
    combo.currentIndex = 2  # of 2017, when "comes" was not there
    compared(read)
    said = [read.current.saidBefore(one) for one in read.session.sheet.lesions]
    assert set(said) == {f"{key} on 2017-03-20 too." for key in ("LM", "LAD", "LCX", "RCA")} | {
        "Not marked on 2017-03-20."
    }
    assert not any(f"{KEYS['earlierTerritory']} " in one for one in said)
    before = territories(read)
    press(read, "earlierTerritory")
    assert territories(read) == before
    # An artery that nobody knew then is less than is known now.
    reading, alignment = read.followup._opened
    unknown = tuple(replace(one, territory="CORONARY") for one in reading.sheet.lesions)
    read.followup._opened = replace(reading, sheet=replace(reading.sheet, lesions=unknown)), alignment
    said = {read.current.saidBefore(one) for one in read.session.sheet.lesions}
    assert said == {"Marked on 2017-03-20, of no known vessel.", "Not marked on 2017-03-20."}
    assert read.followup.territories.takeAll() == 0
    assert territories(read) == before


def test_a_click_marks_into_the_chosen_territory_and_only_says_the_earlier_one(read: Any) -> None:
    compared(read)
    lesion = read.session.sheet.lesions[0]
    read.session.deleteLesion(lesion)
    read.updateScores()
    from SmartScoreLib.scene.coordinates import worldFromLps

    place = read.session.series.geometry.lps_mm(lesion.peak_index).tolist()
    read.session.marker.click(worldFromLps(read.session.volumeNode, place), "LCX")
    read.updateScores()
    assert territory_at(read, lesion) == "LCX"
    assert read.current.told.endswith("LM on 2020-01-15: E gives it to LM.")
    # An offer ends with the next change of the marks.
    read.session.deleteLesion(next(one for one in read.session.sheet.lesions if one.peak_index != lesion.peak_index))
    press(read, "earlierTerritory")
    assert territory_at(read, lesion) == "LCX"


def test_a_candidate_says_what_it_was_and_the_key_marks_it_so_and_the_next_one_follows(read: Any) -> None:
    compared(read)
    lesions = read.session.sheet.lesions
    for one in lesions:
        read.session.deleteLesion(one)
    read.updateScores()
    assert territories(read) == []
    read.current.settings.parameterNode.showCandidates = True
    for _step in lesions:
        press(read, "nextLesion")
        assert read.current.told.startswith("Candidate 1 of "), read.current.told
        press(read, "earlierTerritory")
    # Without the prior's aorta or noise there is nothing else in this heart.
    assert sorted(territories(read)) == sorted(one.territory for one in lesions)


def test_all_territories_are_taken_on_request_are_told_and_can_be_undone(read: Any) -> None:
    compared(read)
    read.session.reassignLesion(read.session.sheet.lesions[0], "RCA")
    read.updateScores()
    read.followup._take.click()
    assert read.current.told == "Taken from the earlier scan: RCA → LM. Z takes each back."
    assert "LM" in territories(read)
    assert read.followup.territories.takeAll() == 0
    assert read.session.undo()
    assert "LM" not in territories(read)


def test_what_is_saved_drawn_and_copied_has_the_comparison_and_the_course(read: Any) -> None:
    import slicer

    assert read._toSave()[2] is None
    compared(read)
    _, _, found = read._toSave()
    assert [point.study_date.year for point in found.course] == [2017, 2020, 2026]
    assert found.prior.description.study.study_date.year == 2020
    reading, language, _slices, drawn = read.reporting._toDraw()
    assert drawn.comparison.later is reading
    assert drawn.prior.description.study.study_date.year == 2020
    read.reporting.copyText()
    assert "Scans of Jan 15, 2020 and Jan 15, 2026, 6.0 years apart." in slicer.app.clipboard().text()
    from SmartScoreLib.desktop.reporting.report_preview import pictures

    alone, both = (len(pictures(reading, language, (), one)) for one in (None, drawn))
    assert both > alone


def test_a_later_scan_is_the_later_one_in_what_is_saved(read: Any) -> None:
    from SmartScoreLib.scene.coordinates import worldFromLps

    combo, button = read.followup._choice.widgets
    place = read.session.series.geometry.lps_mm(read.session.sheet.lesions[0].peak_index).tolist()
    combo.currentIndex = 0
    button.click()
    read.followup.listing.finish()
    assert read.session.markAt(worldFromLps(read.session.volumeNode, place), "LM").changed
    read.updateScores()
    combo.currentIndex = 0
    assert combo.currentText.startswith("2026-01-15")
    compared(read)
    found = read._toSave()[2]
    assert str(found.comparison.earlier.description.study.study_date) == UNREAD
    assert found.comparison.earlier is found.current
    assert found.prior.description.study.study_date.year == 2026


def test_one_person_under_two_ids_is_compared_once_a_reader_states_it(read: Any) -> None:
    assert "2017-03-20" not in [text[:10] for text in listed(read)[:2]]
    assert f"the Patient IDs are not: {OLD_ID} and PHANTOM-1" in label(read)
    assert "--" not in label(read)
    read.followup._stated.checked = True
    assert listed(read) == []
    read.followup.listing.finish()
    assert [text[:10] for text in listed(read)] == [UNREAD, "2020-01-15", "2017-03-20", "2017-03-20"]
    combo, _button = read.followup._choice.widgets
    told = []
    for row in (2, 3):
        combo.currentIndex = row
        told.append("comparison.stated_same" in {one.code for one in compared(read).remarks})
    assert sorted(told) == [False, True]


def test_nothing_of_the_earlier_scan_is_left_in_the_scene_when_the_reading_is_closed(read: Any) -> None:
    import slicer

    transforms = slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLLinearTransformNode")
    before = volumes()
    compared(read)
    assert volumes() == before + 1
    press(read, "otherDate")  # without views nothing happens
    read.current.settings.parameterNode.inputVolume = None
    assert volumes() == before
    assert slicer.mrmlScene.GetNumberOfNodesByClass("vtkMRMLLinearTransformNode") == transforms
    assert read.followup.comparison is None


def test_scans_are_listed_beside_the_panel_and_those_of_a_reading_that_was_left_are_not_shown(
    panel: Any, dates: Path
) -> None:
    opened(panel, dates, listed=False)
    assert listed(panel) == []
    assert panel.followup.listing.running
    listing = panel.followup.listing._work
    panel.current.settings.parameterNode.inputVolume = None
    listing.result()
    panel.followup.listing.look()
    assert listed(panel) == []


def test_work_that_nobody_waits_for_any_more_shows_nothing(read: Any) -> None:
    read.followup._choice.do()
    work = read.followup.opening._work
    read.current.settings.parameterNode.inputVolume = None
    work.result()
    read.followup.opening.look()
    assert read.followup.comparison is None
