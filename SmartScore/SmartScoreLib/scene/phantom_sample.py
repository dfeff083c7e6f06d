"""A thorax with known calcium for a first try: into the DICOM database, and into Slicer's Sample Data."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from SmartScoreLib.database.model import Database
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.progress import Progress, silent


def importPhantom(database: Database, progress: Progress = silent, **options: Any) -> str:
    """Make the phantom as CT files and copy them into a database; its Series Instance UID.

    Unless `options` say otherwise it has neither noise nor blur, so that its scores are exactly those that its
    description gives.

    Raises:
        ExportFailed: the database did not take it; nothing stays.
    """
    with tempfile.TemporaryDirectory(prefix="smartscore-phantom-") as folder:
        files = write_phantom(standard_phantom(**options), Path(folder), progress=progress)
        database.insert(files, progress)
        from pydicom import dcmread

        return str(dcmread(files[0], stop_before_pixels=True).SeriesInstanceUID)


def writePhantomVolume(path: Path) -> Path:
    """Write the phantom as a volume file (NRRD): it can be scored, but has no DICOM files to save to."""
    import SimpleITK

    series = phantom_series(standard_phantom())
    columns_rows_slices = series.geometry.index_to_lps[:3, 2::-1]  # one step in column, row and slice
    spacing = np.linalg.norm(columns_rows_slices, axis=0)
    image = SimpleITK.GetImageFromArray(series.hu)
    image.SetOrigin(series.geometry.origin_lps_mm)
    image.SetSpacing(spacing.tolist())
    image.SetDirection((columns_rows_slices / spacing).ravel().tolist())
    path.parent.mkdir(parents=True, exist_ok=True)
    SimpleITK.WriteImage(image, str(path), useCompression=True)
    return path
