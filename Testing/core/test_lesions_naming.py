"""Which territory a segment means, by name, tag, ID and codes."""

import pytest

from SmartScoreLib.lesions.naming import terminology_codes, territory_of
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark

SEGMENT = remark("lesions.segment", name="one", file="marks.seg.nrrd")
LAD, RCA, AORTA = ("SCT", "59438005"), ("SCT", "13647002"), ("SCT", "15825003")


def key(name: str, *codes: tuple[str, str], tag: str = "", identifier: str = "") -> str:
    found = territory_of(lambda: SEGMENT, name, codes, tag=tag, identifier=identifier)
    return found.key if isinstance(found, Territory) else found.code


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("LMCA", "LM"),
        ("LMS", "LM"),
        ("Left main stem", "LM"),
        ("Left Main Coronary Artery", "LM"),
        ("Proximal LAD", "LAD"),
        ("LAD_calcified_lesion_3", "LAD"),
        ("Left anterior descending coronary artery", "LAD"),
        ("Cx", "LCX"),
        ("circumflex artery", "LCX"),
        ("Left circumflex coronary artery", "LCX"),
        ("mid RCA", "RCA"),
        ("Right coronary artery", "RCA"),
        ("Right posterior descending artery", "PDA"),
        ("Aorta", "OTHER"),
        ("AORTA", "AORTA"),
        ("Ascending aorta", "AORTA"),
        ("aortic valve", "AV"),
        ("Mitral valve calcification", "MV"),
        ("other", "OTHER"),
        ("LAD or LCX", "lesions.unclear"),
        ("D", "lesions.unclear"),
        ("Heart", "lesions.unclear"),
        ("calcified plaque", "lesions.unclear"),
        ("", "lesions.unclear"),
    ],
)
def test_a_name_means_a_territory_whatever_its_case_signs_and_idle_words(name: str, expected: str) -> None:
    assert key(name) == expected


@pytest.mark.parametrize("territory", TERRITORIES, ids=lambda territory: territory.key)
def test_every_name_and_code_of_the_table_means_its_own_row(territory: Territory) -> None:
    for name in (territory.key, territory.name, territory.sct_meaning or territory.name, *territory.synonyms):
        assert key(name) == territory.key
        assert key(name.upper()) == territory.key
    for code in (territory.sct_code, *territory.sct_synonyms):
        assert not code or key("Segment_1", ("SCT", code)) == territory.key


def test_codes_tell_where_names_do_not_and_retired_ones_are_translated() -> None:
    assert key("Segment_1", LAD) == "LAD"
    assert key("Segment_1", ("SCT", "85756007"), RCA) == "RCA"  # tissue, then the artery
    assert key("Segment_1", ("SRT", "T-43107")) == "LM"
    assert key("Segment_1", AORTA) == "OTHER"
    assert key("Segment_1", ("99LOCAL", "59438005")) == "lesions.unclear"


def test_a_name_and_a_code_that_contradict_each_other_are_no_answer() -> None:
    assert key("RCA", LAD) == "lesions.contradiction"
    assert key("Segment_1", LAD, identifier="RCA") == "lesions.contradiction"
    assert key("LAD", LAD) == "LAD"
    said = territory_of(lambda: SEGMENT, "RCA", [LAD])
    assert isinstance(said, Remark)
    assert said.values == {"segment": SEGMENT, "by_name": "RCA", "by_code": "LAD"}


def test_a_segment_that_was_made_here_is_what_it_is_renamed_to_and_else_what_it_was_made_for() -> None:
    assert key("RCA", LAD, tag="LAD", identifier="LAD") == "RCA"
    assert key("LAD with a stent", LAD, tag="LAD", identifier="LAD") == "LAD"
    assert key("Renamed", identifier="LCX") == "LCX"
    assert key("Renamed", LAD, tag="nothing known") == "LAD"
    assert key("RCA", LAD, tag="nothing known") == "lesions.contradiction"


def test_codes_are_not_asked_for_where_the_tag_tells() -> None:
    def codes() -> object:
        raise AssertionError("asked")
        yield

    assert territory_of(lambda: SEGMENT, "x", codes(), tag="LM") is BY_KEY["LM"]  # type: ignore[arg-type]


def test_region_and_type_are_read_from_a_terminology_entry_of_slicer() -> None:
    entry = "list~SCT^49755003^Abnormal~SCT^85756007^Tissue~^^~regions~SCT^59438005^LAD~^^"
    assert terminology_codes(entry) == [("SCT", "59438005"), ("SCT", "85756007")]
    assert terminology_codes("list~SCT^49755003^Abnormal~SCT^85756007^Tissue~^^~regions~^^~^^") == [("SCT", "85756007")]
    assert terminology_codes("") == []
