"""What is known of the chest in a picture, and questions about places in it."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from SmartScoreLib.proposal.anatomy.fit import Pose
from SmartScoreLib.proposal.anatomy.overview import STEP_MM, Overview
from SmartScoreLib.proposal.anatomy.template import ANNULUS, COURSES, DESCENDING, SAC, Points
from SmartScoreLib.proposal.anatomy.tissue import Tissue

# No plaque is as large.
_BONE_LEAST_MM3 = 5000.0


@dataclass(frozen=True)
class Aorta:
    """The ascending aorta.

    Attributes:
        axis: (n, 3) its middle, mm in the overview (x, y, z), upwards from the valve on.
        radius_mm: (n,) of it.
        seen: 0 to 1: how much of its edge was seen, where it was looked for.
    """

    axis: Points
    radius_mm: NDArray[np.float64]
    seen: float


@dataclass(frozen=True)
class Anatomy:
    """A chest in a picture.

    Attributes:
        view: the picture at 3 mm.
        tissue: its tissues.
        pose: where the chest and the heart lie in it, by lungs and bones.
        heart: the same heart, turned, moved and scaled in its chest by the fat of its grooves.
        aorta: the ascending aorta.
        blood_hu: of its blood.
        noise_hu: standard deviation of single voxels in it.
        organs: masks (z, y, x) on the grid of the view that others made, a little widened, by name ("heart", "aorta",
            "coronary"); empty where everything is from the picture.
        source: the file that they came from.
    """

    view: Overview
    tissue: Tissue
    pose: Pose
    heart: Pose
    aorta: Aorta
    blood_hu: float
    noise_hu: float
    organs: dict[str, NDArray[np.bool_]] = field(default_factory=dict)
    source: str = ""

    @property
    def sure(self) -> float:
        """0 to 1: how well a heart with its surroundings agrees with the picture."""
        return float(np.clip((self.pose.agreement - 0.62) / 0.28, 0, 1))

    def places(self, lps_mm: ArrayLike) -> Points:
        """LPS millimeters (..., 3) as mm in the overview, (x, y, z)."""
        return np.asarray(self.view.geometry.index(lps_mm)[..., ::-1] * STEP_MM)

    def share(self, mask: NDArray[np.bool_], places: Points) -> NDArray[np.bool_]:
        """Whether places (n, 3), mm in the overview, lie in a mask of it."""
        index = np.rint(places[..., ::-1] / STEP_MM).astype(int)
        index = np.clip(index, 0, np.array(mask.shape) - 1)
        return np.asarray(mask[index[..., 0], index[..., 1], index[..., 2]])


@dataclass(frozen=True)
class Whereabouts:
    """Where something lies, mm of the patient.

    Attributes:
        template: (x, y, z) in the usual heart.
        chest: (x, y, z) in the usual chest, from the valve on as lungs and bones have it.
        course_mm: distance from the usual course of each artery.
        along: how far along its course the nearest point is, 0 to 1.
        sac: of the distance from the middle of the heart to its edge, the share; 1 on the edge, more outside.
        aorta_mm: distance from the middle of the ascending aorta.
        aorta_radius_mm: its radius at that height.
        above_valve_mm: height above the aortic valve, along the aorta.
        annulus_mm: distance from the mitral annulus.
        beyond_mm: distance beyond the wall of the ascending aorta, negative inside: that of its inner tenth, its middle
            and its outer tenth; that of the one place where no voxels are looked at.
        organs: those that others have segmented and that it lies in; None where there are no such.
        bone_mm: distance from the nearest bone that is wide enough to be seen at 3 mm.
        metal_mm: distance from the nearest metal that is told by its brightness alone.
    """

    template: Points
    chest: Points
    course_mm: dict[str, float]
    along: dict[str, float]
    sac: float
    aorta_mm: float
    aorta_radius_mm: float
    above_valve_mm: float
    annulus_mm: float
    beyond_mm: tuple[float, float, float]
    organs: frozenset[str] | None = None
    bone_mm: float = np.inf
    metal_mm: float = np.inf

    @property
    def descending_mm(self) -> float:
        """Distance from the middle of the descending aorta, in the usual chest."""
        return float(np.hypot(self.chest[0] - DESCENDING[0], self.chest[1] - DESCENDING[1]))


def whereabouts(anatomy: Anatomy, lps_mm: ArrayLike) -> list[Whereabouts]:
    """Where each of some LPS positions (n, 3) lies."""
    places = anatomy.places(np.asarray(lps_mm, float).reshape(-1, 3))
    template = anatomy.heart.template(places)
    chest = anatomy.pose.template(places)
    scale = anatomy.heart.scale
    paths = {name: _from_path(template, np.asarray(points, float)) for name, points in COURSES.items()}
    sac = np.min(
        [np.linalg.norm((template - np.asarray(middle)) / np.asarray(radii, float), axis=1) for middle, radii in SAC],
        axis=0,
    )
    axis = anatomy.aorta.axis
    away, at = _from_path(places, axis)
    radius = np.interp(at, _shares(axis), anatomy.aorta.radius_mm)
    above = (places - axis[0])[:, 2]
    ring = _from_ring(template) * scale
    held = {name: anatomy.share(mask, places) for name, mask in anatomy.organs.items()}
    bone = _from_bone(anatomy, places)
    return [
        Whereabouts(
            template[i],
            chest[i],
            {name: float(path[0][i]) * scale for name, path in paths.items()},
            {name: float(path[1][i]) for name, path in paths.items()},
            float(sac[i]),
            float(away[i]),
            float(radius[i]),
            float(above[i]),
            float(ring[i]),
            (float(away[i] - radius[i]),) * 3,
            frozenset(name for name, inside in held.items() if inside[i]) if held else None,
            float(bone[i]),
        )
        for i in range(len(places))
    ]


def beyond_aorta(anatomy: Anatomy, lps_mm: ArrayLike) -> NDArray[np.float64]:
    """How far LPS positions (n, 3) lie outside of the wall of the ascending aorta, mm; negative inside."""
    away, at = _from_path(anatomy.places(np.asarray(lps_mm, float).reshape(-1, 3)), anatomy.aorta.axis)
    axis = anatomy.aorta.axis
    return np.asarray(away - np.interp(at, _shares(axis), anatomy.aorta.radius_mm))


def _shares(path: Points) -> NDArray[np.float64]:
    """How far along a path each of its points lies, 0 to 1."""
    lengths = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    return np.asarray(lengths / max(float(lengths[-1]), 1e-9))


def _from_bone(anatomy: Anatomy, places: Points) -> NDArray[np.float64]:
    """Distance of places, mm in the overview, from bone; plaques and splinters are none."""
    from scipy import ndimage
    from scipy.spatial import cKDTree

    label, count = ndimage.label(anatomy.tissue.bone)
    sizes = np.bincount(label.ravel(), minlength=count + 1) * STEP_MM**3
    wide = sizes >= _BONE_LEAST_MM3
    wide[0] = False
    points = np.argwhere(wide[label])[:, ::-1] * STEP_MM
    if not len(points):
        return np.full(len(places), np.inf)
    return np.asarray(cKDTree(points).query(places)[0])


def _from_ring(template: Points) -> NDArray[np.float64]:
    """Distance of places of the template from the mitral annulus."""
    middle, normal, ring = np.asarray(ANNULUS[0]), np.asarray(ANNULUS[1]), ANNULUS[2]
    normal = normal / np.linalg.norm(normal)
    offset = template - middle
    height = offset @ normal
    wide = np.linalg.norm(offset - height[:, None] * normal, axis=1)
    return np.asarray(np.hypot(height, wide - ring))


def _from_path(points: Points, path: Points) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Distance of points (n, 3) from a path of lines, and how far along it the nearest place is, 0 to 1."""
    a, way = path[:-1], path[1:] - path[:-1]
    from_start = points[:, None] - a
    t = np.clip((from_start * way).sum(axis=2) / np.maximum((way**2).sum(axis=1), 1e-9), 0, 1)
    distance = np.linalg.norm(from_start - t[..., None] * way, axis=2)
    nearest = distance.argmin(axis=1)
    lengths = np.linalg.norm(way, axis=1)
    before = np.concatenate([[0], np.cumsum(lengths)])[nearest]
    row = np.arange(len(points))
    return distance[row, nearest], (before + t[row, nearest] * lengths[nearest]) / lengths.sum()
