"""Take over the pictures of a reading in the real application: python Resources/panel_pictures.py PICTURES

PICTURES is what Testing/in_slicer/by_hand.py wrote. `taken.sha256` beside the pictures names the panel that they show:
a test tells when they are older than it.
"""

import hashlib
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PANEL = ROOT / "SmartScore" / "Resources" / "UI" / "SmartScore.ui"
SHOWN = ROOT / "docs" / "tutorial" / "pictures"
STEPS = {
    "phantom": ("module", "loaded", "outlined", "lesion1", "marked", "saved"),
    "proposals": ("proposed", "decided"),
    "followup": ("changed", "beside"),
    "second_reader": ("deciding",),
    "chest": ("graded",),
    "valve": ("valve",),
    "calibration": ("rods",),
}
COLORS = 256
"""Of a picture; the octree keeps the rare colors of the territories."""


def panel_shown() -> str:
    """What the form of the panel is, as a number."""
    return hashlib.sha256(PANEL.read_bytes()).hexdigest()


def main(pictures: Path) -> None:
    """Make them small, and put them where the documentation shows them."""
    SHOWN.mkdir(exist_ok=True)
    for reading, steps in STEPS.items():
        for step in steps:
            (taken,) = (pictures / reading).glob(f"*_{step}.png")
            small = (
                Image.open(taken).convert("RGB").quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
            )
            small.save(SHOWN / f"{step}.png", optimize=True)
            if step == "marked":
                small.save(ROOT / "Resources" / "panel.png", optimize=True)
    (SHOWN / "taken.sha256").write_text(f"{panel_shown()}\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
