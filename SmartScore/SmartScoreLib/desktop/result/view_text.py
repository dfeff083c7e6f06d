"""The result and the number of the slice, written into the large slice view."""

from typing import Any

import slicer
import vtk
from slicer.i18n import tr as _
from slicer.util import VTKObservationMixin

from SmartScoreLib.desktop.result.line import ResultLine
from SmartScoreLib.desktop.views.layout import AXIAL
from SmartScoreLib.desktop.views.views import shownOffset, shownSlice
from SmartScoreLib.scene.session import ReadingSession

FONT_PIXELS = 17


class ViewText:
    """A text of our own in the upper left corner: that of the view belongs to Slicer's Data Probe."""

    def __init__(self) -> None:
        self._text = vtk.vtkCornerAnnotation()
        self._text.SetMaximumFontSize(FONT_PIXELS)
        self._text.SetMinimumFontSize(FONT_PIXELS)
        self._text.SetNonlinearFontScaleFactor(1)
        self._text.GetTextProperty().SetShadow(True)
        self._text.PickableOff()
        self._view: Any = None
        self._moved = VTKObservationMixin()
        self._session: ReadingSession | None = None
        self._line = ""

    @property
    def text(self) -> str:
        """What is written, or ""."""
        return str(self._text.GetText(vtk.vtkCornerAnnotation.UpperLeft) or "") if self._view is not None else ""

    def show(self, session: ReadingSession | None, line: ResultLine) -> None:
        """Write the result of a reading; nothing without one."""
        if session is None:
            self.hide()
            return
        self._session, self._line = session, line.text()
        widget = slicer.app.layoutManager().sliceWidget(AXIAL) if slicer.app.layoutManager() is not None else None
        if widget is None:
            return
        if self._view is None:
            self._view = widget.sliceView()
            _renderer(self._view).AddViewProp(self._text)
            self._moved.addObserver(widget.mrmlSliceNode(), "ModifiedEvent", lambda *_args: self._write())
        self._write()

    def hide(self) -> None:
        """Take the text out of the view."""
        self._session = None
        self._moved.removeObservers()
        if self._view is not None:
            _renderer(self._view).RemoveViewProp(self._text)
            self._view.scheduleRender()
            self._view = None

    def _write(self) -> None:
        if self._session is None:
            return
        text = "\n".join(part for part in (self._line, sliceText(self._session)) if part)
        if text != self.text:
            self._text.SetText(vtk.vtkCornerAnnotation.UpperLeft, text)
            self._view.scheduleRender()


def sliceText(session: ReadingSession) -> str:
    """The slice in the large view: "32 of 48, 75 mm", counted from 1 = the most inferior; "" outside of the volume.

    The millimeters are those of the slider above the view.
    """
    geometry = session.series.geometry
    index, offset = shownSlice(session.volumeNode, geometry), shownOffset()
    if index is None or offset is None:
        return ""
    return _("{number} of {count}, {offset:.0f} mm").format(number=index + 1, count=geometry.shape[0], offset=offset)


def _renderer(view: Any) -> Any:
    return view.renderWindow().GetRenderers().GetFirstRenderer()
