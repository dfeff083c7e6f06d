"""What the pages say of an earlier scan: numbers, verdict, and one sentence for the patient."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from core.comparison.dates import MOVED, aligned, dated
from SmartScoreLib.comparison.compare import with_alignment
from SmartScoreLib.comparison.course import course
from SmartScoreLib.comparison.followup import Followup, followup_with
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.reading.model import Reading, ReportTexts
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reports.dictation.report_text import report_text
from SmartScoreLib.reports.drawing.drawing import Drawing, Polyline, Text
from SmartScoreLib.reports.language import language_codes
from SmartScoreLib.reports.language.languages import words
from SmartScoreLib.reports.patient.patient import patient_drawings
from SmartScoreLib.reports.physician.physician import physician_drawings
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.rounding import printed_agatston

CALCIUM = {number: dated(number, *(() if number != 1 else (MOVED,))) for number in (0, 1)}


def read(number: int, protocol=DEFAULT_PROTOCOL, marks: bool = True, zero: bool = False, **said) -> Reading:
    made = (CALCIUM.get(number) or dated(number)).reading
    lesions = made.lesions if marks else None
    person = Person(ethnicity="white")
    return make_reading(made.series, lesions, protocol, person, reader="Evans^Dana", confirm_zero=zero, **said)


@cache
def compared() -> Followup:
    found = followup_with(read(1), read(0), aligned=False)
    return replace(found, comparison=with_alignment(found.comparison, aligned(CALCIUM[1], CALCIUM[0])))


def added(followup: Followup, language: str = "en") -> list[Drawing]:
    """The pages of the Physician report that the comparison adds."""
    table = words(language)
    alone = physician_drawings(followup.current, table)
    return physician_drawings(followup.current, table, followup=followup)[len(alone) :]


def said(drawings: Sequence[Drawing]) -> str:
    return " ".join(mark.text for drawing in drawings for mark in drawing.marks if isinstance(mark, Text))


def patient(followup: Followup, language: str = "en") -> str:
    return said(patient_drawings(followup.current, words(language), followup))


def test_the_page_has_both_dates_every_number_its_limits_and_their_sources() -> None:
    page = said(added(compared()))
    before, after = (printed_agatston(read(number).sheet.total.agatston) for number in (0, 1))
    assert "Comparison with the scan of Mar 20, 2017" in page
    assert "Scans of Mar 20, 2017 and Jan 15, 2020, 2.8 years apart." in page
    assert f"Agatston {before} {after} −{before - after}" in page
    # 4.93 times the root of the earlier score.
    assert f"{before - after} ≤ {4.930 * before**0.5:.1f}" in page
    assert "Sevrukov et al. 2005" in page
    assert "Chung et al. 2008" in page


def test_the_page_tells_what_became_of_each_lesion_and_how_well_the_scans_lie_on_each_other() -> None:
    page = said(added(compared()))
    assert "Alignment of the scans: good" in page
    for fate in ("new", "grown", "merged", "split", "smaller", "gone", "same"):
        assert f" {fate} " in page
    # What is new was nothing, and what is gone is nothing.
    assert re.search(r"new LAD  0 → \d+ ", page)
    assert re.search(r"gone LCX  \d+ → 0 ", page)


@pytest.mark.parametrize("language", language_codes())
def test_every_text_of_the_comparison_stays_in_its_place_in_every_language(language) -> None:
    found = compared()
    drawings = [*added(found, language), *patient_drawings(found.current, words(language), found)]
    for drawing in drawings:
        for mark in drawing.marks:
            if isinstance(mark, Text) and mark.cell is not None and mark.text:
                left, _, right, _ = mark.ink
                assert left >= mark.cell[0] - 3, mark.text  # a J reaches to the left of its place
                assert right <= mark.cell[2] + 1, mark.text


@pytest.mark.parametrize("language", language_codes())
def test_the_sentence_for_the_patient_costs_no_page(language) -> None:
    found = compared()
    table = words(language)
    alone = patient_drawings(found.current, table)
    assert len(patient_drawings(found.current, table, found)) == len(alone) == 2


def test_without_a_follow_up_the_pages_are_as_before() -> None:
    reading = read(1)
    assert "2017" not in said([*physician_drawings(reading, words("en")), *patient_drawings(reading, words("en"))])


def test_a_patient_is_told_both_numbers_and_whether_two_scans_differ_so_anyway() -> None:
    assert "On Mar 20, 2017 your score was 821. Now it is 755. Two scans of one heart can differ" in patient(compared())
    risen = followup_with(read(3), read(0), aligned=False)
    assert "The rise is more than two scans of one heart usually differ." in patient(risen)


def test_a_patient_is_told_of_no_change_that_other_rules_made() -> None:
    high = replace(DEFAULT_PROTOCOL, name="high", threshold_hu=300.0)
    told = patient(followup_with(read(1, high), read(0), aligned=False))
    assert "cannot be compared with your scan of Mar 20, 2017" in told
    assert "your score was" not in told
    page = said(added(followup_with(read(1, high), read(0), aligned=False)))
    assert "By high" in page
    assert "The threshold is higher than before (130 and 300 HU)" in page


def test_a_zero_after_a_zero_is_told_in_one_sentence_and_nothing_of_a_later_scan() -> None:
    twice = followup_with(read(1, marks=False, zero=True), read(0, marks=False, zero=True), aligned=False)
    assert "On Mar 20, 2017 no calcium was found either." in patient(twice)
    older = followup_with(read(0), read(1), aligned=False)
    assert older.comparison.later is not older.current
    assert "2020" not in patient(older)
    assert "Comparison with the scan of Jan 15, 2020" in said(added(older))


def test_an_ungated_scan_is_named_so_and_its_change_is_never_called_real_and_no_patient_is_told_of_it() -> None:
    found = followup_with(read(3), read(0, mode="chest"), aligned=False)
    assert found.comparison.deciding is not None
    assert found.comparison.deciding.verdict == "real"
    page = said(added(found))
    assert "Scans of Mar 20, 2017 (ungated) and Jan 15, 2026, 8.8 years apart." in page
    assert "Change of the Agatston score: unclear, for the reasons below." in page
    assert "measured on gated scans and do not hold here" in page
    assert "Sevrukov" not in page
    within = said(added(followup_with(read(1), read(0, mode="chest"), aligned=False)))
    assert "Sevrukov" in within
    assert "The result cannot be compared with your scan of Mar 20, 2017." in patient(found)


def test_the_report_and_its_text_say_the_change_after_what_the_reader_says_of_earlier_scans() -> None:
    texts = ReportTexts(comparison="Outside report of 2015.")
    found = replace(compared(), current=read(1, texts=texts))
    sentences = (
        "Scans of Mar 20, 2017 and Jan 15, 2020, 2.8 years apart. Agatston score 821, then 755, a change of −66. "
        "Change of the Agatston score: within the error of measurement."
    )
    page = said(physician_drawings(found.current, words("en"), followup=found))
    assert f"Outside report of 2015. {sentences}" in page
    text = report_text(found.current, "en", None, found).plain
    assert f"Comparison\nOutside report of 2015.\n{sentences}\nLesions: 1 new, 1 grown, 1 same" in text
    assert "Comparison" not in report_text(read(1)).plain
    for language in language_codes():
        assert "755" in report_text(found.current, language, None, found).plain


def test_numbers_by_one_protocol_stand_beside_those_by_rules_of_their_own() -> None:
    high = replace(DEFAULT_PROTOCOL, name="high", threshold_hu=300.0)
    found = followup_with(read(1, high), read(0), aligned=False)
    assert found.comparison.again is not None
    before, after = (printed_agatston(one.total.agatston) for one in found.comparison.sheets)
    assert f"By high: {before}, then {after}, a change of" in report_text(found.current, "en", None, found).plain


def test_scans_that_cannot_be_compared_have_a_page_that_says_why_and_no_numbers() -> None:
    found = followup_with(read(1), read(0, marks=False), aligned=False)
    page = said(added(found))
    assert "The scans cannot be compared" in page
    assert "Sevrukov" not in page
    assert "cannot be compared" in patient(found)


def test_three_dates_have_a_course_on_the_percentiles_and_two_have_none() -> None:
    found = compared()
    assert "Course" not in said(added(found))
    three = replace(found, course=course((read(0), read(1), read(3))))
    pages = added(three)
    assert "Mar 20, 2017: 821" in said(pages)
    assert "Score by age in years, over the percentiles of MESA 2006." in said(pages)
    marks = [mark for page in pages for mark in page.marks]
    line = max((mark for mark in marks if isinstance(mark, Polyline) and len(mark.points) == 3), key=id)
    xs = [x for x, _ in line.points]
    # Ages 52, 54 and 60.
    assert (xs[2] - xs[0]) / (xs[1] - xs[0]) == pytest.approx(4.0)

    unknown = replace(three, current=make_reading(read(1).series, read(1).lesions, DEFAULT_PROTOCOL))
    assert "Mar 20, 2017: 821" in said(added(unknown))
