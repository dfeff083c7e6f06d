"""The section in which the report is looked at and slices for screen saves are chosen."""

from typing import Any

from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.reporting.report_preview import ReportPreview, Request
from SmartScoreLib.desktop.views.views import shownSlice


class ReportingSection:
    """The preview, and the slices that are saved with it.

    Attributes:
        preview: the pages and screen saves.
    """

    def __init__(self, ui: Any, current: Current) -> None:
        self._current = current
        self.preview = ReportPreview(ui, self._toDraw)
        ui.addViewButton.connect("clicked()", self.addShownSlice)
        ui.addAllButton.connect("clicked()", self.addSlicesWithLesions)
        ui.clearScreensButton.connect("clicked()", lambda: current.settings.clearScreens())

    def addShownSlice(self) -> None:
        """Choose the slice in the large view for a screen save."""
        session = self._current.session
        index = shownSlice(session.volumeNode, session.series.geometry) if session is not None else None
        self._current.settings.addScreens(() if index is None else (index,))

    def addSlicesWithLesions(self) -> None:
        """Choose every slice that holds a lesion."""
        session = self._current.session
        self._current.settings.addScreens(session.slicesWithLesions() if session is not None else ())

    def _toDraw(self) -> Request | None:
        if self._current.session is None:
            return None
        settings = self._current.settings
        return self._current.session.reading(), settings.language(), settings.screens() or None
