"""What was published of the same phantom on scanners of four vendors, as data."""

import csv
from functools import cache
from pathlib import Path

from SmartScoreLib.quality.model import MEASURES, Insert, Measure, PhantomSize, Spread

SOURCE = "van Praagh et al. 2021, Med Phys, 10.1002/mp.14912; MolloiLab/CAC-stanford-data @ d29157ba"
"""The study, and where its values were taken from; the table says the rest."""

SCANS = 5
"""Scans of each vendor and size of phantom."""

VENDORS = ("Canon", "GE", "Philips", "Siemens")
SIZES: tuple[PhantomSize, ...] = ("small", "large")

_NAMES = {"canon": "Canon", "toshiba": "Canon", "ge": "GE", "philips": "Philips", "siemens": "Siemens"}
_TABLE = Path(__file__).resolve().parent / "data" / "qrm_four_vendors.csv"


@cache
def _table() -> dict[tuple[str, str, Insert], dict[Measure, Spread]]:
    table: dict[tuple[str, str, Insert], dict[Measure, Spread]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            insert = Insert(int(row["density_mg_cm3"]), int(row["diameter_mm"]))
            table[row["vendor"], row["size"], insert] = {
                measure: Spread(*(float(row[f"{measure}_{kind}"]) for kind in ("mean", "least", "most")))
                for measure in MEASURES
                if row[f"{measure}_mean"]
            }
    return table


def published(vendor: str, size: PhantomSize, insert: Insert) -> dict[Measure, Spread]:
    """Agatston score, volume (mm3) and mass (mg) over the scans of a vendor, as far as they were published.

    Raises:
        KeyError: there is no such vendor, size or insert.
    """
    return _table()[vendor, size, insert]


def vendor_of(manufacturer: str) -> str | None:
    """The vendor of the table by Manufacturer (0008,0070), or None: "TOSHIBA" is Canon, "GE MEDICAL SYSTEMS" is GE."""
    words = manufacturer.lower().replace("_", " ").split()
    return next((_NAMES[word] for word in words if word in _NAMES), None)
