"""`smartscore score`: marks and a series in, a score sheet out."""

import argparse
import json
from dataclasses import dataclass

from SmartScoreLib.cli.options import add_scoring_options, presets_and, scoring_request
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.request import ScoringRequest, reading_of
from SmartScoreLib.cli.text import (
    STANDARD_OUTPUT,
    TextRequest,
    add_text_options,
    text_request,
    write_result,
    write_text,
)
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language import language_codes


@dataclass(frozen=True)
class ScoreRequest:
    """What is scored, and where it goes: files, or "-" for standard output; if nothing goes there, a table does."""

    scoring: ScoringRequest
    json: str | None = None
    csv: str | None = None
    text: TextRequest | None = None


_EXAMPLES = """  smartscore score DICOM --lesions clicks.json
  smartscore score DICOM --lesions marks.nii.gz --json scores.json --csv scores.csv
  smartscore score DICOM --lesions propose                      likely coronary calcium, for a reader to accept
  smartscore score DICOM --lesions propose --organs TOTALSEGMENTATOR_FOLDER
  smartscore score DICOM --lesions auto                         candidates that no reader has seen
  smartscore score DICOM --lesions clicks.json --protocol Siemens --ethnicity white
  smartscore score DICOM --lesions clicks.json --calibration -3.58,12.5,-140,200
  smartscore score DICOM --lesions clicks.json --calibrations calibrations.json
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
    add_text_options(parser)
    parser.add_argument("--language", choices=language_codes(), default="en", help="language of the text (default: en)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: an option has no sensible value.
        InputRefused: nothing scorable was found, several series were, the marks do not fit, or a text was wanted and
            no reader has confirmed them.
        SmartScoreError: a file cannot be written.
    """
    if [arguments.json, arguments.csv, arguments.text].count(STANDARD_OUTPUT) > 1:
        raise WrongUsage(remark("cli.two_outputs"))
    text = text_request(arguments)
    return answer(ScoreRequest(scoring_request(arguments), arguments.json, arguments.csv, text))


def answer(request: ScoreRequest) -> int:
    """Score, and print the table unless a file goes to standard output; the exit status."""
    reading = reading_of(request.scoring)
    from SmartScoreLib.reading.results import score_csv, score_json

    if request.json:
        # Standard output may go to a terminal or a file of any encoding; a file of ours is UTF-8.
        ascii_only = request.json == STANDARD_OUTPUT
        text = json.dumps(score_json(reading), indent=2, ensure_ascii=ascii_only, allow_nan=False)
        write_result(request.json, text + "\n")
    if request.csv:
        write_result(request.csv, score_csv(reading))
    if request.text:
        write_text(reading, request.text)
    if STANDARD_OUTPUT not in (request.json, request.csv, request.text.target if request.text else None):
        from SmartScoreLib.cli.table import score_table

        print(score_table(reading))
    return 0
