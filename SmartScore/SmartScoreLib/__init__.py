"""SmartScore: coronary calcium scoring on non-contrast cardiac CT.

    from SmartScoreLib import find_series, load_series, click, make_reading, report

    series = load_series(find_series("ct").candidates[0])
    lesions = click(series, None, (12.5, -61.0, 40.0), "LAD")
    reading = make_reading(series, lesions, reader="A. Reader")
    report(reading, png="pages")

Each name below is loaded when it is first asked for, so that a program pays only for what it uses. Behind the names,
each folder is a room; data goes one way through them: see ARCHITECTURE.md.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__all__ = [
    "CLASSIFICATIONS",
    "PRESETS",
    "ExportChoices",
    "InterpretationChoices",
    "Person",
    "SmartScoreError",
    "__version__",
    "click",
    "compare",
    "export",
    "find_readings",
    "find_series",
    "followup",
    "interpret",
    "load_series",
    "make_reading",
    "open_reading",
    "population",
    "read_marks",
    "read_population",
    "read_protocol",
    "report",
    "report_text",
    "score",
    "score_cohort",
]

if TYPE_CHECKING:
    from SmartScoreLib.api.agreements import compare
    from SmartScoreLib.api.cohorts import score_cohort
    from SmartScoreLib.api.followups import followup
    from SmartScoreLib.api.images import find_series, load_series
    from SmartScoreLib.api.marks import click, read_marks
    from SmartScoreLib.api.meaning import population, read_population
    from SmartScoreLib.api.pages import report, report_text
    from SmartScoreLib.api.saved import find_readings, open_reading
    from SmartScoreLib.api.scores import interpret, make_reading, read_protocol, score
    from SmartScoreLib.api.storing import export
    from SmartScoreLib.exports.export import ExportChoices
    from SmartScoreLib.interpretation.choices import InterpretationChoices
    from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
    from SmartScoreLib.interpretation.model import Person
    from SmartScoreLib.remarks.errors import SmartScoreError
    from SmartScoreLib.scoring.presets import PRESETS

    __version__: str
else:
    _HOMES = {
        "api.agreements": ("compare",),
        "api.cohorts": ("score_cohort",),
        "api.followups": ("followup",),
        "api.images": ("find_series", "load_series"),
        "api.marks": ("click", "read_marks"),
        "api.meaning": ("population", "read_population"),
        "api.pages": ("report", "report_text"),
        "api.saved": ("find_readings", "open_reading"),
        "api.scores": ("interpret", "make_reading", "read_protocol", "score"),
        "api.storing": ("export",),
        "exports.export": ("ExportChoices",),
        "interpretation.choices": ("InterpretationChoices",),
        "interpretation.classifications.table": ("CLASSIFICATIONS",),
        "interpretation.model": ("Person",),
        "remarks.errors": ("SmartScoreError",),
        "scoring.presets": ("PRESETS",),
    }

    def __getattr__(name: str) -> Any:
        # Called for names that are not there yet (PEP 562); each is asked for once.
        if name == "__version__":
            from SmartScoreLib.identity import identity

            value = identity().version
        else:
            home = next((home for home, names in _HOMES.items() if name in names), None)
            if home is None:
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
            value = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
