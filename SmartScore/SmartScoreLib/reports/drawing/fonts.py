"""The shipped typefaces: where they lie, how wide a text is, and which signs they can draw."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

_PACKAGE = Path(__file__).resolve().parents[2]
# Installed from a wheel the fonts lie in the package; in a checkout or a Slicer extension, in the module's Resources.
_PLACES = (_PACKAGE / "Fonts", _PACKAGE.parent / "Resources" / "Fonts")
NO_BREAK_SPACE = "\u00a0"
REGULAR, BOLD = "DejaVuSans.ttf", "DejaVuSans-Bold.ttf"
# What a system may have for names in other scripts; the first that exists and covers the text is used.
_FALLBACKS = (
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJKjp-Regular.otf",
    "msgothic.ttc",
    "YuGothM.ttc",
    "malgun.ttf",
    "msyh.ttc",
    "Hiragino Sans GB.ttc",
    "AppleSDGothicNeo.ttc",
    "Arial Unicode.ttf",
    "DroidSansFallbackFull.ttf",
    "wqy-microhei.ttc",
)


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


@lru_cache(maxsize=64)
def typeface(size: int, bold: bool = False, file: str = "") -> "FreeTypeFont":
    """The font at a size in pixels. The basic layout is in every Pillow: the same widths everywhere."""
    from PIL import ImageFont

    path = file or str(font_file(BOLD if bold else REGULAR))
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def text_width(text: str, size: int, bold: bool = False, file: str = "") -> float:
    """Advance of a line of text in pixels, exactly as it is painted."""
    return typeface(size, bold, file).getlength(text)


@lru_cache(maxsize=4096)
def ink_box(text: str, size: int, bold: bool = False, file: str = "") -> tuple[float, float, float, float]:
    """(left, top, right, bottom) of the painted pixels relative to the start of the base line."""
    return typeface(size, bold, file).getbbox(text, anchor="ls")


@cache
def _covered(file: str, character: str) -> bool:
    """Whether the font has a glyph of its own for a character: it paints differently from one that no font has."""
    if character == " ":
        return True
    face = typeface(24, file=file)
    return bytes(face.getmask(character)) != bytes(face.getmask("\U0010fffe"))


def drawable(text: str, file: str = "") -> bool:
    """Whether every character has a glyph, in the shipped font or in the given one."""
    return all(c == NO_BREAK_SPACE or (c.isprintable() and _covered(file, c)) for c in text)


def clean(text: str) -> str:
    """A text with line breaks as spaces and every sign that the shipped font lacks as "?"."""
    return "".join(c if drawable(c) else " " if c.isspace() else "?" for c in text)


@cache
def fallback_file(text: str) -> str | None:
    """A system font that has every character of a text which the shipped font lacks, or None."""
    for name in _FALLBACKS:
        try:
            typeface(24, file=name)
        except OSError:
            continue
        if drawable(text, name):
            return name
    return None
