"""Databases with the scans of one phantom person at several dates, each with its saved reading."""

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from phantoms import phantom_lesion_map
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.phantom.visits import visit
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

GRID: Mapping[str, float] = {"slices": 30, "rows": 80, "columns": 80, "pixel_mm": 2.4, "spacing_mm": 4.0}


def add(
    folder: Path, number: int, *, read: bool = True, seed: str = "", grid: Mapping[str, float] = GRID, **headers: object
) -> str:
    """A visit into a database folder, with its reading; the Series Instance UID. Two of one visit need two seeds."""
    made = visit(number, **grid)
    options = made.options(**headers)
    images = folder.with_name(f"{folder.name}-{number}{seed}")
    write_phantom(made.phantom, images, replace(options, uid_seed=f"{options.uid_seed}{seed}"))
    database = FolderDatabase(folder)
    database.insert(sorted(images.iterdir()))
    shutil.rmtree(images)
    uid = database.series_instance_uids()[-1]
    if read:
        series = load_series(find_series(database.series_files(uid)).candidates[0])
        lesions = replace(phantom_lesion_map(made.phantom), geometry=series.geometry)
        reading = make_reading(series, lesions, DEFAULT_PROTOCOL, reader="Ada")
        export(reading, database, ExportChoices(structured_report=True))
    return uid


@cache
def three_dates() -> Path:
    """A database with the readings of 2017-03-20, 2020-01-15 and 2026-01-15; nobody writes into it."""
    place = Path(tempfile.mkdtemp(prefix="smartscore-followup-"))
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    for number in (0, 1, 3):
        add(place / "database", number)
    return place / "database"
