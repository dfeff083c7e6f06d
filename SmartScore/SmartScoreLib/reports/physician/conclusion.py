"""What the reader wrote: impression, the texts of a structured report, status and signature."""

from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import valve_alone
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, begun_together, lines_block, together
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import INK, QUIET_INK
from SmartScoreLib.reports.drawing.typesetting import wrap
from SmartScoreLib.reports.grading import grade_word
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.person_name import name_lines
from SmartScoreLib.reports.physician.chest import chest_impression
from SmartScoreLib.reports.physician.sections import title_block
from SmartScoreLib.reports.physician.valve import valve_sentences

SIZE, LEADING = 11, 15


def impression_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """The conclusion: that of the reader, or one drafted from the numbers; no blocks where `impression` gives None."""
    found = impression(reading, words)
    if found is None:
        return []
    title, text = found
    return together([title_block(title, width, 6), *paragraph_blocks(text, width)])


def impression(reading: Reading, words: Words) -> tuple[str, str] | None:
    """Title and text of the conclusion: the reader's, or one drafted from the numbers that says so.

    None where the reader wrote none and no reader has confirmed the marks.
    """
    if reading.texts.impression:
        return words("impression_title"), reading.texts.impression
    if not reading.sheet.reviewed:
        return None
    drafted = reading.interpretation.withheld is None or reading.sheet.mode == "chest" or valve_alone(reading.sheet)
    return words("impression_title_drafted" if drafted else "impression_title"), drafted_impression(reading, words)


def drafted_impression(reading: Reading, words: Words) -> str:
    """One or two sentences of the numbers alone."""
    total, found = reading.sheet.total, reading.interpretation
    if reading.sheet.mode == "chest" and not invalid_remarks(reading.sheet):
        return chest_impression(reading, words)
    if valve_alone(reading.sheet) and not invalid_remarks(reading.sheet):
        return valve_sentences(reading, words)
    if found.grade is None:
        return words("impression_invalid")
    if total.agatston == 0:
        text = words("impression_none", category=found.cac_drs)
    else:
        text = words("impression", score=words.measured(total.agatston), category=found.cac_drs)
        chosen = found.choices.classification
        if chosen != CAC_DRS_2018:  # which stands there already
            grade = grade_word(chosen, found.grade, words)
            text = words(f"impression_{chosen.key}", said=text, grade=grade, classification=chosen.name)
        key = "impression_vessels_unknown" if total.vessels is None else "impression_vessels"
        text = words(key, said=text, vessels=total.vessels)
    for one in found.comparisons:
        if one.percentile is not None:
            value = one.percentile.text
            text += " " + words("impression_percentile", percentile=value, population=one.population.name)
    return text


def text_blocks(reading: Reading, words: Words, width: float, change: str = "") -> list[Block]:
    """Indication, comparison, image quality and what was found outside the heart: each is named, given or not.

    `change` stands after what the reader says of earlier scans.
    """
    blocks: list[Block] = [title_block(words("texts_title"), width)]
    for key in ("indication", "comparison", "image_quality", "extracardiac"):
        told = (getattr(reading.texts, key), change if key == "comparison" else "")
        text = " ".join(filter(None, told)) or words("not_given")
        blocks += paragraph_blocks(text, width, label=words(key) + words("locale_colon"))
    return begun_together(blocks)


def signature_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """Status and date of the report, and a line to sign on."""
    texts = reading.texts
    status = words(f"status_{texts.status}" if texts.status else "status_not_stated")
    left_width = round(0.5 * width)
    head = words("status", status=status)
    date = words.date(texts.reported_on) if texts.reported_on else ""
    date_label, sign_label = (words(key) + words("locale_colon") for key in ("report_date", "signature"))

    def draw(drawing: Drawing, left: float, top: float) -> None:
        right = left + width
        drawing.text(left, top + 11, head, SIZE, INK, cell=(left, top, left + left_width, top + LEADING))
        x, base = left + left_width, top + 11
        drawing.text(x, base, date_label, SIZE, QUIET_INK, cell=(x, top, right, top + LEADING))
        start = x + text_width(date_label, SIZE) + 6
        if date:
            drawing.text(start, base, date, SIZE, INK, cell=(start, top, right, top + LEADING))
        else:
            drawing.rectangle(start, base + 2, right, base + 3, QUIET_INK)
        base = top + 40
        drawing.text(left, base, sign_label, SIZE, QUIET_INK, cell=(left, base - 12, right, base + 4))
        start = left + text_width(sign_label, SIZE) + 6
        name = " ".join(name_lines(reading.reader, right - start - 160, SIZE))
        end = right - (text_width(name, SIZE) + 8 if name else 0)
        drawing.rectangle(start, base + 2, end, base + 3, QUIET_INK)
        if name:
            drawing.text(right, base, name, SIZE, INK, align="right", cell=(end, base - 12, right, base + 4))

    return [Block(46, draw, 14)]


def paragraph_blocks(text: str, width: float, label: str = "") -> list[Block]:
    """Free text line by line, so that a long one goes on over the end of a page; a label stands before its first."""
    indent = text_width(label, SIZE) + 6 if label else 0.0
    paragraphs = [clean(part.strip()) for part in text.splitlines() if part.strip()]
    lines = [line for paragraph in paragraphs for line in wrap(paragraph, width - indent, SIZE)]
    if not label:
        return [lines_block(line, width, SIZE, LEADING, INK) for line in lines]

    def first(drawing: Drawing, left: float, top: float) -> None:
        drawing.text(left, top + 11, label, SIZE, QUIET_INK, cell=(left, top, left + indent, top + LEADING))
        cell = (left + indent, top, left + width, top + LEADING)
        drawing.text(left + indent, top + 11, lines[0], SIZE, INK, cell=cell)

    return [Block(LEADING, first), *(lines_block(line, width, SIZE, LEADING, INK, indent=indent) for line in lines[1:])]
