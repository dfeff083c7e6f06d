"""What is written on a slice: names of lesions, orientation letters, scale bar."""

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reports.drawing.drawing import Box, Drawing
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import PANEL, SCREEN_INK
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.slices.orientation import EdgeLetters
from SmartScoreLib.reports.slices.slice_view import SliceView

_BAR_LENGTHS_MM = (100, 50, 20, 10, 5, 2, 1)


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share area."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def draw_annotations(
    drawing: Drawing, box: Box, view: SliceView, letters: EdgeLetters, words: Words, size: int
) -> None:
    """Letters at the edges, scale bar and names on the slice drawn in a box; none of them covers a lesion."""
    left, top = box[:2]
    lesions = [
        (key, (left + x0 - 4, top + y0 - 4, left + x1 + 4, top + y1 + 4)) for key, (x0, y0, x1, y1) in view.components
    ]
    taken: list[Box] = [lesion for _, lesion in lesions]
    draw_edge_letters(drawing, box, letters, size, taken)
    draw_scale_bar(drawing, box, view.columns_per_mm, words, size, taken)
    draw_lesion_names(drawing, box, lesions, words, size, taken)


def draw_edge_letters(drawing: Drawing, box: Box, letters: EdgeLetters, size: int, taken: list[Box]) -> None:
    """The letters on dark plates in the middle of each edge, or aside of it where a lesion is; adds to `taken`."""
    left, top, right, bottom = box
    high = size + 4
    for where in ("left", "right", "top", "bottom"):
        text = getattr(letters, where)
        width = text_width(text, size, True) + 6
        plates: list[Box] = []
        for share in (0.5, 0.4, 0.6, 0.3, 0.7):
            x = {"left": left + 3, "right": right - 3 - width}.get(where, left + share * (right - left) - width / 2)
            y = {"top": top + 3, "bottom": bottom - 3 - high}.get(where, top + share * (bottom - top) - high / 2)
            plates.append((round(x), round(y), round(x + width), round(y) + high))
        plate = _first_free(plates, taken)
        _plate(drawing, plate, text, size, bold=True)
        taken.append(plate)


def _first_free(plates: list[Box], taken: list[Box]) -> Box:
    return next((plate for plate in plates if not any(overlaps(plate, box) for box in taken)), plates[0])


def scale_bar_mm(columns_per_mm: float, room: float) -> int:
    """The longest round length that takes no more than the room, in mm."""
    return next((mm for mm in _BAR_LENGTHS_MM if mm * columns_per_mm <= room), _BAR_LENGTHS_MM[-1])


def draw_scale_bar(
    drawing: Drawing, box: Box, columns_per_mm: float, words: Words, size: int, taken: list[Box]
) -> None:
    """A bar of a round length with that length above it, in the lower right or another free corner; adds to `taken`."""
    length_mm = scale_bar_mm(columns_per_mm, 0.25 * (box[2] - box[0]))
    length = round(length_mm * columns_per_mm)
    label = f"{words.number(length_mm)} mm"
    wide, high = round(max(length, text_width(label, size))) + 12, size + 17
    left, top, right, bottom = (round(edge) for edge in box)
    corners: list[Box] = [
        (x, y, x + wide, y + high) for y in (bottom - high - 4, top + 4) for x in (right - wide - 4, left + 4)
    ]
    plate = _first_free(corners, taken)
    drawing.rectangle(*plate, PANEL)
    start, base = round((plate[0] + plate[2] - length) / 2), plate[3] - 6
    middle = (plate[0] + plate[2]) / 2
    drawing.text(middle, base - 6, label, size, SCREEN_INK, align="center", paper=PANEL, cell=plate)
    drawing.rectangle(start, base - 1, start + length, base + 1, SCREEN_INK)
    for x in (start, start + length - 1):
        drawing.rectangle(x, base - 3, x + 1, base + 3, SCREEN_INK)
    taken.append(plate)


def draw_lesion_names(
    drawing: Drawing, box: Box, lesions: list[tuple[str, Box]], words: Words, size: int, taken: list[Box]
) -> None:
    """Name every outlined lesion beside it, clear of the lesions, of other names and of the boxes already taken."""
    left, top, right, bottom = box
    for key, lesion in _one_a_neighborhood(lesions):
        text = words.territory(key)
        width, high = text_width(text, size) + 12, size + 5
        plate = _free_place(lesion, width, high, (left + 1, top + 1, right - 1, bottom - 1), taken)
        if plate is None:
            continue
        if not overlaps(plate, (lesion[0] - 8, lesion[1] - 8, lesion[2] + 8, lesion[3] + 8)):
            start = (min(max(lesion[0], plate[0]), plate[2]), (plate[1] + plate[3]) / 2)
            end = ((lesion[0] + lesion[2]) / 2, (lesion[1] + lesion[3]) / 2)
            drawing.polyline([start, _toward(end, start, (lesion[2] - lesion[0]) / 2)], 1.2, BY_KEY[key].color)
        taken.append(plate)
        _plate(drawing, plate, text, size, stripe=BY_KEY[key].color)


def _one_a_neighborhood(lesions: list[tuple[str, Box]]) -> list[tuple[str, Box]]:
    """Pieces of one territory that almost touch (or lie over each other in a slab) share one name."""
    merged: list[tuple[str, Box]] = []
    for key, box in lesions:
        for number, (other_key, other) in enumerate(merged):
            if key == other_key and overlaps(box, other):
                merged[number] = (
                    key,
                    (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3])),
                )
                break
        else:
            merged.append((key, box))
    return merged


def _free_place(lesion: Box, width: float, high: float, room: Box, blocked: list[Box]) -> Box | None:
    """The nearest free box to a lesion: beside it, above, below, then in wider and wider rings."""
    x0, y0, x1, y1 = lesion
    middle, center = (y0 + y1) / 2 - high / 2, (x0 + x1) / 2 - width / 2
    for away in (4, 12, 22, 32, 46, 62, 80, 100, 130):
        for x, y in (
            (x1 + away, middle),
            (x0 - away - width, middle),
            (center, y0 - away - high),
            (center, y1 + away),
            (x1 + away, y0 - away - high),
            (x1 + away, y1 + away),
            (x0 - away - width, y0 - away - high),
            (x0 - away - width, y1 + away),
        ):
            plate = (round(x), round(y), round(x + width), round(y + high))
            inside = plate[0] >= room[0] and plate[1] >= room[1] and plate[2] <= room[2] and plate[3] <= room[3]
            if inside and not any(overlaps(plate, box) for box in blocked):
                return plate
    return None


def _toward(start: tuple[float, float], end: tuple[float, float], distance: float) -> tuple[float, float]:
    length = max(1e-6, ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5)
    share = min(1.0, distance / length)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)


def _plate(
    drawing: Drawing,
    plate: Box,
    text: str,
    size: int,
    *,
    bold: bool = False,
    stripe: tuple[int, int, int] | None = None,
) -> None:
    drawing.rectangle(*plate, PANEL)
    x = plate[0] + 3
    if stripe is not None:
        drawing.rectangle(plate[0], plate[1], plate[0] + 4, plate[3], stripe)
        x = plate[0] + 8
    base = round((plate[1] + plate[3]) / 2 + 0.365 * size)
    drawing.text(x, base, text, size, SCREEN_INK, bold=bold, paper=PANEL, cell=plate)
