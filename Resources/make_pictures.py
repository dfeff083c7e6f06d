"""Make the pictures of README and how-tos anew, from phantoms: python Resources/make_pictures.py

What is drawn there is what the commands of the how-tos write. The panel is taken by Testing/in_slicer/by_hand.py.
"""

import runpy
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
HOWTO = ROOT / "docs" / "howto" / "pictures"
CHEST_GUIDE, PHANTOM_CHECK = HOWTO / "chest_guide.png", HOWTO / "phantom_check.png"
AGREEMENT = HOWTO / "agreement.png"
"""Drawn by matplotlib, whose versions differ."""
sys.path[:0] = [str(ROOT / "SmartScore"), str(ROOT / "Testing")]

from qrm_in_code import Lies, build  # noqa: E402
from SmartScoreLib import compare, find_series, load_series, read_marks, score_cohort  # noqa: E402
from SmartScoreLib.comparison.followup import followup_with  # noqa: E402
from SmartScoreLib.interpretation.model import Person  # noqa: E402
from SmartScoreLib.lesions.model import LesionMap  # noqa: E402
from SmartScoreLib.lesions.territories import BY_KEY  # noqa: E402
from SmartScoreLib.phantom.series import phantom_series  # noqa: E402
from SmartScoreLib.phantom.standard import standard_phantom  # noqa: E402
from SmartScoreLib.phantom.volume import lesion_voxels  # noqa: E402
from SmartScoreLib.picture import Picture  # noqa: E402
from SmartScoreLib.quality.check import check_phantom  # noqa: E402
from SmartScoreLib.reading.read import make_reading  # noqa: E402
from SmartScoreLib.reports.chest.guide import chest_guide  # noqa: E402
from SmartScoreLib.reports.pages import patient_pages, physician_pages  # noqa: E402
from SmartScoreLib.reports.quality.page import check_picture  # noqa: E402
from SmartScoreLib.reports.slices.screen_saves import screen_saves  # noqa: E402
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice  # noqa: E402
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL  # noqa: E402


def main() -> None:
    """Write the pictures of reports, then those of the how-tos."""
    HOWTO.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for file, picture in drawn(Path(folder)).items():
            # Steps of four gray levels are not seen, and make small files.
            Image.fromarray(picture.pixels & 0xFC).save(file, optimize=True)
        two_readers(Path(folder))


def drawn(folder: Path) -> dict[Path, Picture]:
    """Every picture that the library draws itself, by its file; a test compares them with these files."""
    series, _ = build(Lies())
    check = check_picture(check_phantom(series), series)
    return reports() | earlier_scan(folder) | {CHEST_GUIDE: chest_guide(), PHANTOM_CHECK: check}


def earlier_scan(folder: Path) -> dict[Path, Picture]:
    """The page that compares two scans of docs/examples/trial_followup.py, and that of the aortic valve."""
    example("trial_followup.py", folder)
    readings = []
    for name in ("earlier", "today"):
        series = load_series(find_series(folder / name).candidates[0])
        marks = read_marks(folder / f"{name}.json", series)
        readings.append(make_reading(series, marks, DEFAULT_PROTOCOL, reader="A. Reader"))
    found = followup_with(readings[1], readings[0])
    pages = physician_pages(readings[1], followup=found)
    return {HOWTO / "followup.png": pages[-2], HOWTO / "aortic_valve.png": pages[1]}


def two_readers(folder: Path) -> None:
    """A figure of agreement, of docs/examples/trial_cohort.py."""
    example("trial_cohort.py", folder, "20")
    for reader in ("ada", "ben"):
        score_cohort(folder / "ct", folder / f"of {reader}", str(folder / reader), reader=reader, jobs=2)
    sources = {"Ada": folder / "of ada", "Ben": folder / "of ben"}
    compare(sources, folder / "agreement", by_lesion=False, formats=("png",))
    (figure,) = (folder / "agreement" / "figures").glob("bland-altman-*.png")
    picture = Image.open(figure).convert("RGB")
    picture.resize((picture.width // 2, picture.height // 2)).save(AGREEMENT, optimize=True)


def example(name: str, *words: object) -> None:
    """Run an example of the documentation."""
    sys.argv = [name, *map(str, words)]
    runpy.run_path(str(ROOT / "docs" / "examples" / name))


def reports() -> dict[Path, Picture]:
    """The first page of each report and the slice with the most territories."""
    phantom = standard_phantom(noise_hu=6, blur_mm=0.6)
    protocol = replace(DEFAULT_PROTOCOL, mass_factor=0.00075)
    person = Person(60, "male", "white")
    series = phantom_series(phantom)
    labels = np.zeros(series.geometry.shape, np.uint8)
    for lesion in phantom.lesions:
        for voxels, _ in lesion_voxels(lesion):
            labels[tuple(voxels.T)] = BY_KEY[lesion.territory].label
    reading = make_reading(series, LesionMap(series.geometry, (0, 0, 0), labels), protocol, person)
    slices = agatston_by_slice(reading)
    busiest = max(slices, key=lambda index: (len(slices[index]), sum(slices[index].values())))
    return {
        HERE / "physician.png": physician_pages(reading)[0],
        HERE / "patient.png": patient_pages(reading)[0],
        HERE / "screen.png": screen_saves(reading, [busiest])[0],
    }


if __name__ == "__main__":
    main()
