"""Scores in MRML table nodes: numeric columns with units, so that they can be plotted, saved and computed with."""

import math
from collections.abc import Iterable, Sequence
from typing import Any

import vtk
from slicer import vtkMRMLTableNode

from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore

SCORE_TABLE = "SmartScore.ScoreTable"
LESION_TABLE = "SmartScore.LesionTable"
"""Roles under which a segmentation refers to its table nodes; it is a reading if it has the first."""

_ARRAYS = {str: vtk.vtkStringArray, int: vtk.vtkIntArray, float: vtk.vtkDoubleArray}

Column = tuple[str, str, type, Sequence[Any]]
"""Name, unit, kind of value, values."""


def updateScoreTable(tableNode: vtkMRMLTableNode, sheet: ScoreSheet) -> None:
    """Fill a table node with the scores: a row for each territory, then one for the coronary total.

    Columns: Territory (string), Agatston (double), Volume (double, mm3), Mass (double, mg; only with a calibration),
    Lesions (int), Counts ("yes" or "no": whether it is part of the total). Coronary numbers of what was not read are
    not a number, since zero is what a reader states. One Modified event.
    """
    rows: list[TerritoryScore | TotalScore] = [*sheet.territories, sheet.total]
    columns: list[Column] = [
        ("Territory", "", str, [*(BY_KEY[territory.key].name for territory in sheet.territories), "Total"]),
        ("Agatston", "", float, [_known(sheet, row, row.agatston) for row in rows]),
        ("Volume", "mm3", float, [_known(sheet, row, row.volume_mm3) for row in rows]),
        ("Mass", "mg", float, [_known(sheet, row, row.mass_mg) for row in rows]),
        ("Lesions", "", int, [row.lesions for row in rows]),
        ("Counts", "", str, [*("yes" if territory.counts else "no" for territory in sheet.territories), "yes"]),
    ]
    _fill(tableNode, _withoutMissingMass(columns, sheet))


def updateLesionTable(tableNode: vtkMRMLTableNode, sheet: ScoreSheet) -> None:
    """Fill a table node with the lesions, in the order of `sheet.lesions`: row n is lesion n.

    Columns: Territory (string), First slice and Last slice (int, counted from 1 = the most inferior), Peak and Mean
    (double, HU), Volume (double, mm3), Mass (double, mg; only with a calibration), Agatston (double), R, A, S (double,
    mm: the centroid in the volume's own space). One Modified event.
    """
    lesions = sheet.lesions
    columns: list[Column] = [
        ("Territory", "", str, [BY_KEY[lesion.territory].name for lesion in lesions]),
        ("First slice", "", int, [min(lesion.slices) + 1 for lesion in lesions]),
        ("Last slice", "", int, [max(lesion.slices) + 1 for lesion in lesions]),
        ("Peak", "HU", float, [lesion.peak_hu for lesion in lesions]),
        ("Mean", "HU", float, [lesion.mean_hu for lesion in lesions]),
        ("Volume", "mm3", float, [lesion.volume_mm3 for lesion in lesions]),
        ("Mass", "mg", float, [lesion.mass_mg for lesion in lesions]),
        ("Agatston", "", float, [lesion.agatston for lesion in lesions]),
        ("R", "mm", float, [-lesion.centroid_lps_mm[0] for lesion in lesions]),
        ("A", "mm", float, [-lesion.centroid_lps_mm[1] for lesion in lesions]),
        ("S", "mm", float, [lesion.centroid_lps_mm[2] for lesion in lesions]),
    ]
    _fill(tableNode, _withoutMissingMass(columns, sheet))


def _known(sheet: ScoreSheet, row: TerritoryScore | TotalScore, value: float | None) -> float | None:
    return value if sheet.is_result(row) else math.nan


def _withoutMissingMass(columns: list[Column], sheet: ScoreSheet) -> list[Column]:
    if sheet.protocol.mass_factor is not None:
        return columns
    return [column for column in columns if column[0] != "Mass"]


def _fill(tableNode: vtkMRMLTableNode, columns: Iterable[Column]) -> None:
    table = vtk.vtkTable()
    units: list[tuple[str, str]] = []
    for name, unit, kind, values in columns:
        array = _ARRAYS[kind]()
        array.SetName(name)
        array.SetNumberOfValues(len(values))
        for row, value in enumerate(values):
            array.SetValue(row, value)
        table.AddColumn(array)
        units.append((name, unit))
    was = tableNode.StartModify()
    tableNode.SetLocked(True)
    tableNode.SetUseColumnTitleAsColumnHeader(True)
    tableNode.SetAndObserveTable(table)
    for name, unit in units:
        tableNode.SetColumnTitle(name, f"{name} ({unit})" if unit else name)
        if unit:
            tableNode.SetColumnUnitLabel(name, unit)
    tableNode.EndModify(was)
