"""The page of a phantom check, A4 upright, to be filed: what was measured, and beside it what was published."""

from SmartScoreLib.identity import identity
from SmartScoreLib.picture import Picture
from SmartScoreLib.quality.model import PhantomCheck, PhantomSize
from SmartScoreLib.quality.published import SCANS, SOURCE
from SmartScoreLib.quality.scanner import field_of_view_mm
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.drawing.painting import paint
from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK, RULE
from SmartScoreLib.reports.language.languages import remark_text, words
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.physician.key_values import KeyValue, key_value_blocks
from SmartScoreLib.reports.printing.document import SHEET, Document, PlacedPage
from SmartScoreLib.reports.quality.pictures import pictures_block
from SmartScoreLib.reports.quality.tables import inserts_block, published_block
from SmartScoreLib.series.model import CTSeries

PAGE = (1024, 1448)
"""Width and height in pixels: those of A4 at about 124 pixels an inch."""
MARGIN, WIDTH = 48, 928
SIZE, LEADING = 15, 21
_MOST_REMARKS = 3
"""The gravest; the command line and JSON have all."""
_BOTTOM = PAGE[1] - 46


def check_picture(
    check: PhantomCheck, series: CTSeries, language: str = "en", size: PhantomSize | None = None
) -> Picture:
    """The page as (1448, 1024, 3) uint8 RGB pixels.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    return Picture(paint(check_drawing(check, series, table, size)), table("qa_caption"))


def check_document(
    check: PhantomCheck, series: CTSeries, language: str = "en", size: PhantomSize | None = None
) -> Document:
    """The page for print, on one sheet of A4.

    Raises:
        WrongUsage: there is no such language.
    """
    table = words(language)
    drawing = check_drawing(check, series, table, size)
    made_by = f"{identity().title} {identity().version}"
    sheet = (PlacedPage(drawing, 0.0, 0.0, SHEET[0] / PAGE[0]),)
    return Document(table("qa_title"), check.scanner.name, made_by, (sheet,))


def check_drawing(check: PhantomCheck, series: CTSeries, words: Words, size: PhantomSize | None = None) -> Drawing:
    """The page as a drawing; `size` leaves the published figures of the other size of phantom out."""
    drawing = Drawing(*PAGE)
    drawing.rectangle(0, 0, PAGE[0], 8, ACCENT)
    drawing.text(MARGIN, 52, words("qa_title"), 28, ACCENT, bold=True, cell=(MARGIN, 16, MARGIN + WIDTH, 66))
    drawing.rectangle(MARGIN, 68, MARGIN + WIDTH, 69, RULE)
    blocks = [
        *_facts(check, series, words),
        pictures_block(check, series, words, WIDTH),
        _title(words("qa_inserts")),
        inserts_block(check, words, WIDTH),
        _small(words("qa_nominal_note")),
        _title(words("qa_published")),
        published_block(check, words, WIDTH, size),
        _small(words("qa_published_note", scans=SCANS)),
        _small(words("qa_source", source=SOURCE)),
    ]
    top = 80.0
    for block in blocks:
        top += block.space
        block.draw(drawing, MARGIN, top)
        top += block.height
    _foot(drawing, words)
    return drawing


def _facts(check: PhantomCheck, series: CTSeries, words: Words) -> list[Block]:
    made, study, scanner = check.description.acquisition, check.description.study, check.scanner
    unknown = words("not_known")

    def value(number: float | None, unit: str) -> str:
        return "" if number is None else f"{words.plain(number)} {unit}"

    def listed(*parts: str) -> str:
        return ", ".join(clean(part) for part in parts if part) or unknown

    field = field_of_view_mm(series.datasets)
    slices = f"{made.slices} x {words.plain(made.slice_spacing_mm)} mm"
    when = words.date(study.study_date) if study.study_date else ""
    hour = words.time(study.study_time) if study.study_time else ""
    left = [
        KeyValue(words("qa_scanner"), listed(f"{scanner.manufacturer} {scanner.model}".strip())),
        KeyValue(words("qa_serial"), listed(scanner.serial_number)),
        KeyValue(words("qa_station"), listed(scanner.station)),
        KeyValue(words("qa_date"), listed(when, hour)),
    ]
    right = [
        KeyValue(words("qa_technique"), listed(value(made.kvp, "kVp"), value(made.exposure_mas, "mAs"))),
        KeyValue(words("qa_slices"), slices),
        KeyValue(words("kernel"), listed(made.kernel)),
        KeyValue(words("qa_field"), listed(value(field, "mm"))),
    ]
    rules = check.protocol
    factor = words("qa_none")
    if rules.mass_factor is not None:
        source = rules.mass_factor_source
        origin = words("mass_factor_entered") if source is None else clean(remark_text(source, words))
        text = f"{rules.mass_factor:.6f}".replace(".", words.decimal)
        factor = words("qa_factor_origin", factor=text, origin=origin)
    whole = [
        KeyValue(words("qa_image"), clean(check.series_instance_uid) or unknown),
        KeyValue(words("qa_phantom"), words("qa_phantom_found", misfit=words.number(check.phantom.misfit_mm, 1))),
        KeyValue(words("qa_factor"), factor),
        KeyValue(words("protocol"), f"{rules.name}, {words('threshold_value', hu=words.plain(rules.threshold_hu))}"),
    ]
    blocks = key_value_blocks([left, right], WIDTH, SIZE, LEADING)
    blocks += key_value_blocks([whole], WIDTH, SIZE, LEADING, most_lines=2)
    said = (clean(remark_text(one, words)) for one in check.remarks[:_MOST_REMARKS])
    return blocks + [lines_block(text, WIDTH, SIZE, LEADING, NOTICE_INK, indent=14, bullet="•") for text in said]


def _title(text: str) -> Block:
    return lines_block(text, WIDTH, 18, 26, ACCENT, bold=True, space=8)


def _small(text: str) -> Block:
    return lines_block(text, WIDTH, 13, 17, QUIET_INK, space=4)


def _foot(drawing: Drawing, words: Words) -> None:
    """A line for the name of whoever checked, and what the page is."""
    base = _BOTTOM - 22
    label = words("qa_signed")
    drawing.text(MARGIN, base, label, SIZE, INK, cell=(MARGIN, base - 18, MARGIN + 300, base + 6))
    drawing.rectangle(MARGIN + 300, base + 2, MARGIN + WIDTH, base + 3, QUIET_INK)
    drawing.rectangle(MARGIN, _BOTTOM, MARGIN + WIDTH, _BOTTOM + 1, RULE)
    text = f"{identity().title} {identity().version}  ·  {words('research_use')}"
    drawing.text(MARGIN, PAGE[1] - 20, text, 13, QUIET_INK)
