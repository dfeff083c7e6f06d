"""`from SmartScoreLib import ...`: light to open, and plain to strangers."""

import ast
import inspect
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import SmartScoreLib
from SmartScoreLib import (
    PRESETS,
    ExportChoices,
    Person,
    SmartScoreError,
    click,
    compare,
    export,
    find_readings,
    find_series,
    interpret,
    load_series,
    make_reading,
    open_reading,
    read_marks,
    report,
    report_text,
    score,
    score_cohort,
)
from SmartScoreLib.api.images import Place
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, WrongUsage
from SmartScoreLib.series.model import CTSeries

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "SmartScore" / "SmartScoreLib"
FUNCTIONS = (
    *(find_series, load_series, read_marks, click, score, interpret, make_reading, report, report_text, export),
    *(find_readings, open_reading, compare, score_cohort),
)
HEAVY = ("numpy", "pydicom", "scipy", "PIL", "SimpleITK", "highdicom", "sqlite3", "argparse", "dataclasses")


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    return standard_phantom(rows=208, columns=208, pixel_mm=1.0, slices=44, spacing_mm=3.0)


@pytest.fixture(scope="module")
def folder(phantom: Phantom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("door")
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


@pytest.fixture(scope="module")
def series(folder: Path) -> CTSeries:
    return load_series(find_series(folder / "ct").candidates[0])


@pytest.fixture(scope="module")
def lesions(series: CTSeries, folder: Path) -> LesionMap:
    return read_marks(folder / "clicks.json", series)


def run(program: str, folder: Path) -> str:
    """Standard output of a program in a process of its own, which works in a folder."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{program}"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_importing_the_package_loads_nothing_heavy(tmp_path: Path) -> None:
    program = f"""
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {HEAVY!r}:
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
import SmartScoreLib
offered = set(dir(SmartScoreLib)) & set(SmartScoreLib.__all__)
print(len(offered), [name for name in sys.modules if name.startswith("SmartScoreLib.")])
"""
    assert run(program, tmp_path).split(maxsplit=1) == [str(len(SmartScoreLib.__all__)), "[]\n"]


def test_scores_are_made_without_waiting_for_drawing_and_writing(tmp_path: Path) -> None:
    program = """
from SmartScoreLib import find_series, load_series, click, score
print({name.split(".")[1] for name in sys.modules if name.startswith("SmartScoreLib.")} & {"reports", "exports"})
"""
    assert run(program, tmp_path) == "set()\n"


def test_the_names_that_editors_see_are_those_that_the_package_gives() -> None:
    (block,) = [
        node
        for node in ast.parse((PACKAGE / "__init__.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.If)
    ]
    seen = {alias.name: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    given = {name: f"SmartScoreLib.{home}" for home, names in SmartScoreLib._HOMES.items() for name in names}
    assert seen == given
    assert sorted({*given, "__version__"}) == sorted(SmartScoreLib.__all__)


def test_the_version_is_the_one_of_the_identity() -> None:
    assert SmartScoreLib.__version__ == json.loads((ROOT / "scripted_module.json").read_text())["version"]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'scores'"):
        _ = SmartScoreLib.scores


def test_no_room_has_the_name_of_a_function() -> None:
    rooms = {path.stem for path in PACKAGE.iterdir()}
    assert rooms & set(SmartScoreLib.__all__) == set()
    import_module("SmartScoreLib.exports.export")
    import_module("SmartScoreLib.reports.files")
    assert (SmartScoreLib.report, SmartScoreLib.export) == (report, export)


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_each_function_tells_a_stranger_what_goes_in_and_what_comes_out(function: object) -> None:
    text = inspect.getdoc(function) or ""
    assert "Args:" in text
    assert "Returns:" in text or "Raises:" in text
    told = set(re.findall(r"^    (\w+):", text, re.MULTILINE))
    assert set(inspect.signature(function).parameters) <= told  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_text_or_a_path(folder: Path, series: CTSeries, phantom: Phantom, kind: type) -> None:
    place: Place = kind(folder / "ct")
    (candidate,) = find_series(place).candidates
    assert [one.files for one in find_series([place]).candidates] == [candidate.files]
    marks = read_marks(kind(folder / "clicks.json"), load_series(candidate))
    assert score(series, marks).total.agatston == pytest.approx(expected_scores(phantom)["total"].agatston)


def test_a_click_on_each_lesion_scores_as_the_file_of_clicks(
    series: CTSeries, phantom: Phantom, lesions: LesionMap
) -> None:
    marked = None
    for lesion in phantom.lesions:
        marked = click(series, marked, series.geometry.lps_mm(lesion.center), lesion.territory)
    assert marked is not None
    clicked, read = score(series, marked), score(series, lesions)
    assert clicked.total == read.total
    for key, wanted in expected_scores(phantom).items():
        found = clicked.total if key == "total" else next(t for t in clicked.territories if t.key == key)
        assert found.agatston == pytest.approx(wanted.agatston)


def test_a_click_beside_calcium_or_the_images_says_why_nothing_is_taken(series: CTSeries) -> None:
    corner = series.geometry.lps_mm((0, 0, 0))
    with pytest.raises(InputRefused, match="below the threshold"):
        click(series, None, corner, "LAD")
    # The volume reaches half a voxel beyond the centers of its first ones: 1.5 mm below the first slice.
    with pytest.raises(InputRefused, match="below the threshold"):
        click(series, None, corner - (0, 0, 1.49), "LAD")
    with pytest.raises(InputRefused, match="outside"):
        click(series, None, corner - (0, 0, 1.51), "LAD")
    with pytest.raises(InputRefused, match='"LADD" is none of LM, LAD, LCX'):
        click(series, None, corner, "LADD")


def test_rules_and_person_are_taken_as_given(series: CTSeries, lesions: LesionMap) -> None:
    assert score(series, lesions).protocol == PRESETS["SmartScore AJ-130"]
    assert score(series, lesions, PRESETS["Canon"]).protocol.name == "Canon"
    sheet = score(series, lesions)
    assert interpret(sheet).comparison.percentile is None
    assert interpret(sheet, Person(60, "male", "white")).comparison.percentile is not None
    # Age 60 and sex M are in the phantom's headers.
    reading = make_reading(series, lesions, person=Person(ethnicity="white"))
    assert reading.sheet == sheet
    assert reading.interpretation.comparisons == interpret(sheet, Person(60, "male", "white")).comparisons


def test_findings_in_place_of_a_candidate_are_told_apart(folder: Path) -> None:
    with pytest.raises(TypeError, match=r"one of find_series\(\.\.\.\)\.candidates, not Findings"):
        load_series(find_series(folder / "ct"))  # type: ignore[arg-type]


def test_a_path_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="nowhere"):
        find_series(str(tmp_path / "nowhere"))


def test_a_report_needs_a_place_a_reader_and_a_folder_that_can_be_written(
    series: CTSeries, lesions: LesionMap, tmp_path: Path
) -> None:
    reading = make_reading(series, lesions)
    with pytest.raises(WrongUsage, match="png=FOLDER"):
        report(reading)
    with pytest.raises(InputRefused, match="a reader has confirmed"):
        report(make_reading(series, mark_all(series, 130.0)), png=tmp_path / "pages")
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(SmartScoreError, match="file"):
        report(reading, png=str(tmp_path / "file"))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_is_no_database_says_what_to_do(series: CTSeries, lesions: LesionMap, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(ExportFailed, match="choose a new or empty folder"):
        export(make_reading(series, lesions), str(tmp_path), ExportChoices(reduced="auto"))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_what_was_exported_is_found_again_in_the_database(series: CTSeries, lesions: LesionMap, tmp_path: Path) -> None:
    (written,) = export(make_reading(series, lesions), str(tmp_path / "db"), ExportChoices(reduced="auto"))
    (candidate,) = find_series(str(tmp_path / "db")).candidates
    assert (candidate.series_instance_uid, len(candidate.files)) == (written.series_instance_uid, written.files)


def test_the_notebook_scores_what_the_tutorial_says(tmp_path: Path) -> None:
    """The numbers are those of the tutorial."""
    notebook = json.loads((ROOT / "docs" / "notebooks" / "first_score.ipynb").read_text(encoding="utf-8"))
    code = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert not any(cell.get("outputs") for cell in notebook["cells"])
    program = f"""
import contextlib, io, json
page = {{"__name__": "__main__"}}
with contextlib.redirect_stdout(io.StringIO()):
    for source in {code!r}:
        exec(source, page)
sheet = page["sheet"]
scores = {{t.key: t.agatston for t in sheet.territories if t.counts}} | {{"total": sheet.total.agatston}}
print(json.dumps([{{key: round(value) for key, value in scores.items()}}, [p.name for p in page["pages"]]]))
"""
    scores, pages = json.loads(run(program, tmp_path))
    assert scores == {"LM": 29, "LAD": 133, "LCX": 45, "RCA": 235, "PDA": 13, "CORONARY": 0, "total": 455}
    assert {"physician-1.png", "patient-1.png"} <= set(pages)
    assert (tmp_path / "first_score" / "database" / "ctkDICOM.sql").is_file()


def test_the_python_of_readme_and_how_to_runs_as_it_stands(folder: Path, tmp_path: Path, phantom: Phantom) -> None:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    page = (ROOT / "docs" / "howto" / "own_population.md").read_text(encoding="utf-8")
    (tmp_path / "our_cohort.csv").write_bytes((ROOT / "docs" / "examples" / "own_population.csv").read_bytes())
    chosen = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert (len(blocks), len(chosen)) == (2, 1)
    code = "\n".join([*blocks, "saved = reading", *chosen, "print(saved.sheet.total.agatston, saved.previous.number)"])
    FolderDatabase(tmp_path / "demo" / "database").insert(sorted((folder / "ct").iterdir()))
    seeds = phantom_clicks(phantom)["seeds"]
    others = [seed for seed in seeds if seed["territory"] != "LM"]
    assert len(others) == len(seeds) - 1
    (tmp_path / "demo" / "phantom-clicks.json").write_text(json.dumps({"seeds": others}))
    shown = run(code, tmp_path)
    total = expected_scores(phantom)["total"].agatston
    assert float(shown.split()[0]) == pytest.approx(total)
    # The reading that was saved is opened again.
    reopened, version = shown.splitlines()[-1].split()
    assert (float(reopened), version) == (pytest.approx(total), "1")
    assert (tmp_path / "demo" / "pages" / "physician-1.png").is_file()
