"""Other people's readers see the same pixels, geometry and Hounsfield units: SimpleITK, DCMTK, GDCM."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813
from pydicom import dcmread

from SmartScoreLib.dicomwriting.capture import write_captures
from SmartScoreLib.dicomwriting.model import CaptureKind
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.picture import Picture
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

PACKAGES = {"dcmdump": "dcmtk", "gdcmraw": "libgdcm-tools", "gdcminfo": "libgdcm-tools"}


def tool(name: str, *arguments: str | Path) -> str:
    """Run a tool that comes with the operating system; skip if it is not there."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not on this machine (apt-get install {PACKAGES[name]})")
    return subprocess.run([path, *map(str, arguments)], capture_output=True, check=True).stdout.decode("latin-1")


@pytest.fixture(params=["signed", "unsigned 12 bits, slope 0.5", "oblique"])
def series(request: pytest.FixtureRequest, tmp_path: Path) -> CTSeries:
    phantom = standard_phantom(slices=5, rows=48, columns=40, pixel_mm=(5, 4), spacing_mm=3)
    options: dict[str, Any] = {}
    if request.param.startswith("unsigned"):
        options = {"signed": False, "bits_stored": 12, "slope": 0.5, "intercept": -1024.0}
    if request.param == "oblique":
        from phantoms import oblique

        phantom = standard_phantom(
            slices=5, rows=48, columns=40, pixel_mm=(5, 4), spacing_mm=3, orientation=oblique(10, -20)
        )
    write_phantom(phantom, tmp_path / "source", **options)
    (candidate,) = find_series([tmp_path / "source"]).candidates
    return load_series(candidate)


def test_simpleitk_reads_the_reduced_series_as_the_same_volume(series: CTSeries, tmp_path: Path) -> None:
    write_reduced(series, range(1, 4), tmp_path / "out")
    reader = sitk.ImageSeriesReader()
    (uid,) = reader.GetGDCMSeriesIDs(str(tmp_path / "out"))
    reader.SetFileNames(reader.GetGDCMSeriesFileNames(str(tmp_path / "out"), uid))
    image = reader.Execute()
    assert np.array_equal(sitk.GetArrayFromImage(image), series.hu[1:4])
    assert image.GetOrigin() == pytest.approx(series.geometry.lps_mm((1, 0, 0)), abs=1e-6)
    assert image.GetSpacing() == pytest.approx(series.geometry.spacing_mm[::-1], abs=1e-6)
    columns = np.asarray(image.GetDirection()).reshape(3, 3).T  # of column, row and slice index
    assert columns[::-1] == pytest.approx(np.asarray(series.geometry.directions), abs=1e-6)


def test_our_own_reading_gives_the_same_volume(series: CTSeries, tmp_path: Path) -> None:
    write_reduced(series, range(1, 4), tmp_path / "out")
    (candidate,) = find_series([tmp_path / "out"]).candidates
    again = load_series(candidate)
    assert again.hu.dtype == series.hu.dtype
    assert np.array_equal(again.hu, series.hu[1:4])
    assert again.geometry.origin_lps_mm == pytest.approx(series.geometry.lps_mm((1, 0, 0)))
    assert again.geometry.spacing_mm == pytest.approx(series.geometry.spacing_mm)
    assert again.geometry.frame_of_reference_uid == series.geometry.frame_of_reference_uid


def test_pydicom_reads_the_stored_values_of_the_source(series: CTSeries, tmp_path: Path) -> None:
    for file, source in zip(write_reduced(series, range(5), tmp_path / "out").files, series.files, strict=True):
        image, original = dcmread(file), dcmread(source)
        assert image.PixelData == original.PixelData
        assert np.array_equal(image.pixel_array, original.pixel_array)
        for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing", "RescaleSlope"):
            assert image[keyword].value == original[keyword].value


def test_dcmtk_reads_the_same_pixels_and_attributes(series: CTSeries, tmp_path: Path) -> None:
    for i, file in enumerate(write_reduced(series, range(2), tmp_path / "out").files):
        raw = tmp_path / f"raw{i}"
        raw.mkdir()
        text = tool("dcmdump", "+W", raw, file)
        (pixels,) = raw.glob("*.raw")
        assert pixels.read_bytes() == dcmread(series.files[i]).PixelData
        assert re.search(r"\(0008,103e\) LO \[SmartScore reduced CT 1-2\]", text)
        assert "Warning" not in text


def test_gdcm_reads_the_same_pixels_and_geometry(series: CTSeries, tmp_path: Path) -> None:
    for i, file in enumerate(write_reduced(series, range(2), tmp_path / "out").files):
        tool("gdcmraw", "-i", file, "-o", tmp_path / f"{i}.raw")
        assert (tmp_path / f"{i}.raw").read_bytes() == dcmread(series.files[i]).PixelData
        written, source = (tool("gdcminfo", f) for f in (file, series.files[i]))
        for line in ("Origin", "Spacing", "DirectionCosines", "Rescale Intercept/Slope", "ScalarType", "Dimensions"):
            (found,) = re.findall(rf"^{line}.*$", written, re.MULTILINE)
            assert found in source


def test_simpleitk_reads_captures_as_they_were_drawn(
    series: CTSeries, picture: Picture, monochrome_picture: Picture, tmp_path: Path
) -> None:
    for drawn in (picture, monochrome_picture):
        (file,) = write_captures([drawn], CaptureKind.SCREENS, series, tmp_path / str(drawn.pixels.ndim)).files
        image = sitk.ReadImage(str(file))
        assert np.array_equal(sitk.GetArrayFromImage(image)[0], drawn.pixels)


def test_dcmtk_and_gdcm_read_captures_as_they_were_drawn(
    series: CTSeries, picture: Picture, monochrome_picture: Picture, tmp_path: Path
) -> None:
    for drawn in (picture, monochrome_picture):
        folder = tmp_path / str(drawn.pixels.ndim)
        (file,) = write_captures([drawn], CaptureKind.SCREENS, series, folder).files
        tool("dcmdump", "+W", folder, file)
        (pixels,) = folder.glob("*.raw")
        assert pixels.read_bytes() == drawn.pixels.tobytes()
        tool("gdcmraw", "-i", file, "-o", folder / "gdcm")
        assert (folder / "gdcm").read_bytes() == drawn.pixels.tobytes()


@pytest.mark.parametrize(
    "name", ["acrin_flt_breast_013_chest120kv", "qrm_canon_large_rep1/dicom", "dcm_qa_ct_philips_mixed/axial5mm"]
)
def test_reduced_series_of_real_scanners_keep_their_hounsfield_units(
    name: str, real_data: Path, tmp_path: Path
) -> None:
    candidate = next(c for c in find_series([real_data / name]).candidates if c.scorable)
    series = load_series(candidate)
    write_reduced(series, range(3, 9), tmp_path / "out")
    (again,) = find_series([tmp_path / "out"]).candidates
    assert np.array_equal(load_series(again).hu, series.hu[3:9])
    reader = sitk.ImageSeriesReader()
    (uid,) = reader.GetGDCMSeriesIDs(str(tmp_path / "out"))
    reader.SetFileNames(reader.GetGDCMSeriesFileNames(str(tmp_path / "out"), uid))
    assert np.array_equal(sitk.GetArrayFromImage(reader.Execute()), series.hu[3:9])
