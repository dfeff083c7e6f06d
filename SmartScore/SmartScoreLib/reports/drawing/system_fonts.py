"""Fonts of the operating system, for letters that the shipped ones lack: where they lie and which is tried first."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

# Every letter of a text must be in the font, so that the order decides only between fonts that have them all.
_FILES = (
    # Windows 10 and 11: Chinese, Japanese, Korean, Hebrew and Arabic, Thai, Indian scripts, Armenian and Georgian
    *("msyh.ttc", "YuGothM.ttc", "msgothic.ttc", "malgun.ttf", "msjh.ttc", "simsun.ttc"),
    *("segoeui.ttf", "arial.ttf", "tahoma.ttf", "LeelawUI.ttf", "leelawad.ttf"),
    *("Nirmala.ttc", "Nirmala.ttf", "mangal.ttf", "sylfaen.ttf", "ebrima.ttf"),
    # macOS
    *("PingFang.ttc", "Hiragino Sans GB.ttc", "ヒラギノ角ゴシック W3.ttc", "STHeiti Light.ttc", "AppleSDGothicNeo.ttc"),
    *("GeezaPro.ttc", "ArialHB.ttc", "Thonburi.ttc", "Kohinoor.ttc", "Devanagari Sangam MN.ttc"),
    *("SFArmenian.ttf", "SFGeorgian.ttf", "SFHebrew.ttf", "SFArabic.ttf"),
    # Linux
    *("NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSansCJKjp-Regular.otf", "NotoSansCJKkr-Regular.otf"),
    *("NotoSansSC-Regular.otf", "NotoSansJP-Regular.otf", "NotoSansKR-Regular.otf", "NotoNaskhArabic-Regular.ttf"),
    *("wqy-microhei.ttc", "wqy-zenhei.ttc", "TakaoGothic.ttf", "ipag.ttf", "NanumGothic.ttf", "UnDotum.ttf"),
    *("KacstOne.ttf", "Garuda.ttf", "Loma.ttf", "Lohit-Devanagari.ttf", "lohit_hi.ttf"),
    # With many scripts
    *("NotoSans-Regular.ttf", "DejaVuSans.ttf", "Arial Unicode.ttf", "FreeSans.ttf"),
    *("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf"),
)
# Of fonts that are not in the list upright ones of middle weight come first.
_STYLED = re.compile(r"bold|black|heavy|light|thin|italic|oblique|condensed|mono|[-_ ]?(bd|bi|it|i|b|z)\.", re.I)
# These have a shape for every letter, and it is not the letter's.
_NO_LETTERS = re.compile(r"lastresort|blank|emoji|symbol|webdings|wingding", re.I)


def font_places() -> tuple[Path, ...]:
    """The folders in which this operating system has fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return *(Path(place, "fonts") for place in shared.split(":")), own / "fonts", home / ".fonts"


def font_files(letter: str) -> Iterator[str]:
    """Paths of fonts that may have a letter: those known to be good for it first, then whatever else there is."""
    # Noto has a font for each script, called as Unicode calls its letters.
    script = unicodedata.name(letter, "").partition(" ")[0].title()
    known = dict.fromkeys(name.lower() for name in (f"NotoSans{script}-Regular.ttf", *_FILES))
    yield from (path for name in known if (path := _installed().get(name)) is not None)
    yield from (path for name, path in _others() if name not in known)


@cache
def _others() -> tuple[tuple[str, str], ...]:
    """(name, path) of the installed fonts in the order in which they are tried, without those that have no letters."""
    found = (font for font in _installed().items() if not _NO_LETTERS.search(font[0]))
    return tuple(sorted(found, key=lambda font: (_STYLED.search(font[0]) is not None, font[0])))


@cache
def _installed() -> dict[str, str]:
    """Path by lower-case name of every font file in the system's folders."""
    found: dict[str, str] = {}
    for place in font_places():
        for folder, _, names in os.walk(place):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc", ".otf")):
                    found.setdefault(unicodedata.normalize("NFC", name).lower(), str(Path(folder, name)))
    return found
