"""The Physician report, 512 x 512: what was found, where, how it compares, and by which rules."""

from datetime import date

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import valve_alone
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block, paginate
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, RULE
from SmartScoreLib.reports.followup.comparison_page import comparison_blocks
from SmartScoreLib.reports.followup.sentences import change_sentences
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.page_identity import Line, draw_identity, draw_large_id, shown_name
from SmartScoreLib.reports.page_layout import PageFormat, draw_pages
from SmartScoreLib.reports.person_name import printable_group, printed_name
from SmartScoreLib.reports.physician.chest import chest_blocks
from SmartScoreLib.reports.physician.conclusion import impression_blocks
from SmartScoreLib.reports.physician.details import detail_blocks
from SmartScoreLib.reports.physician.key_values import KeyValue, key_value_blocks
from SmartScoreLib.reports.physician.notes import note_blocks, used_value
from SmartScoreLib.reports.physician.result import extra_blocks, result_blocks
from SmartScoreLib.reports.physician.sections import notice_blocks, title_block
from SmartScoreLib.reports.physician.valve import valve_blocks
from SmartScoreLib.reports.slices.slice_tile import important_slices, tile_row

SIZE, LEADING = 11, 15
FORMAT = PageFormat(edge=512, margin=16, top=43, bottom=475, footer_size=SIZE)
PAGE, MARGIN, WIDTH = FORMAT.edge, FORMAT.margin, FORMAT.width
MOST_LIMITS = 2
"""So many remarks on what limits a score stand on the first page; all of them stand among the warnings."""
TILES, TILE_WIDTH, TILE_GAP = 4, 234.0, 12.0
TILE_HEIGHTS = (172.0, 152.0, 132.0, 112.0)
"""Of the slices; the first with which the report has the fewest pages is taken."""


def physician_drawings(
    reading: Reading, words: Words, detail: int = 1, followup: Followup | None = None
) -> list[Drawing]:
    """The pages; `detail` times finer slices where the page will be enlarged, as in print.

    With a follow-up of the reading, the comparison stands on pages of its own at the end, and in a sentence beside what
    the reader says of earlier scans.
    """
    first = [
        *_first_blocks(reading, words),
        *note_blocks(reading, words, WIDTH),
        *impression_blocks(reading, words, WIDTH),
    ]
    change = "" if followup is None else change_sentences(followup.comparison, words)
    extra, details = _extra(reading, words), detail_blocks(reading, words, WIDTH, change)
    layouts = [[*first, *extra, *_tiles(reading, words, detail, height), *details] for height in TILE_HEIGHTS]
    blocks = min(layouts, key=lambda layout: len(paginate(layout, FORMAT.room)))
    parts = [blocks] if followup is None else [blocks, comparison_blocks(followup, words, WIDTH)]
    return draw_pages(parts, FORMAT, lambda drawing, number: _draw_head(drawing, reading, words, number), words)


def _extra(reading: Reading, words: Words) -> list[Block]:
    """Calcium outside the coronary arteries, and the grade of the aortic valve where it is not the result itself."""
    valve = [] if valve_alone(reading.sheet) else valve_blocks(reading, words, WIDTH)
    return [*extra_blocks(reading, words, WIDTH), *valve]


def _first_blocks(reading: Reading, words: Words) -> list[Block]:
    """Identity, notices and result, with as many of the notices as leave the result on the first page."""
    identity, result = _identity(reading, words), _results(reading, words)
    for most in (MOST_LIMITS, 1, 0):
        blocks = [*identity, *notice_blocks(reading, words, WIDTH, most), *result]
        if len(paginate(blocks, FORMAT.room)) == 1:
            break
    return blocks


def _results(reading: Reading, words: Words) -> list[Block]:
    """What was found: by the mode of the reading, and of the coronary arteries only where they were read."""
    if reading.sheet.mode == "chest":
        return chest_blocks(reading, words, WIDTH)
    if valve_alone(reading.sheet):
        return valve_blocks(reading, words, WIDTH)
    return result_blocks(reading, words, WIDTH)


def report_title(reading: Reading, words: Words) -> str:
    """What the report is called; a draft says so."""
    draft = reading.texts.status == "draft"
    if reading.sheet.mode == "chest":
        return words("chest_title_draft" if draft else "chest_title")
    if valve_alone(reading.sheet):
        return words("valve_report_title_draft" if draft else "valve_report_title")
    title = words("physician_title")
    return words("physician_title_draft", title=title) if draft else title


def _draw_head(drawing: Drawing, reading: Reading, words: Words, number: int) -> None:
    """The title of the report; from the second page on, where the identity is not below it, name, ID, birth date."""
    title = report_title(reading, words)
    color = NOTICE_INK if reading.texts.status == "draft" else ACCENT
    drawing.rectangle(0, 0, PAGE, 5, color)
    drawing.text(MARGIN, 28, title, 16, color, bold=True, cell=(MARGIN, 8, PAGE - MARGIN, 36))
    drawing.rectangle(MARGIN, 36, PAGE - MARGIN, 37, RULE)
    if number == 1:
        return
    left, right = MARGIN + text_width(title, 16, True) + 16, PAGE - MARGIN
    name = Line((left, 8, right, 22), 19, SIZE, INK, align="right")
    second = Line((left, 21, right, 36), 32, SIZE, INK, align="right")
    draw_identity(drawing, reading.description.patient, words, name, second)


def _identity(reading: Reading, words: Words) -> list[Block]:
    """Patient and study."""
    patient, study = reading.description.patient, reading.description.study
    unknown = words("not_known")
    stands = shown_name(patient, words)
    first = lines_block(stands or printed_name(patient.name), WIDTH, 13, 18, INK, bold=True)
    if printable_group(patient.name) is None:

        def draw(drawing: Drawing, left: float, top: float) -> None:
            line = Line((left, top, left + WIDTH, top + 20), top + 15, 13, INK)
            if not draw_large_id(drawing, patient, line, (stands,)):
                drawing.text(left, line.base, stands, line.size, INK, cell=line.cell)

        first = Block(24, draw)
    age = used_value(reading, words, "age_years")
    sex = used_value(reading, words, "sex")
    body = [
        f"{words.number(patient.size_m, 2)} m" if patient.size_m else "",
        f"{words.plain(patient.weight_kg)} kg" if patient.weight_kg else "",
    ]
    smoking = used_value(reading, words, "smoker")
    if reading.interpretation.person.smoker is None:
        smoking = words.optional(f"smoking_{patient.smoking_status}") or unknown
    when = [
        words.date(study.study_date) if study.study_date else "",
        words.time(study.study_time) if study.study_time else "",
    ]
    left = [
        KeyValue(words("patient_id"), clean(patient.patient_id) or unknown),
        KeyValue(words("birth_date"), _date(words, patient.birth_date)),
        KeyValue(words("age_sex"), age if age == sex else f"{age}, {sex}"),
        KeyValue(words("body"), ", ".join(filter(None, body)) or unknown),
        KeyValue(words("smoking"), smoking),
    ]
    right = [
        KeyValue(words("study"), ", ".join(filter(None, when)) or unknown),
        KeyValue(words("accession"), clean(study.accession_number) or unknown),
        KeyValue(words("referring"), _name(study.referring_physician, words) or unknown),
        KeyValue(words("institution"), clean(study.institution) or unknown),
        KeyValue(words("reader"), _name(reading.reader, words) or words("not_given")),
    ]
    blocks = [first]
    if text_width(left[0].value, SIZE) > 0.3 * WIDTH:
        # An ID too long for its column has the whole width, and the result its place on the first page.
        blocks += key_value_blocks([left[:1]], WIDTH, SIZE, LEADING)
        left = left[1:]
    return [*blocks, *key_value_blocks([left, right], WIDTH, SIZE, LEADING, most_lines=4)]


def _name(person_name: str, words: Words) -> str:
    return words("name_not_drawn") if printable_group(person_name) is None else printed_name(person_name)


def _date(words: Words, value: date | None) -> str:
    return words.date(value) if value else words("not_known")


def _tiles(reading: Reading, words: Words, detail: int, height: float) -> list[Block]:
    slices = important_slices(reading, TILES)
    if not slices:
        return []
    coronary = any(BY_KEY[lesion.territory].counts for lesion in reading.sheet.lesions)
    scored = "chest_tiles_title" if reading.sheet.mode == "chest" else "tiles_title"
    title = title_block(words(scored if coronary else "tiles_title_extra"), WIDTH)
    rows = [slices[n : n + 2] for n in range(0, len(slices), 2)]
    tiles = [
        tile_row(reading, words, row, (TILE_WIDTH, height), TILE_GAP, detail, 6 if n else 2)
        for n, row in enumerate(rows)
    ]
    return [title, *tiles]
