"""Classification and populations of a reading as its scene keeps them."""

import json
from dataclasses import replace
from typing import Any

import pytest

pytest.importorskip("slicer", reason="slicer-core is not installed")

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.table import HOFF, MESA, population
from SmartScoreLib.interpretation.populations.table_file import population_of
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scene.meaning import ChosenMeaning, chosenMeaning
from SmartScoreLib.scene.state import ReadingState, loadState, saveState

OWN = '# name: Our "cohort" & <more>\n# source: Größe ≥ 3\nsex,age_from,age_to,p50\nmale,40,59,3'


@pytest.fixture
def node(scene: Any) -> Any:
    return scene.AddNewNodeByClass("vtkMRMLSegmentationNode")


@pytest.mark.parametrize("key", CLASSIFICATIONS)
def test_what_was_chosen_is_kept_a_table_with_its_text(node: Any, key: str) -> None:
    choices = InterpretationChoices(
        CLASSIFICATIONS[key], (population_of(OWN, "own.csv"), population(HOFF)), quotes=True
    )
    state = ReadingState(meaning=chosenMeaning(choices), person=Person(statin=True, egfr_ml_min=81.5, group="north"))
    saveState(node, state)
    assert loadState(node) == state
    kept = loadState(node).meaning
    assert kept is not None
    assert kept.choices == choices
    assert kept.populations == (OWN, HOFF)


def test_a_reading_without_a_choice_of_its_own_follows_the_site(node: Any) -> None:
    saveState(node, ReadingState())
    assert node.GetAttribute("SmartScore.Meaning") is None
    assert loadState(node).meaning is None
    saveState(node, ReadingState(meaning=ChosenMeaning("cac-drs", (MESA,))))
    saveState(node, replace(loadState(node), meaning=None))
    assert loadState(node).meaning is None


@pytest.mark.parametrize(
    "kept",
    [
        '"cac-drs"', "[]", "{}",
        {"classification": "other", "populations": ["mesa-2006"], "quotes": False},
        {"classification": "cac-drs", "populations": [], "quotes": False},
        {"classification": "cac-drs", "populations": ["mesa-2006"] * 3, "quotes": False},
        {"classification": "cac-drs", "populations": ["no table"], "quotes": False},
        {"classification": "cac-drs", "populations": 3, "quotes": False},
        {"classification": ["cac-drs"], "populations": ["mesa-2006"], "quotes": False},
        {"classification": "cac-drs", "populations": ["mesa-2006"]},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_guessed(node: Any, kept: Any) -> None:
    node.SetAttribute("SmartScore.Meaning", kept if isinstance(kept, str) else json.dumps(kept))
    with pytest.raises(InputRefused, match=r"SmartScore\.Meaning"):
        loadState(node)
