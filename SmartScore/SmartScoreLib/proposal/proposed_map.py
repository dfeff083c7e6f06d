"""Proposals as marks that no reader has confirmed."""

from dataclasses import replace

from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.remarks.catalog import remark


def proposed_map(proposals: Proposals) -> LesionMap:
    """Every proposed candidate in its suggested territory, unreviewed, with what is to be said of it."""
    lesions = empty_map(proposals.geometry, remark("proposal.origin_proposed"))
    for one in proposals.proposed:
        lesions = assign(lesions, one.features.corner, one.features.mask, one.territory)
    said = proposals.remarks
    if proposals.anatomy is not None:
        said = (
            remark(
                "proposal.proposed",
                count=len(proposals.proposed),
                threshold_hu=float(proposals.threshold_hu),
                others=len(proposals.rejected),
            ),
            *said,
        )
    return replace(lesions, reviewed=False, remarks=said)
