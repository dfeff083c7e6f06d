"""A territory is a row of the table: one that is added to it is on every page, by its anatomical name."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.screen_saves import screen_drawing

ADDED = """
import importlib.util, json, sys
from dataclasses import replace
sys.path.insert(0, {module!r})
from SmartScoreLib.lesions import territories
added = replace(
    territories.BY_KEY["LM"], key="XX", name="Added artery", label=200, vessel="LCX", color=(120, 60, 20),
    place=territories.HeartPlace((61, 44), (((66, 52), (72, 62), (84, 76)),), "right", 63, 97, (76, 66)),
)
territories.TERRITORIES = (*territories.TERRITORIES, added)
territories.BY_KEY["XX"] = territories.BY_LABEL[200] = added
found = importlib.util.spec_from_file_location("readings", {readings!r})
readings = importlib.util.module_from_spec(found)
found.loader.exec_module(readings)
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.reports.slices.contact_sheet import contact_drawings
from SmartScoreLib.reports.slices.screen_saves import lesion_slices, screen_drawing
from SmartScoreLib.picture import CALCIUM_WINDOW
reading = readings.build_reading((("XX", 12, 90, 150, 1, 6, 450),))
pages = {{}}
for language in language_codes():
    table = words(language)
    drawn = {{
        "physician": physician_drawings(reading, table),
        "patient": patient_drawings(reading, table),
        "screen": [screen_drawing(reading, range(12, 13), table)],
        "contact": contact_drawings(reading, lesion_slices(reading), table, CALCIUM_WINDOW),
    }}
    pages[language] = {{kind: [t.text for d in of for t in d.texts] for kind, of in drawn.items()}}
print(json.dumps(pages))
"""


def test_a_new_territory_is_on_every_page_by_its_anatomical_name(repository: Path) -> None:
    """6 x 6 pixels of 0.64 mm2, weight 4, slices of 2.5 mm: 76.8."""
    program = ADDED.format(module=str(repository / "SmartScore"), readings=str(Path(__file__).with_name("conftest.py")))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    pages = json.loads(done.stdout)
    assert set(pages) >= {"en", "de", "fr", "es", "pt"}
    for language, texts in pages.items():
        row = texts["physician"].index("Added artery")
        assert texts["physician"][row + 1 : row + 3] == ["1", "77"], language
        assert {"Added artery", "XX\u00a0: 77" if language == "fr" else "XX: 77"} <= set(texts["patient"]), language
        assert any(text.startswith("Added") for text in texts["screen"]), language
        assert "Added artery" in texts["contact"], language


UNKNOWN = ("CORONARY", 12, 90, 150, 1, 6, 450)
LAD = ("LAD", 9, 120, 190, 1, 6, 450)


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("lesions", [(UNKNOWN,), (UNKNOWN, LAD)], ids=["alone", "beside a vessel"])
def test_calcium_of_no_known_vessel_is_on_every_page_and_makes_no_zero_of_the_arteries(
    make_reading: Callable[..., Reading], language: str, lesions: tuple[object, ...]
) -> None:
    """6 x 6 pixels of 0.64 mm2, weight 4, slices of 2.5 mm: 76.8 in each lesion."""
    reading, table = make_reading(lesions), words(language)
    physician = [text.text for page in physician_drawings(reading, table) for text in page.texts]
    row = physician.index(table("territory_CORONARY"))
    assert physician[row + 1 : row + 3] == ["1", "77"]
    category = "CAC-DRS A1" if len(lesions) == 1 else "CAC-DRS A2"
    assert category in physician, "without a number of vessels"
    assert table("vessels", number="-") in physician
    whole = " ".join(physician)
    total = "77" if len(lesions) == 1 else "154"
    grade = table("grade_acc-aha-2026_mild" if len(lesions) == 1 else "grade_acc-aha-2026_moderate")
    said = table("impression", score=total, category=category[8:])
    said = table("impression_acc-aha-2026", said=said, grade=grade, classification="ACC/AHA 2026")
    assert table("impression_vessels_unknown", said=said) in whole
    patient = [text.text for page in patient_drawings(reading, table) for text in page.texts]
    assert table("patient_heart_unassigned", score="77") in " ".join(patient)
    for key in ("LM", "LCX", "RCA", "LAD"):
        value = "77" if key == "LAD" and len(lesions) == 2 else "-"
        assert f"{table.abbreviation(key)}{table('locale_colon')} {value}" in patient
    screen = [text.text for text in screen_drawing(reading, range(12, 13), table).texts]
    assert any(text.startswith(table("territory_CORONARY").split()[0]) for text in screen)


@pytest.mark.parametrize("language", language_codes())
def test_without_such_calcium_no_page_has_a_row_for_it(make_reading: Callable[..., Reading], language: str) -> None:
    reading, table = make_reading((LAD,)), words(language)
    pages = [*physician_drawings(reading, table), *patient_drawings(reading, table)]
    pages.append(screen_drawing(reading, range(9, 10), table))
    assert table("territory_CORONARY") not in [text.text for page in pages for text in page.texts]
    assert "CAC-DRS A1/N1" in [text.text for page in pages for text in page.texts]
