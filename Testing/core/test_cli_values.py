"""The command line makes values of its arguments at its edge; what lies behind takes values."""

import argparse
import ast
import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from SmartScoreLib.cli import export, options, report, request, score
from SmartScoreLib.cli.export import reduced_slices
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.scoring.presets import PRESETS
from SmartScoreLib.series.choosing import choose
from SmartScoreLib.series.model import Findings, SeriesCandidate

CLI = Path(options.__file__).parent


def arguments(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    options.add_scoring_options(parser)
    return parser.parse_args(["ct", "more", "--lesions", "marks.json", *given])


def without_marks(*given: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    options.add_scoring_options(parser)
    return parser.parse_args(["ct", *given])


def codes(call: Callable[[], object], kind: type[SmartScoreError] = WrongUsage) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(kind) as caught:
        call()
    return [(remark.code, dict(remark.values)) for remark in caught.value.remarks]


def test_only_the_edge_sees_the_parsed_arguments() -> None:
    """`run` and functions named `..._request` take the namespace; what they call takes values."""
    taking = {
        f"{path.name}: {node.name}"
        for path in CLI.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        for argument in node.args.args
        if argument.annotation is not None and ast.unparse(argument.annotation).strip("'\"") == "argparse.Namespace"
    }
    assert taking
    assert {name for name in taking if name.split(": ")[1] != "run" and not name.endswith("_request")} == set()


@pytest.mark.parametrize(
    "made", [request.ScoringRequest, score.ScoreRequest, report.ReportRequest, export.ExportRequest]
)
def test_requests_are_frozen_values(made: type) -> None:
    assert dataclasses.is_dataclass(made)
    assert made.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_scoring_request_holds_what_was_typed(tmp_path: Path) -> None:
    (tmp_path / "person.json").write_text(json.dumps({"age_years": 61, "sex": "female", "ethnicity": "black"}))
    made = options.scoring_request(
        arguments(
            *("--series", "1.2/75 %", "--protocol", "Canon", "--min-area", "0.5", "--mass-factor", "0.0007"),
            *("--person", str(tmp_path / "person.json"), "--ethnicity", "chinese", "--reader", "A", "--comment", "B"),
        )
    )
    assert made.paths == (Path("ct"), Path("more"))
    assert (made.lesions, made.series, made.reader, made.comment) == (Path("marks.json"), "1.2/75 %", "A", "B")
    assert (made.protocol.name, made.protocol.minimum_area_mm2, made.protocol.minimum_voxels) == (
        "Canon (custom)", 0.5, 4,
    )  # fmt: skip
    assert made.protocol.mass_factor == 0.0007
    assert made.calibration is None
    assert (made.person.age_years, made.person.sex, made.person.ethnicity) == (61, "female", "chinese")


def test_a_mass_factor_alone_keeps_the_name_of_the_preset() -> None:
    assert options.scoring_request(arguments("--mass-factor", "0.0007")).protocol.name == "SmartScore AJ-130"


def test_a_calibration_becomes_two_regions() -> None:
    made = options.scoring_request(arguments("--calibration", "1,-2,3.5,4,200", "--water", "5,6,7,8")).calibration
    assert made is not None
    assert made.concentration_mg_per_cm3 == 200
    assert (made.insert.center_lps_mm, made.insert.radius_mm) == ((1, -2, 3.5), 4)
    assert made.water is not None
    assert (made.water.center_lps_mm, made.water.radius_mm) == ((5, 6, 7), 8)


@pytest.mark.parametrize(
    ("given", "code", "values"),
    [
        (("--water", "1,2,3,4"), "cli.water_alone", {}),
        (("--water", "1,2,3,4", "--calibration", "auto"), "cli.water_alone", {}),
        (("--calibrations", "a.json", "--mass-factor", "0.001"), "cli.two_mass_factors", {}),
        (("--calibrations", "a.json", "--calibration", "auto"), "cli.two_mass_factors", {}),
        (
            ("--mass-factor", "tiny"),
            "cli.mass_factor",
            {"given": "tiny", "known": ("patient", "small", "medium", "large")},
        ),
        (("--calibration", "1,2,3,4,200", "--mass-factor", "0.001"), "cli.two_mass_factors", {}),
        (("--calibration", "1,2,3"), "cli.region", {"option": "--calibration", "given": "1,2,3", "count": 5}),
        (("--calibration", "1,2,3,0"), "cli.region", {"option": "--calibration", "given": "1,2,3,0", "count": 4}),
        (("--calibration", "1,2,3,0,9"), "cli.region", {"option": "--calibration", "given": "1,2,3,0,9", "count": 5}),
        (
            ("--calibration", "1,2,3,4,200", "--water", "1,2,inf,4"),
            "cli.region",
            {"option": "--water", "given": "1,2,inf,4", "count": 4},
        ),
    ],
)
def test_options_without_a_sensible_value_are_wrong_usage(
    given: tuple[str, ...], code: str, values: dict[str, object]
) -> None:
    assert codes(lambda: options.scoring_request(arguments(*given))) == [(code, values)]


def test_a_radius_just_above_zero_is_one() -> None:
    assert options.scoring_request(arguments("--calibration", "1,2,3,0.001,9")).calibration is not None


def test_an_unknown_preset_names_the_known_ones() -> None:
    ((code, values),) = codes(lambda: options.scoring_request(arguments("--protocol", "AJ")))
    assert (code, values["name"]) == ("cli.protocol", "AJ")
    assert values["known"] == tuple(PRESETS)
    assert values["known"][:11] == (
        "SmartScore AJ-130", "GE", "Siemens", "Philips", "Canon", "Literature",
        "70 kVp", "80 kVp", "100 kVp", "100 kVp, 147 HU", "135 kVp",
    )  # fmt: skip


def test_rules_of_ones_own_come_from_a_file_and_keep_their_name_until_an_option_changes_them(tmp_path: Path) -> None:
    file = tmp_path / "rules.json"
    file.write_text(json.dumps({"name": "Our rules", "threshold_hu": 145, "connectivity": 4}))
    made = options.scoring_request(arguments("--protocol", str(file), "--mass-factor", "0.0007")).protocol
    assert (made.name, made.threshold_hu, made.connectivity, made.mass_factor) == ("Our rules", 145, 4, 0.0007)
    made = options.scoring_request(arguments("--protocol", str(file), "--threshold", "150")).protocol
    assert (made.name, made.threshold_hu, made.connectivity) == ("Our rules (custom)", 150, 4)
    file.write_text(json.dumps({"name": "Our rules", "treshold": 145}))
    ((code, values),) = codes(lambda: options.scoring_request(arguments("--protocol", str(file))), InputRefused)
    assert (code, values["key"]) == ("scoring.protocol_unknown_key", "'treshold'")


def test_dominance_is_not_known_unless_it_is_given() -> None:
    assert options.scoring_request(arguments()).dominance is None
    assert options.scoring_request(arguments("--dominance", "unknown")).dominance is None
    assert options.scoring_request(arguments("--dominance", "left")).dominance == "left"


def test_a_confirmed_zero_needs_no_marks_and_no_program_confirms_it() -> None:
    made = options.scoring_request(without_marks("--confirm-zero"))
    assert (made.lesions, made.confirm_zero) == (None, True)
    made = options.scoring_request(without_marks("--confirm-zero", "--lesions", "marks.json"))
    assert (made.lesions, made.confirm_zero) == (Path("marks.json"), True)
    assert codes(lambda: options.scoring_request(without_marks())) == [("cli.no_marks", {})]
    auto = without_marks("--confirm-zero", "--lesions", "auto")
    assert codes(lambda: options.scoring_request(auto)) == [("cli.zero_auto", {"lesions": "auto"})]


def test_slices_are_typed_from_one_with_both_ends_included() -> None:
    assert reduced_slices("1:12") == range(12)
    assert reduced_slices("5:5") == range(4, 5)
    assert reduced_slices("auto") == "auto"
    assert reduced_slices(None) is None
    for wrong in ("5", "a:b", "1:2:3", "", ":"):
        assert codes(lambda wrong=wrong: reduced_slices(wrong)) == [("cli.reduced", {"given": wrong})]


def candidate(uid: str, label: str = "", *missing: str) -> SeriesCandidate:
    """One that lacks these attributes, and is refused for them."""
    refusals = tuple(remark("series.missing", attribute=attribute, where="") for attribute in missing)
    return SeriesCandidate(uid, (), (), None, label, refusals)


def test_the_one_scorable_series_is_chosen_and_two_are_a_question() -> None:
    one, other, refused = candidate("1.1", "75 %"), candidate("1.1", "a, b"), candidate("1.2", "", "Pixel Data")
    assert choose(Findings((refused, one)), None) is one
    assert choose(Findings((one, other)), "1.1/a, b") is other
    assert codes(lambda: choose(Findings((one, other)), "1.1"), InputRefused) == [
        ("series.several", {"count": 2}),
        ("series.choice", {"series": "series 1.1/75 %", "name": "'1.1/75 %'"}),
        ("series.choice", {"series": "series 1.1/a, b", "name": "'1.1/a, b'"}),
    ]
    with pytest.raises(InputRefused) as caught:
        choose(Findings((one, other)), None)
    assert caught.value.reasons[1] == "series 1.1/75 %: --series '1.1/75 %'"


def test_a_series_that_is_not_there_or_cannot_be_scored_says_why() -> None:
    one, refused = candidate("1.1"), candidate("1.2", "", "Pixel Data", "Pixel Spacing")
    assert codes(lambda: choose(Findings((one, refused)), "1.3"), InputRefused) == [
        ("series.not_among", {"wanted": "1.3", "count": 2}),
        ("series.choice", {"series": "series 1.1", "name": "1.1"}),
        ("series.choice", {"series": "series 1.2", "name": "1.2"}),
    ]
    assert codes(lambda: choose(Findings(()), "1.3"), InputRefused) == [("series.not_found", {"wanted": "1.3"})]
    assert codes(lambda: choose(Findings(()), None), InputRefused) == [("series.no_image", {})]
    with pytest.raises(InputRefused) as caught:
        choose(Findings((refused,)), None)
    assert caught.value.reasons == ("series 1.2: Pixel Data is missing.", "series 1.2: Pixel Spacing is missing.")
