"""Proposals on real series with marks: each folder of a folder holds a series and, if it was read, a file of marks."""

from pathlib import Path

import numpy as np

from SmartScoreLib import find_series, load_series, read_marks, score
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_LABEL
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.proposal.proposed_map import proposed_map
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries
from summary import share

_MARKS = ("marks.json", "marks.nii.gz", "marks.seg.nrrd", "marks.nrrd", "marks.dcm")


def measure(folder: Path) -> str:
    """A line a series, and the sums over those that have marks (a file "marks" of any kind)."""
    lines, hits, lesions, wrong, read = [], 0, 0, 0, 0
    for one in sorted(path for path in folder.iterdir() if path.is_dir()):
        candidates = [found for found in find_series(one).candidates if found.scorable]
        if not candidates:
            lines.append(f"{one.name:40} no series that can be scored")
            continue
        series = load_series(max(candidates, key=lambda found: len(found.files)))
        proposals = propose(series)
        said = english(proposals.remarks[-1])
        lines.append(f"{one.name:40} {len(proposals.proposed)} proposed. {said}")
        marks = _marks(one, series)
        if marks is not None:
            found, all_, false = _compared(series, marks, proposed_map(proposals))
            lines[-1] += f" {found} of {all_} lesions, {false} wrong"
            hits, lesions, wrong, read = hits + found, lesions + all_, wrong + false, read + 1
    if read:
        lines += [
            "",
            f"recall {share(hits, lesions)}; wrong proposals a series {wrong / read:.2f}, of {read} with marks",
        ]
    return "\n".join(lines)


def _marks(folder: Path, series: CTSeries) -> LesionMap | None:
    path = next((folder / name for name in _MARKS if (folder / name).is_file()), None)
    try:
        return None if path is None else read_marks(path, series)
    except InputRefused as refused:
        print(f"{folder.name}: {refused}")
        return None


def _compared(series: CTSeries, marks: LesionMap, proposed: LesionMap) -> tuple[int, int, int]:
    """Coronary lesions that are proposed, all of them, and proposed lesions that are none."""
    true = [one for one in score(series, marks).lesions if _counts(one.territory)]
    given = [one for one in score(series, proposed).lesions if _counts(one.territory)]
    found = sum(_label(proposed, one.peak_index) > 0 for one in true)
    false = sum(not _is_coronary(_label(marks, one.peak_index)) for one in given)
    return found, len(true), false


def _counts(territory: str) -> bool:
    return any(one.key == territory and one.counts for one in BY_LABEL.values())


def _is_coronary(label: int) -> bool:
    return label in BY_LABEL and BY_LABEL[label].counts


def _label(lesions: LesionMap, index: tuple[int, int, int]) -> int:
    at = np.subtract(index, lesions.corner)
    inside = (at >= 0).all() and (at < lesions.labels.shape).all()
    return int(lesions.labels[tuple(at)]) if inside else 0
