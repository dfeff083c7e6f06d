"""The inputs of the MESA risk and of PREVENT, asked in units that people use."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slicer.i18n import tr as _

from SmartScoreLib.desktop.cells import showLabel
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.meaning import site
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.interpretation.model import Finding, Interpretation, Person
from SmartScoreLib.interpretation.risk.prevent import MMOL_PER_MG_DL

ANSWERS = (None, True, False)
"""What the items of a box of answers mean, in their order."""
_QUESTIONS = {
    "diabetesComboBox": "diabetes",
    "smokerComboBox": "smoker",
    "lipidMedicationComboBox": "lipid_medication",
    "statinComboBox": "statin",
    "pressureMedicationComboBox": "blood_pressure_medication",
    "familyHistoryComboBox": "family_history",
}
"""Boxes, and the fields of Person that they ask for."""
_NUMBERS = {
    "totalCholesterolSpinBox": "total_cholesterol_mg_dl",
    "hdlCholesterolSpinBox": "hdl_cholesterol_mg_dl",
    "systolicSpinBox": "systolic_mmhg",
    "egfrSpinBox": "egfr_ml_min",
}
"""The same for numbers; 0 is not known."""
UNITS = {"mg/dL": 1.0, "mmol/L": MMOL_PER_MG_DL}
"""Of cholesterol, each with what 1 mg/dL is in it."""
_MOST_MG_DL = {"totalCholesterolSpinBox": 1000.0, "hdlCholesterolSpinBox": 300.0}


class RiskSection:
    """What is asked, kept with the reading as it is typed; a value that was not touched stays as exact as it was."""

    def __init__(self, ui: Any, current: Current, onChanged: Callable[[], None]) -> None:
        """`onChanged` is called when a reading means something else than before."""
        self._ui, self._current, self._onChanged = ui, current, onChanged
        for name in _QUESTIONS:
            box = getattr(ui, name)
            box.addItems([_("not known"), _("yes"), _("no")])
            box.connect("activated(int)", self._answering(name))
        for name in _NUMBERS:
            getattr(ui, name).connect("valueChanged(double)", self._counting(name))
        ui.cholesterolUnitComboBox.addItems(list(UNITS))
        ui.cholesterolUnitComboBox.connect("activated(int)", self._chooseUnit)

    @property
    def unit(self) -> str:
        """In which cholesterol is typed and shown."""
        kept = site.setting(site.UNIT)
        return kept if kept in UNITS else next(iter(UNITS))

    def update(self) -> None:
        """Show what is known of the person of the reading, and the risks."""
        session = self._current.session
        person = session.state.person if session is not None else Person()
        for name, field in _QUESTIONS.items():
            box = getattr(self._ui, name)
            box.currentIndex = ANSWERS.index(getattr(person, field))
            box.enabled = session is not None
        self._ui.cholesterolUnitComboBox.currentIndex = list(UNITS).index(self.unit)
        for name, field in _NUMBERS.items():
            box = getattr(self._ui, name)
            was = box.blockSignals(True)
            if name in _MOST_MG_DL:
                box.decimals = 0 if self.unit == "mg/dL" else 2
                box.setRange(0, _MOST_MG_DL[name] * UNITS[self.unit])
                box.suffix = f" {self.unit}"
            box.value = (getattr(person, field) or 0.0) * self._factor(name)
            box.blockSignals(was)
            box.enabled = session is not None
        found = session.interpretation() if session is not None else None
        showLabel(self._ui.chdRiskLabel, "" if found is None else chdText(found))
        showLabel(self._ui.preventLabel, "" if found is None else preventText(found))

    def _factor(self, name: str) -> float:
        return UNITS[self.unit] if name in _MOST_MG_DL else 1.0

    def _answering(self, name: str) -> Callable[[int], None]:
        return lambda index: self._take(_QUESTIONS[name], ANSWERS[index])

    def _counting(self, name: str) -> Callable[[float], None]:
        return lambda value: self._take(_NUMBERS[name], value / self._factor(name) if value > 0 else None)

    def _take(self, field: str, value: float | bool | None) -> None:
        session = self._current.session
        if session is not None:
            person = replace(session.state.person, **{field: value})  # type: ignore[arg-type]
            session.setState(replace(session.state, person=person))
            self._onChanged()

    def _chooseUnit(self, index: int) -> None:
        site.keep(site.UNIT, list(UNITS)[index])
        self.update()


def chdText(found: Interpretation) -> str:
    """The MESA risk, or why there is none."""
    return _("MESA, with the calcium score: {risk}").format(risk=_risk(found.mesa_chd_risk))


def preventText(found: Interpretation) -> str:
    """PREVENT, or why there is none."""
    if found.prevent_ascvd.value is None:
        return _("PREVENT, without the calcium score: {risk}").format(risk=_risk(found.prevent_ascvd))
    return _("PREVENT, without the calcium score: ASCVD {ascvd}, all cardiovascular disease {cvd}").format(
        ascvd=_risk(found.prevent_ascvd), cvd=_risk(found.prevent_cvd)
    )


def _risk(finding: Finding) -> str:
    if finding.value is not None:
        return _("{percent:.1f} % in 10 years").format(percent=finding.value)
    return _("not available") if finding.reason is None else remarkText(finding.reason)
