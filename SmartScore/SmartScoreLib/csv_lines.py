"""CSV as this project writes it: UTF-8, lines that end with a line feed, whatever is in their cells."""

from dataclasses import dataclass
from pathlib import Path
from typing import TextIO


@dataclass(frozen=True)
class CsvLines:
    """A file for the writers of Python's csv module, which are to keep their own end of lines ("\\r\\n").

    Before Python 3.13 they quote a lone carriage return only where it stands in the end of lines, and every reader
    takes one that is not quoted for the end of a line (RFC 4180, section 2.6).
    """

    file: TextIO

    def write(self, line: str) -> int:
        """Write one line, as csv gives it."""
        return self.file.write(line.removesuffix("\r\n") + "\n")


def open_csv(path: Path) -> TextIO:
    """A new file for `CsvLines`; names of files may hold bytes that are no characters, and come out as they are.

    Raises:
        OSError: it cannot be written.
    """
    return path.open("w", encoding="utf-8", newline="", errors="surrogateescape")
