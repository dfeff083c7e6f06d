"""The section in which a reader marks: territories, clicks, the list of lesions, undo, keys."""

from collections.abc import Callable, Mapping
from typing import Any

from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import showChosen
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.keys import Keys
from SmartScoreLib.desktop.marking.answers import answerTo, newOf
from SmartScoreLib.desktop.marking.candidates import Candidates
from SmartScoreLib.desktop.marking.editor import Editor
from SmartScoreLib.desktop.marking.focused import Focused
from SmartScoreLib.desktop.marking.lesion_list import LesionList, Listed
from SmartScoreLib.desktop.marking.territory_buttons import TerritoryButtons
from SmartScoreLib.desktop.proposals.section import ProposalSection
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.desktop.views.slice_steps import stepSlice
from SmartScoreLib.desktop.views.views import jumpTo
from SmartScoreLib.scene.marking.engine import Edit
from SmartScoreLib.scoring.rounding import agatston_text, volume_text


class MarkingSection:
    """Territory buttons, list of lesions, segment editor and keys.

    Attributes:
        editor, territories, lesions, proposals, candidates, keys: its parts.
    """

    def __init__(
        self,
        ui: Any,
        current: Current,
        onEdited: Callable[[], None],
        onChosen: Callable[[], None],
        actions: Mapping[str, Callable[[], None]],
    ) -> None:
        """`onEdited` is called after an edit of the marks, `onChosen` when clicks may go to another territory.

        `actions` are those of keys that belong to other sections.
        """
        self._ui = ui
        self._current = current
        self._onEdited = onEdited
        self._onChosen = onChosen
        self.candidates = Candidates(onEdited)
        self.editor = Editor(ui.segmentEditor, self._editorChanged)
        self.territories = TerritoryButtons(
            ui.territoryFrame, self.mark, self.editor.stopMarking, (ui.undoButton, ui.redoButton)
        )
        self.proposals = ProposalSection(ui.proposalFrame, current, onEdited, ui.candidatesButton)
        self.lesions = LesionList(ui.lesionTable, self.jumpTo, self.deleteLesion)
        self._listFocus = Focused(ui.lesionTable, self._listHasKeys)
        self.keys = Keys(
            {
                **actions,
                "nextLesion": lambda: self.step(1),
                "previousLesion": lambda: self.step(-1),
                "inSlice": ui.inSliceButton.click,
                "candidates": ui.candidatesButton.click,
                "propose": self.proposals.button.click,
                "nextSlice": lambda: stepSlice(current.session, 1),
                "previousSlice": lambda: stepSlice(current.session, -1),
                "undo": self.undo,
                "redo": self.redo,
            },
            self.pressTerritory,
        )
        for button in (ui.inSliceButton, ui.candidatesButton):
            button.connect("toggled(bool)", _showing(button))
        ui.undoButton.connect("clicked()", self.undo)
        ui.redoButton.connect("clicked()", self.redo)
        ui.growButton.connect("clicked()", self.growAgain)
        ui.editorSection.connect("contentsCollapsed(bool)", lambda collapsed: self.enableKeys())

    def answer(self) -> str:
        """What is marked now that the list does not show yet, in words."""
        session = self._current.session
        after: tuple[Listed, ...] = (*session.sheet.lesions, *session.leftOut) if session is not None else ()
        one = newOf(self.lesions.lesions, after)
        return "" if one is None else f"{answerTo(one)} {self._current.saidBefore(one)}".rstrip()

    def mark(self, territoryKey: str) -> None:
        """Let clicks mark calcium of a territory."""
        self._current.told = ""
        if self._current.session is not None:
            self._current.settings.applyToEffect(self.editor)
            self.editor.mark(territoryKey)
        self._onChosen()

    def pressTerritory(self, territoryKey: str) -> None:
        """A key of a territory: gives it the chosen proposal or lesion if a list has the keys, else marks into it.

        What is outlined under the pointer is marked at once: one key a lesion.
        """
        if self.proposals.hasFocus():
            self.proposals.accept(territoryKey)
            return
        lesion = self.lesions.selected() if self.lesions.hasFocus() else None
        if self._current.session is not None and lesion is not None:
            edit = self._current.session.reassignLesion(lesion, territoryKey)
            self._edited(edit)
            if edit.changed:
                self._current.tell(
                    _("The selected lesion went from {old} to {new}. Z takes that back.").format(
                        old=lesion.territory, new=territoryKey
                    )
                )
        else:
            self.mark(territoryKey)
            self.editor.takeOutlined()

    def deleteLesion(self, lesion: Listed) -> None:
        """Remove a lesion; Undo brings it back."""
        if self._current.session is not None:
            self._edited(self._current.session.deleteLesion(lesion))

    def undo(self) -> None:
        """Take the last edit back, also one of the full editor, and a proposal that was rejected."""
        if self.proposals.undoReject():
            return
        self._ui.segmentEditor.undo()
        self._onEdited()

    def redo(self) -> None:
        """Do again what was taken back, also a "no" to a proposal."""
        if self.proposals.redoReject():
            return
        self._ui.segmentEditor.redo()
        self._onEdited()

    def growAgain(self) -> None:
        """Take every lesion whole at the threshold that is in force now; Undo takes that back."""
        session = self._current.session
        if session is None:
            return
        with self._current.reported(wait=True):
            before, kept = session.sheet.total.agatston, session.growAgain()
            self._onEdited()
            said = _("Grown again at {threshold:.0f} HU: Agatston {before}, now {now}. Z takes that back.").format(
                threshold=session.state.protocol.threshold_hu,
                before=agatston_text(before),
                now=agatston_text(session.sheet.total.agatston),
            )
            if kept:
                said += " " + _("{count} stayed as marked: they would be too large for a lesion.").format(count=kept)
            self._current.tell(said)

    def step(self, by: int) -> None:
        """To the next or previous proposal if their list has the keys; else candidate while outlined, or lesion."""
        if self.proposals.hasFocus():
            self.proposals.step(by)
            return
        session = self._current.session
        if session is None or not self._current.settings.parameterNode.showCandidates:
            self.lesions.step(by)
            return
        one = self.candidates.step(by)
        if one is None:
            self._current.tell(_("Nothing reaches the threshold and is not marked.") + " " + self.candidates.said())
            return
        jumpTo(session.volumeNode, session.series.geometry.lps_mm(one.peak_index).tolist())
        said = _("Candidate {number} of {count}: {volume} mm³, peak {peak:.0f} HU. A click on it marks it.").format(
            number=self.candidates.shown.index(one) + 1,
            count=len(self.candidates.shown),
            volume=volume_text(one.volume_mm3),
            peak=one.peak_hu,
        )
        self._current.tell(f"{said} {self._current.saidBefore(one)}".rstrip())

    def jumpTo(self, lesion: Listed) -> None:
        """Show a lesion in all views, and say what the keys do with it."""
        if self._current.session is not None:
            jumpTo(self._current.session.volumeNode, lesion.centroid_lps_mm)
            self._current.tell(self._aboutSelected(lesion))

    def _listHasKeys(self, hasKeys: bool) -> None:
        """A digit gives the selected lesion away while the list has the keys, and marks otherwise: say which."""
        lesion = self.lesions.selected()
        if lesion is None:
            return
        if hasKeys:
            self._current.tell(self._aboutSelected(lesion))
        elif self._current.told == self._aboutSelected(lesion):
            self._current.tell("")  # the line says what to do next

    def _aboutSelected(self, lesion: Listed) -> str:
        """What an earlier scan says of a lesion, and what the keys do with it."""
        said = _(
            "A lesion of {territory} is selected: a digit gives it to another territory, Delete removes it."
        ).format(territory=lesion.territory)
        return f"{self._current.saidBefore(lesion)} {said}".lstrip()

    def show(self) -> None:
        """Let the editor edit the marks of the reading, with the click as the panel has it."""
        session = self._current.session
        if session is not None:
            # The editor's node may come from a scene, with options of another reading.
            self._current.settings.applyToEffect(self.editor)
            self.editor.show(session.volumeNode, session.segmentationNode)
            self.enableKeys()

    def enableKeys(self) -> None:
        """Turn on the keys that are free while the module is shown."""
        if self._current.entered:
            editorKeys = not self._ui.editorSection.collapsed
            self.editor.useOwnShortcuts(editorKeys)
            self.keys.enable(editorKeys)

    def update(self) -> None:
        """Show lesions, proposals and candidates."""
        self.proposals.update()
        session = self._current.session
        self.lesions.update(session)
        self._ui.lesionTable.setVisible(bool(self.lesions.lesions))
        said = [one for one in session.sheet.remarks if one.code == "lesions.marked_at"] if session is not None else []
        self._ui.growButton.setVisible(bool(said))
        if session is not None and said:
            self._ui.growButton.text = _("Grow again at {threshold:.0f} HU").format(
                threshold=session.state.protocol.threshold_hu
            )
            self._ui.growButton.toolTip = remarkText(said[0])
        shown = session is not None and self._current.entered
        if session is not None and shown and self._current.settings.parameterNode.showCandidates:
            if self.candidates.show(session):
                self._current.told = self.candidates.said()
        else:
            self.candidates.hide()

    def updateButtons(self) -> None:
        """Show the scores of the territories, and which of them is marked into."""
        session = self._current.session
        sheet = session.sheet if session is not None else None
        self.territories.update(sheet, self.editor.markedTerritory(), self._current.whyNoSession())

    def exit(self) -> None:
        """The module is hidden: no key and no effect is left."""
        self.keys.disable()
        self.proposals.exit()
        self.candidates.hide()
        self.editor.exit()

    def cleanup(self) -> None:
        """The widget is being deleted or reloaded."""
        self.keys.cleanup()
        self.editor.cleanup()

    def _edited(self, edit: Edit) -> None:
        self._current.tell(remarkText(edit.refusal) if edit.refusal is not None else "")
        self._onEdited()

    def _editorChanged(self) -> None:
        """The selected segment, the effect or its options may have changed."""
        if self._current.entered and self._current.session is not None:
            self._current.settings.followEffect(self.editor)
            self._onChosen()


def _showing(button: Any) -> Callable[[bool], None]:
    return lambda chosen: showChosen(button, chosen)
