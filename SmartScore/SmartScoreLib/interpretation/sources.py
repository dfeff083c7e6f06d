"""The references that every interpreted number carries; printed on every output."""

from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018
from SmartScoreLib.interpretation.populations.model import ReferencePopulation

_AGATSTON_1990 = "Agatston et al. 1990, J Am Coll Cardiol 15:827"
_MCCLELLAND_2009 = "McClelland et al. 2009, Am J Cardiol 103:59"
_MCCLELLAND_2015 = "McClelland et al. 2015, J Am Coll Cardiol 66:1643"
_KHAN_2024 = "Khan et al. 2024, Circulation 149:430"
_CRIQUI_2014 = "Criqui et al. 2014, JAMA 311:271"
_BLAHA_2016 = "Blaha et al. 2016, JACC Cardiovasc Imaging 9:1407"

CAC_DRS = f"CAC-DRS: {CAC_DRS_2018.citation}"
ARTERIAL_AGE = f"Arterial age: {_MCCLELLAND_2009}"
MESA_CHD_RISK = f"MESA 10-year CHD risk: {_MCCLELLAND_2015}"
PREVENT = f"PREVENT 10-year risk: {_KHAN_2024}"

CITATIONS: dict[str, tuple[str, str]] = {
    CAC_DRS: ("cac_drs", CAC_DRS_2018.citation),
    ARTERIAL_AGE: ("arterial_age", _MCCLELLAND_2009),
    MESA_CHD_RISK: ("mesa_chd_risk", _MCCLELLAND_2015),
    PREVENT: ("prevent", _KHAN_2024),
}
"""What each reference is of, as a key for the words of a page, and the work itself."""

AGATSTON_SCORE = ("agatston", _AGATSTON_1990)
DENSITY_SCORE = ("density", _CRIQUI_2014)
DIFFUSIVITY = ("diffusivity", _BLAHA_2016)
"""Of what scoring gives, in the same form."""


def of_classification(classification: Classification) -> str:
    """The reference of the words for an amount."""
    return f"{classification.name}: {classification.citation}"


def of_population(population: ReferencePopulation) -> str:
    """The reference of a percentile: who was scanned, when, with what."""
    people = "" if population.people is None else f"{population.people} people"
    about = ", ".join(part for part in (people, population.years, population.scanner) if part)
    return f"Percentile {population.name}{f' ({about})' if about else ''}: {population.citation}"
