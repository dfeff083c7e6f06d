"""The table of published figures made again from the workbooks of the study, and compared with the one that is shipped.

    git clone https://github.com/MolloiLab/CAC-stanford-data
    python Testing/validation/qrm_published.py CAC-stanford-data

Exit status 0 if every line is equal, else 1. Only the standard library is needed: a workbook is XML in a zip.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from statistics import mean

SHIPPED = Path(__file__).resolve().parents[2] / "SmartScore/SmartScoreLib/quality/data/qrm_four_vendors.csv"
BOOKS = {
    "Canon": "canon/Results_CCI_2021-11-01_default",
    "GE": "ge/GE_Results_CCI_2021-11-01_default",
    "Philips": "philips/Philips_Results_CCI_2021-11-01default",
    "Siemens": "siemens/Siemens_Results_CCI_2021-11-01default",
}
DENSITIES = {"HD": 800, "MD": 400, "LD": 200}
DIAMETERS = {"Large": 5, "Medium": 3, "Small": 1}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def used_data(path: Path) -> list[dict[str, str]]:
    """The rows of the sheet Used_data by the letters of their columns, without the header."""
    with zipfile.ZipFile(path) as book:
        shared = [
            "".join(part.text or "" for part in one.iter(f"{_MAIN}t"))
            for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).findall(f"{_MAIN}si")
        ]
        sheets = ElementTree.fromstring(book.read("xl/workbook.xml")).find(f"{_MAIN}sheets")
        assert sheets is not None
        number = [sheet.get("name") for sheet in sheets].index("Used_data") + 1
        rows = []
        for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{_MAIN}row"):
            cells = {}
            for cell in row:
                value = cell.find(f"{_MAIN}v")
                if value is not None and value.text is not None:
                    letters = re.match("[A-Z]+", cell.get("r") or "")
                    assert letters is not None
                    cells[letters[0]] = shared[int(value.text)] if cell.get("t") == "s" else value.text
            rows.append(cells)
    return rows[1:]


def lines(top: Path) -> list[str]:
    """The lines of the table: Agatston score (column E), volume (D) and mass (F) of five scans each."""
    made = []
    for vendor, name in BOOKS.items():
        values: dict[tuple[str, int, int], list[tuple[float, ...]]] = {}
        for row in used_data(top / "python" / "output" / f"{name}.xlsx"):
            scan = row["B"].split("/")[-1].lower()
            if vendor == "Siemens" and "test2_ca_qrm" not in scan:
                continue
            size = "large" if "large" in scan or "_lg" in scan else "small"
            diameter, density = row["C"].split("_")
            key = (size, DENSITIES[density], DIAMETERS[diameter])
            values.setdefault(key, []).append(tuple(float(row[column]) for column in "EDF"))
        for size in ("small", "large"):
            for density_mg in (200, 400, 800):
                for diameter_mm in (5, 3, 1):
                    scans = values[size, density_mg, diameter_mm]
                    made.append(_line(vendor, size, density_mg, diameter_mm, scans))
    return made


def _line(vendor: str, size: str, density: int, diameter: int, scans: list[tuple[float, ...]]) -> str:
    cells = [vendor, size, str(density), str(diameter), str(len(scans))]
    for number, measure in enumerate(zip(*scans, strict=True)):
        without = vendor == "Philips" and number == 1
        cells += [""] * 3 if without else [f"{of(measure):.5f}" for of in (mean, min, max)]
    return ",".join(cells)


def main(top: Path) -> int:
    """Compare and say so."""
    shipped = [line for line in SHIPPED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
    made = lines(top)
    different = [(one, other) for one, other in zip(shipped, made, strict=True) if one != other]
    for one, other in different:
        print(f"shipped {one}\nmade    {other}")
    print(f"{len(made) - len(different)} of {len(made)} lines of {SHIPPED.name} are equal.")
    return 1 if different else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
