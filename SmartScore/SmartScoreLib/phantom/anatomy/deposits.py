"""Calcium of every kind and metal of every kind, where they lie in people."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from SmartScoreLib.phantom.anatomy.chest import Chest
from SmartScoreLib.phantom.anatomy.shapes import Points, Tube, smooth_path

Kind = Literal[
    "coronary", "aorta", "aortic_valve", "mitral_annulus", "pericardium", "lymph_node", "lung", "bone",
    "lead", "clip", "stent", "catheter", "wire", "motion",
]  # fmt: skip
METAL: frozenset[str] = frozenset(("lead", "clip", "stent", "catheter", "wire"))


@dataclass(frozen=True)
class Deposit:
    """One piece of calcium or metal.

    Attributes:
        kind: what it is.
        territory: key of the territory that a reader would give it to.
        body: where it is; a stent is the wall of it.
        hu: its value at 120 kVp, before blur and noise.
        hollow_mm: thickness of its wall; 0 where it is solid.
    """

    kind: Kind
    territory: str
    body: Tube = field(repr=False)
    hu: float
    hollow_mm: float = 0.0


def make_deposits(random: np.random.Generator, chest: Chest, *, zero: bool, moving: bool) -> list[Deposit]:
    """What this person has; none of it coronary where `zero`; with bands of motion where the heart is `moving`."""
    found: list[Deposit] = []
    if not zero:
        for _ in range(int(np.clip(random.geometric(0.22), 1, 14))):
            found.append(_coronary(random, chest))
    aorta = chest.heart.vessels["AORTA"]
    middle = len(aorta.path) // 2
    root, scale = chest.heart.root, chest.heart.scale
    for chance, count, make in (
        (0.35, 2, lambda: _wall(random, aorta, 3, middle, "AORTA")),
        (0.5, 4, lambda: _wall(random, aorta, middle, len(aorta.path) - 1, "OTHER")),
        (0.4, 4, lambda: _wall(random, chest.descending, 1, len(chest.descending.path) - 2, "OTHER")),
        (0.22, 4, lambda: _near(random, "aortic_valve", "AV", root, 9 * scale, (0.8, 3.0), 4.0)),
        (0.15, 1, lambda: _annulus(random, chest)),
        (0.07, 2, lambda: _pericardium(random, chest)),
        (0.2, 2, lambda: _node(random, chest)),
        (0.2, 2, lambda: _nodule(random, chest)),
        (0.4, 6, lambda: _cartilage(random, chest)),
    ):
        if random.random() < chance:
            found += [make() for _ in range(random.integers(1, count + 1))]  # type: ignore[no-untyped-call]
    if moving:
        found += [_band(random, chest) for _ in range(random.integers(0, 4))]
    return found + _metal(random, chest)


def _blob(random: np.random.Generator, at: Points, length: float, radius: float, away: Points) -> Tube:
    half = away / max(float(np.linalg.norm(away)), 1e-6) * length / 2
    path = smooth_path([at - half, at + random.normal(0, 0.2 * radius, 3), at + half], 1.0)
    return Tube(path, radius * random.uniform(0.75, 1.1, len(path)))


def _calcium_hu(random: np.random.Generator) -> float:
    return float(np.clip(random.lognormal(np.log(480), 0.45), 190, 1500))


def _coronary(random: np.random.Generator, chest: Chest) -> Deposit:
    vessel = str(random.choice(["LM", "LAD", "LCX", "RCA", "PDA"], p=[0.1, 0.41, 0.18, 0.26, 0.05]))
    course = chest.heart.courses[vessel]
    at = int(
        np.clip(random.beta(1.3, 2.2) if vessel != "LM" else random.uniform(0.1, 0.9), 0, 0.97) * (len(course) - 1)
    )
    length = float(np.clip(random.lognormal(np.log(4.5), 0.7), 1.2, 28))
    end = at
    while end < len(course) - 1 and np.linalg.norm(course[end] - course[at]) < length:
        end += 1
    radius = float(random.uniform(0.7, 2.1))
    offset = random.normal(0, 0.6, 3)
    if vessel in ("LAD", "LCX") and random.random() < 0.12:
        offset = _to_branch(random, chest, course[at])
    path = course[at : end + 1] + offset if end - at >= 1 else np.array([course[at], course[at] + 0.5]) + offset
    return Deposit("coronary", vessel, Tube(path, radius * random.uniform(0.7, 1.1, len(path))), _calcium_hu(random))


def _to_branch(random: np.random.Generator, chest: Chest, at: Points) -> Points:
    """The way from a place of an artery to one of its branches: over the surface of the left ventricle."""
    left = chest.heart.chambers["LV"]
    place = at + random.normal(0, 1, 3) * 9
    for _ in range(30):
        distance = float(left.distance(place[None])[0])
        out = place - left.center
        place = place + (2.8 - distance) * 0.5 * out / np.linalg.norm(out)
    if float(chest.heart.muscle(place[None])[0]) < 1.5:
        return random.normal(0, 0.6, 3)
    return np.asarray(place - at)


def _band(random: np.random.Generator, chest: Chest) -> Deposit:
    """A bright band on the edge between heart and lung, as motion makes it."""
    left = chest.heart.chambers[str(random.choice(["LV", "LV", "RA"]))]
    side = 1.0 if left is chest.heart.chambers["LV"] else -1.0
    way = np.array([side * random.uniform(0.5, 1), random.uniform(-0.6, 0.9), random.uniform(-0.5, 0.5)])
    way /= np.linalg.norm(way)
    at = left.center.copy()
    for _ in range(160):
        if float(chest.heart.sac(at[None])[0]) > -0.8:
            break
        at = at + way
    across = np.cross(way, (0, 0, 1.0))
    reach = np.linspace(-1, 1, 7)[:, None] * random.uniform(3, 14)
    return Deposit(
        "motion",
        "OTHER",
        Tube(at + reach * across, np.full(7, random.uniform(0.8, 2.2))),
        float(random.uniform(170, 420)),
    )


def _wall(random: np.random.Generator, tube: Tube, first: int, last: int, territory: str) -> Deposit:
    """A plaque in the wall of a vessel: an arc around it."""
    at = int(random.integers(first, last))
    along = tube.path[min(at + 1, len(tube.path) - 1)] - tube.path[max(at - 1, 0)]
    along /= np.linalg.norm(along)
    side = np.cross(along, (1.0, 0.2, 0.1))
    side /= np.linalg.norm(side)
    angles = random.uniform(0, 2 * np.pi) + np.linspace(0, random.uniform(0.1, 0.9), 6)
    ring = tube.path[at] + tube.radii[at] * (
        np.cos(angles)[:, None] * side + np.sin(angles)[:, None] * np.cross(along, side)
    )
    return Deposit("aorta", territory, Tube(ring, np.full(6, random.uniform(0.7, 1.6))), _calcium_hu(random))


def _near(
    random: np.random.Generator, kind: Kind, territory: str, middle: Points, within: float, radii: tuple[float, float],
    length: float,
) -> Deposit:  # fmt: skip
    at = middle + random.normal(0, 1, 3) * within / 2 * np.array((1, 1, 0.4))
    body = _blob(random, at, random.uniform(1, length), float(random.uniform(*radii)), random.normal(0, 1, 3))
    return Deposit(kind, territory, body, _calcium_hu(random))


def _annulus(random: np.random.Generator, chest: Chest) -> Deposit:
    ring = chest.heart.annulus
    # Mitral annular calcium lies mostly in the back half.
    behind = np.argsort(-ring[:, 1])[: len(ring) // 2]
    start = int(random.choice(behind))
    count = int(random.integers(3, 18))
    path = ring[(start + np.arange(count)) % len(ring)]
    return Deposit("mitral_annulus", "MV", Tube(path, np.full(count, random.uniform(1.2, 3.2))), _calcium_hu(random))


def _pericardium(random: np.random.Generator, chest: Chest) -> Deposit:
    """A piece of shell over the heart."""
    left = chest.heart.chambers[str(random.choice(["LV", "RV", "RA"]))]
    way = random.normal(0, 1, 3)
    way /= np.linalg.norm(way)
    at = left.center.copy()
    for _ in range(140):
        if float(chest.heart.sac(at[None])[0]) > 0:
            break
        at = at + way
    across = np.cross(way, random.normal(0, 1, 3))
    across /= np.linalg.norm(across)
    reach = np.linspace(-1, 1, 7)[:, None] * random.uniform(4, 16)
    return Deposit("pericardium", "OTHER", Tube(at + reach * across, np.full(7, 1.3)), _calcium_hu(random))


def _node(random: np.random.Generator, chest: Chest) -> Deposit:
    carina = chest.airway[1].path
    side = chest.airway[int(random.integers(1, 3))].path
    middle = (
        (carina if random.random() < 0.3 else side)[int(random.integers(0, 5))] + random.normal(0, 6, 3) - (0, 0, 10)
    )
    size = float(random.uniform(2, 5))
    return Deposit(
        "lymph_node", "OTHER", _blob(random, middle, size, size, random.normal(0, 1, 3)), _calcium_hu(random)
    )


def _nodule(random: np.random.Generator, chest: Chest) -> Deposit:
    side = float(random.choice([-1, 1]))
    away = (side * random.uniform(75, 105), random.uniform(-20, 60), random.uniform(-40, 60))
    at = chest.heart.root + np.array(away)
    return Deposit("lung", "OTHER", _blob(random, at, 2, random.uniform(1.5, 4), random.normal(0, 1, 3)), 450)


def _cartilage(random: np.random.Generator, chest: Chest) -> Deposit:
    rib = chest.ribs[int(random.integers(0, len(chest.ribs)))]
    at = rib.path[int(random.integers(12, 16))] + random.normal(0, 2, 3)
    return Deposit(
        "bone", "OTHER", _blob(random, at, random.uniform(2, 9), random.uniform(0.8, 2.2), random.normal(0, 1, 3)), 420
    )


def _metal(random: np.random.Generator, chest: Chest) -> list[Deposit]:
    heart, found = chest.heart, []
    vein = heart.vessels["SVC"].path
    if random.random() < 0.08:
        right = [*vein[::-1], heart.chambers["RA"].center, heart.chambers["RV"].center + (10, -6, -6) * np.ones(3)]
        found.append(Deposit("lead", "OTHER", _thread(right, 1.0), 9000))
    if random.random() < 0.08:
        tip = [*vein[::-1][: random.integers(4, len(vein))]]
        tip = [*tip, heart.chambers["RA"].center] if random.random() < 0.5 else tip
        found.append(Deposit("catheter", "OTHER", _thread(tip, 1.2), float(random.uniform(900, 3500))))
    if random.random() < 0.06:
        for _ in range(int(random.integers(2, 7))):
            at = (
                heart.courses["LAD"][int(random.integers(0, len(heart.courses["LAD"])))]
                + random.normal(0, 6, 3)
                - (0, 6, 0)
            )
            found.append(Deposit("clip", "OTHER", _blob(random, at, 4, 0.9, random.normal(0, 1, 3)), 11000))
    if random.random() < 0.06:
        for z in range(-30, 90, 24):
            angle = np.linspace(0, 2 * np.pi, 17)
            at = np.array([heart.root[0], chest.sternum_y - 6, heart.root[2] + z])
            ring = at + np.stack([11 * np.cos(angle), 8 * np.sin(angle), 2 * np.sin(angle)], axis=1)
            found.append(Deposit("wire", "OTHER", Tube(ring, np.full(17, 0.7)), 12000))
    if random.random() < 0.08:
        vessel = str(random.choice(["LAD", "RCA", "LCX"]))
        course = heart.courses[vessel]
        at = int(random.integers(1, max(2, len(course) // 3)))
        path = course[at : at + int(random.integers(6, 13))]
        found.append(
            Deposit("stent", "OTHER", Tube(path, np.full(len(path), 1.6)), float(random.uniform(5000, 9000)), 0.5)
        )
    return found


def _thread(points: list[Points], radius: float) -> Tube:
    path = smooth_path(points, 2.0)
    return Tube(path, np.full(len(path), radius))
