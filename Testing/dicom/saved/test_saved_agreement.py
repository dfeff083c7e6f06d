"""Readings of two readers out of one database, compared as a user does: scores, lesions, and who is whom."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading


def test_saved_readings_of_two_readers_are_compared_by_score_and_by_lesion(
    reading: Reading, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lad = BY_KEY["LAD"].label
    marks = replace(reading.lesions, labels=np.where(reading.lesions.labels == lad, 0, reading.lesions.labels))
    second = make_reading(reading.series, marks, reading.sheet.protocol, reader="Ben")
    database = FolderDatabase(tmp_path / "db")
    database.insert(list(reading.series.files))
    for one in (replace(reading, reader="Ada"), second):
        export(one, database, ExportChoices(segmentation=True, structured_report=True))
    assert main(["compare", str(tmp_path / "db"), "--by", "reader", "--reference", "Ada", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {one["name"]: one["exams"] for one in found["methods"]} == {"Ada": 1, "Ben": 1}
    values = {(one["territory"], one["measure"], one["statistic"]): one["value"] for one in found["statistics"]}
    total, of_lad = reading.sheet.total, next(row for row in reading.sheet.territories if row.key == "LAD")
    assert values["TOTAL", "agatston", "bias"] == pytest.approx(second.sheet.total.agatston - total.agatston)
    assert values["LAD", "agatston", "bias"] == pytest.approx(-of_lad.agatston)
    assert values["TOTAL", "lesions", "predictive_value"] == 1
    assert values["LAD", "lesions", "sensitivity"] == 0
    assert 0 < values["TOTAL", "lesions", "sensitivity"] < 1
