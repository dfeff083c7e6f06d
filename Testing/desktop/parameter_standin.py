"""A small `slicer.parameterNodeWrapper`: typed values on a real vtkMRMLScriptedModuleNode, bound to controls.

It offers what the module uses and refuses everything else, as Slicer's own does: a control without connector, a value
out of range, a name that is no parameter.
"""

import enum
import json
import typing
from dataclasses import dataclass
from typing import Any

import slicer
import vtk
from qt_standin import qt


@dataclass(frozen=True)
class WithinRange:
    minimum: float
    maximum: float


class _Parameter:
    def __init__(self, name: str, annotated: Any, default: Any) -> None:
        self.name = name
        self.type, *self.annotations = (
            typing.get_args(annotated) if typing.get_origin(annotated) is typing.Annotated else (annotated,)
        )
        self.isNode = isinstance(self.type, type) and issubclass(self.type, slicer.vtkMRMLNode)
        self.default = self.type() if default is None and not self.isNode and not self.isList else default

    @property
    def isList(self) -> bool:
        return typing.get_origin(self.type) is list

    @property
    def first(self) -> Any:
        return self.default if self.default is not None else []

    def annotation(self, kind: type) -> Any:
        return next((a for a in self.annotations if isinstance(a, kind)), None)

    def read(self, node: Any) -> Any:
        if self.isNode:
            return node.GetNodeReference(self.name)
        if not node.HasParameter(self.name):  # a scene of an older version; Slicer writes the default then, too
            self.write(node, self.first)
        text = node.GetParameter(self.name)
        if self.isList:
            return json.loads(text or "[]")
        if isinstance(self.type, type) and issubclass(self.type, enum.Enum):
            return self.type[text]
        return text if self.type is str else self.type(json.loads(text))

    def write(self, node: Any, value: Any) -> None:
        if self.isNode:
            if value is not None and not isinstance(value, self.type):
                raise TypeError(f"{self.name}: {value!r}")
            if (value.GetID() if value is not None else None) != node.GetNodeReferenceID(self.name):
                node.SetNodeReferenceID(self.name, value.GetID() if value is not None else None)
            return
        limits = self.annotation(WithinRange)
        if limits is not None and not limits.minimum <= value <= limits.maximum:
            raise ValueError(f"Value must be within range [{limits.minimum}, {limits.maximum}], is {value}")
        if self.isList:
            text = json.dumps([int(entry) for entry in value])
        elif isinstance(value, enum.Enum):
            text = value.name
        elif self.type is str:
            text = value
        elif not isinstance(value, (int, float)):
            raise TypeError(f"{self.name}: {value!r}")
        else:
            text = json.dumps(value)
        node.SetParameter(self.name, text)


def parameterNodeWrapper(cls: type) -> type:
    """Class decorator, as Slicer's."""
    parameters = {
        name: _Parameter(name, hint, getattr(cls, name, None))
        for name, hint in typing.get_type_hints(cls, include_extras=True).items()
    }

    def init(self: Any, node: Any) -> None:
        self.parameterNode = node
        self._guis, self._updating = {}, False
        for parameter in parameters.values():
            if not parameter.isNode and not node.GetParameter(parameter.name):
                parameter.write(node, parameter.first)

    for name, parameter in parameters.items():
        setattr(
            cls,
            name,
            property(
                lambda self, p=parameter: p.read(self.parameterNode),
                lambda self, value, p=parameter: p.write(self.parameterNode, value),
            ),
        )
    cls.__init__ = init
    cls.allParameters = parameters
    cls.connectGui = _connectGui
    cls.disconnectGui = _disconnectGui
    cls.AddObserver = lambda self, event, callback, priority=0.0: self.parameterNode.AddObserver(
        event, callback, priority
    )
    cls.RemoveObserver = lambda self, tag: self.parameterNode.RemoveObserver(tag)
    cls.StartModify = lambda self: self.parameterNode.StartModify()
    cls.EndModify = lambda self, was: self.parameterNode.EndModify(was)
    return cls


def _connectGui(self: Any, ui: Any) -> int:
    connections = []
    for widget in vars(ui).values():
        name = widget.property("SlicerParameterName")
        if name:
            connections.append(_connector(widget, self.allParameters[name]))
    for name, read, write, signal in connections:
        write(getattr(self, name))

        def changed(*_: Any, name: str = name, read: Any = read) -> None:
            if not self._updating:
                was = self.StartModify()
                setattr(self, name, read())
                self.EndModify(was)

        signal.connect(changed)
        connections[connections.index((name, read, write, signal))] = (name, read, write, signal, changed)

    def modified(*_: Any) -> None:
        if self._updating:
            return
        self._updating = True
        for name, _read, write, *_rest in connections:
            write(getattr(self, name))
        self._updating = False

    tag = self.AddObserver(vtk.vtkCommand.ModifiedEvent, modified)
    self._guis[tag] = connections
    return tag


def _disconnectGui(self: Any, tag: int) -> None:
    for _name, _read, _write, signal, changed in self._guis.pop(tag):
        signal.disconnect(changed)
    self.RemoveObserver(tag)


def _connector(widget: Any, parameter: _Parameter) -> Any:
    """Name, reader, writer and signal; by exact type of control and value, as Slicer matches them."""
    kind, value = type(widget), parameter.type
    if kind in (qt.QCheckBox, qt.QPushButton) and value is bool:
        if not widget.checkable:
            raise RuntimeError(f"{widget.objectName} is not checkable")
        return (parameter.name, lambda: widget.checked, lambda v: setattr(widget, "checked", v), widget.toggled)
    if (kind is qt.QSpinBox and value is int) or (kind is qt.QDoubleSpinBox and value is float):
        limits = parameter.annotation(WithinRange)
        widget.setRange(limits.minimum, limits.maximum)
        return (parameter.name, lambda: widget.value, lambda v: setattr(widget, "value", v), widget.valueChanged)
    if kind is qt.QComboBox and isinstance(value, type) and issubclass(value, enum.Enum):
        members = list(value)
        widget.clear()
        for member in members:
            widget.addItem(member.label() if hasattr(member, "label") else member.name)
        return (
            parameter.name,
            lambda: members[widget.currentIndex],
            lambda v: setattr(widget, "currentIndex", members.index(v)),
            widget.currentIndexChanged,
        )
    if kind is qt.QLineEdit and value is str:
        return (
            parameter.name,
            lambda: widget.text,
            lambda v: setattr(widget, "text", v) if v != widget.text else None,
            widget.textChanged,
        )
    if kind is slicer.qMRMLNodeComboBox and parameter.isNode:
        return (parameter.name, widget.currentNode, widget.setCurrentNode, widget.currentNodeChanged)
    raise RuntimeError(f"Unable to create GUI connector from {value} to {kind.__name__} {widget.objectName}")
