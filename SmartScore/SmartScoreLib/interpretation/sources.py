"""The references that every interpreted number carries; printed on every output."""

_AGATSTON_1990 = "Agatston et al. 1990, J Am Coll Cardiol 15:827"
_HECHT_2018 = "Hecht et al. 2018, J Cardiovasc Comput Tomogr 12:185"
_RUMBERGER_1999 = "Rumberger et al. 1999, Mayo Clin Proc 74:243"
_MCCLELLAND_2006 = "McClelland et al. 2006, Circulation 113:30"
_MCCLELLAND_2009 = "McClelland et al. 2009, Am J Cardiol 103:59"
_MCCLELLAND_2015 = "McClelland et al. 2015, J Am Coll Cardiol 66:1643"
_CRIQUI_2014 = "Criqui et al. 2014, JAMA 311:271"
_BLAHA_2016 = "Blaha et al. 2016, JACC Cardiovasc Imaging 9:1407"

CAC_DRS = f"CAC-DRS: {_HECHT_2018}"
PLAQUE_BURDEN = f"Plaque burden: {_RUMBERGER_1999}"
MESA_PERCENTILE = f"MESA percentile: {_MCCLELLAND_2006}"
ARTERIAL_AGE = f"Arterial age: {_MCCLELLAND_2009}"
MESA_CHD_RISK = f"MESA 10-year CHD risk: {_MCCLELLAND_2015}"

CITATIONS: dict[str, tuple[str, str]] = {
    CAC_DRS: ("cac_drs", _HECHT_2018),
    PLAQUE_BURDEN: ("plaque_burden", _RUMBERGER_1999),
    MESA_PERCENTILE: ("mesa_percentile", _MCCLELLAND_2006),
    ARTERIAL_AGE: ("arterial_age", _MCCLELLAND_2009),
    MESA_CHD_RISK: ("mesa_chd_risk", _MCCLELLAND_2015),
}
"""What each reference is of, as a key for the words of a page, and the work itself."""

AGATSTON_SCORE = ("agatston", _AGATSTON_1990)
DENSITY_SCORE = ("density", _CRIQUI_2014)
DIFFUSIVITY = ("diffusivity", _BLAHA_2016)
"""Of what scoring gives, in the same form."""
