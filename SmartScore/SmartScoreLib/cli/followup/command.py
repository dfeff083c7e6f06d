"""`smartscore followup`: what changed since an earlier scan, and whether it is more than the error of measurement.

`--json` writes one object of schema "smartscore-followup/1" (see `comparison.results`), `--csv` one line for each
measure of each territory and of TOTAL.

Exit status 0 if there is a comparison, else 3 with every reason.
"""

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.cli.options import LATEST, add_scoring_options, scoring_request
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.request import ScoringRequest, reading_of
from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.cli.text import STANDARD_OUTPUT, write_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.reading.model import Reading

_EXAMPLES = """examples:

  smartscore followup database                              the newest reading of a person, and the one before it
  smartscore followup today earlier --lesions clicks.json
  smartscore followup today database --json change.json --csv change.csv
"""


_STATED = frozenset(f"comparison.{key}" for key in ("two_ids", "one_id_two_names", "one_id_two_persons"))
"""Refusals that --same-person answers."""


@dataclass(frozen=True)
class FollowupRequest:
    """Which reading is compared, where priors are looked for, and where the result goes."""

    scoring: ScoringRequest
    places: tuple[Path, ...]
    stated: bool = False
    json: str | None = None
    csv: str | None = None


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "followup",
        help="compare a scan with earlier ones of the same person",
        description="Compare a reading with the nearest other reading of the same person. The first PATH holds the "
        "scan that is compared; earlier and later readings are looked for in the others, or in the same place where "
        "there is no other. Without --lesions the newest saved reading is taken.",
        epilog=_EXAMPLES,
    )
    add_scoring_options(parser)
    add_stated(parser)
    parser.add_argument("--json", metavar="FILE", help="write the comparison as JSON; '-' is standard output")
    parser.add_argument("--csv", metavar="FILE", help="write the comparison as CSV; '-' is standard output")
    parser.set_defaults(run=run)


def add_stated(parser: "argparse.ArgumentParser | argparse._ArgumentGroup") -> None:
    """--same-person."""
    parser.add_argument(
        "--same-person",
        action="store_true",
        help="you know that scans with one name and birth date under two IDs, or with one ID under two names or birth "
        "dates, are of one person; the output says that you stated it",
    )


def add_prior(parser: argparse.ArgumentParser) -> None:
    """--prior and --same-person, for commands that write pages or DICOM."""
    group = parser.add_argument_group("comparison with an earlier scan")
    group.add_argument(
        "--prior",
        action="append",
        type=Path,
        default=[],
        metavar="PATH",
        help="where saved readings of the person lie; the nearest one is compared: a page of the Physician report, a "
        "sentence of the Patient report, the text for a dictation, the structured report. May be given several times",
    )
    add_stated(group)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: two results go to standard output, or an option has no sensible value.
        InputRefused: there is nothing to compare; every reason.
        SmartScoreError: a file cannot be written.
    """
    if [arguments.json, arguments.csv].count(STANDARD_OUTPUT) > 1:
        raise WrongUsage(remark("cli.two_outputs"))
    if arguments.lesions is None and not arguments.confirm_zero:
        arguments.lesions = LATEST
    scoring = scoring_request(arguments)
    first, others = scoring.paths[:1], scoring.paths[1:]
    return answer(
        FollowupRequest(
            replace(scoring, paths=first), others or first, arguments.same_person, arguments.json, arguments.csv
        )
    )


def answer(request: FollowupRequest) -> int:
    """Compare, and print the table unless a file goes to standard output; the exit status."""
    from SmartScoreLib.comparison.results import followup_csv, followup_json

    found = followup_of(_current(request.scoring), request.places, request.stated)
    if request.json:
        text = json.dumps(followup_json(found), indent=2, ensure_ascii=request.json == STANDARD_OUTPUT, allow_nan=False)
        write_result(request.json, text + "\n")
    if request.csv:
        write_result(request.csv, followup_csv(found))
    if STANDARD_OUTPUT not in (request.json, request.csv):
        from SmartScoreLib.cli.followup.table import followup_table

        print(followup_table(found))
    return 0


def followup_of(reading: "Reading", places: tuple[Path, ...], stated: bool) -> "Followup":
    """The follow-up of a reading with what is in these places.

    Raises:
        InputRefused: a place does not exist, or there is nothing to compare with; every reason.
    """
    if missing := [path for path in places if not path.exists()]:
        raise InputRefused([remark("api.no_path", path=str(path)) for path in missing])
    from SmartScoreLib.comparison.followup import followup

    try:
        return followup(reading, places, stated=stated, progress=terminal_progress())
    except InputRefused as error:
        if any(one.code in _STATED for one in error.remarks):
            raise InputRefused([*error.remarks, remark("cli.same_person")]) from error
        raise


def _current(request: ScoringRequest) -> "Reading":
    """The reading that is compared: of several saved ones of one person, that of the newest scan."""
    if request.lesions == LATEST and request.series is None:
        from SmartScoreLib.comparison.comparability.person import same_person
        from SmartScoreLib.comparison.priors import saved_whose
        from SmartScoreLib.reading.saved.find import find_readings

        found = [one for one in find_readings(request.paths, terminal_progress()) if not one.replaced]
        owners = [saved_whose(one) for one in found]
        if found and all(same_person(owners[0], other).answer == "same" for other in owners):
            newest = max(found, key=lambda one: str(one.study_date or ""))
            name = newest.series_instance_uid + (f"/{newest.label}" if newest.label else "")
            request = replace(request, series=name)
    return reading_of(request)
