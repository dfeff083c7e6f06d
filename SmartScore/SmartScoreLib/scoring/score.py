"""The score sheet: lesions, territories and the coronary total, with the rules and warnings that belong to them."""

from collections.abc import Collection, Sequence
from typing import Any

from numpy.typing import NDArray

from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU, LesionMap
from SmartScoreLib.lesions.territories import AORTIC_VALVE, BY_KEY, TERRITORIES, VESSELS, Dominance, vessel_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.scoring.isotropic import thin_slices
from SmartScoreLib.scoring.measure import MarkedVoxels, marked_voxels, score_lesions
from SmartScoreLib.scoring.model import (
    LesionScore,
    ScoreSheet,
    ScoringProtocol,
    TerritoryScore,
    TotalScore,
    VolumeMethod,
)
from SmartScoreLib.scoring.rules import AGATSTON_SLICE_MM
from SmartScoreLib.scoring.tube_voltage import with_tube_voltage
from SmartScoreLib.series.geometry import VolumeGeometry

THINNEST_VALVE_MM = 2.5
"""Scores of the aortic valve are compared with those of slices of 2.5 to 3 mm; thinner ones score noise."""


def score(
    hu: NDArray[Any], lesions: LesionMap, protocol: ScoringProtocol, remarks: Sequence[Remark] = ()
) -> ScoreSheet:
    """Score all marks of a volume.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks, on the grid of `hu`.
        protocol: the rules.
        remarks: those of the series; the marks' and the protocol's are added.

    Raises:
        ValueError: the marks are of another grid.
    """
    if hu.shape != lesions.geometry.shape:
        raise ValueError(f"marks on a grid of {lesions.geometry.shape} cannot score a volume of {hu.shape}")
    voxels = marked_voxels(lesions)
    return make_sheet(score_lesions(hu, lesions, protocol, voxels=voxels), lesions, protocol, remarks, voxels)


def make_sheet(
    scored: Collection[LesionScore],
    lesions: LesionMap,
    protocol: ScoringProtocol,
    remarks: Sequence[Remark] = (),
    voxels: MarkedVoxels | None = None,
) -> ScoreSheet:
    """The sheet of lesions that are scored already: after an edit, only the territories it touched need scoring.

    Args:
        scored: every lesion of the map, by `score_lesions`, in any order of territories; those of a territory in the
            order in which they came.
        lesions: the marks.
        protocol: the rules by which they were scored.
        remarks: those of the series.
        voxels: `marked_voxels` of the map, if known already.
    """
    marked = (voxels or marked_voxels(lesions)).territories
    ordered = tuple(sorted(scored, key=lambda lesion: BY_KEY[lesion.territory].label))
    territories = tuple(
        _territory(t.key, [one for one in ordered if one.territory == t.key], protocol) for t in TERRITORIES
    )
    measured = volume_measured(protocol, lesions.geometry)
    every = (*with_tube_voltage(protocol, remarks), *lesions.remarks, *_of_rules(protocol, measured), *_border(ordered))
    every += tuple(_unscored(marked, territories, protocol))
    every += tuple(_of_valve(territories, lesions.geometry))
    # A reader's word on zero does not outlive coronary calcium that counts.
    zero = lesions.zero_confirmed and not any(one.lesions for one in territories if one.counts)
    every += (remark("scoring.zero_confirmed"),) if zero else ()
    return ScoreSheet(
        protocol=protocol,
        territories=territories,
        total=_total(territories, ordered, protocol, lesions),
        lesions=ordered,
        remarks=by_severity(every),
        reviewed=lesions.reviewed,
        volume_measured=measured,
        zero_confirmed=zero,
        dominance=lesions.dominance,
        mode=lesions.mode,
        visual=lesions.visual,
    )


def vessel_scores(territories: Sequence[TerritoryScore], dominance: Dominance | None = None) -> dict[str, float]:
    """Agatston score of each vessel: every territory is added to the vessel that it belongs to in this dominance."""
    scores = dict.fromkeys(VESSELS, 0.0)
    for territory in territories:
        vessel = vessel_of(territory.key, dominance)
        if vessel is not None:
            scores[vessel] += territory.agatston
    return scores


def branches(sheet: ScoreSheet) -> list[tuple[str, str]]:
    """Territories with calcium that are counted with another vessel, each with that vessel."""
    counted = ((one.key, vessel_of(one.key, sheet.dominance)) for one in sheet.territories if one.agatston > 0)
    return [(key, vessel) for key, vessel in counted if vessel not in (None, key)]


def _territory(key: str, own: Sequence[LesionScore], protocol: ScoringProtocol) -> TerritoryScore:
    return TerritoryScore(
        key=key,
        agatston=sum((one.agatston for one in own), 0.0),
        volume_mm3=sum((one.volume_mm3 for one in own), 0.0),
        mass_mg=_mass([one.mass_mg for one in own], protocol),
        lesions=len(own),
        counts=BY_KEY[key].counts,
    )


def _total(
    territories: Sequence[TerritoryScore],
    scored: Sequence[LesionScore],
    protocol: ScoringProtocol,
    lesions: LesionMap,
) -> TotalScore:
    counted = [territory for territory in territories if territory.counts]
    agatston = sum(territory.agatston for territory in counted)
    vessels = vessel_scores(territories, lesions.dominance)
    known = not any(t.agatston > 0 and BY_KEY[t.key].vessel is None for t in counted)
    area = sum(part.area_mm2 for one in scored if BY_KEY[one.territory].counts for part in one.components)
    return TotalScore(
        agatston=agatston,
        volume_mm3=sum(territory.volume_mm3 for territory in counted),
        mass_mg=_mass([territory.mass_mg for territory in counted], protocol),
        lesions=sum(territory.lesions for territory in counted),
        vessels=sum(1 for value in vessels.values() if value > 0) if known else None,
        density_score=_density(agatston, area, lesions.geometry.spacing_mm[0]),
        # Index of diffusion (Dudum): 1 - score of the most affected vessel / total.
        diffusivity=1 - max(vessels.values()) / agatston if agatston > 0 and known else None,
    )


def _mass(parts: Sequence[float | None], protocol: ScoringProtocol) -> float | None:
    """The sum of masses; None without a factor, when no part has one."""
    return None if protocol.mass_factor is None else sum((part for part in parts if part is not None), 0.0)


def _density(agatston: float, area_mm2: float, spacing_mm: float) -> float | None:
    """Density score (Criqui 2014): Agatston score / total area, 1 to 4; None if nothing counts.

    The score's factor spacing / 3 mm is taken out again: the mean weight by area does not depend on the spacing.
    """
    return agatston / (area_mm2 * spacing_mm / AGATSTON_SLICE_MM) if area_mm2 > 0 else None


def volume_measured(protocol: ScoringProtocol, geometry: VolumeGeometry) -> VolumeMethod:
    """What a protocol's volume is on a grid: isotropic only where there is something to interpolate."""
    return "isotropic" if protocol.volume_method == "isotropic" and thin_slices(geometry) > 1 else "plain"


def _of_rules(protocol: ScoringProtocol, measured: VolumeMethod) -> list[Remark]:
    remarks = []
    if protocol.threshold_hu != STANDARD_THRESHOLD_HU:
        remarks.append(
            remark("scoring.threshold", threshold_hu=protocol.threshold_hu, standard_hu=STANDARD_THRESHOLD_HU)
        )
    if measured == "isotropic":
        remarks.append(remark("scoring.isotropic"))
    elif protocol.volume_method == "isotropic":
        remarks.append(remark("scoring.nothing_to_interpolate"))
    return remarks


def _border(scored: Sequence[LesionScore]) -> list[Remark]:
    """Which territories share components, and in how many slices."""
    shared = [part for lesion in scored for part in lesion.components if part.shared]
    if not shared:
        return []
    territories = tuple(dict.fromkeys(part.territory for part in shared))
    return [remark("scoring.border", territories=territories, slices=len({part.slice_index for part in shared}))]


def _of_valve(territories: Sequence[TerritoryScore], geometry: VolumeGeometry) -> list[Remark]:
    """That slices are thinner than those with which scores of the aortic valve are compared."""
    spacing = geometry.spacing_mm[0]
    valve = any(one.lesions for one in territories if one.key == AORTIC_VALVE)
    return [remark("scoring.valve_thin", spacing_mm=spacing)] if valve and spacing < THINNEST_VALVE_MM else []


def _unscored(marked: Sequence[str], territories: Sequence[TerritoryScore], protocol: ScoringProtocol) -> list[Remark]:
    """A zero that comes from marks without calcium is told from a zero without marks."""
    scored = {territory.key for territory in territories if territory.lesions}
    return [
        remark(
            "scoring.unscored",
            territory=key,
            threshold_hu=protocol.threshold_hu,
            minimum_area_mm2=protocol.minimum_area_mm2,
        )
        for key in marked
        if key not in scored
    ]
