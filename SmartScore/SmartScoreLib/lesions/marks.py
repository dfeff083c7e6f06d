"""Reading marks from any file or folder that `--lesions` takes, and checking them against the picture."""

import gzip
import warnings
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.lesions.checks.agreement import agreement, agreement_remarks
from SmartScoreLib.lesions.checks.regrowing import regrown
from SmartScoreLib.lesions.files.layer import FileMarks, Unknown
from SmartScoreLib.lesions.files.names import Names
from SmartScoreLib.lesions.files.nifti import Form, FormsDiffer, is_nifti
from SmartScoreLib.lesions.grid import Box
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.lesions.placing import place_layers, united
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Value
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.model import CTSeries

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABEL_MAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"
RT_STRUCTURES = "1.2.840.10008.5.1.4.1.1.481.3"

# So much of a file tells its kind; a NIfTI-2 header is the longest.
_START = 544


@dataclass(frozen=True)
class MarksOptions:
    """How files of marks are read.

    Attributes:
        names: names of labels and segments that come before those of the file; None for none.
        regrow: take every connected calcification that a mark touches whole.
        trust: do not refuse marks that hit next to no calcium.
        nifti_form: which of sform and qform is right where they differ; None refuses.
        total: the Agatston total of a map as text, for the refusal of forms that differ.
    """

    names: Names | None = None
    regrow: bool = False
    trust: bool = False
    nifti_form: Form | None = None
    total: Callable[[LesionMap], str] | None = None


AS_THE_FILE_SAYS = MarksOptions()


def read_marks(
    path: Path, series: CTSeries, threshold_hu: float, options: MarksOptions = AS_THE_FILE_SAYS
) -> LesionMap:
    """The marks of a file, or of all files of a folder, on the grid of the series.

    The kind is told by the content: JSON clicks, NRRD with or without Slicer's segments, NIfTI, MetaImage, DICOM
    Segmentations and RT Structure Sets, ROI lists of OsiriX and Horos. Segments of no known territory are left out with
    a remark if others are known. Marks other than clicks are checked against the picture.

    Args:
        path: the file, or a folder with one file a structure.
        series: the series that the marks belong to.
        threshold_hu: for growing from clicks, and for what is calcium.
        options: what else is known of the marks.

    Raises:
        InputRefused: a file is unreadable, of another kind, does not say what it marks, or does not fit the series or
            its picture; one remark a reason.
    """
    path = Path(path)
    if path.is_dir():
        lesions = _folder(path, series, threshold_hu, options)
    else:
        start = _start(path)
        if _is_clicks(start):
            from SmartScoreLib.lesions.files.clicks import read_clicks

            return read_clicks(path, series, threshold_hu)
        lesions = _file(path, start, series, threshold_hu, options)
    lesions = replace(lesions, origin=remark("lesions.origin_marks", file=path.name))
    found = agreement(lesions, series, threshold_hu)
    said = agreement_remarks(found, lesions, series, threshold_hu, path.name, trust=options.trust)
    if options.regrow and found.voxels:
        lesions = regrown(found, lesions, path.name)
        said = tuple(one for one in said if one.code != "lesions.cut")
    return replace(lesions, remarks=(*lesions.remarks, *said))


def read_saved_marks(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """The marks of a DICOM Segmentation that was saved with a reading: as they are, without a look at the picture.

    Raises:
        InputRefused: it is no Segmentation, of another frame of reference, or damaged.
    """
    lesions = _placed([_dicom(path, series, None)], series, threshold_hu)
    return replace(lesions, origin=remark("lesions.origin_marks", file=path.name))


def _start(path: Path) -> bytes:
    """The first bytes, decompressed."""
    try:
        with path.open("rb") as file:
            start = file.read(_START)
        if start[:2] == b"\x1f\x8b":
            with gzip.open(path) as file:
                start = file.read(_START)
    except (OSError, EOFError, zlib.error) as error:
        fault = getattr(error, "strerror", None) or str(error)
        raise InputRefused(remark("lesions.cannot_read", file=path.name, fault=fault)) from None
    return start


def _is_clicks(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _is_volume(start: bytes) -> bool:
    return start[:4] == b"NRRD" or is_nifti(start) or b"ObjectType" in start or start.lstrip()[:5] == b"NDims"


def _file(path: Path, start: bytes, series: CTSeries, threshold_hu: float, options: MarksOptions) -> LesionMap:
    """The marks of one file that holds no clicks."""
    try:
        return _placed([_marks(path, start, series, options)], series, threshold_hu)
    except FormsDiffer as differ:
        values: dict[str, Value] = {"file": path.name, "apart_mm": differ.apart_mm}
        if options.total is None:
            raise InputRefused(differ.remarks) from None
        totals: dict[str, str] = {}
        forms: tuple[Form, ...] = ("sform", "qform")
        for form in forms:
            try:
                other = _marks(path, start, series, replace(options, nifti_form=form))
                totals[form] = options.total(_placed([other], series, threshold_hu))
            except InputRefused as refusal:
                totals[form] = shown(refusal.reasons[0])
        raise InputRefused(remark("lesions.forms_differ_scores", **values, **totals)) from None


def _folder(folder: Path, series: CTSeries, threshold_hu: float, options: MarksOptions) -> LesionMap:
    """The marks of all files of a folder together; files that hold no marks, such as those of names, are left out."""
    found: list[FileMarks] = []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or path.name.startswith("."):
            continue
        start = _start(path)
        if _is_volume(start) or _is_dicom(start) or _is_list(start):
            found.append(_marks(path, start, series, options))
    if not found:
        raise InputRefused(remark("lesions.no_marks_in_folder", folder=folder.name))
    return _placed(found, series, threshold_hu)


def _is_dicom(start: bytes) -> bool:
    return start[128:132] == b"DICM"


def _is_list(start: bytes) -> bool:
    from SmartScoreLib.lesions.files.roi_list import is_roi_list

    return is_roi_list(start)


def _marks(path: Path, start: bytes, series: CTSeries, options: MarksOptions) -> FileMarks:
    if _is_dicom(start):
        return _dicom(path, series, options.names)
    if _is_volume(start):
        from SmartScoreLib.lesions.files.label_maps import read_label_map

        return read_label_map(path, start, options.names, options.nifti_form)
    if _is_list(start):
        from SmartScoreLib.lesions.files.roi_list import read_roi_list

        return read_roi_list(path, series, options.names)
    raise InputRefused(remark("lesions.unknown_kind", file=path.name))


def _dicom(path: Path, series: CTSeries, names: Names | None) -> FileMarks:
    import pydicom
    from pydicom.uid import UID

    from SmartScoreLib.lesions.files.dicom_segmentation import read_dicom_segmentation
    from SmartScoreLib.lesions.files.rt_structures import read_rt_structures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of single values; what matters is checked here
            dataset = pydicom.dcmread(path)
            sop_class = str(dataset.get("SOPClassUID", ""))
            if sop_class in (SEGMENTATION, LABEL_MAP_SEGMENTATION):
                return _of_whom(dataset, series, read_dicom_segmentation(dataset, series, names, path.name))
            if sop_class == RT_STRUCTURES:
                return _of_whom(dataset, series, read_rt_structures(dataset, series, names, path.name))
            problem = remark("lesions.no_sop_class", file=path.name)
            if sop_class:
                problem = remark("lesions.not_segmentation", file=path.name, sop_class=shown(UID(sop_class).name))
    except InputRefused:
        raise
    except (AttributeError, KeyError) as error:
        problem = remark("lesions.segmentation_incomplete", file=path.name, fault=shown(error).rstrip("."))
    except Exception as error:  # whatever damaged bytes make pydicom, its decoders and highdicom raise
        problem = remark("lesions.segmentation_damaged", file=path.name, fault=shown(error).rstrip("."))
    raise InputRefused(problem)


def _of_whom(dataset: "Dataset", series: CTSeries, marks: FileMarks) -> FileMarks:
    """The marks, with a word where they bear another patient's number: one of both was given another since."""
    theirs = text(dataset, "PatientID")
    own = text(series.datasets[0], "PatientID") if series.datasets else ""
    if not theirs or not own or theirs == own:
        return marks
    said = remark("lesions.other_patient", file=marks.file, patient_id=shown(theirs), own_id=shown(own))
    return replace(marks, remarks=(said, *marks.remarks))


def _placed(found: list[FileMarks], series: CTSeries, threshold_hu: float) -> LesionMap:
    """All files on the grid of the series, with what is to be said of them.

    Raises:
        InputRefused: no territory of what they mark is known, or a grid does not fit.
    """
    unknown = [one for marks in found for one in marks.unknown]
    if unknown and not any(marks.layers for marks in found):
        raise InputRefused(dict.fromkeys(one.why for one in unknown))
    maps = [
        place_layers(marks.layers, series, threshold_hu, marks.file, same_frame=marks.same_frame) for marks in found
    ]
    remarks = [one for marks, lesions in zip(found, maps, strict=True) for one in _said(marks, lesions)]
    if len(maps) == 1:
        return replace(maps[0], remarks=tuple(remarks))
    boxes = [Box(lesions.corner, lesions.labels) for lesions in maps if lesions.labels.size]
    together = united(boxes, series, threshold_hu, ", ".join(marks.file for marks in found if marks.layers))
    return replace(together, remarks=tuple(remarks))


def _said(marks: FileMarks, lesions: LesionMap) -> list[Remark]:
    said = [*marks.remarks, *lesions.remarks]
    if marks.read_as:
        said.append(remark("lesions.read_as", file=marks.file, read_as=marks.read_as))
    if marks.unknown:
        said.append(remark("lesions.not_known", file=marks.file, segments=_names(marks.unknown)))
    return said


def _names(unknown: tuple[Unknown, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in unknown))
