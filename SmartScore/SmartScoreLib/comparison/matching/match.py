"""Lesions of two scans matched by where their voxels lie after the alignment.

Each lesion of one scan is first paired with one of the other (the pairing with the least distances in all, SciPy). What
is left over and lies inside a lesion of the other scan has merged with others into it, or was split from it. The rest
is new, or gone, or not covered by the other scan.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.change.change import change
from SmartScoreLib.comparison.matching.model import Fate, LesionMatch
from SmartScoreLib.scoring.columns import VOLUME
from SmartScoreLib.scoring.model import LesionScore
from SmartScoreLib.series.geometry import VolumeGeometry

Points = NDArray[np.float64]

REACH_MM = 5.0
"""Farther apart two lesions are not the same: coronary arteries move by some millimeters from beat to beat."""
_OTHER_TERRITORY_MM = 2.0
"""So much farther a lesion of another territory counts: readers may name the same calcium differently."""
_MARGIN_MM = 1.0
"""Beside half a voxel: how far outside of a lesion a part of it may lie."""
_INSIDE = 0.5
"""Of its voxels, for a part of a lesion."""


def match_lesions(
    earlier: Sequence[LesionScore],
    earlier_geometry: VolumeGeometry,
    later: Sequence[LesionScore],
    later_geometry: VolumeGeometry,
    alignment: Alignment,
) -> tuple[LesionMatch, ...]:
    """What became of every lesion: each of both scans is in one match, in the order of the later sheet, then the rest.

    Args:
        earlier: lesions of the earlier sheet.
        earlier_geometry: the grid of its scan.
        later: lesions of the later sheet.
        later_geometry: the grid of its scan.
        alignment: from the earlier to the later scan.
    """
    before = [alignment.to_later(_points(lesion, earlier_geometry)) for lesion in earlier]
    after = [_points(lesion, later_geometry) for lesion in later]
    distances, inside = _distances(before, after, _margin(earlier_geometry, later_geometry))
    groups = _groups(_costs(distances, earlier, later), distances, inside)
    matches = []
    for olds, news in groups:
        volumes = [sum(sheet[n].volume_mm3 for n in ns) for sheet, ns in ((earlier, olds), (later, news))]
        changed = change(VOLUME.key, *volumes)
        if olds and news:
            fate = _fate(olds, news, changed.difference, changed.limits[0].exceeded)
        elif news:
            seen = _covered(alignment.to_earlier(after[news[0]]), earlier_geometry)
            fate = "new" if seen else "outside_earlier"
        else:
            fate = "gone" if _covered(before[olds[0]], later_geometry) else "outside_later"
        near = [distances[old, new] for old in olds for new in news]
        matches.append(LesionMatch(fate, olds, news, changed, float(min(near)) if near else None))
    return tuple(matches)


def _fate(olds: Sequence[int], news: Sequence[int], difference: float, exceeded: bool) -> Fate:
    if len(olds) > len(news):
        return "merged"
    if len(news) > 1:
        return "split"
    if not exceeded:
        return "same"
    return "grown" if difference > 0 else "smaller"


def _points(lesion: LesionScore, geometry: VolumeGeometry) -> Points:
    """(n, 3) LPS millimeters of the voxels of a lesion."""
    index = [np.column_stack([np.full(len(part.pixels), part.slice_index), part.pixels]) for part in lesion.components]
    return geometry.lps_mm(np.concatenate(index))


def _margin(*geometries: VolumeGeometry) -> float:
    return _MARGIN_MM + max(float(np.linalg.norm(one.spacing_mm)) for one in geometries) / 2


def _distances(
    before: Sequence[Points], after: Sequence[Points], margin_mm: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """For each pair, how far the lesion of fewer voxels lies from the other, as a mean; and whether it lies inside."""
    from scipy.spatial import cKDTree

    trees = [[cKDTree(points) for points in side] for side in (before, after)]
    mean = np.full((len(before), len(after)), np.inf)
    inside = np.zeros(mean.shape, bool)
    for old, new in np.ndindex(mean.shape):
        # Far apart, nothing needs to be measured.
        if _gap(before[old], after[new]) > REACH_MM:
            continue
        few, tree = (before[old], trees[1][new])
        if _extent(before[old]) > _extent(after[new]):
            few, tree = (after[new], trees[0][old])
        away, _ = tree.query(few)
        mean[old, new] = float(away.mean())
        inside[old, new] = float((away <= margin_mm).mean()) >= _INSIDE
    return mean, inside


def _extent(points: Points) -> float:
    """The diagonal of the box around a lesion: two grids have voxels of different sizes."""
    return float(np.linalg.norm(points.max(axis=0) - points.min(axis=0)))


def _gap(one: Points, other: Points) -> float:
    """Between the boxes around two lesions."""
    apart = np.maximum(one.min(axis=0) - other.max(axis=0), other.min(axis=0) - one.max(axis=0))
    return float(np.linalg.norm(np.maximum(apart, 0)))


def _costs(
    distances: NDArray[np.float64], earlier: Sequence[LesionScore], later: Sequence[LesionScore]
) -> NDArray[np.float64]:
    other = np.array([[old.territory != new.territory for new in later] for old in earlier], bool)
    costs = distances + _OTHER_TERRITORY_MM * other.reshape(distances.shape)
    costs[distances > REACH_MM] = np.inf
    return costs


def _groups(
    costs: NDArray[np.float64], distances: NDArray[np.float64], inside: NDArray[np.bool_]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """(earlier, later) numbers of what belongs together; those with a later lesion first, in its order."""
    from scipy.optimize import linear_sum_assignment

    # A pair that is too far apart costs more than all others together, and is taken apart again.
    far = 1000.0 * (1 + min(costs.shape, default=0))
    olds, news = linear_sum_assignment(np.where(np.isfinite(costs), costs, far))
    pairs = [(int(o), int(n)) for o, n in zip(olds, news, strict=True) if np.isfinite(costs[o, n])]
    of_old, of_new = dict(pairs), {new: old for old, new in pairs}
    members = {new: ([old], [new]) for old, new in pairs}
    for old in set(range(costs.shape[0])) - set(of_old):
        if inside[old].any():
            new = int(np.where(inside[old], distances[old], np.inf).argmin())
            if new in members:
                members[new][0].append(old)
                of_old[old] = new
    for new in set(range(costs.shape[1])) - set(of_new):
        if inside[:, new].any():
            old = int(np.where(inside[:, new], distances[:, new], np.inf).argmin())
            if old in of_old:
                members[of_old[old]][1].append(new)
                of_new[new] = old
    groups = [(tuple(sorted(o)), tuple(sorted(n))) for o, n in members.values()]
    groups += [((), (new,)) for new in range(costs.shape[1]) if new not in of_new]
    groups += [((old,), ()) for old in range(costs.shape[0]) if old not in of_old]
    return sorted(groups, key=lambda group: (not group[1], group[1], group[0]))


def _covered(points: Points, geometry: VolumeGeometry) -> bool:
    """Whether most voxels of a lesion lie in a volume."""
    index = geometry.index(points)
    within = ((index >= -0.5) & (index <= np.array(geometry.shape) - 0.5)).all(axis=1)
    return bool(within.mean() >= _INSIDE)
