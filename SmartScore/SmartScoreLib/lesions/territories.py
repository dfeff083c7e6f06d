"""The one table of territories: where calcium can be marked, and what counts in the total."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Territory:
    """One place of calcium.

    Attributes:
        key: what files and options call it.
        name: the anatomical name.
        label: its value in label maps, 1 to 255; 0 is "not marked".
        sct_code: SNOMED CT code of the anatomic region (DICOM PS3.16, CID 3015/3016), or "" where none fits.
        sct_meaning: its code meaning.
        color: sRGB, 0 to 255; the palette stays apart under deuteranopia and protanopia (a test simulates them).
        counts: whether it is part of the coronary total.
    """

    key: str
    name: str
    label: int
    sct_code: str
    sct_meaning: str
    color: tuple[int, int, int]
    counts: bool


TERRITORIES: tuple[Territory, ...] = (
    Territory("LM", "Left main", 1, "3227004", "Left Main Coronary Artery", (240, 228, 66), True),
    Territory(
        "LAD", "Left anterior descending", 2, "59438005", "Left Anterior Descending Coronary Artery", (213, 94, 0), True
    ),
    Territory("LCX", "Left circumflex", 3, "57396003", "Circumflex Coronary Artery", (119, 188, 225), True),
    Territory("RCA", "Right coronary artery", 4, "13647002", "Right Coronary Artery", (0, 158, 115), True),
    Territory(
        "PDA",
        "Posterior descending artery",
        5,
        "53655008",
        "Posterior Descending Right Coronary Artery",
        (236, 95, 172),
        True,
    ),
    Territory("AORTA", "Ascending aorta", 6, "54247002", "Ascending aorta", (25, 99, 205), False),
    Territory("AV", "Aortic valve", 7, "34202007", "Aortic valve", (248, 140, 0), False),
    Territory("MV", "Mitral valve", 8, "91134007", "Mitral valve", (186, 137, 253), False),
    Territory("OTHER", "Other", 9, "", "", (208, 208, 208), False),
)

BY_KEY: dict[str, Territory] = {territory.key: territory for territory in TERRITORIES}
BY_LABEL: dict[int, Territory] = {territory.label: territory for territory in TERRITORIES}
