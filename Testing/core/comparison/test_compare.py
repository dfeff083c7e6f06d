"""Two readings compared: numbers equal to arithmetic; what differs is told with its direction."""

from copy import deepcopy
from dataclasses import replace

import numpy as np
import pytest

from core.comparison.dates import MOVED, aligned, dated
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.compare import Comparison, compare, with_alignment
from SmartScoreLib.comparison.course import course, steps
from SmartScoreLib.comparison.followup import followup_with
from SmartScoreLib.comparison.results import followup_csv, followup_json
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.phantom.expected import expected_scores
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

EARLIER, LATER = dated(0).reading, dated(1, MOVED).reading


def changed(reading: Reading, protocol=DEFAULT_PROTOCOL, reader: str = "", **attributes: object) -> Reading:
    """The reading with other headers, rules or reader."""
    headers = [deepcopy(one) for one in reading.series.datasets]
    for header in headers:
        for keyword, value in attributes.items():
            setattr(header, keyword, value)
    series = replace(reading.series, datasets=tuple(headers))
    return make_reading(series, reading.lesions, protocol, reader=reader)


def numbers(earlier: Reading = EARLIER, later: Reading = LATER, **options: bool) -> Comparison:
    return compare(earlier, later, aligned=False, **options)


def codes(compared: Comparison) -> set[str]:
    return {one.code.removeprefix("comparison.") for one in compared.remarks}


def test_changes_are_those_of_arithmetic_for_the_total_and_each_territory() -> None:
    before, after = (expected_scores(dated(*at).visit.phantom) for at in ((0,), (1, MOVED)))
    compared = numbers()
    years = 1031 / 365.25  # 2017-03-20 to 2020-01-15
    assert compared.days == 1031
    agatston, volume = compared.total
    for found, key in ((agatston, "agatston"), (volume, "volume_mm3")):
        truth = [getattr(side["total"], key) for side in (before, after)]
        assert (found.before, found.after) == pytest.approx(truth)
        assert found.difference == pytest.approx(truth[1] - truth[0])
        assert found.ratio == pytest.approx(truth[1] / truth[0])
        assert found.per_year == pytest.approx((truth[1] - truth[0]) / years)
    for row in compared.territories:
        truth = [side[row.key].agatston if row.key in side else 0.0 for side in (before, after)]
        assert (row.changes[0].before, row.changes[0].after) == pytest.approx(truth)
    assert {row.key for row in compared.territories} == {"LM", "LAD", "LCX", "RCA"}


def test_the_body_mass_index_of_the_headers_gives_the_limit_of_the_mesa_study() -> None:
    # 82 kg and 1.78 m: 25.88 kg/m2, at the earlier scan.
    (limit,) = [one for one in numbers().total[0].limits if one.rule == "chung"]
    first = round(EARLIER.sheet.total.agatston)
    assert limit.greatest == pytest.approx(0.17 * first + 4.89 * first**0.5 + 0.44 * 82 / 1.78**2 - 10.84)
    unknown = numbers(changed(EARLIER, PatientWeight=None), changed(LATER, PatientSize="178"))
    assert "body_mass_unknown" in codes(unknown)
    assert [one.rule for one in unknown.total[0].limits] == ["sevrukov", "square_root"]


def test_readings_are_put_in_the_order_of_their_dates_however_they_are_given() -> None:
    compared = numbers(LATER, EARLIER)
    assert (compared.earlier, compared.later) == (EARLIER, LATER)
    undated = changed(LATER, StudyDate="")
    compared = numbers(EARLIER, undated)
    assert (compared.later is undated, compared.days, compared.total[0].per_year) == (True, None, None)
    assert "dates_unknown" in codes(compared)


def test_less_than_a_year_is_told() -> None:
    assert "short_interval" not in codes(numbers(EARLIER, changed(LATER, StudyDate="20180320")))
    assert "short_interval" in codes(numbers(EARLIER, changed(LATER, StudyDate="20180319")))


@pytest.mark.parametrize(("attributes", "code"), [
    ({"KVP": "100"}, "tube_voltage_lower"),
    ({"KVP": "140"}, "tube_voltage_higher"),
    ({"KVP": None}, "tube_voltage_unknown"),
    ({"SliceThickness": "1.5"}, "slices_thinner"),
    ({"SliceThickness": "5"}, "slices_thicker"),
    ({"ConvolutionKernel": "SOFT"}, "kernels_differ"),
    ({"Manufacturer": "Other"}, "manufacturers_differ"),
    ({"ManufacturerModelName": "Other"}, "models_differ"),
    ({"PatientName": "Other^Calcium"}, "name_differs"),
    ({"PatientSex": "F"}, "sex_differs"),
])  # fmt: skip
def test_a_difference_of_the_headers_is_one_remark(attributes, code) -> None:
    plain = codes(numbers())
    assert code not in plain
    assert codes(numbers(EARLIER, changed(LATER, **attributes))) - plain == {code}


@pytest.mark.parametrize(("before", "after", "code"), [
    (2.0, 3.0, {"dose_higher"}), (3.0, 2.0, {"dose_lower"}), (2.0, 2.9, set()), (2.9, 2.0, set()),
])  # fmt: skip
def test_a_dose_that_differs_by_half_is_told(before, after, code) -> None:
    found = codes(numbers(changed(EARLIER, CTDIvol=before), changed(LATER, CTDIvol=after)))
    assert {one for one in found if one.startswith("dose")} == code


def test_other_grids_and_readers_are_told() -> None:
    fine = dated(0, pixel_mm=1.0, rows=208, columns=208, slices=44, spacing_mm=2.5).reading
    assert {"pixels_differ", "spacings_differ", "slices_thicker"} <= codes(numbers(fine))
    assert "readers_differ" in codes(numbers(changed(EARLIER, reader="Ada"), changed(LATER, reader="Bo")))


def test_rules_for_each_tube_voltage_are_told_without_a_direction_and_are_not_made_one() -> None:
    for_100 = replace(DEFAULT_PROTOCOL, name="own", threshold_hu=147.0, tube_voltage_kvp=100.0)
    compared = numbers(EARLIER, changed(LATER, for_100, KVP="100"))
    assert {"tube_voltages_by_rules", "again_own_voltages"} <= codes(compared)
    assert compared.again is None


def test_readings_by_two_thresholds_are_scored_again_by_the_higher_one_beside_their_own_numbers() -> None:
    high = replace(DEFAULT_PROTOCOL, name="high", threshold_hu=300.0, mass_factor=0.001)
    for earlier, later, code in ((changed(EARLIER, high), LATER, "threshold_lower"),
                                 (EARLIER, changed(LATER, high), "threshold_higher")):  # fmt: skip
        compared = numbers(earlier, later)
        assert code in codes(compared)
        assert compared.again is not None
        assert compared.again.protocol.threshold_hu == 300.0
        again = [make_reading(one.series, one.lesions, high).sheet.total.agatston for one in (EARLIER, LATER)]
        assert [compared.again.total[0].before, compared.again.total[0].after] == pytest.approx(again)
        assert compared.total[0].before == earlier.sheet.total.agatston
        assert compared.total[0].after == later.sheet.total.agatston


def test_a_change_that_comes_from_other_rules_is_not_called_real() -> None:
    high = replace(DEFAULT_PROTOCOL, name="high", threshold_hu=300.0)
    compared = numbers(EARLIER, changed(LATER, high))
    assert (compared.total[0].verdict, compared.again.total[0].verdict) == ("real", "within_error")
    assert compared.verdict == "within_error"


@pytest.mark.parametrize(("kvp", "verdict"), [("120", "real"), ("100", "unclear"), ("140", "real")])
def test_a_rise_that_a_lower_tube_voltage_can_explain_is_not_called_real(kvp, verdict) -> None:
    compared = numbers(EARLIER, changed(dated(3).reading, KVP=kvp))
    assert compared.total[0].difference > 0
    assert compared.total[0].verdict == "real"
    assert compared.verdict == verdict


@pytest.mark.parametrize(("kvp", "verdict"), [("120", "real"), ("100", "real"), ("140", "unclear")])
def test_a_fall_that_a_higher_tube_voltage_can_explain_is_not_called_real(kvp, verdict) -> None:
    small = {"PatientSize": None}  # without the limit of the MESA study, which this fall does not exceed
    newer, older = changed(EARLIER, StudyDate="20300101", KVP=kvp, **small), changed(dated(3).reading, **small)
    compared = numbers(older, newer)
    assert compared.total[0].difference < 0
    assert compared.verdict == verdict


def test_a_mass_factor_belongs_to_its_scan_and_is_no_other_rule() -> None:
    factors = [replace(DEFAULT_PROTOCOL, mass_factor=factor) for factor in (0.0007, 0.0008)]
    compared = numbers(changed(EARLIER, factors[0]), changed(LATER, factors[1]))
    assert compared.again is None
    assert [one.measure for one in compared.total] == ["agatston", "volume_mm3", "mass_mg"]
    assert compared.total[2].verdict is None


def test_what_is_no_result_or_not_valid_is_not_compared() -> None:
    empty = make_reading(LATER.series, None, DEFAULT_PROTOCOL)
    compared = numbers(EARLIER, empty)
    assert compared.withheld is not None
    assert compared.withheld.code == "comparison.not_a_result"
    assert (compared.total, compared.territories, compared.verdict) == ((), (), None)
    proposed = make_reading(LATER.series, replace(LATER.lesions, reviewed=False), DEFAULT_PROTOCOL)
    assert "not_a_result" in codes(numbers(EARLIER, proposed))


def test_pixels_in_another_unit_are_told_and_nothing_is_compared() -> None:
    for factor in (0.1, 1000.0):
        geometry = LATER.series.geometry
        size = geometry.spacing_mm
        other = replace(geometry, spacing_mm=(size[0], size[1] * factor, size[2] * factor))
        wrong = replace(LATER, series=replace(LATER.series, geometry=other))
        compared = numbers(EARLIER, wrong)
        assert "field_of_view" in codes(compared)
        assert compared.total == ()


def test_two_persons_are_refused_and_a_reader_can_state_that_they_are_one() -> None:
    other = changed(LATER, PatientID="P2")
    with pytest.raises(InputRefused) as refused:
        numbers(EARLIER, other)
    assert [one.code for one in refused.value.remarks] == ["comparison.two_ids"]
    assert "stated_same" in codes(numbers(EARLIER, other, stated=True))


def test_a_reading_is_not_compared_with_another_of_the_same_images() -> None:
    with pytest.raises(InputRefused) as refused:
        numbers(EARLIER, changed(EARLIER, reader="Bo"))
    assert [one.code for one in refused.value.remarks] == ["comparison.same_reading"]


def test_a_score_that_falls_to_zero_is_told_to_be_looked_at() -> None:
    zero = make_reading(LATER.series, None, DEFAULT_PROTOCOL, confirm_zero=True)
    compared = numbers(EARLIER, zero)
    assert "to_zero" in codes(compared)
    assert compared.total[0].after == 0
    assert (compared.total[0].verdict, compared.biased, compared.verdict) == ("real", True, "unclear")


def test_alignment_and_shift_by_hand_change_matches_and_remarks_and_no_score() -> None:
    plain = numbers()
    found = with_alignment(plain, aligned(dated(1, MOVED), dated(0)))
    assert (found.total, found.territories) == (plain.total, plain.territories)
    assert {one.fate for one in found.matches} == {"same", "grown", "new", "gone", "split", "merged", "smaller"}
    poor = with_alignment(found, Alignment(np.eye(4), 0.5).shifted((0.0, 0.0, 3.0)))
    assert {"alignment_poor", "shifted_by_hand"} <= codes(poor)
    assert poor.total == plain.total
    again = with_alignment(poor, aligned(dated(1, MOVED), dated(0)))
    assert not {"alignment_poor", "shifted_by_hand"} & codes(again)
    away = with_alignment(found, Alignment(np.eye(4), 0.8).shifted((0.0, 0.0, 500.0)))
    assert {"not_covered", "alignment_fair"} <= codes(away)


def test_lesions_of_another_artery_than_before_are_counted() -> None:
    labels = np.where(LATER.lesions.labels == 1, 2, LATER.lesions.labels).astype(np.uint8)
    renamed = make_reading(LATER.series, replace(LATER.lesions, labels=labels), DEFAULT_PROTOCOL)
    compared = with_alignment(numbers(EARLIER, renamed), aligned(dated(1, MOVED), dated(0)))
    (said,) = [one for one in compared.remarks if one.code == "comparison.territories_differ"]
    assert said.values["lesions"] == 1


def test_a_course_holds_each_scan_once_by_date_and_its_steps_have_limits() -> None:
    third = dated(3).reading
    points = course((third, EARLIER, LATER))
    assert [point.study_date.year for point in points] == [2017, 2020, 2026]
    assert [point.age_years for point in points] == [52, 54, 60]
    assert [change.before for _, _, change in steps(points)] == [point.agatston for point in points[:2]]
    empty = make_reading(LATER.series, None, DEFAULT_PROTOCOL)
    gap = course((third, EARLIER, empty))
    assert [point.agatston is None for point in gap] == [False, True, False]
    assert len(steps(gap)) == 1


def test_json_and_csv_hold_the_change_in_full_precision_with_limits_and_sources() -> None:
    found = followup_with(LATER, EARLIER, aligned=False)
    document = followup_json(found)
    assert document["schema"] == "smartscore-followup/1"
    total = document["total"]["agatston"]
    assert total["difference"] == LATER.sheet.total.agatston - EARLIER.sheet.total.agatston
    assert [limit["rule"] for limit in total["limits"]] == ["sevrukov", "chung", "square_root"]
    assert all(limit["source"] for limit in total["limits"])
    assert [point["study_date"] for point in document["course"]] == ["2017-03-20", "2020-01-15"]
    head, *lines = followup_csv(found).splitlines()
    assert head.startswith("patient_id,earlier_date,later_date,days,territory,counts,measure,before,after,difference")
    assert len(lines) == 2 * (1 + 4)
    assert lines[0].startswith("PHANTOM-1,2017-03-20,2020-01-15,1031,TOTAL,True,agatston,")
    withheld = followup_with(make_reading(LATER.series, None, DEFAULT_PROTOCOL), EARLIER, aligned=False)
    assert followup_json(withheld)["total"] == {}
    assert "not a result" in followup_csv(withheld).splitlines()[1]


def read_as(reading: Reading, mode: str, **said: object) -> Reading:
    return make_reading(reading.series, said.pop("lesions", reading.lesions), DEFAULT_PROTOCOL, mode=mode, **said)


def test_a_scan_that_is_not_gated_is_told_with_its_direction_and_takes_the_limits_away() -> None:
    grown = dated(3).reading
    assert numbers(EARLIER, grown).verdict == "real"
    ungated = [read_as(one, "chest") for one in (EARLIER, grown)]
    for pair, code in (
        ((ungated[0], grown), "ungated_before"),
        ((EARLIER, ungated[1]), "ungated_now"),
        (tuple(ungated), "ungated_both"),
    ):
        compared = numbers(*pair)
        assert codes(compared) & {"ungated_before", "ungated_now", "ungated_both"} == {code}
        assert compared.withheld is None
        assert (compared.verdict, compared.deciding.verdict) == ("unclear", "real")
    assert not {one for one in codes(numbers(EARLIER, grown)) if one.startswith("ungated")}
    within = numbers(ungated[0], LATER)
    assert (numbers().verdict, within.verdict) == ("within_error", "within_error")
    assert [point.agatston is None for point in course((ungated[0], grown))] == [True, False]


def test_a_reading_without_a_coronary_score_is_not_called_unread() -> None:
    graded = read_as(EARLIER, "chest", lesions=None, visual=VisualGrades(patient="mild"))
    assert numbers(graded).withheld.code == "comparison.no_coronary_score"
    nothing = make_reading(EARLIER.series, None, DEFAULT_PROTOCOL)
    assert numbers(nothing).withheld.code == "comparison.not_a_result"
    # What nobody has read is not new on the other scan.
    found = with_alignment(numbers(nothing), aligned(dated(1, MOVED), dated(0)))
    assert found.alignment is not None
    assert found.matches == ()
