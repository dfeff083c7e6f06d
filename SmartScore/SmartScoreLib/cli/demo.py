"""`smartscore demo`: the whole job on a phantom made on the spot, from CT images to DICOM in a database folder."""

import argparse
import json
import os
import shlex
import shutil
import sys
from pathlib import Path

from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.written import written_line

_EXAMPLES = """examples:

  smartscore demo
  smartscore demo --database /tmp/demo/database
"""


def add_parser(commands: "argparse._SubParsersAction[Parser]") -> None:
    """Add the subcommand."""
    parser = commands.add_parser("demo", help="the whole job on a phantom made on the spot", description=__doc__)
    parser.add_argument(
        "--database",
        type=Path,
        default=Path("smartscore-demo/database"),
        metavar="DIR",
        help="a Slicer DICOM database folder, made if it is not there (default: %(default)s)",
    )
    parser.epilog = _EXAMPLES
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Show the whole job, with the database folder that was given."""
    return answer(arguments.database)


def answer(database_folder: Path) -> int:
    """Make, store, mark, score, report, and say where everything is; the exit status."""
    import tempfile

    from SmartScoreLib.cli.table import score_table
    from SmartScoreLib.cli.terminal.progress import terminal_progress
    from SmartScoreLib.database.folder import create_database
    from SmartScoreLib.exports.export import ExportChoices, export
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.lesions.marks import read_marks
    from SmartScoreLib.phantom.expected import expected_scores
    from SmartScoreLib.phantom.marks import phantom_clicks
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom
    from SmartScoreLib.reading.read import make_reading
    from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    progress = terminal_progress()
    database = create_database(database_folder)
    print("1. A phantom: thorax, heart and calcified lesions as 48 CT images", flush=True)
    phantom = standard_phantom()
    with tempfile.TemporaryDirectory(prefix="smartscore-") as scratch:
        files = write_phantom(phantom, Path(scratch) / "ct", progress=progress, ge_private=True)
        print(f"2. Into the database {database.folder}", flush=True)
        database.insert(files, progress)
    clicks = database.folder.parent / "phantom-clicks.json"
    clicks.write_text(json.dumps(phantom_clicks(phantom), indent=1) + "\n", encoding="utf-8")
    print("3. One click on each lesion, then the score", flush=True)
    uid = database.series_instance_uids()[-1]
    series = load_series(find_series(database.series_files(uid), progress).candidates[0], progress)
    lesions = read_marks(clicks, series, DEFAULT_PROTOCOL.threshold_hu)
    person = Person(ethnicity="white")
    reading = make_reading(series, lesions, DEFAULT_PROTOCOL, person, reader="Demo", comment="Phantom, not a patient.")
    print(f"\n{score_table(reading)}\n")
    exact = expected_scores(phantom)["total"].agatston
    scored = reading.sheet.total.agatston
    print(f"The phantom's own description gives an Agatston score of {exact:.6f}; scored {scored:.6f}.")
    print("4. Reports, screen saves, the reduced series and the reading itself back into the database", flush=True)
    choices = ExportChoices(
        physician=True,
        patient=True,
        screens=True,
        reduced="auto",
        segmentation=True,
        structured_report=True,
        presentation=True,
    )
    for written in export(reading, database, choices, progress):
        print(f"   {written_line(written)}")
    print(f"\nDatabase  {database.folder}   (in Slicer: DICOM module, Database folder)")
    print(f"Marks     {clicks}")
    again = ("score", str(database.folder), "--series", uid, "--lesions", str(clicks))
    print(f"Again     {_command_line(*_program(), *again)}")
    print(f"Readings  {_command_line(*_program(), 'readings', str(database.folder))}")
    return 0


def _program() -> tuple[str, ...]:
    """What starts this command again from here: its name where the shell finds it, else the way it was started."""
    started = Path(sys.argv[0])
    if started.stem == "__main__":
        return (sys.executable, "-m", "SmartScoreLib")
    found = shutil.which(started.name)
    if found and started.exists() and Path(found).samefile(started):
        return (started.name,)
    return (str(started),) if started.stem == "smartscore" else ("smartscore",)


def _command_line(*words: str) -> str:
    if os.name != "nt":
        return shlex.join(words)
    import subprocess

    return subprocess.list2cmdline(words)
