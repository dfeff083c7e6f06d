"""Proposals on a made-up chest with known truth: what is proposed, as what, and what a program may not say of it."""

from dataclasses import replace

import numpy as np
import pytest

from SmartScoreLib.phantom.anatomy.case import Case, make_case, put
from SmartScoreLib.phantom.anatomy.chest import make_chest
from SmartScoreLib.phantom.anatomy.deposits import Deposit, make_deposits
from SmartScoreLib.phantom.anatomy.shapes import Tube, smooth_path
from SmartScoreLib.proposal.anatomy.find import find_anatomy
from SmartScoreLib.proposal.anatomy.fit import Pose
from SmartScoreLib.proposal.anatomy.model import Anatomy, beyond_aorta, whereabouts
from SmartScoreLib.proposal.anatomy.template import COURSES
from SmartScoreLib.proposal.anatomy.tissue import Tissue
from SmartScoreLib.proposal.anatomy.turn import turned
from SmartScoreLib.proposal.model import Proposals
from SmartScoreLib.proposal.propose import propose
from SmartScoreLib.proposal.proposed_map import proposed_map
from SmartScoreLib.proposal.results import proposals_json, proposals_table
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.model import CTSeries


@pytest.fixture(scope="module")
def case() -> Case:
    return make_case(1061, slices="thick", zero=False)


@pytest.fixture(scope="module")
def proposals(case: Case) -> Proposals:
    return propose(case.series)


def truth_at(case: Case, index: tuple[int, int, int]) -> set[str]:
    """The kinds of the deposits that reach a voxel."""
    kinds = set()
    for placed in case.placed:
        at = np.subtract(index, placed.corner)
        if (at >= 0).all() and (at < placed.mask.shape).all() and placed.mask[tuple(at)]:
            kinds.add(placed.deposit.kind)
    return kinds


def test_the_heart_is_found_within_a_centimeter(case: Case, proposals: Proposals) -> None:
    anatomy = proposals.anatomy
    assert anatomy is not None
    # The truth is in the coordinates of the turned person; the picture tells those of the scanner.
    true = case.scan.shown.lps_mm(case.scan.geometry.index(case.chest.heart.root))
    found = anatomy.view.geometry.lps_mm(np.array(anatomy.pose.root)[::-1] / 3.0)
    assert np.linalg.norm(found - true) < 12
    assert 0.85 < anatomy.pose.agreement <= 1


@pytest.mark.parametrize("seed", [423, 435])
def test_the_turn_of_a_heart_is_seen_by_the_fat_along_its_arteries(seed: int) -> None:
    """Both hearts are turned by more than 30 degrees about the long axis of the body; lungs and bones hide that."""
    from scipy.spatial import cKDTree

    turned = make_case(seed, slices="thick")
    anatomy = find_anatomy(turned.series)
    assert isinstance(anatomy, Anatomy)

    def away(pose: Pose) -> float:
        found = []
        for name, course in turned.chest.heart.courses.items():
            seen = turned.scan.shown.lps_mm(turned.scan.geometry.index(course))
            usual = pose.place(smooth_path(np.asarray(COURSES[name], float), 1.0))
            found.append(cKDTree(usual).query(anatomy.places(seen))[0])
        return float(np.concatenate(found).mean())

    assert away(anatomy.pose) > 17
    assert away(anatomy.heart) < 14
    assert abs(anatomy.pose.turn_degrees[2]) < 10
    assert 24 < anatomy.heart.turn_degrees[2] < 42


def test_a_heart_without_fat_and_one_that_is_cut_off_stay_as_lungs_and_bones_have_them(case: Case) -> None:
    anatomy = find_anatomy(case.series)
    assert isinstance(anatomy, Anatomy)
    lean = replace(anatomy.tissue, fat=np.zeros_like(anatomy.tissue.fat))
    assert turned(lean, anatomy.pose) == anatomy.pose
    assert turned(anatomy.tissue, anatomy.pose) == anatomy.heart != anatomy.pose
    # Only what lies more than 12 mm below the valve is in the picture.
    top = int(anatomy.pose.root[2] / 3) - 4
    lower = Tissue(
        *(mask[:top] for mask in (anatomy.tissue.lung, anatomy.tissue.soft, anatomy.tissue.fat, anatomy.tissue.bone))
    )
    assert turned(lower, anatomy.pose) == anatomy.pose


@pytest.mark.parametrize("seed", range(430, 440))
def test_arteries_of_made_up_hearts_leave_the_aorta_at_its_wall_and_bones_stay_in_front(seed: int) -> None:
    chest = make_chest(np.random.default_rng(seed))
    heart = chest.heart
    for name in ("LM", "RCA"):
        from_wall = heart.vessels["AORTA"].distance(heart.courses[name])
        assert abs(float(from_wall[0])) < 0.1
        assert float(from_wall.min()) > -0.2
    front = min(float(course[:, 1].min()) for course in heart.courses.values())
    assert chest.sternum_y <= front - 4


def test_the_wall_of_the_ascending_aorta_is_found_between_the_voxels_of_3_mm(case: Case, proposals: Proposals) -> None:
    """All around the drawn aorta, from 8 to 40 mm above the valve; what is drawn at 2.5 mm is seen about 1 mm wider."""
    assert proposals.anatomy is not None
    tube, root = case.chest.heart.vessels["AORTA"], case.chest.heart.root
    turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    round_ = np.stack([np.cos(turns), np.sin(turns), 0 * turns], axis=1)
    for at, radius in zip(tube.path, tube.radii, strict=True):
        if 8 < at[2] - root[2] < 40:
            seen = case.scan.shown.lps_mm(case.scan.geometry.index(at + round_ * radius))
            beyond = beyond_aorta(proposals.anatomy, seen)
            assert -2.5 < beyond.mean() < 0.5
            assert beyond.std() < 1.5


def test_the_distance_from_bone_is_that_of_spine_sternum_and_ribs(case: Case, proposals: Proposals) -> None:
    assert proposals.anatomy is not None
    root, chest = case.chest.heart.root, case.chest
    spine = (*chest.spine, root[2])
    front = (root[0], chest.sternum_y, root[2])
    seen = case.scan.shown.lps_mm(case.scan.geometry.index([spine, front, root]))
    in_spine, at_sternum, in_heart = (one.bone_mm for one in whereabouts(proposals.anatomy, seen))
    assert in_spine < 6
    assert at_sternum < 12
    assert in_heart > 25


def test_everything_proposed_is_coronary_calcium_and_every_large_deposit_is_proposed(
    case: Case, proposals: Proposals
) -> None:
    assert proposals.proposed
    for one in proposals.proposed:
        assert "coronary" in truth_at(case, one.features.candidate.peak_index)
    marked = proposed_map(proposals)
    for placed in case.placed:
        box = tuple(slice(c, c + n) for c, n in zip(placed.corner, placed.mask.shape, strict=True))
        bright = placed.mask & (case.series.hu[box] >= 130)
        if placed.deposit.kind == "coronary" and np.count_nonzero(bright) > 30:
            at = np.argwhere(bright)[len(np.argwhere(bright)) // 2] + placed.corner - marked.corner
            assert (at >= 0).all()
            assert marked.labels[tuple(at)] > 0


def test_proposals_come_most_likely_first_each_with_reasons(proposals: Proposals) -> None:
    likelihoods = [one.likelihood for one in proposals.proposed]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert all(0.5 <= one <= 1 for one in likelihoods)
    assert all(one.reasons for one in (*proposals.proposed, *proposals.rejected))
    assert all(one.kind == "coronary" for one in proposals.proposed)
    assert {one.territory for one in proposals.proposed} <= {"LM", "LAD", "LCX", "RCA", "PDA"}


def test_proposals_are_unreviewed_and_make_no_report(case: Case, proposals: Proposals) -> None:
    marks = proposed_map(proposals)
    assert not marks.reviewed
    reading = replace(make_reading(_with_headers(case.series), marks, DEFAULT_PROTOCOL), proposals=proposals)
    assert reading.sheet.status == "unreviewed"
    assert reading.sheet.total.agatston > 0
    assert reading.interpretation.cac_drs is None
    shown = score_json(reading)
    assert shown["reading_status"] == "unreviewed"
    assert len(shown["proposals"]["proposed"]) == len(proposals.proposed)
    from SmartScoreLib.reading.read import refuse_without_result

    with pytest.raises(InputRefused):
        refuse_without_result(reading)


def test_the_table_lists_each_proposal_and_says_what_likelihoods_are(proposals: Proposals) -> None:
    lines = proposals_table(proposals)
    assert "no measured probabilities" in lines[0]
    assert sum("mm³" in line and "HU" in line for line in lines) == len(proposals.proposed)
    assert len(proposals_json(proposals)["not_proposed"]) == len(proposals.rejected)


def test_metal_is_said_to_be_metal_and_never_proposed(case: Case) -> None:
    """A lead drawn into the right heart, and a clip beside the LAD."""
    heart = case.chest.heart
    path = smooth_path([*heart.vessels["SVC"].path[::-1], heart.chambers["RA"].center, heart.chambers["RV"].center])
    lead = Deposit("lead", "OTHER", Tube(path, np.full(len(path), 1.0)), 9000)
    at = heart.courses["LAD"][len(heart.courses["LAD"]) // 2]
    clip = Deposit("clip", "OTHER", Tube(np.array([at, at + np.array([0, 0, 4.0])]), np.full(2, 0.9)), 11000)
    hu = case.series.hu.astype(np.float32)
    placed = [put(hu, one, case.scan, np.random.default_rng(1)) for one in (lead, clip)]
    with_metal = replace(case, series=CTSeries(hu.astype(np.int16), case.scan.shown), placed=tuple(placed))
    found = propose(with_metal.series)
    assert not any(truth_at(with_metal, one.features.candidate.peak_index) for one in found.proposed)
    said = [one for one in found.rejected if truth_at(with_metal, one.features.candidate.peak_index)]
    assert {"metal"} == {one.kind for one in said if one.features.candidate.peak_hu > 1750}
    assert len(said) >= 2


def test_the_position_of_the_patient_changes_nothing(case: Case, proposals: Proposals) -> None:
    """The same voxels with rows and columns turned over, as of a patient who lies the other way around."""
    geometry = case.series.geometry
    last = (geometry.shape[0] - 1, geometry.shape[1] - 1, geometry.shape[2] - 1)
    turned = replace(
        geometry,
        origin_lps_mm=tuple(float(v) for v in geometry.lps_mm((0, last[1], last[2]))),
        directions=(
            geometry.directions[0],
            tuple(-v for v in geometry.directions[1]),
            tuple(-v for v in geometry.directions[2]),
        ),
    )
    again = propose(CTSeries(np.ascontiguousarray(case.series.hu[:, ::-1, ::-1]), turned))
    assert [one.territory for one in again.proposed] == [one.territory for one in proposals.proposed]


def test_contrast_agent_that_the_series_tells_of_ends_the_search(case: Case) -> None:
    told = replace(case.series, remarks=(remark("series.contrast_seen", blood_hu=250.0),))
    found = propose(told)
    assert not found.proposed
    assert [one.code for one in found.remarks] == ["proposal.nothing", "proposal.contrast_told"]
    assert found.anatomy is None


def test_contrast_agent_that_nobody_tells_of_is_seen_in_the_blood(case: Case) -> None:
    hu = np.array(case.series.hu)
    inside = (hu > 0) & (hu < 100)
    hu[inside] += 130
    found = propose(CTSeries(hu, case.series.geometry))
    assert not found.proposed
    assert found.remarks[0].code == "proposal.nothing"
    assert found.remarks[1].code in ("proposal.contrast_seen", "proposal.no_heart")


def test_without_lungs_nothing_is_proposed_and_it_is_said(case: Case) -> None:
    hu = np.full((20, 128, 128), 40, np.int16)
    hu[10, 60:66, 60:66] = 400
    geometry = replace(case.series.geometry, shape=hu.shape)
    assert [one.code for one in propose(CTSeries(hu, geometry)).remarks] == ["proposal.nothing", "proposal.no_lungs"]


def test_slices_that_are_not_axial_are_said_to_be_so(case: Case) -> None:
    geometry = case.series.geometry
    tilted = ((0.6, 0.0, 0.8), (0.0, 1.0, 0.0), (0.8, 0.0, -0.6))
    found = propose(CTSeries(case.series.hu, replace(geometry, directions=tilted)))
    assert [one.code for one in found.remarks] == ["proposal.nothing", "proposal.not_axial"]


def test_work_that_is_stopped_stops(case: Case) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int, what: str) -> None:
        if done == 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        propose(case.series, progress=stop)


def test_a_seed_makes_the_same_chest_again_and_another_seed_another(case: Case) -> None:
    def root(seed: int) -> list[float]:
        return [float(v) for v in make_chest(np.random.default_rng(seed)).heart.root]

    assert root(1061) == [float(v) for v in case.chest.heart.root]
    assert root(1062) != root(1061)


def test_a_chest_without_coronary_calcium_has_none_and_only_a_moving_heart_has_bands(case: Case) -> None:
    kinds = [
        {one.kind for one in make_deposits(np.random.default_rng(seed), case.chest, zero=True, moving=moving)}
        for seed in range(12)
        for moving in (False, True)
    ]
    assert not any("coronary" in one for one in kinds)
    assert not any("motion" in one for one in kinds[::2])
    assert any("motion" in one for one in kinds[1::2])


def _with_headers(series: CTSeries) -> CTSeries:
    from SmartScoreLib.phantom.series import phantom_series
    from SmartScoreLib.phantom.standard import standard_phantom

    phantom = phantom_series(standard_phantom(slices=2, rows=32, columns=32, lesions=()))
    return replace(series, datasets=(phantom.datasets[0],) * series.geometry.shape[0])
