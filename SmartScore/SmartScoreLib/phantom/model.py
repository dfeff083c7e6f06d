"""The description of a phantom: where lesions are, and of how many voxels of which value they consist."""

from dataclasses import dataclass

from SmartScoreLib.series.geometry import VolumeGeometry


@dataclass(frozen=True)
class Layer:
    """A lesion in one slice: rows of voxels under each other, each centered on the widest.

    Attributes:
        widths: voxels in each row, so that the area is sum(widths) pixels.
        body_hu: the value of every voxel but one.
        peak_hu: the value of the middle voxel of the middle row.
    """

    widths: tuple[int, ...]
    body_hu: float
    peak_hu: float

    @property
    def voxels(self) -> int:
        """Number of voxels."""
        return sum(self.widths)


@dataclass(frozen=True)
class PhantomLesion:
    """A calcified lesion of one territory: layers in consecutive slices, centered on one (slice, row, column).

    `center` is the middle voxel of the first (most inferior) layer; layer i lies i slices above.
    """

    territory: str
    center: tuple[int, int, int]
    layers: tuple[Layer, ...]


@dataclass(frozen=True)
class Phantom:
    """A thorax with lesions. Noise (HU, standard deviation) and blur (mm, in the slice) are off for exact scores."""

    geometry: VolumeGeometry
    lesions: tuple[PhantomLesion, ...]
    noise_hu: float = 0.0
    blur_mm: float = 0.0
    seed: int = 1
