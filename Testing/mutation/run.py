"""Mutation tests: each number, comparison and condition of a room, changed one at a time, must make a test fail.

    python Testing/mutation/run.py                    every part
    python Testing/mutation/run.py scoring geometry   these parts
    python Testing/mutation/run.py --list             the survivors with their changes, explained ones too

mutmut (see changes.py) changes the functions and runs the tests that reach them. It works in a copy of the project
under build/mutation, whose package lies in `src` as mutmut expects. Numbers outside of functions are changed one by one
(see constants.py), and all tests of the part run for each. A survivor fails the run unless explained.toml says why no
test can tell the difference, or need not; of parts with `reported = true` in parts.toml, survivors are printed only.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from constants import constant_changes, tested

ROOT = Path(__file__).resolve().parents[2]
STAGES = ROOT / "build" / "mutation"
HERE = Path(__file__).resolve().parent
KILLED = {"killed", "timeout", "caught by type check"}


@dataclass(frozen=True)
class Part:
    """Files of the library that are changed, the tests that must notice, and whether survivors are only reported."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    reported: bool


@dataclass(frozen=True)
class Survivor:
    """A change that no test noticed: the function, the line before and after."""

    name: str
    function: str
    before: str
    after: str


def parts() -> dict[str, Part]:
    """The parts of parts.toml by name."""
    table = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
    return {
        name: Part(tuple(one["files"]), tuple(one["tests"]), one.get("reported", False)) for name, one in table.items()
    }


def explained() -> dict[str, list[dict[str, str]]]:
    """The rows of explained.toml."""
    table: dict[str, list[dict[str, str]]] = tomllib.loads((HERE / "explained.toml").read_text(encoding="utf-8"))
    return table


def explanation(found: Survivor) -> str:
    """Why a survivor may live, by explained.toml; "" if it does not say."""
    table = explained()
    for row in table.get("survivor", []):
        if (row["function"], row["before"], row["after"]) == (found.function, found.before, found.after):
            return row["why"]
    for row in table.get("everywhere", []):
        if found.after == found.before.replace(row["before"], row["after"], 1):
            return row["why"]
    return ""


def not_needed(modules: Iterable[str], alive: Iterable[Survivor]) -> list[dict[str, str]]:
    """Rows of explained.toml about these modules whose changes do not live."""
    lives = {(one.function, one.before, one.after) for one in alive}
    rows = [
        row for row in explained().get("survivor", []) if (row["function"], row["before"], row["after"]) not in lives
    ]
    return [row for row in rows if any(f"{row['function']}.".startswith(f"{module}.") for module in modules)]


def stage(name: str, part: Part) -> Path:
    """Lay out a fresh copy of the project for mutmut, in a folder that is named by the part."""
    folder = STAGES / name
    shutil.rmtree(folder, ignore_errors=True)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "SmartScore" / "SmartScoreLib", folder / "src" / "SmartScoreLib", ignore=ignored)
    shutil.copytree(ROOT / "SmartScore" / "Resources", folder / "src" / "Resources", ignore=ignored)
    shutil.copytree(ROOT / "Testing", folder / "Testing", ignore=ignored)
    shutil.copy(ROOT / "scripted_module.json", folder / "src" / "SmartScoreLib")
    settings = {
        "source_paths": ["src"],
        "only_mutate": [f"src/SmartScoreLib/{pattern}" for pattern in part.files],
        "also_copy": ["Testing"],
        "pytest_add_cli_args": ["-p", "no:cacheprovider", "-q", "--import-mode=importlib", "--benchmark-skip"],
        "pytest_add_cli_args_test_selection": _tests(folder, part),
        # Texts of mistakes in calling the library: no user reads them.
        "do_not_mutate_patterns": [r"^\s*raise (ValueError|KeyError|TypeError)\b"],
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    # A pytest section of its own keeps pytest from taking the settings of the project around the copy.
    text = '[tool.pytest.ini_options]\npythonpath = ["Testing"]\n\n[tool.mutmut]\n' + "\n".join(lines) + "\n"
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    return folder


def mutmut(folder: Path, *arguments: str) -> str:
    """What a mutmut command prints.

    Raises:
        SystemExit: mutmut itself failed, for example because the tests fail without any change.
    """
    done = subprocess.run(
        [sys.executable, str(HERE / "changes.py"), *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"mutmut {' '.join(arguments)} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def functions(folder: Path) -> Iterator[tuple[Survivor, str]]:
    """Each change of a function, and what became of it; the lines are there if it lives."""
    for one in json.loads(mutmut(folder, "results")):
        function = re.sub(r"__mutmut_\d+$", "", one["name"])
        yield Survivor(one["name"], function, one["before"], one["after"]), one["status"]


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts)


def _tests(folder: Path, part: Part) -> list[str]:
    """Files, or tests of a file ("file::name"), as pytest takes them."""
    found = []
    for pattern in part.tests:
        files, colons, test = pattern.partition("::")
        found += [path.relative_to(folder).as_posix() + colons + test for path in sorted(folder.glob(files))]
    return found


def run(name: str, part: Part, show_all: bool) -> int:
    """Change one part and print what lived; the number of survivors that are neither explained nor only reported."""
    folder = stage(name, part)
    mutmut(folder, "run")
    changed = list(functions(folder))
    became = {one.name: status for one, status in changed}
    alive = [one for one, status in changed if status not in KILLED]
    shutil.rmtree(folder / "mutants")
    source = folder / "src"
    files = sorted({path for pattern in part.files for path in (source / "SmartScoreLib").glob(pattern)})
    changes = [change for file in files for change in constant_changes(file)]
    for change, status in tested(changes, folder, _tests(folder, part)):
        path = change.file.relative_to(source)
        place = f"{path.as_posix()}:{change.line} {change.start} {change.before} {change.after}"
        became[place] = status
        if status not in KILLED:
            alive.append(Survivor(place, _module(path), change.statement, f"{change.before} -> {change.after}"))
    unexplained = [one for one in alive if not explanation(one)]
    counts = ", ".join(f"{number} {status}" for status, number in sorted(Counter(became.values()).items()))
    told = ", the others only reported" if part.reported else ""
    print(f"{name}: {len(became)} changes: {counts}; {len(alive) - len(unexplained)} explained{told}", flush=True)
    for one in alive if show_all else unexplained:
        print(f"  {one.function} ({became[one.name]})\n    - {one.before}\n    + {one.after}")
        if why := explanation(one):
            print(f"    = {why}")
    for row in not_needed([_module(file.relative_to(source)) for file in files], alive):
        print(f"  explained, but not alive: {row['function']}\n    + {row['after']}")
    return 0 if part.reported else len(unexplained)


def main() -> int:
    """Run the parts that are named, or all."""
    known = parts()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*known, []], help="what to change (default: everything)")
    parser.add_argument("--list", action="store_true", help="print explained survivors too")
    given = parser.parse_args()
    left = sum(run(name, known[name], given.list) for name in given.parts or known)
    if left:
        print(f"{left} survivors without an explanation: write the test, simplify the code, or explain them.")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
