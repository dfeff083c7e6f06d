"""What the columns mean, as files beside the tables: for people, and for REDCap."""

import csv
import re
from pathlib import Path

from SmartScoreLib.cohort.columns import OWN_PREFIX, TABLES, Column
from SmartScoreLib.cohort.results.tables import with_own
from SmartScoreLib.csv_lines import CsvLines, open_csv
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.whole_file import whole_file

COLUMNS_FILE, DICTIONARY_FILE = "columns.csv", "dictionary.csv"

# The head of a data dictionary as REDCap exports and imports it.
_REDCAP = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
)  # fmt: skip
_FORM = "smartscore"
_VALIDATION = {"integer": "integer", "number": "number", "date": "date_ymd"}


def own_columns(names: tuple[str, ...], file: Path) -> tuple[Column, ...]:
    """The user's own columns under names that no column of ours has and REDCap takes.

    Raises:
        InputRefused: two of them would have the same name.
    """
    columns: dict[str, Column] = {}
    for name in names:
        key = OWN_PREFIX + re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
        if key in columns:
            raise InputRefused(remark("cohort.table_twice", file=str(file), column=key))
        rule = f"As given in the column {name!r} of the table of exams"
        columns[key] = Column(key, "text", name, rule, hiding="left_out", group="Own")
    return tuple(columns.values())


def write_columns(folder: Path, own: tuple[Column, ...]) -> None:
    """`columns.csv`: every column of every table with type, unit, label, rule, and what de-identification does.

    Raises:
        OSError: it cannot be written.
    """
    with (
        whole_file(folder / COLUMNS_FILE) as draft,
        open_csv(draft) as file,
    ):
        lines = csv.writer(CsvLines(file))
        lines.writerow(("table", "column", "type", "unit", "section", "label", "rule", "if_deidentified"))
        for table in TABLES:
            for one in with_own(table, own):
                hiding = one.hiding.replace("_", " ") or "as it is"
                lines.writerow((table, one.key, one.kind, one.unit, one.group, one.label, one.rule, hiding))


def write_dictionary(folder: Path, own: tuple[Column, ...]) -> None:
    """`dictionary.csv`: the data dictionary of the wide table in the form of REDCap; `record_id` is its first field.

    Raises:
        OSError: it cannot be written.
    """
    with (
        whole_file(folder / DICTIONARY_FILE) as draft,
        open_csv(draft) as file,
    ):
        lines = csv.writer(CsvLines(file))
        lines.writerow(_REDCAP)
        section = ""
        for one in with_own("exams", own):
            header = one.group if one.group != section and section else ""
            section = one.group
            note = f"{one.rule} [{one.unit}]" if one.unit else one.rule
            kind = "truefalse" if one.kind == "boolean" else "text"
            identifier = "y" if one.hiding else ""
            row = [one.key, _FORM, header, kind, one.label, "", note, _VALIDATION.get(one.kind, ""), "", "", identifier]
            lines.writerow(row + [""] * (len(_REDCAP) - len(row)))
