"""A reading as DICOM series in a database folder."""

from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.exports import export as exporting
from SmartScoreLib.exports.export import ExportChoices, WrittenSeries
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading


def export(
    reading: Reading,
    database_folder: Place,
    choices: ExportChoices,
    progress: Progress = silent,
    followup: Followup | None = None,
) -> tuple[WrittenSeries, ...]:
    """Write what is chosen as new DICOM series of the study: all of it, or nothing.

        export(reading, "database", ExportChoices(physician=True, patient=True, reduced="auto"))

    The source images, and what the database holds already, are never changed.

    Args:
        reading: of `make_reading`; its series must come from DICOM files.
        database_folder: a DICOM database folder of 3D Slicer 5.10 or later; a new or empty folder becomes one.
        choices: `ExportChoices(physician, patient, screens, reduced, language, provenance, device, screen_slices,
            physician_pdf, patient_pdf, segmentation, structured_report, presentation)`. Slices are counted from 0
            there, the most inferior. A PDF needs the package reportlab: pip install "smartscore[pdf]".
        progress: called as progress(done, total, what) during long work.
        followup: of `followup(reading, ...)`: the comparison goes into reports and structured report.

    Returns:
        The series written: `.kind`, `.series_instance_uid`, `.description`, `.files` (how many).

    Raises:
        WrongUsage: nothing was chosen, or slices are not in the series.
        InputRefused: a report was chosen, and no reader has confirmed the marks.
        ExportFailed: with the reason, such as a folder that holds other files and is no database; nothing was written.
    """
    return exporting.export(reading, FolderDatabase(Path(database_folder)), choices, progress, followup=followup)
