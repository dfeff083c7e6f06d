"""Two readings in one scene: what belongs to the other patient is in no view, and comes back with its reading."""

import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from conftest import PHANTOM, click_lesions, database_with_phantom, sample


@pytest.fixture
def two(widget: Any, tmp_path: Path) -> Any:
    """The panel with a database of two patients, the first loaded and marked; `uids` are their series."""
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    template, first = database_with_phantom()
    shutil.copytree(template, tmp_path / "database")
    second = other_patient(tmp_path / "database")
    assert openDatabase(str(tmp_path / "database")) == ""
    widget.panel.choosing.series.refresh()
    widget.panel.choosing.series.finish()
    widget.uids = (first, second)
    load(widget, first)
    click_lesions(widget, phantom(), 3)
    assert slicer.dicomDatabase.isOpen
    return widget


def phantom() -> Any:
    from SmartScoreLib.phantom.standard import standard_phantom

    return standard_phantom(**PHANTOM)


def other_patient(database: Path, patient: str = "SECOND") -> str:
    """Put the same thorax into a database as somebody else's; the Series Instance UID."""
    import pydicom
    from pydicom.uid import generate_uid

    from SmartScoreLib.database.folder import FolderDatabase

    folder = FolderDatabase(database)
    files = folder.series_files(folder.series_instance_uids()[0])
    study, series = generate_uid(), generate_uid()
    made = database.parent / patient
    made.mkdir()
    for file in files:
        dataset = pydicom.dcmread(file)
        dataset.PatientID, dataset.PatientName = patient, f"{patient.capitalize()}^Patient"
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = study, series
        dataset.FrameOfReferenceUID = series
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.save_as(made / file.name)
    folder.insert(sorted(made.iterdir()))
    return str(series)


def load(widget: Any, uid: str) -> None:
    assert widget.panel.choosing.series.select((uid, ""))
    widget.ui.loadButton.click()
    assert widget.panel.session is not None, widget.panel.current.whyNotScorable


def visible(*nodes: Any) -> list[bool]:
    return [bool(node.GetDisplayNode().GetVisibility()) for node in nodes]


def volumes() -> list[Any]:
    import slicer

    return slicer.util.getNodesByClass("vtkMRMLScalarVolumeNode", slicer.mrmlScene)


def test_the_marks_of_the_first_patient_are_hidden_when_the_second_is_loaded_and_come_back(two: Any) -> None:
    first = two.panel.session.segmentationNode
    load(two, two.uids[1])
    second = two.panel.session.segmentationNode
    assert second is not first
    assert visible(first, second) == [False, True]
    load(two, two.uids[0])
    assert visible(first, second) == [True, False]
    assert len(two.panel.session.sheet.lesions) == 3


def test_no_reading_is_seen_while_none_is_open(two: Any) -> None:
    first = two.panel.session.segmentationNode
    two._parameterNode.inputVolume = None
    assert visible(first) == [False]


def test_marks_that_the_reader_hid_stay_hidden_on_return(two: Any) -> None:
    first = two.panel.session.segmentationNode
    first.GetDisplayNode().SetVisibility(False)
    load(two, two.uids[1])
    load(two, two.uids[0])
    assert visible(first) == [False]


def test_a_series_that_is_open_goes_back_to_its_reading_and_says_so(two: Any) -> None:
    volume = two.panel.session.volumeNode
    load(two, two.uids[1])
    load(two, two.uids[0])
    assert two.panel.session.volumeNode is volume
    assert len(volumes()) == 2
    assert "open already" in two.ui.guidanceLabel.text


def test_what_was_added_of_another_patient_is_hidden_and_what_has_no_patient_stays(two: Any) -> None:
    import slicer

    from SmartScoreLib.scene.hierarchy import placeBeside

    load(two, two.uids[1])
    other = two.panel.session.volumeNode
    load(two, two.uids[0])
    ours = two.panel.session.volumeNode
    nodes = {}
    for name, beside in (("theirs", other), ("ours", ours), ("nobody's", None)):
        nodes[name] = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLModelNode", name)
        nodes[name].CreateDefaultDisplayNodes()
        if beside is not None:
            placeBeside(nodes[name], beside)
    marks = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "network's")
    marks.CreateDefaultDisplayNodes()
    marks.SetReferenceImageGeometryParameterFromVolumeNode(other)
    two.panel.updateScores()
    assert visible(nodes["theirs"], nodes["ours"], nodes["nobody's"], marks) == [False, True, True, False]
    load(two, two.uids[1])
    assert visible(nodes["theirs"], nodes["ours"], nodes["nobody's"], marks) == [True, False, True, True]


def test_a_second_reading_of_the_same_volume_is_not_drawn_over_the_one_that_is_open(two: Any) -> None:
    session = two.panel.session
    another = two.logic.openReading(session.volumeNode, copy_of(session.segmentationNode))
    two.panel.updateScores()
    assert visible(session.segmentationNode, another.segmentationNode) == [True, False]


def copy_of(node: Any) -> Any:
    import slicer

    from SmartScoreLib.scene.segmentation import volumeOf

    made = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSegmentationNode", "another reader's")
    made.CreateDefaultDisplayNodes()
    made.SetReferenceImageGeometryParameterFromVolumeNode(volumeOf(node))
    made.GetSegmentation().DeepCopy(node.GetSegmentation())
    return made


def test_a_volume_rendering_of_the_other_patient_is_hidden(two: Any) -> None:
    import slicer

    first = two.panel.session.volumeNode
    rendering = slicer.mrmlScene.AddNode(slicer.vtkMRMLGPURayCastVolumeRenderingDisplayNode())
    first.AddAndObserveDisplayNodeID(rendering.GetID())
    rendering.SetVisibility(True)
    load(two, two.uids[1])
    assert not rendering.GetVisibility()
    assert first.GetDisplayNode().GetVisibility()  # the slice views choose by themselves
    load(two, two.uids[0])
    assert rendering.GetVisibility()


def test_a_saved_scene_of_two_readings_opens_with_one_shown(two: Any, tmp_path: Path) -> None:
    import slicer

    load(two, two.uids[1])
    assert slicer.mrmlScene.WriteToMRB(str(tmp_path / "scene.mrb"))
    slicer.mrmlScene.Clear(0)
    two.exit()
    two.parent.isEntered = False
    assert slicer.mrmlScene.ReadFromMRB(str(tmp_path / "scene.mrb"))
    marks = slicer.util.getNodesByClass("vtkMRMLSegmentationNode", slicer.mrmlScene)
    assert sorted(visible(*marks)) == [False, True]


def test_a_scene_added_while_the_panel_is_hidden_shows_one_reading(two: Any, tmp_path: Path) -> None:
    import slicer

    assert slicer.mrmlScene.WriteToMRB(str(tmp_path / "first.mrb"))
    two.exit()
    two.parent.isEntered = False
    assert slicer.mrmlScene.ReadFromMRB(str(tmp_path / "first.mrb"))  # beside the one that is there
    marks = slicer.util.getNodesByClass("vtkMRMLSegmentationNode", slicer.mrmlScene)
    assert len(marks) == 2
    assert sum(visible(*marks)) == 1


def test_the_only_ct_of_the_scene_is_read_when_the_module_is_shown(widget: Any) -> None:
    widget.exit()
    node = sample()
    assert widget.panel.session is None
    widget.enter()
    assert widget.panel.session is not None
    assert widget.panel.session.volumeNode is node


def test_of_two_volumes_the_one_in_the_views_is_read_and_without_views_none(widget: Any) -> None:
    import slicer

    widget.exit()
    first, second = sample(), sample()
    widget.enter()
    assert widget.panel.session is None
    widget.exit()
    view = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLSliceCompositeNode")
    view.SetBackgroundVolumeID(second.GetID())
    widget.enter()
    assert widget.panel.session.volumeNode is second
    assert first is not second


def test_captures_label_maps_and_other_modalities_are_not_taken_for_the_ct(widget: Any) -> None:
    import slicer

    from SmartScoreLib.scene.hierarchy import _hierarchy

    widget.exit()
    magnetic = sample()
    hierarchy = _hierarchy(slicer.mrmlScene)
    item = hierarchy.GetItemByDataNode(magnetic) or hierarchy.CreateItem(hierarchy.GetSceneItemID(), magnetic)
    hierarchy.SetItemAttribute(item, "DICOM.Modality", "MR")
    for name in ("vtkMRMLVectorVolumeNode", "vtkMRMLLabelMapVolumeNode"):
        slicer.util.updateVolumeFromArray(
            slicer.mrmlScene.AddNewNodeByClass(name), np.zeros((2, 4, 4, *([3] if "Vector" in name else [])), np.uint8)
        )
    widget.enter()
    assert widget.panel.session is None


def test_a_database_opened_in_place_of_the_readings_own_is_told_and_nothing_is_saved_into_it(
    two: Any, tmp_path: Path
) -> None:
    import slicer

    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    own = slicer.dicomDatabase.databaseDirectory
    assert openDatabase(str(tmp_path / "another")) == ""
    two.panel.onDatabase()
    assert "not in the open DICOM database" in two.ui.guidanceLabel.text
    assert not two.ui.saveButton.enabled
    assert str(tmp_path / "another") in two.ui.saveButton.toolTip
    assert openDatabase(own) == ""
    two.panel.onDatabase()
    assert two.ui.saveButton.enabled
