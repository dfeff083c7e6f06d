"""NIfTI, NRRD and MetaImage volumes: a grid and values without the headers of a scanner.

They can be scored, but not exported, and what headers would tell is said to be unknown. SimpleITK reads them, and gives
LPS millimetres whatever the file holds.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.model import HounsfieldArray, SeriesCandidate
from SmartScoreLib.series.verdict.warnings import grid_warnings

_SUFFIXES = (".nii", ".nii.gz", ".nrrd", ".nhdr", ".mha", ".mhd")
_LENGTH = 200
_INT16 = np.iinfo(np.int16)


def is_volume_file(path: Path) -> bool:
    """Whether a file is named like a volume."""
    return path.name.lower().endswith(_SUFFIXES) and path.is_file()


def volume_candidate(path: Path) -> SeriesCandidate:
    """The candidate of one file, with the verdict on its grid; its values are not read yet."""
    try:
        reader = _reader(path)
        geometry, _ = _grid(reader, path)
        remarks: tuple[Remark, ...] = (remark("series.no_headers"), *grid_warnings(geometry))
    except InputRefused as refused:
        return SeriesCandidate("", (), (path,), None, path.name, refused.remarks)
    return SeriesCandidate("", (), (path,), geometry, path.name, by_severity(remarks))


def read_volume(path: Path) -> tuple[HounsfieldArray, VolumeGeometry]:
    """(slice, row, column) values, int16 where all are whole and fit, else float32; and their grid.

    Raises:
        InputRefused: the file cannot be read, or holds no volume of single numbers.
    """
    reader = _reader(path)
    geometry, axes = _grid(reader, path)
    values = np.transpose(_values(reader, path), axes)
    if _grid_reversed(reader, axes):
        values = values[::-1]
    return _hounsfield(values), geometry


def _reader(path: Path) -> Any:
    import SimpleITK as sitk  # noqa: N813

    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    _quietly(reader.ReadImageInformation, path)
    return reader


def _quietly(read: Any, path: Path) -> Any:
    import SimpleITK as sitk  # noqa: N813

    loud = sitk.ProcessObject.GetGlobalWarningDisplay()
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    try:
        return read()
    except RuntimeError as error:
        told = [line.strip() for line in str(error).splitlines() if line.strip()] or ["unknown reason"]
        reason = one_line(told[-1], _LENGTH)
        raise InputRefused(remark("series.volume_unreadable", file=str(path), reason=reason)) from None
    finally:
        sitk.ProcessObject.SetGlobalWarningDisplay(loud)


def _grid(reader: Any, path: Path) -> tuple[VolumeGeometry, tuple[int, int, int]]:
    """The grid with the axis nearest to the patient's long axis as slices; and how to transpose the array for it."""
    size = reader.GetSize()
    if len(size) < 3 or any(extent != 1 for extent in size[3:]) or min(size[:3]) < 2:
        raise InputRefused(remark("series.volume_dimensions", file=str(path), size=tuple(float(one) for one in size)))
    if reader.GetNumberOfComponents() != 1:
        raise InputRefused(remark("series.volume_components", file=str(path), count=reader.GetNumberOfComponents()))
    dimension = len(size)
    matrix = np.array(reader.GetDirection()).reshape(dimension, dimension)[:3, :3]
    spacing, origin = np.array(reader.GetSpacing()[:3]), np.array(reader.GetOrigin()[:3])
    finite = np.isfinite([*matrix.ravel(), *spacing, *origin]).all()
    if not finite or not np.allclose(matrix.T @ matrix, np.eye(3), atol=1e-3) or spacing.min() <= 0:
        raise InputRefused(remark("series.volume_grid", file=str(path)))
    # Array axes (k, j, i) have directions 2, 1, 0 of the matrix.
    columns = [matrix[:, axis] for axis in (2, 1, 0)]
    steps, extents = spacing[::-1], size[2::-1]
    first = int(np.argmax([abs(column[2]) for column in columns]))
    axes = (first, *(axis for axis in range(3) if axis != first))
    directions = [columns[axis] for axis in axes]
    if directions[0][np.argmax(np.abs(directions[0]))] < 0:
        origin = origin + directions[0] * steps[first] * (extents[first] - 1)
        directions[0] = -directions[0]
    geometry = VolumeGeometry(
        (int(extents[axes[0]]), int(extents[axes[1]]), int(extents[axes[2]])),
        (float(steps[axes[0]]), float(steps[axes[1]]), float(steps[axes[2]])),
        _vector(origin),
        (_vector(directions[0]), _vector(directions[1]), _vector(directions[2])),
    )
    return geometry, (axes[0], axes[1], axes[2])


def _grid_reversed(reader: Any, axes: tuple[int, int, int]) -> bool:
    dimension = len(reader.GetSize())
    column = np.array(reader.GetDirection()).reshape(dimension, dimension)[:3, 2 - axes[0]]
    return bool(column[np.argmax(np.abs(column))] < 0)


def _values(reader: Any, path: Path) -> NDArray[Any]:
    import SimpleITK as sitk  # noqa: N813

    image = _quietly(reader.Execute, path)
    values: NDArray[Any] = sitk.GetArrayFromImage(image)
    if values.dtype.kind not in "iuf":
        raise InputRefused(remark("series.volume_components", file=str(path), count=2))
    return values.reshape(values.shape[-3:])


def _hounsfield(values: NDArray[Any]) -> HounsfieldArray:
    if values.dtype.kind == "f":
        if not np.isfinite(values).all():
            # "No number" is what resampling leaves outside of an image: air.
            values = np.nan_to_num(values, nan=-1024.0, posinf=-1024.0, neginf=-1024.0)
        whole = bool((values == np.rint(values)).all())
    else:
        whole = True
    if whole and values.min() >= _INT16.min and values.max() <= _INT16.max:
        return np.ascontiguousarray(values, np.int16)
    return np.ascontiguousarray(values, np.float32)


def _vector(values: NDArray[np.float64]) -> Vector:
    return (float(values[0]) + 0.0, float(values[1]) + 0.0, float(values[2]) + 0.0)
