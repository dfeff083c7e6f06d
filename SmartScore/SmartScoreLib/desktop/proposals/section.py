"""The proposals in the panel: a button, a list, keys: Enter accepts, Backspace rejects, a digit names the vessel."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import cell, colorIcon, fillRow, fitColumns, fitHeight, shareByText, showLabel
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.marking.focused import Focused
from SmartScoreLib.desktop.proposals import total_segmentator
from SmartScoreLib.desktop.proposals.outlines import Outlines
from SmartScoreLib.desktop.proposals.search import Search
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.desktop.views.fit import Box, boxToShow
from SmartScoreLib.desktop.views.views import jumpTo, zoomTo
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.proposal.model import Proposal, Proposals
from SmartScoreLib.scene.anatomy.organs import organsOf
from SmartScoreLib.scene.readings.review import ProposalReview

KEYS = {"accept": ("Return", "Enter"), "reject": ("Backspace",), "acceptAll": ("Ctrl+Return", "Ctrl+Enter")}
"""What keys do while the list has them."""


class ProposalSection:
    """Looks for proposals on demand, and lets a reader go through them.

    Attributes:
        review: the reader's way through what was found; None where nothing was looked for.
        search: the work in the background.
        button, label, table: what is shown.
    """

    def __init__(self, frame: Any, current: Current, onEdited: Callable[[], None], beside: Any) -> None:
        """`frame` is an empty frame of the panel; `onEdited` is called after an edit of the marks; `beside` is a button
        that looks for calcium too, and shares a row with that of proposals."""
        self._current = current
        self._onEdited = onEdited
        current.openProposals = self.open
        self._session: Any = None
        self._box: Box | None = None
        self.review: ProposalReview | None = None
        self.search = Search(self._found, self._progress)
        self.outlines = Outlines()
        layout = qt.QVBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        self.button = qt.QPushButton(_("Propose lesions (P)"), frame)
        shareByText(self.button, beside)
        self.organsButton = qt.QPushButton(_("Heart by TotalSegmentator..."), frame)
        self.organsButton.setToolTip(
            _("Open TotalSegmentator with this volume. Once it was applied, proposals and candidates use its heart.")
        )
        self.label = qt.QLabel(frame)
        self.label.setWordWrap(True)
        self.table = self._makeTable(frame)
        row = qt.QHBoxLayout()
        layout.addLayout(row)
        for button in (self.button, beside):
            row.addWidget(button)
        for widget in (self.organsButton, self.label, self.table):
            layout.addWidget(widget)
        self._tableFocus = Focused(self.table, self._tableHasKeys)
        self.button.connect("clicked()", self.press)
        self.organsButton.connect("clicked()", self.openTotalSegmentator)
        self._shortcuts = [self._shortcut(key, name) for name, keys in KEYS.items() for key in keys]

    def press(self) -> None:
        """Look for proposals, or stop looking."""
        session = self._current.session
        if self.search.running:
            self.search.cancel()
            self._current.tell(_("The search was stopped; nothing is proposed."))
        elif session is not None:
            self._forget()
            self._session = session
            organs = organsOf(session.volumeNode, session.series.geometry)
            self.search.start(session.series, session.state.protocol, organs)
        self.update()

    def openTotalSegmentator(self) -> None:
        """Let that extension segment heart and vessels; it is never needed."""
        if self._current.session is not None:
            total_segmentator.openWith(self._current.session.volumeNode)

    def open(self) -> int:
        """How many proposals nobody has decided on."""
        return self.review.counts().open if self.review is not None else 0

    def hasFocus(self) -> bool:
        """Whether keys go to the list."""
        return self.review is not None and bool(self.table.hasFocus())

    def accept(self, territory: str | None = None) -> None:
        """Accept the chosen proposal, in another territory if one is given, and go on to the next that is open."""
        number = self._chosen()
        if self.review is None or number is None:
            return
        with slicer.util.RenderBlocker():
            edit = self.review.accept(number, territory)
            self._decided(number)
        if edit.refusal is not None:
            self._current.tell(remarkText(edit.refusal))

    def reject(self) -> None:
        """Say no to the chosen proposal, and go on."""
        number = self._chosen()
        if self.review is not None and number is not None:
            self.review.reject(number)
            self._decided(number)

    def acceptAll(self) -> None:
        """Accept every open proposal of the vessel of the chosen one."""
        number = self._chosen()
        if self.review is not None and number is not None:
            territory = self.review.items[number].territory
            with slicer.util.RenderBlocker():
                count = self.review.acceptAll(territory)
                self._decided(number)
            self._current.tell(_("{count} accepted as {territory}.").format(count=count, territory=territory))

    def step(self, by: int = 1) -> None:
        """Go to the next open proposal; where none is open, to the next one."""
        if self.review is None or not self.review.items:
            return
        at = self._chosen()
        following = self.review.nextOpen(-1 if at is None else at)
        self._choose(following if following is not None and by > 0 else ((at or 0) + by) % len(self.review.items))

    def undoReject(self) -> bool:
        """Take a "no" back, if that was the last thing done."""
        return self._again(self.review is not None and self.review.undoReject())

    def redoReject(self) -> bool:
        """Say the "no" again that was taken back last, if nothing else was done since."""
        return self._again(self.review is not None and self.review.redoReject())

    def _again(self, done: bool) -> bool:
        if done:
            self._keepWord()
            self._onEdited()
        return done

    def update(self) -> None:
        """Show how far search and review are."""
        session = self._current.session
        if session is not self._session and (self.review is not None or self.search.running):
            self.search.cancel()
            self._forget()
        running = self.search.running
        self.button.setText(_("Stop looking (P)") if running else _("Propose lesions (P)"))
        whyNot = self._current.whyNoSession()
        self.button.setEnabled(running or not whyNot)
        self.button.setToolTip(whyNot or _("Find what is likely to be coronary calcium; you accept or correct each."))
        self.organsButton.setVisible(total_segmentator.canBeAsked(session))
        items = self.review.items if self.review is not None else ()
        self.table.setVisible(bool(items))
        showLabel(self.label, self._said())
        self._fill()
        if self.review is not None and session is not None and self._current.entered:
            self.outlines.show(session, [one for number, one in enumerate(items) if self.review.isOpen(number)])
        else:
            self.outlines.hide()

    def forgetScene(self) -> None:
        """The scene is closing, and what was proposed on it is of no use."""
        self.search.cancel()
        self._forget()

    def exit(self) -> None:
        """The module is hidden: no work is left."""
        self.search.cancel()
        self.outlines.hide()

    def _found(self, proposals: Proposals) -> None:
        session = self._current.session
        if session is None or session is not self._session:
            return
        self.review, self._box = ProposalReview(session, proposals), boxToShow(session.series)
        self._keepWord()
        self._onEdited()
        if proposals.proposed:
            self._choose(self.review.nextOpen() or 0)

    def _progress(self, done: int, total: int, what: str) -> None:
        self._current.showProgress(done, total, _("Looking for calcium"))

    def _decided(self, number: int) -> None:
        self._keepWord()
        self._onEdited()
        following = self.review.nextOpen(number) if self.review is not None else None
        if following is not None:
            self._choose(following)
        else:
            self._current.tell(self._said())

    def _keepWord(self) -> None:
        """What stays with the reading: what was proposed, and what the reader did with it."""
        if self.review is not None and self.review.items:
            counts = self.review.counts()
            reviewed = (counts.accepted, counts.changed, counts.rejected, counts.open)
            self._session.setState(replace(self._session.state, reviewed=reviewed))

    def _said(self) -> str:
        if self.review is None:
            return ""
        proposals = self.review.proposals
        if proposals.anatomy is None:
            return " ".join(map(remarkText, proposals.remarks))
        if not proposals.proposed:
            return _(
                "Nothing near the heart is likely to be coronary calcium. Look for yourself before you confirm a zero."
            )
        counts = self.review.counts()
        said = _("Proposed: {count}. Accepted {accepted}, rejected {rejected}, open {open}.").format(
            count=len(proposals.proposed), accepted=counts.accepted, rejected=counts.rejected, open=counts.open
        )
        return " ".join((said, *(remarkText(one) for one in proposals.remarks if one.code == "proposal.organs")))

    def _makeTable(self, frame: Any) -> Any:
        table = qt.QTableWidget(frame)
        table.setObjectName("proposalTable")
        table.setColumnCount(5)
        table.setHorizontalHeaderLabels([_("Vessel"), _("Slice"), _("Peak HU"), _("Likely"), _("Decision")])
        table.setSelectionBehavior(qt.QAbstractItemView.SelectRows)
        table.setSelectionMode(qt.QAbstractItemView.SingleSelection)
        table.setEditTriggers(qt.QAbstractItemView.NoEditTriggers)
        table.verticalHeader().setVisible(False)
        fitColumns(table, 0, 4)
        table.connect("cellClicked(int,int)", lambda row, column: self._choose(row))
        return table

    def _fill(self) -> None:
        review = self.review
        before = self._chosen()
        self.table.setRowCount(len(review.items) if review is not None else 0)
        for number, one in enumerate(review.items if review is not None else ()):
            assert review is not None  # it has items
            marked = review.markedAs(number)
            shown = marked or one.territory
            why = "\n".join(map(remarkText, one.reasons))
            first = cell(shown, toolTip=f"{BY_KEY[shown].name}\n{why}")
            first.setIcon(colorIcon(BY_KEY[shown]))
            decision = _("accepted") if marked else _("rejected") if review.isRejected(number) else _("open")
            candidate = one.features.candidate
            numbers = (str(candidate.peak_index[0] + 1), f"{candidate.peak_hu:.0f}", f"{100 * one.likelihood:.0f} %")
            fillRow(
                self.table,
                number,
                [first, *(cell(text, number=True) for text in numbers), cell(decision, toolTip=why)],
            )
        fitHeight(self.table, 1, 9)
        if before is not None and review is not None and before < len(review.items):
            self.table.selectRow(before)

    def _chosen(self) -> int | None:
        rows = self.table.selectionModel().selectedRows()
        row = rows[0].row() if rows else -1
        return row if self.review is not None and 0 <= row < len(self.review.items) else None

    def _choose(self, number: int) -> None:
        if self.review is None or self._session is None:
            return
        self.table.selectRow(number)
        self.table.setFocus()
        one = self.review.items[number]
        lps = self._session.series.geometry.lps_mm(one.features.candidate.peak_index)
        zoomTo(self._session.volumeNode, self._session.series, self._box)
        jumpTo(self._session.volumeNode, (float(lps[0]), float(lps[1]), float(lps[2])))
        self._current.tell(_whatKeysDoWith(one))

    def _tableHasKeys(self, hasKeys: bool) -> None:
        """A digit accepts the chosen proposal while the list has the keys, and marks otherwise: say which."""
        number = self._chosen()
        if self.review is None or number is None:
            return
        said = _whatKeysDoWith(self.review.items[number])
        if hasKeys:
            self._current.tell(said)
        elif self._current.told == said:
            self._current.tell("")

    def _shortcut(self, key: str, name: str) -> Any:
        shortcut = qt.QShortcut(self.table)
        shortcut.setKey(qt.QKeySequence(key))
        shortcut.setContext(qt.Qt.WidgetShortcut)
        shortcut.connect("activated()", getattr(self, name))
        return shortcut

    def _forget(self) -> None:
        self.review, self._session, self._box = None, None, None
        self.outlines.hide()


def _whatKeysDoWith(one: Proposal) -> str:
    return _("{territory}? {why} Enter accepts, Backspace rejects, a digit gives another vessel, N goes on.").format(
        territory=one.territory, why=" ".join(map(remarkText, one.reasons))
    )
