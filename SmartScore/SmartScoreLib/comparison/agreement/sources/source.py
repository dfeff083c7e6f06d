"""A path becomes methods: what kind it is, is told by what lies there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from SmartScoreLib.comparison.agreement.model import Method
from SmartScoreLib.comparison.agreement.sources.cohort_marks import with_marks
from SmartScoreLib.comparison.agreement.sources.documents import is_score_json, read_document
from SmartScoreLib.comparison.agreement.sources.readings import Images, marks_method, saved_method
from SmartScoreLib.comparison.agreement.sources.tables import TABLES, read_table
from SmartScoreLib.database.sources import find_in
from SmartScoreLib.lesions.files.references import referenced_series
from SmartScoreLib.lesions.marks import AS_THE_FILE_SAYS, MarksOptions
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.saved.find import find_readings
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL
from SmartScoreLib.series.model import SeriesCandidate

COHORT_TABLE = "exams"
"""Of a cohort's folder this table is read, with the ending that is there."""


@dataclass(frozen=True)
class Source:
    """Where the exams of a method come from.

    Attributes:
        path: a table, a score JSON, a folder of these, saved readings, or marks.
        name: of the method; "" takes that of the file.
    """

    path: Path
    name: str = ""

    @property
    def method(self) -> str:
        """What the method is called."""
        return self.name or self.path.stem.removesuffix(".nii").removesuffix(".seg")


@dataclass(frozen=True)
class SourceOptions:
    """How sources are read.

    Attributes:
        images: files and folders with the images that files of marks lie on.
        protocols: rules to score marks by; several make several methods of each file.
        marks: how files of marks are read.
        renamed: our column to that of tables.
        progress: called as progress(done, total, what).
    """

    images: tuple[Path, ...] = ()
    protocols: tuple[ScoringProtocol, ...] = (DEFAULT_PROTOCOL,)
    marks: MarksOptions = AS_THE_FILE_SAYS
    renamed: Mapping[str, str] = field(default_factory=dict)
    progress: Progress = silent


def read_sources(sources: Sequence[Source], how: SourceOptions) -> tuple[Method, ...]:
    """The methods of all sources.

    Raises:
        InputRefused: a source cannot be read, or holds no exam.
    """
    images = Images()
    candidates: tuple[SeriesCandidate, ...] | None = None
    methods: list[Method] = []
    for source in sources:
        table = _table(source.path)
        read = None if table is not None else _without_images(source, how)
        if candidates is None and (how.images if table is not None else read is None):
            candidates = _candidates(source, how)
        if table is not None:
            method = read_table(table, source.method, how.renamed)
            methods.append(with_marks(method, table, candidates, how.marks, images) if candidates else method)
        else:
            methods += _marked(source, candidates or (), how, images) if read is None else read
    return tuple(methods)


def _table(path: Path) -> Path | None:
    """A table, or that of the exams in a cohort's folder; None for anything else."""
    if path.suffix.lower() in TABLES:
        return path
    tables = [path / f"{COHORT_TABLE}{ending}" for ending in reversed(TABLES)]
    return next((one for one in tables if one.is_file()), None)


def _without_images(source: Source, how: SourceOptions) -> list[Method] | None:
    """Methods of JSON and saved readings; None for files of marks."""
    path = source.path
    if path.is_dir():
        if documents := [one for one in sorted(path.glob("*.json")) if is_score_json(one)]:
            return [Method(source.method, str(path), tuple(map(read_document, documents)))]
    elif path.suffix.lower() == ".json" and is_score_json(path):
        return [Method(source.method, str(path), (read_document(path),))]
    if path.is_dir() and (saved := _saved(path, how)):
        return [saved_method(source.method, str(path), saved, how.progress)]
    return None


def _saved(path: Path, how: SourceOptions) -> tuple[SavedReading, ...]:
    """Readings that were saved in a folder; what they were made on may lie among the images."""
    found = find_readings([path], how.progress)
    if not found or not how.images:
        return found
    own = {one.version.sop_instance_uid for one in found}
    everything = find_readings([path, *how.images], how.progress)
    return tuple(one for one in everything if one.version.sop_instance_uid in own)


def _candidates(source: Source, how: SourceOptions) -> tuple[SeriesCandidate, ...]:
    if not how.images:
        code = "comparison.agreement_no_exam" if source.path.is_dir() else "comparison.agreement_marks_need_images"
        raise InputRefused(remark(code, file=str(source.path)))
    found = find_in(how.images, how.progress)
    scorable = tuple(one for one in found.candidates if one.scorable)
    if not scorable:
        raise InputRefused([*(why for one in found.candidates for why in one.refusals), *found.problems])
    return scorable


def _marked(source: Source, candidates: Sequence[SeriesCandidate], how: SourceOptions, images: Images) -> list[Method]:
    uid = referenced_series(source.path)
    chosen = [one for one in candidates if uid in ("", one.series_instance_uid)]
    if not chosen:
        raise InputRefused(remark("comparison.agreement_series_not_there", file=source.path.name, uid=uid))
    if len(chosen) > 1:
        raise InputRefused(remark("comparison.agreement_which_series", file=source.path.name, count=len(chosen)))
    several = len(how.protocols) > 1
    return [
        marks_method(
            f"{source.method}, {rules.name}" if several else source.method,
            source.path, chosen[0], rules, how.marks, images, source.method,
        )
        for rules in how.protocols
    ]  # fmt: skip
