"""The commands that the documentation prints: each is one that the program takes, and those of a first day run."""

import json
import re
import runpy
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from SmartScoreLib.cli.main import command_line, main
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom

ROOT = Path(__file__).resolve().parents[2]
RUN = (
    "docs/tutorial/command_line.md",
    *(f"docs/howto/{name}.md" for name in ("own_rules", "saved_readings", "followup", "aortic_valve", "pacs")),
    *(f"docs/howto/{name}.md" for name in ("chest_ct", "report_text")),
)
"""Pages whose commands run one after another, on a phantom that is FOLDER and lies in the folder "database"."""


def printed(page: Path) -> Iterator[str]:
    """The commands of a page; README explains them behind two spaces or more."""
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("    smartscore "):
            yield re.split(r"(?<=\S)  +(?=[a-z])(?!PATH|--)", re.sub(r"^ +smartscore +(\w[\w-]*)( +|$)", r"\1 ", line))[
                0
            ]


def scripts(page: Path) -> list[str]:
    """The scripts of the documentation that a page runs first."""
    return re.findall(r"^    python (docs/examples/.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)


PAGES = [ROOT / "README.md", *(one for one in sorted((ROOT / "docs").rglob("*.md")) if "made" not in one.parts)]
EVERY = [(page.relative_to(ROOT).as_posix(), command) for page in PAGES for command in printed(page)]


def test_commands_are_found_on_many_pages() -> None:
    assert len(EVERY) >= 45
    assert len({page for page, _ in EVERY}) >= 9


@pytest.mark.parametrize(("page", "command"), EVERY)
def test_a_command_of_the_documentation_is_one_that_the_program_takes(page: str, command: str) -> None:
    command_line().parse_args(shlex.split(command))  # exits with 2 where an option or a choice is not known


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the pages name: FOLDER, clicks.json, database."""
    place = tmp_path_factory.mktemp("documented")
    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=3.0)
    FolderDatabase(place / "database").insert(write_phantom(phantom, place / "FOLDER"))
    for name in ("clicks.json", "phantom-clicks.json"):
        (place / name).write_text(json.dumps(phantom_clicks(phantom)), encoding="utf-8")
    shutil.copy(ROOT / "docs" / "examples" / "own_population.csv", place / "our_cohort.csv")
    return place


@pytest.mark.parametrize("page", RUN)
def test_the_commands_of_a_page_run_one_after_another(
    page: str, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(place, tmp_path / "day")
    monkeypatch.chdir(tmp_path / "day")
    for example in scripts(ROOT / page):
        monkeypatch.setattr(sys, "argv", shlex.split(example))
        runpy.run_path(str(ROOT / sys.argv[0]))
    for command in printed(ROOT / page):
        assert main(shlex.split(command)) == 0, (command, capsys.readouterr().err)
