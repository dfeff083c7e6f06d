"""The marks that a reader would make on a phantom."""

from typing import Any

from SmartScoreLib.phantom.model import Phantom


def phantom_clicks(phantom: Phantom) -> dict[str, Any]:
    """One click on the middle of each lesion, in the JSON form that `--lesions` takes."""
    return {
        "seeds": [
            {"territory": lesion.territory, "ijk": [lesion.center[2], lesion.center[1], lesion.center[0]]}
            for lesion in phantom.lesions
        ]
    }
