"""SmartScore's layout: large axial slices, coronal and sagittal slabs and a 3D view beside them."""

from typing import Any

LAYOUT_ID = 5217
"""Any number above those of Slicer's own layouts; a scene that was saved in this layout holds it."""

AXIAL, CORONAL, SAGITTAL = "Red", "SmartScoreCoronal", "SmartScoreSagittal"

_SLICE_VIEW = (
    '<item splitSize="{size}"><view class="vtkMRMLSliceNode" singletontag="{tag}">'
    '<property name="orientation" action="default">{orientation}</property>'
    '<property name="viewlabel" action="default">{label}</property>'
    '<property name="viewcolor" action="default">{color}</property></view></item>'
)
LAYOUT = (
    '<layout type="horizontal" split="true"><item splitSize="660"><layout type="vertical">'
    + _SLICE_VIEW.format(size=0, tag=AXIAL, orientation="Axial", label="R", color="#F34A33")
    + '</layout></item><item splitSize="340"><layout type="vertical" split="true">'
    + _SLICE_VIEW.format(size=333, tag=CORONAL, orientation="Coronal", label="C", color="#6EB04B")
    + _SLICE_VIEW.format(size=333, tag=SAGITTAL, orientation="Sagittal", label="S", color="#EDD54C")
    + '<item splitSize="333"><view class="vtkMRMLViewNode" singletontag="1">'
    '<property name="viewlabel" action="default">1</property></view></item></layout></item></layout>'
)


def registerLayout(manager: Any) -> None:
    """Make the layout known to a layout manager; until then a scene that was saved in it would show no views.

    Slicer lays all views out anew when it gets to know a layout, which takes longer than the whole start of the module:
    only one that is shown is worth it.
    """
    layoutNode = manager.layoutLogic().GetLayoutNode()
    if layoutNode.IsLayoutDescription(LAYOUT_ID):
        layoutNode.SetLayoutDescription(LAYOUT_ID, LAYOUT)
        return
    before = layoutNode.GetDisableModifiedEvent()
    layoutNode.SetDisableModifiedEvent(manager.layout != LAYOUT_ID)
    layoutNode.AddLayoutDescription(LAYOUT_ID, LAYOUT)
    layoutNode.SetDisableModifiedEvent(before)
