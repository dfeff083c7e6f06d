"""Every image series in files and folders: scorable or not, and why."""

from collections.abc import Sequence
from pathlib import Path

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.series.headers.attributes import number_or_none, text
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.scanning import scan, undisturbed
from SmartScoreLib.series.model import Findings
from SmartScoreLib.series.stacks.grouping import groups_of, series_of
from SmartScoreLib.series.verdict.judge import candidates_of
from SmartScoreLib.series.volumes.volume_file import is_volume_file, volume_candidate


def find_series(paths: Sequence[Path], progress: Progress = silent) -> Findings:
    """Find every DICOM series in any mix of files and folders, nested, and judge it; no pixels are read.

    A .zip is looked into, a DICOMDIR leads to its folder, and a NIfTI, NRRD or MetaImage file that is named itself is a
    series too, though without headers.

    Several phases, kernels, pixel sizes or orientations in one series become several candidates, told apart by `label`.
    Damaged files become problems and do not stop the rest. Candidates come in the order of patient, study and Series
    Number.

    Raises:
        remarks.errors.Cancelled: from `progress`.
    """
    with undisturbed():
        places = [Path(path) for path in paths]
        volumes = [path for path in places if is_volume_file(path)]
        scanned = scan([path for path in places if path not in volumes], progress)
        series = sorted(series_of(scanned.images), key=_series_order)
        candidates = [candidate for images in series for candidate in candidates_of(groups_of(images), scanned)]
    return Findings((*candidates, *map(volume_candidate, volumes)), scanned.problems)


def _series_order(images: Sequence[Image]) -> tuple[str, str, str, float, str]:
    dataset = images[0].dataset
    number = number_or_none(dataset, "SeriesNumber")
    return (
        text(dataset, "PatientID"),
        text(dataset, "StudyDate"),
        text(dataset, "StudyInstanceUID"),
        -1.0 if number is None else number,
        text(dataset, "SeriesInstanceUID"),
    )
