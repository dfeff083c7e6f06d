"""A correction of the alignment by hand: how far the earlier scan is moved, in three directions."""

from collections.abc import Callable
from typing import Any

import qt
from slicer.i18n import tr as _

from SmartScoreLib.series.geometry import Vector

MOST_MM = 50.0


class Shift:
    """Three boxes in a row.

    Attributes:
        widget: to be laid out.
    """

    def __init__(self, onChanged: Callable[[], None]) -> None:
        """`onChanged` is called when a box has another value."""
        self.widget = qt.QWidget()
        row = qt.QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(qt.QLabel(_("Move by mm:")))
        self.boxes: list[Any] = []
        for letter, does in (
            ("L", _("To the left of the patient; negative values to the right. The scores do not change.")),
            ("P", _("To the back of the patient; negative values to the front. The scores do not change.")),
            ("S", _("To the head of the patient; negative values to the feet. The scores do not change.")),
        ):
            box = qt.QDoubleSpinBox()
            box.setRange(-MOST_MM, MOST_MM)
            box.setDecimals(1)
            box.setSingleStep(1.0)
            box.setPrefix(f"{letter} ")
            box.setKeyboardTracking(False)
            box.setMinimumWidth(58)
            box.toolTip = does
            box.connect("valueChanged(double)", lambda value: onChanged())
            row.addWidget(box, 1)
            self.boxes.append(box)

    @property
    def mm(self) -> Vector:
        """The correction, LPS millimeters."""
        left, back, up = (float(box.value) for box in self.boxes)
        return (left, back, up)

    def clear(self) -> None:
        """No correction; nobody is told."""
        for box in self.boxes:
            was = box.blockSignals(True)
            box.value = 0.0
            box.blockSignals(was)
