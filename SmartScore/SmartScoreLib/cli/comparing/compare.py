"""`smartscore compare`: two or more readers, methods or rules on the same exams.

`--json` prints one object: `"schema": "smartscore-agreement/1"`, `methods` [{name, source, exams}], `paired_by`,
`reference`|null, `confidence` of every interval, `pairs` [{first, second, exams, categories: exams by category,
rows of the first}], `statistics` [{first, second, territory, measure, statistic, value, low, high, count}], `meaning`
of each statistic, `remarks` [{code, severity, values, text}].

Exit status 0 if something was compared, else 3.
"""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.cli.groups.marks import add_marks_request, marks_request
from SmartScoreLib.cli.options import protocol_named
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.terminal.progress import terminal_progress
from SmartScoreLib.cli.text import STANDARD_OUTPUT, write_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.reports.language import language_codes

if TYPE_CHECKING:
    from SmartScoreLib.comparison.agreement.agree import Agreement

_FORMATS = ("png", "pdf", "svg")

_EXAMPLES = """examples:

  smartscore compare reader1=cohort1 reader2=cohort2 --out agreement
  smartscore compare cohort --by reader --out agreement              one table, a column tells the readers apart
  smartscore compare consensus=truth.csv net=exams.csv --reference consensus --key exam
  smartscore compare database --by reader                            saved readings of a Slicer database
  smartscore compare A.dcm B.xml --images DICOM                      a segmentation and an ROI list, lesion by lesion
  smartscore compare marks.nii.gz --images DICOM --protocol Canon --protocol Siemens
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "compare",
        help="how far readers, methods or rules agree",
        description="Compare the readings of two or more readers, methods or rules of the same exams: ICC(A,1), limits "
        "of agreement, weighted kappa of the categories, and lesions, per exam and per artery. Exams that pair with "
        "nothing are named, and exams of different persons are never paired.",
        epilog=_EXAMPLES,
    )
    parser.add_argument(
        "sources", nargs="+", metavar="[NAME=]PATH",
        help="a table of scores (CSV, Parquet) or the folder of smartscore cohort, a score JSON or a folder of them, a "
        "database or folder of saved readings, or a file of marks (with --images); NAME is what it is called",
    )  # fmt: skip
    parser.add_argument("--out", type=Path, metavar="DIR", help="write page, figures and tables into this folder")
    parser.add_argument("--json", metavar="FILE", help="write the numbers as JSON; '-' is standard output")
    parser.add_argument("--reference", default="", metavar="NAME", help="the method that is right; else every pair")
    pairing = parser.add_argument_group("which exams belong together")
    pairing.add_argument("--by", metavar="COLUMN", help="what tells methods apart in one source: reader, protocol ...")
    pairing.add_argument(
        "--key", default="series", metavar="NAME", help="series (default), study, or a column such as exam or file"
    )
    pairing.add_argument(
        "--other-ids", action="store_true", help="an exam may have other Patient IDs, as where one was de-identified"
    )
    pairing.add_argument(
        "--columns", default="", metavar="total_agatston=AJ130,exam=Case", help="our columns by those of the tables"
    )
    parser.add_argument("--images", nargs="+", type=Path, default=[], metavar="PATH", help="images of files of marks")
    parser.add_argument(
        "--protocol", action="append", metavar="NAME", help="rules to score marks by (default: SmartScore AJ-130); "
        "several make a method of each",
    )  # fmt: skip
    parser.add_argument(
        "--classification", default="cac-drs", metavar="NAME",
        help="whose categories are compared: cac-drs (default), acc-aha-2026, rumberger-1999",
    )  # fmt: skip
    parser.add_argument("--no-lesions", action="store_true", help="do not count lesions, which loads all images")
    add_marks_request(parser)
    page = parser.add_argument_group("page and figures")
    page.add_argument("--formats", default=",".join(_FORMATS), metavar="png,pdf,svg", help="of the figures")
    page.add_argument("--language", choices=language_codes(), default="en", help="of page and figures (default: en)")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare, and say what was found.

    Raises:
        WrongUsage: an option has no sensible value.
        InputRefused: a source cannot be read, or nothing pairs.
        SmartScoreError: a file cannot be written, or a package is missing.
    """
    formats = tuple(one for one in arguments.formats.split(",") if one)
    if unknown := [one for one in formats if one not in _FORMATS]:
        raise WrongUsage(remark("comparison.agreement_no_format", given=unknown[0], known=_FORMATS))
    agreement = _agreement(arguments, formats)
    if arguments.json:
        from SmartScoreLib.comparison.agreement.results import agreement_json

        ascii_only = arguments.json == STANDARD_OUTPUT
        text = json.dumps(agreement_json(agreement), indent=2, ensure_ascii=ascii_only, allow_nan=False)
        write_result(arguments.json, text + "\n")
    if arguments.json != STANDARD_OUTPUT:
        from SmartScoreLib.reports.agreement.summary import summary

        print(summary(agreement, arguments.language))
        if arguments.out is not None:
            print("\n".join(str(path) for path in sorted(arguments.out.glob("*.*"))))
    return 0


def _agreement(arguments: argparse.Namespace, formats: tuple[str, ...]) -> "Agreement":
    from SmartScoreLib.api.agreements import compare

    return compare(
        _sources(arguments.sources),
        arguments.out,
        by=arguments.by,
        key=arguments.key,
        reference=arguments.reference,
        other_ids=arguments.other_ids,
        columns=_columns(arguments.columns),
        images=arguments.images,
        protocols=[protocol_named(name) for name in arguments.protocol or ()],
        marks=marks_request(arguments),
        classification=arguments.classification,
        by_lesion=not arguments.no_lesions,
        language=arguments.language,
        formats=formats,
        progress=terminal_progress(),
    )


def _sources(texts: list[str]) -> list[tuple[str, Path]]:
    """NAME=PATH, or a path; one that is there is a path whatever signs it has."""
    found = []
    for text in texts:
        name, sign, path = text.partition("=")
        found.append((name, Path(path)) if sign and path and not Path(text).exists() else ("", Path(text)))
    return found


def _columns(text: str) -> dict[str, str]:
    parts = [part.partition("=") for part in text.split(",") if part.strip()]
    if wrong := [left for left, sign, right in parts if not (sign and left.strip() and right.strip())]:
        raise WrongUsage(remark("comparison.agreement_columns_form", given=wrong[0]))
    return {left.strip(): right.strip() for left, _, right in parts}
