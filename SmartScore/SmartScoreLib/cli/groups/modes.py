"""The options that say what is read, and what a reader grades by eye."""

import argparse
from typing import TYPE_CHECKING

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.lesions.visual import VisualGrades

_PATIENT = "patient"


def add_mode_request(parser: argparse.ArgumentParser) -> None:
    """--mode and --visual."""
    parser.add_argument(
        "--mode",
        choices=("coronary", "valve", "chest"),
        help="what is read: the coronary score of a gated scan, the aortic valve, or a chest CT that is not gated "
        "(default: coronary, and chest where the images say that they are not gated)",
    )
    parser.add_argument(
        "--visual",
        metavar="patient=GRADE,LAD=GRADE,...",
        help="what a reader graded by eye, for --mode chest: none, mild, moderate or severe (or 0 to 3) for the "
        "patient, LM, LAD, LCX and RCA; all four vessels give the Weston score",
    )


def visual_request(arguments: argparse.Namespace) -> "VisualGrades | None":
    """The grades that were given; None where the option is not.

    Raises:
        WrongUsage: a part is not of the form NAME=GRADE, or names what is not graded.
    """
    if arguments.visual is None:
        return None
    from SmartScoreLib.lesions.visual import GRADED_VESSELS, GRADES, VisualGrade, VisualGrades

    places = {_PATIENT: _PATIENT, **{key.lower(): key.lower() for key in GRADED_VESSELS}}
    words: dict[str, VisualGrade] = {grade: grade for grade in GRADES}
    words |= {str(number): grade for number, grade in enumerate(GRADES)}
    known = (_PATIENT, *GRADED_VESSELS)
    found: dict[str, VisualGrade] = {}
    for part in arguments.visual.split(","):
        place, _, grade = (piece.strip().lower() for piece in part.partition("="))
        if place not in places or grade not in words or place in found:
            raise WrongUsage(remark("cli.visual", given=part.strip(), places=known, grades=GRADES))
        found[place] = words[grade]
    return VisualGrades(**found)
