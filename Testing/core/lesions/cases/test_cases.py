"""Every kind of marks that people have gets the territories, the remarks and the score that it should."""

import pytest

from core.lesions.cases import dicom, files, names, picture
from core.lesions.cases.building import series_folder
from SmartScoreLib import find_series, load_series, read_marks, score
from SmartScoreLib.remarks.errors import InputRefused

GROUPS = (names.CASES, files.CASES, dicom.CASES, picture.CASES)
CASES = {case.name: case for group in GROUPS for case in group}


@pytest.fixture(scope="module")
def series(tmp_path_factory):
    (candidate,) = find_series(series_folder(tmp_path_factory.mktemp("series"))).candidates
    return load_series(candidate)


def read(case, folder, series):
    options = dict(case.options)
    if "names" in options:
        options["names"] = folder / options["names"]
    return read_marks(case.write(folder, series), series, **options)


def demand_values(case, remarks):
    for code, wanted in case.values.items():
        (one,) = (said for said in remarks if said.code == f"lesions.{code}")
        for name, value in wanted.items():
            assert one.values[name] == (pytest.approx(value) if isinstance(value, float) else value), (code, name)


@pytest.mark.parametrize("name", list(CASES))
def test_marks_get_their_territories_their_remarks_and_their_score(name, tmp_path, series):
    case = CASES[name]
    if case.refused:
        with pytest.raises(InputRefused) as refusal:
            read(case, tmp_path, series)
        assert tuple(one.code.removeprefix("lesions.") for one in refusal.value.remarks) == case.refused
        demand_values(case, refusal.value.remarks)
        return

    lesions = read(case, tmp_path, series)

    sheet = score(series, lesions)
    assert {t.key: t.agatston for t in sheet.territories if t.agatston} == pytest.approx(case.scores)
    counted = sum(value for key, value in case.scores.items() if key not in ("AORTA", "AV", "MV", "OTHER"))
    assert sheet.total.agatston == pytest.approx(counted)
    assert (sheet.total.vessels is None) == ("CORONARY" in case.scores)
    assert tuple(sorted(one.code for one in lesions.remarks)) == tuple(sorted(f"lesions.{said}" for said in case.said))
    demand_values(case, lesions.remarks)


def test_there_are_sixty_kinds_of_marks_and_every_line_of_the_review_is_among_them():
    assert len(CASES) == sum(map(len, GROUPS)) >= 60
    assert {case.line for case in CASES.values()} == {"", *(str(line) for line in range(14, 21))}
