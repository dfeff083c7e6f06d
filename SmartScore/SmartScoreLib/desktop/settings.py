"""The parameter node and what of it belongs to the reading, to the effect and to the export."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.marking.editor import Editor
from SmartScoreLib.exports.export import ExportChoices
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scene.state import ReadingState
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import PRESETS, customize

_TEXTS = {
    "indication": "indication",
    "imageQuality": "image_quality",
    "comparison": "comparison",
    "extracardiac": "extracardiac",
    "impression": "impression",
}
"""Parameters that hold texts of the report, and the fields of ReportTexts."""


_VISUAL = {
    "visualPatient": "patient",
    "visualLm": "lm",
    "visualLad": "lad",
    "visualLcx": "lcx",
    "visualRca": "rca",
}
"""Parameters that hold grades by eye, and the fields of VisualGrades."""


class Settings:
    """Reads and writes a SmartScoreParameterNode in the library's terms."""

    def __init__(self, parameterNode: Any) -> None:
        """Take the node that the controls are bound to."""
        self.parameterNode = parameterNode
        self._shown: dict[str, Any] = {}

    def load(self, session: ReadingSession, ui: Any) -> None:
        """Show the state of a reading; nothing that belongs to another patient stays."""
        node, state = self.parameterNode, session.state
        slices = session.series.geometry.shape[0]
        # Before the values: a control cuts off what is beyond its range.
        for box in (ui.firstSliceSpinBox, ui.lastSliceSpinBox):
            box.setRange(1, slices)
        with slicer.util.NodeModify(node):
            self._loadProtocol(state.protocol)
            node.massFactor = state.protocol.mass_factor or 0.0
            node.zeroConfirmed = state.zeroConfirmed
            node.dominance = type(node.dominance)(state.dominance or "")
            node.mode = type(node.mode)(state.mode or "")
            for name, field in _VISUAL.items():
                setattr(node, name, type(getattr(node, name))(getattr(state.visual, field) or ""))
            node.age = state.person.age_years or 0
            node.sex = type(node.sex)(state.person.sex or "")
            node.ethnicity = type(node.ethnicity)(state.person.ethnicity or "")
            node.reader = state.reader
            node.comment = state.comment
            node.status = type(node.status)(state.texts.status)
            for name, field in _TEXTS.items():
                setattr(node, name, getattr(state.texts, field))
            if node.screensOf != session.volumeNode.GetID():
                node.screensOf = session.volumeNode.GetID()
                node.screenSlices = []
                node.reducedAuto = True
                node.reducedFirst, node.reducedLast = 1, slices
        # Read back: a control may have rounded a value, and that is no change by the reader.
        self._shown = self._rules()

    def state(self, before: ReadingState) -> ReadingState:
        """The reading's state with what the reader changed since it was shown."""
        node = self.parameterNode
        rules, shown = self._rules(), self._shown
        self._shown = rules
        protocol = before.protocol
        if rules["preset"] != shown.get("preset") and rules["preset"] in PRESETS:
            protocol = replace(
                PRESETS[rules["preset"]],
                mass_factor=protocol.mass_factor,
                mass_factor_source=protocol.mass_factor_source,
            )
        changes = {name: value for name, value in rules.items() if name != "preset" and value != shown.get(name)}
        if changes:
            protocol = customize(protocol, **changes)
        return replace(
            before,
            protocol=protocol,
            person=replace(
                before.person,
                age_years=node.age or None,
                sex=node.sex.value or None,
                ethnicity=node.ethnicity.value or None,
            ),
            reader=node.reader,
            comment=node.comment,
            zeroConfirmed=node.zeroConfirmed,
            dominance=node.dominance.value or None,
            mode=node.mode.value or None,
            visual=VisualGrades(**{field: getattr(node, name).value or None for name, field in _VISUAL.items()}),
            texts=replace(
                before.texts,
                status=node.status.value,
                **{field: getattr(node, name) for name, field in _TEXTS.items()},
            ),
        )

    def showZero(self, confirmed: bool) -> None:
        """Show whether zero is confirmed."""
        if self.parameterNode.zeroConfirmed != confirmed:
            self.parameterNode.zeroConfirmed = confirmed

    def showFactor(self, protocol: ScoringProtocol) -> None:
        """Show a mass factor that was measured or looked up; that a control rounds it is no change by the reader."""
        self.parameterNode.massFactor = protocol.mass_factor or 0.0
        self._shown = self._rules()

    def usePreset(self, protocol: ScoringProtocol) -> None:
        """Take over the rules of a preset."""
        with slicer.util.NodeModify(self.parameterNode):
            self._loadProtocol(protocol)

    def setComment(self, text: str) -> None:
        """The reader typed a comment."""
        if self.parameterNode.comment != text:
            self.parameterNode.comment = text

    def language(self) -> str:
        """Of pages and screen saves."""
        return str(self.parameterNode.language.value)

    def screens(self) -> tuple[int, ...]:
        """Slices chosen for screen saves, 0 = the most inferior; none means all with lesions."""
        return tuple(self.parameterNode.screenSlices)

    def addScreens(self, slices: Iterable[int]) -> None:
        """Choose more slices for screen saves."""
        self.parameterNode.screenSlices = sorted({*self.screens(), *slices})

    def clearScreens(self) -> None:
        """Choose no slices for screen saves."""
        self.parameterNode.screenSlices = []

    def choices(self) -> ExportChoices:
        """What shall be saved."""
        node = self.parameterNode
        chosen = range(min(node.reducedFirst, node.reducedLast) - 1, max(node.reducedFirst, node.reducedLast))
        return ExportChoices(
            physician=node.savePhysician,
            patient=node.savePatient,
            screens=node.saveScreens,
            physician_pdf=node.savePhysicianPdf,
            patient_pdf=node.savePatientPdf,
            structured_report=node.saveReading,
            presentation=node.saveOutlines,
            screen_slices=self.screens() or None,
            reduced=None if not node.saveReduced else "auto" if node.reducedAuto else chosen,
            language=self.language(),
        )

    def whyNothingChosen(self) -> str:
        """Why there is nothing to save, or ""."""
        chosen = self.choices()
        if chosen.reports or chosen.screens or chosen.of_marks or chosen.reduced is not None:
            return ""
        return _("Choose at least one thing to save.")

    def applyToEffect(self, editor: Editor) -> None:
        """Let clicks in the views follow the same threshold and reach as the panel."""
        editor.setClick(self.parameterNode.threshold, self.parameterNode.inSlice)

    def followEffect(self, editor: Editor) -> None:
        """The user may set both in the options of the effect as well: they are one and the same."""
        click = editor.click()
        if click is not None and click != (self.parameterNode.threshold, self.parameterNode.inSlice):
            with slicer.util.NodeModify(self.parameterNode):
                self.parameterNode.threshold, self.parameterNode.inSlice = click

    def updateControls(self, ui: Any, session: ReadingSession | None) -> None:
        """Show what no connector shows: comment, preset, range of slices, and why a control is off."""
        node = self.parameterNode
        if ui.commentEdit.plainText != node.comment:
            wasBlocked = ui.commentEdit.blockSignals(True)
            ui.commentEdit.setPlainText(node.comment)
            ui.commentEdit.blockSignals(wasBlocked)
        patient = session.description.patient if session is not None else None
        # What DICOM says is not typed again; a value that was typed all the same can be taken back.
        for box, lacks in (
            (ui.ageSpinBox, patient is not None and (patient.age_years is None or node.age > 0)),
            (ui.sexComboBox, patient is not None and (patient.sex is None or bool(node.sex.value))),
        ):
            box.setVisible(lacks)
        ui.zeroCheckBox.enabled = session is not None
        ui.zeroCheckBox.toolTip = (
            _("You have looked, and there is none: a score of 0. Without this, no marks are not read.")
            if session is not None
            else _("Load a series or choose a volume first.")
        )
        names = list(PRESETS)
        name = session.sheet.protocol.name if session is not None else names[0]
        # A changed preset is none of the list.
        ui.presetComboBox.currentIndex = names.index(name) if name in names else -1
        reduced = node.saveReduced
        ui.reducedAutoCheckBox.enabled = reduced
        ui.reducedAutoCheckBox.toolTip = (
            _("Take all slices with lesions and a margin.") if reduced else _("Choose the reduced CT first.")
        )
        for box in (ui.firstSliceSpinBox, ui.lastSliceSpinBox):
            box.enabled = reduced and not node.reducedAuto
            box.toolTip = (
                _("Slice 1 is the most inferior.")
                if box.enabled
                else _("To type a range, choose the reduced CT without “Slices with lesions”.")
            )

    def _loadProtocol(self, protocol: ScoringProtocol) -> None:
        node = self.parameterNode
        node.preset = protocol.name
        node.threshold = float(protocol.threshold_hu)
        node.minimumArea = float(protocol.minimum_area_mm2)
        node.volumeMethod = type(node.volumeMethod)(protocol.volume_method)

    def _rules(self) -> dict[str, Any]:
        node = self.parameterNode
        return {
            "preset": node.preset,
            "threshold_hu": node.threshold,
            "minimum_area_mm2": node.minimumArea,
            "volume_method": node.volumeMethod.value,
            "mass_factor": node.massFactor or None,
        }
