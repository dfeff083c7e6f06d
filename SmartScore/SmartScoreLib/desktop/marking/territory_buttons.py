"""One button a territory: its color, how many lesions it has and what they score; a click marks into it."""

from collections.abc import Callable
from typing import Any

import qt
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import colorIcon
from SmartScoreLib.lesions.territories import TERRITORIES, Territory
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import agatston_text

COLUMNS = 3


class TerritoryButtons:
    """Buttons in a frame of the panel."""

    def __init__(self, frame: Any, onChosen: Callable[[str], None], onReleased: Callable[[], None]) -> None:
        """`onChosen` is given the territory to mark into; `onReleased` is called when marking shall stop."""
        self._onChosen = onChosen
        self._onReleased = onReleased
        self.buttons: dict[str, Any] = {}
        layout = qt.QGridLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, territory in enumerate(TERRITORIES):
            button = qt.QPushButton(frame)
            button.setCheckable(True)
            button.setIcon(colorIcon(territory))
            button.setSizePolicy(qt.QSizePolicy.Ignored, qt.QSizePolicy.Fixed)
            button.setFocusPolicy(qt.Qt.NoFocus)
            button.connect("clicked(bool)", _calling(self._clicked, territory.key))
            layout.addWidget(button, number // COLUMNS, number % COLUMNS)
            self.buttons[territory.key] = button
        self.update(None, "", "")

    def update(self, sheet: ScoreSheet | None, marked: str, whyNot: str) -> None:
        """Show counts and scores, which territory is marked into, and why nothing can be marked (or "")."""
        scores = {score.key: score for score in sheet.territories} if sheet is not None else {}
        for territory in TERRITORIES:
            button, score = self.buttons[territory.key], scores.get(territory.key)
            text = (
                territory.key
                if score is None or not score.lesions
                else _("{territory}: {lesions} · {agatston}").format(
                    territory=territory.key, lesions=score.lesions, agatston=agatston_text(score.agatston)
                )
            )
            if button.text != text:
                button.text = text
            button.checked = territory.key == marked
            button.enabled = not whyNot
            button.toolTip = whyNot or _toolTip(territory)

    def _clicked(self, checked: bool, territoryKey: str) -> None:
        if checked:
            self._onChosen(territoryKey)
        else:
            self._onReleased()


def _toolTip(territory: Territory) -> str:
    what = _("{name}: click calcium in a slice view to mark it; Shift+click takes it out. Key {key}.").format(
        name=territory.name, key=territory.shortcut
    )
    return what if territory.counts else _("{what} Not part of the coronary total.").format(what=what)


def _calling(slot: Callable[[bool, str], None], territoryKey: str) -> Callable[[bool], None]:
    return lambda checked: slot(checked, territoryKey)
