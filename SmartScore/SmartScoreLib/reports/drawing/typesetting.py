"""Text into lines of a given width."""

from SmartScoreLib.reports.drawing.fonts import NO_BREAK_SPACE, text_width

ELLIPSIS = "…"


def wrap(text: str, width: float, size: int, *, bold: bool = False, lines: int | None = None) -> list[str]:
    """Break a text at spaces, and inside words only where one is wider than the line.

    With `lines`, no more than so many are returned and what is left out shows as an ellipsis.
    """
    wrapped: list[str] = []
    line = ""
    for word in text.replace("\n", " ").split(" "):
        for piece in _pieces(word, width, size, bold):
            longer = f"{line} {piece}" if line else piece
            if line and text_width(longer, size, bold) > width:
                wrapped.append(line)
                line = piece
            else:
                line = longer
    if line or not wrapped:
        wrapped.append(line)
    if lines is not None and len(wrapped) > lines:
        return [*wrapped[: lines - 1], fit(" ".join(wrapped[lines - 1 :]), width, size, bold=bold)]
    return wrapped


def fit(text: str, width: float, size: int, *, bold: bool = False) -> str:
    """The text, or as much of it as the width holds with an ellipsis."""
    if text_width(text, size, bold) <= width:
        return text
    while text and text_width(text.rstrip() + ELLIPSIS, size, bold) > width:
        text = text[:-1]
    return text.rstrip(" " + NO_BREAK_SPACE) + ELLIPSIS


def _pieces(word: str, width: float, size: int, bold: bool) -> list[str]:
    pieces = []
    while text_width(word, size, bold) > width and len(word) > 1:
        cut = len(word) - 1
        while cut > 1 and text_width(word[:cut], size, bold) > width:
            cut -= 1
        pieces.append(word[:cut])
        word = word[cut:]
    return [*pieces, word]
