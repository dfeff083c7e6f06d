"""Marks as clicks in a JSON file: each grows to the lesion around it.

    {"seeds": [{"territory": "LAD", "lps_mm": [x, y, z]},
               {"territory": "RCA", "ijk": [column, row, slice], "in_slice": true}]}

Slice 0 is the most inferior. "in_slice" takes the lesion of that slice only. "SeriesInstanceUID" at the top, if
given, must be that of the series; "comment" is free text.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np

from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.growing import SNAP_MM, grow, growth_limit, nearest_calcium
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

_TOP = {"seeds", "SeriesInstanceUID", "comment"}
_ENTRY = {"territory", "lps_mm", "ijk", "in_slice"}


def read_clicks(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """Grow every click of a file.

    A click on a voxel below the threshold is moved to the nearest one that reaches it, within 2 mm in its slice.

    Raises:
        InputRefused: every entry that is not right, one sentence each.
    """
    document = _document(path)
    _check_top(document, path.name, series)
    if not document["seeds"]:
        return empty_map(series.geometry, f"clicks of {path.name}")
    problems: list[str] = []
    seeds: list[tuple[str, str, Index, bool]] = []
    for number, entry in enumerate(document["seeds"], 1):
        try:
            seeds.append(_seed(entry, f"Seed {number} of {path.name}", series.geometry))
        except InputRefused as refusal:
            problems += refusal.reasons
    if problems:
        raise InputRefused(problems)
    lesions = empty_map(series.geometry, f"clicks of {path.name}")
    limit = growth_limit(series.geometry)
    warnings: list[str] = []
    for where, territory, at, in_slice in seeds:
        seed = nearest_calcium(series.hu, series.geometry, at, threshold_hu)
        if seed is None:
            value = float(series.hu[at])
            problems.append(
                f"{where} ({territory}) is at {value:g} HU, and nothing within {SNAP_MM:g} mm of it in its slice "
                f"reaches {threshold_hu:g} HU; move it onto the calcium."
            )
            continue
        grown = grow(series.hu, seed, threshold_hu, in_slice=in_slice, limit_voxels=limit)
        if grown.reached_limit:
            advice = "paint it by hand" if in_slice else 'give it "in_slice": true, or paint it by hand'
            problems.append(
                f"{where} ({territory}) is connected to something too large for a lesion (bone, or calcium that "
                f"touches it); {advice}."
            )
            continue
        shared = _other_territory(lesions, grown.corner, grown.mask, territory)
        if shared:
            problems.append(
                f"{where} ({territory}) lies in a lesion that another seed gave to {shared}; use one seed a lesion, or "
                '"in_slice": true to part it by slices.'
            )
            continue
        if seed != at:
            moved = np.linalg.norm(series.geometry.lps_mm(seed) - series.geometry.lps_mm(at))
            warnings.append(f"{where} ({territory}) was moved by {moved:.1f} mm onto the nearest calcium.")
        lesions = assign(lesions, grown.corner, grown.mask, territory)
    if problems:
        raise InputRefused(problems)
    return LesionMap(lesions.geometry, lesions.corner, lesions.labels, origin=lesions.origin, remarks=tuple(warnings))


def _document(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise InputRefused(f"{path.name} is not UTF-8 text; save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        raise InputRefused(f"{path.name} is not valid JSON: line {error.lineno}, {error.msg}.") from None
    except (RecursionError, ValueError) as error:
        raise InputRefused(f"{path.name} is not valid JSON: {shown(error)}.") from None
    except OSError as error:
        raise InputRefused(f"{path.name} cannot be read: {error.strerror}.") from None


def _check_top(document: Any, name: str, series: CTSeries) -> None:
    if not isinstance(document, dict) or not isinstance(document.get("seeds"), list):
        raise InputRefused(f'{name} must hold an object with a list "seeds".')
    unknown = sorted(set(document) - _TOP)
    if unknown:
        raise InputRefused(f"{name} has an unknown field {_quoted(unknown[0])}; known are {', '.join(sorted(_TOP))}.")
    uid = document.get("SeriesInstanceUID")
    if uid is not None and uid != series.series_instance_uid:
        raise InputRefused(
            f"{name} belongs to series {shown(uid)}, not to series {series.series_instance_uid or 'without UID'}."
        )


def _seed(entry: Any, where: str, geometry: VolumeGeometry) -> tuple[str, str, Index, bool]:
    """(where, territory, (slice, row, column), in_slice) of one entry."""
    if not isinstance(entry, dict):
        raise InputRefused(f'{where} must be an object with "territory" and "lps_mm" or "ijk".')
    unknown = sorted(set(entry) - _ENTRY)
    if unknown:
        raise InputRefused(
            f"{where} has an unknown field {_quoted(unknown[0])}; known are {', '.join(sorted(_ENTRY))}."
        )
    territory = entry.get("territory")
    if not isinstance(territory, str) or territory not in BY_KEY:
        raise InputRefused(f"{where}: territory {_quoted(territory)} is none of {', '.join(BY_KEY)}.")
    in_slice = entry.get("in_slice", False)
    if not isinstance(in_slice, bool):
        raise InputRefused(f'{where}: "in_slice" must be true or false.')
    if ("lps_mm" in entry) == ("ijk" in entry):
        raise InputRefused(f'{where} must have either "lps_mm" or "ijk".')
    if "ijk" in entry:
        values = _three(entry["ijk"], int)
        if values is None:
            raise InputRefused(f'{where}: "ijk" must be three whole numbers [column, row, slice].')
        at = (values[2], values[1], values[0])
    else:
        values = _three(entry["lps_mm"], int, float)
        if values is None:
            raise InputRefused(f'{where}: "lps_mm" must be three finite numbers [x, y, z] in mm.')
        index = np.floor(geometry.index(values) + 0.5)
        if not (np.abs(index) < 1e9).all():
            raise InputRefused(f"{where} lies outside the images.")
        at = (int(index[0]), int(index[1]), int(index[2]))
    if any(not 0 <= i < n for i, n in zip(at, geometry.shape, strict=True)):
        slices, rows, columns = geometry.shape
        raise InputRefused(
            f"{where} lies outside the images: it is at column {at[2]}, row {at[1]}, slice {at[0]} of "
            f"{columns} x {rows} x {slices}."
        )
    return where, territory, at, in_slice


def _three(values: Any, *kinds: type) -> list[Any] | None:
    if not isinstance(values, list) or len(values) != 3:
        return None
    for value in values:
        if type(value) not in kinds or not abs(value) <= 1e12:  # as written, refuses NaN too
            return None
    return values


def _quoted(value: Any) -> str:
    return shown(json.dumps(value))


def _other_territory(lesions: LesionMap, corner: Index, mask: Any, territory: str) -> str | None:
    """A territory other than this one that holds voxels of the mask already."""
    if not lesions.labels.size:
        return None
    rows = np.argwhere(mask) + corner - lesions.corner
    inside = rows[((rows >= 0) & (rows < lesions.labels.shape)).all(axis=1)]
    taken = lesions.labels[tuple(inside.T)]
    others = taken[(taken > 0) & (taken != BY_KEY[territory].label)]
    return BY_LABEL[int(others[0])].key if len(others) else None
