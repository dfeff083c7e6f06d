"""Every column of the tables of a cohort: type, unit, and the rule by which its value is made.

Three tables have the same rows in every run, whatever the order of the work:

    exams         wide: one row an exam (a series with its marks) and rules, the territories beside each other
    territories   long: one row for each territory of such an exam, and one for TOTAL
    lesions       one row a lesion

`record_id` is the key of a row of `exams`; the other two name it in each of their rows. CSV is UTF-8 with a comma, a
point as decimal mark, numbers in full precision, 1 and 0 for yes and no, dates as 2026-01-31, and an empty cell for
what is not available; Parquet has the same columns with types.
"""

from dataclasses import dataclass, replace
from typing import Literal

from SmartScoreLib.interpretation import sources
from SmartScoreLib.interpretation.populations.table import MESA, population
from SmartScoreLib.lesions.territories import TERRITORIES, VESSELS, Territory
from SmartScoreLib.scoring.columns import MEASURES, SCORE_COLUMNS, ScoreColumn

Kind = Literal["text", "integer", "number", "boolean", "date"]

Hiding = Literal["", "left_out", "hashed"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    Attributes:
        key: its name: lower case, digits and "_", as REDCap wants it.
        kind: the type of its values.
        label: what it is, in a few words.
        rule: how the value comes about, or where it is taken from.
        unit: of numbers, or "".
        hiding: what a de-identified table does with it: "left_out" leaves it empty, "hashed" puts a keyed hash there.
        group: the section of the data dictionary.
    """

    key: str
    kind: Kind
    label: str
    rule: str
    unit: str = ""
    hiding: Hiding = ""
    group: str = ""


OWN_PREFIX = "own_"
"""What the user's own columns of a table begin with, so that they can never take the place of one of these."""

TOTAL = "TOTAL"
"""What the row of the coronary total is called in the column `territory`."""


def _grouped(group: str, *columns: Column) -> tuple[Column, ...]:
    return tuple(replace(one, group=group) for one in columns)


RECORD = _grouped(
    "Record",
    Column(
        "record_id", "text", "Key of the row",
        "16 hexadecimal digits of a SHA-256 hash of exam, series, label, marks, reader and protocol; of a keyed one "
        "(HMAC) where the table is de-identified",
    ),
    Column(
        "exam", "text", "Exam",
        "The folder below the one that was given, the exam or series named in the table that was given, or the Series "
        "Instance UID in a database",
        hiding="hashed",
    ),
    Column("patient_id", "text", "Patient ID", "Patient ID (0010,0020)", hiding="hashed"),
    Column("study_date", "date", "Date of the study", "Study Date (0008,0020)", hiding="left_out"),
    Column("study_instance_uid", "text", "Study", "Study Instance UID (0020,000D)", hiding="hashed"),
    Column(
        "series_instance_uid", "text", "Series",
        "Series Instance UID (0020,000E); empty for a volume without DICOM source",
        hiding="hashed",
    ),
    Column(
        "series_label", "text", "Volume of the series",
        "What tells this volume from others of its series (phase, kernel ...); empty if there is one only",
    ),
    Column(
        "reader", "text", "Reader", "Who made the marks: as given, or as the saved reading says", hiding="hashed"
    ),
)  # fmt: skip

OUTCOME = _grouped(
    "Outcome",
    Column(
        "outcome", "text", "What the row holds",
        "scored: calcium was marked and counted; zero_confirmed: a reader states that there is none; not_read: nothing "
        "is marked and nobody states a zero; unreviewed: marks of a program, no result; failed: there are no numbers, "
        "reason_codes say why",
    ),
    Column(
        "valid", "boolean", "Whether the score holds",
        "1 if there is a score and no remark makes it invalid; empty where there is no score",
    ),
    Column("reason_codes", "text", "Why it failed", "Codes of the reasons, separated by spaces; empty if it did not"),
    Column(
        "remark_codes", "text", "Remarks",
        "Codes of all other remarks on series, marks, rules and interpretation, the gravest first, separated by spaces",
    ),
    Column(
        "remarks", "text", "Reasons and remarks in words",
        "The same in English, separated by ' | '; they may name files",
        hiding="left_out",
    ),
    Column(
        "withheld", "text", "Why there are no categories",
        "Code of the reason why the score is not interpreted; empty where it is",
    ),
)  # fmt: skip

RULES = _grouped(
    "Rules",
    Column("protocol", "text", "Rules", "Name of the scoring protocol; manifest.json has every rule of it"),
    Column("threshold_hu", "number", "Threshold", "A marked voxel counts from this value on", "HU"),
    Column("weight_starts_hu", "text", "Starts of the weights", "Where density weights 1 to 4 begin", "HU"),
    Column("minimum_area_mm2", "number", "Least area", "A component of a slice below this is dropped", "mm2"),
    Column("area_must_exceed", "boolean", "Least area excluded", "1 drops a component of exactly the least area too"),
    Column("minimum_voxels", "integer", "Least voxels", "A component of a slice of fewer voxels is dropped"),
    Column("connectivity", "integer", "Neighbors", "8 or 4 neighbors within the slice"),
    Column("tube_voltage_kvp", "number", "Tube voltage of the rules", "What the rules are meant for", "kVp"),
    Column("volume_method", "text", "Volume method", "plain sums voxels, isotropic interpolates slices first"),
    Column("mass_factor", "number", "Mass factor", "Calcium hydroxyapatite per mm3 and HU", "mg/(mm3 HU)"),
)

PERSON = _grouped(
    "Person",
    Column(
        "age_years", "integer", "Age",
        "Completed years at the study: as given, else by Patient's Age (0010,1010), birth date and Study Date; a "
        "de-identified table says 90 for 90 and more",
        "years",
    ),
    Column("sex", "text", "Sex", "male or female: as given, else Patient's Sex (0010,0040)"),
    Column("ethnicity", "text", "Ethnicity", "white, chinese, black or hispanic, as given; never assumed"),
    Column("diabetes", "boolean", "Diabetes", "As given"),
    Column("smoker", "boolean", "Smoker", "As given"),
    Column("total_cholesterol_mg_dl", "number", "Total cholesterol", "As given", "mg/dL"),
    Column("hdl_cholesterol_mg_dl", "number", "HDL cholesterol", "As given", "mg/dL"),
    Column("lipid_medication", "boolean", "Lipid medication", "As given"),
    Column("systolic_mmhg", "number", "Systolic blood pressure", "As given", "mmHg"),
    Column("blood_pressure_medication", "boolean", "Blood pressure medication", "As given"),
    Column("family_history", "boolean", "Family history of heart attack", "As given"),
    Column("statin", "boolean", "Statin", "As given"),
    Column("egfr_ml_min", "number", "eGFR", "As given, for 1.73 m2 of body surface", "mL/min"),
    Column("group", "text", "Comparison group", "Of a reference population of one's own, as given"),
)  # fmt: skip

_MEASURED = {
    "lesions": ("integer", "Lesions", "26-connected pieces of one territory with a component that counts"),
    "agatston": (
        "number",
        "Agatston score",
        "Sum over slices and components of area (mm2) x density weight (1 to 4) x slice spacing / 3 mm "
        "(Agatston 1990); not rounded",
    ),
    "volume_mm3": ("number", "Volume", "Volume of the voxels that count, by volume_method; not rounded"),
    "mass_mg": ("number", "Mass", "Mean HU x volume of the voxels that count x mass_factor; empty without a factor"),
}


def _measured(column: ScoreColumn, prefix: str = "", label: str = "", rule: str = "") -> Column:
    kind, what, how = _MEASURED[column.key]
    name = f"{label}: {what[0].lower() + what[1:] if what != 'Agatston score' else what}" if label else what
    return Column(f"{prefix}{column.key}", kind, name, f"{how}{rule}", column.unit)  # type: ignore[arg-type]


_NO_ZERO = "; empty where it failed, and where no coronary calcium is marked and no reader has stated a zero"

SCORES = _grouped(
    "Coronary total",
    *(_measured(column, "total_", "Coronary total", _NO_ZERO) for column in SCORE_COLUMNS),
    Column(
        "vessels", "integer", "Vessels with calcium",
        f"How many of {', '.join(VESSELS)} hold calcium; empty where the vessel of some calcium is not known",
    ),
    Column(
        "density_score", "number", "Density score",
        f"Mean density weight by area, 1 to 4. {sources.DENSITY_SCORE[1]}",
    ),
    Column(
        "diffusivity", "number", "Diffusivity",
        f"1 - share of the most affected vessel in the Agatston score. {sources.DIFFUSIVITY[1]}",
    ),
)  # fmt: skip

MEANING = _grouped(
    "Meaning",
    Column(
        "cac_drs", "text", "CAC-DRS category",
        f"By the Agatston score as it is printed, a whole number, and the vessels. {sources.CAC_DRS}",
    ),
    Column(
        "classification", "text", "Classification",
        "Whose words the grade is of, such as ACC/AHA 2026: SmartScoreLib.interpretation.classifications.table",
    ),
    Column("grade", "text", "Grade", "Key of the word for the Agatston score as it is printed, by the classification"),
    Column(
        "percentile", "number", "Percentile",
        "0 to 99, among people of the reference group; with percentile_below, the part that it lies in",
    ),
    Column("percentile_below", "number", "Percentile, less than", "The next percentile that the reference table has"),
    Column(
        "mesa_percentile", "number", "MESA percentile",
        f"0 to 99, whatever the reference group is. {sources.of_population(population(MESA))}",
    ),
    Column("arterial_age", "number", "Arterial age", sources.ARTERIAL_AGE, "years"),
    Column("mesa_chd_risk", "number", "MESA 10-year CHD risk", sources.MESA_CHD_RISK, "%"),
    Column(
        "prevent_ascvd_risk", "number", "PREVENT 10-year ASCVD risk", f"Without the score. {sources.PREVENT}", "%"
    ),
    Column("prevent_cvd_risk", "number", "PREVENT 10-year CVD risk", f"Without the score. {sources.PREVENT}", "%"),
    Column("reference_group", "text", "Reference group", "Population and group that the percentile is of"),
)  # fmt: skip

SERIES = _grouped(
    "Series",
    Column("slices", "integer", "Slices", "Of the volume"),
    Column("rows", "integer", "Rows", "Of a slice"),
    Column("columns", "integer", "Columns", "Of a slice"),
    Column("slice_spacing_mm", "number", "Slice spacing", "By Image Position (0020,0032)", "mm"),
    Column("row_spacing_mm", "number", "Spacing of rows", "Pixel Spacing (0028,0030), first value", "mm"),
    Column("column_spacing_mm", "number", "Spacing of columns", "Pixel Spacing (0028,0030), second value", "mm"),
    Column("slice_thickness_mm", "number", "Slice thickness", "Slice Thickness (0018,0050)", "mm"),
    Column("kvp", "number", "Tube voltage", "KVP (0018,0060), where all images agree", "kVp"),
    Column("kernel", "text", "Kernel", "Convolution Kernel (0018,1210), where all images agree"),
    Column("manufacturer", "text", "Manufacturer", "Manufacturer (0008,0070)"),
    Column("model", "text", "Scanner", "Manufacturer's Model Name (0008,1090)"),
)

PROVENANCE = _grouped(
    "Provenance",
    Column("reviewed", "boolean", "Marks confirmed", "1 if a reader has confirmed the marks"),
    Column("dominance", "text", "Dominance", "right or left, as given or saved; empty if not known"),
    Column(
        "marks_source", "text", "Kind of the marks",
        "file, zero (the reader's word), latest or readings (saved), propose or auto (of a program), or none",
    ),
    Column("marks", "text", "File of the marks", "As given; the structured report of a saved reading", hiding="hashed"),
    Column(
        "marks_sha256", "text", "Hash of the marks",
        "SHA-256 of the file of marks; of several files: of the sorted lines 'hash name'; empty without a file",
        hiding="hashed",
    ),
    Column(
        "images_sha256", "text", "Hash of the images",
        "SHA-256 of the file; of several files: of their sorted hashes, so that names and order do not matter",
        hiding="hashed",
    ),
    Column("image_files", "integer", "Image files", "How many files the volume was read from"),
    Column("image_bytes", "integer", "Bytes of the images", "Their size together", "bytes"),
    Column("software", "text", "Software", "Name and version of what made the row"),
)  # fmt: skip


def territory_key(territory: Territory, column: ScoreColumn) -> str:
    """The column of the wide table for a measure of a territory, such as `lad_agatston`."""
    return f"{territory.key.lower()}_{column.key}"


def _of_territory(territory: Territory) -> tuple[Column, ...]:
    where = _NO_ZERO if territory.counts else "; not part of the coronary total; empty where it failed"
    prefix = f"{territory.key.lower()}_"
    return tuple(_measured(column, prefix, territory.key, where) for column in SCORE_COLUMNS)


TERRITORY_MEASURES = _grouped("Territories", *(one for row in TERRITORIES for one in _of_territory(row)))

EXAMS = (*RECORD, *OUTCOME, *SCORES, *TERRITORY_MEASURES, *MEANING, *PERSON, *RULES, *SERIES, *PROVENANCE)
"""The wide table."""

TERRITORY_ROWS = (
    *RECORD,
    *(column for column in OUTCOME if column.key != "remarks"),  # so many words a territory say nothing new
    *_grouped(
        "Territory",
        Column("territory", "text", "Territory", f"Key of the territory; {TOTAL} for the coronary total"),
        Column("counts", "boolean", "Part of the total", "1 if it is part of the coronary total"),
        *(_measured(column, rule=_NO_ZERO) for column in SCORE_COLUMNS),
    ),
    *PERSON,
    *RULES,
    *PROVENANCE,
)
"""The long table; an exam that failed has the row TOTAL only."""

LESION_ROWS = (
    *RECORD,
    *_grouped(
        "Lesion",
        Column("protocol", "text", "Rules", "Name of the scoring protocol"),
        Column(
            "lesion", "integer", "Number", "Of the lesion within its record, from 1, in the order of the territories"
        ),
        Column("territory", "text", "Territory", "Key of the territory"),
        *(_measured(column) for column in MEASURES),
        Column("voxels", "integer", "Voxels", "How many count"),
        Column("peak_hu", "number", "Peak", "Greatest value of the voxels that count", "HU"),
        Column("mean_hu", "number", "Mean", "Mean value of the voxels that count", "HU"),
        Column("first_slice", "integer", "First slice", "With a component that counts; 0 is the most inferior"),
        Column("last_slice", "integer", "Last slice", "With a component that counts; 0 is the most inferior"),
        Column("centroid_x_mm", "number", "Centroid x", "Of the voxels that count; DICOM patient coordinates", "mm"),
        Column("centroid_y_mm", "number", "Centroid y", "Of the voxels that count; DICOM patient coordinates", "mm"),
        Column("centroid_z_mm", "number", "Centroid z", "Of the voxels that count; DICOM patient coordinates", "mm"),
        Column("images_sha256", "text", "Hash of the images", "As in the table of exams", hiding="hashed"),
        Column("marks_sha256", "text", "Hash of the marks", "As in the table of exams", hiding="hashed"),
    ),
)
"""The table of lesions."""

TABLES: dict[str, tuple[Column, ...]] = {"exams": EXAMS, "territories": TERRITORY_ROWS, "lesions": LESION_ROWS}
"""By the name of the file without its ending."""
