"""Make a cohort to try things on: exams of small phantoms, and the clicks of two readers, who do not quite agree.

    python docs/examples/trial_cohort.py trial 20

makes `trial/ct/P001` and so on, `trial/ada/P001.json` and `trial/ben/P001.json`.
"""

import json
import random
import sys
from pathlib import Path

from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import STANDARD_LESIONS, standard_phantom
from SmartScoreLib.phantom.write import write_phantom

folder, exams = Path(sys.argv[1]), int(sys.argv[2])
chance = random.Random(1)
for number in range(1, exams + 1):
    name = f"P{number:03}"
    lesions = [lesion for lesion in STANDARD_LESIONS if chance.random() < 0.6]
    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=3.0, lesions=lesions)
    write_phantom(phantom, folder / "ct" / name, uid_seed=name, attributes={"PatientID": name, "PatientName": name})
    clicks = phantom_clicks(phantom)
    for reader, sees in (("ada", 1.0), ("ben", 0.9)):
        seen = {**clicks, "seeds": [seed for seed in clicks["seeds"] if chance.random() < sees]}
        (folder / reader).mkdir(parents=True, exist_ok=True)
        (folder / reader / f"{name}.json").write_text(json.dumps(seen), encoding="utf-8")
print(f"{exams} exams in {folder / 'ct'}, marks in {folder / 'ada'} and {folder / 'ben'}")
