"""The list of series as a reader wants it: searched, sorted, with who read it; 5,000 series are no burden."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from SmartScoreLib.reading.model import SavedVersion
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.scene.series_rows import SeriesRow, readingRows
from SmartScoreLib.scene.worklist import Order, arranged, newestReading, nextUnread

ROWS = (
    SeriesRow("1", "Meier, Anna", "2026-03-01", "CaSc 3.0", 48, patientId="M-17"),
    SeriesRow("2", "Zorn, Otto", "2026-02-01", "CaSc 3.0", 60, patientId="Z-3", phase="phase 75 %"),
    SeriesRow("3", "Abel, Kain", "2026-01-01", "Chest 1.0", 300, patientId="A-9"),
    replace(SeriesRow("4", "Zorn, Otto", "2025-12-01", "reduced", 9), ownOutput=True),
)


def reading(
    series: str, status: str = "draft", reader: str = "Dr. B", number: int = 1, replaced: bool = False
) -> SavedReading:
    return SavedReading(
        Path(f"{series}-{number}.dcm"),
        SavedVersion("s", "r", "c", f"{series}.{number}", number, status=status),  # type: ignore[arg-type]
        series,
        reader=reader,
        made_on=datetime(2026, 3, 2, 12, number),
        replaced=replaced,
    )


READINGS = readingRows([reading("2", "final", "Dr. A", 2), reading("2", "draft", "Dr. A", 1, replaced=True)])


def uids(lines: list[SeriesRow]) -> list[str]:
    return [line.series_instance_uid + ("r" if line.reading else "") for line in lines]


def test_readings_stand_below_their_series_and_own_output_is_no_new_ct() -> None:
    assert uids(arranged(ROWS, READINGS, Order())) == ["1", "2", "2r", "2r", "3"]


@pytest.mark.parametrize(
    ("search", "found"),
    [("zorn", ["2", "2r", "2r"]), ("casc 3", ["1", "2", "2r", "2r"]), ("m-17", ["1"]), ("2026-01", ["3"]),
     ("75", ["2", "2r", "2r"]),
     ("zorn chest", []), ("  ", ["1", "2", "2r", "2r", "3"])],
)  # fmt: skip
def test_the_search_finds_all_words_in_patient_id_date_series_and_phase(search: str, found: list[str]) -> None:
    assert uids(arranged(ROWS, READINGS, Order(search=search))) == found


@pytest.mark.parametrize(
    ("column", "descending", "order"),
    [("patient", False, ["3", "1", "2"]), ("patient", True, ["2", "1", "3"]), ("date", False, ["3", "2", "1"]),
     ("slices", True, ["3", "2", "1"]), ("series", False, ["1", "2", "3"]), ("read", True, ["2", "1", "3"])],
)  # fmt: skip
def test_a_column_sorts_series_and_takes_their_readings_along(column: str, descending: bool, order: list[str]) -> None:
    lines = arranged(ROWS, READINGS, Order(column=column, descending=descending))
    assert [uid for uid in uids(lines) if not uid.endswith("r")] == order
    at = uids(lines).index("2")
    assert uids(lines)[at : at + 3] == ["2", "2r", "2r"]


def test_the_newest_reading_that_nothing_replaced_stands_for_its_series() -> None:
    newest = newestReading(ROWS[1], READINGS)
    assert newest is not None
    assert (newest.status, newest.reader, newest.version.number) == ("final", "Dr. A", 2)
    assert newestReading(ROWS[0], READINGS) is None
    assert uids(arranged(ROWS, READINGS, Order(unread=True))) == ["1", "3"]


def test_the_next_unread_is_never_a_read_refused_or_shown_one_and_goes_around() -> None:
    lines = arranged(ROWS, READINGS, Order())
    assert nextUnread(lines, READINGS, None) == ROWS[0]
    assert nextUnread(lines, READINGS, ROWS[0].key) == ROWS[2]
    assert nextUnread(lines, READINGS, ROWS[2].key) == ROWS[0]
    refused = [replace(ROWS[0], checked=True, refusals=(remark("scene.files_lost"),)), *ROWS[1:3]]
    assert nextUnread(refused, READINGS, ROWS[2].key) is None


def test_a_reading_of_one_phase_is_none_of_another() -> None:
    phases = [replace(ROWS[1], label=label, checked=True) for label in ("phase 40 %", "phase 75 %")]
    of_one = readingRows([replace(reading("2"), label="phase 75 %")])
    assert [bool(newestReading(row, of_one)) for row in phases] == [False, True]
