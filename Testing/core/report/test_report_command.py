"""`smartscore report` as a user meets it."""

import json
from pathlib import Path

import pytest
from PIL import Image

from SmartScoreLib.cli.main import main
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reports.drawing import fonts


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=5.0)
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


def report(folder: Path, *options: str) -> int:
    return main(["report", str(folder / "ct"), "--lesions", str(folder / "clicks.json"), *options])


def test_pages_and_screen_saves_become_png_files_that_are_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(folder, "--png", str(tmp_path / "pages"), "--language", "de", "--ethnicity", "white") == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert all(path.is_file() for path in written)
    assert set(written) == set((tmp_path / "pages").iterdir())
    sizes = {path.name: Image.open(path).size for path in written}
    assert sizes["physician-1.png"] == (512, 512)
    assert sizes["patient-1.png"] == sizes["patient-2.png"] == (1024, 1024)
    assert "contact-1.png" in sizes
    slices = [name for name in sizes if name.startswith("slice-")]
    assert slices
    assert {sizes[name] for name in slices} == {(1024, 768)}


def test_a_pdf_is_written_where_it_is_wanted(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="reportlab is not installed, so no PDF can be written")
    target = tmp_path / "new" / "report.pdf"
    assert report(folder, "--pdf", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF-")


def test_without_a_place_to_write_the_usage_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(folder) == 2
    assert "--png DIR, --pdf FILE, --text FILE, or several of them" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert report(folder, "--png", str(tmp_path / "file")) == 1
    error = capsys.readouterr().err
    assert str(tmp_path / "file") in error
    assert "Traceback" not in error


def test_a_name_that_no_font_here_has_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "font_files", lambda letter: iter(()))
    # Ogham, which no other test draws: which font has a letter is looked up once.
    assert report(folder, "--png", str(tmp_path / "pages"), "--reader", "᚛ᚁᚂᚃ^ᚄᚅ") == 0
    assert (
        'Name of Physician(s) Reading Study (0008,1060) cannot be shown here, "᚛ᚁᚂᚃ^ᚄᚅ": no font has all of its '
        "signs; the pages show the Patient ID." in capsys.readouterr().err
    )
