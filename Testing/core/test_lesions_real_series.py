"""A real thorax without calcium score: a catheter tip in the right atrium is denser than any threshold."""

import json
from pathlib import Path

import numpy as np
import pytest

from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

# (slice, row, column) of the catheter's densest voxel: 1414 HU in the right atrium; seen by eye.
CATHETER = (39, 265, 228)


@pytest.fixture(scope="module")
def thorax(real_data: Path) -> CTSeries:
    (candidate,) = find_series([real_data / "acrin_flt_breast_013_chest120kv"]).candidates
    return load_series(candidate)


def test_the_catheter_is_a_candidate_and_bones_are_told_apart(thorax: CTSeries) -> None:
    candidates = find_candidates(thorax.hu, thorax.geometry)
    (catheter,) = (candidate for candidate in candidates if candidate.peak_index == CATHETER)
    assert catheter.peak_hu == 1414
    assert not catheter.bone
    assert any(candidate.bone for candidate in candidates)


@pytest.mark.parametrize("territory", ["RCA", "OTHER"])
def test_a_click_on_the_catheter_scores_it_as_what_was_asked(thorax: CTSeries, tmp_path: Path, territory: str) -> None:
    file = tmp_path / "clicks.json"
    file.write_text(json.dumps({"seeds": [{"territory": territory, "ijk": [CATHETER[2], CATHETER[1], CATHETER[0]]}]}))
    sheet = score(thorax.hu, read_marks(file, thorax, 130), DEFAULT_PROTOCOL, thorax.remarks)
    (lesion,) = sheet.lesions
    assert (lesion.territory, lesion.peak_hu) == (territory, 1414)
    assert (sheet.total.agatston > 0) == (territory == "RCA")
    assert remark("series.spacing", spacing_mm=4.0) in sheet.remarks
    attribute = "Slice Thickness (0018,0050)"
    assert remark("series.overlap", attribute=attribute, thickness_mm=5.0, spacing_mm=4.0) in sheet.remarks


def test_marking_all_lists_the_catheter(thorax: CTSeries) -> None:
    sheet = score(thorax.hu, mark_all(thorax, 130), DEFAULT_PROTOCOL)
    center = thorax.geometry.lps_mm(CATHETER)
    near = [one for one in sheet.lesions if np.linalg.norm(np.subtract(one.centroid_lps_mm, center)) < 40]
    assert any(one.peak_hu == 1414 for one in near)
    assert not sheet.reviewed
