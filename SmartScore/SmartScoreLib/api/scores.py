"""From marks to scores, and to what they mean."""

from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.interpretation import interpret as interpretation
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.model import Interpretation, Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.lesions.visual import ReadingMode, VisualGrades
from SmartScoreLib.reading import read
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.scoring import protocol_file
from SmartScoreLib.scoring import score as scoring
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.model import CTSeries


def score(
    series: CTSeries,
    lesions: LesionMap | None,
    protocol: ScoringProtocol = DEFAULT_PROTOCOL,
    *,
    dominance: Dominance | None = None,
    confirm_zero: bool = False,
) -> ScoreSheet:
    """Agatston, volume and mass scores of all marks.

        sheet = score(series, lesions)
        sheet.total.agatston                             # the coronary total, not rounded
        {t.key: t.agatston for t in sheet.territories}   # by territory

    Args:
        series: the volume.
        lesions: the marks on it, of `read_marks` or `click`; None for no marks.
        protocol: the rules; `PRESETS` has some by name, `read_protocol` reads one's own. The default is Agatston 1990
            as practised: 130 HU, 1 mm2.
        dominance: "right" or "left": the vessel with which the posterior descending artery is counted.
        confirm_zero: a reader has looked, and there is no coronary calcium. Without that, no marks are no zero:
            `.status` is "not_read".

    Returns:
        `.total`, `.territories` and `.lesions`: `.agatston`, `.volume_mm3`, and `.mass_mg`, which is None without a
        mass factor in the protocol. `.status`: "scored", "zero_confirmed", "not_read" or "unreviewed". `.remarks`: what
        limits these numbers, the gravest first.

    Raises:
        ValueError: the marks are of another volume.
        InputRefused: zero is confirmed, and coronary calcium is marked or nobody has confirmed the marks.
    """
    marks = read.stated(series, lesions, protocol, dominance, confirm_zero)
    return scoring.score(series.hu, marks, protocol, series.remarks)


def interpret(
    sheet: ScoreSheet, person: Person | None = None, choices: InterpretationChoices | None = None
) -> Interpretation:
    """Categories, percentiles, arterial age and risk of a score.

        interpret(sheet, Person(age_years=61, sex="male", ethnicity="white")).comparison.percentile.text

    Args:
        sheet: of `score`.
        person: who the score is compared with. What is not given is not assumed: ethnicity has no default.
        choices: `InterpretationChoices(classification, populations, quotes)`; `CLASSIFICATIONS` has the first by key,
            `population` and `read_population` give the second. The standard is ACC/AHA 2026 and MESA 2006.

    Returns:
        `.cac_drs` ("A2/N3") and `.grade` (`.grade.key` is "severe"), both None where `.withheld` says why (nobody
        confirmed the marks, nothing was read, or the score does not hold); `.comparisons`, one a population, with
        `.percentile` (`.least` to `.below`, `.text`), or None and the `.reason`; and findings with `.value` (None if
        not available), `.reason` (why not) and `.source`: `.arterial_age` (years), `.mesa_chd_risk`,
        `.prevent_ascvd`, `.prevent_cvd` (% in ten years).
    """
    return interpretation.interpret(sheet, person or Person(), choices)


def make_reading(
    series: CTSeries,
    lesions: LesionMap | None,
    protocol: ScoringProtocol = DEFAULT_PROTOCOL,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
    *,
    dominance: Dominance | None = None,
    confirm_zero: bool = False,
    choices: InterpretationChoices | None = None,
    mode: ReadingMode | None = None,
    visual: VisualGrades | None = None,
) -> Reading:
    """Series, marks, scores and their meaning as one value: what `report` and `export` take.

        reading = make_reading(series, lesions, person=Person(ethnicity="white"), reader="A. Reader")
        reading.sheet.total.agatston, reading.interpretation.cac_drs

    Args:
        series: the volume.
        lesions: the marks on it; None for none.
        protocol: the rules, as for `score`.
        person: who the score is compared with; age and sex come from the DICOM headers where they are not given.
        reader: who made the marks; printed on the pages.
        comment: free text for the pages.
        texts: indication, image quality, comparison, extracardiac findings, impression, status and date of the report:
            `SmartScoreLib.reading.model.ReportTexts`.
        dominance: as for `score`.
        confirm_zero: as for `score`; `report` and `export` refuse a reading in which nothing was read.
        choices: as for `interpret`.
        mode: "coronary", "valve" (the aortic valve may be read alone) or "chest" (not gated: no percentile, no age);
            None reads as "chest" what says that it is not gated.
        visual: grades by eye of a chest CT: `SmartScoreLib.lesions.visual.VisualGrades("mild", lad="mild")`.

    Returns:
        `.series`, `.lesions`, `.sheet` (as of `score`), `.interpretation` (as of `interpret`), `.description` (the
        headers in plain types), `.reader`, `.comment`.

    Raises:
        ValueError: the marks are of another volume.
        InputRefused: as `score`; or the visual grades contradict each other.
    """
    return read.make_reading(
        series,
        lesions,
        protocol,
        person,
        reader,
        comment,
        texts,
        dominance=dominance,
        confirm_zero=confirm_zero,
        choices=choices,
        mode=mode,
        visual=visual,
    )


def read_protocol(path: Place) -> ScoringProtocol:
    """Rules of one's own from a JSON file: a name, and any other rule that differs from the default.

        {"name": "Our rules", "source": "our manual, page 3", "threshold_hu": 145, "tube_voltage_kvp": 100,
         "weight_starts_hu": [145, 222, 334, 446]}

    Args:
        path: the file. Its keys are the fields of the protocols in `PRESETS`; HU, mm2, kVp, mg/(mm3 HU).

    Raises:
        InputRefused: it cannot be read, or a key is unknown or has no valid value; a reason for each.
    """
    return protocol_file.read_protocol(Path(path))
