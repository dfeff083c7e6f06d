"""Where the reading of an exam stands, and what a reader sees who must not know the others' results."""

from pathlib import Path

import pytest

from SmartScoreLib.comparison.agreement.exam_state import exam_state, reader_key, visible_to
from SmartScoreLib.reading.model import ReportStatus, SavedVersion
from SmartScoreLib.reading.saved.model import SavedReading


def reading(
    reader: str, status: ReportStatus = "final", cac_drs: str = "A2/N2", replaced: bool = False, series: str = "1"
) -> SavedReading:
    uid = f"{reader}-{status}-{cac_drs}-{replaced}-{series}"
    version = SavedVersion("s", "r", "c", uid, status=status)
    return SavedReading(Path(uid), version, series, reader=reader, cac_drs=cac_drs, replaced=replaced)


@pytest.mark.parametrize(
    ("readings", "state"),
    [
        ([], "unread"),
        ([reading("A", "draft")], "draft"),
        ([reading("A", "")], "draft"),
        ([reading("A")], "final"),
        ([reading("A"), reading("B", "draft", "A3/N3")], "final"),
        ([reading("A"), reading("B")], "final"),
        ([reading("A"), reading("B", cac_drs="A2/N3")], "disagreement"),
        ([reading("A"), reading("B", cac_drs="A1/N2")], "disagreement"),
        # A newer version of the same reader counts in place of the older one, replaced or not.
        ([reading("A"), reading("B"), reading("B", cac_drs="A1/N2")], "final"),
        ([reading("A"), reading("B", cac_drs="A1/N2", replaced=True)], "final"),
        ([reading("A", "draft"), reading("A")], "draft"),
        # A third reader's final reading decides.
        ([reading("C"), reading("B", cac_drs="A1/N2"), reading("A")], "final"),
        ([reading("C", "draft"), reading("B", cac_drs="A1/N2"), reading("A")], "disagreement"),
    ],
)
def test_the_state_follows_the_newest_reading_of_each_reader(readings: list[SavedReading], state: str) -> None:
    assert exam_state(readings).state == state


def test_two_final_readings_can_be_decided_between_the_earlier_one_first() -> None:
    later, earlier = reading("B"), reading("A")
    assert exam_state([later, earlier]).differing == (earlier, later)
    assert exam_state([reading("B", "draft"), earlier]).differing is None


@pytest.mark.parametrize("name", ["Reader^Ada", "reader ada", "Reader, Ada", "  READER   ADA "])
def test_a_reader_is_known_by_their_name_however_it_is_written(name: str) -> None:
    assert reader_key(name) == "reader ada"


def test_a_blind_reader_sees_their_own_readings_and_others_once_theirs_is_final() -> None:
    mine, others = reading("A", "draft"), reading("B")
    elsewhere = reading("B", series="2")
    assert visible_to([mine, others, elsewhere], "a") == (mine,)
    final = reading("A")
    assert visible_to([final, others, elsewhere], "A") == (final, others)
    assert visible_to([others, elsewhere], "A") == ()


def test_without_a_name_no_reading_is_ones_own() -> None:
    assert visible_to([reading(""), reading("B")], "") == ()
