"""Proposals as data, for JSON and for a table."""

from typing import Any

from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import remark_json


def proposals_json(proposals: Proposals) -> dict[str, Any]:
    """What is proposed and what is not, each with its reasons; lengths in mm, volumes in mm3, slices from 0."""
    anatomy = proposals.anatomy
    return {
        "reviewed": False,
        "organs": None if anatomy is None else (anatomy.source or "picture"),
        "agreement": None if anatomy is None else anatomy.pose.agreement,
        "remarks": [remark_json(one) for one in proposals.remarks],
        "proposed": [_json(one) for one in proposals.proposed],
        "not_proposed": [_json(one) for one in proposals.rejected],
    }


def _json(one: Proposal) -> dict[str, Any]:
    candidate = one.features.candidate
    return {
        "territory": one.territory,
        "kind": one.kind,
        "likelihood": one.likelihood,
        "peak_hu": candidate.peak_hu,
        "volume_mm3": candidate.volume_mm3,
        "peak_index": list(candidate.peak_index),
        "centroid_lps_mm": list(candidate.centroid_lps_mm),
        "reasons": [remark_json(reason) for reason in one.reasons],
    }


def proposals_table(proposals: Proposals) -> list[str]:
    """A line for each proposal, the most likely first, and how many candidates were taken for what else."""
    if proposals.anatomy is None:
        return []
    lines = ["Proposed, the most likely first; likelihoods order them and are no measured probabilities"]
    for number, one in enumerate(proposals.proposed, 1):
        candidate = one.features.candidate
        why = " ".join(english(reason) for reason in one.reasons)
        lines.append(
            f"  {number:2}  {one.territory:4}  {100 * one.likelihood:3.0f} %  slice {candidate.peak_index[0] + 1:3}  "
            f"{candidate.volume_mm3:6.0f} mm³  {candidate.peak_hu:5.0f} HU  {why}"
        )
    if not proposals.proposed:
        lines.append("  none")
    kinds = [one.kind for one in proposals.rejected]
    if kinds:
        counted = ", ".join(f"{kinds.count(kind)} {kind.replace('_', ' ')}" for kind in dict.fromkeys(kinds))
        lines.append(f"Near the heart and not proposed: {counted}")
    return lines
