"""Who a page is of: two identifiers on every page, and the family name is what is kept where room is short."""

from pydicom.valuerep import PersonName

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.typesetting import fit, wrap
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.person_name import printed_name, spoken_name

SEPARATOR = "  ·  "


def short_name(person_name: str, width: float, size: int, *, bold: bool = False) -> tuple[str, str]:
    """A DICOM person name in one line, and the file of the font it needs ("" for the shipped one).

    As it is spoken where that fits; else with the family name first, so that this is not what is cut.
    """
    name, file = printed_name(person_name)
    if text_width(name, size, bold, file) <= width:
        return name, file
    return fit(family_first(person_name), width, size, bold=bold, file=file), file


def name_lines(person_name: str, width: float, size: int, lines: int, *, bold: bool = False) -> tuple[list[str], str]:
    """The same in several lines; a font other than the shipped one has one line."""
    name, file = printed_name(person_name)
    if file:
        return [short_name(person_name, width, size)[0]], file
    wrapped = wrap(name, width, size, bold=bold)
    return (
        wrapped if len(wrapped) <= lines else wrap(family_first(person_name), width, size, bold=bold, lines=lines)
    ), ""


def family_first(person_name: str) -> str:
    """ "Family, Given Middle Prefix Suffix" of the group that is drawn."""
    name, file = printed_name(person_name)
    groups = [group for group in person_name.split("=") if spoken_name(group)]
    group = next((one for one in groups if spoken_name(one) == name), groups[0])
    parts = PersonName(group)
    others = (parts.given_name, parts.middle_name, parts.name_prefix, parts.name_suffix)
    rest = " ".join(part.strip() for part in others if part.strip())
    family = parts.family_name.strip()
    name = f"{family}, {rest}" if family and rest else family or rest
    return name if file else clean(name)


def second_identifier(reading: Reading, words: Words, width: float, size: int) -> str:
    """Patient ID and birth date, as far as they are known; where there is no room, without their labels.

    Only an ID that is too long by itself is shortened.
    """
    patient = reading.description.patient
    date = words.date(patient.birth_date) if patient.birth_date else ""
    born = f"{words('birth_date')} {date}" if date else ""
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
