"""`smartscore chest-guide`: what the visual grades of coronary calcium look like, as a picture."""

import argparse
from pathlib import Path

from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.language import language_codes


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "chest-guide",
        help="draw what the visual grades of a chest CT look like",
        description="Draw a page with an example of each visual grade of coronary calcium, of a phantom made in code.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the picture (PNG)")
    parser.add_argument("--language", choices=language_codes(), default="en", help="language (default: en)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Draw, write and name the file.

    Raises:
        SmartScoreError: the file cannot be written.
    """
    return answer(arguments.file, arguments.language)


def answer(file: Path, language: str) -> int:
    """Write the picture; the exit status."""
    from SmartScoreLib.reports.chest.guide import chest_guide
    from SmartScoreLib.reports.files import write_png

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_png(chest_guide(language), file)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SmartScoreError(remark("cli.result_not_written", file=str(file), reason=reason)) from error
    print(file)
    return 0
