"""The notebooks and examples of the documentation run as they stand."""

import ast
import json
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from SmartScoreLib import read_population

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def page(name: str, folder: Path, last: str) -> str:
    """Run the cells of a notebook one after another in a fresh Python, then `last`, whose output is returned."""
    notebook = json.loads((ROOT / "docs" / "notebooks" / name).read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    program = f"""
import contextlib, io, sys
sys.path.insert(0, {str(ROOT / "SmartScore")!r})
page = {{"__name__": "__main__"}}
with contextlib.redirect_stdout(io.StringIO()):
    for source in {code!r}:
        exec(source, page)
exec({last!r}, page)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_what_it_printed(notebook: Path) -> None:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
    assert len({cell["id"] for cell in cells}) == len(cells)


def test_the_notebook_of_rules_gives_each_its_score(tmp_path: Path) -> None:
    shown = page("rules_compared.ipynb", tmp_path, "print({n: [t.agatston, t.lesions] for n, t in scores.items()})")
    scores = ast.literal_eval(shown)
    default = scores["SmartScore AJ-130"]
    # "Above 1 mm2" leaves out nothing more than "from 1 mm2" where no area is just 1 mm2: a pixel is 0.64 mm2.
    assert scores["GE"] == scores["Literature"] == default
    # Any spot counts: at least as much, and here more, as single pixels of 0.64 mm2 reach the threshold.
    assert scores["Siemens"][0] > default[0]
    # From 10 mm2: sixteen pixels.
    assert 0 < scores["Ours"][0] < default[0]


def test_the_notebook_of_saved_readings_ends_with_two_versions(tmp_path: Path) -> None:
    last = "print([(s.version.number, s.reader, s.status, s.replaced, s.agatston) for s in versions])"
    new, old = ast.literal_eval(page("saved_reading.ipynb", tmp_path, last))
    assert new[:4] == (2, "Second Reader", "final", False)
    assert old[:4] == (1, "First Reader", "draft", True)
    # The left main artery was missed.
    assert new[4] > old[4] > 0


def test_the_example_of_a_reference_table_is_one() -> None:
    table = read_population(ROOT / "docs" / "examples" / "own_population.csv")
    assert table.name == "Example population, not to be used"


def test_the_table_that_the_page_prints_is_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "howto" / "own_population.md").read_text(encoding="utf-8")
    table = page[page.index("    # name: Our cohort") : page.index("With it, the phantom")]
    (tmp_path / "our_cohort.csv").write_text(table.replace("    ", ""), encoding="utf-8")
    assert read_population(tmp_path / "our_cohort.csv").name == "Our cohort"


def test_the_example_for_slicer_calls_what_the_module_offers() -> None:
    source = (ROOT / "docs" / "examples" / "score_scene.py").read_text(encoding="utf-8")
    called = {n.func.attr for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and hasattr(n.func, "attr")}
    module = (ROOT / "SmartScore" / "SmartScore.py").read_text(encoding="utf-8")
    assert "score" in called
    assert "def score(self, volumeNode" in module


def test_the_trial_cohort_is_scored_by_the_example_for_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in (["trial_cohort.py", "trial", "2"], ["score_folder.py", "trial/ct", "trial/ada"]):
        monkeypatch.setattr(sys, "argv", words)
        runpy.run_path(str(ROOT / "docs" / "examples" / words[0]))
    header, *rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()[1:]]
    assert header == ["exam", "agatston", "volume_mm3", "category"]
    assert [row[0] for row in rows] == ["P001", "P002"]
    assert all(float(row[1]) > 0 and row[3].startswith("A") for row in rows)
