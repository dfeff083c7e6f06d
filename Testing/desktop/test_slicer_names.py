"""The stand-ins offer what the module's own test looks for in Slicer, and nothing else."""

from typing import Any

import pytest


def owners() -> dict[str, Any]:
    """The hand-made stand-ins by what they stand in for."""
    import dicom_standin
    import effect_standin
    import qt_standin
    import sample_data_standin
    import slicer_standin

    return {
        "SampleDataLogic": sample_data_standin.SampleDataLogic,
        "qSlicerApplication": slicer_standin.Application,
        "qSlicerLayoutManager": slicer_standin.LayoutManager,
        "qMRMLSliceWidget": effect_standin.SliceWidget,
        "qMRMLThreeDWidget": effect_standin.ThreeDWidget,
        "qMRMLWidget": slicer_standin.qMRMLWidget,
        "qMRMLNodeComboBox": slicer_standin.qMRMLNodeComboBox,
        "qMRMLSegmentEditorWidget": slicer_standin.qMRMLSegmentEditorWidget,
        "qSlicerSegmentEditorEffectFactory": slicer_standin.EffectFactory,
        "qSlicerSegmentEditorAbstractEffect": effect_standin.AbstractEffect,
        "qSlicerSegmentEditorScriptedEffect": effect_standin.ScriptedEffect,
        "ctkDICOMDatabase": dicom_standin.DicomDatabase,
        "ctkDICOMIndexer": dicom_standin.ctkDICOMIndexer,
        "ctkCollapsibleButton": qt_standin.ctkCollapsibleButton,
        "ctkSliderWidget": effect_standin.ctkSliderWidget,
    }


def test_the_stand_ins_lack_nothing_that_is_looked_for_in_slicer(app: Any) -> None:
    import slicer
    import slicer_standin

    from SmartScoreLib.desktop.slicer_names import missing

    app.layouts = slicer_standin.LayoutManager(slicer.mrmlScene)
    # In the application alone: what tests put in the place of these themselves.
    assert [name for name in missing() if name not in ("slicer.util: loadScene", "slicer.util: saveScene")] == []


def test_the_stand_ins_offer_nothing_that_is_not_looked_for_in_slicer(app: Any) -> None:
    from SmartScoreLib.desktop.slicer_names import NAMES

    handled_by_qt = {"mousePressEvent", "paintEvent", "HEADER", "connect", "disconnect"}
    for owner, standin in owners().items():
        known = {name.partition("(")[0] for name in NAMES[owner]}
        offered = {name for name in vars(standin) if not name.startswith("_")}
        offered -= {"SIGNALS", "FOR_TESTS", "staticMetaObject", *getattr(standin, "FOR_TESTS", ())} | handled_by_qt
        assert offered - known == set(), owner
        assert {s.partition("(")[0] for s in getattr(standin, "SIGNALS", ())} <= known, owner


def test_a_name_that_is_not_there_is_told(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from dicom_standin import ctkDICOMIndexer

    from SmartScoreLib.desktop.slicer_names import missing

    monkeypatch.delattr(ctkDICOMIndexer, "waitForImportFinished")
    assert "ctkDICOMIndexer: waitForImportFinished" in missing()


def test_whatever_the_code_asks_of_slicer_is_looked_for(app: Any, repository: Any) -> None:
    import re

    from SmartScoreLib.desktop.slicer_names import NAMES

    module = repository / "SmartScore"
    files = [*(module / "SmartScoreLib" / "desktop").rglob("*.py"), *(module / "SegmentEditorCalciumLib").glob("*.py")]
    text = "\n".join(f.read_text(encoding="utf-8") for f in [*files, module / "SmartScore.py"])
    for pattern, owner in (
        (r"\bslicer\.util\.(\w+)", "slicer.util"),
        (r"\bslicer\.app\.(\w+)", "qSlicerApplication"),
        (r"\bscriptedEffect\.(\w+)", "qSlicerSegmentEditorScriptedEffect"),
        (r"\bslicer\.dicomDatabase\.(\w+)", "ctkDICOMDatabase"),
        (r"\b(?:self\._)?database\.(\w+)\(", "ctkDICOMDatabase"),
        (r"\bindexer\.(\w+)", "ctkDICOMIndexer"),
    ):
        known = {name.partition("(")[0] for name in NAMES[owner]} | {"connect", "disconnect"}
        assert set(re.findall(pattern, text)) - known == set(), owner
