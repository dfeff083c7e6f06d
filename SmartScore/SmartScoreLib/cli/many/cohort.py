"""`smartscore cohort`: many exams to tables; `--verify` repeats a run by its manifest.

Exit status 0 if at least one exam has a score or a stated zero, marks that nobody reviewed, or nothing to be read; 3 if
every exam failed; of `--verify`: 0 if all tables are the same, else 1.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.cli.completion import complete_protocols
from SmartScoreLib.cli.groups.marks import add_marks_request, marks_request
from SmartScoreLib.cli.groups.meaning import CLASSIFICATIONS, POPULATIONS, chosen, meaning_request
from SmartScoreLib.cli.options import presets_and, protocol_named
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.terminal.progress import long_progress
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import WrongUsage

if TYPE_CHECKING:
    from SmartScoreLib.cohort.model import Meaning
    from SmartScoreLib.cohort.request import Summary
    from SmartScoreLib.cohort.running.crews import Crew

_EXAMPLES = """  smartscore cohort CT --lesions MASKS --out results            CT/P001 and MASKS/P001.nii.gz, and so on
  smartscore cohort CT --lesions '{folder}/*.seg.nrrd' --out results
  smartscore cohort database --lesions latest --out results     the newest saved reading of each volume
  smartscore cohort exams.csv --out results --protocol GE --protocol Siemens
  smartscore cohort CT --lesions MASKS --out results --deidentify keys
  smartscore cohort --verify results/manifest.json
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser(
        "cohort",
        help="score many exams into tables",
        description="Score every exam of a folder, a Slicer database or a table: one row an exam, one a territory and "
        "one a lesion, as CSV and Parquet, with a dictionary of every column and a manifest. What fails is a row with "
        "its reasons. The same command goes on where an earlier run was stopped.",
    )
    parser.add_argument(
        "source",
        nargs="?",
        type=Path,
        metavar="SOURCE",
        help="a folder with a folder an exam; a Slicer database; or a table (.csv, .parquet) with the column series, "
        "and any of exam, series_uid, marks, reader, dominance, age_years, sex, ethnicity and so on, and your own",
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="the folder of the tables, made if needed")
    parser.add_argument(
        "--lesions",
        metavar="MARKS",
        help="a folder with a file of marks for each exam, named like it; or a name with {exam} or {folder} in it, and "
        "* and ?; or 'latest' (newest saved reading of each volume), 'readings' (all saved readings), 'propose' (what "
        "is likely to be coronary calcium) or 'auto' (every candidate), which no reader has seen; a table has them in "
        "its column marks",
    )
    parser.add_argument("--reader", default="", metavar="NAME", help="who made the marks")
    protocol = parser.add_argument(
        "--protocol",
        action="append",
        default=[],
        metavar="NAME",
        help="a preset of rules, or a JSON file of one's own; several give a row each (default: SmartScore AJ-130, and "
        "for saved readings their own)",
    )
    protocol.completer = complete_protocols  # type: ignore[attr-defined] # where argcomplete looks for it
    parser.add_argument(
        "--classification", choices=CLASSIFICATIONS, help=f"of the grade (default: {CLASSIFICATIONS[0]})"
    )
    parser.add_argument(
        "--population",
        action="append",
        metavar="NAME|FILE.csv",
        help=f"of the percentile: {', '.join(POPULATIONS)} (default: {POPULATIONS[0]}), or a table of one's own; of "
        "two, the first that has the group",
    )
    parser.set_defaults(guideline_quotes=False)
    add_marks_request(parser)
    work = parser.add_argument_group("work")
    work.add_argument("--jobs", type=int, metavar="N", help="processes on this machine (default: one a core)")
    work.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="a Dask cluster instead, such as tcp://10.0.0.1:8786; its workers see the same files under the same names",
    )
    work.add_argument(
        "--deidentify",
        type=Path,
        metavar="KEYS",
        help="tables without names: persons, files and dates become hashes or are left out; KEYS is a folder for the "
        "secret and the key, and not to be passed on",
    )
    work.add_argument(
        "--verify",
        type=Path,
        metavar="MANIFEST",
        help="repeat a run and compare, writing nothing; SOURCE and --lesions where the files lie elsewhere now",
    )
    parser.ending = lambda: presets_and(_EXAMPLES)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the request of the options, and answer it.

    Raises:
        WrongUsage: an option is missing, or has no sensible value.
        InputRefused: the exams cannot be listed.
        SmartScoreError: a file cannot be written; what is done is kept.
    """
    if arguments.verify is None and (arguments.source is None or arguments.out is None):
        raise WrongUsage(remark("cli.cohort_what"))
    from SmartScoreLib.cohort.running.crews import crew_of

    crew = crew_of(arguments.scheduler, arguments.jobs)
    if arguments.verify is not None:
        return _verify(arguments, crew)
    from SmartScoreLib.cohort.exams.listing import Listing
    from SmartScoreLib.cohort.model import Rules
    from SmartScoreLib.cohort.request import Request
    from SmartScoreLib.cohort.running.run import run_cohort

    protocols = tuple(dict.fromkeys(protocol_named(name) for name in arguments.protocol))
    request = Request(
        Listing(arguments.source, arguments.lesions or "", arguments.reader),
        Rules(protocols, marks=marks_request(arguments), meaning=_meaning(arguments)),
        arguments.out,
        arguments.deidentify,
    )
    summary = run_cohort(request, crew, long_progress())
    print("\n".join(_told(summary, arguments.out)))
    return 3 if set(summary.outcomes) == {"failed"} else 0


def _meaning(arguments: argparse.Namespace) -> "Meaning":
    """Names of the classification and the populations, an own table as its text.

    Raises:
        WrongUsage: there is no such population, or there are more than two.
        InputRefused: the file of a table cannot be used.
    """
    from SmartScoreLib.cohort.model import Meaning

    request = meaning_request(arguments)
    populations = chosen(request).populations if request.populations else ()
    return Meaning(request.classification or "", tuple(one.table or one.key for one in populations))


def _verify(arguments: argparse.Namespace, crew: "Crew") -> int:
    from SmartScoreLib.cohort.running.verify import verify

    found = verify(arguments.verify, crew, arguments.source, arguments.lesions, arguments.deidentify, long_progress())
    same = any(one.code == "cohort.verified" for one in found)
    print("\n".join(english(one) for one in found), file=sys.stdout if same else sys.stderr)
    return 0 if same else 1


def _told(summary: "Summary", folder: Path) -> list[str]:
    """How many exams there are, what became of them, why some failed, and what was written."""
    words = {"scored": "scored", "zero_confirmed": "zero confirmed", "not_read": "not read"}
    words |= {"unreviewed": "unreviewed", "failed": "failed"}
    outcomes = ", ".join(f"{count} {words[name]}" for name, count in summary.outcomes.items())
    kept = f" ({summary.kept} had not changed and were not read again)" if summary.kept else ""
    lines = [f"{summary.exams} exams{kept}; rows: {outcomes}"]
    lines += [f"  failed, {count} x {code}" for code, count in summary.reasons.items()]
    lines += [english(one) for one in summary.remarks]
    return [*lines, f"In {folder}: {', '.join(summary.files)}"]
