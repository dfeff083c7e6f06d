"""What the tables of a cohort hold: the arithmetic of the phantoms, in each form."""

from dataclasses import replace
from pathlib import Path

import pytest
from pyarrow import parquet

from cohorts import Exams, rows
from SmartScoreLib.cohort.columns import TABLES
from SmartScoreLib.cohort.model import Meaning, Rules
from SmartScoreLib.cohort.records.record import Record
from SmartScoreLib.cohort.results import tables
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS

KIND = {"text": "string", "integer": "int64", "number": "double", "boolean": "bool", "date": "date32[day]"}


def test_the_wide_table_has_a_row_an_exam_that_equals_arithmetic(done: Path, exams: Exams) -> None:
    table = {row["exam"]: row for row in rows(done / "exams.csv")}
    assert list(table) == sorted(exams.phantoms)
    for name, phantom in exams.phantoms.items():
        expected, row = expected_scores(phantom), table[name]
        assert row["outcome"] == "scored"
        assert row["patient_id"] == f"ID-{name}"
        for key in ("total", *BY_KEY):
            wanted = expected.get(key)
            lesions, agatston, volume = (0, 0.0, 0.0) if wanted is None else (
                wanted.lesions, wanted.agatston, wanted.volume_mm3
            )  # fmt: skip
            assert int(row[f"{key.lower()}_lesions"]) == lesions
            assert float(row[f"{key.lower()}_agatston"]) == pytest.approx(agatston, abs=1e-9)
            assert float(row[f"{key.lower()}_volume_mm3"]) == pytest.approx(volume, abs=1e-9)
            assert row[f"{key.lower()}_mass_mg"] == ""


def test_the_long_table_has_a_row_a_territory_and_one_for_the_total_of_the_same_numbers(done: Path) -> None:
    wide = {row["record_id"]: row for row in rows(done / "exams.csv")}
    long = rows(done / "territories.csv")
    assert len(long) == len(wide) * (len(BY_KEY) + 1)
    for row in long:
        of_exam = wide[row["record_id"]]
        for measure in ("lesions", "agatston", "volume_mm3", "mass_mg"):
            assert row[measure] == of_exam[f"{row['territory'].lower()}_{measure}"]
        assert row["images_sha256"] == of_exam["images_sha256"]
        assert row["counts"] == str(int(row["territory"] == "TOTAL" or BY_KEY[row["territory"]].counts))


def test_the_lesions_of_an_exam_add_up_to_its_territories(done: Path, exams: Exams) -> None:
    lesions = rows(done / "lesions.csv")
    for name, phantom in exams.phantoms.items():
        own = [row for row in lesions if row["exam"] == name]
        assert [int(row["lesion"]) for row in own] == [*range(1, len(own) + 1)]
        for key, wanted in expected_scores(phantom).items():
            of_key = [float(r["agatston"]) for r in own if r["territory"] == key or (key == "total" and counts(r))]
            assert sum(of_key) == pytest.approx(wanted.agatston, abs=1e-9)
            assert len(of_key) == wanted.lesions


def counts(row: dict[str, str]) -> bool:
    return BY_KEY[row["territory"]].counts


@pytest.mark.parametrize("name", TABLES)
def test_parquet_has_the_values_of_csv_with_types_units_and_rules(done: Path, name: str) -> None:
    table = parquet.read_table(done / f"{name}.parquet")
    text = rows(done / f"{name}.csv")
    assert table.column_names == list(text[0]) == [column.key for column in TABLES[name]]
    for column in TABLES[name]:
        field = table.schema.field(column.key)
        assert str(field.type) == KIND[column.kind]
        told = {key.decode(): value.decode() for key, value in field.metadata.items()}
        assert told == {"unit": column.unit, "label": column.label, "rule": column.rule}
        for value, row in zip(table[column.key].to_pylist(), text, strict=True):
            cell = row[column.key]
            if value is None:
                assert cell == ""
            elif column.kind == "number":
                assert float(cell) == value
            else:
                assert cell == str(int(value) if isinstance(value, bool) else value)


def test_parquet_holds_what_a_cell_holds_wherever_the_table_is_cut_into_blocks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_BLOCK", 4000)
    # Quotes, line breaks, letters of several bytes, a byte that is no character, words that others read as nothing.
    names = ['a"b', "a\rb", "\N{LATIN SMALL LETTER E WITH ACUTE}" * 50, "x\udcff", "NA", "null", " 1 ", "1"]
    values = [
        {"outcome": "failed", "exam": names[k % 8], "total_agatston": k / 3, "reviewed": k % 2 == 0, "age_years": k}
        for k in range(400)
    ]
    tables.write_tables([Record(one, ()) for one in values], tmp_path)
    assert [row["exam"] for row in rows(tmp_path / "exams.csv")[:3]] == names[:3]
    found = parquet.read_table(tmp_path / "exams.parquet")
    assert parquet.ParquetFile(tmp_path / "exams.parquet").num_row_groups > 10
    assert found["exam"].to_pylist() == [one["exam"].replace("\udcff", "\\xff") for one in values]
    assert found["total_agatston"].to_pylist() == [k / 3 for k in range(400)]
    assert found["reviewed"].to_pylist() == [True, False] * 200
    assert found["age_years"].to_pylist() == list(range(400))
    assert parquet.read_table(tmp_path / "lesions.parquet").num_rows == 0


def test_every_column_of_every_table_is_told_in_a_file_and_the_wide_ones_as_redcap_takes_them(done: Path) -> None:
    told = [(row["table"], row["column"]) for row in rows(done / "columns.csv")]
    assert told == [(name, column.key) for name, columns in TABLES.items() for column in columns]
    dictionary = rows(done / "dictionary.csv")
    assert [row["Variable / Field Name"] for row in dictionary] == list(rows(done / "exams.csv")[0])
    assert dictionary[0]["Variable / Field Name"] == "record_id"
    by_name = {row["Variable / Field Name"]: row for row in dictionary}
    assert len(dictionary[0]) == 18
    assert by_name["total_agatston"]["Text Validation Type OR Show Slider Number"] == "number"
    assert by_name["study_date"]["Text Validation Type OR Show Slider Number"] == "date_ymd"
    assert by_name["valid"]["Field Type"] == "truefalse"
    assert [by_name[name]["Identifier?"] for name in ("patient_id", "study_date", "kvp")] == ["y", "y", ""]


def test_several_rules_give_a_row_each_in_their_order_and_mass_where_there_is_a_factor(
    few: Exams, run, tmp_path: Path
) -> None:
    factor = 0.00075
    rules = Rules((PRESETS["Siemens"], replace(DEFAULT_PROTOCOL, mass_factor=factor)))
    run(few.ct, tmp_path / "out", few.marks, rules)
    table = rows(tmp_path / "out" / "exams.csv")
    assert [row["exam"] for row in table] == sorted([*few.phantoms] * 2)
    assert [row["protocol"] for row in table] == ["Siemens", "SmartScore AJ-130"] * 4
    assert len({row["record_id"] for row in table}) == 8
    for row in table[1::2]:
        wanted = expected_scores(few.phantoms[row["exam"]], factor)["total"].mass_mg
        assert wanted is not None
        assert float(row["total_mass_mg"]) == pytest.approx(wanted, rel=1e-9)


def test_the_hash_of_the_images_is_that_of_the_sorted_hashes_of_the_files(done: Path, exams: Exams) -> None:
    from hashlib import sha256

    row = rows(done / "exams.csv")[0]
    files = sorted(sha256(file.read_bytes()).hexdigest() for file in (exams.ct / "P00").iterdir())
    assert row["images_sha256"] == sha256("\n".join(files).encode()).hexdigest()
    assert row["marks_sha256"] == sha256((exams.marks / "P00.json").read_bytes()).hexdigest()
    assert int(row["image_bytes"]) == sum(file.stat().st_size for file in (exams.ct / "P00").iterdir())
    assert row["image_files"] == "12"


def test_grade_and_percentile_are_of_the_classification_and_the_population_that_were_chosen(
    exams: Exams, run, tmp_path: Path
) -> None:
    file = exams.ct.parent / "meaning.csv"
    file.write_text("series,marks,age_years,sex\nct/P00,marks/P00.json,61,male\n")
    run(file, tmp_path / "standard")
    run(file, tmp_path / "chosen", rules=Rules(meaning=Meaning("rumberger-1999", ("mesa-2006", "hoff-2001"))))
    (standard,), (chosen,) = (rows(tmp_path / place / "exams.csv") for place in ("standard", "chosen"))
    # 546 is severe (300 to 999) and of Rumberger 1999 extensive (from 401); MESA asks for the ethnicity, Hoff does not.
    assert (standard["classification"], standard["grade"]) == ("ACC/AHA 2026", "severe")
    assert (standard["percentile"], standard["reference_group"]) == ("", "")
    assert (chosen["classification"], chosen["grade"]) == ("Rumberger 1999", "extensive")
    assert chosen["reference_group"] == "Hoff 2001 male 60-64"
    assert int(chosen["percentile"]) < int(chosen["percentile_below"])
