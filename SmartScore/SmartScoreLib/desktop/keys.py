"""The one table of keys. They live only while the module is shown, and F1 lists them.

While the fold with the full segment editor is open, its own keys are installed and those of the panel that it uses too
(territories, undo and redo) are off: two shortcuts with one key would make neither work.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.lesions.territories import TERRITORIES

KEYS: Mapping[str, str] = {
    "nextLesion": "N",
    "previousLesion": "Shift+N",
    "nextSlice": "C",
    "previousSlice": "Shift+C",
    "undo": "Z",
    "redo": "Y",
    "inSlice": "S",
    "candidates": "K",
    "propose": "P",
    "window": "W",
    "density": "Shift+W",
    "nextExam": "U",
    "otherDate": "D",
    "earlierTerritory": "E",
    "save": "Shift+X",
    "help": "F1",
}
"""Which key does what. None is one of Slicer's: the keys of its main window come with Ctrl or Alt, and its slice views
take arrows, B, F, G, R, T, V and brackets."""

LIST_KEYS: Mapping[str, str] = {"deleteLesion": "Del", "giveLesion": "0-9"}
"""Keys of the list of lesions, while it has the focus."""

PROPOSAL_KEYS: Mapping[str, str] = {
    "accept": "Enter",
    "acceptAs": "0-9",
    "reject": "Backspace",
    "goOn": "N",
    "acceptAll": "Ctrl+Enter",
}
"""Keys of the list of proposals, while it has the focus."""

_SHARED_WITH_EDITOR = ("undo", "redo", *(territory.key for territory in TERRITORIES))


def whatKeysDo() -> dict[str, str]:
    """What each key of the tables does, in words."""
    return {
        "nextLesion": _("next lesion; next candidate, the largest first, while candidates are outlined"),
        "previousLesion": _("previous lesion or candidate"),
        "nextSlice": _("next slice with calcium"),
        "previousSlice": _("previous slice with calcium"),
        "undo": _("take the last edit back"),
        "redo": _("do again what was taken back"),
        "inSlice": _("clicks take this slice only, or the whole lesion"),
        "candidates": _("outline what may be calcium, or hide it"),
        "propose": _("look for likely calcium, or stop looking"),
        "window": _("calcium window"),
        "density": _("color the lesions in 3D by density, or by territory"),
        "nextExam": _("next series that nobody has read"),
        "otherDate": _("the other date, while an earlier scan is open"),
        "earlierTerritory": _("give the lesion the territory that it had on the earlier scan, as the top line offers"),
        "save": _("save what is chosen to DICOM"),
        "help": _("this page"),
        "deleteLesion": _("remove the lesion"),
        "giveLesion": _("give the lesion to another territory"),
        "accept": _("accept the proposal, and go on to the next that is open"),
        "acceptAs": _("accept it for the territory of that digit"),
        "reject": _("reject it"),
        "goOn": _("go on without a decision"),
        "acceptAll": _("accept all open proposals of this vessel"),
    }


def keyTables() -> tuple[tuple[str, list[tuple[str, str]]], ...]:
    """All keys and what they do, in tables that have a title; the page of F1 and the documentation show them."""
    does = whatKeysDo()
    marking = [(territory.shortcut, _("mark {name}").format(name=territory.name)) for territory in TERRITORIES]
    return (
        (_("Marking: press a key, then click calcium in a slice view"), marking),
        (_("Anywhere in the module"), [(key, does[name]) for name, key in KEYS.items()]),
        (_("In the list of lesions, once a line was clicked or N was pressed"), [
            (key, does[name]) for name, key in LIST_KEYS.items()
        ]),
        (_("In the list of proposals, once they were found or a line was clicked"), [
            (key, does[name]) for name, key in PROPOSAL_KEYS.items()
        ]),
        (_("With the mouse in a view"), [
            (_("Click"), _("take the calcium under the pointer; its outline shows how much")),
            (_("Shift+click"), _("take marks out")),
            (_("Key of a territory"), _("take what is outlined under the pointer into it, if it is not marked yet")),
            (_("Click in a slab or in 3D"), _("jump to the brightest calcium on the line of sight, and take it")),
        ]),
    )  # fmt: skip


def keysPage() -> str:
    """All keys as HTML."""
    return "".join(
        f"<h3>{escape(title)}</h3><table cellpadding='3'>"
        + "".join(f"<tr><td><b>{escape(key)}</b></td><td>{escape(text)}</td></tr>" for key, text in rows)
        + "</table>"
        for title, rows in keyTables()
    )


class Keys:
    """Makes the shortcuts once; they are off until `enable`."""

    def __init__(self, actions: Mapping[str, Callable[[], None]], onTerritory: Callable[[str], None]) -> None:
        """Take one action for each of KEYS but the help, and one that is given a territory's key.

        No main window: no shortcuts.
        """
        self._shortcuts: dict[str, Any] = {}
        self._page: Any = None
        window = slicer.util.mainWindow()
        if window is None:
            return
        for name, key in KEYS.items():
            self._add(window, name, key, actions[name] if name != "help" else self.showPage)
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
        """Remove the shortcuts from the main window, and close the page."""
        for shortcut in self._shortcuts.values():
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts.clear()
        if self._page is not None:
            self._page.close()
            self._page = None

    def showPage(self) -> None:
        """Show all keys in a window of its own; nothing is fetched from anywhere."""
        self._page = qt.QDialog(slicer.util.mainWindow())
        self._page.setWindowTitle(_("Keys of SmartScore"))
        text = qt.QTextBrowser()
        text.setHtml(keysPage())
        layout = qt.QVBoxLayout(self._page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(text)
        self._page.resize(520, 680)
        self._page.show()

    def _add(self, window: Any, name: str, key: str, action: Callable[[], None]) -> None:
        shortcut = qt.QShortcut(window)
        shortcut.setKey(qt.QKeySequence(key))
        shortcut.connect("activated()", action)
        self._shortcuts[name] = shortcut


def _calling(action: Callable[[str], None], argument: str) -> Callable[[], None]:
    return lambda: action(argument)
