"""A threshold that is changed after marking: the marks stay, it is said, and they grow again when asked to."""

from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from phantoms import RIMMED_GEOMETRY, rimmed_lesion
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.scoring.presets import customize
from SmartScoreLib.series.model import CTSeries


@pytest.fixture
def session(scene: Any) -> ReadingSession:
    volume = volumeFromSeries(CTSeries(rimmed_lesion(), RIMMED_GEOMETRY), scene)
    made = ReadingSession(volume)
    made.markAt(worldFromLps(volume, RIMMED_GEOMETRY.lps_mm((1, 9, 9)).tolist()), "LAD")
    return made


def set_threshold(session: ReadingSession, hu: float) -> None:
    session.setState(replace(session.state, protocol=customize(session.state.protocol, threshold_hu=hu)))


def said(session: ReadingSession) -> list[tuple[float, float, int]]:
    found = [one for one in session.sheet.remarks if one.code == "lesions.marked_at"]
    return [(one.values["marked_hu"], one.values["threshold_hu"], one.values["lesions"]) for one in found]  # type: ignore[misc]


def test_a_lower_threshold_is_said_and_growing_again_takes_the_rim(session: ReadingSession) -> None:
    # 4 voxels of 1 mm2, weight 2 by 200 HU; the rim makes them 16.
    assert (session.sheet.total.agatston, said(session)) == (8.0, [])
    set_threshold(session, 100)
    assert (session.sheet.total.agatston, said(session)) == (8.0, [(130.0, 100.0, 1)])
    assert session.growAgain() == 0
    assert (session.sheet.total.agatston, said(session)) == (32.0, [])
    session.undo()
    assert (session.sheet.total.agatston, said(session)) == (8.0, [(130.0, 100.0, 1)])
    session.redo()
    assert (session.sheet.total.agatston, said(session)) == (32.0, [])


def test_a_higher_threshold_counts_less_and_has_nothing_to_say(session: ReadingSession) -> None:
    set_threshold(session, 201)
    assert (session.sheet.total.agatston, said(session)) == (0.0, [])
    set_threshold(session, 130)
    assert said(session) == []


def test_it_is_said_of_marks_that_are_opened_with_another_session(session: ReadingSession) -> None:
    set_threshold(session, 100)
    again = ReadingSession(session.volumeNode, session.segmentationNode)
    assert said(again) == [(130.0, 100.0, 1)]


def test_a_click_at_the_new_threshold_takes_the_whole_lesion(session: ReadingSession) -> None:
    set_threshold(session, 100)
    edit = session.markAt(worldFromLps(session.volumeNode, RIMMED_GEOMETRY.lps_mm((1, 9, 9)).tolist()), "LAD")
    assert edit.changed
    assert (session.sheet.total.agatston, said(session)) == (32.0, [])
