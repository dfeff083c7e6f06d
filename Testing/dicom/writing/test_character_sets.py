"""Texts come out as they are meant, in a character set that is valid, whatever the source declares of them."""

import shutil
import subprocess
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset, FileDataset

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.model import CaptureKind, SeriesFiles
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.english import english
from SmartScoreLib.series.describe import describe_headers
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.model import CTSeries

Header = Callable[[int], Dataset]

# Declared value, bytes of the name, the name, what is declared in the output, what is said.
CASES = {
    "code extension after the default repertoire": (
        rb"\ISO 2022 IR 100", b"M\x1b-A\xfcller^Anna", "Müller^Anna", "ISO_IR 192", (),
    ),
    "code extension after ISO 2022 IR 6": (
        rb"ISO 2022 IR 6\ISO 2022 IR 100", b"M\x1b-A\xfcller^Anna", "Müller^Anna", "ISO_IR 192", (),
    ),
    "code extension without its escape sequence": (
        rb"\ISO 2022 IR 100", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 192", ("text_not_as_declared",),
    ),
    "escape sequence that is not declared": (
        b"", b"\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B", "山田^太郎", "ISO_IR 192", ("text_undeclared",),
    ),
    "a misspelled term": (b"ISO 100", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 100", ("character_set",)),
    "a term with an underscore too many": (
        b"ISO_IR_144", b"\xbb\xee\xda\xe1\xd5\xdc^A", "Люксем^A", "ISO_IR 144", ("character_set",),
    ),
    "the name of another world": (b"UTF-8", "王^小东".encode(), "王^小东", "ISO_IR 192", ("character_set",)),
    "a term that nobody knows": (
        b"KLINGON", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 100", ("character_set", "text_undeclared"),
    ),
    "a term that is newer than pydicom": (b"ISO_IR 203", b"Bu\xbdk^Anna", "Buœk^Anna", "ISO_IR 192", ()),
    "a code extension without the default repertoire": (
        b"ISO 2022 IR 87", b"\x1b$B;3ED\x1b(B^A", "山田^A", r"\ISO 2022 IR 87", ("character_set",),
    ),
    "UTF-8 beside another set": (
        rb"ISO_IR 192\ISO 2022 IR 87", "王^小东".encode(), "王^小东", "ISO_IR 192", ("character_set",),
    ),
    "Latin-1, declared as UTF-8": (
        b"ISO_IR 192", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 192", ("text_not_as_declared",),
    ),
    "Latin-1, declared as ASCII": (
        b"ISO_IR 6", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 100", ("text_undeclared",),
    ),
    "Latin-1, not declared": (b"", b"M\xfcller^Anna", "Müller^Anna", "ISO_IR 100", ("text_undeclared",)),
    "UTF-8, not declared": (b"", "王^小东".encode(), "王^小东", "ISO_IR 192", ("text_undeclared",)),
    "the apostrophe of Windows in Latin-1": (
        b"ISO_IR 100", b"O\x92Brien^Zo\xeb", "O’Brien^Zoë", "ISO_IR 192", ("text_not_as_declared",),
    ),
    "a byte that is in no set": (b"", b"A\x81\xfcB", "A?üB", "ISO_IR 100", ("text_undeclared",)),
}  # fmt: skip


@pytest.fixture
def lying(full_header: Header, series_of: Any) -> Callable[[bytes, bytes], CTSeries]:
    """`lying(declared, name)`: a series of two images with these bytes, in the name, a description and an item."""

    def make(declared: bytes, name: bytes) -> CTSeries:
        headers = [full_header(0), full_header(1)]
        for header in headers:
            # They do not go with the rest of this header; of them, nothing is to be said here.
            del header.Laterality, header.LossyImageCompressionRatio
            header.SpecificCharacterSet = "@" * (len(declared) + len(declared) % 2)
            # A mark as long as the bytes, padded as they are.
            mark = "#" * len(name)
            header.PatientName, header.StudyDescription = mark, mark
            header.ProcedureCodeSequence[0].CodeMeaning = mark
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            series = series_of(headers)
        for file in series.files:
            content = file.read_bytes().replace(b"#" * len(name), name)
            if declared:
                length = len(declared) + len(declared) % 2
                content = content.replace(b"@" * length, declared.ljust(length))
            file.write_bytes(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pydicom's own, of the source
            datasets = tuple(dcmread(file, stop_before_pixels=True) for file in series.files)
        return CTSeries(series.hu, series.geometry, datasets, series.files, "1.2.3")

    return make


def read_strictly(file: Path) -> FileDataset:
    """Read everything with pydicom; a warning is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        image = dcmread(file)
        image.walk(lambda _, element: str(element.value))
    return image


def dcmdump(file: Path) -> None:
    """DCMTK converts every text to UTF-8, sequences too."""
    if (path := shutil.which("dcmdump")) is None:
        pytest.skip("dcmdump is not on this machine (apt-get install dcmtk)")
    done = subprocess.run([path, "+U8", file], check=False, capture_output=True)
    # Some builds know no Japanese set at all, not even from a source that is as the standard has it.
    assert done.returncode == 0 or b"is not supported by the utilized character set conversion library" in done.stderr


def holds(written: SeriesFiles, name: str, declared: str, codes: tuple[str, ...]) -> None:
    for file in written.files:
        image = read_strictly(file)
        value = image.SpecificCharacterSet
        assert (value if isinstance(value, str) else "\\".join(value)) == declared
        assert image.PatientName == name
        assert image.StudyDescription == name
    assert {one.code for one in written.remarks} == {f"series.{code}" for code in codes}


@pytest.mark.parametrize("case", CASES)
def test_texts_come_out_as_they_are_meant(
    case: str, lying: Callable[[bytes, bytes], CTSeries], picture: Picture, tmp_path: Path
) -> None:
    declared, raw, name, expected, codes = CASES[case]
    series = lying(declared, raw)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reduced = write_reduced(series, range(2), tmp_path / "reduced")
        captures = [
            write_captures([picture], kind, series, tmp_path / kind.name, provenance=True)
            for kind in (CaptureKind.PHYSICIAN, CaptureKind.SCREENS)
        ]
    for written in (reduced, *captures):
        holds(written, name, expected, codes)
    for file in reduced.files:
        assert read_strictly(file).ProcedureCodeSequence[0].CodeMeaning == name
    for file in (*reduced.files, *(file for one in captures for file in one.files)):
        dcmdump(file)


@pytest.mark.parametrize("case", CASES)
def test_names_are_read_as_they_are_meant_and_what_is_odd_is_a_note(
    case: str, lying: Callable[[bytes, bytes], CTSeries]
) -> None:
    declared, raw, name, _, codes = CASES[case]
    series = lying(declared, raw)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (found,) = find_series([series.files[0].parent]).candidates
    described = describe_headers(found.datasets, 3.0, 2)
    assert (described.patient.name, described.study.description) == (name, name)
    assert len(found.notes) == len(codes)


def test_an_escape_that_switches_to_no_set_is_a_control_character_and_no_question_of_sets(
    lying: Callable[[bytes, bytes], CTSeries], tmp_path: Path
) -> None:
    series = lying(b"ISO_IR 100", b"M\xfcller^An\x1bna")
    written = write_reduced(series, range(2), tmp_path / "out")
    for file in written.files:
        image = read_strictly(file)
        assert (image.SpecificCharacterSet, image.PatientName) == ("ISO_IR 100", "Müller^An na")
        assert image.StudyDescription == "Müller^An na"
    assert {one.code for one in written.remarks} == {"dicomwriting.repaired"}


def test_an_item_that_declares_a_set_of_its_own_is_read_by_it_and_written_in_that_of_the_file(
    full_header: Header, series_of: Any, tmp_path: Path
) -> None:
    header = full_header(0)
    header.SpecificCharacterSet = "ISO_IR 100"
    header.PatientName = "Müller^Anna"
    item = header.ProcedureCodeSequence[0]
    item.SpecificCharacterSet, item.CodeMeaning = "ISO_IR 144", "Сердце"
    series = series_of([header])
    (file,) = write_reduced(series, range(1), tmp_path / "out").files
    image = read_strictly(file)
    assert image.SpecificCharacterSet == "ISO_IR 192"
    assert image.PatientName == "Müller^Anna"
    assert image.ProcedureCodeSequence[0].CodeMeaning == "Сердце"
    assert "SpecificCharacterSet" not in image.ProcedureCodeSequence[0]
    dcmdump(file)


def test_what_is_said_names_the_file_and_both_sets(lying: Callable[[bytes, bytes], CTSeries], tmp_path: Path) -> None:
    series = lying(b"ISO_IR 192", b"M\xfcller^Anna")
    (told,) = write_reduced(series, range(2), tmp_path / "out").remarks
    assert english(told) == (
        f"{series.files[0]} has texts that are not of the character set it declares, ISO_IR 192; "
        "they are read as ISO_IR 100."
    )


def test_the_source_in_memory_stays_as_it_was_read(lying: Callable[[bytes, bytes], CTSeries], tmp_path: Path) -> None:
    series = lying(b"ISO_IR 192", b"M\xfcller^Anna")
    before = series.datasets[0].get_item("StudyDescription").value
    write_reduced(series, range(2), tmp_path / "out")
    assert series.datasets[0].get_item("StudyDescription").value == before
