"""`smartscore check` lists every series with its verdict, and its exit status says whether any can be scored."""

import json

import pytest

from SmartScoreLib.cli.main import main


@pytest.fixture
def mixed(tiny, tmp_path):
    """A folder with a scorable series, a refused one and a file that is no image."""
    tiny.save(tmp_path / "good", [tiny.image(i, KVP="100", SeriesDescription="CaSc") for i in range(4)])
    tiny.save(
        tmp_path / "bad",
        [tiny.image(i, SeriesInstanceUID="2.25.12", SeriesNumber=3, RescaleSlope=None) for i in range(3)],
    )
    (tmp_path / "notes.dcm").write_text("no image\n")
    return tmp_path


def test_a_folder_with_a_scorable_series_ends_with_status_0(mixed, capsys):
    assert main(["check", str(mixed)]) == 0

    out, err = capsys.readouterr()
    assert err == ""
    assert 'SCORABLE  Series 2 "CaSc"' in out
    assert "Tiny^Series, T1, female, 65 years" in out
    assert "2026-01-02, 2.25.22" in out
    assert "4 images of 16 x 16, every 3 mm, pixels 0.5 x 0.5 mm" in out
    assert "100 kVp, 3 mm thick, kernel B35f, Maker" in out
    assert "  ! KVP (0018,0060) is 100; the 130 HU threshold" in out
    assert 'REFUSED   Series 3 "Tiny"' in out
    assert "  x Rescale Slope (0028,1053) is missing in i00.dcm and all 2 others." in out
    assert f"  x {mixed / 'notes.dcm'} is not a DICOM file but text." in out
    assert out.endswith("1 of 2 series can be scored.\n")


def test_a_refused_series_ends_with_status_3_and_one_reason_a_line(mixed, capsys):
    assert main(["check", str(mixed / "bad")]) == 3

    out, err = capsys.readouterr()
    assert out.endswith("0 of 1 series can be scored.\n")
    assert err == "smartscore: Rescale Slope (0028,1053) is missing in i00.dcm and all 2 others. [series.missing]\n"


def test_reasons_of_several_series_say_which_one_they_are_about(mixed, tiny, tmp_path, capsys):
    tiny.save(tmp_path / "bad", [tiny.image(0, SeriesInstanceUID="2.25.13", SeriesNumber=4)], ["single.dcm"])

    assert main(["check", str(tmp_path / "bad")]) == 3

    assert capsys.readouterr().err.splitlines() == [
        'smartscore: Series 3 "Tiny": Rescale Slope (0028,1053) is missing in i00.dcm and all 2 others. '
        "[series.missing]",
        'smartscore: Series 4 "Tiny": It has only one image (single.dcm); slice spacing and a score need at least two. '
        "[series.one_image]",
    ]


@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_a_folder_without_images_ends_with_status_3(tmp_path, capsys, json_too):
    assert main(["check", str(tmp_path), *json_too]) == 3

    assert (
        capsys.readouterr().err == "smartscore: No DICOM image was found in the given paths. [series.nothing_found]\n"
    )


def test_a_path_that_does_not_exist_ends_with_status_3(tmp_path, capsys):
    assert main(["check", str(tmp_path / "nowhere")]) == 3

    assert capsys.readouterr().err == f"smartscore: {tmp_path / 'nowhere'} does not exist. [series.no_file]\n"


def test_without_a_path_the_usage_is_wrong(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["check"])

    assert stopped.value.code == 2


def test_json_holds_every_series_with_reasons_geometry_patient_and_study(mixed, capsys):
    assert main(["check", str(mixed), "--json"]) == 0

    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "smartscore-check/1"
    assert document["problems"] == [f"{mixed / 'notes.dcm'} is not a DICOM file but text."]
    good, bad = document["series"]
    assert good["scorable"] is True
    assert good["geometry"] == {
        "slices": 4,
        "rows": 16,
        "columns": 16,
        "spacing_mm": [3.0, 0.5, 0.5],
        "origin_lps_mm": [-4.0, -4.0, 0.0],
        "directions": [[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]],
        "frame_of_reference_uid": "2.25.33",
    }
    assert good["patient"] == {
        "name": "Tiny^Series",
        "id": "T1",
        "birth_date": "1960-12-31",
        "age_years": 65,
        "sex": "female",
    }
    assert (good["kvp"], good["images"], good["folder"]) == (100.0, 4, str(mixed / "good"))
    assert good["remarks"] == [
        {"code": "series.kvp", "severity": "limits", "values": {"attribute": "KVP (0018,0060)", "kvp": [100.0]}},
        {
            "code": "series.matrix",
            "severity": "limits",
            "values": {"rows": 16, "columns": 16, "attributes": ["Rows (0028,0010)", "Columns (0028,0011)"]},
        },
    ]
    assert bad["remarks"][0] == {
        "code": "series.missing",
        "severity": "refusal",
        "values": {"attribute": "Rescale Slope (0028,1053)", "where": {"file": "i00.dcm", "others": 2}},
    }
    assert bad["scorable"] is False
    assert bad["refusals"] == ["Rescale Slope (0028,1053) is missing in i00.dcm and all 2 others."]


def test_phases_of_one_series_are_listed_with_their_label(tiny, tmp_path, capsys):
    datasets = [
        tiny.image(i, NominalPercentageOfCardiacPhase=phase, SOPInstanceUID=f"2.25.9{int(phase)}{i}")
        for phase in (70.0, 75.0)
        for i in range(3)
    ]
    tiny.save(tmp_path / "phases", datasets)

    assert main(["check", str(tmp_path / "phases")]) == 0

    out = capsys.readouterr().out
    assert 'SCORABLE  Series 2 "Tiny", phase 70 %' in out
    assert 'SCORABLE  Series 2 "Tiny", phase 75 %' in out
