"""A scan of a made-up person, by a seed, with what a reader would mark on it."""

from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.phantom.anatomy.canvas import resampled
from SmartScoreLib.phantom.anatomy.chest import Chest, draw_chest, make_chest
from SmartScoreLib.phantom.anatomy.deposits import METAL, Deposit, make_deposits
from SmartScoreLib.phantom.anatomy.shapes import Tube, rotation
from SmartScoreLib.phantom.standard import ORIENTATIONS, grid
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

# How much brighter calcium is than at 120 kVp.
_KVP = {80: 1.42, 100: 1.2, 120: 1.0, 140: 0.9}


@dataclass(frozen=True)
class Scan:
    """How the person is scanned.

    Attributes:
        geometry: the grid, turned as the person lies on the table.
        shown: the grid that the images tell, along the axes of the scanner.
        kvp: tube voltage.
        noise_hu: standard deviation of the noise.
        blur_mm: standard deviation of the blur in the slice.
        thickness_mm: of a slice.
        motion_mm: what moves with the heart is seen twice, so far apart; 0 where it is not.
    """

    geometry: VolumeGeometry
    shown: VolumeGeometry
    kvp: int
    noise_hu: float
    blur_mm: float
    thickness_mm: float
    motion_mm: float


@dataclass(frozen=True)
class Placed:
    """A deposit in the picture: the voxels that it reaches, as a box."""

    deposit: Deposit
    corner: Index
    mask: NDArray[np.bool_] = field(repr=False)


@dataclass(frozen=True)
class Case:
    """A scan and its truth."""

    seed: int
    series: CTSeries
    chest: Chest
    scan: Scan
    placed: tuple[Placed, ...] = field(repr=False)


def make_case(seed: int, *, zero: bool | None = None, slices: Literal["any", "thick"] = "any") -> Case:
    """A case of its own for each seed: a quarter of them hold no coronary calcium.

    Args:
        seed: the same seed gives the same case.
        zero: whether there is coronary calcium; None leaves that to the seed.
        slices: "thick" makes none thinner than 2.5 mm, so that it is quickly made.
    """
    random = np.random.default_rng(seed)
    chest = make_chest(random)
    scan = _scan(random, chest, slices)
    none = bool(random.random() < 0.25) if zero is None else zero
    deposits = make_deposits(random, chest, zero=none, moving=scan.motion_mm > 0)
    corners = _corners(scan.geometry)
    hu = resampled(draw_chest(random, chest, corners.min(axis=0) - 4, corners.max(axis=0) + 4), scan.geometry)
    placed = []
    for deposit in deposits:
        one = put(hu, deposit, scan, random)
        if one is not None:
            placed.append(one)
    hu += _noise(random, scan)
    values = np.clip(np.rint(hu), -1024, 3071).astype(np.int16)
    values.setflags(write=False)
    return Case(seed, CTSeries(values, scan.shown), chest, scan, tuple(placed))


def _corners(geometry: VolumeGeometry) -> NDArray[np.float64]:
    ends = np.array(np.meshgrid(*((0, n - 1) for n in geometry.shape), indexing="ij")).reshape(3, -1).T
    return geometry.lps_mm(ends)


def _scan(random: np.random.Generator, chest: Chest, slices: str) -> Scan:
    root = chest.heart.root
    field_mm = float(random.uniform(200, 400))
    whole = field_mm > 300 and random.random() < 0.65
    top = root[2] + (random.uniform(90, 150) if whole else random.uniform(30, 62))
    bottom = root[2] - (random.uniform(110, 160) if whole else random.uniform(84, 108) * chest.heart.scale)
    thick = [2.5, 3.0] if slices == "thick" else [0.6, 1.0, 1.25, 2.0, 2.5, 2.5, 3.0, 3.0]
    spacing = float(random.choice(thick))
    if spacing < 1.5 and whole:
        top, bottom = root[2] + 70, root[2] - 105
    size = int(random.choice([256, 256, 320, 384])) if spacing >= 2 else 256
    middle = np.array([root[0] + 12, root[1] - 2]) if field_mm < 300 else chest.center
    center = (*(middle + random.normal(0, 6, 2)), (top + bottom) / 2)
    position = str(random.choice(["HFS", "FFS", "HFP", "FFP"], p=[0.7, 0.16, 0.1, 0.04]))
    count = int((top - bottom) / spacing) + 1
    pixel = field_mm / size
    shown = grid(count, size, size, (pixel, pixel), spacing, ORIENTATIONS[position], center)
    geometry = _turned(shown, rotation(random.normal(0, (3, 3, 5))), np.asarray(center))
    noise = random.uniform(8, 26) * (1.0 if spacing >= 2 else random.uniform(1.0, 1.5))
    motion = float(random.uniform(1.5, 4)) if whole and random.random() < 0.5 else 0.0
    kvp = int(random.choice([80, 100, 120, 140], p=[0.05, 0.2, 0.7, 0.05]))
    overlap = random.random() < 0.15 and spacing < 3
    thickness = spacing * 1.5 if overlap else spacing
    return Scan(geometry, shown, kvp, float(noise), float(random.uniform(0.45, 0.85)), thickness, motion)


def _turned(shown: VolumeGeometry, turn: NDArray[np.float64], about: NDArray[np.float64]) -> VolumeGeometry:
    """A grid turned about a place."""
    origin = turn @ (np.asarray(shown.origin_lps_mm) - about) + about
    rows = tuple(tuple(float(v) for v in turn @ np.asarray(d)) for d in shown.directions)
    return replace(shown, origin_lps_mm=tuple(float(v) for v in origin), directions=rows)  # type: ignore[arg-type]


def put(hu: NDArray[np.float32], deposit: Deposit, scan: Scan, random: np.random.Generator) -> Placed | None:
    """Draw a deposit into a picture as the scan shows it, and give the voxels that it reaches; None if outside."""
    from scipy.ndimage import gaussian_filter

    geometry = scan.geometry
    low, high = deposit.body.box(4.0 + scan.motion_mm)
    ends = geometry.index(np.array(np.meshgrid(*zip(low, high, strict=True))).reshape(3, -1).T)
    first = np.maximum(np.floor(ends.min(axis=0)), 0).astype(int)
    end = np.minimum(np.ceil(ends.max(axis=0)) + 1, geometry.shape).astype(int)
    if (end <= first).any():
        return None
    share = np.zeros(end - first, np.float32)
    moves = scan.motion_mm > 0 and deposit.kind not in ("bone", "lung", "wire")
    for piece in deposit.body.parts():
        _cover(share, first, piece, deposit.hollow_mm, geometry, np.zeros(3))
    if moves:
        ghost = np.zeros_like(share)
        for piece in deposit.body.parts():
            _cover(ghost, first, piece, deposit.hollow_mm, geometry, np.array([1, 0.4, 0]) * scan.motion_mm)
        share = (share + ghost) / 2
    extra = max(scan.thickness_mm - geometry.spacing_mm[0], 0) / 2 / geometry.spacing_mm[0]
    share = gaussian_filter(
        share, (extra, scan.blur_mm / geometry.spacing_mm[1], scan.blur_mm / geometry.spacing_mm[2])
    )
    box = tuple(slice(a, b) for a, b in zip(first, end, strict=True))
    value = deposit.hu if deposit.kind in METAL else deposit.hu * _KVP[scan.kvp]
    hu[box] += share * (np.float32(value) - hu[box])
    if deposit.kind in METAL and deposit.kind not in ("catheter", "stent"):
        _streaks(hu, share, first, random, scan)
    return Placed(deposit, (int(first[0]), int(first[1]), int(first[2])), share * value > 25)


def _cover(
    share: NDArray[np.float32],
    first: NDArray[np.int64],
    piece: Tube,
    hollow_mm: float,
    geometry: VolumeGeometry,
    moved_mm: NDArray[np.float64],
) -> None:
    """Fill the share of each voxel that a piece takes; a slice is looked at in three heights."""
    low, high = piece.box(1.5 * geometry.spacing_mm[1])
    ends = geometry.index(np.array(np.meshgrid(*zip(low + moved_mm, high + moved_mm, strict=True))).reshape(3, -1).T)
    begin = np.clip(np.floor(ends.min(axis=0) - 0.4).astype(int) - first, 0, share.shape)
    end = np.clip(np.ceil(ends.max(axis=0) + 0.4).astype(int) + 1 - first, 0, share.shape)
    if (end <= begin).any():
        return
    axes = [np.arange(a, b, dtype=float) for a, b in zip(begin + first, end + first, strict=True)]
    box = tuple(slice(a, b) for a, b in zip(begin, end, strict=True))
    covered = np.zeros(end - begin, np.float32)
    for part in (-0.33, 0.0, 0.33):
        at = np.stack(np.meshgrid(axes[0] + part, axes[1], axes[2], indexing="ij"), axis=-1)
        distance = piece.distance(geometry.lps_mm(at) - moved_mm)
        depth = np.abs(distance + hollow_mm / 2) - hollow_mm / 2 if hollow_mm else distance
        covered += np.clip(0.5 - depth / geometry.spacing_mm[1], 0, 1) / 3
    share[box] = np.maximum(share[box], covered)


def _streaks(
    hu: NDArray[np.float32],
    share: NDArray[np.float32],
    first: NDArray[np.int64],
    random: np.random.Generator,
    scan: Scan,
) -> None:
    """Dark and bright rays around metal, in the slice."""
    pixel = scan.geometry.spacing_mm[1]
    reach = int(28 / pixel)
    for k in np.flatnonzero(share.max(axis=(1, 2)) > 0.15):
        row, column = (np.argwhere(share[k] == share[k].max())[0] + first[1:]).astype(int)
        a, b = max(0, row - reach), min(hu.shape[1], row + reach)
        c, d = max(0, column - reach), min(hu.shape[2], column + reach)
        y, x = np.mgrid[a:b, c:d]
        away = np.hypot(y - row, x - column) * pixel
        rays = np.cos(int(random.integers(3, 7)) * np.arctan2(y - row, x - column) + random.uniform(0, 6))
        hu[first[0] + k, a:b, c:d] += np.where(away > 1.5, 90 * rays * np.exp(-away / 9), 0)


def _noise(random: np.random.Generator, scan: Scan) -> NDArray[np.float32]:
    """Noise with the grain of a soft kernel."""
    from scipy.ndimage import convolve1d

    noise = random.standard_normal(scan.geometry.shape, np.float32)
    for axis in (1, 2):
        convolve1d(noise, [0.25, 0.5, 0.25], axis=axis, output=noise)
    return np.asarray(noise * (scan.noise_hu / float(noise[:: max(1, len(noise) // 4)].std())), np.float32)
