"""One button a territory: its key, its color and what it scores; a click marks into it."""

from collections.abc import Callable, Sequence
from typing import Any

import qt
from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import colorIcon, showChosen
from SmartScoreLib.desktop.resized import Resized
from SmartScoreLib.lesions.territories import TERRITORIES, Territory
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore
from SmartScoreLib.scoring.rounding import agatston_text

COLUMN_CHARACTERS = 14
"""Room that a button's text needs; a narrow panel has fewer columns."""
SPACING = 3
ICON_PIXELS = (6, 14)
MARGIN = 10
"""What a button needs beside icon and text, pixels."""


class TerritoryButtons:
    """Buttons in a frame of the panel, in as many columns as its width has room for."""

    def __init__(
        self,
        frame: Any,
        onChosen: Callable[[str], None],
        onReleased: Callable[[], None],
        others: Sequence[Any] = (),
    ) -> None:
        """`onChosen` is given the territory to mark into; `onReleased` is called when marking shall stop.

        `others` are buttons that take the places behind those of the territories.
        """
        self._frame = frame
        self._onChosen = onChosen
        self._onReleased = onReleased
        self.buttons: dict[str, Any] = {}
        self._others = tuple(others)
        self._columns = 0
        self._layout = qt.QGridLayout(frame)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACING)
        for territory in TERRITORIES:
            button = qt.QPushButton(frame)
            button.setCheckable(True)
            button.setIcon(colorIcon(territory, ICON_PIXELS))
            button.setIconSize(qt.QSize(*ICON_PIXELS))
            button.setFocusPolicy(qt.Qt.NoFocus)
            button.connect("clicked(bool)", _calling(self._clicked, territory.key))
            self.buttons[territory.key] = button
        for button in (*self.buttons.values(), *self._others):
            button.setSizePolicy(qt.QSizePolicy.Ignored, qt.QSizePolicy.Fixed)
        self._resized = Resized(frame, self._place)
        self._place()
        self.update(None, "", "")

    def update(self, sheet: ScoreSheet | None, marked: str, whyNot: str) -> None:
        """Show scores, which territory is marked into, and why nothing can be marked (or "")."""
        scores = {score.key: score for score in sheet.territories} if sheet is not None else {}
        for territory in TERRITORIES:
            button, score = self.buttons[territory.key], scores.get(territory.key)
            text = _textOf(button, territory, score)
            if button.text != text:
                button.text = text
            button.checked = territory.key == marked
            showChosen(button, territory.key == marked)
            button.enabled = not whyNot
            button.toolTip = whyNot or _toolTip(territory, score.lesions if score is not None else 0)

    def _place(self) -> None:
        width = COLUMN_CHARACTERS * int(self._frame.fontMetrics().averageCharWidth())
        columns = min(max(int(self._frame.width) // width, 2), 6)
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate((*self.buttons.values(), *self._others)):
            self._layout.addWidget(button, number // columns, number % columns)
        for column in range(6):
            self._layout.setColumnStretch(column, int(column < columns))

    def _clicked(self, checked: bool, territoryKey: str) -> None:
        if checked:
            self._onChosen(territoryKey)
        else:
            self._onReleased()


def _textOf(button: Any, territory: Territory, score: TerritoryScore | None) -> str:
    """Key, territory and score; without room for all, key and score, beside the color."""
    name = f"{territory.shortcut} {territory.key}"
    if score is None or not score.lesions:
        return name
    agatston = agatston_text(score.agatston)
    text = _("{territory}: {agatston}").format(territory=name, agatston=agatston)
    if _hasRoom(button, text):
        return text
    return _("{territory}: {agatston}").format(territory=territory.shortcut, agatston=agatston)


def _hasRoom(button: Any, text: str) -> bool:
    """Whether a button that is shown can show a text beside its icon; the key and the color tell the territory too."""
    needed = int(button.fontMetrics().horizontalAdvance(text)) + ICON_PIXELS[0] + MARGIN
    return not button.isVisible() or needed <= int(button.width)


def _toolTip(territory: Territory, lesions: int) -> str:
    what = _("{name}: click calcium in a slice view to mark it; Shift+click takes it out. Key {key}.").format(
        name=territory.name, key=territory.shortcut
    )
    said = [what]
    if not territory.counts:
        said.append(_("Not part of the coronary total."))
    if lesions:
        said.append(_("Lesions: {count}.").format(count=lesions))
    return " ".join(said)


def _calling(slot: Callable[[bool, str], None], territoryKey: str) -> Callable[[bool], None]:
    return lambda checked: slot(checked, territoryKey)
