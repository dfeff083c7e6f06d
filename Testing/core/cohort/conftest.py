"""Twelve tiny exams with marks, made once, and their tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cohorts import Exams, in_this_process, tiny, write_exam
from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.model import Rules
from SmartScoreLib.cohort.request import Request, Summary
from SmartScoreLib.cohort.running.run import run_cohort
from SmartScoreLib.progress import Progress, silent

Run = Callable[..., Summary]


@pytest.fixture(scope="session")
def exams(tmp_path_factory: pytest.TempPathFactory) -> Exams:
    folder = tmp_path_factory.mktemp("cohort")
    phantoms = {f"P{number:02d}": tiny(number) for number in range(12)}
    for name, phantom in phantoms.items():
        write_exam(folder, name, phantom)
    return Exams(folder / "ct", folder / "marks", phantoms)


@pytest.fixture(scope="session")
def run() -> Run:
    def run(
        place: Path,
        out: Path,
        marks: str | Path = "",
        rules: Rules = Rules(),  # noqa: B008 - frozen
        keys: Path | None = None,
        progress: Progress = silent,
        reader: str = "",
    ) -> Summary:
        return run_cohort(Request(Listing(place, str(marks), reader), rules, out, keys), in_this_process, progress)

    return run


@pytest.fixture(scope="session")
def done(exams: Exams, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the twelve exams, of a run that nothing disturbed."""
    out = tmp_path_factory.mktemp("done") / "tables"
    run(exams.ct, out, exams.marks)
    return out


@pytest.fixture(scope="session")
def few(exams: Exams, tmp_path_factory: pytest.TempPathFactory) -> Exams:
    """The first four of them, where four show as much as twelve."""
    folder = tmp_path_factory.mktemp("few")
    names = sorted(exams.phantoms)[:4]
    (folder / "ct").mkdir()
    (folder / "marks").mkdir()
    for name in names:
        (folder / "ct" / name).symlink_to(exams.ct / name)
        (folder / "marks" / f"{name}.json").symlink_to(exams.marks / f"{name}.json")
    return Exams(folder / "ct", folder / "marks", {name: exams.phantoms[name] for name in names})


@pytest.fixture(scope="session")
def few_done(few: Exams, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Their tables."""
    out = tmp_path_factory.mktemp("few_done") / "tables"
    run(few.ct, out, few.marks)
    return out
