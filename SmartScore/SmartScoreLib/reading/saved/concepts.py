"""Every code of a saved reading: the concepts of its structured report and segmentation.

Codes of the standard come first (DICOM PS3.16, SNOMED CT, LOINC, UCUM). What has none there is of the private scheme
99SMARTSCORE, which `CONFORMANCE.md` lists; a private code never changes its meaning, as files hold it.
"""

from dataclasses import dataclass

from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS

PRIVATE_SCHEME = "99SMARTSCORE"
"""Coding Scheme Designator of the codes that are this software's own (PS3.16 section 8.2: 99 begins private ones)."""


@dataclass(frozen=True)
class Concept:
    """A code: scheme, value and meaning (Basic Coded Entry Attributes, PS3.3 table 8.8-1)."""

    scheme: str
    value: str
    meaning: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same as another: the meaning is only its English text."""
        return self.scheme, self.value


def _dcm(value: str, meaning: str) -> Concept:
    return Concept("DCM", value, meaning)


def _sct(value: str, meaning: str) -> Concept:
    return Concept("SCT", value, meaning)


def _ucum(value: str, meaning: str | None = None) -> Concept:
    return Concept("UCUM", value, meaning or value)


_PRIVATE: list[Concept] = []


def _own(value: str, meaning: str) -> Concept:
    concept = Concept(PRIVATE_SCHEME, value, meaning)
    _PRIVATE.append(concept)
    return concept


# The document and its parts (TID 1500, 1001, 1204, 1411, 1501).
REPORT = _dcm("126000", "Imaging Measurement Report")
LANGUAGE = _dcm("121049", "Language of Content Item and Descendants")
ENGLISH = Concept("RFC5646", "en", "English")
PROCEDURE_REPORTED = _dcm("121058", "Procedure reported")
CALCIUM_SCORING_CT = _sct("426005005", "Cardiac CT for calcium scoring")
OBSERVER_TYPE = _dcm("121005", "Observer Type")
PERSON = _dcm("121006", "Person")
DEVICE = _dcm("121007", "Device")
PERSON_OBSERVER = _dcm("121008", "Person Observer Name")
DEVICE_OBSERVER_UID = _dcm("121012", "Device Observer UID")
DEVICE_OBSERVER_NAME = _dcm("121013", "Device Observer Name")
DEVICE_OBSERVER_MANUFACTURER = _dcm("121014", "Device Observer Manufacturer")
DEVICE_OBSERVER_MODEL = _dcm("121015", "Device Observer Model Name")
IMAGING_MEASUREMENTS = _dcm("126010", "Imaging Measurements")
DERIVED_MEASUREMENTS = _dcm("126011", "Derived Imaging Measurements")
QUALITATIVE_EVALUATIONS = Concept("UMLS", "C0034375", "Qualitative Evaluations")
PATIENT_CHARACTERISTICS = _dcm("121118", "Patient Characteristics")
MEASUREMENT_GROUP = _dcm("125007", "Measurement Group")
TRACKING_IDENTIFIER = _dcm("112039", "Tracking Identifier")
TRACKING_UID = _dcm("112040", "Tracking Unique Identifier")
FINDING = _dcm("121071", "Finding")
FINDING_SITE = _sct("363698007", "Finding Site")
REFERENCED_SEGMENT = _dcm("121191", "Referenced Segment")
SOURCE_SERIES = _dcm("121232", "Source series for segmentation")
MEASUREMENT_METHOD = _sct("370129005", "Measurement Method")
DERIVATION = _dcm("121401", "Derivation")
MAXIMUM = _sct("56851009", "Maximum")
TOTAL = _sct("255619001", "Total")
YES = _sct("373066001", "Yes")
NO = _sct("373067005", "No")

# What is marked.
MORPHOLOGICALLY_ABNORMAL = _sct("49755003", "Morphologically Abnormal Structure")
CALCIFIED_PLAQUE = _sct("29483008", "Calcified atheromatous plaque")
CORONARY_ARTERY = _sct("41801008", "Coronary artery")

# What is measured.
CORONARY_CALCIUM_SCORE = _sct("450360000", "Coronary artery calcium score")
CALCIUM_SCORE = _dcm("112058", "Calcium score")
CALCIUM_VOLUME = _dcm("122660", "Calcium Volume")
CALCIUM_MASS = _dcm("122661", "Calcium Mass")
NUMBER_OF_LESIONS = _sct("246206008", "Number of lesions")
ATTENUATION = _dcm("112031", "Attenuation Coefficient")
AGATSTON_METHOD = _dcm("112055", "Agatston scoring method")
VOLUME_METHOD = _dcm("112056", "Volume scoring method")
MASS_METHOD = _dcm("112057", "Mass scoring method")
PERCENTILE = _dcm("121415", "Percentile Ranking of measurement")
POPULATION = _dcm("121405", "Population description")
AUTHORITY = _dcm("121408", "Normal Range Authority")
VESSELS = _own("vessels", "Number of coronary vessels with calcium")
DENSITY_SCORE = _own("density-score", "Calcium density score")
DIFFUSIVITY = _own("diffusivity", "Index of diffusion of coronary calcium")
ARTERIAL_AGE = _own("arterial-age", "Arterial age")
PERCENTILE_RANGE = _own("percentile-range", "Part of a hundred that the percentile lies in")
PREVENT_ASCVD = _own("prevent-ascvd", "PREVENT 10-year risk of atherosclerotic cardiovascular disease")
PREVENT_CVD = _own("prevent-cvd", "PREVENT 10-year risk of cardiovascular disease")
CHD_RISK = _own("mesa-chd-risk", "MESA 10-year risk of coronary heart disease")
NONZERO = _own("nonzero", "Part of the population with a calcium score above 0")

# The rules.
THRESHOLD = _dcm("122657", "Agatston Score Threshold")
MINIMUM_AREA = _own("minimum-area", "Least area of a lesion in a slice")
MINIMUM_VOXELS = _own("minimum-voxels", "Least number of voxels of a lesion in a slice")
CONNECTIVITY = _own("connectivity", "Number of connected neighbors in a slice")
WEIGHTS = tuple(
    _own(f"weight-{number}", f"Least peak attenuation of density weight {number}") for number in (1, 2, 3, 4)
)
MASS_FACTOR = _own("mass-factor", "Calcium scoring mass factor")
REFERENCE_SPACING = _own("slice-reference", "Slice spacing of an Agatston score without correction")
SLICE_SPACING = _own("slice-spacing", "Slice spacing that the score is corrected by")
PROTOCOL = _own("protocol", "Name of the scoring rules")
AREA_MUST_EXCEED = _own("area-must-exceed", "The area of a lesion must exceed the least area")
VOLUME_RULE = _own("volume-rule", "How the volume is measured")
VOLUME_PLAIN = _own("volume-plain", "Sum of voxels")
VOLUME_ISOTROPIC = _own("volume-isotropic", "Interpolated to isotropic voxels")

# The reading.
READER = _own("reader", "Reader as entered")
VERSION = _own("version", "Version of the reading")
SERIES_LABEL = _own("series-label", "What tells the volume from others of its series")
MARKS_ORIGIN = _own("marks-origin", "Where the marks come from")
MARKS_REMARK = _own("marks-remark", "Remark on the marks")
REMARK = _own("remark", "Remark on the score")
REMARK_DATA = _own("remark-data", "The remark as data")
WITHHELD = _own("withheld", "Why the score is not interpreted")
REFERENCE = _own("reference", "Reference of the interpretation")
CAC_DRS = _own("cac-drs", "CAC-DRS category")
PLAQUE_BURDEN = _own("plaque-burden", "Plaque burden")
BURDENS = {
    word: _own(f"burden-{word}", f"{word.capitalize()} plaque burden")
    for word in ("none", "minimal", "mild", "moderate", "extensive")
}
CLASSIFICATION = _own("classification", "Classification of the amount of coronary calcium")
CLASSIFIED_BY = {key: _own(f"c-{key}", one.name) for key, one in CLASSIFICATIONS.items()}
GRADE = _own("grade", "Grade of coronary calcium by the classification")
POPULATION_CHOSEN = _own("population", "Reference population that was chosen")
POPULATION_TABLE = _own("population-table", "Table of the reference population")
QUOTES = _own("quotes", "Guidelines are quoted")
COMMENT = _dcm("121106", "Comment")
INDICATION = _dcm("121109", "Indications for Procedure")
IMAGE_QUALITY = _dcm("111101", "Image Quality")
COMPARISON = _dcm("111424", "Comparison to previous studies")
EXTRACARDIAC = _own("extracardiac", "Findings outside of the heart")
IMPRESSION = _dcm("121073", "Impression")
REPORT_DATE = _own("report-date", "Date of the report")

# The comparison with another scan.
OTHER_SCAN = _own("other-scan", "Comparison with another scan of the person")
OTHER_DATE = _own("other-date", "Date of the other scan")
OTHER_REPORT = _own("other-report", "Structured report of the other scan")
DAYS_BETWEEN = _own("days-between", "Days from the earlier to the later scan")
CHANGES = {
    "agatston": _own("agatston-change", "Change of the Agatston score, later less earlier"),
    "volume_mm3": _own("volume-change", "Change of the calcium volume, later less earlier"),
    "mass_mg": _own("mass-change", "Change of the calcium mass, later less earlier"),
}
EARLIER_VALUE = _own("earlier-value", "Value of the earlier scan")
LATER_VALUE = _own("later-value", "Value of the later scan")
PER_YEAR = _own("change-per-year", "Change per year")
LIMITS_OF_CHANGE = {
    "sevrukov": _own("limit-sevrukov", "Limit of Sevrukov 2005"),
    "chung": _own("limit-mesa", "Limit of the MESA study (Chung 2008)"),
    "square_root": _own("limit-roots", "Limit of the difference of square roots"),
}
VERDICT = _own("verdict", "Whether the change is more than the error of measurement")
VERDICTS = {
    "real": _own("verdict-real", "More than the error of measurement"),
    "within_error": _own("verdict-within", "Within the error of measurement"),
    "unclear": _own("verdict-unclear", "The limits contradict each other"),
}
FATES = {
    word: _own(f"fate-{word.removeprefix('outside_')}", f"Number of lesions: {meaning}")
    for word, meaning in (
        ("new", "new"),
        ("grown", "grown"),
        ("same", "the same"),
        ("smaller", "smaller"),
        ("gone", "gone"),
        ("merged", "merged"),
        ("split", "split"),
        ("outside_earlier", "not on the earlier scan"),
        ("outside_later", "not on the later scan"),
    )
}

# The person that the score is compared with.
SUBJECT_AGE = _dcm("121033", "Subject Age")
SUBJECT_SEX = _dcm("121032", "Subject Sex")
SEXES = {"male": _dcm("M", "Male"), "female": _dcm("F", "Female")}
DOMINANCE = _own("dominance", "Coronary dominance")
RIGHT_DOMINANCE = _sct("253728007", "Right Coronary Dominance")
LEFT_DOMINANCE = _sct("253729004", "Left Coronary Dominance")
ZERO_CONFIRMED = _own("zero-confirmed", "No coronary calcium, confirmed by the reader")
PROTOCOL_SOURCE = _own("protocol-source", "Source of the rules")
READING_MODE = _own("reading-mode", "What is read")
READING_MODES = {
    "coronary": _own("mode-coronary", "Coronary calcium of a gated scan"),
    "valve": _own("mode-valve", "Calcium of the aortic valve"),
    "chest": _own("mode-chest", "Coronary calcium of a chest CT that is not gated"),
}
UNGATED = _own("ungated", "Score of a scan that is not gated")
VISUAL_PATIENT = _own("visual-patient", "Visual grade of coronary calcium")
VISUAL_VESSELS = {
    vessel: _own(f"visual-{vessel.lower()}", f"Visual grade of coronary calcium, {vessel}")
    for vessel in ("LM", "LAD", "LCX", "RCA")
}
VISUAL_GRADES = {word: _own(f"visual-{word}", word.capitalize()) for word in ("none", "mild", "moderate", "severe")}
WESTON = _own("weston", "Weston score of coronary calcium, 0 to 12")
VISUAL_CAC_DRS = _own("visual-cac-drs", "Visual CAC-DRS category")
AORTIC_STENOSIS = _own("severe-as", "Severe aortic stenosis by valve calcium")
AORTIC_STENOSIS_GRADES = {
    "unlikely": _own("as-unlikely", "Unlikely"),
    "not_decided": _own("as-not-decided", "Not decided"),
    "likely": _own("as-likely", "Likely"),
    "very_likely": _own("as-very-likely", "Very likely"),
}
COMPUTED_TOMOGRAPHY = _sct("77477000", "Computed tomography")
MASS_FACTOR_SOURCE = _own("mass-origin", "Where the mass factor comes from")
RULES_KVP = _own("rules-kvp", "Tube voltage that the rules are meant for")
MESA_GROUP = _own("mesa-group", "Group of the MESA population")
MESA_GROUPS = {word: _own(f"mesa-{word}", word.capitalize()) for word in ("white", "chinese", "black", "hispanic")}
DIABETES = _sct("161445009", "History of diabetes mellitus")
SMOKER = _sct("77176002", "Smoker")
TOTAL_CHOLESTEROL = Concept("LN", "2093-3", "Cholesterol [Mass/volume] in Serum or Plasma")
HDL_CHOLESTEROL = Concept("LN", "2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma")
LIPID_MEDICATION = _own("lipid-drugs", "Medication to lower lipids")
SYSTOLIC = _sct("271649006", "Systolic blood pressure")
PRESSURE_MEDICATION = _own("pressure-drugs", "Medication to lower blood pressure")
STATIN = _own("statin", "Takes a statin")
EGFR = _sct("80274001", "Glomerular filtration rate")
COMPARISON_GROUP = _own("comparison-group", "Group of the reference population")
FAMILY_HISTORY = _own("family-history", "Family history of heart attack")

# Units (UCUM).
NO_UNITS = _ucum("1", "no units")
CUBIC_MILLIMETERS = _ucum("mm3")
SQUARE_MILLIMETERS = _ucum("mm2")
MILLIMETERS = _ucum("mm")
MILLIGRAMS = _ucum("mg")
HOUNSFIELD = _ucum("[hnsf'U]", "Hounsfield unit")
MASS_FACTOR_UNIT = _ucum("mg/mm3/[hnsf'U]", "mg/mm3/HU")
COUNT_OF_LESIONS = _ucum("{lesions}", "lesions")
COUNT_OF_VESSELS = _ucum("{vessels}", "vessels")
COUNT_OF_VOXELS = _ucum("{voxels}", "voxels")
COUNT_OF_NEIGHBORS = _ucum("{neighbors}", "neighbors")
KILOVOLT = _ucum("kV")
DAYS = _ucum("d", "days")
PER_YEAR_UNITS = {
    "agatston": _ucum("/a", "per year"),
    "volume_mm3": _ucum("mm3/a", "mm3 per year"),
    "mass_mg": _ucum("mg/a", "mg per year"),
}
PERCENT = _ucum("%", "percent")
YEARS = _ucum("a", "years")
MG_PER_DL = _ucum("mg/dL")
MMHG = _ucum("mm[Hg]", "mmHg")
ML_PER_MINUTE = _ucum("mL/min/{1.73_m2}", "mL/min/1.73 m2")

PRIVATE: tuple[Concept, ...] = tuple(_PRIVATE)
"""Every code of the private scheme."""
