"""One row more in the table is read, counted and colored: no other file is touched.

In the number of vessels (N of CAC-DRS) the added artery belongs to LCX here. The real table has no such row, and leaves
its key, label and names free.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROW = """    Territory(
        key="XX",
        name="Added artery",
        label=200,
        sct_code="",
        sct_meaning="",
        color=(120, 60, 20),
        vessel="LCX",
        shortcut="x",
        synonyms=("added branch",),
    ),
"""

SCRIPT = """
import json
import sys
from pathlib import Path

import numpy as np
import SimpleITK as sitk

from SmartScoreLib.lesions.clicking import click
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score, vessel_scores
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

shape = (3, 20, 20)
axes = ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
geometry = VolumeGeometry(shape, (3.0, 1.0, 1.0), (0.0, 0.0, 0.0), axes)
hu = np.zeros(shape, np.int16)
hu[1, 4:6, 4:6] = 250  # 4 mm2, weight 2: Agatston 8
hu[1, 12:14, 12:14] = 450  # 4 mm2, weight 4: Agatston 16
series = CTSeries(hu, geometry)

labels = np.zeros(shape, np.uint8)
labels[1, 4:6, 4:6] = 1
labels[1, 12:14, 12:14] = 2
image = sitk.GetImageFromArray(labels)
image.SetSpacing((1.0, 1.0, 3.0))
file = Path(sys.argv[1]) / "marks.seg.nrrd"
for number, name in enumerate(("Added branch", "LAD")):
    for field, value in (("Name", name), ("LabelValue", str(number + 1)), ("Layer", "0")):
        image.SetMetaData(f"Segment{number}_{field}", value)
sitk.WriteImage(image, str(file))

found = {}
by_click = click(series, click(series, None, (4, 4, 3), "XX"), (12, 12, 3), "LAD")
for name, marks in (("file", read_marks(file, series, 130)), ("click", by_click)):
    sheet = score(hu, marks, DEFAULT_PROTOCOL)
    found[name] = {
        "territories": {t.key: t.agatston for t in sheet.territories if t.agatston},
        "counts": {t.key: t.counts for t in sheet.territories}["XX"],
        "total": sheet.total.agatston,
        "vessels": sheet.total.vessels,
        "by_vessel": {key: value for key, value in vessel_scores(sheet.territories).items() if value},
    }
print(json.dumps(found))
"""


def test_a_new_artery_is_counted_with_one_row_more(repository: Path, tmp_path: Path) -> None:
    package = tmp_path / "SmartScoreLib"
    shutil.copytree(repository / "SmartScore" / "SmartScoreLib", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository / "scripted_module.json", tmp_path)
    table = package / "lesions" / "territories.py"
    before, marker, after = table.read_text().partition(")\n\nBY_KEY")
    assert marker
    table.write_text(before + ROW + marker + after)
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    expected = {
        "territories": {"XX": 8.0, "LAD": 16.0},
        "counts": True,
        "total": 24.0,
        "vessels": 2,  # LCX, to which the artery belongs, and LAD
        "by_vessel": {"LCX": 8.0, "LAD": 16.0},
    }
    found = json.loads(run.stdout)
    for one in found.values():
        one["territories"] = {key: round(value, 9) for key, value in one["territories"].items()}
        one["by_vessel"] = {key: round(value, 9) for key, value in one["by_vessel"].items()}
    assert found == {"file": expected, "click": expected}
