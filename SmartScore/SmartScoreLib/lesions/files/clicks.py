"""Marks as clicks in a JSON file: each grows to the lesion around it.

    {"seeds": [{"territory": "LAD", "lps_mm": [x, y, z]},
               {"territory": "RCA", "ijk": [column, row, slice], "in_slice": true}]}

Slice 0 is the most inferior. "in_slice" takes the lesion of that slice only. "SeriesInstanceUID" at the top, if
given, must be that of the series; "comment" is free text.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Index
from SmartScoreLib.lesions.editing import assign, empty_map
from SmartScoreLib.lesions.growing import SNAP_MM, Grown
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import shown
from SmartScoreLib.lesions.territories import BY_KEY, BY_LABEL
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Value
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

_TOP = {"seeds", "SeriesInstanceUID", "comment"}
_ENTRY = {"territory", "lps_mm", "ijk", "in_slice"}


@dataclass(frozen=True)
class _Seed:
    """One entry of a file.

    Attributes:
        names: its number and its file, for remarks.
        territory: key of the table.
        at: (slice, row, column).
        in_slice: take its slice only.
    """

    names: dict[str, Value]
    territory: str
    at: Index
    in_slice: bool

    def remark(self, code: str, **values: Value) -> Remark:
        return remark(code, territory=self.territory, **self.names, **values)


def read_clicks(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """Grow every click of a file.

    A click on a voxel below the threshold is moved to the nearest one that reaches it, within 2 mm in its slice.

    Raises:
        InputRefused: every entry that is not right, one remark each.
    """
    document = _document(path)
    _check_top(document, path.name, series)
    problems: list[Remark] = []
    seeds: list[_Seed] = []
    for number, entry in enumerate(document["seeds"], 1):
        try:
            seeds.append(_seed(entry, {"seed": number, "file": path.name}, series.geometry))
        except InputRefused as refusal:
            problems += refusal.remarks
    if problems:
        raise InputRefused(problems)
    lesions = empty_map(series.geometry, remark("lesions.origin_clicks", file=path.name))
    moves: list[Remark] = []
    for seed in seeds:
        settings = ClickSettings(threshold_hu, in_slice=seed.in_slice)
        grown = calcium_at(series.hu, series.geometry, seed.at, settings)
        problem = _problem(seed, grown, lesions)
        if problem is not None:
            problems.append(problem)
            continue
        if grown.seed != seed.at:
            moved = np.linalg.norm(series.geometry.lps_mm(grown.seed) - series.geometry.lps_mm(seed.at))
            moves.append(seed.remark("lesions.seed_moved", moved_mm=float(moved)))
        lesions = assign(lesions, grown.corner, grown.mask, seed.territory)
    if problems:
        raise InputRefused(problems)
    return replace(lesions, remarks=tuple(moves))


def _problem(seed: _Seed, grown: Grown, lesions: LesionMap) -> Remark | None:
    """Why the click cannot be taken, said of its entry in the file; or None."""
    if grown.reason is not None:
        values = dict(grown.reason.values)
        if not grown.reached_limit:
            values["reach_mm"] = SNAP_MM
        return seed.remark(grown.reason.code.replace(".", ".seed_"), **values)
    other = _other_territory(lesions, grown, seed.territory)
    return seed.remark("lesions.seed_taken", other=other) if other else None


def _other_territory(lesions: LesionMap, grown: Grown, territory: str) -> str | None:
    """A territory other than this one that holds voxels of what was taken already."""
    if not lesions.labels.size:
        return None
    rows = np.argwhere(grown.mask) + grown.corner - lesions.corner
    inside = rows[((rows >= 0) & (rows < lesions.labels.shape)).all(axis=1)]
    taken = lesions.labels[tuple(inside.T)]
    others = taken[(taken > 0) & (taken != BY_KEY[territory].label)]
    return BY_LABEL[int(others[0])].key if len(others) else None


def _document(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        problem = remark("lesions.not_utf8", file=path.name)
    except json.JSONDecodeError as error:
        problem = remark("lesions.not_json_line", file=path.name, line=error.lineno, fault=error.msg)
    except (RecursionError, ValueError) as error:
        problem = remark("lesions.not_json", file=path.name, fault=shown(error))
    except OSError as error:
        problem = remark("lesions.cannot_read", file=path.name, fault=error.strerror or shown(error))
    raise InputRefused(problem)


def _check_top(document: Any, name: str, series: CTSeries) -> None:
    if not isinstance(document, dict) or not isinstance(document.get("seeds"), list):
        raise InputRefused(remark("lesions.no_seeds", file=name))
    unknown = sorted(set(document) - _TOP)
    if unknown:
        known = tuple(sorted(_TOP))
        raise InputRefused(remark("lesions.unknown_field", file=name, field=shown(unknown[0]), known=known))
    uid, own = document.get("SeriesInstanceUID"), series.series_instance_uid
    if uid is not None and uid != own:
        raise InputRefused(
            remark("lesions.clicks_of_series", file=name, uid=shown(uid), own_uid=own)
            if own
            else remark("lesions.clicks_of_series_not_without", file=name, uid=shown(uid))
        )


def _seed(entry: Any, names: dict[str, Value], geometry: VolumeGeometry) -> _Seed:
    if not isinstance(entry, dict):
        raise InputRefused(remark("lesions.seed_no_object", **names))
    unknown = sorted(set(entry) - _ENTRY)
    if unknown:
        known = tuple(sorted(_ENTRY))
        raise InputRefused(remark("lesions.seed_unknown_field", field=shown(unknown[0]), known=known, **names))
    territory = entry.get("territory")
    if not isinstance(territory, str) or territory not in BY_KEY:
        given = shown(json.dumps(territory))
        raise InputRefused(remark("lesions.seed_no_territory", given=given, known=tuple(BY_KEY), **names))
    in_slice = entry.get("in_slice", False)
    if not isinstance(in_slice, bool):
        raise InputRefused(remark("lesions.seed_in_slice", **names))
    if ("lps_mm" in entry) == ("ijk" in entry):
        raise InputRefused(remark("lesions.seed_one_place", **names))
    at = _index(entry["ijk"], names) if "ijk" in entry else _index_of_lps(entry["lps_mm"], names, geometry)
    if any(not 0 <= i < n for i, n in zip(at, geometry.shape, strict=True)):
        place = dict(zip(("slice", "row", "column"), at, strict=True))
        size = dict(zip(("slices", "rows", "columns"), geometry.shape, strict=True))
        raise InputRefused(remark("lesions.seed_outside", **names, **place, **size))
    return _Seed(names, territory, at, in_slice)


def _index(given: Any, names: dict[str, Value]) -> Index:
    values = _three(given, int)
    if values is None:
        raise InputRefused(remark("lesions.seed_ijk", **names))
    return values[2], values[1], values[0]


def _index_of_lps(given: Any, names: dict[str, Value], geometry: VolumeGeometry) -> Index:
    values = _three(given, int, float)
    if values is None:
        raise InputRefused(remark("lesions.seed_lps", **names))
    index = np.floor(geometry.index(values) + 0.5)
    if not (np.abs(index) < 1e9).all():
        raise InputRefused(remark("lesions.seed_far", **names))
    return int(index[0]), int(index[1]), int(index[2])


def _three(values: Any, *kinds: type) -> list[Any] | None:
    if not isinstance(values, list) or len(values) != 3:
        return None
    for value in values:
        if type(value) not in kinds or not abs(value) <= 1e12:  # as written, refuses NaN too
            return None
    return values
