"""The chest around a heart: skin, fat, muscle, bones, lungs, mediastinum, and what lies under the diaphragm."""

from dataclasses import dataclass

import numpy as np

from SmartScoreLib.phantom.anatomy.canvas import EVERYWHERE, Canvas
from SmartScoreLib.phantom.anatomy.heart import Heart, make_heart
from SmartScoreLib.phantom.anatomy.shapes import Distances, Ellipsoid, Points, Tube, smooth_path

AIR, LUNG, FAT, MUSCLE, BLOOD, MYOCARDIUM, LIVER, CARTILAGE = -1000, -860, -98, 52, 42, 48, 58, 85
_STEP_MM = 2.5
# Pericardium and fat between a heart and the bone in front of it, at least.
_BEHIND_STERNUM_MM = 4.0


@dataclass(frozen=True)
class Chest:
    """A person's chest in LPS mm.

    Attributes:
        heart: with its vessels.
        center: (x, y) the middle of the body.
        radii: (x, y) its half width and depth.
        cavity: (x, y) those of what lies within the ribs.
        skin_fat_mm: thickness.
        sternum_y: its back.
        spine: (x, y) the middle of the vertebrae.
        vertebra_mm: half the width of a vertebra.
        descending: the descending aorta.
        airway: trachea and bronchi.
        esophagus: from the neck to the stomach.
        ribs: each from the spine on; their last quarter is cartilage.
        diaphragm_z: highest points of its right and left half.
        effusion_mm: depth of fluid behind the right and the left lung.
        values: HU of marrow, blood, and of lungs.
    """

    heart: Heart
    center: Points
    radii: Points
    cavity: Points
    skin_fat_mm: float
    sternum_y: float
    spine: Points
    vertebra_mm: float
    descending: Tube
    airway: tuple[Tube, ...]
    esophagus: Tube
    ribs: tuple[Tube, ...]
    diaphragm_z: tuple[float, float]
    effusion_mm: tuple[float, float]
    values: tuple[float, float, float]


def make_chest(random: np.random.Generator) -> Chest:
    """A chest of a size, a heart and a place on the table of its own."""
    root = np.array([random.normal(0, 12), random.normal(0, 15), random.normal(0, 30)])
    heart = make_heart(random, root)
    scale = 0.4 + 0.6 * heart.scale
    spine = root[:2] + np.array([random.normal(0, 7), scale * random.normal(92, 7)])
    sternum_y = min(root[1] - scale * random.normal(66, 7), _front(heart) - _BEHIND_STERNUM_MM)
    cavity = np.array([random.normal(132, 9), (spine[1] + 22 - sternum_y) / 2 + 4])
    center = np.array([spine[0], sternum_y + cavity[1] - 4])
    skin = float(random.uniform(4, 32))
    radii = cavity + np.array([18 + skin + random.uniform(5, 20), 16 + skin])
    at = root + np.array([[20, 52, 95], [24, 64, 60], [25, 68, 0], [20, 66, -60], [10, 62, -130]]) * (scale, scale, 1)
    at[:, 0] += spine[0] - root[0]
    descending = Tube(smooth_path(at + random.normal(0, 1.5, (5, 3)), 8), np.full(1, 0.0))
    descending = Tube(descending.path, np.full(len(descending.path), scale * random.uniform(10, 15.5)))
    carina = root + np.array([spine[0] - root[0] - 2, 32 * scale, random.normal(62, 5)])
    airway = tuple(
        Tube(smooth_path(carina + np.asarray(path, float), 8), np.full(len(smooth_path(path, 8)), radius))
        for path, radius in (
            (((0, -14, 110), (0, -6, 50), (0, 0, 0)), 8.5),
            (((0, 0, 0), (-24, 4, -16), (-52, 8, -36)), 6.0),
            (((0, 0, 0), (26, 6, -20), (54, 12, -34)), 5.5),
        )
    )
    gullet = np.array([[spine[0], carina[1] + 16, root[2] + 130], [spine[0] + 4, spine[1] - 32, root[2] + 30]])
    gullet = np.vstack([gullet, [[spine[0] + 8, spine[1] - 32, root[2] - 40], [spine[0] + 14, 45, root[2] - 100]]])
    esophagus = Tube(smooth_path(gullet, 8), np.full(len(smooth_path(gullet, 8)), 7.5))
    low = root[2] - 48 * heart.scale + random.normal(0, 10)
    ribs = tuple(_ribs(random, center, cavity, spine, sternum_y, root[2]))
    effusions = [float(random.uniform(8, 55)) if random.random() < 0.07 else 0.0 for _ in range(2)]
    lung = float(random.uniform(-905, -780) if random.random() < 0.9 else random.uniform(-950, -905))
    values = (float(random.uniform(130, 260)), float(random.uniform(30, 56)), lung)
    return Chest(
        heart, center, radii, cavity, skin, float(sternum_y), spine, float(random.uniform(17, 23)), descending, airway,
        esophagus, ribs, (low, low - random.uniform(0, 20)), (effusions[0], effusions[1]), values,
    )  # fmt: skip


def _front(heart: Heart) -> float:
    """The y of what of a heart lies farthest in front."""
    chambers = [float(one.box(0)[0][1]) for one in heart.chambers.values()]
    return min(*chambers, *(float(course[:, 1].min()) for course in heart.courses.values()))


def _ribs(
    random: np.random.Generator, center: Points, cavity: Points, spine: Points, sternum_y: float, root_z: float
) -> list[Tube]:
    ribs = []
    for side in (-1.0, 1.0):
        for level in range(-6, 7):
            angle = np.linspace(0.42, 2.85, 16)
            x = center[0] + side * (cavity[0] + 6) * np.sin(angle)
            y = center[1] + (cavity[1] + 6) * np.cos(angle)
            z = root_z + 24 * level + 40 - 34 * angle + random.normal(0, 1.5)
            ribs.append(Tube(np.stack([x, y, z], axis=1), np.full(16, 4.8)))
    return ribs


def draw_chest(random: np.random.Generator, chest: Chest, low: Points, high: Points) -> Canvas:
    """The chest in a box (LPS mm), without calcium outside of bones."""
    shape = np.ceil((high - low) / _STEP_MM).astype(int) + 1
    canvas = Canvas(np.full(shape[::-1], AIR, np.float32), low, _STEP_MM)
    _draw_wall(canvas, chest)
    x, y, _ = canvas.axes
    inside = _ellipse(x, y, chest.center, chest.cavity)
    canvas.blend(EVERYWHERE, inside, chest.values[2])
    _draw_grain(random, canvas, chest, inside)
    _draw_effusions(canvas, chest, inside)
    _draw_lung_vessels(random, canvas, chest)
    _draw_mediastinum(canvas, chest)
    _draw_below(random, canvas, chest, inside)
    _draw_heart(canvas, chest)
    _draw_bones(canvas, chest)
    return canvas


def _ellipse(x: Distances, y: Distances, center: Points, radii: Points) -> Distances:
    """Distance from an upright pillar, mm."""
    one = np.hypot(
        (x - np.float32(center[0])) / np.float32(radii[0]), (y - np.float32(center[1])) / np.float32(radii[1])
    )
    return np.asarray((one - 1) * np.float32(radii.min()), np.float32)


def _draw_wall(canvas: Canvas, chest: Chest) -> None:
    x, y, _ = canvas.axes
    body = np.full_like(canvas.values[:1], AIR)
    for radii, value in ((chest.radii, FAT), (chest.radii - chest.skin_fat_mm, MUSCLE)):
        share = np.clip(0.5 - _ellipse(x, y, chest.center, radii) / canvas.step_mm, 0, 1)
        body += share * (np.float32(value) - body)
    table_y = chest.center[1] + chest.radii[1] + 8 - (x - chest.center[0]) ** 2 / 1800
    body[np.abs(y - table_y) < 3] = -350
    canvas.values[:] = body


def _draw_grain(random: np.random.Generator, canvas: Canvas, chest: Chest, inside: Distances) -> None:
    """Lungs are denser behind, where a person lies on them, and nowhere even."""
    from scipy.ndimage import gaussian_filter, zoom

    coarse = gaussian_filter(random.standard_normal([n // 4 + 2 for n in canvas.values.shape]), 0.8)
    part = zoom(coarse, 4, order=1)[tuple(slice(0, n) for n in canvas.values.shape)]
    _, y, _ = canvas.axes
    behind = (y - np.float32(chest.center[1])) / np.float32(chest.cavity[1])
    slope = float(random.uniform(15, 55))
    grain = np.float32(random.uniform(12, 30) / part.std()) * part.astype(np.float32)
    canvas.values[:] += np.clip(-inside / 4, 0, 1) * (behind * np.float32(slope) + grain)


def _draw_effusions(canvas: Canvas, chest: Chest, inside: Distances) -> None:
    """Fluid behind a lung, with a level."""
    x, y, _ = canvas.axes
    back = chest.center[1] + chest.cavity[1]
    for side, depth in zip((-1.0, 1.0), chest.effusion_mm, strict=True):
        if depth:
            level = np.maximum(np.float32(back - depth) - y, side * (np.float32(chest.spine[0]) - x))
            canvas.blend(EVERYWHERE, np.maximum(level, inside).astype(np.float32), 12)


def _draw_lung_vessels(random: np.random.Generator, canvas: Canvas, chest: Chest) -> None:
    root = chest.heart.root
    for side in (-1, 1):
        hilum = root + np.array([side * 58, 24, 28])
        for _ in range(14):
            away = random.normal(0, 1, 3) * (1, 1, 1.3)
            away[0] = side * abs(away[0]) * 1.2
            end = hilum + away / np.linalg.norm(away) * random.uniform(30, 85)
            bend = (hilum + end) / 2 + random.normal(0, 6, 3)
            path = smooth_path([hilum + random.normal(0, 5, 3), bend, end], 8)
            if _ellipse(end[:1], end[1:2], chest.center, chest.cavity - 8)[0] < 0:
                canvas.paint(Tube(path, np.linspace(random.uniform(2, 4), 0.8, len(path))), 25)


def _draw_mediastinum(canvas: Canvas, chest: Chest) -> None:
    """Fat around everything between the lungs, then what it holds but the heart."""
    heart = chest.heart
    for body in (*heart.vessels.values(), chest.descending, chest.airway[0], chest.esophagus):
        canvas.paint(body, FAT, grow_mm=3 + 0.6 * heart.fat_mm)
    root = heart.root
    front = [[root[0] + 4, chest.sternum_y + 2, root[2] + z] for z in (-60, -20, 20, 90)]
    canvas.paint(Tube(np.asarray(front, float), np.array([20.0, 13.0, 12.0, 16.0]) + heart.fat_mm), FAT)
    back = [[chest.spine[0], chest.spine[1] - chest.vertebra_mm, root[2] + z] for z in (-160, 150)]
    canvas.paint(Tube(np.asarray(back, float), np.array([16.0, 16.0])), FAT)


def _draw_below(random: np.random.Generator, canvas: Canvas, chest: Chest, inside: Distances) -> None:
    """Liver and stomach under two domes."""
    x, y, z = canvas.axes
    root = chest.heart.root
    organs = (
        (-62.0, chest.diaphragm_z[0], LIVER),
        (62.0, chest.diaphragm_z[1], float(random.choice([30, 45, 50, 240]))),
    )
    for away, top, value in organs:
        dome = top - ((x - chest.spine[0] - away) ** 2 / 105 + (y - chest.center[1] + 6) ** 2 / 120)
        below = np.maximum(z - dome, inside + 2).astype(np.float32)
        canvas.blend(EVERYWHERE, below - 3, FAT if value != LIVER else LIVER)
        canvas.blend(EVERYWHERE, below + 4, value)
    heart_floor = root[2] - 76 * chest.heart.scale
    canvas.blend(EVERYWHERE, np.maximum(z - heart_floor, inside + 2).astype(np.float32), LIVER)


def _draw_heart(canvas: Canvas, chest: Chest) -> None:
    heart = chest.heart
    around = np.array([body.box(heart.fat_mm + 12) for body in heart.chambers.values()])
    found = canvas.points(around[:, 0].min(axis=0), around[:, 1].max(axis=0))
    if found is not None:
        sac = heart.sac(found[1])
        canvas.blend(found[0], sac - 1.2, 35)
        canvas.blend(found[0], sac, FAT)
    canvas.paint(chest.descending, chest.values[1])
    canvas.paint(chest.esophagus, 34)
    for tube in chest.airway:
        canvas.paint(tube, 20, grow_mm=1.5)
    for name, tube in heart.vessels.items():
        canvas.paint(tube, chest.values[1] + (2 if name == "AORTA" else 0))
    for name, body in heart.chambers.items():
        canvas.paint(body, MYOCARDIUM if name == "LV" else chest.values[1])
    left = heart.chambers["LV"]
    canvas.paint(Ellipsoid(left.center, left.radii - 10, left.axes), chest.values[1])
    canvas.paint(heart.vessels["AORTA"], chest.values[1] + 2)
    for tube in chest.airway:
        canvas.paint(tube, AIR)
    for course in heart.courses.values():
        taper = np.linspace(1.9, 1.2, len(course))
        canvas.paint(Tube(course, taper), chest.values[1])


def _draw_bones(canvas: Canvas, chest: Chest) -> None:
    x, y, z = canvas.axes
    marrow, wide = chest.values[0], chest.vertebra_mm
    height = (z - np.float32(chest.heart.root[2] - 700)) % 27
    disc = (height > 22).astype(np.float32) * 40
    for radii, value, at in (
        ((wide, wide * 0.8), 520, chest.spine), ((wide - 3, wide * 0.8 - 3), marrow, chest.spine),
        ((15, 10), 480, chest.spine + np.array([0, wide + 10])),
        ((9, 7), 25, chest.spine + np.array([0, wide + 6])),
        ((5, 16), 420, chest.spine + np.array([0, wide + 28])),
    ):  # fmt: skip
        shape = _ellipse(x, y, np.asarray(at), np.asarray(radii, float))
        canvas.blend(EVERYWHERE, shape + (disc if value == 520 else 0), value)
    disc_mm = _ellipse(x, y, chest.spine, np.array([wide - 1, wide * 0.8 - 1]))
    canvas.blend(EVERYWHERE, np.maximum(disc_mm, 22 - height), 75)
    sternum = _ellipse(x, y, np.array([chest.heart.root[0], chest.sternum_y - 6]), np.array([17.0, 6.5]))
    end = np.maximum(sternum, np.float32(chest.heart.root[2] - 45) - z).astype(np.float32)
    canvas.blend(EVERYWHERE, end, 430)
    canvas.blend(EVERYWHERE, end + 2.2, marrow * 0.8)
    for rib in chest.ribs:
        canvas.paint(Tube(rib.path[:13], rib.radii[:13]), 480)
        canvas.paint(Tube(rib.path[:13], rib.radii[:13] - 2.4), marrow)
        canvas.paint(Tube(rib.path[12:], rib.radii[12:]), CARTILAGE)
