"""A hand on mouse and keyboard: real events of the X server, by xdotool, counted as a person would count them.

Needs Linux, an X screen and xdotool. A window manager is not needed.
"""

import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import qt
import slicer
import vtk

QUIET_SECONDS = 0.12
PATIENCE_SECONDS = 120.0
MENU_MS = 1500
WHEEL_STEPS = 2
MOST_NOTCHES = 200


class Hand:
    """Clicks and types into Slicer.

    Attributes:
        clicks, keys: how many; a double click is two, a typed name one key.
        notches: of the mouse wheel, which are no actions.
        pictures: how many were taken.
    """

    def __init__(self, folder: Path, size: tuple[int, int] = (1366, 768)) -> None:
        """Pictures of the main window, which gets a size in pixels of the screen, go into a folder."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.clicks = self.keys = self.notches = self.pictures = 0
        window = slicer.util.mainWindow()
        self._scale = float(window.devicePixelRatioF())
        window.setGeometry(0, 0, round(size[0] / self._scale), round(size[1] / self._scale))
        window.show()
        window.activateWindow()
        self.settle()

    @property
    def actions(self) -> int:
        """Clicks and key presses together."""
        return self.clicks + self.keys

    def click(self, widget: Any, *, times: int = 1, button: int = 1) -> None:
        """Click in the middle of a widget, which must be in sight."""
        self._point(*self._middle(widget))
        self._point(*self._middle(widget))  # Slicer's Data Probe may have moved it when the pointer left a view
        self._press(times, button)

    def choose(self, button: Any, line: int, picture: str = "") -> None:
        """Click on a button with a menu and choose a line of that, counted from 1, by keys; perhaps with a picture.

        Qt waits within the click until the menu is closed: what comes after it is done from a timer.
        """

        def go() -> None:
            if picture:
                self.picture(picture, screen=True)
            for key in (*["Down"] * line, "Return"):
                self._xdotool("key", key)
                self.keys += 1

        qt.QTimer.singleShot(MENU_MS, go)
        self.click(button)
        self.settle(0.5)

    def clickRow(self, table: Any, row: int, *, times: int = 1) -> None:
        """Click on the first cell of a row of a table."""
        index = table.model().index(row, 0)
        where = table.visualRect(index).center()
        where = table.viewport().mapToGlobal(where)
        self._point(round(where.x() * self._scale), round(where.y() * self._scale))
        self._press(times, 1)

    def point(self, view: str, ras: tuple[float, float, float]) -> None:
        """Bring a slice view to a position, the last steps by the wheel of the mouse, and point at it."""
        widget = slicer.app.layoutManager().sliceWidget(view)
        node = widget.mrmlSliceNode()
        normal = [node.GetSliceToRAS().GetElement(row, 2) for row in range(3)]
        wanted = _dot(normal, ras)
        step = float(widget.sliceLogic().GetLowestVolumeSliceSpacing()[2])
        if abs(wanted - node.GetSliceOffset()) > WHEEL_STEPS * step:  # each step is drawn, which takes time here
            before = 1 if wanted > node.GetSliceOffset() else -1
            widget.sliceLogic().SetSliceOffset(wanted - before * WHEEL_STEPS * step)
        self._point(*self._middle(widget.sliceView()))
        away = round((wanted - node.GetSliceOffset()) / step)
        for _ in range(abs(away)):
            self._xdotool("click", "4" if away > 0 else "5")
            self.notches += 1
            self.settle(0.02)
        left = abs(wanted - node.GetSliceOffset())
        if left > step * 0.51:
            raise AssertionError(f"the wheel left the view {left:.1f} mm beside {ras}")
        toXy = vtk.vtkMatrix4x4()
        vtk.vtkMatrix4x4.Invert(node.GetXYToRAS(), toXy)
        x, y = toXy.MultiplyPoint([*ras, 1])[:2]
        self._point(*self._pixel(widget.sliceView(), x, y))

    def clickAt(self, view: str, ras: tuple[float, float, float]) -> None:
        """Click at a position in a slice view."""
        self.point(view, ras)
        self._press(1, 1)

    def clickPixel(self, view: Any, x: float, y: float) -> None:
        """Click at a display pixel of a slice view or a 3D view; y counts from below, as VTK has it."""
        self._point(*self._pixel(view, x, y))
        self._press(1, 1)

    def drag(self, view: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Press the left button at a display pixel of a view, move to another one, and let go."""
        self._point(*self._pixel(view, *start))
        self._xdotool("mousedown", "1")
        self.settle()
        self._point(*self._pixel(view, *end))
        self._xdotool("mouseup", "1")
        self.clicks += 1
        self.settle()

    def scrollTo(self, area: Any, widget: Any) -> None:
        """Turn the wheel over the scroll bar of an area until a widget is in sight; over a box it would change it."""
        bar, room = area.verticalScrollBar(), area.viewport().height
        if not bar.isVisible():
            return
        self._point(*self._middle(bar))
        before = ""
        for _ in range(MOST_NOTCHES):
            top = widget.mapTo(area.viewport(), qt.QPoint(0, 0)).y()
            turn = "4" if top < 0 else "5" if top + min(widget.height, room) > room else ""
            atEnd = bar.value == (bar.minimum if turn == "4" else bar.maximum)
            if not turn or atEnd or (before and turn != before):  # what is larger than a turn of the wheel leaves
                return
            before = turn
            self._xdotool("click", turn)
            self.notches += 1
            self.settle(0.03)
        raise AssertionError(f"{widget.objectName or widget} does not come into sight")

    def toTop(self, area: Any, widget: Any) -> None:
        """Let a widget be the first thing in sight of an area: by code, as a turn of the wheel is too coarse for it."""
        self.scrollTo(area, widget)
        bar = area.verticalScrollBar()
        bar.value = bar.value + widget.mapTo(area.viewport(), qt.QPoint(0, 0)).y()
        self.settle(0.5)

    def key(self, name: str) -> None:
        """Press a key by its X name: N, Return, BackSpace, ctrl+Return."""
        self._xdotool("key", name)
        self.keys += 1
        self.settle()

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", text)
        self.keys += 1
        self.settle()

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Let Slicer work until something has happened."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not until():
            if time.monotonic() > end:
                raise AssertionError(f"not within {PATIENCE_SECONDS:.0f} s: {what}")
            self.settle(0.05)

    def picture(self, name: str, *, screen: bool = False) -> None:
        """Take a picture of the main window; or of the screen, with menus and windows before it."""
        self.settle()
        self.pictures += 1
        path = self.folder / f"{self.pictures:02d}_{name}.png"
        taken = slicer.app.primaryScreen.grabWindow(0) if screen else slicer.util.mainWindow().grab()
        taken.save(str(path))
        print(f"{time.strftime('%H:%M:%S')} {name}: {self.actions} actions", flush=True)

    def settle(self, seconds: float = QUIET_SECONDS) -> None:
        """Let Slicer answer to what was done."""
        end = time.monotonic() + seconds
        while True:
            slicer.app.processEvents()
            if time.monotonic() >= end:
                return
            time.sleep(0.01)

    def _middle(self, widget: Any) -> tuple[int, int]:
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            raise AssertionError(f"{widget.objectName} is not in sight")
        middle = widget.mapToGlobal(widget.visibleRegion().boundingRect().center())
        return round(middle.x() * self._scale), round(middle.y() * self._scale)

    def _pixel(self, view: Any, x: float, y: float) -> tuple[int, int]:
        corner, height = view.mapToGlobal(qt.QPoint(0, 0)), view.height * self._scale
        return round(corner.x() * self._scale + x), round(corner.y() * self._scale + height - 1 - y)

    def _point(self, x: int, y: int) -> None:
        self._xdotool("mousemove", str(x - 2), str(y))
        self.settle(0.03)
        self._xdotool("mousemove", str(x), str(y))
        self.settle(0.06)

    def _press(self, times: int, button: int) -> None:
        self._xdotool("click", "--repeat", str(times), "--delay", "60", str(button))
        self.clicks += times
        self.settle()

    def _xdotool(self, *command: str) -> None:
        subprocess.run(("xdotool", *command), check=True)


def _dot(a: Any, b: Any) -> float:
    return float(sum(x * y for x, y in zip(a, b, strict=True)))
