"""Keys that live only while the module is open.

While the fold with the full segment editor is open, its own keys are installed and those of the panel that it uses too
(territories, undo and redo) are off: two shortcuts with one key would make neither work.
"""

from collections.abc import Callable
from typing import Any

import qt
import slicer

from SmartScoreLib.lesions.territories import TERRITORIES

KEYS = {
    "nextLesion": "N",
    "previousLesion": "Shift+N",
    "nextSlice": "C",
    "previousSlice": "Shift+C",
    "undo": "Z",
    "redo": "Y",
}
"""What each key does; those of the table of territories choose one."""

_SHARED_WITH_EDITOR = ("undo", "redo", *(territory.key for territory in TERRITORIES))


class Shortcuts:
    """Makes the shortcuts once; they are off until `enable`."""

    def __init__(self, actions: dict[str, Callable[[], None]], onTerritory: Callable[[str], None]) -> None:
        """Take one action for each of KEYS, and one that is given a territory's key. No main window: no shortcuts."""
        self._shortcuts: dict[str, Any] = {}
        window = slicer.util.mainWindow()
        if window is None:
            return
        for name, key in KEYS.items():
            self._add(window, name, key, actions[name])
        for territory in TERRITORIES:
            self._add(window, territory.key, territory.shortcut, _calling(onTerritory, territory.key))
        self.disable()

    def enable(self, editorKeys: bool) -> None:
        """Turn the keys on, without those that the segment editor uses if its own are installed."""
        for name, shortcut in self._shortcuts.items():
            shortcut.setEnabled(not (editorKeys and name in _SHARED_WITH_EDITOR))

    def disable(self) -> None:
        """Turn all keys off."""
        for shortcut in self._shortcuts.values():
            shortcut.setEnabled(False)

    def cleanup(self) -> None:
        """Remove the shortcuts from the main window."""
        for shortcut in self._shortcuts.values():
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()

    def _add(self, window: Any, name: str, key: str, action: Callable[[], None]) -> None:
        shortcut = qt.QShortcut(window)
        shortcut.setKey(qt.QKeySequence(key))
        shortcut.connect("activated()", action)
        self._shortcuts[name] = shortcut


def _calling(action: Callable[[str], None], argument: str) -> Callable[[], None]:
    return lambda: action(argument)
