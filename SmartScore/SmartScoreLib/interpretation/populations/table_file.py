"""A table of a reference population from a CSV file: a site's own, or one that comes with the software.

    # name: Our cohort
    # source: Quality report 2025
    # people: 2314
    # years: 2019-2024
    # scanner: CT, 64 rows
    sex,group,age_from,age_to,p25,p50,p75,p90,nonzero_percent
    male,,40,44,0,0,6,51,28
    male,,45,49,0,2,31,120,39

UTF-8, commas, a point as decimal sign. Lines with "#" before the header say who was scanned: name and source are
needed. A row is a sex ("male" or "female"), an age or a band of ages in years, and the score at each percentile; the
columns "p1" to "p99" say which ones, as many or as few as there are. A smooth table has a row for each year, with
age_from and age_to alike; nothing is computed between rows. May be left out: the column "group", or it is filled in
every row; "nonzero_percent", of 100 people how many have a score above 0. Ages of a group must follow each other
without gap or overlap; outside of them the percentile is not available.
"""

import csv
import math
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import get_args

from SmartScoreLib.interpretation.populations.model import ReferenceGroup, ReferencePopulation, Sex
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark

OWN = "own"
_ABOUT = ("name", "source", "people", "years", "scanner")
_NEEDED = ("sex", "age_from", "age_to")
_OPTIONAL = ("group", "nonzero_percent")
_PERCENTILE = re.compile(r"p([1-9][0-9]?)")
_OLDEST = 130
_LONGEST_NAME = 40


def read_population(path: Path, taken: Sequence[str] = ()) -> ReferencePopulation:
    """Read a site's own table; `taken` are names that other populations have.

    Raises:
        InputRefused: the file cannot be read, or a row is wrong; a remark for each, with the number of its line.
    """
    file = str(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(remark("interpretation.table_no_text", file=file)) from error
    except OSError as error:
        raise InputRefused(remark("interpretation.table_unreadable", file=file, error=str(error.strerror))) from error
    return population_of(text, file, taken=taken)


def population_of(
    text: str, file: str, *, key: str = OWN, note: str = "", taken: Sequence[str] = ()
) -> ReferencePopulation:
    """The population of the text of a table; `file` is what a refusal calls it.

    Raises:
        InputRefused: as of `read_population`.
    """
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    about = dict(_about(line) for line in lines[:first])
    problems = _about_faults(about, file, taken)
    head = _cells(lines[first]) if first < len(lines) else []
    if faults := _head_faults(head, file):
        raise InputRefused([*problems, *faults])
    groups: list[tuple[int, ReferenceGroup]] = []
    for number, line in enumerate(lines[first + 1 :], first + 2):
        if line.strip():
            cells = _cells(line)
            found = _group(dict(zip(head, cells, strict=False)), len(cells) == len(head), f"{file}:{number}")
            if isinstance(found, ReferenceGroup):
                groups.append((number, found))
            else:
                problems.append(found)
    if not groups and not problems:
        problems.append(remark("interpretation.table_empty", file=file))
    if problems := [*problems, *_order_faults(groups, file)]:
        raise InputRefused(problems)
    people = about.get("people")
    return ReferencePopulation(
        key=key,
        name=about["name"],
        people=int(people) if people else None,
        years=about.get("years", ""),
        scanner=about.get("scanner", ""),
        citation=about["source"],
        groups=tuple(group for _, group in groups),
        table="\n".join(lines).rstrip() if key == OWN else "",  # as DICOM keeps a text
        note=note,
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line]))]


def _about(line: str) -> tuple[str, str]:
    name, _, value = line.lstrip("#").partition(":")
    return name.strip().lower(), value.strip()


def _about_faults(about: dict[str, str], file: str, taken: Sequence[str]) -> list[Remark]:
    faults = [remark("interpretation.table_about", file=file, what=key) for key in _ABOUT[:2] if not about.get(key)]
    name, people = about.get("name", ""), about.get("people", "")
    if name in taken:
        faults.append(remark("interpretation.table_name_taken", file=file, name=name))
    if len(name) > _LONGEST_NAME or not name.isprintable():
        faults.append(remark("interpretation.table_long_name", file=file, longest=_LONGEST_NAME))
    if people and not (people.isascii() and people.isdigit()):
        faults.append(remark("interpretation.table_people", file=file, value=people))
    return faults


def _head_faults(head: Sequence[str], file: str) -> list[Remark]:
    faults = [remark("interpretation.table_column", file=file, column=one) for one in _NEEDED if one not in head]
    known = {*_NEEDED, *_OPTIONAL}
    faults += [
        remark("interpretation.table_unknown_column", file=file, column=one)
        for one in head
        if one not in known and not _PERCENTILE.fullmatch(one)
    ]
    faults += [
        remark("interpretation.table_twice", file=file, column=one) for one in sorted(set(head)) if head.count(one) > 1
    ]
    if not any(_PERCENTILE.fullmatch(one) for one in head):
        faults.append(remark("interpretation.table_no_percentile", file=file))
    return faults


def _group(cells: dict[str, str], complete: bool, row: str) -> ReferenceGroup | Remark:
    """The group of a row, or what is wrong with it first."""
    if not complete:
        return remark("interpretation.table_cells", row=row)
    if cells["sex"] not in get_args(Sex):
        return remark("interpretation.table_sex", row=row, value=cells["sex"])
    ages = [_whole(cells[one], _OLDEST) for one in ("age_from", "age_to")]
    if ages[0] is None or ages[1] is None or ages[0] > ages[1]:
        given = f"{cells['age_from']}-{cells['age_to']}"
        return remark("interpretation.table_ages", row=row, value=given, oldest=_OLDEST)
    scores = sorted(
        (int(found[1]), _number(value)) for name, value in cells.items() if (found := _PERCENTILE.fullmatch(name))
    )
    bad = next((f"p{percentile}" for percentile, score in scores if score is None), None)
    if bad is not None:
        return remark("interpretation.table_score", row=row, column=bad, value=cells[bad])
    known = tuple((percentile, score) for percentile, score in scores if score is not None)
    for (_, lower), (percentile, higher) in pairwise(known):
        if higher < lower:
            return remark("interpretation.table_falls", row=row, column=f"p{percentile}")
    nonzero = _whole(cells["nonzero_percent"], 100) if cells.get("nonzero_percent") else None
    if cells.get("nonzero_percent") and nonzero is None:
        return remark("interpretation.table_nonzero", row=row, value=cells["nonzero_percent"])
    group = ReferenceGroup(
        group=cells.get("group", ""),
        sex="male" if cells["sex"] == "male" else "female",
        youngest=ages[0],
        oldest=ages[1],
        scores=known,
        nonzero_percent=nonzero,
    )
    contradiction = _contradiction(group)
    if contradiction is not None:
        return remark("interpretation.table_contradicts", row=row, column=f"p{contradiction}", percent=nonzero or 0)
    return group


def _contradiction(group: ReferenceGroup) -> int | None:
    """A percentile that is above 0 below the part without calcium, or 0 above it; one of rounding is let pass."""
    if group.nonzero_percent is None:
        return None
    zero = 100 - group.nonzero_percent
    wrong = (p for p, score in group.scores if (score > 0 and p < zero - 1) or (score == 0 and p > zero + 1))
    return next(wrong, None)


def _order_faults(groups: Sequence[tuple[int, ReferenceGroup]], file: str) -> list[Remark]:
    """Whether the column of groups is filled throughout, and ages follow each other within each group and sex."""
    faults = []
    with_group = [bool(group.group) for _, group in groups]
    if any(with_group) and not all(with_group):
        number = groups[with_group.index(False)][0]
        faults.append(remark("interpretation.table_group", row=f"{file}:{number}"))
    kinds = dict.fromkeys((group.group, group.sex) for _, group in groups)
    for kind in kinds:
        of_kind = sorted(
            (group.youngest, group.oldest, number) for number, group in groups if (group.group, group.sex) == kind
        )
        for (_, before, _), (youngest, _, number) in pairwise(of_kind):
            if youngest != before + 1:
                code = "interpretation.table_overlap" if youngest <= before else "interpretation.table_gap"
                faults.append(remark(code, row=f"{file}:{number}", age=youngest, before=before))
    return faults


def _whole(text: str, most: int) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and int(text) <= most else None


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and value >= 0 else None
