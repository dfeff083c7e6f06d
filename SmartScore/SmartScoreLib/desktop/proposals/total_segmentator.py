"""TotalSegmentator, where that extension is installed: its heart and vessels may take the place of our own."""

from typing import Any

import slicer

from SmartScoreLib.scene.anatomy.organs import organNodes
from SmartScoreLib.scene.session import ReadingSession

MODULE = "TotalSegmentator"


def canBeAsked(session: ReadingSession | None) -> bool:
    """Whether it is installed, and nobody has segmented the heart of this volume yet."""
    installed = hasattr(slicer.modules, MODULE.lower())
    return installed and session is not None and not organNodes(session.volumeNode)


def openWith(volumeNode: Any) -> None:
    """Show its module with a volume chosen. Its Apply button does the rest: it may install packages, and says so."""
    node = slicer.util.getModuleLogic(MODULE).getParameterNode()
    node.SetNodeReferenceID("InputVolume", volumeNode.GetID())
    slicer.util.selectModule(MODULE)
