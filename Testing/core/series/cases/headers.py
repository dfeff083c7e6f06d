"""Cases that lie in single attributes of every image."""

from core.series.cases.building import Case, found, refused, with_attributes


def attributes(name, line, expected, **values):
    return Case(name, with_attributes(**values), (expected,), line)


_IMPLAUSIBLE = "impossible_left_out"

CASES = (
    attributes("a calcium scan", "", found()),
    # Rescale Type
    *(
        attributes(f"Rescale Type {spelling!r}", "2", found(), RescaleType=spelling)
        for spelling in ("hu", "H.U.", "Hounsfield", "HOUNSFIELD UNITS", "Houndsfield Unit", "hounsfield unit", "")
    ),
    attributes("no Rescale Type", "2", found(), RescaleType=None),
    attributes("Rescale Type US", "2", found("units_unspecified"), RescaleType="US"),
    *(
        attributes(f"Rescale Type {kind}", "2", refused("rescale_type"), RescaleType=kind)
        for kind in ("OD", "Z_EFF", "MGML", "PCT", "ED", "HOUSE")
    ),
    # a mask of 0 and 1 as some collections hold them, in CT images
    attributes("a segmentation stored as CT images", "", refused("modality"), Modality="SEG"),
    # the phase and the gating
    attributes("phase in Scan Options", "8", found(), ScanOptions="TP70PC", ProtocolName=None),
    attributes("phase in the description", "8", found(), SeriesDescription="BestDiast 70 %", ProtocolName=None),
    attributes("gating by the heart rate", "", found(), HeartRate="62", SeriesDescription="x", ProtocolName="Chest"),
    attributes("gating by trigger time", "", found(), TriggerTime="350", SeriesDescription="x", ProtocolName="Chest"),
    attributes(
        "gating by the technique",
        "",
        found(),
        CardiacSynchronizationTechnique="PROSPECTIVE",
        SeriesDescription="x",
        ProtocolName="Chest",
    ),
    attributes(
        "a chest scan of which nobody knows",
        "",
        found("gating_unknown"),
        SeriesDescription="Lung 3.0",
        ProtocolName="Chest",
    ),
    attributes(
        "no synchronization",
        "",
        found("gating_unknown"),
        CardiacSynchronizationTechnique="NONE",
        SeriesDescription="x",
        ProtocolName="Chest",
    ),
    attributes(
        "the strength of a reconstruction is no phase",
        "8",
        found("gating_unknown"),
        SeriesDescription="ASiR-V 50%",
        ProtocolName="Chest",
    ),
    # mass factors are told, and change nothing
    attributes("a mass factor by size", "8", found(), CalciumScoringMassFactorDevice=[0.00074, 0.00078, 0.00085]),
    attributes("a mass factor of the patient", "8", found(), CalciumScoringMassFactorPatient=0.00081),
    # dates that only fill their place
    attributes("birth date 00010101", "7", found(), PatientBirthDate="00010101"),
    attributes("study date 19000101", "7", found(), StudyDate="19000101"),
    # what it is called
    attributes("CTA by description", "10", found("angiography"), SeriesDescription="CTA 0.6 Bv40"),
    attributes("coronary angiography", "10", found("angiography"), SeriesDescription="Coronary Angio 0.75"),
    attributes("contrast by description", "10", found("angiography"), SeriesDescription="Heart with contrast"),
    attributes("without contrast", "10", found(), SeriesDescription="Heart without contrast"),
    attributes("VNC by description", "10", found("virtual_plain"), SeriesDescription="Heart VNC 3.0"),
    attributes("VNC by image type", "10", found("virtual_plain"), ImageType=["DERIVED", "PRIMARY", "AXIAL", "VNC"]),
    attributes("subtraction", "10", found("subtracted"), SeriesDescription="Subtraction 3.0"),
    attributes("calcium removed", "10", found("subtracted"), SeriesDescription="Cor calcium removed"),
    attributes("contrast agent in the header", "", found("contrast"), ContrastBolusAgent="Iohexol"),
    # numbers that nobody measures
    attributes("slope 1e63", "13", refused("impossible"), RescaleSlope="1e63"),
    attributes("slope 10000", "13", refused("impossible"), RescaleSlope="10001"),
    attributes("intercept 1e30", "13", refused("impossible"), RescaleIntercept="1e30"),
    attributes("thickness 1e300", "13", found(_IMPLAUSIBLE), SliceThickness="1e300"),
    attributes("tube voltage 1e12", "13", found(_IMPLAUSIBLE, "kvp_missing"), KVP="1e12"),
    attributes("a maker of 10,000 letters", "13", found("long_text"), Manufacturer="M" * 10_000),
    attributes("a maker of 320 letters", "13", found(), Manufacturer="M" * 320),
    attributes("pixels of 1e9 mm", "13", refused("impossible"), PixelSpacing=[1e9, 1e9]),
    # what was always so
    attributes("100 kVp", "", found("kvp"), KVP="100"),
    attributes("no tube voltage", "", found("kvp_missing"), KVP=None),
    attributes("slices thicker than their distance", "", found("overlap"), SliceThickness="5"),
    attributes("gaps between slices", "", found("gaps"), SliceThickness="1"),
    attributes("a maximum projection", "", found("projection"), ImageType=["DERIVED", "SECONDARY", "AXIAL", "MIP"]),
    attributes("a head", "", found("body_part"), BodyPartExamined="HEAD"),
    attributes("text in the pixels", "", found("burned_in"), BurnedInAnnotation="YES"),
    attributes("two energies", "", found("multienergy"), MultienergyCTAcquisition="YES"),
    attributes("tilt that positions lack", "", found("tilt"), GantryDetectorTilt="12"),
    attributes("negative slope", "", refused("slope"), RescaleSlope="-1"),
    attributes("no slope", "", refused("missing"), RescaleSlope=None),
    attributes("no position", "", refused("missing"), ImagePositionPatient=None),
    attributes("no frame of reference", "", refused("missing"), FrameOfReferenceUID=None),
    attributes("inverted grays", "", refused("photometric"), PhotometricInterpretation="MONOCHROME1"),
    attributes("lossy compression", "", refused("lossy"), LossyImageCompression="01"),
    attributes("a scout view", "", refused("localizer"), ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"]),
)
