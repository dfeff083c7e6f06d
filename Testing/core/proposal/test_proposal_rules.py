"""Each rule on values just inside and just outside of it; measurements are made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from SmartScoreLib.lesions.components import Candidate
from SmartScoreLib.proposal.anatomy.model import Anatomy, Whereabouts
from SmartScoreLib.proposal.candidates.features import Features, measure
from SmartScoreLib.proposal.candidates.judge import judge
from SmartScoreLib.proposal.candidates.territory import along_vessels, support
from SmartScoreLib.series.geometry import VolumeGeometry

FAR = dict.fromkeys(("LM", "LAD", "LCX", "RCA", "PDA"), 60.0)
ALONG = dict.fromkeys(FAR, 0.5)


def lesion(**changes: float) -> Features:
    """A usual coronary lesion: 40 mm3, 400 HU, in fat."""
    candidate = Candidate((0, 0, 0), (2, 5, 5), 40, 40.0, 400.0, (1, 2, 2), (0.0, 0.0, 0.0), False)
    usual = Features(
        candidate, np.ones((2, 5, 5), bool), (0, 0, 0), 5.0, 3.0, 250.0, 12.0, 0.6, 0.0, 0.4, 0.0, 0.0, 20.0
    )
    of_candidate = {name: changes.pop(name) for name in ("peak_hu", "volume_mm3", "voxels", "bone") if name in changes}
    return replace(usual, candidate=replace(candidate, **of_candidate), **changes)


def place(**changes: object) -> Whereabouts:
    """On the LAD, far from valves and aorta."""
    usual = Whereabouts(
        np.array([45.0, -42, -20]),
        np.array([45.0, -42, -20]),
        FAR | {"LAD": 3.0},
        ALONG,
        0.9,
        45.0,
        16.0,
        -30.0,
        40.0,
        (29.0,) * 3,
    )
    return replace(usual, **changes)


class _Blood:
    blood_hu, noise_hu, source = 45.0, 15.0, ""


ANATOMY: Anatomy = _Blood()  # type: ignore[assignment] # the rules ask for nothing else


def kind(one: Features, where: Whereabouts) -> str:
    return judge(one, where, ANATOMY).kind


def test_a_lesion_in_fat_on_a_course_is_coronary() -> None:
    verdict = judge(lesion(), place(), ANATOMY)
    assert verdict.kind == "coronary"
    assert verdict.likelihood > 0.95
    assert verdict.reasons[0].code == "proposal.near_course"


@pytest.mark.parametrize(("peak", "is_metal"), [(1749.0, False), (1750.0, True)])
def test_what_is_brighter_than_calcium_can_be_is_metal(peak: float, is_metal: bool) -> None:
    assert (kind(lesion(peak_hu=peak), place()) == "metal") is is_metal


@pytest.mark.parametrize(("length", "is_metal"), [(45.0, False), (45.5, True)])
def test_what_is_bright_long_and_thin_is_metal(length: float, is_metal: bool) -> None:
    apart = place(course_mm=FAR | {"RCA": 20.5})
    assert (kind(lesion(peak_hu=900.0, length_mm=length, width_mm=2.0), apart) == "metal") is is_metal


def test_what_is_long_and_thin_along_an_artery_is_its_calcium() -> None:
    """An artery that is calcified over 5 cm was taken for a wire, on two public scans."""
    along = place(course_mm=FAR | {"RCA": 19.5})
    assert kind(lesion(peak_hu=900.0, length_mm=52.0, width_mm=2.0), along) == "coronary"
    # A lead in the right atrium, near the right artery, lies in blood.
    assert kind(lesion(peak_hu=900.0, length_mm=52.0, width_mm=2.0, fat=0.16, soft=0.84), along) != "metal"
    assert kind(lesion(peak_hu=900.0, length_mm=52.0, width_mm=2.0, fat=0.14, soft=0.86), along) == "metal"


def test_what_is_wide_and_bright_throughout_is_a_stent() -> None:
    """One that motion had blurred to 1502 HU was proposed once in 140 chests with metal."""
    stent = lesion(peak_hu=1200.0, mean_hu=600.0, width_mm=4.8, length_mm=8.0)
    assert kind(stent, place()) == "metal"
    assert kind(lesion(peak_hu=1199.0, mean_hu=600.0, width_mm=4.8, length_mm=8.0), place()) == "coronary"
    assert kind(replace(stent, length_mm=7.9), place()) == "coronary"
    assert kind(replace(stent, fat=0.29, soft=0.71), place()) == "coronary"
    assert kind(replace(stent, fat=0.31, soft=0.69), place()) == "metal"
    assert kind(replace(stent, mean_hu=599.0), place()) == "coronary"
    assert kind(replace(stent, width_mm=4.7), place()) == "coronary"


def test_streaks_beside_something_bright_are_of_metal_but_not_beside_the_lung() -> None:
    assert kind(lesion(peak_hu=1000.0, dark=0.05), place()) == "metal"
    assert kind(lesion(peak_hu=1000.0, dark=0.05, lung=0.05), place()) != "metal"


@pytest.mark.parametrize(("fat", "mean", "is_noise"), [(0.5, 75.7, True), (0.5, 76.7, False), (0.51, 70.9, True)])
def test_what_rises_too_little_above_blood_is_noise(fat: float, mean: float, is_noise: bool) -> None:
    """40 voxels count as ten: (mean - 45) / 15 x sqrt(10) is 6.5 at 75.8; in much fat 5.5 is enough, at 71.1."""
    one = lesion(mean_hu=mean, voxels=40, fat=fat)
    assert (kind(one, place()) == "noise") is is_noise
    assert kind(lesion(mean_hu=71.3, voxels=40, fat=0.51), place()) == "coronary"


@pytest.mark.parametrize(("share", "expected"), [(0.49, "coronary"), (0.51, "lung")])
def test_what_the_lung_surrounds_is_in_the_lung(share: float, expected: str) -> None:
    assert kind(lesion(lung=share, peak_hu=900.0), place()) == expected


def test_bone_is_bone_however_bright() -> None:
    assert kind(lesion(bone=True, peak_hu=2000.0), place()) == "bone"


def test_a_band_beside_the_lung_is_not_proposed_and_bright_calcium_there_is() -> None:
    assert judge(lesion(lung_gap_mm=1.5, peak_hu=300.0), place(), ANATOMY).likelihood < 0.5
    assert judge(lesion(lung_gap_mm=1.7, peak_hu=300.0), place(), ANATOMY).likelihood > 0.5
    assert judge(lesion(lung_gap_mm=1.5, peak_hu=600.0), place(), ANATOMY).likelihood > 0.5


def test_what_fades_slowly_is_less_likely() -> None:
    sharp, glowing = (judge(lesion(halo=halo), place(), ANATOMY).likelihood for halo in (0.1, 0.45))
    assert sharp > 0.95
    assert glowing < 0.5


@pytest.mark.parametrize(("beyond", "expected"), [(-3.1, "aortic_valve"), (-2.9, "coronary")])
def test_calcium_inside_of_the_wall_of_the_root_is_of_the_valve(beyond: float, expected: str) -> None:
    at_valve = place(beyond_mm=(beyond,) * 3, above_valve_mm=-3.0, course_mm=FAR | {"LM": 10.5})
    assert kind(lesion(fat=0.4), at_valve) == expected


def test_the_right_artery_runs_down_beside_the_root_in_fat() -> None:
    beside = place(beyond_mm=(-4.0,) * 3, above_valve_mm=-3.0, course_mm=FAR | {"RCA": 15.0})
    assert kind(lesion(fat=0.29), beside) == "coronary"
    assert kind(lesion(fat=0.27), beside) == "aortic_valve"
    assert kind(lesion(fat=0.29), replace(beside, course_mm=FAR | {"RCA": 16.5})) == "aortic_valve"
    assert kind(lesion(fat=0.29), replace(beside, course_mm=FAR | {"LM": 15.0})) == "aortic_valve"
    assert kind(lesion(fat=0.29), replace(beside, beyond_mm=(-5.1,) * 3)) == "aortic_valve"


def test_calcium_somewhat_inside_of_the_root_is_of_the_valve_without_much_fat() -> None:
    inside = place(beyond_mm=(-1.6,) * 3, above_valve_mm=-3.0, course_mm=FAR | {"LM": 14.0})
    assert kind(lesion(fat=0.41), inside) == "aortic_valve"
    assert kind(lesion(fat=0.43), inside) == "coronary"
    assert kind(lesion(fat=0.41), replace(inside, beyond_mm=(-1.4,) * 3)) == "coronary"
    assert kind(lesion(fat=0.41), replace(inside, above_valve_mm=-7.5)) == "coronary"


def test_at_its_origin_calcium_is_of_the_artery_unless_it_follows_the_wall() -> None:
    """The left artery begins at (13, 3, 11) of the usual heart."""
    inside = {"beyond_mm": (-3.5, -2.0, 0.0), "above_valve_mm": 9.0, "course_mm": FAR | {"LM": 6.0}}
    origin = place(template=np.array([13.0, 3.0, 0.0]), **inside)
    assert kind(lesion(fat=0.3), origin) == "coronary"
    assert kind(lesion(fat=0.27), origin) == "aorta"
    assert kind(lesion(fat=0.3), replace(origin, template=np.array([13.0, 3.0, -3.0]))) == "aorta"
    assert kind(lesion(fat=0.3), replace(origin, above_valve_mm=18.5)) == "aorta"
    assert kind(lesion(fat=0.3), replace(origin, above_valve_mm=17.5)) == "coronary"
    # 3.5 mm deep: less than 0.43 of 8.2 mm, and more than 0.43 of 8.1 mm.
    assert kind(lesion(fat=0.3, length_mm=8.2), origin) == "aorta"
    assert kind(lesion(fat=0.3, length_mm=8.1), origin) == "coronary"
    # On the course itself less fat is enough, and a little more height.
    on_course = replace(origin, course_mm=FAR | {"LM": 4.5})
    assert kind(lesion(fat=0.23), replace(on_course, above_valve_mm=16.0)) == "coronary"
    assert kind(lesion(fat=0.21), on_course) == "aorta"


def test_a_long_plaque_that_follows_the_wall_is_of_the_aorta_below_the_valve_too() -> None:
    """2 mm deep: 0.17 of 11.76 mm."""
    along = place(beyond_mm=(1.0, 2.0, 3.0), above_valve_mm=-5.0, course_mm=FAR | {"RCA": 8.0})
    assert kind(lesion(length_mm=11.9), along) == "aorta"
    assert kind(lesion(length_mm=11.6), along) == "coronary"
    assert kind(lesion(length_mm=11.9), replace(along, beyond_mm=(2.6, 3.6, 4.6))) == "coronary"
    assert kind(lesion(length_mm=11.9), replace(along, above_valve_mm=-10.5)) == "coronary"


def test_a_lump_in_blood_is_of_a_valve_or_of_the_ring() -> None:
    lump = lesion(width_mm=4.5, volume_mm3=201.0, soft=0.91, fat=0.35)
    root = place(beyond_mm=(-2.0, -0.5, 1.0), above_valve_mm=2.0, course_mm=FAR | {"RCA": 8.0})
    ring = place(annulus_mm=29.0, course_mm=FAR | {"LCX": 20.0})
    assert kind(lump, root) == "aortic_valve"
    assert kind(lump, ring) == "mitral_annulus"
    assert kind(lump, replace(ring, annulus_mm=31.0)) == "coronary"
    for slim in ({"width_mm": 4.3}, {"soft": 0.89}):
        assert kind(replace(lump, **slim), ring) == "coronary"
    assert kind(lesion(width_mm=4.5, volume_mm3=199.0, soft=0.91, fat=0.35), ring) == "coronary"


def test_something_bright_and_short_beside_metal_is_metal() -> None:
    """As clips, which lie in rows."""
    beside = place(metal_mm=24.0)
    assert kind(lesion(peak_hu=1201.0), beside) == "metal"
    assert kind(lesion(peak_hu=1199.0), beside) == "coronary"
    assert kind(lesion(peak_hu=1201.0), place(metal_mm=26.0)) == "coronary"
    assert kind(lesion(peak_hu=1201.0, length_mm=15.5), beside) == "coronary"


def test_what_is_larger_than_calcium_of_an_artery_and_far_from_it_is_bone() -> None:
    assert kind(lesion(volume_mm3=1501.0), place(course_mm=FAR | {"LAD": 12.5})) == "bone"
    assert kind(lesion(volume_mm3=1499.0), place(course_mm=FAR | {"LAD": 12.5})) == "coronary"
    assert kind(lesion(volume_mm3=1501.0), place(course_mm=FAR | {"LAD": 11.5})) == "coronary"


def test_a_wide_piece_on_the_lung_is_its_edge() -> None:
    assert kind(lesion(width_mm=8.1, lung_gap_mm=2.9, peak_hu=600.0), place()) == "lung"
    assert kind(lesion(width_mm=7.9, lung_gap_mm=2.9, peak_hu=600.0), place()) == "coronary"
    assert kind(lesion(width_mm=8.1, lung_gap_mm=3.1, peak_hu=600.0), place()) == "coronary"


def test_nodes_lie_higher_than_arteries_and_far_from_them() -> None:
    node = place(above_valve_mm=23.0, course_mm=FAR | {"LM": 15.5})
    assert kind(lesion(), node) == "lymph_node"
    assert kind(lesion(), replace(node, above_valve_mm=21.0)) == "coronary"
    assert kind(lesion(), replace(node, course_mm=FAR | {"LM": 14.5})) == "coronary"


def test_no_branch_runs_so_far_from_the_arteries() -> None:
    assert kind(lesion(), place(course_mm=FAR | {"LAD": 30.5}, sac=1.0)) == "coronary"
    assert kind(lesion(), place(course_mm=FAR | {"LAD": 31.5}, sac=1.0)) == "elsewhere"
    # In much fat deep in the heart, which lies in a groove, a little farther.
    assert kind(lesion(fat=0.6), place(course_mm=FAR | {"LAD": 31.5}, sac=0.85)) == "coronary"


def test_calcium_inside_of_the_root_is_of_an_artery_where_its_course_and_fat_are_near() -> None:
    beside = place(beyond_mm=(-5.0,) * 3, above_valve_mm=3.0, course_mm=FAR | {"RCA": 9.0})
    assert kind(lesion(fat=0.25), beside) == "coronary"
    assert kind(lesion(fat=0.15), beside) == "aortic_valve"
    assert kind(lesion(fat=0.25), replace(beside, course_mm=FAR | {"RCA": 10.0})) == "aortic_valve"


def test_calcium_at_the_root_without_fat_is_of_the_valve() -> None:
    on_wall = place(beyond_mm=(-1.0, 0.0, 1.1), above_valve_mm=-7.0, course_mm=FAR | {"RCA": 13.0})
    assert kind(lesion(fat=0.19), on_wall) == "aortic_valve"
    assert kind(lesion(fat=0.21), on_wall) == "coronary"


def test_a_plaque_stays_in_the_wall_of_the_aorta_and_an_artery_leaves_it_near_the_valve() -> None:
    low, high = (place(above_valve_mm=z, course_mm=FAR | {"LM": 5.0}) for z in (9.0, 17.0))
    plaque, leaving = (-2.0, -1.0, 0.7), (-1.0, 0.5, 0.9)
    assert kind(lesion(fat=0.5), replace(low, beyond_mm=plaque)) == "aorta"
    assert kind(lesion(fat=0.5), replace(low, beyond_mm=leaving)) == "coronary"
    assert kind(lesion(fat=0.2), replace(low, beyond_mm=leaving)) == "aorta"
    assert kind(lesion(fat=0.5), replace(high, beyond_mm=leaving)) == "aorta"
    assert kind(lesion(fat=0.5), replace(high, beyond_mm=(0.5, 1.4, 2.5))) == "coronary"


def test_calcium_of_the_descending_aorta_is_of_the_aorta() -> None:
    """Its middle lies at (24, 66) of the usual heart."""
    beside = place(course_mm=FAR | {"LCX": 24.0}, sac=1.05)
    assert kind(lesion(), replace(beside, chest=np.array([24.0, 49.0, -10.0]))) == "aorta"
    assert kind(lesion(), replace(beside, chest=np.array([24.0, 47.0, -10.0]))) == "coronary"


def test_calcium_under_the_fat_of_the_groove_is_of_the_annulus_and_in_it_of_the_circumflex() -> None:
    groove = place(annulus_mm=4.0, course_mm=FAR | {"LCX": 5.0})
    assert kind(lesion(fat=0.1), groove) == "mitral_annulus"
    assert kind(lesion(fat=0.6), groove) == "coronary"


def test_a_wide_or_large_piece_near_the_ring_is_of_the_annulus() -> None:
    groove = place(annulus_mm=13.0, course_mm=FAR | {"LCX": 14.0})
    assert kind(lesion(width_mm=6.6), groove) == "mitral_annulus"
    assert kind(lesion(width_mm=6.4), groove) == "coronary"
    far = replace(groove, course_mm=FAR | {"LCX": 22.0})
    assert kind(lesion(volume_mm3=251.0, fat=0.48, soft=0.41), far) == "mitral_annulus"
    assert kind(lesion(volume_mm3=251.0, fat=0.48, soft=0.39), far) == "coronary"
    assert kind(lesion(volume_mm3=401.0, fat=0.48, soft=0.39), replace(far, annulus_mm=13.9)) == "mitral_annulus"
    assert kind(lesion(volume_mm3=249.0, fat=0.44, soft=0.56), far) == "coronary"
    assert kind(lesion(volume_mm3=251.0, fat=0.51, soft=0.56), far) == "coronary"
    beside = replace(groove, course_mm=FAR | {"LCX": 12.5})
    assert kind(lesion(volume_mm3=301.0, fat=0.49), beside) == "mitral_annulus"
    assert kind(lesion(volume_mm3=299.0, fat=0.49), beside) == "coronary"
    deep = replace(groove, annulus_mm=10.0, course_mm=FAR | {"LCX": 25.5})
    assert kind(lesion(volume_mm3=151.0, fat=0.49), deep) == "mitral_annulus"
    assert kind(lesion(volume_mm3=149.0, fat=0.49), deep) == "coronary"


def test_faint_pieces_of_glowing_cartilage_are_noise() -> None:
    """Where more than a tenth of what surrounds a piece glows, 4 x 15 HU of noise above 150 HU are asked for."""
    assert kind(lesion(halo=0.11, peak_hu=209.0), place()) == "noise"
    assert kind(lesion(halo=0.11, peak_hu=211.0), place()) == "coronary"
    assert kind(lesion(halo=0.09, peak_hu=209.0), place()) == "coronary"


def test_a_single_voxel_is_noise_below_six_and_a_half_times_the_noise() -> None:
    """6.5 times 15 HU above 45 HU of blood are 142.5 HU."""
    assert kind(lesion(voxels=1, peak_hu=142.0, mean_hu=142.0, fat=0.5), place()) == "noise"
    assert kind(lesion(voxels=1, peak_hu=143.0, mean_hu=143.0, fat=0.5), place()) == "coronary"


def test_a_peak_that_noise_reaches_is_noise() -> None:
    """4.8 times 15 HU above 45 HU of blood are 117 HU."""
    assert kind(lesion(peak_hu=116.9, mean_hu=110.0), place()) == "noise"
    assert kind(lesion(peak_hu=117.1, mean_hu=110.0), place()) == "coronary"


def test_fat_toward_the_apex_is_of_the_heart_and_fat_beside_the_lung_is_not() -> None:
    apex = place(sac=1.35, course_mm=FAR | {"LAD": 24.0}, chest=np.array([60.0, -60.0, -60.0]))
    assert kind(lesion(), apex) == "coronary"
    assert kind(lesion(lung_gap_mm=5.9), apex) == "elsewhere"
    assert kind(lesion(), replace(apex, above_valve_mm=1.0)) == "elsewhere"
    # Farther out only what no bone is near, and neither small nor faint.
    out = replace(apex, sac=1.74, course_mm=FAR | {"LAD": 26.0})
    assert kind(lesion(), replace(out, bone_mm=12.5)) == "coronary"
    assert kind(lesion(), replace(out, bone_mm=11.5)) == "elsewhere"
    assert kind(lesion(), replace(out, sac=1.76)) == "elsewhere"
    assert kind(lesion(volume_mm3=19.0), out) == "elsewhere"
    assert kind(lesion(peak_hu=179.0), out) == "elsewhere"
    assert kind(lesion(), replace(out, chest=np.array([60.0, 31.0, -60.0]))) == "elsewhere"
    # Cartilage glows, and under the heart lies the diaphragm.
    assert kind(lesion(halo=0.05), apex) == "elsewhere"
    assert kind(lesion(), replace(apex, chest=np.array([60.0, -60.0, -75.0]))) == "elsewhere"


def test_what_lies_outside_of_the_heart_is_named_so() -> None:
    assert kind(lesion(fat=0.2), place(sac=1.3, course_mm=FAR, above_valve_mm=40.0)) == "lymph_node"
    assert kind(lesion(fat=0.2), place(sac=1.3, course_mm=FAR)) == "elsewhere"


def test_organs_of_others_decide_what_is_outside() -> None:
    assert kind(lesion(), place(organs=frozenset())) == "elsewhere"
    assert kind(lesion(), place(organs=frozenset({"heart"}))) == "coronary"
    far = place(course_mm=FAR, sac=1.3)
    assert kind(lesion(), replace(far, organs=frozenset({"coronary"}))) == "coronary"


def test_the_nearest_course_names_the_vessel_and_neighbors_decide_where_it_is_not_clear() -> None:
    lad, lcx = (support(place(course_mm=FAR | near)) for near in ({"LAD": 2.0, "LCX": 14.0}, {"LAD": 14.0, "LCX": 2.0}))
    unclear = support(place(course_mm=FAR | {"LAD": 6.5, "LCX": 6.0}))
    assert max(lad, key=lambda name: lad[name]) == "LAD"
    assert max(lcx, key=lambda name: lcx[name]) == "LCX"
    between = along_vessels([(0, 0, 0), (8, 0, 0), (16, 0, 0)], [lad, unclear, lad])
    assert between == ["LAD", "LAD", "LAD"]
    alone = along_vessels([(0, 0, 0), (80, 0, 0)], [lad, unclear])
    assert alone == ["LAD", "LCX"]
    assert along_vessels([], []) == []


def test_what_surrounds_a_candidate_is_measured_in_millimeters() -> None:
    """A cube of 3 x 4 x 4 voxels of 1 mm in fat, with lung 6 mm beside it."""
    hu = np.full((15, 40, 40), -90, np.int16)
    hu[:, :, 30:] = -850
    hu[6:9, 18:22, 18:22] = 500
    geometry = VolumeGeometry(hu.shape, (1.0, 1.0, 1.0), (0, 0, 0), ((0, 0, 1), (0, 1, 0), (1, 0, 0)))
    candidate = Candidate((6, 18, 18), (3, 4, 4), 48, 48.0, 500.0, (6, 18, 18), (19.5, 19.5, 7.0), False)
    found = measure(hu, geometry, candidate, 130.0)
    assert found is not None
    assert np.count_nonzero(found.mask) == 48
    assert found.fat == 1.0
    assert found.lung == 0.0
    assert found.area_mm2 == 16.0
    hu[:, :, 26:] = -850
    near = measure(hu, geometry, candidate, 130.0)
    assert near is not None
    assert near.lung_gap_mm == 5.0
    assert near.lung > 0
