"""Painting bodies into a volume, with the soft edges that voxels of some size give them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.phantom.anatomy.shapes import Distances, Points
from SmartScoreLib.series.geometry import VolumeGeometry


class Body(Protocol):
    """What can be painted."""

    def box(self, margin_mm: float) -> tuple[Points, Points]:
        """The corners of a box around it, LPS mm."""

    def distance(self, points: NDArray[np.floating]) -> Distances:
        """Of points from its surface, mm, negative inside."""

    def parts(self) -> "Sequence[Body]":
        """Pieces that can be drawn one after another."""


@dataclass(frozen=True)
class Canvas:
    """A volume whose slices, rows and columns run along z, y and x of the patient.

    Attributes:
        values: (slice, row, column) HU.
        origin: LPS mm of the first voxel.
        step_mm: between voxels, the same in every direction.
    """

    values: NDArray[np.float32] = field(repr=False)
    origin: Points
    step_mm: float

    @property
    def axes(self) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """x, y and z (LPS mm) of all voxels, each along its own axis."""
        x, y, z = (
            np.asarray(self.origin[i] + np.arange(n) * self.step_mm, np.float32)
            for i, n in enumerate(self.values.shape[::-1])
        )
        return x[None, None, :], y[None, :, None], z[:, None, None]

    def points(self, low: Points, high: Points) -> tuple[tuple[slice, slice, slice], Points] | None:
        """The part of the volume in a box (LPS mm) and where its voxels are; None if it is empty."""
        shape = np.array(self.values.shape[::-1])
        first = np.clip(np.floor((low - self.origin) / self.step_mm), 0, shape).astype(int)
        end = np.clip(np.ceil((high - self.origin) / self.step_mm) + 1, 0, shape).astype(int)
        if (end <= first).any():
            return None
        x, y, z = (self.origin[i] + np.arange(first[i], end[i]) * self.step_mm for i in range(3))
        grid = np.stack(np.broadcast_arrays(x[None, None, :], y[None, :, None], z[:, None, None]), axis=-1)
        return (slice(first[2], end[2]), slice(first[1], end[1]), slice(first[0], end[0])), grid

    def paint(self, body: Body, value: float, grow_mm: float = 0.0) -> None:
        """Paint a body, made larger by `grow_mm`."""
        for piece in body.parts():
            found = self.points(*piece.box(grow_mm + self.step_mm))
            if found is not None:
                self.blend(found[0], piece.distance(found[1]) - np.float32(grow_mm), value)

    def blend(self, part: tuple[slice, slice, slice], distance: Distances, value: float) -> None:
        """Paint where a distance is negative, in a part of the volume; a voxel on the edge holds its share."""
        share = np.clip(0.5 - distance / self.step_mm, 0, 1)
        self.values[part] += share * (np.float32(value) - self.values[part])


EVERYWHERE = (slice(None), slice(None), slice(None))


def resampled(canvas: Canvas, geometry: VolumeGeometry) -> NDArray[np.float32]:
    """The canvas on another grid, (slice, row, column), by linear interpolation; air outside."""
    import SimpleITK

    image = SimpleITK.GetImageFromArray(canvas.values)
    image.SetSpacing([canvas.step_mm] * 3)
    image.SetOrigin([float(v) for v in canvas.origin])
    directions = np.asarray(geometry.directions)[::-1]
    sampler = SimpleITK.ResampleImageFilter()
    sampler.SetSize([int(n) for n in geometry.shape[::-1]])
    sampler.SetOutputSpacing([float(s) for s in geometry.spacing_mm[::-1]])
    sampler.SetOutputOrigin([float(v) for v in geometry.origin_lps_mm])
    sampler.SetOutputDirection([float(v) for v in directions.T.ravel()])
    sampler.SetDefaultPixelValue(-1000.0)
    sampler.SetInterpolator(SimpleITK.sitkLinear)
    values: NDArray[np.float32] = SimpleITK.GetArrayFromImage(sampler.Execute(image))
    return values
