"""A result is in its file as a whole, or the file is as it was, also when the disk is full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.whole_file import whole_file

LIMIT_BYTES = 2000
"""Less than any report or table of scores has."""
FULL = Path("/dev/full")


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A series and its clicks, as the command line takes them."""
    import json

    folder = tmp_path_factory.mktemp("whole")
    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=10, spacing_mm=3.0)
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return str(folder / "ct"), str(folder / "clicks.json")


def limited(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command where no file may grow beyond `LIMIT_BYTES`, which is for a program what a full disk is."""
    resource = pytest.importorskip("resource", reason="this system knows no limit of a file's size")
    return subprocess.run(
        [sys.executable, "-m", "SmartScoreLib", *arguments],
        capture_output=True,
        text=True,
        check=False,
        # Without bytecode files, which the limit would cut too.
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT_BYTES, LIMIT_BYTES)),
    )


@pytest.mark.parametrize(
    ("command", "option", "name"),
    [
        ("report", "--pdf", "report.pdf"),
        ("score", "--json", "scores.json"),
    ],
)
def test_a_full_disk_leaves_the_file_as_it_was_and_is_told(
    series: tuple[str, str], tmp_path: Path, command: str, option: str, name: str
) -> None:
    if command == "report":
        pytest.importorskip("reportlab", reason="reportlab is not installed, so no PDF can be made")
    folder, clicks = series
    (tmp_path / name).write_text("of yesterday")
    done = limited(command, folder, "--lesions", clicks, option, str(tmp_path / name))
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "unexpected" not in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / name).read_text() == "of yesterday"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [name]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_behind_standard_output_is_told(series: tuple[str, str], unbuffered: str) -> None:
    folder, clicks = series
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "SmartScoreLib", "score", folder, "--lesions", clicks],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == "smartscore: No space left on device"


def test_what_is_written_takes_the_place_at_the_end_only(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_text("old")
    with whole_file(path) as file:
        file.write_text("new")
        assert file.suffix == ".png"
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_after_any_failure_the_old_file_is_there_alone(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_text("old")
    with pytest.raises(TypeError), whole_file(path) as file:
        (file.write_text("half"), file.write_bytes("text"))  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_names_the_file_that_the_person_named(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    with pytest.raises(OSError, match="No space left") as raised, whole_file(path) as file:
        raise OSError(28, "No space left on device", str(file))
    assert raised.value.filename == str(path)
    assert not list(tmp_path.iterdir())


def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    with whole_file(link) as file:
        file.write_text("new")
    assert link.is_symlink()
    assert real.read_text() == "new"
