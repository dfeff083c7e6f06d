"""Zero is a finding that a reader states: without that word, no marks and empty ones are not read."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import SimpleITK

from SmartScoreLib import export, make_reading, report, score
from SmartScoreLib.cli.main import main
from SmartScoreLib.exports.export import ExportChoices
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.clicking import click
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.series import phantom_series
from SmartScoreLib.phantom.standard import grid, standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.proposal.zero import confirm_zero
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries

SMALL = {"rows": 208, "columns": 208, "pixel_mm": 1.0, "slices": 44, "spacing_mm": 3.0}


@pytest.fixture(scope="module")
def phantom() -> Phantom:
    """Of the phantom's lesions only the one in the aorta and the one in the mitral valve."""
    whole = standard_phantom(**SMALL)
    return replace(whole, lesions=tuple(one for one in whole.lesions if one.territory in ("AORTA", "MV")))


@pytest.fixture(scope="module")
def folder(phantom: Phantom, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zero")
    write_phantom(phantom, folder / "ct")
    (candidate,) = find_series([folder / "ct"]).candidates
    series = load_series(candidate)
    _write(series, np.zeros(series.hu.shape, np.uint8), folder / "empty.seg.nrrd")
    below = np.zeros(series.hu.shape, np.uint8)
    below[20, 100:104, 100:104] = 1
    assert series.hu[20, 100:104, 100:104].max() < 130
    _write(series, below, folder / "below.seg.nrrd")
    aorta = [one for one in phantom.lesions if one.territory == "AORTA"]
    seeds = [{"territory": "AORTA", "ijk": [round(n) for n in one.center[::-1]]} for one in aorta]
    (folder / "aorta.json").write_text(json.dumps({"seeds": seeds}))
    return folder


def _write(series: CTSeries, labels: np.ndarray, file: Path) -> None:
    image = SimpleITK.GetImageFromArray(labels)
    spacing = series.geometry.spacing_mm
    image.SetSpacing((spacing[2], spacing[1], spacing[0]))
    image.SetOrigin(series.geometry.origin_lps_mm)
    axes = np.array(series.geometry.directions)[::-1].T
    image.SetDirection(axes.ravel().tolist())
    for field, value in (("Name", "LAD"), ("LabelValue", "1"), ("Layer", "0")):
        image.SetMetaData(f"Segment0_{field}", value)
    SimpleITK.WriteImage(image, str(file))


def _run(command: str, folder: Path, *options: str) -> int:
    return main([command, str(folder / "ct"), "--ethnicity", "white", *options])


# Marks below the threshold would be refused as of another picture.
TRUSTED = ("--trust-marks",)


@pytest.mark.parametrize("marks", ["empty.seg.nrrd", "below.seg.nrrd", "aorta.json"])
class TestNotRead:
    def test_json_says_not_read_and_has_no_coronary_number(
        self, folder: Path, marks: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("score", folder, "--lesions", str(folder / marks), *TRUSTED, "--json", "-") == 0
        result = json.loads(capsys.readouterr().out)
        assert result["reading_status"] == "not_read"
        assert set(result["total"].values()) == {None}
        for key in ("LM", "LAD", "LCX", "RCA", "PDA"):
            assert {result["territories"][key][name] for name in ("agatston", "volume_mm3", "lesions")} == {None}
        assert (result["territories"]["AORTA"]["agatston"] > 0) is (marks == "aorta.json")
        found = result["interpretation"]
        assert (found["cac_drs"], found["plaque_burden"], found["arterial_age"]) == (None, None, None)
        assert found["mesa_percentile"]["value"] is None
        # Marks that nothing counts of are marks all the same.
        assert found["withheld"] == (
            "Not available: nothing that is marked in the coronary arteries counts, and no reader has confirmed that "
            "there is no calcium."
            if marks == "below.seg.nrrd"
            else "Not available: no coronary calcium is marked, and no reader has confirmed that there is none."
        )

    def test_csv_has_empty_cells(self, folder: Path, marks: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert _run("score", folder, "--lesions", str(folder / marks), *TRUSTED, "--csv", "-") == 0
        rows = {row["territory"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
        for key in ("LAD", "TOTAL"):
            numbers = ("agatston", "volume_mm3", "lesions", "cac_drs", "mesa_percentile")
            assert {rows[key][name] for name in numbers} == {""}
        assert {row["reading_status"] for row in rows.values()} == {"not_read"}

    def test_the_table_has_no_zero_and_says_what_to_do(
        self, folder: Path, marks: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("score", folder, "--lesions", str(folder / marks), *TRUSTED) == 0
        shown = capsys.readouterr().out
        (total,) = (line for line in shown.splitlines() if line.startswith("Coronary total"))
        assert total.split()[2:] == ["n/a"] * 4
        assert "NOT READ: no coronary calcium is marked. If there is none, say so with --confirm-zero." in shown
        assert "CAC-DRS A0" not in shown

    def test_reports_are_refused(
        self, folder: Path, marks: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("report", folder, "--lesions", str(folder / marks), *TRUSTED, "--png", str(tmp_path / "pages")) == 3
        said = capsys.readouterr().err
        assert "Nothing was read: no coronary calcium is marked, and a zero is what a reader states." in said
        assert not (tmp_path / "pages").exists()
        to = ("--database", str(tmp_path / "database"))
        for page in ("--physician", "--patient"):
            assert _run("export", folder, "--lesions", str(folder / marks), *TRUSTED, *to, page) == 3
        assert "Nothing was read" in capsys.readouterr().err


class TestConfirmed:
    def test_a_reader_needs_no_marks_for_a_zero(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert _run("score", folder, "--confirm-zero", "--json", "-") == 0
        result = json.loads(capsys.readouterr().out)
        assert result["reading_status"] == "zero_confirmed"
        assert (result["total"]["agatston"], result["total"]["vessels"], result["marks"]) == (0, 0, "none")
        found = result["interpretation"]
        # A white man of 60 (the phantom's header): zero is the percentile 0, and the arterial age 39.1.
        assert (found["cac_drs"], found["plaque_burden"], found["mesa_percentile"]["value"]) == ("A0/N0", "none", 0)
        assert found["arterial_age"] == pytest.approx(39.1)
        codes = [one["code"] for one in result["series"]["remarks"] if not one["code"].startswith("series.")]
        assert codes == ["proposal.zero_candidates", "scoring.zero_confirmed"]

    @pytest.mark.parametrize("marks", ["empty.seg.nrrd", "below.seg.nrrd", "aorta.json"])
    def test_marks_without_coronary_calcium_may_lie_beside_it(
        self, folder: Path, marks: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("score", folder, "--lesions", str(folder / marks), *TRUSTED, "--confirm-zero", "--json", "-") == 0
        result = json.loads(capsys.readouterr().out)
        assert (result["reading_status"], result["total"]["agatston"]) == ("zero_confirmed", 0)

    def test_its_report_says_zero_and_who_confirmed_it(
        self, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("report", folder, "--confirm-zero", "--png", str(tmp_path)) == 0
        assert (tmp_path / "patient-1.png").is_file()
        assert "Not marked near the heart: 2 places at or above 130 HU; the largest has" in capsys.readouterr().err

    def test_its_export_writes_every_page_and_names_them_too(
        self, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        given = ("--confirm-zero", "--database", str(tmp_path / "database"), "--physician", "--patient")
        assert _run("export", folder, *given) == 0
        assert "Not marked near the heart: 2 places" in capsys.readouterr().err

    def test_calcium_that_is_marked_contradicts_it(
        self, folder: Path, phantom: Phantom, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (lesion,) = (one for one in phantom.lesions if one.territory == "MV")
        seeds = [{"territory": "LAD", "ijk": [round(n) for n in lesion.center[::-1]]}]
        (tmp_path / "lad.json").write_text(json.dumps({"seeds": seeds}))
        assert _run("score", folder, "--lesions", str(tmp_path / "lad.json"), "--confirm-zero") == 3
        assert "Zero cannot be confirmed: calcium is marked in LAD." in capsys.readouterr().err

    def test_it_goes_neither_without_marks_unsaid_nor_with_a_programs_marks(
        self, folder: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert _run("score", folder) == 2
        assert "--confirm-zero" in capsys.readouterr().err
        assert _run("score", folder, "--lesions", "auto", "--confirm-zero") == 2

    def test_what_lies_near_the_heart_and_is_not_marked_is_named(self, phantom: Phantom) -> None:
        series = phantom_series(phantom)
        (said,) = confirm_zero(series, None, 130.0, 1.0).remarks
        assert (said.code, said.severity) == ("proposal.zero_candidates", Severity.NOTE)
        mitral, aorta = sorted(phantom.lesions, key=lambda one: one.territory != "MV")
        values = said.values
        assert (values["count"], values["threshold_hu"]) == (2, 130.0)
        assert abs(values["slice"] - 1 - mitral.center[0]) <= 2
        assert values["center_lps_mm"] == pytest.approx(tuple(series.geometry.lps_mm(mitral.center).tolist()), abs=1.5)
        # What is marked as something else is no candidate.
        at = tuple(series.geometry.lps_mm([round(n) for n in mitral.center]).tolist())
        (rest,) = confirm_zero(series, click(series, None, at, "MV"), 130.0, 1.0).remarks
        assert (rest.values["count"], aorta.territory) == (1, "AORTA")
        both = click(series, click(series, None, at, "MV"), self._at(series, aorta), "AORTA")
        assert confirm_zero(series, both, 130.0, 1.0).remarks == ()

    def _at(self, series: CTSeries, lesion: Any) -> tuple[float, ...]:
        return tuple(series.geometry.lps_mm([round(n) for n in lesion.center]).tolist())

    def test_every_lesion_of_the_whole_phantom_lies_near_the_heart_and_no_rib_does(self) -> None:
        # Fourteen spots, of which one is smaller than 1 mm2 in every slice.
        (said,) = confirm_zero(phantom_series(standard_phantom()), None, 130.0, 1.0).remarks
        assert (said.code, said.values["count"]) == ("proposal.zero_candidates", 13)

    def test_where_no_lungs_are_seen_everything_but_bone_is_named(self) -> None:
        hu = np.full((5, 40, 40), 30, np.int16)
        hu[2, 10:14, 10:14] = 300
        hu[:, 25:40, :] = 600  # 15 x 40 x 5 voxels of 3 mm3: bone
        series = CTSeries(hu, grid(5, 40, 40, (1.0, 1.0), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))))
        (said,) = confirm_zero(series, None, 130.0, 1.0).remarks
        values = said.values
        assert said.code == "proposal.zero_candidates_anywhere"
        assert [values[key] for key in ("count", "volume_mm3", "peak_hu", "slice")] == [1, 48, 300, 3]

    def test_what_would_score_nothing_is_not_named(self) -> None:
        hu = np.full((3, 9, 9), 30, np.int16)
        hu[1, 4, 4:7] = 300  # 0.75 mm2
        series = CTSeries(hu, grid(3, 9, 9, (0.5, 0.5), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))))
        assert confirm_zero(series, None, 130.0, 1.0).remarks == ()
        assert len(confirm_zero(series, None, 130.0, 0.5).remarks) == 1
        assert confirm_zero(series, None, 301.0, 0.5).remarks == ()


class TestFromPython:
    def _series(self) -> CTSeries:
        hu = np.full((3, 8, 8), 30, np.int16)
        hu[1, 2:6, 2:6] = 300
        return CTSeries(hu, grid(3, 8, 8, (1.0, 1.0), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0))))

    def _marks(self, series: CTSeries, key: str) -> LesionMap:
        return click(series, None, tuple(series.geometry.lps_mm((1, 3, 3)).tolist()), key)

    def test_status_is_not_read_without_the_word_and_zero_with_it(self) -> None:
        series = self._series()
        for marks in (None, self._marks(series, "AV")):
            assert score(series, marks).status == "not_read"
            confirmed = score(series, marks, confirm_zero=True)
            assert (confirmed.status, confirmed.total.agatston, confirmed.zero_confirmed) == ("zero_confirmed", 0, True)
        assert score(series, self._marks(series, "LAD")).status == "scored"

    def test_it_is_refused_where_calcium_is_marked_or_nobody_confirmed_the_marks(self) -> None:
        series = self._series()
        with pytest.raises(InputRefused) as caught:
            score(series, self._marks(series, "LAD"), confirm_zero=True)
        assert [one.code for one in caught.value.remarks] == ["proposal.zero_contradicted"]
        with pytest.raises(InputRefused) as caught:
            make_reading(series, replace(self._marks(series, "AV"), reviewed=False), confirm_zero=True)
        assert [one.code for one in caught.value.remarks] == ["proposal.zero_unreviewed"]

    def test_a_word_on_zero_does_not_outlive_calcium_that_counts(self) -> None:
        series = self._series()
        sheet = score(series, replace(self._marks(series, "RCA"), zero_confirmed=True))
        assert (sheet.status, sheet.zero_confirmed) == ("scored", False)
        assert "scoring.zero_confirmed" not in [one.code for one in sheet.remarks]

    def test_marks_below_the_threshold_do_not_contradict_it(self) -> None:
        series = self._series()
        labels = np.full(series.hu.shape, BY_KEY["LAD"].label, np.uint8)
        labels[1] = 0
        assert score(series, LesionMap(series.geometry, (0, 0, 0), labels), confirm_zero=True).total.agatston == 0
        labels[1, 2, 2] = BY_KEY["LAD"].label
        with pytest.raises(InputRefused):
            score(series, LesionMap(series.geometry, (0, 0, 0), labels), confirm_zero=True)

    def test_a_report_of_what_was_not_read_is_refused(self, tmp_path: Path) -> None:
        reading = make_reading(self._series(), None)
        for write in (
            lambda: report(reading, png=tmp_path / "pages"),
            lambda: export(reading, tmp_path / "database", ExportChoices(patient=True)),
        ):
            with pytest.raises(InputRefused):
                write()

    def test_dominance_decides_the_vessel_of_the_posterior_descending_artery(self) -> None:
        series = self._series()
        labels = np.zeros(series.hu.shape, np.uint8)
        labels[1, 2:4], labels[1, 4:6] = BY_KEY["RCA"].label, BY_KEY["PDA"].label
        marks = LesionMap(series.geometry, (0, 0, 0), labels)
        # 8 mm2 of weight 3 each
        found: Any
        for dominance, n, spread in ((None, 1, 0), ("right", 1, 0), ("left", 2, 0.5)):
            reading = make_reading(series, marks, person=Person(60, "male", "white"), dominance=dominance)
            assert reading.sheet.total.agatston == pytest.approx(48)
            assert (reading.sheet.total.vessels, reading.interpretation.cac_drs) == (n, f"A1/N{n}")
            assert reading.sheet.total.diffusivity == pytest.approx(spread)
            found = score_json(reading)
            assert (found["dominance"], found["total"]["vessels"]) == (dominance, n)
            rows = list(csv.DictReader(io.StringIO(score_csv(reading))))
            assert {row["dominance"] for row in rows} == {dominance or ""}
        assert score(series, marks, dominance="left").total.vessels == 2
        # What the marks say of it holds where nothing else is said.
        assert score(series, replace(marks, dominance="left"), DEFAULT_PROTOCOL).total.vessels == 2
