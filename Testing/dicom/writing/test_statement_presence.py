"""CONFORMANCE.md against files: what it says is always, sometimes or never there, over many sources."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import write_pdf_document
from SmartScoreLib.dicomwriting.model import CaptureKind, DocumentKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.picture import Picture

# What every CT image that is read has.
NEEDED = frozenset(
    """SOPClassUID SOPInstanceUID StudyInstanceUID SeriesInstanceUID FrameOfReferenceUID Rows Columns PixelSpacing
    ImagePositionPatient ImageOrientationPatient SamplesPerPixel PhotometricInterpretation BitsAllocated BitsStored
    HighBit PixelRepresentation RescaleIntercept RescaleSlope PixelData""".split()  # noqa: SIM905
)
SOURCES = 32
PICTURES = (
    Picture(np.zeros((8, 8, 3), np.uint8), "in color"),
    Picture(np.zeros((8, 8), np.int16), "in gray", identifying=False),
)


@dataclass
class Line:
    """A line of a table of the statement, and what files showed of its attribute."""

    presence: str
    remark: str
    with_value: int = 0
    empty: int = 0
    absent: int = 0


@dataclass
class Table:
    lines: dict[str, Line] = field(default_factory=dict)
    unlisted: set[str] = field(default_factory=set)

    def look(self, image: Dataset) -> None:
        found = {f"{e.tag.group:04X},{e.tag.element:04X}": e for e in image if not e.tag.is_private}
        self.unlisted |= found.keys() - self.lines.keys()
        for tag, line in self.lines.items():
            if tag not in found:
                line.absent += 1
            elif found[tag].is_empty:
                line.empty += 1
            else:
                line.with_value += 1


def stated(text: str, number: int) -> Table:
    part = text.split(f"### A.{number} ")[1].split("Never written")[0].split("## Annex")[0]
    table = Table()
    for row in re.findall(
        r"^\| (?!>)[^|]+\| \(([0-9A-F]{4},[0-9A-F]{4})\) \|([^|]*)\|([^|]*)\|[^|]*\|[^|]*\|(.*)\|$", part, re.M
    ):
        tag, _, presence, remark = row
        table.lines[tag] = Line(presence.strip(), remark)
    return table


def sources(full: Callable[[int], Dataset]) -> Iterator[Dataset]:
    """All attributes, none but the needed ones, and halves of them by chance."""
    chance = random.Random(7)
    for number in range(SOURCES):
        header = full(0)
        header.PatientIdentityRemoved, header.DeidentificationMethod = "YES", "names taken out"
        header.LossyImageCompression, header.LossyImageCompressionMethod = (
            ("01", "ISO_10918_1") if number else ("00", "")
        )
        header.DeidentificationMethodCodeSequence = header.ProcedureCodeSequence
        header.BodyPartExamined = ("LUNG", "HEART")[number % 2]  # a side is named of one that a body has twice
        if number == 2:
            header.SOPInstanceUID = "1.2.03"  # such an image cannot be referred to
        for element in list(header):
            optional = element.keyword not in NEEDED and not element.tag.is_private
            if optional and (number == 1 or (number > 1 and chance.random() < 0.5)):
                del header[element.tag]
        yield header


@pytest.fixture(scope="module")
def tables(
    repository: Path, full_header: Any, written_source: Any, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Table, Table, Table]:
    text = (repository / "CONFORMANCE.md").read_text(encoding="utf-8")
    ct, sc, pdf = stated(text, 1), stated(text, 2), stated(text, 6)
    folder = tmp_path_factory.mktemp("presence")
    for number, header in enumerate(sources(full_header)):
        series = written_source(header, folder / str(number))
        for provenance in (False, True):
            place = folder / f"{number}-{provenance}"
            reduced = write_reduced(series, range(1), place / "ct", provenance=provenance)
            ct.look(dcmread(reduced.files[0]))
            device = Device(operators_name="Reader^Eva") if number % 2 else Device()
            picture = PICTURES[number // 2 % 2]
            captures = write_captures(
                [picture], CaptureKind.SCREENS, series, place / "sc", provenance=provenance, device=device
            )
            sc.look(dcmread(captures.files[0]))
        kind = list(DocumentKind)[number % 2]
        document = write_pdf_document(b"%PDF-1.4", "Report", kind, series, folder / f"{number}-pdf")
        pdf.look(dcmread(document.files[0]))
    return ct, sc, pdf


@pytest.mark.parametrize(("iod", "least"), [(0, 61), (1, 61), (2, 41)], ids=["CT", "SC", "PDF"])
def test_the_statement_is_what_files_show(iod: int, least: int, tables: tuple[Table, Table, Table]) -> None:
    table = tables[iod]
    assert len(table.lines) >= least
    assert table.unlisted == set()
    wrong = []
    for tag, line in table.lines.items():
        seen = (line.with_value > 0, line.empty > 0, line.absent > 0)
        expected = {
            "ALWAYS": [(True, False, False)],
            "VNAP": [(True, True, False)],
            "EMPTY": [(False, True, False)],
            "ANAP": [(True, True, True)] if "zero length" in line.remark else [(True, False, True)],
        }[line.presence]
        if seen not in expected:
            wrong.append((tag, line))
    assert wrong == []
