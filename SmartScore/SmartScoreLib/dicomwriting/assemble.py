"""Data sets from rules: what every attribute of a new image gets, row by row."""

from collections.abc import Sequence

from pydicom.datadict import dictionary_description, dictionary_VR
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from SmartScoreLib.conformance.rule import Verdict, decide, settle
from SmartScoreLib.conformance.table import Row
from SmartScoreLib.dicomwriting.character_sets import character_set
from SmartScoreLib.dicomwriting.generated import NewImage, generate
from SmartScoreLib.dicomwriting.source import SourceImage, first_acquired, lenient
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.character_set import UTF_8

_CHARACTER_SET = Tag(0x0008, 0x0005)


class Assembler:
    """Builds the images of one new series.

    Args:
        rows: the rules (`conformance.table.rules`).
        sources: headers of all source images of the new series; values that the series has in common come from them.

    Attributes:
        remarks: what was left out so far, and why.
    """

    def __init__(self, rows: Sequence[Row], sources: Sequence[SourceImage]) -> None:
        own = {row for row in rows if row.on_save == "Copied" and row.if_differs == "each"}
        self._own = [row for row in rows if row in own]
        self.remarks: list[Remark] = []
        self._told: set[str] = set()
        first = first_acquired(sources)
        self._common: list[tuple[Row, DataElement | Verdict]] = []
        with lenient():
            for row in rows:
                if row in own:
                    continue
                values = [source.element(row) for source in sources] if row.on_save == "Copied" else [None]
                self._report(row, sources)
                verdict = decide(row, values, first)[0]
                if verdict is not Verdict.ABSENT:
                    self._common.append((row, verdict))
        self._report_texts(sources)

    def dataset(self, image: NewImage) -> Dataset:
        """The data set of one image.

        Raises:
            ExportFailed: a required attribute is missing, not valid, or must not differ and does.
        """
        with lenient():
            decided = list(self._common)
            for row in self._own:
                decided.append((row, decide(row, [image.sources[0].element(row)])[0]))
                self._report(row, image.sources)
            self._report_texts(image.sources)
            return self._built(decided, image)

    def _built(self, decided: Sequence[tuple[Row, DataElement | Verdict]], image: NewImage) -> Dataset:
        dataset = Dataset()
        modules = {row.module for row, value in decided if self._place(dataset, row, value, image)}
        conditional = [row for row, value in decided if value is Verdict.CONDITIONAL]
        written = {element.keyword for element in dataset} if conditional else set()
        for row in conditional:
            self._place(dataset, row, settle(row, written, modules), image)
        declare_character_set(dataset, image.sources)
        return dataset

    def _place(self, dataset: Dataset, row: Row, value: DataElement | Verdict, image: NewImage) -> bool:
        if isinstance(value, DataElement):
            dataset[value.tag] = value
            return True
        if value in (Verdict.REFUSED_MISSING, Verdict.REFUSED_DIFFERENT):
            raise ExportFailed(_refusal(row, value, image.sources))
        made: object = None
        if value is Verdict.VALUE:
            made = row.value
        elif value is Verdict.GENERATED:
            made = generate(row.keyword, image)
        if made is None and value is not Verdict.EMPTY:
            return False
        _add(dataset, row, made)
        return True

    def _report_texts(self, sources: Sequence[SourceImage]) -> None:
        """Say once of each sort that texts are not of the character set that a source declares."""
        for source in sources:
            for said in source.texts.remarks(str(source.path)):
                if said.code not in self._told:
                    self._told.add(said.code)
                    self.remarks.append(said)

    def _report(self, row: Row, sources: Sequence[SourceImage]) -> None:
        """Say once that a value of the source is not valid and left out; refuse if it tells what belongs together."""
        if row.keyword in self._told or row.number == _CHARACTER_SET:  # it is declared as the texts need it
            return
        for source in sources:
            if reason := source.faults.get(row.keyword):
                if row.if_differs == "refuse":  # patient, study, frame of reference: to be right or not at all
                    raise ExportFailed(_invalid("invalid", row, source, reason))
                if row.if_missing != "refuse":
                    self._told.add(row.keyword)
                    self.remarks.append(_invalid("left_out", row, source, reason))
                return


def declare_character_set(dataset: Dataset, sources: Sequence[SourceImage]) -> None:
    """Write Specific Character Set, as the text of the data set and its source images need it."""
    declared = [source.texts.sets for source in sources]
    sets = character_set(dataset, declared[0] if all(d == declared[0] for d in declared) else [UTF_8])
    # a new element: the one that is there may be the source's own
    dataset.pop(_CHARACTER_SET, None)
    if sets:
        dataset[_CHARACTER_SET] = DataElement(_CHARACTER_SET, "CS", sets if len(sets) > 1 else sets[0])


def _add(dataset: Dataset, row: Row, value: object) -> None:
    assert row.number is not None  # only copied rows lack one
    tag = Tag(row.number)
    vr = "OB" if row.keyword == "PixelData" and dataset.get("BitsAllocated", 8) == 8 else dictionary_VR(tag)
    dataset[tag] = DataElement(tag, "OW" if vr == "OB or OW" else vr, value)


def _named(row: Row) -> str:
    return f"{row.keyword if row.number is None else dictionary_description(row.number)} ({row.tag})"


def _invalid(key: str, row: Row, source: SourceImage, fault: Remark) -> Remark:
    return remark(f"dicomwriting.{key}", attribute=_named(row), file=str(source.path), fault=fault)


def _refusal(row: Row, verdict: Verdict, sources: Sequence[SourceImage]) -> Remark:
    if verdict is Verdict.REFUSED_DIFFERENT:
        return remark("dicomwriting.different", attribute=_named(row), folder=str(sources[0].path.parent))
    missing = next((source for source in sources if source.element(row) is None), sources[0])
    if fault := missing.faults.get(row.keyword):
        return _invalid("invalid", row, missing, fault)
    return remark("dicomwriting.missing", file=str(missing.path), attribute=_named(row))
