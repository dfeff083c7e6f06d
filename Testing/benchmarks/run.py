"""Every speed and memory goal as a ratio against peers in the same run; prints a table and writes it to a file.

Run with `make bench`. Times are the best of several runs, so that a busy machine disturbs them least.
"""

import argparse
import importlib
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import STANDARD_LESIONS, standard_phantom
from SmartScoreLib.phantom.write import write_phantom

sys.path[:0] = [str(folder) for folder in Path(__file__).resolve().parents[:2]]

PARTS = ("reading", "memory", "kernels", "proposing", "command", "pages", "exporting", "followup", "scene", "exams")


@dataclass(frozen=True)
class Case:
    """A phantom on disk."""

    phantom: Phantom
    folder: Path
    files: tuple[Path, ...]


@dataclass(frozen=True)
class Row:
    """One line of the table; `reach` is the goal in words, "" for a peer that is only shown."""

    slices: int
    step: str
    value: str
    reach: str = ""
    held: bool | None = None


def main() -> int:
    """Run the parts asked for at 60 and 600 slices."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("bench.txt"))
    parser.add_argument("--slices", type=int, nargs="+", default=[60, 600])
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    arguments = parser.parse_args()
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as scratch:
        for slices in arguments.slices:
            print(f"making the phantom of {slices} slices", file=sys.stderr)
            # Noise as in patients; without the speck that it would drown, every click still hits calcium.
            lesions = [lesion for lesion in STANDARD_LESIONS if lesion[2] > 1]
            phantom = standard_phantom(slices=slices, spacing_mm=150 / slices, noise_hu=20, lesions=lesions)
            folder = Path(scratch) / str(slices)
            case = Case(phantom, folder, write_phantom(phantom, folder))
            for part in arguments.parts:
                print(f"{slices} slices: {part}", file=sys.stderr)
                measure: Callable[[Case], list[Row]] = importlib.import_module(part).measure
                rows += measure(case)
    table = format_table(rows)
    print(table)
    arguments.output.write_text(table + "\n", encoding="utf-8")
    return 0


def format_table(rows: list[Row]) -> str:
    """Columns: slices, step, measured, goal, held."""
    cells = [("slices", "step", "measured", "goal", "held")]
    cells += [(str(r.slices), r.step, r.value, r.reach, {None: "", True: "yes", False: "NO"}[r.held]) for r in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(5)]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([lines[0], "-" * (sum(widths) + 8), *lines[1:]])


if __name__ == "__main__":
    # The parts import Row and Case from `run`; it must be this very module.
    sys.modules["run"] = sys.modules["__main__"]
    sys.exit(main())
