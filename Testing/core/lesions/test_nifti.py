"""NIfTI files as another reader, SimpleITK, places them."""

import gzip
from itertools import permutations, product
from pathlib import Path

import numpy as np
import pytest
import SimpleITK as sitk  # noqa: N813

from core.lesions.cases.building import AFFINE, ORIGIN, SPACING, both, nifti, series_folder
from SmartScoreLib import find_series, load_series, read_marks, score
from SmartScoreLib.lesions.files.nifti import FormsDiffer, read_header
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.model import CTSeries


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> CTSeries:
    (candidate,) = find_series(series_folder(tmp_path_factory.mktemp("ct"))).candidates
    return load_series(candidate)


def image(folder: Path) -> sitk.Image:
    """An oblique grid of unequal sides and spacings, with every voxel another value."""
    made = sitk.GetImageFromArray(np.arange(3 * 4 * 5, dtype=np.int16).reshape(3, 4, 5))
    made.SetSpacing((0.4, 0.7, 2.5))
    made.SetOrigin((12.0, -30.0, 77.0))
    turn = sitk.VersorTransform((0.2, -0.3, 0.9), 0.35)
    made.SetDirection(turn.GetMatrix())
    return made


@pytest.mark.parametrize("axes", list(permutations(range(3))), ids=str)
@pytest.mark.parametrize("flips", list(product((False, True), repeat=3)), ids=str)
def test_every_order_and_sense_of_the_axes_is_placed_as_itk_places_it(
    tmp_path: Path, axes: tuple[int, ...], flips: tuple[bool, ...]
) -> None:
    made = sitk.Flip(sitk.PermuteAxes(image(tmp_path), axes), flips)
    sitk.WriteImage(made, str(tmp_path / "marks.nii.gz"))
    by_itk = sitk.ReadImage(str(tmp_path / "marks.nii.gz"))
    found = read_header(tmp_path / "marks.nii.gz")
    values = np.array(list(found.planes()))
    assert np.array_equal(values, sitk.GetArrayFromImage(by_itk))
    for index in np.ndindex(values.shape):
        place = by_itk.TransformIndexToPhysicalPoint([int(i) for i in index[::-1]])
        assert found.geometry.lps_mm(index) == pytest.approx(place, abs=1e-4)


@pytest.mark.parametrize("codes", [(0, 1), (1, 0), (1, 1)], ids=["sform", "qform", "both"])
def test_files_made_byte_by_byte_are_where_itk_reads_them(tmp_path: Path, codes: tuple[int, int]) -> None:
    file = nifti("LAD.nii", codes=codes)(tmp_path, None)
    by_itk = sitk.ReadImage(str(file))
    assert by_itk.GetOrigin() == pytest.approx(ORIGIN)
    assert by_itk.GetSpacing() == pytest.approx(SPACING[::-1])
    assert np.array_equal(sitk.GetArrayFromImage(by_itk), both())
    assert read_header(file).geometry.lps_mm((0, 0, 0)) == pytest.approx(ORIGIN)


def test_forms_may_differ_by_a_twentieth_of_a_voxel(tmp_path: Path) -> None:
    """Pixels of 0.5 mm: 0.024 mm may be, 0.026 mm may not."""
    for apart, differ in ((0.024, False), (0.026, True)):
        file = nifti(codes=(1, 1), qform=np.array([ORIGIN[0] + apart, *ORIGIN[1:]]))(tmp_path, None)
        if not differ:
            assert read_header(file).geometry.lps_mm((0, 0, 0)) == pytest.approx(ORIGIN)
            continue
        with pytest.raises(FormsDiffer) as refusal:
            read_header(file)
        assert refusal.value.apart_mm == pytest.approx(apart, abs=1e-4)
        assert read_header(file, "qform").geometry.lps_mm((0, 0, 0)) == pytest.approx((ORIGIN[0] + apart, *ORIGIN[1:]))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({70: b"\x80\x00"}, "voxel_type"),  # RGB
        ({42: b"\x00\x80"}, "bad_grid"),  # a negative number of columns
        ({40: b"\x04\x00", 48: b"\x02\x00"}, "dimensions"),
        ({280: b"\x00\x00\xc0\x7f"}, "bad_grid"),  # not a number
        ({280: bytes(4)}, "bad_grid"),  # an axis of no length
    ],
)
def test_a_header_that_makes_no_sense_is_refused(tmp_path: Path, change: dict[int, bytes], code: str) -> None:
    file = nifti()(tmp_path, None)
    content = bytearray(file.read_bytes())
    for at, value in change.items():
        content[at : at + len(value)] = value
    file.write_bytes(content)
    with pytest.raises(InputRefused) as refusal:
        read_header(file)
    assert [one.code for one in refusal.value.remarks] == [f"lesions.{code}"]


def test_a_slight_shear_is_kept_in_the_grid(tmp_path: Path) -> None:
    sheared = AFFINE.copy()
    sheared[1, 0] += 1e-4
    found = read_header(nifti(affine=sheared)(tmp_path, None)).geometry
    assert found.lps_mm((0, 0, 31)) == pytest.approx((ORIGIN[0] + 31 * 0.5, ORIGIN[1] - 31e-4, 0.0), abs=1e-5)


def _changed(compressed: bytes, content: bytes, at: int) -> bytes:
    """A stream of stored blocks with one byte changed behind its checksum's back."""
    place = compressed.index(content[at : at + 64])
    changed = bytearray(compressed)
    changed[place] ^= 0xFF
    return bytes(changed)


def test_a_compressed_file_that_was_changed_behind_its_checksum_is_refused(tmp_path: Path, series: CTSeries) -> None:
    """Deflate without compression keeps bytes as they are: one changed voxel changes the score, and nothing else."""
    whole = nifti("LAD.nii", both(1, 0))(tmp_path, None).read_bytes()
    at = whole.index(bytes([1] * 6))
    (tmp_path / "LAD.nii.gz").write_bytes(_changed(gzip.compress(whole, 0), whole, at))
    header = b"NRRD0004\ntype: uint8\ndimension: 3\nsizes: 32 32 4\nspace: left-posterior-superior\n"
    header += b"space directions: (0.5,0,0) (0,0.5,0) (0,0,3)\nspace origin: (-8,-8,0)\nencoding: gzip\n\n"
    voxels = both(1, 0).tobytes()
    start = voxels.index(bytes([1] * 6))
    (tmp_path / "LAD.nrrd").write_bytes(header + _changed(gzip.compress(voxels, 0), voxels, start))
    for name in ("LAD.nii.gz", "LAD.nrrd"):
        with pytest.raises(InputRefused, match=r"LAD\.(nii\.gz|nrrd) cannot be read"):
            read_marks(tmp_path / name, series)
    (tmp_path / "LAD.nrrd").write_bytes(header + gzip.compress(voxels, 0))
    assert score(series, read_marks(tmp_path / "LAD.nrrd", series)).total.agatston == pytest.approx(72)
