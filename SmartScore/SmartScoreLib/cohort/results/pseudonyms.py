"""Tables without names: what could tell a person becomes a hash that only the key can lead back.

A hash is the first 16 hexadecimal digits of an HMAC-SHA256 (RFC 2104) with a secret of 32 random bytes. Secret and key
lie in a folder of their own, for the one who may know; without the secret nobody can hash all Patient IDs there are and
compare. The rules of the columns say what becomes a hash and what is left out.
"""

import csv
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from SmartScoreLib.cohort.columns import EXAMS, LESION_ROWS
from SmartScoreLib.cohort.records.record import Record, Values
from SmartScoreLib.csv_lines import CsvLines, open_csv
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.whole_file import whole_file

SECRET_FILE, KEY_FILE = "secret.txt", "key.csv"
_DIGITS = 16
_OLDEST = 90
"""From this age on people are so few that the age alone may tell one (45 CFR 164.514(b)(2)(i)(C))."""

_HIDING = {column.key: column.hiding for column in (*EXAMS, *LESION_ROWS)}
KEY_COLUMNS: Final = (
    "record_id", "exam_hash", "exam", "patient_id", "study_date", "study_instance_uid", "series_instance_uid",
    "series_label", "reader", "marks",
)  # fmt: skip
"""Of the key: the record and the exam as the tables have them, then what they stand for."""


@dataclass(frozen=True)
class Pseudonyms:
    """The secret."""

    secret: bytes

    def of(self, text: str) -> str:
        """The hash of a text; "" stays."""
        return (
            hmac.new(self.secret, text.encode("utf-8", "surrogateescape"), hashlib.sha256).hexdigest()[:_DIGITS]
            if text
            else ""
        )

    def hidden(self, record: Record) -> Record:
        """The record as a table without names has it."""
        values = self._hidden(record.values)
        values["record_id"] = self.of(str(record.values["record_id"]))
        if (age := values.get("age_years")) is not None:
            values["age_years"] = min(int(age), _OLDEST)
        return Record(values, tuple(self._hidden(one) for one in record.lesions))

    def _hidden(self, values: Values) -> Values:
        return {
            key: self.of(str(value)) if _HIDING.get(key) == "hashed" else value
            for key, value in values.items()
            if _HIDING.get(key) != "left_out"
        }


def read_or_make_secret(folder: Path, tables: Path) -> Pseudonyms:
    """The secret of a folder of keys; made where there is none, so that the same exams have the same hashes again.

    Raises:
        WrongUsage: the folder lies in that of the tables, which is passed on.
        InputRefused: the file holds something else.
        OSError: it cannot be written.
    """
    if tables.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise WrongUsage(remark("cohort.key_inside", folder=str(tables)))
    file = folder / SECRET_FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with whole_file(file) as draft:
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
    text = file.read_text(encoding="ascii", errors="replace").strip()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise InputRefused(remark("cohort.secret_damaged", file=str(file)))
    return Pseudonyms(bytes.fromhex(text))


def write_key(folder: Path, names: Pseudonyms, records: Iterable[Record]) -> None:
    """What stands for what, readable by its owner alone.

    Raises:
        OSError: it cannot be written.
    """
    with whole_file(folder / KEY_FILE) as draft:
        draft.touch(mode=0o600)
        with open_csv(draft) as file:
            rows = csv.DictWriter(CsvLines(file), KEY_COLUMNS, extrasaction="ignore")
            rows.writeheader()
            for record in records:
                values = record.values
                rows.writerow(
                    values
                    | {"record_id": names.of(str(values["record_id"])), "exam_hash": names.of(str(values["exam"]))}
                )
