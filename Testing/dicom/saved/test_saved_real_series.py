"""Readings of real scanners' series: saved, judged by the validator, and opened as they were."""

import numpy as np
import pytest

from dicom.saved.conftest import dciodvfy, whole
from SmartScoreLib import ExportChoices, export, find_readings, open_reading
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

SERIES = (
    "acrin_flt_breast_013_chest120kv",
    "cptac-c3n00247-siemens-contrast",
    "dcm_qa_ct_ge_tilt_varspacing",
    "dcm_qa_ct_philips_mixed",
    "lungdx-a0001-philips-noncontrast",
    "qrm_canon_large_rep1",
    "totalseg_j2k_emptyuids",
)
ALL = ExportChoices(segmentation=True, structured_report=True, presentation=True)
KNOWN = (
    "Unrecognized defined term = <99SMARTSCORE>",
    # What the source lacks or has so is copied so.
    "Missing attribute or value that would be needed to build DICOMDIR",
    "Retired Person Name form",
    "Laterality(0020,0060)> - is only permitted to be empty when actually unknown",
    "Retired attribute",
)


def marked(series) -> LesionMap:
    """The brightest part of the middle of the volume, parted among the territories by columns."""
    slices, rows, columns = series.geometry.shape
    box = np.s_[slices // 3 : slices // 3 + 6, rows // 4 : 3 * rows // 4, columns // 4 : 3 * columns // 4]
    bright = series.hu[box] >= 200
    labels = np.where(bright, 1 + np.arange(bright.shape[2]) % 9, 0).astype(np.uint8)
    return LesionMap(series.geometry, (slices // 3, rows // 4, columns // 4), labels)


@pytest.mark.parametrize("name", SERIES)
def test_a_reading_of_a_real_series_is_valid_and_opens_as_it_was(tmp_path, real_data, name):
    if not (real_data / name).is_dir():
        pytest.skip(f"{name} is not on this machine")
    scorable = [one for one in find_series([real_data / name]).candidates if one.scorable]
    if not scorable:
        pytest.skip(f"{name} holds no series that can be scored")
    series = load_series(scorable[0])
    reading = make_reading(series, marked(series), DEFAULT_PROTOCOL, reader="Ada")
    written = export(reading, tmp_path / "db", ALL)
    database = FolderDatabase(tmp_path / "db")
    for one in written:
        for file in database.series_files(one.series_instance_uid):
            said = [line for line in dciodvfy(file) if not any(known in line for known in KNOWN)]
            assert said == [], file
    (saved,) = find_readings([tmp_path / "db", real_data / name])
    opened = open_reading(saved)
    assert np.array_equal(whole(opened.lesions), whole(reading.lesions))
    assert opened.sheet == reading.sheet
