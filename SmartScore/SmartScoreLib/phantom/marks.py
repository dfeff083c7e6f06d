"""The marks that a reader would make on a phantom."""

from typing import Any

import numpy as np

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.volume import lesion_voxels


def phantom_clicks(phantom: Phantom) -> dict[str, Any]:
    """One click on the middle of each lesion, in the JSON form that `--lesions` takes."""
    return {
        "seeds": [
            {"territory": lesion.territory, "ijk": [lesion.center[2], lesion.center[1], lesion.center[0]]}
            for lesion in phantom.lesions
        ]
    }


def phantom_lesion_map(phantom: Phantom) -> LesionMap:
    """Every lesion voxel marked with its territory."""
    if not phantom.lesions:
        return LesionMap(phantom.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8), origin="phantom")
    marks = [
        (voxels, BY_KEY[lesion.territory].label) for lesion in phantom.lesions for voxels, _ in lesion_voxels(lesion)
    ]
    every = np.concatenate([voxels for voxels, _ in marks])
    corner = every.min(axis=0)
    labels = np.zeros(every.max(axis=0) - corner + 1, np.uint8)
    for voxels, label in marks:
        labels[tuple((voxels - corner).T)] = label
    return LesionMap(phantom.geometry, tuple(int(v) for v in corner), labels, origin="phantom")  # type: ignore[arg-type]
