"""A run repeated by its manifest: whether images, marks and rules still give the same tables, to the last digit."""

import csv
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.records.hashes import file_hash
from SmartScoreLib.cohort.records.record import software
from SmartScoreLib.cohort.request import Request
from SmartScoreLib.cohort.results.manifest import environment, read_manifest, restored_rules
from SmartScoreLib.cohort.results.pseudonyms import SECRET_FILE
from SmartScoreLib.cohort.running.crews import Crew
from SmartScoreLib.cohort.running.run import run_cohort
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark

_MOST_TOLD = 20


def verify(
    manifest: Path,
    crew: Crew,
    place: Path | None = None,
    marks: str | None = None,
    keys: Path | None = None,
    progress: Progress = silent,
) -> tuple[Remark, ...]:
    """Read and score every exam anew, and compare; nothing is written but into a temporary folder.

    Args:
        manifest: of the run.
        crew: the processes that repeat it.
        place: where the exams lie now; None for where the manifest says.
        marks: where the marks lie now; None for where the manifest says.
        keys: the folder of secret and key, of a de-identified run.
        progress: called as progress(done, total, what).

    Returns:
        What differs, one remark each; where nothing does, `cohort.verified`. Another version of this software or of a
        library is told too.

    Raises:
        InputRefused: the manifest cannot be used, or the exams are not there.
        SmartScoreError: as `run_cohort`.
    """
    said = read_manifest(manifest)
    try:
        request = _request(manifest, said, place, marks, keys)
        tables: dict[str, str] = {one["file"]: one["sha256"] for one in said["tables"]}
    except (KeyError, TypeError, ValueError) as error:
        fault = f"{type(error).__name__} {error}"
        raise InputRefused(remark("cohort.manifest_unreadable", file=str(manifest), fault=fault)) from error
    found = _versions(said)
    beside = [name for name in tables if _hash(manifest.parent / name) not in ("", tables[name])]
    found += [remark("cohort.table_changed", table=name) for name in beside]
    with tempfile.TemporaryDirectory(prefix="smartscore-") as scratch:
        request = replace(request, tables=Path(scratch, "tables"))
        if keys is not None:  # the secret is needed, and nothing in its folder must change
            request = replace(request, keys=Path(scratch, "keys"))
            _copy_secret(keys, Path(scratch, "keys"))
        run_cohort(request, crew, progress)
        other = [name for name in tables if _hash(request.tables / name) not in ("", tables[name])]
        missing = [name for name in tables if not (request.tables / name).exists()]
        if other:
            found += [remark("cohort.other_table", table=name) for name in other]
            if "exams.csv" in other and "exams.csv" not in beside and (manifest.parent / "exams.csv").is_file():
                found += _records(manifest.parent / "exams.csv", request.tables / "exams.csv")
        if missing:
            found.append(remark("cohort.no_parquet"))
        if not other and not beside:
            found.append(remark("cohort.verified", count=len(tables) - len(missing)))
    return tuple(found)


def _request(manifest: Path, said: dict[str, Any], place: Path | None, marks: str | None, keys: Path | None) -> Request:
    source = said["source"]
    if said["deidentified"] and (keys is None or place is None):
        raise InputRefused(remark("cohort.manifest_keys", file=str(manifest)))
    listing = Listing(
        Path(source["path"]) if place is None else place,
        (source["marks"] or "") if marks is None else marks,
        source["reader"] or "",
    )
    return Request(listing, restored_rules(said["rules"]), Path(), keys)


def _versions(said: dict[str, Any]) -> list[Remark]:
    now = environment()
    then = {"SmartScore": said["software"], "Python": said["python"], **said["libraries"]}
    own = {"SmartScore": software(), "Python": now["python"], **now["libraries"]}
    return [
        remark("cohort.other_version", name=name, then=str(version), now=str(own.get(name)))
        for name, version in then.items()
        if version != own.get(name)
    ]


def _hash(file: Path) -> str:
    return file_hash(file) if file.is_file() else ""


def _copy_secret(keys: Path, folder: Path) -> None:
    folder.mkdir()
    try:
        (folder / SECRET_FILE).write_bytes((keys / SECRET_FILE).read_bytes())
    except OSError as error:
        raise InputRefused(remark("cohort.secret_damaged", file=str(keys / SECRET_FILE))) from error


def _records(before: Path, now: Path) -> list[Remark]:
    """Which records differ, and in which columns; the first twenty by name, and how many more."""
    old, new = _rows(before), _rows(now)
    found = [remark("cohort.record_missing", record=key, exam=old[key]["exam"]) for key in old if key not in new]
    found += [remark("cohort.record_new", record=key, exam=new[key]["exam"]) for key in new if key not in old]
    for key in old:
        if key in new and (columns := _differing(old[key], new[key])):
            found.append(remark("cohort.record_differs", record=key, exam=old[key]["exam"], columns=columns))
    told = found[:_MOST_TOLD]
    return [*told, *([remark("cohort.records_more", count=len(found) - len(told))] if len(found) > len(told) else [])]


def _differing(old: dict[str, str], new: dict[str, str]) -> tuple[str, ...]:
    names: Sequence[str] = list(dict.fromkeys([*old, *new]))
    return tuple(name for name in names if old.get(name) != new.get(name))


def _rows(file: Path) -> dict[str, dict[str, str]]:
    with file.open(encoding="utf-8", newline="", errors="surrogateescape") as opened:
        return {row["record_id"]: row for row in csv.DictReader(opened)}
