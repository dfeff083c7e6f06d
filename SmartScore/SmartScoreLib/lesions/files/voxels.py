"""The voxels of a label map of any volume format, as bytes: a place in the list of values that the file holds."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.nifti import Form, is_nifti, read_header
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class Voxels:
    """One label map, or several that lie in one file.

    Attributes:
        geometry: the grid, LPS millimeters.
        layers: uint8 (slice, row, column) each: 0, or a place in `values`.
        values: the label that each place stands for, the same in all layers; `values[0]` is 0.
        header: the fields of the file, as NRRD has them; empty for others.
        image: what owns the memory of the layers, so that it lives as long as they do.
    """

    geometry: VolumeGeometry
    layers: tuple[NDArray[np.uint8], ...] = field(repr=False)
    values: tuple[int, ...]
    header: dict[str, str] = field(default_factory=dict, repr=False)
    image: Any = field(default=None, repr=False)

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
        labels, values = _listed(nifti.planes(), nifti.geometry.shape, path.name)
        return Voxels(nifti.geometry, (labels,), values)
    image = _read(path)
    header = _header(image)
    _check_space(header, start, path)
    layers = _layers(image, path.name)
    if all(layer.dtype == np.uint8 for layer in layers):
        return Voxels(_geometry(image, path.name), tuple(layers), tuple(range(256)), header, image)
    if len(layers) > 1:
        values, listed = _common(layers, path.name)
        return Voxels(_geometry(image, path.name), listed, values, header)
    labels, values = _listed(layers[0], layers[0].shape, path.name)
    return Voxels(_geometry(image, path.name), (labels,), values, header)


def _listed(
    planes: Iterable[NDArray[Any]], shape: tuple[int, ...], name: str
) -> tuple[NDArray[np.uint8], tuple[int, ...]]:
    """Slices of any number type as places in the list of their values."""
    labels = np.zeros(shape, np.uint8)
    places: dict[int, int] = {0: 0}
    for plane, target in zip(planes, labels, strict=True):
        if plane.dtype == np.uint8:
            target[...] = plane
            continue
        rows, columns = np.nonzero(plane)
        if not len(rows):
            continue
        found, inverse = np.unique(_whole(plane[rows, columns], name), return_inverse=True)
        for value in found.tolist():
            places.setdefault(value, len(places))
        if len(places) > 256:
            raise InputRefused(remark("lesions.too_many_labels", file=name))
        target[rows, columns] = np.array([places[value] for value in found.tolist()], np.uint8)[inverse]
    return labels, tuple(places) if len(places) > 1 else tuple(range(256))


def _common(layers: list[NDArray[Any]], name: str) -> tuple[tuple[int, ...], tuple[NDArray[np.uint8], ...]]:
    stacked, values = _listed(np.concatenate(layers), (sum(map(len, layers)), *layers[0].shape[1:]), name)
    return values, tuple(np.split(stacked, len(layers)))


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


def _read(path: Path) -> Any:
    import SimpleITK as sitk  # noqa: N813

    loud = sitk.ProcessObject.GetGlobalWarningDisplay()
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    try:
        return sitk.ReadImage(str(path))
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


def _layers(image: Any, name: str) -> list[NDArray[Any]]:
    """(slice, row, column) arrays that share the memory of the image, which must be kept."""
    import SimpleITK as sitk  # noqa: N813

    if image.GetDimension() != 3:
        raise InputRefused(remark("lesions.dimensions", file=name, dimensions=int(image.GetDimension())))
    values: NDArray[Any] = sitk.GetArrayViewFromImage(image)
    if values.ndim == 3:
        return [values]
    return list(np.moveaxis(values, -1, 0))


def _geometry(image: Any, name: str) -> VolumeGeometry:
    """The grid of an ITK image: ITK gives LPS positions whatever the file's own space."""
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
    text = path.read_bytes()[:4096].split(b"ElementDataFile")[0]
    if not any(word in text for word in (b"Offset", b"Position", b"Origin")):
        raise InputRefused(remark("lesions.no_offset", file=path.name))
