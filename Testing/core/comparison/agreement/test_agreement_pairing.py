"""Which exam of one reader is which of another: never by guess, never two persons in silence."""

from collections.abc import Sequence

import pytest

from SmartScoreLib.comparison.agreement.agree import agree
from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores, Method
from SmartScoreLib.comparison.agreement.pairing import Paired, pair, split
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage


def exam(
    series: str, agatston: float | None = 10.0, outcome: str = "scored", valid: bool = True, **fields: str
) -> ExamScores:
    scores = {} if agatston is None else {TOTAL: {"agatston": agatston, "volume_mm3": 2 * agatston}}
    known = {"series_instance_uid": series, "patient_id": f"P{series}", "file": "t.csv"} | fields
    return ExamScores(known, outcome, valid, scores)


def method(name: str, *exams: ExamScores) -> Method:
    return Method(name, f"{name}.csv", exams)


def codes(paired: Paired) -> list[str]:
    return [one.code.removeprefix("comparison.agreement_") for one in paired.remarks]


def compared(paired: Paired, *numbers: int) -> list[str]:
    return list(paired.of(*(numbers or (0, 1))))


def refused(methods: Sequence[Method], key: str = "series") -> list[str]:
    with pytest.raises(InputRefused) as refusal:
        pair(methods, key)
    return [one.code.removeprefix("comparison.agreement_") for one in refusal.value.remarks]


def test_exams_of_one_series_are_paired_whatever_their_order() -> None:
    paired = pair([method("a", exam("1", 5), exam("2", 7)), method("b", exam("2", 8), exam("1", 6))])
    assert {key: [one.scores[TOTAL]["agatston"] for one in exams] for key, exams in paired.of(0, 1).items()} == {
        "1": [5, 6],
        "2": [7, 8],
    }
    assert codes(paired) == []


def test_volumes_of_one_series_are_told_apart_by_their_label() -> None:
    phases = [exam("1", series_label="phase 75 %"), exam("1", series_label="phase 40 %")]
    paired = pair([method("a", *phases), method("b", phases[0])])
    assert compared(paired) == ["1/phase 75 %"]
    assert codes(paired) == ["lacks"]


def test_series_of_one_study_are_paired_only_if_that_is_asked_for() -> None:
    a = method("a", exam("1", study_instance_uid="9", patient_id="P"))
    b = method("b", exam("2", study_instance_uid="9", patient_id="P"))
    assert refused([a, b])[0] == "nothing_pairs"
    assert compared(pair([a, b], "study")) == ["9"]


def test_a_column_of_the_users_own_pairs_exams() -> None:
    a, b = method("a", exam("", own_case="7", patient_id="P")), method("b", exam("", own_case="7", patient_id="P"))
    assert compared(pair([a, b], "own_case")) == ["7"]
    assert refused([a, b]) == ["no_such_key"]
    assert refused([a, b], "accession") == ["no_such_key"]


def test_exams_of_two_persons_are_left_out_and_said() -> None:
    a, b = method("a", exam("1"), exam("2")), method("b", exam("1", patient_id="OTHER"), exam("2"))
    paired = pair([a, b])
    assert compared(paired) == ["2"]
    (said,) = paired.remarks
    assert (said.code, said.values["persons"]) == ("comparison.agreement_other_person", ("P1", "OTHER"))
    assert compared(pair([a, b], other_ids=True)) == ["1", "2"]


def test_a_method_that_names_no_person_is_said_not_to_be_checked() -> None:
    paired = pair([method("a", exam("1")), method("b", exam("1", patient_id=""))])
    assert compared(paired) == ["1"]
    assert codes(paired) == ["no_persons"]


def test_an_exam_that_a_method_has_twice_is_not_chosen_from() -> None:
    a = method("a", exam("1"), exam("2"))
    b = method("b", exam("1", 3), exam("1", 4), exam("2"))
    c = method("c", exam("1"), exam("2"))
    paired = pair([a, b, c])
    assert compared(paired, 0, 1) == ["2"]
    assert compared(paired, 0, 2) == ["1", "2"]
    assert codes(paired) == ["several", "lacks"]


def test_what_pairs_with_nothing_is_counted_and_named() -> None:
    a = method("a", exam("1"), exam("2"), exam("3"))
    paired = pair([a, method("b", exam("1"), exam("4"))])
    assert {one.values["method"]: (one.values["exams"], one.values["first"]) for one in paired.remarks} == {
        "a": (1, ("4",)),
        "b": (2, ("2", "3")),
    }
    assert [one.key for one in paired.exams if one.why_left_out] == ["2", "3", "4"]


def test_exams_without_a_result_are_left_out_and_said() -> None:
    a = method("a", *(exam(str(n)) for n in range(5)))
    b = method(
        "b", exam("0"), exam("1", None, "not_read"), exam("2", None, "failed"), exam("3", valid=False),
        exam("4", outcome="unreviewed"),
    )  # fmt: skip
    paired = pair([a, b])
    assert compared(paired) == ["0", "4"]
    assert {one.code: one.values["exams"] for one in paired.remarks} == {
        "comparison.agreement_not_read": 2,
        "comparison.agreement_invalid": 1,
        "comparison.agreement_unreviewed": 1,
    }


def test_an_exam_without_a_key_is_counted() -> None:
    paired = pair([method("a", exam("1"), exam("")), method("b", exam("1"))])
    (said,) = paired.remarks
    assert (said.code, said.values["exams"]) == ("comparison.agreement_no_key", 1)


def test_one_table_is_split_by_reader() -> None:
    table = method("t", exam("1", 1, reader="A"), exam("1", 2, reader="B"), exam("2", 3, reader=""))
    assert [(one.name, len(one.exams)) for one in split([table], "reader")] == [("A", 1), ("B", 1), ("no reader", 1)]
    with pytest.raises(InputRefused) as refusal:
        split([table], "scanner")
    assert refusal.value.remarks[0].values["known"] == ("file", "patient_id", "reader", "series_instance_uid")


def test_one_method_and_two_of_one_name_are_refused() -> None:
    assert refused([method("a", exam("1"))]) == ["one_method"]
    assert refused([method("a", exam("1")), method("a", exam("1"))]) == ["same_name"]


def readers() -> Paired:
    scores = {"a": (0, 50, 150, 400), "b": (0, 60, 140, 390), "c": (0, 99.6, 150, 500)}
    return pair([method(name, *(exam(str(n), s) for n, s in enumerate(of))) for name, of in scores.items()])


def test_a_reference_is_the_first_of_every_pair() -> None:
    assert [(one.first, one.second) for one in agree(readers(), "b").pairs] == [("b", "a"), ("b", "c")]
    assert [(one.first, one.second) for one in agree(readers()).pairs] == [("a", "b"), ("a", "c"), ("b", "c")]
    with pytest.raises(WrongUsage, match="'d'"):
        agree(readers(), "d")


def test_categories_follow_the_printed_score() -> None:
    # 99.6 is printed as 100: A2 where the other says 50, A1.
    pair_ = agree(readers()).pairs[1]
    assert pair_.categories.tolist() == [[1, 0, 0, 0], [0, 0, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1]]
    # Disagreement seen: 1/4. By chance: categories 0, 1, 2, 3 against 0, 2, 2, 3: 20/16 steps, 40/16 squared steps.
    assert (pair_.linear.value, pair_.quadratic.value) == pytest.approx((1 - 4 / 20, 1 - 4 / 40))


def test_three_methods_have_an_icc_of_all_at_once() -> None:
    found = agree(readers())
    assert set(found.together) == {(TOTAL, "agatston"), (TOTAL, "volume_mm3")}
    assert found.together[TOTAL, "agatston"].count == 4
    assert agree(pair(readers().methods[:2])).together == {}


def test_arteries_that_nobody_marks_are_left_out() -> None:
    def with_arteries(name: str, lad: float, rca: float) -> Method:
        scores = {
            TOTAL: {"agatston": lad},
            "LAD": {"agatston": lad},
            "RCA": {"agatston": rca},
            "AORTA": {"agatston": 9.0},
        }
        return method(name, *(ExamScores({"series_instance_uid": str(n)}, "scored", True, scores) for n in range(3)))

    (found,) = agree(pair([with_arteries("a", 5, 0), with_arteries("b", 6, 0)])).pairs
    assert [one.territory for one in found.measures] == [TOTAL, "LAD"]


def test_rules_of_other_names_are_said() -> None:
    a, b = (method(name, exam("1", protocol=rules)) for name, rules in (("a", "Canon"), ("b", "Siemens")))
    (said,) = [one for one in agree(pair([a, b])).remarks if one.code == "comparison.agreement_other_rules"]
    assert (said.values["rules"], said.values["others"]) == (("Canon",), ("Siemens",))


@pytest.mark.parametrize(("exams", "few"), [(29, True), (30, False)])
def test_few_exams_are_said(exams: int, few: bool) -> None:
    found = agree(pair([method(name, *(exam(str(n), n) for n in range(exams))) for name in "ab"]))
    assert ("comparison.agreement_few_exams" in [one.code for one in found.remarks]) == few
