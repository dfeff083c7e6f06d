"""A thorax with known calcium for a first try: into the DICOM database, and into Slicer's Sample Data."""

import tempfile
from pathlib import Path
from typing import Any

from SmartScoreLib.database.model import Database
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.scene.volumes import volumeFromSeries

NAME = "SmartScore phantom"


def importPhantom(database: Database, progress: Progress = silent, **options: Any) -> str:
    """Make the phantom as CT files and copy them into a database; its Series Instance UID.

    It has neither noise nor blur, so that its scores are exactly those that its description gives.

    Raises:
        ExportFailed: the database did not take it; nothing stays.
    """
    with tempfile.TemporaryDirectory(prefix="smartscore-phantom-") as folder:
        files = write_phantom(standard_phantom(**options), Path(folder), progress=progress)
        database.insert(files, progress)
        from pydicom import dcmread

        return str(dcmread(files[0], stop_before_pixels=True).SeriesInstanceUID)


def phantomVolume(scene: Any) -> Any:
    """The phantom as a volume node alone, for Sample Data: it can be scored, but has no DICOM files to save to."""
    node = volumeFromSeries(phantom_series(standard_phantom()), scene, NAME)
    # There are no files behind these UIDs, and nobody shall look for them.
    node.RemoveAttribute("DICOM.instanceUIDs")
    return node
