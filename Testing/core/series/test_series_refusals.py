"""What cannot be scored is refused, with every reason in one plain sentence that names attribute, tag and file."""

import re

import numpy as np
import pytest
from pydicom.uid import (
    JPEG2000,
    EnhancedCTImageStorage,
    JPEGBaseline8Bit,
    JPEGLSNearLossless,
    SecondaryCaptureImageStorage,
)

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


def verdict(folder):
    """The only candidate of a folder without other problems."""
    findings = find_series([folder])
    assert findings.problems == ()
    (candidate,) = findings.candidates
    return candidate


def test_a_valid_series_is_scorable_without_warnings_but_for_its_small_matrix(tiny):
    candidate = verdict(tiny.write(4))

    assert candidate.scorable
    assert said(candidate.warnings) == (
        "Images have 16 x 16 pixels instead of 512 x 512 (Rows (0028,0010), Columns (0028,0011)).",
    )
    assert candidate.notes == ()
    assert candidate.geometry.shape == (4, 16, 16)
    assert candidate.geometry.spacing_mm == (3.0, 0.5, 0.5)
    assert candidate.geometry.origin_lps_mm == (-4.0, -4.0, 0.0)
    assert load_series(candidate).hu[3, 2, 1] == 300 + 20 + 1 - 1024


MANDATORY = {
    "StudyInstanceUID": "Study Instance UID (0020,000D)",
    "SeriesInstanceUID": "Series Instance UID (0020,000E)",
    "FrameOfReferenceUID": "Frame of Reference UID (0020,0052)",
    "PixelSpacing": "Pixel Spacing (0028,0030)",
    "ImageOrientationPatient": "Image Orientation (Patient) (0020,0037)",
    "ImagePositionPatient": "Image Position (Patient) (0020,0032)",
    "Rows": "Rows (0028,0010)",
    "Columns": "Columns (0028,0011)",
}
NEEDED = {
    "RescaleSlope": "Rescale Slope (0028,1053)",
    "RescaleIntercept": "Rescale Intercept (0028,1052)",
    "BitsAllocated": "Bits Allocated (0028,0100)",
    "BitsStored": "Bits Stored (0028,0101)",
    "HighBit": "High Bit (0028,0102)",
    "PixelRepresentation": "Pixel Representation (0028,0103)",
    "SamplesPerPixel": "Samples per Pixel (0028,0002)",
    "PhotometricInterpretation": "Photometric Interpretation (0028,0004)",
    "PixelData": "Pixel Data (7FE0,0010)",
}


@pytest.mark.parametrize(("keyword", "name"), [*MANDATORY.items(), *NEEDED.items()], ids=[*MANDATORY, *NEEDED])
def test_a_missing_attribute_is_named_once_for_all_images(tiny, keyword, name):
    candidate = verdict(tiny.write(3, **{keyword: None}))

    assert said(candidate.refusals) == (f"{name} is missing in i00.dcm and all 2 others.",)


@pytest.mark.parametrize(("keyword", "name"), [*MANDATORY.items(), *NEEDED.items()], ids=[*MANDATORY, *NEEDED])
@pytest.mark.parametrize("where", [0, 2, 4], ids=["first", "inner", "last"])
def test_one_image_without_an_attribute_keeps_the_whole_series_from_passing_as_complete(tiny, keyword, name, where):
    def change(dataset, index):
        if index == where:
            del dataset[keyword]

    findings = find_series([tiny.write(5, change)])

    for candidate in findings.candidates:
        if candidate.scorable:
            # Only an image that has lost its series lies outside, and the others say so.
            assert keyword == "SeriesInstanceUID"
            assert remark("series.file_outside", file=f"i{where:02}.dcm") in candidate.warnings
    reasons = [reason for candidate in findings.candidates for reason in said(candidate.refusals)]
    assert f"{name} is missing in i{where:02}.dcm." in reasons


@pytest.mark.parametrize("keyword", list(MANDATORY))
def test_an_empty_mandatory_attribute_is_called_empty(tiny, keyword):
    candidate = verdict(tiny.write(3, lambda dataset, index: setattr(dataset, keyword, None)))

    assert said(candidate.refusals) == (f"{MANDATORY[keyword]} is empty in i00.dcm and all 2 others.",)


WRONG = [
    ({"PixelSpacing": [0, 0.5]}, r"Pixel Spacing (0028,0030) must be two numbers above zero, but is \"0\0.5\" in"),
    ({"PixelSpacing": [-0.5, 0.5]}, "Pixel Spacing (0028,0030) must be two numbers above zero"),
    ({"ImageOrientationPatient": [1, 0, 0, 1, 0, 0]}, "Image Orientation (Patient) (0020,0037) must be six"),
    ({"ImageOrientationPatient": [0, 0, 0, 0, 0, 0]}, "Image Orientation (Patient) (0020,0037) must be six"),
    ({"Rows": 0}, "Rows (0028,0010) must be a whole number above zero"),
    ({"Rows": 17}, "Pixel Data (7FE0,0010) does not fit Rows and Columns: 512 bytes instead of 544"),
    ({"RescaleSlope": "0"}, 'Rescale Slope (0028,1053) must be a number above zero, but is "0"'),
    ({"RescaleSlope": "-1"}, 'Rescale Slope (0028,1053) must be a number above zero, but is "-1"'),
    ({"RescaleType": "OD"}, 'Rescale Type (0028,1054) must be HU (Hounsfield units), but is "OD"'),
    ({"PhotometricInterpretation": "MONOCHROME1"}, "must be MONOCHROME2, but is"),
    ({"BitsAllocated": 8}, 'Bits Allocated (0028,0100) must be 16, but is "8"'),
    ({"BitsAllocated": 32}, 'Bits Allocated (0028,0100) must be 16, but is "32"'),
    ({"BitsStored": 17}, "Bits Stored (0028,0101) must be a whole number from 1 to 16"),
    ({"HighBit": 16}, "High Bit (0028,0102) must be from Bits Stored less one to 15"),
    ({"HighBit": 14}, "High Bit (0028,0102) must be from Bits Stored less one to 15"),
    ({"PixelRepresentation": 2}, "Pixel Representation (0028,0103) must be 0 (unsigned) or 1 (signed)"),
    ({"NumberOfFrames": 2}, "Number of Frames (0028,0008) must be 1 (multi-frame images are not supported)"),
    ({"LossyImageCompression": "01"}, "Lossy Image Compression (0028,2110) says that the image went through lossy"),
    ({"SeriesInstanceUID": "not a uid"}, "Series Instance UID (0020,000E) is not a valid UID"),
]


@pytest.mark.filterwarnings("ignore:Invalid value for VR UI")
@pytest.mark.parametrize(("attributes", "reason"), WRONG, ids=[str(one) for one, _ in WRONG])
def test_a_wrong_value_is_refused_and_shown(tiny, attributes, reason):
    candidate = verdict(tiny.write(3, **attributes))

    assert not candidate.scorable
    assert any(reason.replace('\\"', '"') in one for one in said(candidate.refusals)), said(candidate.refusals)
    with pytest.raises(InputRefused):
        load_series(candidate)


@pytest.mark.parametrize(
    ("keyword", "raw"),
    [
        ("RescaleIntercept", b"-1024,0"),
        ("RescaleIntercept", b"nan "),
        ("RescaleSlope", b"inf "),
        ("RescaleSlope", b"1_0 "),
        ("PixelSpacing", b"0.5 "),
        ("PixelSpacing", b"0.5\\0.5\\0.5 "),
        ("ImagePositionPatient", b"0\\0\\zero"),
        ("ImageOrientationPatient", b"1\\0\\0\\0\\1"),
    ],
)
def test_text_that_is_no_number_is_refused(tiny, keyword, raw):
    def change(dataset, index):
        dataset[keyword]._value = None
        dataset[keyword].VR = "OB"
        dataset[keyword]._value = raw

    folder = tiny.write(3, change)
    for file in folder.iterdir():  # back to the VR of the standard, which pydicom would not write for such values
        data = file.read_bytes()
        tag = {"RescaleIntercept": b"(\0R\x10", "RescaleSlope": b"(\0S\x10", "PixelSpacing": b"(\0\x30\0"}
        head = tag.get(keyword) or (b" \0\x32\0" if "Position" in keyword else b" \0\x37\0")
        old = head + b"OB\0\0" + len(raw + b"\0" * (len(raw) % 2)).to_bytes(4, "little")
        padded = raw + b" " * (len(raw) % 2)
        assert old in data
        new = head + b"DS" + len(padded).to_bytes(2, "little") + padded
        at = data.index(old)
        file.write_bytes(data[:at] + new + data[at + len(old) + len(padded) :])

    candidate = verdict(folder)

    (reason,) = said(candidate.refusals)
    assert re.search(r"\(00[0-9A-F]{2},[0-9A-F]{4}\) must be .* in i00\.dcm and all 2 others\.", reason)


def test_every_reason_is_given_at_once(tiny):
    candidate = verdict(tiny.write(3, RescaleSlope=None, PixelSpacing=[0, 0], PhotometricInterpretation="RGB"))

    assert len(candidate.refusals) == 3


def test_color_images_are_refused(tiny):
    def change(dataset, index):
        dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "RGB", 0
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
        dataset.PixelData = bytes(3 * 256)

    reasons = " ".join(said(verdict(tiny.write(3, change)).refusals))

    assert "Samples per Pixel (0028,0002) must be 1" in reasons
    assert "Photometric Interpretation (0028,0004) must be MONOCHROME2" in reasons
    assert "Bits Allocated (0028,0100) must be 16" in reasons


@pytest.mark.parametrize("syntax", [JPEGBaseline8Bit, JPEGLSNearLossless, JPEG2000], ids=lambda uid: uid.name)
def test_lossy_transfer_syntaxes_are_refused(tiny, syntax):
    def change(dataset, index):
        dataset.file_meta.TransferSyntaxUID = syntax
        dataset.PixelData = b"\xfe\xff\0\xe0\0\0\0\0" + b"\xfe\xff\0\xe0\x04\0\0\0abcd" + b"\xfe\xff\xdd\xe0\0\0\0\0"
        dataset["PixelData"].VR = "OB"
        dataset["PixelData"].is_undefined_length = True

    (reason,) = said(verdict(tiny.write(3, change)).refusals)

    assert reason.startswith("Transfer Syntax UID (0002,0010) is ")
    assert "lossy compression changes calcium scores, in i00.dcm" in reason


def test_a_bare_lossy_flag_on_a_deidentified_research_image_is_a_warning_that_stays(tiny):
    candidate = verdict(tiny.write(3, LossyImageCompression="01", PatientIdentityRemoved="YES"))

    assert candidate.scorable
    assert any("Lossy Image Compression (0028,2110)" in warning for warning in said(load_series(candidate).remarks))


def test_a_lossy_flag_with_a_ratio_is_refused_whoever_the_patient_is(tiny):
    lossy = {"LossyImageCompression": "01", "LossyImageCompressionRatio": "8", "PatientIdentityRemoved": "YES"}

    assert not verdict(tiny.write(3, **lossy)).scorable


def test_localizers_are_refused_for_what_they_are(tiny):
    candidate = verdict(tiny.write(1, ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"], RescaleSlope=None))

    assert said(candidate.refusals) == (
        'Image Type (0008,0008) says that this is a localizer, "ORIGINAL\\PRIMARY\\LOCALIZER", in i00.dcm.',
    )


def test_a_localizer_in_the_series_does_not_spoil_the_axial_images(tiny):
    def change(dataset, index):
        if index == 4:
            dataset.ImageType = ["ORIGINAL", "PRIMARY", "LOCALIZER"]
            dataset.ImageOrientationPatient = [0, 1, 0, 0, 0, -1]
            dataset.FrameOfReferenceUID = "2.25.99"

    scout, axial = sorted(find_series([tiny.write(5, change)]).candidates, key=lambda one: one.scorable)

    assert scout.label == "localizer"
    assert axial.scorable
    assert len(axial.files) == 4
    assert not any("incomplete" in warning for warning in said(axial.warnings))


@pytest.mark.parametrize(
    ("sop_class", "words"),
    [
        (
            SecondaryCaptureImageStorage,
            "is Secondary Capture Image Storage, not CT Image Storage, in i00.dcm and 2 more.",
        ),
        (EnhancedCTImageStorage, "multi-frame images are not supported; export the series as single-frame CT images."),
        ("1.2.840.10008.5.1.4.1.1.4", "is MR Image Storage, not CT Image Storage"),
    ],
)
def test_the_sop_class_decides_and_not_the_modality(tiny, sop_class, words):
    def change(dataset, index):
        dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = sop_class

    (reason,) = said(verdict(tiny.write(3, change)).refusals)

    assert reason.startswith("SOP Class UID (0008,0016) is ")
    assert words in reason


@pytest.mark.parametrize("modality", ["OT", "ct", "", "ANONYMIZED"])
def test_a_ct_image_is_scorable_though_its_modality_does_not_say_it(tiny, modality):
    assert verdict(tiny.write(3, Modality=modality)).scorable


@pytest.mark.parametrize("modality", ["SEG", "PT", "RTDOSE", "mr"])
def test_another_kind_of_image_stored_as_ct_is_refused(tiny, modality):
    (reason,) = said(verdict(tiny.write(3, Modality=modality)).refusals)
    assert reason.startswith(f'Modality (0008,0060) must be CT, but is "{modality}"')


MIXTURES = {
    "PatientName": ("Other^Patient", "Patient's Name (0010,0010)"),
    "PatientID": ("T2", "Patient ID (0010,0020)"),
    "StudyInstanceUID": ("2.25.23", "Study Instance UID (0020,000D)"),
    "StudyID": ("7", "Study ID (0020,0010)"),
    "FrameOfReferenceUID": ("2.25.34", "Frame of Reference UID (0020,0052)"),
}


@pytest.mark.parametrize("keyword", list(MIXTURES))
def test_mixed_patients_studies_and_frames_of_reference_are_refused(tiny, keyword):
    other, name = MIXTURES[keyword]

    def change(dataset, index):
        if index >= 2:
            setattr(dataset, keyword, other)

    candidate = verdict(tiny.write(4, change))

    assert said(candidate.refusals) == (
        f"{name} has 2 different values in one series (first in i00.dcm and i02.dcm); one volume needs images of one "
        "patient, study and frame of reference.",
    )


def positions(*heights):
    """A change that puts images at these heights."""

    def change(dataset, index):
        dataset.ImagePositionPatient = [-4, -4, heights[index]]

    return change


def test_a_missing_slice_is_found(tiny):
    (reason,) = said(verdict(tiny.write(5, positions(0, 3, 6, 12, 15))).refusals)

    assert reason == (
        "A slice is missing between i02.dcm and i03.dcm: they are 6.00 mm apart, the others 3.00 mm "
        "(Image Position (Patient) (0020,0032))."
    )


def test_several_missing_slices_are_counted(tiny):
    (reason,) = said(verdict(tiny.write(7, positions(0, 3, 6, 15, 18, 21, 27))).refusals)

    assert reason.startswith("3 slices are missing between i02.dcm and i03.dcm and 1 more places: they are 9.00 mm")


def test_unequal_spacing_is_refused(tiny):
    (reason,) = said(verdict(tiny.write(5, positions(0, 3, 6, 10.2, 13.2))).refusals)

    assert reason.startswith("Slices are unequally far apart: 3.00 to 4.20 mm (Image Position (Patient) (0020,0032)")


def test_spacing_unequal_by_rounding_is_taken_with_a_warning(tiny):
    candidate = verdict(tiny.write(5, positions(0, 3.1, 6, 9, 12)))

    assert candidate.scorable
    assert candidate.geometry.spacing_mm[0] == 3.0
    assert "Slices are not equally far apart: 2.90 to 3.10 mm" in said(candidate.warnings)[0]


def test_two_images_at_one_position_that_nothing_tells_apart_are_refused(tiny):
    (reason,) = said(verdict(tiny.write(5, positions(0, 3, 3, 6, 9))).refusals)

    assert reason == (
        "Images lie at the same position (Image Position (Patient) (0020,0032): i01.dcm and i02.dcm), and neither "
        "cardiac phase nor any other attribute tells which belong together."
    )


def test_a_single_image_is_no_volume(tiny):
    (reason,) = said(verdict(tiny.write(1)).refusals)

    assert reason == "It has only one image (i00.dcm); slice spacing and a score need at least two."


def test_a_tilted_gantry_is_refused(tiny):
    angle = np.radians(15)

    def change(dataset, index):
        dataset.ImageOrientationPatient = [1, 0, 0, 0, float(f"{np.cos(angle):.8f}"), float(f"{-np.sin(angle):.8f}")]
        dataset.GantryDetectorTilt = "15"

    (reason,) = said(verdict(tiny.write(4, change)).refusals)

    assert reason.startswith("The slices are sheared by 15.0 degrees, as with a tilted gantry")


def test_an_image_shifted_to_the_side_is_refused(tiny):
    def change(dataset, index):
        if index == 2:
            dataset.ImagePositionPatient = [-2, -4, 6]

    (reason,) = said(verdict(tiny.write(4, change)).refusals)

    assert reason.startswith("The slices are not stacked in one line: i02.dcm is 2.00 mm to the side")


def test_files_with_one_sop_instance_uid_and_different_content_are_refused(tiny):
    reasons = said(verdict(tiny.write(4, SOPInstanceUID="2.25.5")).refusals)

    assert "SOP Instance UID (0008,0018) is the same in i00.dcm and i01.dcm, but the files differ." in reasons
