"""The bounds of geometry: each is tried just inside and just outside, in the numbers that its rule states."""

from math import cos, radians, sin, tan

import numpy as np
import pytest

from SmartScoreLib.series.find import find_series


def codes(candidate):
    """What is said of a candidate, but for its small matrix."""
    return {remark.code for remark in candidate.remarks} - {"series.matrix"}


def only(folder):
    (candidate,) = find_series([folder]).candidates
    return candidate


def at(*positions):
    """A change that puts images at these positions along the patient."""

    def change(dataset, index):
        dataset.ImagePositionPatient = [-4, -4, positions[index]]
        dataset.SliceThickness = None

    return change


def turned(dataset, index, degrees, gap=3.0):
    """Turn an image about the left-right axis and put it `index` gaps along its normal."""
    angle = radians(degrees)
    dataset.ImageOrientationPatient = [1, 0, 0, 0, round(cos(angle), 12), round(sin(angle), 12)]
    along = index * gap
    dataset.ImagePositionPatient = [0, round(-sin(angle) * along, 9), round(cos(angle) * along, 9)]


# "Positions written with one decimal put gaps off by up to 0.1 mm; 5 % of a gap is 5 % of that slice's score."
@pytest.mark.parametrize(
    ("positions", "scorable"),
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
def test_a_gap_may_be_off_by_five_percent_or_a_tenth_of_a_millimetre(tiny, positions, scorable):
    candidate = only(tiny.write(5, at(*positions)))

    assert candidate.scorable == scorable
    assert ("series.unequal_gaps" in codes(candidate)) == (not scorable)
    assert ("series.uneven_gaps" in codes(candidate)) == scorable


@pytest.mark.parametrize(("last", "told"), [(9.009, False), (9.011, True), (8.991, False), (8.989, True)])
def test_gaps_that_differ_by_more_than_a_hundredth_of_a_millimetre_are_told(tiny, last, told):
    candidate = only(tiny.write(4, at(0, 3, 6, last)))

    assert candidate.scorable
    assert ("series.uneven_gaps" in codes(candidate)) == told


@pytest.mark.parametrize(("apart", "code"), [(0.009, "series.same_position"), (0.011, "series.unequal_gaps")])
def test_images_within_a_hundredth_of_a_millimetre_lie_at_the_same_position(tiny, apart, code):
    candidate = only(tiny.write(5, at(0, 3, 6, 6 + apart, 9)))

    refusals = codes(candidate) & {"series.same_position", "series.unequal_gaps"}
    assert refusals == {code}


def test_exactly_a_hundredth_of_a_millimetre_is_the_same_position(tiny):
    assert {one.code for one in only(tiny.write(4, at(0, 0.01, 3, 6))).refusals} == {"series.same_position"}


def test_the_spacing_is_the_mean_gap_to_a_millionth_of_a_millimetre(tiny):
    candidate = only(tiny.write(4, at(0, 0.333333, 0.666667, 1)))

    assert candidate.geometry.spacing_mm[0] == 0.333333


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
def test_slices_are_missing_where_a_gap_is_a_multiple_of_the_others_within_a_twentieth(tiny, gap, code):
    candidate = only(tiny.write(5, at(0, 3, 6, 6 + gap, 9 + gap)))

    assert {one.code for one in candidate.refusals} == {code}


@pytest.mark.parametrize("positions", [(0, 3, 9), (0, 6, 9)])
def test_of_two_gaps_the_smaller_one_is_the_usual_one(tiny, positions):
    candidate = only(tiny.write(3, at(*positions)))

    (refusal,) = candidate.refusals
    assert refusal.code == "series.slice_missing"
    assert (refusal.values["gap_mm"], refusal.values["usual_mm"]) == (6.0, 3.0)


def test_missing_slices_are_counted_in_every_place(tiny):
    (refusal,) = only(tiny.write(7, at(0, 3, 6, 15, 18, 21, 27))).refusals

    assert refusal.code == "series.slices_missing_in_places"
    assert (refusal.values["slices"], refusal.values["places"]) == (3, 1)


@pytest.mark.parametrize("spacing", [[0.5, 0.5], [0.5, 2.0], [2.0, 0.5]])
@pytest.mark.parametrize(("shift", "scorable"), [(0.124, True), (0.125, True), (0.126, False)])
def test_an_image_may_lie_a_quarter_of_the_smaller_pixel_side_out_of_line(tiny, spacing, shift, scorable):
    def change(dataset, index):
        dataset.PixelSpacing = spacing
        dataset.ImagePositionPatient = [-4 + (shift if index == 2 else 0), -4, 3 * index]

    candidate = only(tiny.write(5, change))

    assert candidate.scorable == scorable
    assert ("series.not_in_line" in codes(candidate)) == (not scorable)


@pytest.mark.parametrize(("degrees", "code"), [(0.49, "series.not_in_line"), (0.51, "series.sheared")])
def test_a_side_step_that_grows_is_called_a_tilt_from_half_a_degree(tiny, degrees, code):
    def change(dataset, index):
        dataset.PixelSpacing = [0.1, 0.1]  # a quarter of a pixel is 0.025 mm; half a degree over 9 mm is 0.079 mm
        dataset.ImagePositionPatient = [0, round(tan(radians(degrees)) * 3 * index, 9), 3 * index]

    assert {one.code for one in only(tiny.write(4, change)).refusals} == {code}


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
        ([1, 0, 0, 0.0021, 1, 0], False),
        ([1, 0, 0, -0.0019, 1, 0], True),
        ([1, 0, 0, -0.0021, 1, 0], False),
    ],
)
def test_direction_cosines_may_be_off_by_two_thousandths(tiny, cosines, valid):
    candidate = only(tiny.write(3, ImageOrientationPatient=cosines))

    assert candidate.scorable == valid
    assert ("series.orientation" in codes(candidate)) == (not valid)
    if valid:
        directions = np.array(candidate.geometry.directions)
        assert np.allclose(directions, [(0, 0, 1), (0, 1, 0), (1, 0, 0)], rtol=0, atol=0.002)
        assert np.allclose(directions @ directions.T, np.eye(3), rtol=0, atol=1e-12)


@pytest.mark.parametrize(("sine", "volumes"), [(0.0009, 1), (0.0011, 2)])
def test_orientations_that_differ_by_more_than_a_thousandth_are_two_volumes(tiny, sine, volumes):
    def change(dataset, index):
        if index >= 3:
            dataset.ImageOrientationPatient = [1, sine, 0, -sine, 1, 0]

    assert len(find_series([tiny.write(6, change)]).candidates) == volumes


@pytest.mark.parametrize(
    ("keyword", "values", "volumes"),
    [
        ("PixelSpacing", ([0.5, 0.5], [0.50004, 0.5]), 1),  # alike to four decimals
        ("PixelSpacing", ([0.5, 0.5], [0.50006, 0.5]), 2),
        ("GantryDetectorTilt", ("0", "0.04"), 1),  # alike to one decimal
        ("GantryDetectorTilt", ("0", "0.06"), 2),
    ],
)
def test_pixel_sizes_and_tilts_that_differ_more_than_rounding_are_two_volumes(tiny, keyword, values, volumes):
    folder = tiny.write(6, lambda dataset, index: setattr(dataset, keyword, values[index // 3]))

    assert len(find_series([folder]).candidates) == volumes


@pytest.mark.parametrize(("degrees", "labels"), [(9.9, ["axial (1)", "axial (2)"]), (10.1, ["axial", "oblique"])])
def test_images_within_ten_degrees_are_called_axial(tiny, degrees, labels):
    datasets = []
    for angle in (0, degrees):
        for index in range(3):
            dataset = tiny.image(index, SOPInstanceUID=f"2.25.9{len(datasets)}")
            turned(dataset, index, angle)
            datasets.append(dataset)
    tiny.save(tiny.folder, datasets)

    assert sorted(one.label for one in find_series([tiny.folder]).candidates) == labels


@pytest.mark.parametrize(("degrees", "told"), [(9.9, False), (10.1, True)])
def test_images_turned_by_more_than_ten_degrees_are_told_not_to_be_axial(tiny, degrees, told):
    candidate = only(tiny.write(3, lambda dataset, index: turned(dataset, index, degrees)))

    assert candidate.scorable
    assert ("series.not_axial" in codes(candidate)) == told
    for remark in candidate.remarks:
        if remark.code == "series.not_axial":
            assert remark.values["degrees"] == pytest.approx(degrees)


def beside(tiny, degrees, offset):
    """Codes of the volumes of a series with two kernels: the second is turned and lies `offset` further along."""
    datasets = []
    for index in range(3):
        datasets.append(tiny.image(index))
    for index in range(3):
        dataset = tiny.image(index, ConvolutionKernel="B70f", SOPInstanceUID=f"2.25.9{index}")
        turned(dataset, index + offset / 3, degrees)
        datasets.append(dataset)
    tiny.save(tiny.folder, datasets)
    first, second = find_series([tiny.folder]).candidates
    assert first.scorable
    assert second.scorable
    return codes(first)


# arccos 0.999 is 2.563 degrees.
@pytest.mark.parametrize(("degrees", "told"), [(2.5, True), (2.6, False)])
def test_a_stack_that_is_turned_against_another_is_no_lost_part_of_it(tiny, degrees, told):
    assert ("series.images_left_out" in beside(tiny, degrees, 1.5)) == told


@pytest.mark.parametrize(("offset", "told"), [(0.009, False), (0.011, True)])
def test_a_stack_at_other_places_may_be_a_lost_part(tiny, offset, told):
    assert ("series.images_left_out" in beside(tiny, 0, offset)) == told


@pytest.mark.parametrize(("slices", "volumes"), [(2, 1), (3, 2)])
def test_three_slices_show_that_two_volumes_are_interleaved_and_two_do_not(tiny, slices, volumes):
    datasets = [
        tiny.image(index, SOPInstanceUID=f"2.25.9{phase}{index}", NominalPercentageOfCardiacPhase=70.0 + 5 * phase)
        for phase in (0, 1)
        for index in range(slices)
    ]
    for number, dataset in enumerate(datasets):
        dataset.ImagePositionPatient = [-4, -4, 3 * (number % slices) + 1.5 * (number // slices)]
    tiny.save(tiny.folder, datasets)

    assert len(find_series([tiny.folder]).candidates) == volumes
