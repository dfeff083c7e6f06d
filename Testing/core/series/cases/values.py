"""Cases that only the values show, in a thorax of the phantom: its marks are left out, so no score is asked for."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.series.cases.building import Case, Expected, put, save
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.volume import BLOOD, phantom_hu
from SmartScoreLib.phantom.write import phantom_datasets


def thorax(change: Callable[[NDArray[Any]], NDArray[Any]], noise: float = 0.0, slices: int = 40, **attributes: Any):
    """A builder of a thorax of 360 mm with changed values; one series of `slices` of 3 mm."""

    def build(folder):
        phantom = standard_phantom(
            slices=slices, spacing_mm=3.0, rows=240, columns=240, pixel_mm=1.5, lesions=(), noise_hu=noise
        )
        datasets = phantom_datasets(phantom)
        for dataset, values in zip(datasets, change(phantom_hu(phantom)), strict=True):
            for keyword, value in attributes.items():
                setattr(dataset, keyword, value)
            put(dataset, np.rint(values))
        return save(folder, datasets)

    return build


def blood(hu_of_blood: float, noise: float = 0.0, seed: int = 7):
    """Blood of another value, then noise."""

    def change(hu):
        hu = np.where(np.abs(hu - BLOOD) < 0.5, hu_of_blood, hu)
        return np.maximum(hu + np.random.default_rng(seed).normal(0, noise, hu.shape), -1024) if noise else hu

    return change


def case(name, line, build, *codes, loads=()):
    expected = Expected(frozenset(f"series.{code}" for code in codes), None if loads else 0.0, slices=0)
    return Case(name, build, (expected,), line, loads=tuple(f"series.{code}" for code in loads))


def bone(spread: float, seed: int = 3):
    """A column of 50 mm between the lungs, as wide as a vertebra, that is even or not."""

    def change(hu):
        hu = hu.copy()
        column = hu[8:32, 90:124, 112:146]
        column[...] = np.random.default_rng(seed).normal(316, spread, column.shape)
        return hu

    return change


CASES = (
    case("a vertebra between the lungs", "10", thorax(bone(104))),
    case("blood as bright as a vertebra", "10", thorax(bone(0)), "contrast_seen"),
    case("a thorax without contrast agent", "10", thorax(lambda hu: hu)),
    case("blood of 60 HU", "10", thorax(blood(60))),
    case("blood of 90 HU", "10", thorax(blood(90))),
    case("blood of 110 HU", "10", thorax(blood(110)), "contrast_seen"),
    case("blood of 180 HU", "10", thorax(blood(180)), "contrast_seen"),
    case("blood of 300 HU", "10", thorax(blood(300)), "contrast_seen"),
    case("blood of 300 HU at 80 kVp", "10", thorax(blood(300), KVP="80"), "contrast_seen", "kvp"),
    case("blood of 180 HU in noise of 20 HU", "10", thorax(blood(180, 20)), "contrast_seen"),
    case("noise of 20 HU", "10", thorax(lambda hu: hu, noise=20)),
    case("noise of 30 HU", "10", thorax(lambda hu: hu, noise=30), "noise"),
    case("a heart cut off at both ends", "10", thorax(lambda hu: hu, slices=16), "heart_cut_below", "heart_cut_above"),
    case("HU + 1024 with intercept 0", "3", thorax(lambda hu: hu + 1024), loads=("shifted_values",)),
    case("HU + 1000 with intercept 0", "3", thorax(lambda hu: hu + 1000), loads=("shifted_values",)),
    case("HU - 1024", "3", thorax(lambda hu: hu - 1024), "no_tissue"),
    case("a heart without any air", "3", thorax(lambda hu: np.maximum(hu, -100)), "no_air"),
    case(
        "US with values that are not HU", "2", thorax(lambda hu: hu + 1024, RescaleType="US"), loads=("shifted_values",)
    ),
    case("US with values that are HU", "2", thorax(lambda hu: hu, RescaleType="US"), "units_unspecified"),
    case("padding of -2000 around HU", "3", thorax(lambda hu: np.where(hu < -990, -2000, hu))),
)
