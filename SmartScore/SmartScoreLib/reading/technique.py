"""Gating and dose of a series, as far as its images say: for the technique of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import number_or_none, text

_DLP = re.compile(r"DLP\D{0,12}?([0-9]+(?:[.,][0-9]+)?)", re.IGNORECASE)
_GATED = {"PROSPECTIVE": "prospective", "RETROSPECTIVE": "retrospective", "NONE": "none"}


@dataclass(frozen=True)
class Technique:
    """What the images say, or None and "".

    Attributes:
        gating: "prospective", "retrospective" or "none", of Cardiac Synchronization Technique (0018,9037).
        ctdi_vol_mgy: CTDIvol (0018,9345), where all images that have it agree.
        dlp_mgy_cm: a dose length product in Comments on Radiation Dose (0040,0310); CT images have no other place.
    """

    gating: str = ""
    ctdi_vol_mgy: float | None = None
    dlp_mgy_cm: float | None = None


def technique(datasets: Sequence[Dataset]) -> Technique:
    """Gating and dose of the images of a series; nothing is computed that they do not say."""
    gating = {text(one, "CardiacSynchronizationTechnique").upper() for one in datasets} - {""}
    ctdi = {value for one in datasets if (value := number_or_none(one, "CTDIvol")) is not None and value > 0}
    dlp = {found[1] for one in datasets if (found := _DLP.search(text(one, "CommentsOnRadiationDose")))}
    return Technique(
        gating=_GATED.get(gating.pop(), "") if len(gating) == 1 else "",
        ctdi_vol_mgy=ctdi.pop() if len(ctdi) == 1 else None,
        dlp_mgy_cm=float(dlp.pop().replace(",", ".")) if len(dlp) == 1 else None,
    )
