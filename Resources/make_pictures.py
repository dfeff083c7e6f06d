"""Make the pictures of the README anew, from the phantom: python Resources/make_pictures.py"""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "SmartScore"))

from SmartScoreLib.interpretation.model import Person  # noqa: E402
from SmartScoreLib.lesions.model import LesionMap  # noqa: E402
from SmartScoreLib.lesions.territories import BY_KEY  # noqa: E402
from SmartScoreLib.phantom.series import phantom_series  # noqa: E402
from SmartScoreLib.phantom.standard import standard_phantom  # noqa: E402
from SmartScoreLib.phantom.volume import lesion_voxels  # noqa: E402
from SmartScoreLib.picture import Picture  # noqa: E402
from SmartScoreLib.reading.read import make_reading  # noqa: E402
from SmartScoreLib.reports.chest.guide import chest_guide  # noqa: E402
from SmartScoreLib.reports.pages import patient_pages, physician_pages  # noqa: E402
from SmartScoreLib.reports.slices.screen_saves import screen_saves  # noqa: E402
from SmartScoreLib.reports.slices.slice_marks import agatston_by_slice  # noqa: E402
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL  # noqa: E402


def main() -> None:
    """Write the first page of each report and the slice with the most territories, and the guide of chest CT."""
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
    _save(physician_pages(reading)[0], "physician.png")
    _save(patient_pages(reading)[0], "patient.png")
    _save(screen_saves(reading, [busiest])[0], "screen.png")
    _save(chest_guide(), "../docs/howto/chest_guide.png")


def _save(picture: Picture, name: str) -> None:
    # Steps of four gray levels are not seen, and make small files.
    Image.fromarray(picture.pixels & 0xFC).save(HERE / name, optimize=True)


if __name__ == "__main__":
    main()
