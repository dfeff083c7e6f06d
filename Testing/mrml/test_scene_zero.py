"""A zero and the dominance that a reader states: kept with the segmentation, and taken back by a coronary mark."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.session import SCORE_TABLE, ReadingSession, scoreMarks, segmentationOf
from SmartScoreLib.scene.state import loadState
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.scoring.presets import PRESETS

PHANTOM = standard_phantom(slices=40, rows=256, columns=256, pixel_mm=0.9, spacing_mm=3.0)


@pytest.fixture
def session(scene: Any) -> ReadingSession:
    return ReadingSession(volumeFromSeries(phantom_series(PHANTOM), scene))


def _at(session: ReadingSession, key: str) -> tuple[float, float, float]:
    lesion = next(one for one in PHANTOM.lesions if one.territory == key)
    index = (lesion.center[0] + len(lesion.layers) // 2, *lesion.center[1:])
    return worldFromLps(session.volumeNode, PHANTOM.geometry.lps_mm(index).tolist())


def _total(session: ReadingSession) -> float:
    table = session.segmentationNode.GetNodeReference(SCORE_TABLE).GetTable()
    return float(table.GetColumnByName("Agatston").GetValue(table.GetNumberOfRows() - 1))


def _codes(session: ReadingSession) -> list[str]:
    return [one.code for one in session.sheet.remarks if one.code.startswith(("proposal.", "scoring.", "scene."))]


def test_a_new_session_is_not_read_and_zero_after_the_readers_word(session: ReadingSession) -> None:
    assert session.sheet.status == "not_read"
    assert math.isnan(_total(session))
    with pytest.raises(InputRefused):
        session.saveReport("/nowhere/report.pdf")
    said = session.confirmZero()
    assert [one.code for one in said] == ["proposal.zero_candidates"]
    assert session.sheet.status == "zero_confirmed"
    assert _total(session) == 0
    assert _codes(session) == ["proposal.zero_candidates", "scoring.zero_confirmed"]
    assert session.interpretation().cac_drs == "A0/N0"
    assert session.reading().sheet == session.sheet == scoreMarks(session.volumeNode, session.segmentationNode)
    session.confirmZero(False)
    assert (session.sheet.status, _codes(session)) == ("not_read", [])


def test_a_coronary_mark_takes_it_back_with_a_word_and_undo_does_not_bring_it_again(session: ReadingSession) -> None:
    session.confirmZero()
    assert session.markAt(_at(session, "LAD"), "LAD").changed
    assert session.sheet.status == "scored"
    assert (session.state.zeroConfirmed, loadState(session.segmentationNode).zeroConfirmed) == (False, False)
    assert session.zeroCleared == remark("scene.zero_cleared")
    assert "scoring.zero_confirmed" not in _codes(session)
    with pytest.raises(InputRefused) as caught:
        session.confirmZero()
    assert [one.code for one in caught.value.remarks] == ["proposal.zero_contradicted"]
    assert (session.state.zeroConfirmed, session.sheet.status) == (False, "scored")
    assert session.undo()
    assert session.sheet.status == "not_read"


def test_a_mark_outside_the_coronary_arteries_leaves_it_and_is_named_no_more(session: ReadingSession) -> None:
    before = session.confirmZero()
    assert session.markAt(_at(session, "AORTA"), "AORTA").changed
    assert (session.sheet.status, session.zeroCleared) == ("zero_confirmed", None)
    (after,) = (one for one in session.sheet.remarks if one.code == "proposal.zero_candidates")
    assert after.values["count"] == before[0].values["count"] - 1


def test_both_are_saved_with_the_scene(session: ReadingSession, scene: Any, tmp_path: Path) -> None:
    session.confirmZero()
    session.setState(replace(session.state, dominance="left"))
    sheet = session.sheet
    assert sheet.dominance == "left"
    file = str(tmp_path / "reading.mrb")
    assert scene.WriteToMRB(file)
    name = session.volumeNode.GetName()
    scene.Clear(0)
    assert scene.ReadFromMRB(file)
    volume = scene.GetFirstNodeByName(name)
    again = ReadingSession(volume, segmentationOf(volume))
    assert (again.state.zeroConfirmed, again.state.dominance) == (True, "left")
    assert (again.sheet.status, again.sheet.dominance) == ("zero_confirmed", "left")
    assert [one.code for one in again.sheet.remarks] == [one.code for one in sheet.remarks]


def test_marks_that_were_made_elsewhere_take_it_back_when_the_reading_is_opened(session: ReadingSession) -> None:
    session.markAt(_at(session, "RCA"), "RCA")
    session.segmentationNode.SetAttribute("SmartScore.ZeroConfirmed", "true")
    assert scoreMarks(session.volumeNode, session.segmentationNode).status == "scored"
    again = ReadingSession(session.volumeNode, session.segmentationNode)
    assert (again.sheet.status, again.zeroCleared) == ("scored", remark("scene.zero_cleared"))
    assert loadState(session.segmentationNode).zeroConfirmed is False


def test_dominance_decides_the_vessels_at_once(session: ReadingSession) -> None:
    session.markAt(_at(session, "PDA"), "PDA")
    session.markAt(_at(session, "RCA"), "RCA")
    assert session.sheet.total.vessels == 1
    assert session.setState(replace(session.state, dominance="left")) is True
    assert (session.sheet.total.vessels, session.interpretation().cac_drs[-2:]) == (2, "N2")
    assert scoreMarks(session.volumeNode, session.segmentationNode).total.vessels == 2
    session.setState(replace(session.state, dominance=None))
    assert session.sheet.total.vessels == 1


@pytest.mark.parametrize(
    ("name", "value"), [("ZeroConfirmed", "1"), ("ZeroConfirmed", '"yes"'), ("Dominance", '"both"'), ("Dominance", "1")]
)
def test_a_word_that_cannot_be_read_is_refused_and_not_guessed(session: ReadingSession, name: str, value: str) -> None:
    session.segmentationNode.SetAttribute(f"SmartScore.{name}", value)
    with pytest.raises(InputRefused) as caught:
        loadState(session.segmentationNode)
    assert [one.code for one in caught.value.remarks] == ["scene.state_choice"]


def test_scenes_of_version_1_open_without_what_it_did_not_know(session: ReadingSession) -> None:
    node = session.segmentationNode
    session.setState(replace(session.state, protocol=PRESETS["Philips"]))
    saved = json.loads(node.GetAttribute("SmartScore.Protocol"))
    assert saved.pop("tube_voltage_kvp") == 120
    node.SetAttribute("SmartScore.Protocol", json.dumps(saved))
    for name in ("ZeroConfirmed", "Dominance"):
        node.RemoveAttribute(f"SmartScore.{name}")
    state = loadState(node)
    assert (state.protocol, state.zeroConfirmed, state.dominance) == (PRESETS["Philips"], False, None)
    del saved["threshold_hu"]
    node.SetAttribute("SmartScore.Protocol", json.dumps(saved))
    with pytest.raises(InputRefused):
        loadState(node)
