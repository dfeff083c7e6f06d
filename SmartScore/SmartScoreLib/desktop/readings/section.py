"""The section of the readings: their table, next unread, reading without knowing others, deciding between two."""

from collections.abc import Callable, Sequence
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.agreement.exam_state import STATES, State, visible_to
from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.choosing.section import ChoosingSection
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.readings.deciding import Deciding
from SmartScoreLib.desktop.readings.exam_table import ExamTable
from SmartScoreLib.desktop.readings.exams import Exam, exams
from SmartScoreLib.reading.saved.model import SavedReading

READER_SETTING, BLIND_SETTING = "SmartScore/Reader", "SmartScore/BlindReading"


class ReadingsSection:
    """Table, filter, who looks, and the list of differences.

    Attributes:
        table: the exams.
        deciding: where two readings differ.
    """

    def __init__(self, ui: Any, current: Current, choosing: ChoosingSection, onSeen: Callable[[], None]) -> None:
        """`onSeen` is called when other readings may be seen than before."""
        self._ui = ui
        self._current = current
        self._choosing = choosing
        self._onSeen = onSeen
        self.table = ExamTable(ui.examTable, self.update, self.openExam)
        self.deciding = Deciding(ui, current, self.update)
        for name in (_("All"), _("Unread"), _("Draft"), _("Final"), _("Disagreement")):
            ui.stateComboBox.addItem(name)
        ui.whoLineEdit.text = str(slicer.util.settingsValue(READER_SETTING, "") or "")
        ui.blindCheckBox.checked = str(slicer.util.settingsValue(BLIND_SETTING, "")).lower() == "true"
        ui.readingsSection.connect("contentsCollapsed(bool)", lambda collapsed: self.fill())
        ui.stateComboBox.connect("currentIndexChanged(int)", lambda index: self.fill())
        ui.whoLineEdit.connect("editingFinished()", self._whoChanged)
        ui.blindCheckBox.connect("toggled(bool)", lambda checked: self._whoChanged())
        ui.openExamButton.connect("clicked()", self._openSelected)
        ui.decideButton.connect("clicked()", self.decide)
        self.update()

    @property
    def reader(self) -> str:
        """Who looks."""
        return str(self._ui.whoLineEdit.text).strip()

    def seen(self, readings: Sequence[SavedReading]) -> tuple[SavedReading, ...]:
        """Of saved readings those that who looks may see."""
        return visible_to(readings, self.reader) if self._ui.blindCheckBox.checked else tuple(readings)

    def fill(self) -> None:
        """Show the exams, if the section is open."""
        if self._ui.readingsSection.collapsed:
            return
        series = self._choosing.series
        found = exams(series.everySeries(), series.everyReading(), self.reader, bool(self._ui.blindCheckBox.checked))
        self.table.show(found, self._state())
        counts = [(name, self.table.count(state)) for state, name in _counted().items()]
        self._ui.examCountLabel.setText(", ".join(f"{count} {name}" for name, count in counts))
        self.update()

    def update(self) -> None:
        """Show what can be done with the selected exam."""
        closed = "" if slicer_database.isOpen() else texts.databaseIsClosed()
        exam = self.table.selected()
        none = closed or ("" if exam is not None else _("Select an exam first."))
        two = none or ("" if exam is not None and exam.shown.differing else _("Two final readings are needed."))
        for button, whyNot, does in (
            (self._ui.openExamButton, none, _("Open the newest reading of the exam, or its images if there is none.")),
            (self._ui.decideButton, two, _("List where the two final readings differ, and decide.")),
        ):
            button.enabled = not whyNot
            button.toolTip = whyNot or does

    def openExam(self, exam: Exam) -> None:
        """Open the newest reading that is shown, or the images."""
        if exam.shown.current:
            self._choosing.openReading(exam.shown.current[0])
        else:
            self._choosing.loadSeries(exam.series)

    def decide(self) -> None:
        """List where the two final readings of the selected exam differ."""
        exam = self.table.selected()
        if exam is not None and exam.shown.differing is not None:
            self.deciding.open(*exam.shown.differing)

    def _openSelected(self) -> None:
        exam = self.table.selected()
        if exam is not None:
            self.openExam(exam)

    def _state(self) -> State | None:
        index = int(self._ui.stateComboBox.currentIndex)
        return STATES[index - 1] if index > 0 else None

    def _whoChanged(self) -> None:
        qt.QSettings().setValue(READER_SETTING, self.reader)
        qt.QSettings().setValue(BLIND_SETTING, bool(self._ui.blindCheckBox.checked))
        self.fill()
        self._onSeen()


def _counted() -> dict[State, str]:
    return {
        "unread": _("unread"),
        "draft": _("draft"),
        "final": _("final"),
        "disagreement": _("in disagreement"),
    }
