"""From marked voxels to scored lesions: the in-slice components that count, and the 3D pieces they belong to."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.runs import Indices, connect, held_threshold, voxel_runs
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL, TERRITORIES
from SmartScoreLib.scoring.isotropic import isotropic_counts
from SmartScoreLib.scoring.model import ComponentScore, LesionScore, ScoringProtocol
from SmartScoreLib.scoring.rules import AGATSTON_SLICE_MM, density_weights, large_enough

# By label: what the components of a territory are connected with; see `judged_together`.
_CORONARY = min(territory.label for territory in TERRITORIES if territory.counts)
_JUDGED_AS = np.array([_CORONARY if n in BY_LABEL and BY_LABEL[n].counts else n for n in range(256)], np.uint8)
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


def judged_together(territories: Collection[str]) -> set[str]:
    """The territories, and those whose components are judged with theirs: all coronary arteries, if one is among them.

    Calcium goes on over the border between two arteries, and the border is the reader's. Aorta, valves and others are
    other structures: what touches them is judged by its own area and peak, and they change no coronary score.
    """
    coronary = {territory.key for territory in TERRITORIES if territory.counts}
    return set(territories) | (coronary if coronary & set(territories) else set())


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
    A component that lies in several coronary arteries is judged as a whole, by its area and its peak, and each artery
    gets its share of the area. Volume and mass are of the same components. The cost goes with the marks, not with the
    volume.

    Args:
        hu: (slice, row, column) Hounsfield units of the whole volume.
        lesions: the marks.
        protocol: the rules.
        territories: keys of those whose lesions are asked for; None for all. An edit changes the lesions of all that
            are `judged_together`.
        voxels: `marked_voxels` of the map, if known already.
    """
    geometry = lesions.geometry
    threshold_hu = held_threshold(protocol.threshold_hu, hu.dtype)
    marked = _reaching(hu, lesions, voxels or marked_voxels(lesions), threshold_hu, territories)
    if not len(marked.flat):
        return ()
    shape = _box_shape(lesions)
    whole = voxel_runs(shape, marked.flat, _JUDGED_AS[marked.key], marked.values)
    count, component = connect(whole, protocol.connectivity)
    of_voxel = np.repeat(component, whole.lengths)
    size = np.bincount(of_voxel, minlength=count)
    peak = np.full(count, whole.peak.min())
    np.maximum.at(peak, component, whole.peak)
    counts = large_enough(size * geometry.pixel_area_mm2, size, protocol)
    weight = density_weights(peak, protocol)

    # A part is what one piece in space has of one component: all of it, but for a component on a border.
    runs = voxel_runs(shape, marked.flat, marked.key, marked.values)
    pieces, piece = connect(runs, 26)
    of_run = of_voxel[np.cumsum(runs.lengths) - runs.lengths]
    codes, first, part = np.unique(of_run * pieces + piece, return_index=True, return_inverse=True)
    of_part, in_piece = codes // pieces, codes % pieces
    part_of_voxel = np.repeat(part, runs.lengths)
    voxels_of = np.bincount(part_of_voxel, minlength=len(codes))
    hu_sum = np.bincount(part_of_voxel, marked.values, len(codes))
    peak_of = np.full(len(codes), runs.peak.min())
    np.maximum.at(peak_of, part, runs.peak)
    area = voxels_of * geometry.pixel_area_mm2
    agatston = area * weight[of_part] * (geometry.spacing_mm[0] / AGATSTON_SLICE_MM)

    kept = counts[of_voxel]
    values = marked.values[kept].astype(np.float64)
    piece_of_voxel = np.repeat(piece, runs.lengths)[kept]
    index = np.stack(np.unravel_index(marked.flat[kept], shape), axis=1) + lesions.corner
    piece_voxels = np.bincount(piece_of_voxel, minlength=pieces)
    sums = [np.bincount(piece_of_voxel, index[:, axis], pieces) for axis in range(3)]
    volume = piece_voxels * geometry.voxel_volume_mm3
    if protocol.volume_method == "isotropic":
        cells, parts = isotropic_counts(hu, index, values, threshold_hu, geometry)
        volume = np.bincount(piece_of_voxel, cells, pieces) * geometry.voxel_volume_mm3 / parts

    ascending = np.argsort(values, kind="stable")
    peak_voxel = np.zeros(pieces, np.int64)
    peak_voxel[piece_of_voxel[ascending]] = ascending  # the last one of a piece, its greatest, stays

    # The pixels of all parts in one array, part after part.
    pixels = index[np.argsort(part_of_voxel[kept], kind="stable"), 1:].astype(np.int32)
    pixels.setflags(write=False)
    chosen = counts[of_part]
    ends = np.cumsum(voxels_of * chosen)

    members: dict[int, list[int]] = {}
    for c in np.flatnonzero(chosen).tolist():
        members.setdefault(int(in_piece[c]), []).append(c)
    slices, keys = runs.slices[first] + lesions.corner[0], runs.key[first]
    scored = []
    # Components are ordered by their first voxel, so lesions are by that of their first component that counts.
    for p, components in members.items():
        one = np.array(components)
        key = BY_LABEL[int(keys[one[0]])].key
        if territories is not None and key not in territories:
            continue
        total, total_hu = int(piece_voxels[p]), float(hu_sum[one].sum())
        x, y, z = geometry.lps_mm([float(s[p]) / total for s in sums]).tolist()
        at_slice, at_row, at_column = index[peak_voxel[p]].tolist()
        scored.append(
            LesionScore(
                territory=key,
                agatston=float(agatston[one].sum()),
                volume_mm3=float(volume[p]),
                mass_mg=_mass(total_hu, geometry.voxel_volume_mm3, protocol.mass_factor),
                peak_hu=float(peak_of[one].max()),
                mean_hu=total_hu / total,
                voxels=total,
                centroid_lps_mm=(x, y, z),
                components=tuple(
                    ComponentScore(
                        territory=key,
                        slice_index=int(slices[c]),
                        voxels=int(voxels_of[c]),
                        area_mm2=float(area[c]),
                        peak_hu=float(peak_of[c]),
                        mean_hu=float(hu_sum[c]) / int(voxels_of[c]),
                        weight=int(weight[of_part[c]]),
                        agatston=float(agatston[c]),
                        pixels=pixels[ends[c] - voxels_of[c] : ends[c]],
                        shared=bool(voxels_of[c] < size[of_part[c]]),
                    )
                    for c in components
                ),
                peak_index=(at_slice, at_row, at_column),
            )
        )
    return tuple(scored)


@dataclass(frozen=True)
class _Marked:
    """Marked voxels at or above the threshold: ascending flat index into the box, label, value in the volume's type."""

    flat: Indices
    key: NDArray[np.uint8]
    values: NDArray[Any]


def _reaching(
    hu: NDArray[Any],
    lesions: LesionMap,
    voxels: MarkedVoxels,
    threshold_hu: float,
    territories: Collection[str] | None,
) -> _Marked:
    flat, key = voxels.flat, voxels.label
    if territories is not None:
        wanted = np.isin(key, [BY_KEY[name].label for name in judged_together(territories)])
        flat, key = flat[wanted], key[wanted]
    place = np.unravel_index(flat, _box_shape(lesions))
    values = hu[tuple(at + corner for at, corner in zip(place, lesions.corner, strict=True))]
    reaches = values >= threshold_hu
    return _Marked(flat[reaches], key[reaches], values[reaches])


def _box_shape(lesions: LesionMap) -> tuple[int, int, int]:
    slices, rows, columns = lesions.labels.shape
    return slices, rows, columns


def _mass(hu_sum: float, voxel_mm3: float, factor: float | None) -> float | None:
    """Volume x mean HU x factor (McCollough 2007, as published with van Praagh 2021), or None without a factor."""
    return None if factor is None else hu_sum * voxel_mm3 * factor
