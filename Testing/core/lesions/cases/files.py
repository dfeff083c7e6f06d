"""Cases of the kinds of files and folders that hold marks, and of where their grid lies."""

from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813

from core.lesions.cases.building import (
    AFFINE,
    ORIGIN,
    SCORE_A,
    SCORE_B,
    A,
    B,
    Case,
    Write,
    both,
    corners,
    itk,
    nifti,
    roi_list,
    segments,
    volume,
)
from SmartScoreLib.series.model import CTSeries

BOTH = {"LAD": SCORE_A, "RCA": SCORE_B}
NAMED = {"labels": {1: "LAD", 2: "RCA"}}


def folder_of(*writes: Write, **texts: str) -> Write:
    """A folder with several files of marks, and others."""

    def write(folder: Path, series: CTSeries) -> Path:
        marks = folder / "masks"
        marks.mkdir()
        for one in writes:
            one(marks, series)
        for name, text in texts.items():
            (marks / name.replace("_", ".")).write_text(text)
        return marks

    return write


def outlines(*names: str, rim: float = 0.4):
    """A in two slices by the first name, B by the second, and what cannot be a region."""

    def regions(series: CTSeries):
        found = [(names[0], corners(series, A, index, rim)) for index in (1, 2)]
        found.append((names[1], corners(series, B, 1, rim)))
        return [*found, ("LAD", corners(series, A, 1)[:2]), ("LAD", None)]

    return regions


def without_space(folder: Path, series: CTSeries) -> Path:
    header = "NRRD0004\ntype: unsigned char\ndimension: 3\nsizes: 32 32 4\nspacings: 0.5 0.5 3\nencoding: raw\n\n"
    (folder / "LAD.nrrd").write_bytes(header.encode() + both().tobytes())
    return folder / "LAD.nrrd"


def without_offset(folder: Path, series: CTSeries) -> Path:
    header = (
        "ObjectType = Image\nNDims = 3\nDimSize = 32 32 4\nElementSpacing = 0.5 0.5 3\nElementType = MET_UCHAR\n"
        "ElementDataFile = LOCAL\n"
    )
    (folder / "LAD.mha").write_bytes(header.encode() + both().tobytes())
    return folder / "LAD.mha"


def shortened(write: Write, missing: int) -> Write:
    """The same file without its last bytes."""

    def cut(folder: Path, series: CTSeries) -> Path:
        file = write(folder, series)
        file.write_bytes(file.read_bytes()[:-missing])
        return file

    return cut


def finer(folder: Path, series: CTSeries) -> Path:
    """Pixels of half the size: each of the series holds four of them."""
    made = sitk.GetImageFromArray(np.kron(both(1, 0), np.ones((1, 2, 2), np.uint8)))
    made.SetSpacing((0.25, 0.25, 3.0))
    made.SetOrigin((ORIGIN[0] - 0.125, ORIGIN[1] - 0.125, 0.0))
    sitk.WriteImage(made, str(folder / "LAD.nii.gz"))
    return folder / "LAD.nii.gz"


def from_above(folder: Path, series: CTSeries) -> Path:
    sitk.WriteImage(sitk.Flip(itk(both()), [False, False, True]), str(folder / "marks.nii"))
    return folder / "marks.nii"


SHEARED = AFFINE.copy()
SHEARED[1, 0] += 2e-4 * 0.5
TURNED = AFFINE.copy()
TURNED[:, :2] = AFFINE[:, :2] @ [[0.995, -0.0998], [0.0998, 0.995]]
FLAT = AFFINE.copy()
FLAT[:, 2] = AFFINE[:, 1]

CASES = (
    Case("NIfTI", nifti("marks.nii"), BOTH, options=NAMED),
    Case("NIfTI, compressed", nifti("marks.nii.gz"), BOTH, options=NAMED),
    Case("NIfTI, big endian", nifti("marks.nii", order=">"), BOTH, options=NAMED),
    Case("NIfTI of int16", nifti("marks.nii", dtype="i2"), BOTH, options=NAMED),
    Case("NIfTI of float32", nifti("marks.nii", dtype="f4"), BOTH, options=NAMED),
    Case("NIfTI of int64, as Python writes it", nifti("marks.nii", dtype="i8"), BOTH, options=NAMED),
    Case(
        "NIfTI with a slope",
        nifti("marks.nii", dtype="i2", slope=2.0),
        BOTH,
        options={"labels": {2: "LAD", 4: "RCA"}},
    ),
    Case("NIfTI in two files", nifti("marks.hdr", pair=True), BOTH, options=NAMED),
    Case("NIfTI-2", nifti("marks.nii", second=True), BOTH, options=NAMED, line="17"),
    Case(
        "NIfTI-2, compressed, big endian", nifti("marks.nii.gz", second=True, order=">"), BOTH, options=NAMED, line="17"
    ),
    Case("NIfTI by its qform", nifti("marks.nii", codes=(1, 0), qform=np.array(ORIGIN)), BOTH, options=NAMED),
    Case("NIfTI by two forms that agree", nifti("marks.nii", codes=(1, 1)), BOTH, options=NAMED, line="18"),
    Case("NIfTI without any form", nifti("marks.nii", codes=(0, 0)), refused=("no_nifti_form",), options=NAMED),
    Case("NIfTI sheared by 2e-4", nifti("marks.nii", affine=SHEARED), BOTH, options=NAMED, line="17"),
    Case("NIfTI turned by six degrees", nifti("marks.nii", affine=TURNED), refused=("turned",), options=NAMED),
    Case("NIfTI with a flat grid", nifti("marks.nii", affine=FLAT), refused=("bad_grid",), options=NAMED),
    Case("NIfTI that is cut off", shortened(nifti("marks.nii"), 100), refused=("cut_off",), options=NAMED),
    Case("NIfTI, compressed, that is cut off", shortened(nifti("LAD.nii.gz"), 20), refused=("cannot_read",)),
    Case("NIfTI from above", from_above, BOTH, options=NAMED),
    Case("NIfTI of finer pixels", finer, {"LAD": SCORE_A}, ("resampled",)),
    Case("probabilities in NIfTI", nifti("LAD.nii", both() * 0.4, dtype="f4"), refused=("not_whole",)),
    Case("labels below 0", nifti("LAD.nii", both().astype(int) * -1, dtype="i2"), refused=("below_zero",)),
    Case("MetaImage", volume("marks.mha"), BOTH, options=NAMED, line="17"),
    Case("MetaImage in two files", volume("marks.mhd"), BOTH, options=NAMED, line="17"),
    Case("MetaImage called by its territory", volume("LAD.mha", both(1, 0)), {"LAD": SCORE_A}, line="17"),
    Case("MetaImage without a place", without_offset, refused=("no_offset",), line="17"),
    Case("NRRD without a space", without_space, refused=("no_nrrd_space",)),
    Case(
        "a segmentation of two layers",
        segments(
            {"Name": "LAD", "Layer": "0", "LabelValue": "1"},
            {"Name": "RCA", "Layer": "1", "LabelValue": "1"},
            labels=np.stack([both(1, 0), both(0, 1)], axis=-1),
            vector=True,
        ),
        BOTH,
    ),
    Case(
        "a folder of masks",
        folder_of(volume("LAD.nii.gz", both(1, 0)), volume("RCA.mha", both(0, 1)), notes_txt="two masks"),
        BOTH,
        line="17",
    ),
    Case(
        "a folder of masks with one of the heart",
        folder_of(volume("LAD.nii.gz", both(1, 0)), volume("heart.nii.gz", both(1, 1))),
        {"LAD": SCORE_A},
        ("not_known",),
        line="17",
        values={"not_known": {"segments": ("heart.nii.gz",)}},
    ),
    Case(
        "a folder with all calcium and one vessel of it",
        folder_of(volume("LAD.nii.gz", both(1, 0)), volume("coronary_arteries.nii.gz", both(1, 1))),
        {"LAD": SCORE_A, "CORONARY": SCORE_B},
        line="17",
    ),
    Case(
        "a folder in which two vessels share calcium",
        folder_of(volume("LAD.nii.gz", both(1, 0)), volume("RCA.nii.gz", both(1, 1))),
        refused=("shared",),
        line="17",
    ),
    Case("a folder of unknown masks", folder_of(volume("a.nii", both(1, 0))), refused=("labels_not_named",), line="17"),
    Case("a folder without marks", folder_of(readme_md="nothing"), refused=("no_marks_in_folder",), line="17"),
    Case("ROI list", roi_list(outlines("Left Anterior Descending Artery", "Right Coronary Artery")), BOTH, line="17"),
    Case("ROI list, binary", roi_list(outlines("LAD", "RCA"), binary=True), BOTH, line="17"),
    Case(
        "ROI list of the left coronary artery",
        roi_list(outlines("Left Coronary Artery", "RCA")),
        {"CORONARY": SCORE_A, "RCA": SCORE_B},
        ("read_as",),
        line="17",
    ),
    Case(
        "ROI list with a strange region",
        roi_list(outlines("LAD", "Calcium")),
        {"LAD": SCORE_A},
        ("not_known",),
        line="17",
    ),
    Case("ROI list of pixels only", roi_list(outlines("LAD", "RCA"), mm=False), refused=("roi_without_mm",), line="17"),
)
