"""The published figures as data, and the check as JSON, text and page in five languages."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PillowImages

from layout import faults
from SmartScoreLib.cli.main import main
from SmartScoreLib.quality.model import Insert, PhantomCheck, Spread
from SmartScoreLib.quality.published import SIZES, VENDORS, published, vendor_of
from SmartScoreLib.quality.qrm import INSERTS
from SmartScoreLib.quality.results import check_json
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.quality.page import PAGE, check_document, check_drawing, check_picture
from SmartScoreLib.series.model import CTSeries

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "quality_check.png"
TABLE = Path(published.__code__.co_filename).parent / "data" / "qrm_four_vendors.csv"


def test_the_published_table_is_the_one_that_was_made_from_the_workbooks() -> None:
    """Testing/validation/qrm_published.py makes it again from a clone; this is the checksum of what it made."""
    assert (
        hashlib.sha256(TABLE.read_bytes()).hexdigest()
        == "e778680d507c3ff04277c20bf21fe94d5c805039fed94623e2d53448bfb2f185"
    )
    assert sum(1 for _ in TABLE.read_text().splitlines() if not _.startswith("#")) == 1 + 4 * 2 * 9


def test_some_published_values_as_they_stand_in_the_workbooks() -> None:
    """Typed from the sheets Used_data: Canon Large_rep1 and Large_rep2, GE_CCI_small_1 to 5, Siemens SM3."""
    canon = published("Canon", "large", Insert(800, 5))
    assert canon["agatston"].most == 402.93965
    assert canon["volume_mm3"].most == 302.20474
    assert published("Canon", "large", Insert(400, 5))["agatston"].least == 238.38214
    assert published("Canon", "large", Insert(200, 1))["agatston"].most > 0
    assert published("Siemens", "small", Insert(200, 5))["agatston"].most == pytest.approx(184, abs=0.5)
    assert "volume_mm3" not in published("Philips", "small", Insert(800, 5))
    for vendor in VENDORS:
        for size in SIZES:
            for insert in INSERTS:
                for spread in published(vendor, size, insert).values():
                    assert spread.least <= spread.mean <= spread.most


@pytest.mark.parametrize(
    ("value", "holds"),
    [(1.999994, False), (1.999996, True), (2.0, True), (3.0, True), (3.000004, True), (3.000006, False)],
)
def test_a_value_lies_within_a_spread_to_five_decimals(value: float, holds: bool) -> None:
    assert Spread(2.5, 2.0, 3.0).holds(value) is holds


@pytest.mark.parametrize(
    ("manufacturer", "vendor"),
    [
        ("TOSHIBA", "Canon"), ("CANON_MEC", "Canon"), ("GE MEDICAL SYSTEMS", "GE"), ("Philips", "Philips"),
        ("SIEMENS", "Siemens"), ("Siemens Healthineers", "Siemens"), ("GENERIC", None), ("", None),
    ],
)  # fmt: skip
def test_the_vendor_is_known_by_whole_words_of_the_manufacturer(manufacturer: str, vendor: str | None) -> None:
    assert vendor_of(manufacturer) == vendor


@pytest.mark.parametrize(
    ("insert", "volume", "mass"),
    [
        (Insert(800, 5), 98.2, 78.5),
        (Insert(400, 3), 21.2, 8.5),
        (Insert(200, 1), 0.8, 0.2),
        (Insert(200, 5), 98.2, 19.6),
    ],
)
def test_nominal_volume_and_mass_are_those_of_the_makers_table(insert: Insert, volume: float, mass: float) -> None:
    assert (round(insert.volume_mm3, 1), round(insert.mass_mg, 1)) == (volume, mass)


def test_the_json_holds_what_was_measured_nominal_and_published(check: PhantomCheck) -> None:
    values = json.loads(json.dumps(check_json(check), allow_nan=False))
    assert values["schema"] == "smartscore-phantom-qa/1"
    assert values["scanner"]["serial_number"] == "S1"
    assert values["mass_factor"] == check.protocol.mass_factor == values["rods"]["mass_factor"]
    assert values["mass_factor_source"].startswith("measured in these images: 200 mg/cm3 have ")
    assert len(values["inserts"]) == 9
    first = values["inserts"][0]
    assert (first["density_mg_cm3"], first["diameter_mm"]) == (200, 5)
    assert first["agatston"] == check.results[0].agatston
    assert {(one["vendor"], one["size"]) for one in first["published"]} == {(v, s) for v in VENDORS for s in SIZES}
    only = check_json(check, "small")["inserts"][0]["published"]
    assert {one["size"] for one in only} == {"small"}


@pytest.mark.parametrize("language", language_codes())
@pytest.mark.parametrize("size", [None, "large"])
def test_the_page_is_laid_out_without_fault(check: PhantomCheck, qrm: CTSeries, language: str, size) -> None:  # type: ignore[no-untyped-def]
    table = words(language)
    for one in (check, replace(check, phantom=replace(check.phantom, rod=None, water=None), factor=None)):
        drawing = check_drawing(one, qrm, table, size)
        assert (drawing.width, drawing.height) == PAGE
        assert faults(drawing) == []
        shown = [text.text for text in drawing.texts]
        assert table("qa_title") in shown
        for result in check.results:
            insert = result.insert
            name = table("qa_insert_value", density=insert.density_mg_cm3, diameter=insert.diameter_mm)
            assert shown.count(name) == 2
            assert table.number(result.agatston, 2) in shown


def test_the_page_for_print_is_one_sheet_named_by_the_scanner(check: PhantomCheck, qrm: CTSeries) -> None:
    document = check_document(check, qrm, "fr")
    assert len(document.sheets) == 1
    assert document.subject == "TESTMAKER CT 1 S1"


def test_the_page_looks_as_it_was_looked_at(check: PhantomCheck, qrm: CTSeries) -> None:
    import os

    painted = check_picture(check, qrm).pixels
    if os.environ.get("SMARTSCORE_NEW_PICTURES"):
        PillowImages.fromarray(painted).save(GOLDEN, optimize=True)
    kept = np.asarray(PillowImages.open(GOLDEN).convert("RGB"))
    assert kept.shape == painted.shape
    assert float((np.abs(kept.astype(int) - painted.astype(int)).max(axis=2) > 40).mean()) <= 0.0003


@pytest.fixture(scope="module")
def files(qrm: CTSeries, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The phantom as DICOM files, as a scanner writes them."""
    from SmartScoreLib.phantom.model import Phantom
    from SmartScoreLib.phantom.write import write_phantom

    folder = tmp_path_factory.mktemp("qrm") / "ct"
    written = write_phantom(
        Phantom(qrm.geometry, ()), folder, attributes={"DeviceSerialNumber": "S1", "StudyDate": "20260105"}
    )
    from pydicom import dcmread

    for index, file in enumerate(written):
        image = dcmread(file)
        image.PixelData = qrm.hu[index].astype("<i2").tobytes()
        image.save_as(file)
    return folder


def test_the_command_prints_writes_and_stores(
    files: Path, check: PhantomCheck, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored = tmp_path / "calibrations.json"
    wanted = ["--json", "c.json", "--png", "page/c.png", "--pdf", "page/c.pdf"]
    options = [part if part.startswith("--") else str(tmp_path / part) for part in wanted]
    assert main(["phantom-qa", str(files), *options, "--store", str(stored), "--language", "de"]) == 0
    said = capsys.readouterr().out
    assert "QRM-CCI, nine inserts found" in said
    for result in check.results:
        assert f"{result.agatston:.2f}" in said
    assert json.loads((tmp_path / "c.json").read_text())["inserts"][8]["agatston"] == check.results[8].agatston
    assert PillowImages.open(tmp_path / "page" / "c.png").size == PAGE
    assert (tmp_path / "page" / "c.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(stored.read_text())["calibrations"][0]["serial_number"] == "S1"
    clicks = tmp_path / "clicks.json"
    place = list(check.results[6].place_lps_mm)
    clicks.write_text(json.dumps({"seeds": [{"territory": "LAD", "lps_mm": place}]}))
    for source, said in (
        (["--calibrations", str(stored)], "stored for "),
        (["--calibration", "auto"], "measured in these images: 200 mg/cm3 have "),
        (["--calibration", "0,0,8,200"], "measured in these images: 200 mg/cm3 have "),
    ):
        assert main(["score", str(files), "--lesions", str(clicks), "--json", "-", *source]) == 0
        found = json.loads(capsys.readouterr().out)
        assert found["protocol"]["mass_factor_source"].startswith(said)
        assert found["territories"]["LAD"]["mass_mg"] == pytest.approx(check.results[6].mass_mg, rel=0.15)


def test_without_a_phantom_the_command_says_so_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from SmartScoreLib.phantom.standard import standard_phantom
    from SmartScoreLib.phantom.write import write_phantom

    write_phantom(standard_phantom(rows=96, columns=96, pixel_mm=2.0, slices=12, spacing_mm=3.0), tmp_path / "ct")
    assert main(["phantom-qa", str(tmp_path / "ct"), "--png", str(tmp_path / "c.png")]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("smartscore: No QRM-CCI phantom was found")
    assert not (tmp_path / "c.png").exists()
