"""The pages and screen saves as they will be saved, drawn again whenever the reading changes."""

from collections.abc import Callable
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.desktop.remark_text import reasonsOf
from SmartScoreLib.desktop.reporting.pictures import pixmapOf
from SmartScoreLib.desktop.resized import Resized
from SmartScoreLib.picture import Picture
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.errors import SmartScoreError

DELAY_MS = 400
"""Drawing takes longer than a click; it waits until the reader pauses."""


Drawn = Callable[[], Picture]
"""Pages are drawn when they are listed, since nobody knows their number before; a screen save when it is looked at."""

Request = tuple[Reading, str, tuple[int, ...] | None, Followup | None]
"""What to draw: reading, language, slices of the screen saves (None: all with lesions), the comparison."""


class ReportPreview:
    """One picture at a time, and a list to choose it from."""

    def __init__(self, ui: Any, request: Callable[[], Request | None]) -> None:
        """`request` is asked what to draw when it is time to; it gives None if there is nothing."""
        self._ui = ui
        self._request = request
        self.pictures: list[tuple[str, Drawn]] = []
        self._timer = qt.QTimer()
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY_MS)
        self._timer.connect("timeout()", self.draw)
        self._dialog: Any = None
        # Not at once: the panel is being laid out, and a picture of another size would begin that again.
        self._fit = qt.QTimer()
        self._fit.setSingleShot(True)
        self._fit.setInterval(50)
        self._fit.connect("timeout()", self._show)
        self._resized = Resized(ui.previewLabel, self._fit.start)
        ui.pageComboBox.connect("currentIndexChanged(int)", lambda index: self._show())
        ui.previousPageButton.connect("clicked()", lambda: self.step(-1))
        ui.nextPageButton.connect("clicked()", lambda: self.step(1))
        ui.enlargeButton.connect("clicked()", self.enlarge)
        ui.reportSection.connect("contentsCollapsed(bool)", lambda collapsed: self.later())
        self._show()

    def later(self) -> None:
        """The reading changed: draw soon, if anyone can see it."""
        if not self._ui.reportSection.collapsed:
            self._timer.start()

    def stop(self) -> None:
        """Draw nothing any more."""
        self._timer.stop()
        self._fit.stop()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog = None

    def draw(self) -> None:
        """Draw all pictures now and keep the one that is shown, if it is still there."""
        self._timer.stop()
        request = self._request()
        try:
            self.pictures = pictures(*request) if request is not None else []
        except SmartScoreError as error:
            self.pictures = []
            self._fill()
            self._ui.previewLabel.setText("\n".join(reasonsOf(error)))
            return
        self._fill()

    def step(self, by: int) -> None:
        """Show the next or the previous picture."""
        index = self._ui.pageComboBox.currentIndex + by
        if 0 <= index < len(self.pictures):
            self._ui.pageComboBox.currentIndex = index

    def enlarge(self) -> None:
        """Show the picture in its full size in a window of its own."""
        index = self._ui.pageComboBox.currentIndex
        if not 0 <= index < len(self.pictures):
            return
        title, draw = self.pictures[index]
        picture = draw()
        label = qt.QLabel()
        label.setPixmap(pixmapOf(picture))
        area = qt.QScrollArea()
        area.setWidget(label)
        self._dialog = qt.QDialog(slicer.util.mainWindow())
        self._dialog.setWindowTitle(title)
        layout = qt.QVBoxLayout(self._dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        height, width = picture.pixels.shape[:2]
        self._dialog.resize(min(width + 24, 1200), min(height + 24, 900))
        self._dialog.show()

    def _fill(self) -> None:
        combo = self._ui.pageComboBox
        kept = max(combo.currentIndex, 0)
        wasBlocked = combo.blockSignals(True)
        combo.clear()
        for title, _draw in self.pictures:
            combo.addItem(title)
        if self.pictures:
            combo.currentIndex = min(kept, len(self.pictures) - 1)
        combo.blockSignals(wasBlocked)
        self._show()

    def _show(self) -> None:
        index, count = self._ui.pageComboBox.currentIndex, len(self.pictures)
        there = 0 <= index < count
        for button, usable in (
            (self._ui.previousPageButton, there and index > 0),
            (self._ui.nextPageButton, there and index < count - 1),
            (self._ui.enlargeButton, there),
            (self._ui.pageComboBox, there),
        ):
            button.enabled = usable
        if not there:
            self._ui.previewLabel.setText(_("The pages appear here as soon as a volume is chosen."))
            self._ui.previewLabel.setMinimumHeight(0)
            return
        pixmap = pixmapOf(self.pictures[index][1]())
        width = max(self._ui.previewLabel.width, 200)
        smooth = qt.Qt.SmoothTransformation
        shown = pixmap.scaledToWidth(min(width, pixmap.width()), smooth)
        self._ui.previewLabel.setPixmap(shown)
        self._ui.previewLabel.setMinimumHeight(shown.height())


def pictures(
    reading: Reading, language: str, slices: tuple[int, ...] | None, followup: Followup | None
) -> list[tuple[str, Drawn]]:
    """All pages and screen saves of a reading, each with a title for the list."""
    from SmartScoreLib.reports.pages import patient_pages, physician_pages
    from SmartScoreLib.reports.slices.screen_saves import screen_saves

    if slices is None:
        # As the report does: the most superior slice comes first.
        slices = tuple(sorted({index for lesion in reading.sheet.lesions for index in lesion.slices}, reverse=True))
    listed: list[tuple[str, Drawn]] = [
        (page.caption, lambda page=page: page)  # type: ignore[misc]
        for page in (*physician_pages(reading, language, followup), *patient_pages(reading, language, followup))
    ]
    for index in slices:
        title = _("Screen save, slice {number}").format(number=index + 1)
        listed.append((title, lambda index=index: screen_saves(reading, (index,), language)[0]))  # type: ignore[misc]
    return listed
