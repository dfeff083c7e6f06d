"""A reading as a structured report: what others read of it is what the JSON says."""

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime

import highdicom
import numpy as np
import pytest
from pydicom import dcmread

from dicom.saved.conftest import dciodvfy, dcmqi, scattered_marks
from SmartScoreLib.dicomwriting.segmentation.plan import plan_segmentation
from SmartScoreLib.dicomwriting.segmentation.write import write_segmentation
from SmartScoreLib.dicomwriting.structured_report.write import write_structured_report
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reading.model import ReportTexts, SavedVersion
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

TEXTS = ReportTexts("chest pain", "motion", "none", "nodule 4 mm", "mild", "final", date(2026, 3, 1))
PERSON = Person(age_years=61, sex="male", ethnicity="white", diabetes=False, total_cholesterol_mg_dl=201.5)
PRIVATE = "CodingSchemeDesignator(0008,0102)[1]> - Unrecognized defined term = <99SMARTSCORE>"


def written(reading, folder, **options):
    """The report and its segmentation (None where nothing is marked)."""
    plan = plan_segmentation(reading)
    marks = write_segmentation(reading, plan, folder / "seg").files[0] if plan.segments else None
    (file,) = write_structured_report(reading, plan, folder / "sr", **options).files
    return file, marks


@pytest.fixture
def full(reading):
    """A reading with everything that can be said, and a mass factor of more digits than a Decimal String holds."""
    protocol = replace(DEFAULT_PROTOCOL, mass_factor=0.00078123456789012)
    return make_reading(reading.series, reading.lesions, protocol, PERSON, "Reader^Ada", "Größe ≥ 3 mm\nzwei", TEXTS)


def items(parent, meaning):
    return [one for one in parent.get("ContentSequence", []) if one.ConceptNameCodeSequence[0].CodeMeaning == meaning]


def value(item):
    return item.MeasuredValueSequence[0].FloatingPointValue


def test_dcmqi_reads_every_territory_as_the_json_has_it(tmp_path, full):
    file, marks = written(full, tmp_path)
    dcmqi("tid1500reader", "--inputDICOM", file, "--outputMetadata", tmp_path / "sr.json")
    read = json.loads((tmp_path / "sr.json").read_text())
    expected = score_json(full)
    segments = dcmread(marks).SegmentSequence
    assert len(read["Measurements"]) == len(segments) == 5
    assert read["observerContext"]["PersonObserverName"] == "Reader^Ada"
    for number, (group, segment) in enumerate(zip(read["Measurements"], segments, strict=True), start=1):
        # What Slicer needs: the groups in the order of the segments, with the same columns in each.
        assert group["ReferencedSegment"] == number == segment.SegmentNumber
        assert group["TrackingUniqueIdentifier"] == segment.TrackingUID
        assert group["TrackingIdentifier"] == segment.SegmentLabel
        assert group["segmentationSOPInstanceUID"] == dcmread(marks).SOPInstanceUID
        assert [one["units"]["CodeValue"] for one in group["measurementItems"]] == [
            "1", "mm3", "mg", "{lesions}", "[hnsf'U]"
        ]  # fmt: skip
        key = {"Left main": "LM", "Left anterior descending": "LAD", "Left circumflex": "LCX"}
        key |= {"Right coronary artery": "RCA", "Posterior descending artery": "PDA", "Ascending aorta": "AORTA"}
        territory = (key | {"Aortic valve": "AV", "Mitral valve": "MV"})[segment.SegmentLabel]
        said = expected["territories"][territory]
        peaks = [one["peak_hu"] for one in expected["lesions"] if one["territory"] == territory]
        numbers = [float(one["value"]) for one in group["measurementItems"]]
        assert numbers == pytest.approx(
            [said["agatston"], said["volume_mm3"], said["mass_mg"], said["lesions"], max(peaks)], rel=1e-13
        )


def test_highdicom_reads_every_digit(tmp_path, full):
    file, _ = written(full, tmp_path)
    report = highdicom.sr.srread(file)
    expected = score_json(full)["territories"]
    # Slicer asks first whether there are regions drawn on single images.
    assert report.content.get_planar_roi_measurement_groups() == []
    groups = report.content.get_volumetric_roi_measurement_groups()
    marked = [key for key, one in expected.items() if one["lesions"]]
    for group, key in zip(groups, marked, strict=True):
        agatston, volume, mass, lesions, _ = group.get_measurements()
        got = (agatston.value, volume.value, mass.value, lesions.value)
        assert got == tuple(expected[key][name] for name in ("agatston", "volume_mm3", "mass_mg", "lesions"))
        meaning = "Coronary artery calcium score" if expected[key]["counts"] else "Calcium score"
        assert (agatston.name.meaning, agatston.method.meaning) == (meaning, "Agatston scoring method")


def test_totals_rules_percentile_and_person_stand_where_the_template_has_them(tmp_path, full):
    file, _ = written(full, tmp_path)
    report, expected = dcmread(file), score_json(full)
    (derived,) = items(report, "Derived Imaging Measurements")
    total, protocol, meaning = expected["total"], expected["protocol"], expected["interpretation"]
    (agatston,) = items(derived, "Coronary artery calcium score")
    assert value(agatston) == total["agatston"]
    assert value(items(derived, "Calcium Volume")[0]) == total["volume_mm3"]
    assert value(items(derived, "Calcium Mass")[0]) == total["mass_mg"]
    assert (
        items(derived, "Number of coronary vessels with calcium")[0].MeasuredValueSequence[0].NumericValue
        == total["vessels"]
        > 2
    )
    assert value(items(derived, "Calcium density score")[0]) == total["density_score"]
    assert value(items(derived, "Index of diffusion of coronary calcium")[0]) == total["diffusivity"]
    assert value(items(agatston, "Agatston Score Threshold")[0]) == protocol["threshold_hu"] == 130.0
    assert value(items(agatston, "Calcium scoring mass factor")[0]) == 0.00078123456789012
    assert [value(items(agatston, f"Least peak attenuation of density weight {n}")[0]) for n in (1, 2, 3, 4)] == [
        130.0, 200.0, 300.0, 400.0
    ]  # fmt: skip
    assert value(items(agatston, "Slice spacing that the score is corrected by")[0]) == 5.0
    assert value(items(agatston, "Slice spacing of an Agatston score without correction")[0]) == 3.0
    (percentile,) = items(derived, "Percentile Ranking of measurement")
    assert value(percentile) == meaning["mesa_percentile"]["value"]
    assert items(percentile, "Population description")[0].TextValue == "MESA 2006: white, male, 61 years"
    assert "McClelland" in items(percentile, "Normal Range Authority")[0].TextValue
    (said,) = items(report, "Qualitative Evaluations")
    assert items(said, "CAC-DRS category")[0].TextValue == meaning["cac_drs"]
    (chosen,) = items(said, "Classification of the amount of coronary calcium")
    assert chosen.ConceptCodeSequence[0].CodeValue == f"c-{meaning['classification']['key']}" == "c-acc-aha-2026"
    (grade,) = items(said, "Grade of coronary calcium by the classification")
    assert grade.TextValue == meaning["classification"]["grade"]
    assert [one.TextValue for one in items(said, "Reference population that was chosen")] == ["mesa-2006"]
    assert items(said, "Plaque burden") == []
    texts = {one.ConceptNameCodeSequence[0].CodeMeaning: one.get("TextValue") for one in said.ContentSequence}
    assert texts["Indications for Procedure"] == "chest pain"
    assert texts["Impression"] == "mild"
    assert texts["Comment"] == "Größe ≥ 3 mm\nzwei"
    assert texts["Name of the scoring rules"] == "SmartScore AJ-130"
    (known,) = items(report, "Patient Characteristics")
    names = [one.ConceptNameCodeSequence[0].CodeMeaning for one in known.ContentSequence]
    assert names == [
        "Subject Age",
        "Cholesterol [Mass/volume] in Serum or Plasma",
        "Subject Sex",
        "Group of the MESA population",
        "History of diabetes mellitus",
    ]


def test_the_validator_knows_no_error_and_warns_of_the_private_scheme_only(tmp_path, full, series_of):
    chinese = series_of(folder="zh", character_set="ISO_IR 192", attributes={"PatientName": "Wang^XiaoDong=王^小东"})
    others = replace(full, series=chinese, reader="", comment="", texts=ReportTexts(status="draft"))
    for number, reading in enumerate((full, others)):
        file, _ = written(reading, tmp_path / str(number))
        assert [line for line in dciodvfy(file) if PRIVATE not in line] == []


def test_status_and_flags_say_the_same(tmp_path, reading):
    for status, flags in {
        "draft": ("PARTIAL", "PRELIMINARY"),
        "final": ("COMPLETE", "FINAL"),
        "": ("COMPLETE", None),
    }.items():
        file, _ = written(replace(reading, texts=ReportTexts(status=status)), tmp_path / (status or "none"))
        report = dcmread(file)
        assert (report.CompletionFlag, report.get("PreliminaryFlag")) == flags
        assert report.VerificationFlag == "UNVERIFIED"


def test_a_new_version_names_the_one_it_replaces(tmp_path, reading):
    previous = SavedVersion("1.2.3", "1.2.3.4", "1.2.840.10008.5.1.4.1.1.88.22", "1.2.3.4.5", 3, (("LAD", "1.2.77"),))
    file, marks = written(replace(reading, previous=previous), tmp_path)
    (study,) = dcmread(file).PredecessorDocumentsSequence
    (series,) = study.ReferencedSeriesSequence
    (instance,) = series.ReferencedSOPSequence
    assert (study.StudyInstanceUID, series.SeriesInstanceUID) == ("1.2.3", "1.2.3.4")
    assert instance.ReferencedSOPInstanceUID == "1.2.3.4.5"
    tracked = {one.SegmentLabel: one.TrackingUID for one in dcmread(marks).SegmentSequence}
    assert tracked["Left anterior descending"] == "1.2.77"
    assert len(set(tracked.values())) == len(tracked)
    assert [line for line in dciodvfy(file) if PRIVATE not in line] == []


def test_the_evidence_is_every_image_and_the_segmentation(tmp_path, reading):
    file, marks = written(reading, tmp_path)
    evidence = highdicom.sr.srread(file).get_evidence()
    segmentation = dcmread(marks)
    assert {one[2] for one in evidence} == {
        *(header.SOPInstanceUID for header in reading.series.datasets), segmentation.SOPInstanceUID
    }  # fmt: skip
    assert {one[1] for one in evidence} == {reading.series.series_instance_uid, segmentation.SeriesInstanceUID}
    assert {one[0] for one in evidence} == {reading.series.datasets[0].StudyInstanceUID}


def test_a_territory_whose_marks_do_not_count_has_the_same_columns(tmp_path, series_of):
    series = series_of()
    marks = scattered_marks(series)
    labels = np.where(series.hu < 130, marks.labels, 0).astype(np.uint8)
    below = replace(marks, labels=labels, zero_confirmed=True)
    file, _ = written(make_reading(series, below, DEFAULT_PROTOCOL), tmp_path)
    assert [line for line in dciodvfy(file) if PRIVATE not in line] == []
    dcmqi("tid1500reader", "--inputDICOM", file, "--outputMetadata", tmp_path / "sr.json")
    groups = json.loads((tmp_path / "sr.json").read_text())["Measurements"]
    for group, label in zip(groups, sorted(one.label for one in TERRITORIES), strict=True):
        peak = str(series.hu[below.labels == label].max())
        assert [one["value"] for one in group["measurementItems"]] == ["0", "0", "0", peak]
    highdicom.sr.srread(file)


def test_a_reading_without_marks_has_one_group_of_the_coronary_arteries(tmp_path, reading):
    empty = LesionMap(reading.series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), zero_confirmed=True)
    file, marks = written(make_reading(reading.series, empty, DEFAULT_PROTOCOL), tmp_path)
    assert marks is None
    dcmqi("tid1500reader", "--inputDICOM", file, "--outputMetadata", tmp_path / "sr.json")
    (group,) = json.loads((tmp_path / "sr.json").read_text())["Measurements"]
    assert group["FindingSite"]["CodeValue"] == "41801008"
    assert group["measurementItems"][0]["value"] == "0"
    assert [line for line in dciodvfy(file) if PRIVATE not in line] == []


def test_odd_texts_and_names_are_repaired_and_no_control_character_is_written(tmp_path, reading):
    odd = replace(reading, reader="A\\B^C^D^E^F^G \x07" + "x" * 80, comment="a\x00\x1bb \\ c", texts=ReportTexts("\t"))
    file, _ = written(odd, tmp_path)
    assert [line for line in dciodvfy(file) if PRIVATE not in line] == []
    (said,) = items(dcmread(file), "Qualitative Evaluations")
    assert items(said, "Comment")[0].TextValue == "a  b \\ c"
    assert items(said, "Indications for Procedure") == []


def test_candidates_that_nobody_has_confirmed_are_no_reading(tmp_path, reading):
    unreviewed = make_reading(reading.series, replace(reading.lesions, reviewed=False), DEFAULT_PROTOCOL)
    with pytest.raises(InputRefused) as refused:
        written(unreviewed, tmp_path)
    assert refused.value.remarks[0].code == "reading.unreviewed"


def test_the_moment_is_written_in_the_zone_of_the_source(tmp_path, series_of):
    series = series_of(attributes={"TimezoneOffsetFromUTC": "+0500"})
    reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL)
    moment = datetime.fromisoformat("2026-05-06T23:30:00+00:00")
    file, _ = written(reading, tmp_path, when=moment)
    report = dcmread(file)
    assert (report.ContentDate, report.ContentTime, report.TimezoneOffsetFromUTC) == ("20260507", "043000", "+0500")


@pytest.mark.skipif(not shutil.which("dsrdump"), reason="dcmtk is not installed")
def test_dcmtk_reads_the_whole_tree(tmp_path, full):
    file, _ = written(full, tmp_path)
    done = subprocess.run(["dsrdump", "-Er", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "E:" not in done.stderr
    assert done.stdout.count("Measurement Group") == 5
