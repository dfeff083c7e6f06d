"""What a run leaves in its folder: tables, what their columns mean, timing, and last the manifest."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.columns import Column
from SmartScoreLib.cohort.exams.listing import kind_of
from SmartScoreLib.cohort.model import Cohort, Exam
from SmartScoreLib.cohort.records.across import seen_across, with_remarks
from SmartScoreLib.cohort.records.hashes import file_hash
from SmartScoreLib.cohort.records.record import Record, software
from SmartScoreLib.cohort.request import Request, Summary
from SmartScoreLib.cohort.results.dictionary import (
    COLUMNS_FILE,
    DICTIONARY_FILE,
    own_columns,
    write_columns,
    write_dictionary,
)
from SmartScoreLib.cohort.results.manifest import FILE, SCHEMA, environment, manifest_text, rules_json
from SmartScoreLib.cohort.results.pseudonyms import Pseudonyms, write_key
from SmartScoreLib.cohort.results.tables import WrittenTable, parquet_there, write_tables
from SmartScoreLib.csv_lines import CsvLines, open_csv
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.whole_file import whole_file

TIMING_FILE = "timing.csv"

# As `whole_file` calls what it has not finished.
_DRAFT = re.compile(r"\.(exams|territories|lesions|columns|dictionary|timing|manifest)\.\d+\.(csv|parquet|json)")

Ask = Callable[[], dict[str, Any]]
"""Gives the answer of one exam: that of `score_exam`."""


def write_results(
    request: Request, cohort: Cohort, answers: Sequence[Ask], names: Pseudonyms | None, kept: int
) -> Summary:
    """Write the tables and what goes with them; the answers are gone through one by one, and never held together.

    Args:
        request: what was asked for.
        cohort: the exams.
        answers: one an exam, in their order.
        names: for tables without names.
        kept: how many exams were not read again.

    Raises:
        OSError: a file cannot be written.
    """
    folder = request.tables
    across = seen_across(record for ask in answers for record in _records(ask))
    own = own_columns(cohort.own, request.listing.place) if names is None else ()
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()

    def rows() -> Iterator[Record]:
        for exam, ask in zip(cohort.exams, answers, strict=True):
            for record in _records(ask):
                said = with_remarks(record, across)
                outcomes[said.values["outcome"]] += 1
                if said.values["outcome"] == "failed":
                    reasons[said.values["reason_codes"].split()[0]] += 1
                yield Record(said.values | _own(exam, own), said.lesions) if names is None else names.hidden(said)

    # A manifest never stands beside tables that it does not name.
    (folder / FILE).unlink(missing_ok=True)
    tables = write_tables(rows(), folder, own)
    write_columns(folder, own)
    write_dictionary(folder, own)
    _write_timing(folder, cohort, answers, names)
    if names is not None and request.keys is not None:
        write_key(request.keys, names, (record for ask in answers for record in _records(ask)))
    with whole_file(folder / FILE) as draft:
        draft.write_text(manifest_text(_manifest(request, cohort, tables, outcomes)), encoding="utf-8")
    remarks = [] if parquet_there() else [remark("cohort.no_parquet")]
    if names is not None and cohort.own:
        remarks.append(remark("cohort.own_left_out", columns=cohort.own))
    return Summary(
        exams=len(answers),
        kept=kept,
        outcomes=dict(sorted(outcomes.items())),
        reasons=dict(reasons.most_common()),
        files=(*(table.name for table in tables), COLUMNS_FILE, DICTIONARY_FILE, TIMING_FILE, FILE),
        remarks=tuple(remarks),
    )


def clear_drafts(folder: Path) -> None:
    """Remove what a run left that was killed while it wrote its tables; the caller holds the lock of the folder.

    Raises:
        OSError: a draft cannot be removed.
    """
    for file in folder.glob(".*.*.*"):
        if _DRAFT.fullmatch(file.name):
            file.unlink()


def _records(ask: Ask) -> list[Record]:
    """The records of an exam in the order of the rows: by series, then as the rules were given."""
    found = [Record(one["values"], tuple(one["lesions"])) for one in ask()["records"]]
    return sorted(
        found, key=lambda one: (one.values.get("series_instance_uid", ""), one.values.get("series_label", ""))
    )


def _own(exam: Exam, own: tuple[Column, ...]) -> dict[str, str]:
    return {column.key: value for column, (_, value) in zip(own, exam.own, strict=True) if value} if own else {}


def _write_timing(folder: Path, cohort: Cohort, answers: Sequence[Ask], names: Pseudonyms | None) -> None:
    """`timing.csv`: when an exam was read, how long it took, and the most memory of its process until then.

    A file of its own: times differ from run to run, and all else is the same to the byte.

    Raises:
        OSError: it cannot be written.
    """
    with whole_file(folder / TIMING_FILE) as draft, open_csv(draft) as file:
        lines = csv.writer(CsvLines(file))
        lines.writerow(("exam", "started", "seconds", "peak_mb"))
        for exam, ask in zip(cohort.exams, answers, strict=True):
            timing = ask()["timing"]
            name = exam.name if names is None else names.of(exam.name)
            lines.writerow((name, timing.get("started"), timing.get("seconds"), timing.get("peak_mb")))


def _manifest(
    request: Request, cohort: Cohort, tables: tuple[WrittenTable, ...], outcomes: Counter[str]
) -> dict[str, Any]:
    listing, hidden = request.listing, request.keys is not None
    kind = kind_of(listing.place)
    return {
        "schema": SCHEMA,
        "software": software(),
        **environment(),
        "source": {
            "kind": kind,
            "path": None if hidden else str(listing.place),
            "sha256": file_hash(listing.place) if kind == "table" else None,
            "marks": None if hidden else listing.marks,
            "reader": None if hidden else listing.reader,
        },
        "rules": rules_json(request.rules),
        "deidentified": hidden,
        "exams": len(cohort.exams),
        "records": sum(outcomes.values()),
        "outcomes": dict(sorted(outcomes.items())),
        "tables": [{"file": one.name, "sha256": one.sha256, "rows": one.rows} for one in tables],
    }
