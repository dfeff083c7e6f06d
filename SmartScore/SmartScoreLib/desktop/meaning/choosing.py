"""The controls that choose the words for the amount, and whom a score is compared with."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.meaning import site
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.populations.model import ReferencePopulation
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, POPULATIONS, own_population, population
from SmartScoreLib.scene.meaning import chosenMeaning


class MeaningSection:
    """Classification, two populations, a site's own table, quotations. What is chosen is the site's from then on."""

    def __init__(self, ui: Any, current: Current, onChanged: Callable[[], None]) -> None:
        """`onChanged` is called when a reading means something else than before."""
        self._ui, self._current, self._onChanged = ui, current, onChanged
        self._own: ReferencePopulation | None = None
        # In a narrow panel the choice stands below what it is about.
        ui.meaningSection.layout().setRowWrapPolicy(qt.QFormLayout.WrapLongRows)
        for one in CLASSIFICATIONS.values():
            ui.classificationComboBox.addItem(one.name)
        ui.classificationComboBox.connect("activated(int)", self._chooseClassification)
        ui.populationComboBox.connect("activated(int)", lambda _index: self._choosePopulations())
        ui.secondPopulationComboBox.connect("activated(int)", lambda _index: self._choosePopulations())
        ui.ownTableButton.connect("clicked()", self.askForTable)
        ui.quotesCheckBox.connect("clicked()", self._chooseQuotes)

    def update(self) -> None:
        """Show what is chosen for the reading, or for the next one."""
        session = self._current.session
        choices = session.choices if session is not None else InterpretationChoices()
        self._own = next((one for one in choices.populations if one.table), self._own)
        self._ui.classificationComboBox.currentIndex = list(CLASSIFICATIONS).index(choices.classification.key)
        names = [self._own.name if one.table and self._own is not None else one.key for one in choices.populations]
        shown = dict(self._offered())
        for box, name, none in (
            (self._ui.populationComboBox, names[0], ()),
            (self._ui.secondPopulationComboBox, names[1] if len(names) > 1 else "", (_("none"),)),
        ):
            box.clear()
            box.addItems([*none, *shown.values()])
            box.currentIndex = list(shown).index(name) + len(none) if name else 0
        self._ui.quotesCheckBox.checked = choices.quotes
        for control in (
            self._ui.classificationComboBox,
            self._ui.populationComboBox,
            self._ui.secondPopulationComboBox,
            self._ui.ownTableButton,
            self._ui.quotesCheckBox,
        ):
            control.enabled = session is not None

    def askForTable(self) -> None:
        """Ask for the file of a table, and compare with it unless the user cancels."""
        chosen = qt.QFileDialog.getOpenFileName(
            slicer.util.mainWindow(), _("Table of a reference population"), "", _("Comma-separated values (*.csv)")
        )
        # PySide gives a pair, PythonQt the name alone.
        name = chosen if isinstance(chosen, str) else chosen[0]
        if name:
            self.useTable(Path(name))

    def useTable(self, path: Path) -> None:
        """Compare with the table of a file; what is wrong with it is told."""
        session = self._current.session
        if session is None:
            return
        with self._current.reported():
            own = own_population(path)
            self._own = own
            site.keep(site.OWN_TABLE, str(path))
            others = tuple(one for one in session.choices.populations if not one.table)
            self._choose(replace(session.choices, populations=(own, *others)[:2]))
            self._current.tell(_("Compared with: {population}").format(population=own.name))

    def _offered(self) -> list[tuple[str, str]]:
        """Name and text of every population that can be chosen."""
        needs = {MESA: _("age, sex, ethnicity"), HOFF: _("age, sex")}
        found = [(key, f"{population(key).name} ({needs.get(key, '')})") for key in POPULATIONS]
        return found if self._own is None else [*found, (self._own.name, self._own.name)]

    def _population(self, index: int) -> ReferencePopulation:
        name = self._offered()[index][0]
        return population(name) if name in POPULATIONS or self._own is None else self._own

    def _chooseClassification(self, index: int) -> None:
        if (session := self._current.session) is not None:
            self._choose(replace(session.choices, classification=list(CLASSIFICATIONS.values())[index]))

    def _choosePopulations(self) -> None:
        first = self._population(self._ui.populationComboBox.currentIndex)
        second = self._ui.secondPopulationComboBox.currentIndex
        others = (self._population(second - 1),) if second > 0 else ()
        if (session := self._current.session) is not None:
            populations = (first, *(one for one in others if one.name != first.name))
            self._choose(replace(session.choices, populations=populations))

    def _chooseQuotes(self) -> None:
        if (session := self._current.session) is not None:
            self._choose(replace(session.choices, quotes=bool(self._ui.quotesCheckBox.checked)))

    def _choose(self, choices: InterpretationChoices) -> None:
        session = self._current.session
        assert session is not None  # the controls are off without one
        session.setState(replace(session.state, meaning=chosenMeaning(choices)))
        site.keepChoices(choices)
        self._onChanged()
