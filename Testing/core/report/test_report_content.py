"""What a structured report has: who, why, how, what was found, what it means, by whom and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from pydicom.dataset import Dataset

from SmartScoreLib.cli.main import main
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.reading.model import Reading, ReportTexts
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.reading.technique import Technique, technique
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.reports.drawing.drawing import Drawing, Rectangle
from SmartScoreLib.reports.drawing.fonts import text_width
from SmartScoreLib.reports.drawing.palette import ACCENT, NOTICE_INK, SCREEN
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.person_name import name_lines
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

MakeReading = Callable[..., Reading]
KNOWN = {
    "diabetes": False,
    "smoker": True,
    "total_cholesterol_mg_dl": 200.0,
    "hdl_cholesterol_mg_dl": 50.0,
    "lipid_medication": False,
    "systolic_mmhg": 130.0,
    "blood_pressure_medication": False,
    "family_history": True,
}


def page(drawings: list[Drawing]) -> str:
    return " ".join(text.text for drawing in drawings for text in drawing.texts)


def every_page(reading: Reading, language: str) -> list[Drawing]:
    table = words(language)
    return [
        *physician_drawings(reading, table),
        *patient_drawings(reading, table),
        screen_drawing(reading, range(12, 13), table),
        *contact_drawings(reading, [12], table, CALCIUM_WINDOW),
    ]


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize(
    ("patient", "identifiers"),
    [
        ({}, ("Alice M Baker", "PAT-00123")),
        ({"patient_id": ""}, ("Alice M Baker", "14")),  # the day of birth
        ({"birth_date": None}, ("Alice M Baker", "PAT-00123")),
        (
            {"name": "Featherstonehaugh^Maximiliana Alexandra Wilhelmina Theodora Josephine"},
            ("Featherstonehaugh", "PAT-00123"),
        ),
    ],
)
def test_every_page_has_two_identifiers_and_the_family_name(
    make_reading: MakeReading, language: str, patient: dict[str, object], identifiers: tuple[str, str]
) -> None:
    for valid in ((), (remark("series.projection", attribute="Image Type (0008,0008)"),)):
        for drawing in every_page(make_reading(patient=patient, remarks=valid), language):
            said = page([drawing])
            assert all(one in said for one in identifiers), said


@pytest.mark.parametrize("language", language_codes())
def test_a_long_id_is_kept_before_anything_else_but_the_birth_date(make_reading: MakeReading, language: str) -> None:
    for drawing in every_page(make_reading(patient={"patient_id": "ABCDEFGHIJKLMNOPQRST"}), language):
        said = page([drawing])
        assert "ABCDEFGHIJKLMNOPQRST" in said
        assert "1957" in said


def test_where_a_name_must_be_cut_the_family_name_is_what_stays() -> None:
    name = "Baker^Alice Margaret Wilhelmina^^Dr."
    whole = "Dr. Alice Margaret Wilhelmina Baker"
    assert name_lines(name, text_width(whole, 11), 11) == [whole]
    assert name_lines(name, text_width(whole, 11) - 1, 11) == ["Alice Margaret Wilhelmina Baker"]
    assert name_lines(name, text_width("Alice Margaret Wilhelmina Baker", 11) - 1, 11) == ["A. M. W. Baker"]
    assert name_lines("Doe", text_width("Doe", 11), 11) == ["Doe"]
    assert name_lines("^Alice", text_width("Alice", 11), 11) == ["Alice"]


def test_texts_of_the_reader_are_printed_and_what_was_not_given_is_said(make_reading: MakeReading) -> None:
    texts = ReportTexts("Chest pain", "Slight motion", "", "Nodule of 4 mm", "No treatment was started.", "final")
    said = page(physician_drawings(make_reading(texts=texts), words("en")))
    for part in (
        "Indication: Chest pain",
        "Image quality: Slight motion",
        "Comparison: not given",
        "Outside the heart: Nodule of 4 mm",
        "Status: final",
    ):
        assert part in said
    assert "Impression No treatment was started." in said
    assert "drafted" not in said


def test_an_impression_is_drafted_from_the_numbers_and_says_so(make_reading: MakeReading) -> None:
    """LAD 230.4, LCX 34.1, RCA 120: 384.5; white women of 67."""
    said = page(physician_drawings(make_reading(), words("en"))[:1])
    assert "Impression (drafted from the numbers)" in said
    assert (
        "Agatston score 385, CAC-DRS A3/N3, severe coronary calcium (ACC/AHA 2026), 3 of 4 vessels with calcium. "
        "Percentile 92 (MESA 2006)." in said
    )
    zero = page(physician_drawings(make_reading(()), words("en"))[:1])
    assert "No coronary calcium: Agatston score 0, CAC-DRS A0/N0." in zero


@pytest.mark.parametrize(
    ("score", "meaning"),
    [
        (0.0, "A0/N0: very low risk."),
        (99.4, "A1/N1: mildly increased risk."),
        (99.5, "A2/N1: moderately increased risk."),
        (299.4, "A2/N1: moderately increased risk."),
        (299.5, "A3/N1: moderately to severely increased risk."),
    ],
)
def test_cac_drs_stands_with_its_words(make_reading: MakeReading, score: float, meaning: str) -> None:
    reading = make_reading((("LAD", 12, 90, 150, 1, 4, 450),), agatston=score) if score else make_reading(())
    assert f"CAC-DRS {meaning}" in page(physician_drawings(reading, words("en"))[:1])


@pytest.mark.parametrize(("status", "marked"), [("", False), ("draft", True), ("final", False)])
@pytest.mark.parametrize("language", language_codes())
def test_every_page_of_a_draft_says_so(make_reading: MakeReading, language: str, status, marked: bool) -> None:  # type: ignore[no-untyped-def]
    table, reading = words(language), make_reading(texts=ReportTexts(status=status))
    title = table("physician_title_draft", title=table("physician_title"))
    for drawing in physician_drawings(reading, table):
        assert (title in page([drawing])) is marked
        colors = {text.color for text in drawing.texts if text.text.startswith(table("physician_title")) and text.bold}
        assert colors == {NOTICE_INK if marked else ACCENT}
    others = patient_drawings(reading, table)
    others += [screen_drawing(reading, range(12, 13), table), *contact_drawings(reading, [12], table, CALCIUM_WINDOW)]
    for drawing in others:
        assert (table("draft_mark") in page([drawing])) is marked
    assert score_json(reading)["status"] == (status or None)


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("lesions", ["FEW", "SMALL", "FORTY", "OUTSIDE", "EVERYWHERE"])
def test_the_signature_has_no_page_to_itself(make_reading: MakeReading, lesion_sets, language: str, lesions) -> None:  # type: ignore[no-untyped-def]
    """At least three references, which are the lines above it, stand on its page."""
    table = words(language)
    for texts in (ReportTexts(), ReportTexts(*["A sentence of a reader, of middle length, about what was seen."] * 5)):
        drawings = physician_drawings(make_reading(lesion_sets[lesions], texts=texts), table)
        assert page(drawings[-1:]).count("et al.") >= 3


def test_slices_are_drawn_smaller_where_that_saves_a_page(make_reading: MakeReading) -> None:
    def edges(drawings: list[Drawing]) -> set[float]:
        return {
            mark.box[3] - mark.box[1]
            for drawing in drawings
            for mark in drawing.marks
            if isinstance(mark, Rectangle) and mark.color == SCREEN
        }

    short, long = make_reading(), make_reading(remarks=(remark("series.kvp", attribute="KVP", kvp=(100.0,)),) * 2)
    assert edges(physician_drawings(short, words("de"))) == {172.0}
    assert max(edges(physician_drawings(long, words("de")))) < 172.0
    assert len(physician_drawings(long, words("de"))) == len(physician_drawings(short, words("de"))) == 4


@pytest.mark.parametrize("language", language_codes())
def test_nothing_beside_a_slice_is_cut(make_reading: MakeReading, lesion_sets, language: str) -> None:  # type: ignore[no-untyped-def]
    """Accession numbers have up to 16 characters; a cut one names another examination."""
    table, number = words(language), "W" * 16
    institution = "Institute of Radiology, Lakeside"
    reading = make_reading(lesion_sets["OUTSIDE"], study={"accession_number": number, "institution": institution})
    panel = page([screen_drawing(reading, range(12, 13), table)])
    assert "…" not in panel
    for whole in (number, "09:41", table.date(date(1957, 3, 14)), table("female"), "Radiology, Lakeside"):
        assert whole in panel


def test_date_and_signature_stand_at_the_end(make_reading: MakeReading) -> None:
    last = page(physician_drawings(make_reading(texts=ReportTexts(reported_on=date(2024, 6, 4))), words("en"))[-1:])
    assert "Status: not stated Date of report: Jun 4, 2024 Signature: Dana Evans" in last


def test_what_was_used_of_a_person_and_who_said_it(make_reading: MakeReading) -> None:
    """DICOM: 67 years, female, does not smoke."""
    reading = make_reading(person=Person(45, "female", "hispanic", **KNOWN))
    said = page(physician_drawings(reading, words("en")))
    assert "45 years (given; DICOM: 67 years), female" in said
    assert "yes (given; DICOM: no)" in said
    person = score_json(reading)["person"]
    assert person["age_years"] == {"value": 45, "source": "given", "dicom": 67}
    assert person["sex"] == {"value": "female", "source": "dicom", "dicom": None}
    assert person["smoker"] == {"value": True, "source": "given", "dicom": False}
    assert person["ethnicity"] == {"value": "hispanic", "source": "given", "dicom": None}
    (compared,) = score_json(reading)["interpretation"]["percentiles"]
    assert compared["group"] == {
        "group": "hispanic", "sex": "female", "age_from": 45, "age_to": 45, "nonzero_percent": 4,
    }  # fmt: skip
    group = score_json(reading)["interpretation"]["reference_group"]
    assert group == {
        "study": "MESA", "ethnicity": "hispanic", "sex": "female", "age_years": 45, "nonzero_percent": 4,
    }  # fmt: skip
    nobody = score_json(make_reading(person=Person()))
    assert nobody["person"]["age_years"] is None
    assert nobody["interpretation"]["percentiles"][0]["group"] is None
    assert nobody["interpretation"]["reference_group"] is None


@pytest.mark.parametrize(
    ("language", "endpoint"),
    [
        ("en", "coronary heart disease (CHD) in 10 years"),
        ("de", "koronaren Herzkrankheit (KHK) in 10 Jahren"),
        ("fr", "Risque coronarien à 10 ans"),
        ("es", "Riesgo coronario a 10 años"),
        ("pt", "Risco coronariano em 10 anos"),
    ],
)
def test_a_risk_stands_with_its_endpoint_and_every_input(
    make_reading: MakeReading, language: str, endpoint: str
) -> None:
    table = words(language)
    reading = make_reading(person=Person(67, "female", "white", **KNOWN))
    said = page(physician_drawings(reading, table)).replace("\u00a0", " ")
    assert endpoint in said
    for key in ("smoking", "total_cholesterol", "hdl_cholesterol", "systolic_blood_pressure", "family_history"):
        assert table(f"word_{key}") in said
    for value in ("200 mg/dL", "50 mg/dL", "130 mmHg"):
        assert value in said


def test_a_risk_is_printed_with_the_smoking_it_was_computed_with(make_reading: MakeReading) -> None:
    reading = make_reading(person=Person(67, "female", "white", **KNOWN))
    risk = reading.interpretation.mesa_chd_risk.value
    said = page(physician_drawings(reading, words("en")))
    assert f"MESA, with the calcium score: {risk:.1f} %; given:" in said
    assert "smoking yes (DICOM: no)" in said


def dataset(**values: object) -> Dataset:
    made = Dataset()
    for keyword, value in values.items():
        setattr(made, keyword, value)
    return made


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        ([], Technique()),
        ([dataset(CTDIvol=4.25), dataset(CTDIvol=4.25)], Technique(ctdi_vol_mgy=4.25)),
        ([dataset(CTDIvol=4.25), dataset(CTDIvol=4.5)], Technique()),  # not the same: not one value
        ([dataset(CTDIvol=0.0)], Technique()),
        ([dataset(CommentsOnRadiationDose="TotalDLP=61.5 mGy*cm")], Technique(dlp_mgy_cm=61.5)),
        ([dataset(CommentsOnRadiationDose="standard dose")], Technique()),
        ([dataset(CardiacSynchronizationTechnique="PROSPECTIVE")], Technique(gating="prospective")),
        ([dataset(CardiacSynchronizationTechnique="NONE")], Technique(gating="none")),
        ([dataset(CardiacSynchronizationTechnique="REALTIME")], Technique()),
    ],
)
def test_gating_and_dose_are_what_the_images_say(images: list[Dataset], expected: Technique) -> None:
    assert technique(images) == expected


def test_the_technique_has_dose_and_gating(make_reading: MakeReading) -> None:
    reading = make_reading()
    image = dataset(CTDIvol=4.25, CardiacSynchronizationTechnique="PROSPECTIVE")
    series = replace(reading.series, datasets=(image,) * 24)
    said = page(physician_drawings(replace(reading, series=series), words("en")))
    assert "CTDIvol 4.25 mGy" in said
    assert "ECG gating prospective, 75 %" in said
    assert "DLP not known" in said


def test_density_and_diffusivity_are_defined_with_their_references(make_reading: MakeReading) -> None:
    said = page(physician_drawings(make_reading(), words("en")))
    assert "Diffusivity: 1 less the share of the vessel with most calcium" in said
    for work in ("Agatston et al. 1990", "Criqui et al. 2014", "Blaha et al. 2016", "ACC/AHA guideline"):
        assert work in said


def test_the_command_line_takes_the_texts(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["report", "--help"])
    shown = capsys.readouterr().out
    for option in ("indication", "image-quality", "comparison", "extracardiac", "impression", "status"):
        assert f"--{option}" in shown
