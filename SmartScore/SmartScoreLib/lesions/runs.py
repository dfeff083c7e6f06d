"""Connected components by runs: maximal stretches of voxels along the columns of one row.

A volume at or above 130 HU is mostly empty, so runs are few; everything that is done per run instead of per voxel
costs little more than the one pass that finds them. Only numpy is needed, so that a short command starts quickly.
"""

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import STANDARD_THRESHOLD_HU

Neighbors = Literal[4, 8, 26]
"""4 and 8 in the slice, 26 in space."""

Indices = NDArray[np.int64]

# Slices are worked on in pieces of about this many voxels: what one step writes is still in the cache for the next,
# and the memory needed does not grow with the volume.
_CHUNK_VOXELS = 1 << 18


@dataclass(frozen=True)
class Runs:
    """Runs of a volume of `shape` (slice, row, column), sorted by place.

    Attributes:
        shape: of the volume.
        line: slice * rows + row of each run.
        start: its first column.
        stop: one past its last column.
        key: what it belongs to; runs of different keys never join.
        peak: its greatest value, where known.
    """

    shape: tuple[int, int, int]
    line: Indices
    start: Indices
    stop: Indices
    key: NDArray[np.uint8]
    peak: NDArray[Any]

    def __len__(self) -> int:
        return len(self.line)

    @property
    def lengths(self) -> Indices:
        """Voxels in each run."""
        return self.stop - self.start

    @property
    def slices(self) -> Indices:
        """Slice index of each run."""
        return self.line // self.shape[1]

    @property
    def rows(self) -> Indices:
        """Row index of each run."""
        return self.line % self.shape[1]

    def voxels(self, chosen: NDArray[Any]) -> Indices:
        """Flat indices into the volume of every voxel of the chosen runs (mask or indices), run after run."""
        first = self.line[chosen] * self.shape[2] + self.start[chosen]
        return spread(first, self.lengths[chosen])


def spread(first: Indices, lengths: Indices) -> Indices:
    """Each range of whole numbers, one after another: spread([5, 20], [3, 2]) gives 5, 6, 7, 20, 21."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(first - (ends - lengths), lengths) + np.arange(total)


def threshold_runs(hu: NDArray[Any], threshold_hu: float) -> Runs:
    """Runs of voxels at or above the threshold, with the peak of each.

    Args:
        hu: (slice, row, column) values, int16 or float.
        threshold_hu: HU.
    """
    shape = _shape(hu)
    if not hu.size:
        return _empty(shape, hu.dtype)
    threshold = _comparable(held_threshold(threshold_hu, hu.dtype), hu.dtype)
    slices, rows, columns = shape
    step = max(1, _CHUNK_VOXELS // (rows * columns))
    # Room for one always empty voxel at the end; eight to a word lets empty stretches be skipped.
    room = (min(step, slices) * rows * columns // 8 + 1) * 8
    inside, edge = np.zeros(room, bool), np.zeros(room, bool)
    places: list[Indices] = []
    peaks: list[NDArray[Any]] = []
    for first in range(0, slices, step):
        values = np.ascontiguousarray(hu[first : first + step]).reshape(-1)
        inside[values.size :] = False
        np.greater_equal(values, threshold, out=inside[: values.size])
        np.bitwise_xor(inside[1:], inside[:-1], out=edge[1:])
        edge[0] = inside[0]
        words = edge.view(np.uint64)
        busy = np.flatnonzero(words != 0)
        if not len(busy):
            continue
        place = np.flatnonzero(words[busy].view(bool))
        place = _cut_at_rows(busy[place >> 3] * 8 + (place & 7), inside, columns, values.size)
        peaks.append(np.maximum.reduceat(values, place[:-1] if place[-1] == values.size else place)[0::2])
        places.append(place + first * rows * columns)
    if not places:
        return _empty(shape, hu.dtype)
    bounds = np.concatenate(places)
    begin = bounds[0::2]
    line = begin // columns
    start = begin - line * columns
    stop = bounds[1::2] - line * columns
    return Runs(shape, line, start, stop, np.ones(len(line), np.uint8), np.concatenate(peaks))


def voxel_runs(shape: tuple[int, int, int], flat: Indices, key: NDArray[np.uint8], values: NDArray[Any]) -> Runs:
    """Runs of single voxels, given as ascending flat indices into a volume of `shape`, with a key and value each."""
    if not len(flat):
        return _empty(shape, values.dtype)
    line = flat // shape[2]
    begins = np.ones(len(flat), bool)
    begins[1:] = (np.diff(flat) != 1) | (np.diff(line) != 0) | (key[1:] != key[:-1])
    first = np.flatnonzero(begins)
    start = flat[first] - line[first] * shape[2]
    lengths = np.diff(np.append(first, len(flat)))
    return Runs(shape, line[first], start, start + lengths, key[first], np.maximum.reduceat(values, first))


def link(runs: Runs, neighbors: Neighbors) -> tuple[Indices, Indices]:
    """Pairs of runs of the same key that touch: arrays (i, j) with i < j."""
    slices, rows, columns = runs.shape
    row = runs.line % rows
    below = row < rows - 1
    steps: list[tuple[int, NDArray[np.bool_]]] = [(1, below)]
    if neighbors == 26 and slices > 1:
        steps += [(rows - 1, row > 0), (rows, np.ones(len(row), bool)), (rows + 1, below)]
    width = columns + 1
    starts, stops = runs.line * width + runs.start, runs.line * width + runs.stop
    # Touching by a corner counts unless only the four neighbors with a common side do.
    lower, upper = ("right", "left") if neighbors == 4 else ("left", "right")
    pairs: list[tuple[Indices, Indices]] = []
    for step, possible in steps:
        of = np.flatnonzero(possible)
        other = np.searchsorted(stops, starts[of] + step * width, lower)  # type: ignore[call-overload]
        end = np.searchsorted(starts, stops[of] + step * width, upper)  # type: ignore[call-overload]
        # Few runs touch more than two of the next row, so that taking one each time around is soon done.
        while True:
            more = other < end
            of, other, end = of[more], other[more], end[more]
            if not len(of):
                break
            pairs.append((of, other))
            other = other + 1
    if not pairs:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    i, j = (np.concatenate(side) for side in zip(*pairs, strict=True))
    same = runs.key[i] == runs.key[j]
    return (i, j) if same.all() else (i[same], j[same])


def join(count: int, i: Indices, j: Indices) -> tuple[int, Indices]:
    """Number of connected components of `count` runs under the links (i, j), and the component of each run.

    Components are numbered by their first run.
    """
    parent = np.arange(count)
    while len(i):
        parent[j] = i  # i < j, so that parents always lie before their children and no circle can arise
        while True:
            above = parent[parent]
            if np.array_equal(above, parent):
                break
            parent = above
        a, b = parent[i], parent[j]
        apart = a != b
        a, b = a[apart], b[apart]
        i, j = np.minimum(a, b), np.maximum(a, b)
    is_root = parent == np.arange(count)
    number = np.cumsum(is_root) - 1
    return int(is_root.sum()), number[parent]


def connect(runs: Runs, neighbors: Neighbors) -> tuple[int, Indices]:
    """Number of connected components, and the component of each run."""
    return join(len(runs), *link(runs, neighbors))


@dataclass(frozen=True)
class Components:
    """Components of a volume as arrays, one entry a component, ordered by their first voxel.

    Attributes:
        runs: the runs of all components.
        label: the component of each run.
        voxels: size of each component.
        peak_hu: greatest value of each component.
    """

    runs: Runs
    label: Indices
    voxels: Indices
    peak_hu: NDArray[Any]


def label_components(
    hu: NDArray[Any], threshold_hu: float = STANDARD_THRESHOLD_HU, neighbors: Neighbors = 26
) -> Components:
    """All components of a (slice, row, column) volume, with size and peak.

    Args:
        hu: values, int16 or float.
        threshold_hu: HU.
        neighbors: 26 for components in space, 8 or 4 for those of each slice.
    """
    runs = threshold_runs(hu, threshold_hu)
    count, label = connect(runs, neighbors)
    voxels = np.bincount(label, weights=runs.lengths, minlength=count).astype(np.int64)
    peak = np.full(count, -np.inf if runs.peak.dtype.kind == "f" else np.iinfo(runs.peak.dtype).min, runs.peak.dtype)
    np.maximum.at(peak, label, runs.peak)
    return Components(runs, label, voxels, peak)


def held_threshold(threshold_hu: float, dtype: np.dtype[Any]) -> float:
    """The threshold as values of this type hold it: 130.7 is 130.69999695 in float32, and a voxel of 130.7 reaches it.

    Whoever asks whether a voxel reaches a threshold asks with this, so that a click and the score take the same ones.
    """
    return float(dtype.type(threshold_hu)) if np.issubdtype(dtype, np.floating) else float(threshold_hu)


def _shape(hu: NDArray[Any]) -> tuple[int, int, int]:
    slices, rows, columns = hu.shape
    return slices, rows, columns


def _comparable(threshold_hu: float, dtype: np.dtype[Any]) -> Any:
    """The threshold for whole values as a whole number: a fraction would have the whole array converted."""
    return int(np.ceil(threshold_hu)) if np.issubdtype(dtype, np.integer) else threshold_hu


def _cut_at_rows(place: Indices, inside: NDArray[np.bool_], columns: int, size: int) -> Indices:
    """The places where runs begin and end, with a run that goes on into the next row ended and begun there."""
    row_starts = np.arange(columns, size, columns)
    over = row_starts[inside[row_starts] & inside[row_starts - 1]]
    return np.sort(np.concatenate([place, over, over])) if len(over) else place


def _empty(shape: tuple[int, int, int], dtype: np.dtype[Any]) -> Runs:
    none = np.zeros(0, np.int64)
    return Runs(shape, none, none, none, np.zeros(0, np.uint8), np.zeros(0, dtype))
