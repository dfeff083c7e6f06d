"""A saved reading is found again and opened as it was, from DICOM alone."""

import os
import shutil
import tempfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from dicom.saved.conftest import SMALL, scattered_marks, whole
from SmartScoreLib import ExportChoices, export, find_readings, open_reading
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS, RUMBERGER_1999
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.interpretation.populations.table_file import population_of
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading, ReportTexts
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.reading.saved.find import latest, readings_in
from SmartScoreLib.reading.saved.remarks import restored_remark
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Where
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, customize
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
SAVE = ExportChoices(structured_report=True)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A database folder that holds the images themselves, as Slicer's does."""
    files = write_phantom(standard_phantom(**SMALL), tmp_path / "ct")
    FolderDatabase(tmp_path / "db").insert(files)
    shutil.rmtree(tmp_path / "ct")
    return tmp_path / "db"


def series_in(place: Path):
    database = FolderDatabase(place)
    (entry,) = [one for one in database.entries() if one.modality == "CT"]
    return load_series(find_series(database.series_files(entry.series_instance_uid)).candidates[0])


def saved(place: Path, reading: Reading, choices: ExportChoices = SAVE) -> str:
    """Save; the SOP Instance UID of the structured report."""
    known = {one.version.sop_instance_uid for one in find_readings(place)}
    export(reading, place, choices)
    (new,) = {one.version.sop_instance_uid for one in find_readings(place)} - known
    return new


def test_ten_readings_by_two_readers_with_two_drafts_are_listed_and_each_opens_as_it_was(place):
    series = series_in(place)
    readings = {}
    for number in range(10):
        status = "draft" if number in (3, 7) else "final" if number % 2 else ""
        protocol = customize(PRESETS["Canon"] if number == 4 else DEFAULT_PROTOCOL, threshold_hu=130.0 + number / 3)
        reading = make_reading(
            series,
            replace(scattered_marks(series, part=0.01, seed=number), zero_confirmed=True),  # not all have what counts
            replace(protocol, mass_factor=0.00071 + number / 1e7) if number % 3 else protocol,
            Person(age_years=50 + number, sex="female", ethnicity="black", smoker=number % 2 == 0, systolic_mmhg=131.5),
            ("Reader^Ada", "Bo Öst")[number % 2],
            f"comment {number}\nof two lines",
            ReportTexts("why", "sharp", "", "none", f"impression {number}", status, date(2026, 1, number + 1)),
        )
        readings[saved(place, reading)] = reading
    found = find_readings(place)
    assert len(found) == 10
    assert all(one.remarks == () and not one.replaced and one.version.number == 1 for one in found)
    assert sorted(one.reader for one in found) == ["Bo Öst"] * 5 + ["Reader^Ada"] * 5
    assert [one.status for one in found].count("draft") == 2
    for one in found:
        before, after = readings[one.version.sop_instance_uid], open_reading(one)
        assert np.array_equal(whole(after.lesions), whole(before.lesions))
        assert after.sheet == before.sheet
        assert after.sheet.protocol == before.sheet.protocol
        assert after.interpretation == before.interpretation
        assert (after.reader, after.comment, after.texts) == (before.reader, before.comment, before.texts)
        assert after.lesions.origin == before.lesions.origin
        assert score_json(after) == score_json(before)
        assert (one.agatston, one.status) == (before.sheet.total.agatston, before.texts.status)
        assert one.cac_drs == (before.interpretation.cac_drs or "")


OWN_TABLE = """\
# name: Our cohort
# source: Quality report 2025, "Größe ≥ 3"
# people: 2314
sex,group,age_from,age_to,p25,p50,p75,p90
female,north,40,59,0,0,6,51.5
female,north,60,79,1,20,131,420
"""


@pytest.mark.parametrize("key", CLASSIFICATIONS)
def test_a_reading_opens_with_its_classification_its_populations_and_its_risk(place, key):
    own = population_of(OWN_TABLE, "own.csv")
    person = Person(
        61, "female", None, False, False, 201.5, 51.0, True, 128.0, False, True, statin=True, egfr_ml_min=87.5,
        group="north",
    )  # fmt: skip
    choices = InterpretationChoices(CLASSIFICATIONS[key], (own, population(HOFF)), quotes=key == "cac-drs")
    series = series_in(place)
    before = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, person, choices=choices)
    saved(place, before)
    after = open_reading(find_readings(place)[0])
    assert after.interpretation == before.interpretation
    assert after.interpretation.choices.populations[0].table == OWN_TABLE.rstrip()
    assert [one.percentile is None for one in after.interpretation.comparisons] == [False, False]
    assert after.interpretation.prevent_ascvd.value is not None
    assert score_json(after) == score_json(before)


def test_a_reading_of_version_1_0_opens_with_the_words_and_the_population_that_it_had(place):
    """Its structured report has Rumberger's word as a code, MESA's percentile, and no choice of either."""
    series = series_in(place)
    chosen = InterpretationChoices(RUMBERGER_1999)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, choices=chosen))
    (found,) = find_readings(place)
    report = dcmread(found.file)
    later = {"classification", "grade", "population", "quotes"}
    for part in report.ContentSequence:
        if part.get("ConceptNameCodeSequence") and part.ConceptNameCodeSequence[0].CodeValue == "C0034375":
            kept = [one for one in part.ContentSequence if one.ConceptNameCodeSequence[0].CodeValue not in later]
            assert len(part.ContentSequence) - len(kept) == 3
            assert [one for one in kept if one.ConceptNameCodeSequence[0].CodeValue == "plaque-burden"]
            part.ContentSequence = kept
    report.save_as(found.file)
    choices = open_reading(find_readings(place)[0]).interpretation.choices
    assert (choices.classification, [one.key for one in choices.populations]) == (RUMBERGER_1999, [MESA])
    assert choices.quotes is False


def test_a_table_that_is_damaged_in_the_file_is_told(place):
    series = series_in(place)
    choices = InterpretationChoices(populations=(population_of(OWN_TABLE, "own.csv"),))
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, choices=choices))
    (found,) = find_readings(place)
    report = dcmread(found.file)
    (table,) = [
        below
        for part in report.ContentSequence
        for item in part.get("ContentSequence", ())
        for below in item.get("ContentSequence", ())
        if below.ConceptNameCodeSequence[0].CodeValue == "population-table"
    ]
    table.TextValue = table.TextValue.replace("51.5", "x")
    report.save_as(found.file)
    with pytest.raises(InputRefused, match='Our cohort:5: p90 "x" is not a score'):
        open_reading(find_readings(place)[0])


def test_a_new_version_replaces_and_the_old_one_stays_byte_by_byte(place):
    series = series_in(place)
    first = saved(
        place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, texts=ReportTexts(status="final"))
    )
    before = {file: file.read_bytes() for file in place.rglob("*.dcm")}
    opened = open_reading(find_readings(place)[0])
    second = saved(place, replace(opened, comment="corrected"))
    assert all(file.read_bytes() == content for file, content in before.items())
    by_uid = {one.version.sop_instance_uid: one for one in find_readings(place)}
    assert (by_uid[first].replaced, by_uid[first].version.number) == (True, 1)
    assert (by_uid[second].replaced, by_uid[second].version.number) == (False, 2)
    assert by_uid[second].replaces == (first,)
    assert latest(tuple(by_uid.values())).version.sop_instance_uid == second
    assert open_reading(by_uid[second]).comment == "corrected"
    assert open_reading(by_uid[first]).comment == ""
    # What was marked keeps its Tracking UIDs over the versions.
    assert by_uid[first].version.tracking_uids == by_uid[second].version.tracking_uids != ()


def test_images_that_lie_elsewhere_are_found_where_both_places_are_given(place, tmp_path):
    write_phantom(standard_phantom(**SMALL), tmp_path / "other")
    other = load_series(find_series([tmp_path / "other"]).candidates[0])
    export(make_reading(other, scattered_marks(other), DEFAULT_PROTOCOL), tmp_path / "new", SAVE)
    (alone,) = find_readings(tmp_path / "new")
    assert [one.code for one in alone.remarks] == ["reading.series_gone"]
    with pytest.raises(InputRefused) as refused:
        open_reading(alone)
    assert refused.value.remarks == alone.remarks
    (both,) = find_readings([tmp_path / "new", tmp_path / "other"])
    assert open_reading(both).sheet == make_reading(other, scattered_marks(other), DEFAULT_PROTOCOL).sheet
    files = [file for folder in ("new", "other") for file in (tmp_path / folder).rglob("*.dcm")]
    assert [one.version for one in find_readings(files)] == [both.version]


def test_a_deleted_series_some_deleted_images_and_a_deleted_segmentation_are_told(place):
    series = series_in(place)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL))
    (one,) = find_readings(place)
    one.series_files[0].unlink()
    with pytest.raises(InputRefused) as refused:
        open_reading(one)
    (said,) = refused.value.remarks
    assert (said.code, said.values["images"]) == ("reading.images_gone", 1)
    for file in one.series_files[1:]:
        file.unlink()
    one.segmentation.unlink()
    (again,) = find_readings(place)
    assert [lack.code for lack in again.remarks] == ["reading.series_gone", "reading.segmentation_gone"]
    assert again.agatston == one.agatston


def test_a_damaged_report_is_passed_over_or_told(place, tmp_path):
    series = series_in(place)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL))
    (one,) = find_readings(place)
    report = dcmread(one.file)
    broken = tmp_path / "broken.dcm"
    broken.write_bytes(one.file.read_bytes()[:3000])
    assert readings_in([broken, tmp_path / "none.dcm"], lambda uid: ()) == ()
    for group in report.ContentSequence:
        if group.ConceptNameCodeSequence[0].CodeMeaning == "Derived Imaging Measurements":
            del group.ContentSequence[0].ContentSequence
    report.save_as(tmp_path / "without.dcm")
    with pytest.raises(InputRefused) as refused:
        open_reading(replace(one, file=tmp_path / "without.dcm"))
    assert refused.value.remarks[0].code == "reading.report_damaged"
    with pytest.raises(InputRefused) as refused:
        open_reading(replace(one, file=tmp_path / "none.dcm"))
    assert refused.value.remarks[0].code == "reading.report_gone"


def test_a_reading_of_one_phase_opens_on_that_phase(tmp_path):
    files = write_phantom(standard_phantom(**SMALL), tmp_path / "ct", phases=(40, 75))
    for file in files[12:]:
        image = dcmread(file)
        image.PixelData = (np.frombuffer(image.PixelData, "<i2") + 7).astype("<i2").tobytes()
        image.save_as(file)
    phases = [load_series(one) for one in find_series([tmp_path / "ct"]).candidates]
    assert len(phases) == 2
    for phase in phases:
        export(make_reading(phase, scattered_marks(phase), DEFAULT_PROTOCOL), tmp_path / "db", SAVE)
    found = find_readings([tmp_path / "db", tmp_path / "ct"])
    assert {one.label for one in found} == {phase.label for phase in phases}
    for one in found:
        opened = open_reading(one)
        assert opened.series.label == one.label
        (meant,) = [phase for phase in phases if phase.label == one.label]
        assert np.array_equal(opened.series.hu, meant.hu)


def test_a_reading_without_marks_opens_without_marks(place):
    series = series_in(place)
    empty = LesionMap(series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), zero_confirmed=True)
    written = export(make_reading(series, empty, DEFAULT_PROTOCOL), place, SAVE)
    assert [one.kind for one in written] == ["structured_report"]
    (one,) = find_readings(place)
    assert one.segmentation is None
    assert one.remarks == ()
    assert open_reading(one).sheet.total.agatston == 0


def test_remarks_on_the_marks_stay_with_the_reading(place):
    series = series_in(place)
    said = remark("lesions.left_out", voxels=3, file="old.nrrd")
    marks = replace(scattered_marks(series), remarks=(said,), origin=remark("lesions.origin_marks", file="old.nrrd"))
    saved(place, make_reading(series, marks, DEFAULT_PROTOCOL))
    opened = open_reading(find_readings(place)[0])
    assert opened.lesions.remarks == (said,)
    assert said in opened.sheet.remarks
    assert opened.lesions.origin == marks.origin


def test_a_remark_is_restored_from_its_data_or_else_from_its_words():
    said = remark("lesions.left_out", voxels=3, file="a")
    data = '{"code": "lesions.left_out", "severity": "limits", "values": {"voxels": 3, "file": "a"}}'
    assert restored_remark("words", data) == said
    nested = '{"code": "series.of_series", "values": {"series": "S", "reason": ' + data + "}}"
    assert restored_remark("", nested) == remark("series.of_series", series="S", reason=said)
    for unknown in ("", "[]", '{"code": "lesions.none_such", "values": {}}', '{"code": "lesions.left_out"}', "null"):
        assert restored_remark("words", unknown) == remark("reading.earlier_remark", words="words")
    assert Where("f", 2).others == 2


def test_reports_of_others_are_no_readings(place, tmp_path):
    series = series_in(place)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL))
    (one,) = find_readings(place)
    report = dcmread(one.file)
    said = next(
        group for group in report.ContentSequence
        if group.ConceptNameCodeSequence[0].CodeMeaning == "Qualitative Evaluations"
    )  # fmt: skip
    said.ContentSequence = [
        item for item in said.ContentSequence if item.ConceptNameCodeSequence[0].CodeValue != "protocol"
    ]
    report.save_as(tmp_path / "other.dcm")
    assert readings_in([tmp_path / "other.dcm", one.series_files[0]], lambda uid: ()) == ()


def export_killed_at(step: int, reading: Reading, place: Path, choices: ExportChoices) -> int:
    """Export in a process that ends, as if killed, at a step of its progress; its exit status: 9 if killed."""
    steps = 0

    def progress(done: int, total: int, what: str) -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            os._exit(9)

    child = os.fork()
    if not child:
        status = 1
        try:
            export(reading, place, choices, progress)
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_save_that_is_killed_at_any_step_leaves_the_old_version_whole(place, tmp_path, monkeypatch):
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    series = series_in(place)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, comment="old"))
    before = {file: file.read_bytes() for file in place.rglob("*.dcm")}
    choices = ExportChoices(segmentation=True, structured_report=True, presentation=True, reduced=range(2, 5))
    new = replace(open_reading(find_readings(place)[0]), comment="new")
    step, status = 0, 9
    while status == 9:
        step += 1
        status = export_killed_at(step, new, place, choices)
        assert status in (0, 9)
        found = find_readings(place)
        assert len(found) == (1 if status else 2)
        assert all(file.read_bytes() == content for file, content in before.items())
        old = open_reading(found[-1])
        assert (old.comment, found[-1].remarks) == ("old", ())
    # 3 images, 3 objects, and 6 copies into the database
    assert step == 13
    assert open_reading(found[0]).comment == "new"
    assert (found[0].replaces, found[1].replaced) == ((found[1].version.sop_instance_uid,), True)


def changed_segmentation(place: Path, change) -> None:
    """The one segmentation of a place, changed where it lies."""
    (one,) = find_readings(place)
    dataset = dcmread(one.segmentation)
    change(dataset)
    dataset.save_as(one.segmentation)


def test_marks_that_no_longer_give_the_saved_score_are_told_with_both_scores(place):
    series = series_in(place)
    reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL)
    saved(place, reading)
    assert open_reading(find_readings(place)[0]).lesions.remarks == ()
    changed_segmentation(place, lambda dataset: setattr(dataset, "PixelData", b"\0" * len(dataset.PixelData)))
    opened = open_reading(find_readings(place)[0])
    (said,) = opened.lesions.remarks
    assert (said.code, said.severity.name) == ("reading.scored_otherwise", "LIMITS")
    assert dict(said.values) == {"saved": reading.sheet.total.agatston, "now": 0.0}
    assert said in opened.sheet.remarks


def test_marks_that_bear_another_patients_number_are_told(place):
    series = series_in(place)
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL))
    changed_segmentation(place, lambda dataset: setattr(dataset, "PatientID", "SOMEBODY ELSE"))
    (said,) = open_reading(find_readings(place)[0]).lesions.remarks
    assert (said.code, said.severity.name) == ("lesions.other_patient", "LIMITS")
    assert dict(said.values)["patient_id"] == "SOMEBODY ELSE"
    changed_segmentation(place, lambda dataset: setattr(dataset, "PatientID", ""))
    assert open_reading(find_readings(place)[0]).lesions.remarks == ()


def test_readings_of_one_second_are_listed_in_the_order_in_which_they_were_saved(place):
    series = series_in(place)
    reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL)
    uids = [saved(place, replace(reading, reader=f"Reader {number}")) for number in range(3)]
    for microsecond, uid in zip((250000, 7, 0), uids, strict=True):
        (one,) = [one for one in find_readings(place) if one.version.sop_instance_uid == uid]
        report = dcmread(one.file)
        report.ContentDate, report.ContentTime = "20260304", f"101112.{microsecond:06d}" if microsecond else "101112"
        report.save_as(one.file)
    assert [one.reader for one in find_readings(place)] == ["Reader 0", "Reader 1", "Reader 2"]
    assert [one.made_on.microsecond for one in find_readings(place)] == [250000, 7, 0]


def test_what_is_saved_says_when_to_the_fraction_of_a_second(place):
    series = series_in(place)
    before = datetime.now()
    saved(place, make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL))
    (one,) = find_readings(place)
    assert before <= one.made_on <= datetime.now()
