"""What goes with a deleted volume or with deleted marks: nothing of a reading stays without its picture."""

from slicer import vtkMRMLDisplayableNode, vtkMRMLDisplayNode, vtkMRMLNode, vtkMRMLScene, vtkMRMLSegmentationNode

from SmartScoreLib.scene.tables import LESION_TABLE, SCORE_TABLE


def removeWhole(node: vtkMRMLDisplayableNode) -> None:
    """Remove a node with its display and storage nodes, which Slicer would leave in the scene."""
    scene = node.GetScene()
    if scene is None:
        return
    parts = [*_displays(node), node.GetStorageNode()]
    scene.RemoveNode(node)
    for part in parts:
        if part is not None and part.GetScene() is scene:
            scene.RemoveNode(part)


def _displays(node: vtkMRMLDisplayableNode) -> list[vtkMRMLDisplayNode]:
    found = (node.GetNthDisplayNode(number) for number in range(node.GetNumberOfDisplayNodes()))
    return [display for display in found if display is not None]


def removeOrphans(scene: vtkMRMLScene, removed: vtkMRMLNode) -> None:
    """Remove the readings of a volume with their tables, or the tables of marks.

    Args:
        scene: where `removed` was until now.
        removed: the node of a NodeRemovedEvent; others still refer to its ID then.
    """
    if isinstance(removed, vtkMRMLSegmentationNode):
        for role in (SCORE_TABLE, LESION_TABLE):
            table = scene.GetNodeByID(removed.GetNodeReferenceID(role) or "")
            if table is not None:
                scene.RemoveNode(table)
        for display in _displays(removed):
            if display.GetScene() is scene:
                scene.RemoveNode(display)
        return
    found = scene.GetNodesByClass("vtkMRMLSegmentationNode")
    found.UnRegister(None)  # Python owns the collection now
    marks = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    for node in marks:
        volumeId = node.GetNodeReferenceID(node.GetReferenceImageGeometryReferenceRole())
        if volumeId == removed.GetID() and node.GetNodeReferenceID(SCORE_TABLE):
            removeWhole(node)
            removeOrphans(scene, node)
