"""Assigning marks, against a whole volume of labels as the model."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from SmartScoreLib.lesions.editing import assign, cropped, empty_map, piece_at
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.series.geometry import VolumeGeometry

SHAPE = (6, 9, 8)
GEOMETRY = VolumeGeometry(SHAPE, (3.0, 0.5, 0.5), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
ONE = np.ones((1, 1, 1), bool)


def _whole(lesions: LesionMap) -> np.ndarray:
    whole = np.zeros(SHAPE, np.uint8)
    whole[lesions.box] = lesions.labels
    return whole


edits = st.tuples(
    st.sampled_from(["LM", "LAD", "RCA"]),
    st.tuples(*(st.integers(0, n - 1) for n in SHAPE)),
    st.tuples(*(st.integers(1, 4) for _ in SHAPE)),
    st.integers(0, 1000),
)


@given(st.lists(edits, max_size=12))
@settings(max_examples=150, deadline=None)
def test_any_sequence_of_edits_gives_what_the_same_edits_of_a_whole_volume_give(sequence: list) -> None:
    origin = remark("lesions.origin_marks", file="test")
    lesions, model = empty_map(GEOMETRY, origin), np.zeros(SHAPE, np.uint8)
    for territory, corner, size, seed in sequence:
        size = tuple(min(n, end - at) for n, at, end in zip(size, corner, SHAPE, strict=True))
        mask = np.random.default_rng(seed).random(size) < 0.6
        view = model[tuple(slice(a, a + n) for a, n in zip(corner, size, strict=True))]
        before = _whole(lesions)
        changed = assign(lesions, corner, mask, territory)
        assert np.array_equal(_whole(lesions), before), "the map before stays as it was"
        view[mask] = BY_KEY[territory].label
        lesions = changed
        assert np.array_equal(_whole(lesions), model)
        if lesions.labels.size:
            for axis in range(3):
                ends = lesions.labels.take([0, -1], axis)
                assert (ends > 0).any(axis=tuple(a for a in range(3) if a != axis)).all(), "the box is tight"
    assert lesions.origin == origin


def test_a_voxel_that_is_assigned_again_leaves_its_territory() -> None:
    first = assign(empty_map(GEOMETRY), (2, 3, 4), ONE, "LAD")
    second = assign(first, (2, 3, 4), ONE, "RCA")
    assert second.labels.tolist() == [[[BY_KEY["RCA"].label]]]


@pytest.mark.parametrize("corner", [(-1, 0, 0), (0, 0, 8), (5, 8, 7)])
def test_a_mask_that_reaches_outside_is_an_error(corner: tuple[int, int, int]) -> None:
    mask = np.ones((2, 1, 1), bool)
    with pytest.raises(ValueError, match="outside"):
        assign(empty_map(GEOMETRY), corner, mask, "LM")


def test_a_territory_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        assign(empty_map(GEOMETRY), (0, 0, 0), ONE, "LV")


def test_the_piece_at_a_voxel_is_of_one_territory_and_joined_by_corners() -> None:
    lesions = assign(empty_map(GEOMETRY), (1, 1, 1), np.ones((1, 1, 2), bool), "LAD")
    lesions = assign(lesions, (2, 2, 3), ONE, "LAD")  # touches by a corner
    lesions = assign(lesions, (1, 1, 3), ONE, "RCA")  # touches by a face, but is another territory
    lesions = assign(lesions, (5, 8, 7), ONE, "LAD")  # apart
    piece = piece_at(lesions, (1, 1, 1))
    assert piece is not None
    corner, mask = piece
    assert (corner, mask.shape, int(mask.sum())) == ((1, 1, 1), (2, 2, 3), 3)
    assert piece_at(lesions, (0, 0, 0)) is None
    assert piece_at(lesions, (3, 3, 3)) is None


def test_a_box_without_marks_is_cropped_to_nothing_at_the_beginning() -> None:
    lesions = cropped(assign(empty_map(GEOMETRY), (2, 3, 4), ONE, "LAD"), (2, 3, 4), np.zeros((2, 3, 2), np.uint8))
    assert (lesions.corner, lesions.labels.shape) == ((0, 0, 0), (0, 0, 0))


def test_a_box_is_cropped_to_its_marks() -> None:
    labels = np.zeros((3, 4, 5), np.uint8)
    labels[1, 2, 1] = labels[2, 2, 3] = 7
    lesions = cropped(empty_map(GEOMETRY), (2, 3, 1), labels)
    assert (lesions.corner, lesions.labels.tolist()) == ((3, 5, 2), [[[7, 0, 0]], [[0, 0, 7]]])
