"""The options that say how files of marks are read."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from SmartScoreLib.lesions.marks import MarksOptions


def add_marks_request(parser: argparse.ArgumentParser) -> None:
    """Names of labels, and what to do with marks that do not fit the picture."""
    marks = parser.add_argument_group("marks")
    marks.add_argument(
        "--labels", metavar="1=LAD,2=LCX", help="what the labels, segment numbers or segment names of the marks mean"
    )
    marks.add_argument(
        "--names",
        type=Path,
        metavar="FILE",
        help="the same from a file, for all marks of a cohort: CSV with LabelValue and Name, JSON, or a color table",
    )
    marks.add_argument(
        "--regrow", action="store_true", help="take every connected calcification that a mark touches as a whole"
    )
    marks.add_argument(
        "--trust-marks",
        action="store_true",
        help="score marks that hit next to no calcium; without this they are refused as those of another picture",
    )
    marks.add_argument(
        "--nifti-form", choices=("sform", "qform"), help="which of the two is right where a NIfTI file's forms differ"
    )


def marks_request(arguments: argparse.Namespace) -> "MarksOptions":
    """The values of the options.

    Raises:
        InputRefused: labels have no sensible names, or the file of names cannot be used.
    """
    from SmartScoreLib.lesions.files.names import given_names
    from SmartScoreLib.lesions.marks import MarksOptions

    return MarksOptions(
        names=given_names(_pairs(arguments.labels), arguments.names),
        regrow=arguments.regrow,
        trust=arguments.trust_marks,
        nifti_form=arguments.nifti_form,
    )


def _pairs(text: str | None) -> dict[str, str]:
    """The pairs of "1=LAD,2=LCX"; what has no "=" is kept as a name without meaning, and refused there."""
    parts = [part.partition("=") for part in (text or "").split(",") if part.strip()]
    return {left.strip(): right.strip() for left, _, right in parts}
