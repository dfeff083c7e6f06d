"""From a series to its anatomy, or to the reason why it is not known."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.proposal.anatomy.aorta import ascending_aorta
from SmartScoreLib.proposal.anatomy.fit import Fields, Pose, fit
from SmartScoreLib.proposal.anatomy.model import Anatomy, Aorta
from SmartScoreLib.proposal.anatomy.organs import Organs, on_view
from SmartScoreLib.proposal.anatomy.overview import STEP_MM, Overview, overview
from SmartScoreLib.proposal.anatomy.template import COURSES
from SmartScoreLib.proposal.anatomy.tissue import Tissue, tissue
from SmartScoreLib.proposal.anatomy.turn import turned
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.model import CTSeries

LEAST_LUNG_ML = 300.0
LEAST_AGREEMENT = 0.73
LEAST_FAT = 0.02
LEAST_UNEVEN_HU = 14.0
"""Of a phantom 9 were measured, of people 47 and more."""
ENHANCED_HU = 95.0
"""Blood without contrast agent has 30 to 60 HU."""


def find_anatomy(series: CTSeries, organs: Organs | None = None) -> Anatomy | Remark:
    """The anatomy, or why there is none: axes that are not a patient's, no lungs, no heart, contrast agent.

    Args:
        series: the volume.
        organs: what others have segmented; the heart is looked for in it then, and not in the picture.
    """
    told = next((one for one in series.remarks if one.code.startswith("series.contrast")), None)
    if told is not None:
        return remark("proposal.contrast_told", reason=told)
    view = overview(series.hu, series.geometry)
    if view is None or min(view.hu.shape) < 8:
        return remark("proposal.not_axial")
    tissues = tissue(view)
    masks = {} if organs is None else on_view(organs, view.geometry)
    if tissues.lung_ml < LEAST_LUNG_ML:
        return remark("proposal.no_lungs", lung_ml=tissues.lung_ml, least_ml=LEAST_LUNG_ML)
    uneven = _unevenness(view, tissues)
    if uneven < LEAST_UNEVEN_HU:
        return remark("proposal.plastic", spread_hu=uneven, least_hu=LEAST_UNEVEN_HU)
    pose = fit(_fields(tissues, masks))
    if pose is None or pose.agreement < LEAST_AGREEMENT:
        share = 0.0 if pose is None else 100 * pose.agreement
        return remark("proposal.no_heart", percent=share, least_percent=100 * LEAST_AGREEMENT)
    fat = _fat_around(view, tissues, pose)
    if fat < LEAST_FAT:
        return remark("proposal.no_fat", percent=100 * fat, least_percent=100 * LEAST_FAT)
    heart = turned(tissues, pose, _soft(masks))
    # The ascending aorta rises in the chest however the heart is turned.
    aorta = ascending_aorta(view, pose)
    blood, noise = _blood(series, view, aorta, heart)
    if blood >= ENHANCED_HU:
        return remark("proposal.contrast_seen", blood_hu=blood)
    source = "" if organs is None else organs.file
    return Anatomy(view, tissues, pose, heart, aorta, blood, noise, _widened(masks), source)


def _widened(masks: dict[str, NDArray[np.bool_]]) -> dict[str, NDArray[np.bool_]]:
    """Organs with what lies around them: the fat on the heart, the wall of the aorta, the reach of an artery."""
    from scipy import ndimage

    reach = {"heart": 3, "aorta": 1, "coronary": 2}
    return {name: ndimage.binary_dilation(mask, iterations=reach[name]) for name, mask in masks.items() if mask.any()}


def _soft(masks: dict[str, NDArray[np.bool_]]) -> NDArray[np.bool_] | None:
    """The heart with its aorta where others have segmented it."""
    return masks["heart"] | masks.get("aorta", False) if "heart" in masks else None


def _fields(tissues: Tissue, masks: dict[str, NDArray[np.bool_]]) -> Fields:
    from scipy import ndimage

    def near(mask: NDArray[np.bool_]) -> NDArray[np.float32]:
        return np.asarray(ndimage.uniform_filter(mask.astype(np.float32), 3, mode="nearest"), np.float32)

    lung = near(tissues.lung)
    soft = _soft(masks)
    return {
        "soft": near(tissues.soft if soft is None else soft),
        "lung": lung,
        "bone": near(ndimage.binary_dilation(tissues.bone)),
        "not_lung": 1 - lung,
    }


def _unevenness(view: Overview, tissues: Tissue) -> float:
    """How much the lungs vary at 3 mm, HU between the quartiles: those of people are never as even as foam."""
    from scipy import ndimage

    inner = view.hu[ndimage.binary_erosion(tissues.lung, iterations=3)]
    if len(inner) < 500:
        inner = view.hu[tissues.lung]
    low, high = np.percentile(inner, (25, 75))
    return float(high - low)


def _fat_around(view: Overview, tissues: Tissue, pose: Pose) -> float:
    """The share of what lies within 12 mm of the usual coronary arteries that is fat; a body of plastic has none."""
    ticks = np.arange(-12.0, 13.0, 6.0)
    around = np.stack(np.meshgrid(ticks, ticks, ticks, indexing="ij"), -1).reshape(-1, 3)
    courses = np.concatenate([np.asarray(points, float) for points in COURSES.values()])
    places = (pose.place(courses)[:, None] + around).reshape(-1, 3)[:, ::-1]
    index = np.rint(places / STEP_MM).astype(int)
    index = index[np.all((index >= 0) & (index < view.hu.shape), axis=1)]
    return float(tissues.fat[tuple(index.T)].mean()) if len(index) else 0.0


def _blood(series: CTSeries, view: Overview, aorta: Aorta, pose: Pose) -> tuple[float, float]:
    """Middle value of the blood, and the noise of single voxels in it: measured in the root and the left ventricle."""
    middles = [*aorta.axis[1:8:2], *pose.place([(40, -4, -32), (34, 0, -26), (46, -10, -38)])]
    values, spreads = [], []
    for place in middles:
        lps = view.geometry.lps_mm(place[::-1] / STEP_MM)
        index = np.rint(series.geometry.index(lps)).astype(int)
        reach = np.maximum(np.rint(5.0 / np.array(series.geometry.spacing_mm)), (0, 2, 2)).astype(int)
        reach[0] = 0
        if (index - reach < 0).any() or (index + reach >= series.hu.shape).any():
            continue
        box = series.hu[tuple(slice(i - r, i + r + 1) for i, r in zip(index, reach, strict=True))].astype(np.float32)
        values.append(float(np.median(box)))
        spreads.append(float(np.median(np.abs(box - np.median(box))) * 1.4826))
    if not values:
        return 45.0, 20.0
    return float(np.median(values)), float(np.median(spreads))
