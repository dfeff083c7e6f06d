"""Peak memory of what is done with a series, as a ratio to its int16 volume; each in a process of its own."""

import json
from pathlib import Path

import numpy as np
import SimpleITK

from phantoms import phantom_lesion_map
from run import Case, Row
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.phantom.marks import phantom_clicks
from timing import peak_mb

GOAL = 1.5
# In smaller volumes what takes the same room in all of them, such as fonts and pages, would be measured.
_LEAST_SLICES = 300

_IMPORTS = """
from pathlib import Path
import highdicom, numpy, PIL.Image, scipy.ndimage, SimpleITK
from SmartScoreLib import ExportChoices, export, find_series, load_series, make_reading, read_marks, report
from SmartScoreLib.proposal.mark_all import mark_all
from SmartScoreLib.scoring.presets import PRESETS
# start
"""
_LOAD = "series = load_series(find_series([{images!r}]).candidates[0])\n"
_CLICKS = _LOAD + "reading = make_reading(series, read_marks({clicks!r}, series), reader='A')\n"
_PATHS = {
    "read": _LOAD,
    "clicks and score": _CLICKS,
    "isotropic volume": _CLICKS.replace("reader='A'", "reader='A', protocol=PRESETS['Siemens']"),
    "mask and score": _CLICKS.replace("clicks", "mask"),
    "candidates and score": _LOAD + "make_reading(series, mark_all(series, 130))\n",
    "pages and screen saves": _CLICKS + "report(reading, png={pages!r})\n",
    "saving": _CLICKS + "export(reading, {database!r}, ExportChoices(True, True, True, 'auto'))\n",
}


def measure(case: Case) -> list[Row]:
    """Every path at 300 slices and more."""
    n = len(case.files)
    if n < _LEAST_SLICES:
        return []
    folder = case.folder.parent
    places = {
        "images": str(case.folder),
        "clicks": str(folder / f"clicks-memory-{n}.json"),
        "mask": str(folder / f"memory-{n}.nii.gz"),
        "pages": str(folder / f"pages-{n}"),
        "database": str(folder / f"database-{n}"),
    }
    Path(places["clicks"]).write_text(json.dumps(phantom_clicks(case.phantom)))
    _write_mask(case, Path(places["mask"]))
    megabytes = float(np.prod(case.phantom.geometry.shape)) * 2 / 2**20
    rows = []
    for name, code in _PATHS.items():
        before, peak = peak_mb(_IMPORTS + code.format(**places))
        ratio = (peak - before) / megabytes
        rows.append(Row(n, f"memory: {name}", f"{ratio:.2f} x int16 volume", f"<= {GOAL} x", ratio <= GOAL))
    return rows


def _write_mask(case: Case, path: Path) -> None:
    marks, geometry = phantom_lesion_map(case.phantom), case.phantom.geometry
    labels = np.zeros(geometry.shape, np.uint8)
    labels[marks.box] = marks.labels
    image = SimpleITK.GetImageFromArray(labels)
    image.SetSpacing(geometry.spacing_mm[::-1])
    image.SetOrigin(geometry.origin_lps_mm)
    image.SetDirection(np.array(geometry.directions[::-1]).T.ravel().tolist())
    SimpleITK.WriteImage(image, str(path), useCompression=True)
    names = "".join(f"{one.label},{one.key}\n" for one in TERRITORIES)
    path.with_name(path.name.removesuffix(".nii.gz") + ".csv").write_text(names)
