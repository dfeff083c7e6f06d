"""Real files get the verdict that a radiographer would give, for the right reasons."""

from collections import Counter
from pathlib import Path

import numpy as np
import pydicom
import pytest

from SmartScoreLib.remarks.english import english
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

DATA = ("acrin_flt_breast_013_chest120kv", "dcm_qa_ct_philips_mixed", "qrm_canon_large_rep1")


GATING = "The headers do not tell whether the scan was triggered by the heartbeat; without it motion blurs calcium."


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


def only(folder):
    findings = find_series([folder])
    assert findings.problems == ()
    (candidate,) = findings.candidates
    return candidate


def test_the_chest_series_is_scorable_with_warnings_about_overlap_and_its_lossy_flag(real_data):
    candidate = only(real_data / "acrin_flt_breast_013_chest120kv")

    assert candidate.scorable
    assert said(candidate.warnings) == (
        "Slices are 4 mm apart; scores are comparable for 2.5 to 3 mm.",
        "Slice Thickness (0018,0050) is 5 mm, but slices are 4 mm apart: they overlap; the score uses the distance.",
        "Lossy Image Compression (0028,2110) says, without ratio or method, that images went through lossy "
        "compression; scores are for research only.",
        GATING,
    )
    assert candidate.geometry.shape == (49, 512, 512)
    assert candidate.geometry.spacing_mm == (4.0, 1.3671875, 1.3671875)
    # The files count downwards: the last one is the most inferior.
    assert candidate.files[0].name == "1-049.dcm"
    assert candidate.geometry.origin_lps_mm == (-349.31640625, -522.31640625, -699.0)


def test_the_calcium_phantom_is_scorable_without_a_warning(real_data):
    candidate = only(real_data / "qrm_canon_large_rep1")

    assert candidate.scorable
    assert candidate.warnings == ()
    assert candidate.geometry.shape == (47, 512, 512)
    assert candidate.geometry.spacing_mm == (3.0, 0.488, 0.488)
    hu = load_series(candidate).hu
    # Peaks of three inserts, from the description of the data (slice, row, column of their centers).
    for peak, (k, row, column) in {1275: (22, 222, 181), 649: (22, 151, 292), 383: (22, 282, 299)}.items():
        assert hu[k - 4 : k + 5, row - 11 : row + 12, column - 11 : column + 12].max() == peak


def test_the_tilted_head_is_refused_for_tilt_and_for_spacing(real_data):
    tilt, spacing = said(only(real_data / "dcm_qa_ct_ge_tilt_varspacing").refusals)

    assert tilt.startswith("The slices are sheared by 18.5 degrees, as with a tilted gantry")
    # 1.14, 4.22 and 7.38 mm along the table are 1.08, 4.00 and 7.00 mm across slices that are tilted by 18.5 degrees.
    assert spacing.startswith("Slices are unequally far apart: 1.08 to 7.00 mm")


def test_of_the_mixed_study_only_the_axial_images_are_scorable(real_data):
    findings = find_series([real_data / "dcm_qa_ct_philips_mixed"])

    assert findings.problems == ()  # the vendor's directory files are normal beside images
    verdicts = {candidate.files[0].parent.name: candidate for candidate in findings.candidates}
    axial, summary, scout = (verdicts[name] for name in ("axial5mm", "exam_summary_sc", "localizer"))
    assert axial.scorable
    assert axial.geometry.spacing_mm[0] == 5.0
    assert said(axial.warnings) == (
        "Slices are 5 mm apart; scores are comparable for 2.5 to 3 mm.",
        "Body Part Examined (0018,0015) is BRAIN, not the heart or chest.",
        GATING,
    )
    assert said(summary.refusals) == (
        "SOP Class UID (0008,0016) is Secondary Capture Image Storage, not CT Image Storage, in I10 and 5 more.",
    )
    assert said(scout.refusals) == (
        'Image Type (0008,0008) says that this is a localizer, "ORIGINAL\\PRIMARY\\LOCALIZER", in I10.',
    )


def test_a_vendor_directory_file_leads_to_the_images_beside_it(real_data):
    folder = real_data / "dcm_qa_ct_philips_mixed" / "axial5mm"

    assert len(only(folder / "DIRFILE").files) == len(only(folder).files)


def test_the_series_with_empty_uids_is_refused_for_each_and_warned_about_contrast(real_data):
    candidate = only(real_data / "totalseg_j2k_emptyuids")

    assert [reason.split(" in ")[0] for reason in said(candidate.refusals)] == [
        "SOP Class UID (0008,0016) is empty",
        "Study Instance UID (0020,000D) is empty",
        "Series Instance UID (0020,000E) is empty",
    ]
    assert all(reason.endswith("and all 19 others.") for reason in said(candidate.refusals))
    assert said(candidate.warnings)[0].startswith('Contrast agent "APPLIED" was given')
    assert said(candidate.notes) == ("Pixels are compressed without loss (JPEG 2000 lossless).",)


def test_everything_at_once_gives_the_same_verdicts(real_data):
    findings = find_series([real_data])

    assert findings.problems == ()
    assert Counter(candidate.scorable for candidate in findings.candidates) == {True: 5, False: 4}


@pytest.mark.parametrize("name", DATA)
def test_hounsfield_units_are_those_of_an_independent_reader(real_data, name):
    candidate = next(one for one in find_series([real_data / name]).candidates if one.scorable)
    series = load_series(candidate)

    for index in {0, len(series.files) // 2, len(series.files) - 1}:
        source = pydicom.dcmread(series.files[index])
        expected = source.pixel_array * float(source.RescaleSlope) + float(source.RescaleIntercept)
        assert (series.hu[index] == expected).all()


def test_compressed_pixels_of_a_real_scanner_decode_once_the_uids_are_there(real_data, tmp_path):
    for index, file in enumerate(sorted((real_data / "totalseg_j2k_emptyuids").glob("CT*"))[:3]):
        dataset = pydicom.dcmread(file)
        dataset.SOPClassUID, dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPClassUID, f"2.25.{index + 1}"
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "2.25.8", "2.25.9"
        dataset.save_as(tmp_path / f"{index}.dcm")

    series = load_series(only(tmp_path))

    source = pydicom.dcmread(series.files[1])
    assert series.hu.dtype == np.int16
    assert (series.hu[1] == source.pixel_array.astype(int) - 1024).all()


# The files that come with pydicom: what each is, alone. Names not listed here belong to another version of pydicom.
PYDICOM = Path(pydicom.__file__).parent / "data" / "test_files"
NOT_CT = {
    "Secondary Capture Image Storage": "GDCMJ2K_TextGBR JPEG-lossy JPEG2000 JPEG2000-embedded-sequence-delimiter "
    "JPEGLSNearLossless_08 JPEGLSNearLossless_16 JPGExtended image_dfl SC_jpeg_no_color_transform "
    "SC_jpeg_no_color_transform_2 SC_rgb_dcmtk_+eb+cr SC_rgb_dcmtk_+eb+cy+n1 SC_rgb_dcmtk_+eb+cy+n2 "
    "SC_rgb_dcmtk_+eb+cy+np SC_rgb_dcmtk_+eb+cy+s2 SC_rgb_dcmtk_+eb+cy+s4 SC_rgb_gdcm_KY SC_rgb_jls_lossy_line "
    "SC_rgb_jls_lossy_sample SC_rgb_jpeg SC_rgb_jpeg_app14_dcmd SC_rgb_jpeg_dcmd SC_rgb_jpeg_dcmtk SC_rgb_jpeg_gdcm "
    "SC_rgb_jpeg_lossy_gdcm SC_rgb_rle SC_rgb_rle_16bit SC_rgb_rle_16bit_2frame SC_rgb_rle_2frame SC_rgb_rle_32bit "
    "SC_rgb_rle_32bit_2frame SC_rgb_small_odd SC_rgb_small_odd_big_endian SC_rgb_small_odd_jpeg "
    "SC_ybr_full_422_uncompressed",
    "MR Image Storage": "MR_small MR_small_RLE MR_small_bigendian MR_small_expb MR_small_implicit "
    "MR_small_jp2klossless MR_small_jpeg_ls_lossless MR_small_padded MR_truncated examples_overlay priv_SQ",
    "Ultrasound Image Storage": "ExplVR_BigEnd examples_jpeg2k examples_palette examples_rgb_color",
    "Ultrasound Multi-frame Image Storage": "examples_ybr_color",
    "RT Dose Storage": "badVR rtdose rtdose_1frame rtdose_expb rtdose_expb_1frame rtdose_rle rtdose_rle_1frame",
    "RT Plan Storage": "rtplan",
    "RT Structure Set Storage": "rtstruct",
    "RT Ion Plan Storage": "ExplVR_LitEndNoMeta",
    "RT Image Storage": "no_meta_group_length",
    "Segmentation Storage": "liver_1frame liver_expb_1frame",
    "Basic Text SR Storage": "reportsi reportsi_with_empty_number_tags",
    "Comprehensive SR Storage": "test-SR",
    "12-lead ECG Waveform Storage": "waveform_ecg",
}
PROBLEMS = {
    "is not a DICOM file.": "ExplVR_BigEndNoMeta.dcm crayons.icc no_meta.dcm zipMR.gz",
    "is not a DICOM file but text.": "README.txt rtplan.dump rtstruct.dump test1.json test_PN.json "
    "dicomdirtests/README.txt dicomdirtests/TINY_ALPHA/README",
    "has no SOP Class UID (0008,0016)": "empty_charset_LEI.dcm meta_missing_tsyntax.dcm nested_priv_SQ.dcm",
    "is cut off in the middle of its header.": "rtplan_truncated.dcm",
}
# A directory leads to the images beside it: how many series lie there.
DIRECTORIES = {
    "dicomdirtests": "DICOMDIR DICOMDIR-bigEnd DICOMDIR-empty.dcm DICOMDIR-implicit DICOMDIR-nooffset "
    "DICOMDIR-nopatient DICOMDIR-reordered",
    "dicomdirtests/TINY_ALPHA": "DICOMDIR",
}
ONE_IMAGE = "It has only one image"
CT_FILES = {
    "CT_small.dcm": (ONE_IMAGE,),
    "J2K_pixelrep_mismatch.dcm": (ONE_IMAGE,),
    "693_J2KI.dcm": (
        "Frame of Reference UID (0020,0052) is missing",
        "Transfer Syntax UID (0002,0010) is JPEG 2000 Image Compression: lossy compression changes calcium scores",
        "Lossy Image Compression (0028,2110) says that the image went through lossy compression",
        ONE_IMAGE,
    ),
    "UN_sequence.dcm": (
        "SOP Class UID (0008,0016) is missing",
        "Study Instance UID (0020,000D) is missing",
        "Series Instance UID (0020,000E) is missing",
        "Frame of Reference UID (0020,0052) is missing",
        "Rows (0028,0010) is missing",
        "Columns (0028,0011) is missing",
        "Pixel Spacing (0028,0030) is missing",
        "Image Orientation (Patient) (0020,0037) is missing",
        "Image Position (Patient) (0020,0032) is missing",
        "Pixel Data (7FE0,0010) is missing",
    ),
}
FOLDERS = {
    # images, scorable, the first reason
    "98892001/CT5N": (5, True, ""),
    "98892001/CT2N": (2, False, "Image Type (0008,0008) says that this is a localizer"),
    "77654033/CT2": (4, False, "161 slices are missing between 17106 and 17136"),
    "TINY_ALPHA/PT000000": (50, False, "Frame of Reference UID (0020,0052) is missing in IM000000 and all 49 others."),
    "77654033/CR1": (1, False, "SOP Class UID (0008,0016) is Computed Radiography Image Storage, not CT"),
    "98892003/MR700": (7, False, "SOP Class UID (0008,0016) is MR Image Storage, not CT Image Storage"),
}


def test_every_file_that_comes_with_pydicom_is_in_one_of_the_tables():
    listed = {f"{name}.dcm" for names in NOT_CT.values() for name in names.split()}
    listed |= {f"{folder}/{name}" for folder, names in DIRECTORIES.items() for name in names.split()}
    listed |= {name for names in PROBLEMS.values() for name in names.split()} | set(CT_FILES)
    if pydicom.__version__.startswith("3.0."):
        there = {
            str(file.relative_to(PYDICOM)).replace("\\", "/")
            for file in PYDICOM.rglob("*")
            if file.is_file() and file.suffix not in (".py", ".pyc")
        }
        images = {name for name in there if name.startswith("dicomdirtests/") and name not in listed}
        assert there - images - listed == set()
        assert all(name.split("/")[1] in ("98892001", "98892003", "77654033", "TINY_ALPHA") for name in images)


@pytest.mark.parametrize(
    ("name", "words"), [(f"{name}.dcm", words) for words, names in NOT_CT.items() for name in names.split()]
)
def test_an_object_of_another_kind_is_refused_for_what_it_is(name, words):
    if not (PYDICOM / name).exists():
        pytest.skip("not in this version of pydicom")

    candidate = only(PYDICOM / name)

    assert said(candidate.refusals) == (f"SOP Class UID (0008,0016) is {words}, not CT Image Storage, in {name}.",)


@pytest.mark.parametrize(
    ("name", "words"), [(name, words) for words, names in PROBLEMS.items() for name in names.split()]
)
def test_a_file_that_is_no_image_is_named_for_what_it_is(name, words):
    if not (PYDICOM / name).exists():
        pytest.skip("not in this version of pydicom")

    findings = find_series([PYDICOM / name])

    assert findings.candidates == ()
    (problem,) = said(findings.problems)
    assert problem.startswith(f"{PYDICOM / name} ")
    assert words in problem


@pytest.mark.parametrize(
    ("folder", "name"), [(folder, name) for folder, names in DIRECTORIES.items() for name in names.split()]
)
def test_a_directory_leads_to_what_lies_beside_it(folder, name):
    there, led = find_series([PYDICOM / folder]), find_series([PYDICOM / folder / name])

    assert len(led.candidates) == len(there.candidates) > 0
    assert [len(one.files) for one in led.candidates] == [len(one.files) for one in there.candidates]


@pytest.mark.parametrize("name", list(CT_FILES))
def test_a_single_ct_file_is_refused_for_every_reason(name):
    candidate = only(PYDICOM / name)

    assert len(candidate.refusals) == len(CT_FILES[name])
    for reason, expected in zip(said(candidate.refusals), CT_FILES[name], strict=True):
        assert reason.startswith(expected)


@pytest.mark.parametrize("name", list(FOLDERS))
def test_series_that_come_with_pydicom(name):
    count, scorable, reason = FOLDERS[name]

    candidate = only(PYDICOM / "dicomdirtests" / name)

    assert len(candidate.files) == count
    assert candidate.scorable == scorable
    if not scorable:
        assert said(candidate.refusals)[0].startswith(reason)


def test_the_calcium_series_that_comes_with_pydicom_reads_as_pydicom_reads_it():
    candidate = only(PYDICOM / "dicomdirtests" / "98892001" / "CT5N")
    series = load_series(candidate)

    assert series.hu.shape == (5, 16, 16)
    assert series.geometry.spacing_mm[0] == 2.5
    for file, image in zip(series.files, series.hu, strict=True):
        source = pydicom.dcmread(file)
        padding = source.pixel_array == source.get("PixelPaddingValue", 99999)
        expected = source.pixel_array * float(source.RescaleSlope) + float(source.RescaleIntercept)
        assert (image[~padding] == expected[~padding]).all()
        assert (image[padding] <= -1024).all()
