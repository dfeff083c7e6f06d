"""Marks as people have them, built in code on one small series, and what a reader of each must find.

The series has four slices of 3 mm with pixels of 0.5 mm, and two calcifications whose scores arithmetic gives:

    A  6 x 6 pixels of 450 HU in slices 1 and 2: 36 * 0.25 mm2 * weight 4 = 36 in each, 72 together
    B  4 x 4 pixels of 250 HU in slice 1:        16 * 0.25 mm2 * weight 2 = 8

Files are written by SimpleITK, highdicom and pydicom, or byte by byte as their formats say (NIfTI, property lists).
"""

import gzip
import plistlib
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK as sitk  # noqa: N813

from core.series.cases.building import SIZE, SLICES, image, put, save
from SmartScoreLib.series.model import CTSeries

SCORE_A, SCORE_B = 72.0, 8.0
A = (slice(1, 3), slice(12, 18), slice(12, 18))
B = (slice(1, 2), slice(21, 25), slice(8, 12))
VOXELS_A, VOXELS_B = 72, 16
# The grid in LPS: slice, row and column steps and the first voxel.
SPACING, ORIGIN = (3.0, 0.5, 0.5), (-8.0, -8.0, 0.0)
# The same in RAS, as NIfTI has it: columns run to the left, rows to the back.
AFFINE = np.array([[-0.5, 0, 0, 8.0], [0, -0.5, 0, 8.0], [0, 0, 3.0, 0.0]])

Write = Callable[[Path, CTSeries], Path]


@dataclass(frozen=True)
class Case:
    """One kind of marks.

    Attributes:
        name: what it is.
        write: writes it into an empty folder, for a series; the path to read.
        scores: Agatston score of each territory that has one.
        said: codes of what is said of the marks, without their room.
        refused: codes of the refusal instead.
        line: of the review of what people have, "14" to "20", or "" for what was always so.
        options: for `read_marks`.
        values: of the remarks, by code and name, that must be right to the number.
    """

    name: str
    write: Write = field(repr=False)
    scores: Mapping[str, float] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    line: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def series_folder(folder: Path) -> Path:
    """The series as DICOM files."""
    images = []
    for index in range(SLICES):
        hu = np.full((SIZE, SIZE), -1000)
        hu[4:28, 4:28] = 40
        for (slices, rows, columns), value in ((A, 450), (B, 250)):
            if slices.start <= index < slices.stop:
                hu[rows, columns] = value
        dataset = image(index, AccessionNumber="A1", ReferringPhysicianName="")
        put(dataset, hu + 1024)
        images.append(dataset)
    return save(folder, images)


def both(a: int = 1, b: int = 2) -> np.ndarray:
    """Labels of both calcifications (slice, row, column)."""
    labels = np.zeros((SLICES, SIZE, SIZE), np.uint8)
    labels[A], labels[B] = a, b
    return labels


def itk(labels: np.ndarray, *, vector: bool = False, origin: Sequence[float] = ORIGIN) -> sitk.Image:
    """The labels as an image on the grid of the series."""
    made = sitk.GetImageFromArray(labels, isVector=vector)
    made.SetSpacing(SPACING[::-1])
    made.SetOrigin(tuple(origin))
    return made


def volume(name: str, labels: np.ndarray | None = None, **texts: str) -> Write:
    """A volume file by SimpleITK, and text files beside it, each by its ending ("csv", "labels_csv")."""

    def write(folder: Path, series: CTSeries) -> Path:
        sitk.WriteImage(itk(both() if labels is None else labels), str(folder / name))
        stem = name.split(".")[0]
        for ending, text in texts.items():
            file = stem + ("_ColorTable.ctbl" if ending == "table" else "." + ending.replace("_", "."))
            (folder / file).write_text(text)
        return folder / name

    return write


def segments(*named: Mapping[str, str], labels: np.ndarray | None = None, vector: bool = False) -> Write:
    """A .seg.nrrd with these fields of its segments; the label value of the first is 1, and so on."""

    def write(folder: Path, series: CTSeries) -> Path:
        made = itk(both() if labels is None else labels, vector=vector)
        for number, fields in enumerate(named):
            for key, value in {"LabelValue": str(number + 1), "Layer": "0", **fields}.items():
                made.SetMetaData(f"Segment{number}_{key}", value)
        sitk.WriteImage(made, str(folder / "marks.seg.nrrd"))
        return folder / "marks.seg.nrrd"

    return write


def region(code: str, scheme: str = "SCT") -> dict[str, str]:
    """The tag of a terminology entry of Slicer with this anatomic region."""
    entry = f"list~SCT^49755003^Abnormal~SCT^85756007^Tissue~^^~regions~{scheme}^{code}^Meaning~^^"
    return {"Tags": f"Segmentation.Status:inprogress|TerminologyEntry:{entry}|"}


def nifti(
    name: str = "LAD.nii",
    labels: np.ndarray | None = None,
    *,
    affine: np.ndarray = AFFINE,
    qform: np.ndarray | None = None,
    codes: tuple[int, int] = (0, 1),
    second: bool = False,
    order: str = "<",
    dtype: str = "u1",
    slope: float = 0.0,
    pair: bool = False,
) -> Write:
    """A NIfTI file, byte by byte after nifti1.h and nifti2.h.

    Args:
        name: of the file.
        labels: (slice, row, column).
        affine: of the sform, 3 x 4, RAS.
        qform: offset of the qform, whose axes are those of the series; None for none.
        codes: qform_code and sform_code.
        second: NIfTI-2.
        order: "<" or ">".
        dtype: of the voxels.
        slope: scl_slope.
        pair: voxels in an .img file.
    """

    def write(folder: Path, series: CTSeries) -> Path:
        values = (both() if labels is None else labels).astype(np.dtype(dtype).newbyteorder(order))
        slices, rows, columns = values.shape
        kind = {"u1": 2, "i2": 4, "f4": 16, "i8": 1024}[dtype]
        bits = values.dtype.itemsize * 8
        offset = ORIGIN if qform is None else qform
        # Turned by 180 degrees about the z axis: the quaternion (0, 0, 0, 1).
        place = (0.0, 0.0, 1.0, -float(offset[0]), -float(offset[1]), float(offset[2]))
        if second:
            head = struct.pack(order + "i8sHh", 540, b"n+2\0\r\n\x1a\n", kind, bits)
            head += struct.pack(order + "8q", 3, columns, rows, slices, 1, 1, 1, 1) + bytes(24)
            head += struct.pack(order + "8d", 1, 0.5, 0.5, 3.0, 1, 1, 1, 1)
            head += struct.pack(order + "qdd", 544, slope, 0.0)
            head = head.ljust(344, b"\0") + struct.pack(order + "ii6d", *codes, *place)
            head += struct.pack(order + "12d", *affine.ravel())
            whole = head.ljust(540, b"\0") + bytes(4)
        else:
            head = struct.pack(order + "i", 348).ljust(40, b"\0")
            head += struct.pack(order + "8h", 3, columns, rows, slices, 1, 1, 1, 1) + bytes(14)
            head += struct.pack(order + "hhh", kind, bits, 0)
            head += struct.pack(order + "8f", 1, 0.5, 0.5, 3.0, 1, 1, 1, 1)
            head += struct.pack(order + "fff", 0 if pair else 352, slope, 0.0)
            head = head.ljust(252, b"\0") + struct.pack(order + "hh6f", *codes, *place)
            head += struct.pack(order + "12f", *affine.ravel())
            whole = head.ljust(344, b"\0") + (b"ni1\0" if pair else b"n+1\0") + bytes(4)
        if pair:
            (folder / name).with_suffix(".img").write_bytes(values.tobytes())
        else:
            whole += values.tobytes()
        (folder / name).write_bytes(gzip.compress(whole) if name.endswith(".gz") else whole)
        return folder / name

    return write


def corners(series: CTSeries, box: tuple[slice, slice, slice], index: int, rim: float = 0.4) -> np.ndarray:
    """(4, 3) LPS corners around a box in one of its slices, `rim` pixels beyond the outer pixel centers."""
    (_, rows, columns), up, left = box, rim, rim
    ends = [(rows.start - up, columns.start - left), (rows.start - up, columns.stop - 1 + left)]
    ends += [(rows.stop - 1 + up, columns.stop - 1 + left), (rows.stop - 1 + up, columns.start - left)]
    return np.array([series.geometry.lps_mm((index, *end)) for end in ends])


def roi_list(
    rois: Callable[[CTSeries], Sequence[tuple[str, np.ndarray | None]]], *, binary: bool = False, mm: bool = True
) -> Write:
    """A property list of OsiriX: an image for each ROI, with points in mm and in pixels."""

    def write(folder: Path, series: CTSeries) -> Path:
        images = []
        for number, (name, points) in enumerate(rois(series)):
            texts = [] if points is None else [f"({x:.6f}, {y:.6f}, {z:.6f})" for x, y, z in points]
            roi = {"Name": name, "NumberOfPoints": len(texts), "Area": 1.0, "Type": 15}
            roi["Point_px"] = [f"({10 + n}, {10 + n})" for n in range(len(texts))]
            if mm:
                roi["Point_mm"] = texts
            images.append({"ImageIndex": 7 - number, "NumberOfROIs": 1, "ROIs": [roi]})
        with (folder / "rois.xml").open("wb") as file:
            plistlib.dump({"Images": images}, file, fmt=plistlib.FMT_BINARY if binary else plistlib.FMT_XML)
        return folder / "rois.xml"

    return write
