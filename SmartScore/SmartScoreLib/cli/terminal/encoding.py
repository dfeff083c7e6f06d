"""Text on a terminal of any encoding: what it cannot show is written in other signs, and nothing is lost."""

import codecs
import io
import sys

_PLAIN = {
    "²": "2",
    "³": "3",
    "×": "x",
    "±": "+/-",
    "·": ".",
    "–": "-",
    "—": "-",
    "−": "-",
    "≤": "<=",
    "≥": ">=",
    "…": "...",
    "→": "->",
    "µ": "u",
    "°": " deg",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{NO-BREAK SPACE}": " ",
}
_NAME = "smartscore.plain"


def speak_any_encoding() -> None:
    """Make standard output and standard error take every character.

    Signs of units and punctuation become their plain form; any other character, such as a letter of a name, becomes
    its number (`\\xfc` for ü), so that two people whose names differ are still told apart.
    """
    codecs.register_error(_NAME, _plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _plainly(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in signs), error.end
