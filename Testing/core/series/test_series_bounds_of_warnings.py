"""When a reader is warned: each bound is tried just inside and just outside, each word of a list and its neighbours."""

from math import cos, radians, sin

import numpy as np
import pytest
from pydicom.dataset import Dataset

from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.verdict.warnings import warnings_without_headers


def told(folder):
    """Codes of what is said about the only candidate of a folder, which is scorable, but for its small matrix."""
    (candidate,) = find_series([folder]).candidates
    assert candidate.scorable, candidate.refusals
    return {remark.code for remark in candidate.remarks} - {"series.matrix"}


@pytest.mark.parametrize(("kvp", "warned"), [("119.9", True), ("120", False), ("120.0", False), ("120.1", True)])
def test_any_tube_voltage_but_120_kvp_is_told(tiny, kvp, warned):
    assert told(tiny.write(3, KVP=kvp)) == ({"series.kvp"} if warned else set())


def test_a_tube_voltage_that_some_images_lack_is_told(tiny):
    def change(dataset, index):
        if index == 1:
            del dataset.KVP

    assert told(tiny.write(3, change)) == {"series.kvp_partly_missing"}


# Agatston 1990 used 3 mm, electron beam protocols 2.5 to 3 mm; a hundredth is left for rounded positions.
@pytest.mark.parametrize(("spacing", "warned"), [(2.489, True), (2.491, False), (3.009, False), (3.011, True)])
def test_slice_spacing_is_told_outside_two_and_a_half_to_three_millimetres(tiny, spacing, warned):
    def change(dataset, index):
        dataset.ImagePositionPatient = [0, 0, round(spacing * index, 6)]
        dataset.SliceThickness = str(spacing)

    assert told(tiny.write(4, change)) == ({"series.spacing"} if warned else set())


@pytest.mark.parametrize(
    ("spacing", "thickness", "code"),
    [
        (3.0, "3.059", None),  # 2 % of 3 mm are 0.06 mm
        (3.0, "3.061", "series.overlap"),
        (3.0, "2.941", None),
        (3.0, "2.939", "series.gaps"),
        (1.0, "1.049", None),  # 2 % of 1 mm are less than 0.05 mm
        (1.0, "1.051", "series.overlap"),
        (1.0, "0.951", None),
        (1.0, "0.949", "series.gaps"),
    ],
)
def test_slice_thickness_may_differ_from_the_spacing_by_its_rounding(tiny, spacing, thickness, code):
    def change(dataset, index):
        dataset.ImagePositionPatient = [0, 0, spacing * index]
        dataset.SliceThickness = thickness

    assert told(tiny.write(4, change)) - {"series.spacing"} == ({code} if code else set())


def test_slice_thicknesses_that_differ_are_told_from_thinnest_to_thickest(tiny):
    folder = tiny.write(3, lambda dataset, index: setattr(dataset, "SliceThickness", ("3", "2", "4")[index]))

    (candidate,) = find_series([folder]).candidates
    (remark,) = (one for one in candidate.warnings if one.code == "series.thickness_differs")
    assert (remark.values["least_mm"], remark.values["most_mm"]) == (2.0, 4.0)


@pytest.mark.parametrize(
    ("turned", "tilt", "warned"),
    [
        (0, "0.9", False),
        (0, "1.1", True),
        (0, "-1.1", True),
        (2, "0.5", False),  # 0.5 degrees or less are no tilt, whatever the images
        (2, "0.6", True),
        (2, "0.9", True),  # 1.1 degrees beside that of the images
        (2, "1.1", False),
        (2, "2.9", False),
        (2, "3.1", True),
    ],
)
def test_a_tilt_that_the_images_do_not_have_is_told(tiny, turned, tilt, warned):
    angle = radians(turned)

    def change(dataset, index):
        dataset.ImageOrientationPatient = [1, 0, 0, 0, round(cos(angle), 12), round(sin(angle), 12)]
        dataset.ImagePositionPatient = [0, round(-sin(angle) * 3 * index, 9), round(cos(angle) * 3 * index, 9)]
        dataset.GantryDetectorTilt = tilt

    assert told(tiny.write(4, change)) == ({"series.tilt"} if warned else set())


def item():
    """An item of Contrast/Bolus Agent Sequence."""
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator, code.CodeMeaning = "385420005", "SCT", "Contrast agent"
    return code


@pytest.mark.parametrize(
    ("attributes", "warned"),
    [
        ({"ContrastBolusVolume": "0"}, False),
        ({"ContrastBolusVolume": "0.1"}, True),
        ({"ContrastBolusAgentSequence": []}, False),
        ({"ContrastBolusAgentSequence": [item()]}, True),
        ({"ContrastBolusAgent": "NONE", "ContrastBolusAgentSequence": [item()]}, True),
        ({"ContrastBolusAgent": "none", "ContrastBolusVolume": "50"}, True),
        ({"ContrastBolusAgent": "IV"}, True),
        ({"ContrastBolusAgent": "C+"}, True),
        ({"ContrastBolusAgent": "NONIONIC"}, True),
        *(
            ({"ContrastBolusAgent": word}, False)
            for word in (
                "none",
                "No",
                "N",
                "NO CONTRAST",
                "without",
                "WITHOUT CONTRAST",
                "UNENHANCED",
                "N/A",
                "-",
                "0",
                "C-",
                "nil",
                "w/o",
                "Non-contrast",
            )
        ),
    ],
)
def test_any_sign_of_a_contrast_agent_makes_scores_invalid(tiny, attributes, warned):
    folder = tiny.write(3, **attributes)

    assert told(folder) == ({"series.contrast"} if warned else set())
    for remark in find_series([folder]).candidates[0].remarks:
        if remark.code == "series.contrast":
            assert remark.severity == Severity.INVALID


def test_one_enhanced_image_is_enough(tiny):
    folder = tiny.write(4, lambda dataset, index: index == 3 and setattr(dataset, "ContrastBolusAgent", "Iohexol"))

    assert told(folder) == {"series.contrast"}


@pytest.mark.parametrize(
    ("kind", "warned"),
    [
        ("MIP", True),
        ("MINIP", True),
        ("AVERAGE", True),
        ("PROJECTION IMAGE", True),
        ("MPR", False),
        ("VOLUME", False),
        ("MIPS", False),
        ("RESAMPLED", False),
    ],
)
def test_projections_make_scores_invalid(tiny, kind, warned):
    folder = tiny.write(3, ImageType=["DERIVED", "SECONDARY", "AXIAL", kind])

    assert told(folder) == ({"series.projection"} if warned else set())
    for remark in find_series([folder]).candidates[0].remarks:
        if remark.code == "series.projection":
            assert remark.severity == Severity.INVALID


# Terms of PS3.16 Annex L, "Correspondence of Anatomic Region Codes and Body Part Examined Defined Terms".
ELSEWHERE = (
    "HEAD BRAIN SKULL HEADNECK NECK CSPINE LSPINE SSPINE COCCYX ABDOMEN ABDOMENPELVIS PELVIS HIP KNEE LEG ANKLE FOOT "
    "SHOULDER ARM ELBOW WRIST HAND EXTREMITY IAC ORBIT SINUS JAW"
)
WITH_A_HEART = "HEART CHEST CORONARYARTERY THORAX CHESTABDOMEN CHESTABDPELVIS NECKCHEST TSPINE WHOLEBODY AORTA"


@pytest.mark.parametrize(
    ("part", "warned"),
    [*((part, True) for part in ELSEWHERE.split()), *((part, False) for part in (*WITH_A_HEART.split(), ""))],
)
def test_a_body_part_without_a_heart_is_told(tiny, part, warned):
    assert told(tiny.write(2, BodyPartExamined=part)) == ({"series.body_part"} if warned else set())


@pytest.mark.parametrize(
    ("keyword", "code"),
    [
        ("BurnedInAnnotation", "series.burned_in"),
        ("MultienergyCTAcquisition", "series.multienergy"),
    ],
)
@pytest.mark.parametrize(("value", "warned"), [("YES", True), ("NO", False)])
def test_annotations_and_several_energies_are_told_where_the_header_says_yes(tiny, keyword, code, value, warned):
    assert told(tiny.write(2, **{keyword: value})) == ({code} if warned else set())


@pytest.mark.parametrize(("value", "warned"), [("00", False), ("0", False), ("", False), ("01", True)])
def test_the_lossy_flag_of_a_research_image_is_told_where_it_is_set(tiny, value, warned):
    folder = tiny.write(2, LossyImageCompression=value, PatientIdentityRemoved="YES")

    assert told(folder) == ({"series.lossy_research"} if warned else set())


@pytest.mark.parametrize(("rows", "columns", "warned"), [(512, 512, False), (511, 512, True), (512, 513, True)])
def test_any_matrix_but_512_x_512_is_told(tiny, rows, columns, warned):
    def change(dataset, index):
        dataset.Rows, dataset.Columns = rows, columns
        dataset.PixelData = bytes(2 * rows * columns)

    (candidate,) = find_series([tiny.write(2, change)]).candidates

    assert [one.code for one in candidate.warnings] == (["series.matrix"] if warned else [])
    for remark in candidate.warnings:
        assert (remark.values["rows"], remark.values["columns"]) == (rows, columns)


def test_of_many_phases_in_one_volume_five_are_named(tiny):
    def change(dataset, index):
        if index:
            dataset.NominalPercentageOfCardiacPhase = 60.0 + index
        dataset.AcquisitionNumber = index

    (candidate,) = find_series([tiny.write(7, change)]).candidates

    (remark,) = (one for one in candidate.warnings if one.code.startswith("series.phases"))
    assert remark.code == "series.phases_partly_unknown"
    assert remark.values["phases"] == ("61 %", "62 %", "63 %", "64 %")  # and "unknown"


@pytest.mark.parametrize(("number", "name"), [(40, "A" * 40), (41, "A" * 37 + "...")])
def test_a_long_name_of_an_agent_is_cut_after_40_characters(tiny, number, name):
    (candidate,) = find_series([tiny.write(2, ContrastBolusAgent="A" * number)]).candidates

    assert candidate.warnings[0].values["agent"] == name


def grid(spacing=3.0, upwards=(0.0, 0.0, 1.0)):
    return VolumeGeometry((2, 4, 4), (spacing, 0.5, 0.5), (0, 0, 0), (upwards, (0, 1, 0), (1, 0, 0)))


@pytest.mark.parametrize(("lowest", "warned"), [(-1000, False), (-301, False), (-300, False), (-299, True), (0, True)])
def test_a_volume_without_headers_that_holds_no_air_is_told(lowest, warned):
    hu = np.zeros((2, 4, 4), np.int16)
    hu[1, 2, 3] = lowest

    expected = ["series.no_air", "series.no_headers"] if warned else ["series.no_headers", "series.values_not_judged"]
    assert [remark.code for remark in warnings_without_headers(hu, grid())] == expected


@pytest.mark.parametrize(
    ("geometry", "expected"),
    [
        (grid(), []),
        (grid(spacing=3.02), ["series.spacing"]),
        (grid(upwards=(0.0, -sin(radians(10.1)), cos(radians(10.1)))), ["series.not_axial"]),
        (grid(upwards=(0.0, sin(radians(9.9)), -cos(radians(9.9)))), []),
    ],
)
def test_a_volume_without_headers_is_told_what_its_grid_shows(geometry, expected):
    hu = np.full((2, 4, 4), -1000, np.int16)

    told = [remark.code for remark in warnings_without_headers(hu, geometry)]
    assert told == ["series.no_headers", *expected, "series.values_not_judged"]


def test_the_gravest_warning_comes_first(tiny):
    (candidate,) = find_series([tiny.write(3, KVP="100", ContrastBolusAgent="Iohexol")]).candidates

    assert [(one.code, one.severity) for one in candidate.warnings[:2]] == [
        ("series.contrast", Severity.INVALID),
        ("series.kvp", Severity.LIMITS),
    ]
