"""An earlier scan as a volume of its own in the scene, laid on the volume that is read by a transform node.

It is there to be looked at: no selector lists it, no scene file holds it, and no score is made of it.
"""

from slicer import vtkMRMLScalarVolumeNode, vtkMRMLScene, vtkMRMLTransformNode

from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.scene.coordinates import LPS_FROM_RAS, vtkMatrixFromArray
from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.scene.volumes import addVolume


class PriorVolume:
    """The nodes of one earlier scan.

    Attributes:
        reading: the earlier reading.
        volumeNode: its volume, under the transform.
    """

    def __init__(self, reading: Reading, alignment: Alignment, volumeNode: vtkMRMLScalarVolumeNode) -> None:
        """Add the nodes to the scene of the volume that is read, under the transform that this one lies under."""
        scene: vtkMRMLScene = volumeNode.GetScene()
        self.reading = reading
        day = reading.description.study.study_date
        self.volumeNode = addVolume(reading.series, scene, f"{day or 'prior'} CT")
        self._transform: vtkMRMLTransformNode = scene.AddNewNodeByClass(
            "vtkMRMLLinearTransformNode", "SmartScore prior"
        )
        for node in (self.volumeNode, self._transform):
            node.SetHideFromEditors(True)
            node.SetSaveWithScene(False)
        self.volumeNode.GetDisplayNode().SetSaveWithScene(False)
        parent = volumeNode.GetParentTransformNode()
        if parent is not None:
            self._transform.SetAndObserveTransformNodeID(parent.GetID())
        self.volumeNode.SetAndObserveTransformNodeID(self._transform.GetID())
        self.lay(alignment)

    def lay(self, alignment: Alignment) -> None:
        """Lay it on the later scan by an alignment, found or corrected by hand."""
        ras = LPS_FROM_RAS @ alignment.matrix @ LPS_FROM_RAS
        self._transform.SetMatrixTransformToParent(vtkMatrixFromArray(ras))

    def remove(self) -> None:
        """Take the nodes out of the scene."""
        removeWhole(self.volumeNode)
        scene = self._transform.GetScene()
        if scene is not None:
            scene.RemoveNode(self._transform)
