"""Exams from a table and from a database, with persons, columns of one's own, and saved readings."""

import csv
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from cohorts import Exams, rows, tiny, write_exam
from SmartScoreLib import ExportChoices, export, find_series, load_series, make_reading, read_marks
from SmartScoreLib.cohort.exams.listing import Listing, list_exams
from SmartScoreLib.cohort.model import Rules
from SmartScoreLib.database.folder import create_database
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.scoring.presets import PRESETS

HEAD = ("exam", "series", "marks", "reader", "age_years", "sex", "ethnicity", "diabetes", "Site No.")


def write_table(file: Path, *lines: tuple[str, ...], separator: str = ",") -> Path:
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened, delimiter=separator).writerows([HEAD, *lines])
    return file


@pytest.mark.parametrize("separator", [",", ";"])
def test_a_table_says_marks_reader_person_and_whatever_else_the_user_keeps(
    separator: str, exams: Exams, run, tmp_path: Path
) -> None:
    table = write_table(
        exams.ct.parent / f"list{ord(separator)}.csv",
        ("one", "ct/P00", "marks/P00.json", "A. Reader", "61", "M", "White", "no", "north, 3"),
        ("two", "ct/P01", "zero", "A. Reader", "50", "female", "black", "", ""),
        ("three", "ct/P02", "", "", "", "", "", "", ""),
        ("four", "ct/P03", "auto", "", "", "", "", "", ""),
        ("five", "ct/P04", "marks/P04.json", "", "sixty", "m", "", "perhaps", ""),
        ("seven", "ct/P03", "propose", "", "", "", "", "", ""),
        ("six", "ct/P99", "marks/P04.json", "", "", "", "", "", ""),
        separator=separator,
    )
    run(table, tmp_path / "out")
    found = {row["exam"]: row for row in rows(tmp_path / "out" / "exams.csv")}
    assert list(found) == ["five", "four", "one", "seven", "six", "three", "two"]
    one = found["one"]
    assert float(one["total_agatston"]) == pytest.approx(expected_scores(exams.phantoms["P00"])["total"].agatston)
    assert (one["reader"], one["age_years"], one["sex"], one["ethnicity"]) == ("A. Reader", "61", "male", "white")
    assert (one["diabetes"], one["marks"], one["own_site_no"]) == ("0", "marks/P00.json", "north, 3")
    assert one["reference_group"] == "MESA 2006 white male 61"
    assert one["mesa_percentile"] != ""
    # Coronary calcium reaches the threshold and is not marked, and the reader's word stands with a remark.
    assert (found["two"]["outcome"], found["two"]["total_agatston"]) == ("zero_confirmed", "0.0")
    assert (found["three"]["outcome"], found["three"]["total_agatston"]) == ("not_read", "")
    auto = found["four"]
    assert (auto["outcome"], auto["reviewed"], auto["total_agatston"], auto["lad_lesions"]) == (
        "unreviewed",
        "0",
        "",
        "",
    )
    assert float(auto["other_agatston"]) > 0
    assert (found["seven"]["outcome"], found["seven"]["cac_drs"]) == ("unreviewed", "")
    assert "proposal." in found["seven"]["remark_codes"]
    assert found["five"]["reason_codes"] == "cohort.table_number cohort.table_choice"
    assert found["six"]["reason_codes"] == "series.no_file"
    named = {row["column"]: row["label"] for row in rows(tmp_path / "out" / "columns.csv")}
    assert named["own_site_no"] == "Site No."


def test_a_table_as_parquet_is_the_same_as_csv(exams: Exams, run, tmp_path: Path) -> None:
    lines = ("one", "ct/P00", "marks/P00.json", "A. Reader", "61", "male", "white", "1", "3")
    out = []
    for file in (write_table(exams.ct.parent / "same.csv", lines), exams.ct.parent / "same.parquet"):
        if file.suffix == ".parquet":
            values = dict(zip(HEAD, lines, strict=True)) | {"age_years": 61, "diabetes": True, "Site No.": 3}
            parquet.write_table(pa.table({key: [value] for key, value in values.items()}), file)
        run(file, tmp_path / file.suffix)
        out.append((tmp_path / file.suffix / "exams.csv").read_bytes())
    assert out[0] == out[1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name,marks\na,b\n", "cohort.table_columns"),
        ("series,Series\na,b\n", "cohort.table_twice"),
        ("series,My x,my-x\na,b,c\n", "cohort.table_twice"),
        ("series,marks\nct/P00,zero\nct/P01,zero\nct/P00,zero\n", "cohort.table_repeated"),
        ("series,marks\nct/P00,zero,more\n", "cohort.table_unreadable"),
        ("series,marks\n", "cohort.no_exams"),
        ("", "cohort.table_columns"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(text: str, code: str, exams: Exams, run, tmp_path: Path) -> None:
    file = exams.ct.parent / "bad.csv"
    file.write_text(text)
    with pytest.raises(InputRefused) as caught:
        run(file, tmp_path / "out")
    assert caught.value.remarks[0].code == code


def test_marks_of_a_table_stand_in_the_table(exams: Exams) -> None:
    table = write_table(exams.ct.parent / "marks_twice.csv", ("one", "ct/P00", "", "", "", "", "", "", ""))
    with pytest.raises(WrongUsage):
        list_exams(Listing(table, "auto"))


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two patients in a database: one with readings of two readers, one with images alone."""
    place = tmp_path_factory.mktemp("database")
    folder = place / "database"
    for number in (0, 1):
        write_exam(place, f"P{number}", tiny(number))
        create_database(folder).insert(sorted((place / "ct" / f"P{number}").iterdir()))
    series = load_series(find_series(place / "ct" / "P0").candidates[0])
    marks = read_marks(place / "marks" / "P0.json", series)
    for reader, rules in (("A", PRESETS["GE"]), ("B", PRESETS["Philips"])):
        reading = make_reading(series, marks, rules, reader=reader)
        export(reading, folder, ExportChoices(structured_report=True))
    return folder


def test_saved_readings_of_a_database_are_taken_by_their_own_rules_or_by_others(
    database: Path, run, tmp_path: Path
) -> None:
    run(database, tmp_path / "all", "readings")
    found = [row for row in rows(tmp_path / "all" / "exams.csv") if row["outcome"] != "failed"]
    assert sorted((row["reader"], row["protocol"]) for row in found) == [("A", "GE"), ("B", "Philips")]
    assert {row["total_agatston"] for row in found} == {found[0]["total_agatston"]}
    assert float(found[0]["total_agatston"]) == pytest.approx(expected_scores(tiny(0))["total"].agatston)
    failed = [row for row in rows(tmp_path / "all" / "exams.csv") if row["outcome"] == "failed"]
    assert [row["reason_codes"] for row in failed] == ["cohort.no_reading"]
    run(database, tmp_path / "one", "latest", Rules((PRESETS["GE"], PRESETS["Philips"])))
    newest = [row for row in rows(tmp_path / "one" / "exams.csv") if row["outcome"] != "failed"]
    assert [row["protocol"] for row in newest] == ["GE", "Philips"]
    assert len({row["reader"] for row in newest}) == 1
    assert len(newest[0]["marks_sha256"]) == 64
    assert datetime.fromisoformat(rows(tmp_path / "one" / "timing.csv")[0]["started"])


def test_a_study_of_a_database_is_an_exam_and_what_was_made_of_it_is_none(database: Path, run, tmp_path: Path) -> None:
    run(database, tmp_path / "out", "auto")
    found = rows(tmp_path / "out" / "exams.csv")
    assert sorted(row["patient_id"] for row in found) == ["ID-P0", "ID-P1"]
    assert {row["exam"] for row in found} == {row["study_instance_uid"] for row in found}


def test_a_table_leads_to_a_series_of_a_database(database: Path, run, tmp_path: Path) -> None:
    uid = find_series(database.parent / "ct" / "P1").candidates[0].series_instance_uid
    file = database.parent / "list.csv"
    file.write_text(f"series,series_uid,marks\ndatabase,{uid},marks/P1.json\n")
    run(file, tmp_path / "out")
    (row,) = rows(tmp_path / "out" / "exams.csv")
    assert (row["exam"], row["patient_id"]) == (f"database/{uid}", "ID-P1")
    assert float(row["total_agatston"]) == pytest.approx(expected_scores(tiny(1))["total"].agatston)
