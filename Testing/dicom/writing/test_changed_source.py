"""Source files that change between reading and saving."""

from pathlib import Path

import pytest
from pydicom import dcmread

from SmartScoreLib import find_series, load_series
from SmartScoreLib.dicomwriting.reduced import write_reduced
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.errors import ExportFailed


@pytest.mark.parametrize(("keyword", "value"), [("PatientName", "Other^Person"), ("RescaleIntercept", "-1000")])
def test_a_source_file_that_says_something_else_than_when_it_was_read_is_not_copied(
    tmp_path: Path, keyword: str, value: str
) -> None:
    write_phantom(standard_phantom(slices=6, rows=64, columns=64, pixel_mm=3.0, spacing_mm=5), tmp_path / "ct")
    series = load_series(find_series(tmp_path / "ct").candidates[0])
    changed = dcmread(series.files[3])
    setattr(changed, keyword, value)
    changed.save_as(series.files[3])
    with pytest.raises(ExportFailed) as refused:
        write_reduced(series, range(2, 5), tmp_path / "out")
    assert refused.value.remarks[0].code == "dicomwriting.source_changed"
    assert not list((tmp_path / "out").glob("*"))
    write_reduced(series, range(3), tmp_path / "other")
