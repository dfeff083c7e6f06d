"""Fonts of the operating system, for letters that the shipped ones lack: where they lie and what they are called."""

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator
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
_added: list[str] = []


def add_font_files(files: Iterable[str | Path]) -> None:
    """Name more font files, to be tried before those of the operating system: a desktop knows where its own lie.

    To be called before anything is drawn; fonts that were looked for are not looked for again.
    """
    _added.extend(str(file) for file in files if str(file) not in _added)


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
    """Paths of fonts that may have a letter, the best first."""
    yield from _added
    # Noto has a font for each script, called as Unicode calls its letters.
    script = unicodedata.name(letter, "").partition(" ")[0].title()
    for name in (f"NotoSans{script}-Regular.ttf", *_FILES):
        if (path := _installed().get(name.lower())) is not None:
            yield path


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
