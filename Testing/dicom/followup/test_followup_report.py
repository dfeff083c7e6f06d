"""The comparison in the structured report: values, references to the other scan, and what other people's tools say."""

import shutil
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from dicom.followup.visits import three_dates
from dicom.saved.conftest import dciodvfy, dcmqi
from SmartScoreLib.cli.main import main
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved import content
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.reopen import open_reading


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> tuple[Path, str, str]:
    """A database with two dates; the later one exported with the comparison: folder, UIDs of both CT series."""
    folder = tmp_path_factory.mktemp("followup") / "database"
    shutil.copytree(three_dates(), folder)
    series = [one.series_instance_uid for one in sorted(find_readings([folder]), key=lambda one: str(one.study_date))]
    arguments = ["export", folder, "--series", series[1], "--lesions", "latest", "--database", folder]
    arguments += ["--structured-report", "--prior", folder]
    assert main([str(one) for one in arguments]) == 0
    return folder, series[0], series[1]


def newest(folder: Path) -> Path:
    return find_readings([folder])[0].file


def numbers_of(item: Dataset, *concepts: c.Concept) -> list[float | None]:
    return [content.number(content.child(item, concept)) for concept in concepts]


def test_the_report_has_the_change_with_both_values_limits_and_verdict(exported) -> None:
    folder, _, _ = exported
    report = dcmread(newest(folder))
    found = content.child(report, c.OTHER_SCAN)
    assert content.text(content.child(found, c.OTHER_DATE)) == "2017-03-20"
    assert content.number(content.child(found, c.DAYS_BETWEEN)) == 1031
    readings = {str(one.study_date): one.agatston for one in find_readings([folder])}
    before, after = readings["2017-03-20"], readings["2020-01-15"]
    changed = content.child(found, c.CHANGES["agatston"])
    assert content.number(changed) == pytest.approx(after - before)
    assert numbers_of(changed, c.EARLIER_VALUE, c.LATER_VALUE) == [before, after]
    assert content.number(content.child(changed, c.PER_YEAR)) == pytest.approx((after - before) / (1031 / 365.25))
    limit = content.number(content.child(changed, c.LIMITS_OF_CHANGE["sevrukov"]))
    assert limit == pytest.approx(4.930 * round(before) ** 0.5)
    assert content.choice(content.child(found, c.VERDICT))[1].startswith("verdict-")
    fates = {fate: content.number(content.child(found, concept)) for fate, concept in c.FATES.items()}
    assert {fate for fate, count in fates.items() if count} >= {"new", "gone"}


def test_the_other_scan_and_its_reading_are_named_as_evidence(exported) -> None:
    folder, earlier, later = exported
    report = dcmread(newest(folder))
    (study,) = report.PertinentOtherEvidenceSequence
    named = {one.SeriesInstanceUID: one.ReferencedSOPSequence for one in study.ReferencedSeriesSequence}
    database = FolderDatabase(folder)
    images = {str(dcmread(file, stop_before_pixels=True).SOPInstanceUID) for file in database.series_files(earlier)}
    assert {one.ReferencedSOPInstanceUID for one in named[earlier]} == images
    prior = next(one for one in find_readings([folder]) if one.series_instance_uid == earlier)
    composite = content.child(content.child(report, c.OTHER_SCAN), c.OTHER_REPORT)
    (reference,) = composite.ReferencedSOPSequence
    assert reference.ReferencedSOPInstanceUID == prior.version.sop_instance_uid
    assert [one.ReferencedSOPInstanceUID for one in named[prior.version.series_instance_uid]] == [
        prior.version.sop_instance_uid
    ]
    assert study.StudyInstanceUID != report.StudyInstanceUID
    assert later not in named


def test_the_reading_opens_as_before_and_the_other_scan_is_not_taken_for_its_source(exported) -> None:
    folder, _, later = exported
    saved = find_readings([folder])[0]
    assert saved.series_instance_uid == later
    assert saved.remarks == ()
    assert open_reading(saved).sheet.total.agatston == saved.agatston


def test_validators_have_nothing_to_say_of_it(exported, tmp_path) -> None:
    folder, _, _ = exported
    file = newest(folder)
    assert [line for line in dciodvfy(file) if line.startswith("Error")] == []
    dcmqi("tid1500reader", "--inputDICOM", file, "--outputMetadata", tmp_path / "meta.json")
    assert "measurementItems" in (tmp_path / "meta.json").read_text()


def test_pages_and_text_are_written_with_the_comparison(tmp_path, exported, capsys) -> None:
    folder, _, later = exported
    options = ["report", folder, "--series", later, "--lesions", "latest", "--png", tmp_path / "pages"]
    text = tmp_path / "report.txt"
    assert main([str(one) for one in [*options, "--prior", folder, "--text", text]]) == 0
    # Four without it, one more, and one for the course of three dates.
    assert len(list((tmp_path / "pages").glob("physician-*.png"))) == 6
    assert "Comparison\nScans of Mar 20, 2017 and Jan 15, 2020, 2.8 years apart." in text.read_text()
    assert main([str(one) for one in [*options, "--prior", tmp_path / "nowhere"]]) == 3
    assert "nowhere" in capsys.readouterr().err
