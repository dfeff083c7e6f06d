"""The section of earlier scans: which there are, what changed since one of them, and what became of each lesion."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import ctk
import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.comparison.alignment.agreement import measured
from SmartScoreLib.comparison.comparability.person import whose
from SmartScoreLib.comparison.compare import Comparison, compare, with_alignment
from SmartScoreLib.comparison.course import course
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.desktop.background import LOOKING, OPENING, Work
from SmartScoreLib.desktop.cells import cell, fillRow, fitColumns, fitHeight, showLabel
from SmartScoreLib.desktop.choosing import slicer_database
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.followup.opening import Opened, openAligned
from SmartScoreLib.desktop.followup.prior_choice import PriorChoice
from SmartScoreLib.desktop.followup.prior_views import PriorViews
from SmartScoreLib.desktop.followup.shift import Shift
from SmartScoreLib.desktop.followup.territories import EarlierTerritories
from SmartScoreLib.desktop.followup.texts import alignmentLine, fateWord, verdictLine
from SmartScoreLib.desktop.keys import KEYS
from SmartScoreLib.desktop.remark_text import reasonsOf, remarkText
from SmartScoreLib.desktop.views.views import jumpTo
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.scene.followup.prior_volume import PriorVolume
from SmartScoreLib.scene.followup.priors import ScenePriors, priorsOf
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import agatston_text

_MAY_BE = frozenset(f"comparison.{key}" for key in ("two_ids", "one_id_two_names", "one_id_two_persons"))
"""What a reader can answer by stating that it is one person."""


class FollowupSection:
    """A fold at the end of the panel's sections; it stays empty where there is no other scan of the person.

    Attributes:
        comparison: of today's reading with the earlier one that is open; None without one.
        listing, opening: the work in the background.
        territories: what the earlier reading called each lesion.
    """

    def __init__(self, ui: Any, current: Current, onEdited: Callable[[], None], onRead: Callable[[str], None]) -> None:
        """`onEdited` is called after an edit of the marks, `onRead` with the UID of a series that is to be read."""
        self._current = current
        self._session: ReadingSession | None = None
        self._sheet: ScoreSheet | None = None
        self._opened: Opened | None = None
        self._prior: PriorVolume | None = None
        self.comparison: Comparison | None = None
        self.views = PriorViews()
        self.listing: Work[ScenePriors] = Work(self._listed, self._refuse, LOOKING)
        self.opening: Work[Opened] = Work(self._show, self._refuse, OPENING)
        self.territories = EarlierTerritories(current, lambda: self._opened, onEdited)
        self._choice = PriorChoice(self.open, lambda scan: onRead(scan.series_instance_uid))
        self._shift = Shift(self._move)
        self._build(ui)
        self._updateControls()

    def of(self, reading: Reading) -> Followup | None:
        """What goes into reports and the structured report: the comparison of today's reading as it is now, or None."""
        if self._session is None or reading.series is not self._session.series:
            return None
        if self.comparison is not None and self._session.sheet is not self._sheet:
            self._compare()
        compared = self.comparison
        if compared is None:
            return None
        if compared.later.series is reading.series:
            now = replace(compared, later=reading)
        else:
            now = replace(compared, earlier=reading)
        return Followup(reading, now, course((now.earlier, now.later), self._choice.readings))

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

    def exit(self) -> None:
        """The module is hidden: no view of an earlier scan."""
        self._beside.checked = False
        if self.views.flipped:
            self.views.flip()

    def forget(self) -> None:
        """Nothing of an earlier scan is shown any more."""
        self._close()
        self.listing.forget()
        self._session = None
        self._stated.checked = False
        self._choice.clear()
        showLabel(self._label, "")

    def open(self, saved: SavedReading) -> None:
        """Open a reading in the background."""
        if self._session is not None:
            self.opening.begin(openAligned, saved, self._session.series)
            showLabel(self._label, _("The earlier scan is being opened and aligned."))
        self._updateControls()

    def _close(self) -> None:
        self.opening.forget()
        self.views.forget()
        self.territories.forget()
        if self._prior is not None:
            self._prior.remove()
        self._prior = self._opened = self.comparison = self._sheet = None
        self._beside.checked = False
        self._shift.clear()
        self._table.setRowCount(0)

    def _list(self) -> None:
        self.listing.forget()
        session = self._session
        if session is None or not slicer_database.isOpen():
            return
        folder, known = Path(slicer.dicomDatabase.databaseDirectory), whose(session.description.patient)
        stated = bool(self._stated.checked)
        self.listing.begin(priorsOf, folder, known, session.series.series_instance_uid, stated=stated)

    def _listed(self, found: ScenePriors) -> None:
        session = self._session
        if session is None:
            return
        self._choice.show(found, session.reading())
        showLabel(self._label, "\n".join(map(remarkText, found.remarks)))
        stated = bool(self._stated.checked)
        self._stated.setVisible(stated or any(one.code in _MAY_BE for one in found.remarks))
        self._updateControls()

    def _state(self) -> None:
        """The reader states that it is one person, or takes that back: list anew."""
        if self._session is None:
            return
        self._close()
        self._choice.clear()
        self._list()
        self._updateControls()

    def _show(self, opened: Opened) -> None:
        session = self._session
        if session is None:
            return
        self._close()
        self._opened = opened
        self._prior = PriorVolume(*opened, session.volumeNode)
        self.views.show(self._prior, session.volumeNode)
        self._compare()
        self._updateControls()

    def _move(self) -> None:
        """Correct the alignment by hand: it is measured there, and lesions are matched anew; no score changes."""
        if self._session is None or self._opened is None or self._prior is None:
            return
        reading, alignment = self._opened
        moved = measured(replace(alignment, shift_mm=self._shift.mm), self._session.series, reading.series)
        self._opened = reading, moved
        self.territories.forget()
        self._prior.lay(moved)
        self.views.refresh()
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
            compared = compare(reading, session.reading(), stated=bool(self._stated.checked), aligned=False)
        except SmartScoreError as error:
            self.comparison = None
            self._table.setRowCount(0)
            self._refuse(error)
            return
        later = compared.later.series is session.series
        self.comparison = with_alignment(compared, alignment) if later else compared
        self._fill(self.comparison)

    def _refuse(self, error: SmartScoreError) -> None:
        showLabel(self._label, "\n".join(reasonsOf(error)))
        self._updateControls()

    def _fill(self, compared: Comparison) -> None:
        old, new = (sheet.lesions for sheet in compared.sheets)
        self._table.setRowCount(len(compared.matches))
        for row, match in enumerate(compared.matches):
            keys = dict.fromkeys([*(new[n].territory for n in match.after), *(old[n].territory for n in match.before)])
            before = " + ".join(agatston_text(old[n].agatston) for n in match.before)
            after = " + ".join(agatston_text(new[n].agatston) for n in match.after)
            texts = (fateWord(match), "/".join(keys), before, after)
            fillRow(self._table, row, [cell(text, number=column > 1) for column, text in enumerate(texts)])
        fitHeight(self._table, 1, 8)
        aligned = self._opened[1] if self._opened is not None else None
        lines = [verdictLine(compared), alignmentLine(aligned), *map(remarkText, compared.remarks)]
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
        # As the sections of the form: what it holds makes the panel no wider than Slicer leaves it.
        self._fold.setSizePolicy(qt.QSizePolicy.Ignored, qt.QSizePolicy.Preferred)
        box = qt.QVBoxLayout(self._fold)
        self._label = qt.QLabel()
        self._label.wordWrap = True
        self._stated = qt.QCheckBox(_("I state that they are one person"))
        self._stated.setVisible(False)
        self._stated.connect("toggled(bool)", lambda checked: self._state())
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
        self._flip = _button(_("Flip dates ({key})").format(key=KEYS["otherDate"]), self.views.flip)
        self._take = _button(_("Take the earlier territories"), self.territories.takeAll)
        parts = (*self._choice.widgets, self._label, self._stated, self._table, self._beside, self._shift.widget)
        for part in (*parts, self._flip, self._take):
            box.addWidget(part)
        layout = ui.sectionsWidget.layout()
        layout.insertWidget(max(0, layout.count() - 1), self._fold)

    def _updateControls(self) -> None:
        self._fold.setVisible(not self._choice.empty or bool(self._label.text))
        self._choice.update(self.opening.running)
        for part in (self._beside, self._flip, self._shift.widget):
            part.enabled = self._opened is not None
        unsure = self._opened is None or self._opened[1].quality == "poor"
        self._take.enabled = not unsure
        self._take.toolTip = (
            _("An earlier scan that lies well on this one is needed.")
            if unsure
            else _("Each lesion gets the territory that it had then; one step of undo each.")
        )
        self._table.setVisible(bool(self._table.rowCount))


def _button(text: str, action: Any) -> Any:
    button = qt.QPushButton(text)
    button.connect("clicked()", action)
    return button
