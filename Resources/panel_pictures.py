"""Take over pictures of the panel in the real application: python Resources/panel_pictures.py PICTURES

PICTURES is what Testing/in_slicer/by_hand.py wrote, all of it or the parts in SMARTSCORE_PARTS. `panel_pictures.sha256`
notes which panel each picture shows. Without PICTURES: names those that show an older one, and fails if there are any.
"""

import ast
import hashlib
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
FORM = ROOT / "SmartScore" / "Resources" / "UI" / "SmartScore.ui"
DESKTOP = ROOT / "SmartScore" / "SmartScoreLib" / "desktop"
SHOWN = ROOT / "docs" / "tutorial" / "pictures"
RECORD = Path(__file__).with_suffix(".sha256")
STEPS = {
    "phantom": ("module", "loaded", "outlined", "lesion1", "marked", "saved"),
    "report": ("listed", "report"),
    "proposals": ("proposed", "decided"),
    "followup": ("changed", "beside"),
    "second_reader": ("blind", "readings", "deciding", "agreed"),
    "saved_readings": ("under_series", "reopened"),
    "chest": ("graded",),
    "valve": ("valve",),
    "calibration": ("rods",),
    "own_population": ("compared_with",),
}
"""Parts of by_hand.py, and which of their pictures the documentation shows."""
README = ROOT / "Resources" / "panel.png"
"""README and the index of extensions show this; it is the step "marked"."""
COLORS = 256
"""Of a picture; the octree keeps the rare colors of the territories."""


def panel() -> str:
    """What can be seen of the panel, as a number: the form without its tooltips, and the words on what Python adds."""
    form = ET.parse(FORM).getroot()
    for parent in form.iter():
        for unseen in [one for one in parent if one.get("name") in ("toolTip", "whatsThis", "statusTip")]:
            parent.remove(unseen)
    seen = [ET.canonicalize(ET.tostring(form, encoding="unicode"), strip_text=True)]
    for file in sorted(DESKTOP.rglob("*.py")):
        seen += _words_on_widgets(file)
    return hashlib.sha256("\n".join(seen).encode()).hexdigest()


def _words_on_widgets(file: Path) -> list[str]:
    """Texts in `qt.QPushButton(_("..."))` and the like, and of the headers of tables."""
    found = []
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            name, owner = call.func.attr, call.func.value
            if name == "setHorizontalHeaderLabels" or (isinstance(owner, ast.Name) and owner.id in ("qt", "ctk")):
                inside = (node for argument in call.args for node in ast.walk(argument))
                found += [one.value for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return found


def pictures() -> set[Path]:
    """Every picture of the panel that is part of the documentation."""
    return {SHOWN / f"{step}.png" for steps in STEPS.values() for step in steps} | {README}


def recorded() -> dict[Path, str]:
    """Which panel each picture shows."""
    lines = RECORD.read_text(encoding="ascii").splitlines() if RECORD.is_file() else []
    return {ROOT / name: shown for shown, name in (line.split() for line in lines)}


def older() -> list[str]:
    """Pictures that show another panel than today's, or of which nobody knows."""
    shown, now = recorded(), panel()
    return sorted(path.relative_to(ROOT).as_posix() for path in pictures() if shown.get(path) != now)


def take_over(taken: Path) -> None:
    """Make the pictures small, and put them where the documentation shows them."""
    SHOWN.mkdir(exist_ok=True)
    shown = {path: panel_then for path, panel_then in recorded().items() if path in pictures()}
    for part, steps in STEPS.items():
        for step in steps if (taken / part).is_dir() else ():
            (found,) = (taken / part).glob(f"[0-9][0-9]_{step}.png")
            small = (
                Image.open(found).convert("RGB").quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            )
            for file in (SHOWN / f"{step}.png", README) if step == "marked" else (SHOWN / f"{step}.png",):
                small.save(file, optimize=True)
                shown[file] = panel()
    lines = [f"{shown[path]}  {path.relative_to(ROOT).as_posix()}\n" for path in sorted(shown)]
    RECORD.write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    if sys.argv[1:]:
        take_over(Path(sys.argv[1]))
    for name in older():
        print(f"older than the panel: {name}")
    sys.exit(bool(older()))
