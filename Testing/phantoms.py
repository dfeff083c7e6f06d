"""Planes and marks of phantoms that tests and benchmarks share."""

import math

import numpy as np

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.volume import lesion_voxels
from SmartScoreLib.series.geometry import Vector, VolumeGeometry

RIMMED_GEOMETRY = VolumeGeometry((4, 32, 32), (3.0, 1.0, 1.0), (0.0, 0.0, 0.0), np.eye(3))


def rimmed_lesion() -> np.ndarray:
    """A lesion of 2 x 2 voxels of 200 HU in a rim of 4 x 4 voxels of 110 HU, in one slice; air beside it."""
    hu = np.full((4, 32, 32), 20, np.int16)
    hu[:, :, 24:] = -1000
    hu[1, 8:12, 8:12] = 110
    hu[1, 9:11, 9:11] = 200
    return hu


def oblique(about_x_degrees: float, about_y_degrees: float) -> tuple[Vector, Vector]:
    """Row and column cosines of an axial plane turned about the patient's x axis, then y axis."""
    x, y = math.radians(about_x_degrees), math.radians(about_y_degrees)
    turn_x = np.array([[1, 0, 0], [0, math.cos(x), -math.sin(x)], [0, math.sin(x), math.cos(x)]])
    turn_y = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    turn = turn_y @ turn_x
    row, column = (tuple(float(v) for v in turn[:, i]) for i in (0, 1))
    return row, column


def phantom_lesion_map(phantom: Phantom) -> LesionMap:
    """Every lesion voxel marked with its territory."""
    if not phantom.lesions:
        return LesionMap(phantom.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    marks = [
        (voxels, BY_KEY[lesion.territory].label) for lesion in phantom.lesions for voxels, _ in lesion_voxels(lesion)
    ]
    every = np.concatenate([voxels for voxels, _ in marks])
    corner = every.min(axis=0)
    labels = np.zeros(every.max(axis=0) - corner + 1, np.uint8)
    for voxels, label in marks:
        labels[tuple((voxels - corner).T)] = label
    return LesionMap(phantom.geometry, tuple(int(v) for v in corner), labels)
