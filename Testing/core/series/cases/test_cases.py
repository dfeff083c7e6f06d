"""Every kind of series that people have gets the verdict, the remarks and the score that it should."""

import numpy as np
import pydicom.pixels.decoders.base
import pytest

from core.series.cases import files, headers, values
from core.series.cases.building import ALWAYS
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.choosing import choose
from SmartScoreLib.series.describe import describe
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

CASES = {case.name: case for case in (*headers.CASES, *files.CASES, *values.CASES)}


def found_in(case, folder):
    places = case.build(folder)
    return find_series([places] if not isinstance(places, list) else places)


def agatston(series):
    """Everything from 130 HU marked as LAD."""
    labels = np.where(series.hu >= 130, BY_KEY["LAD"].label, 0).astype(np.uint8)
    lesions = LesionMap(series.geometry, (0, 0, 0), labels)
    return score(series.hu, lesions, DEFAULT_PROTOCOL, series.remarks).total.agatston


@pytest.mark.parametrize("name", list(CASES))
def test_a_series_gets_its_verdict_its_remarks_and_its_score(name, tmp_path, monkeypatch):
    case = CASES[name]
    if not case.decoders:
        known = pydicom.pixels.decoders.base.Decoder
        monkeypatch.setattr(known, "is_available", property(lambda self: False))

    findings = found_in(case, tmp_path / "series")

    assert tuple(problem.code for problem in findings.problems) == case.problems
    candidates = sorted(
        findings.candidates, key=lambda one: (one.series_instance_uid, one.label if one.datasets else "")
    )
    assert len(candidates) == len(case.expected)
    for candidate, expected in zip(candidates, case.expected, strict=True):
        told = {remark.code for remark in candidate.remarks}
        if expected.score is None and not case.loads:
            assert not candidate.scorable
            assert told - ALWAYS == expected.codes
            continue
        assert candidate.scorable, candidate.refusals
        if case.loads:
            with pytest.raises(InputRefused) as refused:
                load_series(candidate)
            assert tuple(remark.code for remark in refused.value.remarks) == case.loads
            continue
        series = load_series(candidate)
        told |= {remark.code for remark in series.remarks}
        assert told - ALWAYS == expected.codes
        if not candidate.datasets:
            assert series.datasets == series.files == ()
        elif expected.slices:
            assert candidate.label == expected.label
        if expected.slices:
            assert series.geometry.shape[0] == expected.slices
            assert agatston(series) == pytest.approx(expected.score)


def test_there_are_eighty_series_and_every_line_of_the_review_is_among_them():
    assert len(CASES) == len(headers.CASES) + len(files.CASES) + len(values.CASES) >= 80
    # Line 6, names that are equal by PS3.5, is a matter of grouping persons.
    assert {case.line for case in CASES.values()} == {"", *(str(line) for line in range(1, 14) if line != 6)}


@pytest.mark.parametrize(
    ("name", "phase"), [("phase in Scan Options", "70 %"), ("phase in the description", "70 %"), ("a calcium scan", "")]
)
def test_the_phase_is_told_wherever_the_scanner_wrote_it(name, phase, tmp_path):
    (candidate,) = found_in(CASES[name], tmp_path / "series").candidates

    assert describe(load_series(candidate)).acquisition.phase == phase


def test_mass_factors_are_offered_with_their_size(tmp_path):
    (candidate,) = found_in(CASES["a mass factor by size"], tmp_path / "series").candidates

    offered = describe(load_series(candidate)).acquisition.mass_factors
    assert [(one.size, one.value) for one in offered] == [("small", 0.00074), ("medium", 0.00078), ("large", 0.00085)]


@pytest.mark.parametrize(
    ("name", "born", "studied"),
    [
        ("birth date 00010101", None, "2026-01-02"),
        ("study date 19000101", "1960-12-31", None),
    ],
)
def test_dates_that_fill_their_place_are_unknown(name, born, studied, tmp_path):
    (candidate,) = found_in(CASES[name], tmp_path / "series").candidates
    described = describe(load_series(candidate))

    assert (described.patient.birth_date and described.patient.birth_date.isoformat()) == born
    assert (described.study.study_date and described.study.study_date.isoformat()) == studied
    assert described.patient.age_years == (65 if born and studied else None)


def test_what_this_software_wrote_is_no_question(tmp_path):
    findings = found_in(CASES["its own reduced series beside a source"], tmp_path / "series")

    assert choose(findings, None).series_instance_uid == "2.25.11"
    assert choose(findings, "2.25.12").series_instance_uid == "2.25.12"


def test_a_zip_writes_nothing_outside_of_its_folder(tmp_path):
    (candidate,) = found_in(CASES["a zip whose names climb"], tmp_path / "a" / "b" / "series").candidates

    assert not list(tmp_path.rglob("climbed"))
    assert all("climbed" in str(file.parent) and ".." not in file.parts for file in candidate.files)


def test_a_volume_counts_from_below_whatever_its_file_does(tmp_path):
    whole = {}
    for name in ("a calcium scan", "NIfTI", "NIfTI from above", "NIfTI by sagittal slices"):
        (candidate,) = found_in(CASES[name], tmp_path / name).candidates
        whole[name] = load_series(candidate)
    expected = whole["a calcium scan"]
    place = expected.geometry.lps_mm(np.argwhere(expected.hu == 450)).mean(axis=0)

    for series in whole.values():
        assert series.geometry.directions[0] == pytest.approx((0, 0, 1))
        assert series.geometry.lps_mm(np.argwhere(series.hu == 450)).mean(axis=0) == pytest.approx(place)


def test_a_text_of_ten_thousand_letters_is_cut(tmp_path):
    (candidate,) = found_in(CASES["a maker of 10,000 letters"], tmp_path / "series").candidates

    assert describe(load_series(candidate)).acquisition.manufacturer == "M" * 317 + "..."
