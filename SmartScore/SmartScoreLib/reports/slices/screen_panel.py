"""The column of text beside a slice: patient and study, number and position of the slice, scores, window."""

from SmartScoreLib.identity import identity
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.picture import Window
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_result
from SmartScoreLib.reports.drawing.drawing import Box, Drawing
from SmartScoreLib.reports.drawing.fonts import clean, text_width
from SmartScoreLib.reports.drawing.palette import PANEL, SCREEN_INK, SCREEN_NOTICE_INK, SCREEN_QUIET_INK, SCREEN_RULE
from SmartScoreLib.reports.drawing.typesetting import fit, wrap
from SmartScoreLib.reports.language.words import DASH, Words
from SmartScoreLib.reports.page_identity import shown_name
from SmartScoreLib.reports.person_name import name_lines, printable_group
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice, coronary_text
from SmartScoreLib.reports.slices.slice_tile import position_text
from SmartScoreLib.scoring.model import TerritoryScore, TotalScore
from SmartScoreLib.series.describe import Patient, Study

SIZE, LEADING = 14, 21
LARGE = 20
"""Of the ID where no font has the name."""
NAME_LINES, ID_LINES = 3, 4
PAD = 16


def draw_panel(drawing: Drawing, box: Box, reading: Reading, slices: range, words: Words, window: Window) -> None:
    """Fill the panel from the top; the software and its version stand at the bottom."""
    left, right = box[0] + PAD, box[2] - PAD
    paper, drawing.paper = drawing.paper, PANEL
    y = _draw_identification(drawing, left, right, box[1] + 14, reading, words)
    y = _draw_slice_position(drawing, left, right, y, reading, slices, words)
    notices = [words("draft_mark")] if reading.texts.status == "draft" else []
    notices += [words("score_invalid")] if invalid_remarks(reading.sheet) else []
    notices += [] if reading.sheet.reviewed else [words("unreviewed_short")]
    notices += [] if has_result(reading.sheet) else [words("not_read")]
    notices += [words("chest_short")] if reading.sheet.mode == "chest" else []
    for notice in notices:
        y = _draw_line(drawing, left, right, y, notice, SCREEN_NOTICE_INK, bold=True)
    y = _draw_rule(drawing, left, right, y) if notices else y
    y = _draw_scores(drawing, left, right, y, reading, slices, words)
    rules = reading.sheet.protocol
    _draw_line(
        drawing, left, right, y + 12, words("screen_threshold", hu=words.plain(rules.threshold_hu)), SCREEN_QUIET_INK
    )
    shown = words("screen_window", center=words.plain(window.center), width=words.plain(window.width))
    _draw_line(drawing, left, right, y + 12 + LEADING, shown, SCREEN_QUIET_INK)
    _draw_software(drawing, left, right, box[3] - 12, words)
    drawing.paper = paper


def _draw_line(
    drawing: Drawing,
    left: float,
    right: float,
    top: float,
    text: str,
    color: tuple[int, int, int] = SCREEN_INK,
    *,
    bold: bool = False,
    size: int = SIZE,
) -> float:
    text, high = fit(text, right - left, size, bold=bold), LEADING * size / SIZE
    drawing.text(left, round(top + 15 * size / SIZE), text, size, color, bold=bold, cell=(left, top, right, top + high))
    return top + high


def _draw_rule(drawing: Drawing, left: float, right: float, top: float) -> float:
    drawing.rectangle(left, top + 7, right, top + 8, SCREEN_RULE)
    return top + 16


def _draw_identification(
    drawing: Drawing, left: float, right: float, y: float, reading: Reading, words: Words
) -> float:
    patient, study = reading.description.patient, reading.description.study
    name = name_lines(patient.name, right - left, SIZE, NAME_LINES, bold=True)
    for line in name or wrap(shown_name(patient, words), right - left, SIZE, bold=True, lines=NAME_LINES):
        y = _draw_line(drawing, left, right, y, line, bold=True)
    known = clean(patient.patient_id)
    if known and printable_group(patient.name) is None and text_width(known, LARGE, True) <= right - left:
        y = _draw_line(drawing, left, right, y, known, bold=True, size=LARGE)
    elif known or not patient.birth_date:
        text = f"{words('patient_id')} {known or words('not_known')}"
        for line in wrap(text, right - left, SIZE, lines=ID_LINES):
            y = _draw_line(drawing, left, right, y, line)
    for text in _person_and_study(patient, study, words):
        for line in wrap(text, right - left, SIZE, lines=2):
            y = _draw_line(drawing, left, right, y, line, SCREEN_QUIET_INK)
    return _draw_rule(drawing, left, right, y)


def _person_and_study(patient: Patient, study: Study, words: Words) -> list[str]:
    """What is known beside name and ID, each in a line of its own or two."""
    born = f"{words('birth_date')} {words.date(patient.birth_date)}" if patient.birth_date else ""
    sex = words(patient.sex) if patient.sex else ""
    date = words.date(study.study_date) if study.study_date else ""
    time = words.time(study.study_time) if study.study_time else ""
    when, number = ", ".join(filter(None, (date, time))), clean(study.accession_number)
    texts = (
        ", ".join(filter(None, (born, sex))),
        f"{words('study')}{words('locale_colon')} {when}" if when else "",
        f"{words('accession')} {number}" if number else "",
        clean(study.institution),
    )
    return [text for text in texts if text]


def _draw_slice_position(
    drawing: Drawing, left: float, right: float, y: float, reading: Reading, slices: range, words: Words
) -> float:
    total = reading.series.geometry.shape[0]
    if len(slices) == 1:
        number = words("screen_slice", number=slices[0] + 1, total=total)
    else:
        number = words("screen_slab", first=slices[0] + 1, last=slices[-1] + 1, total=total)
    y = _draw_line(drawing, left, right, y, number, bold=True)
    position = position_text(reading, words, (slices[0] + slices[-1]) / 2)
    y = _draw_line(drawing, left, right, y, words("screen_position", position=position))
    return _draw_rule(drawing, left, right, y)


def _draw_scores(
    drawing: Drawing, left: float, right: float, y: float, reading: Reading, slices: range, words: Words
) -> float:
    """A legend and a table in one: the color of each territory, its score here and in the whole series."""
    by_slice = agatston_by_slice(reading)
    here: dict[str, float] = {}
    for index in slices:
        for key, score in by_slice.get(index, {}).items():
            here[key] = here.get(key, 0.0) + score
    totals = {score.key: score for score in reading.sheet.territories}
    shown = [t for t in TERRITORIES if t.always_shown or (t.key in totals and totals[t.key].lesions)]
    sheet = reading.sheet

    def known(row: TerritoryScore | TotalScore) -> str:
        return words.measured(row.agatston if sheet.is_result(row) else None)

    rows = {t.key: (words.measured(here.get(t.key)), known(totals[t.key])) for t in shown}
    sums = (coronary_text(reading, here, words), known(sheet.total))
    wide, narrow = (max(text_width(cells[n], SIZE, True) for cells in (*rows.values(), sums)) for n in (1, 0))
    ends = (right - max(wide, 34) - 14, right)
    room = ends[0] - narrow - 10
    title = words("screen_agatston_ungated" if sheet.mode == "chest" else "screen_agatston")
    y = _draw_line(drawing, left, right, y, title, bold=True)
    head = words("screen_this_slice" if len(slices) == 1 else "screen_slab_column")
    _draw_numbers(drawing, left, ends, y, (head, words("screen_all")), SCREEN_QUIET_INK)
    y += LEADING
    for territory in (t for t in shown if t.counts):
        y = _draw_territory(drawing, left, room, ends, y, territory.key, rows[territory.key], words)
    drawing.rectangle(left, y + 1, right, y + 2, SCREEN_RULE)
    drawing.text(left, y + 19, words("screen_total"), SIZE, SCREEN_INK, bold=True)
    _draw_numbers(drawing, left, ends, y + 4, sums, SCREEN_INK, bold=True)
    y += LEADING + 8
    for territory in (t for t in shown if not t.counts):
        y = _draw_territory(drawing, left, room, ends, y, territory.key, rows[territory.key], words)
    return y


def _draw_territory(
    drawing: Drawing,
    left: float,
    room: float,
    ends: tuple[float, float],
    y: float,
    key: str,
    cells: tuple[str, str],
    words: Words,
) -> float:
    drawing.rectangle(left, y + 5, left + 11, y + 16, BY_KEY[key].color)
    color = SCREEN_QUIET_INK if cells[0] == DASH else SCREEN_INK
    name, space = words.territory(key), room - left - 18
    size = next((s for s in (SIZE, 13, 12) if text_width(name, s) <= space), 12)
    drawing.text(left + 18, y + 15, fit(name, space, size), size, color, cell=(left + 18, y, room, y + LEADING))
    _draw_numbers(drawing, left, ends, y, cells, color)
    return y + LEADING


def _draw_numbers(
    drawing: Drawing,
    left: float,
    ends: tuple[float, float],
    y: float,
    cells: tuple[str, str],
    color: tuple[int, int, int],
    *,
    bold: bool = False,
) -> None:
    """Two right-aligned cells that end at `ends`."""
    for start, end, text in zip((left, ends[0]), ends, cells, strict=True):
        drawing.text(end, y + 15, text, SIZE, color, bold=bold, align="right", cell=(start, y, end, y + LEADING))


def _draw_software(drawing: Drawing, left: float, right: float, bottom: float, words: Words) -> None:
    lines = [f"{identity().title} {identity().version}", *wrap(words("research_use"), right - left, 12)]
    for number, line in enumerate(reversed(lines)):
        base = bottom - 17 * number
        drawing.text(left, base, line, 12, SCREEN_QUIET_INK, cell=(left, base - 13, right, base + 4))
