"""Both reports as one PDF file."""

from pathlib import Path

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.printing.document import PaintPdf, both_reports
from SmartScoreLib.reports.printing.reportlab_painter import paint_with_reportlab
from SmartScoreLib.whole_file import whole_file


def write_pdf(
    reading: Reading,
    path: Path,
    language: str = "en",
    paint: PaintPdf | None = None,
    followup: Followup | None = None,
) -> Path:
    """Write the Physician and the Patient report to one file of A4 sheets and return its path.

    Args:
        reading: what is reported.
        path: the file; its folder is made if needed.
        language: of the pages.
        paint: who makes the file; None for reportlab.
        followup: of the reading, for the comparison with an earlier scan.

    Raises:
        WrongUsage: there is no such language.
        SmartScoreError: the PDF library is not installed.
        OSError: the file cannot be written.
    """
    document = both_reports(reading, language, followup)
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        (paint or paint_with_reportlab)(document, file)
    return path
