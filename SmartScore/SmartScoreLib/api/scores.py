"""From marks to scores, and to what they mean."""

from SmartScoreLib.interpretation import interpret as interpretation
from SmartScoreLib.interpretation.model import Interpretation, Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading import read
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.scoring import score as scoring
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.model import CTSeries


def score(series: CTSeries, lesions: LesionMap, protocol: ScoringProtocol = DEFAULT_PROTOCOL) -> ScoreSheet:
    """Agatston, volume and mass scores of all marks.

        sheet = score(series, lesions)
        sheet.total.agatston                             # the coronary total, not rounded
        {t.key: t.agatston for t in sheet.territories}   # by territory

    Args:
        series: the volume.
        lesions: the marks on it, of `read_marks` or `click`.
        protocol: the rules; `PRESETS` has some by name. The default is Agatston 1990 as practised: 130 HU, 1 mm2.

    Returns:
        `.total`, `.territories` and `.lesions`: `.agatston`, `.volume_mm3`, and `.mass_mg`, which is None without a
        mass factor in the protocol. `.remarks`: what limits these numbers, the gravest first.

    Raises:
        ValueError: the marks are of another volume.
    """
    return scoring.score(series.hu, lesions, protocol, series.remarks)


def interpret(sheet: ScoreSheet, person: Person | None = None) -> Interpretation:
    """Categories, percentile, arterial age and risk of a score.

        interpret(sheet, Person(age_years=61, sex="male", ethnicity="white")).mesa_percentile.value

    Args:
        sheet: of `score`.
        person: who the score is compared with. What is not given is not assumed: ethnicity has no default.

    Returns:
        `.cac_drs` ("A2/N3") and `.plaque_burden`, both None where `.withheld` says why (nobody confirmed the marks, or
        the score does not hold); and findings with `.value` (None if not available), `.reason` (why not) and
        `.source`: `.mesa_percentile` (0 to 99), `.arterial_age` (years), `.mesa_chd_risk` (% in ten years).
    """
    return interpretation.interpret(sheet, person or Person())


def make_reading(
    series: CTSeries,
    lesions: LesionMap,
    protocol: ScoringProtocol = DEFAULT_PROTOCOL,
    person: Person | None = None,
    reader: str = "",
    comment: str = "",
    texts: ReportTexts = NO_TEXTS,
) -> Reading:
    """Series, marks, scores and their meaning as one value: what `report` and `export` take.

        reading = make_reading(series, lesions, person=Person(ethnicity="white"), reader="A. Reader")
        reading.sheet.total.agatston, reading.interpretation.cac_drs

    Args:
        series: the volume.
        lesions: the marks on it.
        protocol: the rules, as for `score`.
        person: who the score is compared with; age and sex come from the DICOM headers where they are not given.
        reader: who made the marks; printed on the pages.
        comment: free text for the pages.
        texts: indication, image quality, comparison, extracardiac findings, impression, status and date of the report:
            `SmartScoreLib.reading.model.ReportTexts`.

    Returns:
        `.series`, `.lesions`, `.sheet` (as of `score`), `.interpretation` (as of `interpret`), `.description` (the
        headers in plain types), `.reader`, `.comment`.

    Raises:
        ValueError: the marks are of another volume.
    """
    return read.make_reading(series, lesions, protocol, person, reader, comment, texts)
