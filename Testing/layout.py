"""What can be wrong with the texts of a page: outside of it or of their cells, over each other, not to be read."""

from itertools import combinations

from SmartScoreLib.reports.drawing.drawing import Drawing, Text
from SmartScoreLib.reports.drawing.fonts import drawable
from SmartScoreLib.reports.drawing.palette import contrast

SLACK = 2
"""A "J" reaches that far to the left of where it begins."""


def overlap(one: Text, other: Text) -> bool:
    """Whether two texts touch."""
    a, b = one.ink, other.ink
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def spills(text: Text) -> bool:
    """Whether a text leaves its cell."""
    if text.cell is None:
        return False
    left, top, right, bottom = text.ink
    return (
        left < text.cell[0] - SLACK
        or top < text.cell[1] - SLACK
        or right > text.cell[2] + SLACK
        or bottom > text.cell[3] + SLACK
    )


def faults(drawing: Drawing) -> list[str]:
    """Each fault of the page with the text that has it."""
    found = []
    for text in drawing.texts:
        left, top, right, bottom = text.ink
        if left < 0 or top < 0 or right > drawing.width or bottom > drawing.height:
            found.append(f"outside of the page: {text.text}")
        if spills(text):
            found.append(f"outside of its cell: {text.text} {text.ink} {text.cell}")
        if not drawable(text.text):
            found.append(f"not in the font: {text.text}")
        if contrast(text.color, text.paper) < 4.5:
            found.append(f"too little contrast: {text.text}")
        if text.size < (11 if drawing.width == 512 else 12):
            found.append(f"too small: {text.text}")
    found += [f"over each other: {a.text} / {b.text}" for a, b in combinations(drawing.texts, 2) if overlap(a, b)]
    return found
