"""The one table of territories: where calcium can be marked, what it is called, and where it counts.

Branches go to the vessel that they come from. The ramus intermedius is taken for a branch of the circumflex, as the
SYNTAX score numbers it (Sianos 2005); a posterolateral branch of no named side comes from the right coronary artery, as
in most people. An aorta of no named part is "other": calcium of it may lie anywhere in it.

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
            it branches from), or None where there is none: it is no coronary artery, or which one is not known.
        vessel_if_left: the vessel that it comes from in left dominance, where that is another one.
        shortcut: the key that chooses it in the panel.
        counts: whether it is part of the coronary total; what does not is measured apart.
        synonyms: other names of the same thing, as the usual abbreviations of other languages; case, signs, accents,
            numbers and words such as "artery" or "calcified" do not matter (`naming`).
        branches: names of its branches and parts; whoever reads marks by one of them is told so. One with a number
            ("D1") means that name with any number, and not the name alone.
        sct_synonyms: SNOMED CT codes that segments carry instead of `sct_code`, those of branches among them.
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
    counts: bool = True
    synonyms: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    sct_synonyms: tuple[str, ...] = ()
    place: HeartPlace | None = None
    vessel_if_left: str | None = None

    @property
    def always_shown(self) -> bool:
        """Whether tables have a row for it even if it holds no calcium: the vessels and their branches."""
        return self.vessel is not None


def _several(names: str) -> tuple[str, ...]:
    return tuple(names.split(", "))


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
        synonyms=_several(
            "lms, lmca, lmt, left main stem, left main trunk, main stem, left coronary trunk, hauptstamm, linker "
            "hauptstamm, tronc commun, tronc commun gauche, tc, tci, tce, tronco comune, tronco comun, tronco "
            "izquierdo, tronco coronario izquierdo, tronco de la coronaria izquierda, tronco da coronaria esquerda, "
            "hoofdstam"
        ),
        branches=("left main ostium",),
        sct_synonyms=("1256091001",),
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
        synonyms=_several(
            "anterior descending, ladca, riva, ramus interventricularis anterior, iva, interventriculaire anterieure, "
            "interventricolare anteriore, da, ada, descendente anterior, descendente anterior izquierda, discendente "
            "anteriore"
        ),
        branches=_several(
            "diagonal, diagonals, diag, diagonale, dg, D1, RD1, ramus diagonalis, septal, septals, septal perforator, "
            "septale"
        ),
        sct_synonyms=_several("68787002, 91748002, 36672000, 91750005, 91751009, 91752002, 244251006"),
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
        synonyms=_several(
            "cx, cfx, acx, circ, circumflex, left circumflex, rcx, ramus circumflexus, zirkumflex, circonflexe, "
            "circunfleja, circunfleja izquierda, circonflessa, circunflexa"
        ),
        branches=_several(
            "om, obtuse marginal, obtuse marginals, ramus, ramus intermedius, intermediate, intermediate ramus, "
            "intermedius, ri, rim, bissectrice, intermediaire, intermedio, left pda, lpda, l pda, pda l, left "
            "posterior descending, left plb, lplb, l plb, plb l, lpl, left posterolateral, posterolateral left, left "
            "posterolateral circumflex, left posterior descending circumflex, av groove continuation of circumflex"
        ),
        sct_synonyms=_several(
            "52433000, 91753007, 6511003, 75902001, 91754001, 91755000, 91756004, 22765000, 244252004, 91757008, "
            "91758003, 91759006, 91760001, 57823005"
        ),
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
        synonyms=_several(
            "acd, cd, coronaire droite, coronaria derecha, coronaria destra, coronaria direita, rechte "
            "koronararterie, rechte kranzarterie"
        ),
        branches=_several(
            "acute marginal, acute marginals, am, conus, right coronary ostium, right plb, rplb, r plb, plb r, rpl, "
            "rpld, right posterolateral, posterolateral right, posterolateral branch of right, right posterior av, "
            "plb, plv, pl, pla, posterolateral, posterior lateral, posterior left ventricular, retroventriculaire"
        ),
        sct_synonyms=_several(
            "91083009, 450960006, 41879009, 56789007, 12800002, 91761002, 91762009, 91763004, 17269004"
        ),
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
        synonyms=_several(
            "posterior descending, right posterior descending, pd, right pda, rpda, r pda, pda r, rdp, rivp, ramus "
            "interventricularis posterior, ivp, interventriculaire posterieure, interventricolare posteriore, dp, "
            "adp, descendente posterior, discendente posteriore"
        ),
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
        counts=False,
        synonyms=_several("aorta ascendens, asc aorta, aorta asc, aorte ascendante, aorta ascendente"),
        branches=("aortic root",),
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
        counts=False,
        synonyms=_several("avc, aortenklappe, valve aortique, valvula aortica, valvola aortica, valva aortica"),
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
        counts=False,
        synonyms=_several("mitral, mac, mitralklappe, valve mitrale, valvula mitral, valvola mitrale, valva mitral"),
        branches=(
            "mitral annulus",
            "mitral annular",
        ),
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
        counts=False,
        synonyms=_several("others, non coronary, noncoronary, extracoronary"),
        branches=_several(
            "aorta, thoracic aorta, descending aorta, aorta descendens, desc aorta, aortic arch, tricuspid valve, "
            "pulmonary valve, pulmonary artery"
        ),
        sct_synonyms=(
            "15825003",
            "32672002",
            "57034009",
        ),
    ),
    Territory(
        key="CORONARY",
        name="Coronary, vessel not known",
        label=10,
        sct_code="41801008",
        sct_meaning="Coronary artery",
        color=(150, 75, 60),
        vessel=None,
        shortcut="0",
        synonyms=_several(
            "coronary, coronaries, cac, cacs, coronaires, coronarias, coronarie, koronararterien, koronarien"
        ),
        branches=_several(
            "lca, left coronary, left coronary tree, linke koronararterie, coronaire gauche, coronaria izquierda, "
            "coronaria sinistra, coronaria esquerda, marginal, marginals"
        ),
        sct_synonyms=("50018008",),
    ),
)

BY_KEY: dict[str, Territory] = {territory.key: territory for territory in TERRITORIES}
BY_LABEL: dict[int, Territory] = {territory.label: territory for territory in TERRITORIES}
VESSELS: tuple[str, ...] = tuple(dict.fromkeys(territory.vessel for territory in TERRITORIES if territory.vessel))
"""The vessels that are counted (Hecht 2018, CAC-DRS): LM, LAD, LCX, RCA."""

AORTIC_VALVE = "AV"
"""Key of the territory that is graded by bounds of its own."""


def vessel_of(key: str, dominance: Dominance | None) -> str | None:
    """The vessel with which a territory is counted; where the dominance is not known, as in the more frequent right."""
    territory = BY_KEY[key]
    return territory.vessel_if_left or territory.vessel if dominance == "left" else territory.vessel
