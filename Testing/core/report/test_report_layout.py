"""Every page of every kind of reading, in every language: texts in their cells, apart from each other, drawable."""

from dataclasses import replace
from datetime import date

import pytest

from layout import faults
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.interpretation.populations.table_file import population_of
from SmartScoreLib.picture import CALCIUM_WINDOW
from SmartScoreLib.reading.model import NO_TEXTS, Reading, ReportTexts
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.reports.drawing.drawing import Drawing, Image, Rectangle
from SmartScoreLib.reports.drawing.palette import PANEL
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.screen_saves import lesion_slices, screen_drawing
from SmartScoreLib.reports.slices.slice_view import slice_view

LONG_NAME = "Featherstonehaugh-Wolfeschlegelsteinhausen^Maximiliana Alexandra"
JAPANESE = "Yamada^Tarou=山田^太郎=やまだ^たろう"  # DICOM PS3.5 Annex H
COMMENT = ("The left anterior descending artery shows a long calcified segment; the distal part moved. " * 7)[:600]
ALL_KNOWN = {
    "diabetes": False,
    "smoker": True,
    "total_cholesterol_mg_dl": 200.0,
    "hdl_cholesterol_mg_dl": 50.0,
    "lipid_medication": False,
    "systolic_mmhg": 130.0,
    "blood_pressure_medication": False,
    "family_history": True,
}
KVP = remark("series.kvp", attribute="KVP (0018,0060)", kvp=(100.0,))
SPACING = remark("series.spacing", spacing_mm=4.5)
ISOTROPIC = remark("scoring.isotropic")
PROJECTION = remark("series.projection", attribute="Image Type (0008,0008)")
TEXTS = ReportTexts(
    "Chest pain; father had a heart attack at 50.", "Slight motion.", "CT of 2019.",
    "Nodule of 4 mm in the right lower lobe.", "", "draft", date(2024, 6, 4),
)  # fmt: skip
CONTRAST = remark("series.contrast", agent="Iomeprol", attribute="Contrast/Bolus Agent (0018,0010)")
OWN = population_of(
    "# name: Cohort of our hospital and its clinics\n# source: Quality report 2025, pages 3 to 12\n# people: 123456\n"
    "# years: 2001-2024\n# scanner: CT of 64 to 320 rows\n"
    "sex,group,age_from,age_to,p10,p30,p60,p95\nfemale,Northern districts,40,79,0,0,12.5,2000\n",
    "own.csv",
)
VARIANTS = {
    "several lesions": {},
    "zero score": {"lesions": ()},
    "zero score without person": {"lesions": (), "person": Person()},
    "not read": {"lesions": (), "zero_confirmed": False, "remarks": (KVP,)},
    "only calcium outside was read": {"lesions": "OUTSIDE", "zero_confirmed": False},
    "left dominance": {"lesions": "FORTY", "dominance": "left"},
    "ethnicity without percentile": {"person": Person(30, "female", "black"), "patient": {"age_years": 30}},
    "one small lesion": {"lesions": "SMALL"},
    "forty lesions": {"lesions": "FORTY"},
    "outside the coronaries": {"lesions": "OUTSIDE"},
    "everywhere": {"lesions": "EVERYWHERE", "remarks": (KVP, SPACING), "comment": COMMENT},
    "score of 3000": {"agatston": 3000.0, "person": Person(67, "male", "white")},
    "score above 10000": {"agatston": 12345.0, "person": Person(67, "male", "hispanic")},
    "below one": {"agatston": 0.3},
    "no age": {"person": Person(None, "female", "white"), "patient": {"age_years": None, "birth_date": None}},
    "age 30": {"person": Person(30, "male", "white"), "patient": {"age_years": 30}},
    "age 90": {"person": Person(90, "female", "chinese"), "patient": {"age_years": 90}},
    "white": {"person": Person(60, "male", "white")},
    "chinese": {"person": Person(60, "female", "chinese")},
    "black": {"person": Person(60, "male", "black")},
    "hispanic": {"person": Person(60, "female", "hispanic")},
    "no ethnicity": {"person": Person(60, "female", None)},
    "all risk factors": {"person": Person(60, "female", "hispanic", **ALL_KNOWN)},
    "diabetes": {"person": Person(60, "female", "hispanic", **{**ALL_KNOWN, "diabetes": True})},
    "both risks": {"person": Person(60, "female", "hispanic", **ALL_KNOWN, statin=False, egfr_ml_min=85.0)},
    "cac-drs, hoff": {"choices": InterpretationChoices(CLASSIFICATIONS["cac-drs"], (population(HOFF),))},
    "rumberger, two populations": {
        "choices": InterpretationChoices(CLASSIFICATIONS["rumberger-1999"], (population(MESA), population(HOFF))),
    },
    "two populations, none for this person": {
        "choices": InterpretationChoices(populations=(population(MESA), population(HOFF))),
        "person": Person(20, "male", "white"), "patient": {"age_years": 20},
    },
    "own table, quotes": {
        "choices": InterpretationChoices(populations=(OWN, population(MESA)), quotes=True),
        "person": Person(60, "female", "white", group="Northern districts"), "agatston": 2345.0,
    },
    "zero, own table": {"choices": InterpretationChoices(populations=(OWN,)), "lesions": (),
                        "person": Person(60, "female", group="Northern districts")},
    "zero, hoff": {"choices": InterpretationChoices(populations=(population(HOFF),)), "lesions": (),
                   "person": Person(68, "male")},
    "no mass": {"mass_factor": None},
    "tube voltage": {"remarks": (KVP,)},
    "contrast": {"remarks": (KVP, CONTRAST)},
    "unreviewed": {"reviewed": False, "remarks": (KVP, CONTRAST)},
    "unreviewed without coronary lesions": {"reviewed": False, "lesions": "OUTSIDE"},
    "long name": {
        "patient": {"name": LONG_NAME, "patient_id": "X" * 64},
        "study": {"referring_physician": LONG_NAME, "institution": "Institute " * 6, "accession_number": "9" * 16},
        "reader": LONG_NAME,
    },
    "no name": {
        "patient": {
            "name": "", "patient_id": "", "birth_date": None, "age_years": None, "sex": None, "size_m": None,
            "weight_kg": None, "smoking_status": "",
        },
        "study": {
            "study_date": None, "study_time": None, "accession_number": "", "referring_physician": "",
            "institution": "",
        },
        "reader": "",
        "person": Person(),
    },
    "umlauts": {"patient": {"name": "Müller-Lüdenscheidt^Åse Zoë^^Prof. Dr."}, "reader": "Ibáñez^Begoña"},
    "japanese": {"patient": {"name": JAPANESE}},
    "ideographs only": {"patient": {"name": "=山田^太郎=やまだ^たろう"}},
    "long comment": {"comment": COMMENT},
    "everything at once": {
        "lesions": "EVERYWHERE", "agatston": 5.0, "remarks": (KVP, SPACING, ISOTROPIC), "texts": TEXTS,
        "person": Person(50, "female", "chinese", **{**ALL_KNOWN, "diabetes": True}), "comment": COMMENT,
    },
    "two limits and a branch": {"lesions": "FORTY", "remarks": (KVP, SPACING), "person": Person(84, "male", "black")},
    "invalid twice": {"remarks": (KVP, CONTRAST, PROJECTION, SPACING), "texts": TEXTS},
    "draft": {"texts": replace(NO_TEXTS, status="draft")},
    "final": {"texts": replace(TEXTS, status="final", impression="Normal.\nNo further comment.")},
    "long texts": {"texts": ReportTexts(*[COMMENT * 3] * 5, "final")},
    "invalid with a long name": {
        "remarks": (CONTRAST,), "patient": {"name": LONG_NAME, "patient_id": "X" * 64}, "texts": TEXTS,
    },
}  # fmt: skip


@pytest.fixture(params=VARIANTS)
def reading(request, make_reading, lesion_sets) -> Reading:  # type: ignore[no-untyped-def]
    options = dict(VARIANTS[request.param])
    lesions = options.pop("lesions", "FEW")
    return make_reading(lesion_sets[lesions] if isinstance(lesions, str) else lesions, **options)


def drawings(reading: Reading, language: str) -> list[tuple[str, Drawing]]:
    table = words(language)
    pages = [(f"physician {n}", page) for n, page in enumerate(physician_drawings(reading, table), 1)]
    pages += [(f"patient {n}", page) for n, page in enumerate(patient_drawings(reading, table), 1)]
    slices = lesion_slices(reading)[:1]
    pages += [
        (f"contact {n}", page) for n, page in enumerate(contact_drawings(reading, slices, table, CALCIUM_WINDOW), 1)
    ]
    pages += [(f"slice {index}", screen_drawing(reading, range(index, index + 1), table)) for index in slices]
    return pages


@pytest.mark.parametrize("language", language_codes())
def test_every_page_is_laid_out_without_fault(reading: Reading, language: str) -> None:
    for name, drawing in drawings(reading, language):
        assert drawing.texts, name
        assert faults(drawing) == [], name


@pytest.mark.parametrize("language", language_codes())
def test_the_result_of_a_patient_stays_on_the_first_of_two_pages(reading: Reading, language: str) -> None:
    pages = patient_drawings(reading, words(language))
    assert len(pages) == (2 if reading.interpretation.withheld is None else 1)
    assert words(language)("patient_result_title") in {text.text for text in pages[0].texts}


def test_physician_pages_are_512_and_patient_pages_1024_pixels(make_reading) -> None:  # type: ignore[no-untyped-def]
    from SmartScoreLib.reports.pages import patient_pages, physician_pages

    reading = make_reading()
    assert {page.pixels.shape for page in physician_pages(reading)} == {(512, 512, 3)}
    assert {page.pixels.shape for page in patient_pages(reading)} == {(1024, 1024, 3)}


def test_nothing_written_on_a_slice_covers_a_lesion(make_reading, lesion_sets) -> None:  # type: ignore[no-untyped-def]
    reading = make_reading(lesion_sets["EVERYWHERE"])
    for index in lesion_slices(reading):
        drawing = screen_drawing(reading, range(index, index + 1), words("en"))
        plates = [m.box for m in drawing.marks if isinstance(m, Rectangle) and m.color == PANEL and m.box[2] <= 768]
        image = next(mark for mark in drawing.marks if isinstance(mark, Image))
        pieces = slice_view(reading, range(index, index + 1), (0, 0, 256, 256), (768, 768)).components
        assert pieces
        assert image.box[:2] == (0, 0)
        for _, lesion in pieces:
            for plate in plates:
                apart = plate[2] <= lesion[0] or lesion[2] <= plate[0] or plate[3] <= lesion[1] or lesion[3] <= plate[1]
                assert apart, (index, plate, lesion)
        names = [text.text for text in drawing.texts if text.x < 768]
        assert len([name for name in names if not name.endswith("mm") and len(name) > 1]) == len(pieces)
