"""A territory is a row of the table: the ramus intermedius, added to it, is on every page."""

import json
import subprocess
import sys
from pathlib import Path

ADDED = """
import importlib.util, json, sys
from dataclasses import replace
sys.path.insert(0, {module!r})
from SmartScoreLib.lesions import territories
ramus = replace(
    territories.BY_KEY["LM"], key="RI", name="Ramus intermedius", label=11, vessel="LCX", color=(120, 60, 20),
    place=territories.HeartPlace((61, 44), (((66, 52), (72, 62), (84, 76)),), "right", 63, 97, (76, 66)),
)
territories.TERRITORIES = (*territories.TERRITORIES, ramus)
territories.BY_KEY["RI"] = territories.BY_LABEL[11] = ramus
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
reading = readings.build_reading((("RI", 12, 90, 150, 1, 6, 450),))
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
        row = texts["physician"].index("Ramus intermedius")
        assert texts["physician"][row + 1 : row + 3] == ["1", "77"], language
        assert {"Ramus intermedius", "RI\u00a0: 77" if language == "fr" else "RI: 77"} <= set(texts["patient"]), (
            language
        )
        assert any(text.startswith("Ramus") for text in texts["screen"]), language
        assert "Ramus intermedius" in texts["contact"], language
