"""Tells when keys begin or cease to go to a widget."""

from collections.abc import Callable
from typing import Any

import qt


class Focused(qt.QObject):  # type: ignore[misc] # Slicer's qt has no types
    """Watches a widget as long as it lives."""

    def __init__(self, widget: Any, onMoved: Callable[[bool], None]) -> None:
        """`onMoved` is told whether the widget has the keys now."""
        super().__init__()
        self._onMoved = onMoved
        widget.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Qt's: look at what happens to the widget, and keep nothing from it."""
        if event.type() == qt.QEvent.FocusIn:
            self._onMoved(True)
        elif event.type() == qt.QEvent.FocusOut:
            self._onMoved(False)
        return False
