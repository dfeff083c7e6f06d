"""Sources for the writers: small CT series with every attribute of the tables, or of a special kind."""

from collections.abc import Callable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian, generate_uid

from SmartScoreLib.picture import Picture
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SIZE = 16
PRIVATE = {
    (0x0019, "GEMS_ACQU_01"): (
        (0x23, "DS", "0"),
        (0x24, "DS", "0.14"),
        (0x27, "DS", "280"),
        (0x39, "SS", 16),
        (0x6A, "SS", 1),
    ),
    (0x0043, "GEMS_PARM_01"): (
        (0x1E, "DS", "0.28"),
        (0x27, "SH", "/1.0:1"),
        (0x2B, "SS", [4, 0, 0, 0]),
        (0x65, "US", 1),
        (0x67, "US", 2),
    ),
    (0x0045, "GEMS_HELIOS_01"): (
        (0x13, "SS", 3),
        (0x21, "SS", 1),
        (0x22, "SS", 2),
        (0x30, "CS", "HALF"),
        (0x31, "CS", "62"),
        (0x32, "FL", 140.0),
        (0x33, "CS", "75"),
    ),
    (0x004B, "GEMS_HINO_CT_01"): ((0x02, "DS", ["120", "1090"]), (0x03, "IS", "2")),
}


def code(value: str) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "99TEST", f"Meaning of {value}"
    return item


def reference(sop_class: str = CTImageStorage) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class, "1.2.3.4.5.6"
    return item


def lut(center: int) -> Dataset:
    item = Dataset()
    item.LUTDescriptor, item.LUTExplanation = [4, 0, 16], "curve"
    item.LUTData = [center, 258, 40000, 65535]
    item["LUTDescriptor"].VR, item["LUTData"].VR = "US", "US"
    return item


@pytest.fixture(scope="session")
def full_header() -> Callable[[int], Dataset]:
    """`full_header(index)`: image `index` of a series whose headers have every attribute of both tables."""
    uids = {name: generate_uid() for name in ("study", "series", "frame")}

    @cache
    def encoded(index: int) -> bytes:
        header, file = make(index), BytesIO()
        header.file_meta = FileMetaDataset()
        header.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        dcmwrite(file, header, enforce_file_format=True)
        return file.getvalue()

    def make(index: int) -> Dataset:
        d = Dataset()
        d.SpecificCharacterSet = "ISO_IR 100"
        # Patient, Patient Study
        d.PatientName, d.PatientID, d.IssuerOfPatientID = "Doe^Jane", "4711", "Clinic"
        d.PatientBirthDate, d.PatientSex, d.PatientBirthTime = "19501224", "F", "1200"
        d.ReferencedPatientSequence = [reference("1.2.840.10008.3.1.2.1.1")]
        d.OtherPatientIDs, d.OtherPatientNames = ["A1", "A2"], "Roe^Jane"
        other = Dataset()
        other.PatientID, other.IssuerOfPatientID, other.TypeOfPatientID = "A1", "Ward", "TEXT"
        d.OtherPatientIDsSequence = [other]
        d.EthnicGroup, d.SmokingStatus, d.PatientComments = "unknown", "NO", "none"
        d.AdmittingDiagnosesDescription, d.PatientAge, d.PatientSize, d.PatientWeight = (
            "chest pain",
            "075Y",
            "1.7",
            "70",
        )
        d.Occupation, d.AdditionalPatientHistory = "baker", "smoker until 1990"
        # General Study
        d.StudyInstanceUID, d.StudyDate, d.StudyTime, d.StudyID = uids["study"], "20260115", "101112", "S1"
        d.ReferringPhysicianName, d.AccessionNumber, d.StudyDescription = "Ref^Er", "ACC1", "Heart"
        d.PhysiciansOfRecord, d.NameOfPhysiciansReadingStudy = "Record^Of", "Read^Er"
        d.ReferencedStudySequence = [reference("1.2.840.10008.3.1.2.3.1")]
        d.ProcedureCodeSequence = [code("P1")]
        # General Series
        d.Modality, d.SeriesInstanceUID, d.SeriesNumber, d.Laterality = "CT", uids["series"], 4, "L"
        d.SeriesDate, d.SeriesTime, d.PerformingPhysicianName, d.ProtocolName = (
            "20260115",
            "1013",
            "Per^Former",
            "Calcium",
        )
        d.SeriesDescription, d.OperatorsName, d.BodyPartExamined, d.PatientPosition = "CaSc", "Op^Er", "HEART", "HFS"
        d.ReferencedPerformedProcedureStepSequence = [reference("1.2.840.10008.3.1.2.3.3")]
        d.SmallestPixelValueInSeries, d.LargestPixelValueInSeries = -5, 300
        request = Dataset()
        request.RequestedProcedureID, request.ScheduledProcedureStepID = "R1", "SP1"
        request.ScheduledProcedureStepDescription = "Score"
        request.ScheduledProtocolCodeSequence = [code("SPC")]
        d.RequestAttributesSequence = [request]
        d.PerformedProcedureStepID, d.PerformedProcedureStepDescription = "PPS", "done"
        d.PerformedProcedureStepStartDate, d.PerformedProcedureStepStartTime = "20260115", "1010"
        d.PerformedProtocolCodeSequence = [code("PPC")]
        # Frame of Reference, General Equipment
        d.FrameOfReferenceUID, d.PositionReferenceIndicator = uids["frame"], "SN"
        d.Manufacturer, d.InstitutionName, d.InstitutionAddress = "GE MEDICAL SYSTEMS", "Clinic", "1 Street"
        d.StationName, d.InstitutionalDepartmentName = "CT1", "Radiology"
        d.ManufacturerModelName, d.DeviceSerialNumber, d.SoftwareVersions = "Scanner", "SN1", ["1.0", "2.0"]
        d.SpatialResolution, d.DateOfLastCalibration, d.TimeOfLastCalibration = "0.5", "20260101", "0800"
        d.PixelPaddingValue = -2000
        # General Image
        d.PatientOrientation, d.ContentDate, d.ContentTime = ["L", "P"], "20260115", "101500"
        d.ImageType, d.AcquisitionNumber = ["ORIGINAL", "PRIMARY", "AXIAL"], 1
        d.AcquisitionDate, d.AcquisitionTime, d.ImagesInAcquisition = "20260115", "101400", "2"
        d.ReferencedImageSequence, d.SourceImageSequence = [reference()], [reference()]
        d.DerivationDescription, d.ImageComments, d.QualityControlImage = "none", "comment", "NO"
        d.BurnedInAnnotation, d.LossyImageCompression, d.LossyImageCompressionRatio = "NO", "00", "1"
        # Image Plane, Image Pixel
        d.PixelSpacing, d.ImageOrientationPatient = ["0.5", "0.5"], ["1", "0", "0", "0", "1", "0"]
        d.ImagePositionPatient, d.SliceThickness, d.SliceLocation = ["0", "0", str(3 * index)], "3", str(3 * index)
        d.SamplesPerPixel, d.PhotometricInterpretation, d.Rows, d.Columns = 1, "MONOCHROME2", SIZE, SIZE
        d.BitsAllocated, d.BitsStored, d.HighBit, d.PixelRepresentation = 16, 16, 15, 1
        d.PlanarConfiguration, d.PixelAspectRatio = 0, ["1", "1"]
        d.SmallestImagePixelValue, d.LargestImagePixelValue = -5, 300
        for color in ("Red", "Green", "Blue"):
            d[f"{color}PaletteColorLookupTableDescriptor"] = d_element(f"{color}PaletteColorLookupTableDescriptor")
            d[f"{color}PaletteColorLookupTableData"] = d_element(f"{color}PaletteColorLookupTableData")
        # Contrast/Bolus
        d.ContrastBolusAgent, d.ContrastBolusRoute = "none", "IV"
        d.ContrastBolusAgentSequence = [code("AG")]
        route = code("RT")
        route.AdditionalDrugSequence = [code("DR")]
        d.ContrastBolusAdministrationRouteSequence = [route]
        d.ContrastBolusVolume, d.ContrastBolusTotalDose = "10", "5"
        d.ContrastBolusStartTime, d.ContrastBolusStopTime = "1000", "1001"
        d.ContrastFlowRate, d.ContrastFlowDuration = "3", "3"
        d.ContrastBolusIngredient, d.ContrastBolusIngredientConcentration = "IODINE", "300"
        # VOI LUT, Modality LUT
        d.VOILUTSequence, d.ModalityLUTSequence = [lut(1)], [lut(5)]
        d.ModalityLUTSequence[0].ModalityLUTType = "HU"
        d.WindowCenter, d.WindowWidth, d.WindowCenterWidthExplanation = "90", "750", "calcium"
        # SOP Common
        d.SOPClassUID, d.SOPInstanceUID = CTImageStorage, generate_uid()
        d.InstanceCreationDate, d.InstanceCreationTime, d.InstanceCreatorUID = "20260115", "101500", "1.2.3.4"
        d.TimezoneOffsetFromUTC, d.InstanceNumber, d.SOPInstanceStatus = "+0100", index + 1, "AO"
        d.SOPAuthorizationDateTime, d.SOPAuthorizationComment = "20260115120000", "fine"
        d.AuthorizationEquipmentCertificationNumber = "E1"
        # CT Image
        d.RescaleIntercept, d.RescaleSlope, d.RescaleType, d.KVP = "-24", "1", "HU", "120"
        d.ScanOptions, d.DataCollectionDiameter, d.ReconstructionDiameter = "CINE", "500", "250"
        d.DistanceSourceToDetector, d.DistanceSourceToPatient, d.GantryDetectorTilt = "950", "540", "0"
        d.TableHeight, d.RotationDirection, d.ExposureTime, d.XRayTubeCurrent = "150", "CW", 280, 400
        d.Exposure, d.ExposureInuAs, d.FilterType, d.GeneratorPower = 112, 112000, "BODY", 48
        d.FocalSpots, d.ConvolutionKernel = "1.2", "STANDARD"
        # SC Equipment, SC Image: a CT source has none of them, but a file might
        d.ConversionType, d.SecondaryCaptureDeviceID, d.VideoImageFormatAcquired = "DV", "old", "NTSC"
        d.SecondaryCaptureDeviceManufacturer, d.SecondaryCaptureDeviceManufacturerModelName = "old", "old"
        d.SecondaryCaptureDeviceSoftwareVersions, d.DigitalImageFormatAcquired = "old", "old"
        d.DateOfSecondaryCapture, d.TimeOfSecondaryCapture = "20200101", "0101"
        add_overlay(d)
        add_private(d)
        return d

    return lambda index: dcmread(BytesIO(encoded(index)))


def d_element(keyword: str) -> DataElement:
    value = [4, 0, 16] if keyword.endswith("Descriptor") else b"\x01\x02\x03\x04\x05\x06\x07\x08"
    return DataElement(keyword, "US" if keyword.endswith("Descriptor") else "OW", value)


def add_overlay(d: Dataset) -> None:
    for element, vr, value in (
        (0x0010, "US", SIZE),
        (0x0011, "US", SIZE),
        (0x0022, "LO", "drawing"),
        (0x0040, "CS", "G"),
        (0x0045, "LO", "USER"),
        (0x0050, "SS", [1, 1]),
        (0x0100, "US", 1),
        (0x0102, "US", 0),
        (0x1100, "US", 1),
        (0x1101, "US", 1),
        (0x1102, "US", 1),
        (0x1103, "US", 1),
        (0x1200, "US", 1),
        (0x1201, "US", 1),
        (0x1202, "US", 1),
        (0x1203, "US", 1),
        (0x1301, "IS", "5"),
        (0x1302, "DS", "1"),
        (0x1303, "DS", "1"),
        (0x1500, "LO", "label"),
        (0x3000, "OW", b"\0" * (SIZE * SIZE // 8)),
    ):
        d.add_new((0x6000, element), vr, value)


def add_private(d: Dataset) -> None:
    for (group, creator), elements in PRIVATE.items():
        block = d.private_block(group, creator, create=True)
        for offset, vr, value in elements:
            block.add_new(offset, vr, value)


def pixels(index: int) -> np.ndarray:
    """Stored values of image `index`: int16, from -5 to 300."""
    values = np.arange(SIZE * SIZE, dtype=np.int16).reshape(SIZE, SIZE) - 5 + index
    values[0, 0] = 300
    return values


SeriesOf = Callable[..., CTSeries]


@pytest.fixture
def series_of(tmp_path: Path) -> SeriesOf:
    """`series_of(headers)`: write them with pixels and give the series as reading would.

    `pixel_data=False` leaves the pixels out, `on_disk=False` writes no files: captures need none.
    """

    def make(
        headers: Sequence[Dataset],
        syntax: str = ExplicitVRLittleEndian,
        pixel_data: bool = True,
        on_disk: bool = True,
    ) -> CTSeries:
        folder = tmp_path / f"source-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        files = []
        little = syntax != "1.2.840.10008.1.2.2"
        for i, header in enumerate(headers):
            path = folder / f"{i}.dcm"
            files.append(path)
            if not on_disk:
                continue
            if pixel_data:
                header.PixelData = pixels(i).astype("<i2" if little else ">i2").tobytes()
                header["PixelData"].VR = "OW"
            header.file_meta = FileMetaDataset()
            header.file_meta.TransferSyntaxUID = syntax
            header.file_meta.MediaStorageSOPClassUID = CTImageStorage
            header.file_meta.MediaStorageSOPInstanceUID = header.get("SOPInstanceUID") or "1.2.3"
            dcmwrite(path, header, enforce_file_format=True)
        hu = np.stack([pixels(i) - 24 for i in range(len(headers))]).astype(np.int16)
        geometry = VolumeGeometry(hu.shape, (3.0, 0.5, 0.5), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))  # type: ignore[arg-type]
        datasets = tuple(dcmread(f, stop_before_pixels=True) for f in files) if on_disk else tuple(headers)
        return CTSeries(hu, geometry, datasets, tuple(files), "1.2.3")

    return make


def source_series(header: Dataset, folder: Path) -> CTSeries:
    """A series of one image, written into a folder, as reading would give it."""
    folder.mkdir()
    header.PixelData = pixels(0).tobytes()
    header["PixelData"].VR = "OW"
    header.file_meta = FileMetaDataset()
    header.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    header.file_meta.MediaStorageSOPClassUID = CTImageStorage
    header.file_meta.MediaStorageSOPInstanceUID = header.SOPInstanceUID
    dcmwrite(folder / "0.dcm", header, enforce_file_format=True)
    hu = (pixels(0) - 24).astype(np.int16)[None]
    geometry = VolumeGeometry(hu.shape, (3.0, 0.5, 0.5), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))  # type: ignore[arg-type]
    datasets = (dcmread(folder / "0.dcm", stop_before_pixels=True),)
    return CTSeries(hu, geometry, datasets, (folder / "0.dcm",), "1.2.3")


@pytest.fixture(scope="session")
def written_source() -> Callable[[Dataset, Path], CTSeries]:
    """`written_source(header, folder)`: see `source_series`."""
    return source_series


@pytest.fixture
def picture() -> Picture:
    """A small RGB picture in which every pixel differs from its neighbors."""
    values = np.arange(20 * 30 * 3, dtype=np.uint32).reshape(20, 30, 3) * 37 % 251
    return Picture(values.astype(np.uint8), "page 1")


@pytest.fixture
def monochrome_picture() -> Picture:
    """A small 16-bit picture with negative values."""
    return Picture((np.arange(20 * 30, dtype=np.int16).reshape(20, 30) * 91 - 9000), "slice 7", identifying=False)
