"""Bodies from which a chest is drawn: ellipsoids and tubes, as signed distances in millimeters."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Places = Sequence[Sequence[float] | NDArray[np.float64]] | NDArray[np.float64]
Distances = NDArray[np.float32]


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid.

    Attributes:
        center: LPS mm.
        radii: mm, along the rows of `axes`.
        axes: (3, 3) unit vectors, LPS.
    """

    center: Points
    radii: Points
    axes: Points

    def box(self, margin_mm: float) -> tuple[Points, Points]:
        """The corners of a box around it, LPS mm."""
        reach = np.sqrt(((self.axes * self.radii[:, None]) ** 2).sum(axis=0)) + margin_mm
        return self.center - reach, self.center + reach

    def parts(self) -> "list[Ellipsoid]":
        """Itself: it is drawn in one."""
        return [self]

    def distance(self, points: NDArray[np.floating]) -> Distances:
        """Of (..., 3) points from its surface, mm, negative inside: exact on the surface, and good near it."""
        size = self.radii.astype(np.float32)
        local: Distances = np.asarray((points - self.center) @ self.axes.T, np.float32) / size
        one, two = length(local), length(local / size)
        return np.asarray(np.where(two > 0, one * (one - 1) / np.maximum(two, 1e-9), -self.radii.min()), np.float32)


@dataclass(frozen=True)
class Tube:
    """A bent tube with round ends.

    Attributes:
        path: (n, 3) LPS mm.
        radii: (n,) mm.
    """

    path: Points
    radii: Points

    def parts(self) -> "list[Tube]":
        """Short pieces of it, each of which needs a small box."""
        ends = range(len(self.path) - 1)
        return [Tube(self.path[i : i + 2], self.radii[i : i + 2]) for i in ends]

    def box(self, margin_mm: float) -> tuple[Points, Points]:
        """The corners of a box around it, LPS mm."""
        reach = float(self.radii.max()) + margin_mm
        return self.path.min(axis=0) - reach, self.path.max(axis=0) + reach

    def distance(self, points: NDArray[np.floating]) -> Distances:
        """Of (..., 3) points from its surface, mm, negative inside."""
        nearest = np.full(points.shape[:-1], np.inf, np.float32)
        for a, b, ra, rb in zip(self.path[:-1], self.path[1:], self.radii[:-1], self.radii[1:], strict=True):
            along = b - a
            t = np.clip(((points - a) @ along) / max(float(along @ along), 1e-9), 0, 1)
            from_axis = length(np.asarray(points - (a + t[..., None] * along), np.float32))
            nearest = np.minimum(nearest, from_axis - (ra + t * (rb - ra)))
        return np.asarray(nearest, np.float32)


def length(vectors: NDArray[np.floating]) -> Distances:
    """Of (..., 3) vectors."""
    return np.asarray(np.sqrt(np.einsum("...i,...i->...", vectors, vectors)), np.float32)


def smooth_path(points: Places, step_mm: float = 2.0) -> Points:
    """A curve through points (LPS mm), as points of about that distance: Catmull-Rom."""
    p = np.asarray(points, float)
    p = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    curve = []
    for a, b, c, d in zip(p[:-3], p[1:-2], p[2:-1], p[3:], strict=True):
        count = max(2, int(np.linalg.norm(c - b) / step_mm))
        t = np.linspace(0, 1, count, endpoint=False)[:, None]
        curve.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.vstack([*curve, p[-2:-1]])


def rotation(degrees: Sequence[float] | Points) -> Points:
    """The (3, 3) matrix that turns column vectors about x, then y, then z."""
    x, y, z = np.radians(np.asarray(degrees, float))
    about_x = np.array([[1, 0, 0], [0, np.cos(x), -np.sin(x)], [0, np.sin(x), np.cos(x)]])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_z = np.array([[np.cos(z), -np.sin(z), 0], [np.sin(z), np.cos(z), 0], [0, 0, 1]])
    return np.asarray(about_z @ about_y @ about_x)
