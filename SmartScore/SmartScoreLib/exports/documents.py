"""The reports drawn as PDF files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.dicomwriting.model import DocumentKind
from SmartScoreLib.progress import Progress
from SmartScoreLib.reading.model import Reading

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.reports.printing.document import PaintPdf

DrawnDocuments = dict[DocumentKind, tuple[str, bytes]]
"""By report: its title, and the PDF file."""
PDF_BYTES = 1_000_000
"""What the file of a report needs at most, nearly: the pictures of its slices take most of it."""


def draw_documents(
    reading: Reading,
    kinds: Sequence[DocumentKind],
    language: str,
    folder: Path,
    paint_pdf: "PaintPdf | None",
    progress: Progress,
    followup: "Followup | None" = None,
) -> DrawnDocuments:
    """Each report that is chosen as a PDF file, made in a folder for temporary files.

    `paint_pdf` makes it, reportlab if that is None.

    Raises:
        WrongUsage: there is no such language.
        SmartScoreError: what makes the PDF is not installed.
        OSError: the file for it cannot be written.
    """
    if not kinds:
        return {}
    # Drawing loads Pillow and fonts; nothing else of an export needs them.
    from SmartScoreLib.reports.printing.document import patient_document, physician_document
    from SmartScoreLib.reports.printing.reportlab_painter import paint_with_reportlab

    making = {DocumentKind.PHYSICIAN: physician_document, DocumentKind.PATIENT: patient_document}
    drawn: DrawnDocuments = {}
    for kind in kinds:
        document = making[kind](reading, language, followup)
        file = folder / f"{kind.name.lower()}.pdf"
        (paint_pdf or paint_with_reportlab)(document, file)
        drawn[kind] = document.title, file.read_bytes()
        progress(1, 1, "drawing the PDF of the report")
    return drawn
