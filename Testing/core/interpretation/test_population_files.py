"""A site's own table of a reference population: read as it is, or refused with the row and the reason."""

from pathlib import Path

import pytest

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import Percentile
from SmartScoreLib.interpretation.populations.percentile import compare
from SmartScoreLib.interpretation.populations.table import own_population
from SmartScoreLib.interpretation.populations.table_file import population_of, read_population
from SmartScoreLib.interpretation.sources import of_population
from SmartScoreLib.remarks.errors import InputRefused

ABOUT = (
    "# name: Our cohort\n# source: Quality report 2025\n# people: 2314\n# years: 2019-2024\n# scanner: CT, 64 rows\n"
)
HEAD = "sex,group,age_from,age_to,p25,p50,p75,p90,nonzero_percent\n"
ROWS = "male,,40,44,0,0,6,51.5,28\nmale,,45,49,0,2,31,120,\nfemale,,40,40,0,0,0,4,9\n"
GOOD = ABOUT + HEAD + ROWS


def refused(text: str) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(InputRefused) as error:
        population_of(text, "own.csv")
    return [(one.code.removeprefix("interpretation.table_"), dict(one.values)) for one in error.value.remarks]


def test_a_table_is_read_with_what_it_says_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    known = read_population(file)
    assert (known.key, known.name, known.citation) == ("own", "Our cohort", "Quality report 2025")
    assert (known.people, known.years, known.scanner, known.kinds) == (2314, "2019-2024", "CT, 64 rows", ())
    man, older, woman = known.groups
    assert (man.sex, man.ages, man.scores) == ("male", "40-44", ((25, 0.0), (50, 0.0), (75, 6.0), (90, 51.5)))
    assert (man.nonzero_percent, older.nonzero_percent) == (28, None)
    assert (woman.sex, woman.ages) == ("female", "40")


def test_its_text_is_kept_so_that_a_saved_reading_has_it() -> None:
    known = population_of(GOOD, "own.csv")
    assert known.table == GOOD.rstrip()
    assert population_of(known.table, "again") == known


def test_young_people_have_a_percentile_where_a_table_covers_them() -> None:
    known = population_of(GOOD, "own.csv")
    assert compare(6, Person(42, "male"), known).percentile == Percentile(75, 90)
    assert compare(51, Person(42, "male"), known).percentile == Percentile(75, 90)
    assert compare(52, Person(42, "male"), known).percentile == Percentile(90, 100)
    found = compare(6, Person(41, "female"), known)
    assert (found.percentile, found.reason and found.reason.code) == (None, "interpretation.outside_ages")


def test_only_the_name_and_the_source_of_what_is_said_of_it_are_needed() -> None:
    known = population_of("# name: A\n# source: B\n\nsex,age_from,age_to,p50\nmale,50,50,3\n", "own.csv")
    assert (known.people, known.years, known.scanner) == (None, "", "")
    assert compare(3, Person(50, "male"), known).percentile == Percentile(50, 100)
    assert of_population(known) == "Percentile A: B"


def test_a_reference_says_who_was_scanned_when_and_with_what() -> None:
    said = "Percentile Our cohort (2314 people, 2019-2024, CT, 64 rows): Quality report 2025"
    assert of_population(population_of(GOOD, "own.csv")) == said


def test_groups_of_a_table_may_be_any_and_are_asked_for_by_name() -> None:
    text = ABOUT + "sex,group,age_from,age_to,p50\nmale,north,50,59,3\nmale,south,50,59,30\n"
    known = population_of(text, "own.csv")
    assert known.kinds == ("north", "south")
    assert compare(10, Person(55, "male", group="north"), known).percentile == Percentile(50, 100)
    assert compare(10, Person(55, "male", group="south"), known).percentile == Percentile(0, 50)
    unknown = compare(10, Person(55, "male"), known)
    assert unknown.reason is not None
    assert unknown.reason.values["missing"] == ("comparison_group",)
    other = compare(10, Person(55, "male", group="west"), known)
    assert other.reason is not None
    assert other.reason.code == "interpretation.no_group"
    assert compare(10, Person(55, "female", group="north"), known).percentile is None


def test_groups_that_are_those_of_mesa_are_the_ethnic_group_of_the_person() -> None:
    known = population_of(ABOUT + "sex,group,age_from,age_to,p50\nmale,white,50,59,3\n", "own.csv")
    assert compare(10, Person(55, "male", "white"), known).percentile == Percentile(50, 100)
    asked = compare(10, Person(55, "male"), known).reason
    assert asked is not None
    assert asked.values["missing"] == ("ethnicity",)


# Line 6 is the header, line 7 the first row.
@pytest.mark.parametrize(
    ("row", "code", "said"),
    [
        ("male,,40,44,0,0,6\n", "cells", {}),
        ("male,,40,44,0,0,6,51,28,1\n", "cells", {}),
        ("man,,40,44,0,0,6,51,28\n", "sex", {"value": "man"}),
        ("M,,40,44,0,0,6,51,28\n", "sex", {"value": "M"}),
        ("male,,44,40,0,0,6,51,28\n", "ages", {"value": "44-40", "oldest": 130}),
        ("male,,40,131,0,0,6,51,28\n", "ages", {"value": "40-131", "oldest": 130}),
        ("male,,-1,44,0,0,6,51,28\n", "ages", {"value": "-1-44", "oldest": 130}),
        ("male,,40.5,44,0,0,6,51,28\n", "ages", {"value": "40.5-44", "oldest": 130}),
        ("male,,,44,0,0,6,51,28\n", "ages", {"value": "-44", "oldest": 130}),
        ("male,,40,44,0,,6,51,28\n", "score", {"column": "p50", "value": ""}),
        ("male,,40,44,0,x,6,51,28\n", "score", {"column": "p50", "value": "x"}),
        ("male,,40,44,-1,0,6,51,28\n", "score", {"column": "p25", "value": "-1"}),
        ("male,,40,44,0,0,6,nan,28\n", "score", {"column": "p90", "value": "nan"}),
        ("male,,40,44,0,0,6,inf,28\n", "score", {"column": "p90", "value": "inf"}),
        ("male,,40,44,0,7,6,51,28\n", "falls", {"column": "p75"}),
        ("male,,40,44,0,0,6,5,28\n", "falls", {"column": "p90"}),
        ("male,,40,44,0,0,6,51,101\n", "nonzero", {"value": "101"}),
        ("male,,40,44,0,0,6,51,28.5\n", "nonzero", {"value": "28.5"}),
        # 28 of 100 have calcium: the 72nd percentile is 0, and one more or less is rounding.
        ("male,,40,44,0,1,6,51,28\n", "contradicts", {"column": "p50", "percent": 28}),
        ("male,,40,44,0,0,0,51,28\n", "contradicts", {"column": "p75", "percent": 28}),
        ("male,,40,44,0,0,0,51,0\n", "contradicts", {"column": "p90", "percent": 0}),
    ],
)
def test_a_wrong_row_is_refused_with_its_line_and_the_reason(row: str, code: str, said: dict[str, object]) -> None:
    assert refused(ABOUT + HEAD + row) == [(code, {"row": "own.csv:7", **said})]


@pytest.mark.parametrize(
    ("percentile", "percent", "fits"), [(75, 26, True), (75, 25, True), (75, 27, False), (50, 49, True), (50, 48, True)]
)
def test_the_share_with_calcium_may_be_one_off_by_rounding(percentile: int, percent: int, fits: bool) -> None:
    """A 75th percentile of 0 says that 25 of 100 or fewer have calcium."""
    text = ABOUT + f"sex,age_from,age_to,p{percentile},nonzero_percent\nmale,50,50,0,{percent}\n"
    if fits:
        assert population_of(text, "own.csv").groups[0].nonzero_percent == percent
    else:
        assert refused(text)[0][0] == "contradicts"


@pytest.mark.parametrize(
    ("zero", "fits"), [(51, True), (50, True), (49, True), (52, False)],
)  # fmt: skip
def test_a_percentile_above_zero_may_lie_one_below_the_share_without_calcium(zero: int, fits: bool) -> None:
    text = ABOUT + f"sex,age_from,age_to,p50,nonzero_percent\nmale,50,50,3,{100 - zero}\n"
    if fits:
        assert population_of(text, "own.csv").groups[0].score(50) == 3
    else:
        assert refused(text) == [("contradicts", {"row": "own.csv:7", "column": "p50", "percent": 100 - zero})]


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("male,50,54,1\nmale,54,59,2\n", "overlap", {"row": "own.csv:8", "age": 54, "before": 54}),
        ("male,50,54,1\nmale,50,54,2\n", "overlap", {"row": "own.csv:8", "age": 50, "before": 54}),
        ("male,50,54,1\nmale,56,59,2\n", "gap", {"row": "own.csv:8", "age": 56, "before": 54}),
        ("male,55,59,1\nfemale,50,54,1\nmale,45,53,2\n", "gap", {"row": "own.csv:7", "age": 55, "before": 53}),
    ],
)
def test_ages_that_do_not_follow_each_other_are_refused(rows: str, code: str, said: dict[str, object]) -> None:
    assert refused(ABOUT + "sex,age_from,age_to,p50\n" + rows) == [(code, said)]


def test_ages_may_follow_each_other_in_any_order_of_rows() -> None:
    rows = "male,55,59,2\nfemale,20,29,0\nmale,50,54,1\n"
    assert len(population_of(ABOUT + "sex,age_from,age_to,p50\n" + rows, "own.csv").groups) == 3


def test_a_group_is_given_in_every_row_or_in_none() -> None:
    rows = "male,north,50,54,1\nmale,,50,54,1\n"
    assert refused(ABOUT + "sex,group,age_from,age_to,p50\n" + rows) == [("group", {"row": "own.csv:8"})]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (GOOD.replace("# name: Our cohort\n", ""), "about", {"what": "name"}),
        (GOOD.replace("# name: Our cohort", "# name:"), "about", {"what": "name"}),
        (GOOD.replace("# source: Quality report 2025\n", ""), "about", {"what": "source"}),
        (GOOD.replace("# people: 2314", "# people: many"), "people", {"value": "many"}),
        (GOOD.replace("Our cohort", "x" * 41), "long_name", {"longest": 40}),
        (GOOD.replace("sex,group", "gender,group"), "column", {"column": "sex"}),
        (GOOD.replace("p25,", "q25,"), "unknown_column", {"column": "q25"}),
        (GOOD.replace("p25,", "p0,"), "unknown_column", {"column": "p0"}),
        (GOOD.replace("p25,", "p100,"), "unknown_column", {"column": "p100"}),
        (GOOD.replace("p25,", "p50,"), "twice", {"column": "p50"}),
        (ABOUT + "sex,age_from,age_to\nmale,50,50\n", "no_percentile", {}),
        (ABOUT + HEAD, "empty", {}),
        (ABOUT, "column", {"column": "sex"}),
    ],
)
def test_what_a_table_lacks_is_named(text: str, code: str, said: dict[str, object]) -> None:
    assert (code, {"file": "own.csv", **said}) in refused(text)


@pytest.mark.parametrize(
    ("row", "oldest", "nonzero"), [("male,,0,130,0,0,6,51,28\n", 130, 28), ("male,,40,44,1,1,6,51,100\n", 44, 100)]
)
def test_the_oldest_age_and_all_people_with_calcium_may_be_given(row: str, oldest: int, nonzero: int) -> None:
    (group,) = population_of(ABOUT + HEAD + row, "own.csv").groups
    assert (group.oldest, group.nonzero_percent) == (oldest, nonzero)


def test_a_site_s_table_has_no_name_of_those_that_come_with_the_software(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    for name in ("MESA 2006", "Hoff 2001", "mesa-2006", "hoff-2001"):
        file.write_text(GOOD.replace("Our cohort", name))
        with pytest.raises(InputRefused, match=f"{name} is the name of another population"):
            own_population(file)
    file.write_text(GOOD)
    assert own_population(file).name == "Our cohort"


def test_a_name_of_forty_letters_is_not_too_long() -> None:
    assert population_of(GOOD.replace("Our cohort", "x" * 40), "own.csv").name == "x" * 40


def test_every_wrong_row_is_told_at_once() -> None:
    rows = "man,,40,44,0,0,6,51,28\nmale,,45,49,0,0,6,5,28\n"
    assert [code for code, _ in refused(ABOUT + HEAD + rows)] == ["sex", "falls"]


def test_no_table_can_take_the_name_of_another_population() -> None:
    with pytest.raises(InputRefused) as error:
        population_of(GOOD.replace("Our cohort", "MESA 2006"), "own.csv", taken=("MESA 2006",))
    assert [one.code for one in error.value.remarks] == ["interpretation.table_name_taken"]


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_bytes(GOOD.encode("utf-16"))
    for path, code in ((tmp_path / "own.csv", "no_text"), (tmp_path / "none.csv", "unreadable")):
        with pytest.raises(InputRefused) as error:
            read_population(path)
        assert [one.code for one in error.value.remarks] == [f"interpretation.table_{code}"]
