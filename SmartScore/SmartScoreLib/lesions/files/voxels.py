"""The voxels of a label map of any volume format, as bytes: a place in the list of values that the file holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.nifti import Form, is_nifti, read_header
from SmartScoreLib.lesions.files.planes import Planes
from SmartScoreLib.lesions.files.volume_data import voxel_data
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class Voxels:
    """One label map, or several that lie in one file.

    Attributes:
        geometry: the grid, LPS millimeters.
        layers: the marked voxels of each, as places in `values`.
        values: the label that each place stands for, the same in all layers; `values[0]` is 0.
        header: the fields of the file, as NRRD has them; empty for others.
    """

    geometry: VolumeGeometry
    layers: tuple[Planes, ...] = field(repr=False)
    values: tuple[int, ...]
    header: dict[str, str] = field(default_factory=dict, repr=False)

    def place(self, value: int) -> int | None:
        """Where a label stands in `values`, or None if the file does not hold it."""
        return self.values.index(value) if value in self.values else None


def read_voxels(path: Path, start: bytes, form: Form | None = None) -> Voxels:
    """Read a NIfTI, NRRD or MetaImage file.

    Args:
        path: the file.
        start: its first 544 bytes, decompressed.
        form: as of `nifti.read_header`.

    Raises:
        InputRefused: it cannot be read, does not say where it lies, or holds no labels.
    """
    if is_nifti(start):
        nifti = read_header(path, form)
        layers, values = _listed((plane[..., None] for plane in nifti.planes()), 1, path.name)
        return Voxels(nifti.geometry, layers, values)
    # ITK makes room for as many dimensions as a MetaImage names, and dies where they are too many.
    named = re.search(rb"^\s*NDims\s*=\s*([^\r\n]*)", start, re.MULTILINE)
    if named is not None and named[1].strip() != b"3":
        told = shown(named[1].strip().decode("ascii", "replace"))
        raise InputRefused(remark("lesions.dimensions", file=path.name, dimensions=told))
    data = voxel_data(path)
    reader = _reader(path)
    header = _header(reader)
    _check_space(header, start, path)
    if reader.GetDimension() != 3:
        raise InputRefused(remark("lesions.dimensions", file=path.name, dimensions=int(reader.GetDimension())))
    geometry, numbers = _geometry(reader, path.name), int(reader.GetNumberOfComponents())
    planes = _by_itk(reader, path, numbers) if data is None else data.planes(geometry.shape, numbers, path.name)
    layers, values = _listed(planes, numbers, path.name)
    return Voxels(geometry, layers, values, header)


def _listed(planes: Iterable[NDArray[Any]], numbers: int, name: str) -> tuple[tuple[Planes, ...], tuple[int, ...]]:
    """Slices of (row, column, number) values of any type as places in the list of the values."""
    layers = tuple(Planes() for _ in range(numbers))
    places: dict[int, int] = {0: 0}
    for at, plane in enumerate(planes):
        for number, layer in enumerate(layers):
            values = plane[..., number]
            layer.add(at, values if values.dtype == np.uint8 else _placed(values, places, name))
    # Bytes are their own places.
    return layers, tuple(places) if len(places) > 1 else tuple(range(256))


def _placed(values: NDArray[Any], places: dict[int, int], name: str) -> NDArray[np.uint8]:
    placed = np.zeros(values.shape, np.uint8)
    rows, columns = np.nonzero(values)
    if not len(rows):
        return placed
    found, inverse = np.unique(_whole(values[rows, columns], name), return_inverse=True)
    for value in found.tolist():
        places.setdefault(value, len(places))
    if len(places) > 256:
        raise InputRefused(remark("lesions.too_many_labels", file=name))
    placed[rows, columns] = np.array([places[value] for value in found.tolist()], np.uint8)[inverse]
    return placed


def _whole(values: NDArray[Any], name: str) -> NDArray[np.int64]:
    """Labels as whole numbers above 0."""
    if values.dtype.kind == "f":
        if not np.isfinite(values).all() or not np.array_equal(np.rint(values), values):
            raise InputRefused(remark("lesions.not_whole", file=name))
        if np.abs(values).max() > 1 << 40:
            raise InputRefused(remark("lesions.too_many_labels", file=name))
    if values.dtype.kind == "c" or values.min() < 0:
        raise InputRefused(remark("lesions.below_zero", file=name))
    return values.astype(np.int64)


def _reader(path: Path) -> Any:
    """ITK's reader, with the header read."""
    import SimpleITK as sitk  # noqa: N813

    reader = sitk.ImageFileReader()
    reader.SetFileName(str(path))
    _quietly(reader.ReadImageInformation, path)
    return reader


def _by_itk(reader: Any, path: Path, numbers: int) -> Iterator[NDArray[Any]]:
    import SimpleITK as sitk  # noqa: N813

    image = _quietly(reader.Execute, path)
    values: NDArray[Any] = sitk.GetArrayViewFromImage(image)
    yield from values.reshape(*values.shape[:3], numbers)


def _quietly(read: Callable[[], Any], path: Path) -> Any:
    import SimpleITK as sitk  # noqa: N813

    loud = sitk.ProcessObject.GetGlobalWarningDisplay()
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    try:
        return read()
    except RuntimeError as error:
        told = [line.strip() for line in str(error).splitlines() if line.strip()]
        fault = shown(told[-1], 200) if told else "unknown reason"
        raise InputRefused(remark("lesions.cannot_open", file=path.name, fault=fault)) from None
    finally:
        sitk.ProcessObject.SetGlobalWarningDisplay(loud)


def _header(image: Any) -> dict[str, str]:
    """The header's fields; bytes that are no text are replaced, so that any field can be shown in a message."""
    header = {}
    for key in image.GetMetaDataKeys():
        try:
            value = image.GetMetaData(key)
        except TypeError:  # SimpleITK's answer to a key that is no text
            continue
        header[key] = value.encode("utf-8", "replace").decode("utf-8")
    return header


def _geometry(image: Any, name: str) -> VolumeGeometry:
    """The grid of an ITK image or reader: ITK gives LPS positions whatever the file's own space."""
    (x, y, z), (nx, ny, nz) = image.GetSpacing(), image.GetSize()
    axes = np.array(image.GetDirection()).reshape(3, 3).T
    origin = [float(value) for value in image.GetOrigin()]
    if not np.isfinite([*axes.ravel(), *origin, x, y, z]).all() or min(x, y, z) <= 0 or abs(np.linalg.det(axes)) < 1e-3:
        raise InputRefused(remark("lesions.bad_grid", file=name))
    directions = tuple((float(a), float(b), float(c)) for a, b, c in axes[::-1])
    return VolumeGeometry(
        (nz, ny, nx), (z, y, x), (origin[0], origin[1], origin[2]), (directions[0], directions[1], directions[2])
    )


def _check_space(header: dict[str, str], start: bytes, path: Path) -> None:
    """Refuse a grid that does not say where in the patient it lies: it would be placed by chance."""
    if start[:4] == b"NRRD":
        if "NRRD_space" not in header:
            raise InputRefused(remark("lesions.no_nrrd_space", file=path.name))
        return
    with path.open("rb") as file:
        text = file.read(4096).split(b"ElementDataFile")[0]
    if not any(word in text for word in (b"Offset", b"Position", b"Origin")):
        raise InputRefused(remark("lesions.no_offset", file=path.name))
