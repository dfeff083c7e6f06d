"""A heart with its great vessels, and the grooves between its chambers in which the coronary arteries run."""

from dataclasses import dataclass, replace

import numpy as np

from SmartScoreLib.phantom.anatomy.shapes import Distances, Ellipsoid, Points, Tube, rotation, smooth_path

# Lengths of an adult heart as CT shows it, from the middle of the aortic valve, LPS mm; each heart changes all of it.
_LONG_AXIS = np.array([0.62, -0.62, -0.48])
_CHAMBERS: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    "LV": ((44.0, -2.0, -34.0), (50.0, 33.0, 33.0)),
    "RV": ((16.0, -33.0, -36.0), (50.0, 23.0, 32.0)),
    "RA": ((-30.0, 6.0, -26.0), (24.0, 27.0, 32.0)),
    "LA": ((10.0, 36.0, 2.0), (34.0, 20.0, 24.0)),
}
_VESSELS: dict[str, tuple[tuple[tuple[float, float, float], ...], tuple[float, ...]]] = {
    "AORTA": (
        ((2, -1, -4), (0, -2, 8), (-3, -4, 22), (-9, -8, 42), (-11, -8, 62), (-6, 2, 80), (6, 25, 90), (18, 50, 84)),
        (14.0, 17.5, 15.5, 16.0, 16.5, 15.5, 14.0, 13.0),
    ),
    "PA": (((16, -34, 2), (20, -30, 16), (24, -16, 32), (24, 2, 44)), (14.0, 14.0, 14.0, 12.5)),
    "RPA": (((24, 2, 44), (4, 14, 44), (-22, 18, 42), (-48, 24, 36)), (11.0, 10.5, 9.5, 7.5)),
    "LPA": (((24, 2, 44), (34, 18, 47), (52, 34, 44)), (11.0, 10.0, 8.0)),
    "SVC": (((-30, 4, -2), (-31, 6, 20), (-32, 5, 48), (-28, 0, 90)), (9.0, 9.0, 8.5, 8.0)),
    "IVC": (((-26, 18, -48), (-24, 26, -75), (-22, 32, -120)), (11.0, 12.0, 12.0)),
    "RPV": (((-14, 34, 4), (-40, 36, 0), (-62, 40, -8)), (8.0, 6.5, 4.0)),
    "LPV": (((32, 38, 6), (50, 42, 8), (68, 46, 6)), (7.5, 6.0, 4.0)),
}
# Where each artery begins to look for its groove, and between which bodies that lies.
_COURSES: dict[str, tuple[tuple[str, str], tuple[tuple[float, float, float], ...]]] = {
    "LAD": (("LV", "RV"), ((34, -24, 2), (40, -36, -10), (48, -44, -26), (58, -50, -42), (66, -50, -58))),
    "LCX": (("LV", "LA"), ((38, 6, 2), (52, 18, -2), (58, 30, -14), (52, 38, -30), (40, 40, -40))),
    "RCA": (("RV", "RA"), ((-14, -24, 6), (-26, -30, -8), (-32, -28, -28), (-28, -18, -48), (-12, 6, -60))),
    "PDA": (("LV", "RV"), ((6, 14, -60), (20, 0, -66), (34, -14, -70), (48, -28, -72))),
}
_GAP_MM = 3.2
# The middle of an artery lies by its own radius outside of the wall of a great vessel, at least.
_BESIDE_MM = 2.0


@dataclass(frozen=True)
class Heart:
    """A heart in LPS mm.

    Attributes:
        chambers: by name (LV, RV, RA, LA).
        vessels: by name; the aorta from the valve to the end of the arch.
        courses: (n, 3) points of each coronary artery from its origin on, by territory.
        root: the middle of the aortic valve.
        annulus: (n, 3) points of the mitral annulus.
        scale: its size, 1 for an adult's of usual size.
        turn: (3, 3) how it is turned.
        fat_mm: thickness of the fat between muscle and pericardium.
    """

    chambers: dict[str, Ellipsoid]
    vessels: dict[str, Tube]
    courses: dict[str, Points]
    root: Points
    annulus: Points
    scale: float
    turn: Points
    fat_mm: float

    def muscle(self, points: Points) -> Distances:
        """Distance of points from the nearest chamber, mm, negative inside."""
        return np.asarray(np.min([one.distance(points) for one in self.chambers.values()], axis=0), np.float32)

    def sac(self, points: Points, round_mm: float = 9.0) -> Distances:
        """Distance of points from the pericardium, mm, negative inside; it spans the grooves."""
        bodies = [one.distance(points) for one in self.chambers.values()] + [self.vessels["PA"].distance(points)]
        near = np.exp(-np.clip(np.asarray(bodies) / round_mm, -30, 30)).sum(axis=0)
        return np.asarray(-round_mm * np.log(near) - self.fat_mm, np.float32)


def make_heart(random: np.random.Generator, root: Points) -> Heart:
    """A heart of its own size, turn, shape and fat, with its aortic valve at `root` (LPS mm)."""
    scale = float(np.clip(random.normal(1.0, 0.11), 0.78, 1.3))
    turn = rotation(random.normal(0, (10, 10, 14)))

    def place(points: object) -> Points:
        return np.asarray(root + (np.asarray(points, float) * scale) @ turn.T)

    axis = _LONG_AXIS / np.linalg.norm(_LONG_AXIS)
    side = np.cross(axis, (0, 0, 1.0))
    side /= np.linalg.norm(side)
    along = np.array([axis, side, np.cross(axis, side)])
    chambers = {}
    for name, (center, radii) in _CHAMBERS.items():
        axes = along if name in ("LV", "RV") else np.eye(3)
        size = np.asarray(radii) * scale * random.normal(1, 0.07, 3).clip(0.85, 1.2)
        chambers[name] = Ellipsoid(place(np.asarray(center) + random.normal(0, 2.6, 3)), size, axes @ turn.T)
    wide = float(np.clip(random.normal(1.0, 0.1), 0.8, 1.35))
    vessels = {}
    for name, (path, sizes) in _VESSELS.items():
        bent = np.asarray(path, float) + random.normal(0, 1.5, 3)
        # Great vessels turn with the heart at the valve, and not above.
        free = np.clip((bent[:, 2:] - 10) / 50, 0, 1)
        placed = place(bent) * (1 - free) + (root + bent * scale) * free
        vessels[name] = Tube(smooth_path(placed, 6), _radii(np.asarray(sizes) * scale * wide, smooth_path(placed, 6)))
    fat = float(random.uniform(1.5, 9.0) if random.random() < 0.82 else random.uniform(9.0, 18.0))
    heart = Heart(chambers, vessels, {}, root, _annulus(place, axis), scale, turn, fat)
    courses = _courses(random, heart, place)
    return replace(heart, courses=courses, annulus=_pulled_in(heart.annulus, heart))


def _radii(sizes: Points, path: Points) -> Points:
    return np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(sizes)), sizes)


def _annulus(place: object, axis: Points) -> Points:
    across = np.cross(axis, (0, 0, 1.0))
    across /= np.linalg.norm(across)
    up = np.cross(across, axis)
    angle = np.linspace(0, 2 * np.pi, 48)[:, None]
    ring = np.array((27.0, 21.0, -14.0)) + 19 * np.cos(angle) * across + 17 * np.sin(angle) * up
    return place(ring)  # type: ignore[operator,no-any-return]


def _courses(random: np.random.Generator, heart: Heart, place: object) -> dict[str, Points]:
    courses: dict[str, Points] = {}
    for name, (between, guesses) in _COURSES.items():
        start = place(np.asarray(guesses) + random.normal(0, 1.5, (len(guesses), 3)))  # type: ignore[operator]
        one, other = (heart.chambers[key] for key in between)
        courses[name] = smooth_path(_in_groove(start, one, other, heart))
    ostium = place((13.0, 3.0, 11.0))  # type: ignore[operator]
    fork = place((27.0, -6.0, 10.0))  # type: ignore[operator]
    right = place((-6.0, -16.0, 9.0))  # type: ignore[operator]
    courses["LM"] = smooth_path([ostium, (ostium + fork) / 2 + random.normal(0, 1, 3), fork])
    courses["LAD"] = smooth_path([fork, *courses["LAD"][::4]])
    courses["LCX"] = smooth_path([fork, *courses["LCX"][::4]])
    courses["RCA"] = smooth_path([right, *courses["RCA"][::4]])
    return {name: _beside_vessels(path, heart, from_aorta=name in ("LM", "RCA")) for name, path in courses.items()}


def _beside_vessels(path: Points, heart: Heart, *, from_aorta: bool) -> Points:
    """A course that runs outside of aorta and pulmonary trunk; one that leaves the aorta begins on its wall."""
    at = path.copy()
    gap = np.full(len(at), _BESIDE_MM)
    if from_aorta:
        gap = np.minimum(gap, np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(at, axis=0), axis=1))]))
    steps = np.vstack([np.zeros((1, 3)), np.eye(3) * 0.5, np.eye(3) * -0.5])
    for _ in range(20):
        for name in ("AORTA", "PA"):
            distance = heart.vessels[name].distance(at[:, None] + steps).astype(float)
            short = np.maximum(gap - distance[:, 0], 0)
            if from_aorta and name == "AORTA":
                short[0] = -distance[0, 0]
            at = at + short[:, None] * (distance[:, 1:4] - distance[:, 4:7])
    return at


def _pulled_in(ring: Points, heart: Heart) -> Points:
    """A ring brought into the wall of the heart: the annulus lies under the fat of the groove, not in it."""
    at = ring.copy()
    middle = ring.mean(axis=0)
    for _ in range(40):
        outside = heart.muscle(at) > -1.5
        at[outside] += (middle - at[outside]) * 0.03
    return at


def _in_groove(points: Points, one: Ellipsoid, other: Ellipsoid, heart: Heart) -> Points:
    """The nearest places that are a few millimeters outside of both bodies, and of the rest of the heart."""
    at = points.copy()
    steps = np.vstack([np.zeros((1, 3)), np.eye(3) * 0.5, np.eye(3) * -0.5])
    for _ in range(30):
        near = at[:, None] + steps
        move = np.zeros_like(at)
        for body in heart.chambers.values():
            distance = body.distance(near).astype(float)
            wrong = distance[:, 0] - _GAP_MM
            wrong = np.where(wrong > 0, wrong * (body is one or body is other), 2 * wrong)
            move += wrong[:, None] * (distance[:, 1:4] - distance[:, 4:7])
        at = at - 0.25 * move
        # An artery runs on the heart, not between its chambers: where these leave a gap, it is lifted out of it.
        depth = heart.sac(near).astype(float)
        deep = np.maximum(-(depth[:, 0] + 0.6 * heart.fat_mm + 5.0), 0)
        out = depth[:, 1:4] - depth[:, 4:7]
        at = at + 0.5 * deep[:, None] * out
    return at
