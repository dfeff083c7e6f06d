"""Organs that others segmented: known by name or code, they take the place of the picture, and it is said."""

from pathlib import Path

import numpy as np
import pytest

from SmartScoreLib.phantom.anatomy.case import Case, make_case
from SmartScoreLib.proposal.anatomy.organs import organ_of, read_organs
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.remarks.errors import InputRefused


@pytest.fixture(scope="module")
def case() -> Case:
    return make_case(1061, slices="thick", zero=False)


@pytest.fixture(scope="module")
def folder(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Heart and aorta as TotalSegmentator names its files, every second voxel of the series along rows and columns."""
    import SimpleITK as sitk  # noqa: N813

    made = tmp_path_factory.mktemp("organs")
    shape, step = case.series.geometry.shape, (1, 4, 4)
    axes = [np.arange(0, n, s) for n, s in zip(shape, step, strict=True)]
    points = case.scan.geometry.lps_mm(np.stack(np.meshgrid(*axes, indexing="ij"), -1))
    shown = case.scan.shown
    masks = {
        "heart": case.chest.heart.muscle(points) < 1,
        "aorta": case.chest.heart.vessels["AORTA"].distance(points) < 0,
    }
    for name, mask in masks.items():
        image = sitk.GetImageFromArray(mask.astype(np.uint8))
        image.SetSpacing([s * n for s, n in zip(shown.spacing_mm[::-1], step[::-1], strict=True)])
        image.SetOrigin(shown.origin_lps_mm)
        image.SetDirection(np.asarray(shown.directions)[::-1].T.ravel().tolist())
        sitk.WriteImage(image, str(made / f"{name}.nii.gz"))
    return made


@pytest.mark.parametrize(
    ("name", "organ"),
    [("heart", "heart"), ("heart_atrium_left", "heart"), ("aorta", "aorta"), ("coronary_arteries", "coronary"),
     ("Left ventricle", "heart"), ("liver", None), ("vertebrae_T5", None), ("iliac_artery_left", None)],
)  # fmt: skip
def test_organs_are_known_by_the_names_of_totalsegmentator(name: str, organ: str | None) -> None:
    assert organ_of(name) == organ


def test_a_code_comes_before_a_name() -> None:
    assert organ_of("Segment_3", ("80891009",)) == "heart"
    assert organ_of("Segment_3", ("15825003",)) == "aorta"
    assert organ_of("Segment_3", ("10200004",)) is None


def test_proposals_with_organs_say_whose_they_are_and_find_the_same_lesions(case: Case, folder: Path) -> None:
    organs = read_organs(folder, case.series)
    assert organs.names == ("aorta", "heart")
    found, alone = propose(case.series, organs=organs), propose(case.series)
    assert [one.code for one in found.remarks] == ["proposal.organs"]
    assert found.anatomy is not None
    assert found.anatomy.source == folder.name
    assert {one.features.candidate.peak_index for one in found.proposed} == {
        one.features.candidate.peak_index for one in alone.proposed
    }


def test_a_folder_without_a_heart_is_refused(case: Case, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no organs here")
    with pytest.raises(InputRefused) as refused:
        read_organs(tmp_path, case.series)
    assert refused.value.remarks[0].code == "proposal.no_organs"
