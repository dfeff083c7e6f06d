"""Clicks in a 3D view and in a slab, by the mouse: the views go to the voxel that is shown there, and it is marked."""

from pathlib import Path
from typing import Any

import slicer
import vtk
from starting import begin

NEAR_MM = 1.5
"""So far from the middle of a lesion its brightest voxel may lie along the line of sight, beside a slice."""


def sights(folder: Path) -> dict[str, Any]:
    """The phantom: one lesion by a click in 3D, one by a click in the coronal slab; a drag turns and marks nothing."""
    from SmartScoreLib.desktop.views.layout import CORONAL
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.scene.selftest import positionOf

    hand, panel = begin("sights", folder)
    hand.click(panel.ui.phantomButton)
    hand.wait(lambda: panel.session is not None, "the phantom is loaded")
    made = standard_phantom()
    manager = slicer.app.layoutManager()
    view = manager.threeDWidget(0).threeDView()
    lad, lcx, rca = (
        max((one for one in made.lesions if one.territory == key), key=lambda one: len(one.layers))
        for key in ("LAD", "LCX", "RCA")
    )

    def place(lesion: Any) -> Any:
        return positionOf(made, lesion, panel.session.volumeNode)

    hand.key("2")
    hand.clickPixel(view, *displayed(view, place(lad)))
    hand.wait(lambda: len(panel.session.sheet.lesions) == 1, "a click in 3D marks a lesion")
    hand.picture("in_3d")
    away = {"3d": distance(place(lad))}
    found = panel.session.sheet.lesions[0]
    assert (found.territory, round(found.peak_hu)) == ("LAD", round(max(one.peak_hu for one in lad.layers))), found

    # The slab of 20 mm lies 7 mm beside the lesion, which it shows all the same.
    widget = manager.sliceWidget(CORONAL)
    node, at = widget.mrmlSliceNode(), place(rca)
    node.JumpSliceByOffsetting(at[0], at[1] + 7.0, at[2])
    hand.settle(0.3)
    toXy = vtk.vtkMatrix4x4()
    vtk.vtkMatrix4x4.Invert(node.GetXYToRAS(), toXy)
    x, y = toXy.MultiplyPoint([*at, 1])[:2]
    hand.key("4")
    hand.picture("slab")
    hand.clickPixel(widget.sliceView(), x, y)
    hand.wait(lambda: len(panel.session.sheet.lesions) == 2, "a click in the slab marks a lesion")
    hand.picture("in_slab")
    away["slab"] = distance(at)

    # A marked lesion is a surface in 3D: a click on it goes there and changes nothing.
    hand.key("2")
    hand.clickPixel(view, *displayed(view, place(lad)))
    hand.settle(0.5)
    away["marked"] = distance(place(lad))
    assert len(panel.session.sheet.lesions) == 2
    x, y = displayed(view, place(lcx))
    hand.drag(view, (x, y), (x + 60, y + 20))
    assert len(panel.session.sheet.lesions) == 2, "a drag marked something"
    hand.picture("turned")
    hand.key("3")
    hand.clickPixel(view, *displayed(view, place(lcx)))
    hand.wait(lambda: len(panel.session.sheet.lesions) == 3, "after turning, a click in 3D marks a lesion")
    hand.picture("after_turning")
    away["turned"] = distance(place(lcx))
    far = {name: round(mm, 1) for name, mm in away.items() if mm > NEAR_MM + 2.5}
    assert not far, f"the axial view is beside the lesion by mm: {far}"
    return {"actions": hand.actions, **{name: round(mm, 2) for name, mm in away.items()}}


def displayed(view: Any, ras: Any) -> tuple[float, float]:
    """Where a 3D view shows a position, display pixels from below left."""
    renderer = view.renderWindow().GetRenderers().GetFirstRenderer()
    renderer.SetWorldPoint(*ras, 1.0)
    renderer.WorldToDisplay()
    x, y = renderer.GetDisplayPoint()[:2]
    return float(x), float(y)


def distance(ras: Any) -> float:
    """How far the plane of the large view is from a position, mm."""
    node = slicer.app.layoutManager().sliceWidget("Red").mrmlSliceNode()
    return abs(float(node.GetSliceOffset()) - float(ras[2]))
