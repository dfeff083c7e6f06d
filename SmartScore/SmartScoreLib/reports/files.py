"""The pages and screen saves as PNG files."""

from pathlib import Path

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.picture import Picture, Undrawn, drawn
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.pages import patient_pages, physician_pages
from SmartScoreLib.reports.slices.screen_saves import contact_sheet, lesion_slices, undrawn_screens
from SmartScoreLib.whole_file import whole_file


def write_pngs(reading: Reading, folder: Path, language: str = "en", followup: Followup | None = None) -> list[Path]:
    """Write physician-1.png, patient-1.png, contact-1.png, slice-023.png (counted from 1, inferior to superior) ...

    Raises:
        WrongUsage: there is no such language.
        OSError: the folder cannot be written.
    """
    pictures: dict[str, Picture | Undrawn] = {}
    for kind, pages in (
        ("physician", physician_pages(reading, language, followup)),
        ("patient", patient_pages(reading, language, followup)),
        ("contact", contact_sheet(reading, language)),
    ):
        pictures |= {f"{kind}-{number}.png": page for number, page in enumerate(pages, 1)}
    for index, picture in zip(lesion_slices(reading), undrawn_screens(reading, language=language), strict=True):
        pictures[f"slice-{index + 1:03d}.png"] = picture
    folder.mkdir(parents=True, exist_ok=True)
    return [write_png(drawn(picture), folder / name) for name, picture in pictures.items()]


def write_png(picture: Picture, path: Path) -> Path:
    """Write one picture.

    Raises:
        OSError: the file cannot be written.
    """
    from PIL import Image

    with whole_file(path) as file:
        Image.fromarray(picture.pixels).save(file)
    return path
