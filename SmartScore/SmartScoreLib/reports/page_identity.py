"""Whose page it is: two identifiers on every page, and what stands there where no font can draw the name."""

from dataclasses import dataclass, replace

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.drawing.drawing import Align, Box, Drawing
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import Color
from SmartScoreLib.reports.drawing.typesetting import fit
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.person_name import name_lines, printable_group
from SmartScoreLib.series.describe import Patient

SEPARATOR = "  ·  "


@dataclass(frozen=True)
class Line:
    """Where an identifier stands and how it is written: its cell, its base line, size in pixels."""

    cell: Box
    base: float
    size: int
    color: Color
    bold: bool = False
    align: Align = "left"

    @property
    def width(self) -> float:
        """Of the cell."""
        return self.cell[2] - self.cell[0]


def draw_identity(drawing: Drawing, patient: Patient, words: Words, name: Line, second: Line) -> None:
    """Draw the name in one line, and ID and birth date in another: the ID in large type where no font has the name."""
    _draw(drawing, name, name_line(patient, words, name.width, name.size, bold=name.bold))
    large = replace(second, color=name.color)
    if printable_group(patient.name) is None and draw_large_id(drawing, patient, large, _born(patient, words)):
        return
    _draw(drawing, second, second_identifier(patient, words, second.width, second.size))


def draw_large_id(drawing: Drawing, patient: Patient, line: Line, beside: tuple[str, ...]) -> bool:
    """Draw the Patient ID as large as the cell is high, with the first of some texts that has room beside it.

    Nothing is drawn, and False returned, if there is no ID or no room for it.
    """
    number, size = clean(patient.patient_id), int(line.cell[3] - line.cell[1])
    taken = text_width(number, size, True)
    texts = [SEPARATOR + text if text else "" for text in beside]
    note = next((text for text in texts if taken + text_width(text, line.size) <= line.width), None)
    if not number or note is None:
        return False
    whole = taken + text_width(note, line.size)
    x = line.cell[0] if line.align == "left" else line.cell[2] - whole
    drawing.text(x, line.base, number, size, line.color, bold=True, cell=line.cell)
    drawing.text(x + taken, line.base, note, line.size, line.color, cell=line.cell)
    return True


def name_line(patient: Patient, words: Words, width: float, size: int, *, bold: bool = False) -> str:
    """The name in one line, cut so that the family name stays; or what stands for it."""
    (name,) = name_lines(patient.name, width, size, bold=bold) or [shown_name(patient, words)]
    return fit(name, width, size, bold=bold)


def shown_name(patient: Patient, words: Words) -> str:
    """What stands for a name that is not there, or that no font here can draw; "" if there is one."""
    group = printable_group(patient.name)
    return words("name_not_drawn") if group is None else "" if group else words("no_name")


def second_identifier(patient: Patient, words: Words, width: float, size: int) -> str:
    """Patient ID and birth date, as far as they are known; where there is no room, without their labels.

    Only an ID that is too long by itself is shortened.
    """
    born, date = _born(patient, words)
    patient_id = clean(patient.patient_id)
    if not patient_id:
        return fit(born or f"{words('patient_id')}{words('locale_colon')} {words('not_known')}", width, size)
    labelled = f"{words('patient_id')} {patient_id}"
    for known in ((labelled, born), (patient_id, born), (patient_id, date)):
        text = SEPARATOR.join(part for part in known if part)
        if text_width(text, size) <= width:
            return text
    room = width - text_width(SEPARATOR + date, size) if date else width
    return SEPARATOR.join(part for part in (fit(patient_id, room, size), date) if part)


def names_not_drawn(reading: Reading) -> tuple[Remark, ...]:
    """A remark for each name of a reading that no font here can draw."""
    description = reading.description
    names = (
        ("Patient's Name (0010,0010)", description.patient.name),
        ("Referring Physician's Name (0008,0090)", description.study.referring_physician),
        ("Name of Physician(s) Reading Study (0008,1060)", reading.reader),
    )
    return tuple(
        remark("reports.name_not_drawn", attribute=attribute, name=name)
        for attribute, name in names
        if printable_group(name) is None
    )


def _born(patient: Patient, words: Words) -> tuple[str, str]:
    """The birth date with its label and without; "" if it is not known."""
    date = words.date(patient.birth_date) if patient.birth_date else ""
    return f"{words('birth_date')} {date}" if date else "", date


def _draw(drawing: Drawing, line: Line, text: str) -> None:
    x = line.cell[0] if line.align == "left" else line.cell[2]
    drawing.text(x, line.base, text, line.size, line.color, bold=line.bold, align=line.align, cell=line.cell)
