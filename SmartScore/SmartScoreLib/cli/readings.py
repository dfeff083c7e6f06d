"""`smartscore readings`: every saved reading in files, folders or a Slicer database, the newest first.

`--json` prints one object: `"schema": "smartscore-readings/1"` and `readings`, one item a reading: `made_on` (local
time, ISO 8601)|null, `reader`, `status` ("draft", "final" or ""), `agatston` (not rounded)|null, `cac_drs`, `version`
(from 1), `replaced` (a newer version of it was found), `replaces` [SOP Instance UIDs], `patient` {name, id},
`series_instance_uid` and `label` of the volume that was read, `sop_instance_uid` and `file` of the structured report,
`segmentation` (a file, or null), `remarks` [{code, severity, values, text}: why it cannot be opened; empty if it can].

Exit status 0 if there is a reading, else 3.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import remark_json
from SmartScoreLib.remarks.words import one_line

if TYPE_CHECKING:
    from SmartScoreLib.reading.saved.model import SavedReading

_HEAD = ("Made", "Reader", "Status", "Agatston", "CAC-DRS", "Version", "Patient", "Series")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "readings",
        help="list every saved reading",
        description="List every reading that was saved with a structured report, the newest first. 'smartscore score "
        "PATH --lesions latest' opens the newest one again.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="DICOM files, folders, Slicer database")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the list.

    Raises:
        InputRefused: a path does not exist, a database cannot be used, or there is no saved reading.
    """
    from SmartScoreLib.api.saved import find_readings

    found = find_readings(arguments.paths, terminal_progress())
    if arguments.json:
        document = {"schema": "smartscore-readings/1", "readings": [_as_json(one) for one in found]}
        # ASCII, since a file name may hold bytes that no encoding can print.
        print(json.dumps(document, indent=2, allow_nan=False))
    if not found:
        raise InputRefused(remark("cli.no_reading"))
    if not arguments.json:
        print("\n".join(_table(found)))
    return 0


def _table(found: "tuple[SavedReading, ...]") -> list[str]:
    rows = [_HEAD, *(_row(one) for one in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = []
    for row, one in zip(rows, (None, *found), strict=True):
        lines.append("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if one is not None:
            lines += [f"  x {english(reason)}" for reason in one.remarks]
    return lines


def _row(one: "SavedReading") -> tuple[str, ...]:
    from SmartScoreLib.scoring.rounding import agatston_text

    name = f"{one.series_instance_uid}/{one.label}" if one.label else one.series_instance_uid
    version = f"{one.version.number}, replaced" if one.replaced else str(one.version.number)
    made = one.made_on.isoformat(" ", "minutes") if one.made_on else "no date"
    score = "none" if one.agatston is None else agatston_text(one.agatston)
    cells = (
        made,
        one.reader or "no name",
        one.status or "no status",
        score,
        one.cac_drs,
        version,
        one.patient_id,
        name,
    )
    return tuple(one_line(cell) for cell in cells)


def _as_json(one: "SavedReading") -> dict[str, Any]:
    return {
        "made_on": one.made_on.isoformat() if one.made_on else None,
        "reader": one.reader,
        "status": one.status,
        "agatston": one.agatston,
        "cac_drs": one.cac_drs,
        "version": one.version.number,
        "replaced": one.replaced,
        "replaces": list(one.replaces),
        "patient": {"name": one.patient_name, "id": one.patient_id},
        "series_instance_uid": one.series_instance_uid,
        "label": one.label,
        "sop_instance_uid": one.version.sop_instance_uid,
        "file": str(one.file),
        "segmentation": None if one.segmentation is None else str(one.segmentation),
        "remarks": [{**remark_json(reason), "text": english(reason)} for reason in one.remarks],
    }
