"""One point by one click in a view: Slicer's place mode, with a markup that is gone once it was placed."""

from collections.abc import Callable
from typing import Any

import qt
import slicer
from slicer.util import VTKObservationMixin

from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.series.geometry import Vector

POINTS = "vtkMRMLMarkupsFiducialNode"


class PointByClick:
    """Asks for one point at a time; Esc or a right click in a view takes the question back."""

    def __init__(self) -> None:
        self._node: Any = None
        self._observations = VTKObservationMixin()

    @property
    def asked(self) -> bool:
        """Whether the next click is meant for a point."""
        return self._node is not None

    def ask(self, onPlaced: Callable[[Vector], None]) -> None:
        """Let the next click in a view call `onPlaced` with its world RAS millimetres."""
        self.forget()
        logic = slicer.app.applicationLogic()
        selection, interaction = logic.GetSelectionNode(), logic.GetInteractionNode()
        node = self._node = slicer.mrmlScene.AddNewNodeByClass(POINTS, "SmartScore point")
        node.CreateDefaultDisplayNodes()
        node.SetSaveWithScene(False)
        node.SetHideFromEditors(True)

        def placed(*_args: object) -> None:
            r, a, s = (float(value) for value in node.GetNthControlPointPositionWorld(0))
            self._observations.removeObservers()
            # The view is still at work with the node: it may go once the click is over.
            qt.QTimer.singleShot(0, lambda: self._end(onPlaced, (r, a, s)))

        self._observations.addObserver(node, node.PointPositionDefinedEvent, placed)
        selection.SetReferenceActivePlaceNodeClassName(POINTS)
        selection.SetActivePlaceNodeID(node.GetID())
        interaction.SetPlaceModePersistence(0)
        interaction.SetCurrentInteractionMode(interaction.Place)
        self._observations.addObserver(interaction, interaction.InteractionModeChangedEvent, self._modeChanged)

    def forget(self) -> None:
        """Ask no more."""
        self._observations.removeObservers()
        node, self._node = self._node, None
        if node is not None:
            interaction = slicer.app.applicationLogic().GetInteractionNode()
            if interaction.GetCurrentInteractionMode() == interaction.Place:
                interaction.SetCurrentInteractionMode(interaction.ViewTransform)
            removeWhole(node)

    def _end(self, onPlaced: Callable[[Vector], None], ras: Vector) -> None:
        if self._node is not None:
            self.forget()
            onPlaced(ras)

    def _modeChanged(self, interaction: Any, *_args: object) -> None:
        """The question was taken back; a point that was placed has been told before."""
        if interaction.GetCurrentInteractionMode() != interaction.Place:
            self.forget()
