"""What a reader marked: from a file, or by clicks."""

from collections.abc import Sequence
from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.lesions import clicking, marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.model import CTSeries


def read_marks(path: Place, series: CTSeries, threshold_hu: float = DEFAULT_PROTOCOL.threshold_hu) -> LesionMap:
    """The marks of a file: a Slicer segmentation, a label map, a DICOM Segmentation, or clicks as JSON.

    The kind is told by the content. JSON clicks look so; "ijk" is column, row, slice, counted from 0:

        {"seeds": [{"territory": "LAD", "lps_mm": [12.5, -61.0, 40.0]},
                   {"territory": "RCA", "ijk": [212, 198, 17]}]}

    Args:
        path: `.seg.nrrd`, `.nrrd`, `.nii`, `.nii.gz`, DICOM SEG or `.json`.
        series: the series that the marks belong to; marks on another grid of the same place are resampled.
        threshold_hu: from where a voxel is calcium, HU; clicks grow to connected voxels from here on. Give that of
            the protocol if it is not 130.

    Raises:
        InputRefused: the file cannot be read, is of another kind, or does not fit the series.
    """
    return marks.read_marks(Path(path), series, threshold_hu)


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
        territory: "LM", "LAD", "LCX", "RCA", "PDA" count in the total; "AORTA", "AV", "MV", "OTHER" are apart.
        threshold_hu: from where a voxel is calcium, HU. Give that of the protocol if it is not 130.
        in_slice: take the voxels of that slice only, for calcium that touches bone.

    Returns:
        The marks so far and this lesion.

    Raises:
        InputRefused: there is no such territory, the marks are of another volume, or nothing can be taken there and
            why: outside the images, no calcium, or connected to bone.
    """
    return clicking.click(series, lesions, lps_mm, territory, threshold_hu=threshold_hu, in_slice=in_slice)
