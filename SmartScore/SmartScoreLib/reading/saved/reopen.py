"""A saved reading opened as it was: series, marks, rules, person, texts, reader and status."""

from dataclasses import replace
from math import isclose

import numpy as np

from SmartScoreLib.lesions.marks import read_saved_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.restored import Restored, restored_values
from SmartScoreLib.reading.saved.summary import read_report
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries, SeriesCandidate

_SAME_SCORE = 1e-6
"""A report holds 16 digits of a score; a voxel more or less changes it by more than this."""


def open_reading(saved: SavedReading, progress: Progress = silent) -> Reading:
    """Load the series, put the marks on it, and score and interpret them by the rules of the reading.

    The scores are made anew; they are those of the report, as the marks, voxels and rules are the same, or a remark
    says that they are not. `previous` of the reading is the saved one: exported again, it becomes a new version.

    Raises:
        InputRefused: the series, some of its images or the segmentation is gone, or a file cannot be used; every
            reason.
        Cancelled: from `progress`.
    """
    if saved.remarks:
        raise InputRefused(saved.remarks)
    return reading_on(saved, load_series(candidate_of(saved, progress), progress))


def candidate_of(saved: SavedReading, progress: Progress = silent) -> SeriesCandidate:
    """The volume that the reading was made on, among those of its series.

    Raises:
        InputRefused: the series or some of its images are gone.
    """
    if not saved.series_files:
        raise InputRefused(remark("reading.series_gone", uid=saved.series_instance_uid))
    wanted = set(saved.images)
    candidates = [
        (candidate, {text(header, "SOPInstanceUID") for header in candidate.datasets})
        for candidate in find_series(saved.series_files, progress).candidates
    ]
    for candidate, images in candidates:
        if images == wanted:
            return candidate
    present = set().union(*(images for _, images in candidates)) if candidates else set()
    if lost := len(wanted - present):
        raise InputRefused(remark("reading.images_gone", images=lost, uid=saved.series_instance_uid))
    raise InputRefused(remark("reading.other_images", uid=saved.series_instance_uid))


def values_of(saved: SavedReading) -> Restored:
    """Rules, person, reader and texts of a saved reading.

    Raises:
        InputRefused: its file is gone or damaged.
    """
    report = read_report(saved.file)
    if report is None:
        raise InputRefused(remark("reading.report_gone", file=str(saved.file)))
    try:
        return restored_values(report)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        fault = " ".join(str(error).split())
        raise InputRefused(remark("reading.report_damaged", file=str(saved.file), fault=fault)) from error


def marks_of(saved: SavedReading, series: CTSeries, values: Restored) -> LesionMap:
    """The marks of a saved reading on its series, with what is known of where they came from.

    Raises:
        InputRefused: the segmentation is gone or damaged.
    """
    if saved.segmentation is None:
        lesions = LesionMap(series.geometry, (0, 0, 0), np.zeros((0, 0, 0), np.uint8))
    else:
        lesions = read_saved_marks(saved.segmentation, series, values.protocol.threshold_hu)
    remarks = tuple(dict.fromkeys((*values.marks_remarks, *lesions.remarks)))
    marks = replace(lesions, origin=values.origin, remarks=remarks, **values.choices)
    return replace(marks, remarks=(*marks.remarks, *_scored_otherwise(saved, series, marks, values)))


def _scored_otherwise(saved: SavedReading, series: CTSeries, marks: LesionMap, values: Restored) -> tuple[Remark, ...]:
    """A word where the score of the marks is not the one that was saved: a file was changed, or the scoring itself."""
    now = score(series.hu, marks, values.protocol, series.remarks).total.agatston
    if saved.agatston is None or isclose(saved.agatston, now, rel_tol=_SAME_SCORE, abs_tol=_SAME_SCORE):
        return ()
    return (remark("reading.scored_otherwise", saved=saved.agatston, now=now),)


def reading_on(saved: SavedReading, series: CTSeries) -> Reading:
    """As `open_reading`, on a series that is loaded already.

    Raises:
        InputRefused: the segmentation is gone, or a file cannot be used.
    """
    values = values_of(saved)
    reading = make_reading(
        series,
        marks_of(saved, series, values),
        values.protocol,
        values.person,
        values.reader,
        values.comment,
        values.texts,
        choices=values.interpretation,
    )
    return replace(reading, previous=saved.version)
