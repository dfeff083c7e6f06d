"""Cases of marks that do not fit the picture: of another one, shifted, coarse, empty, placed by two forms."""

import numpy as np

from core.lesions.cases.building import ORIGIN, SCORE_A, SCORE_B, A, Case, both, nifti, segments, volume

BOTH = {"LAD": SCORE_A, "RCA": SCORE_B}
NAMED = {"labels": {1: "LAD", 2: "RCA"}}


def marked(*boxes: tuple[slice, slice, slice], label: int = 1) -> np.ndarray:
    """Labels of boxes; later ones are of the next label."""
    labels = np.zeros_like(both())
    for number, box in enumerate(boxes, label):
        labels[box] = number
    return labels


SEED_OF_A = (slice(1, 2), slice(13, 14), slice(13, 14))


def beside(voxels: int) -> np.ndarray:
    """Six voxels of A, and tissue besides, `voxels` in all."""
    labels = np.zeros_like(both())
    labels[1, 12, 12:18] = 1
    tissue = np.argwhere(np.ones((24, 24), bool)) + 4
    tissue = [(r, c) for r, c in tissue.tolist() if not (12 <= r < 18 and 12 <= c < 18)]
    for row, column in tissue[: voxels - 6]:
        labels[0, row, column] = 1
    return labels


CASES = (
    Case(
        "a mask of tissue with next to no calcium",
        volume("LAD.nii", beside(121)),
        refused=("other_picture",),
        line="18",
        values={"other_picture": {"reaching": 6, "voxels": 121, "percent": 600 / 121}},
    ),
    Case(
        "a mask with calcium in one voxel of twenty",
        volume("LAD.nii", beside(120)),
        {"LAD": 6.0},  # 6 pixels * 0.25 mm2 * 4
        ("share", "cut"),
        line="18",
        values={"share": {"percent": 5.0}, "cut": {"lesions": 1, "voxels": 66, "whole": 72}},
    ),
    Case(
        "a mask of tissue that is trusted",
        volume("LAD.nii", beside(121)),
        {"LAD": 6.0},
        ("hit_next_to_nothing", "cut"),
        options={"trust": True},
        line="18",
    ),
    Case(
        "a mask without any calcium",
        volume("LAD.nii", marked((slice(0, 1), slice(5, 9), slice(5, 9)))),
        refused=("other_picture",),
        line="18",
    ),
    Case(
        "a whole artery with little calcium in it",
        volume("LAD.nii", marked((slice(0, 4), slice(5, 27), slice(5, 27)))),
        {"LAD": SCORE_A + SCORE_B},
        ("share",),
        line="18",
        values={"share": {"reaching": 88, "voxels": 4 * 22 * 22}},
    ),
    Case(
        "marks shifted by three voxels",
        volume("LAD.nii", np.roll(both(1, 0), 3, axis=2)),
        {"LAD": 36.0},  # half of A: 18 pixels * 0.25 mm2 * 4 in two slices
        ("share", "cut"),
        line="18",
        values={
            "share": {"reaching": 36, "voxels": 72, "percent": 50.0},
            "cut": {"lesions": 1, "voxels": 36, "whole": 72},
        },
    ),
    Case(
        "forms that differ by a slice",
        nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([*ORIGIN[:2], 3.0])),
        refused=("forms_differ_scores",),
        line="18",
        values={"forms_differ_scores": {"apart_mm": 3.0, "sform": "72", "qform": "36"}},
    ),
    Case(
        "forms that differ, the sform being right",
        nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([*ORIGIN[:2], 3.0])),
        {"LAD": SCORE_A},
        options={"nifti_form": "sform"},
        line="18",
    ),
    Case(
        "forms that differ, the qform being right",
        nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([*ORIGIN[:2], 3.0])),
        {"LAD": 36.0},
        ("share", "cut"),
        options={"nifti_form": "qform"},
        line="18",
    ),
    Case(
        "forms that differ by less than a twentieth of a voxel",
        nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([ORIGIN[0] + 0.02, *ORIGIN[1:]])),
        {"LAD": SCORE_A},
        line="18",
    ),
    Case(
        "forms that differ by more than a twentieth of a voxel",
        nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([ORIGIN[0] + 0.03, *ORIGIN[1:]])),
        refused=("forms_differ_scores",),
        line="18",
        values={"forms_differ_scores": {"sform": "72", "qform": "72"}},
    ),
    Case(
        "one voxel of each calcification, regrown",
        volume("marks.nii", marked(SEED_OF_A, (slice(1, 2), slice(22, 23), slice(9, 10)))),
        BOTH,
        ("regrown",),
        options={**NAMED, "regrow": True},
        line="18",
        values={"regrown": {"lesions": 2, "voxels": 71 + 15, "left_as_marked": 0}},
    ),
    Case(
        "a coarse mask, regrown",
        volume("LAD.nii", marked((slice(1, 2), slice(10, 15), slice(10, 16)))),
        {"LAD": SCORE_A},
        ("regrown", "share"),
        options={"regrow": True},
        line="18",
        values={"regrown": {"lesions": 1, "voxels": 72 - 12, "left_as_marked": 0}},
    ),
    Case(
        "a calcification of two territories, regrown: the rest goes to the one with more",
        volume(
            "marks.nii",
            marked((slice(1, 2), slice(12, 14), slice(12, 18)), (slice(1, 2), slice(14, 15), slice(12, 18))),
        ),
        # LAD 12 of 36 pixels and all but RCA's 6 after: 30 in slice 1 and 36 in slice 2.
        {"LAD": 66.0, "RCA": 6.0},
        ("regrown",),
        options={**NAMED, "regrow": True},
        line="18",
        values={"regrown": {"voxels": 72 - 18}},
    ),
    Case("an empty mask", volume("LAD.nii.gz", both(0, 0)), {}, line="19"),
    Case("an empty segment", segments({"Name": "LAD"}, labels=both(0, 0)), {}, line="19"),
    Case(
        "a calcification on a border of two territories",
        volume("marks.nii", marked((A[0], slice(12, 15), A[2]), (A[0], slice(15, 18), A[2]))),
        {"LM": 36.0, "LAD": 36.0},  # half of each slice of A
        options={"labels": {1: "LM", 2: "LAD"}},
        line="20",
    ),
)
