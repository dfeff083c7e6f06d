"""What PS3.3 says of single attributes, beyond their Value Representation."""

from collections.abc import Sequence

from SmartScoreLib.dicomwriting.repairs.texts import code_string_cut

VERBATIM = frozenset({"PatientID", "StudyInstanceUID", "StudyID", "AccessionNumber", "FrameOfReferenceUID"})
"""Tell which patient, study and order an image belongs to: any other value would belong to somebody else."""

NEVER_CUT = frozenset(
    {
        "CodeValue",
        "CodingSchemeDesignator",
        "DeviceSerialNumber",
        "IssuerOfPatientID",
        "OtherPatientIDs",
        "PatientID",
        "RequestedProcedureID",
        "ScheduledProcedureStepID",
    }
)
"""Identifiers: cut, they name something else."""

SIGNED_AS_PIXELS = frozenset(
    {
        "PixelPaddingValue",
        "SmallestImagePixelValue",
        "LargestImagePixelValue",
        "SmallestPixelValueInSeries",
        "LargestPixelValueInSeries",
    }
)
"""US or SS as Pixel Representation says (PS3.3 C.7.6.3.1.1, C.7.5.1.1.2)."""

_YES_NO = frozenset({"YES", "NO"})
ENUMERATED = {
    "PatientSex": frozenset({"M", "F", "O"}),
    "SmokingStatus": _YES_NO | {"UNKNOWN"},
    "Laterality": frozenset({"R", "L"}),
    "PatientPosition": frozenset(
        "HFP HFS HFDR HFDL FFDR FFDL FFP FFS LFP LFS RFP RFS AFDR AFDL PFDR PFDL SITTING".split()  # noqa: SIM905
    ),
    "QualityControlImage": _YES_NO | {"BOTH"},
    "BurnedInAnnotation": _YES_NO,
    "LossyImageCompression": frozenset({"00", "01"}),
    "RotationDirection": frozenset({"CW", "CC"}),
    "PatientIdentityRemoved": _YES_NO,
    "TypeOfPatientID": frozenset({"TEXT", "RFID", "BARCODE"}),
    "RescaleType": frozenset({"HU"}),
}
"""Values that may be, where PS3.3 lists them all; for Rescale Type those that a series may have that is scored."""

UNPAIRED = frozenset(
    """ABDOMEN ABDOMENPELVIS AORTA BLADDER BRAIN CHEST CHESTABDOMEN CHESTABDPELVIS COCCYX COLON CORONARYARTERY CSPINE
    CTSPINE DUODENUM ESOPHAGUS GALLBLADDER HEAD HEADNECK HEART JAW LARYNX LIVER LSPINE LSSPINE MEDIASTINUM NECK
    NECKCHEST NECKCHESTABDOMEN NECKCHESTABDPELV PANCREAS PELVIS PENIS PROSTATE RECTUM SKULL SPINE SPLEEN SSPINE STERNUM
    STOMACH THYMUS THYROID TLSPINE TONGUE TRACHEA TSPINE UTERUS VAGINA WHOLEBODY""".split()  # noqa: SIM905
)
"""Terms of Body Part Examined for what a body has once (PS3.16 Annex L): such an image has no side."""

_FIRST = ("ORIGINAL", "DERIVED")
_SECOND = ("PRIMARY", "SECONDARY")


def image_type(values: Sequence[str]) -> list[str]:
    """Image Type with the three values that a CT image needs (PS3.3 C.7.6.1.1.2, C.8.2.1.1.1).

    Nobody knows where an image comes from that does not say it, so it is not called an original.
    """
    terms = [code_string_cut(value) or "" for value in values]
    first, second, third, *more = [*terms, *[""] * (3 - len(terms))]
    if first not in _FIRST:
        first = "DERIVED"
    if second not in _SECOND:
        second = "PRIMARY" if first == "ORIGINAL" else "SECONDARY"
    return [first, second, third or "AXIAL", *more]


_CODES = (
    "ContrastBolusAgentSequence",
    "ContrastBolusAdministrationRouteSequence",
    "AdditionalDrugSequence",
    "PurposeOfReferenceCodeSequence",
)
_REFERENCES = (
    "ReferencedPatientSequence",
    "ReferencedStudySequence",
    "ReferencedImageSequence",
    "SourceImageSequence",
)
_CODE_VALUES = {"CodeValue", "LongCodeValue", "URNCodeValue"}


def needed_in_items(sequence: str) -> tuple[frozenset[str], ...]:
    """What an item of a sequence says nothing without: of each set at least one attribute with a value."""
    if sequence in _CODES or sequence.endswith("CodeSequence"):
        return (
            frozenset(_CODE_VALUES),
            frozenset({"CodingSchemeDesignator", "URNCodeValue"}),
            frozenset({"CodeMeaning"}),
        )
    if sequence in _REFERENCES:
        return frozenset({"ReferencedSOPClassUID"}), frozenset({"ReferencedSOPInstanceUID"})
    if sequence == "VOILUTSequence":
        return frozenset({"LUTDescriptor"}), frozenset({"LUTData"})
    if sequence == "OtherPatientIDsSequence":
        return frozenset({"PatientID"}), frozenset({"TypeOfPatientID"})
    return ()
