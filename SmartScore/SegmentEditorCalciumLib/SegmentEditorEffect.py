"""The segment editor effect "Calcium": a click takes the connected calcium under the pointer.

Slicer loads this file when it starts; the library comes with the first use.
"""

import math
import textwrap
from pathlib import Path

import ctk
import qt
import slicer
import vtk
from SegmentEditorEffects import AbstractScriptedSegmentEditorEffect
from slicer.i18n import tr as _

from SmartScoreLib.scene.marking.registration import EFFECT_NAME, IN_3D, IN_SLICE, LIMIT, MODE, THRESHOLD

TOO_LARGE = ("lesions.too_large", "lesions.too_large_in_slice")
FORESEEN = (*TOO_LARGE, "lesions.thread")  # said before a click, too
SILENT = ("lesions.outside", "scene.not_confirmed")  # seen without words: off the images, or asked in a dialog
ANSWER_MM = 3.0  # so far the pointer may move before the answer to a click gives way to the next outline
CLICK_PIXELS = 3  # a press that moves farther in a 3D view turns the camera
POINTER_CHARACTERS = 60  # of a line beside the pointer


class SegmentEditorEffect(AbstractScriptedSegmentEditorEffect):
    """Options, mouse events and feedback in the views; the work is done by `ClickEngine`."""

    def __init__(self, scriptedEffect):
        scriptedEffect.name = EFFECT_NAME  # not translated: modules find effects by name
        scriptedEffect.title = _("Calcium")
        scriptedEffect.perSegment = True
        AbstractScriptedSegmentEditorEffect.__init__(self, scriptedEffect)
        self._engine = None
        self.feedbacks = {}  # by slice view widget
        self.pointer = None  # (widget, xy) while the pointer is in a slice view
        self.answered = None  # (widget, world RAS) of the last click, until the pointer has left it
        self.pressedAt = None  # (widget, xy) where the button went down in a 3D view

    @property
    def engine(self):
        """What decides what a click does."""
        if self._engine is None:
            from SmartScoreLib.scene.marking.engine import ClickEngine

            self._engine = ClickEngine(self.scriptedEffect, slicer.qSlicerSegmentEditorAbstractEffect)
        return self._engine

    def clone(self):
        """Make the instance that another segment editor uses."""
        clonedEffect = slicer.qSlicerSegmentEditorScriptedEffect(None)
        clonedEffect.setPythonSource(__file__.replace("\\", "/"))
        return clonedEffect

    def icon(self):
        """Shown on the effect's button."""
        iconPath = Path(__file__).parent / "Resources" / "Icons" / "Calcium.png"
        return qt.QIcon(str(iconPath)) if iconPath.exists() else qt.QIcon()

    def createCursor(self, widget):
        """A cross: the pointer must not cover a lesion of two pixels."""
        return qt.QCursor(qt.Qt.CrossCursor)

    def helpText(self):
        """Shown in the editor's help box."""
        return "<html>" + _(
            """Take connected calcium into the selected segment.
<p><ul style="margin: 0">
<li><b>Mouse move:</b> the outline shows what a click would take.
<li><b>Left-click:</b> take everything connected at or above the threshold.
<li><b>Shift + left-click:</b> take what is marked under the pointer out of its segment.
<li><b>Left-click in a 3D view:</b> jump to the brightest calcium there, near the heart, and take it.
</ul><p>
Bone is larger than the limit and is not taken. Of a thread of noise, long and thin, only the part in one slice is."""
        )

    # Options

    def setupOptionsFrame(self):
        """Make the widgets of the options frame."""
        self.thresholdSlider = ctk.ctkSliderWidget()
        self.thresholdSlider.minimum = 1
        self.thresholdSlider.maximum = 3000
        self.thresholdSlider.singleStep = 1
        self.thresholdSlider.decimals = 0
        self.thresholdSlider.suffix = " HU"
        self.thresholdSlider.setToolTip(_("Voxels at or above this value are calcium; 130 HU at 120 kVp."))
        self.scriptedEffect.addLabeledOptionsWidget(_("Threshold:"), self.thresholdSlider)

        self.in3DButton = qt.QRadioButton(_("3D"))
        self.in3DButton.setToolTip(_("Take the connected calcium of all slices."))
        self.inSliceButton = qt.QRadioButton(_("This slice only"))
        self.inSliceButton.setToolTip(
            _("Take the connected calcium of the acquired slice under the pointer, whatever the view's orientation.")
        )
        modeLayout = qt.QHBoxLayout()
        modeLayout.addWidget(self.in3DButton)
        modeLayout.addWidget(self.inSliceButton)
        modeLayout.addStretch(1)
        self.scriptedEffect.addLabeledOptionsWidget(_("Take:"), modeLayout)

        self.limitSlider = ctk.ctkSliderWidget()
        self.limitSlider.minimum = 100
        self.limitSlider.maximum = 50000
        self.limitSlider.singleStep = 100
        self.limitSlider.pageStep = 1000
        self.limitSlider.decimals = 0
        self.limitSlider.suffix = " mm³"
        self.limitSlider.setToolTip(_("Anything larger is taken for bone, or for calcium that touches bone."))
        self.scriptedEffect.addLabeledOptionsWidget(_("Bone limit:"), self.limitSlider)

        self.thresholdSlider.connect("valueChanged(double)", self.onThreshold)
        self.limitSlider.connect("valueChanged(double)", self.onLimit)
        self.inSliceButton.connect("toggled(bool)", self.onInSlice)

    def setMRMLDefaults(self):
        """Set parameters that the editor node does not have yet."""
        from SmartScoreLib.lesions.clicking import ClickSettings

        defaults = ClickSettings()
        self.scriptedEffect.setParameterDefault(THRESHOLD, defaults.threshold_hu)
        self.scriptedEffect.setParameterDefault(LIMIT, defaults.limit_mm3)
        self.scriptedEffect.setParameterDefault(MODE, IN_3D)

    def updateGUIFromMRML(self):
        """Show the parameters of the editor node."""
        settings = self.settings()
        widgets = (self.thresholdSlider, self.limitSlider, self.in3DButton, self.inSliceButton)
        blocked = [widget.blockSignals(True) for widget in widgets]
        self.thresholdSlider.value = settings.threshold_hu
        self.limitSlider.value = settings.limit_mm3
        self.in3DButton.setChecked(not settings.in_slice)
        self.inSliceButton.setChecked(settings.in_slice)
        for widget, was in zip(widgets, blocked, strict=True):
            widget.blockSignals(was)

    # Each control sets its own parameter only: a value that another cannot show must not be lost.

    def onThreshold(self, value):
        """The user moved the threshold, HU."""
        self.scriptedEffect.setParameter(THRESHOLD, value)

    def onLimit(self, value):
        """The user moved the bone limit, mm3."""
        self.scriptedEffect.setParameter(LIMIT, value)

    def onInSlice(self, checked):
        """The user chose between 3D and one slice."""
        self.scriptedEffect.setParameter(MODE, IN_SLICE if checked else IN_3D)

    def settings(self):
        """The parameters of the editor node; a scene that was closed meanwhile has taken them along."""
        from SmartScoreLib.lesions.clicking import ClickSettings

        self.setMRMLDefaults()
        return ClickSettings(
            threshold_hu=self.scriptedEffect.doubleParameter(THRESHOLD),
            limit_mm3=self.scriptedEffect.doubleParameter(LIMIT),
            in_slice=self.scriptedEffect.parameter(MODE) == IN_SLICE,
            refuse_threads=True,
        )

    # Events

    def deactivate(self):
        """Leave the views as they were."""
        for viewWidget, feedback in self.feedbacks.items():
            for actor in feedback.actors:
                self.scriptedEffect.removeActor2D(viewWidget, actor)
        self.feedbacks = {}
        self.pointer = self.answered = self.pressedAt = None

    def cleanup(self):
        """The effect is being deleted."""
        self.deactivate()

    def processInteractionEvents(self, callerInteractor, eventId, viewWidget):
        """Handle a mouse event; True keeps it from the view."""
        if viewWidget.className() == "qMRMLThreeDWidget":
            self.processThreeD(callerInteractor, eventId, viewWidget)
            return False  # the camera follows the mouse all the same
        if viewWidget.className() != "qMRMLSliceWidget":
            return False
        xy = callerInteractor.GetEventPosition()
        if eventId == vtk.vtkCommand.LeaveEvent:
            self.pointer = self.answered = None
            self.clearFeedback(viewWidget)
        elif eventId in (vtk.vtkCommand.MouseMoveEvent, vtk.vtkCommand.EnterEvent):
            self.pointer = (viewWidget, xy)
            self.showPreview(viewWidget, xy)
        elif eventId == vtk.vtkCommand.LeftButtonDoubleClickEvent:
            return True  # two quick clicks on two lesions must not maximize the view
        elif eventId == vtk.vtkCommand.LeftButtonPressEvent:
            return self.processClick(callerInteractor, xy, viewWidget)
        return False

    def processClick(self, callerInteractor, xy, viewWidget):
        """Take calcium, or with Shift take it out; True if the click had a meaning here."""
        if callerInteractor.GetControlKey() or callerInteractor.GetAltKey():
            return False
        sliceNode = viewWidget.mrmlSliceNode()
        ras = self.engine.pointedAt(sliceNode, xy)
        if callerInteractor.GetShiftKey():
            # Where nothing is marked, Shift keeps the meaning it has in the views.
            return self.engine.remove(ras, self.settings()).changed
        if sliceNode.GetSlabReconstructionEnabled():
            self.jumpTo(ras, sliceNode)  # a slab does not tell how deep it lies; the other views do
        self.showAnswer(self.engine.take(ras, self.settings()), ras, viewWidget, xy)
        return True

    def takeOutlined(self):
        """Take what is outlined under the pointer, unless some of it is marked; for a key that has the click's part."""
        viewWidget, xy = self.pointer if self.pointer is not None else (None, None)
        if viewWidget not in self.feedbacks or not self.feedbacks[viewWidget].outlined:
            return
        ras = self.engine.pointedAt(viewWidget.mrmlSliceNode(), xy)
        edit = self.engine.takeNew(ras, self.settings())
        if edit.changed:
            self.showAnswer(edit, ras, viewWidget, xy)

    def processThreeD(self, callerInteractor, eventId, viewWidget):
        """A click in a 3D view, pressed and released at one place, is meant for what shines there; a drag is not."""
        xy = callerInteractor.GetEventPosition()
        if eventId == vtk.vtkCommand.LeftButtonPressEvent:
            self.pressedAt = (viewWidget, xy)
        elif eventId == vtk.vtkCommand.LeaveEvent or eventId == vtk.vtkCommand.MouseMoveEvent:
            self.clearFeedback(viewWidget)
        elif eventId == vtk.vtkCommand.LeftButtonReleaseEvent and self.pressedAt is not None:
            (widget, before), self.pressedAt = self.pressedAt, None
            others = callerInteractor.GetControlKey() or callerInteractor.GetAltKey()
            if widget == viewWidget and math.dist(before, xy) <= CLICK_PIXELS and not others:
                self.clickInThreeD(xy, viewWidget, erase=bool(callerInteractor.GetShiftKey()))

    def clickInThreeD(self, xy, viewWidget, erase):
        """Jump to what is shown there and take it, or take it out."""
        renderer = self.scriptedEffect.renderWindow(viewWidget).GetRenderers().GetFirstRenderer()
        found = self.engine.pointedThrough(renderer, xy, self.settings())
        if not isinstance(found, tuple):
            self.showReason(found, viewWidget, xy)
            return
        self.jumpTo(found)
        edit = self.engine.remove(found, self.settings()) if erase else self.engine.take(found, self.settings())
        answer = self.engine.answer(found) if edit.changed else edit.refusal
        if answer is not None:
            self.showReason(answer, viewWidget, xy)

    def jumpTo(self, ras, clicked=None):
        """Center the slice views on a position, but for the one that was clicked."""
        mode = slicer.vtkMRMLSliceNode.CenteredJumpSlice
        slicer.vtkMRMLSliceNode.JumpAllSlices(slicer.mrmlScene, *ras, mode, -1, clicked)

    def processViewNodeEvents(self, callerViewNode, eventId, viewWidget):
        """Follow the view when another slice comes under the pointer."""
        if self.pointer is not None and self.pointer[0] == viewWidget and callerViewNode.IsA("vtkMRMLSliceNode"):
            self.showPreview(viewWidget, self.pointer[1])

    # Feedback

    def showPreview(self, viewWidget, xy):
        """Outline what a click would take, or say that it would be too much; an answer stays until one moves on."""
        if self.answered is not None:
            widget, ras = self.answered
            if widget == viewWidget and math.dist(ras, self.planeAt(viewWidget, xy)) <= ANSWER_MM:
                return
            self.answered = None
        for other in self.feedbacks:
            if other != viewWidget:
                self.clearFeedback(other)  # the pointer can be in one view only
        sliceNode = viewWidget.mrmlSliceNode()
        preview = self.engine.preview(sliceNode, self.engine.pointedAt(sliceNode, xy), self.settings())
        if preview.lines is not None:
            self.feedback(viewWidget).showOutline(preview.lines, preview.color)
            self.scriptedEffect.scheduleRender(viewWidget)
        elif preview.refusal is not None and preview.refusal.code in FORESEEN:
            self.showReason(preview.refusal, viewWidget, xy)
        else:
            self.clearFeedback(viewWidget)

    def showAnswer(self, edit, ras, viewWidget, xy):
        """Say beside the pointer what was taken and what it counts, or why nothing was."""
        answer = self.engine.answer(ras) if edit.changed else edit.refusal
        if answer is not None:
            self.answered = (viewWidget, self.planeAt(viewWidget, xy))
            self.showReason(answer, viewWidget, xy)

    def planeAt(self, viewWidget, xy):
        """World RAS of a display pixel in the plane of a view."""
        from SmartScoreLib.scene.marking.engine import rasAt

        return rasAt(viewWidget.mrmlSliceNode(), xy)

    def showReason(self, refusal, viewWidget, xy):
        """Say beside the pointer why nothing is taken."""
        text = self.pointerText(refusal)
        if text:
            window = self.scriptedEffect.renderWindow(viewWidget)
            slices = viewWidget.className() == "qMRMLSliceWidget"
            size = viewWidget.mrmlSliceNode().GetDimensions() if slices else window.GetSize()
            self.feedback(viewWidget).showText(text, xy, size, window.GetDPI())
            self.scriptedEffect.scheduleRender(viewWidget)

    def pointerText(self, refusal):
        """A refusal in the few words that have room beside the pointer, or ""."""
        if refusal.code in SILENT:
            return ""
        if refusal.code in TOO_LARGE:
            return _("Not taken: larger than {limit} mm³\n(bone, or touching bone)").format(
                limit=f"{self.settings().limit_mm3:.0f}"
            )
        if refusal.code == "lesions.thread":
            values = refusal.values
            return _("Not taken: a thread of noise, {length} mm long, {thickness} mm thick\n{offer}").format(
                length=f"{values['length_mm']:.0f}",
                thickness=f"{values['thickness_mm']:.1f}",
                offer=_("“This slice only” (key S in SmartScore) takes its part in this slice"),
            )
        if refusal.code == "lesions.below_threshold":
            values = refusal.values
            return _("Nothing to take: {value} HU, below {threshold} HU").format(
                value=f"{values['hu']:.0f}", threshold=f"{values['threshold_hu']:.0f}"
            )
        if refusal.code == "scene.transforms_differ":
            return _("Not taken: put volume and segmentation\nunder the same transform")
        from SmartScoreLib.desktop.remark_text import remarkText

        return "\n".join(textwrap.wrap(remarkText(refusal), POINTER_CHARACTERS))

    def feedback(self, viewWidget):
        """The view's outline and text, added to it at first use."""
        from SmartScoreLib.scene.marking.feedback import ViewFeedback

        if viewWidget not in self.feedbacks:
            feedback = self.feedbacks[viewWidget] = ViewFeedback()
            for actor in feedback.actors:
                self.scriptedEffect.addActor2D(viewWidget, actor)
        return self.feedbacks[viewWidget]

    def clearFeedback(self, viewWidget):
        """Hide what the view shows."""
        feedback = self.feedbacks.get(viewWidget)
        if feedback is not None and feedback.visible:
            feedback.clear()
            self.scriptedEffect.scheduleRender(viewWidget)
