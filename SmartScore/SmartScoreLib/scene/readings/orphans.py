"""What goes with a deleted volume or with deleted marks: nothing of a reading stays without its picture."""

from slicer import vtkMRMLNode, vtkMRMLScene, vtkMRMLSegmentationNode

from SmartScoreLib.scene.tables import LESION_TABLE, SCORE_TABLE


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
        return
    found = scene.GetNodesByClass("vtkMRMLSegmentationNode")
    found.UnRegister(None)  # Python owns the collection now
    marks = [found.GetItemAsObject(number) for number in range(found.GetNumberOfItems())]
    for node in marks:
        volumeId = node.GetNodeReferenceID(node.GetReferenceImageGeometryReferenceRole())
        if volumeId == removed.GetID() and node.GetNodeReferenceID(SCORE_TABLE):
            scene.RemoveNode(node)  # comes back here for its tables
