"""The module's self test, whole, in the stand-in of the application."""

from pathlib import Path
from typing import Any

import pytest


def logic() -> Any:
    import SmartScore

    return SmartScore.SmartScoreLogic()


def test_the_self_test_passes_without_views(app: Any) -> None:
    import slicer

    from SmartScoreLib.desktop.selftest import run

    said: list[str] = []
    run(said.append, logic())
    assert said[-1] == "SmartScore: passed"
    assert not slicer.dicomDatabase.isOpen


def test_the_part_in_views_passes_with_clicks_through_the_effect(
    app: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import slicer
    import slicer_standin

    from SmartScoreLib.desktop import selftest

    app.layouts = slicer_standin.LayoutManager(slicer.mrmlScene)
    widget = slicer_standin.makeWidget()
    app.layouts.editor = widget.ui.segmentEditor

    def select(name: str) -> None:
        assert name == "SmartScore"
        widget.parent.isEntered = True
        widget.enter()

    monkeypatch.setattr(slicer.util, "selectModule", select)
    monkeypatch.setattr(slicer.util, "getModuleWidget", lambda name: widget)
    monkeypatch.setattr(slicer.util, "saveScene", lambda path: slicer.mrmlScene.WriteToMRB(path), raising=False)
    monkeypatch.setattr(slicer.util, "loadScene", lambda path: slicer.mrmlScene.ReadFromMRB(path), raising=False)
    said: list[str] = []
    with selftest.temporaryDatabase(tmp_path / "database"):
        selftest.readInViews(said.append, tmp_path)
    assert said[-1] == "SmartScore: continue it and save the next version"
    widget.cleanup()
    widget.ui.SmartScore.setMRMLScene(None)


def test_a_build_runs_every_part_of_the_self_test_once(app: Any) -> None:
    import ast

    import SmartScore

    folder = Path(__file__).parents[1]
    listed = (folder / "CMakeLists.txt").read_text(encoding="utf-8")
    files = sorted((folder / "in_slicer").glob("SmartScore*.py"))
    assert [file.stem for file in files if f"\n  {file.stem}\n" not in listed] == []
    named = [
        ast.literal_eval(node.value)
        for file in files
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
    ]
    parts = [name for one in named for name in one]
    assert sorted(parts) == sorted(name for name in vars(SmartScore.SmartScoreTest) if name.startswith("test_"))
