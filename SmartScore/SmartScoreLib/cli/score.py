"""`smartscore score`: marks and a series in, a score sheet out."""

import argparse
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.cli.options import add_scoring_options, presets_and, scoring_request
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.request import ScoringRequest, reading_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError, WrongUsage

STANDARD_OUTPUT = "-"


@dataclass(frozen=True)
class ScoreRequest:
    """What is scored, and where the scores go: files, or "-" for standard output; with neither, a table is printed."""

    scoring: ScoringRequest
    json: str | None = None
    csv: str | None = None


_EXAMPLES = """  smartscore score DICOM --lesions clicks.json
  smartscore score DICOM --lesions marks.nii.gz --json scores.json --csv scores.csv
  smartscore score DICOM --lesions auto                         candidates that no reader has seen
  smartscore score DICOM --lesions clicks.json --protocol Siemens --ethnicity white
  smartscore score DICOM --lesions clicks.json --calibration -3.58,12.5,-140,8,200
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "score",
        help="score a series with given marks",
        description="Score a series by marks from a file, or by candidates.",
    )
    add_scoring_options(parser)
    parser.add_argument("--json", metavar="FILE", help="write the scores as JSON; '-' is standard output")
    parser.add_argument("--csv", metavar="FILE", help="write the scores as CSV; '-' is standard output")
    parser.ending = lambda: presets_and(_EXAMPLES)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: an option has no sensible value.
        InputRefused: nothing scorable was found, several series were, or the marks do not fit.
        SmartScoreError: a file cannot be written.
    """
    if arguments.json == arguments.csv == STANDARD_OUTPUT:
        raise WrongUsage(remark("cli.two_outputs"))
    return answer(ScoreRequest(scoring_request(arguments), arguments.json, arguments.csv))


def answer(request: ScoreRequest) -> int:
    """Score, and print the table unless a file goes to standard output; the exit status."""
    reading = reading_of(request.scoring)
    from SmartScoreLib.reading.results import score_csv, score_json

    if request.json:
        # Standard output may go to a terminal or a file of any encoding; a file of ours is UTF-8.
        ascii_only = request.json == STANDARD_OUTPUT
        _write(request.json, json.dumps(score_json(reading), indent=2, ensure_ascii=ascii_only, allow_nan=False) + "\n")
    if request.csv:
        _write(request.csv, score_csv(reading))
    if STANDARD_OUTPUT not in (request.json, request.csv):
        from SmartScoreLib.cli.table import score_table

        print(score_table(reading))
    return 0


def _write(target: str, text: str) -> None:
    if target == STANDARD_OUTPUT:
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
        raise SmartScoreError(
            remark("cli.result_not_written", file=target, reason=error.strerror or str(error))
        ) from error
