"""The rules that come with the library, by name: what they hold and who published them; changing them, keeping them."""

import json
import math
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.scoring import presets
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, customize, protocol_json, restored
from SmartScoreLib.scoring.score import score

AXIAL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))


def _scored(hu: np.ndarray, rules: ScoringProtocol) -> ScoreSheet:
    """3 mm slices of 0.5 mm pixels; everything above -50 HU is marked."""
    labels = (hu > -50) * np.uint8(BY_KEY["LAD"].label)
    return score(hu, LesionMap(grid(*hu.shape, (0.5, 0.5), 3.0, AXIAL), (0, 0, 0), labels), rules)


def _block(name: str, value: float) -> ScoreSheet:
    """2 mm2 of one value in one slice, by the preset of this name."""
    hu = np.full((1, 4, 6), -100, np.int16)
    hu[0, 1:3, 1:5] = value
    return _scored(hu, PRESETS[name])


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_has_a_source_and_scores(name: str) -> None:
    assert PRESETS[name].name == name
    assert PRESETS[name].source is not None
    assert _block(name, 250).total.agatston > 0


_STUDY = (
    "as analyzed by van Praagh et al. 2021 (PMC8360117), a phantom study of four vendors' calcium scoring; "
    "8 neighbors as its program in MolloiLab/CAC-stanford-data computes (4 in nwerf/FQM_Analysis)"
)
_GRANI = (
    "of Gräni et al. 2018 (Eur Heart J Cardiovasc Imaging 19:1362), as MolloiLab/CalciumScoring.jl has them; "
    "everything else as SmartScore AJ-130"
)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (
            "SmartScore AJ-130",
            "Agatston 1990 as practised: 130 HU, 8 neighbors, components of at least 1 mm2 in the slice, weight by "
            "their peak (130, 200, 300, 400 HU), times slice spacing / 3 mm; plain volume. What the product's AJ-130 "
            "does besides is not public",
        ),
        (
            "GE",
            f"Components must exceed 1 mm2; plain volume; {_STUDY}. Neighbors, rounding and what else AJ-130 does are "
            "not public: a product score of 285 with a volume of 106 mm3 was reported (Slicer forum, topic 1544), and "
            "these rules give at most 141 for it",
        ),
        (
            "Siemens",
            f"No smallest area; isotropic volume; {_STUDY}. Smallest area and neighbors of the product are not "
            "public; with its kernel Sa36f 130 HU hold at any tube voltage",
        ),
        (
            "Philips",
            f"Components must exceed 0.5 mm2; plain volume; {_STUDY}. The vendor's own mass threshold is not used",
        ),
        ("Canon", f"Components of more than 3 voxels; plain volume; {_STUDY}"),
        ("Literature", f"Components must exceed 1 mm2; isotropic volume; the rules of the literature {_STUDY}"),
        ("70 kVp", f"Threshold and weights for 70 kVp {_GRANI}"),
        ("80 kVp", f"Threshold and weights for 80 kVp {_GRANI}"),
        ("100 kVp", f"Threshold and weights for 100 kVp {_GRANI}"),
        (
            "100 kVp, 147 HU",
            "147 HU for 100 kVp (Nakazato et al. 2009), with the weights of 120 kVp, as used by van Praagh et al. "
            "2021; everything else as SmartScore AJ-130",
        ),
        (
            "135 kVp",
            "Threshold and weights for 135 kVp as MolloiLab/CalciumScoring.jl has them; everything else as SmartScore "
            "AJ-130",
        ),
    ],
)
def test_the_source_of_a_preset_says_its_rules_and_who_published_them(name: str, source: str) -> None:
    assert protocol_json(PRESETS[name])["source"] == source


def test_presets_hold_the_published_rules() -> None:
    def rules(name: str) -> tuple[float, bool, int, str]:
        p = PRESETS[name]
        return p.minimum_area_mm2, p.area_must_exceed, p.minimum_voxels, p.volume_method

    assert next(iter(PRESETS)) == "SmartScore AJ-130"
    assert rules("SmartScore AJ-130") == (1.0, False, 1, "plain")
    assert rules("GE") == (1.0, True, 1, "plain")
    assert rules("Siemens") == (0.0, False, 1, "isotropic")
    assert rules("Philips") == (0.5, True, 1, "plain")
    assert rules("Canon") == (0.0, False, 4, "plain")
    assert rules("Literature") == (1.0, True, 1, "isotropic")
    assert list(PRESETS)[:6] == ["SmartScore AJ-130", "GE", "Siemens", "Philips", "Canon", "Literature"]
    vendors = [PRESETS[name] for name in list(PRESETS)[:6]]
    assert {p.tube_voltage_kvp for p in vendors} == {120.0}
    assert {(p.threshold_hu, p.weight_starts_hu) for p in vendors} == {(130.0, (130.0, 200.0, 300.0, 400.0))}
    assert {p.connectivity for p in PRESETS.values()} == {8}


@pytest.mark.parametrize(
    ("name", "kvp", "threshold", "weights"),
    [
        ("70 kVp", 70, 207, (207, 318, 477, 636)),
        ("80 kVp", 80, 177, (177, 271, 408, 544)),
        ("100 kVp", 100, 145, (145, 222, 334, 446)),
        ("100 kVp, 147 HU", 100, 147, (130, 200, 300, 400)),
        ("135 kVp", 135, 119, (119, 183, 274, 364)),
    ],
)
def test_presets_for_a_tube_voltage_differ_from_the_default_in_threshold_and_weights_only(
    name: str, kvp: float, threshold: float, weights: tuple[float, ...]
) -> None:
    rules = PRESETS[name]
    assert (rules.tube_voltage_kvp, rules.threshold_hu, rules.weight_starts_hu) == (kvp, threshold, weights)
    same = {"name", "source", "tube_voltage_kvp", "threshold_hu", "weight_starts_hu"}
    for field in fields(rules):
        assert field.name in same or getattr(rules, field.name) == getattr(DEFAULT_PROTOCOL, field.name)
    # 2 mm2: a peak at a start has its weight, one below has the one before.
    for weight, start in enumerate(weights, 1):
        reaches = start >= threshold
        assert _block(name, start).total.agatston == pytest.approx(2 * weight if reaches else 0)
        below = start - 1 >= threshold
        assert _block(name, start - 1).total.agatston == pytest.approx(2 * (weight - 1) if below else 0)


def test_canon_keeps_more_than_three_voxels() -> None:
    for voxels, counted in ((3, 0), (4, 1)):
        hu = np.full((1, 1, 6), -100, np.int16)
        hu[0, 0, :voxels] = 150
        total = _scored(hu, PRESETS["Canon"]).total
        assert (total.lesions, total.agatston) == (counted, pytest.approx(counted))


class TestPresetsOfAVoltage:
    @pytest.mark.parametrize(
        ("name", "kvp", "threshold", "source"),
        [
            ("70 kVp", 70, 207, "scoring.source_tube_voltage"),
            ("80 kVp", 80, 177, "scoring.source_tube_voltage"),
            ("100 kVp", 100, 145, "scoring.source_tube_voltage"),
            ("100 kVp, 147 HU", 100, 147, "scoring.source_147_hu"),
            ("135 kVp", 135, 119, "scoring.source_135_kvp"),
        ],
    )
    def test_names_threshold_and_source(self, name: str, kvp: float, threshold: float, source: str) -> None:
        rules = PRESETS[name]
        assert (rules.tube_voltage_kvp, rules.threshold_hu) == (kvp, threshold)
        assert rules.source is not None
        assert rules.source.code == source
        assert rules.source.values.get("kvp") == (kvp if source == "scoring.source_tube_voltage" else None)

    def test_canon_says_how_many_voxels_are_too_few(self) -> None:
        source = PRESETS["Canon"].source
        assert source is not None
        assert source.values["size"] == remark("scoring.source_voxels", more_than=3)

    # The presets are made when the module is imported; these make some again.

    def test_rules_of_a_voltage_take_the_first_weight_as_threshold_and_a_name_of_their_own(self) -> None:
        made = presets._at(90.0, "scoring.source_tube_voltage", (160.0, 240.0, 360.0, 480.0))
        assert (made.name, made.threshold_hu, made.tube_voltage_kvp) == ("90 kVp", 160.0, 90.0)
        assert made.source == remark("scoring.source_tube_voltage", kvp=90.0)
        named = presets._at(90.0, "scoring.source_147_hu", (160.0, 240.0, 360.0, 480.0), name="another")
        assert (named.name, named.source) == ("another", remark("scoring.source_147_hu"))

    @pytest.mark.parametrize("voxels", [2, 4])
    def test_rules_of_a_least_number_of_voxels_say_how_many_are_too_few(self, voxels: int) -> None:
        made = presets._published(remark("scoring.source_147_hu"), ScoringProtocol("few", minimum_voxels=voxels))
        assert made.source is not None
        assert made.source.values["size"] == remark("scoring.source_voxels", more_than=voxels - 1)


class TestCustomizing:
    @pytest.mark.parametrize(
        ("field", "inside", "outside", "reason"),
        [
            ("threshold_hu", 1.0, 0.999, "A threshold of 0.999 HU makes no sense; give 1 to 3000."),
            ("threshold_hu", 3000.0, 3000.5, "A threshold of 3000.5 HU makes no sense; give 1 to 3000."),
            ("threshold_hu", 131.0, math.inf, "A threshold of inf HU makes no sense; give 1 to 3000."),
            ("minimum_area_mm2", 0.0, -0.001, "A smallest area of -0.001 mm2 makes no sense; give 0 to 100."),
            ("minimum_area_mm2", 100.0, 100.01, "A smallest area of 100.01 mm2 makes no sense; give 0 to 100."),
            ("minimum_area_mm2", 2.0, math.nan, "A smallest area of nan mm2 makes no sense; give 0 to 100."),
            ("minimum_voxels", 2, 0, "A smallest number of voxels of 0 makes no sense; give 1 or more."),
            ("connectivity", 4, 6, "A connectivity of 6 makes no sense; give 4 or 8."),
            ("tube_voltage_kvp", 40.0, 39.9, "A tube voltage of 39.9 kVp makes no sense; give 40 to 200."),
            ("tube_voltage_kvp", 200.0, 200.1, "A tube voltage of 200.1 kVp makes no sense; give 40 to 200."),
            ("volume_method", "isotropic", "cubic", 'There is no volume method "cubic"; give plain or isotropic.'),
        ],
    )
    def test_a_rule_has_bounds_and_changing_it_shows_in_the_name(
        self, field: str, inside: Any, outside: Any, reason: str
    ) -> None:
        changed = customize(DEFAULT_PROTOCOL, **{field: inside})
        assert getattr(changed, field) == inside
        assert changed.name == "SmartScore AJ-130 (custom)"
        assert changed.source == DEFAULT_PROTOCOL.source
        with pytest.raises(WrongUsage) as caught:
            customize(DEFAULT_PROTOCOL, **{field: outside})
        assert caught.value.reasons == (reason,)

    @pytest.mark.parametrize(("inside", "outside"), [(1e-9, 0.0), (0.0999, 0.1), (0.00075, math.nan)])
    def test_a_mass_factor_has_bounds_and_is_no_change_of_the_rules(self, inside: float, outside: float) -> None:
        assert customize(DEFAULT_PROTOCOL, mass_factor=inside) == replace(DEFAULT_PROTOCOL, mass_factor=inside)
        with pytest.raises(WrongUsage) as caught:
            customize(DEFAULT_PROTOCOL, mass_factor=outside)
        assert caught.value.reasons == (
            f"A mass factor of {outside:g} mg/(mm3 HU) makes no sense; common ones lie between 0.0005 and 0.001.",
        )

    def test_a_new_mass_factor_does_not_keep_the_source_of_another_one(self) -> None:
        rods = DEFAULT_PROTOCOL.source  # any remark
        measured = replace(DEFAULT_PROTOCOL, mass_factor=0.0007, mass_factor_source=rods)
        assert customize(measured, mass_factor=0.0008).mass_factor_source is None
        assert customize(measured, mass_factor=0.0007).mass_factor_source == rods
        assert customize(measured, threshold_hu=147.0).mass_factor_source == rods

    def test_density_weights_are_four_rising_starts(self) -> None:
        # 80 kVp, adapted by Agatston's own ratios
        changed = customize(DEFAULT_PROTOCOL, threshold_hu=177.0, weight_starts_hu=[177.0, 271.0, 408.0, 544.0])
        assert changed.weight_starts_hu == (177.0, 271.0, 408.0, 544.0)
        assert changed.name == "SmartScore AJ-130 (custom)"
        starts = DEFAULT_PROTOCOL.weight_starts_hu
        assert customize(changed, threshold_hu=130.0, weight_starts_hu=list(starts)) == DEFAULT_PROTOCOL

    @pytest.mark.parametrize(
        "starts",
        [
            (130, 200, 300),
            (130, 200, 300, 400, 500),
            (130, 130, 300, 400),
            (130, 200, 200, 400),
            (130, 200, 300, 300),
            (130, 200, 199.9, 400),
            (130, math.nan, 300, 400),
            (130, 200, 300, math.inf),
        ],
    )
    def test_other_starts_of_the_weights_are_refused(self, starts: tuple[float, ...]) -> None:
        with pytest.raises(WrongUsage) as caught:
            customize(DEFAULT_PROTOCOL, weight_starts_hu=starts)
        assert caught.value.reasons == ("The density weights need four starts in HU, each above the one before.",)

    def test_starts_that_rise_by_anything_are_taken(self) -> None:
        starts = (130.0, 130.001, 130.002, 130.003)
        assert customize(DEFAULT_PROTOCOL, weight_starts_hu=starts).weight_starts_hu == starts

    def test_every_problem_is_told(self) -> None:
        with pytest.raises(WrongUsage) as caught:
            customize(DEFAULT_PROTOCOL, threshold_hu=0.0, minimum_voxels=0)
        assert [one.code for one in caught.value.remarks] == ["scoring.bad_threshold", "scoring.bad_voxels"]

    def test_rules_that_are_no_preset_are_custom(self) -> None:
        ours = ScoringProtocol("ours", threshold_hu=140.0)
        assert customize(ours).name == customize(ours, mass_factor=0.0007).name == "ours"
        assert customize(ours, threshold_hu=141.0).name == "ours (custom)"
        assert customize(ScoringProtocol("ours (custom)")).name == "ours (custom)"

    def test_four_neighbors_and_own_weights_score_by_hand(self) -> None:
        hu = np.full((1, 8, 8), -100, np.int16)
        hu[0, 1:3, 1:3] = 180  # 1 mm2, weight 1
        hu[0, 3:5, 3:5] = 280  # 1 mm2, weight 2, touching by a corner
        changed = customize(DEFAULT_PROTOCOL, connectivity=4, weight_starts_hu=(177, 271, 408, 544))
        assert _scored(hu, changed).total.agatston == pytest.approx(1 + 2)
        assert _scored(hu, customize(changed, connectivity=8)).total.agatston == pytest.approx(2 * 2)


class TestProtocolAsJson:
    @pytest.mark.parametrize("name", PRESETS)
    def test_a_preset_comes_back_from_json(self, name: str) -> None:
        for protocol in (PRESETS[name], customize(PRESETS[name], threshold_hu=147.0, mass_factor=0.0007)):
            assert restored(json.loads(json.dumps(protocol_json(protocol)))) == protocol

    def test_scenes_of_version_1_are_still_read(self) -> None:
        saved = {
            "name": "Canon (custom)", "source": "Components of at least 3 voxels; plain volume", "threshold_hu": 147.0,
            "minimum_area_mm2": 0.0, "area_must_exceed": False, "minimum_voxels": 3, "connectivity": 8,
            "weight_starts_hu": [130.0, 200.0, 300.0, 400.0], "volume_method": "plain", "mass_factor": None,
        }  # fmt: skip
        assert restored(saved) == customize(PRESETS["Canon"], threshold_hu=147.0, minimum_voxels=3)
        # What was called Canon then is not what is called so now.
        assert restored({**saved, "name": "Canon", "threshold_hu": 130.0}).name == "Canon (custom)"
        assert restored({**saved, "name": "Canon", "threshold_hu": 130.0, "minimum_voxels": 4}) == PRESETS["Canon"]
        assert restored({**saved, "name": "Above 1 mm2"}).name == "Above 1 mm2"

    def test_the_source_of_rules_of_ones_own_comes_back_as_it_was_given(self) -> None:
        ours = ScoringProtocol("ours", source=remark("scoring.source_given", text="our manual"))
        assert protocol_json(ours)["source"] == "our manual"
        assert restored(protocol_json(ours)) == ours

    def test_rules_of_an_unknown_name_have_no_source(self) -> None:
        ours = ScoringProtocol("ours", threshold_hu=150.0)
        assert protocol_json(ours)["source"] == ""
        assert restored(protocol_json(ours)) == ours
        assert list(protocol_json(ours)) == [
            "name", "source", "threshold_hu", "minimum_area_mm2", "area_must_exceed", "minimum_voxels",
            "connectivity", "weight_starts_hu", "volume_method", "mass_factor", "tube_voltage_kvp",
            "mass_factor_source",
        ]  # fmt: skip
