"""The standard phantom: a heart with lesions in every territory, on any grid."""

import math
from collections.abc import Sequence

import numpy as np

from SmartScoreLib.phantom.model import HEART_CENTER_MM, STILL, Layer, Phantom, PhantomLesion, Pose
from SmartScoreLib.series.geometry import Vector, VolumeGeometry

HEART_RADII_MM = (58.0, 50.0, 60.0)

ORIENTATIONS: dict[str, tuple[Vector, Vector]] = {
    # patient position (PS3.3 C.7.3.1.1.2): direction cosines of row and column as a scanner writes them
    "HFS": ((1, 0, 0), (0, 1, 0)),
    "HFP": ((-1, 0, 0), (0, -1, 0)),
    "FFS": ((-1, 0, 0), (0, 1, 0)),
    "FFP": ((1, 0, 0), (0, -1, 0)),
    "HFDR": ((0, 1, 0), (-1, 0, 0)),
    "HFDL": ((0, -1, 0), (1, 0, 0)),
    "FFDR": ((0, -1, 0), (-1, 0, 0)),
    "FFDL": ((0, 1, 0), (1, 0, 0)),
}


def grid(
    slices: int,
    rows: int,
    columns: int,
    pixel_mm: tuple[float, float],
    spacing_mm: float,
    orientation: tuple[Vector, Vector],
    center_lps_mm: Vector = (0.0, 0.0, 0.0),
    frame_of_reference_uid: str = "",
) -> VolumeGeometry:
    """A voxel grid around a center.

    `pixel_mm` is (between rows, between columns), `orientation` row and column cosines (LPS).
    """
    row, column = (np.asarray(v, float) for v in orientation)
    normal = np.cross(row, column)
    if normal[2] < 0:
        normal = -normal
    shape, spacing = (slices, rows, columns), (spacing_mm, *pixel_mm)
    directions = np.array([normal, column, row])
    origin = np.asarray(center_lps_mm) - ((np.array(shape) - 1) / 2 * spacing) @ directions
    return VolumeGeometry(
        shape,
        spacing,
        tuple(float(v) for v in origin),  # type: ignore[arg-type]
        tuple(tuple(float(v) for v in d) for d in directions),  # type: ignore[arg-type]
        frame_of_reference_uid,
    )


def disk(diameter_mm: float, pixel_mm: tuple[float, float], body_hu: float, peak_hu: float) -> Layer:
    """A roughly round layer: an odd number of rows, whose widths are odd as well so that the middle is a voxel."""
    height = max(1, 2 * int(diameter_mm / pixel_mm[0] / 2) + 1)
    rows = np.arange(height) - height // 2
    chords = np.sqrt(np.maximum(diameter_mm**2 / 4 - (rows * pixel_mm[0]) ** 2, 0)) * 2
    return Layer(tuple(max(1, 2 * int(c / pixel_mm[1] / 2) + 1) for c in chords), body_hu, peak_hu)


def place(
    geometry: VolumeGeometry,
    territory: str,
    lps_mm: Sequence[float],
    diameter_mm: float,
    length_mm: float,
    body_hu: float,
    peak_hu: float,
) -> PhantomLesion:
    """A lesion of that size at the voxel nearest to an LPS position; the peak is reached in its middle layer."""
    layers = max(1, round(length_mm / geometry.spacing_mm[0]))
    center = np.rint(geometry.index(lps_mm)).astype(int)
    first = int(center[0]) - layers // 2
    taper = [1.0 if layers < 3 or 0 < i < layers - 1 else 0.7 for i in range(layers)]
    return PhantomLesion(
        territory,
        (first, int(center[1]), int(center[2])),
        tuple(
            disk(diameter_mm * t, geometry.spacing_mm[1:], body_hu, peak_hu if i == layers // 2 else body_hu)
            for i, t in enumerate(taper)
        ),
    )


def heart_surface(angle_degrees: float, z_mm: float, scale: float = 1.07) -> Vector:
    """A point in the fat around the heart: angle 0 = left, -90 = anterior, 180 = right, 90 = posterior; LPS mm."""
    rho = math.sqrt(max(0.0, 1 - (z_mm / HEART_RADII_MM[2]) ** 2)) * scale
    a = math.radians(angle_degrees)
    return (
        HEART_CENTER_MM[0] + HEART_RADII_MM[0] * rho * math.cos(a),
        HEART_CENTER_MM[1] + HEART_RADII_MM[1] * rho * math.sin(a),
        HEART_CENTER_MM[2] + z_mm,
    )


# territory, LPS mm, diameter mm, length mm, body HU, peak HU: one of each density weight in the coronaries, and one
# speck that is below the minimum area of 1 mm2 on common pixel sizes.
STANDARD_LESIONS: tuple[tuple[str, Vector, float, float, float, float], ...] = (
    ("LM", (20.0, -58.0, 32.0), 3.2, 5.0, 210.0, 260.0),
    ("LAD", heart_surface(-62, 24), 4.6, 9.0, 280.0, 520.0),
    ("LAD", heart_surface(-64, 3), 3.0, 6.0, 180.0, 240.0),
    ("LAD", heart_surface(-68, -18), 2.2, 3.0, 150.0, 190.0),
    ("LAD", heart_surface(-72, -33), 0.3, 2.5, 140.0, 150.0),
    ("LCX", heart_surface(5, 18), 3.4, 6.0, 220.0, 340.0),
    ("LCX", heart_surface(40, 4), 2.6, 5.0, 160.0, 185.0),
    ("RCA", heart_surface(-140, 22), 5.2, 10.0, 320.0, 640.0),
    ("RCA", heart_surface(-172, 4), 3.6, 6.0, 230.0, 310.0),
    ("RCA", heart_surface(160, -20), 2.4, 5.0, 170.0, 205.0),
    ("PDA", heart_surface(98, -36), 2.4, 4.0, 190.0, 270.0),
    ("AORTA", (-16.0, -46.0, 44.0), 4.0, 6.0, 260.0, 420.0),
    ("AV", (2.0, -34.0, 22.0), 3.0, 4.0, 240.0, 330.0),
    ("MV", (34.0, -2.0, 6.0), 4.4, 5.0, 270.0, 450.0),
)


def standard_phantom(
    *,
    slices: int = 48,
    rows: int = 512,
    columns: int = 512,
    pixel_mm: float | tuple[float, float] = 0.48828125,
    spacing_mm: float = 2.5,
    orientation: str | tuple[Vector, Vector] = "HFS",
    lesions: Sequence[tuple[str, Vector, float, float, float, float]] = STANDARD_LESIONS,
    noise_hu: float = 0.0,
    blur_mm: float = 0.0,
    seed: int = 1,
    center_lps_mm: Vector = (0.0, 0.0, 0.0),
    frame_of_reference_uid: str = "",
    pose: Pose = STILL,
) -> Phantom:
    """A thorax of 120 mm along z by default; lesions that do not lie inside the grid are left out.

    Args:
        slices: number of slices, `rows` and `columns` their size.
        rows: see above.
        columns: see above.
        pixel_mm: pixel size, or (between rows, between columns).
        spacing_mm: between slice centers.
        orientation: a DICOM patient position, or row and column direction cosines (LPS).
        lesions: (territory, LPS mm, diameter mm, length mm, body HU, peak HU) each.
        noise_hu: standard deviation of Gaussian noise; with noise or blur the expected scores are not exact.
        blur_mm: standard deviation of Gaussian blur in the slice.
        seed: of the noise.
        center_lps_mm: the middle of the volume.
        frame_of_reference_uid: kept in the geometry.
        pose: how the patient lies; lesions go with the heart, each to the voxel that is nearest to where it is then.
    """
    pixel = (pixel_mm, pixel_mm) if isinstance(pixel_mm, (int, float)) else pixel_mm
    cosines = ORIENTATIONS[orientation] if isinstance(orientation, str) else orientation
    geometry = grid(slices, rows, columns, pixel, spacing_mm, cosines, center_lps_mm, frame_of_reference_uid)
    placed = (place(geometry, key, pose.heart_point(lps), *size) for key, lps, *size in lesions)
    return Phantom(geometry, tuple(p for p in placed if _inside(p, geometry)), noise_hu, blur_mm, seed, pose)


def _inside(lesion: PhantomLesion, geometry: VolumeGeometry) -> bool:
    tall = max(len(layer.widths) for layer in lesion.layers)
    wide = max(max(layer.widths) for layer in lesion.layers)
    s, r, c = lesion.center
    return (
        s >= 0
        and s + len(lesion.layers) <= geometry.shape[0]
        and r - tall // 2 > 0
        and r + tall // 2 < geometry.shape[1] - 1
        and c - wide // 2 > 0
        and c + wide // 2 < geometry.shape[2] - 1
    )
