"""What a slice view shows while the mouse is in it: an outline, and a short text beside the pointer."""

from collections.abc import Sequence

import vtk

_OFFSET = 16  # display pixels between pointer and text


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

    def showText(self, text: str, xy: Sequence[float], viewSize: Sequence[int]) -> None:
        """Show a text beside a point in display pixels, on the side where the view has room; hide the outline."""
        self.clear()
        self._text.SetInput(f" {text} ")
        style = self._text.GetTextProperty()
        left, low = xy[0] < viewSize[0] / 2, xy[1] < viewSize[1] / 2
        if left:
            style.SetJustificationToLeft()
        else:
            style.SetJustificationToRight()
        if low:
            style.SetVerticalJustificationToBottom()
        else:
            style.SetVerticalJustificationToTop()
        self._text.SetPosition(xy[0] + (_OFFSET if left else -_OFFSET), xy[1] + (_OFFSET if low else -_OFFSET))
        self._text.VisibilityOn()
