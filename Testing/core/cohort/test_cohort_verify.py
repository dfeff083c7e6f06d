"""A run is repeated by its manifest: the same, or what differs."""

import shutil
from pathlib import Path

import pytest

from cohorts import SAME, in_this_process, same, tiny, write_exam
from SmartScoreLib.cohort.running.verify import verify
from SmartScoreLib.remarks.errors import InputRefused


@pytest.fixture
def place(tmp_path: Path, run) -> Path:
    for number in range(2):
        write_exam(tmp_path, f"P{number}", tiny(number))
    # One that fails with the name of a file.
    (tmp_path / "ct" / "P3").mkdir()
    (tmp_path / "ct" / "P3" / "damaged.dcm").write_bytes(b"DICM" * 100)
    (tmp_path / "marks" / "P3.json").write_text('{"seeds": []}')
    run(tmp_path / "ct", tmp_path / "out", tmp_path / "marks")
    return tmp_path


def told(run_in: Path, **where: Path | str) -> list[tuple[str, dict[str, object]]]:
    found = verify(run_in / "out" / "manifest.json", in_this_process, **where)
    return [(one.code, dict(one.values)) for one in found]


def test_a_run_that_is_repeated_is_the_same_also_where_the_files_lie_elsewhere(place: Path, run) -> None:
    before = {name: (place / "out" / name).read_bytes() for name in SAME}
    assert told(place) == [("cohort.verified", {"count": 6})]
    shutil.move(place / "ct", place / "elsewhere")
    shutil.move(place / "marks", place / "others")
    where = {"place": place / "elsewhere", "marks": str(place / "others")}
    assert told(place, **where) == [("cohort.verified", {"count": 6})]
    assert {name: (place / "out" / name).read_bytes() for name in SAME} == before
    with pytest.raises(InputRefused):
        told(place)


def test_what_has_changed_is_named_by_record_and_column(place: Path) -> None:
    shutil.copy(place / "marks" / "P1.json", place / "marks" / "P0.json")
    found = told(place)
    assert found[:6] == [("cohort.other_table", {"table": name}) for name in SAME[:6]]
    ((code, values),) = found[6:]
    assert code == "cohort.record_differs"
    assert values["exam"] == "P0"
    assert {"marks_sha256", "total_agatston"} <= set(values["columns"])
    assert "images_sha256" not in values["columns"]


def test_exams_that_went_or_came_and_a_table_that_was_edited_are_named(place: Path) -> None:
    shutil.move(place / "ct" / "P1", place / "ct" / "P2")
    shutil.move(place / "marks" / "P1.json", place / "marks" / "P2.json")
    codes = [(code, values.get("exam")) for code, values in told(place)[6:]]
    assert codes == [("cohort.record_missing", "P1"), ("cohort.record_new", "P2")]
    shutil.move(place / "ct" / "P2", place / "ct" / "P1")
    shutil.move(place / "marks" / "P2.json", place / "marks" / "P1.json")
    table = place / "out" / "exams.csv"
    table.write_text(table.read_text().replace("scored", "Scored", 1))
    assert told(place) == [("cohort.table_changed", {"table": "exams.csv"})]


def test_another_version_is_told_and_no_manifest_is_refused(place: Path) -> None:
    manifest = place / "out" / "manifest.json"
    text = manifest.read_text()
    manifest.write_text(text.replace('"python": "', '"python": "9.'))
    assert [code for code, _ in told(place)] == ["cohort.other_version", "cohort.verified"]
    for wrong in ("{", "[]", '{"schema": "x"}', text.replace('"rules"', '"rulez"')):
        manifest.write_text(wrong)
        with pytest.raises(InputRefused) as caught:
            told(place)
        assert caught.value.remarks[0].code == "cohort.manifest_unreadable"


def test_a_run_without_names_is_verified_with_its_keys(place: Path, run) -> None:
    shutil.rmtree(place / "out")
    run(place / "ct", place / "out", place / "marks", keys=place / "keys")
    with pytest.raises(InputRefused) as caught:
        told(place)
    assert caught.value.remarks[0].code == "cohort.manifest_keys"
    key = (place / "keys" / "key.csv").read_bytes()
    where = {"place": place / "ct", "marks": str(place / "marks"), "keys": place / "keys"}
    assert told(place, **where) == [("cohort.verified", {"count": 6})]
    assert (place / "keys" / "key.csv").read_bytes() == key
    assert same(place / "out", place / "out") == []
