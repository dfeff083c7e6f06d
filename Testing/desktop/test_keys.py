"""Keys: one table of them, printed on the buttons and listed under F1, none of Slicer's own."""

from pathlib import Path
from typing import Any

import pytest

from conftest import PHANTOM, click_lesion, load_phantom


def test_no_two_keys_are_the_same_and_none_needs_a_key_of_slicers(app: Any) -> None:
    from SmartScoreLib.desktop.keys import KEYS
    from SmartScoreLib.lesions.territories import TERRITORIES

    every = [*KEYS.values(), *(territory.shortcut for territory in TERRITORIES)]
    assert len(set(every)) == len(every)
    assert not any("Ctrl" in key or "Alt" in key for key in every)
    slice_views = {"B", "F", "G", "R", "T", "V", "[", "]", "{", "}", "Left", "Right", "Up", "Down"}
    assert not slice_views & set(every)


def test_buttons_carry_the_keys_of_the_table(opened: Any) -> None:
    from SmartScoreLib.desktop.keys import KEYS
    from SmartScoreLib.lesions.territories import TERRITORIES

    buttons = {"undo": "undoButton", "redo": "redoButton", "inSlice": "inSliceButton",
               "candidates": "candidatesButton", "nextExam": "nextButton", "density": "densityCheckBox"}  # fmt: skip
    for name, button in buttons.items():
        assert getattr(opened.ui, button).text.endswith(f"({KEYS[name]})"), button
    for territory in TERRITORIES:
        assert opened.panel.marking.territories.buttons[territory.key].text.startswith(territory.shortcut + " ")


def test_the_page_of_keys_lists_every_key_with_words_and_fetches_nothing(opened: Any) -> None:
    from SmartScoreLib.desktop.keys import KEYS, LIST_KEYS, PROPOSAL_KEYS, keysPage, whatKeysDo
    from SmartScoreLib.desktop.proposals.section import KEYS as LISTENED_TO
    from SmartScoreLib.lesions.territories import TERRITORIES

    page = keysPage()
    assert set(whatKeysDo()) == {*KEYS, *LIST_KEYS, *PROPOSAL_KEYS}
    assert all(PROPOSAL_KEYS[name] in keys for name, keys in LISTENED_TO.items())
    for key in (
        *KEYS.values(),
        *LIST_KEYS.values(),
        *PROPOSAL_KEYS.values(),
        *(territory.shortcut for territory in TERRITORIES),
    ):
        assert f"<b>{key}</b>" in page
    assert "http" not in page
    keys = opened.panel.marking.keys
    keys._shortcuts["help"].activated.emit()
    assert not keys._page.isHidden()
    opened.cleanup()
    assert keys._page is None


def test_keys_do_what_the_buttons_do(opened: Any) -> None:
    keys, node = opened.panel.marking.keys._shortcuts, opened._parameterNode
    display = opened.panel.session.volumeNode.GetDisplayNode()
    display.SetWindowLevel(2000, 500)
    keys["window"].activated.emit()
    assert (display.GetWindow(), display.GetLevel()) == (700, 130)
    keys["inSlice"].activated.emit()
    assert node.inSlice
    keys["candidates"].activated.emit()
    assert node.showCandidates


def test_candidates_lie_near_the_heart_are_stepped_through_and_go_with_a_click(
    app: Any, widget: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from SmartScoreLib.desktop.marking import section
    from SmartScoreLib.phantom.standard import standard_phantom

    phantom, jumps = standard_phantom(**PHANTOM), []
    load_phantom(widget, tmp_path / "database")
    monkeypatch.setattr(section, "jumpTo", lambda volume, lps: jumps.append(tuple(lps)))
    marking = widget.panel.marking
    widget.ui.candidatesButton.checked = True
    shown = marking.candidates.shown
    volumes = [one.volume_mm3 for one in shown]
    assert volumes == sorted(volumes, reverse=True)
    geometry = widget.panel.session.series.geometry
    marking.step(1)
    marking.step(1)
    marking.step(-1)
    assert jumps == [pytest.approx(geometry.lps_mm(shown[at].peak_index)) for at in (0, 1, 0)]
    assert widget.ui.guidanceLabel.text.startswith(f"Candidate 1 of {len(shown)}: ")
    largest = max(phantom.lesions, key=lambda lesion: sum(layer.voxels for layer in lesion.layers))
    click_lesion(widget, phantom, largest)
    widget.panel.updateScores()
    taken = {one.peak_index for one in shown} - {one.peak_index for one in marking.candidates.shown}
    assert len(taken) == 1
