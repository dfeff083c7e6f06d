"""Threads of noise: long and thin, told with their size; a click of a reader does not take them unasked."""

import numpy as np
import pytest

from SmartScoreLib.lesions.checks.threads import thread
from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.series.geometry import VolumeGeometry


def grid(shape: tuple[int, int, int], spacing: tuple[float, float, float]) -> VolumeGeometry:
    return VolumeGeometry(shape, spacing, (0.0, 0.0, 0.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))


@pytest.mark.parametrize(
    ("shape", "spacing", "is_thread"),
    [((1, 1, 21), (3.0, 0.5, 0.5), True),  # 10.5 mm long, sqrt(3 * 0.5) = 1.22 mm thick
     ((1, 1, 19), (3.0, 0.5, 0.5), False),  # 9.5 mm
     ((5, 1, 1), (3.0, 0.5, 0.5), True),  # 12.5 mm through slices, sqrt(5 * 0.75 / 12.5) = 0.55 mm
     ((4, 1, 1), (3.0, 0.5, 0.5), False),  # 9.5 mm
     ((1, 1, 40), (5.11, 0.5, 0.5), True),  # sqrt(2.555) = 1.598 mm
     ((1, 1, 40), (5.13, 0.5, 0.5), False),  # sqrt(2.565) = 1.602 mm
     ((3, 4, 40), (3.0, 0.5, 0.5), False),  # a calcified artery: 20 mm long, 4.2 mm thick
     ((1, 1, 1), (3.0, 0.5, 0.5), False)],
)  # fmt: skip
def test_what_is_long_and_thin_is_a_thread(
    shape: tuple[int, int, int], spacing: tuple[float, float, float], is_thread: bool
) -> None:
    assert (thread(np.ones(shape, bool), grid(shape, spacing)) is not None) == is_thread


def test_length_and_thickness_are_told() -> None:
    said = thread(np.ones((1, 1, 40), bool), grid((1, 1, 40), (3.0, 0.5, 0.5)))
    assert said is not None
    assert said.code == "lesions.thread"
    assert said.values["length_mm"] == pytest.approx(20.0)
    assert said.values["thickness_mm"] == pytest.approx(np.sqrt(1.5))


def test_the_length_of_a_bent_thread_is_that_along_its_longest_axis() -> None:
    mask = np.zeros((1, 30, 41), bool)
    mask[0, 0, :] = mask[0, 1:9, 40] = True
    said = thread(mask, grid(mask.shape, (3.0, 0.5, 0.5)))
    assert said is not None
    assert 20.0 < said.values["length_mm"] < 21.2


def test_only_clicks_of_readers_refuse_threads_and_take_one_slice_of_them() -> None:
    hu = np.full((4, 20, 60), 40, np.int16)
    hu[1, 10, 5:30] = hu[2, 10, 30:55] = 140
    shape = grid((4, 20, 60), (3.0, 0.5, 0.5))
    refused = calcium_at(hu, shape, (1, 10, 20), ClickSettings(refuse_threads=True))
    assert refused.reason is not None
    assert (refused.reason.code, refused.voxels) == ("lesions.thread", 0)
    assert calcium_at(hu, shape, (1, 10, 20), ClickSettings()).voxels == 50
    assert calcium_at(hu, shape, (1, 10, 20), ClickSettings(in_slice=True, refuse_threads=True)).voxels == 25
    hu[1, 8:13, 5:30] = 140  # calcium, and a tail of noise
    assert calcium_at(hu, shape, (1, 10, 20), ClickSettings(refuse_threads=True)).voxels == 150
