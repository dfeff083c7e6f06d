"""Lines over slice views that follow them: outlines of what is no mark."""

from collections.abc import Callable, Sequence
from typing import Any

import slicer
import vtk
from slicer import vtkMRMLSliceNode
from slicer.util import VTKObservationMixin

Lines = Callable[[vtkMRMLSliceNode], vtk.vtkPolyData]
"""What to draw in a slice view as it stands: line segments in display pixels, colored by their scalars."""


class Overlay:
    """Draws lines over some slice views; without a main window it does nothing."""

    def __init__(self, lines: Lines) -> None:
        """`lines` is asked whenever a view has changed."""
        self._lines = lines
        self._shown: dict[str, tuple[Any, Any, Any, VTKObservationMixin]] = {}

    def show(self, names: Sequence[str]) -> None:
        """Draw in the views of these names, too."""
        manager = slicer.app.layoutManager()
        for name in names:
            widget = manager.sliceWidget(name) if manager is not None else None
            if widget is None or name in self._shown:
                continue
            actor = vtk.vtkActor2D()
            actor.SetMapper(vtk.vtkPolyDataMapper2D())
            actor.GetProperty().SetLineWidth(2)
            actor.PickableOff()
            node = widget.mrmlSliceNode()
            renderer = widget.sliceView().renderWindow().GetRenderers().GetFirstRenderer()
            renderer.AddViewProp(actor)
            observation = VTKObservationMixin()
            observation.addObserver(node, vtk.vtkCommand.ModifiedEvent, _calling(self._draw, name))
            self._shown[name] = (node, renderer, actor, observation)
            self._draw(name)

    def update(self) -> None:
        """Draw anew: there are other lines."""
        for name in self._shown:
            self._draw(name)

    def hide(self, names: Sequence[str] | None = None) -> None:
        """Draw no more in these views; None: in none."""
        for name in tuple(self._shown) if names is None else names:
            if name in self._shown:
                node, renderer, actor, observation = self._shown.pop(name)
                observation.removeObservers()
                renderer.RemoveViewProp(actor)
                _render(node)

    def _draw(self, name: str) -> None:
        if name not in self._shown:
            return
        node, _renderer, actor, _observation = self._shown[name]
        lines = self._lines(node)
        actor.GetMapper().SetInputData(lines)
        actor.SetVisibility(lines.GetNumberOfLines() > 0)
        _render(node)


def _calling(action: Callable[[str], None], name: str) -> Callable[..., None]:
    return lambda *_args: action(name)


def _render(node: Any) -> None:
    manager = slicer.app.layoutManager()
    widget = manager.sliceWidget(node.GetLayoutName()) if manager is not None else None
    if widget is not None:
        widget.sliceView().scheduleRender()
