"""Exams out of tables, score JSON, saved readings and marks."""

import json
from pathlib import Path

import numpy as np
import pandas
import pytest

from SmartScoreLib.comparison.agreement.model import TOTAL
from SmartScoreLib.comparison.agreement.sources.documents import is_score_json, read_document
from SmartScoreLib.comparison.agreement.sources.source import Source, SourceOptions, read_sources
from SmartScoreLib.comparison.agreement.sources.tables import read_table
from SmartScoreLib.remarks.errors import InputRefused

WIDE = """record_id,patient_id,series_instance_uid,outcome,valid,reader,total_agatston,total_volume_mm3,lad_agatston,own
a1,P1,1.2.10,scored,1,A,12.5,10,12.5,north
a2,P2,1.2.20,zero_confirmed,1,A,0,0,0,
a3,P3,1.2.30,failed,,A,,,,
a4,P4,1.2.40,scored,0,A,7,6,7,
"""
LONG = """series_instance_uid,patient_id,territory,counts,lesions,agatston,volume_mm3,mass_mg,reading_status,protocol
1.2.10,P1,LAD,True,2,12.5,10,,scored,Canon
1.2.10,P1,TOTAL,True,2,12.5,10,,scored,Canon
1.2.20,P2,LAD,True,0,,,,not_read,Canon
1.2.20,P2,TOTAL,True,0,,,,not_read,Canon
"""


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def refused(path: Path, **renamed: str) -> tuple[str, dict]:
    with pytest.raises(InputRefused) as refusal:
        read_table(path, "t", renamed)
    return refusal.value.remarks[0].code, dict(refusal.value.remarks[0].values)


def test_a_wide_table_has_an_exam_a_row(tmp_path: Path) -> None:
    exams = read_table(written(tmp_path, "t.csv", WIDE), "A").exams
    assert [(one.outcome, one.valid, one.has_result) for one in exams] == [
        ("scored", True, True),
        ("zero_confirmed", True, True),
        ("failed", True, False),
        ("scored", False, False),
    ]
    assert exams[0].scores[TOTAL] == {"agatston": 12.5, "volume_mm3": 10.0}
    assert exams[0].scores["LAD"] == {"agatston": 12.5}
    assert (exams[0].fields["own"], exams[0].fields["file"]) == ("north", "t.csv")
    assert exams[2].scores[TOTAL] == {}


def test_parquet_holds_the_same_exams_as_csv(tmp_path: Path) -> None:
    file = written(tmp_path, "t.csv", WIDE)
    frame = pandas.read_csv(file, dtype={"series_instance_uid": str})
    frame.to_parquet(tmp_path / "t.parquet")
    csv, parquet = read_table(file, "A").exams, read_table(tmp_path / "t.parquet", "A").exams
    assert [one.scores for one in csv] == [one.scores for one in parquet]
    assert [one.outcome for one in csv] == [one.outcome for one in parquet]
    assert [one.valid for one in csv] == [one.valid for one in parquet]
    assert [one.fields["series_instance_uid"] for one in parquet] == ["1.2.10", "1.2.20", "1.2.30", "1.2.40"]


def test_the_rows_of_a_long_table_are_gathered_into_exams(tmp_path: Path) -> None:
    exams = read_table(written(tmp_path, "t.csv", LONG), "A").exams
    assert [(one.fields["series_instance_uid"], one.outcome, one.has_result) for one in exams] == [
        ("1.2.10", "scored", True),
        ("1.2.20", "not_read", False),
    ]
    assert exams[0].scores == {"LAD": exams[0].scores[TOTAL], TOTAL: {"lesions": 2, "agatston": 12.5, "volume_mm3": 10}}


def test_columns_of_another_table_are_renamed(tmp_path: Path) -> None:
    file = written(tmp_path, "vendor.csv", "Case, AJ130 ,Score RCA\n7,120,100\n8,,\n")
    renamed = {"total_agatston": "AJ130 ", "rca_agatston": "Score RCA", "exam": "Case"}
    exams = read_table(file, "vendor", renamed).exams
    assert [(one.fields["exam"], one.scores[TOTAL], one.has_result) for one in exams] == [
        ("7", {"agatston": 120.0}, True),
        ("8", {}, False),
    ]
    assert exams[0].scores["RCA"] == {"agatston": 100.0}
    assert refused(file)[0] == "comparison.agreement_table_lacks"
    assert refused(file, total_agatston="Total")[1]["column"] == "Total"


@pytest.mark.parametrize("text", ["-0.1", "nan", "inf", "12,5", "many"])
def test_a_score_that_is_no_number_is_refused_with_its_row_and_column(tmp_path: Path, text: str) -> None:
    file = written(tmp_path, "t.csv", f'exam,total_agatston\n1,5\n2,"{text}"\n')
    code, values = refused(file)
    assert (code, values["row"], values["column"], values["text"]) == (
        "comparison.agreement_no_number",
        3,
        "total_agatston",
        text,
    )


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1.2.10,P1,LADD,1,1,1,1,,scored,Canon", "no_territory"),
        ("1.2.10,P1,LAD,True,2,1,1,,scored,Canon", "row_twice"),
    ],
)
def test_a_row_of_no_territory_or_of_one_twice_is_refused(tmp_path: Path, row: str, code: str) -> None:
    assert refused(written(tmp_path, "t.csv", LONG + row + "\n"))[0] == f"comparison.agreement_{code}"


@pytest.mark.parametrize("name", ["t.csv", "t.parquet"])
def test_bytes_that_are_no_table_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 40)
    assert refused(tmp_path / name)[0] == "comparison.agreement_unreadable"


def test_a_cohort_folder_is_read_from_its_table_of_exams(tmp_path: Path) -> None:
    written(tmp_path, "exams.csv", WIDE)
    written(tmp_path, "territories.csv", LONG)
    (method,) = read_sources([Source(tmp_path)], SourceOptions())
    assert (method.name, len(method.exams)) == (tmp_path.name, 4)


def document(**changed: object) -> dict:
    total = {"agatston": 12.5, "volume_mm3": 10, "mass_mg": None, "lesions": 2}
    series = {"SeriesInstanceUID": "1.2.10", "label": "", "remarks": []}
    return {
        "schema": "smartscore-score/1", "series": series, "protocol": {"name": "Canon"}, "reading_status": "scored",
        "territories": {"LAD": total}, "total": total,
    } | changed  # fmt: skip


def test_score_json_is_an_exam_and_clicks_are_none(tmp_path: Path) -> None:
    file = written(tmp_path, "P1.json", json.dumps(document()))
    exam = read_document(file)
    assert exam.scores == {"LAD": exam.scores[TOTAL], TOTAL: {"lesions": 2.0, "agatston": 12.5, "volume_mm3": 10.0}}
    assert (exam.fields["series_instance_uid"], exam.fields["exam"], exam.has_result) == ("1.2.10", "P1", True)
    invalid = {"SeriesInstanceUID": "1.2.10", "label": "", "remarks": [{"severity": "invalid"}]}
    assert not read_document(written(tmp_path, "P2.json", json.dumps(document(series=invalid)))).has_result
    assert not is_score_json(written(tmp_path, "clicks.json", "[]"))
    (method,) = read_sources([Source(tmp_path, "A")], SourceOptions())
    assert [one.fields["file"] for one in method.exams] == ["P1.json", "P2.json"]


@pytest.mark.parametrize("changed", [{"total": None}, {"total": {"agatston": -1}}, {"protocol": {}}, {"series": []}])
def test_score_json_that_lacks_something_is_refused(tmp_path: Path, changed: dict) -> None:
    with pytest.raises(InputRefused) as refusal:
        read_document(written(tmp_path, "P1.json", json.dumps(document(**changed))))
    assert refusal.value.remarks[0].code == "comparison.agreement_unreadable"


def test_a_file_that_is_no_source_needs_images(tmp_path: Path) -> None:
    np.save(tmp_path / "marks.npy", np.zeros(3))
    for path, code in ((tmp_path / "marks.npy", "marks_need_images"), (tmp_path, "no_exam")):
        with pytest.raises(InputRefused) as refusal:
            read_sources([Source(path)], SourceOptions())
        assert refusal.value.remarks[0].code == f"comparison.agreement_{code}"
