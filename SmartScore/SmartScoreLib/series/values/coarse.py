"""A volume at the size of a fingertip: means of blocks of 5 mm, from samples, so that a look costs next to nothing."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.series.geometry import Vector, VolumeGeometry
from SmartScoreLib.series.model import HounsfieldArray

BLOCK_MM = 5.0
# Samples along an edge of a block; nine of a block are enough for its mean.
_SAMPLES = 3


@dataclass(frozen=True)
class Coarse:
    """Blocks of about 5 mm in every direction, one slice thick.

    Attributes:
        mean: (slice, row, column) mean of the samples of each block, HU.
        spread: their standard deviation, HU.
        samples: every sample of the volume, in no order that matters, HU.
        spacing_mm: between block centers along slice, row, column.
    """

    mean: NDArray[np.float32]
    spread: NDArray[np.float32]
    samples: NDArray[Any]
    spacing_mm: Vector


def coarse(hu: HounsfieldArray, geometry: VolumeGeometry) -> Coarse:
    """Blocks of a volume (slice, row, column); rows and columns that fill no block are left out."""
    slices, *sizes = hu.shape
    blocks = [max(1, round(BLOCK_MM / spacing)) for spacing in geometry.spacing_mm]
    depth, blocks = min(blocks[0], slices), [min(block, size) for block, size in zip(blocks[1:], sizes, strict=True)]
    steps = [-(-block // _SAMPLES) for block in blocks]
    counts = [-(-block // step) for block, step in zip(blocks, steps, strict=True)]
    grid = [size // block for size, block in zip(sizes, blocks, strict=True)]
    picked = hu[depth // 2 :: depth]
    # One slice after the other, which then stays near the processor; block next to block, for the sums below.
    samples = np.empty((len(picked), counts[0], grid[0], counts[1], grid[1]), hu.dtype)
    ends = [count * block for count, block in zip(grid, blocks, strict=True)]
    for image, found in zip(picked, samples, strict=True):
        for row in range(counts[0]):
            lines = image[row * steps[0] : ends[0] : blocks[0]]
            for column in range(counts[1]):
                found[row, :, column] = lines[:, column * steps[1] : ends[1] : blocks[1]]
    mean = np.zeros((len(picked), *grid), np.float32)
    square = np.zeros((len(picked), *grid), np.float32)
    for row in range(counts[0]):
        for column in range(counts[1]):
            some = samples[:, row, :, column].astype(np.float32)
            mean += some
            some *= some
            square += some
    of_block = counts[0] * counts[1]
    mean /= of_block
    square /= of_block
    spread = np.sqrt(np.maximum(square - mean * mean, 0) * (of_block / max(1, of_block - 1)))
    return Coarse(
        mean,
        spread,
        samples.reshape(-1),
        (depth * geometry.spacing_mm[0], blocks[0] * geometry.spacing_mm[1], blocks[1] * geometry.spacing_mm[2]),
    )
