"""New UIDs: valid, short, and never the same twice."""

import re
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context

import pytest

from SmartScoreLib.dicomwriting.device import IMPLEMENTATION_CLASS_UID
from SmartScoreLib.uids import has_uid_signs, is_valid_uid, new_uid

# PS3.5 9.1: components of digits, none with a leading zero, 64 characters at most.
VALID = re.compile(r"^(?=.{1,64}$)(0|[1-9]\d*)(\.(0|[1-9]\d*))+$")


def uids_as_numbers(count: int) -> list[bytes]:
    return [int(new_uid()[5:]).to_bytes(16, "big") for _ in range(count)]


def uids_of_threads(count: int) -> list[bytes]:
    with ThreadPoolExecutor(4) as threads:
        return [uid for part in threads.map(uids_as_numbers, [count // 4] * 4) for uid in part]


def test_a_uid_is_valid_and_at_most_64_characters_long() -> None:
    for uid in (*(new_uid() for _ in range(10_000)), IMPLEMENTATION_CLASS_UID):
        assert VALID.match(uid)
        assert uid.startswith("2.25.")
        assert int(uid[5:]) < 2**128


def test_a_million_uids_made_in_parallel_processes_and_threads_never_collide() -> None:
    # forked processes start with the same memory: a counter or a seeded generator would repeat itself here
    with ProcessPoolExecutor(4, get_context("fork")) as processes:
        parts = list(processes.map(uids_of_threads, [250_000] * 4))
    assert sum(map(len, parts)) == 1_000_000
    assert len({uid for part in parts for uid in part}) == 1_000_000


@pytest.mark.parametrize(
    ("text", "signs", "valid"),
    [
        ("1." + "2" * 62, True, True),
        ("1." + "2" * 63, False, False),
        ("1.2", True, True),
        ("0.0", True, True),
        ("1", True, False),
        (".1", True, False),
        ("1.", True, False),
        ("1..2", True, False),
        ("1.02", True, False),
        ("1.20", True, True),
        ("", False, False),
        ("1.2\n", False, False),
        ("1.2 ", False, False),
        ("1.x", False, False),
        ("1.٢", False, False),
    ],
)
def test_a_uid_may_be_read_by_its_signs_and_is_written_by_the_rule(text: str, signs: bool, valid: bool) -> None:
    assert (has_uid_signs(text), is_valid_uid(text)) == (signs, valid)
