"""The options that choose classification and populations, by `smartscore score`."""

import json
from pathlib import Path

import pytest

from SmartScoreLib import CLASSIFICATIONS as TABLE
from SmartScoreLib import InterpretationChoices, Person, interpret, population, read_population
from SmartScoreLib.cli.groups.meaning import CLASSIFICATIONS, POPULATIONS
from SmartScoreLib.cli.main import main
from SmartScoreLib.interpretation.populations import table
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.errors import InputRefused, WrongUsage
from SmartScoreLib.scoring.model import ScoreSheet, TotalScore
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

OWN = """\
# name: Our cohort
# source: Quality report 2025
# people: 2314
sex,age_from,age_to,p25,p50,p75,p90
male,20,69,0,3,40,500
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The standard phantom, a man of 60 with a score of 455, and clicks on it."""
    folder, phantom = tmp_path_factory.mktemp("meaning"), standard_phantom()
    write_phantom(phantom, folder / "ct")
    (folder / "clicks.json").write_text(json.dumps(phantom_clicks(phantom)))
    (folder / "own.csv").write_text(OWN)
    return folder


def run(folder: Path, *options: str) -> int:
    return main(["score", str(folder / "ct"), "--lesions", str(folder / "clicks.json"), *options])


def test_help_knows_the_tables_without_loading_them() -> None:
    assert list(TABLE) == list(CLASSIFICATIONS)
    assert table.POPULATIONS == POPULATIONS


@pytest.mark.parametrize(
    ("options", "grade", "compared"),
    [
        ((), ("ACC/AHA 2026", "severe"), [("MESA 2006", None)]),
        (("--classification", "rumberger-1999"), ("Rumberger 1999", "extensive"), [("MESA 2006", None)]),
        (("--classification", "cac-drs"), ("CAC-DRS 2018", "A3"), [("MESA 2006", None)]),
        # Men of 60 to 64 of Hoff 2001: 410 at the 75th percentile, 994 at the 90th.
        (("--population", "hoff-2001"), ("ACC/AHA 2026", "severe"), [("Hoff 2001", (75, 90))]),
        (
            ("--population", "hoff-2001", "--population", "OWN"),
            ("ACC/AHA 2026", "severe"),
            [("Hoff 2001", (75, 90)), ("Our cohort", (75, 90))],
        ),
        # White men of 60: 452 is the 90th percentile.
        (
            ("--population", "mesa-2006", "--population", "hoff-2001", "--ethnicity", "white"),
            ("ACC/AHA 2026", "severe"),
            [("MESA 2006", (90, 91)), ("Hoff 2001", (75, 90))],
        ),
    ],
)
def test_a_site_chooses_by_options(folder: Path, capsys: pytest.CaptureFixture[str], options, grade, compared) -> None:  # type: ignore[no-untyped-def]
    given = [str(folder / "own.csv") if one == "OWN" else one for one in options]
    assert run(folder, *given, "--json", "-") == 0
    found = json.loads(capsys.readouterr().out)["interpretation"]
    assert (found["classification"]["name"], found["classification"]["grade"]) == grade
    percentiles = [
        (one["population"]["name"], (one["at_least"] is not None and (one["at_least"], one["below"])) or None)
        for one in found["percentiles"]
    ]
    assert percentiles == compared


def test_the_table_for_people_names_them_side_by_side(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = ("--population", "hoff-2001", "--population", str(folder / "own.csv"))
    assert run(folder, *both, "--classification", "rumberger-1999") == 0
    shown = capsys.readouterr().out
    assert "CAC-DRS A3/N4, extensive (Rumberger 1999), 4 of 4 vessels" in shown
    assert "\nPercentile (Hoff 2001) 75-90 (male, 60-64 years)\n" in shown
    assert "\nPercentile (Our cohort) 75-90 (male, 20-69 years)\n" in shown
    assert "Percentile Hoff 2001 (35246 people, 1993-1999, EBCT): Hoff et al. 2001, Am J Cardiol 87:1335" in shown
    assert "Percentile Our cohort (2314 people): Quality report 2025" in shown


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        (("--population", "framingham"), 2, "--population 'framingham' is none of mesa-2006, hoff-2001."),
        (("--population", "hoff-2001", "--population", "hoff-2001"), 2, "two different ones"),
        (("--population", "hoff-2001", "--population", "mesa-2006", "--population", "OWN"), 2, "twice at most"),
        (("--population", "none.csv"), 3, "none.csv could not be read: No such file or directory."),
        (("--population", "BAD"), 3, "bad.csv:6: p75 is less than a lower percentile of the row."),
        (("--population", "TAKEN"), 3, "Hoff 2001 is the name of another population"),
    ],
)
def test_what_makes_no_sense_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options, status, said
) -> None:  # type: ignore[no-untyped-def]
    files = {"OWN": folder / "own.csv", "BAD": tmp_path / "bad.csv", "TAKEN": tmp_path / "taken.csv"}
    files["BAD"].write_text(OWN.replace("0,3,40,500", "0,3,2,500").replace("# people: 2314\n", "# people: 2314\n\n"))
    files["TAKEN"].write_text(OWN.replace("Our cohort", "Hoff 2001"))
    given = [str(files.get(one, one)) for one in options]
    assert run(folder, *given) == status
    assert said in capsys.readouterr().err


def test_the_front_door_gives_the_same_choices(folder: Path) -> None:
    sheet = ScoreSheet(DEFAULT_PROTOCOL, (), TotalScore(455.0, 0.0, None, 1, 1, None, None), ())
    chosen = InterpretationChoices(TABLE["cac-drs"], (population("hoff-2001"), read_population(folder / "own.csv")))
    found = interpret(sheet, Person(60, "male"), chosen)
    assert found.grade is not None
    assert found.grade.key == "A3"
    assert [one.percentile and one.percentile.text for one in found.comparisons] == ["75-90", "75-90"]
    with pytest.raises(WrongUsage, match="mesa-2006, hoff-2001"):
        population("framingham")
    with pytest.raises(InputRefused, match="could not be read"):
        read_population(folder / "none.csv")
