"""The marks of a reading as one Segmentation: binary, a segment for each territory, frames only where something is.

highdicom makes frames, dimensions and segments; what tells whose they are and where they come from is made here.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.valuerep import DSfloat

from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, Device
from SmartScoreLib.dicomwriting.instances.header import (
    Kind,
    filled,
    header,
    observer_name,
)
from SmartScoreLib.dicomwriting.instances.series import FRAME_OF_REFERENCE, SourceSeries, source_series
from SmartScoreLib.dicomwriting.instances.write import new_series, write_instances
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.dicomwriting.segmentation.plan import PlannedSegment, SegmentationPlan
from SmartScoreLib.dicomwriting.source import SourceImage, lenient
from SmartScoreLib.lesions.marks import SEGMENTATION
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved import concepts as c

KIND = Kind(
    "segmentation",
    "SmartScore Segmentation",
    SEGMENTATION,
    "SEG",
    series_number_offset=7,
    needed=("SegmentSequence", "PerFrameFunctionalGroupsSequence", "PixelData"),
    also=(FRAME_OF_REFERENCE, "BodyPartExamined"),
)
_LABEL = "CALCIUM"
_UNREVIEWED = "AUTOMATIC"
_CLICKED = ("lesions.origin_click", "lesions.origin_segmentation")
"""Codes of where marks come from that mean: grown from a reader's clicks, and corrected by hand."""
_ALGORITHM = "Calcium grown from clicks by threshold"
_CANDIDATES = "Calcium candidates by threshold"


def algorithm_type(lesions: LesionMap) -> str:
    """Segment Algorithm Type (PS3.3 C.8.20.2): who drew the marks.

    AUTOMATIC for candidates that no reader has confirmed, SEMIAUTOMATIC for marks that were grown from clicks here or
    edited in Slicer, MANUAL for those of a file, which a person chose, and of which no more is known.
    """
    if not lesions.reviewed:
        return _UNREVIEWED
    origin = lesions.origin.code if lesions.origin else ""
    return "SEMIAUTOMATIC" if origin.startswith(_CLICKED) else "MANUAL"


def write_segmentation(
    reading: Reading,
    plan: SegmentationPlan,
    folder: Path,
    *,
    device: Device = DEFAULT_DEVICE,
    when: datetime | None = None,
    save: int = 1,
    source: SourceSeries | None = None,
    progress: Progress = silent,
) -> SeriesFiles:
    """Write the marks as one Segmentation (Segmentation Storage, BINARY, Explicit VR Little Endian), and check it.

    Each marked voxel is in the segment of its territory, and no other one; frames refer to the source images.

    Args:
        reading: the marks, and the series that they lie on.
        plan: its segments and UIDs.
        folder: where to; made if needed. The file is `segmentation-0001.dcm`.
        device: who writes.
        when: the moment of writing; None for now.
        save: which save of results this is, from 1; for the Series Number.
        source: the source images, if they are at hand; else they are made of the series.
        progress: told after the file.

    Raises:
        InputRefused: the series does not come from DICOM files, or they lack what marks must refer to; every reason.
        ExportFailed: the file cannot be written; none stays.
    """
    source = source or source_series(reading.series)
    series = new_series(
        KIND,
        source,
        [reading.reader],
        device=device,
        when=when,
        save=save,
        series_instance_uid=plan.series_instance_uid,
    )
    dataset = header(KIND, series, 1, plan.sop_instance_uid, source)
    with lenient():
        filled(dataset, _content(reading, plan, source.images))
    dataset.ContentCreatorName = observer_name(reading.reader)
    dataset.ContentDescription = "Calcium by territory"
    if series.lossy_source is not None:
        dataset.LossyImageCompression = "01"
    return write_instances(KIND, series, source, [dataset], folder, progress)


def _content(reading: Reading, plan: SegmentationPlan, sources: Sequence[SourceImage]) -> Dataset:
    """What highdicom makes: frames of the marked slices, and the segments."""
    import highdicom  # takes half a second, which only this kind of file should cost

    slices, frames = _frames(reading.lesions, plan)
    spacing = DSfloat(reading.series.geometry.spacing_mm[0], auto_format=True)
    algorithm = algorithm_type(reading.lesions)
    result: Dataset = highdicom.seg.Segmentation(
        source_images=[_image(sources[index], spacing) for index in slices],
        pixel_array=frames,
        segmentation_type="BINARY",
        segment_descriptions=[_description(highdicom, segment, algorithm) for segment in plan.segments],
        series_instance_uid=plan.series_instance_uid,
        series_number=1,
        sop_instance_uid=plan.sop_instance_uid,
        instance_number=1,
        # The header says who writes.
        manufacturer=DEFAULT_DEVICE.manufacturer,
        manufacturer_model_name=DEFAULT_DEVICE.model,
        software_versions=DEFAULT_DEVICE.software_version,
        device_serial_number=DEFAULT_DEVICE.device_id,
        content_label=_LABEL,
    )
    # Of the whole volume: frames are there for marked slices only.
    result.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0].SpacingBetweenSlices = spacing
    # It would name highdicom's version; the equipment is this software.
    result.pop("ContributingEquipmentSequence", None)
    return result


def _frames(lesions: LesionMap, plan: SegmentationPlan) -> tuple[list[int], NDArray[np.uint8]]:
    """Indices of the marked slices, and of each a whole frame (row, column) of Segment Numbers."""
    _, rows, columns = lesions.geometry.shape
    marked = np.flatnonzero(lesions.labels.any(axis=(1, 2)))
    numbers = np.zeros(256, np.uint8)
    for segment in plan.segments:
        numbers[segment.territory.label] = segment.number
    frames = np.zeros((len(marked), rows, columns), np.uint8)
    frames[:, lesions.box[1], lesions.box[2]] = numbers[lesions.labels[marked]]
    return [int(index) + lesions.corner[0] for index in marked], frames


def _description(highdicom: Any, segment: PlannedSegment, algorithm: str) -> Any:
    territory = segment.territory
    identification = None
    if algorithm != "MANUAL":
        identification = highdicom.AlgorithmIdentificationSequence(
            name=_CANDIDATES if algorithm == _UNREVIEWED else _ALGORITHM,
            version=DEFAULT_DEVICE.software_version,
            family=highdicom.sr.CodedConcept("123101", "DCM", "Neighborhood Analysis"),
        )
    regions = [highdicom.sr.CodedConcept(territory.sct_code, "SCT", territory.sct_meaning)]
    return highdicom.seg.SegmentDescription(
        segment_number=segment.number,
        segment_label=territory.name,
        segmented_property_category=_coded(highdicom, c.MORPHOLOGICALLY_ABNORMAL),
        segmented_property_type=_coded(highdicom, c.CALCIFIED_PLAQUE),
        algorithm_type=algorithm,
        algorithm_identification=identification,
        tracking_uid=segment.tracking_uid,
        tracking_id=territory.name,
        anatomic_regions=regions if territory.sct_code else None,
        display_color=highdicom.color.CIELabColor.from_rgb(*territory.color),
    )


def _coded(highdicom: Any, concept: c.Concept) -> Any:
    return highdicom.sr.CodedConcept(concept.value, concept.scheme, concept.meaning)


_PLACEHOLDERS = (
    *("PatientID", "PatientName", "PatientBirthDate", "PatientSex", "StudyID", "AccessionNumber"),
    *("ReferringPhysicianName", "StudyDate", "StudyTime", "PositionReferenceIndicator"),
)
_OF_THE_IMAGE = ("Rows", "Columns", "ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing")


def _image(source: SourceImage, spacing: DSfloat) -> Dataset:
    """What highdicom asks of a source image; whom it shows stays empty here, as the header has it repaired.

    A voxel stands for the volume up to the next slice, so the spacing is its thickness.
    """
    image = Dataset()
    image.SliceThickness = spacing
    for keyword in _PLACEHOLDERS:
        setattr(image, keyword, None if keyword.endswith(("Date", "Time")) else "")
    image.StudyInstanceUID = "1.2.3"
    for keyword in ("SOPClassUID", "SOPInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID"):
        setattr(image, keyword, source.text(keyword))
    for keyword in _OF_THE_IMAGE:
        image[keyword] = source.valid(keyword)
    return image
