"""Files -> CTSeries, or the remarks why not.

`find_series` (find) looks through files and gives a verdict on every series; `load_series` (load) reads the pixels of
one that can be scored. On the way lie headers (files as they are), stacks (which images make one volume), verdict
(what is wrong with it) and pixels (stored values -> Hounsfield units).
"""
