"""`smartscore score`: marks and a series in, a score sheet out; and the options that scoring commands share."""

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.cli.mass import add_mass_options, mass_factor_for
from SmartScoreLib.cli.progress import terminal_progress
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.reading.model import Reading
    from SmartScoreLib.scoring.model import ScoringProtocol
    from SmartScoreLib.series.model import CTSeries, Findings, SeriesCandidate

AUTO = "auto"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser("score", help="score a series with given marks", description=__doc__)
    add_scoring_options(parser)
    parser.add_argument("--json", metavar="FILE", help="write the scores as JSON; '-' is standard output")
    parser.add_argument("--csv", metavar="FILE", help="write the scores as CSV; '-' is standard output")
    parser.set_defaults(run=run)


def add_scoring_options(parser: argparse.ArgumentParser) -> None:
    """PATH, the marks, the rules and what is known of the patient."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="DICOM files, folders, or a Slicer database"
    )
    parser.add_argument(
        "--lesions",
        required=True,
        metavar="FILE",
        help=f".seg.nrrd, label map, DICOM SEG or JSON clicks; '{AUTO}' takes every candidate that is not bone",
    )
    parser.add_argument(
        "--series", metavar="UID[/LABEL]", help="which series, where several are found; /LABEL tells phases apart"
    )
    rules = parser.add_argument_group("rules")
    rules.add_argument(
        "--protocol", metavar="NAME", help="a preset of rules (default: SmartScore AJ-130); an unknown name lists all"
    )
    rules.add_argument("--threshold", type=float, metavar="HU", help="a marked voxel counts from this value")
    rules.add_argument("--min-area", type=float, metavar="MM2", help="smallest area of a lesion in a slice")
    rules.add_argument("--volume", choices=("plain", "isotropic"), help="how volume is measured")
    add_mass_options(rules)
    patient = parser.add_argument_group("patient and reading")
    patient.add_argument(
        "--ethnicity", choices=("white", "chinese", "black", "hispanic"), help="for the MESA percentile"
    )
    patient.add_argument(
        "--person",
        type=Path,
        metavar="FILE",
        help="JSON with any of age_years, sex, ethnicity, diabetes, smoker, total_cholesterol_mg_dl, "
        "hdl_cholesterol_mg_dl, lipid_medication, systolic_mmhg, blood_pressure_medication, family_history",
    )
    patient.add_argument("--reader", default="", metavar="NAME", help="who marked the lesions")
    patient.add_argument("--comment", default="", metavar="TEXT", help="free text for the report")


def run(arguments: argparse.Namespace) -> int:
    """Score, and print the table unless a file goes to standard output."""
    if arguments.json == "-" and arguments.csv == "-":
        raise WrongUsage("--json and --csv cannot both go to standard output.")
    reading = read_for(arguments)
    from SmartScoreLib.reading.results import score_csv, score_json

    if arguments.json:
        _write(arguments.json, json.dumps(score_json(reading), indent=2, ensure_ascii=False, allow_nan=False) + "\n")
    if arguments.csv:
        _write(arguments.csv, score_csv(reading))
    if "-" not in (arguments.json, arguments.csv):
        from SmartScoreLib.cli.table import score_table

        print(score_table(reading))
    return 0


def read_for(arguments: argparse.Namespace) -> "Reading":
    """The reading that the scoring options ask for.

    Raises:
        WrongUsage: an option has no sensible value.
        InputRefused: nothing scorable was found, several series were, or the marks do not fit.
    """
    protocol = protocol_for(arguments)
    person = _person(arguments)
    from SmartScoreLib.lesions.marks import read_marks
    from SmartScoreLib.proposal.mark_all import mark_all
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import customize

    series = series_for(arguments)
    protocol = customize(protocol, mass_factor=mass_factor_for(arguments, series))
    if arguments.lesions == AUTO:
        lesions = mark_all(series, protocol.threshold_hu)
    else:
        lesions = read_marks(Path(arguments.lesions), series, protocol.threshold_hu)
    return make_reading(series, lesions, protocol, person, arguments.reader, arguments.comment)


def series_for(arguments: argparse.Namespace) -> "CTSeries":
    """The one scorable series of PATH and --series."""
    from SmartScoreLib.database.sources import find_in
    from SmartScoreLib.series.load import load_series

    progress = terminal_progress()
    candidate = choose(find_in(arguments.paths, progress), arguments.series)
    return load_series(candidate, progress)


def choose(findings: "Findings", wanted: str | None) -> "SeriesCandidate":
    """The one candidate that is wanted and scorable.

    Raises:
        InputRefused: none, or more than one; the reasons of each series, or the names to choose from.
    """
    candidates = [c for c in findings.candidates if wanted is None or wanted in (c.series_instance_uid, _name(c))]
    if wanted is not None and not candidates:
        known = ", ".join(_name(c) for c in findings.candidates) or "none"
        raise InputRefused(f"Series {wanted} was not found; found: {known}.")
    scorable = [c for c in candidates if c.scorable]
    if len(scorable) == 1:
        return scorable[0]
    if scorable:
        names = "; ".join(_name(c) for c in scorable)
        raise InputRefused(f"{len(scorable)} series can be scored, choose one with --series: {names}.")
    reasons = [f"Series {_name(c)}: {english(reason)}" for c in candidates for reason in c.refusals]
    raise InputRefused([*reasons, *findings.problems] or ["No DICOM image was found."])


def _name(candidate: "SeriesCandidate") -> str:
    uid = candidate.series_instance_uid or "without UID"
    return f"{uid}/{candidate.label}" if candidate.label else uid


def protocol_for(arguments: argparse.Namespace) -> "ScoringProtocol":
    """The preset with the values that were given on top of it; a changed preset says so in its name.

    Raises:
        WrongUsage: an unknown preset, or a value that makes no sense.
    """
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, customize

    preset = DEFAULT_PROTOCOL
    if arguments.protocol is not None:
        if arguments.protocol not in PRESETS:
            raise WrongUsage(f"--protocol {arguments.protocol!r} is none of: {', '.join(PRESETS)}.")
        preset = PRESETS[arguments.protocol]
    given = {
        "threshold_hu": arguments.threshold,
        "minimum_area_mm2": arguments.min_area,
        "volume_method": arguments.volume,
    }
    return customize(preset, **{key: value for key, value in given.items() if value is not None})


def _person(arguments: argparse.Namespace) -> "Person":
    from SmartScoreLib.reading.person_file import read_person

    person = read_person(arguments.person) if arguments.person else None
    from SmartScoreLib.interpretation.model import Person

    person = person or Person()
    return replace(person, ethnicity=arguments.ethnicity) if arguments.ethnicity else person


def _write(target: str, text: str) -> None:
    if target == "-":
        sys.stdout.write(text)
        return
    path = Path(target)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # such as /dev/stdout or a pipe
            path.write_text(text, encoding="utf-8")
            return
        # A result that was there is replaced whole or not at all.
        try:
            draft.write_text(text, encoding="utf-8")
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise SmartScoreError(f"{target} could not be written: {error.strerror}.") from error
