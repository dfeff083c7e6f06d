"""What is proposed to a reader: each candidate with a kind, a likelihood, a territory and the reasons."""

from dataclasses import dataclass, field
from typing import Literal

from SmartScoreLib.proposal.anatomy.model import Anatomy
from SmartScoreLib.proposal.candidates.features import Features
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry

Kind = Literal[
    "coronary", "aorta", "aortic_valve", "mitral_annulus", "pericardium", "lymph_node", "lung", "bone", "metal",
    "noise", "elsewhere",
]  # fmt: skip


@dataclass(frozen=True)
class Proposal:
    """One candidate, judged.

    Attributes:
        features: what was measured of it, with its voxels.
        kind: what it most likely is.
        likelihood: 0 to 1, that it is calcium of a coronary artery. It orders proposals; it is no probability that
            was measured on patients.
        territory: key of the territory that is suggested, "OTHER" where there is none.
        reasons: why, the weightiest first.
    """

    features: Features
    kind: Kind
    likelihood: float
    territory: str
    reasons: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Proposals:
    """What is proposed for one series; nothing of it counts before a reader has accepted it.

    Attributes:
        geometry: of the volume.
        threshold_hu: from which value on candidates were taken.
        proposed: calcium of coronary arteries, the most likely first.
        rejected: what was judged and is not proposed, the most likely first.
        remarks: what is to be said of all of it; why nothing is proposed where nothing could be judged.
        anatomy: where the heart was seen; None if it was not.
    """

    geometry: VolumeGeometry
    threshold_hu: float
    proposed: tuple[Proposal, ...]
    rejected: tuple[Proposal, ...]
    remarks: tuple[Remark, ...]
    anatomy: Anatomy | None = field(default=None, repr=False)
