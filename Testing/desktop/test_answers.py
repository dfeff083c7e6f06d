"""Every click answers: what was marked and what it counts, at the pointer, in the panel and in the list."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from effect_standin import pressed

from conftest import slice_view

SMALL, LARGE = (3, 10, 10), (3, 30, 10)
"""Voxels (slice, row, column) of a mark of 0.72 mm2, which is too small to count, and of one of 3.24 mm2."""


@pytest.fixture
def marked(app: Any, widget: Any, tmp_path: Path) -> Any:
    """The panel with a volume that holds two bright spots, one of them too small to count; nothing is marked."""
    import slicer

    from SmartScoreLib.scene.volumes import volumeFromSeries
    from SmartScoreLib.series.geometry import VolumeGeometry
    from SmartScoreLib.series.model import CTSeries

    hu = np.random.default_rng(1).normal(20, 12, (8, 48, 48)).astype(np.int16)
    hu[:, :, 40:] = -1000  # air
    hu[3, 10, 10:12] = 240
    hu[3, 30:33, 10:13] = 320
    hu[3, 29, 9:14] = 110  # a rim of it that reaches 100 HU only
    geometry = VolumeGeometry(hu.shape, (3.0, 0.6, 0.6), (0.0, 0.0, 0.0), np.eye(3))
    volume = volumeFromSeries(CTSeries(hu, geometry), slicer.mrmlScene)
    widget._parameterNode.inputVolume = volume
    assert widget.panel.session is not None, widget.panel.current.whyNotScorable
    return widget


def click(widget: Any, index: tuple[int, int, int], territory: str = "LAD") -> Any:
    """A left click of the mouse on a voxel, and the text that stands beside the pointer then."""
    from SmartScoreLib.scene.coordinates import worldFromLps

    session = widget.panel.session
    widget.panel.marking.mark(territory)
    view = slice_view(widget)
    pressed(view, worldFromLps(session.volumeNode, session.series.geometry.lps_mm(index).tolist()))
    view.interactor().InvokeEvent("LeftButtonPressEvent")
    widget.panel.updateScores()
    return widget.ui.segmentEditor._calcium.feedbacks[view]


def test_a_mark_that_is_too_small_says_so_and_keeps_a_grey_row(marked: Any) -> None:
    ui = marked.ui
    assert click(marked, SMALL).text.replace("\n", " ") == (
        "LAD: marked, but it counts nothing. The largest area in a slice is 0.72 mm2, below the smallest that counts, "
        "1 mm2."
    )
    assert ui.guidanceLabel.text.startswith("LAD: marked, 2 mm³, but it counts nothing.")
    assert ui.lesionTable.rowCount == 1
    assert not ui.lesionTable.isHidden()
    row = [ui.lesionTable.item(0, column) for column in range(5)]
    assert [cell.text() for cell in row] == ["LAD", "4", "240", "2", "\N{EN DASH}"]
    grey = ui.lesionTable.palette.color(
        ui.lesionTable.palette.ColorGroup.Disabled, ui.lesionTable.palette.ColorRole.Text
    )
    assert row[0].foreground().color() == grey
    assert "0.72" in row[0].toolTip()
    assert ui.resultTotalLabel.text == "\N{EN DASH}"
    assert "nothing that is marked in the coronary arteries counts" in ui.categoryLabel.text
    assert "no coronary calcium is marked" not in ui.categoryLabel.text


def test_the_grey_row_is_deleted_and_reassigned_like_any_other(marked: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    click(marked, SMALL)
    marking = marked.panel.marking
    marked.ui.lesionTable.selectRow(0)
    monkeypatch.setattr(marking.lesions, "hasFocus", lambda: True)
    marking.pressTerritory("RCA")
    assert [one.territory for one in marked.panel.session.leftOut] == ["RCA"]
    marking.lesions.deleteSelected()
    assert marked.panel.session.leftOut == ()
    assert marked.ui.lesionTable.rowCount == 0
    marking.undo()
    assert marked.ui.lesionTable.rowCount == 1


def test_a_mark_that_counts_says_what_it_counts(marked: Any) -> None:
    # 9 pixels of 0.36 mm2 and 3 mm: 9.72 mm3; Agatston 3.24 mm2 x 3 (320 HU) x 3 mm / 3 mm = 9.72.
    assert click(marked, LARGE).text == "LAD: 10 mm3, peak 320 HU, Agatston 10."
    assert marked.ui.guidanceLabel.text == "LAD: 10 mm³, peak 320 HU, Agatston 10."
    assert click(marked, LARGE).text == "It is marked so already."


def test_the_answer_stays_while_the_pointer_does(marked: Any) -> None:
    feedback = click(marked, LARGE)  # five display pixels are a millimeter: 3 mm are 15
    view = next(iter(marked.ui.segmentEditor._calcium.feedbacks))
    x, y = view.interactor().GetEventPosition()
    view.interactor().SetEventInformation(x + 14, y, 0, 0, "\0", 0, None)
    view.interactor().InvokeEvent("MouseMoveEvent")
    assert feedback.text.startswith("LAD: 10 mm3")
    view.interactor().SetEventInformation(x + 16, y, 0, 0, "\0", 0, None)
    view.interactor().InvokeEvent("MouseMoveEvent")
    assert feedback.text == ""


def test_the_effect_answers_by_the_rules_of_the_reading(marked: Any) -> None:
    marked.ui.minimumAreaSpinBox.value = 0.7
    assert click(marked, SMALL).text == "LAD: 2 mm3, peak 240 HU, Agatston 1."


def test_a_threshold_that_is_changed_after_marking_is_said_and_marks_grow_again_when_asked_to(marked: Any) -> None:
    ui = marked.ui
    click(marked, LARGE)
    assert ui.growButton.isHidden()
    ui.thresholdSpinBox.value = 100
    assert not ui.growButton.isHidden()
    assert ui.growButton.text == "Grow again at 100 HU"
    assert "marked at 130 HU and is scored at 100 HU" in ui.remarksLabel.toolTip
    ui.growButton.click()
    assert ui.guidanceLabel.text == "Grown again at 100 HU: Agatston 10, now 15. Z takes that back."
    assert ui.growButton.isHidden()
    ui.undoButton.click()
    assert not ui.growButton.isHidden()


def test_what_a_digit_does_is_said_as_long_as_the_list_has_the_keys(marked: Any) -> None:
    from qt_standin import QtCore, QtGui, QtWidgets

    def focus(kind: Any) -> None:
        QtWidgets.QApplication.sendEvent(marked.ui.lesionTable, QtGui.QFocusEvent(kind))

    click(marked, LARGE)
    marked.panel.updateScores()
    marking = marked.panel.marking
    territory = marked.panel.session.sheet.lesions[0].territory
    selected = f"A lesion of {territory} is selected: a digit gives it to another territory, Delete removes it."
    marking.lesions.step(1)
    assert marked.ui.guidanceLabel.text == selected
    focus(QtCore.QEvent.Type.FocusOut)
    assert "selected" not in marked.ui.guidanceLabel.text
    focus(QtCore.QEvent.Type.FocusIn)
    assert marked.ui.guidanceLabel.text == selected
    marked.panel.current.tell("Something else was answered.")
    focus(QtCore.QEvent.Type.FocusOut)
    assert marked.ui.guidanceLabel.text == "Something else was answered."
