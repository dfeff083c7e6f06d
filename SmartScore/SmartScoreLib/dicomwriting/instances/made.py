"""What segmentation, structured report and presentation state have beside what is copied: the table of CONFORMANCE.md.

A test holds the attributes of written files to it. Presence and source are the words of section 3.4 there.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Made:
    """One attribute at the top level, with what it holds."""

    keyword: str
    presence: str
    source: str
    remark: str = ""


_EVERY: tuple[Made, ...] = (
    Made("SpecificCharacterSet", "ANAP", "AUTO", "a set that holds all text"),
    Made("InstanceCreationDate", "ALWAYS", "AUTO"),
    Made("InstanceCreationTime", "ALWAYS", "AUTO"),
    Made("SOPClassUID", "ALWAYS", "FIXED"),
    Made("SOPInstanceUID", "ALWAYS", "AUTO"),
    Made("TimezoneOffsetFromUTC", "ANAP", "COPY", "where all images have the same"),
    Made("Modality", "ALWAYS", "FIXED"),
    Made("SeriesInstanceUID", "ALWAYS", "AUTO"),
    Made("SeriesNumber", "ALWAYS", "AUTO"),
    Made("SeriesDate", "ALWAYS", "AUTO"),
    Made("SeriesTime", "ALWAYS", "AUTO"),
    Made("SeriesDescription", "ALWAYS", "AUTO", "the kind, the reader and the status"),
    Made("Manufacturer", "ALWAYS", "CONFIG"),
    Made("ManufacturerModelName", "ALWAYS", "CONFIG"),
    Made("DeviceSerialNumber", "ALWAYS", "CONFIG", "`device_id`"),
    Made("SoftwareVersions", "ALWAYS", "CONFIG"),
    Made("StationName", "ALWAYS", "CONFIG"),
    Made("InstanceNumber", "ALWAYS", "AUTO", "from 1"),
)
_DATED: tuple[Made, ...] = (Made("ContentDate", "ALWAYS", "AUTO"), Made("ContentTime", "ALWAYS", "AUTO"))
_IDENTIFIED: tuple[Made, ...] = (
    Made("ContentLabel", "ALWAYS", "FIXED", "CALCIUM"),
    Made("ContentDescription", "ALWAYS", "FIXED", "Calcium by territory"),
    Made("ContentCreatorName", "VNAP", "AUTO", "the reader"),
)

MADE: dict[str, tuple[Made, ...]] = {
    "SEG": (
        *_EVERY,
        *_DATED,
        *_IDENTIFIED,
        Made("ImageType", "ALWAYS", "FIXED", "DERIVED, PRIMARY"),
        Made("ReferencedSeriesSequence", "ALWAYS", "AUTO", "the source series, with the images that hold marks"),
        Made("SourceImageSequence", "ALWAYS", "AUTO", "the images that hold marks"),
        Made("DimensionOrganizationSequence", "ALWAYS", "AUTO"),
        Made("DimensionIndexSequence", "ALWAYS", "FIXED", "Referenced Segment Number, Image Position (Patient)"),
        Made("SamplesPerPixel", "ALWAYS", "FIXED", "1"),
        Made("PhotometricInterpretation", "ALWAYS", "FIXED", "MONOCHROME2"),
        Made("NumberOfFrames", "ALWAYS", "AUTO", "one for each segment and slice with marks"),
        Made("Rows", "ALWAYS", "COPY"),
        Made("Columns", "ALWAYS", "COPY"),
        Made("BitsAllocated", "ALWAYS", "FIXED", "1"),
        Made("BitsStored", "ALWAYS", "FIXED", "1"),
        Made("HighBit", "ALWAYS", "FIXED", "0"),
        Made("PixelRepresentation", "ALWAYS", "FIXED", "0"),
        Made("LossyImageCompression", "ALWAYS", "AUTO", "01 if a source has been lossily compressed, else 00"),
        Made("SegmentationType", "ALWAYS", "FIXED", "BINARY"),
        Made("SegmentSequence", "ALWAYS", "AUTO", "see below"),
        Made("SegmentsOverlap", "ALWAYS", "FIXED", "NO"),
        Made("PresentationLUTShape", "ANAP", "FIXED", "IDENTITY"),
        Made("SharedFunctionalGroupsSequence", "ALWAYS", "AUTO", "Pixel Measures, Plane Orientation"),
        Made(
            "PerFrameFunctionalGroupsSequence",
            "ALWAYS",
            "AUTO",
            "Frame Content, Plane Position, Derivation Image (the one source image), Segment Identification",
        ),
        Made("PixelData", "ALWAYS", "AUTO", "the marked voxels"),
    ),
    "SR": (
        *_EVERY,
        *_DATED,
        Made("CompletionFlag", "ALWAYS", "AUTO", "PARTIAL for a draft, else COMPLETE"),
        Made("PreliminaryFlag", "ANAP", "AUTO", "PRELIMINARY for a draft, FINAL for a final reading"),
        Made("VerificationFlag", "ALWAYS", "FIXED", "UNVERIFIED"),
        Made("PredecessorDocumentsSequence", "ANAP", "AUTO", "the reading that this one is a new version of"),
        Made("CurrentRequestedProcedureEvidenceSequence", "ALWAYS", "AUTO", "all source images; the segmentation"),
        Made("PertinentOtherEvidenceSequence", "ANAP", "AUTO", "the scan that was compared, and its saved reading"),
        Made("ReferencedPerformedProcedureStepSequence", "EMPTY", "FIXED"),
        Made("PerformedProcedureCodeSequence", "EMPTY", "FIXED"),
        Made("CodingSchemeIdentificationSequence", "ALWAYS", "FIXED", "99SMARTSCORE"),
        Made("ValueType", "ALWAYS", "FIXED", "CONTAINER"),
        Made("ConceptNameCodeSequence", "ALWAYS", "FIXED", "(126000, DCM, Imaging Measurement Report)"),
        Made("ContinuityOfContent", "ALWAYS", "FIXED", "SEPARATE"),
        Made("ContentTemplateSequence", "ALWAYS", "FIXED", "DCMR, 1500"),
        Made("ContentSequence", "ALWAYS", "AUTO", "see below"),
    ),
    "PR": (
        *_EVERY,
        *_IDENTIFIED,
        Made("PresentationCreationDate", "ALWAYS", "AUTO"),
        Made("PresentationCreationTime", "ALWAYS", "AUTO"),
        Made("ReferencedSeriesSequence", "ALWAYS", "AUTO", "the source series with its images"),
        Made("DisplayedAreaSelectionSequence", "ALWAYS", "AUTO", "the whole image, scaled to fit"),
        Made("RescaleIntercept", "ALWAYS", "COPY"),
        Made("RescaleSlope", "ALWAYS", "COPY"),
        Made("RescaleType", "ALWAYS", "FIXED", "HU"),
        Made("SoftcopyVOILUTSequence", "ALWAYS", "FIXED", "the window in which calcium stands out: 700 around 130 HU"),
        Made("PresentationLUTShape", "ALWAYS", "FIXED", "IDENTITY"),
        Made("GraphicAnnotationSequence", "ALWAYS", "AUTO", "closed polylines and names, in units of PIXEL"),
        Made("GraphicLayerSequence", "ALWAYS", "AUTO", "one for each territory, named by its key, in its color"),
    ),
}
"""By Modality."""
