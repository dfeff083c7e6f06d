"""From marked voxels to scored lesions: the in-slice components that count, and the 3D pieces they belong to."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import Indices, connect, voxel_runs
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.scoring.isotropic import isotropic_counts
from SmartScoreLib.scoring.model import ComponentScore, LesionScore, ScoringProtocol
from SmartScoreLib.scoring.rules import AGATSTON_SLICE_MM, density_weights, large_enough

_PIECE = 1 << 20


@dataclass(frozen=True)
class MarkedVoxels:
    """The marked voxels of a map: ascending flat index into its box, and label."""

    flat: Indices
    label: NDArray[np.uint8]

    @property
    def territories(self) -> tuple[str, ...]:
        """Keys of the territories that hold marks, in the order of the table."""
        present = np.flatnonzero(np.bincount(self.label, minlength=256)).tolist()
        return tuple(BY_LABEL[label].key for label in present)


def marked_voxels(lesions: LesionMap) -> MarkedVoxels:
    """Find the marks in the box.

    Raises:
        ValueError: a label belongs to no territory, or the box is not one of bytes inside the volume.
    """
    inside = all(box.start >= 0 and box.stop <= n for box, n in zip(lesions.box, lesions.geometry.shape, strict=True))
    if lesions.labels.dtype != np.uint8 or not inside:
        raise ValueError(
            f"marks must be uint8 inside {lesions.geometry.shape}, not {lesions.labels.dtype} at {lesions.box}"
        )
    labels = lesions.labels.ravel()
    whole = labels.size // 8 * 8
    # Eight voxels a look: most of the box holds no mark.
    busy = _nonzero(labels[:whole].view(np.uint64))
    flat = (busy[:, None] * 8 + np.arange(8)).ravel()
    flat = np.concatenate([flat, np.arange(whole, labels.size)])
    flat = flat[labels[flat] != 0]
    found = MarkedVoxels(flat, labels[flat])
    unknown = set(np.unique(found.label).tolist()) - set(BY_LABEL)
    if unknown:
        raise ValueError(f"labels {sorted(unknown)} belong to no territory")
    return found


def _nonzero(words: NDArray[np.uint64]) -> Indices:
    """Where eight labels at once are not all 0; in pieces, as comparing all of a large box would take memory too."""
    pieces = [np.flatnonzero(words[at : at + _PIECE] != 0) + at for at in range(0, words.size, _PIECE)]
    return np.concatenate(pieces) if pieces else np.zeros(0, np.int64)


def score_lesions(
    hu: NDArray[Any],
    lesions: LesionMap,
    protocol: ScoringProtocol,
    territories: Collection[str] | None = None,
    voxels: MarkedVoxels | None = None,
) -> tuple[LesionScore, ...]:
    """Every lesion with at least one component that counts, from inferior to superior.

    Agatston 1990 as practised: in each slice, connected marked voxels at or above the threshold; components below the
    minimum area are dropped; area (mm2) x weight of the component's own peak, summed, x slice spacing / 3 mm.
    Volume and mass are of the same components. The cost goes with the marks, not with the volume.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks.
        protocol: the rules.
        territories: keys of those to score; None for all.
        voxels: `marked_voxels` of the map, if known already.
    """
    geometry = lesions.geometry
    marked = _reaching(hu, lesions, voxels or marked_voxels(lesions), protocol.threshold_hu, territories)
    if not len(marked.flat):
        return ()
    shape = _box_shape(lesions)
    runs = voxel_runs(shape, marked.flat, marked.key, marked.values)
    count, component = connect(runs, protocol.connectivity)
    pieces, piece = connect(runs, 26)
    size = np.bincount(component, runs.lengths, count).astype(np.int64)
    of_voxel = np.repeat(component, runs.lengths)
    hu_sum = np.bincount(of_voxel, marked.values, count)
    peak = np.full(count, -np.inf)
    np.maximum.at(peak, component, runs.peak.astype(float))
    _, first = np.unique(component, return_index=True)
    area = size * geometry.pixel_area_mm2
    counts = large_enough(area, size, protocol)
    weight = density_weights(peak, protocol)
    agatston = area * weight * (geometry.spacing_mm[0] / AGATSTON_SLICE_MM)

    kept = counts[of_voxel]
    piece_of_voxel = np.repeat(piece, runs.lengths)[kept]
    index = np.stack(np.unravel_index(marked.flat[kept], shape), axis=1) + lesions.corner
    piece_voxels = np.bincount(piece_of_voxel, minlength=pieces)
    sums = [np.bincount(piece_of_voxel, index[:, axis], pieces) for axis in range(3)]
    volume = piece_voxels * geometry.voxel_volume_mm3
    if protocol.volume_method == "isotropic":
        cells, parts = isotropic_counts(hu, index, marked.values[kept], protocol.threshold_hu, geometry)
        volume = np.bincount(piece_of_voxel, cells, pieces) * geometry.voxel_volume_mm3 / parts

    ascending = np.argsort(marked.values[kept], kind="stable")
    peak_voxel = np.zeros(pieces, np.int64)
    peak_voxel[piece_of_voxel[ascending]] = ascending  # the last one of a piece, its greatest, stays

    # The pixels of all components in one array, component after component.
    pixels = index[np.argsort(of_voxel[kept], kind="stable"), 1:].astype(np.int32)
    pixels.setflags(write=False)
    ends = np.cumsum(size * counts)

    members: dict[int, list[int]] = {}
    chosen = np.flatnonzero(counts)
    for c, p in zip(chosen.tolist(), piece[first[chosen]].tolist(), strict=True):
        members.setdefault(p, []).append(c)
    slices, keys = runs.slices[first] + lesions.corner[0], runs.key[first]
    scored = []
    # Components are ordered by their first voxel, so lesions are by that of their first component that counts.
    for p, components in members.items():
        one = np.array(components)
        key = BY_LABEL[int(keys[one[0]])].key
        total, total_hu = int(piece_voxels[p]), float(hu_sum[one].sum())
        x, y, z = geometry.lps_mm([float(s[p]) / total for s in sums]).tolist()
        at_slice, at_row, at_column = index[peak_voxel[p]].tolist()
        scored.append(
            LesionScore(
                territory=key,
                agatston=float(agatston[one].sum()),
                volume_mm3=float(volume[p]),
                mass_mg=_mass(total_hu, geometry.voxel_volume_mm3, protocol.mass_factor),
                peak_hu=float(peak[one].max()),
                mean_hu=total_hu / total,
                voxels=total,
                centroid_lps_mm=(x, y, z),
                components=tuple(
                    ComponentScore(
                        territory=key,
                        slice_index=int(slices[c]),
                        voxels=int(size[c]),
                        area_mm2=float(area[c]),
                        peak_hu=float(peak[c]),
                        mean_hu=float(hu_sum[c]) / int(size[c]),
                        weight=int(weight[c]),
                        agatston=float(agatston[c]),
                        pixels=pixels[ends[c] - size[c] : ends[c]],
                    )
                    for c in components
                ),
                peak_index=(at_slice, at_row, at_column),
            )
        )
    return tuple(scored)


@dataclass(frozen=True)
class _Marked:
    """Marked voxels at or above the threshold: ascending flat index into the box, label, value."""

    flat: Indices
    key: NDArray[np.uint8]
    values: NDArray[np.float64]


def _reaching(
    hu: NDArray[Any],
    lesions: LesionMap,
    voxels: MarkedVoxels,
    threshold_hu: float,
    territories: Collection[str] | None,
) -> _Marked:
    flat, key = voxels.flat, voxels.label
    if territories is not None:
        wanted = np.isin(key, [BY_KEY[name].label for name in territories])
        flat, key = flat[wanted], key[wanted]
    place = np.unravel_index(flat, _box_shape(lesions))
    values = hu[tuple(at + corner for at, corner in zip(place, lesions.corner, strict=True))].astype(np.float64)
    reaches = values >= threshold_hu
    return _Marked(flat[reaches], key[reaches], values[reaches])


def _box_shape(lesions: LesionMap) -> tuple[int, int, int]:
    slices, rows, columns = lesions.labels.shape
    return slices, rows, columns


def _mass(hu_sum: float, voxel_mm3: float, factor: float | None) -> float | None:
    """Volume x mean HU x factor (McCollough 2007, as published with van Praagh 2021), or None without a factor."""
    return None if factor is None else hu_sum * voxel_mm3 * factor
