"""The options that scoring commands share, and the request that they make."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from SmartScoreLib.cli.completion import complete_protocols
from SmartScoreLib.cli.groups.marks import add_marks_request, marks_request
from SmartScoreLib.cli.groups.mass import add_mass_options, mass_request, typed_factor
from SmartScoreLib.cli.groups.meaning import add_meaning_options, meaning_request
from SmartScoreLib.cli.groups.modes import add_mode_request, visual_request
from SmartScoreLib.cli.request import ScoringRequest
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.reading.model import ReportTexts
    from SmartScoreLib.scoring.model import ScoringProtocol

AUTO: Final = "auto"
PROPOSE: Final = "propose"
LATEST: Final = "latest"


def add_scoring_options(parser: argparse.ArgumentParser) -> None:
    """PATH, the marks, the rules and what is known of the patient."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="DICOM files, folders, or a Slicer database"
    )
    parser.add_argument(
        "--lesions",
        metavar="FILE",
        help=".seg.nrrd, label map, DICOM SEG or RTSTRUCT, ROI list of OsiriX, a folder of such files, or JSON clicks; "
        f"'{PROPOSE}' takes what the program finds likely to be coronary calcium, with a vessel for each, unreviewed; "
        f"'{AUTO}' takes every candidate that is not bone; "
        f"'{LATEST}' opens the newest saved reading as it was: rules, person, reader and texts too, where no option "
        "gives others",
    )
    parser.add_argument(
        "--organs",
        type=Path,
        metavar="PATH",
        help=f"with '{PROPOSE}': heart, aorta and coronary arteries as TotalSegmentator or others segmented them, "
        "a file or a folder; without it they are found by the picture",
    )
    parser.add_argument(
        "--confirm-zero",
        action="store_true",
        help="you have looked, and there is no coronary calcium: without this, no marks are 'not read' and no zero",
    )
    parser.add_argument(
        "--dominance",
        choices=("right", "left", "unknown"),
        default="unknown",
        help="which artery the PDA is counted with: RCA (right), LCX (left); unknown counts it with RCA and says so",
    )
    parser.add_argument(
        "--series", metavar="UID[/LABEL]", help="which series, where several are found; /LABEL tells phases apart"
    )
    add_marks_request(parser)
    add_mode_request(parser)
    rules = parser.add_argument_group("rules")
    protocol = rules.add_argument(
        "--protocol",
        metavar="NAME",
        help="a preset of rules (default: SmartScore AJ-130; all are listed at the end), or a JSON file of one's own",
    )
    protocol.completer = complete_protocols  # type: ignore[attr-defined] # where argcomplete looks for it
    rules.add_argument("--threshold", type=float, metavar="HU", help="a marked voxel counts from this value")
    rules.add_argument("--min-area", type=float, metavar="MM2", help="smallest area of a lesion in a slice")
    rules.add_argument("--volume", choices=("plain", "isotropic"), help="how volume is measured")
    add_mass_options(rules)
    add_meaning_options(parser)
    patient = parser.add_argument_group("patient and reading")
    patient.add_argument(
        "--ethnicity", choices=("white", "chinese", "black", "hispanic"), help="for percentiles by ethnic group (MESA)"
    )
    patient.add_argument(
        "--person",
        type=Path,
        metavar="FILE",
        help="JSON with any of age_years, sex, ethnicity, diabetes, smoker, total_cholesterol_mg_dl, "
        "hdl_cholesterol_mg_dl, lipid_medication, systolic_mmhg, blood_pressure_medication, family_history, statin, "
        "egfr_ml_min, group (of a table of one's own)",
    )
    patient.add_argument("--reader", default="", metavar="NAME", help="who marked the lesions")
    patient.add_argument("--comment", default="", metavar="TEXT", help="free text for the report")
    texts = parser.add_argument_group("texts of the report")
    for option, what in _TEXTS.items():
        texts.add_argument(f"--{option}", default="", metavar="TEXT", help=what)
    texts.add_argument(
        "--status", choices=("draft", "final"), default="", help="'draft' marks every page as preliminary"
    )


def presets_and(examples: str) -> str:
    """The end of a command's help: every preset of rules with its source, and examples."""
    from SmartScoreLib.remarks.english import english
    from SmartScoreLib.scoring.presets import PRESETS

    described = [f"  {name}\n" + _set_in(english(rules.source)) for name, rules in PRESETS.items() if rules.source]
    return "rules that --protocol knows:\n\n" + "\n".join(described) + f"\n\nexamples:\n\n{examples}"


def _set_in(text: str) -> str:
    import textwrap

    return textwrap.fill(text, 100, initial_indent=" " * 6, subsequent_indent=" " * 6)


_TEXTS = {
    "indication": "why the scan was made",
    "image-quality": "motion, noise, metal",
    "comparison": "earlier examinations that were looked at",
    "extracardiac": "findings outside the heart",
    "impression": "the conclusion (default: a sentence drafted from the numbers)",
}


def scoring_request(arguments: argparse.Namespace) -> ScoringRequest:
    """The values of the options of `add_scoring_options`; what lies behind knows no command line.

    Raises:
        WrongUsage: an option has no sensible value, or two exclude each other.
        InputRefused: the file of the person, of the rules or of the organs cannot be used.
    """
    return ScoringRequest(
        paths=tuple(arguments.paths),
        lesions=_lesions(arguments.lesions, arguments.confirm_zero, arguments.visual is not None),
        organs=_organs(arguments.organs, arguments.lesions),
        marks=marks_request(arguments),
        meaning=meaning_request(arguments),
        series=arguments.series,
        protocol=_protocol(
            arguments.protocol,
            threshold_hu=arguments.threshold,
            minimum_area_mm2=arguments.min_area,
            volume_method=arguments.volume,
            mass_factor=typed_factor(arguments.mass_factor),
        ),
        calibration=mass_request(arguments),
        person=_person(arguments.person, arguments.ethnicity),
        dominance=None if arguments.dominance == "unknown" else arguments.dominance,
        confirm_zero=arguments.confirm_zero,
        mode=arguments.mode,
        visual=visual_request(arguments),
        reader=arguments.reader,
        comment=arguments.comment,
        texts=_report_texts(
            arguments.indication,
            arguments.image_quality,
            arguments.comparison,
            arguments.extracardiac,
            arguments.impression,
            arguments.status,
        ),
    )


def _lesions(given: str | None, zero: bool, graded: bool) -> Path | Literal["auto", "propose", "latest"] | None:
    """The marks; who confirms that there is no calcium, or grades by eye, needs none; a program cannot confirm it."""
    if given is None and not (zero or graded):
        raise WrongUsage(remark("cli.no_marks"))
    if given in (AUTO, PROPOSE) and zero:
        raise WrongUsage(remark("cli.zero_auto", lesions=given))
    if given == AUTO:
        return AUTO
    if given == PROPOSE:
        return PROPOSE
    if given == LATEST:
        return LATEST
    return None if given is None else Path(given)


def _organs(given: Path | None, lesions: str | None) -> Path | None:
    """The organs; without proposals nothing would look at them."""
    if given is not None and lesions != PROPOSE:
        raise WrongUsage(remark("cli.organs_alone"))
    if given is not None and not given.exists():
        raise InputRefused([remark("api.no_path", path=str(given))])
    return given


def _report_texts(*texts: str) -> "ReportTexts":
    """The texts in the order of the fields of `ReportTexts`, and today as the date of the report."""
    from SmartScoreLib.reading.model import ReportTexts

    return ReportTexts(*texts, reported_on=date.today())  # type: ignore[arg-type,misc] # the status is one of the choices


def _protocol(name: str | None, **given: float | str | None) -> "ScoringProtocol | None":
    """The rules with the values that were given on top of them; rules that were changed say so in their name.

    None where no option gives a rule.
    """
    if name is None and all(value is None for value in given.values()):
        return None
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, customize

    rules = DEFAULT_PROTOCOL if name is None else protocol_named(name)
    return customize(rules, **{key: value for key, value in given.items() if value is not None})


def protocol_named(name: str) -> "ScoringProtocol":
    """The preset of that name, or the rules of a JSON file.

    Raises:
        WrongUsage: there is no such preset.
        InputRefused: the file cannot be used.
    """
    from SmartScoreLib.scoring.presets import PRESETS
    from SmartScoreLib.scoring.protocol_file import read_protocol

    if name.endswith(".json"):
        return read_protocol(Path(name))
    if name not in PRESETS:
        raise WrongUsage(remark("cli.protocol", name=name, known=tuple(PRESETS)))
    return PRESETS[name]


def _person(file: Path | None, ethnicity: str | None) -> "Person | None":
    """None where no option says anything of the person."""
    if not file and not ethnicity:
        return None
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.reading.person_file import read_person

    person = read_person(file) if file else Person()
    return replace(person, ethnicity=ethnicity) if ethnicity else person  # type: ignore[arg-type] # one of the choices
