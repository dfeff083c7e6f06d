"""The references that every interpreted number carries; printed on every output."""

CAC_DRS = "CAC-DRS: Hecht et al. 2018, J Cardiovasc Comput Tomogr 12:185"
PLAQUE_BURDEN = "Plaque burden: Rumberger et al. 1999, Mayo Clin Proc 74:243"
MESA_PERCENTILE = "MESA percentile: McClelland et al. 2006, Circulation 113:30"
ARTERIAL_AGE = "Arterial age: McClelland et al. 2009, Am J Cardiol 103:59"
MESA_CHD_RISK = "MESA 10-year CHD risk: McClelland et al. 2015, J Am Coll Cardiol 66:1643"
