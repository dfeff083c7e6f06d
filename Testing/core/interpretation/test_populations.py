"""Percentiles of the reference populations against their tables, cell by cell, and who is not in them."""

import csv
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from SmartScoreLib.interpretation.model import Ethnicity, Person
from SmartScoreLib.interpretation.populations.model import Percentile, ReferenceGroup, ReferencePopulation, Sex
from SmartScoreLib.interpretation.populations.percentile import (
    compare,
    percentile_in,
    reference_group,
    zero_percent,
)
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, POPULATIONS, population
from SmartScoreLib.remarks.catalog import remark

# Hoff et al. 2001, as a public copy has it: 25th, 50th, 75th, 90th percentile.
HOFF_2001 = {
    ("male", 30, 39): (0, 1, 3, 14), ("male", 40, 44): (0, 1, 9, 59), ("male", 45, 49): (0, 3, 36, 154),
    ("male", 50, 54): (1, 15, 103, 332), ("male", 55, 59): (4, 48, 215, 554), ("male", 60, 64): (13, 113, 410, 994),
    ("male", 65, 69): (32, 180, 566, 1299), ("male", 70, 74): (64, 310, 892, 1774),
    ("male", 75, 90): (166, 473, 1071, 1982),
    ("female", 30, 39): (0, 0, 1, 3), ("female", 40, 44): (0, 0, 1, 4), ("female", 45, 49): (0, 0, 2, 22),
    ("female", 50, 54): (0, 0, 5, 55), ("female", 55, 59): (0, 1, 23, 121), ("female", 60, 64): (0, 3, 57, 193),
    ("female", 65, 69): (1, 24, 145, 410), ("female", 70, 74): (3, 52, 210, 631), ("female", 75, 90): (9, 75, 241, 709),
}  # fmt: skip


def made(key: str) -> ReferencePopulation:
    """A population made anew from its file."""
    return population.__wrapped__(key)


def test_the_table_of_hoff_is_the_copy_cell_by_cell() -> None:
    groups = made(HOFF).groups
    found = {(one.sex, one.youngest, one.oldest): tuple(score for _, score in one.scores) for one in groups}
    assert found == HOFF_2001
    assert {tuple(percentile for percentile, _ in one.scores) for one in groups} == {(25, 50, 75, 90)}


def test_the_table_of_hoff_is_the_reference_file_cell_by_cell(real_data: Path) -> None:
    file = real_data.parent / "scoring" / "mesa" / "hoff2001.csv"
    if not file.is_file():
        pytest.skip("the reference file of Hoff 2001 is not on this machine")
    groups = {(one.sex[0].upper(), one.youngest): one for one in population(HOFF).groups}
    rows = list(csv.DictReader(file.open(encoding="ascii")))
    assert len(rows) == len(groups) == 18
    for row in rows:
        youngest = {"<40": 30, ">74": 75}.get(row["age_band"]) or int(row["age_band"].split("-")[0])
        group = groups[row["sex"], youngest]
        assert [row[f"p{p}"] for p, _ in group.scores] == [f"{score:g}" for _, score in group.scores]


def test_the_table_of_mesa_is_unchanged_since_it_was_compared_with_its_source() -> None:
    """Every row, as the study's calculator gave it; SHA-256 of sex, age, share with calcium, quartiles and ladder."""
    lines = [
        ",".join(
            map(
                str,
                (
                    one.group,
                    one.sex,
                    one.youngest,
                    one.nonzero_percent,
                    *(int(s) for _, s in one.scores),
                    *(s for _, s in one.ladder),
                ),
            )
        )
        for one in made(MESA).groups
    ]
    assert len(lines) == 320
    digest = hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
    assert digest == "f2d15c2ff7d3085a1576f262215dea7249ff167776d1e104aef879ecefb9ec27"


@pytest.mark.parametrize(
    ("key", "name", "people", "years", "scanner", "citation"),
    [
        (MESA, "MESA 2006", 6110, "2000-2002", "EBCT, MDCT", "McClelland et al. 2006, Circulation 113:30"),
        (HOFF, "Hoff 2001", 35246, "1993-1999", "EBCT", "Hoff et al. 2001, Am J Cardiol 87:1335"),
    ],
)
def test_a_population_says_who_was_scanned(  # type: ignore[no-untyped-def]
    key, name, people, years, scanner, citation
) -> None:
    known = made(key)
    assert (known.key, known.name, known.people, known.years) == (key, name, people, years)
    assert (known.scanner, known.citation, known.table) == (scanner, citation, "")


def test_there_is_no_population_of_another_key() -> None:
    assert POPULATIONS == ("mesa-2006", "hoff-2001")
    with pytest.raises(KeyError):
        population("framingham")


# Men of 50 to 54 of Hoff: 1, 15, 103, 332 at the 25th, 50th, 75th and 90th percentile.
@pytest.mark.parametrize(
    ("score", "percentile", "text"),
    [
        (0.0, Percentile(0, 1), "0"),
        (0.4, Percentile(25, 50), "25-50"),  # printed as "<1", taken as 1
        (1.0, Percentile(25, 50), "25-50"),
        (14.4, Percentile(25, 50), "25-50"),
        (14.5, Percentile(50, 75), "50-75"),
        (102.4, Percentile(50, 75), "50-75"),
        (102.5, Percentile(75, 90), "75-90"),
        (331.4, Percentile(75, 90), "75-90"),
        (331.5, Percentile(90, 100), "≥90"),
        (1e5, Percentile(90, 100), "≥90"),
    ],
)
def test_a_table_of_four_percentiles_gives_the_part_between_two_of_them(
    score: float, percentile: Percentile, text: str
) -> None:
    found = compare(score, Person(52, "male"), population(HOFF)).percentile
    assert found == percentile
    assert found.text == text


def test_below_the_first_percentile_of_a_table_is_all_that_is_known() -> None:
    found = compare(12.0, Person(62, "male"), population(HOFF)).percentile
    assert found == Percentile(0, 25)
    assert (found.text, found.exact) == ("<25", False)
    assert compare(13.0, Person(62, "male"), population(HOFF)).percentile == Percentile(25, 50)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (29, None), (30, "30-39"), (39, "30-39"), (40, "40-44"), (44, "40-44"), (45, "45-49"), (74, "70-74"),
        (75, "75-90"), (90, "75-90"), (91, None),
    ],
)  # fmt: skip
def test_a_band_of_ages_ends_where_the_next_begins_and_nothing_lies_beyond(age: int, band: str | None) -> None:
    found = compare(10.0, Person(age, "female"), population(HOFF))
    assert (found.group and found.group.ages) == band
    if band is None:
        assert found.reason == remark("interpretation.outside_ages", youngest=30, oldest=90, age=age)


@pytest.mark.parametrize("ethnicity", [None, "white", "chinese", "black", "hispanic"])
def test_a_population_without_groups_needs_no_ethnicity_and_heeds_none(ethnicity: Ethnicity | None) -> None:
    found = compare(200.0, Person(63, "female", ethnicity), population(HOFF))
    assert found.percentile == Percentile(90, 100)
    assert found.reason is None


@pytest.mark.parametrize(
    ("person", "missing"),
    [
        (Person(None, "male"), ("age",)),
        (Person(60, None), ("sex",)),
        (Person(), ("age", "sex")),
    ],
)
def test_age_and_sex_are_always_needed(person: Person, missing: tuple[str, ...]) -> None:
    found = compare(10.0, person, population(HOFF))
    assert (found.group, found.percentile) == (None, None)
    assert found.reason == remark("interpretation.missing", missing=missing)


def test_mesa_needs_the_ethnic_group_and_assumes_none() -> None:
    found = compare(10.0, Person(60, "male"), population(MESA))
    assert found.reason == remark("interpretation.missing", missing=("ethnicity",))


@pytest.mark.parametrize("sex", ["male", "female"])
@pytest.mark.parametrize("ethnicity", ["white", "chinese", "black", "hispanic"])
@pytest.mark.parametrize(("inside", "outside"), [(45, 44), (84, 85)])
def test_mesa_is_45_to_84_years_old(sex: Sex, ethnicity: Ethnicity, inside: int, outside: int) -> None:
    person = Person(inside, sex, ethnicity)
    assert compare(10.0, person, population(MESA)).percentile is not None
    found = compare(10.0, replace(person, age_years=outside), population(MESA))
    assert (found.group, found.percentile) == (None, None)
    assert found.reason == remark("interpretation.outside_ages", youngest=45, oldest=84, age=outside)


@pytest.mark.parametrize(
    ("score", "percentile"),
    [(0, 0), (1e-9, 50), (0.499, 50), (0.5, 50), (9.499, 50), (9.5, 75), (10, 75), (99.499, 75), (99.5, 99), (1e6, 99)],
)
def test_a_percentile_is_the_last_step_that_the_rounded_score_reaches(score: float, percentile: int) -> None:
    steps = enumerate((1,) * 50 + (10,) * 25 + (100,) * 24, 1)
    group = ReferenceGroup("white", "male", 60, 60, ((50, 1.0),), tuple(steps), 70)
    found = percentile_in(group, score)
    assert (found.least, found.exact) == (percentile, True)


def test_the_share_without_calcium_is_exact_or_the_least_that_the_table_shows() -> None:
    women = {one.youngest: one for one in population(HOFF).groups if one.sex == "female"}
    assert zero_percent(women[45]) == (50, False)  # half of them have 0, and no more is known
    assert zero_percent(women[55]) == (25, False)
    assert zero_percent(women[65]) == (0, False)
    mesa = reference_group(Person(55, "male", "white"), population(MESA))
    assert mesa is not None
    assert zero_percent(mesa) == (44, True)  # 56 of 100 have calcium
