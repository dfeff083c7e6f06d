"""The description of a phantom: where lesions are, and of how many voxels of which value they consist."""

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from SmartScoreLib.series.geometry import Vector, VolumeGeometry

HEART_CENTER_MM: Vector = (15.0, -25.0, 0.0)
"""Middle of the standard heart, LPS mm."""


@dataclass(frozen=True)
class Layer:
    """A lesion in one slice: rows of voxels under each other, each centered on the widest.

    Attributes:
        widths: voxels in each row, so that the area is sum(widths) pixels.
        body_hu: the value of every voxel but one.
        peak_hu: the value of the middle voxel of the middle row.
    """

    widths: tuple[int, ...]
    body_hu: float
    peak_hu: float

    @property
    def voxels(self) -> int:
        """Number of voxels."""
        return sum(self.widths)


@dataclass(frozen=True)
class PhantomLesion:
    """A calcified lesion of one territory: layers in consecutive slices, centered on one (slice, row, column).

    `center` is the middle voxel of the first (most inferior) layer; layer i lies i slices above.
    """

    territory: str
    center: tuple[int, int, int]
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Pose:
    """How the patient lies on the table, and how deep the breath is.

    Attributes:
        rotation_degrees: about the axes x, then y, then z of the patient, around the middle of the heart.
        shift_mm: of the whole patient, LPS.
        breath_mm: of the heart with its arteries and lesions inside the chest, in the patient's own directions.
    """

    rotation_degrees: Vector = (0.0, 0.0, 0.0)
    shift_mm: Vector = (0.0, 0.0, 0.0)
    breath_mm: Vector = (0.0, 0.0, 0.0)

    @property
    def heart(self) -> NDArray[np.float64]:
        """4 x 4 matrix from a point of the standard heart to where it lies now, both LPS mm."""
        breath = np.eye(4)
        breath[:3, 3] = self.breath_mm
        moved: NDArray[np.float64] = self.chest @ breath
        return moved

    @property
    def chest(self) -> NDArray[np.float64]:
        """The same for a point of the standard chest."""
        matrix = np.eye(4)
        for axis, degrees in enumerate(self.rotation_degrees):
            angle, turn = math.radians(degrees), np.eye(4)
            first, second = (axis + 1) % 3, (axis + 2) % 3
            turn[first, first] = turn[second, second] = math.cos(angle)
            turn[second, first], turn[first, second] = math.sin(angle), -math.sin(angle)
            matrix = turn @ matrix
        matrix[:3, 3] = np.asarray(HEART_CENTER_MM) - matrix[:3, :3] @ HEART_CENTER_MM + self.shift_mm
        return matrix

    def heart_point(self, lps_mm: ArrayLike) -> Vector:
        """Where a point of the standard heart lies now, LPS mm."""
        x, y, z = (self.heart[:3, :3] @ np.asarray(lps_mm, float) + self.heart[:3, 3]).tolist()
        return x, y, z


STILL = Pose()


def seen_from(geometry: VolumeGeometry, motion: NDArray[np.float64]) -> VolumeGeometry:
    """The grid in the coordinates of what was moved by a rigid 4 x 4 matrix: its voxels, before the motion."""
    turn = motion[:3, :3].T
    origin = turn @ (np.asarray(geometry.origin_lps_mm) - motion[:3, 3])
    directions = np.asarray(geometry.directions) @ turn.T
    return replace(
        geometry,
        origin_lps_mm=tuple(origin.tolist()),
        directions=tuple(tuple(one) for one in directions.tolist()),  # type: ignore[arg-type] # three of three
    )


@dataclass(frozen=True)
class Phantom:
    """A thorax with lesions. Noise (HU, standard deviation) and blur (mm, in the slice) are off for exact scores."""

    geometry: VolumeGeometry
    lesions: tuple[PhantomLesion, ...]
    noise_hu: float = 0.0
    blur_mm: float = 0.0
    seed: int = 1
    pose: Pose = STILL
