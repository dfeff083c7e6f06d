"""`smartscore report`: the pages as PNG and PDF files, without DICOM."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.cli.options import add_scoring_options, scoring_request
from SmartScoreLib.cli.request import ScoringRequest, reading_of, told_with_zero
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language import language_codes


@dataclass(frozen=True)
class ReportRequest:
    """What is scored, and where its pages go: a folder of pictures, a PDF file, or both."""

    scoring: ScoringRequest
    png: Path | None = None
    pdf: Path | None = None
    language: str = "en"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "report",
        help="write the report pages and screen saves as PNG, and the pages as PDF",
        description="Score a series and write the Physician and Patient pages and a screen save of every slice "
        "that has lesions.",
    )
    add_scoring_options(parser)
    parser.add_argument("--png", type=Path, metavar="DIR", help="write every page and screen save into this folder")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write both reports as one vector PDF")
    parser.add_argument(
        "--language", choices=language_codes(), default="en", help="language of the pages (default: en)"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: neither --png nor --pdf is given, or an option has no sensible value.
        InputRefused: the series or the marks cannot be used, or no reader has confirmed the marks.
        SmartScoreError: a file cannot be written.
    """
    if arguments.png is None and arguments.pdf is None:
        raise WrongUsage(remark("cli.report_nowhere"))
    return answer(ReportRequest(scoring_request(arguments), arguments.png, arguments.pdf, arguments.language))


def answer(request: ReportRequest) -> int:
    """Write what was asked for and name each file on standard output; the exit status."""
    reading = reading_of(request.scoring)
    # Drawing needs Pillow, which `smartscore score` need not wait for.
    from SmartScoreLib.api.pages import report

    for path in report(reading, png=request.png, pdf=request.pdf, language=request.language):
        print(path)
    from SmartScoreLib.reports.page_identity import names_not_drawn

    for said in (*told_with_zero(reading), *names_not_drawn(reading)):
        print(english(said), file=sys.stderr)
    return 0
