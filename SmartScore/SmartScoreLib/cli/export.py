"""`smartscore export`: a reading as DICOM series in a Slicer database folder."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from SmartScoreLib.cli.followup.command import add_prior, followup_of
from SmartScoreLib.cli.options import add_scoring_options, presets_and, scoring_request
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.request import ScoringRequest, reading_of, told_with_zero
from SmartScoreLib.cli.written import written_line
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language import language_codes

if TYPE_CHECKING:
    from SmartScoreLib.exports.export import ExportChoices

AUTO: Final = "auto"
_CHOICES = (
    *("physician", "patient", "screens", "physician_pdf", "patient_pdf", "reduced"),
    *("segmentation", "structured_report", "presentation"),
)


@dataclass(frozen=True)
class ExportRequest:
    """What is scored, what is written of it, and into which database folder."""

    scoring: ScoringRequest
    choices: "ExportChoices"
    database: Path
    priors: tuple[Path, ...] = ()
    stated: bool = False


_EXAMPLES = """  smartscore export DICOM --lesions clicks.json --database SlicerDICOM --physician --patient
  smartscore export DICOM --lesions clicks.json --database SlicerDICOM --screens --reduced 12:38
"""


def add_parser(subparsers: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = subparsers.add_parser(
        "export",
        help="write reports, screen saves, a reduced CT series and the reading itself into a Slicer DICOM database",
        description="Score a series and write what is chosen as new DICOM series of its study into a Slicer DICOM "
        "database folder: all of it, or nothing. Sources and what the database holds are never changed.",
    )
    add_scoring_options(parser)
    output = parser.add_argument_group("output")
    output.add_argument(
        "--database",
        required=True,
        type=Path,
        metavar="DIR",
        help="a Slicer DICOM database folder (schema 0.8.1, Slicer 5.10 and later); a new or empty folder becomes one",
    )
    output.add_argument("--physician", action="store_true", help="write the Physician report, 512 x 512")
    output.add_argument(
        "--patient",
        action="store_true",
        help="write the Patient report, 1024 x 1024; of a score that is not valid, one page that says so",
    )
    output.add_argument("--screens", action="store_true", help="write a screen save of every slice with lesions")
    output.add_argument("--physician-pdf", action="store_true", help="write the Physician report as a PDF document, A4")
    output.add_argument("--patient-pdf", action="store_true", help="write the Patient report as a PDF document, A4")
    output.add_argument(
        "--reduced",
        nargs="?",
        const=AUTO,
        metavar="A:B",
        help="write CT slices A to B as a series, counted from 1, the most inferior, as pictures and reports count "
        "them; without A:B the slices with lesions and 10 mm on either side, or all slices if there is no lesion",
    )
    output.add_argument(
        "--segmentation", action="store_true", help="write the marks as a DICOM Segmentation, a segment a territory"
    )
    output.add_argument(
        "--structured-report",
        action="store_true",
        help="save the reading: scores, rules and texts as a structured report (TID 1500), and the segmentation that "
        "it measures; 'smartscore readings' lists it, '--lesions latest' opens it again",
    )
    output.add_argument(
        "--presentation", action="store_true", help="write the outlines of the lesions over the CT images (GSPS)"
    )
    output.add_argument(
        "--language", choices=language_codes(), default="en", help="language of the pages (default: en)"
    )
    output.add_argument(
        "--provenance", action="store_true", help="add which images each file was derived from, and how"
    )
    output.add_argument("--device", type=Path, metavar="FILE", help="JSON with the names that say where files are made")
    add_prior(parser)
    parser.ending = lambda: presets_and(_EXAMPLES)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: nothing was chosen, or an option has no sensible value.
        InputRefused: the series or the marks cannot be used.
        ExportFailed: nothing was written, and why.
    """
    if not any(getattr(arguments, name) for name in _CHOICES):
        raise WrongUsage(remark("cli.nothing_chosen"))
    from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, load_device
    from SmartScoreLib.exports.export import ExportChoices

    choices = ExportChoices(
        physician=arguments.physician,
        patient=arguments.patient,
        screens=arguments.screens,
        physician_pdf=arguments.physician_pdf,
        patient_pdf=arguments.patient_pdf,
        reduced=reduced_slices(arguments.reduced),
        language=arguments.language,
        provenance=arguments.provenance,
        device=load_device(arguments.device) if arguments.device else DEFAULT_DEVICE,
        segmentation=arguments.segmentation,
        structured_report=arguments.structured_report,
        presentation=arguments.presentation,
    )
    priors, stated = tuple(arguments.prior), arguments.same_person
    return answer(ExportRequest(scoring_request(arguments), choices, arguments.database, priors, stated))


def reduced_slices(text: str | None) -> range | Literal["auto"] | None:
    """Slice indices (0 = the most inferior) of "A:B", which counts from 1 and includes both; "auto" and None stay.

    Whether they lie in the series is known, and said, where the series is.

    Raises:
        WrongUsage: not of this form.
    """
    if text is None:
        return None
    if text == AUTO:
        return AUTO
    try:
        first, last = (int(part) for part in text.split(":"))
    except ValueError:
        raise WrongUsage(remark("cli.reduced", given=text)) from None
    return range(first - 1, last)


def answer(request: ExportRequest) -> int:
    """Write what was chosen and say what lies where; the exit status."""
    from SmartScoreLib.cli.terminal.progress import terminal_progress
    from SmartScoreLib.database.folder import FolderDatabase
    from SmartScoreLib.exports.export import export, remarks_of

    # A database that cannot be used is told before the long work of reading and scoring.
    database = FolderDatabase(request.database)
    reading = reading_of(request.scoring)
    followup = followup_of(reading, request.priors, request.stated) if request.priors else None
    done = export(reading, database, request.choices, terminal_progress(), followup=followup)
    for one in (*told_with_zero(reading), *remarks_of(done)):
        print(english(one), file=sys.stderr)
    for written in done:
        print(written_line(written))
    kinds = {written.kind for written in done}
    if request.choices.segmentation and "segmentation" not in kinds:
        print("Segmentation: none, nothing is marked")
    if request.choices.presentation and "presentation" not in kinds:
        print("Outlines: none, no slice has a lesion")
    if request.choices.screens and "screens" not in kinds:
        print("Screen saves: none, no slice has a lesion")
    print(f"Database: {database.folder}")
    return 0
