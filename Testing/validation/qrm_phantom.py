"""SmartScore against the results that a study's own notebook published of a real phantom, to five decimals.

    git clone https://github.com/MolloiLab/CAC-stanford-data
    python Testing/validation/qrm_phantom.py CAC-stanford-data/data/canon/Large_rep1

A second program of that repository wrote other scores of the same scan; with its table as a second argument the ratios
are printed too:

    python Testing/validation/qrm_phantom.py CAC-stanford-data/data/canon/Large_rep1 CAC-stanford-data/.../agatston.csv

Exit status 0 if all 27 values (nine inserts; Agatston score, volume, mass) are equal, by a click on each insert and
where the inserts are found without one, else 1.
"""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.lesions.clicking import click
from SmartScoreLib.quality.check import check_phantom
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, customize
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

TABLE = Path(__file__).with_name("qrm_canon_large_rep1.csv")
DECIMALS = 5
VALUES = ("agatston", "volume_mm3", "mass_mg")


@dataclass(frozen=True)
class Insert:
    """One cylinder of hydroxyapatite: what it is, where it is clicked, and what was published of it.

    Attributes:
        at: (slice, row, column).
        published: Agatston score, volume in mm3, mass in mg.
        mass_factor: mg of hydroxyapatite per mm3 and HU.
        true_mass_mg: by the phantom's maker.
    """

    density_mg_cm3: int
    diameter_mm: int
    at: tuple[int, int, int]
    published: tuple[float, ...]
    mass_factor: float
    true_mass_mg: float


def inserts() -> Iterator[Insert]:
    """The rows of the table."""
    with TABLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            yield Insert(
                int(row["density_mg_cm3"]),
                int(row["diameter_mm"]),
                (int(row["slice"]), int(row["row"]), int(row["column"])),
                tuple(float(row[key]) for key in VALUES),
                float(row["mass_factor"]),
                float(row["true_mass_mg"]),
            )


def load_phantom(folder: Path) -> CTSeries:
    """The one series in the folder that can be scored."""
    (candidate,) = (one for one in find_series([folder]).candidates if one.scorable)
    return load_series(candidate)


def scored(series: CTSeries, insert: Insert) -> tuple[float, ...]:
    """Agatston score, volume and mass of one click on the insert; zeros where no calcium is within reach of a click."""
    try:
        lesions = click(series, None, series.geometry.lps_mm(insert.at).tolist(), "LAD")
    except InputRefused as refused:
        if [one.code for one in refused.remarks] != ["lesions.below_threshold"]:
            raise
        return (0.0, 0.0, 0.0)
    total = score(series.hu, lesions, customize(DEFAULT_PROTOCOL, mass_factor=insert.mass_factor)).total
    return (total.agatston, total.volume_mm3, total.mass_mg or 0.0)


def main(folder: Path, second: Path | None = None) -> int:
    """Print each value beside the published one."""
    series = load_phantom(folder)
    print(f"{'insert':22}{'value':>12}{'published':>14}{'SmartScore':>14}")
    equal = total = 0
    for insert in inserts():
        name = f"{insert.density_mg_cm3} mg/cm3, {insert.diameter_mm} mm"
        names = ("Agatston", "mm3", "mg")
        for what, published, found in zip(names, insert.published, scored(series, insert), strict=True):
            same = round(found, DECIMALS) == published
            equal, total = equal + same, total + 1
            shown = f"{published:14.{DECIMALS}f}{found:14.{DECIMALS}f}"
            print(f"{name:22}{what:>12}{shown}{'' if same else '  DIFFERS'}")
    print(f"{equal} of {total} values are equal to {DECIMALS} decimals; the published ones are in {TABLE.name}.")
    found = found_alike(series)
    print(f"{found} of {total} are equal where the inserts are found without a click.")
    if second is not None:
        compare_with(second)
    return 0 if equal == found == total else 1


def compare_with(file: Path) -> None:
    """Print by how much the second program's Agatston scores of this scan differ from the first one's, in percent."""
    densities, sizes = ({200: "Low", 400: "Medium", 800: "High"}, {5: "large", 3: "medium", 1: "small"})
    with file.open(encoding="utf-8") as opened:
        rows = {
            row["inserts"]: row
            for row in csv.DictReader(opened)
            if (row["vender"], row["scan"]) == ("Canon_Aquilion_One_Vision", "Large_rep1")
        }
    for insert in inserts():
        if insert.published[0]:
            row = rows[f"{densities[insert.density_mg_cm3]} Density"]
            other = float(row[f"calculated_agat_{sizes[insert.diameter_mm]}"])
            name = f"{insert.density_mg_cm3} mg/cm3, {insert.diameter_mm} mm"
            print(f"{name:22}{other:12.5f}{100 * (other / insert.published[0] - 1):+8.2f} %")


def found_alike(series: CTSeries) -> int:
    """How many of the values are equal where the inserts are found without a click."""
    rows = list(inserts())
    results = check_phantom(series, mass_factor=rows[0].mass_factor).results
    return sum(
        round(value or 0.0, DECIMALS) == published
        for one, row in zip(results, rows, strict=True)
        for value, published in zip((one.agatston, one.volume_mm3, one.mass_mg), row.published, strict=True)
    )


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))
