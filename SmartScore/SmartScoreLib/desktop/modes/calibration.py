"""The mass factor: out of the images, from a phantom in them, from an insert by a click, or stored."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.modes.point import PointByClick
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.quality.calibrations import calibration_for, read_calibrations
from SmartScoreLib.quality.factors import rods_factor, with_scanner_factor
from SmartScoreLib.quality.rod_at import rod_at
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.coordinates import lpsFromWorld
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.calibration import MeasuredFactor, measure_factor
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import customize
from SmartScoreLib.series.describe import SizeClass

INSERTS_MG_PER_CM3 = (50.0, 100.0, 200.0)
"""Hydroxyapatite in usual calibration inserts."""
STORED = "SmartScore/Calibrations"
"""Where Slicer's settings may name the file of stored calibrations; one that is chosen holds for this session."""


class CalibrationMenu:
    """The menu of the button beside the mass factor."""

    def __init__(self, ui: Any, current: Current, onFactor: Callable[[], None]) -> None:
        """`onFactor` is called when the reading has another factor."""
        self._current, self._onFactor = current, onFactor
        self._file = ""
        self._point = PointByClick()
        self._menu = qt.QMenu(ui.calibrationButton)
        ui.calibrationButton.setMenu(self._menu)
        self._menu.connect("aboutToShow()", self.fill)

    def fill(self) -> None:
        """One entry a way to the factor; those of the scanner as its images offer them."""
        self._menu.clear()
        session = self._current.session
        if session is None:
            return
        for offered in session.description.acquisition.mass_factors:
            self._add(self._named(offered.size, offered.value), partial(self.useScanner, offered.size))
        self._add(_("Rods of a QRM-CCI in the images"), self.useRods)
        for concentration in INSERTS_MG_PER_CM3:
            text = _("Insert of {concentration:g} mg/cm³, by a click").format(concentration=concentration)
            self._add(text, partial(self.askForInsert, concentration))
        self._add(_("Stored for this scanner"), self.useStored)
        self._add(_("File of stored calibrations..."), self.askForFile)

    def useScanner(self, size: SizeClass | None) -> None:
        """The factor that the scanner wrote into the images."""
        self._use(lambda session, rules: with_scanner_factor(rules, session.series, size or "patient"))

    def useRods(self) -> None:
        """That of a calcium phantom, found without a click."""
        self._use(lambda session, rules: _measured(rules, rods_factor(session.series)))

    def useInsert(self, ras: tuple[float, float, float], concentration: float) -> None:
        """That of the insert at a position, right, anterior, superior in millimeters."""

        def made(session: ReadingSession, rules: ScoringProtocol) -> ScoringProtocol:
            series, lps = session.series, lpsFromWorld(session.volumeNode, ras)
            return _measured(rules, measure_factor(series.hu, series.geometry, concentration, rod_at(series, lps)))

        self._use(made)

    def useStored(self) -> None:
        """That of the file of calibrations, if it holds on the day of the scan."""
        name = self._file or str(slicer.util.settingsValue(STORED, "") or "")
        if not name:
            self.askForFile()
            return

        def made(session: ReadingSession, rules: ScoringProtocol) -> ScoringProtocol:
            found, reason = calibration_for(read_calibrations(Path(name)), session.series)
            if found is None:
                raise InputRefused(reason or ())
            return customize(rules, mass_factor=found.measured.factor, mass_factor_source=found.origin)

        self._use(made)

    def askForInsert(self, concentration: float) -> None:
        """Let the next click in a view say where the insert is; water is taken as 0 HU."""
        self._point.ask(lambda ras: self.useInsert(ras, concentration))
        self._current.tell(
            _("Click into the insert of {concentration:g} mg/cm³ in a slice view. Esc takes that back.").format(
                concentration=concentration
            )
        )

    def forget(self) -> None:
        """The module is hidden, or the scene is closing: nobody is asked for a click any more."""
        self._point.forget()

    def askForFile(self) -> None:
        """Ask for the file of stored calibrations, and use it."""
        chosen = qt.QFileDialog.getOpenFileName(slicer.util.mainWindow(), _("Stored calibrations"), "", "*.json")
        name = chosen if isinstance(chosen, str) else chosen[0]
        if name:
            self._file = name
            self.useStored()

    def _use(self, made: Callable[[ReadingSession, ScoringProtocol], ScoringProtocol]) -> None:
        session = self._current.session
        if session is None:
            return
        with self._current.reported(wait=True):
            protocol = made(session, session.state.protocol)
            session.setState(replace(session.state, protocol=protocol))
            self._onFactor()
            source = protocol.mass_factor_source
            self._current.tell(
                _("Mass factor {factor:.6g} mg/mm³/HU, {source}").format(
                    factor=protocol.mass_factor, source=remarkText(source) if source is not None else ""
                )
            )

    def _add(self, text: str, use: Callable[[], None]) -> None:
        action = qt.QAction(text, self._menu)
        action.connect("triggered()", use)
        self._menu.addAction(action)

    @staticmethod
    def _named(size: SizeClass | None, value: float) -> str:
        whose = {
            None: _("Of the scanner, this patient"),
            "small": _("Of the scanner, patients below 32 cm"),
            "medium": _("Of the scanner, patients of 32 to 38 cm"),
            "large": _("Of the scanner, patients above 38 cm"),
        }[size]
        return f"{whose}: {value:g}"


def _measured(rules: ScoringProtocol, factor: MeasuredFactor) -> ScoringProtocol:
    return customize(rules, mass_factor=factor.factor, mass_factor_source=factor.origin)
