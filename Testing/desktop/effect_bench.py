"""The effect's file on a small volume in a stand-in of the segment editor."""

from typing import Any

import numpy as np
import slicer
import vtk
from effect_standin import ScriptedEffect, SliceWidget, pressed

from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.segmentation import createSegmentation, lesionMapFromSegmentation
from SmartScoreLib.scene.volumes import volumeFromSeries
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

GEOMETRY = VolumeGeometry((8, 40, 50), (3.0, 0.5, 0.5), (-12.0, -10.0, -12.0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
LESION, FAT, BONE, THREAD = (4, 11, 22), (4, 2, 2), (4, 35, 20), (4, 20, 10)
PRESS, MOVE = vtk.vtkCommand.LeftButtonPressEvent, vtk.vtkCommand.MouseMoveEvent
LOGIC = slicer.vtkSlicerSegmentEditorLogic


def sliceView(scene: Any) -> SliceWidget:
    node = scene.AddNewNodeByClass("vtkMRMLSliceNode")
    node.SetDimensions(400, 300, 1)
    node.SetFieldOfView(40.0, 30.0, 1.0)
    node.UpdateMatrices()
    return SliceWidget(node)


class Bench:
    """A volume with a lesion, bone behind it and a thread of noise, a slice view, and the effect with LAD selected."""

    def __init__(self, scene: Any, effectClass: Any) -> None:
        hu = np.full(GEOMETRY.shape, 40, np.int16)
        hu[3:6, 10:14, 20:26] = 300
        hu[:, 30:, :] = 500
        hu[4, 20, 5:25] = hu[5, 21, 25:45] = 140
        self.series = CTSeries(hu, GEOMETRY)
        self.volume = volumeFromSeries(self.series, scene)
        self.segmentation = createSegmentation(self.volume, scene)
        logic = LOGIC()
        logic.SetMRMLScene(scene)
        logic.SetSegmentEditorNode(scene.AddNode(slicer.vtkMRMLSegmentEditorNode()))
        logic.SetSegmentationNode(self.segmentation)
        logic.SetSourceVolumeNode(self.volume)
        logic.GetSegmentEditorNode().SetSelectedSegmentID("LAD")
        slicer.vtkMRMLSliceNode.AddDefaultSliceOrientationPresets(scene, True)
        self.view = sliceView(scene)
        self.host = ScriptedEffect(logic)
        self.effect = effectClass(self.host)
        self.effect.setupOptionsFrame()
        self.effect.setMRMLDefaults()
        self.effect.updateGUIFromMRML()

    def event(self, event: int, index: tuple[int, int, int], *, shift: int = 0, ctrl: int = 0) -> bool:
        ras = worldFromLps(self.volume, GEOMETRY.lps_mm(index).tolist())
        pressed(self.view, ras, shift=shift, ctrl=ctrl)
        return bool(self.effect.processInteractionEvents(self.view.interactor(), event, self.view))

    def marked(self) -> int:
        return int(np.count_nonzero(lesionMapFromSegmentation(self.segmentation, self.series).labels))

    def shown(self) -> list[str]:
        """What is visible in the view: "outline", or the text."""
        props = self.view.renderer.GetViewProps()
        actors = [props.GetItemAsObject(number) for number in range(props.GetNumberOfItems())]
        visible = [actor for actor in actors if actor.GetVisibility()]
        return [actor.GetInput().strip() if actor.IsA("vtkTextActor") else "outline" for actor in visible]
