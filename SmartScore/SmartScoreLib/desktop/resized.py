"""Tells when a widget has got another width."""

from collections.abc import Callable
from typing import Any

import qt


class Resized(qt.QObject):  # type: ignore[misc] # Slicer's qt has no types
    """Watches a widget as long as it lives."""

    def __init__(self, widget: Any, onResized: Callable[[], None]) -> None:
        """`onResized` is called when the width is another one than before."""
        super().__init__()
        self._widget = widget
        self._onResized = onResized
        self._width = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Qt's: look at what happens to the widget, and keep nothing from it."""
        if event.type() == qt.QEvent.Resize and self._widget.width != self._width:
            self._width = self._widget.width
            self._onResized()
        return False
