"""What the values of a volume show, whatever its headers say: wrong units, contrast agent, noise, a heart cut off."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import HounsfieldArray
from SmartScoreLib.series.values.chest import ENHANCED_HU, Chest, chest, inner
from SmartScoreLib.series.values.coarse import Coarse, coarse

# Lungs at least are dark in every volume that holds a heart with what lies around it; below is padding.
_DARK_HU = (-1200, -300)
_DARK_SHARE = 0.0005
# Tissue and fat; where they lack, everything else is shifted.
_TISSUE_HU = (-200, 200)
_TISSUE_SHARE = 0.005
# Of fewer values nobody can ask to show both air and tissue.
_FEW = 20_000
# Air and tissue of values from which 1000 or 1024 was not taken, and the least shares that prove it.
_SHIFTED_AIR, _SHIFTED_TISSUE = (-60, 120), (850, 1250)
_SHIFTED_SHARES = (0.01, 0.05)
# So much inside of vessels and chambers is more than any calcification or bone end, and less than the blood of a heart.
_ENHANCED_MM3, _ENHANCED_SHARE = 15_000.0, 0.05
# Blood is even but for the noise; a vertebra is not, and above the heart it lies between the lungs. What is less noise
# than this no scanner shows.
_EVEN, _LEAST_NOISE_HU = 1.5, 10.0
# A heart with its vessels has more on its inside; less is no place to measure.
_LEAST_MM3 = 100_000.0
# McCollough 2007 asks for 20 HU (small and medium patients) and 23 HU (large ones).
NOISE_HU = 23.0
# A heart that ends within a volume leaves less tissue between the lungs in its end slices.
_CUT_ABOVE, _CUT_BELOW, _LUNG_AT_END, _OF_WIDEST = 0.85, 0.7, 0.85, 0.6


def value_remarks(hu: HounsfieldArray, geometry: VolumeGeometry) -> tuple[Remark, ...]:
    """What a look at the values says about a score of them.

    Args:
        hu: (slice, row, column) Hounsfield units.
        geometry: its grid.

    Returns:
        Remarks; a refusal if the values certainly are no Hounsfield units.
    """
    blocks = coarse(hu, geometry)
    wrong = _units(hu, blocks.samples)
    if wrong:
        return wrong
    found = chest(blocks, geometry)
    if found is None or np.count_nonzero(found.inner) * _block_mm3(blocks) < _LEAST_MM3:
        return (remark("series.values_not_judged"),)
    return (*_contrast(blocks, found), *_noise(blocks, found), *_cut(found))


def _units(hu: HounsfieldArray, samples: NDArray[Any]) -> tuple[Remark, ...]:
    # Samples may miss the air of a small volume.
    if _share(samples, _DARK_HU) < _DARK_SHARE and _share(hu, _DARK_HU) < _DARK_SHARE:
        lowest = float(hu.min())
        air, tissue = _share(samples, _SHIFTED_AIR), _share(samples, _SHIFTED_TISSUE)
        if samples.size >= _FEW and air >= _SHIFTED_SHARES[0] and tissue >= _SHIFTED_SHARES[1]:
            levels = (_middle(samples, _SHIFTED_AIR), _middle(samples, _SHIFTED_TISSUE))
            return (remark("series.shifted_values", air=levels[0], tissue=levels[1]),)
        return (remark("series.no_air", lowest_hu=lowest),)
    share = _share(samples, _TISSUE_HU)
    if share < _TISSUE_SHARE and samples.size >= _FEW:
        return (remark("series.no_tissue", percent=100 * share),)
    return ()


def _share(samples: NDArray[Any] | HounsfieldArray, between: tuple[int, int]) -> float:
    return float(np.count_nonzero((samples >= between[0]) & (samples <= between[1]))) / max(1, samples.size)


def _middle(samples: NDArray[Any], between: tuple[int, int]) -> float:
    return float(np.median(samples[(samples >= between[0]) & (samples <= between[1])]))


def _enhanced(blocks: Coarse, found: Chest) -> NDArray[np.bool_]:
    """Blocks within blood that holds contrast agent; bones and calcium are not so wide, or not so even."""
    even = _EVEN * max(_LEAST_NOISE_HU, _noise_hu(blocks, found))
    core = inner(found.soft & (blocks.mean >= ENHANCED_HU)) & (blocks.spread <= even)
    least = max(_ENHANCED_MM3, _ENHANCED_SHARE * np.count_nonzero(found.inner) * _block_mm3(blocks))
    return core if np.count_nonzero(core) * _block_mm3(blocks) >= least else np.zeros_like(core)


def _block_mm3(blocks: Coarse) -> float:
    return float(np.prod(blocks.spacing_mm))


def _contrast(blocks: Coarse, found: Chest) -> list[Remark]:
    enhanced = _enhanced(blocks, found)
    if not enhanced.any():
        return []
    return [remark("series.contrast_seen", blood_hu=float(np.median(blocks.mean[enhanced])))]


def _noise(blocks: Coarse, found: Chest) -> list[Remark]:
    noise = _noise_hu(blocks, found)
    return [remark("series.noise", noise_hu=noise, most_hu=NOISE_HU)] if noise > NOISE_HU else []


def _noise_hu(blocks: Coarse, found: Chest) -> float:
    return float(np.median(blocks.spread[found.inner]))


def _cut(found: Chest) -> list[Remark]:
    soft, lung = found.soft_mm2, found.lung_mm2
    usual, widest = float(np.median(soft[soft > 0])), _OF_WIDEST * float(soft.max())
    cut = []
    if soft[0] >= max(_CUT_BELOW * usual, widest) and lung[0] >= _LUNG_AT_END * lung.max():
        cut.append(remark("series.heart_cut_below"))
    if soft[-1] >= max(_CUT_ABOVE * usual, widest) and lung[-1] >= _LUNG_AT_END * lung.max():
        cut.append(remark("series.heart_cut_above"))
    return cut
