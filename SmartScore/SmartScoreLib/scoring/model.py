"""What scoring gives: every number with the rules it was made by."""

from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.remarks.model import Remark


@dataclass(frozen=True)
class ScoringProtocol:
    """The rules of one scoring, named and saved with the result.

    Attributes:
        name: the preset's name; "custom" suffix if the user changed a value.
        source: where the rules come from.
        threshold_hu: a marked voxel counts at or above this value.
        minimum_area_mm2: a component of one slice smaller than this is dropped.
        area_must_exceed: True drops a component of exactly the minimum area too (published vendor rules say ">").
        minimum_voxels: a component of fewer voxels is dropped (Canon states its minimum so).
        connectivity: 8 or 4 neighbours in the slice.
        weight_starts_hu: where the density weights 1, 2, 3 and 4 begin; half-open ranges, so fractions fall in one.
        volume_method: "plain" sums voxels; "isotropic" interpolates slices to the pixel size first.
        mass_factor: mg of calcium hydroxyapatite per mm3 and HU; None means mass is not available.
    """

    name: str = "SmartScore AJ-130"
    source: str = ""
    threshold_hu: float = 130.0
    minimum_area_mm2: float = 1.0
    area_must_exceed: bool = False
    minimum_voxels: int = 1
    connectivity: Literal[4, 8] = 8
    weight_starts_hu: tuple[float, float, float, float] = (130.0, 200.0, 300.0, 400.0)
    volume_method: Literal["plain", "isotropic"] = "plain"
    mass_factor: float | None = None


@dataclass(frozen=True)
class ComponentScore:
    """One counted connected component of one slice and territory."""

    territory: str
    slice_index: int
    voxels: int
    area_mm2: float
    peak_hu: float
    mean_hu: float
    weight: int
    agatston: float


@dataclass(frozen=True)
class LesionScore:
    """One 3D 26-connected piece of one territory with at least one counted component.

    `slices` are 0-based indices (0 = most inferior); the centroid is that of the counted voxels, LPS millimetres.
    `peak_index` is the (slice, row, column) of a counted voxel of the greatest value: unlike the centroid of a curved
    lesion it lies inside.
    """

    territory: str
    agatston: float
    volume_mm3: float
    mass_mg: float | None
    peak_hu: float
    mean_hu: float
    voxels: int
    slices: tuple[int, ...]
    centroid_lps_mm: tuple[float, float, float]
    components: tuple[ComponentScore, ...]
    peak_index: tuple[int, int, int] = (0, 0, 0)


@dataclass(frozen=True)
class TerritoryScore:
    """The sum over one territory; `counts` tells whether it is part of the total."""

    key: str
    agatston: float
    volume_mm3: float
    mass_mg: float | None
    lesions: int
    counts: bool


@dataclass(frozen=True)
class TotalScore:
    """The coronary total. `vessels` is 0 to 4 (LM, LAD, LCX, RCA; PDA is part of RCA)."""

    agatston: float
    volume_mm3: float
    mass_mg: float | None
    lesions: int
    vessels: int
    density_score: float | None
    diffusivity: float | None


@dataclass(frozen=True)
class ScoreSheet:
    """All scores of one reading: every territory of the table (in its order), all lesions, the total, the rules."""

    protocol: ScoringProtocol
    territories: tuple[TerritoryScore, ...]
    total: TotalScore
    lesions: tuple[LesionScore, ...]
    remarks: tuple[Remark | str, ...] = ()
    reviewed: bool = True
