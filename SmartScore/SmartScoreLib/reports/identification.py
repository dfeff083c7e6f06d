"""Who a page is about: two identifiers on one line, and what is said where a name cannot be drawn."""

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

_BETWEEN = "  ·  "
_MOST_FOR_OTHERS = 0.6
"""Of a line: the rest of it belongs to the name."""


def identifiers(patient: Patient, words: Words, width: float, size: int, *, bold: bool = False, more: str = "") -> str:
    """Name and ID in one line, with `more` behind them if there is room; the birth date in place of an ID too long.

    A name that does not fit is cut so that the family name stays. Where it cannot be drawn, the line says so.
    """
    room = _MOST_FOR_OTHERS * width
    second = _second(patient, words, room, size, bold)
    tails = (_BETWEEN.join(filter(None, (second, more))), second)
    tail = next((one for one in tails if text_width(one, size, bold) <= room), fit(second, room, size, bold=bold))
    left = width - (text_width(_BETWEEN + tail, size, bold) if tail else 0.0)
    return _BETWEEN.join(filter(None, (_name(patient, words, left, size, bold), tail)))


def draw_identifiers(
    drawing: Drawing,
    cell: Box,
    base: float,
    patient: Patient,
    words: Words,
    size: int,
    color: Color,
    *,
    bold: bool = False,
    align: Align = "left",
    more: str = "",
) -> None:
    """Draw `identifiers` on the base line in a cell; where the name cannot be drawn, the ID in large type."""
    left, _, right, _ = cell
    width = right - left
    x = right if align == "right" else left
    if printable_group(patient.name) is not None:
        text = identifiers(patient, words, width, size, bold=bold, more=more)
        drawing.text(x, base, text, size, color, bold=bold, align=align, cell=cell)
        return
    large = round(1.4 * size)
    number = fit(clean(patient.patient_id), _MOST_FOR_OTHERS * width, large, bold=True)
    drawing.text(x, base, number, large, color, bold=True, align=align, cell=cell)
    taken = text_width(number, large, True) + size if number else 0.0
    note = fit(words("name_not_drawn"), width - taken, size)
    drawing.text(x - taken if align == "right" else x + taken, base, note, size, color, align=align, cell=cell)


def shown_name(patient: Patient, words: Words) -> str:
    """What stands for a name that is not there, or that cannot be drawn; "" if there is one."""
    group = printable_group(patient.name)
    return words("name_not_drawn") if group is None else "" if group else words("no_name")


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


def _name(patient: Patient, words: Words, width: float, size: int, bold: bool) -> str:
    (name,) = name_lines(patient.name, width, size, bold=bold) or [shown_name(patient, words)]
    return fit(name, width, size, bold=bold)


def _second(patient: Patient, words: Words, room: float, size: int, bold: bool) -> str:
    number = clean(patient.patient_id)
    if patient.birth_date is not None and (not number or text_width(number, size, bold) > room):
        return f"{words('birth_date')} {words.date(patient.birth_date)}"
    return number
