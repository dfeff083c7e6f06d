"""Real series without coronary calcium that scores: what looks like it is not proposed, and it is said why."""

from pathlib import Path

import pytest

from SmartScoreLib import find_series, load_series
from SmartScoreLib.cli.main import main
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.series.model import CTSeries


def series_of(folder: Path) -> CTSeries:
    found = [one for one in find_series(folder).candidates if one.scorable]
    return load_series(max(found, key=lambda one: len(one.files)))


def test_motion_bands_of_a_chest_without_calcium_are_not_proposed(real_data: Path) -> None:
    found = propose(series_of(real_data / "lungdx-a0001-philips-noncontrast"))
    assert found.anatomy is not None
    assert found.anatomy.pose.agreement > 0.85
    assert found.proposed == ()


def test_a_catheter_is_said_to_be_metal(real_data: Path) -> None:
    found = propose(series_of(real_data / "acrin_flt_breast_013_chest120kv"))
    assert len(found.proposed) <= 1
    tip = next(one for one in found.rejected if one.features.candidate.peak_hu == 1414)
    assert tip.kind == "metal"
    assert tip.reasons[0].code == "proposal.metal_long"


def test_contrast_agent_that_no_tag_tells_of_is_said(real_data: Path) -> None:
    found = propose(series_of(real_data / "cptac-c3n00247-siemens-contrast"))
    assert found.proposed == ()
    assert found.remarks[1].code == "proposal.contrast_told"


def test_a_phantom_without_anatomy_is_said_to_be_one(real_data: Path) -> None:
    found = propose(series_of(real_data / "qrm_canon_large_rep1"))
    assert found.proposed == ()
    assert found.remarks[1].code == "proposal.plastic"


def test_the_command_line_shows_no_zero_for_what_nobody_read(
    real_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", str(real_data / "qrm_canon_large_rep1"), "--lesions", "propose"]) == 0
    shown = capsys.readouterr().out
    total = next(line for line in shown.splitlines() if line.startswith("Unreviewed coronary total"))
    assert total.split()[-3:] == ["n/a", "n/a", "n/a"]
    assert "Nothing is proposed." in shown


def test_reports_of_proposals_are_refused(real_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(real_data / "qrm_canon_large_rep1")
    assert main(["report", folder, "--lesions", "propose", "--png", str(tmp_path / "pages")]) == 3
    assert not (tmp_path / "pages").exists()


def test_organs_without_proposals_are_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "x", "--lesions", "auto", "--organs", "y"]) == 2
    assert "--organs" in capsys.readouterr().err


def test_a_program_cannot_confirm_a_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "x", "--lesions", "propose", "--confirm-zero"]) == 2
    assert "--lesions propose" in capsys.readouterr().err
