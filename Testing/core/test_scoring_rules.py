"""Rules for tube voltages, and rules of one's own from a file."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from SmartScoreLib.cli.main import main
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Severity
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, PRESETS, presets_for
from SmartScoreLib.scoring.protocol_file import read_protocol
from SmartScoreLib.scoring.tube_voltage import with_tube_voltage

KVP = "KVP (0018,0060)"


def _of(*kvp: float) -> Remark:
    return remark("series.kvp", attribute=KVP, kvp=kvp)


class TestTubeVoltage:
    def test_a_series_of_120_kvp_has_nothing_to_say_to_rules_for_it(self) -> None:
        other = remark("series.spacing", spacing_mm=1.5)
        assert with_tube_voltage(DEFAULT_PROTOCOL, (other,)) == (other,)
        assert with_tube_voltage(PRESETS["Canon"], ()) == ()

    @pytest.mark.parametrize(
        ("kvp", "names"),
        [
            (70.0, ("70 kVp",)),
            (80.0, ("80 kVp",)),
            (100.0, ("100 kVp", "100 kVp, 147 HU")),
            (135.0, ("135 kVp",)),
            (140.0, ()),
            (120.0, ()),
        ],
    )
    def test_a_series_of_another_one_keeps_its_limit_and_names_the_presets_for_it(
        self, kvp: float, names: tuple[str, ...]
    ) -> None:
        assert presets_for(kvp) == names
        told = (remark("scoring.tube_voltage_presets", names=names),) if names else ()
        assert with_tube_voltage(DEFAULT_PROTOCOL, (_of(kvp),)) == (_of(kvp), *told)

    def test_no_preset_is_for_a_series_of_several(self) -> None:
        assert with_tube_voltage(DEFAULT_PROTOCOL, (_of(80.0, 100.0),)) == (_of(80.0, 100.0),)

    def test_rules_for_the_tube_voltage_of_the_series_fit_and_130_hu_concern_nobody(self) -> None:
        fits = remark("scoring.tube_voltage_fits", rules_kvp=100.0)
        assert with_tube_voltage(PRESETS["100 kVp"], (_of(100.0),)) == (fits,)
        assert fits.severity is Severity.NOTE

    @pytest.mark.parametrize("kvp", [(80.0,), (100.0, 120.0)])
    def test_a_series_that_contradicts_the_rules_is_a_limit(self, kvp: tuple[float, ...]) -> None:
        said = remark("scoring.tube_voltage", rules_kvp=100.0, kvp=kvp)
        assert with_tube_voltage(PRESETS["100 kVp"], (_of(*kvp),)) == (said,)
        assert said.severity is Severity.LIMITS

    def test_rules_for_another_tube_voltage_contradict_a_series_of_120_kvp(self) -> None:
        said = (remark("scoring.tube_voltage", rules_kvp=80.0, kvp=(120.0,)),)
        assert with_tube_voltage(PRESETS["80 kVp"], ()) == said

    @pytest.mark.parametrize(
        "missing",
        [
            remark("series.kvp_missing", attribute=KVP),
            remark("series.kvp_partly_missing", attribute=KVP, kvp=(100.0,)),
            remark("series.no_headers"),
        ],
    )
    def test_where_it_is_not_known_rules_for_another_one_say_so(self, missing: Remark) -> None:
        unknown = remark("scoring.tube_voltage_unknown", rules_kvp=100.0)
        assert with_tube_voltage(PRESETS["100 kVp"], (missing,)) == (missing, unknown)
        assert with_tube_voltage(DEFAULT_PROTOCOL, (missing,)) == (missing,)


class TestRulesFromAFile:
    def _read(self, folder: Path, values: Any) -> ScoringProtocol:
        file = folder / "rules.json"
        file.write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
        return read_protocol(file)

    def _codes(self, folder: Path, values: Any) -> list[str]:
        with pytest.raises(InputRefused) as caught:
            self._read(folder, values)
        return [one.code.removeprefix("scoring.") for one in caught.value.remarks]

    def test_what_the_file_does_not_say_is_as_in_the_default_rules(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, {"name": "Ours"}) == replace(DEFAULT_PROTOCOL, name="Ours", source=None)

    def test_every_rule_can_be_given(self, tmp_path: Path) -> None:
        values = {
            "name": "Ours", "source": "our manual, page 3", "threshold_hu": 145, "minimum_area_mm2": 0.5,
            "area_must_exceed": True, "minimum_voxels": 2, "connectivity": 4, "mass_factor": 0.0007,
            "weight_starts_hu": [145, 222, 334, 446.5], "volume_method": "isotropic", "tube_voltage_kvp": 100,
            "mass_factor_source": "our phantom, 5 January",
        }  # fmt: skip
        source = remark("scoring.source_given", text="our manual, page 3")
        assert self._read(tmp_path, values) == ScoringProtocol(
            "Ours",
            source,
            145,
            0.5,
            True,
            2,
            4,
            (145, 222, 334, 446.5),
            "isotropic",
            0.0007,
            100,
            remark("scoring.source_given", text="our phantom, 5 January"),
        )
        assert self._read(tmp_path, values | {"mass_factor": None}).mass_factor is None

    @pytest.mark.parametrize(
        ("key", "value", "code"),
        [
            ("threshold_hu", "130", "protocol_number"),
            ("threshold_hu", True, "protocol_number"),
            ("threshold_hu", None, "protocol_number"),
            ("threshold_hu", 0.5, "bad_threshold"),
            ("minimum_area_mm2", -1, "bad_area"),
            ("tube_voltage_kvp", 300, "bad_tube_voltage"),
            ("tube_voltage_kvp", [100], "protocol_number"),
            ("mass_factor", 0.75, "bad_mass_factor"),
            ("minimum_voxels", 2.5, "protocol_whole"),
            ("minimum_voxels", True, "protocol_whole"),
            ("minimum_voxels", 0, "bad_voxels"),
            ("connectivity", 6, "bad_connectivity"),
            ("connectivity", "8", "protocol_whole"),
            ("area_must_exceed", 1, "protocol_flag"),
            ("weight_starts_hu", 130, "protocol_numbers"),
            ("weight_starts_hu", ["a"], "protocol_numbers"),
            ("weight_starts_hu", [130, 200, 300], "bad_weights"),
            ("weight_starts_hu", [130, 200, 200, 400], "bad_weights"),
            ("volume_method", "cubic", "bad_volume_method"),
            ("volume_method", 3, "protocol_text"),
            ("source", 3, "protocol_text"),
            ("treshold", 130, "protocol_unknown_key"),
            ("name", "", "protocol_without_name"),
            ("name", "  ", "protocol_without_name"),
            ("name", 3, "protocol_text"),
            ("name", "Canon", "protocol_preset_name"),
            ("name", "a" * 65, "protocol_long_name"),
            ("name", "a\nb", "protocol_long_name"),
        ],
    )
    def test_a_key_without_a_valid_value_is_refused_with_its_reason(
        self, tmp_path: Path, key: str, value: Any, code: str
    ) -> None:
        assert self._codes(tmp_path, {"name": "Ours", key: value}) == [code]

    def test_every_wrong_key_is_told_at_once(self, tmp_path: Path) -> None:
        values = {"threshold": 130, "connectivity": "8", "area_must_exceed": "no"}
        assert self._codes(tmp_path, values) == [
            "protocol_unknown_key", "protocol_whole", "protocol_flag", "protocol_without_name",
        ]  # fmt: skip
        assert self._codes(tmp_path, {"name": "Ours", "threshold_hu": 0, "minimum_voxels": 0}) == [
            "bad_threshold", "bad_voxels",
        ]  # fmt: skip

    def test_a_name_may_have_64_characters(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, {"name": "a" * 64}).name == "a" * 64

    def test_what_is_no_json_object_is_refused(self, tmp_path: Path) -> None:
        assert self._codes(tmp_path, "{") == ["protocol_no_json"]
        assert self._codes(tmp_path, "[1]") == ["protocol_no_object"]
        assert self._codes(tmp_path, "[" * 100_000) == ["protocol_no_json"]
        assert self._codes(tmp_path, '{"name": "Ours", "threshold_hu": NaN}') == ["protocol_number"]
        with pytest.raises(InputRefused, match="could not be read"):
            read_protocol(tmp_path / "none.json")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A phantom at 100 kVp, with a click on each lesion."""
    folder = tmp_path_factory.mktemp("kvp")
    phantom = standard_phantom(rows=104, columns=104, pixel_mm=2.0, slices=44, spacing_mm=3.0)
    write_phantom(phantom, folder / "ct", attributes={"KVP": "100"})
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    return folder


class TestOnTheCommandLine:
    def _score(self, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
        given = ("--lesions", str(folder / "clicks.json"), "--json", "-", *options)
        assert main(["score", str(folder / "ct"), *given]) == 0
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    def _codes(self, found: dict[str, Any]) -> set[str]:
        told = {one["code"] for one in found["series"]["remarks"]}
        return {code for code in told if "kvp" in code or "voltage" in code or "threshold" in code}

    def test_a_series_at_100_kvp_is_scored_by_the_default_rules_and_names_the_presets(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = self._score(folder, capsys)
        assert self._codes(found) == {"series.kvp", "scoring.tube_voltage_presets"}
        assert found["protocol"]["threshold_hu"] == 130
        assert "There are rules for this tube voltage: 100 kVp, 100 kVp, 147 HU." in str(found["series"]["warnings"])

    def test_the_preset_for_it_scores_with_its_own_threshold_and_weights_and_says_so(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        before, found = self._score(folder, capsys), self._score(folder, capsys, "--protocol", "100 kVp")
        assert self._codes(found) == {"scoring.tube_voltage_fits", "scoring.threshold"}
        assert found["protocol"]["weight_starts_hu"] == [145, 222, 334, 446]
        assert (found["protocol"]["threshold_hu"], found["protocol"]["tube_voltage_kvp"]) == (145, 100)
        assert 0 < found["total"]["agatston"] < before["total"]["agatston"]

    def test_a_preset_for_another_one_is_told_to_contradict_the_series(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        found = self._score(folder, capsys, "--protocol", "135 kVp")
        assert self._codes(found) == {"scoring.tube_voltage", "scoring.threshold"}
        assert (
            "The rules are meant for a tube voltage of 135 kVp, and the series has 100 kVp."
            in found["series"]["warnings"]
        )

    def test_rules_of_ones_own_score_and_are_named(
        self, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rules = {"name": "Our rules", "threshold_hu": 145, "weight_starts_hu": [145, 222, 334, 446]}
        (tmp_path / "ours.json").write_text(json.dumps(rules | {"tube_voltage_kvp": 100, "source": "our manual"}))
        own = self._score(folder, capsys, "--protocol", str(tmp_path / "ours.json"))
        preset = self._score(folder, capsys, "--protocol", "100 kVp")
        assert (own["protocol"]["name"], own["protocol"]["source"]) == ("Our rules", "our manual")
        assert own["total"] == preset["total"]
        (tmp_path / "wrong.json").write_text(json.dumps(rules | {"connectivity": 6, "volume": "plain"}))
        given = ("--lesions", str(folder / "clicks.json"), "--protocol", str(tmp_path / "wrong.json"))
        assert main(["score", str(folder / "ct"), *given]) == 3
        assert "'volume' is none of name, source" in capsys.readouterr().err
