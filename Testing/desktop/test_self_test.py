"""The module's self test, as far as it needs no view."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest


def test_the_self_test_passes_without_views(app: Any) -> None:
    import slicer

    from SmartScoreLib.desktop.selftest import run

    said: list[str] = []
    run(said.append)
    assert said[-1] == "SmartScore: passed"
    assert not slicer.dicomDatabase.isOpen


def test_the_part_in_views_passes_with_clicks_handed_to_the_engine(
    app: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Everything of it but the mouse events, which only a real Slicer has."""
    import slicer
    import slicer_standin

    from SmartScoreLib.desktop import selftest

    app.layouts = slicer_standin.LayoutManager(slicer.mrmlScene)
    widget = slicer_standin.makeWidget()

    def select(name: str) -> None:
        assert name == "SmartScore"
        widget.parent.isEntered = True
        widget.enter()

    def click(view: str, ras: tuple[float, float, float]) -> None:
        panel, editor = widget.panel, widget.ui.segmentEditor
        if panel.editor.markedTerritory():
            panel.session.marker.click(ras, panel.editor.markedTerritory())
            return
        from SmartScoreLib.scene.coordinates import indexFromWorld
        from SmartScoreLib.scene.segmentation import patchOnVolume

        index = indexFromWorld(panel.session.volumeNode, panel.session.series.geometry, ras)
        brush = patchOnVolume(
            panel.session.volumeNode, panel.session.series.geometry, index, np.ones((1, 3, 3), np.uint8)
        )
        editor.saveStateForUndo()
        engine = slicer.vtkSlicerSegmentEditorLogic
        editor.engine.ModifySegmentByLabelmap(
            panel.session.segmentationNode, "OTHER", brush, engine.ModificationModeAdd, False, False
        )

    monkeypatch.setattr(slicer.util, "selectModule", select)
    monkeypatch.setattr(slicer.util, "getModuleWidget", lambda name: widget)
    monkeypatch.setattr(slicer.util, "saveScene", lambda path: slicer.mrmlScene.WriteToMRB(path), raising=False)
    monkeypatch.setattr(slicer.util, "loadScene", lambda path: slicer.mrmlScene.ReadFromMRB(path), raising=False)
    monkeypatch.setattr(selftest, "clickInView", click)
    said: list[str] = []
    with selftest.temporaryDatabase(tmp_path / "database"):
        selftest.readInViews(said.append, tmp_path)
    assert said[-1] == "SmartScore: save from the panel"
    widget.cleanup()
    widget.ui.SmartScore.setMRMLScene(None)
