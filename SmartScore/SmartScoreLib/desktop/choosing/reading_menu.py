"""The button beside the volume: its readings, and new ones that begin with nothing or with the marks of others."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import qt
from slicer import vtkMRMLSegmentationNode
from slicer.i18n import tr as _

from SmartScoreLib.desktop.current import Current
from SmartScoreLib.scene.readings.starting import newReading, startFromFile, startFromSegmentation
from SmartScoreLib.scene.session import readingsOf, segmentationsOf


class ReadingMenu:
    """The menu of a button, made anew each time that it is opened."""

    def __init__(self, ui: Any, current: Current) -> None:
        self._current = current
        self.menu = qt.QMenu(ui.readingButton)
        self.menu.connect("aboutToShow()", self.fill)
        ui.readingButton.setMenu(self.menu)
        self._ui = ui

    def update(self) -> None:
        """The button is on while a volume is read."""
        whyNot = self._current.whyNoSession()
        self._ui.readingButton.enabled = not whyNot
        self._ui.readingButton.toolTip = whyNot or _(
            "Readings of this volume that are open, and new ones: without marks, or with those of another reader, a "
            "network, a file as their start."
        )

    def fill(self) -> None:
        """List what can be chosen now."""
        self.menu.clear()
        session = self._current.session
        if session is None:
            return
        readings = readingsOf(session.volumeNode)
        for node in readings:
            action = self._add(_("Reading: {name}").format(name=node.GetName()), self._showing(node))
            action.setCheckable(True)
            action.setChecked(node is session.segmentationNode)
        self.menu.addSeparator()
        self._add(_("New reading without marks"), lambda: self._begin(lambda: newReading(session.volumeNode)))
        for node in segmentationsOf(session.volumeNode):
            if node is not session.segmentationNode and not node.GetHideFromEditors():
                self._add(_("New reading that begins with {name}").format(name=node.GetName()), self._copying(node))
        self._add(_("New reading that begins with a file..."), self._askFile)

    def _add(self, text: str, action: Callable[[], None]) -> Any:
        made = qt.QAction(text, self.menu)
        self.menu.addAction(made)
        made.connect("triggered()", action)
        return made

    def _showing(self, node: vtkMRMLSegmentationNode) -> Callable[[], None]:
        return lambda: self._choose(node)

    def _copying(self, node: vtkMRMLSegmentationNode) -> Callable[[], None]:
        session = self._current.session
        assert session is not None  # the menu is empty without one
        return lambda: self._begin(lambda: startFromSegmentation(session.volumeNode, session.series, node))

    def _askFile(self) -> None:
        path = qt.QFileDialog.getOpenFileName(None, _("Marks to begin with"))
        if path:
            self.beginWithFile(Path(str(path)))

    def beginWithFile(self, path: Path) -> None:
        """A new reading with the marks of a file."""
        session = self._current.session
        if session is not None:
            threshold = session.state.protocol.threshold_hu
            self._begin(lambda: startFromFile(session.volumeNode, session.series, path, threshold))

    def _begin(self, make: Callable[[], vtkMRMLSegmentationNode]) -> None:
        with self._current.reported(wait=True):
            self._choose(make())

    def _choose(self, node: vtkMRMLSegmentationNode) -> None:
        self._current.settings.parameterNode.marks = node
