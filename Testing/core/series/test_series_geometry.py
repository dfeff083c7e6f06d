"""The bounds of geometry: each is tried just inside and just outside, in the numbers that its rule states."""

from dataclasses import replace
from math import cos, radians, sin, tan
from pathlib import Path

import numpy as np
import pytest
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.headers.plane import Plane, plane_of
from SmartScoreLib.series.stacks.stack import evenly_spaced, positions_along_normal, slice_axis, stack

AXIAL = Plane((0.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.5, 0.5), (16, 16))


def axial(*positions, **others):
    """Axial images at these heights."""
    return [replace(AXIAL, position=(-4.0, -4.0, float(position)), **others) for position in positions]


def beside(*positions, **others):
    """Axial images at these places (x, y, z)."""
    return [replace(AXIAL, position=position, **others) for position in positions]


def stacked(planes):
    """The stack of images whose files are called 0, 1, 2, ..."""
    return stack(planes, [Path(str(number)) for number in range(len(planes))], "2.25.33")


def codes(found):
    return [remark.code for remark in found.remarks]


# Heights of images -> one grid, or none.


# "Positions written with one decimal put gaps off by up to 0.1 mm; 5 % of a gap is 5 % of that slice's score."
@pytest.mark.parametrize(
    ("positions", "valid"),
    [
        ((0, 3, 6, 9.149, 12.149), True),  # 5 % of 3 mm are 0.15 mm
        ((0, 3, 6, 9.15, 12.15), True),
        ((0, 3, 6, 9.151, 12.151), False),
        ((0, 3, 6, 8.851, 11.851), True),
        ((0, 3, 6, 8.849, 11.849), False),
        ((0, 1, 2, 3.099, 4.099), True),  # 5 % of 1 mm are less than 0.1 mm
        ((0, 1, 2, 3.1, 4.1), True),
        ((0, 1, 2, 3.101, 4.101), False),
    ],
)
def test_a_gap_may_be_off_by_five_percent_or_a_tenth_of_a_millimetre(positions, valid):
    found = stacked(axial(*positions))

    assert (found.geometry is not None) == valid
    assert codes(found) == (["series.uneven_gaps"] if valid else ["series.unequal_gaps"])
    assert evenly_spaced(np.array(positions)) == valid


@pytest.mark.parametrize(
    ("gaps", "valid"), [((2.86, 3, 3.14), True), ((3.14, 2.86, 3), True), ((2.84, 3, 3.14), False)]
)
def test_the_middle_one_of_three_gaps_is_the_usual_one(gaps, valid):
    assert evenly_spaced(np.cumsum((0, *gaps))) == valid


@pytest.mark.parametrize(
    ("positions", "even"),
    [
        ((), False),
        ((0,), False),
        ((0, 3), True),
        ((0, 0.005), False),  # two images at the same position
        ((0, 0.005, 0.01), False),
        ((0, 0.01), False),
        ((0, 0.011), True),
    ],
)
def test_even_gaps_lie_between_at_least_two_images_at_different_positions(positions, even):
    assert evenly_spaced(np.array(positions)) == even


@pytest.mark.parametrize(
    ("positions", "told"),
    [
        ((0, 3, 6, 9.009), False),
        ((0, 3, 6, 9.011), True),
        ((0, 3, 6, 8.991), False),
        ((0, 3, 6, 8.989), True),
        ((-0.013, 0, 0.023), False),  # 0.023 - 0.013 is just the number 0.01, in floating-point arithmetic too
    ],
)
def test_gaps_that_differ_by_more_than_a_hundredth_of_a_millimetre_are_told(positions, told):
    found = stacked(axial(*positions))

    assert found.geometry is not None
    assert codes(found) == (["series.uneven_gaps"] if told else [])


@pytest.mark.parametrize(("apart", "code"), [(0.009, "series.same_position"), (0.011, "series.unequal_gaps")])
def test_images_within_a_hundredth_of_a_millimetre_lie_at_the_same_position(apart, code):
    found = stacked(axial(0, 3, 6, 6 + apart, 9 + apart))

    assert found.geometry is None
    assert codes(found) == [code]


def test_exactly_a_hundredth_of_a_millimetre_is_the_same_position():
    assert codes(stacked(axial(0, 0.01, 3.01, 6.01))) == ["series.same_position"]


def test_images_at_the_same_position_are_named_and_counted():
    (once,) = stacked(axial(0, 3, 6, 6, 9)).remarks
    (often,) = stacked(axial(0, 3, 3, 6, 6, 9, 9, 12)).remarks

    assert (once.code, once.values["first"], once.values["second"]) == ("series.same_position", "2", "3")
    assert (often.code, often.values["first"], often.values["second"]) == ("series.same_positions", "1", "2")
    assert often.values["pairs"] == 2  # more than the one that is named


def test_one_image_is_no_stack():
    found = stacked(axial(0))

    assert (found.order, found.geometry, codes(found)) == ((0,), None, ["series.one_image"])


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        (6.149, "series.slice_missing"),  # 2.0497 times the usual 3 mm
        (6.151, "series.unequal_gaps"),  # 2.0503 times
        (5.851, "series.slice_missing"),
        (5.849, "series.unequal_gaps"),
        (9.0, "series.slices_missing"),
        (0.12, "series.unequal_gaps"),  # near no gap at all, which is no multiple that slices are missing from
    ],
)
def test_slices_are_missing_where_a_gap_is_a_multiple_of_the_others_within_a_twentieth(gap, code):
    found = stacked(axial(0, 3, 6, 6 + gap, 9 + gap))

    assert found.geometry is None
    (refusal,) = found.remarks
    assert refusal.code == code
    assert (refusal.values["first"], refusal.values["second"]) == ("2", "3")
    if code == "series.unequal_gaps":
        assert refusal.values["least_mm"] == pytest.approx(min(gap, 3))
        assert refusal.values["most_mm"] == pytest.approx(max(gap, 3))
    else:
        assert refusal.values["gap_mm"] == pytest.approx(gap)
        assert refusal.values["usual_mm"] == pytest.approx(3)
    assert refusal.values.get("slices") == (2 if code == "series.slices_missing" else None)


@pytest.mark.parametrize(("positions", "first"), [((0, 3, 9), "1"), ((0, 6, 9), "0")])
def test_of_two_gaps_the_smaller_one_is_the_usual_one(positions, first):
    (refusal,) = stacked(axial(*positions)).remarks

    assert refusal.code == "series.slice_missing"
    assert (refusal.values["gap_mm"], refusal.values["usual_mm"], refusal.values["first"]) == (6.0, 3.0, first)


def test_missing_slices_are_counted_in_every_place():
    (refusal,) = stacked(axial(0, 3, 6, 15, 18, 21, 27)).remarks

    assert refusal.code == "series.slices_missing_in_places"
    assert (refusal.values["slices"], refusal.values["places"], refusal.values["gap_mm"]) == (3, 1, 9.0)


def test_gaps_at_the_same_position_do_not_count_for_the_usual_gap():
    found = stacked(axial(0, 0, 0, 0, 3, 6, 12))

    assert codes(found) == ["series.same_positions", "series.slice_missing"]
    assert found.remarks[1].values["usual_mm"] == 3.0
    assert codes(stacked(axial(0, 0))) == ["series.same_position"]


# Places across the axis.


@pytest.mark.parametrize("spacing", [(0.5, 0.5), (0.5, 2.0), (2.0, 0.5)])
@pytest.mark.parametrize(("shift", "valid"), [(0.124, True), (0.125, True), (0.126, False)])
def test_an_image_may_lie_a_quarter_of_the_smaller_pixel_side_out_of_line(spacing, shift, valid):
    found = stacked(beside((0, 0, 0), (shift, 0, 3), (0, 0, 6), (0, 0, 9), spacing=spacing))

    assert (found.geometry is not None) == valid
    assert codes(found) == ([] if valid else ["series.not_in_line"])
    for refusal in found.remarks:
        assert refusal.values["file"] == "1"
        assert refusal.values["distance_mm"] == pytest.approx(0.126)


def test_the_last_image_alone_out_of_line_is_no_tilt_below_half_a_degree():
    """0.126 mm to the side over 15 mm are 0.48 degrees; over 12 mm, 0.6 degrees."""
    far = stacked(beside((0, 0, 0), (0, 0, 3), (0, 0, 6), (0, 0, 9), (0, 0, 12), (0, 0.126, 15)))
    near = stacked(beside((0, 0, 0), (0, 0, 3), (0, 0, 6), (0, 0, 9), (0, 0.126, 12)))

    assert codes(far) == ["series.not_in_line"]
    assert codes(near) == ["series.sheared"]


@pytest.mark.parametrize(("degrees", "code"), [(0.49, "series.not_in_line"), (0.51, "series.sheared")])
@pytest.mark.parametrize("upwards", [1, -1])
def test_a_side_step_that_grows_is_called_a_tilt_from_half_a_degree(degrees, code, upwards):
    # A quarter of a pixel is 0.025 mm; half a degree over 9 mm is 0.079 mm.
    step = tan(radians(degrees)) * 3 * upwards
    found = stacked(beside(*((step * index, 0, 3 * index) for index in range(4)), spacing=(0.1, 0.1)))

    assert found.geometry is None
    (refusal,) = found.remarks
    assert refusal.code == code
    if code == "series.sheared":
        assert (refusal.values["first"], refusal.values["last"]) == ("0", "3")
        assert refusal.values["degrees"] == pytest.approx(degrees)


# The grid.


def test_the_spacing_is_the_mean_gap_to_a_millionth_of_a_millimetre():
    found = stacked(axial(0, 0.333333, 0.666667, 1))

    assert found.geometry.spacing_mm == (0.333333, 0.5, 0.5)


def test_the_grid_begins_with_the_lowest_image_whatever_the_order_of_the_files():
    found = stacked(axial(6, 0, 3, spacing=(0.5, 0.75), size=(16, 32)))

    assert found.order == (1, 2, 0)
    assert found.geometry == VolumeGeometry(
        (3, 16, 32), (3.0, 0.5, 0.75), (-4.0, -4.0, 0.0), ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0)), "2.25.33"
    )


def test_gaps_that_are_told_come_with_the_least_the_largest_and_their_mean():
    (odd,) = stacked(axial(0, 2.9, 6, 9)).remarks

    assert odd.code == "series.uneven_gaps"
    assert odd.values["least_mm"] == pytest.approx(2.9)
    assert odd.values["most_mm"] == pytest.approx(3.1)
    assert odd.values["mean_mm"] == pytest.approx(3.0)


def test_the_directions_of_a_grid_are_those_of_its_first_slice():
    """Orientations of one volume may differ in their last digits; the three directions stay at right angles."""
    sine, cosine = 0.0008, (1 - 0.0008**2) ** 0.5
    upper = replace(AXIAL, position=(0.0, 0.0, 3.0), column=(0.0, cosine, sine), spacing=(0.50004, 0.5))
    found = stacked([upper, AXIAL])

    assert found.order == (1, 0)
    assert found.geometry.directions == ((0.0, 0.0, 1.0), (0.0, 1.0, 0.0), (1.0, 0.0, 0.0))
    assert found.geometry.spacing_mm[1:] == (0.5, 0.5)


@pytest.mark.parametrize(
    ("row", "column", "axis"),
    [
        ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
        ((-1, 0, 0), (0, 1, 0), (0, 0, 1)),  # the normal points down, the axis up
        ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
        ((1, 0, 0), (0, 0, 1), (0, 1, 0)),
        ((0, 1, 0), (0, 0, -1), (1, 0, 0)),
        ((0, 1, 0), (0, 0, 1), (1, 0, 0)),
        ((1, 0, 0), (0, 0.8, 0.6), (0, -0.6, 0.8)),
        ((1, 0, 0), (0, 0.6, -0.8), (0, 0.8, 0.6)),
    ],
)
def test_the_slice_axis_counts_upwards_along_its_largest_part(row, column, axis):
    row, column = tuple(map(float, row)), tuple(map(float, column))
    turned = replace(AXIAL, row=row, column=column)
    assert np.allclose(slice_axis(turned), axis, rtol=0, atol=1e-12)

    steps = [replace(turned, position=tuple(2.5 * index * np.array(axis, float))) for index in (0, 1, 2)]
    assert np.allclose(positions_along_normal(steps), (0, 2.5, 5), rtol=0, atol=1e-12)
    geometry = stacked(steps).geometry
    assert np.allclose(geometry.directions, (axis, column, row), rtol=0, atol=1e-12)
    assert geometry.spacing_mm == (2.5, 0.5, 0.5)
    assert "-0.0" not in repr(geometry.directions[0])  # no zero has a sign, which would be printed and saved


GRID = VolumeGeometry(  # slices upwards, rows to the front, columns to the left: a turned grid of three unlike spacings
    (4, 5, 6), (3.0, 0.5, 0.75), (10.0, -20.0, 30.0), ((0.0, 0.6, 0.8), (0.0, 0.8, -0.6), (1.0, 0.0, 0.0))
)


@pytest.mark.parametrize(
    ("index", "lps_mm"),
    [
        ((0, 0, 0), (10.0, -20.0, 30.0)),
        ((1, 0, 0), (10.0, -18.2, 32.4)),  # 3 mm along (0, 0.6, 0.8)
        ((0, 2, 0), (10.0, -19.2, 29.4)),  # 1 mm along (0, 0.8, -0.6)
        ((0, 0, 4), (13.0, -20.0, 30.0)),
        ((1, 2, 4), (13.0, -17.4, 31.8)),
        ((-0.5, 1, 0.5), (10.375, -20.5, 28.5)),
    ],
)
def test_a_grid_turns_an_index_into_patient_coordinates_and_back(index, lps_mm):
    assert np.allclose(GRID.lps_mm(index), lps_mm, rtol=0, atol=1e-9)
    assert np.allclose(GRID.index(lps_mm), index, rtol=0, atol=1e-9)
    assert np.allclose(GRID.lps_mm([index, (0, 0, 0)]), [lps_mm, (10, -20, 30)], rtol=0, atol=1e-9)
    assert np.allclose(GRID.index([lps_mm, (10, -20, 30)]), [index, (0, 0, 0)], rtol=0, atol=1e-9)
    assert np.allclose(GRID.index_to_lps @ (*index, 1), (*lps_mm, 1), rtol=0, atol=1e-9)


def test_the_size_of_a_voxel_is_the_product_of_its_spacings():
    assert GRID.pixel_area_mm2 == 0.375
    assert GRID.voxel_volume_mm3 == 1.125


# The plane of one image.


def header(**values):
    """A header with the attributes of the image plane; None leaves one out."""
    dataset = Dataset()
    attributes = {
        "Rows": 16,
        "Columns": 32,
        "PixelSpacing": [0.5, 0.75],
        "ImageOrientationPatient": [1, 0, 0, 0, 1, 0],
        "ImagePositionPatient": [-4, -5, 6],
    }
    for keyword, value in (attributes | values).items():
        if value is not None:
            setattr(dataset, keyword, value)
    return dataset


def test_the_plane_of_an_image_has_the_numbers_of_its_header():
    oblique = [0.8, 0.6, 0, 0, 0, -1]

    assert plane_of(header()) == (Plane((-4, -5, 6), (1, 0, 0), (0, 1, 0), (0.5, 0.75), (16, 32)), {})
    plane, faults = plane_of(header(ImageOrientationPatient=oblique))
    assert (plane.row, plane.column, faults) == ((0.8, 0.6, 0), (0, 0, -1), {})


@pytest.mark.parametrize(
    ("values", "faults"),
    [
        ({"PixelSpacing": None}, {"PixelSpacing": ""}),
        ({"ImageOrientationPatient": None}, {"ImageOrientationPatient": ""}),
        ({"PixelSpacing": [0.5]}, {"PixelSpacing": "series.pixel_spacing"}),
        ({"PixelSpacing": [0.5, 0.5, 0.5]}, {"PixelSpacing": "series.pixel_spacing"}),
        ({"PixelSpacing": [0.5, 0]}, {"PixelSpacing": "series.pixel_spacing"}),
        ({"PixelSpacing": [-0.5, 0.5]}, {"PixelSpacing": "series.pixel_spacing"}),
        ({"Rows": 0}, {"Rows": "series.whole_number"}),
        ({"Rows": 1}, {}),
        ({"ImagePositionPatient": [1, 2]}, {"ImagePositionPatient": "series.position"}),
        ({"ImagePositionPatient": [0, 0, 0]}, {}),
        ({"ImageOrientationPatient": [1, 0, 0, 0, 1]}, {"ImageOrientationPatient": "series.orientation"}),
        (
            {"ImageOrientationPatient": [1, 0, 0, 1, 0, 0], "ImagePositionPatient": None},
            {"ImageOrientationPatient": "series.orientation", "ImagePositionPatient": ""},
        ),
    ],
)
def test_every_fault_of_an_image_plane_is_told(values, faults):
    plane, found = plane_of(header(**values))

    assert found == faults
    assert (plane is None) == bool(faults)


def test_two_empty_values_are_wrong_and_not_absent():
    dataset = header(PixelSpacing=None)
    spacing = Tag("PixelSpacing")
    dataset[spacing] = RawDataElement(spacing, "DS", 2, b"\\ ", 0, False, True)

    assert plane_of(dataset) == (None, {"PixelSpacing": "series.pixel_spacing"})


@pytest.mark.parametrize(
    ("values", "valid"),
    [
        ({"PixelSpacing": ["0.000001", "0.5"]}, True),
        ({"PixelSpacing": ["0.00000099", "0.5"]}, False),
        ({"PixelSpacing": ["0.5", "100000"]}, True),
        ({"PixelSpacing": ["0.5", "100000.1"]}, False),
        ({"ImagePositionPatient": ["0", "100000", "-100000"]}, True),
        ({"ImagePositionPatient": ["0", "100000.1", "0"]}, False),
        ({"ImagePositionPatient": ["0", "0", "-100000.1"]}, False),
        ({"ImagePositionPatient": ["0.0000001", "0", "-0.0000001"]}, True),  # only sizes have a least value
    ],
)
def test_a_number_of_a_plane_is_between_a_nanometre_and_a_hundred_metres(values, valid):
    (keyword,) = values
    _, faults = plane_of(header(**values))

    assert faults == ({} if valid else {keyword: "series.impossible"})


# "Cosines written with three decimals are off by up to 0.0005": 0.002 leaves room for several of them.
@pytest.mark.parametrize(
    ("cosines", "valid"),
    [
        ([1.0019, 0, 0, 0, 1, 0], True),
        ([1.0021, 0, 0, 0, 1, 0], False),
        ([0.9981, 0, 0, 0, 1, 0], True),
        ([0.9979, 0, 0, 0, 1, 0], False),
        ([1, 0, 0, 0, 1.0019, 0], True),
        ([1, 0, 0, 0, 1.0021, 0], False),
        ([1, 0, 0, 0.0019, 1, 0], True),
        ([1, 0, 0, 0.002, 1, 0], True),
        ([1, 0, 0, 0.0021, 1, 0], False),
        ([1, 0, 0, -0.0019, 1, 0], True),
        ([1, 0, 0, -0.0021, 1, 0], False),
    ],
)
def test_direction_cosines_may_be_off_by_two_thousandths(cosines, valid):
    plane, faults = plane_of(header(ImageOrientationPatient=cosines))

    assert faults == ({} if valid else {"ImageOrientationPatient": "series.orientation"})
    if valid:
        directions = np.array([plane.normal, plane.column, plane.row])
        assert np.allclose(directions, [(0, 0, 1), (0, 1, 0), (1, 0, 0)], rtol=0, atol=0.002)
        assert np.allclose(directions @ directions.T, np.eye(3), rtol=0, atol=1e-12)


@pytest.mark.parametrize("degrees", [0, 30, 120])
def test_rounded_cosines_become_unit_vectors_at_right_angles(degrees):
    angle = radians(degrees)
    rounded = [round(cos(angle), 3), round(sin(angle), 3), 0, 0.001, 0, -1]
    plane, _ = plane_of(header(ImageOrientationPatient=rounded))

    directions = np.array([plane.row, plane.column, plane.normal])
    assert np.allclose(directions @ directions.T, np.eye(3), rtol=0, atol=1e-12)
    # The row keeps its direction; row x column is (-sin, cos, 0) turned by less than what was rounded.
    assert np.allclose(plane.row, (cos(angle), sin(angle), 0), rtol=0, atol=0.001)
    assert np.allclose(plane.normal, (-sin(angle), cos(angle), 0), rtol=0, atol=0.002)
