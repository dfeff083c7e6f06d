"""The columns of a cohort's tables: each documented, none twice, names as REDCap wants them."""

import re
from dataclasses import fields

import pytest

from SmartScoreLib.cohort.columns import EXAMS, LESION_ROWS, PERSON, TABLES, TERRITORY_ROWS
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reading.results import CSV_COLUMNS

# REDCap: lower case, digits and underscore, a letter first, at most 26 characters are recommended, 100 possible.
NAME = re.compile(r"[a-z][a-z0-9_]{0,99}")


@pytest.mark.parametrize("table", TABLES)
def test_no_column_of_a_table_is_there_twice(table: str) -> None:
    keys = [column.key for column in TABLES[table]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_name_for_redcap_a_label_a_rule_and_a_section(table: str) -> None:
    for column in TABLES[table]:
        assert NAME.fullmatch(column.key), column
        assert column.label, column
        assert column.rule, column
        assert column.group, column


@pytest.mark.parametrize("table", TABLES)
def test_a_name_that_ends_with_a_unit_has_that_unit(table: str) -> None:
    units = {"_hu": "HU", "_mm": "mm", "_mm2": "mm2", "_mm3": "mm3", "_mg": "mg", "_years": "years", "_kvp": "kVp"}
    for column in TABLES[table]:
        assert {unit for ending, unit in units.items() if column.key.endswith(ending)} <= {column.unit}, column
        numbers = column.kind in ("number", "integer") or column.key == "weight_starts_hu"
        assert numbers or not column.unit, column


def test_the_wide_table_has_lesions_agatston_volume_and_mass_of_every_territory_and_the_total() -> None:
    keys = {column.key for column in EXAMS}
    wanted = {
        f"{territory}_{measure}"
        for territory in ("total", *(one.key.lower() for one in TERRITORIES))
        for measure in ("lesions", "agatston", "volume_mm3", "mass_mg")
    }
    assert wanted <= keys
    assert len(wanted) == 4 * (len(TERRITORIES) + 1)


def test_the_person_is_the_one_that_interpretation_knows() -> None:
    assert [column.key for column in PERSON] == [field.name for field in fields(Person)]


def test_what_the_table_of_one_exam_calls_a_rule_is_called_the_same_here() -> None:
    of_one = set(CSV_COLUMNS) - {"territory", "counts", "lesions", "agatston", "volume_mm3", "mass_mg"}
    # Told in other words: the outcome holds the status, and remarks have codes. What a reader grades by eye, its mode,
    # the grade of the valve and where a mass factor comes from are not in a cohort's tables.
    by_eye = {"reading_mode", "visual_cac_drs", "weston", "severe_aortic_stenosis", "mass_factor_source"}
    assert of_one - {column.key for column in EXAMS} == {"reading_status", "warnings"} | by_eye


def test_rows_of_every_table_say_record_hashes_and_rules() -> None:
    for columns in (EXAMS, TERRITORY_ROWS, LESION_ROWS):
        keys = {column.key for column in columns}
        assert {"record_id", "exam", "reader", "protocol", "images_sha256", "marks_sha256"} <= keys
    for columns in (EXAMS, TERRITORY_ROWS):
        assert {"software", "remark_codes", "reason_codes", "age_years", "outcome"} <= {c.key for c in columns}


def test_whatever_names_a_person_a_file_or_an_exam_is_hidden_when_names_are() -> None:
    hidden = {column.key for columns in TABLES.values() for column in columns if column.hiding}
    named = {"exam", "patient_id", "study_date", "study_instance_uid", "series_instance_uid", "reader", "remarks"}
    assert named | {"marks", "marks_sha256", "images_sha256"} == hidden
