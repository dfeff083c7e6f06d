"""The usual heart: where chambers, great vessels and coronary arteries lie around the aortic valve.

LPS millimeters from the middle of the aortic valve of an adult of usual size, rounded from axial CT: x to the left,
y to the back, z upwards. Hearts differ; `fit` turns, scales and moves this one until it agrees with a picture.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Tissue = Literal["soft", "lung", "bone", "not_lung"]


@dataclass(frozen=True)
class Patch:
    """Places where a tissue is expected.

    Attributes:
        tissue: which.
        center: middle of them.
        radii: how far they reach along x, y, z.
        weight: how much it says.
    """

    tissue: Tissue
    center: tuple[float, float, float]
    radii: tuple[float, float, float]
    weight: float = 1.0


PATCHES: tuple[Patch, ...] = (
    # chambers, root and great vessels
    Patch("soft", (40, -2, -32), (22, 20, 22), 2.0),
    Patch("soft", (56, -24, -46), (10, 10, 10)),
    Patch("soft", (16, -30, -34), (20, 14, 20), 1.5),
    Patch("soft", (-26, 6, -24), (14, 16, 18), 1.5),
    Patch("soft", (10, 34, 2), (20, 10, 12), 1.5),
    Patch("soft", (0, -2, 12), (10, 10, 10), 1.5),
    Patch("soft", (-9, -7, 45), (9, 9, 12), 1.5),
    Patch("soft", (20, -18, 28), (7, 8, 8)),
    Patch("soft", (24, 66, 0), (6, 6, 45), 1.5),
    Patch("soft", (-31, 5, 40), (4, 4, 12), 0.5),
    # what lies beside them
    Patch("lung", (-68, 10, -10), (10, 20, 20), 1.5),
    Patch("lung", (-60, 0, 45), (8, 20, 14), 1.0),
    Patch("lung", (88, 22, -10), (8, 16, 18), 1.5),
    Patch("lung", (62, -4, 42), (8, 18, 14), 1.5),
    Patch("lung", (54, 66, -10), (8, 10, 40), 1.5),
    Patch("lung", (-44, 66, -5), (8, 10, 35), 1.0),
    Patch("lung", (-38, -44, 30), (8, 8, 14), 0.7),
    Patch("lung", (44, -46, 28), (8, 8, 14), 0.7),
    # bones
    Patch("bone", (2, 94, -5), (10, 7, 50), 1.5),
    Patch("bone", (0, -72, 20), (9, 3, 26), 0.7),
    # under the diaphragm, and the wall in front
    Patch("not_lung", (-40, -5, -96), (20, 18, 6), 1.5),
    Patch("not_lung", (30, -20, -92), (20, 18, 6), 1.0),
    Patch("not_lung", (20, -60, -30), (24, 6, 26), 1.0),
    Patch("not_lung", (4, 20, -45), (10, 10, 14), 1.0),
)

CHAMBERS = PATCHES[:6]
"""Chambers and the root: what turns with the heart."""

COURSES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "LM": ((13, 3, 11), (20, -1, 11), (27, -6, 10)),
    "LAD": ((27, -6, 10), (34, -24, 3), (41, -38, -10), (50, -47, -26), (60, -52, -42), (68, -50, -56)),
    "LCX": ((27, -6, 10), (38, 6, 2), (51, 19, -4), (56, 31, -15), (51, 39, -30), (40, 41, -42)),
    "RCA": (
        (-6, -16, 9),
        (-16, -27, 3),
        (-27, -32, -10),
        (-34, -29, -28),
        (-31, -16, -48),
        (-14, 8, -60),
        (2, 16, -60),
    ),
    "PDA": ((2, 16, -60), (20, 0, -67), (34, -14, -71), (48, -30, -72)),
}
"""The course of each coronary artery, from its origin on."""

ANNULUS = ((27.0, 21.0, -14.0), (0.62, -0.62, -0.48), 18.0)
"""Of the mitral valve: its middle, its axis, its radius."""

AORTA = ((0, 0, 0), (0, -2, 10), (-4, -5, 24), (-9, -8, 42), (-11, -8, 62))
"""The middle of the ascending aorta, from the valve on."""

DESCENDING = (24.0, 66.0)
"""The middle of the descending aorta beside the spine, (x, y) at all heights of the heart."""

SAC: tuple[tuple[tuple[float, float, float], tuple[float, float, float]], ...] = (
    ((42, -4, -34), (44, 40, 40)),
    ((14, -30, -34), (40, 28, 38)),
    ((-26, 6, -24), (26, 30, 36)),
    ((10, 32, 2), (36, 24, 28)),
    ((4, -8, 22), (30, 28, 22)),
)
"""Ellipsoids (middle, radii) that hold the heart with its fat."""


def patch_points(step: int = 3) -> dict[Tissue, tuple[Points, Points]]:
    """For each tissue, (n, 3) places of the template where it is expected, and the (n,) weights of them."""
    found: dict[Tissue, tuple[list[Points], list[Points]]] = {}
    inside = ball(step)
    for patch in PATCHES:
        points, weights = found.setdefault(patch.tissue, ([], []))
        points.append(np.asarray(patch.center) + inside * np.asarray(patch.radii))
        weights.append(np.full(len(inside), patch.weight / len(inside)))
    return {name: (np.concatenate(points), np.concatenate(weights)) for name, (points, weights) in found.items()}


def ball(step: int) -> Points:
    """(n, 3) places spread over a ball of radius 1, so many along each axis."""
    ticks = np.linspace(-1, 1, step)
    cube = np.stack(np.meshgrid(ticks, ticks, ticks, indexing="ij"), -1).reshape(-1, 3)
    return np.asarray(cube[np.linalg.norm(cube, axis=1) <= 1.2])
