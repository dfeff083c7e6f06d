"""The cardiac calcification insert QRM-CCI as data, and its layout.

A cylinder of 100 mm with nine cylinders of hydroxyapatite in one plane: three arms of 120 degrees, one a density, and
on each arm the diameters 5, 3 and 1 mm, the largest outermost. Beside that plane a rod of 200 mg/cm3 lies in the axis,
and a rod of water 23 mm from it, opposite of the arm of 200 mg/cm3. Densities and dimensions: the maker's table, as
printed in images/QRM_inserts.png of MolloiLab/CAC-stanford-data. Distances from the axis: measured on its images.
"""

from SmartScoreLib.quality.model import Insert

DENSITIES_MG_CM3 = (200, 400, 800)
DIAMETERS_MM = (5, 3, 1)
RADII_MM: dict[int, float] = {5: 37.5, 3: 25.0, 1: 12.5}
"""Distance of an insert from the axis, by its diameter."""

INSERTS: tuple[Insert, ...] = tuple(
    Insert(density, diameter) for density in DENSITIES_MG_CM3 for diameter in DIAMETERS_MM
)

ROD_MG_CM3 = 200.0
ROD_RADIUS_MM = 6.9
"""The rods have a radius of 10 mm; the region of the study's program, well inside, has this one."""
WATER_MM = 23.0
"""Distance of the water rod from the axis."""
