"""Make two scans of one phantom to try things on, five years apart, with clicks on every lesion: calcium has grown.

    python docs/examples/trial_followup.py trial

makes `trial/earlier` and `trial/today` with CT images, `trial/earlier.json` and `trial/today.json` with clicks.
"""

import json
import sys
from pathlib import Path

from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import STANDARD_LESIONS, standard_phantom
from SmartScoreLib.phantom.write import write_phantom

folder = Path(sys.argv[1])
smaller = [(key, place, 0.7 * wide, 0.7 * long, *hu) for key, place, wide, long, *hu in STANDARD_LESIONS[:8]]
for name, date, lesions in (("earlier", "20201104", smaller), ("today", "20251106", STANDARD_LESIONS)):
    phantom = standard_phantom(rows=256, columns=256, pixel_mm=0.8, slices=40, spacing_mm=3.0, lesions=lesions)
    who = {"PatientID": "TRIAL", "PatientName": "Trial^Phantom", "PatientBirthDate": "19600515", "StudyDate": date}
    write_phantom(phantom, folder / name, uid_seed=name, attributes=who | {"PatientAge": ""})
    (folder / f"{name}.json").write_text(json.dumps(phantom_clicks(phantom)), encoding="utf-8")
print(f"two scans in {folder / 'earlier'} and {folder / 'today'}")
