"""Tables without names: hashes that only the key leads back, and no name anywhere else."""

import stat
from hashlib import sha256
from hmac import new
from pathlib import Path

import pytest

from cohorts import Exams, rows, tiny, write_exam
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage


@pytest.fixture(scope="module")
def hidden(run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("names")
    for number in range(3):
        write_exam(place, f"Secretname{number}", tiny(number))
    (place / "marks" / "Secretname2.json").unlink()
    run(place / "ct", place / "out", place / "marks", keys=place / "keys", reader="Jane Secretname")
    return place


def test_no_file_that_is_passed_on_has_a_name_a_date_a_uid_or_a_path(hidden: Path) -> None:
    ids = [file.read_bytes() for file in sorted((hidden / "out").rglob("*")) if file.is_file()]
    assert len(ids) == 10
    assert not (hidden / "out" / "progress").exists()
    for word in (b"Secretname", b"ID-", b"2026-01-15", b"1.2.826", b"Name^", str(hidden).encode()):
        assert [one for one in ids if word in one] == []


def test_the_hashes_are_keyed_and_the_key_leads_back(hidden: Path) -> None:
    secret = bytes.fromhex((hidden / "keys" / "secret.txt").read_text().strip())
    table = {row["record_id"]: row for row in rows(hidden / "out" / "exams.csv")}
    key = rows(hidden / "keys" / "key.csv")
    assert {row["record_id"] for row in key} == set(table)
    for row in key:
        for column in ("patient_id", "series_instance_uid", "exam", "reader"):
            wanted = new(secret, row[column].encode(), sha256).hexdigest()[:16] if row[column] else ""
            assert table[row["record_id"]][column] == wanted
    assert [row["exam"] for row in key] == ["Secretname0", "Secretname1", "Secretname2"]
    assert [row["patient_id"] for row in key] == ["ID-Secretname0", "ID-Secretname1", ""]
    scores = [row["total_agatston"] for row in table.values()]
    assert sum(score != "" for score in scores) == 2
    assert {row["remarks"] for row in table.values()} == {""}
    assert "cohort.no_marks" in {row["reason_codes"] for row in table.values()}


def test_secret_and_key_are_for_their_owner_alone(hidden: Path) -> None:
    for name in ("secret.txt", "key.csv"):
        assert stat.S_IMODE((hidden / "keys" / name).stat().st_mode) == 0o600


def test_the_same_keys_give_the_same_hashes_again_and_others_give_others(hidden: Path, run, tmp_path: Path) -> None:
    same = run(hidden / "ct", tmp_path / "again", hidden / "marks", keys=hidden / "keys", reader="Jane Secretname")
    assert same.kept == 2  # the one that failed is tried again
    assert (tmp_path / "again" / "exams.csv").read_bytes() == (hidden / "out" / "exams.csv").read_bytes()
    run(hidden / "ct", tmp_path / "other", hidden / "marks", keys=tmp_path / "keys", reader="Jane Secretname")
    one, other = (rows(place / "exams.csv") for place in (hidden / "out", tmp_path / "other"))
    assert not {row["record_id"] for row in one} & {row["record_id"] for row in other}


def test_keys_do_not_lie_with_the_tables_and_a_damaged_secret_is_not_replaced(
    exams: Exams, run, tmp_path: Path
) -> None:
    for keys in (tmp_path / "out", tmp_path / "out" / "keys"):
        with pytest.raises(WrongUsage):
            run(exams.ct, tmp_path / "out", exams.marks, keys=keys)
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "secret.txt").write_text("abc")
    with pytest.raises(InputRefused) as caught:
        run(exams.ct, tmp_path / "out", exams.marks, keys=tmp_path / "keys")
    assert caught.value.remarks[0].code == "cohort.secret_damaged"
    assert (tmp_path / "keys" / "secret.txt").read_text() == "abc"


@pytest.mark.parametrize(("age", "told"), [("89", "89"), ("90", "90"), ("97", "90")])
def test_ages_from_ninety_on_are_told_as_ninety_and_own_columns_are_left_out(
    age: str, told: str, exams: Exams, run, tmp_path: Path
) -> None:
    file = exams.ct.parent / "ages.csv"
    file.write_text(f"series,marks,age_years,who\nct/P00,marks/P00.json,{age},Secretname\n")
    found = run(file, tmp_path / "out", keys=tmp_path / "keys")
    (row,) = rows(tmp_path / "out" / "exams.csv")
    assert row["age_years"] == told
    assert "own_who" not in row
    assert b"Secretname" not in (tmp_path / "out" / "exams.parquet").read_bytes()
    assert [one.code for one in found.remarks] == ["cohort.own_left_out"]
