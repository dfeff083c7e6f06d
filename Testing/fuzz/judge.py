"""What must hold of any corruption, and the look whether it does.

Nothing but a refusal is raised. Nothing runs for 10 seconds. No number is infinite or none. And no score changes in
silence; that is:

1. the score is that of the files it was made of: voxels, spacing and Agatston score by `arithmetic`, which shares
   no code with the library;
2. where fewer images than the exam has make the volume, a remark or a problem says so;
3. what a score does not depend on leaves it as it was: the same number, or a refusal;
4. marks lie where the marks of the file lie: of clicks, the calcium connected with each; of masks, voxels that
   SimpleITK reads as marked at that place, all of them unless a remark says otherwise.
"""

import csv
import io
import json
import math
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import SimpleITK
from numpy.typing import NDArray

from fuzz.arithmetic import agatston, grown, hounsfield, pixel_spacing, position
from fuzz.exam import SLICES, SPACING_MM, THRESHOLD_HU, Case, labels, volume
from SmartScoreLib.api.pages import report
from SmartScoreLib.cli.table import score_table
from SmartScoreLib.database.folder import create_database
from SmartScoreLib.exports.export import ExportChoices, export
from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.marks import read_marks
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.reading.results import score_csv, score_json
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import ExportFailed, InputRefused, SmartScoreError
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from SmartScoreLib.series.model import CTSeries, Findings

HANG_S = 10
EXACT = agatston(volume(), labels(), SPACING_MM)
"""The score of the exam as it is."""
_there: dict[Path, dict[str, bytes]] = {}
_found: dict[Path, Findings] = {}
PEOPLE = (Person(64, "female", "white"), Person(), Person(150, "male", "chinese"))


class WrongError(AssertionError):
    """What must not be."""


def judge(case: Case, folder: Path, *, pages: bool = False, saving: bool = False) -> str:
    """Do with the corruption what a user would do; "refused" or "scored".

    Raises:
        WrongError: a promise is broken.
        Exception: whatever the library let through.
    """
    images = _put(case.files, folder / "ct")
    marks = folder / case.marks[0]
    for name, raw in (case.marks, *case.beside):
        (folder / name).write_bytes(raw)
    try:
        with _in_time(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _scored(case, images, marks, folder, pages, saving)
    finally:
        for name, _ in (case.marks, *case.beside):
            (folder / name).unlink(missing_ok=True)


def _scored(case: Case, images: Path, marks: Path, folder: Path, pages: bool, saving: bool) -> str:
    findings = _findings(images)
    for one in (*findings.problems, *(remark for found in findings.candidates for remark in found.remarks)):
        _told(english(one))
    if not findings.candidates and not findings.problems:
        raise WrongError("nothing was found, and nothing is said of it")
    outcome = "refused"
    for candidate in findings.candidates:
        if not candidate.scorable:
            continue
        try:
            series = load_series(candidate)
            _hold_to_files(series, findings)
            lesions = read_marks(marks, series, THRESHOLD_HU)
        except InputRefused as refused:
            for reason in refused.reasons:
                _told(reason)
            continue
        reading = make_reading(series, lesions, DEFAULT_PROTOCOL, PEOPLE[len(case.what) % 3], "Reader", "Comment")
        _hold_to_arithmetic(reading, case)
        _hold_to_marks(series, lesions, marks)
        _finite(reading)
        if pages:
            _shown(reading, folder, in_print=bool(len(case.what) % 2))
        if saving:
            _saved(reading, folder)
        outcome = "scored"
    return outcome


def _put(files: dict[str, bytes], images: Path) -> Path:
    """The images in a folder; where they are those of the case before, nothing is written."""
    if images.is_dir() and _there.get(images) == files:
        return images
    _there.clear()
    _found.clear()
    images.mkdir(exist_ok=True)
    for file in images.iterdir():
        file.unlink()
    for name, raw in files.items():
        (images / name).write_bytes(raw)
    _there[images] = files
    return images


def _findings(images: Path) -> Findings:
    """What is found in the folder; corrupted marks need it only once."""
    if images not in _found:
        _found[images] = find_series([images])
    return _found[images]


def _told(text: str) -> None:
    if "\n" in text or not text.isprintable() or not 0 < len(text) < 5_000:
        raise WrongError(f"not one printable line: {text[:300]!r}")


def _hold_to_files(series: CTSeries, findings: Findings) -> None:
    expected = hounsfield(series.files)
    if expected.shape != series.hu.shape or not (expected.astype(series.hu.dtype) == series.hu).all():
        raise WrongError("other Hounsfield units than the files hold")
    spacing = series.geometry.spacing_mm
    for number, file in enumerate(series.files):
        if not np.allclose(pixel_spacing(file), spacing[1:], rtol=1e-3):
            raise WrongError(f"pixel spacing {spacing[1:]} for {pixel_spacing(file)}")
        if np.linalg.norm(series.geometry.lps_mm([number, 0, 0]) - position(file)) > 0.1 * spacing[0]:
            raise WrongError(f"slice {number} is not where its file says")
    between = np.linalg.norm(position(series.files[-1]) - position(series.files[0])) / (len(series.files) - 1)
    if not math.isclose(between, spacing[0], rel_tol=1e-3):
        raise WrongError(f"slice spacing {spacing[0]} for {between}")
    said = {one.code for one in (*series.remarks, *findings.problems)}
    others = [one for one in findings.candidates if one.files != series.files]
    if len(series.files) < SLICES and not said and not others:
        raise WrongError("an incomplete volume without a word")


def _hold_to_arithmetic(reading: Reading, case: Case) -> None:
    total, lesions = reading.sheet.total.agatston, reading.lesions
    marked = np.where(np.isin(lesions.labels, _counting()), lesions.labels, 0)
    # Rules for a component that two territories share are other rules than those of `arithmetic`.
    shared = any("border" in one.code or "shared" in one.code for one in (*reading.sheet.remarks, *lesions.remarks))
    expected = agatston(reading.series.hu, _whole(marked, lesions), reading.series.geometry.spacing_mm)
    if not shared and not math.isclose(total, expected, rel_tol=1e-6, abs_tol=1e-6):
        raise WrongError(f"scored {total}, by arithmetic {expected}")
    if case.harmless and len(reading.series.files) == SLICES and not math.isclose(total, EXACT, rel_tol=1e-6):
        raise WrongError(f"scored {total} for {EXACT}, though nothing was changed that matters")


def _counting() -> list[int]:
    from SmartScoreLib.lesions.territories import TERRITORIES

    return [one.label for one in TERRITORIES if one.counts]


def _whole(marked: NDArray[Any], lesions: LesionMap) -> NDArray[Any]:
    """The marks on the grid of the series."""
    whole = np.zeros(lesions.geometry.shape, marked.dtype)
    whole[lesions.box] = marked
    return whole


def _hold_to_marks(series: CTSeries, lesions: LesionMap, marks: Path) -> None:
    mine = (_whole(lesions.labels, lesions) > 0) & (series.hu >= THRESHOLD_HU)
    theirs = _clicked(series, marks) if marks.suffix == ".json" else _masked(series, marks)
    if theirs is None:
        return
    if (mine & ~theirs).any():
        raise WrongError(f"{np.count_nonzero(mine & ~theirs)} voxels are marked that the file does not mark")
    if not lesions.remarks and (theirs & ~mine).any():
        raise WrongError(f"{np.count_nonzero(theirs & ~mine)} marked voxels are lost in silence")


def _clicked(series: CTSeries, marks: Path) -> NDArray[np.bool_] | None:
    """The calcium of every click; None where a click is not on calcium, and may be moved."""
    found = np.zeros(series.hu.shape, bool)
    for seed in json.loads(marks.read_bytes().decode("utf-8-sig"))["seeds"]:
        if seed.get("in_slice"):
            return None
        if "ijk" in seed:
            at = tuple(math.floor(float(value) + 0.5) for value in seed["ijk"][::-1])
        else:
            at = tuple(math.floor(value + 0.5) for value in series.geometry.index(seed["lps_mm"]))
        if series.hu[at] < THRESHOLD_HU:
            return None
        found |= grown(series.hu, at)  # type: ignore[arg-type]
    return found


def _masked(series: CTSeries, marks: Path) -> NDArray[np.bool_] | None:
    """Voxels that SimpleITK sees marked at the same place, by the nearest voxel; None if the grid is another one."""
    try:
        image = SimpleITK.ReadImage(str(marks))
    except RuntimeError:
        return None
    if image.GetDimension() != 3 or image.GetNumberOfComponentsPerPixel() != 1:
        return None
    shape = series.geometry.shape
    places = [series.geometry.lps_mm(corner) for corner in np.ndindex(2, 2, 2)]
    indices = [image.TransformPhysicalPointToContinuousIndex(place.tolist())[::-1] for place in places]
    if image.GetSize()[::-1] != shape or not np.allclose(indices, list(np.ndindex(2, 2, 2)), atol=1e-3):
        return None
    return np.asarray(np.rint(SimpleITK.GetArrayFromImage(image)) > 0) & (series.hu >= THRESHOLD_HU)


def _finite(reading: Reading) -> None:
    document = score_json(reading)
    json.dumps(document, allow_nan=False)
    for row in csv.DictReader(io.StringIO(score_csv(reading))):
        if not all(math.isfinite(float(row[key] or 0)) for key in ("agatston", "volume_mm3", "mass_mg", "lesions")):
            raise WrongError(f"a number that is none in {row}")
    (total,) = (line for line in score_table(reading).splitlines() if line.startswith("Coronary total"))
    if not all(word == "n/a" or math.isfinite(float(word)) for word in total.split()[2:]):
        raise WrongError(f"a number that is none in {total!r}")
    if not math.isfinite(reading.sheet.total.agatston) or not math.isfinite(reading.sheet.total.volume_mm3):
        raise WrongError("a score that is no number")


def _shown(reading: Reading, folder: Path, *, in_print: bool) -> None:
    """The pages of what was read. Marks that score nothing, by arithmetic too, are no reading: they are refused."""
    try:
        report(reading, png=folder / "pages", pdf=folder / "pages.pdf" if in_print else None)
    except InputRefused as refused:
        if reading.sheet.total.agatston:
            raise WrongError(f"scored, yet no pages: {refused}") from refused
        for reason in refused.reasons:
            _told(reason)


def _saved(reading: Reading, folder: Path) -> None:
    try:
        export(
            reading,
            create_database(folder / "database"),
            ExportChoices(physician=True, patient=True, reduced="auto", screens=True),
        )
    except ExportFailed as failed:
        raise WrongError(f"scored, yet not saved: {failed}") from failed
    except SmartScoreError as refused:
        for reason in refused.reasons:
            _told(reason)


@contextmanager
def _in_time() -> Iterator[None]:
    """Stop what computes for `HANG_S` seconds; time of the processor, as others may use the machine too."""

    def stop(*_: object) -> None:
        raise WrongError(f"computed for more than {HANG_S} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, HANG_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
