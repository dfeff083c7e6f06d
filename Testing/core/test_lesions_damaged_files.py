"""Damaged files of marks: a plain refusal or a reading, never a traceback."""

import json
import plistlib
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian, RTStructureSetStorage

from core.lesions.cases.dicom import segmentation
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries

SHAPE = (6, 24, 32)


@pytest.fixture(scope="module")
def series() -> CTSeries:
    slices, rows, columns = SHAPE
    phantom = standard_phantom(
        slices=slices,
        rows=rows,
        columns=columns,
        pixel_mm=0.5,
        spacing_mm=3.0,
        lesions=(),
        frame_of_reference_uid="1.2.7",
    )
    headers = phantom_series(phantom).datasets
    hu = np.where(_labels() > 0, 300, -50).astype(np.int16)
    return CTSeries(hu, phantom.geometry, headers, series_instance_uid=str(headers[0].SeriesInstanceUID))


def _labels() -> np.ndarray:
    labels = np.zeros(SHAPE, np.uint8)
    labels[1:3, 5:8, 5:9] = 1
    labels[4, 15:18, 20:25] = 2
    return labels


def _clicks(series: CTSeries, file: Path) -> None:
    seeds = [
        {"territory": "LAD", "ijk": [6, 6, 1]},
        {"territory": "RCA", "lps_mm": series.geometry.lps_mm((4, 16, 22)).tolist()},
    ]
    file.write_text(json.dumps({"seeds": seeds, "comment": "x" * 60}))


def _image(series: CTSeries) -> sitk.Image:
    image = sitk.GetImageFromArray(_labels())
    image.SetSpacing([float(v) for v in series.geometry.spacing_mm[::-1]])
    image.SetOrigin([float(v) for v in series.geometry.origin_lps_mm])
    return image


def _nifti(series: CTSeries, file: Path) -> None:
    sitk.WriteImage(_image(series), str(file))
    _names(file)


def _names(file: Path) -> None:
    file.with_name(file.name.split(".")[0] + ".json").write_text('{"1": "LAD", "2": "RCA"}')


def _slicer(series: CTSeries, file: Path) -> None:
    image = _image(series)
    for number, name in enumerate(("LAD", "RCA")):
        for field, value in (("Name", name), ("LabelValue", str(number + 1)), ("Layer", "0")):
            image.SetMetaData(f"Segment{number}_{field}", value)
    sitk.WriteImage(image, str(file), useCompression=True)


def _dicom(series: CTSeries, file: Path) -> None:
    segmentation(_labels(), ("LAD", None), ("RCA", None))(file.parent, series).rename(file)


def _outlines(series: CTSeries) -> list[tuple[str, list[list[float]]]]:
    """Name and corner points of a rectangle in each marked slice."""
    found = []
    for at, name in ((1, "LAD"), (2, "LAD"), (4, "RCA")):
        rows, columns = np.nonzero(_labels()[at])
        corners = [(rows.min(), columns.min()), (rows.min(), columns.max()), (rows.max(), columns.max())]
        corners.append((rows.max(), columns.min()))
        found.append((name, [series.geometry.lps_mm((at, *corner)).tolist() for corner in corners]))
    return found


def _roi_list(series: CTSeries, file: Path) -> None:
    rois = [
        {"Name": name, "NumberOfPoints": 4, "Point_mm": [f"({x:f}, {y:f}, {z:f})" for x, y, z in points]}
        for name, points in _outlines(series)
    ]
    with file.open("wb") as target:
        plistlib.dump({"Images": [{"ImageIndex": n, "ROIs": [roi]} for n, roi in enumerate(rois)]}, target)


def _structures(series: CTSeries, file: Path) -> None:
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID = dataset.file_meta.MediaStorageSOPClassUID = RTStructureSetStorage
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = "2.25.1"
    dataset.StructureSetROISequence, dataset.ROIContourSequence = [], []
    for number, (name, points) in enumerate(_outlines(series), 1):
        region, drawn, contour = Dataset(), Dataset(), Dataset()
        region.ROINumber, region.ROIName = number, name
        region.ReferencedFrameOfReferenceUID = series.geometry.frame_of_reference_uid
        contour.ContourGeometricType, contour.NumberOfContourPoints = "CLOSED_PLANAR", 4
        contour.ContourData = [round(value, 4) for point in points for value in point]
        drawn.ReferencedROINumber, drawn.ContourSequence = number, [contour]
        dataset.StructureSetROISequence.append(region)
        dataset.ROIContourSequence.append(drawn)
    dataset.save_as(file, enforce_file_format=True)


KINDS: dict[str, Callable[[CTSeries, Path], None]] = {
    "clicks.json": _clicks,
    "marks.nii": _nifti,
    "marks.nii.gz": _nifti,
    "marks.mha": _nifti,
    "marks.xml": _roi_list,
    "structures.dcm": _structures,
    "marks.seg.nrrd": _slicer,
    "marks.dcm": _dicom,
}


def _damaged(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(min(len(damaged), chance.choice([400, 2000, 10**9])))
        kind = chance.random()
        if kind < 0.6:
            damaged[at] = chance.choice([0, 255, chance.randrange(256), chance.randrange(48, 58)])
        elif kind < 0.75:
            del damaged[at : at + chance.choice([1, 2, 50])]
        elif kind < 0.9:
            damaged[at:at] = chance.randbytes(chance.choice([1, 2, 8]))
        else:
            del damaged[at:]
        damaged = damaged or bytearray(b" ")
    return bytes(damaged)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", KINDS)
def test_a_damaged_file_is_refused_in_plain_sentences_or_read(series: CTSeries, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    KINDS[name](series, file)
    whole = file.read_bytes()
    assert read_marks(file, series, 130).labels.any(), "the file as written is fine"
    chance = random.Random(name)
    refused = 0
    for _ in range(150):
        file.write_bytes(_damaged(whole, chance))
        try:
            lesions = read_marks(file, series, 130)
        except InputRefused as refusal:
            refused += 1
            for reason in refusal.reasons:
                assert name in reason
                assert reason.isprintable()
                assert len(reason) < 600
        else:
            corner, shape = np.array(lesions.corner), np.array(lesions.labels.shape)
            assert (corner >= 0).all()
            assert (corner + shape <= SHAPE).all()
            assert lesions.labels.max(initial=0) <= 10
    assert refused > 50
