"""`smartscore report`: the pages as PNG and PDF files, without DICOM."""

import argparse
import sys
from pathlib import Path

from SmartScoreLib.cli.score import add_scoring_options, read_for
from SmartScoreLib.remarks.errors import SmartScoreError, WrongUsage
from SmartScoreLib.reports.language import language_codes


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
    """Write what was asked for and name each file on standard output.

    Raises:
        WrongUsage: neither --png nor --pdf is given.
        SmartScoreError: a file cannot be written.
    """
    if arguments.png is None and arguments.pdf is None:
        raise WrongUsage("say where the report goes: --png DIR, --pdf FILE or both")
    reading = read_for(arguments)
    from SmartScoreLib.reading.read import refuse_unreviewed

    refuse_unreviewed(reading)
    # Drawing needs Pillow, which `smartscore score` need not wait for.
    from SmartScoreLib.reports.files import write_pngs
    from SmartScoreLib.reports.pdf import write_pdf

    try:
        written: list[Path] = []
        if arguments.png is not None:
            written += write_pngs(reading, arguments.png, arguments.language)
        if arguments.pdf is not None:
            written.append(write_pdf(reading, arguments.pdf, arguments.language))
    except OSError as error:
        raise SmartScoreError(
            f"{error.filename or arguments.png or arguments.pdf}: {error.strerror or error}"
        ) from error
    for path in written:
        print(path, file=sys.stdout)
    return 0
