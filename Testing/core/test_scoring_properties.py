"""Scores of any volume: against a second implementation by scipy, and under changes that must not matter."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.geometry import VolumeGeometry

AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))
SPACE = np.ones((3, 3, 3))


@st.composite
def cases(draw: Any) -> tuple[np.ndarray, np.ndarray, VolumeGeometry, ScoringProtocol]:
    shape = tuple(draw(st.integers(1, n)) for n in (5, 12, 14))
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    filled = draw(st.sampled_from([0.2, 0.5, 0.9]))
    hu = np.where(random.random(shape) < filled, random.integers(100, 460, shape), -50)
    fractions = draw(st.booleans())
    hu = (hu + random.random(shape)).astype(np.float32) if fractions else hu.astype(np.int16)
    labels = random.choice([0, 0, 1, 2, 2, 2, 4, 6, 9], shape).astype(np.uint8)
    if draw(st.booleans()):  # solid territories instead of a mixture
        labels = np.broadcast_to(np.where(np.arange(shape[2]) < shape[2] // 2, 2, 4), shape).astype(np.uint8)
    pixel = (draw(st.sampled_from([0.3, 0.5, 1.0])), draw(st.sampled_from([0.4, 0.5])))
    geometry = grid(*shape, pixel, draw(st.sampled_from([0.5, 1.5, 3.0, 5.0])), AXIAL)
    protocol = replace(
        DEFAULT_PROTOCOL,
        threshold_hu=draw(st.sampled_from([130.0, 150.5, 110.0])),
        minimum_area_mm2=draw(st.sampled_from([0.0, 0.5, 1.0, 2.0])),
        area_must_exceed=draw(st.booleans()),
        minimum_voxels=draw(st.sampled_from([1, 3])),
        connectivity=draw(st.sampled_from([4, 8])),
        mass_factor=0.0008,
    )
    return hu, labels, geometry, protocol


def _reference(
    hu: np.ndarray, labels: np.ndarray, geometry: VolumeGeometry, p: ScoringProtocol
) -> dict[str, tuple[float, float, float, int]]:
    """The definitions, word by word and slowly: territory to (Agatston, volume, mass, lesions)."""
    spacing, row, column = geometry.spacing_mm
    plane = np.ones((3, 3)) if p.connectivity == 8 else ndimage.generate_binary_structure(2, 1)
    coronary = [t.label for t in TERRITORIES if t.counts]
    groups = [coronary, *([t.label] for t in TERRITORIES if not t.counts)]
    result = {}
    for territory in TERRITORIES:
        reaches = hu >= p.threshold_hu
        inside = (labels == territory.label) & reaches
        (group,) = (g for g in groups if territory.label in g)
        counted = np.zeros(hu.shape, bool)
        agatston = 0.0
        for k in range(hu.shape[0]):
            components, count = ndimage.label(np.isin(labels[k], group) & reaches[k], plane)
            for number in range(1, count + 1):
                one = components == number
                area = one.sum() * row * column
                least = p.minimum_area_mm2
                if (
                    area <= least + 1e-9 if p.area_must_exceed else area < least - 1e-9
                ) or one.sum() < p.minimum_voxels:
                    continue
                peak = hu[k][one].max()
                weight = 4 if peak >= 400 else 3 if peak >= 300 else 2 if peak >= 200 else 1
                share = one & inside[k]
                agatston += share.sum() * row * column * weight * spacing / 3
                counted[k] |= share
        pieces, count = ndimage.label(inside, SPACE)
        lesions = sum(bool(counted[pieces == number].any()) for number in range(1, count + 1))
        voxel = spacing * row * column
        volume = counted.sum() * voxel
        mass = hu[counted].astype(float).sum() * voxel * (p.mass_factor or 0)
        result[territory.key] = (agatston, float(volume), float(mass), lesions)
    return result


def _numbers(sheet: ScoreSheet) -> dict[str, tuple[float, float, float, int]]:
    return {t.key: (t.agatston, t.volume_mm3, t.mass_mg or 0.0, t.lesions) for t in sheet.territories}


def _alike(a: dict[str, tuple[float, ...]], b: dict[str, tuple[float, ...]]) -> bool:
    return a.keys() == b.keys() and all(a[key] == pytest.approx(b[key], rel=1e-9, abs=1e-9) for key in a)


@given(cases())
@settings(max_examples=150, deadline=None)
def test_scores_equal_those_of_the_definitions_carried_out_by_scipy(case: Any) -> None:
    hu, labels, geometry, protocol = case
    sheet = score(hu, LesionMap(geometry, (0, 0, 0), labels), protocol)
    assert _alike(_numbers(sheet), _reference(hu, labels, geometry, protocol))


@given(cases())
@settings(max_examples=60, deadline=None)
def test_the_parts_add_up(case: Any) -> None:
    hu, labels, geometry, protocol = case
    sheet = score(hu, LesionMap(geometry, (0, 0, 0), labels), protocol)
    counted = [t for t in sheet.territories if t.counts]
    total = sheet.total
    assert total.agatston == pytest.approx(sum(t.agatston for t in counted))
    assert total.volume_mm3 == pytest.approx(sum(t.volume_mm3 for t in counted))
    assert total.mass_mg == pytest.approx(sum(t.mass_mg or 0 for t in counted))
    assert total.lesions == sum(t.lesions for t in counted)
    for territory in sheet.territories:
        own = [lesion for lesion in sheet.lesions if lesion.territory == territory.key]
        assert territory.agatston == pytest.approx(sum(lesion.agatston for lesion in own))
        assert territory.lesions == len(own)
    for lesion in sheet.lesions:
        assert lesion.agatston == pytest.approx(sum(part.agatston for part in lesion.components))
        assert lesion.voxels == sum(part.voxels for part in lesion.components)
        assert set(lesion.slices) == {part.slice_index for part in lesion.components}
    if total.density_score is not None:
        assert 1 - 1e-9 <= total.density_score <= 4 + 1e-9


@given(cases(), st.tuples(*(st.integers(0, 3) for _ in range(3))), st.tuples(*(st.booleans() for _ in range(3))))
@settings(max_examples=60, deadline=None)
def test_shifting_mirroring_and_padding_change_no_score(case: Any, shift: Any, mirror: Any) -> None:
    hu, labels, geometry, protocol = case
    turn = tuple(slice(None, None, -1 if flip else 1) for flip in mirror)
    around = [(n, 2) for n in shift]
    moved = np.pad(hu[turn], around, constant_values=500)  # bone all around, not marked
    wide = VolumeGeometry(moved.shape, geometry.spacing_mm, (9.0, 9.0, 9.0), geometry.directions)
    box = np.ascontiguousarray(labels[turn])
    first = score(hu, LesionMap(geometry, (0, 0, 0), labels), protocol)
    second = score(moved, LesionMap(wide, tuple(shift), box), protocol)
    assert _alike(_numbers(first), _numbers(second))
    assert len(first.lesions) == len(second.lesions)


@given(cases())
@settings(max_examples=40, deadline=None)
def test_a_part_of_the_slices_scores_the_same_as_the_whole_when_all_marks_are_in_it(case: Any) -> None:
    hu, labels, geometry, protocol = case
    whole = score(hu, LesionMap(geometry, (0, 0, 0), labels), protocol)
    extended = np.concatenate([np.full((2, *hu.shape[1:]), 700, hu.dtype), hu])
    larger = VolumeGeometry(extended.shape, geometry.spacing_mm, geometry.origin_lps_mm, geometry.directions)
    again = score(extended, LesionMap(larger, (2, 0, 0), labels), protocol)
    assert _alike(_numbers(whole), _numbers(again))
    assert [lesion.slices for lesion in again.lesions] == [tuple(k + 2 for k in one.slices) for one in whole.lesions]


@given(cases())
@settings(max_examples=40, deadline=None)
def test_what_is_no_coronary_artery_scores_as_if_it_were_alone(case: Any) -> None:
    hu, labels, geometry, protocol = case
    together = _numbers(score(hu, LesionMap(geometry, (0, 0, 0), labels), protocol))
    coronary = [territory.label for territory in TERRITORIES if territory.counts]
    for kept in (coronary, *([t.label] for t in TERRITORIES if not t.counts)):
        alone = np.where(np.isin(labels, kept), labels, 0).astype(np.uint8)
        numbers = _numbers(score(hu, LesionMap(geometry, (0, 0, 0), alone), protocol))
        for key in (t.key for t in TERRITORIES if t.label in kept):
            assert numbers[key] == pytest.approx(together[key])


@given(cases())
@settings(max_examples=40, deadline=None)
def test_the_total_is_the_same_however_the_arteries_share_the_calcium(case: Any) -> None:
    hu, labels, geometry, protocol = case
    coronary = np.isin(labels, [territory.label for territory in TERRITORIES if territory.counts])
    one = np.where(coronary, 2, labels).astype(np.uint8)
    shared, whole = (score(hu, LesionMap(geometry, (0, 0, 0), marks), protocol).total for marks in (labels, one))
    assert shared.agatston == pytest.approx(whole.agatston)
    assert shared.volume_mm3 == pytest.approx(whole.volume_mm3)
    assert shared.mass_mg == pytest.approx(whole.mass_mg)
    assert shared.density_score == pytest.approx(whole.density_score)
