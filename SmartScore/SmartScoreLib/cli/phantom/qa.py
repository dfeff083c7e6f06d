"""`smartscore phantom-qa`: a scanner checked by a calcium phantom, found in the images without a click."""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.cli.text import STANDARD_OUTPUT, write_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.language import language_codes

if TYPE_CHECKING:
    from SmartScoreLib.quality.model import PhantomCheck, PhantomSize
    from SmartScoreLib.series.model import CTSeries


@dataclass(frozen=True)
class CheckRequest:
    """Which images are checked, by which factor, and where the results go.

    Attributes:
        paths: DICOM files, folders and Slicer databases to look in.
        series: Series Instance UID, with "/LABEL" where phases are told apart; None if there is one only.
        mass_factor: mg/(mm3 HU); None takes that of the calibration rods.
        size: of the phantom, for the published figures; None shows both.
        json, png, pdf: files to write; "-" is standard output for JSON.
        language: of the page.
        store: file of calibrations that the factor of the rods is added to, or None.
        valid_days: how long it holds there.
    """

    paths: tuple[Path, ...]
    series: str | None
    mass_factor: float | None
    size: "PhantomSize | None"
    json: str | None
    png: Path | None
    pdf: Path | None
    language: str
    store: Path | None = None
    valid_days: int = 365


_EXAMPLES = """examples:

  smartscore phantom-qa DICOM                               what was measured, and what was published
  smartscore phantom-qa DICOM --pdf check.pdf --size large  a page to file
  smartscore phantom-qa DICOM --store calibrations.json     the scanner's mass factor, for score --calibrations
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "phantom-qa",
        help="check a scanner by a calcium phantom (QRM-CCI)",
        description="Find the nine inserts of a QRM-CCI, score them, and compare with their nominal mass and with what "
        "was published of four vendors' scanners.",
    )
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="DICOM files, folders, or a Slicer database"
    )
    parser.add_argument(
        "--series", metavar="UID[/LABEL]", help="which series, where several are found; /LABEL tells phases apart"
    )
    parser.add_argument(
        "--size",
        choices=("small", "large"),
        help="the phantom's thorax without (small) or with (large) its extension ring, for the published figures",
    )
    parser.add_argument(
        "--mass-factor",
        type=float,
        metavar="C",
        help="mg of calcium hydroxyapatite per mm3 and HU (default: measured on the calibration rods)",
    )
    parser.add_argument("--json", metavar="FILE", help="write the results as JSON; '-' is standard output")
    parser.add_argument("--png", type=Path, metavar="FILE", help="write the page as a picture")
    parser.add_argument("--pdf", type=Path, metavar="FILE", help="write the page as PDF")
    parser.add_argument(
        "--store",
        type=Path,
        metavar="FILE",
        help="add the measured mass factor of this scanner to this file of calibrations (see score --calibrations)",
    )
    parser.add_argument(
        "--valid-days", type=int, default=365, metavar="N", help="how long that factor may be used (default: 365)"
    )
    parser.add_argument("--language", choices=language_codes(), default="en", help="language of the page (default: en)")
    parser.ending = lambda: _EXAMPLES
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: an option has no sensible value.
        InputRefused: nothing usable was found, several series were, or no phantom is in the images.
        SmartScoreError: a file cannot be written.
    """
    given = {field: getattr(arguments, field) for field in CheckRequest.__dataclass_fields__ if field != "paths"}
    return answer(CheckRequest(tuple(arguments.paths), **given))


def answer(request: CheckRequest) -> int:
    """Find, measure and write; the exit status."""
    from SmartScoreLib.database.sources import find_in
    from SmartScoreLib.quality.check import check_phantom
    from SmartScoreLib.series.choosing import choose
    from SmartScoreLib.series.load import load_series

    progress = terminal_progress()
    series = load_series(choose(find_in(request.paths, progress), request.series), progress)
    check = check_phantom(series, mass_factor=request.mass_factor)
    _write(request, check, series)
    if request.store is not None:
        from SmartScoreLib.quality.calibrations import calibration_of_check, store

        store(request.store, calibration_of_check(check, request.valid_days))
    if request.json != STANDARD_OUTPUT:
        from SmartScoreLib.cli.phantom.table import check_text

        print(check_text(check, request.size))
    return 0


def _write(request: CheckRequest, check: "PhantomCheck", series: "CTSeries") -> None:
    from SmartScoreLib.quality.results import check_json
    from SmartScoreLib.reports.quality.page import check_document, check_picture

    if request.json:
        values = check_json(check, request.size)
        text = json.dumps(values, indent=2, ensure_ascii=request.json == STANDARD_OUTPUT, allow_nan=False)
        write_result(request.json, text + "\n")
    try:
        if request.png:
            from SmartScoreLib.reports.files import write_png

            request.png.parent.mkdir(parents=True, exist_ok=True)
            write_png(check_picture(check, series, request.language, request.size), request.png)
        if request.pdf:
            from SmartScoreLib.reports.printing.reportlab_painter import paint_with_reportlab

            request.pdf.parent.mkdir(parents=True, exist_ok=True)
            paint_with_reportlab(check_document(check, series, request.language, request.size), request.pdf)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SmartScoreError(remark("cli.result_not_written", file=str(error.filename), reason=reason)) from error
