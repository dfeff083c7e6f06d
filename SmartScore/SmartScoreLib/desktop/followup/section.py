"""The section of earlier scans: which there are, what changed since one of them, and what became of each lesion."""

from dataclasses import replace
from typing import Any

import ctk
import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.compare import Comparison, compare, with_alignment
from SmartScoreLib.comparison.course import course
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.desktop.cells import cell, fillRow, fitColumns, fitHeight, showLabel
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.followup.opening import Opened, Opening
from SmartScoreLib.desktop.followup.prior_views import PriorViews
from SmartScoreLib.desktop.remark_text import reasonsOf, remarkText
from SmartScoreLib.desktop.views.views import jumpTo
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.scene.followup.prior_volume import PriorVolume
from SmartScoreLib.scene.followup.priors import priorsOf
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import agatston_text

FLIP_KEY = "F"


class FollowupSection:
    """A fold at the end of the panel's sections; it stays empty where no earlier scan has a reading.

    Attributes:
        comparison: of today's reading with the earlier one that is open; None without one.
        opening: the work in the background.
    """

    def __init__(self, ui: Any, current: Current) -> None:
        self._current = current
        self._found: tuple[SavedReading, ...] = ()
        self._session: ReadingSession | None = None
        self._sheet: ScoreSheet | None = None
        self._opened: Opened | None = None
        self._prior: PriorVolume | None = None
        self.comparison: Comparison | None = None
        self.views = PriorViews()
        self.opening = Opening(self._show, self._refuse)
        self._build(ui)
        self._key: Any = None
        window = slicer.util.mainWindow()
        if window is not None:
            self._key = qt.QShortcut(window)
            self._key.setKey(qt.QKeySequence(FLIP_KEY))
            self._key.connect("activated()", self.views.flip)
            self._key.setEnabled(False)
        self._updateControls()

    def followup(self) -> Followup | None:
        """What goes into reports and the structured report: the comparison that is shown, or None."""
        if self.comparison is None or self._session is None:
            return None
        reading = self._session.reading()
        later = replace(self.comparison, later=reading) if self.comparison.later is not reading else self.comparison
        return Followup(reading, later, course((reading, later.earlier), self._found))

    def update(self) -> None:
        """Follow the reading that is open: another one has other earlier scans, new scores a new comparison."""
        session = self._current.session
        if session is not self._session:
            self.forget()
            self._session = session
            self._list()
        elif session is not None and self._opened is not None and session.sheet is not self._sheet:
            self._compare()
        self._updateControls()

    def enter(self) -> None:
        """The module is shown."""
        if self._key is not None:
            self._key.setEnabled(True)

    def exit(self) -> None:
        """The module is hidden: no key, and no view of an earlier scan."""
        if self._key is not None:
            self._key.setEnabled(False)
        self._beside.checked = False
        if self.views.flipped:
            self.views.flip()

    def cleanup(self) -> None:
        """The widget is being deleted or reloaded."""
        self.forget()
        if self._key is not None:
            self._key.deleteLater()
            self._key = None

    def forget(self) -> None:
        """Nothing of an earlier scan is shown any more."""
        self.opening.forget()
        self.views.forget()
        if self._prior is not None:
            self._prior.remove()
        self._prior = self._opened = self.comparison = self._sheet = None
        self._beside.checked = False
        self._session, self._found = None, ()
        self._choice.clear()
        self._table.setRowCount(0)
        self._label.setText("")

    def open(self) -> None:
        """Open the chosen reading in the background."""
        row = self._choice.currentIndex
        if self._session is not None and 0 <= row < len(self._found):
            self.opening.begin(self._found[row], self._session.series)
            self._label.setText(_("The earlier scan is being opened and aligned."))
        self._updateControls()

    def takeTerritories(self) -> int:
        """Give each lesion the territory that the same calcium had on the earlier scan; how many changed.

        Each is one step of undo. Lesions that merged take that of the largest.
        """
        session, changed = self._session, 0
        for _round in range(len(session.sheet.lesions) if session is not None else 0):
            wanted = self._wanted()
            if session is None or wanted is None:
                break
            session.reassignLesion(*wanted)
            self._compare()
            changed += 1
        self._current.tell(_("Territories taken from the earlier scan: {count}.").format(count=changed))
        return changed

    def _wanted(self) -> Any:
        """The first lesion that had another territory, with that; None if all agree."""
        compared, session = self.comparison, self._session
        if compared is None or session is None or compared.again is not None:
            return None
        old, new = compared.earlier.sheet.lesions, session.sheet.lesions
        for match in compared.matches:
            if match.before:
                territory = max((old[n] for n in match.before), key=lambda one: one.volume_mm3).territory
                for number in match.after:
                    if new[number].territory != territory:
                        return new[number], territory
        return None

    def _list(self) -> None:
        if self._session is None or not slicer_database.isOpen():
            return
        priors = priorsOf(slicer.dicomDatabase, self._session)
        self._found = priors.readings
        for one in priors.readings:
            score = _("no score") if one.agatston is None else agatston_text(one.agatston)
            self._choice.addItem(f"{one.study_date or '?'}   Agatston {score}   {one.reader}".rstrip())
        self._label.setText("\n".join(map(remarkText, priors.remarks)))

    def _show(self, opened: Opened) -> None:
        session = self._session
        if session is None:
            return
        self._opened = opened
        if self._prior is not None:
            self.views.forget()
            self._prior.remove()
        self._prior = PriorVolume(*opened, session.volumeNode)
        self.views.show(self._prior, session.volumeNode)
        self._compare()
        self._updateControls()

    def _compare(self) -> None:
        """Numbers and matches anew; the alignment stays."""
        session, opened = self._session, self._opened
        if session is None or opened is None:
            return
        reading, alignment = opened
        self._sheet = session.sheet
        try:
            compared = compare(reading, session.reading(), aligned=False)
        except SmartScoreError as error:
            self._refuse(error)
            return
        later = compared.later.series is session.series
        self.comparison = with_alignment(compared, alignment) if later else compared
        self._fill()

    def _refuse(self, error: SmartScoreError) -> None:
        self._label.setText("\n".join(reasonsOf(error)))
        self._updateControls()

    def _fill(self) -> None:
        compared = self.comparison
        assert compared is not None  # the caller has just made it
        old, new = (sheet.lesions for sheet in compared.sheets)
        self._table.setRowCount(len(compared.matches))
        for row, match in enumerate(compared.matches):
            keys = dict.fromkeys([*(new[n].territory for n in match.after), *(old[n].territory for n in match.before)])
            before = " + ".join(agatston_text(old[n].agatston) for n in match.before)
            after = " + ".join(agatston_text(new[n].agatston) for n in match.after)
            texts = (_fate(match), "/".join(keys), before, after)
            fillRow(self._table, row, [cell(text, number=column > 1) for column, text in enumerate(texts)])
        fitHeight(self._table, 1, 8)
        lines = [_verdict(compared), *map(remarkText, compared.remarks)]
        showLabel(self._label, "\n".join(filter(None, lines)))

    def _jump(self, row: int) -> None:
        """Show the place of a lesion: today's, or where an earlier one was."""
        compared, session = self.comparison, self._session
        if compared is None or session is None or compared.alignment is None or not 0 <= row < len(compared.matches):
            return
        match = compared.matches[row]
        old, new = (sheet.lesions for sheet in compared.sheets)
        if match.after:
            place = new[match.after[0]].centroid_lps_mm
        else:
            x, y, z = compared.alignment.to_later(old[match.before[0]].centroid_lps_mm).tolist()
            place = (x, y, z)
        jumpTo(session.volumeNode, place)

    def _build(self, ui: Any) -> None:
        self._fold = ctk.ctkCollapsibleButton()
        self._fold.text = _("Earlier scans")
        self._fold.collapsed = True
        box = qt.QVBoxLayout(self._fold)
        self._choice = qt.QComboBox()
        self._openButton = _button(_("Compare"), self.open)
        self._label = qt.QLabel()
        self._label.wordWrap = True
        self._table = qt.QTableWidget()
        self._table.setColumnCount(4)
        self._table.setHorizontalHeaderLabels([_("Lesion"), _("Territory"), _("Before"), _("Now")])
        self._table.setEditTriggers(qt.QAbstractItemView.NoEditTriggers)
        self._table.setSelectionBehavior(qt.QAbstractItemView.SelectRows)
        self._table.verticalHeader().setVisible(False)
        fitColumns(self._table, 0)
        self._table.connect("cellClicked(int,int)", lambda row, _column: self._jump(row))
        self._beside = qt.QCheckBox(_("Show beside today's scan"))
        self._beside.connect("toggled(bool)", self.views.besides)
        self._flip = _button(_("Flip dates ({key})").format(key=FLIP_KEY), self.views.flip)
        self._take = _button(_("Take the earlier territories"), self.takeTerritories)
        for part in (self._choice, self._openButton, self._label, self._table, self._beside, self._flip, self._take):
            box.addWidget(part)
        layout = ui.sectionsWidget.layout()
        layout.insertWidget(max(0, layout.count() - 1), self._fold)

    def _updateControls(self) -> None:
        self._fold.setVisible(bool(self._found) or bool(self._label.text))
        self._openButton.enabled = bool(self._found) and not self.opening.running
        for part in (self._beside, self._flip, self._take):
            part.enabled = self.comparison is not None
        self._table.setVisible(bool(self._table.rowCount))


def _button(text: str, action: Any) -> Any:
    button = qt.QPushButton(text)
    button.connect("clicked()", action)
    return button


def _verdict(compared: Comparison) -> str:
    if compared.withheld is not None or compared.agatston is None:
        return ""
    words = {
        "real": _("Agatston {before} to {after}: more than the error of measurement."),
        "within_error": _("Agatston {before} to {after}: within the error of measurement."),
        "unclear": _("Agatston {before} to {after}: whether this is a real change is unclear."),
    }
    numbers = {"before": agatston_text(compared.agatston.before), "after": agatston_text(compared.agatston.after)}
    return words[str(compared.verdict)].format(**numbers)


def _fate(match: LesionMatch) -> str:
    words = {
        "new": _("new"),
        "grown": _("grown"),
        "same": _("same"),
        "smaller": _("smaller"),
        "gone": _("gone"),
        "merged": _("merged"),
        "split": _("split"),
        "outside_earlier": _("not on the earlier scan"),
        "outside_later": _("not on the later scan"),
    }
    return words[match.fate]
