"""The panel's texts for translators: `python Testing/desktop/translations.py` brings .ts and .qm files up to date.

Qt's lupdate finds them, in the form and in the Python files. It knows `_` in C++ only, and Slicer names the context of
a Python text after folder and file ("marking.section"); so it is given a C++ file that says the same.
"""

import ast
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "SmartScore"
FOLDER = ROOT / "Resources" / "Translations"
LANGUAGES = ("de", "fr")
FILES = [ROOT / "SmartScore.py", *sorted((ROOT / "SmartScoreLib" / "desktop").rglob("*.py")),
         ROOT / "SegmentEditorCalciumLib" / "SegmentEditorEffect.py"]  # fmt: skip


def contextOf(file: Path) -> str:
    """As `slicer.i18n` names it: folder and file where the folder is a package, else the file alone."""
    return f"{file.parent.name}.{file.stem}" if (file.parent / "__init__.py").is_file() else file.stem


def textsOf(file: Path) -> list[str]:
    """What stands in `_(...)`, in order."""
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "_"]
    return [str(call.args[0].value) for call in named if isinstance(call.args[0], ast.Constant)]


def update(target: Path) -> None:
    """Let lupdate write or bring up to date one .ts file; texts that are gone are dropped."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.cpp"
        lines = [
            f"QT_TRANSLATE_NOOP({_quoted(contextOf(file))}, {_quoted(text)});"
            for file in FILES
            for text in textsOf(file)
        ]
        source.write_text("\n".join(lines), encoding="utf-8")
        lupdate = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
        form = ROOT / "Resources" / "UI" / "SmartScore.ui"
        options = ("-silent", "-locations", "none", "-no-obsolete")
        subprocess.run([lupdate, *options, source, form, "-ts", target], check=True)


def release(source: Path) -> None:
    """Make the .qm file that Slicer loads of a .ts file."""
    lrelease = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    subprocess.run([lrelease, "-silent", source, "-qm", source.with_suffix(".qm")], check=True)


def file(language: str) -> Path:
    """The .ts file of a language of the reports."""
    return FOLDER / f"SmartScore_{language}.ts"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    for one in sys.argv[1:] or LANGUAGES:
        update(file(one))
        release(file(one))
