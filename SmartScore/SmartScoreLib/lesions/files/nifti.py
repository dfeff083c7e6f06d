"""NIfTI-1 and NIfTI-2 label maps (nifti.nimh.nih.gov), read slice by slice.

ITK takes the qform where the two forms differ, refuses axes that are the least bit sheared, and holds a file twice
while it reads; so headers and voxels are read here.
"""

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.grid import SAME_VOXEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry

Form = Literal["sform", "qform"]
"""The two places where a NIfTI header may say where the grid lies."""

_TYPES = {
    2: "u1",
    4: "i2",
    8: "i4",
    16: "f4",
    64: "f8",
    256: "i1",
    512: "u2",
    768: "u4",
    1024: "i8",
    1280: "u8",
}
_NIFTI_1 = np.dtype(
    {
        "names": ("dim", "datatype", "pixdim", "offset", "slope", "inter", "codes", "quatern", "srow"),
        "formats": ("8i2", "i2", "8f4", "f4", "f4", "f4", "2i2", "6f4", "(3,4)f4"),
        "offsets": (40, 70, 76, 108, 112, 116, 252, 256, 280),
        "itemsize": 348,
    }
)
_NIFTI_2 = np.dtype(
    {
        "names": ("dim", "datatype", "pixdim", "offset", "slope", "inter", "codes", "quatern", "srow"),
        "formats": ("8i8", "i2", "8f8", "i8", "f8", "f8", "2i4", "6f8", "(3,4)f8"),
        "offsets": (16, 12, 104, 168, 176, 184, 344, 352, 400),
        "itemsize": 540,
    }
)
_LARGEST = 1 << 15


class FormsDiffer(InputRefused):
    """sform and qform place the same voxels differently; `apart_mm` is how far."""

    def __init__(self, file: str, apart_mm: float) -> None:
        super().__init__(remark("lesions.forms_differ", file=file, apart_mm=apart_mm))
        self.apart_mm = apart_mm


@dataclass(frozen=True)
class NiftiFile:
    """A header, and where its voxels are.

    Attributes:
        path: of the header.
        geometry: the grid, LPS millimeters; its axes need not be at right angles.
        dtype: of a voxel in the file.
        start: first byte of the voxels in `data`.
        slope: what values are multiplied by.
        inter: what is added then.
        data: the file of the voxels, that of the header or its .img.
    """

    path: Path
    geometry: VolumeGeometry
    dtype: np.dtype[Any]
    start: int
    slope: float
    inter: float
    data: Path

    def planes(self) -> Iterator[NDArray[Any]]:
        """The slices one after another, each as (row, column) values.

        Raises:
            InputRefused: the file ends too soon, or cannot be decompressed.
        """
        _, rows, columns = self.geometry.shape
        size = rows * columns * self.dtype.itemsize
        try:
            with _opened(self.data) as file:
                _skip(file, self.start)
                for _ in range(self.geometry.shape[0]):
                    raw = file.read(size)
                    if len(raw) < size:
                        raise InputRefused(remark("lesions.cut_off", file=self.path.name))
                    plane: NDArray[Any] = np.frombuffer(raw, self.dtype).reshape(rows, columns)
                    yield plane if (self.slope, self.inter) == (1.0, 0.0) else plane * self.slope + self.inter
                file.read(1)  # at its end a compressed file tells whether it is whole
        except (OSError, EOFError, zlib.error) as error:
            fault = getattr(error, "strerror", None) or str(error)
            raise InputRefused(remark("lesions.cannot_read", file=self.path.name, fault=fault)) from None


def is_nifti(start: bytes) -> bool:
    """Whether the first bytes of a (decompressed) file are a NIfTI header."""
    return start[344:347] in (b"n+1", b"ni1") or start[4:7] in (b"n+2", b"ni2")


def read_header(path: Path, form: Form | None = None) -> NiftiFile:
    """The header of a file.

    Args:
        path: .nii, .nii.gz, or .hdr beside an .img.
        form: which of two forms that differ is right; None refuses them.

    Raises:
        FormsDiffer: they differ by more than a twentieth of a voxel.
        InputRefused: the header makes no sense, or says of no grid where it lies.
    """
    with _opened(path) as file:
        raw = file.read(_NIFTI_2.itemsize)
    second = raw[4:6] == b"n+" or raw[4:6] == b"ni"
    layout = _NIFTI_2 if second else _NIFTI_1
    if len(raw) < layout.itemsize:
        raise InputRefused(remark("lesions.cut_off", file=path.name))
    little = int.from_bytes(raw[:4], "little") == (540 if second else 348)
    header = np.frombuffer(raw, layout.newbyteorder("<" if little else ">"), 1)[0]
    shape = _shape(header, path.name)
    code = int(header["datatype"])
    if code not in _TYPES:
        raise InputRefused(remark("lesions.voxel_type", file=path.name, datatype=code))
    single = raw[344:347] == b"n+1" or raw[4:7] == b"n+2"
    slope, inter = float(header["slope"]), float(header["inter"])
    scaled = np.isfinite([slope, inter]).all() and slope != 0
    start = float(header["offset"])
    return NiftiFile(
        path,
        _geometry(header, shape, path.name, form),
        np.dtype(_TYPES[code]).newbyteorder("<" if little else ">"),
        int(start) if 0 <= start < 1 << 40 else 0,
        slope if scaled else 1.0,
        inter if scaled else 0.0,
        path if single else _image_of(path),
    )


def _shape(header: Any, name: str) -> tuple[int, int, int]:
    count, *sizes = (int(size) for size in header["dim"])
    if not 2 <= count <= 7 or any(size > 1 for size in sizes[3:count]):
        dimensions = count if not 2 <= count <= 7 else sum(size > 1 for size in sizes[:count])
        raise InputRefused(remark("lesions.dimensions", file=name, dimensions=max(dimensions, 0)))
    columns, rows, slices = [*sizes[: min(count, 3)], 1][:3]
    if not all(1 <= size <= _LARGEST for size in (slices, rows, columns)):
        raise InputRefused(remark("lesions.bad_grid", file=name))
    return slices, rows, columns


def _geometry(header: Any, shape: tuple[int, int, int], name: str, form: Form | None) -> VolumeGeometry:
    """The grid by the sform, or by the qform where there is no sform."""
    forms: dict[Form, NDArray[np.float64]] = {}
    if header["codes"][1] > 0:
        forms["sform"] = _lps(np.array(header["srow"], float), name)
    if header["codes"][0] > 0:
        forms["qform"] = _lps(_of_quaternion(header), name)
    if not forms:
        raise InputRefused(remark("lesions.no_nifti_form", file=name))
    if len(forms) == 2 and form is None:
        corners = np.array(list(np.ndindex(2, 2, 2))) * (np.array(shape[::-1]) - 1)
        first, second = (corners @ each[:, :3].T + each[:, 3] for each in (forms["sform"], forms["qform"]))
        apart = np.linalg.norm(first - second, axis=1).max()
        if apart > SAME_VOXEL * np.linalg.norm(forms["sform"][:, :3], axis=0).min():
            raise FormsDiffer(name, float(apart))
    affine = forms[form] if form in forms else next(iter(forms.values()))
    spacing = np.linalg.norm(affine[:, :3], axis=0)
    x, y, z = ((float(a), float(b), float(c)) for a, b, c in (affine[:, :3] / spacing).T)
    ox, oy, oz = (float(value) for value in affine[:, 3])
    dx, dy, dz = (float(value) for value in spacing)
    return VolumeGeometry(shape, (dz, dy, dx), (ox, oy, oz), (z, y, x))


def _lps(affine: NDArray[np.float64], name: str) -> NDArray[np.float64]:
    """A form in LPS instead of RAS.

    Raises:
        InputRefused: it is no grid in space.
    """
    axes = affine[:, :3]
    lengths = np.linalg.norm(axes, axis=0)
    if not np.isfinite(affine).all() or lengths.min() <= 1e-6 or abs(np.linalg.det(axes / lengths)) < 1e-3:
        raise InputRefused(remark("lesions.bad_grid", file=name))
    lps: NDArray[np.float64] = affine * np.array([[-1.0], [-1.0], [1.0]])
    return lps


def _of_quaternion(header: Any) -> NDArray[np.float64]:
    """The qform as a 3 x 4 matrix (nifti1.h, method 2)."""
    b, c, d, *offset = (float(value) for value in header["quatern"])
    a = np.sqrt(max(0.0, 1.0 - (b * b + c * c + d * d)))
    turn = np.array(
        [
            [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
            [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
            [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
        ]
    )
    sizes = np.array(header["pixdim"][1:4], float)
    sizes[2] *= -1 if header["pixdim"][0] < 0 else 1
    return np.column_stack([turn * sizes, offset])


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        zipped = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if zipped else path.open("rb")  # type: ignore[return-value]


def _skip(file: IO[bytes], count: int) -> None:
    while count > 0:
        step = len(file.read(min(count, 1 << 20)))
        if not step:
            return
        count -= step


def _image_of(path: Path) -> Path:
    name = path.name.lower().removesuffix(".gz").removesuffix(".hdr")
    for suffix in (".img", ".img.gz", ".IMG"):
        image = path.with_name(path.name[: len(name)] + suffix)
        if image.is_file():
            return image
    raise InputRefused(remark("lesions.no_image_beside", file=path.name))
