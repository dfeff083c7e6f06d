"""A follow-up as data: JSON of schema "smartscore-followup/1", and CSV for cohorts. Numbers are in full precision."""

import csv
import io
from typing import Any

from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.course import CoursePoint, steps
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.csv_lines import CsvLines
from SmartScoreLib.identity import identity
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, remark_json
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.presets import protocol_json

SCHEMA = "smartscore-followup/1"


def followup_json(followup: Followup) -> dict[str, Any]:
    """The follow-up as a JSON object; "lesions" name those of "earlier" and "later" by their places there, from 0.

    "verdict" is "real", "within_error" or "unclear" (limits contradict each other), null without a limit; limits are
    applied to the printed numbers, everything else is in full precision. The first of them is of the Agatston score, by
    one protocol where rules differ, and "unclear" too where a difference between the scans can explain the change, or a
    scan was not gated ("biased"). "withheld" says why there are no changes.
    """
    compared = followup.comparison
    again = compared.again
    return {
        "schema": SCHEMA,
        "software": f"{identity().name} {identity().version}",
        "earlier": _reading(compared.earlier, compared.sheets[0]),
        "later": _reading(compared.later, compared.sheets[1]),
        "days": compared.days,
        "withheld": None if compared.withheld is None else english(compared.withheld),
        "verdict": compared.verdict,
        "biased": compared.biased,
        "total": {one.measure: _change(one) for one in compared.total},
        "territories": {
            row.key: {"counts": row.counts} | {one.measure: _change(one) for one in row.changes}
            for row in compared.territories
        },
        "scored_again": None
        if again is None
        else {
            "protocol": protocol_json(again.protocol),
            "total": {one.measure: _change(one) for one in again.total},
        },
        "alignment": None if compared.alignment is None else _alignment(compared.alignment),
        "lesions": [_match(one) for one in compared.matches],
        "course": _course(followup.course),
        "remarks": [_remark(one) for one in compared.remarks],
        "not_taken": [_remark(one) for one in followup.remarks],
    }


def _reading(reading: Reading, sheet: ScoreSheet) -> dict[str, Any]:
    patient, study = reading.description.patient, reading.description.study
    saved = reading.previous
    return {
        "patient_id": patient.patient_id,
        "study_date": study.study_date.isoformat() if study.study_date else None,
        "series_instance_uid": reading.series.series_instance_uid,
        "structured_report": None if saved is None else saved.sop_instance_uid,
        "reader": reading.reader,
        "protocol": protocol_json(reading.sheet.protocol),
        "reading_status": reading.sheet.status,
        "reading_mode": reading.sheet.mode,
        "lesions": [
            {
                "territory": lesion.territory,
                "agatston": lesion.agatston,
                "volume_mm3": lesion.volume_mm3,
                "centroid_lps_mm": list(lesion.centroid_lps_mm),
            }
            for lesion in sheet.lesions
        ],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "before": change.before,
        "after": change.after,
        "difference": change.difference,
        "ratio": change.ratio,
        "per_year": change.per_year,
        "square_root_difference": change.square_root_difference,
        "verdict": change.verdict,
        "limits": [
            {
                "rule": one.rule,
                "observed": one.observed,
                "greatest": one.greatest,
                "exceeded": one.exceeded,
                "source": one.source,
            }
            for one in change.limits
        ],
    }


def _alignment(alignment: Alignment) -> dict[str, Any]:
    return {
        "quality": alignment.quality,
        "correlation": alignment.correlation,
        "overlap": alignment.overlap,
        "rotation_degrees": alignment.rotation_degrees,
        "shift_by_hand_mm": list(alignment.shift_mm),
        "earlier_to_later_lps_mm": alignment.matrix.tolist(),
    }


def _match(match: LesionMatch) -> dict[str, Any]:
    return {
        "fate": match.fate,
        "before": list(match.before),
        "after": list(match.after),
        "volume_before_mm3": match.volume.before,
        "volume_after_mm3": match.volume.after,
        "distance_mm": match.distance_mm,
    }


def _course(points: tuple[CoursePoint, ...]) -> list[dict[str, Any]]:
    verdicts = {later.series_instance_uid: change.verdict for _, later, change in steps(points)}
    return [
        {
            "study_date": point.study_date.isoformat(),
            "age_years": point.age_years,
            "agatston": point.agatston,
            "volume_mm3": point.volume_mm3,
            "series_instance_uid": point.series_instance_uid,
            "verdict_since_previous": verdicts.get(point.series_instance_uid),
        }
        for point in points
    ]


def _remark(remark: Remark) -> dict[str, Any]:
    return {**remark_json(remark), "text": english(remark)}


CSV_COLUMNS = (
    "patient_id",
    "earlier_date",
    "later_date",
    "days",
    "territory",
    "counts",
    "measure",
    "before",
    "after",
    "difference",
    "ratio",
    "per_year",
    "square_root_difference",
    "sevrukov_limit",
    "chung_limit",
    "verdict",
    "withheld",
    "earlier_series",
    "later_series",
    "earlier_protocol",
    "later_protocol",
    "remarks",
)


def followup_csv(followup: Followup) -> str:
    """One line for each measure of each territory and of TOTAL, ready to be stacked; an empty cell is not available."""
    compared = followup.comparison
    text = io.StringIO()
    lines = csv.DictWriter(CsvLines(text), CSV_COLUMNS)
    lines.writeheader()
    common = _common(compared)
    rows = [("TOTAL", True, one) for one in compared.total]
    rows += [(row.key, row.counts, one) for row in compared.territories for one in row.changes]
    for key, counts, change in rows:
        limits = {f"{one.rule}_limit": one.greatest for one in change.limits if one.rule != "square_root"}
        lines.writerow(
            common
            | limits
            | {
                "territory": key,
                "counts": counts,
                "measure": change.measure,
                "before": change.before,
                "after": change.after,
                "difference": change.difference,
                "ratio": change.ratio,
                "per_year": change.per_year,
                "square_root_difference": change.square_root_difference,
                "verdict": change.verdict,
            }
        )
    if not rows:
        lines.writerow(common | {"territory": "TOTAL", "counts": True})
    return text.getvalue()


def _common(compared: Comparison) -> dict[str, Any]:
    dates = [one.description.study.study_date for one in (compared.earlier, compared.later)]
    return {
        "patient_id": compared.later.description.patient.patient_id,
        "earlier_date": dates[0].isoformat() if dates[0] else "",
        "later_date": dates[1].isoformat() if dates[1] else "",
        "days": compared.days,
        "withheld": "" if compared.withheld is None else english(compared.withheld),
        "earlier_series": compared.earlier.series.series_instance_uid,
        "later_series": compared.later.series.series_instance_uid,
        "earlier_protocol": compared.earlier.sheet.protocol.name,
        "later_protocol": compared.later.sheet.protocol.name,
        "remarks": " | ".join(english(one) for one in compared.remarks),
    }
