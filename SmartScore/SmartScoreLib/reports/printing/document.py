"""Reports as documents for print: which page lies where on which sheet of A4. Painters make PDF files of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.identity import identity
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.person_name import printed_name
from SmartScoreLib.reports.physician.physician import physician_drawings, report_title

_MM = 72 / 25.4
SHEET = (210 * _MM, 297 * _MM)
"""Width and height of A4 in points (1/72 inch)."""
_PHYSICIAN_MM, _PATIENT_MM = 136.0, 190.0
"""Edge of a printed page: 11 pixels of the Physician page become 8 points, 20 of the Patient page 10 points."""
_DETAIL = 3
"""Slices are drawn so many times finer than on the 512 page: about 290 pixels an inch."""


@dataclass(frozen=True)
class PlacedPage:
    """A page on a sheet.

    Attributes:
        drawing: the page, in pixels.
        left, top: its upper left corner in points from that of the sheet.
        scale: points a pixel.
    """

    drawing: Drawing
    left: float
    top: float
    scale: float


Sheet = tuple[PlacedPage, ...]


@dataclass(frozen=True)
class Document:
    """What a PDF file holds.

    Attributes:
        title, subject, made_by: for its list of properties: the report, the patient, the software.
        sheets: one after the other.
    """

    title: str
    subject: str
    made_by: str
    sheets: tuple[Sheet, ...]


PaintPdf = Callable[[Document, Path], None]
"""Writes a document as a PDF file; raises OSError where it cannot, SmartScoreError where something is missing."""


def physician_document(reading: Reading, language: str = "en", followup: Followup | None = None) -> Document:
    """The Physician report, two pages to a sheet.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    pages = physician_drawings(reading, table, _DETAIL, followup)
    pairs = [pages[start : start + 2] for start in range(0, len(pages), 2)]
    return _document(reading, report_title(reading, table), [_sheet(pair, _PHYSICIAN_MM) for pair in pairs])


def patient_document(reading: Reading, language: str = "en", followup: Followup | None = None) -> Document:
    """The Patient report, one page to a sheet.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    pages = patient_drawings(reading, table, followup)
    return _document(reading, table("patient_title"), [_sheet([page], _PATIENT_MM) for page in pages])


def both_reports(reading: Reading, language: str = "en", followup: Followup | None = None) -> Document:
    """The Physician and then the Patient report.

    Raises:
        WrongUsage: there is no such language.
    """
    physician = physician_document(reading, language, followup)
    patient = patient_document(reading, language, followup)
    return Document(physician.title, physician.subject, physician.made_by, physician.sheets + patient.sheets)


def _document(reading: Reading, title: str, sheets: Sequence[Sheet]) -> Document:
    made_by = f"{identity().title} {identity().version}"
    return Document(title, printed_name(reading.description.patient.name), made_by, tuple(sheets))


def _sheet(pages: Sequence[Drawing], edge_mm: float) -> Sheet:
    """Pages of one size under each other, with even margins at the sides."""
    edge = edge_mm * _MM
    left = (SHEET[0] - edge) / 2
    gap = (SHEET[1] - 2 * edge) / 3 if len(pages) > 1 or edge_mm < 150 else 10 * _MM
    return tuple(
        PlacedPage(page, left, gap + number * (edge + gap), edge / page.width) for number, page in enumerate(pages)
    )
