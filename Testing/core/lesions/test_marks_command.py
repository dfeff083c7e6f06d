"""The options of marks on the command line, as a user meets them: exit status, numbers, reasons."""

import json
from pathlib import Path

import numpy as np
import pytest

from core.lesions.cases.building import ORIGIN, both, nifti, series_folder, volume
from core.lesions.cases.picture import SEED_OF_A, marked
from SmartScoreLib.cli.main import main


@pytest.fixture(scope="module")
def ct(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return series_folder(tmp_path_factory.mktemp("marks") / "ct")


def run(ct: Path, marks: Path, *options: str) -> int:
    return main(["score", str(ct), "--lesions", str(marks), "--json", "-", *options])


def numbers(text: str) -> dict[str, float]:
    return {key: one["agatston"] for key, one in json.loads(text)["territories"].items() if one["agatston"]}


def codes(text: str) -> list[str]:
    return [one["code"] for one in json.loads(text)["series"]["remarks"]]


def test_labels_are_named_by_an_option(ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marks = volume("marks.nii.gz")(tmp_path, None)
    assert run(ct, marks) == 3
    assert "does not say what its labels 1, 2 mean" in capsys.readouterr().err
    assert run(ct, marks, "--labels", "1=LAD, 2=Right coronary artery") == 0
    assert numbers(capsys.readouterr().out) == pytest.approx({"LAD": 72, "RCA": 8})


def test_labels_are_named_by_a_file_for_a_cohort(ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "names.csv").write_text("LabelValue,Name\n1,LAD\n2,OM1\n")
    marks = volume("marks.nii.gz")(tmp_path, None)
    assert run(ct, marks, "--names", str(tmp_path / "names.csv")) == 0
    out = capsys.readouterr().out
    assert numbers(out) == pytest.approx({"LAD": 72, "LCX": 8})
    assert "lesions.read_as" in codes(out)
    assert run(ct, marks, "--names", str(tmp_path / "none.csv")) == 3
    assert "none.csv cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("given", ["LAD", "1=", "=LAD"])
def test_a_label_without_meaning_is_refused(
    ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str
) -> None:
    assert run(ct, volume("marks.nii.gz")(tmp_path, None), "--labels", given) == 3
    assert "give NUMBER=NAME, such as 1=LAD" in capsys.readouterr().err


def test_a_mask_of_all_coronary_calcium_has_a_total_and_no_number_of_vessels(
    ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = volume("coronary_arteries.nii.gz", both(1, 1))(tmp_path, None)
    assert run(ct, marks) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["territories"]["CORONARY"]["agatston"] == result["total"]["agatston"] == pytest.approx(80)
    assert (result["total"]["vessels"], result["total"]["diffusivity"]) == (None, None)
    assert result["interpretation"]["cac_drs"] == "A1"
    assert main(["score", str(ct), "--lesions", str(marks)]) == 0
    table = capsys.readouterr().out
    assert "Coronary, vessel not known" in table
    assert "CAC-DRS A1" in table
    assert "number of vessels not available" in table


def test_coarse_marks_are_regrown_and_the_result_says_so(
    ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = volume("LAD.nii", marked(SEED_OF_A))(tmp_path, None)
    assert run(ct, marks, "--regrow") == 0
    out = capsys.readouterr().out
    assert numbers(out) == pytest.approx({"LAD": 72})
    (said,) = (one for one in json.loads(out)["series"]["remarks"] if one["code"] == "lesions.regrown")
    assert said["values"] == {"file": "LAD.nii", "lesions": 1, "voxels": 71, "left_as_marked": 0}


def test_marks_of_another_picture_are_refused_unless_they_are_trusted(
    ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = np.zeros_like(both())
    labels[0, 5:15, 5:15] = 1
    marks = volume("LAD.nii", labels)(tmp_path, None)
    assert run(ct, marks) == 3
    assert "0 of 100 marked voxels (0.0 %) reach 130 HU" in capsys.readouterr().err
    assert run(ct, marks, "--trust-marks") == 0
    assert "lesions.hit_next_to_nothing" in codes(capsys.readouterr().out)


def test_forms_that_differ_are_refused_with_both_scores_until_one_is_chosen(
    ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = nifti("LAD.nii", both(1, 0), codes=(1, 1), qform=np.array([*ORIGIN[:2], 3.0]))(tmp_path, None)
    assert run(ct, marks) == 3
    assert "by the sform 72, by the qform 36" in capsys.readouterr().err
    for form, expected in (("sform", 72), ("qform", 36)):
        assert run(ct, marks, "--nifti-form", form) == 0
        assert numbers(capsys.readouterr().out) == pytest.approx({"LAD": expected})


def test_a_folder_of_masks_is_given_like_a_file(ct: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    masks = tmp_path / "masks"
    masks.mkdir()
    volume("LAD.nii.gz", both(1, 0))(masks, None)
    volume("RCA.nii.gz", both(0, 1))(masks, None)
    assert run(ct, masks) == 0
    assert numbers(capsys.readouterr().out) == pytest.approx({"LAD": 72, "RCA": 8})
