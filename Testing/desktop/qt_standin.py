"""PySide6 dressed as Slicer's `qt` and `ctk`, so that the panel runs without Slicer. For tests and pictures only.

What differs from PythonQt and is made up for here: Qt properties are Python attributes (`button.text = "x"`), signals
connect by their signature (`button.connect("clicked()", f)`), and .ui files make objects of these very classes.
What is not: enums compare with integers in PythonQt only, and objects that Qt itself makes (a header, a selection
model) take `signal.connect` here, not `connect("signal()")`. So the panel does without both.
"""

import ctypes
import os
import sys
import types
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if sys.version_info < (3, 12):
    # PySide6 releases None, True and False more often than it takes them (seen with 6.12). Since Python 3.12 they live
    # for ever; before, the process dies when the count reaches zero.
    for _single in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_single)).value += 1 << 40

from PySide6 import QtCore, QtGui, QtUiTools, QtWidgets

# Virtual functions that Qt calls itself: as properties they would call themselves for ever.
_NOT_PROPERTIES = {"sizeHint", "minimumSizeHint"}


def _property(name: str) -> property:
    return property(
        lambda self: QtCore.QObject.property(self, name),
        lambda self, value: QtCore.QObject.setProperty(self, name, value),
    )


def _connect(self: Any, signature: str, slot: Callable[..., Any]) -> None:
    signal = getattr(self, signature.split("(")[0])
    types_ = signature.partition("(")[2].rstrip(")")
    if not types_ or types_ == "bool":
        # "clicked()" calls without argument, "clicked(bool)" with one; PySide6 looks at the slot instead
        wrapped = (lambda *_: slot()) if not types_ else (lambda value: slot(value))
        self.__dict__.setdefault("_slots", {})[(signature, slot)] = wrapped
        signal.connect(wrapped)
    else:
        signal.connect(slot)


def _disconnect(self: Any, signature: str, slot: Callable[..., Any]) -> None:
    wrapped = self.__dict__.get("_slots", {}).pop((signature, slot), slot)
    getattr(self, signature.split("(")[0]).disconnect(wrapped)


def _dressed(base: type) -> type:
    meta = base.staticMetaObject
    names = [meta.property(i).name() for i in range(meta.propertyCount())]
    members = {name: _property(name) for name in names if name not in _NOT_PROPERTIES}
    if issubclass(base, QtWidgets.QProgressBar):
        members.pop("text")
    if base is QtCore.QTimer:
        members.pop("singleShot")  # both a static method and a property

    # PySide6 takes another QObject.connect unless a class has one in its own dictionary.
    def init_subclass(cls: Any) -> None:
        cls.connect, cls.disconnect = _connect, _disconnect

    own = {"connect": _connect, "disconnect": _disconnect, "__init_subclass__": classmethod(init_subclass)}
    return type(base.__name__, (base,), members | own)


qt = types.ModuleType("qt")
for _module in (QtCore, QtGui, QtWidgets):
    for _name in dir(_module):
        _value = getattr(_module, _name)
        if isinstance(_value, type) and issubclass(_value, QtCore.QObject) and _name != "QObject":
            _value = _dressed(_value)
        if not _name.startswith("_"):
            setattr(qt, _name, _value)
# A size hint is a method in PySide6 and a property in PythonQt: nobody here may ask for it.


def application() -> Any:
    """The one QApplication."""
    return QtWidgets.QApplication.instance() or QtWidgets.QApplication(["standin"])


class ctkCollapsibleButton(qt.QWidget):
    """A fold: a header that shows or hides its children. Drawn like CTK's: an arrow and a title on a bar."""

    contentsCollapsed = QtCore.Signal(bool)
    HEADER = 24

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._collapsed = False
        self.setContentsMargins(0, self.HEADER, 0, 0)

    @property
    def text(self) -> str:
        return self._text

    @text.setter
    def text(self, value: str) -> None:
        self._text = value
        self.update()

    @property
    def collapsed(self) -> bool:
        return self._collapsed

    @collapsed.setter
    def collapsed(self, value: bool) -> None:
        if value == self._collapsed:
            return
        self._collapsed = value
        # Children keep their own visibility, as CTK sees to as well: they are cut off, not hidden.
        self.setMaximumHeight(self.HEADER if value else 16777215)
        self.contentsCollapsed.emit(value)

    def mousePressEvent(self, event: Any) -> None:
        if event.position().y() < self.HEADER:
            self.collapsed = not self.collapsed

    def paintEvent(self, event: Any) -> None:
        painter = QtGui.QPainter(self)
        option = QtWidgets.QStyleOption()
        option.initFrom(self)
        bar = QtCore.QRect(0, 2, self.width, self.HEADER - 4)
        painter.fillRect(bar, option.palette.color(QtGui.QPalette.ColorRole.Button))
        painter.setPen(option.palette.color(QtGui.QPalette.ColorRole.ButtonText))
        arrow = (
            "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}" if self._collapsed else "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        )
        painter.drawText(bar.adjusted(6, 0, 0, 0), QtCore.Qt.AlignmentFlag.AlignVCenter, f"{arrow}  {self._text}")
        painter.end()


ctk = types.ModuleType("ctk")
ctk.ctkCollapsibleButton = ctkCollapsibleButton


class Loader(QtUiTools.QUiLoader):
    """Loads .ui files into the classes above."""

    def __init__(self, custom: dict[str, type]) -> None:
        super().__init__()
        self.custom = custom
        self.made: dict[str, Any] = {}

    def createWidget(self, class_name: str, parent: Any = None, name: str = "") -> Any:
        made = (self.custom.get(class_name) or getattr(qt, class_name))(parent)
        made.setObjectName(name)
        self.made[name] = made
        return made

    def load(self, path: str) -> Any:
        root = super().load(path)
        for made in self.made.values():
            if isinstance(made, ctkCollapsibleButton):
                made.text = QtCore.QObject.property(made, "text") or ""
                made.collapsed = bool(QtCore.QObject.property(made, "collapsed"))
        return root
