"""What scoring gives: every number with the rules it was made by."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.lesions.visual import NOT_GRADED, ReadingMode, VisualGrades
from SmartScoreLib.remarks.model import Remark

VolumeMethod = Literal["plain", "isotropic"]

ReadingStatus = Literal["scored", "zero_confirmed", "not_read", "unreviewed"]
"""What the coronary total is: a score, a zero that a reader has stated, nothing yet, or a program's proposal."""


@dataclass(frozen=True)
class ScoringProtocol:
    """The rules of one scoring, named and saved with the result.

    Attributes:
        name: the preset's name; "custom" suffix if the user changed a value.
        source: where the rules come from; None where that is not known.
        threshold_hu: a marked voxel counts at or above this value.
        minimum_area_mm2: a component of one slice smaller than this is dropped.
        area_must_exceed: True drops a component of exactly the minimum area too (published vendor rules say ">").
        minimum_voxels: a component of fewer voxels is dropped (Canon's minimum is published so).
        connectivity: 8 or 4 neighbors in the slice.
        weight_starts_hu: where the density weights 1, 2, 3 and 4 begin; half-open ranges, so fractions fall in one.
        volume_method: "plain" sums voxels; "isotropic" interpolates slices to the pixel size first.
        mass_factor: mg of calcium hydroxyapatite per mm3 and HU; None means mass is not available.
        tube_voltage_kvp: the tube voltage that threshold and weights are meant for.
        mass_factor_source: where the factor comes from; None where it was entered without saying so.
    """

    name: str = "SmartScore AJ-130"
    source: Remark | None = None
    threshold_hu: float = STANDARD_THRESHOLD_HU
    minimum_area_mm2: float = 1.0
    area_must_exceed: bool = False
    minimum_voxels: int = 1
    connectivity: Literal[4, 8] = 8
    weight_starts_hu: tuple[float, float, float, float] = (130.0, 200.0, 300.0, 400.0)
    volume_method: VolumeMethod = "plain"
    mass_factor: float | None = None
    tube_voltage_kvp: float = 120.0
    mass_factor_source: Remark | None = None


@dataclass(frozen=True)
class ComponentScore:
    """What one lesion has of one counted connected component of a slice; who draws what counts, draws these pixels.

    Attributes:
        territory: key of the table.
        slice_index: its slice in the whole volume, 0 = the most inferior.
        voxels: how many it has.
        area_mm2: their area.
        peak_hu: the greatest value.
        mean_hu: the mean value.
        weight: density weight, 1 to 4, by the peak of the whole component.
        agatston: area x weight x slice spacing / 3 mm.
        pixels: int32 (n, 2) array, not writable: (row, column) of each of its voxels in the slice of the whole
            volume, by rows and then by columns.
        shared: whether other lesions have a share of the component: it lies on a border of territories.
    """

    territory: str
    slice_index: int
    voxels: int
    area_mm2: float
    peak_hu: float
    mean_hu: float
    weight: int
    agatston: float
    pixels: NDArray[np.int32] = field(repr=False, compare=False)
    shared: bool = False


@dataclass(frozen=True)
class LesionScore:
    """One 3D 26-connected piece of one territory with at least one counted component.

    The centroid is that of the counted voxels, LPS millimetres. `peak_index` is the (slice, row, column) of a counted
    voxel of the greatest value: unlike the centroid of a curved lesion it lies inside.
    """

    territory: str
    agatston: float
    volume_mm3: float
    mass_mg: float | None
    peak_hu: float
    mean_hu: float
    voxels: int
    centroid_lps_mm: tuple[float, float, float]
    components: tuple[ComponentScore, ...]
    peak_index: tuple[int, int, int]

    @property
    def slices(self) -> tuple[int, ...]:
        """Indices of the slices that hold a counted component, ascending; 0 = the most inferior."""
        return tuple(sorted({component.slice_index for component in self.components}))


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
    """The coronary total.

    `vessels` is how many of `lesions.territories.VESSELS` hold calcium; it and `diffusivity` are None where calcium
    counts whose vessel is not known.
    """

    agatston: float
    volume_mm3: float
    mass_mg: float | None
    lesions: int
    vessels: int | None
    density_score: float | None
    diffusivity: float | None


@dataclass(frozen=True)
class ScoreSheet:
    """All scores of one reading: every territory of the table (in its order), all lesions, the total, the rules.

    `remarks` are those of the series, the marks and the rules, the gravest first; `reviewed` is that of the marks.
    `zero_confirmed`, `dominance`, `mode` and `visual` are the reader's, as of the marks.
    `volume_measured` is what the volume is: rules that interpolate find nothing to interpolate in thin slices.
    """

    protocol: ScoringProtocol
    territories: tuple[TerritoryScore, ...]
    total: TotalScore
    lesions: tuple[LesionScore, ...]
    remarks: tuple[Remark, ...] = ()
    reviewed: bool = True
    volume_measured: VolumeMethod = "plain"
    zero_confirmed: bool = False
    dominance: Dominance | None = None
    mode: ReadingMode = "coronary"
    visual: VisualGrades = NOT_GRADED

    @property
    def status(self) -> ReadingStatus:
        """What the coronary total is. Zero is a finding that a reader states: nothing that counts is not read."""
        if not self.reviewed:
            return "unreviewed"
        if self.total.lesions:
            return "scored"
        return "zero_confirmed" if self.zero_confirmed else "not_read"

    def is_result(self, row: TerritoryScore | TotalScore) -> bool:
        """Whether the numbers of a row mean something: those of coronary arteries that nobody has read are no zeros.

        A program that finds nothing has read nothing either.
        """
        read = self.status in ("scored", "zero_confirmed") or (self.status == "unreviewed" and bool(self.total.lesions))
        return read or (isinstance(row, TerritoryScore) and not row.counts)

    @property
    def slices(self) -> tuple[int, ...]:
        """Indices of all slices that hold a counted component, ascending; 0 = the most inferior."""
        return tuple(sorted({index for lesion in self.lesions for index in lesion.slices}))
