"""Cases of what marks are called: names beside, in the file, of the file, and by option."""

from pathlib import Path

from core.lesions.cases.building import SCORE_A, SCORE_B, Case, both, region, segments, volume
from SmartScoreLib.series.model import CTSeries

BOTH = {"LAD": SCORE_A, "RCA": SCORE_B}
SLICER = (
    "LabelValue,Name,Color_R,Color_G,Color_B,Color_A,Category_CodingScheme,Category_CodeValue,Category_CodeMeaning,"
    "Type_CodingScheme,Type_CodeValue,Type_CodeMeaning,TypeModifier_CodingScheme,TypeModifier_CodeValue,"
    "TypeModifier_CodeMeaning,Region_CodingScheme,Region_CodeValue,Region_CodeMeaning,RegionModifier_CodingScheme,"
    "RegionModifier_CodeValue,RegionModifier_CodeMeaning\n"
)


def slicer_row(label: int, name: str, code: str = "") -> str:
    """A row of Slicer's table of colors, with a code of the region or without."""
    coded = f"SCT,{code},Meaning" if code else ",,"
    return f"{label},{name},200,100,50,255,SCT,49755003,Abnormal,SCT,85756007,Tissue,,,,{coded},,,\n"


def names_file(text: str, name: str, marks: str = "marks.nii.gz"):
    """A volume without names, and a file of names elsewhere; `names` of the options is this file."""
    written = volume(marks)

    def write(folder: Path, series: CTSeries) -> Path:
        (folder / "cohort").mkdir()
        (folder / "cohort" / name).write_text(text)
        return written(folder, series)

    return write


BESIDE = (
    Case(
        "names by Slicer's export",
        volume("marks.nii.gz", labels_csv=SLICER + slicer_row(1, "LAD") + slicer_row(2, "RCA")),
        BOTH,
        line="14",
    ),
    Case(
        "names by Slicer's export in NRRD",
        volume("marks.nrrd", labels_csv=SLICER + slicer_row(1, "LAD") + slicer_row(2, "RCA")),
        BOTH,
        line="14",
    ),
    Case(
        "codes by Slicer's export, with names that say nothing",
        volume(
            "marks.nii",
            labels_csv=SLICER + slicer_row(1, "Segment_1", "59438005") + slicer_row(2, "Segment_2", "13647002"),
        ),
        BOTH,
        line="14",
    ),
    Case(
        "a name and a code that contradict each other",
        volume("marks.nii", labels_csv=SLICER + slicer_row(1, "LAD", "13647002")),
        refused=("contradiction",),
        line="14",
    ),
    Case("a CSV of two columns", volume("marks.nii", csv="label,name\n1,LAD\n2,RCA\n"), BOTH, line="14"),
    Case("a CSV without header", volume("marks.nii", csv="1,LAD\n2,RCA\n"), BOTH, line="14"),
    Case("a CSV with semicolons", volume("marks.nii", csv="index;structure\n1;LAD\n2;RCA\n"), BOTH, line="14"),
    Case(
        "a CSV that is no table of names",
        volume("marks.nii", csv="territory,lesions,agatston\nLAD,1,72\n"),
        refused=("no_names",),
        line="14",
    ),
    Case("JSON by label", volume("marks.nii", json='{"1": "LAD", "2": "RCA"}'), BOTH),
    Case("JSON by name", volume("marks.nii", json='{"LAD": 1, "RCA": 2}'), BOTH),
    Case("JSON of a network", volume("marks.nii", json='{"labels": {"background": 0, "LAD": 1, "RCA": 2}}'), BOTH),
    Case("a color table", volume("marks.nii", ctbl="0 Background 0 0 0 0\n1 LAD 9 9 9 255\n2 RCA 9 9 9 255\n"), BOTH),
    Case(
        "a color table as Slicer names it",
        volume("Seg-label.nii", table="1 LAD 9 9 9 255\n2 RCA 9 9 9 255\n"),
        BOTH,
        line="14",
    ),
    Case("a color table as text", volume("marks.nii", txt="1 LAD 9 9 9 255\n2 RCA 9 9 9 255\n"), BOTH),
    Case(
        "labels of ITK-SNAP",
        volume("marks.nii", label='1 255 0 0 1 1 1 "LAD"\n2 0 255 0 1 1 1 "RCA"\n'),
        BOTH,
    ),
    Case(
        "a label that the names leave out",
        volume("marks.nii", json='{"1": "LAD"}'),
        {"LAD": SCORE_A},
        ("not_known",),
        line="16",
        values={"not_known": {"segments": ("2",)}},
    ),
    Case(
        "names of which none is a territory",
        volume("marks.nii", json='{"1": "Heart", "2": "Lung"}'),
        refused=("unclear", "unclear"),
        line="16",
    ),
    Case("names that name nothing", volume("marks.nii", json="[]"), refused=("no_names",), line="15"),
)

OWN = (
    Case(
        "a file called by its territory",
        volume("LAD.nii.gz", both(1, 0)),
        {"LAD": SCORE_A},
        line="15",
    ),
    Case(
        "a file called by a territory among other words",
        volume("patient7_RCA_mask.nii.gz", both(1, 0)),
        {"RCA": SCORE_A},
        ("read_as",),
        line="15",
    ),
    Case(
        "a mask of all coronary calcium",
        volume("coronary_arteries.nii.gz", both(1, 1)),
        {"CORONARY": SCORE_A + SCORE_B},
        line="15",
    ),
    Case(
        "CAC and its labels",
        volume("case_3_CAC.nii.gz", both(1, 5)),
        {"CORONARY": SCORE_A + SCORE_B},
        ("read_as",),
        line="15",
    ),
    Case(
        "a file of one territory with numbered lesions",
        volume("LAD.nrrd", both(1, 2)),
        {"LAD": SCORE_A + SCORE_B},
        line="15",
    ),
    Case("a mask of 255", volume("RCA.nrrd", both(0, 255)), {"RCA": SCORE_B}, line="15"),
    Case(
        "labels without any name",
        volume("marks.nii.gz", both(1, 4)),
        refused=("labels_not_named",),
        line="15",
        values={"labels_not_named": {"labels": ("1", "4")}},
    ),
    Case("a file of two territories", volume("LAD_RCA.nii", both(1, 2)), refused=("labels_not_named",), line="15"),
    Case("a mask of the heart", volume("heart.nii.gz"), refused=("labels_not_named",), line="15"),
    Case(
        "names beside come before the file's own",
        volume("LAD.nii", json='{"1": "LCX", "2": "RCA"}'),
        {"LCX": SCORE_A, "RCA": SCORE_B},
        line="15",
    ),
    Case(
        "names by option",
        volume("marks.nii.gz"),
        BOTH,
        options={"labels": {"1": "LAD", "2": "right coronary"}},
        line="15",
    ),
    Case(
        "names by option come before those beside",
        volume("marks.nii", json='{"1": "LCX", "2": "LCX"}'),
        BOTH,
        options={"labels": {1: "LAD", 2: "RCA"}},
        line="15",
    ),
    Case(
        "an option that leaves out a label",
        volume("marks.nii"),
        {"LAD": SCORE_A},
        ("not_known",),
        options={"labels": {1: "LAD"}},
        line="15",
    ),
    Case(
        "an option without a meaning",
        volume("marks.nii"),
        refused=("bad_label",),
        options={"labels": {"LAD": ""}},
        line="15",
    ),
    Case(
        "a file of names for a cohort",
        names_file("LabelValue,Name\n1,LAD\n2,RCA\n", "names.csv"),
        BOTH,
        options={"names": "cohort/names.csv"},
        line="15",
    ),
    Case(
        "segments renamed by a file for a cohort",
        segments({"Name": "Structure A"}, {"Name": "Structure B"}),
        BOTH,
        options={"labels": {"Structure A": "LAD", "Structure B": "RCA"}},
        line="15",
    ),
)

# What people call segments, and the territory that is meant; the second half by a branch, which is said.
CALLED = {
    "LMT": "LM",
    "LMCA": "LM",
    "Hauptstamm": "LM",
    "tronc commun": "LM",
    "TCE": "LM",
    "LAD1": "LAD",
    "LAD_calc": "LAD",
    "CAC_LAD": "LAD",
    "LAD coronary": "LAD",
    "Proximal LAD": "LAD",
    "mLAD": "LAD",
    "RIVA": "LAD",
    "IVA": "LAD",
    "Artère interventriculaire antérieure": "LAD",
    "DA": "LAD",
    "Cx": "LCX",
    "RCX": "LCX",
    "dist. LCx lesion 2": "LCX",
    "pRCA": "RCA",
    "CD": "RCA",
    "coronaria derecha": "RCA",
    "R-PDA": "PDA",
    "IVP": "PDA",
    "CAC": "CORONARY",
    "coronary calcium": "CORONARY",
    "aorta ascendens": "AORTA",
    "Aortenklappe": "AV",
    "MAC": "MV",
}
BRANCHES = {
    "SCCT 6": "LAD",
    "SCCT segment 13": "LCX",
    "D1": "LAD",
    "Diagonal": "LAD",
    "1st diagonal": "LAD",
    "RD1": "LAD",
    "septal perforator": "LAD",
    "OM1": "LCX",
    "obtuse marginal": "LCX",
    "Ramus": "LCX",
    "ramus intermedius": "LCX",
    "L-PLB": "LCX",
    "L-PDA": "LCX",
    "PLB": "RCA",
    "Posterolateral": "RCA",
    "acute marginal": "RCA",
    "LCA": "CORONARY",
    "Marginal branch": "CORONARY",
    "Aorta": "OTHER",
    "aortic arch": "OTHER",
    "descending aorta": "OTHER",
}

SEGMENTS = (
    *(
        Case(f"a segment called {n}", segments({"Name": n}, labels=both(1, 0)), {key: SCORE_A}, line="16")
        for n, key in CALLED.items()
    ),
    *(
        Case(
            f"a segment called {n}",
            segments({"Name": n}, labels=both(1, 0)),
            {key: SCORE_A},
            ("read_as",),
            line="16",
            values={"read_as": {"read_as": (f"{n} = {key}",)}},
        )
        for n, key in BRANCHES.items()
    ),
    *(
        Case(
            f"a segment coded {code}",
            segments({"Name": "Segment_1", **region(code, scheme)}, labels=both(1, 0)),
            {key: SCORE_A},
            line="16",
        )
        for scheme, code, key in (
            ("SCT", "68787002", "LAD"),
            ("SCT", "91754001", "LCX"),
            ("SCT", "244252004", "LCX"),
            ("SCT", "91761002", "RCA"),
            ("SCT", "50018008", "CORONARY"),
            ("SCT", "15825003", "OTHER"),
            ("SRT", "T-43107", "LM"),
            ("BARI", "28A", "LCX"),
        )
    ),
    Case(
        "a general name with the code of a vessel",
        segments({"Name": "Coronary artery calcium", **region("59438005")}, labels=both(1, 0)),
        {"LAD": SCORE_A},
        line="16",
    ),
    Case(
        "one strange segment among known ones",
        segments({"Name": "LAD"}, {"Name": "Heart"}),
        {"LAD": SCORE_A},
        ("not_known",),
        line="16",
        values={"not_known": {"segments": ("Heart",)}},
    ),
    Case(
        "marks of no segment",
        segments({"Name": "LAD"}, labels=both(1, 7)),
        {"LAD": SCORE_A},
        ("not_known",),
        line="16",
        values={"not_known": {"segments": ("7",)}},
    ),
    Case(
        "two segments of the same voxels",
        segments({"Name": "LAD"}, {"Name": "RCA", "LabelValue": "1"}, labels=both(1, 0)),
        refused=("segment_voxels",),
        line="16",
    ),
    Case("only a strange segment", segments({"Name": "Heart"}, labels=both(1, 0)), refused=("unclear",), line="16"),
    Case("a name of two vessels", segments({"Name": "LAD or LCX"}, labels=both(1, 0)), refused=("unclear",), line="16"),
    Case("D without number", segments({"Name": "D"}, labels=both(1, 0)), refused=("unclear",), line="16"),
)

CASES = (*BESIDE, *OWN, *SEGMENTS)
