"""The views while SmartScore is open: its layout, slabs and calcium window; the user's own come back on leaving."""

from dataclasses import dataclass
from typing import Any

import slicer
import vtk
from slicer import vtkMRMLScalarVolumeNode, vtkMRMLSegmentationNode
from slicer.i18n import tr as _

from SmartScoreLib.desktop.views.fit import Box, boxToShow, fitView, zoomIn
from SmartScoreLib.desktop.views.layout import AXIAL, CORONAL, LAYOUT_ID, SAGITTAL, registerLayout
from SmartScoreLib.desktop.views.lesion_colors import LesionColors
from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.scene.coordinates import lpsFromWorld, worldFromLps
from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.scene.views.thorax import showThorax
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

SLAB_MM = 20.0
THREE_D_SHARE = 0.95
"""How much of a 3D view the thorax takes."""


@dataclass(frozen=True)
class _Window:
    auto: bool
    width: float
    level: float


class Views:
    """Enters and leaves SmartScore's views. Without a main window it does nothing.

    Attributes:
        colors: of the lesions in 3D.
    """

    def __init__(self) -> None:
        self._previousLayout: int | None = None
        self._previousMode: int | None = None
        self._before: tuple[str, _Window] | None = None
        self._ours: dict[str, _Window] = {}
        self._surfacesOf = ""
        self._thorax: tuple[Any, ...] = ()
        self.colors = LesionColors()

    def enter(self) -> None:
        """Show the layout, and let the mouse move the views."""
        manager = slicer.app.layoutManager()
        if manager is None or self._previousLayout is not None:
            return
        registerLayout(manager)
        self._previousLayout = manager.layout
        manager.setLayout(LAYOUT_ID)
        interaction = slicer.app.applicationLogic().GetInteractionNode()
        self._previousMode = interaction.GetCurrentInteractionMode()
        interaction.SetCurrentInteractionMode(interaction.ViewTransform)
        self.thickSlabs()

    def leave(self) -> None:
        """Give the user's layout, window and mouse mode back."""
        self.forgetVolume()
        manager = slicer.app.layoutManager()
        if manager is None or self._previousLayout is None:
            return
        # Whoever changed the layout meanwhile keeps that choice.
        if manager.layout == LAYOUT_ID:
            manager.setLayout(self._previousLayout)
        slicer.app.applicationLogic().GetInteractionNode().SetCurrentInteractionMode(self._previousMode)
        self._previousLayout = self._previousMode = None

    def thickSlabs(self) -> None:
        """Coronal and sagittal views show the maximum over a slab; closing a scene resets that.

        A view that begins to show a slab draws its borders into the others, right through the heart: they are hidden.
        """
        for name in (CORONAL, SAGITTAL):
            widget = _sliceWidget(name)
            if widget is not None:
                node = widget.mrmlSliceNode()
                node.SetSlabReconstructionType(vtk.VTK_IMAGE_SLAB_MAX)
                node.SetSlabReconstructionThickness(SLAB_MM)
                node.SetSlabReconstructionEnabled(True)
                display = widget.sliceLogic().GetSliceDisplayNode()
                if display is not None:
                    display.SetIntersectingThickSlabVisibility(False)

    def show(self, volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries) -> None:
        """Show a volume in all slice views, along its own axes, in the calcium window, fitted to the heart."""
        self.forgetVolume()
        display = volumeNode.GetDisplayNode()
        if display is not None:
            self._before = (volumeNode.GetID(), _windowOf(display))
            ours = self._ours.get(volumeNode.GetID(), _Window(False, CALCIUM_WINDOW.width, CALCIUM_WINDOW.center))
            display.SetAutoWindowLevel(False)
            display.SetWindowLevel(ours.width, ours.level)
        if slicer.app.layoutManager() is None:
            return
        slicer.util.setSliceViewerLayers(background=volumeNode, foreground=None, label=None)
        for name in (AXIAL, CORONAL, SAGITTAL):
            node = _sliceNode(name)
            if node is not None:
                node.RotateToVolumePlane(volumeNode)
        slicer.util.resetSliceViews()
        box = boxToShow(series)
        for name in (AXIAL, CORONAL, SAGITTAL):
            node = _sliceNode(name)
            if node is not None and box is not None:
                fitView(node, volumeNode, series, box)
        self.thickSlabs()
        self._thorax = showThorax(volumeNode, series)
        _fitThreeD(self._thorax[0])

    def calciumWindow(self, volumeNode: vtkMRMLScalarVolumeNode) -> None:
        """Show a volume in the calcium window again."""
        display = volumeNode.GetDisplayNode()
        if display is not None:
            display.SetAutoWindowLevel(False)
            display.SetWindowLevel(CALCIUM_WINDOW.width, CALCIUM_WINDOW.center)

    def showSurfaces(self, segmentationNode: vtkMRMLSegmentationNode) -> None:
        """Show the lesions in 3D, once: who turns that off in the segment editor means it."""
        if self._surfacesOf == segmentationNode.GetID() or slicer.app.layoutManager() is None:
            return
        self._surfacesOf = segmentationNode.GetID()
        segmentationNode.CreateClosedSurfaceRepresentation()

    def forgetVolume(self) -> None:
        """Give a volume the window back that it had before, and take the thorax out of the 3D view."""
        self.colors.forget()
        for node in self._thorax:
            removeWhole(node)
        self._thorax = ()
        if self._before is None:
            return
        nodeId, window = self._before
        self._before = None
        node = slicer.mrmlScene.GetNodeByID(nodeId)
        display = node.GetDisplayNode() if node is not None else None
        if display is not None:
            self._ours[nodeId] = _windowOf(display)
            display.SetWindowLevel(window.width, window.level)
            display.SetAutoWindowLevel(window.auto)

    def forgetScene(self) -> None:
        """The scene is being closed: its volumes are gone."""
        self._before = None
        self._thorax = ()
        self.colors.forgetScene()
        self._surfacesOf = ""
        self._ours.clear()


def jumpTo(volumeNode: vtkMRMLScalarVolumeNode, lpsMm: tuple[float, float, float]) -> None:
    """Center all slice views on a position in the volume's own LPS millimeters."""
    ras = worldFromLps(volumeNode, lpsMm)
    slicer.vtkMRMLSliceNode.JumpAllSlices(slicer.mrmlScene, *ras, slicer.vtkMRMLSliceNode.CenteredJumpSlice)


def zoomTo(volumeNode: vtkMRMLScalarVolumeNode, series: CTSeries, box: Box | None) -> None:
    """Let all slice views show no more than a box around the heart; None leaves them as they are."""
    for name in (AXIAL, CORONAL, SAGITTAL):
        node = _sliceNode(name)
        if node is not None and box is not None:
            zoomIn(node, volumeNode, series, box)


def shownSlice(volumeNode: vtkMRMLScalarVolumeNode, geometry: VolumeGeometry) -> int | None:
    """The slice (0 = the most inferior) in the large view; None without views or outside of the volume."""
    node = _sliceNode(AXIAL)
    if node is None:
        return None
    toRas = node.GetSliceToRAS()
    ras = [toRas.GetElement(row, 3) for row in range(3)]
    index = round(float(geometry.index(lpsFromWorld(volumeNode, ras))[0]))
    return index if 0 <= index < geometry.shape[0] else None


def shownOffset() -> float | None:
    """Where the large view stands along its axis, mm, as its slider shows; None without views."""
    node = _sliceNode(AXIAL)
    return float(node.GetSliceOffset()) if node is not None else None


def showSlice(volumeNode: vtkMRMLScalarVolumeNode, geometry: VolumeGeometry, index: int) -> None:
    """Move the large view to a slice without panning it."""
    node = _sliceNode(AXIAL)
    if node is not None:
        middle = geometry.lps_mm((index, geometry.shape[1] / 2, geometry.shape[2] / 2))
        node.JumpSliceByOffsetting(*worldFromLps(volumeNode, middle.tolist()))


def whyNoViews() -> str:
    """Why slices cannot be taken from a view, or ""."""
    return "" if _sliceNode(AXIAL) is not None else _("There is no slice view in this window.")


def _sliceWidget(name: str) -> Any:
    manager = slicer.app.layoutManager()
    return manager.sliceWidget(name) if manager is not None else None


def _sliceNode(name: str) -> Any:
    widget = _sliceWidget(name)
    return widget.mrmlSliceNode() if widget is not None else None


def _fitThreeD(modelNode: Any) -> None:
    """Show a model in the 3D views from the front, as large as they can: Slicer fits the sphere around all there is."""
    slicer.util.resetThreeDViews()
    bounds = [0.0] * 6
    modelNode.GetRASBounds(bounds)
    manager = slicer.app.layoutManager()
    for number in range(manager.threeDViewCount):
        view = manager.threeDWidget(number).threeDView()
        view.renderWindow().GetRenderers().GetFirstRenderer().ResetCameraScreenSpace(bounds, THREE_D_SHARE)
        view.scheduleRender()


def _windowOf(display: Any) -> _Window:
    return _Window(bool(display.GetAutoWindowLevel()), display.GetWindow(), display.GetLevel())
