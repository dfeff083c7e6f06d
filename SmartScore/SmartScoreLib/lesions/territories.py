"""The one table of territories: where calcium can be marked, what it is called, and where it counts.

To add one, add a row; tests say what a row lacks, and every page, panel and score follows the table.
"""

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]

Dominance = Literal["right", "left"]
"""Which artery the posterior descending artery comes from: the right one, or the circumflex."""


@dataclass(frozen=True)
class HeartPlace:
    """Where the heart sketch of the Patient report shows an artery, in a square of 100 x 100 (the patient's right is
    on the left).

    Attributes:
        start: where the artery begins.
        course: cubic curves from there, each as two control points and an end.
        side: of the sketch, where its name stands.
        height: of the first line of its name.
        reach: how far the name may reach into the square.
        point: of the artery that its name points to.
    """

    start: Point
    course: tuple[tuple[Point, Point, Point], ...]
    side: Literal["left", "right"]
    height: float
    reach: float
    point: Point


@dataclass(frozen=True)
class Territory:
    """One place of calcium.

    Attributes:
        key: what files, options and reports call it.
        name: the anatomical name.
        label: its value in label maps, 1 to 255; 0 is "not marked".
        sct_code: SNOMED CT code of the anatomic region (DICOM PS3.16, CID 3015/3016), or "" where none fits.
        sct_meaning: its code meaning.
        color: sRGB, 0 to 255; the palette stays apart under deuteranopia and protanopia (a test simulates them).
        vessel: key of the vessel that it belongs to in the number of vessels with calcium (itself, or the vessel that
            it branches from), or None where it is no coronary artery and is apart from the total.
        vessel_if_left: the vessel that it comes from in left dominance, where that is another one.
        shortcut: the key that chooses it in the panel.
        synonyms: names that segments carry beside key, name and code meaning; case, signs, numbers and words such as
            "artery" or "calcified" do not matter (`naming`).
        sct_synonyms: SNOMED CT codes that segments carry instead of `sct_code`.
        place: on the heart sketch, or None if it is not shown there.
    """

    key: str
    name: str
    label: int
    sct_code: str
    sct_meaning: str
    color: tuple[int, int, int]
    vessel: str | None
    shortcut: str
    synonyms: tuple[str, ...] = ()
    sct_synonyms: tuple[str, ...] = ()
    place: HeartPlace | None = None
    vessel_if_left: str | None = None

    @property
    def counts(self) -> bool:
        """Whether it is part of the coronary total."""
        return self.vessel is not None


TERRITORIES: tuple[Territory, ...] = (
    Territory(
        key="LM",
        name="Left main",
        label=1,
        sct_code="3227004",
        sct_meaning="Left Main Coronary Artery",
        color=(240, 228, 66),
        vessel="LM",
        shortcut="1",
        synonyms=("lms", "lmca", "left main stem"),
        place=HeartPlace((49, 41), (((53, 43), (56, 44), (61, 44)),), "right", 6, 84, (56, 43)),
    ),
    Territory(
        key="LAD",
        name="Left anterior descending",
        label=2,
        sct_code="59438005",
        sct_meaning="Left Anterior Descending Coronary Artery",
        color=(213, 94, 0),
        vessel="LAD",
        shortcut="2",
        place=HeartPlace((61, 44), (((60, 56), (66, 72), (79, 90)),), "right", 84, 91, (72, 80)),
    ),
    Territory(
        key="LCX",
        name="Left circumflex",
        label=3,
        sct_code="57396003",
        sct_meaning="Circumflex Coronary Artery",
        color=(119, 188, 225),
        vessel="LCX",
        shortcut="3",
        synonyms=("cx", "circumflex", "left circumflex coronary"),
        place=HeartPlace(
            (61, 44), (((72, 40), (84, 48), (88, 60)), ((90, 68), (89, 74), (86, 80))), "right", 42, 97, (88, 60)
        ),
    ),
    Territory(
        key="RCA",
        name="Right coronary artery",
        label=4,
        sct_code="13647002",
        sct_meaning="Right Coronary Artery",
        color=(0, 158, 115),
        vessel="RCA",
        shortcut="4",
        place=HeartPlace(
            (41, 40), (((30, 36), (20, 46), (21, 60)), ((22, 72), (30, 80), (42, 86))), "left", 42, 9, (21, 60)
        ),
    ),
    Territory(
        key="PDA",
        name="Posterior descending artery",
        label=5,
        sct_code="53655008",
        sct_meaning="Posterior Descending Right Coronary Artery",
        color=(236, 95, 172),
        vessel="RCA",
        shortcut="5",
        synonyms=("right posterior descending",),
        place=HeartPlace((42, 86), (((50, 85), (60, 87), (76, 91)),), "left", 80, 20, (56, 87)),
        vessel_if_left="LCX",
    ),
    Territory(
        key="AORTA",
        name="Ascending aorta",
        label=6,
        sct_code="54247002",
        sct_meaning="Ascending aorta",
        color=(25, 99, 205),
        vessel=None,
        shortcut="6",
        synonyms=("aorta",),
        sct_synonyms=("15825003",),
    ),
    Territory(
        key="AV",
        name="Aortic valve",
        label=7,
        sct_code="34202007",
        sct_meaning="Aortic valve",
        color=(248, 140, 0),
        vessel=None,
        shortcut="7",
    ),
    Territory(
        key="MV",
        name="Mitral valve",
        label=8,
        sct_code="91134007",
        sct_meaning="Mitral valve",
        color=(186, 137, 253),
        vessel=None,
        shortcut="8",
    ),
    Territory(
        key="OTHER",
        name="Other",
        label=9,
        sct_code="",
        sct_meaning="",
        color=(208, 208, 208),
        vessel=None,
        shortcut="9",
    ),
)

BY_KEY: dict[str, Territory] = {territory.key: territory for territory in TERRITORIES}
BY_LABEL: dict[int, Territory] = {territory.label: territory for territory in TERRITORIES}
VESSELS: tuple[str, ...] = tuple(dict.fromkeys(territory.vessel for territory in TERRITORIES if territory.vessel))
"""The vessels that are counted (Hecht 2018, CAC-DRS): LM, LAD, LCX, RCA."""


def vessel_of(key: str, dominance: Dominance | None) -> str | None:
    """The vessel with which a territory is counted; where the dominance is not known, as in the more frequent right."""
    territory = BY_KEY[key]
    return territory.vessel_if_left or territory.vessel if dominance == "left" else territory.vessel
