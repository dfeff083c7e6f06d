"""What is installed is what is here: CMake's lists, identity, imports of the rooms, sizes of files."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE = ROOT / "SmartScore"
LIBRARY = MODULE / "SmartScoreLib"
ICON_SIZE = (128, 128)
ARCHITECTURE = ROOT / "ARCHITECTURE.md"
MADE = ROOT / "docs" / "reference" / "made"
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")),
        *(page for page in (ROOT / "docs").rglob("*.md") if MADE not in page.parents),
    ]
)
LIMIT_OF_FILES = 15


def cmake_glob(name: str) -> list[str]:
    """What CMake's GLOB_RECURSE finds: a pattern's last part in its folder and every folder below."""
    text = (MODULE / "CMakeLists.txt").read_text(encoding="utf-8")
    found = re.search(rf"file\(GLOB_RECURSE {name}\n(.*?)\n  \)", text, re.DOTALL)
    assert found is not None
    patterns = re.findall(r"\$\{CMAKE_CURRENT_SOURCE_DIR\}/(\S+)", found.group(1))
    matched = {path for pattern in patterns for path in (MODULE / pattern).parent.rglob(Path(pattern).name)}
    return sorted(path.relative_to(MODULE).as_posix() for path in matched if path.is_file())


def on_disk() -> list[str]:
    """Files of the module that are (or will be) in the repository, as CMake names them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "SmartScore"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0 and listed.stdout:
        files = [ROOT / line for line in listed.stdout.splitlines()]
    else:  # an archive without git
        files = [path for path in MODULE.rglob("*") if "__pycache__" not in path.parts]
    kept = [path for path in files if path.is_file() and path.name not in ("CMakeLists.txt", ".gitkeep")]
    return sorted(path.relative_to(MODULE).as_posix() for path in kept)


def test_cmake_installs_every_script() -> None:
    scripts = [path for path in on_disk() if path.endswith(".py")]
    listed = cmake_glob("MODULE_PYTHON_SCRIPTS")
    assert sorted(listed) == scripts, f"missing: {set(scripts) - set(listed)}; gone: {set(listed) - set(scripts)}"


def test_cmake_installs_every_resource() -> None:
    resources = [path for path in on_disk() if not path.endswith(".py")]
    listed = cmake_glob("MODULE_PYTHON_RESOURCES")
    assert sorted(listed) == resources, f"missing: {set(resources) - set(listed)}; gone: {set(listed) - set(resources)}"


def test_cmake_installs_the_identity_beside_the_library() -> None:
    text = (MODULE / "CMakeLists.txt").read_text(encoding="utf-8")
    assert "../scripted_module.json" in text
    assert "${Slicer_QTSCRIPTEDMODULES_LIB_DIR}/SmartScoreLib/scripted_module.json" in text


def test_nothing_lies_beside_the_module_that_slicer_would_load_as_a_module() -> None:
    assert [path.name for path in MODULE.glob("*.py")] == ["SmartScore.py"]


def extension(name: str) -> str:
    text = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    found = re.search(rf'^set\(EXTENSION_{name} "([^"$]*)"\)$', text, re.MULTILINE)
    assert found is not None, f"EXTENSION_{name} is not one literal on one line"
    return found.group(1)


def test_one_identity_in_json_cmake_and_pyproject() -> None:
    identity = json.loads((ROOT / "scripted_module.json").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    assert f"project({identity['name']})" in cmake
    assert (MODULE / f"{identity['name']}.py").is_file()
    assert extension("DESCRIPTION") == identity["description"] == project["description"]
    assert extension("CONTRIBUTORS") == ", ".join(identity["contributors"])
    assert extension("DEPENDS") == "NA"
    assert [author["name"] for author in project["authors"]] == identity["contributors"]
    assert project["license"] == identity["license"]
    assert identity["license"] in (ROOT / "LICENSE.txt").read_text(encoding="utf-8")


def test_every_address_of_the_repository_is_the_one_of_the_identity() -> None:
    """A fork, or the address that the project gets in the end: this test names the files to change."""
    identity = json.loads((ROOT / "scripted_module.json").read_text(encoding="utf-8"))
    place = identity["repository"].removeprefix("https://github.com/")
    assert extension("HOMEPAGE") == identity["repository"]
    for name in ("CMakeLists.txt", "SmartScore.json", "CITATION.cff", "pyproject.toml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        addresses = re.findall(r"github(?:usercontent)?\.com/([\w-]+/[\w-]*SmartScore[\w-]*)", text)
        assert set(addresses) == {place}, name
    others = [*PAGES, *MODULE.rglob("*.py"), *(ROOT / "docs").rglob("*.py")]
    assert [path for path in others if place in path.read_text(encoding="utf-8")] == []


def test_the_citation_names_this_version() -> None:
    identity = json.loads((ROOT / "scripted_module.json").read_text(encoding="utf-8"))
    assert f"\nversion: {identity['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_index_entry_agrees_with_cmake_and_has_known_fields_only() -> None:
    entry = json.loads((ROOT / "SmartScore.json").read_text(encoding="utf-8"))
    identity = json.loads((ROOT / "scripted_module.json").read_text(encoding="utf-8"))
    assert entry["$schema"].endswith("slicer-extension-catalog-entry-schema-v1.0.2.json#")
    known = {"$schema", "build_dependencies", "build_subdirectory", "category", "dicom_support_rule", "enabled"}
    assert set(entry) <= known | {"scm_revision", "scm_type", "scm_url", "tier"}
    assert entry["category"] == identity["category"]
    assert entry["scm_url"] == extension("HOMEPAGE") + ".git"
    assert entry["scm_url"].rsplit("/", 1)[1] == "SlicerSmartScore.git"


@pytest.mark.parametrize("url", ["ICONURL", "SCREENSHOTURLS"])
def test_pictures_of_the_index_are_in_the_repository(url: str) -> None:
    prefix = extension("HOMEPAGE").replace("github.com", "raw.githubusercontent.com") + "/main/"
    assert extension(url).startswith(prefix)
    assert (ROOT / extension(url).removeprefix(prefix)).is_file()


def test_icons_are_png_of_128_pixels() -> None:
    for path in (ROOT / "Resources" / "SmartScore.png", MODULE / "Resources" / "Icons" / "SmartScore.png"):
        head = path.read_bytes()[:24]
        assert head[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == ICON_SIZE


CORE = sorted(
    path.stem if path.is_file() else path.name
    for path in LIBRARY.iterdir()
    if path.name not in ("scene", "desktop") and (path.suffix == ".py" or (path / "__init__.py").is_file())
)
BLOCKED = ("slicer", "vtk", "vtkmodules", "qt", "ctk", "MRMLCorePython")


def modules_of(rooms: list[str]) -> list[str]:
    return sorted(
        ".".join(path.relative_to(MODULE).with_suffix("").parts).removesuffix(".__init__")
        for path in LIBRARY.rglob("*.py")
        if path.relative_to(LIBRARY).parts[0].removesuffix(".py") in rooms and path.name != "__main__.py"
    )


def test_the_core_is_imported_without_slicer_vtk_qt_and_ctk() -> None:
    program = f"""
import importlib, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {BLOCKED!r}:
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
sys.path.insert(0, {str(MODULE)!r})
for name in {modules_of(CORE)!r}:
    importlib.import_module(name)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


# The way of the data: a room may import those of the lines above its own, and on a line nobody imports a neighbor.
# Files beside the rooms (identity, progress, picture) are for all.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("remarks",),
    ("series", "conformance"),
    ("lesions",),
    ("proposal", "scoring"),
    ("interpretation", "phantom", "quality"),
    ("database",),
    ("reading",),
    ("comparison",),
    ("reports", "dicomwriting", "cohort"),
    ("exports",),
    ("scene", "api"),
    ("desktop", "cli"),
)
ABOVE = {
    room: {other for earlier in LAYERS[:number] for other in earlier}
    for number, layer in enumerate(LAYERS)
    for room in layer
}
ROOMS = sorted(path.name for path in LIBRARY.iterdir() if (path / "__init__.py").is_file())


def imports_of(path: Path) -> set[str]:
    """Modules of the library that a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("SmartScoreLib"):
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("SmartScoreLib")}
    return found


def test_every_room_has_its_place_on_the_way_of_the_data() -> None:
    assert set(ROOMS) == set(ABOVE)


def test_the_architecture_page_shows_the_same_rooms() -> None:
    rows = re.findall(r"^\| (\d+) \| `(\w+)` \| \S", ARCHITECTURE.read_text(encoding="utf-8"), re.MULTILINE)
    shown: dict[int, list[str]] = {}
    for number, room in rows:
        shown.setdefault(int(number), []).append(room)
    assert [sorted(rooms) for _, rooms in sorted(shown.items())] == [sorted(layer) for layer in LAYERS]
    assert list(shown) == [*range(1, len(LAYERS) + 1)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_and_name_that_a_page_points_to_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = [link for link in re.findall(r"\]\(([^):#]+)[^):]*\)", text) if not (page.parent / link).exists()]
    for name, symbol in re.findall(r"`([\w./]+/[\w./]+\.\w+)(?::(\w+))?`", text):
        found = [place for place in (ROOT / name, LIBRARY / name) if place.is_file()]
        if not found:
            missing.append(name)
        elif symbol and not re.search(
            rf"^(def |class )?{symbol}\b", found[0].read_text(encoding="utf-8"), re.MULTILINE
        ):
            missing.append(f"{name}:{symbol}")
    assert missing == []


@pytest.mark.parametrize("page", [ARCHITECTURE, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_every_folder_and_bare_name_on_a_page_is_there(page: Path) -> None:
    """Names without a file, such as `Interpretation.withheld`: each part of them is a word of the code."""
    text = page.read_text(encoding="utf-8")
    folders = set(re.findall(r"`((?:\w+/)+\w*)`", text))
    assert {one for one in folders if not any((place / one).is_dir() for place in (ROOT, LIBRARY))} == set()
    code = [path.read_text(encoding="utf-8") for top in (MODULE, ROOT / "Testing") for path in top.rglob("*.py")]
    known = {word for file in code for word in re.findall(r"\w+", file)} | set(ROOMS)
    known |= {path.name for path in LIBRARY.rglob("*")} | {path.stem for path in MODULE.rglob("*.py")}
    named = {part for name in re.findall(r"`([A-Za-z_][\w.]*)`", text) for part in name.split(".")}
    known |= {part for path in (*ROOT.glob("*.*"), *ROOT.glob("Testing/*/*")) for part in path.name.split(".")}
    assert named - known == set()


def test_every_make_target_that_a_page_names_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page


def test_decisions_are_numbered_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(folder.glob("0*.md"))
    listed = re.findall(r"^(\d+)\. \[(.*)\]\((.*)\)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for _, _, name in listed] == [page.name for page in pages]
    for count, ((number, title, _), page) in enumerate(zip(listed, pages, strict=True), 1):
        assert int(number) == int(page.name[:4]) == count
        assert page.read_text(encoding="utf-8").startswith(f"# {number}. {title}\n")


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_lies_before_it(room: str) -> None:
    wrong = {
        f"{path.relative_to(LIBRARY)} imports {name}"
        for path in (LIBRARY / room).rglob("*.py")
        for name in imports_of(path)
        if (target := name.split(".")[1]) != room and target in ROOMS and target not in ABOVE[room]
    }
    assert wrong == set()


def test_files_beside_the_rooms_import_no_room() -> None:
    beside = [path for path in LIBRARY.glob("*.py") if path.name not in ("__init__.py", "__main__.py")]
    assert {name for path in beside for name in imports_of(path)} == set()


def test_no_room_has_more_than_fifteen_files_side_by_side() -> None:
    folders = {path.parent for path in LIBRARY.rglob("*.py")}
    assert {str(folder) for folder in folders if len(list(folder.glob("[!_]*.py"))) > LIMIT_OF_FILES} == set()


def test_only_scene_and_desktop_know_slicer() -> None:
    pattern = re.compile(r"^\s*(?:import|from) (slicer|vtk|vtkmodules|qt|ctk)\b", re.MULTILINE)
    knowing = {
        path.relative_to(LIBRARY).parts[0]
        for path in LIBRARY.rglob("*.py")
        if pattern.search(path.read_text(encoding="utf-8"))
    }
    assert knowing <= {"scene", "desktop"}
    widgets = re.compile(r"^\s*(?:import|from) (qt|ctk)\b", re.MULTILINE)
    assert not [p.name for p in (LIBRARY / "scene").glob("*.py") if widgets.search(p.read_text(encoding="utf-8"))]


BROUGHT_BY_SLICER = {*BLOCKED, "DICOMLib", "SampleData"}


def required(requirements: list[str]) -> set[str]:
    """Names of distributions, without versions and extras."""
    return {re.split(r"[^\w.-]", one)[0].lower() for one in requirements}


def distributions_imported() -> set[str]:
    """Distributions of the modules that the library imports, anywhere in it, but for what Slicer brings."""
    modules = set()
    for path in LIBRARY.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
            elif isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
    known = packages_distributions()
    others = modules - sys.stdlib_module_names - BROUGHT_BY_SLICER - {"SmartScoreLib"}
    return {known[module][0].lower() if module in known else f"{module}, of no known package" for module in others}


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [required(project["optional-dependencies"][extra]) for extra in ("pdf", "completion", "cohort")]
    assert distributions_imported() == required(project["dependencies"]).union(*extras)


def test_what_an_extra_brings_is_imported_where_it_is_needed_only() -> None:
    heavy = "reportlab|argcomplete|pandas|statsmodels|matplotlib|pyarrow|distributed|dask"
    pattern = re.compile(rf"^(?:import|from) (?:{heavy})\b", re.MULTILINE)
    assert not [path for path in LIBRARY.rglob("*.py") if pattern.search(path.read_text(encoding="utf-8"))]


def test_every_extra_that_a_sentence_names_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [path.read_text(encoding="utf-8") for path in (*LIBRARY.rglob("*.py"), *ROOT.glob("*.md"))]
    named = {
        extra for text in texts for found in re.findall(r"smartscore\[([\w,]+)\]", text) for extra in found.split(",")
    }
    assert {"pdf", "decoders"} <= named <= set(project["optional-dependencies"])


def test_nobody_imports_the_effect() -> None:
    # Slicer loads it as a module named like its folder, in place of any package of that name.
    naming = re.compile(r"^\s*(?:import|from) SegmentEditorCalciumLib", re.MULTILINE)
    assert not [path for path in MODULE.rglob("*.py") if naming.search(path.read_text(encoding="utf-8"))]
    assert not (MODULE / "SegmentEditorCalciumLib" / "__init__.py").exists()


def test_files_are_short() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in MODULE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > limit_of(path)
    }
    assert long == {}


def limit_of(path: Path) -> int:
    return 250 if path.name == "SmartScore.py" else 500
