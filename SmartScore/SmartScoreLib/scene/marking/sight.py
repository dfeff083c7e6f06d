"""What lies on a line of sight through a volume: in a slab of a slice view, or under a pixel of a 3D view."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import vtk
from numpy.typing import NDArray
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSliceNode

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.growing import SNAP_MM
from SmartScoreLib.scene.coordinates import lpsFromWorld
from SmartScoreLib.scene.marking.voxels import VolumeVoxels
from SmartScoreLib.series.geometry import Vector

Points = NDArray[np.float64]


def throughSlab(sliceNode: vtkMRMLSliceNode, ras: Vector) -> tuple[Points, Points]:
    """Both ends of the line of sight through a slab, world RAS millimetres; `ras` lies in its middle."""
    half = sliceNode.GetSlabReconstructionThickness() / 2
    toRas = sliceNode.GetSliceToRAS()
    normal = np.array([toRas.GetElement(row, 2) for row in range(3)])
    return np.asarray(ras) - half * normal, np.asarray(ras) + half * normal


def throughPixel(renderer: vtk.vtkRenderer, xy: Sequence[float]) -> tuple[Points, Points]:
    """What a display pixel of a 3D view shows, from the camera's near plane to its far one, world RAS millimetres."""
    near, far = (_worldAt(renderer, xy, depth) for depth in (0.0, 1.0))
    return near, far


def brightestAlong(
    volumeNode: vtkMRMLScalarVolumeNode, voxels: VolumeVoxels, ends: tuple[Points, Points], middle: Vector
) -> Vector:
    """The point on a line whose voxel is the brightest, of equals the one nearest to the middle; else the middle."""
    points, index = _sampled(volumeNode, voxels, ends)
    if not len(points):
        return middle
    order = np.argsort(np.linalg.norm(points - middle, axis=1), kind="stable")
    values = voxels.hu[tuple(index[order].T)]
    return _within(points, index, int(order[values.argmax()]))


def runsAlong(
    volumeNode: vtkMRMLScalarVolumeNode, voxels: VolumeVoxels, ends: tuple[Points, Points], threshold_hu: float
) -> Iterator[tuple[Index, Vector]]:
    """The brightest voxel, and its place, of each stretch of a line that reaches a threshold; the brightest first.

    Where the line meets none, those around it at the distance that a click may miss by are looked at.
    """
    for line in (ends, *_around(ends)):
        points, index = _sampled(volumeNode, voxels, line)
        if not len(points):
            continue
        values = np.asarray(voxels.hu[tuple(index.T)], float)
        bright = np.flatnonzero(values >= threshold_hu)
        if not len(bright):
            continue
        stretches = np.split(bright, np.flatnonzero(np.diff(bright) > 1) + 1)
        tops = sorted((int(one[values[one].argmax()]) for one in stretches), key=lambda at: -values[at])
        for at in tops:
            k, row, column = (int(i) for i in index[at])
            yield (k, row, column), _within(points, index, at)


def _sampled(
    volumeNode: vtkMRMLScalarVolumeNode, voxels: VolumeVoxels, ends: tuple[Points, Points]
) -> tuple[Points, NDArray[np.int64]]:
    """Points on a line, half a voxel apart at most, that lie in the volume: world RAS, and (slice, row, column)."""
    geometry = voxels.geometry
    first, last = (np.asarray(lpsFromWorld(volumeNode, end.tolist())) for end in ends)
    steps = int(np.ceil(np.linalg.norm(last - first) / min(geometry.spacing_mm)))
    share = np.linspace(0.0, 1.0, 2 * steps + 1)[:, None]
    index = np.floor(geometry.index(first + share * (last - first)) + 0.5).astype(np.int64)
    inside = ((index >= 0) & (index < geometry.shape)).all(axis=1)
    return (ends[0] + share * (ends[1] - ends[0]))[inside], index[inside]


def _around(ends: tuple[Points, Points]) -> Iterator[tuple[Points, Points]]:
    """Eight lines beside a line."""
    along = ends[1] - ends[0]
    across = np.cross(along, np.eye(3)[np.abs(along).argmin()])
    other = np.cross(along, across)
    for angle in np.arange(8) * np.pi / 4:
        away = np.cos(angle) * across / np.linalg.norm(across) + np.sin(angle) * other / np.linalg.norm(other)
        yield ends[0] + SNAP_MM * away, ends[1] + SNAP_MM * away


def _worldAt(renderer: Any, xy: Sequence[float], depth: float) -> Points:
    renderer.SetDisplayPoint(float(xy[0]), float(xy[1]), depth)
    renderer.DisplayToWorld()
    place = np.asarray(renderer.GetWorldPoint())
    return np.asarray(place[:3] / place[3])


def _within(points: Points, index: NDArray[np.int64], at: int) -> Vector:
    """The middle of the part of the line that lies in a voxel: no rounding takes it for the next one."""
    r, a, s = points[(index == index[at]).all(axis=1)].mean(axis=0)
    return (float(r), float(a), float(s))
