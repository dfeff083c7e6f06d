"""Where the voxels of a volume lie in the patient."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

Vector = tuple[float, float, float]


@dataclass(frozen=True)
class VolumeGeometry:
    """A regular grid of voxels in DICOM patient coordinates (LPS, millimetres).

    Array axes are (slice, row, column) everywhere. `directions` are the three unit vectors along which the slice,
    row and column index increase; slice 0 is the most inferior (or, for non-axial stacks, the end at which the
    largest component of the slice direction starts counting upwards). Source: DICOM PS3.3 C.7.6.2.1.1.
    """

    shape: tuple[int, int, int]
    spacing_mm: Vector
    origin_lps_mm: Vector
    directions: tuple[Vector, Vector, Vector]
    frame_of_reference_uid: str = ""

    @cached_property
    def index_to_lps(self) -> NDArray[np.float64]:
        """4 x 4 matrix from (slice, row, column, 1) to LPS millimetres."""
        matrix = np.eye(4)
        matrix[:3, :3] = (np.asarray(self.directions) * np.asarray(self.spacing_mm)[:, None]).T
        matrix[:3, 3] = self.origin_lps_mm
        matrix.setflags(write=False)
        return matrix

    def lps_mm(self, index: ArrayLike) -> NDArray[np.float64]:
        """LPS millimetres of (..., 3) continuous (slice, row, column) indices."""
        matrix = self.index_to_lps
        lps: NDArray[np.float64] = np.asarray(index, float) @ matrix[:3, :3].T + matrix[:3, 3]
        return lps

    def index(self, lps_mm: ArrayLike) -> NDArray[np.float64]:
        """Continuous (slice, row, column) indices of (..., 3) LPS positions in millimetres."""
        matrix = np.linalg.inv(self.index_to_lps)
        index: NDArray[np.float64] = np.asarray(lps_mm, float) @ matrix[:3, :3].T + matrix[:3, 3]
        return index

    @property
    def pixel_area_mm2(self) -> float:
        """Area of one pixel in the slice plane."""
        return self.spacing_mm[1] * self.spacing_mm[2]

    @property
    def voxel_volume_mm3(self) -> float:
        """Volume that one voxel stands for: pixel area times slice spacing (not slice thickness)."""
        return self.spacing_mm[0] * self.pixel_area_mm2
