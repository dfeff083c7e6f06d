"""The options for the text of a report, which several commands have, and a result into a file or to standard output."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError, WrongUsage
from SmartScoreLib.whole_file import whole_file

if TYPE_CHECKING:
    from SmartScoreLib.comparison.followup import Followup
    from SmartScoreLib.reading.model import Reading
    from SmartScoreLib.reports.dictation.template import Template

STANDARD_OUTPUT: Final = "-"


@dataclass(frozen=True)
class TextRequest:
    """Where the text goes, "-" for standard output; in which language, and by which template."""

    target: str
    language: str
    template: "Template | None"


def add_text_options(parser: argparse.ArgumentParser) -> None:
    """--text and --text-template; --language is the command's own."""
    parser.add_argument(
        "--text",
        nargs="?",
        const=STANDARD_OUTPUT,
        metavar="FILE",
        help="write findings and impression as sentences for a dictation; without FILE, or '-', to standard output",
    )
    parser.add_argument(
        "--text-template",
        type=Path,
        metavar="FILE",
        help="what --text says: a text with the names of fields in braces, such as {agatston}",
    )


def text_request(arguments: argparse.Namespace) -> TextRequest | None:
    """What was asked for, or None.

    Raises:
        WrongUsage: there is a template for a text that is not wanted.
        InputRefused: the template cannot be read, or has other fields.
    """
    if arguments.text is None:
        if arguments.text_template is not None:
            raise WrongUsage(remark("cli.template_alone"))
        return None
    template = None
    if arguments.text_template is not None:
        from SmartScoreLib.reports.dictation.template import read_template

        # A template that is wrong is told before the long work of reading and scoring.
        template = read_template(arguments.text_template)
    return TextRequest(arguments.text, arguments.language, template)


def write_text(reading: "Reading", request: TextRequest, followup: "Followup | None" = None) -> None:
    """Write the text, with a follow-up of the reading what has changed.

    Raises:
        InputRefused: no reader has confirmed the marks.
        SmartScoreError: the file cannot be written.
    """
    from SmartScoreLib.reading.read import refuse_without_result
    from SmartScoreLib.reports.dictation.report_text import report_text

    refuse_without_result(reading)
    write_result(request.target, report_text(reading, request.language, request.template, followup).plain)


def write_result(target: str, text: str) -> None:
    """Write a result into a file, as a whole or not at all, or to standard output.

    Raises:
        SmartScoreError: the file cannot be written.
    """
    if target == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    try:
        with whole_file(Path(target)) as file:
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SmartScoreError(
            remark("cli.result_not_written", file=target, reason=error.strerror or str(error))
        ) from error
