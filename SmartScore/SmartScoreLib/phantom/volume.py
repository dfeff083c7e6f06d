"""The phantom as Hounsfield units: a thorax drawn from simple bodies, then its lesions, voxel by voxel."""

import itertools

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.phantom.model import HEART_CENTER_MM, Phantom, PhantomLesion, seen_from
from SmartScoreLib.phantom.standard import HEART_RADII_MM, heart_surface
from SmartScoreLib.series.geometry import Vector, VolumeGeometry

AIR, LUNG, FAT, MUSCLE, BLOOD, MYOCARDIUM, DISC, MARROW, CORTEX = -1000, -860, -95, 55, 42, 48, 90, 210, 620

# Polylines in LPS mm; arteries are drawn as balls along them, of a value below every threshold.
_ARTERIES: dict[str, tuple[Vector, ...]] = {
    "LM": ((-1, -44, 34), (12, -54, 33), (28, -62, 31)),
    "LAD": (
        (28, -62, 31),
        *(heart_surface(a, z) for a, z in ((-62, 24), (-64, 3), (-68, -18), (-72, -33), (-78, -46))),
    ),
    "LCX": ((28, -62, 31), *(heart_surface(a, z) for a, z in ((-30, 24), (5, 18), (40, 4), (55, -12)))),
    "RCA": ((-18, -50, 32), *(heart_surface(a, z) for a, z in ((-140, 22), (-172, 4), (160, -20), (130, -34)))),
    "PDA": tuple(heart_surface(a, z) for a, z in ((130, -34), (98, -36), (70, -44))),
}


def phantom_hu(phantom: Phantom) -> NDArray[np.float32]:
    """(slice, row, column) float32 Hounsfield units; without noise and blur, lesion voxels hold exactly their value."""
    hu = _thorax(seen_from(phantom.geometry, phantom.pose.chest), phantom.pose.breath_mm)
    for path in _ARTERIES.values():
        _draw_artery(hu, seen_from(phantom.geometry, phantom.pose.heart), path)
    for lesion in phantom.lesions:
        for voxels, value in lesion_voxels(lesion):
            hu[tuple(voxels.T)] = value
    if phantom.blur_mm:
        from scipy.ndimage import gaussian_filter

        sigma = (0.0, *(phantom.blur_mm / s for s in phantom.geometry.spacing_mm[1:]))
        hu = gaussian_filter(hu, sigma)
    if phantom.noise_hu:
        hu += np.random.default_rng(phantom.seed).normal(0, phantom.noise_hu, hu.shape).astype(np.float32)
    return np.maximum(hu, -1024, out=hu)


def lesion_voxels(lesion: PhantomLesion) -> list[tuple[NDArray[np.int64], float]]:
    """The (n, 3) slice, row, column indices of a lesion's voxels and their value, body first, then peak."""
    drawn: list[tuple[NDArray[np.int64], float]] = []
    first, row, column = lesion.center
    for i, layer in enumerate(lesion.layers):
        voxels = [
            (first + i, row - len(layer.widths) // 2 + r, column - width // 2 + c)
            for r, width in enumerate(layer.widths)
            for c in range(width)
        ]
        drawn.append((np.array(voxels), layer.body_hu))
        drawn.append((np.array([(first + i, row, column)]), layer.peak_hu))
    return drawn


def _thorax(geometry: VolumeGeometry, breath_mm: Vector) -> NDArray[np.float32]:
    hu = np.full(geometry.shape, AIR, np.float32)
    matrix = geometry.index_to_lps.astype(np.float32)
    for k, image in enumerate(hu):
        x, y, z = (_coordinate(geometry.shape, matrix[axis], k) for axis in range(3))
        _draw_slice(image, x, y, z, breath_mm)
    return hu


def _coordinate(shape: tuple[int, int, int], equation: NDArray[np.float32], k: int) -> NDArray[np.float32]:
    """One LPS coordinate over slice k, of broadcastable shape: an axis along which it is constant has length 1."""
    value = np.full((1, 1), equation[3] + k * equation[0], np.float32)
    if abs(equation[1]) > 1e-6:
        value = value + np.arange(shape[1], dtype=np.float32)[:, None] * equation[1]
    if abs(equation[2]) > 1e-6:
        value = value + np.arange(shape[2], dtype=np.float32)[None, :] * equation[2]
    return value


def _ellipse(
    x: NDArray[np.float32], y: NDArray[np.float32], center: tuple[float, float], radii: tuple[float, float]
) -> NDArray[np.float32]:
    """1 on the ellipse, less inside."""
    value: NDArray[np.float32] = ((x - center[0]) / radii[0]) ** 2 + ((y - center[1]) / radii[1]) ** 2
    return value


def _draw_slice(
    image: NDArray[np.float32],
    x: NDArray[np.float32],
    y: NDArray[np.float32],
    z: NDArray[np.float32],
    breath_mm: Vector,
) -> None:
    body = _ellipse(x, y, (0, 0), (178, 122))
    image[body < 1] = FAT
    image[body < 0.86] = MUSCLE
    for side in (-1, 1):
        image[_ellipse(x, y, (side * 82, 2), (64, 84)) < 1] = LUNG
    _draw_heart(image, x - breath_mm[0], y - breath_mm[1], z - breath_mm[2])
    image[_ellipse(x, y, (27, 55), (13, 13)) < 1] = BLOOD
    _draw_bones(image, x, y, z)


def _draw_heart(
    image: NDArray[np.float32], x: NDArray[np.float32], y: NDArray[np.float32], z: NDArray[np.float32]
) -> None:
    height = ((z - HEART_CENTER_MM[2]) / HEART_RADII_MM[2]) ** 2
    heart = _ellipse(x, y, HEART_CENTER_MM[:2], HEART_RADII_MM[:2]) + height
    image[heart < 1.34] = FAT
    image[heart < 1] = MYOCARDIUM
    image[_ellipse(x, y, (36, -18), (24, 22)) + (z / 44) ** 2 < 1] = BLOOD
    image[_ellipse(x, y, (-6, -36), (22, 20)) + (z / 44) ** 2 < 1] = BLOOD
    image[(_ellipse(x, y, (-6, -32), (17, 17)) < 1) & (z > 14)] = BLOOD


def _draw_bones(
    image: NDArray[np.float32], x: NDArray[np.float32], y: NDArray[np.float32], z: NDArray[np.float32]
) -> None:
    vertebra = _ellipse(x, y, (0, 78), (23, 18))
    disc = np.abs((z + 300) % 28 - 14) > 11  # discs between vertebrae every 28 mm
    image[(vertebra < 1) & ~disc] = CORTEX
    image[(vertebra < 0.8) & ~disc] = MARROW
    image[(vertebra < 1) & disc] = DISC
    arch = _ellipse(x, y, (0, 104), (16, 11))
    image[(arch < 1) & (arch > 0.5)] = CORTEX
    image[arch <= 0.5] = 30
    sternum = _ellipse(x, y, (0, -103), (21, 7))
    image[sternum < 1] = CORTEX
    image[sternum < 0.55] = MARROW
    # Ribs slant: the angle at which a slice meets them moves with height.
    ring = _ellipse(x, y, (0, 0), (154, 104))
    near = np.nonzero(np.abs(ring - 1) < 0.064)
    px, py, pz = (np.broadcast_to(value, image.shape)[near] for value in (x, y, z))
    angle = np.arctan2(np.abs(px), py)
    rib = (np.abs((pz + 28 * angle + 300) % 26 - 13) < 5) & (angle > 0.35) & (angle < 2.75)
    image[near[0][rib], near[1][rib]] = np.where(np.abs(ring[near][rib] - 1) < 0.028, MARROW, CORTEX)


def _draw_artery(
    hu: NDArray[np.float32], geometry: VolumeGeometry, path: tuple[Vector, ...], radius_mm: float = 1.7
) -> None:
    points = [np.asarray(path[0], float)]
    for start, end in itertools.pairwise(path):
        a, b = np.asarray(start, float), np.asarray(end, float)
        steps = max(1, int(np.linalg.norm(b - a)))
        points += [a + (b - a) * (i + 1) / steps for i in range(steps)]
    reach = np.ceil(radius_mm / np.asarray(geometry.spacing_mm)).astype(int)
    around = np.stack(np.meshgrid(*(np.arange(-r, r + 1) for r in reach), indexing="ij"), -1).reshape(-1, 3)
    near = around[np.linalg.norm(around * geometry.spacing_mm, axis=1) <= radius_mm]
    voxels = np.concatenate([np.rint(geometry.index(p)).astype(int) + near for p in points])
    inside = np.all((voxels >= 0) & (voxels < geometry.shape), axis=1)
    hu[tuple(voxels[inside].T)] = BLOOD
