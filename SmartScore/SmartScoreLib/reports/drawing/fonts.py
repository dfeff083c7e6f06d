"""Typefaces: which one draws which part of a text, in which direction, and how wide it is.

The shipped ones draw Latin, Greek and Cyrillic, the same everywhere. Other letters are drawn by fonts of the system if
it has them; Pillow's text engine raqm puts the letters of Arabic and of Indian scripts together, where it is present.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.reports.drawing.system_fonts import font_files

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_PACKAGE = Path(__file__).resolve().parents[2]
# Installed from a wheel the fonts lie in the package; in a checkout or a Slicer extension, in the module's Resources.
_PLACES = (_PACKAGE / "Fonts", _PACKAGE.parent / "Resources" / "Fonts")
NO_BREAK_SPACE = "\u00a0"
REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
_INVISIBLE = frozenset("\u200c\u200d\u200e\u200f")
"""Signs without a shape that join, part or turn letters."""
_JOINED_SCRIPTS = frozenset(
    [
        "ARABIC",
        "SYRIAC",
        "THAANA",
        "NKO",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "ORIYA",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "TIBETAN",
        "MYANMAR",
        "KHMER",
        "MONGOLIAN",
    ]
)
"""By the first word of a letter's name in Unicode: their letters change shape or place beside others."""
_OTHER = re.compile("r+(?:[ns]+r+)*|o+(?:s+o+)*")
_PIECE = re.compile("r+|[ns]+")
_NEUTRAL = frozenset(["B", "S", "WS", "ON", "CS", "ES", "ET", "BN"])
"""Bidirectional classes (Unicode UAX 9) of signs that take the direction of the letters on both their sides."""
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@dataclass(frozen=True)
class Run:
    """A part of a text that one font draws; `file` is "" for the shipped one.

    Letters that are written from right to left, without an engine that turns them, are in the order of drawing.
    """

    text: str
    file: str = ""
    right_to_left: bool = False


@cache
def font_file(name: str) -> Path:
    """Path of a shipped font file.

    Raises:
        FileNotFoundError: the installation lacks it.
    """
    for place in _PLACES:
        if (place / name).is_file():
            return place / name
    raise FileNotFoundError(f"the font {name} is in neither {_PLACES[0]} nor {_PLACES[1]}; install SmartScore again")


@cache
def joins_letters() -> bool:
    """Whether Pillow has raqm, the engine for scripts whose letters join, and it measures as the basic one does.

    In an application that has loaded another HarfBuzz, raqm may be bound to that one, and measures nonsense.
    """
    from PIL import ImageFont, features

    if not features.check("raqm"):
        return False
    file = str(font_file(REGULAR))
    basic, raqm = (
        ImageFont.truetype(file, 24, layout_engine=engine).getlength("A")
        for engine in (ImageFont.Layout.BASIC, ImageFont.Layout.RAQM)
    )
    return abs(basic - raqm) < 2


@lru_cache(maxsize=128)
def typeface(size: int, bold: bool = False, file: str = "") -> "FreeTypeFont":
    """The font at a size in pixels. The shipped one has the basic layout, of every Pillow: the same widths everywhere.

    Raises:
        OSError: the file is no font.
    """
    from PIL import ImageFont

    engine = ImageFont.Layout.RAQM if file and joins_letters() else ImageFont.Layout.BASIC
    return ImageFont.truetype(file or str(font_file(BOLD if bold else REGULAR)), size, layout_engine=engine)


@lru_cache(maxsize=8192)
def text_width(text: str, size: int, bold: bool = False) -> float:
    """Advance of a line of text in pixels, exactly as it is painted."""
    return sum(_advance(run, size, bold) for run in runs(text))


def placed_runs(text: str, size: int, bold: bool = False) -> list[tuple[float, Run]]:
    """The runs of a text from left to right, each with where it starts."""
    placed, x = [], 0.0
    for run in runs(text):
        placed.append((x, run))
        x += _advance(run, size, bold)
    return placed


def in_drawing_order(run: Run) -> str:
    """The letters from left to right, as a file holds them that is drawn by a program that turns nothing."""
    return run.text[::-1] if run.right_to_left and joins_letters() else run.text


def in_reading_order(run: Run) -> str:
    """The letters as they are read, for a program that turns them itself."""
    return _turned(run.text) if run.right_to_left and not joins_letters() else run.text


def direction(run: Run) -> str | None:
    """What Pillow is told of the direction of a run: only raqm can be told."""
    return None if not run.file or not joins_letters() else "rtl" if run.right_to_left else "ltr"


def _advance(run: Run, size: int, bold: bool) -> float:
    return typeface(size, bold, run.file).getlength(run.text, direction=direction(run))


@lru_cache(maxsize=4096)
def ink_box(text: str, size: int, bold: bool = False) -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the painted pixels relative to the start of the base line."""
    boxes = []
    for x, run in placed_runs(text, size, bold):
        left, top, right, bottom = typeface(size, bold, run.file).getbbox(
            run.text, anchor="ls", direction=direction(run)
        )
        boxes.append((x + left, top, x + right, bottom))
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@lru_cache(maxsize=8192)
def runs(text: str) -> tuple[Run, ...]:
    """The parts of a line in the order from left to right, each with its font; what no font draws is "?"."""
    if text.isascii():
        return (Run(text),)
    kinds = "".join(_kinds(text))
    found: list[Run] = []
    end = 0
    for match in _OTHER.finditer(kinds):
        if match.start() > end:
            found.append(Run(text[end : match.start()]))
        part = text[match.start() : match.end()]
        found += _right_to_left_runs(part, match[0]) if match[0][0] == "r" else _other_runs(part, False)
        end = match.end()
    if end < len(text):
        found.append(Run(text[end:]))
    return tuple(found)


def drawable(text: str) -> bool:
    """Whether every character can be drawn, by a shipped font or one of the system."""
    return all(c == NO_BREAK_SPACE or c in _INVISIBLE or (c.isprintable() and _font_of(c) is not None) for c in text)


def drawable_as_shipped(text: str) -> bool:
    """Whether the shipped font has every character."""
    return all(c == NO_BREAK_SPACE or (c.isprintable() and _covered("", c)) for c in text)


def is_joined(text: str) -> bool:
    """Whether a letter changes its shape or place beside others, as in Arabic and the scripts of India."""
    return any(unicodedata.name(c, "").partition(" ")[0] in _JOINED_SCRIPTS for c in text)


def clean(text: str) -> str:
    """A text with line breaks as spaces, and an ellipsis for signs that no font has."""
    known = "".join(c if drawable(c) else " " if c.isspace() else "\0" for c in text)
    return re.sub("\0+(?: *\0+)*", "…", known)


def _kinds(text: str) -> list[str]:
    """One letter for each of a text.

    "c" and "n" are of the shipped font, letters and signs without a direction of their own; "s" is a space; "r" and "o"
    are others, from right to left or not. Marks belong to the letter before them.
    """
    kinds: list[str] = []
    for c in text:
        mark = c in _INVISIBLE or unicodedata.category(c).startswith("M")
        if mark and kinds and kinds[-1] in "ro":
            kinds.append(kinds[-1])
        elif c.isspace():
            kinds.append("s")
        elif _covered("", c):
            kinds.append("n" if unicodedata.bidirectional(c) in _NEUTRAL else "c")
        else:
            kinds.append("r" if unicodedata.bidirectional(c) in ("R", "AL") else "o")
    return kinds


def _right_to_left_runs(text: str, kinds: str) -> list[Run]:
    """Letters from right to left with the hyphens, quotes and spaces between them: by one font, else part by part."""
    if _fallback(text) is not None:
        return _other_runs(text, True)
    found: list[Run] = []
    for piece in reversed(list(_PIECE.finditer(kinds))):
        part = text[piece.start() : piece.end()]
        found += _other_runs(part, True) if piece[0][0] == "r" else [Run(part[::-1].translate(_MIRRORED))]
    return found


def _other_runs(text: str, right_to_left: bool) -> list[Run]:
    """One run if one font has all letters, else one a letter."""
    file = _fallback(text)
    if file is not None:
        turned = right_to_left and not joins_letters()
        return [Run(_turned(text) if turned else text, file, right_to_left)]
    letters = list(reversed(text)) if right_to_left else list(text)
    return [Run("?") if (own := _font_of(c)) is None else Run(c, own, right_to_left) for c in letters]


def _turned(text: str) -> str:
    """The letters from the last to the first, each followed by its marks."""
    letters: list[str] = []
    for c in text:
        if c in _INVISIBLE:
            continue
        if letters and unicodedata.category(c).startswith("M"):
            letters[-1] += c
        else:
            letters.append(c)
    return "".join(reversed(letters)).translate(_MIRRORED)


@lru_cache(maxsize=8192)
def _font_of(character: str) -> str | None:
    """The font that draws a single character: "" for the shipped one, None if there is none."""
    return "" if _covered("", character) else _fallback(character)


@lru_cache(maxsize=1024)
def _fallback(text: str) -> str | None:
    """A font of the system that has every letter of a text, and None if its letters cannot be put together."""
    letters = [c for c in text if not c.isspace() and c not in _INVISIBLE]
    if not letters or (is_joined(text) and not joins_letters()):
        return None
    return next((file for file in font_files(letters[0]) if all(_covered(file, c) for c in letters)), None)


@lru_cache(maxsize=65536)
def _covered(file: str, character: str) -> bool:
    """Whether the font has a glyph of its own for a character: it paints differently from one that no font has."""
    if character == " ":
        return True
    try:
        return _glyph(file, character) != _glyph(file, "\U0010fffe")
    except OSError:
        return False


def _glyph(file: str, character: str) -> bytes:
    return bytes(_single(file).getmask(character))


@cache
def _single(file: str) -> "FreeTypeFont":
    """A font for single letters, without an engine that would add to them."""
    from PIL import ImageFont

    return ImageFont.truetype(file or str(font_file(REGULAR)), 24, layout_engine=ImageFont.Layout.BASIC)
