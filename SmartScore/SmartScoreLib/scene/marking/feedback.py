"""What a slice view shows while the mouse is in it: an outline, and a short text beside the pointer."""

from collections.abc import Sequence

import vtk

_OFFSET = 16  # display pixels between pointer and text
_MARGIN = 4  # and between text and border


class ViewFeedback:
    """The two actors of one slice view; hidden until there is something to show.

    Attributes:
        actors: to add to the view's renderer, and to remove when done.
    """

    def __init__(self) -> None:
        """Make the actors."""
        self._mapper = vtk.vtkPolyDataMapper2D()
        self._outline = vtk.vtkActor2D()
        self._outline.SetMapper(self._mapper)
        self._outline.GetProperty().SetLineWidth(2)
        self._outline.PickableOff()
        self._text = vtk.vtkTextActor()
        self._text.PickableOff()
        style = self._text.GetTextProperty()
        style.SetFontSize(15)
        style.SetColor(1.0, 1.0, 1.0)
        style.SetBackgroundColor(0.0, 0.0, 0.0)
        style.SetBackgroundOpacity(0.7)
        self.actors: tuple[vtk.vtkActor2D, ...] = (self._outline, self._text)
        self.clear()

    @property
    def visible(self) -> bool:
        """Whether anything is shown."""
        return any(actor.GetVisibility() for actor in self.actors)

    @property
    def outlined(self) -> bool:
        """Whether an outline is shown."""
        return bool(self._outline.GetVisibility())

    @property
    def text(self) -> str:
        """The text that is shown, or ""."""
        return str(self._text.GetInput()) if self._text.GetVisibility() else ""

    def clear(self) -> None:
        """Hide both."""
        for actor in self.actors:
            actor.VisibilityOff()

    def showOutline(self, lines: vtk.vtkPolyData, color: Sequence[float]) -> None:
        """Show line segments in display pixels, in a color (three values 0 to 1); hide the text."""
        self.clear()
        self._mapper.SetInputData(lines)
        self._outline.GetProperty().SetColor(*color)
        self._outline.SetVisibility(lines.GetNumberOfLines() > 0)

    def showText(self, text: str, xy: Sequence[float], viewSize: Sequence[int], dpi: int = 72) -> None:
        """Show a text beside a point in display pixels, where the view has room for it; hide the outline.

        `dpi` is that of the render window, in which the letters have their size.
        """
        self.clear()
        self._text.SetInput(text)
        box = [0, 0, 0, 0]
        vtk.vtkTextRenderer.GetInstance().GetBoundingBox(self._text.GetTextProperty(), text, box, dpi)
        size = (box[1] - box[0] + 1, box[3] - box[2] + 1)
        self._text.SetPosition(
            *(_beside(at, length, room) for at, length, room in zip(xy, size, viewSize, strict=False))
        )
        self._text.VisibilityOn()


def _beside(at: float, length: int, room: int) -> float:
    """Where a text begins: behind the point if it ends inside the view, else before it, but never outside."""
    if at + _OFFSET + length <= room:
        return at + _OFFSET
    return max(_MARGIN, min(at - _OFFSET, room - _MARGIN) - length)
