"""One reading: made, completed by the series, refused as a report where no reader confirmed it, and as JSON and CSV."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from SmartScoreLib.cli.table import score_table
from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.classifications.table import CLASSIFICATIONS
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.interpretation.populations.table import HOFF, population
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.phantom.standard import grid
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.person_file import read_person
from SmartScoreLib.reading.read import make_reading, person_of, reading_of, refuse_without_result
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.scoring.score import score
from SmartScoreLib.series.describe import SeriesDescription, describe
from SmartScoreLib.series.model import CTSeries

GEOMETRY = grid(2, 4, 4, (0.5, 0.5), 3.0, ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))


def _series() -> CTSeries:
    return CTSeries(np.full((2, 4, 4), 150, np.int16), GEOMETRY, series_instance_uid="1.2.3")


def _marks(*, reviewed: bool = True) -> LesionMap:
    """One slice of LAD, 16 x 0.25 mm2 = 4 mm2, weight 1; one of the aorta."""
    labels = np.full((2, 4, 4), BY_KEY["LAD"].label, np.uint8)
    labels[1] = BY_KEY["AORTA"].label
    return LesionMap(GEOMETRY, (0, 0, 0), labels, reviewed, remark("lesions.origin_clicked"))


def _reading(*, reviewed: bool = True, person: Person | None = None, **rules: Any) -> Reading:
    return make_reading(_series(), _marks(reviewed=reviewed), replace(DEFAULT_PROTOCOL, **rules), person, "R", "C")


def _described(age: int | None, sex: Any) -> SeriesDescription:
    made = describe(_series())
    return replace(made, patient=replace(made.patient, age_years=age, sex=sex))


class TestMaking:
    def test_a_reading_of_an_existing_sheet_is_the_one_that_is_made_from_the_marks(self) -> None:
        series, lesions = _series(), _marks()
        sheet = score(series.hu, lesions, DEFAULT_PROTOCOL)
        person = Person(60, "male", "white")
        made = reading_of(series, describe(series), lesions, sheet, person, "R", "C")
        other = make_reading(series, lesions, DEFAULT_PROTOCOL, person, "R", "C")
        assert (made.sheet, made.interpretation) == (other.sheet, other.interpretation)
        assert (made.series, made.lesions, made.reader, made.comment) == (series, lesions, "R", "C")
        assert made.interpretation.comparison.percentile is not None

    @pytest.mark.parametrize(
        ("known", "age", "sex"),
        [
            (None, 60, "female"),
            (Person(), 60, "female"),
            (Person(age_years=45), 45, "female"),
            (Person(age_years=0), 0, "female"),
            (Person(sex="male"), 60, "male"),
        ],
    )
    def test_age_and_sex_come_from_the_series_where_they_are_not_given(
        self, known: Person | None, age: int, sex: str
    ) -> None:
        person = person_of(_described(60, "female"), known)
        assert (person.age_years, person.sex, person.ethnicity) == (age, sex, None)

    def test_what_neither_tells_stays_unknown(self) -> None:
        assert person_of(_described(None, None), None) == Person()

    def test_a_report_needs_marks_that_a_reader_has_confirmed(self) -> None:
        refuse_without_result(_reading())
        with pytest.raises(InputRefused) as caught:
            refuse_without_result(_reading(reviewed=False))
        assert [one.code for one in caught.value.remarks] == ["reading.unreviewed"]
        assert caught.value.reasons == (
            "A report needs marks that a reader has confirmed, and these were made automatically; "
            "mark the lesions by territory, or write the screen saves alone to look at the candidates.",
        )


class TestJson:
    def test_remarks_are_data_beside_the_text_of_the_warnings(self) -> None:
        found = json.loads(json.dumps(score_json(_reading(threshold_hu=131.0, volume_method="isotropic"))))["series"]
        assert found["warnings"] == [
            "The threshold is 131 HU instead of 130 HU; reference values apply to 130 HU.",
            "Volumes are interpolated between slices (isotropic).",
        ]
        assert found["remarks"] == [
            {
                "code": "scoring.threshold",
                "severity": "limits",
                "values": {"threshold_hu": 131.0, "standard_hu": 130.0},
            },
            {"code": "scoring.isotropic", "severity": "note", "values": {}},
        ]

    def test_numbers_are_those_of_the_sheet_in_the_order_of_the_schema(self) -> None:
        found = score_json(_reading(mass_factor=0.001))
        # 16 voxels of 0.75 mm3 and 150 HU
        lad = {"agatston": 4.0, "volume_mm3": 12.0, "mass_mg": pytest.approx(1.8), "lesions": 1, "counts": True}
        assert found["territories"]["LAD"] == lad
        assert list(found["territories"]["LAD"]) == list(lad)
        assert found["territories"]["AORTA"] == lad | {"counts": False}
        assert found["total"] == {
            "agatston": 4.0, "volume_mm3": 12.0, "mass_mg": pytest.approx(1.8), "lesions": 1, "vessels": 1,
            "density_score": pytest.approx(1), "diffusivity": 0.0,
        }  # fmt: skip
        assert list(found["lesions"][0]) == [
            "territory", "agatston", "volume_mm3", "mass_mg", "peak_hu", "mean_hu", "slices", "centroid_lps_mm",
        ]  # fmt: skip
        assert [(one["territory"], one["slices"], one["peak_hu"]) for one in found["lesions"]] == [
            ("LAD", [0], 150.0), ("AORTA", [1], 150.0),
        ]  # fmt: skip
        assert found["protocol"]["weight_starts_hu"] == [130.0, 200.0, 300.0, 400.0]
        assert found["protocol"]["source"].startswith("Agatston 1990 as practised: 130 HU")
        assert (found["reviewed"], found["marks"]) == (True, "clicks")
        assert found["series"]["spacing_mm"] == [3.0, 0.5, 0.5]

    def test_reasons_are_text(self) -> None:
        found = score_json(_reading())["interpretation"]
        assert found["mesa_percentile"] == {"value": None, "reason": "Not available: age, sex, ethnicity not known."}
        assert (found["cac_drs"], found["plaque_burden"]) == ("A1/N1", "minimal")
        known = score_json(_reading(person=Person(60, "male", "white")))["interpretation"]
        assert known["mesa_percentile"]["reason"] is None
        assert known["mesa_percentile"]["value"] > 0

    def test_every_key_of_version_1_of_the_schema_is_there_whatever_was_chosen(self) -> None:
        """A man of 60 and a score of 4: minimal by Rumberger, and percentile 34 of MESA (white)."""
        choices = InterpretationChoices(CLASSIFICATIONS["cac-drs"], (population(HOFF),))
        person = Person(60, "male", "white")
        made = make_reading(_series(), _marks(), DEFAULT_PROTOCOL, person, choices=choices)
        found = score_json(made)
        assert found["schema"] == "smartscore-score/2"
        of_1 = found["interpretation"]
        assert (of_1["withheld"], of_1["cac_drs"], of_1["plaque_burden"]) == (None, "A1/N1", "minimal")
        assert of_1["mesa_percentile"] == {"value": 34.0, "reason": None}
        assert of_1["reference_group"] == {
            "study": "MESA", "ethnicity": "white", "sex": "male", "age_years": 60, "nonzero_percent": 68,
        }  # fmt: skip
        assert {"arterial_age", "mesa_chd_risk", "remarks", "sources"} <= set(of_1)
        # And what was chosen, under the keys of version 2.
        assert of_1["classification"] == {
            "key": "cac-drs", "name": "CAC-DRS 2018", "grade": "A1", "least": 1, "most": 99,
            "source": "CAC-DRS 2018: Hecht et al. 2018, J Cardiovasc Comput Tomogr 12:185",
        }  # fmt: skip
        (compared,) = of_1["percentiles"]
        assert (compared["value"], compared["at_least"], compared["below"], compared["reason"]) == (None, 0, 25, None)
        assert compared["population"] == {
            "key": "hoff-2001", "name": "Hoff 2001", "people": 35246, "years": "1993-1999", "scanner": "EBCT",
            "source": "Hoff et al. 2001, Am J Cardiol 87:1335",
        }  # fmt: skip
        assert compared["group"] == {
            "group": None, "sex": "male", "age_from": 60, "age_to": 64, "nonzero_percent": None,
        }  # fmt: skip

    def test_unconfirmed_marks_have_no_category(self) -> None:
        found = score_json(_reading(reviewed=False))["interpretation"]
        assert (found["cac_drs"], found["plaque_burden"], found["arterial_age"]) == (None, None, None)


def test_csv_keeps_its_columns_and_numbers() -> None:
    text = score_csv(_reading(threshold_hu=131.0, volume_method="isotropic"))
    assert text.splitlines()[0] == (
        "series_instance_uid,patient_id,study_date,territory,counts,lesions,agatston,volume_mm3,mass_mg,cac_drs,"
        "classification,grade,percentile,percentile_below,mesa_percentile,age_years,sex,ethnicity,reference_group,protocol,threshold_hu,weight_starts_hu,"
        "minimum_area_mm2,minimum_voxels,connectivity,tube_voltage_kvp,volume_method,mass_factor,mass_factor_source,"
        "dominance,reading_mode,visual_cac_drs,weston,severe_aortic_stenosis,reading_status,reviewed,warnings"
    )
    rows = {row["territory"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["LAD"]["lesions"], rows["LAD"]["agatston"], rows["LAD"]["mass_mg"]) == ("1", "4.0", "")
    assert (rows["AORTA"]["counts"], rows["TOTAL"]["counts"]) == ("False", "True")
    assert (rows["TOTAL"]["agatston"], rows["TOTAL"]["cac_drs"], rows["LAD"]["cac_drs"]) == ("4.0", "A1/N1", "")
    assert rows["LAD"]["warnings"] == (
        "The threshold is 131 HU instead of 130 HU; reference values apply to 130 HU. | "
        "Volumes are interpolated between slices (isotropic)."
    )
    assert [rows["LAD"][key] for key in ("weight_starts_hu", "minimum_voxels", "connectivity", "tube_voltage_kvp")] == [
        "130 200 300 400", "1", "8", "120.0",
    ]  # fmt: skip
    assert [rows["TOTAL"][key] for key in ("age_years", "sex", "ethnicity", "reference_group", "dominance")] == [""] * 5
    assert {row["reading_status"] for row in rows.values()} == {"scored"}
    unconfirmed = list(csv.DictReader(io.StringIO(score_csv(_reading(reviewed=False)))))
    assert unconfirmed[-1]["cac_drs"] == ""


WHOLE_TABLE = """\
Patient  Baker^Alice (P1)   Study  2024-06-03
Series   Calcium, 75 %: 2 slices of 4 x 4, every 3 mm, pixels 0.5 x 0.5 mm

Territory                          Lesions  Agatston  Volume mm³  Mass mg
-------------------------------------------------------------------------
LM    Left main                          0         0           0      0.0
LAD   Left anterior descending           1         4          12      1.4
LCX   Left circumflex                    0         0           0      0.0
RCA   Right coronary artery              0         0           0      0.0
PDA   Posterior descending artery        0         0           0      0.0
-------------------------------------------------------------------------
Coronary total                           1         4          12      1.4

Not part of the total
AORTA Ascending aorta                    1         4          12      1.4

CAC-DRS A1/N1, mild (ACC/AHA 2026), 1 of 4 vessels, density score 1.00
Arterial age 51 years
Percentile (MESA 2006) 34 (white, male, 60 years; 68 % of them have a score above 0)
MESA 10-year CHD risk, with the calcium score not available: not given: diabetes, smoking, total cholesterol,
         HDL cholesterol, lipid medication, systolic blood pressure, blood pressure medication, family history
         of heart attack
PREVENT 10-year ASCVD risk, without the calcium score not available: not given: diabetes, smoking, total
         cholesterol, HDL cholesterol, systolic blood pressure, blood pressure medication, statin, eGFR

Rules    SmartScore AJ-130: threshold 131 HU for 120 kVp, weights 1 to 4 from 130, 200, 300, 400 HU, lesion
         area above 1 mm² and 2 voxels, 8-connected, plain volume, mass factor 0.00076 mg/(mm³ HU)
Marks    clicks
Sources  CAC-DRS: Hecht et al. 2018, J Cardiovasc Comput Tomogr 12:185
         ACC/AHA 2026: ACC/AHA guideline on dyslipidemia 2026, Circulation, doi:10.1161/CIR.0000000000001423
         Percentile MESA 2006 (6110 people, 2000-2002, EBCT, MDCT): McClelland et al. 2006, Circulation 113:30
         Arterial age: McClelland et al. 2009, Am J Cardiol 103:59
         MESA 10-year CHD risk: McClelland et al. 2015, J Am Coll Cardiol 66:1643
         PREVENT 10-year risk: Khan et al. 2024, Circulation 149:430
Research use, not a medical device.

Warnings
  ! The threshold is 131 HU instead of 130 HU; reference values apply to 130 HU."""


class TestTable:
    def test_the_whole_table_of_a_reading(self) -> None:
        rules = {"mass_factor": 0.00076, "minimum_voxels": 2, "area_must_exceed": True, "threshold_hu": 131.0}
        made = _reading(person=Person(60, "male", "white"), **rules)
        described = replace(
            made.description,
            patient=replace(made.description.patient, name="Baker^Alice", patient_id="P1"),
            study=replace(made.description.study, study_date=date(2024, 6, 3)),
            acquisition=replace(made.description.acquisition, series_description="Calcium"),
        )
        named = replace(made, series=replace(made.series, label="75 %"), description=described)
        assert score_table(named) == WHOLE_TABLE

    def test_what_is_not_known_is_said_so(self) -> None:
        reading = _reading(reviewed=False)
        shown = score_table(replace(reading, lesions=replace(reading.lesions, origin="")))
        assert shown.startswith("Patient  no name (no ID)   Study  no date\nSeries   unnamed: 2 slices")
        assert "\nCategories, percentile, arterial age and risk are not available: no reader has confirmed" in shown
        assert "area from 1 mm², 8-connected, plain volume, no mass factor\n" in shown
        assert "\nMarks    unknown\n" in shown
        assert shown.endswith("\n\nUNREVIEWED: no person has confirmed these marks.")

    @pytest.mark.parametrize(("length", "lines"), [(76, 1), (77, 2)])
    def test_a_line_of_more_than_110_characters_is_broken(self, length: int, lines: int) -> None:
        # "Patient  NAME (P1)   Study  2024-06-03" is 34 characters without the name, 12 of them the date and its gap.
        made = _reading()
        patient = replace(made.description.patient, name="n" * length, patient_id="P1")
        study = replace(made.description.study, study_date=date(2024, 6, 3))
        shown = score_table(replace(made, description=replace(made.description, patient=patient, study=study)))
        assert len(shown.splitlines()[0]) == (110 if lines == 1 else 34 + 77 - 12)
        assert shown.splitlines()[lines].startswith("Series")

    def test_the_risk_has_one_decimal(self) -> None:
        person = Person(60, "male", "white", False, False, 200, 50, False, 120, False, False)
        # 100 (1 - 0.99833 ^ exp(0.0172 60 + 0.4079 + 0.0043 200 - 0.0114 50 + 0.0066 120 + 0.2743 ln 5)) = 3.18
        assert "MESA 10-year CHD risk, with the calcium score 3.2 %" in score_table(_reading(person=person))

    def test_it_has_the_columns_with_their_units_and_rounded_numbers(self) -> None:
        lines = score_table(_reading(mass_factor=0.001)).splitlines()
        assert lines[3].split() == ["Territory", "Lesions", "Agatston", "Volume", "mm³", "Mass", "mg"]
        (lad,) = (line for line in lines if line.startswith("LAD"))
        assert lad.split()[-4:] == ["1", "4", "12", "1.8"]
        (total,) = (line for line in lines if line.startswith("Coronary total"))
        assert total.split()[-4:] == ["1", "4", "12", "1.8"]
        at = lines.index("Not part of the total")
        assert lines[at + 1].startswith("AORTA")
        assert not any(line.startswith(("AV", "MV", "OTHER")) for line in lines)

    def test_it_says_what_the_score_means(self) -> None:
        shown = score_table(_reading(person=Person(60, "male", "white")))
        assert "CAC-DRS A1/N1, mild (ACC/AHA 2026), 1 of 4 vessels, density score 1.00" in shown
        # 39.1 + 7.25 ln 5 = 50.77
        assert "Arterial age 51 years" in shown
        assert "(white, male, 60 years;" in shown
        assert "MESA 10-year CHD risk, with the calcium score not available: not given: diabetes, smoking" in shown
        assert "Warnings" not in shown
        unknown = score_table(_reading(person=Person(diabetes=True)))
        assert "Percentile (MESA 2006) not available: age, sex, ethnicity not known" in unknown
        assert "Arterial age" not in unknown.replace("Arterial age: McClelland", "")

    def test_a_mass_that_is_not_known_and_remarks_are_said(self) -> None:
        shown = score_table(_reading(threshold_hu=131.0))
        assert "n/a" in shown
        assert "  ! The threshold is 131 HU instead of 130 HU; reference values apply to 130 HU." in shown

    def test_no_calcium_has_a_word(self) -> None:
        rules = replace(DEFAULT_PROTOCOL, threshold_hu=151.0)
        shown = score_table(make_reading(_series(), _marks(), rules, confirm_zero=True))
        assert "CAC-DRS A0/N0, no calcium (ACC/AHA 2026), 0 of 4 vessels\n" in shown
        assert "  ! A reader has confirmed that there is no coronary calcium." in shown


class TestPersonFile:
    def _read(self, folder: Path, values: object) -> Person:
        (folder / "p.json").write_text(values if isinstance(values, str) else json.dumps(values), encoding="utf-8")
        return read_person(folder / "p.json")

    def _refused(self, folder: Path, values: object) -> Remark:
        with pytest.raises(InputRefused) as caught:
            self._read(folder, values)
        (one,) = caught.value.remarks
        assert caught.value.reasons[0].startswith(str(folder / "p.json"))
        return one

    @pytest.mark.parametrize(
        ("field", "least", "below", "most", "above"),
        [
            ("total_cholesterol_mg_dl", 20, 19.9, 1000, 1000.1),
            ("hdl_cholesterol_mg_dl", 2, 1.9, 300, 300.1),
            ("systolic_mmhg", 40, 39.9, 300, 300.1),
            ("egfr_ml_min", 1, 0.9, 250, 250.1),
            ("age_years", 0, -1, 130, 131),
        ],
    )
    def test_numbers_have_bounds(
        self, tmp_path: Path, field: str, least: float, below: float, most: float, above: float
    ) -> None:
        assert getattr(self._read(tmp_path, {field: least}), field) == least
        assert getattr(self._read(tmp_path, {field: most}), field) == most
        for value in (below, above):
            refused = self._refused(tmp_path, {field: value})
            assert (refused.code, refused.values["value"]) == ("reading.person_range", repr(value))
            assert (refused.values["least"], refused.values["most"]) == (least, most)

    @pytest.mark.parametrize("value", ["60", True, [60]])
    def test_a_number_is_a_number(self, tmp_path: Path, value: object) -> None:
        assert self._refused(tmp_path, {"systolic_mmhg": value}).code == "reading.person_range"

    @pytest.mark.parametrize("value", ["60.5", "NaN", "Infinity", "1e999", "true", '"60"'])
    def test_an_age_is_a_whole_number(self, tmp_path: Path, value: str) -> None:
        assert self._refused(tmp_path, f'{{"age_years": {value}}}').code == "reading.person_whole_years"

    def test_an_age_may_be_written_with_a_point(self, tmp_path: Path) -> None:
        age = self._read(tmp_path, '{"age_years": 60.0}').age_years
        assert repr(age) == "60"

    def test_an_endless_age_is_out_of_range(self, tmp_path: Path) -> None:
        assert self._refused(tmp_path, '{"age_years": 1' + "0" * 400 + "}").code == "reading.person_range"

    @pytest.mark.parametrize(
        ("field", "values"),
        [("sex", ("male", "female")), ("ethnicity", ("white", "chinese", "black", "hispanic"))],
    )
    def test_choices_are_those_of_the_reference_population(
        self, tmp_path: Path, field: str, values: tuple[str, ...]
    ) -> None:
        for value in values:
            assert getattr(self._read(tmp_path, {field: value}), field) == value
        refused = self._refused(tmp_path, {field: "other"})
        assert (refused.code, refused.values["known"]) == ("reading.person_choice", values)

    def test_flags_are_true_or_false(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, {"smoker": False}).smoker is False
        assert self._read(tmp_path, {"smoker": True}).smoker is True
        assert self._refused(tmp_path, {"smoker": 1}).code == "reading.person_flag"

    def test_a_group_of_one_s_own_table_is_a_text(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, {"group": "north"}).group == "north"
        for value in ("", " ", 3, True):
            assert self._refused(tmp_path, {"group": value}).code == "reading.person_text"

    def test_null_is_not_known(self, tmp_path: Path) -> None:
        assert self._read(tmp_path, {"sex": None, "age_years": None, "smoker": None}) == Person()

    @pytest.mark.parametrize(
        ("text", "code"),
        [("[]", "no_object"), ("{", "no_json"), ("[" * 100_000, "no_json"), ('{"weight": 1}', "unknown_field")],
    )
    def test_what_is_no_person_is_refused(self, tmp_path: Path, text: str, code: str) -> None:
        assert self._refused(tmp_path, text).code == f"reading.person_{code}"

    def test_a_file_that_is_not_there_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputRefused) as caught:
            read_person(tmp_path / "none.json")
        assert caught.value.reasons == (f"{tmp_path / 'none.json'} could not be read: No such file or directory.",)

    def test_every_problem_is_told_in_one_line_each(self, tmp_path: Path) -> None:
        with pytest.raises(InputRefused) as caught:
            self._read(tmp_path, {"smokes": True, "sex": "M", "systolic_mmhg": 5})
        file = tmp_path / "p.json"
        assert caught.value.reasons == (
            f"{file}: 'smokes' is none of age_years, blood_pressure_medication, diabetes, egfr_ml_min, ethnicity, "
            "family_history, group, hdl_cholesterol_mg_dl, lipid_medication, sex, smoker, statin, systolic_mmhg, "
            "total_cholesterol_mg_dl.",
            f"{file}: sex 'M' is none of male, female.",
            f"{file}: systolic_mmhg 5 is not a number from 40 to 300.",
        )
