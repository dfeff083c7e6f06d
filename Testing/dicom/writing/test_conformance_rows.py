"""Every row of the two tables: a source with the attribute, without it, and with values that differ between images.

What each row must give stands in expected_rows.csv, derived by hand from the published tables, PS3.3 and the
departures of CONFORMANCE.md: copied, new (a generated value), absent, empty (zero length), refused, each (every
image keeps its own), first (only the first image, as the second has a private creator that is not known), earliest
(of the image acquired first), or a fixed value.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.tag import Tag

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused

# By hand from the statement: tables and how many rows each has.
COUNTS = {
    "3-3": 15, "3-4": 16, "3-5": 6, "3-6": 33, "3-7": 2, "3-8": 12, "3-9": 20, "3-10": 5, "3-11": 19, "3-12": 22,
    "3-13": 21, "3-14": 7, "3-15": 12, "3-16": 26, "3.5": 23,
    "4-4": 9, "4-5": 16, "4-6": 6, "4-7": 33, "4-8": 12, "4-9": 20, "4-10": 19, "4-11": 21, "4-12": 7, "4-13": 8,
    "4-14": 12, "4-15": 8, "4-16": 2,
}  # fmt: skip

# Private rows by the name that the table prints: group, creator, element (None: the creator itself).
PRIVATE = {
    "PrivateCreator 0019": (0x0019, "GEMS_ACQU_01", None),
    "Table Speed": (0x0019, "GEMS_ACQU_01", 0x23),
    "Midscan Time": (0x0019, "GEMS_ACQU_01", 0x24),
    "Gantry Velocity": (0x0019, "GEMS_ACQU_01", 0x27),
    "SFOV Type": (0x0019, "GEMS_ACQU_01", 0x39),
    "Dependent on #views processed": (0x0019, "GEMS_ACQU_01", 0x6A),
    "PrivateCreator 0043": (0x0043, "GEMS_PARM_01", None),
    "Delta Start Time [msec]": (0x0043, "GEMS_PARM_01", 0x1E),
    "Pitch Ratio": (0x0043, "GEMS_PARM_01", 0x27),
    "Private Scan Options": (0x0043, "GEMS_PARM_01", 0x2B),
    "motCorr": (0x0043, "GEMS_PARM_01", 0x65),
    "IBOCorr": (0x0043, "GEMS_PARM_01", 0x67),
    "PrivateCreator 0045": (0x0045, "GEMS_HELIOS_01", None),
    "Sigma Mode": (0x0045, "GEMS_HELIOS_01", 0x13),
    "Ibone Flag": (0x0045, "GEMS_HELIOS_01", 0x21),
    "Peris Flag": (0x0045, "GEMS_HELIOS_01", 0x22),
    "Cardiac Recon Algo": (0x0045, "GEMS_HELIOS_01", 0x30),
    "Average Heart Rate": (0x0045, "GEMS_HELIOS_01", 0x31),
    "Temporal Resolution": (0x0045, "GEMS_HELIOS_01", 0x32),
    "Cardiac Phase Number": (0x0045, "GEMS_HELIOS_01", 0x33),
    "PrivateCreator 004B": (0x004B, "GEMS_HINO_CT_01", None),
    "R Time": (0x004B, "GEMS_HINO_CT_01", 0x02),
    "HBC number": (0x004B, "GEMS_HINO_CT_01", 0x03),
}
OTHER_CREATORS = {
    "GEMS_ACQU_01": "GE HEALTHCARE_ACQU_01",
    "GEMS_PARM_01": "GE HEALTHCARE_PARM_01",
    "GEMS_HELIOS_01": "GE HEALTHCARE_HELIOS_01",
}
# Overlay rows stand for groups 6000, 6002 ...; the sources use the first.
OVERLAY = {
    "OverlayRows": 0x60000010, "OverlayColumns": 0x60000011, "OverlayType": 0x60000040, "OverlayOrigin": 0x60000050,
    "OverlayBitsAllocated": 0x60000100, "OverlayBitPosition": 0x60000102, "OverlayData": 0x60003000,
    "OverlayDescription": 0x60000022, "OverlaySubtype": 0x60000045, "OverlayLabel": 0x60001500,
    "ROIArea": 0x60001301, "ROIMean": 0x60001302, "ROIStandardDeviation": 0x60001303,
    "OverlayDescriptorGray": 0x60001100, "OverlayDescriptorRed": 0x60001101, "OverlayDescriptorGreen": 0x60001102,
    "OverlayDescriptorBlue": 0x60001103, "OverlaysGray": 0x60001200, "OverlaysRed": 0x60001201,
    "OverlaysGreen": 0x60001202, "OverlaysBlue": 0x60001203,
}  # fmt: skip
FIXED = {
    "01": "01",
    "the default Image Type": ["DERIVED", "SECONDARY", "AXIAL"],
    "CT": "CT",
    "CT Image Storage": "1.2.840.10008.5.1.4.1.1.2",
    "ISO_IR 192": "ISO_IR 192",
}

with (Path(__file__).parent / "expected_rows.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = list(csv.DictReader(_file))
IDS = [f"{row['table']}-{row['path']}" for row in ROWS]

Images = list[Dataset]
Export = Callable[[str, Images], tuple[Images, Images]]


@pytest.fixture
def export(series_of: Any, tmp_path: Path, picture: Picture) -> Export:
    """`export(table, headers)`: the source images as written, and what is made of them, by the table's kind."""

    def write(table: str, headers: Images) -> tuple[Images, Images]:
        series = series_of(headers, on_disk=table.startswith("3"))
        if table.startswith("4"):
            files = write_captures([picture], CaptureKind.SCREENS, series, tmp_path / "out").files
        else:
            files = write_reduced(series, range(len(headers)), tmp_path / "out").files
        return headers, [dcmread(f) for f in files]

    return write


def test_every_row_of_every_table_is_tested(capsys: pytest.CaptureFixture[str]) -> None:
    counts = Counter(row["table"] for row in ROWS)
    with capsys.disabled():
        print("\nrows tested:", ", ".join(f"{table} {count}" for table, count in counts.items()), end="")
        print(f"; CT {sum(counts[t] for t in counts if t[0] == '3')},", end=" ")
        print(f"SC {sum(counts[t] for t in counts if t[0] == '4')}, all {len(ROWS)}")
    assert counts == COUNTS
    assert len(ROWS) == 412


def test_a_source_with_every_attribute(full_header: Any, export: Export, tmp_path: Path) -> None:
    for table in ("3", "4"):
        sources, written = export(table, [full_header(0), full_header(1)])
        for row in ROWS:
            if row["table"].startswith(table):
                for i, image in enumerate(written):
                    assert _fits(row["path"], row["with"], image, sources, i), (row, i)
        for file in (tmp_path / "out").iterdir():
            file.unlink()


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_source_without_the_attribute(
    row: dict[str, str], full_header: Any, export: Export, series_of: Any, tmp_path: Path
) -> None:
    headers = [full_header(0)]
    if row["path"] == "PixelData" and row["without"] == "refused":
        with pytest.raises(InputRefused, match=r"Pixel ?Data"):
            write_reduced(series_of(headers, pixel_data=False), range(1), tmp_path / "out")
        return
    for header in headers:
        place, tag = _place(row["path"], header)
        place.pop(tag, None)
    _check(row, "without", headers, export)


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_source_with_values_that_differ_between_images(row: dict[str, str], full_header: Any, export: Export) -> None:
    headers = [full_header(0), full_header(1)]
    if row["path"] != "PixelData":  # differs as it is
        place, tag = _place(row["path"], headers[1])
        place[tag].value = _changed(place[tag])
    _check(row, "different", headers, export)


def _check(row: dict[str, str], case: str, headers: Images, export: Export) -> None:
    if row[case] == "refused":
        with pytest.raises((InputRefused, ExportFailed)) as caught:
            export(row["table"], headers)
        assert len(caught.value.reasons) == 1
        assert "\n" not in caught.value.reasons[0]
        assert re.search(r"\(....,....\)", caught.value.reasons[0]), "the sentence names the tag"
        return
    sources, written = export(row["table"], headers)
    for i, image in enumerate(written):
        assert _fits(row["path"], row[case], image, sources, i)


def _fits(path: str, outcome: str, image: Dataset, sources: Images, i: int) -> bool:
    found = _find(path, image)
    if outcome == "first":
        outcome = "absent" if i else "copied"
    if outcome == "absent" or found is None:
        return outcome == "absent" and found is None
    if outcome == "empty":
        return found.is_empty
    originals = [None if element is None else element.value for element in (_find(path, s) for s in sources)]
    if outcome == "new":
        return not found.is_empty and (found.value not in originals or path in EQUAL_BY_NATURE)
    if outcome in FIXED:
        return bool(found.value == FIXED[outcome])
    source = {"copied": i, "each": i, "earliest": EARLIEST.get(path, 0)}[outcome]
    return bool(found.value == originals[source])


# The second image is the one that `_changed` makes earlier; Acquisition Number follows the first, as both tie.
EARLIEST = {"AcquisitionDate": 1, "AcquisitionTime": 1}
# Generated, but may well be what the source has.
EQUAL_BY_NATURE = {"InstanceNumber", "SamplesPerPixel", "PlanarConfiguration", "BurnedInAnnotation"}


def _place(path: str, header: Dataset) -> tuple[Dataset, Any]:
    """The data set that holds an attribute, and its tag there."""
    if path in PRIVATE:
        group, creator, element = PRIVATE[path]
        if element is None:
            return header, Tag(group, 0x0010)
        return header, header.private_block(group, creator).get_tag(element)
    *sequences, keyword = path.split("/")
    for sequence in sequences:
        header = header[sequence].value[0]
    return header, OVERLAY.get(keyword) or tag_for_keyword(keyword)


def _find(path: str, image: Dataset) -> DataElement | None:
    try:
        place, tag = _place(path, image)
    except (KeyError, IndexError):
        return None
    return place.get(tag)


# Where PS3.3 lists all terms that may be, another one of them.
OTHER_TERMS: dict[str, Any] = {
    "PatientOrientation": ["R", "A"],
    "ImageType": ["DERIVED", "PRIMARY", "AXIAL"],
    "PatientSex": "M",
    "SmokingStatus": "YES",
    "Laterality": "R",
    "PatientPosition": "FFS",
    "QualityControlImage": "YES",
    "BurnedInAnnotation": "YES",
    "LossyImageCompression": "01",
    "RotationDirection": "CC",
    "TypeOfPatientID": "RFID",
}


def _changed(element: DataElement) -> Any:
    """Another value that is valid for the element."""
    if element.keyword in OTHER_TERMS:
        return OTHER_TERMS[element.keyword]
    if element.tag.is_private_creator:  # the other spelling; the last one has none
        return OTHER_CREATORS.get(element.value, "SOMEBODY ELSE")
    if element.keyword == "SpecificCharacterSet":
        return "ISO_IR 192"
    if element.VR == "SQ":
        items = deepcopy(element.value)
        first = next(iter(items[0]))
        first.value = _changed(first)
        return items
    value = element.value
    if isinstance(value, MultiValue | list):
        head = DataElement(element.tag, element.VR, value[0])
        return [_changed(head), *value[1:]]
    match element.VR:
        case "DA":
            return "20260114"
        case "TM":
            return "0500"
        case "DT":
            return "20260114120000"
        case "AS":
            return "074Y"
        case "UI":
            return "1.2.840.10008.1.9"
        case "IS" | "DS":
            return str(int(float(value)) + 1)
        case "US" | "SS" | "UL" | "SL":
            return value - 1 if value > 1 else value + 1
        case "FL" | "FD":
            return value + 1
        case "OW" | "OB":
            return bytes(255 - b for b in value)
        case "CS":
            return "OTHER"
        case _:
            return f"{value} 2" if element.keyword != "TimezoneOffsetFromUTC" else "+0200"
