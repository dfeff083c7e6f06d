"""The earlier scan beside today's or in its place: views at the same place, and its outlines as dashed lines."""

from typing import Any

import slicer
import vtk
from slicer.util import VTKObservationMixin

from SmartScoreLib.desktop.views.layout import AXIAL, CORONAL, LAYOUT, SAGITTAL
from SmartScoreLib.desktop.views.overlay import Overlay
from SmartScoreLib.scene.followup.dashes import priorOutline
from SmartScoreLib.scene.followup.prior_volume import PriorVolume

LAYOUT_ID = 5218
PRIOR = "SmartScorePrior"
"""The view of the earlier scan, beside the large view."""

_PRIOR_VIEW = (
    '<layout type="horizontal" split="true"><item splitSize="330"><layout type="vertical"><item>'
    f'<view class="vtkMRMLSliceNode" singletontag="{PRIOR}">'
    '<property name="orientation" action="default">Axial</property>'
    '<property name="viewlabel" action="default">P</property>'
    '<property name="viewcolor" action="default">#B0B0B0</property></view></item></layout></item>'
)
SIDE_BY_SIDE = LAYOUT.replace('<layout type="horizontal" split="true">', _PRIOR_VIEW, 1)
"""SmartScore's layout with one view more, on the left."""


class PriorViews:
    """Shows one earlier scan; without a main window it does nothing."""

    def __init__(self) -> None:
        self._prior: PriorVolume | None = None
        self._today: Any = None
        self._before: int | None = None
        self._following = False
        self._observations = VTKObservationMixin()
        self._outlines = Overlay(self._lines)
        self.flipped = False

    def show(self, prior: PriorVolume, today: Any) -> None:
        """Take an earlier scan and the volume that is read; its outlines appear, the views stay as they are."""
        self.forget()
        self._prior, self._today = prior, today
        # The view of the earlier scan has its outline while it is there.
        self._outlines.show((AXIAL, CORONAL, SAGITTAL))

    def forget(self) -> None:
        """Take everything back that was shown of the earlier scan."""
        self.besides(False)
        if self.flipped:
            self.flip()
        self._observations.removeObservers()
        self._outlines.hide()
        self._prior = self._today = None

    def flip(self) -> None:
        """Show the other date in all views of today, at the same place and in the same window."""
        if self._prior is None or slicer.app.layoutManager() is None:
            return
        self.flipped = not self.flipped
        shown = self._prior.volumeNode if self.flipped else self._today
        for name in (AXIAL, CORONAL, SAGITTAL):
            composite = _composite(name)
            if composite is not None and shown is not None:
                composite.SetBackgroundVolumeID(shown.GetID())

    def besides(self, wanted: bool) -> None:
        """Show the earlier scan in a view of its own beside the large view, at the same place; or only today's."""
        manager = slicer.app.layoutManager()
        if manager is None or wanted == (self._before is not None):
            return
        if not wanted:
            self._observations.removeObservers()
            self._outlines.hide((PRIOR,))
            before, self._before = self._before, None
            if manager.layout == LAYOUT_ID and before is not None:
                manager.setLayout(before)
            return
        if self._prior is None:
            return
        node = manager.layoutLogic().GetLayoutNode()
        if node.IsLayoutDescription(LAYOUT_ID):
            node.SetLayoutDescription(LAYOUT_ID, SIDE_BY_SIDE)
        else:
            node.AddLayoutDescription(LAYOUT_ID, SIDE_BY_SIDE)
        self._before = manager.layout
        manager.setLayout(LAYOUT_ID)
        composite = _composite(PRIOR)
        if composite is None:
            return
        composite.SetBackgroundVolumeID(self._prior.volumeNode.GetID())
        # The slider of a view that is new to the window knows no positions yet, and would take today's view to 0 mm.
        slicer.app.processEvents()
        if self._before is None or self._prior is None:
            return
        self._outlines.show((PRIOR,))
        for one, other in ((AXIAL, PRIOR), (PRIOR, AXIAL)):
            follow = _following(self, one, other)
            self._observations.addObserver(_slice(one), vtk.vtkCommand.ModifiedEvent, follow)
        self.follow(AXIAL, PRIOR)

    def follow(self, leader: str, follower: str) -> None:
        """Put a view at the place of another one: same plane and middle; the earlier scan's at the same magnification.

        The view of today keeps its own: the other one is made anew with each change of the layout.
        """
        one, other = _slice(leader), _slice(follower)
        if self._following or one is None or other is None:
            return
        self._following = True
        try:
            width, _height, depth = one.GetFieldOfView()
            columns, rows, _ = other.GetDimensions()
            other.GetSliceToRAS().DeepCopy(one.GetSliceToRAS())
            if columns and rows and follower == PRIOR:
                other.SetFieldOfView(width, width * rows / columns, depth)
            other.SetXYZOrigin(*one.GetXYZOrigin())
            other.UpdateMatrices()
        finally:
            self._following = False

    def refresh(self) -> None:
        """The earlier scan was moved: draw its outlines anew."""
        self._outlines.update()

    def _lines(self, node: Any) -> vtk.vtkPolyData:
        return priorOutline(self._prior, node) if self._prior is not None else vtk.vtkPolyData()


def _following(views: PriorViews, leader: str, follower: str) -> Any:
    return lambda *_: views.follow(leader, follower)


def _slice(name: str) -> Any:
    manager = slicer.app.layoutManager()
    widget = manager.sliceWidget(name) if manager is not None else None
    return widget.mrmlSliceNode() if widget is not None else None


def _composite(name: str) -> Any:
    manager = slicer.app.layoutManager()
    widget = manager.sliceWidget(name) if manager is not None else None
    return widget.sliceLogic().GetSliceCompositeNode() if widget is not None else None
