"""The reports as pictures, ready for Secondary Capture."""

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.picture import Picture
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings


def physician_pages(reading: Reading, language: str = "en", followup: Followup | None = None) -> list[Picture]:
    """The Physician report: (512, 512, 3) uint8 RGB each.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    caption = "caption_chest" if reading.sheet.mode == "chest" else "caption_physician"
    return _pictures(physician_drawings(reading, table, followup=followup), table, caption)


def patient_pages(reading: Reading, language: str = "en", followup: Followup | None = None) -> list[Picture]:
    """The Patient report: (1024, 1024, 3) uint8 RGB each; none of a reading that has no such page.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    return _pictures(patient_drawings(reading, table, followup), table, "caption_patient")


def _pictures(drawings: list[Drawing], table: Words, caption: str) -> list[Picture]:
    total = len(drawings)
    return [
        Picture(paint(drawing), table(caption, number=number, total=total))
        for number, drawing in enumerate(drawings, 1)
    ]
