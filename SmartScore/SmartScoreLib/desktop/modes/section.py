"""The mode of a reading: a gated heart, the aortic valve, or a chest CT that is graded by eye."""

from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import showLabel
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.interpretation.valve import aortic_valve
from SmartScoreLib.lesions.visual import GRADED_VESSELS, MOST_WESTON
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.rounding import agatston_text


class ModeSection:
    """Shows what the mode brings: the grade of the valve, or the grades by eye and what follows from them."""

    def __init__(self, ui: Any, current: Current) -> None:
        self._ui = ui
        self._current = current
        self._guide: Any = None
        ui.guideButton.connect("clicked()", self.showGuide)

    def update(self) -> None:
        """Show the state of the reading."""
        session = self._current.session
        chest = session is not None and session.sheet.mode == "chest"
        self._ui.visualSection.setVisible(chest)
        showLabel(self._ui.valveLabel, valveText(session))
        showLabel(self._ui.visualLabel, visualText(session) if chest else "")

    def showGuide(self) -> None:
        """Show what the grades look like, in the language of the report."""
        from SmartScoreLib.reports.chest.guide import chest_guide

        pixels = chest_guide(self._current.settings.language()).pixels
        height, width = pixels.shape[:2]
        pixmap = qt.QPixmap()
        pixmap.loadFromData(b"P6\n%d %d\n255\n" % (width, height) + pixels.tobytes(), "PPM")
        if self._guide is None:
            self._guide = qt.QLabel(slicer.util.mainWindow(), qt.Qt.Window)
            self._guide.setWindowTitle(_("Visual grades"))
        self._guide.setPixmap(pixmap)
        self._guide.show()


def valveText(session: ReadingSession | None) -> str:
    """The grade of the aortic valve with its caveat, or why there is none; "" where no calcium of it counts."""
    if session is None:
        return ""
    found = aortic_valve(session.sheet, session.interpretation().person)
    if found is None:
        return ""
    score = agatston_text(found.agatston)
    if found.reason is not None:
        return _("Aortic valve {score}. {reason}").format(score=score, reason=remarkText(found.reason))
    grade = {
        "unlikely": _("severe stenosis unlikely"),
        "not_decided": _("severe stenosis: not decided"),
        "likely": _("severe stenosis likely"),
        "very_likely": _("severe stenosis very likely"),
    }[str(found.grade)]
    return _("Aortic valve {score}: {grade}. With low flow it is possible at lower scores too.").format(
        score=score, grade=grade
    )


def visualText(session: ReadingSession | None) -> str:
    """What follows from the grades by eye, or what they lack."""
    if session is None:
        return ""
    visual = session.sheet.visual
    if not visual.given:
        return _("Grade the patient, and each vessel if you want the Weston score.")
    parts = [_("CAC-DRS {category} (visual)").format(category=visual.cac_drs)] if visual.cac_drs else []
    if visual.weston is None:
        missing = ", ".join(key for key, grade in visual.of_vessels.items() if grade is None)
        parts.append(_("Weston score: grade {vessels} too").format(vessels=missing or ", ".join(GRADED_VESSELS)))
    else:
        parts.append(_("Weston score {score} of {most}").format(score=visual.weston, most=MOST_WESTON))
    return ", ".join(parts)
