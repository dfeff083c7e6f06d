"""The tables as data: complete, without contradictions, and the only list of attributes."""

import ast
from collections import Counter
from pathlib import Path

import pytest
from pydicom.datadict import tag_for_keyword

from SmartScoreLib.conformance import table as tables
from SmartScoreLib.conformance.rule import Verdict, decide, differ, settle
from SmartScoreLib.conformance.table import IOD, Row, departures, rules, table
from SmartScoreLib.dicomwriting.generated import GENERATORS

# By hand: rows per table, as counted in the statement.
CT = (15, 16, 6, 33, 2, 12, 20, 5, 19, 22, 21, 7, 12, 26, 23)
SC = (9, 16, 6, 33, 12, 20, 19, 21, 7, 8, 12, 8, 2)
IODS: tuple[IOD, ...] = ("CT", "SC")


@pytest.mark.parametrize(("iod", "counts"), [("CT", CT), ("SC", SC)])
def test_every_table_has_the_rows_of_the_statement(iod: IOD, counts: tuple[int, ...]) -> None:
    assert tuple(Counter(row.table for row in table(iod)).values()) == counts


def test_the_eight_mandatory_attributes_are_marked() -> None:
    assert {row.keyword for row in table("CT") if row.on_load == "Mandatory"} == {
        "StudyInstanceUID",
        "SeriesInstanceUID",
        "FrameOfReferenceUID",
        "PixelSpacing",
        "ImageOrientationPatient",
        "ImagePositionPatient",
        "Rows",
        "Columns",
    }


@pytest.mark.parametrize("iod", IODS)
def test_tags_are_those_of_the_data_dictionary(iod: IOD) -> None:
    for row in table(iod):
        if row.number is not None:
            assert tag_for_keyword(row.keyword) == row.number, row


def test_an_attribute_that_only_the_departures_name_has_the_tag_of_the_data_dictionary() -> None:
    added = {row.keyword: row.tag for row in rules("CT") if not row.table}
    assert added == {
        "RescaleType": "0028,1054",
        "LossyImageCompressionMethod": "0028,2114",
        "PatientIdentityRemoved": "0012,0062",
        "DeidentificationMethod": "0012,0063",
        "DeidentificationMethodCodeSequence": "0012,0064",
    }


def test_the_four_misprinted_tags_are_corrected() -> None:
    printed = {(row.table, row.tag): row.printed_tag for iod in IODS for row in table(iod) if row.printed_tag}
    assert printed == {
        (t, tag): wrong
        for t in ("3-15", "4-14")
        for tag, wrong in (("0100,0424", "0100,0414"), ("0100,0426", "0100,0416"))
    }


@pytest.mark.parametrize("iod", IODS)
def test_an_attribute_listed_twice_has_the_same_rules_in_both_rows(iod: IOD) -> None:
    seen: dict[str, Row] = {}
    for row in table(iod):
        first = seen.setdefault(row.path, row)
        assert (row.on_save, row.if_missing, row.if_differs) == (first.on_save, first.if_missing, first.if_differs)


@pytest.mark.parametrize("iod", IODS)
def test_type_1_and_2_attributes_are_never_left_out(iod: IOD) -> None:
    for row in rules(iod):
        if row.type in ("1", "2") and row.on_save == "Copied":
            allowed = {"refuse", "value"} if row.type == "1" else {"empty", "empty with Contrast/Bolus"}
            assert row.if_missing in allowed, row


def test_every_generated_attribute_has_one_generator_and_no_generator_is_idle() -> None:
    everything = frozenset({"provenance"})
    generated = {row.keyword for iod in IODS for row in rules(iod, everything) if row.on_save == "Generated"}
    assert generated == set(GENERATORS)


@pytest.mark.parametrize("iod", IODS)
def test_every_departure_gives_its_reason_and_changes_something(iod: IOD) -> None:
    for departure in departures(iod):
        assert departure.why
        assert departure.on_save or departure.if_missing or departure.if_differs or departure.value


def test_the_writers_hold_no_list_of_attributes_of_their_own(repository: Path) -> None:
    """Keywords occur in the writers only as keys of the generators and where a single attribute is looked at."""
    folder = repository / "SmartScore/SmartScoreLib/dicomwriting"
    for name in ("reduced.py", "capture.py", "file.py", "repairs/character_sets.py", "validity.py"):
        texts = {
            node.value
            for node in ast.walk(ast.parse((folder / name).read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert {text for text in texts if text and tag_for_keyword(text)} == set(), name


def copied(if_missing: str, if_differs: str) -> Row:
    return Row("", "M", "K", "0000,0000", "K", "3", "", "Copied", if_missing, if_differs)


@pytest.mark.parametrize(
    ("row", "values", "verdicts"),
    [
        (copied("absent", "absent"), [5, 5, 5], [5, 5, 5]),
        (copied("absent", "absent"), [5, 6, 5], [Verdict.ABSENT] * 3),
        (copied("absent", "absent"), [5, None, 5], [5] * 3),
        (copied("absent", "absent"), [None, 5], [5] * 2),
        (copied("empty", "empty"), [None, None], [Verdict.EMPTY] * 2),
        (copied("empty", "empty"), [1, 2], [Verdict.EMPTY] * 2),
        (copied("refuse", "refuse"), [1, 2], [Verdict.REFUSED_DIFFERENT] * 2),
        (copied("refuse", "refuse"), [None], [Verdict.REFUSED_MISSING]),
        (copied("refuse", "each"), [1, None, 2], [1, Verdict.REFUSED_MISSING, 2]),
        (copied("absent", "earliest"), [3, 1, 2], [1, 1, 1]),
        (copied("absent", "earliest"), [3, None, 2], [3, 3, 3]),
        (copied("absent", "absent"), [5, None, 6], [Verdict.ABSENT] * 3),
        (copied("value", "value"), [1, None], [Verdict.VALUE] * 2),
        (Row("", "", "K", "", "K", "1", "", "Removed"), [1], [Verdict.ABSENT]),
        (Row("", "", "K", "", "K", "1", "", "Unsupported"), [1], [Verdict.ABSENT]),
        (Row("", "", "K", "", "K", "1", "", "Generated"), [1], [Verdict.GENERATED]),
    ],
)
def test_the_rule(row: Row, values: list[int | None], verdicts: list[object]) -> None:
    assert decide(row, values, first_acquired=1) == verdicts


def test_the_first_image_counts_as_acquired_first_unless_told_otherwise() -> None:
    assert decide(copied("absent", "earliest"), [3, 1]) == [3, 3]


def test_values_that_mean_the_same_do_not_differ() -> None:
    assert not differ([1000.0, float("1e3")])  # equal, though not one object
    assert differ([1000.0, 1000.5])
    assert not differ(["a", "A"], lambda one, other: one.lower() == other.lower())
    assert differ(["a", "B"], lambda one, other: one.lower() == other.lower())


def test_conditions_are_settled_by_what_else_is_written() -> None:
    agent = copied("empty with Contrast/Bolus", "each")
    assert decide(agent, [None]) == [Verdict.CONDITIONAL]
    assert settle(agent, (), ("Contrast/Bolus",)) is Verdict.EMPTY
    assert settle(agent, (), ("Patient",)) is Verdict.ABSENT
    side = copied("empty unless BodyPartExamined", "empty unless BodyPartExamined")
    assert settle(side, ("BodyPartExamined",), ()) is Verdict.ABSENT
    assert settle(side, (), ()) is Verdict.EMPTY
    trial = copied("empty with Clinical Trial Subject", "each")
    assert settle(trial, (), ("Clinical Trial Subject",)) is Verdict.EMPTY


def test_words_of_the_tables_are_known() -> None:
    words = {"", "absent", "empty", "refuse", "value", "with sequence", "as needed"}
    for iod in IODS:
        for row in rules(iod):
            assert row.if_missing in words or row.if_missing.startswith(("empty with ", "empty unless ")), row
            assert row.if_differs in words | {"each", "earliest"} or row.if_differs.startswith("empty unless "), row
            assert row.on_save in ("Copied", "Generated", "Removed", "Unsupported"), row
    assert tables.table("CT") is tables.table("CT"), "read once"


def test_of_two_rows_the_stricter_type_counts_whichever_comes_first() -> None:
    """ImageType is type 3 in table 3-9 and 1 in 3-16; Modality is 1 in table 4-7 and 3 in 4-15."""
    ct, sc = ({row.keyword: row.type for row in rules(iod)} for iod in IODS)
    assert (ct["ImageType"], ct["AcquisitionNumber"], sc["Modality"]) == ("1", "2", "1")
