"""A QRM-CCI made in code, in any position: its geometry is written down here again, not taken from the library."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from pydicom.dataset import Dataset
from scipy import ndimage

from SmartScoreLib.phantom.standard import ORIENTATIONS, grid
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

HU_PER_MG = 1.35
"""HU that one mg/cm3 of hydroxyapatite adds at 120 kVp, about."""
BODY_HU = 45.0


@dataclass(frozen=True)
class Lies:
    """How the phantom lies: turned in the slices, mirrored, shifted, tilted; and what the scanner makes of it."""

    turned: float = 0.0
    mirrored: bool = False
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)
    tilted: float = 0.0
    pixel_mm: float = 0.7
    spacing_mm: float = 3.0
    noise_hu: float = 12.0
    orientation: str = "HFS"
    rods: bool = True
    body_hu: float = BODY_HU


MakeSeries = Callable[..., tuple[CTSeries, list[np.ndarray]]]


def build(lies: Lies, without: tuple[tuple[int, int], ...] = (), **header: object) -> tuple[CTSeries, list[np.ndarray]]:
    """The series and the middle of each insert (LPS mm), by density 200, 400, 800 and diameter 5, 3, 1.

    `without` are inserts (density, diameter) that are left out.
    """
    side = round(116 / lies.pixel_mm)
    geometry = grid(
        round((96 if lies.rods else 30) / lies.spacing_mm),
        side,
        side,
        (lies.pixel_mm,) * 2,
        lies.spacing_mm,
        ORIENTATIONS[lies.orientation],
    )
    angle = np.deg2rad(lies.tilted)
    tilt = np.array([[1, 0, 0], [0, np.cos(angle), -np.sin(angle)], [0, np.sin(angle), np.cos(angle)]])
    middle = np.add(lies.shift, (0.0, 0.0, -22.0 if lies.rods else 0.0))
    axis = tilt @ (0, 0, 1)
    along, far = _distances(geometry, middle, axis)
    hu = np.where(far <= 50, lies.body_hu, -900.0).astype(np.float32)
    places, handed = [], -1.0 if lies.mirrored else 1.0
    arms = []
    for number, density in enumerate((200, 400, 800)):
        turn = np.deg2rad(lies.turned + handed * 120 * number)
        arm = tilt @ (np.cos(turn), np.sin(turn), 0)
        arms.append(arm)
        for diameter, radius in ((5, 37.5), (3, 25.0), (1, 12.5)):
            place = middle + radius * arm
            places.append(place)
            if (density, diameter) not in without:
                _cylinder(hu, geometry, place, axis, diameter / 2, diameter, density * HU_PER_MG)
    if lies.rods:
        for offset, value in ((0.0, lies.body_hu + 200 * HU_PER_MG), (-23.0, 0.0)):
            _, far = _distances(geometry, middle + offset * arms[0], axis)
            hu[(far <= 10) & (along >= 20) & (along <= 44)] = value
    blurred = ndimage.gaussian_filter(hu, (0, 0.6 / lies.pixel_mm, 0.6 / lies.pixel_mm))
    blurred += lies.noise_hu * np.random.default_rng(3).standard_normal(hu.shape, np.float32)
    image = Dataset()
    known = {
        "Manufacturer": "TESTMAKER", "ManufacturerModelName": "CT 1", "DeviceSerialNumber": "S1", "KVP": "120",
        "StudyDate": "20260105", "Modality": "CT",
    }  # fmt: skip
    for keyword, value in {**known, **header}.items():
        if value is not None:
            setattr(image, keyword, value)
    made = CTSeries(np.round(blurred).astype(np.int16), geometry, (image,) * geometry.shape[0], (), "1.2.3")
    return made, places


def _distances(geometry: VolumeGeometry, center: np.ndarray, axis: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How far each voxel lies along an axis through a point, and from that axis, mm."""
    directions, middle = np.array(geometry.directions), geometry.index(center)
    steps = [
        ((np.arange(size) - at) * step).astype(np.float32)
        for size, at, step in zip(geometry.shape, middle, geometry.spacing_mm, strict=True)
    ]
    grids = np.meshgrid(*steps, indexing="ij", sparse=True)
    along = sum(part * np.float32(one) for part, one in zip(grids, directions @ axis, strict=True))
    squared = sum(part**2 for part in grids)
    return along, np.sqrt(np.maximum(squared - along**2, 0))  # type: ignore[return-value,operator]


def _cylinder(hu, geometry, place, axis, radius: float, length: float, value: float) -> None:  # type: ignore[no-untyped-def]
    """Add the part of each voxel that the cylinder fills, by 5 x 5 x 5 points a voxel."""
    center = geometry.index(place)
    reach = 6.0 / np.array(geometry.spacing_mm)
    low = np.maximum(0, np.floor(center - reach)).astype(int)
    high = np.minimum(geometry.shape, np.ceil(center + reach) + 1).astype(int)
    fine = (np.arange(5) - 2) / 5
    axes = [(np.arange(a, b)[:, None] + fine).ravel() for a, b in zip(low, high, strict=True)]
    points = geometry.lps_mm(np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)) - place
    along = points @ axis
    inside = (np.abs(along) <= length / 2) & (np.linalg.norm(points - along[..., None] * axis, axis=-1) <= radius)
    sizes = high - low
    part = inside.reshape(sizes[0], 5, sizes[1], 5, sizes[2], 5).mean(axis=(1, 3, 5))
    hu[low[0] : high[0], low[1] : high[1], low[2] : high[2]] += part * value
