"""`smartscore check`: every series found in files, folders or a Slicer database, scorable or not, and why.

`--json` prints one object: `"schema": "smartscore-check/1"`, `series` (one item a candidate: `series_instance_uid`,
`label`, `scorable`, `refusals`, `warnings`, `notes` [text], `remarks` [{code, severity, values}: the same as data],
`saving` [{code, severity, values, text}: what saving would repair, leave out or refuse; of scorable series], `images`,
`folder`, `series_number`, `series_description`, `modality`, `kernel`, `phase`, `kvp`|null,
`slice_thickness_mm`|null, `manufacturer`, `model`, `patient` {name, id, birth_date|null, age_years|null, sex|null},
`study` {study_instance_uid, id, date|null, description, accession_number}, `geometry` {slices, rows, columns,
spacing_mm [slice, row, column], origin_lps_mm, directions, frame_of_reference_uid} or null) and `problems` (sentences
about files that could not be used).

Exit status 0 if at least one series is scorable, else 3, with one reason a line on standard error.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, remark_json
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.place import known_place

if TYPE_CHECKING:
    from SmartScoreLib.remarks.model import Remark
    from SmartScoreLib.series.describe import SeriesDescription
    from SmartScoreLib.series.model import SeriesCandidate


_EXAMPLES = """examples:

  smartscore check DICOM
  smartscore check study.zip DICOM/CD --json > series.json
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "check",
        help="list every series found: scorable or not, and why",
        description="List every series found in files, folders or a Slicer database: scorable or not, and why.",
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="DICOM files, folders, Slicer database")
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.epilog = _EXAMPLES
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts.

    Raises:
        InputRefused: nothing can be scored.
    """
    from SmartScoreLib.database.sources import find_in

    findings = find_in(arguments.paths, terminal_progress())
    pairs = [(candidate, _description(candidate)) for candidate in findings.candidates]
    if arguments.json:
        found = [_as_json(candidate, description) for candidate, description in pairs]
        problems = [english(problem) for problem in findings.problems]
        document = {"schema": "smartscore-check/1", "series": found, "problems": problems}
        # ASCII, since a file name may hold bytes that no encoding can print.
        print(json.dumps(document, indent=2, allow_nan=False))
    else:
        _print(pairs, findings.problems)
    if any(candidate.scorable for candidate in findings.candidates):
        return 0
    reasons = [
        remark("series.of_series", series=_title(description, candidate.label), reason=reason)
        if len(pairs) > 1
        else reason
        for candidate, description in pairs
        for reason in candidate.refusals
    ]
    raise InputRefused([*reasons, *findings.problems] or remark("series.nothing_found"))


def saving_remarks(candidate: "SeriesCandidate") -> "tuple[Remark, ...]":
    """What saving the series would repair, leave out or refuse, apart from what its verdict says already.

    Nothing of a series that cannot be scored.
    """
    if not candidate.scorable:
        return ()
    from SmartScoreLib.dicomwriting.survey import survey

    said = {one.code for one in candidate.remarks}
    return tuple(one for one in survey(candidate.datasets, candidate.files) if one.code not in said)


def _description(candidate: "SeriesCandidate") -> "SeriesDescription":
    from SmartScoreLib.series.describe import describe_headers

    spacing = candidate.geometry.spacing_mm[0] if candidate.geometry else 0.0
    return describe_headers(candidate.datasets, spacing, len(candidate.files))


def _print(pairs: "list[tuple[SeriesCandidate, SeriesDescription]]", problems: tuple[Remark, ...]) -> None:
    # Scorable series come first: they are what the user is after.
    for candidate, description in sorted(pairs, key=lambda pair: not pair[0].scorable):
        print(_block(candidate, description), end="\n\n")
    if problems:
        print(
            "Files that could not be used", *(f"  x {english(problem)}" for problem in problems), sep="\n", end="\n\n"
        )
    scorable = sum(candidate.scorable for candidate, _ in pairs)
    print(f"{scorable} of {len(pairs)} series can be scored." if pairs else "No series was found.")


def _block(candidate: "SeriesCandidate", description: "SeriesDescription") -> str:
    patient, study = description.patient, description.study
    verdict = "SCORABLE" if candidate.scorable else "REFUSED "
    age = None if patient.age_years is None else f"{patient.age_years} years"
    date = study.study_date.isoformat() if study.study_date else "no date"
    rows = [
        ("Patient", _listed(patient.name or "no name", patient.patient_id or "no ID", patient.sex, age)),
        ("Study", _listed(date, _quoted(study.description), study.study_instance_uid or "no UID")),
        ("Series", candidate.series_instance_uid or "no UID"),
        ("Images", _images(candidate)),
        ("Scan", _scan(description)),
        ("Folder", str(known_place(candidate.files[0]).parent)),
    ]
    lines = [f"{verdict}  {_title(description, candidate.label)}"]
    lines += [f"  {name:8}{value}" for name, value in rows if value]
    lines += [f"  x {english(reason)}" for reason in candidate.refusals]
    lines += [f"  ! {english(warning)}" for warning in candidate.warnings]
    lines += [f"  - {english(note)}" for note in candidate.notes]
    lines += [f"  > {english(one)}" for one in saving_remarks(candidate)]
    return "\n".join(one_line(line) for line in lines)


def _title(description: "SeriesDescription", label: str) -> str:
    scan = description.acquisition
    number = "without number" if scan.series_number is None else str(scan.series_number)
    return _listed(f"Series {number} {_quoted(scan.series_description)}".rstrip(), label)


def _images(candidate: "SeriesCandidate") -> str:
    count = len(candidate.files)
    images = f"{count} images" if count > 1 else "1 image"
    if candidate.geometry is None:
        return images
    _, rows, columns = candidate.geometry.shape
    spacing, row, column = candidate.geometry.spacing_mm
    return f"{images} of {rows} x {columns}, every {spacing:.4g} mm, pixels {row:.4g} x {column:.4g} mm"


def _scan(description: "SeriesDescription") -> str:
    scan = description.acquisition
    return _listed(
        None if scan.kvp is None else f"{scan.kvp:g} kVp",
        None if scan.slice_thickness_mm is None else f"{scan.slice_thickness_mm:g} mm thick",
        f"kernel {scan.kernel}" if scan.kernel else None,
        f"phase {scan.phase}" if scan.phase else None,
        scan.patient_position,
        f"{scan.manufacturer} {scan.model}".strip(),
    )


def _listed(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""


def _as_json(candidate: "SeriesCandidate", description: "SeriesDescription") -> dict[str, Any]:
    from SmartScoreLib.series.headers.attributes import text

    patient, study, scan = description.patient, description.study, description.acquisition
    geometry = candidate.geometry
    return {
        "series_instance_uid": candidate.series_instance_uid,
        "label": candidate.label,
        "scorable": candidate.scorable,
        "refusals": [english(reason) for reason in candidate.refusals],
        "warnings": [english(warning) for warning in candidate.warnings],
        "notes": [english(note) for note in candidate.notes],
        "remarks": [remark_json(made) for made in candidate.remarks],
        "saving": [{**remark_json(one), "text": english(one)} for one in saving_remarks(candidate)],
        "images": len(candidate.files),
        "folder": str(known_place(candidate.files[0]).parent),
        "series_number": scan.series_number,
        "series_description": scan.series_description,
        "modality": text(candidate.datasets[0], "Modality") if candidate.datasets else "",
        "kernel": scan.kernel,
        "phase": scan.phase,
        "kvp": scan.kvp,
        "slice_thickness_mm": scan.slice_thickness_mm,
        "manufacturer": scan.manufacturer,
        "model": scan.model,
        "patient": {
            "name": patient.name,
            "id": patient.patient_id,
            "birth_date": patient.birth_date.isoformat() if patient.birth_date else None,
            "age_years": patient.age_years,
            "sex": patient.sex,
        },
        "study": {
            "study_instance_uid": study.study_instance_uid,
            "id": study.study_id,
            "date": study.study_date.isoformat() if study.study_date else None,
            "description": study.description,
            "accession_number": study.accession_number,
        },
        "geometry": None
        if geometry is None
        else {
            "slices": geometry.shape[0],
            "rows": geometry.shape[1],
            "columns": geometry.shape[2],
            "spacing_mm": list(geometry.spacing_mm),
            "origin_lps_mm": list(geometry.origin_lps_mm),
            "directions": [list(direction) for direction in geometry.directions],
            "frame_of_reference_uid": geometry.frame_of_reference_uid,
        },
    }
