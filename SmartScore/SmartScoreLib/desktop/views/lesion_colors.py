"""Lesions in the 3D view: in the colors of their territories, which are those of the marks, or by their density."""

from typing import Any

import slicer

from SmartScoreLib.scene.readings.orphans import removeWhole
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scene.views.density import showDensity


class LesionColors:
    """Shows the lesions by density, and the marks in 3D again when that ends."""

    def __init__(self) -> None:
        self._node: Any = None
        self._hidden: Any = None
        self._shown: tuple[Any, Any] | None = None

    def show(self, session: ReadingSession | None, byDensity: bool) -> None:
        """Follow the reading; without a main window there is nothing to follow."""
        if session is None or not byDensity or slicer.app.layoutManager() is None:
            self.forget()
            return
        # Every change of what counts makes a new sheet.
        shown = (session.segmentationNode, session.sheet)
        if self._shown is not None and self._shown[0] is shown[0] and self._shown[1] is shown[1]:
            return
        self.forget()
        self._shown = shown
        self._node = showDensity(session.volumeNode, session.series.geometry, session.sheet.lesions)
        display = session.segmentationNode.GetDisplayNode()
        if display is not None and display.GetVisibility3D():
            display.SetVisibility3D(False)
            self._hidden = display

    def forget(self) -> None:
        """Take the surface away; the marks are seen in 3D again."""
        if self._node is not None:
            removeWhole(self._node)
        if self._hidden is not None:
            self._hidden.SetVisibility3D(True)
        self.forgetScene()

    def forgetScene(self) -> None:
        """The scene is being closed, and the nodes with it."""
        self._node = self._hidden = self._shown = None
