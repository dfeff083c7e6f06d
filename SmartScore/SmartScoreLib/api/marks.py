"""What a reader marked: from a file, or by clicks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from SmartScoreLib.api.images import Place
from SmartScoreLib.lesions import clicking, marks
from SmartScoreLib.lesions.files.names import given_names
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.rounding import agatston_text
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.model import CTSeries


def read_marks(
    path: Place,
    series: CTSeries,
    threshold_hu: float = DEFAULT_PROTOCOL.threshold_hu,
    *,
    labels: Mapping[int, str] | Mapping[str, str] | None = None,
    names: Place | None = None,
    regrow: bool = False,
    trust: bool = False,
    nifti_form: Literal["sform", "qform"] | None = None,
) -> LesionMap:
    """The marks of a file: a Slicer segmentation, a label map, a DICOM Segmentation, contours, or clicks as JSON.

        read_marks("marks.nii.gz", series, labels={1: "LAD", 2: "LCX", 3: "D1"})

    The kind is told by the content. What labels mean is never guessed: it is what `labels` or `names` say, else the
    file itself, else a file of names beside it, else the file's own name (LAD.nii.gz, coronary_arteries.nii.gz).
    Branches and names of other languages go to their vessel; calcium of no known vessel is "CORONARY", which counts in
    the total and in no vessel. All but clicks are checked against the picture: `.remarks` of the result tell which part
    of them reaches the threshold, where they cut through connected calcium, and what lies away from the heart.

    JSON clicks look so; "ijk" is column, row, slice, counted from 0:

        {"seeds": [{"territory": "LAD", "lps_mm": [12.5, -61.0, 40.0]},
                   {"territory": "RCA", "ijk": [212, 198, 17]}]}

    Args:
        path: `.seg.nrrd`, `.nrrd`, `.nii`, `.nii.gz`, `.mha`, `.mhd`, DICOM SEG or RTSTRUCT, an ROI list of OsiriX or
            Horos, `.json`; or a folder with one such file a structure.
        series: the series that the marks belong to; marks on another grid of the same place are resampled.
        threshold_hu: from where a voxel is calcium, HU; clicks grow to connected voxels from here on. Give that of
            the protocol if it is not 130.
        labels: what labels, segment numbers or segment names mean.
        names: a file that says so: CSV with LabelValue and Name, JSON, or a color table of 3D Slicer.
        regrow: take every connected calcification that a mark touches as a whole.
        trust: score marks that hit next to no calcium; they are refused otherwise.
        nifti_form: which of sform and qform is right, where those of a NIfTI file differ.

    Raises:
        InputRefused: the file cannot be read, is of another kind, does not say what it marks, or does not fit the
            series or its picture.
    """
    given = given_names(labels or {}, None if names is None else Path(names))

    def total(lesions: LesionMap) -> str:
        rules = replace(DEFAULT_PROTOCOL, threshold_hu=threshold_hu)
        return agatston_text(score(series.hu, lesions, rules).total.agatston)

    options = marks.MarksOptions(given, regrow, trust, nifti_form, total)
    return marks.read_marks(Path(path), series, threshold_hu, options)


def click(
    series: CTSeries,
    lesions: LesionMap | None,
    lps_mm: Sequence[float],
    territory: str,
    *,
    threshold_hu: float = DEFAULT_PROTOCOL.threshold_hu,
    in_slice: bool = False,
) -> LesionMap:
    """Mark one lesion, as a click in the panel does: the calcium that is connected to that place.

        lesions = click(series, None, (12.5, -61.0, 40.0), "LAD")
        lesions = click(series, lesions, (-30.0, -20.0, 12.0), "RCA")

    A place below the threshold is moved to the nearest calcium within 2 mm in its slice. Connected means 26 neighbors
    (8 within the slice). Nothing that is given is changed.

    Args:
        series: the volume.
        lesions: the marks so far; None for none.
        lps_mm: the place in DICOM patient coordinates (LPS), mm; `series.geometry.lps_mm((slice, row, column))` makes
            it of an index.
        territory: "LM", "LAD", "LCX", "RCA", "PDA" and "CORONARY" (vessel not known) count in the total; "AORTA",
            "AV", "MV", "OTHER" are apart.
        threshold_hu: from where a voxel is calcium, HU. Give that of the protocol if it is not 130.
        in_slice: take the voxels of that slice only, for calcium that touches bone.

    Returns:
        The marks so far and this lesion.

    Raises:
        InputRefused: there is no such territory, the marks are of another volume, or nothing can be taken there and
            why: outside the images, no calcium, or connected to bone.
    """
    return clicking.click(series, lesions, lps_mm, territory, threshold_hu=threshold_hu, in_slice=in_slice)
