"""Single values that are broken: by Value Representation."""

import struct

from dicom.cases.case import Case, both, case

# PS3.5 6.2: DS has 16 characters at most; rounding to them changes less than the last digit that fits.
LONG = [
    (b"0.9961946980917455", "0.99619469809175"),
    (b"123.45678901234567890", "123.456789012346"),
    (b"-0.12345678901234567", "-0.1234567890123"),
]
OWN_DS = [
    "KVP",
    "SliceThickness",
    "SliceLocation",
    "DataCollectionDiameter",
    "ReconstructionDiameter",
    "DistanceSourceToDetector",
    "DistanceSourceToPatient",
    "TableHeight",
    "FocalSpots",
]
COMMON_DS = ["PatientSize", "PatientWeight", "SpatialResolution"]


def decimals() -> list[Case]:
    found = []
    for keyword in OWN_DS:
        for value, written in LONG[:1] if keyword == "KVP" else LONG[:2]:
            found += both(keyword, "DS", value, written, "repaired")
    found += [case(keyword, "DS", *LONG[0], "repaired") for keyword in COMMON_DS]
    found += [
        case("PatientWeight", "DS", b"heavy", None, "left_out"),
        case("PatientWeight", "DS", b"70,5", None, "left_out"),
    ]
    turned = b"0.9961946980917455\\0.0871557427476582\\0\\-0.0871557427476582\\0.9961946980917455\\0"
    found.append(
        case(
            "ImageOrientationPatient",
            "DS",
            turned,
            "0.99619469809175\\0.08715574274766\\0\\-0.0871557427477\\0.99619469809175\\0",
            "repaired",
        )
    )
    found += both("ImagePositionPatient", "DS", b"0\\0\\3.0000000000000004", "0\\0\\3.00000000000000", "repaired")[1:]
    found += both(
        "PixelSpacing", "DS", b"0.48828125000000001\\0.48828125000000001", "0.48828125\\0.48828125", "repaired"
    )[:1]
    found += both("RescaleIntercept", "DS", b"-1024.000000000000", "-1024.0", "repaired")[:1]
    found += both("RescaleSlope", "DS", b"1.0000000000000000", "1.0", "repaired")
    found += both("KVP", "DS", b"nan", "", "left_out")
    found += both("SliceThickness", "DS", b"thick", "", "left_out")
    return found


def integers() -> list[Case]:
    found = []
    for keyword in ("Exposure", "ExposureTime", "XRayTubeCurrent", "GeneratorPower"):
        found += both(keyword, "IS", b"350.5", "351", "repaired")
        found.append(case(keyword, "IS", b"430.25", "430", "repaired"))
    found += [
        case("ExposureInuAs", "IS", b"112000.5", "112001", "repaired"),
        case("ExposureInuAs", "IS", b"112000.25", "112000", "repaired"),
        case("ExposureInuAs", "IS", b"5", None, "left_out"),  # not the Exposure of 112 mAs
        case("ExposureInuAs", "IS", b"112500", "112500", ""),
        case("ExposureInuAs", "IS", b"112501", None, "left_out"),
        case("Exposure", "IS", b"0.5", "1", "repaired"),
        case("Exposure", "IS", b"1.2e2", "120", "repaired"),
        case("XRayTubeCurrent", "IS", b"2147483648", None, "left_out"),
        case("XRayTubeCurrent", "IS", b"2147483647", "2147483647", ""),
        case("Exposure", "IS", b"many", None, "left_out"),
        case("AcquisitionNumber", "IS", b"1.0", "1", "repaired"),
        case("AcquisitionNumber", "IS", b"one", "", "left_out"),
        case("ImagesInAcquisition", "IS", b"0000000000003", "3", "repaired"),
    ]
    return found


def codes() -> list[Case]:
    return [
        case("PatientSex", "CS", b"f", "F", "repaired"),
        case("PatientSex", "CS", b"f", "F", "repaired", one=True),
        case("PatientSex", "CS", b"female", "", "left_out"),
        case("PatientPosition", "CS", b"hfs", "HFS", "repaired"),
        case("PatientPosition", "CS", b"head first", "", "left_out"),
        case("BodyPartExamined", "CS", b"Heart", "HEART", "repaired"),
        case("BodyPartExamined", "CS", b"Heart & lungs", None, "left_out"),
        case("BodyPartExamined", "CS", b"HEART WITHOUT CONTRAST", None, "left_out"),
        case("BodyPartExamined", "CS", b"THORAX", "THORAX", ""),
        case("ScanOptions", "CS", b"Helical Mode", "HELICAL MODE", "repaired"),
        *both("ScanOptions", "CS", b"CARDIAC-GATED", None, "left_out"),
        case("RotationDirection", "CS", b"cw", "CW", "repaired"),
        case("RotationDirection", "CS", b"CCW", None, "left_out"),
        case("SmokingStatus", "CS", b"yes", "YES", "repaired"),
        case("SmokingStatus", "CS", b"FORMER", None, "left_out"),
        case("BurnedInAnnotation", "CS", b"No", "NO", "repaired"),
        case("QualityControlImage", "CS", b"no", "NO", "repaired"),
        case("LossyImageCompression", "CS", b"0", None, "left_out"),
        case("RescaleType", "LO", b"hu", "HU", "repaired"),
        case("Laterality", "CS", b"L", None, "left_out"),
        case("PatientOrientation", "CS", b"L\\X", None, "left_out"),
        case("PatientOrientation", "CS", b"l\\p", "L\\P", "repaired"),
        case("Modality", "CS", b"ct", "CT", ""),
        case("ImageType", "CS", b"ORIGINAL\\PRIMARY\\Axial", "ORIGINAL\\PRIMARY\\AXIAL", "repaired"),
        case(
            "ImageType",
            "CS",
            b"ORIGINAL\\PRIMARY\\AXIAL\\VERY LONG TERM HERE",
            "ORIGINAL\\PRIMARY\\AXIAL\\VERY LONG TERM H",
            "repaired",
        ),
        case("ImageType", "CS", b"ORIGINAL\\PRIMARY\\AXIAL\\CT/SOM", "ORIGINAL\\PRIMARY\\AXIAL\\CT_SOM", "repaired"),
        *both("ImageType", "CS", b"ORIGINAL", "ORIGINAL\\PRIMARY\\AXIAL", "repaired"),
        case("ImageType", "CS", b"ORIGINAL\\PRIMARY", "ORIGINAL\\PRIMARY\\AXIAL", "repaired"),
        case("ImageType", "CS", b"PRIMARY\\ORIGINAL\\AXIAL", "DERIVED\\SECONDARY\\AXIAL", "repaired"),
        *both("ImageType", "CS", b"", "DERIVED\\SECONDARY\\AXIAL", "defaulted"),
        Case("no Image Type", {(8, 8): None}, {(8, 8): "DERIVED\\SECONDARY\\AXIAL"}, "defaulted"),
    ]


def moments() -> list[Case]:
    found = []
    for keyword, lost in (
        ("StudyDate", ""),
        ("PatientBirthDate", ""),
        ("AcquisitionDate", None),
        ("DateOfLastCalibration", None),
    ):
        for old in (b"2020.01.02", b"2020-01-02", b"2020/01/02"):
            found.append(case(keyword, "DA", old, "20200102", "repaired"))
        for wrong in (b"20200230", b"02.01.2020", b"yesterday"):
            found.append(case(keyword, "DA", wrong, lost, "left_out"))
    for keyword, lost in (
        ("StudyTime", ""),
        ("PatientBirthTime", None),
        ("AcquisitionTime", None),
        ("TimeOfLastCalibration", None),
    ):
        for old, new in ((b"10:00:00", "100000"), (b"10:00", "1000"), (b"10:00:00.5", "100000.5")):
            found.append(case(keyword, "TM", old, new, "repaired"))
        found.append(case(keyword, "TM", b"246060", lost, "left_out"))
    found += both("AcquisitionTime", "TM", b"noon", None, "left_out")
    for old, new in ((b"64Y", "064Y"), (b"064y", "064Y"), (b"7m", "007M")):
        found.append(case("PatientAge", "AS", old, new, "repaired"))
    return [
        *found,
        case("PatientAge", "AS", b"64", None, "left_out"),
        case("PatientAge", "AS", b"1064Y", None, "left_out"),
    ]


def texts() -> list[Case]:
    found = []
    for keyword in [
        "ProtocolName",
        "InstitutionName",
        "StudyDescription",
        "ManufacturerModelName",
        "Manufacturer",
        "InstitutionalDepartmentName",
        "PositionReferenceIndicator",
        "AdmittingDiagnosesDescription",
    ]:
        found.append(case(keyword, "LO", b"x" * 65, "x" * 64, "repaired"))
    for keyword in ("ProtocolName", "InstitutionName", "StudyDescription"):
        for broken, clean in (
            (b"one\r\ntwo", "one two"),
            (b"one\ttwo", "one two"),
            (b"one\\two", "one/two"),
            (b"one\x00two", "one two"),
            (b"\x1b[31mone", "[31mone"),
        ):
            found.append(case(keyword, "LO", broken, clean, "repaired"))
    found += [
        case("DeviceSerialNumber", "LO", b"7" * 65, None, "left_out"),
        case("SoftwareVersions", "LO", b"1.0\\" + b"2" * 65, "1.0\\" + "2" * 64, "repaired"),
        case("ConvolutionKernel", "SH", b"KERNEL OF 17 SIGN", "KERNEL OF 17 SIG", "repaired"),
        *both("FilterType", "SH", b"x" * 17, "x" * 16, "repaired"),
        case("EthnicGroup", "SH", b"x" * 17, "x" * 16, "repaired"),
        case("Occupation", "SH", b"baker\rand more", "baker and more", "repaired"),
        case("AccessionNumber", "SH", b"123456789012345678901234", "123456789012345678901234", "verbatim"),
        case("StudyID", "SH", b"x" * 17, "x" * 17, "verbatim"),
        case("PatientID", "LO", b"4" * 70, "4" * 70, "verbatim"),
        case("AccessionNumber", "SH", b"ACC1\r\n", "ACC1", "repaired"),
        case("StudyInstanceUID", "UI", b"1.2.826.0.1.099.7", "1.2.826.0.1.099.7", "verbatim"),
        case("FrameOfReferenceUID", "UI", b"1.2.826.0.1.099.8", "1.2.826.0.1.099.8", "verbatim"),
        case("InstitutionAddress", "ST", b"x" * 1025, "x" * 1024, "repaired"),
        case("PatientComments", "LT", b"x" * 10241, "x" * 10240, "repaired"),
        case("AdditionalPatientHistory", "LT", b"a\x01b", "a b", "repaired"),
        *both("ImageComments", "LT", b"a\x1bb", "a b", "repaired"),
        case("ImageComments", "LT", b"a\r\nb\\c", "a\r\nb\\c", ""),
        case("StudyDescription", "LO", b"patient\x92s heart", "patient’s heart", "text_not_as_declared"),
        case("DerivationDescription", "ST", b"x" * 1025, "x" * 1024, "repaired"),
    ]
    for keyword, told in (
        ("PatientName", "repaired"),
        ("ReferringPhysicianName", "repaired"),
        ("PerformingPhysicianName", "repaired"),
        ("OperatorsName", "repaired"),
    ):
        found += [
            case(keyword, "PN", b"F" * 40 + b"^" + b"G" * 40, "F" * 40 + "^" + "G" * 23, told),
            case(keyword, "PN", b"A^B^C^D^E^F", "A^B^C^D^E F", told),
            case(keyword, "PN", b"A^B=C^D=E^F=G^H", "A^B=C^D=E^F", told),
            case(keyword, "PN", b"A^B\r\n", "A^B", told),
        ]
    found.append(case("PatientName", "PN", b"Doe\\Smith^Jane", "Doe/Smith^Jane", "repaired"))
    found.append(
        Case(
            "Latin-1 declared as UTF-8",
            {(8, 5): ("CS", b"ISO_IR 192"), (0x10, 0x10): ("PN", b"M\xfcller^\xc4nne")},
            {(0x10, 0x10): "Müller^Änne"},
            "text_not_as_declared",
        )
    )
    return found


def types() -> list[Case]:
    """Another type than the one of PS3.6."""
    return [
        case("KVP", "IS", b"120", "120", "repaired"),
        *both("SliceThickness", "FD", struct.pack("<d", 3.0), "3", "repaired"),
        case("SliceThickness", "FL", struct.pack("<f", 2.5), "2.5", "repaired"),
        case("PatientName", "LO", b"Doe^Jane", "Doe^Jane", "repaired"),
        case("PatientID", "SH", b"4711", "4711", "repaired"),
        case("StudyDate", "LO", b"20260115", "20260115", "repaired"),
        case("StudyTime", "SH", b"10:11:12", "101112", "repaired"),
        case("PatientSex", "LO", b"F", "F", "repaired"),
        case("Exposure", "DS", b"350.5", "351", "repaired"),
        case("Exposure", "US", struct.pack("<H", 112), "112", "repaired"),
        case("AcquisitionNumber", "SS", struct.pack("<h", 1), "1", "repaired"),
        case("PixelPaddingValue", "US", struct.pack("<H", 63536), "-2000", "repaired"),
        case("SmallestImagePixelValue", "US", struct.pack("<H", 65531), "-5", "repaired"),
        case("PixelSpacing", "FD", struct.pack("<dd", 0.5, 0.5), "0.5\\0.5", "repaired"),
        case("RescaleSlope", "FD", struct.pack("<d", 1.0), "1", "repaired"),
        case("RescaleIntercept", "IS", b"0", "0", "repaired"),
        case("Rows", "UL", struct.pack("<L", 16), "16", "repaired"),
        case("BitsStored", "SS", struct.pack("<h", 16), "16", "repaired"),
        case("ImageType", "LO", b"ORIGINAL\\PRIMARY\\AXIAL", "ORIGINAL\\PRIMARY\\AXIAL", "repaired"),
        case("WindowCenter", "IS", b"90", "90", "repaired"),
        case("InstitutionName", "CS", b"Clinic", "Clinic", "repaired"),
        case("StudyInstanceUID", "LO", b"1.2.826.0.1.77.5", "1.2.826.0.1.77.5", "repaired"),
        case("ProcedureCodeSequence", "LO", b"no sequence", None, "left_out"),
        case("KVP", "UN", b"120 ", "120", ""),
        case("PatientComments", "OB", b"\1\2\3\4", None, "left_out"),
    ]


def counts() -> list[Case]:
    return [
        case("KVP", "DS", b"120\\120", "120", "repaired"),
        case("SliceThickness", "DS", b"3\\5", "", "left_out"),
        case("PatientPosition", "CS", b"HFS\\HFS", "HFS", "repaired"),
        case("PatientSex", "CS", b"F\\M", "", "left_out"),
        case("StudyDate", "DA", b"20260115\\20260116", "", "left_out"),
        case("ReferringPhysicianName", "PN", b"A^B\\C^D", "A^B/C^D", "repaired"),
        case("PatientOrientation", "CS", b"L", None, "left_out"),
        case("PatientID", "LO", b"4711\\4712", "4711\\4712", "verbatim"),
    ]
