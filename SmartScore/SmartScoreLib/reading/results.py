"""The result of a reading as data: the JSON of schema "smartscore-score/2", and CSV. Numbers are in full precision."""

import csv
import io
from dataclasses import asdict, fields
from typing import Any

from SmartScoreLib.csv_lines import CsvLines
from SmartScoreLib.identity import identity
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.reading.meaning import group_text, meaning_cells, meaning_json
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.modes import agatston_label, valve_cell, valve_json, visual_json
from SmartScoreLib.reading.person_source import person_value
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import remark_json
from SmartScoreLib.scoring.columns import LESIONS, MEASURES, SCORE_COLUMNS, ScoreColumn
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore
from SmartScoreLib.scoring.presets import protocol_json

SCHEMA = "smartscore-score/2"


def score_json(reading: Reading) -> dict[str, Any]:
    """The reading as a JSON object; lengths in mm, areas in mm2, volumes in mm3, mass in mg, slices counted from 0.

    Categories and findings are null where they are withheld: no reader has confirmed the marks, nothing was read, or
    the score does not hold. Coronary numbers of what was not read are null too: a zero is what a reader has confirmed,
    as "reading_status" says ("scored", "zero_confirmed", "not_read", "unreviewed"). Categories follow the number as it
    is printed; the numbers themselves are in full precision.
    """
    sheet, series = reading.sheet, reading.series
    slices, rows, columns = series.geometry.shape
    return {
        "schema": SCHEMA,
        "software": f"{identity().name} {identity().version}",
        "series": {
            "SeriesInstanceUID": series.series_instance_uid,
            "label": series.label,
            "slices": slices,
            "rows": rows,
            "columns": columns,
            "spacing_mm": list(series.geometry.spacing_mm),
            "kvp": reading.description.acquisition.kvp,
            "warnings": [english(remark) for remark in sheet.remarks],
            "remarks": [remark_json(remark) for remark in sheet.remarks],
        },
        "reviewed": sheet.reviewed,
        "reading_status": sheet.status,
        "dominance": sheet.dominance,
        "reading_mode": sheet.mode,
        "agatston_label": agatston_label(sheet),
        "visual": visual_json(sheet),
        "aortic_valve": valve_json(reading),
        "volume_measured": sheet.volume_measured,
        "status": reading.texts.status or None,
        "marks": english(reading.lesions.origin) if reading.lesions.origin else "",
        **_proposals(reading),
        "protocol": protocol_json(sheet.protocol),
        "territories": {
            territory.key: _numbers(sheet, territory, *MEASURES, LESIONS) | {"counts": territory.counts}
            for territory in sheet.territories
        },
        "total": _numbers(sheet, sheet.total, *MEASURES, LESIONS)
        | {
            "vessels": sheet.total.vessels if sheet.is_result(sheet.total) else None,
            "density_score": sheet.total.density_score,
            "diffusivity": sheet.total.diffusivity,
        },
        "lesions": [
            {"territory": lesion.territory}
            | {column.key: column.value(lesion) for column in MEASURES}
            | {
                "peak_hu": lesion.peak_hu,
                "mean_hu": lesion.mean_hu,
                "slices": list(lesion.slices),
                "centroid_lps_mm": list(lesion.centroid_lps_mm),
            }
            for lesion in sheet.lesions
        ],
        "person": {
            field.name: None if (used := person_value(reading, field.name)) is None else asdict(used)
            for field in fields(Person)
        },
        "interpretation": meaning_json(reading),
    }


CSV_COLUMNS = (
    "series_instance_uid",
    "patient_id",
    "study_date",
    "territory",
    "counts",
    *(column.key for column in SCORE_COLUMNS),
    "cac_drs",
    "classification",
    "grade",
    "percentile",
    "percentile_below",
    "mesa_percentile",
    "age_years",
    "sex",
    "ethnicity",
    "reference_group",
    "protocol",
    "threshold_hu",
    "weight_starts_hu",
    "minimum_area_mm2",
    "minimum_voxels",
    "connectivity",
    "tube_voltage_kvp",
    "volume_method",
    "mass_factor",
    "mass_factor_source",
    "dominance",
    "reading_mode",
    "visual_cac_drs",
    "weston",
    "severe_aortic_stenosis",
    "reading_status",
    "reviewed",
    "warnings",
)


def _proposals(reading: Reading) -> dict[str, Any]:
    if reading.proposals is None:
        return {}
    from SmartScoreLib.proposal.results import proposals_json

    return {"proposals": proposals_json(reading.proposals)}


def score_csv(reading: Reading) -> str:
    """One line a territory and one for TOTAL, ready to be stacked over a cohort; an empty cell means not available."""
    sheet, description = reading.sheet, reading.description
    study_date = description.study.study_date
    text = io.StringIO()
    lines = csv.DictWriter(CsvLines(text), CSV_COLUMNS)
    lines.writeheader()
    person, comparison = reading.interpretation.person, reading.interpretation.comparison
    rules = sheet.protocol
    common = {
        "series_instance_uid": reading.series.series_instance_uid,
        "patient_id": description.patient.patient_id,
        "study_date": study_date.isoformat() if study_date else "",
        "age_years": person.age_years,
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "reference_group": group_text(comparison),
        "protocol": rules.name,
        "threshold_hu": rules.threshold_hu,
        "weight_starts_hu": " ".join(f"{start:g}" for start in rules.weight_starts_hu),
        "minimum_area_mm2": rules.minimum_area_mm2,
        "minimum_voxels": rules.minimum_voxels,
        "connectivity": rules.connectivity,
        "tube_voltage_kvp": rules.tube_voltage_kvp,
        "volume_method": sheet.volume_measured,
        "mass_factor": rules.mass_factor,
        "mass_factor_source": english(rules.mass_factor_source) if rules.mass_factor_source else None,
        "dominance": sheet.dominance,
        "reading_mode": sheet.mode,
        "visual_cac_drs": sheet.visual.cac_drs,
        "weston": sheet.visual.weston,
        "severe_aortic_stenosis": valve_cell(reading),
        "reading_status": sheet.status,
        "reviewed": sheet.reviewed,
        "warnings": " | ".join(english(remark) for remark in sheet.remarks),
    }
    for row in sheet.territories:
        lines.writerow(common | {"territory": row.key, "counts": row.counts} | _numbers(sheet, row, *SCORE_COLUMNS))
    total = {"territory": "TOTAL", "counts": True} | meaning_cells(reading)
    lines.writerow(common | total | _numbers(sheet, sheet.total, *SCORE_COLUMNS))
    return text.getvalue()


def _numbers(sheet: ScoreSheet, row: TerritoryScore | TotalScore, *columns: ScoreColumn) -> dict[str, Any]:
    return {column.key: column.value(row) if sheet.is_result(row) else None for column in columns}
