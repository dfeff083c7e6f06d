"""`smartscore report`: the pages as PNG and PDF files and as text, without DICOM."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.cli.followup.command import add_prior, followup_of
from SmartScoreLib.cli.options import add_scoring_options, presets_and, scoring_request
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.request import ScoringRequest, reading_of, told_with_zero
from SmartScoreLib.cli.text import STANDARD_OUTPUT, TextRequest, add_text_options, text_request, write_text
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language import language_codes


@dataclass(frozen=True)
class ReportRequest:
    """What is scored, and where its pages go: a folder of pictures, a PDF file, a text, or several of them."""

    scoring: ScoringRequest
    png: Path | None = None
    pdf: Path | None = None
    language: str = "en"
    text: TextRequest | None = None
    priors: tuple[Path, ...] = ()
    stated: bool = False


_EXAMPLES = """  smartscore report DICOM --lesions clicks.json --png pages --pdf report.pdf
  smartscore report DICOM --lesions clicks.json --pdf report.pdf --language de --reader "A. Reader"
"""


def add_parser(subparsers: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "report",
        help="write the report pages and screen saves as PNG, and the pages as PDF and as text",
        description="Score a series and write the Physician and Patient pages and a screen save of every slice "
        "that has lesions.",
    )
    add_scoring_options(parser)
    parser.add_argument("--png", type=Path, metavar="DIR", help="write every page and screen save into this folder")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write both reports as one vector PDF")
    add_text_options(parser)
    parser.add_argument(
        "--language", choices=language_codes(), default="en", help="language of pages and text (default: en)"
    )
    add_prior(parser)
    parser.ending = lambda: presets_and(_EXAMPLES)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: none of --png, --pdf and --text is given, or an option has no sensible value.
        InputRefused: the series or the marks cannot be used, or no reader has confirmed the marks.
        SmartScoreError: a file cannot be written.
    """
    text = text_request(arguments)
    if arguments.png is None and arguments.pdf is None and text is None:
        raise WrongUsage(remark("cli.report_nowhere"))
    priors = tuple(arguments.prior)
    scoring = scoring_request(arguments)
    return answer(
        ReportRequest(scoring, arguments.png, arguments.pdf, arguments.language, text, priors, arguments.same_person)
    )


def answer(request: ReportRequest) -> int:
    """Write what was asked for and name each file; the exit status.

    The files are named on standard output, or on standard error where the text goes to standard output.
    """
    reading = reading_of(request.scoring)
    followup = followup_of(reading, request.priors, request.stated) if request.priors else None
    names = sys.stdout
    if request.text is not None:
        write_text(reading, request.text, followup)
        names = sys.stderr if request.text.target == STANDARD_OUTPUT else names
        if request.text.target != STANDARD_OUTPUT:
            print(request.text.target)
    if request.png is None and request.pdf is None:
        return 0
    # Drawing needs Pillow, which `smartscore score` need not wait for.
    from SmartScoreLib.api.pages import report

    for path in report(reading, png=request.png, pdf=request.pdf, language=request.language, followup=followup):
        print(path, file=names)
    from SmartScoreLib.reports.page_identity import names_not_drawn

    for said in (*told_with_zero(reading), *names_not_drawn(reading)):
        print(english(said), file=sys.stderr)
    return 0
