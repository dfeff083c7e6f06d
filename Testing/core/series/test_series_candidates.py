"""One series may hold several volumes: each becomes a candidate, told apart by words that a user recognises."""

import numpy as np
import pytest

from SmartScoreLib.remarks.english import english
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series


def said(remarks):
    """Remarks in English."""
    return tuple(map(english, remarks))


def write_two(tiny, set_value, slices=4, interleaved=False):
    """Two volumes in one series; every stored value of volume v is 1000 * (v + 1)."""
    datasets = []
    for volume in (0, 1):
        for index in range(slices):
            dataset = tiny.image(index, SOPInstanceUID=f"2.25.7{volume}{index}")
            if interleaved:
                dataset.ImagePositionPatient = [-4, -4, 3 * index + 1.5 * volume]
            tiny.put_pixels(dataset, np.full((16, 16), 1000 * (volume + 1)))
            set_value(dataset, volume)
            datasets.append(dataset)
    # Files in an order that says nothing.
    names = [f"{(7 * i) % 16:02}.dcm" for i in range(len(datasets))]
    tiny.save(tiny.folder, datasets, names)
    return find_series([tiny.folder]).candidates


def gems_phase(dataset, percent, creator="GEMS_HELIOS_01"):
    dataset.private_block(0x0045, creator, create=True).add_new(0x33, "CS", percent)


SETTINGS = {
    "phase 70 % / phase 75 %": lambda d, v: setattr(d, "NominalPercentageOfCardiacPhase", (70.0, 75.0)[v]),
    "phase 40 % / phase 75 %": lambda d, v: gems_phase(d, ("40", "75")[v]),
    "phase 45 % / phase 80 %": lambda d, v: gems_phase(d, ("45", "80")[v], "GE HEALTHCARE_HELIOS_01"),
    "trigger time 350 ms / trigger time 650 ms": lambda d, v: setattr(d, "TriggerTime", ("350", "650")[v]),
    "temporal position 1 / temporal position 2": lambda d, v: setattr(d, "TemporalPositionIdentifier", v + 1),
    "80 kVp / 140 kVp": lambda d, v: setattr(d, "KVP", ("80", "140")[v]),
    "thickness 1.5 mm / thickness 3 mm": lambda d, v: setattr(d, "SliceThickness", ("1.5", "3")[v]),
    "acquisition 1 / acquisition 2": lambda d, v: setattr(d, "AcquisitionNumber", v + 1),
    "series number 3 / series number 4": lambda d, v: setattr(d, "SeriesNumber", v + 3),
    "kernel B35f / kernel B70f": lambda d, v: setattr(d, "ConvolutionKernel", ("B35f", "B70f")[v]),
    "kernel Br38f 3 / kernel Br59f 3": lambda d, v: setattr(d, "ConvolutionKernel", [("Br38f", "Br59f")[v], "3"]),
    'comment "diastole" / comment "systole"': lambda d, v: setattr(d, "ImageComments", ("diastole", "systole")[v]),
}


@pytest.mark.parametrize("labels", list(SETTINGS))
def test_two_volumes_at_the_same_positions_are_told_apart(tiny, labels):
    candidates = write_two(tiny, SETTINGS[labels])

    assert sorted(candidate.label for candidate in candidates) == sorted(labels.split(" / "))
    for candidate in candidates:
        assert candidate.scorable, said(candidate.refusals)
        hu = load_series(candidate).hu
        assert hu.shape == (4, 16, 16)
        assert len(np.unique(hu)) == 1


@pytest.mark.parametrize(
    ("labels", "change"),
    [
        ("pixels 0.25 x 0.25 mm / pixels 0.5 x 0.5 mm", lambda d, v: setattr(d, "PixelSpacing", [(0.25, 0.5)[v]] * 2)),
        (
            "axial / coronal",
            lambda d, v: (
                v
                and (
                    setattr(d, "ImageOrientationPatient", [1, 0, 0, 0, 0, -1]),
                    setattr(d, "ImagePositionPatient", [-4, d.ImagePositionPatient[2], 4]),
                )
            ),
        ),
    ],
)
def test_what_one_volume_must_share_parts_a_series(tiny, labels, change):
    candidates = write_two(tiny, change)

    assert sorted(candidate.label for candidate in candidates) == labels.split(" / ")
    assert all(candidate.scorable for candidate in candidates)


@pytest.mark.parametrize("labels", ["phase 70 % / phase 75 %", "acquisition 1 / acquisition 2"])
def test_volumes_whose_slices_lie_between_each_others_do_not_pass_for_one_finer_volume(tiny, labels):
    candidates = write_two(tiny, SETTINGS[labels], interleaved=True)

    assert sorted(candidate.label for candidate in candidates) == labels.split(" / ")
    assert [candidate.geometry.spacing_mm[0] for candidate in candidates] == [3.0, 3.0]
    assert all("may be incomplete" in said(candidate.warnings)[-1] for candidate in candidates)


@pytest.mark.parametrize("others", [{0, 1}, {0, 2}, {3, 4, 5}])
def test_parts_of_one_volume_that_differ_in_kernel_are_warned_about_each_other(tiny, others):
    folder = tiny.write(6, lambda dataset, i: i in others and setattr(dataset, "ConvolutionKernel", "B70f"))

    for candidate in find_series([folder]).candidates:
        assert not candidate.scorable or "may be incomplete" in said(candidate.warnings)[-1]


def test_three_phases_with_two_kernels_are_six_candidates(tiny):
    datasets = []
    for kernel in ("B35f", "B70f"):
        for phase in (65, 70, 75):
            for index in range(3):
                dataset = tiny.image(index, ConvolutionKernel=kernel, NominalPercentageOfCardiacPhase=float(phase))
                dataset.SOPInstanceUID = f"2.25.9{len(datasets)}"
                datasets.append(dataset)
    tiny.save(tiny.folder, datasets)

    candidates = find_series([tiny.folder]).candidates

    assert sorted(one.label for one in candidates) == [
        f"kernel {kernel}, phase {phase} %" for kernel in ("B35f", "B70f") for phase in (65, 70, 75)
    ]
    assert all(one.scorable and len(one.files) == 3 for one in candidates)


def test_phases_and_thicknesses_together_are_told_apart_by_both(tiny):
    datasets = []
    for thickness, count in (("3", 3), ("1.5", 5)):
        for phase in (70, 75):
            for index in range(count):
                dataset = tiny.image(index, SliceThickness=thickness, NominalPercentageOfCardiacPhase=float(phase))
                dataset.ImagePositionPatient = [-4, -4, float(thickness) * index]
                dataset.SOPInstanceUID = f"2.25.9{len(datasets)}"
                datasets.append(dataset)
    tiny.save(tiny.folder, datasets)

    candidates = find_series([tiny.folder]).candidates

    assert sorted((one.label, len(one.files)) for one in candidates) == [
        ("phase 70 %, thickness 1.5 mm", 5),
        ("phase 70 %, thickness 3 mm", 3),
        ("phase 75 %, thickness 1.5 mm", 5),
        ("phase 75 %, thickness 3 mm", 3),
    ]
    assert all(one.scorable for one in candidates)


def test_an_attribute_that_differs_from_image_to_image_does_not_shred_a_series(tiny):
    def change(dataset, index):
        dataset.AcquisitionNumber = index + 1
        dataset.TriggerTime = str(300 + index)
        dataset.AcquisitionTime = f"10150{index}"
        gems_phase(dataset, str(74 + index % 3))

    (candidate,) = find_series([tiny.write(6, change)]).candidates

    assert candidate.scorable
    assert candidate.label == ""
    assert "Cardiac phase differs between images: 74 %, 75 %, 76 %." in said(candidate.warnings)


def test_blocks_of_a_step_and_shoot_scan_stay_one_volume(tiny):
    (candidate,) = find_series(
        [tiny.write(8, lambda dataset, index: setattr(dataset, "AcquisitionNumber", 1 + index // 4))]
    ).candidates

    assert candidate.scorable
    assert candidate.geometry.shape[0] == 8


def test_one_phase_with_a_lost_slice_is_refused_and_the_other_is_scorable(tiny):
    write_two(tiny, SETTINGS["phase 70 % / phase 75 %"])
    lost = next(
        file
        for candidate in find_series([tiny.folder]).candidates
        if candidate.label == "phase 75 %"
        for file in candidate.files[1:2]
    )
    lost.unlink()

    verdicts = {one.label: one for one in find_series([tiny.folder]).candidates}

    assert verdicts["phase 70 %"].scorable
    assert "A slice is missing between" in said(verdicts["phase 75 %"].refusals)[0]


def test_an_image_left_outside_is_told_to_the_volume_it_may_belong_to(tiny):
    def change(dataset, index):
        if index == 4:
            dataset.ConvolutionKernel = "B3xf"

    outside, volume = sorted(find_series([tiny.write(5, change)]).candidates, key=lambda one: one.scorable)

    assert not outside.scorable
    assert outside.label == "kernel B3xf"
    assert said(volume.warnings)[-1] == (
        "1 image of this series (first i04.dcm) could not be put into this volume; it may be incomplete."
    )


def test_series_are_told_apart_by_uid_and_sorted_by_number(tiny, tmp_path):
    for number in (12, 3):
        tiny.save(
            tmp_path / str(number),
            [tiny.image(i, SeriesInstanceUID=f"2.25.{number}", SeriesNumber=number) for i in range(2)],
        )

    assert [one.series_instance_uid for one in find_series([tmp_path]).candidates] == ["2.25.3", "2.25.12"]


# Row and column cosines -> the three directions (slice, row, column), with slice 0 the most inferior, or for
# other stacks the end from which the largest part of the slice direction counts upwards.
ORIENTATIONS = {
    "head first supine": ([1, 0, 0, 0, 1, 0], ((0, 0, 1), (0, 1, 0), (1, 0, 0))),
    "feet first supine": ([-1, 0, 0, 0, 1, 0], ((0, 0, 1), (0, 1, 0), (-1, 0, 0))),
    "head first prone": ([-1, 0, 0, 0, -1, 0], ((0, 0, 1), (0, -1, 0), (-1, 0, 0))),
    "coronal": ([1, 0, 0, 0, 0, -1], ((0, 1, 0), (0, 0, -1), (1, 0, 0))),
    "sagittal": ([0, 1, 0, 0, 0, -1], ((1, 0, 0), (0, 0, -1), (0, 1, 0))),
    "oblique": ([1, 0, 0, 0, 0.8, 0.6], ((0, -0.6, 0.8), (0, 0.8, 0.6), (1, 0, 0))),
}


@pytest.mark.parametrize("name", list(ORIENTATIONS))
@pytest.mark.parametrize("downwards", [False, True])
def test_the_grid_follows_image_position_and_orientation(tiny, name, downwards):
    cosines, directions = ORIENTATIONS[name]
    start, step = np.array([10.0, -20.0, 30.0]), 2.5 * np.array(directions[0], float)

    def change(dataset, index):
        dataset.ImageOrientationPatient = cosines
        dataset.ImagePositionPatient = [float(v) for v in start + index * step * (-1 if downwards else 1)]
        tiny.put_pixels(dataset, np.full((16, 16), 1024 + index))
        dataset.PixelSpacing = [0.5, 0.75]  # between rows, between columns

    (candidate,) = find_series([tiny.write(4, change)]).candidates
    series = load_series(candidate)

    geometry = series.geometry
    assert geometry.spacing_mm == (2.5, 0.5, 0.75)
    assert np.allclose(geometry.directions, directions, rtol=0, atol=1e-9)
    assert np.allclose(geometry.origin_lps_mm, start - 3 * step if downwards else start)
    assert series.hu[:, 0, 0].tolist() == ([3, 2, 1, 0] if downwards else [0, 1, 2, 3])
    # PS3.3 C.7.6.2.1.1: position + column cosine x row spacing x row + row cosine x column spacing x column.
    expected = geometry.origin_lps_mm + 2 * step + np.array(cosines[3:]) * 0.5 * 5 + np.array(cosines[:3]) * 0.75 * 7
    assert np.allclose(geometry.lps_mm([2, 5, 7]), expected)
    assert [str(one.SOPInstanceUID) for one in series.datasets] == [
        f"2.25.{1000 + index}" for index in ([3, 2, 1, 0] if downwards else [0, 1, 2, 3])
    ]
    assert [file.name for file in series.files] == [f"i{i:02}.dcm" for i in ([3, 2, 1, 0] if downwards else range(4))]


def test_spacing_between_slices_and_thickness_do_not_decide(tiny):
    (candidate,) = find_series([tiny.write(4, SpacingBetweenSlices="10", SliceThickness="6")]).candidates

    assert candidate.geometry.spacing_mm[0] == 3.0


WARNINGS = [
    ({"KVP": "100"}, "KVP (0018,0060) is 100; the 130 HU threshold and the density weights are meant for 120 kVp."),
    ({"KVP": None}, "KVP (0018,0060) is missing; the 130 HU threshold is meant for 120 kVp."),
    ({"ContrastBolusAgent": "Iohexol"}, 'Contrast agent "Iohexol" was given (Contrast/Bolus Agent (0018,0010)); '),
    ({"ContrastBolusVolume": "80"}, "Contrast agent was given"),
    ({"SliceThickness": "6"}, "Slice Thickness (0018,0050) is 6 mm, but slices are 3 mm apart: they overlap; "),
    ({"SliceThickness": "1"}, "Slice Thickness (0018,0050) is 1 mm, but slices are 3 mm apart: there are gaps"),
    (
        {"BurnedInAnnotation": "YES"},
        "Burned In Annotation (0028,0301) is YES: text in the pixels can pass",
    ),
    ({"ImageType": ["DERIVED", "SECONDARY", "AXIAL", "MIP"]}, "images are projections of several slices"),
    ({"GantryDetectorTilt": "12"}, "Gantry/Detector Tilt (0018,1120) is 12 degrees, but the images are not tilted"),
    ({"BodyPartExamined": "HEAD"}, "Body Part Examined (0018,0015) is HEAD, not the heart or chest."),
    ({"MultienergyCTAcquisition": "YES"}, "Multi-energy CT Acquisition (0018,9361) is YES"),
]


@pytest.mark.parametrize(("attributes", "warning"), WARNINGS, ids=[str(one) for one, _ in WARNINGS])
def test_what_makes_a_score_doubtful_is_a_warning_kept_with_the_series(tiny, attributes, warning):
    (candidate,) = find_series([tiny.write(4, **attributes)]).candidates

    assert candidate.scorable
    series = load_series(candidate)
    assert any(warning in one for one in said(series.remarks)), said(series.remarks)
    others = {"series.matrix", "series.values_not_judged"}  # images of 8 mm show no chest
    assert len({one.code for one in series.remarks} - others) == 1


@pytest.mark.parametrize("agent", ["", "NONE", "No contrast"])
def test_no_contrast_agent_is_no_warning_whatever_word_says_so(tiny, agent):
    (candidate,) = find_series([tiny.write(4, ContrastBolusAgent=agent)]).candidates

    assert not any("Contrast" in warning for warning in said(candidate.warnings))


@pytest.mark.parametrize(("spacing", "warned"), [(2.4, True), (2.5, False), (3.0, False), (3.1, True), (0.5, True)])
def test_slice_spacing_outside_two_and_a_half_to_three_millimetres_is_a_warning(tiny, spacing, warned):
    def change(dataset, index):
        dataset.ImagePositionPatient = [0, 0, round(spacing * index, 3)]
        dataset.SliceThickness = str(spacing)

    (candidate,) = find_series([tiny.write(4, change)]).candidates

    message = f"Slices are {spacing:g} mm apart; scores are comparable for 2.5 to 3 mm."
    assert (message in said(candidate.warnings)) == warned


def test_kvp_that_differs_between_images_is_listed(tiny):
    (candidate,) = find_series(
        [tiny.write(4, lambda dataset, index: setattr(dataset, "KVP", ("100", "120")[index // 2]))]
    ).candidates

    assert any("KVP (0018,0060) is 100, 120;" in warning for warning in said(candidate.warnings))


def test_five_hundred_and_twelve_pixels_are_no_warning(tiny):
    (candidate,) = find_series([tiny.write(2, size=512)]).candidates

    assert candidate.warnings == ()


@pytest.mark.parametrize(
    ("character_set", "name"),
    [
        ("ISO_IR 100", "Müller^Jürgen"),
        ("ISO_IR 192", "山田^太郎"),
        ("ISO_IR 144", "Люкceмбypг"),
        (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎"),
        ("GB18030", "Wang^XiaoDong=王^小东"),
    ],
)
def test_names_are_read_in_every_character_set(tiny, character_set, name):
    from SmartScoreLib.series.describe import describe

    (candidate,) = find_series([tiny.write(3, SpecificCharacterSet=character_set, PatientName=name)]).candidates

    assert candidate.scorable
    assert describe(load_series(candidate)).patient.name == name


# PS3.5 6.2.1: delimiters at the end of a component group, and of the name, may be left out.
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mueller^Anna", "Mueller^Anna^^", True),
        ("Mueller^Anna", "Mueller^Anna^^^=", True),
        ("Mueller^Anna", "Mueller ^ Anna", True),
        ("Mueller", "Mueller^^^^", True),
        ("Yamada^Tarou=山田^太郎", "Yamada^Tarou^=山田^太郎^^=", True),
        ("Mueller^Anna", "Mueller^^Anna", False),
        ("Mueller^Anna", "^Mueller^Anna", False),
        ("Mueller^Anna", "Mueller^anna", False),
        ("Mueller^Anna", "=Mueller^Anna", False),
    ],
)
def test_names_are_compared_without_delimiters_that_may_be_left_out(tiny, one, other, same):
    def rename(header, index):
        if index == 1:
            header.PatientName = other

    folder = tiny.write(3, rename, SpecificCharacterSet="ISO_IR 192", PatientName=one)
    (candidate,) = find_series([folder]).candidates

    assert candidate.scorable is same
