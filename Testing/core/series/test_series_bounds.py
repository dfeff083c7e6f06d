"""The bounds of what is one volume of a series: each is tried just inside and just outside."""

from math import cos, radians, sin

import pytest

from SmartScoreLib.series.find import find_series


def codes(candidate):
    """What is said of a candidate, but for its small matrix."""
    return {remark.code for remark in candidate.remarks} - {"series.matrix"}


def only(folder):
    (candidate,) = find_series([folder]).candidates
    return candidate


def turned(dataset, index, degrees, gap=3.0):
    """Turn an image about the left-right axis and put it `index` gaps along its normal."""
    angle = radians(degrees)
    dataset.ImageOrientationPatient = [1, 0, 0, 0, round(cos(angle), 12), round(sin(angle), 12)]
    along = index * gap
    dataset.ImagePositionPatient = [0, round(-sin(angle) * along, 9), round(cos(angle) * along, 9)]


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
