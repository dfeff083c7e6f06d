"""Calcium that touches a stent or a clip, on blocks of voxels made by hand."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.proposal.candidates.features import measure
from SmartScoreLib.proposal.candidates.metal import metal_places, pieces
from SmartScoreLib.series.geometry import VolumeGeometry

GRID = VolumeGeometry((9, 40, 60), (3.0, 1.0, 1.0), (0.0, 0.0, 0.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))


def stent_and_plaque(metal_hu: int = 3000) -> NDArray[np.int16]:
    """In fat: metal in columns 20 to 23 of slice 4, its glow around it, and calcium from there to column 34."""
    hu = np.full(GRID.shape, -90, np.int16)
    hu[3:6, 17:24, 18:26] = 400
    hu[4, 19:22, 24:35] = 500
    hu[4, 19:22, 20:24] = metal_hu
    return hu


def test_what_lies_beyond_the_glow_of_metal_is_a_piece_of_its_own() -> None:
    hu = stent_and_plaque()
    (whole,) = find_candidates(hu, GRID, 130)
    first, plaque = pieces(hu, GRID, whole, 130, 1.0)
    assert first is whole
    # Metal ends with column 23, its glow 3 mm farther: columns 27 to 34 of three rows are left.
    assert plaque.corner == (4, 19, 27)
    assert plaque.size == (1, 3, 8)
    assert plaque.voxels == 24
    assert plaque.volume_mm3 == 72.0
    assert plaque.peak_hu == 500.0
    assert plaque.centroid_lps_mm == (30.5, 20.0, 12.0)


def test_a_piece_is_measured_without_the_metal_that_it_touches() -> None:
    hu = stent_and_plaque()
    (whole,) = find_candidates(hu, GRID, 130)
    _, plaque = pieces(hu, GRID, whole, 130, 1.0)
    measured = measure(hu, GRID, plaque, 130)
    assert measured is not None
    assert np.count_nonzero(measured.mask) == 24
    assert measured.mean_hu == 500.0


def test_calcium_as_bright_as_calcium_can_be_stays_whole() -> None:
    hu = stent_and_plaque(1749)
    (whole,) = find_candidates(hu, GRID, 130)
    assert pieces(hu, GRID, whole, 130, 1.0) == (whole,)
    measured = measure(hu, GRID, whole, 130)
    assert measured is not None
    assert np.count_nonzero(measured.mask) == whole.voxels


def test_the_glow_of_metal_alone_is_no_piece() -> None:
    hu = stent_and_plaque()
    hu[4, 19:22, 27:35] = -90
    (whole,) = find_candidates(hu, GRID, 130)
    assert pieces(hu, GRID, whole, 130, 1.0) == (whole,)


def test_metal_is_told_where_it_lies_and_calcium_is_none() -> None:
    """Columns 20 to 23 of rows 19 to 21 of slice 4, which lies at 12 mm."""
    hu = stent_and_plaque()
    hu[7, 5, 5] = 1749
    places = metal_places(hu, GRID, find_candidates(hu, GRID, 130))
    assert len(places) == 12
    assert places.min(axis=0).tolist() == [20.0, 19.0, 12.0]
    assert places.max(axis=0).tolist() == [23.0, 21.0, 12.0]
    assert len(metal_places(hu, GRID, ())) == 0
