"""Going through proposals in the panel by keys: what is accepted is marked, what is not counts nowhere."""

from typing import Any

import numpy as np
import pytest

from conftest import load_phantom
from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.proposal.anatomy.model import Anatomy
from SmartScoreLib.proposal.candidates.features import measure
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.remarks.catalog import remark

TERRITORIES = ("LAD", "LAD", "RCA", "LCX")


@pytest.fixture
def reviewed(opened: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The panel with four proposals."""
    review(opened, monkeypatch)
    return opened


def review(widget: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Propose four lesions: the small phantom's lungs are even, so that they are made of its candidates."""

    def found(series: Any, threshold_hu: float, minimum_area_mm2: float, progress: Any, organs: Any) -> Proposals:
        progress(0, 3, "anatomy")
        bright = [
            one for one in find_candidates(series.hu, series.geometry, 130.0, minimum_area_mm2=1.0) if not one.bone
        ]
        bright = sorted(bright, key=lambda one: -one.peak_hu)[: len(TERRITORIES)]
        why = (remark("proposal.fat_around", percent=60.0),)
        made = [
            Proposal(measure(series.hu, series.geometry, one, 130.0), "coronary", 0.9 - n / 10, territory, why)
            for n, (one, territory) in enumerate(zip(bright, TERRITORIES, strict=True))
        ]
        said = (remark("proposal.organs", file=organs.file, organs=organs.names),) if organs is not None else ()
        anatomy: Anatomy = object()  # type: ignore[assignment] # the panel asks only whether there is one
        return Proposals(series.geometry, 130.0, tuple(made), (), said, anatomy)

    monkeypatch.setattr("SmartScoreLib.desktop.proposals.search.propose", found)
    widget.panel.marking.proposals.button.click()
    widget.panel.marking.proposals.search.finish()


def decisions(widget: Any) -> list[str]:
    table = widget.panel.marking.proposals.table
    return [table.item(row, 4).text() for row in range(table.rowCount)]


def test_proposals_are_listed_most_likely_first_and_nothing_is_marked(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    assert [proposals.table.item(row, 0).text() for row in range(4)] == list(TERRITORIES)
    assert [proposals.table.item(row, 3).text() for row in range(4)] == ["90 %", "80 %", "70 %", "60 %"]
    assert decisions(reviewed) == ["open"] * 4
    assert reviewed.panel.session.sheet.status == "not_read"
    assert "open 4" in proposals.label.text


def test_what_is_open_is_counted_on_top_of_the_panel(reviewed: Any) -> None:
    proposals, label = reviewed.panel.marking.proposals, reviewed.ui.proposalsLabel
    assert label.text == "4 proposals open"
    proposals.accept()
    proposals.reject()
    assert label.text == "2 proposals open"
    reviewed.panel.marking.undo()
    assert label.text == "3 proposals open"
    reviewed._parameterNode.inputVolume = None
    assert label.text == ""


def test_accepting_marks_the_lesion_and_goes_on(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.accept()
    assert decisions(reviewed) == ["accepted", "open", "open", "open"]
    assert [one.territory for one in reviewed.panel.session.sheet.lesions] == ["LAD"]
    assert proposals.table.selectionModel().selectedRows()[0].row() == 1


def test_a_digit_gives_another_vessel_and_it_is_counted(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.accept("RCA")
    assert [one.territory for one in reviewed.panel.session.sheet.lesions] == ["RCA"]
    assert reviewed.panel.session.state.reviewed == (1, 1, 0, 3)


def test_rejecting_marks_nothing_and_undo_opens_it_again(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.reject()
    assert decisions(reviewed) == ["rejected", "open", "open", "open"]
    assert reviewed.panel.session.sheet.lesions == ()
    reviewed.panel.marking.undo()
    assert decisions(reviewed) == ["open"] * 4


def test_undo_takes_an_accepted_proposal_back(reviewed: Any) -> None:
    reviewed.panel.marking.proposals.accept()
    reviewed.panel.marking.undo()
    assert decisions(reviewed) == ["open"] * 4
    assert reviewed.panel.session.sheet.lesions == ()


def test_all_of_a_vessel_are_accepted_at_once(reviewed: Any) -> None:
    reviewed.panel.marking.proposals.acceptAll()
    assert decisions(reviewed) == ["accepted", "accepted", "open", "open"]
    assert {one.territory for one in reviewed.panel.session.sheet.lesions} == {"LAD"}


def test_what_was_proposed_and_confirmed_stays_with_the_reading(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.accept()
    proposals.reject()
    said = [one for one in reviewed.panel.session.sheet.remarks if one.code == "proposal.reviewed"]
    assert [dict(one.values) for one in said] == [{"accepted": 1, "changed": 0, "rejected": 1, "open": 2}]
    reading = reviewed.panel.session.reading()
    assert any(one.code == "proposal.reviewed" for one in reading.lesions.remarks)


def test_next_goes_from_open_to_open(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.step(1)
    assert proposals.table.selectionModel().selectedRows()[0].row() == 1
    proposals.reject()
    proposals.step(1)
    proposals.step(1)
    assert proposals.table.selectionModel().selectedRows()[0].row() == 0


def test_a_phantom_without_people_in_it_gives_no_proposals_and_says_why(opened: Any) -> None:
    proposals = opened.panel.marking.proposals
    proposals.button.click()
    proposals.search.finish()
    assert proposals.table.rowCount == 0
    assert proposals.label.text.startswith("Nothing is proposed.")


def test_redo_says_a_no_again_that_was_taken_back(reviewed: Any) -> None:
    proposals = reviewed.panel.marking.proposals
    proposals.reject()
    reviewed.panel.marking.undo()
    reviewed.panel.marking.redo()
    assert decisions(reviewed) == ["rejected", "open", "open", "open"]
    assert reviewed.panel.session.state.reviewed == (0, 0, 1, 3)


def test_undo_takes_the_last_thing_back_whether_it_was_a_mark_or_a_no(reviewed: Any) -> None:
    marking = reviewed.panel.marking
    marking.proposals.reject()
    marking.proposals.accept()
    marking.undo()
    assert decisions(reviewed) == ["rejected", "open", "open", "open"]
    marking.undo()
    assert decisions(reviewed) == ["open"] * 4
    marking.redo()
    assert decisions(reviewed) == ["rejected", "open", "open", "open"]
    marking.redo()
    assert decisions(reviewed) == ["rejected", "accepted", "open", "open"]


@pytest.fixture
def viewed(app: Any, widget: Any, tmp_path: Any) -> Any:
    """The panel with views and a phantom."""
    import slicer
    from slicer_standin import LayoutManager

    widget.exit()
    app.layouts = LayoutManager(slicer.mrmlScene)
    widget.enter()
    load_phantom(widget, tmp_path / "database")
    return widget


def overlay(app: Any, name: str = "Red") -> Any:
    """What is drawn over a view: the lines of its one actor, or None."""
    actors = app.layouts.sliceWidget(name).renderer.GetActors2D()
    drawn = [actors.GetItemAsObject(number) for number in range(actors.GetNumberOfItems())]
    lines = [one.GetMapper().GetInput() for one in drawn if one.IsA("vtkActor2D") and one.GetMapper() is not None]
    found = [one for one in lines if one is not None and one.GetCellData().GetScalars() is not None]
    return found[0] if found else None


def colors(lines: Any) -> set[tuple[int, ...]]:
    scalars = lines.GetCellData().GetScalars()
    return {tuple(int(v) for v in scalars.GetTuple3(number)) for number in range(scalars.GetNumberOfTuples())}


def test_outlines_are_dashed_in_the_color_of_the_vessel_and_are_no_node(
    viewed: Any, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import slicer

    from SmartScoreLib.lesions.territories import BY_KEY

    before = slicer.mrmlScene.GetNumberOfNodes()
    review(viewed, monkeypatch)
    lines = overlay(app)
    assert colors(lines) == {BY_KEY["LAD"].color}
    ends = np.array([lines.GetPoint(number)[:2] for number in range(lines.GetNumberOfPoints())]).reshape(-1, 2, 2)
    gaps = np.floor(ends[:, 0].sum(axis=1) / 5).astype(int)
    assert set(gaps % 2) == {0}
    assert slicer.mrmlScene.GetNumberOfNodes() == before
    viewed.panel.marking.proposals.step(1)
    viewed.panel.marking.proposals.step(1)
    assert BY_KEY["RCA"].color in colors(overlay(app))
    viewed.panel.marking.proposals.accept()
    viewed.panel.marking.proposals.step(-1)
    assert BY_KEY["RCA"].color not in colors(overlay(app))
    viewed.exit()
    assert overlay(app) is None


def test_a_jump_zooms_to_the_heart_and_leaves_a_closer_view_alone(
    viewed: Any, app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = app.layouts.sliceWidget("Red").mrmlSliceNode()
    heart = node.GetFieldOfView()[0]  # as the views were fitted on loading
    node.SetFieldOfView(2 * heart, 1.5 * heart, 1.0)
    review(viewed, monkeypatch)
    assert node.GetFieldOfView()[0] == pytest.approx(heart)
    node.SetFieldOfView(heart / 3, heart / 4, 1.0)
    viewed.panel.marking.proposals.step(1)
    assert node.GetFieldOfView()[0] == pytest.approx(heart / 3)
    session, one = viewed.panel.session, viewed.panel.marking.proposals.review.items[1]
    place = session.series.geometry.lps_mm(one.features.candidate.peak_index) * (-1, -1, 1)
    assert [node.GetSliceToRAS().GetElement(row, 3) for row in range(3)] == pytest.approx(place)


def test_a_heart_of_the_scene_is_given_to_the_search_and_said(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import slicer

    from SmartScoreLib.scene.segmentation import LABELMAP, patchOnVolume

    session = opened.panel.session
    node = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "By another program")
    node.SetReferenceImageGeometryParameterFromVolumeNode(session.volumeNode)
    segment = node.GetSegmentation().GetSegment(node.GetSegmentation().AddEmptySegment("heart", "heart"))
    patch = patchOnVolume(session.volumeNode, session.series.geometry, (9, 90, 90), np.ones((9, 40, 40), np.uint8))
    segment.AddRepresentation(LABELMAP, patch)
    review(opened, monkeypatch)
    assert "By another program" in opened.panel.marking.proposals.label.text
    opened.ui.candidatesButton.checked = True
    assert "on the heart of By another program" in opened.ui.guidanceLabel.text


def test_totalsegmentator_is_offered_where_it_is_installed_and_gets_the_volume(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from types import SimpleNamespace

    import slicer

    proposals = opened.panel.marking.proposals
    assert proposals.organsButton.isHidden()
    parameters = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLScriptedModuleNode")
    chosen: list[str] = []
    monkeypatch.setattr(slicer.modules, "totalsegmentator", SimpleNamespace(), raising=False)
    logic = SimpleNamespace(getParameterNode=lambda: parameters)
    monkeypatch.setattr(slicer.util, "getModuleLogic", lambda name: logic)
    monkeypatch.setattr(slicer.util, "selectModule", chosen.append)
    opened.panel.updateAll()
    assert not proposals.organsButton.isHidden()
    proposals.organsButton.click()
    assert chosen == ["TotalSegmentator"]
    assert parameters.GetNodeReference("InputVolume") is opened.panel.session.volumeNode
