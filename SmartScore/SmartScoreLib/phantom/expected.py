"""What a phantom must score, from its description by arithmetic alone: no image and no scoring code takes part.

Rules: Agatston 1990 as practised: per slice area x weight of the peak, minimum area 1 mm2, times spacing / 3 mm.
"""

from dataclasses import dataclass

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.model import Layer, Phantom


@dataclass(frozen=True)
class Expected:
    """Sums over one territory or over the coronaries; mass is None without a factor."""

    agatston: float
    volume_mm3: float
    mass_mg: float | None
    lesions: int


def expected_lesion(
    layers: tuple[Layer, ...],
    pixel_area_mm2: float,
    spacing_mm: float,
    mass_factor: float | None = None,
    minimum_area_mm2: float = 1.0,
) -> Expected:
    """The score of one lesion at the default threshold of 130 HU (every layer of a phantom is above it)."""
    counted = [layer for layer in layers if layer.voxels * pixel_area_mm2 >= minimum_area_mm2]
    agatston = sum(layer.voxels * pixel_area_mm2 * _weight(layer) for layer in counted) * spacing_mm / 3
    voxel_mm3 = pixel_area_mm2 * spacing_mm
    hu_sum = sum(layer.body_hu * (layer.voxels - 1) + layer.peak_hu for layer in counted)
    return Expected(
        agatston,
        sum(layer.voxels for layer in counted) * voxel_mm3,
        None if mass_factor is None else hu_sum * voxel_mm3 * mass_factor,
        1 if counted else 0,
    )


def expected_scores(
    phantom: Phantom, mass_factor: float | None = None, minimum_area_mm2: float = 1.0
) -> dict[str, Expected]:
    """Expected score of every territory that has a lesion, and of the coronaries together under "total"."""
    scores: dict[str, Expected] = {}
    for lesion in phantom.lesions:
        one = expected_lesion(
            lesion.layers,
            phantom.geometry.pixel_area_mm2,
            phantom.geometry.spacing_mm[0],
            mass_factor,
            minimum_area_mm2,
        )
        for key in (lesion.territory, "total"):
            if key != "total" or BY_KEY[lesion.territory].counts:
                scores[key] = _sum(scores.get(key), one)
    return scores


def _weight(layer: Layer) -> int:
    peak = max(layer.body_hu, layer.peak_hu)
    return 4 if peak >= 400 else 3 if peak >= 300 else 2 if peak >= 200 else 1


def _sum(a: Expected | None, b: Expected) -> Expected:
    if a is None:
        return b
    mass = None if a.mass_mg is None or b.mass_mg is None else a.mass_mg + b.mass_mg
    return Expected(a.agatston + b.agatston, a.volume_mm3 + b.volume_mm3, mass, a.lesions + b.lesions)
