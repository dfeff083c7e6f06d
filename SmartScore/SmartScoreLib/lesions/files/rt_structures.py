"""Marks as a DICOM RT Structure Set (PS3.3 A.19): closed planar contours, each region of interest with a name."""

from functools import partial

import numpy as np
from pydicom.dataset import Dataset

from SmartScoreLib.lesions.files.contours import Contour, filled
from SmartScoreLib.lesions.files.dicom_segmentation import check_frame_of_reference
from SmartScoreLib.lesions.files.label_maps import Naming
from SmartScoreLib.lesions.files.layer import FileMarks
from SmartScoreLib.lesions.files.names import Names
from SmartScoreLib.lesions.naming import shown, territory_of
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries

_CLOSED = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR")


def read_rt_structures(dataset: Dataset, series: CTSeries, given: Names | None, name: str) -> FileMarks:
    """The marks of a structure set; the ROI Name (3006,0026) gives the territory.

    Contours of one region that lie in each other in a slice are holes, as common writers have them.

    Args:
        dataset: the whole object.
        series: the series to score.
        given: names that come before those of the object, by ROI Number.
        name: of the file, for messages.

    Raises:
        InputRefused: it is of another frame of reference, or a contour does not lie in a slice.
    """
    naming = Naming(name)
    contours: list[Contour] = []
    regions = {int(item.ROINumber): item for item in dataset.get("StructureSetROISequence") or ()}
    for item in dataset.get("ROIContourSequence") or ():
        number = int(item.ReferencedROINumber)
        drawn = [one for one in item.get("ContourSequence") or () if len(one.get("ContourData") or ()) >= 9]
        if not drawn or number not in regions:
            continue
        region = regions[number]
        check_frame_of_reference(str(region.get("ReferencedFrameOfReferenceUID") or ""), series, name)
        label = str(region.get("ROIName") or "")
        called = partial(remark, "lesions.numbered_segment", number=number, name=shown(label), file=name)
        other = None if given is None else given.of(number, label)
        label = label if other is None else other.text
        value = naming.take(label, territory_of(called, label, () if other is None else other.codes))
        for one in drawn if value else ():
            kind = str(one.get("ContourGeometricType") or "")
            if kind not in _CLOSED:
                raise InputRefused(remark("lesions.contour_kind", file=name, kind=shown(kind)))
            points = np.array(one.ContourData, float)
            if len(points) % 3 or not np.isfinite(points).all():
                raise InputRefused(remark("lesions.contour_points", file=name))
            contours.append(Contour(value, number, points.reshape(-1, 3)))
    layers, remarks = filled(contours, series.geometry, name, holes=True)
    return naming.marks(layers, remarks, same_frame=True)
