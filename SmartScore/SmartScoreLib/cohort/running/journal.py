"""What is done of a run, on disk: a line an exam, so that a run that was ended in any way goes on where it was.

Each line is a checksum and the answer of one exam. A line that was cut off by a kill, a power cut or a full disk has
another checksum and counts as not written. The last line of an exam is the one that holds.
"""

import hashlib
import json
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from SmartScoreLib.cohort.model import Exam, Rules
from SmartScoreLib.cohort.records.record import software
from SmartScoreLib.cohort.results.manifest import rules_json
from SmartScoreLib.database.lock import is_locked, lock
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError
from SmartScoreLib.remarks.model import remark_json

_FILE = "exams.jsonl"
# So much work at most is lost by a power cut; a kill loses nothing that is written.
_TO_DISK_EVERY_S = 5.0


def exam_keys(exams: Sequence[Exam], rules: Rules) -> list[str]:
    """What each answer is an answer to: the exam as it was listed, the rules, and this version of the software.

    Where a place lies on this machine is no part of it, nor are the user's own columns, which need no reading.
    """
    same: dict[str, Any] = {"software": software(), "rules": rules_json(rules)}
    asked: list[dict[str, Any]] = [
        same
        | {
            "exam": [exam.name, [place.name for place in exam.places], exam.series, exam.reader, exam.dominance],
            "marks": [exam.marks.source, exam.marks.name],
            "person": None if exam.person is None else asdict(exam.person),
            "problems": [remark_json(one) for one in exam.problems],
        }
        for exam in exams
    ]
    return [hashlib.sha256(json.dumps(one, sort_keys=True).encode()).hexdigest() for one in asked]


@dataclass(frozen=True)
class Entry:
    """Where an answer stands, and what its exam looked like."""

    offset: int
    length: int
    stamp: str
    again: bool


class Journal:
    """The answers of a folder; one process at a time writes it."""

    def __init__(self, file: BinaryIO, place: Path) -> None:
        self._file, self._place = file, place
        self._entries: dict[str, Entry] = {}
        self._synced = time.monotonic()
        self._end = self._read()
        # What stands behind the last whole line was cut off.
        self._file.truncate(self._end)

    def entry(self, key: str) -> Entry | None:
        """What is known of an exam, or None."""
        return self._entries.get(key)

    def reader(self, key: str) -> Callable[[], dict[str, Any]]:
        """What reads the answer of an exam from the disk whenever it is asked.

        Raises:
            KeyError: there is none.
        """
        entry = self._entries[key]

        def read() -> dict[str, Any]:
            self._file.seek(entry.offset)
            answer: dict[str, Any] = json.loads(self._file.read(entry.length))
            return answer

        return read

    def add(self, key: str, answer: dict[str, Any]) -> None:
        """Keep an answer.

        Raises:
            SmartScoreError: it cannot be written, such as on a full disk.
        """
        text = json.dumps(answer | {"key": key}, allow_nan=False, separators=(",", ":")).encode()
        try:
            self._file.seek(self._end)
            self._file.write(b"%08x " % zlib.crc32(text) + text + b"\n")
            self._file.flush()
            if time.monotonic() - self._synced > _TO_DISK_EVERY_S:
                self.to_disk()
        except OSError as error:
            raise not_written(self._place, error) from error
        self._entries[key] = Entry(self._end + 9, len(text), answer["stamp"], answer["again"])
        self._end += len(text) + 10

    def to_disk(self) -> None:
        """Make sure that a power cut loses nothing.

        Raises:
            OSError: it cannot be written.
        """
        os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def _read(self) -> int:
        """Take in every whole line; where the next one goes."""
        self._file.seek(0)
        offset = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            text = line[9:-1]
            if line[:9] == b"%08x " % zlib.crc32(text):
                answer = json.loads(text)
                self._entries[answer["key"]] = Entry(offset + 9, len(text), answer["stamp"], answer["again"])
            offset += len(line)
        return offset


def not_written(file: Path, error: OSError) -> SmartScoreError:
    """What a person is told who can make room and start again."""
    return SmartScoreError(remark("cohort.not_written", file=str(file), reason=error.strerror or str(error)))


@contextmanager
def opened_journal(folder: Path) -> Iterator[Journal]:
    """The journal in a folder, made if needed, and locked for others.

    Raises:
        InputRefused: another run is at work in it.
        SmartScoreError: it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        try:
            if is_locked(folder):
                raise InputRefused(remark("cohort.in_use", folder=str(folder)))
            held = lock(folder)
        except sqlite3.Error as error:
            raise SmartScoreError(
                remark("cohort.not_written", file=str(folder), reason=" ".join(str(error).split()))
            ) from error
        with closing(held), (folder / _FILE).open("a+b") as _, (folder / _FILE).open("r+b") as file:
            journal = Journal(file, folder / _FILE)
            yield journal
            journal.to_disk()
    except OSError as error:
        raise not_written(Path(error.filename or folder), error) from error
