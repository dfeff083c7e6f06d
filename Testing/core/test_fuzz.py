"""A thousand corruptions of headers, pixels, masks and clicks; `make fuzz` does fifty thousand."""

import random
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from fuzz import judge as judging
from fuzz.exam import LABELS, SLICES, Case, clicks, datasets, encoded, image_bytes
from fuzz.judge import EXACT, WrongError, judge
from fuzz.run import KINDS, several
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused

QUARTER = 250


@pytest.mark.parametrize("kind", KINDS)
def test_no_corruption_breaks_a_promise(kind: str) -> None:
    failures, outcomes = several(kind, range(QUARTER), seed=1)
    assert [f"{one.name}: {one.what[:200]}\n{one.error}" for one in failures] == []
    # Were all refused, or none, nothing would have been tried.
    assert min(outcomes[f"{kind}, scored"], outcomes[f"{kind}, refused"]) >= QUARTER / 10


def test_a_case_is_the_same_in_every_run() -> None:
    for make in KINDS.values():
        assert make(random.Random("a:1")) == make(random.Random("a:1"))


def exam(**values: Any) -> Case:
    """The exam with attributes of every image, or of some if a value is (images, value)."""
    images = datasets()
    for keyword, given in values.items():
        which, value = given if isinstance(given, tuple) else (range(SLICES), given)
        for index in which:
            setattr(images[index], keyword, value)
    files = {f"{index}.dcm": encoded(image) for index, image in enumerate(images)}
    return Case(files, ("clicks.json", clicks()), "by hand", harmless=True)


def test_the_exam_scores_what_a_hand_calculates(tmp_path: Path) -> None:
    """Pixels of 5 mm2 every 3 mm. LAD: 6 pixels of 320 and 6 of 250 HU, 30 * 3 + 30 * 2. LCX: one of 150 HU, 5 * 1.

    RCA: 12 pixels with 210 and 12 with 455 HU, 60 * 2 + 60 * 4.
    """
    assert EXACT == 90 + 60 + 5 + 120 + 240
    assert judge(exam(), tmp_path, pages=True, saving=True) == "scored"


@pytest.mark.parametrize(
    ("values", "outcome"),
    [
        ({"Manufacturer": "M" * 10_000}, "scored"),
        ({"Manufacturer": "long name " * 1_000}, "scored"),
        ({"InstitutionName": "I" * 10_000, "ManufacturerModelName": "n " * 5_000}, "scored"),
        ({"SpecificCharacterSet": "a b " * 3_000}, "scored"),
        ({"SpecificCharacterSet": ["ISO 2022 IR 1", "X"] * 500}, "scored"),
        ({"SliceThickness": "1e300"}, "scored"),
        ({"SliceThickness": "1e-300"}, "scored"),
        ({"KVP": "1e300", "Exposure": "99999999999"}, "scored"),
        ({"RescaleSlope": ((0, 1), "1e63")}, "refused"),
        ({"RescaleSlope": "1e63"}, "refused"),
        ({"RescaleIntercept": ((2,), "-1e63")}, "refused"),
    ],
    ids=lambda value: None if isinstance(value, str) else ", ".join(value),
)
def test_values_without_measure_neither_kill_nor_delay_score_pages_and_saving(
    values: dict[str, Any], outcome: str, tmp_path: Path
) -> None:
    assert judge(exam(**values), tmp_path, pages=True, saving=True) == outcome


# What must be seen if it broke: the judge is tried on a library that does wrong.


def broken_series(change: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch) -> None:
    load = judging.load_series
    monkeypatch.setattr(judging, "load_series", lambda candidate: change(load(candidate)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda series: replace(series, hu=series.hu + np.int16(1)), "other Hounsfield units"),
        (
            lambda series: replace(series, geometry=replace(series.geometry, spacing_mm=(3.1, 2.0, 2.5))),
            "not where its file says|slice spacing",
        ),
        (
            lambda series: replace(series, geometry=replace(series.geometry, spacing_mm=(3.0, 2.0, 2.6))),
            "pixel spacing",
        ),
    ],
    ids=["HU", "slice spacing", "pixel spacing"],
)
def test_the_judge_sees_a_wrong_volume(
    change: Callable[[Any], Any], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken_series(change, monkeypatch)
    with pytest.raises(WrongError, match=said):
        judge(exam(), tmp_path)


def test_the_judge_sees_marks_that_are_lost_or_invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = judging.read_marks

    def changed(by: Callable[[Any], Any]) -> None:
        def wrong(*given: Any) -> Any:
            lesions = read(*given)
            labels = lesions.labels.copy()
            by(labels)
            return replace(lesions, labels=labels)

        monkeypatch.setattr(judging, "read_marks", wrong)

    # The box of the marks begins at the LCX and ends with the RCA.
    changed(lambda labels: labels[0].fill(0))
    with pytest.raises(WrongError, match=r"lost in silence|though nothing was changed"):
        judge(exam(), tmp_path)
    changed(lambda labels: np.place(labels, labels == LABELS["RCA"], 0))
    with pytest.raises(WrongError, match=r"lost in silence|though nothing was changed"):
        judge(exam(), tmp_path)


def test_the_judge_sees_a_score_that_arithmetic_does_not_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make = judging.make_reading

    def wrong(*given: Any) -> Any:
        reading = make(*given)
        return replace(reading, sheet=replace(reading.sheet, total=replace(reading.sheet.total, agatston=516.0)))

    monkeypatch.setattr(judging, "make_reading", wrong)
    with pytest.raises(WrongError, match=r"scored 516\.0, by arithmetic 515"):
        judge(exam(), tmp_path)


def test_the_judge_sees_pages_that_are_refused_for_a_score(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise InputRefused(remark("reading.not_read"))

    monkeypatch.setattr(judging, "report", refuse)
    with pytest.raises(WrongError, match="scored, yet no pages"):
        judge(exam(), tmp_path, pages=True)


def test_the_judge_takes_the_refusal_of_pages_where_nothing_scores(tmp_path: Path) -> None:
    apart = re.sub(rb"LAD|LCX|RCA", b"OTHER", clicks())
    assert judge(replace(exam(), marks=("clicks.json", apart), harmless=False), tmp_path, pages=True) == "scored"


def test_the_judge_sees_an_incomplete_volume_without_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_series(lambda series: replace(series, remarks=()), monkeypatch)
    case = replace(exam(), files={f"{index}.dcm": image_bytes(index) for index in range(SLICES - 1)}, harmless=False)
    with pytest.raises(WrongError, match="incomplete volume"):
        judge(case, tmp_path)


def test_the_judge_stops_what_computes_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: object) -> None:
        while True:
            time.perf_counter()

    monkeypatch.setattr(judging, "read_marks", forever)
    monkeypatch.setattr(judging, "HANG_S", 0.1)
    with pytest.raises(WrongError, match=r"more than 0\.1 s"):
        judge(exam(), tmp_path)
