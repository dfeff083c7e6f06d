"""Series Numbers of what is saved: beside the source, and each save of a study in the next free block of ten."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pydicom
import pytest

from SmartScoreLib.database.folder import FolderDatabase
from SmartScoreLib.dicomwriting.numbering import first_number, next_save, series_number
from SmartScoreLib.exports.export import ExportChoices, export, remarks_of
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.remarks.errors import NumbersTaken
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series

EVERYTHING = ExportChoices(
    physician=True, patient=True, screens=True, physician_pdf=True, patient_pdf=True, reduced="auto",
    segmentation=True, structured_report=True, presentation=True,
)  # fmt: skip


def reading(folder: Path):
    from SmartScoreLib.lesions.clicking import click

    phantom = standard_phantom(slices=24, rows=96, columns=96, pixel_mm=2.4, spacing_mm=3)
    write_phantom(phantom, folder)
    series = load_series(find_series([folder]).candidates[0])
    lesion = phantom.lesions[0]
    lesions = click(series, None, phantom.geometry.lps_mm(lesion.center), lesion.territory)
    return make_reading(series, lesions, DEFAULT_PROTOCOL, reader="A. Reader")


def numbers(database: FolderDatabase) -> list[int]:
    written = [database.series_files(uid)[0] for uid in database.series_instance_uids()]
    return sorted(int(pydicom.dcmread(file, stop_before_pixels=True).SeriesNumber) for file in written)


def test_each_save_takes_the_next_ten_numbers_and_says_so(tmp_path: Path) -> None:
    made, database = reading(tmp_path / "ct"), FolderDatabase(tmp_path / "database")
    first = export(made, database, EVERYTHING)
    assert numbers(database) == [*range(201, 210)]  # the phantom's series has number 2
    assert not [one for one in remarks_of(first) if one.code == "exports.saved_again"]
    second = export(made, database, EVERYTHING)
    assert numbers(database) == [*range(201, 210), *range(211, 220)]
    assert [one.values["save"] for one in remarks_of(second) if one.code == "exports.saved_again"] == [2]


def test_a_block_of_which_one_number_is_taken_is_passed_over(tmp_path: Path) -> None:
    made, database = reading(tmp_path / "ct"), FolderDatabase(tmp_path / "database")
    export(made, database, ExportChoices(patient=True))
    export(made, database, ExportChoices(physician=True))
    assert numbers(database) == [203, 212]


def test_another_study_takes_no_numbers(tmp_path: Path) -> None:
    database = FolderDatabase(tmp_path / "database")
    for name in ("one", "two"):
        export(reading(tmp_path / name), database, ExportChoices(physician=True))
    assert numbers(database) == [202, 202]


@pytest.mark.parametrize(
    ("texts", "first"),
    [(["2"], 200), (["0"], 0), (["2", "3"], 9000), ([""], 9000), (["9999999"], 999999900), (["10000000"], 9000),
     (["-2"], 9000)],
)  # fmt: skip
def test_numbers_begin_at_a_hundred_times_the_source(texts: list[str], first: int) -> None:
    assert first_number(texts) == first


@pytest.mark.parametrize(
    ("taken", "save"),
    [
        ((), 1),
        ((200, 210), 1),
        ((201,), 2),
        ((209,), 2),
        ((201, 211), 3),
        ((201, 219), 3),
        ((201, 220), 2),
        ((221,), 1),
    ],
)
def test_the_first_free_block_is_taken(taken: tuple[int, ...], save: int) -> None:
    assert next_save(200, taken) == save


def test_a_number_is_block_and_offset() -> None:
    assert series_number(200, 1, 9) == 209
    assert series_number(200, 3, 1) == 221


class SavedIntoMeanwhile(FolderDatabase):
    """A database into which somebody else saves the same reading just before the first insert."""

    def __init__(self, folder: Path, other: Callable[[], object]) -> None:
        super().__init__(folder)
        self._other = [other]

    def insert(self, files: Sequence[Path], progress: Progress = silent, unused: range = range(0)) -> None:
        while self._other:
            self._other.pop()()
        super().insert(files, progress, unused)


def test_who_is_overtaken_while_writing_gives_the_next_numbers(tmp_path: Path) -> None:
    made, folder = reading(tmp_path / "ct"), tmp_path / "database"
    choices = ExportChoices(physician=True, structured_report=True)
    database = SavedIntoMeanwhile(folder, lambda: export(made, FolderDatabase(folder), ExportChoices(patient=True)))
    written = export(made, database, choices)
    assert numbers(database) == [203, 212, 217, 218]  # 203 is the other's: its whole block is left to it
    assert [one.values["save"] for one in remarks_of(written) if one.code == "exports.saved_again"] == [2]
    assert len(find_readings([folder])) == 1
    assert not list(folder.glob(".smartscore-*"))


def test_an_insert_that_needs_free_numbers_is_refused_whole_where_one_is_taken(tmp_path: Path) -> None:
    made, database = reading(tmp_path / "ct"), FolderDatabase(tmp_path / "database")
    export(made, database, ExportChoices(physician=True))
    (uid,) = database.series_instance_uids()
    copy = pydicom.dcmread(database.series_files(uid)[0])
    copy.SOPInstanceUID = copy.file_meta.MediaStorageSOPInstanceUID = "1.2.3.1"
    copy.SeriesInstanceUID = "1.2.3"
    copy.save_as(tmp_path / "copy.dcm")
    for unused in (range(202, 203), range(201, 203)):
        with pytest.raises(NumbersTaken):
            database.insert([tmp_path / "copy.dcm"], unused=unused)
    assert database.series_instance_uids() == (uid,)
    database.insert([tmp_path / "copy.dcm"], unused=range(203, 210))
    assert len(database.series_instance_uids()) == 2
