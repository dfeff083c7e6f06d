"""One record: what the tables say of a series with its marks, scored by one set of rules."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from SmartScoreLib.cohort.columns import territory_key
from SmartScoreLib.cohort.model import Exam
from SmartScoreLib.cohort.records.hashes import HashedFiles, short_hash
from SmartScoreLib.identity import identity
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.meaning import group_text, meaning_cells
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, Severity, by_severity
from SmartScoreLib.scoring.columns import MEASURES, SCORE_COLUMNS
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol, TerritoryScore, TotalScore
from SmartScoreLib.series.describe import SeriesDescription

Values = dict[str, Any]
"""Values of a row by the keys of its columns; what is not available is left out."""


@dataclass(frozen=True)
class Record:
    """The values of a row of the wide table, and those of its lesions.

    Attributes:
        values: by the keys of `columns.EXAMS`; the long table is made of them too.
        lesions: by the keys of `columns.LESION_ROWS`, those of the record itself left out.
    """

    values: Values
    lesions: tuple[Values, ...] = ()


@dataclass(frozen=True)
class Source:
    """What is known of the inputs of a record before it is scored.

    Attributes:
        exam: the exam as it was listed.
        description: the headers of the series, or None where no series could be told.
        series_instance_uid: of the series, or "".
        label: of the volume, or "".
        images: hash of its files; None where they were not read.
        marks: the file of the marks as the tables name it.
        marks_sha256: its hash.
        reader: who made them.
        geometry: rows, columns and so on, as `geometry_values` gives them.
    """

    exam: Exam
    description: SeriesDescription | None = None
    series_instance_uid: str = ""
    label: str = ""
    images: HashedFiles | None = None
    marks: str = ""
    marks_sha256: str = ""
    reader: str = ""
    geometry: Mapping[str, Any] = field(default_factory=dict)


def scored_record(source: Source, reading: Reading) -> Record:
    """The record of a reading."""
    sheet, found = reading.sheet, reading.interpretation
    valid = all(one.severity > Severity.INVALID for one in sheet.remarks)
    said = by_severity([*sheet.remarks, *found.remarks])
    values = _common(source, sheet.protocol) | {
        "outcome": sheet.status,
        "valid": None if sheet.status == "not_read" else valid,
        "remark_codes": _codes(said),
        "remarks": words_of(said, source.exam),
        "withheld": None if found.withheld is None else found.withheld.code,
        "volume_method": sheet.volume_measured,
        "reviewed": sheet.reviewed,
        "dominance": sheet.dominance,
        **asdict(found.person),
        **_scores(sheet),
        **meaning_cells(reading),
        "arterial_age": found.arterial_age.value,
        "mesa_chd_risk": found.mesa_chd_risk.value,
        "prevent_ascvd_risk": found.prevent_ascvd.value,
        "prevent_cvd_risk": found.prevent_cvd.value,
        "reference_group": group_text(found.comparison),
    }
    return Record(_known(values), tuple(_known(one) for one in _lesions(sheet)))


def failed_record(source: Source, protocol: ScoringProtocol | None, reasons: Sequence[Remark]) -> Record:
    """The record of an exam that could not be scored."""
    person = source.exam.person
    return Record(
        _known(
            _common(source, protocol)
            | {
                "outcome": "failed",
                "reason_codes": _codes(_inner(one) for one in reasons),
                "remarks": words_of(reasons, source.exam),
                "dominance": source.exam.dominance,
            }
            | ({} if person is None else asdict(person))
        )
    )


def _common(source: Source, protocol: ScoringProtocol | None) -> Values:
    exam, about, images = source.exam, source.description, source.images
    name = protocol.name if protocol is not None else ""
    reader = source.reader or exam.reader
    marks = source.marks or exam.marks.name
    parts = (exam.name, source.series_instance_uid or exam.series, source.label, exam.marks.source, marks, reader, name)
    values: Values = {
        "record_id": short_hash(*parts),
        "exam": exam.name,
        "series_instance_uid": source.series_instance_uid,
        "series_label": source.label,
        "reader": reader,
        "marks_source": exam.marks.source,
        "marks": marks,
        "marks_sha256": source.marks_sha256,
        "software": software(),
        **source.geometry,
    }
    if about is not None:
        date = about.study.study_date
        values |= {
            "patient_id": about.patient.patient_id,
            "study_date": date.isoformat() if date else None,
            "study_instance_uid": about.study.study_instance_uid,
            "slice_thickness_mm": about.acquisition.slice_thickness_mm,
            "kvp": about.acquisition.kvp,
            "kernel": about.acquisition.kernel,
            "manufacturer": about.acquisition.manufacturer,
            "model": about.acquisition.model,
        }
    if images is not None:
        values |= {"images_sha256": images.sha256, "image_files": images.files, "image_bytes": images.size}
    return values | ({} if protocol is None else _rules(protocol))


def software() -> str:
    """Name and version of this software."""
    return f"{identity().name} {identity().version}"


def _rules(protocol: ScoringProtocol) -> Values:
    return {
        "protocol": protocol.name,
        "threshold_hu": protocol.threshold_hu,
        "weight_starts_hu": " ".join(f"{start:g}" for start in protocol.weight_starts_hu),
        "minimum_area_mm2": protocol.minimum_area_mm2,
        "area_must_exceed": protocol.area_must_exceed,
        "minimum_voxels": protocol.minimum_voxels,
        "connectivity": protocol.connectivity,
        "tube_voltage_kvp": protocol.tube_voltage_kvp,
        "volume_method": protocol.volume_method,
        "mass_factor": protocol.mass_factor,
    }


def geometry_values(shape: tuple[int, int, int], spacing_mm: tuple[float, float, float]) -> Values:
    """The grid of a volume, by the keys of the columns; shape and spacing are (slice, row, column)."""
    return {
        "slices": shape[0],
        "rows": shape[1],
        "columns": shape[2],
        "slice_spacing_mm": spacing_mm[0],
        "row_spacing_mm": spacing_mm[1],
        "column_spacing_mm": spacing_mm[2],
    }


def _scores(sheet: ScoreSheet) -> Values:
    values: Values = {}
    for column in SCORE_COLUMNS:
        values[f"total_{column.key}"] = column.value(sheet.total) if _says(sheet, sheet.total) else None
        for row in sheet.territories:
            known = _says(sheet, row)
            values[territory_key(BY_KEY[row.key], column)] = column.value(row) if known else None
    if _says(sheet, sheet.total):
        total = sheet.total
        values |= {"vessels": total.vessels, "density_score": total.density_score, "diffusivity": total.diffusivity}
    return values


def _says(sheet: ScoreSheet, row: TerritoryScore | TotalScore) -> bool:
    """Whether the numbers of a row mean something: a program that marked nothing coronary has found no zero either."""
    if sheet.status == "unreviewed" and not (isinstance(row, TerritoryScore) and not row.counts):
        return sheet.total.lesions > 0
    return sheet.is_result(row)


def _lesions(sheet: ScoreSheet) -> list[Values]:
    return [
        {
            "protocol": sheet.protocol.name,
            "lesion": number,
            "territory": lesion.territory,
            **{column.key: column.value(lesion) for column in MEASURES},
            "voxels": lesion.voxels,
            "peak_hu": lesion.peak_hu,
            "mean_hu": lesion.mean_hu,
            "first_slice": lesion.slices[0],
            "last_slice": lesion.slices[-1],
            "centroid_x_mm": lesion.centroid_lps_mm[0],
            "centroid_y_mm": lesion.centroid_lps_mm[1],
            "centroid_z_mm": lesion.centroid_lps_mm[2],
        }
        for number, lesion in enumerate(sheet.lesions, 1)
    ]


def words_of(remarks: Iterable[Remark], exam: Exam) -> str:
    """Remarks in English; a file is named from the folder of the exam on, so that the words are the same elsewhere."""
    text = " | ".join(map(english, remarks))
    for place in (*exam.places, *([exam.marks.path] if exam.marks.path is not None else [])):
        text = text.replace(f"{place.parent}{os.sep}", "")
    return text


def _codes(remarks: Any) -> str:
    return " ".join(dict.fromkeys(one.code for one in remarks))


def _inner(reason: Remark) -> Remark:
    """The reason itself, where a remark says of which series it is."""
    inner = reason.values.get("reason")
    return inner if isinstance(inner, Remark) else reason


def _known(values: Values) -> Values:
    return {key: value for key, value in values.items() if value is not None and value != ""}
