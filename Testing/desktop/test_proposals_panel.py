"""Going through proposals in the panel by keys: what is accepted is marked, what is not counts nowhere."""

from typing import Any

import pytest

from SmartScoreLib.lesions.components import find_candidates
from SmartScoreLib.proposal.anatomy.model import Anatomy
from SmartScoreLib.proposal.candidates.features import measure
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.remarks.catalog import remark

TERRITORIES = ("LAD", "LAD", "RCA", "LCX")


@pytest.fixture
def reviewed(opened: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The panel with four proposals: the small phantom's lungs are even, so that they are made of its candidates."""

    def found(series: Any, threshold_hu: float, minimum_area_mm2: float, progress: Any) -> Proposals:
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
        anatomy: Anatomy = object()  # type: ignore[assignment] # the panel asks only whether there is one
        return Proposals(series.geometry, 130.0, tuple(made), (), (), anatomy)

    monkeypatch.setattr("SmartScoreLib.desktop.proposals.search.propose", found)
    opened.panel.marking.proposals.button.click()
    opened.panel.marking.proposals.search.finish()
    return opened


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


def test_outlines_are_of_what_is_open_and_are_not_saved(reviewed: Any) -> None:
    import slicer

    def outlined() -> int:
        nodes = slicer.mrmlScene.GetNodesByClassByName("vtkMRMLSegmentationNode", "SmartScore proposals")
        nodes.UnRegister(None)
        return nodes.GetItemAsObject(0).GetSegmentation().GetNumberOfSegments() if nodes.GetNumberOfItems() else 0

    assert outlined() == 3
    reviewed.panel.marking.proposals.acceptAll()
    assert outlined() == 2
