"""What limits a result, and what makes it none, is said on every page in the words of its readers."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from SmartScoreLib.cli.table import score_table
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.model import Percentile
from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.catalog import every_row, remark
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.files import write_pngs
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing
from SmartScoreLib.scoring.presets import PRESETS

MakeReading = Callable[..., Reading]
CONTRAST = remark("series.contrast", attribute="Contrast/Bolus Agent (0018,0010)", agent="Iomeprol")
PROJECTION = remark("series.projection", attribute="Image Type (0008,0008)")
KVP = remark("series.kvp", attribute="KVP (0018,0060)", kvp=(100.0,))
KVP_MISSING = remark("series.kvp_missing", attribute="KVP (0018,0060)")
SPACING = remark("series.spacing", spacing_mm=4.5)
THRESHOLD = remark("scoring.threshold", threshold_hu=145.0, standard_hu=130.0)
BODY_PART = remark("series.body_part", attribute="Body Part Examined (0018,0015)", value="KNEE")
ISOTROPIC = remark("scoring.isotropic")
GATING = remark("series.gating_unknown")
CUT_ABOVE = remark("series.heart_cut_above")
NOISE = remark("series.noise", noise_hu=31.0, most_hu=20)


def page(drawings: list[Drawing]) -> str:
    return " ".join(text.text for drawing in drawings for text in drawing.texts)


@pytest.mark.parametrize(
    ("remarks", "sentence"),
    [
        ((KVP,), "too high or too low, because the scan used other X-ray settings than usual."),
        ((KVP, KVP_MISSING), "too high or too low, because the scan used other X-ray settings than usual."),
        ((SPACING,), "because the layers of the pictures were not as usual."),
        ((BODY_PART,), "because the pictures were not made as usual."),
        ((GATING,), "because it is not known whether the pictures were timed to the heartbeat."),
        ((CUT_ABOVE,), "because part of the heart may be missing from the pictures."),
        ((NOISE,), "because the pictures are not quite clear."),
        (
            (KVP, THRESHOLD),
            "because the scan used other X-ray settings than usual and it was counted by other rules than usual.",
        ),
        ((KVP, THRESHOLD, SPACING), "because several things about this scan were not as usual."),
    ],
)
def test_the_patient_is_told_in_one_sentence_what_limits_the_result(
    make_reading: MakeReading, remarks, sentence
) -> None:  # type: ignore[no-untyped-def]
    said = page(patient_drawings(make_reading(remarks=remarks), words("en"))[:1])
    assert sentence in said
    assert said.count("too high or too low") == 1


def test_a_result_without_limits_has_no_such_sentence(make_reading: MakeReading) -> None:
    assert "too high or too low" not in page(patient_drawings(make_reading(remarks=(ISOTROPIC,)), words("en")))


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("remarks", [(CONTRAST,), (PROJECTION,), (CONTRAST, PROJECTION)])
def test_an_invalid_score_gives_the_patient_one_page_that_says_there_is_none_and_why(
    make_reading: MakeReading, language: str, remarks
) -> None:  # type: ignore[no-untyped-def]
    table = words(language)
    drawings = patient_drawings(make_reading(remarks=(*remarks, KVP)), table)
    said = page(drawings).replace("\u00a0", " ")
    assert len(drawings) == 1
    assert table("patient_result_invalid") in said
    assert (table("patient_invalid_contrast").replace("\u00a0", " ") in said) is (CONTRAST in remarks)
    assert (table("patient_invalid_projection").replace("\u00a0", " ") in said) is (PROJECTION in remarks)
    # Neither the number nor any meaning of it, here or to compare with.
    assert "385" not in said
    assert "100" not in said
    assert table("patient_compare_title") not in said


@pytest.mark.parametrize(
    "code",
    # A cohort has tables and no pages.
    [code for code, row in every_row().items() if row.severity == Severity.INVALID and not code.startswith("cohort.")],
)
def test_whatever_makes_a_score_invalid_withholds_what_it_means(make_reading: MakeReading, code: str) -> None:
    parts = [(name, form) for _, name, form, _ in Formatter().parse(every_row()[code].text) if name]
    # What is written in a form of its own is a number or a date.
    values = {
        name: 2 if any(form not in (None, "", "words", "date") for n, form in parts if n == name) else "X"
        for name, _ in parts
    }
    reading = make_reading(remarks=(remark(code, **values),), person=Person(60, "female", "white"))
    found = score_json(reading)["interpretation"]
    assert found["withheld"] == "Not available: the score is not valid."
    assert [found[key] for key in ("cac_drs", "plaque_burden", "arterial_age")] == [None, None, None]
    assert found["mesa_percentile"] == {"value": None, "reason": "Not available: the score is not valid."}
    assert found["mesa_chd_risk"]["value"] is None
    assert found["classification"]["grade"] is None
    assert [(one["value"], one["at_least"], one["group"]) for one in found["percentiles"]] == [(None, None, None)]
    assert ",A3" not in score_csv(reading)
    assert "There is no result." in page(patient_drawings(reading, words("en")))


def test_every_page_says_first_that_a_score_is_not_valid(make_reading: MakeReading) -> None:
    reading = make_reading(remarks=(CONTRAST,))
    physician = page(physician_drawings(reading, words("en"))[:1])
    assert physician.index("Not valid: Contrast agent") < physician.index("Agatston score")
    assert "Score not valid" in physician
    assert "CAC-DRS" not in physician
    # No scale of amounts either: the number has no place on it.
    assert "300-999" not in physician
    assert "extensive" not in physician
    assert "percentile:" not in physician
    assert "No conclusion: the score is not valid." in physician
    screen = page([screen_drawing(reading, range(12, 13), words("en"))])
    assert screen.index("Score not valid") < screen.index("Agatston score")
    assert "Score not valid" in page(contact_drawings(reading, [12], words("en"), CALCIUM_WINDOW))
    table = score_table(reading)
    assert table.index("INVALID: Contrast agent") < table.index("Agatston")
    assert "Categories, percentile, arterial age and risk are not available: the score is not valid." in table


def test_the_pages_of_an_invalid_score_can_be_written(make_reading: MakeReading, tmp_path: Path) -> None:
    written = {path.name for path in write_pngs(make_reading(remarks=(CONTRAST,)), tmp_path)}
    assert {"physician-1.png", "patient-1.png"} <= written
    assert "patient-2.png" not in written


@pytest.mark.parametrize(("score", "percentile", "explained"), [(5.0, 87, True), (99.4, 97, True), (99.6, 97, False)])
def test_a_low_score_with_a_high_percentile_is_explained(
    make_reading: MakeReading, score: float, percentile: int, explained: bool
) -> None:
    """Chinese American women of 50: 16 % have calcium, percentile 90 begins at 12."""
    reading = make_reading(agatston=score, person=Person(50, "female", "chinese"))
    assert reading.interpretation.comparison.percentile == Percentile(percentile, percentile + 1)
    physician = page(physician_drawings(reading, words("en")))
    assert (f"The amount is small and still more than in {percentile} % of this group" in physician) is explained
    assert ("The amount is small. Still, most people" in page(patient_drawings(reading, words("en")))) is explained
    assert ("The amount is small" in score_table(reading)) is explained


def test_a_low_score_with_a_low_percentile_is_not_explained(make_reading: MakeReading) -> None:
    """White men of 65: quartiles 5, 71, 307."""
    reading = make_reading(agatston=71.0, person=Person(65, "male", "white"))
    assert reading.interpretation.comparison.percentile == Percentile(50, 51)
    assert "The amount is small" not in page(physician_drawings(reading, words("en")))


def test_diabetes_is_said_at_the_percentile(make_reading: MakeReading) -> None:
    """Treated diabetics were excluded in McClelland 2006."""
    said = "The percentile of MESA 2006 is of people without treated diabetes"
    for diabetes in (True, False, None):
        reading = make_reading(person=Person(60, "female", "white", diabetes=diabetes))
        assert (said in page(physician_drawings(reading, words("en")))) is (diabetes is True)
        told = "treated for diabetes are not in the comparison group"
        assert (told in page(patient_drawings(reading, words("en")))) is (diabetes is True)
        codes = [one["code"] for one in score_json(reading)["interpretation"]["remarks"]]
        high = ["interpretation.high_percentile"]
        assert codes == ([*high, "interpretation.percentile_diabetes"] if diabetes else high)


@pytest.mark.parametrize("language", language_codes())
def test_a_branch_that_is_counted_with_another_vessel_has_a_footnote(make_reading: MakeReading, language: str) -> None:
    table = words(language)
    boxes = (("RCA", 12, 90, 150, 1, 4, 450), ("PDA", 10, 60, 60, 1, 4, 450))
    for dominance, key, vessel, vessels, plain in (
        (None, "unknown", "RCA", 1, "patient_branch_unknown"),
        ("right", "right", "RCA", 1, "patient_branch"),
        ("left", "left", "LCX", 2, "patient_branch"),
    ):
        both = make_reading(boxes, dominance=dominance)
        assert both.sheet.total.vessels == vessels
        # 3.2 x 3.2 mm2 of weight 4, 2.5 mm slices: 34.1 each
        assert both.interpretation.cac_drs == f"A1/N{vessels}"
        assert both.sheet.total.diffusivity == pytest.approx(0 if vessels == 1 else 0.5)
        note = table(f"branch_counted_{key}", branch=table.territory("PDA"), vessel=table.territory(vessel))
        told = table(plain, branch=table.abbreviation("PDA"), vessel=table.abbreviation(vessel))
        assert note in page(physician_drawings(both, table))
        assert told.replace("\u00a0", " ") in page(patient_drawings(both, table)).replace("\u00a0", " ")
    alone = make_reading((("RCA", 12, 90, 150, 1, 4, 450),))
    assert note not in page(physician_drawings(alone, table))
    assert told not in page(patient_drawings(alone, table))


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("lesions", [(), (("AORTA", 12, 90, 150, 1, 4, 450),)], ids=["no marks", "aorta alone"])
def test_no_page_of_what_was_not_read_holds_a_coronary_zero(
    make_reading: MakeReading, language: str, lesions: tuple[Any, ...]
) -> None:
    table = words(language)
    reading = make_reading(lesions, zero_confirmed=False)
    physician = physician_drawings(reading, table)
    said = page(physician)
    for key in ("not_read", "not_read_short", "not_read_notice"):
        assert table(key).replace("\u00a0", " ") in said.replace("\u00a0", " ")
    assert "CAC-DRS A0" not in said
    assert table("impression_none", category="A0/N0") not in said
    first = [text.text for text in physician[0].texts]
    assert not {"0", "0.0", "0,0", "A0/N0"} & set(first)
    patient = patient_drawings(reading, table)
    assert len(patient) == 1
    told = page(patient).replace("\u00a0", " ")
    for key in ("patient_result_not_read", "patient_detail_not_read"):
        assert table(key).replace("\u00a0", " ") in told
    assert not {"0", table("patient_result_none")} & {text.text for text in patient[0].texts}
    screen = [text.text for text in screen_drawing(reading, range(12, 13), table).texts]
    assert table("not_read") in screen
    assert "0" not in screen
    assert words("en")("not_read") == "Not read"


def test_a_confirmed_zero_says_so_among_the_warnings_and_in_the_result(make_reading: MakeReading) -> None:
    reading = make_reading(())
    said = page(physician_drawings(reading, words("en")))
    assert "A reader has confirmed that there is no coronary calcium." in said
    assert "CAC-DRS A0/N0" in said
    assert "Not read" not in said
    assert "No calcium was found." in page(patient_drawings(reading, words("en")))


def test_a_volume_is_called_interpolated_only_where_it_is(make_reading: MakeReading) -> None:
    reading = make_reading()
    for measured, text in (("plain", "Volume sum of voxels"), ("isotropic", "Volume interpolated (isotropic)")):
        sheet = replace(reading.sheet, protocol=PRESETS["Siemens"], volume_measured=measured)
        assert text in page(physician_drawings(replace(reading, sheet=sheet), words("en")))


def test_ethnicity_stands_on_the_page_where_there_is_no_percentile_to_name_the_group(make_reading: MakeReading) -> None:
    said = page(physician_drawings(make_reading(person=Person(30, "male", "black")), words("en")))
    assert "Ethnic group: Black/African American (given)" in said
    known = page(physician_drawings(make_reading(person=Person(60, "male", "black")), words("en")))
    assert "Ethnic group" not in known
    assert "Black/African American men, ages 45-84" in known
    assert "of this group (age 60) have calcium" in known


@pytest.mark.parametrize("code", ["scoring.tube_voltage", "scoring.tube_voltage_unknown"])
def test_rules_for_another_tube_voltage_limit_the_result_in_words_for_patients(
    make_reading: MakeReading, code: str
) -> None:
    known = {"scoring.tube_voltage": {"kvp": (120.0,)}}.get(code, {})
    reading = make_reading(remarks=(remark(code, rules_kvp=100.0, **known),))
    assert "it was counted by other rules than usual" in page(patient_drawings(reading, words("en")))


def test_what_concerns_the_person_is_no_limit_of_the_number(make_reading: MakeReading) -> None:
    said = (
        remark("series.ages_differ", attribute="Patient's Age (0010,1010)", stated=45, by_dates=65),
        remark("reading.age_differs", given=45, dicom=65),
        remark("reading.sex_differs", given="male", dicom="female"),
        remark("reading.smoking_differs"),
    )
    reading = make_reading(remarks=said)
    assert "may be a little too high or too low" not in page(patient_drawings(reading, words("en")))
    assert "The sex was given as male; DICOM says female." in page(physician_drawings(reading, words("en")))
