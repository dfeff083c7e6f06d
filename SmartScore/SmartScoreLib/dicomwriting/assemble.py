"""Data sets from rules: what every attribute of a new image gets, row by row."""

from collections.abc import Sequence

from pydicom.datadict import dictionary_description, dictionary_VR
from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from SmartScoreLib.conformance.rule import Verdict, decide, differ, settle
from SmartScoreLib.conformance.table import Row
from SmartScoreLib.dicomwriting.generated import NewImage, generate, is_named
from SmartScoreLib.dicomwriting.repairs.character_sets import character_set
from SmartScoreLib.dicomwriting.repairs.elements import Change, shown
from SmartScoreLib.dicomwriting.repairs.meaning import same
from SmartScoreLib.dicomwriting.repairs.pairs import completed, parted
from SmartScoreLib.dicomwriting.source import SourceImage, first_acquired, lenient
from SmartScoreLib.dicomwriting.told import Told
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.character_set import UTF_8, valid_sets
from SmartScoreLib.series.headers.place import known_place

_CHARACTER_SET = Tag(0x0008, 0x0005)
_REFERENCES = ("SourceImageSequence", "SourceInstanceSequence")
"""Attributes that name the source images."""


class Assembler:
    """Builds the images of one new series.

    Args:
        rows: the rules (`conformance.table.rules`).
        sources: headers of all source images of the new series; values that the series has in common come from them.
    """

    def __init__(self, rows: Sequence[Row], sources: Sequence[SourceImage]) -> None:
        own = {row for row in rows if row.on_save == "Copied" and row.if_differs == "each"}
        self._own = [row for row in rows if row in own]
        self._sources = sources
        self._told = Told()
        if any(row.keyword in _REFERENCES and row.on_save == "Generated" for row in rows):
            unnamed = sum(not is_named(source) for source in sources)
            if unnamed:
                self._told.say(remark("dicomwriting.unnamed_source", images=unnamed))
        first = first_acquired(sources)
        self._common: list[tuple[Row, DataElement | Verdict]] = []
        with lenient():
            for row in rows:
                if row in own:
                    continue
                values = [source.element(row) if row.on_save == "Copied" else None for source in sources]
                if row.on_save == "Copied":
                    self._report(row, sources)
                # Most images share one element, which need not be compared with itself.
                single = {id(value): value for value in values}
                given = list(single.values())
                verdict = decide(row, given, list(single).index(id(values[first])), same)[0]
                if differ(given, same):
                    self._report_difference(row, verdict)
                if verdict is not Verdict.ABSENT:
                    self._common.append((row, verdict))
        self._report_texts(sources)

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What was repaired or left out so far, and why."""
        return self._told.remarks()

    def dataset(self, image: NewImage) -> Dataset:
        """The data set of one image.

        Raises:
            InputRefused: required attributes are missing or not valid, or must not differ and do; every reason.
        """
        with lenient():
            _refuse(self._common, self._sources)
            decided = list(self._common)
            source = image.sources[0]
            for row in self._own:
                if row.creators:
                    decided += [(row, element) for element in source.private_elements(row)]
                elif row.keyword != "PixelData":
                    decided.append((row, decide(row, [source.element(row)])[0]))
                    self._report(row, image.sources)
            self._report_texts(image.sources)
            _refuse(decided, image.sources)
            # Its bytes can be told only by a header that is whole.
            pixels = [(row, decide(row, [source.element(row)])[0]) for row in self._own if row.keyword == "PixelData"]
            _refuse(pixels, image.sources)
            return self._built([*decided, *pixels], image)

    def _built(self, decided: Sequence[tuple[Row, DataElement | Verdict]], image: NewImage) -> Dataset:
        dataset = Dataset()
        modules = {row.module for row, value in decided if self._place(dataset, row, value, image)}
        conditional = [row for row, value in decided if value is Verdict.CONDITIONAL]
        written = {element.keyword for element in dataset if not element.tag.is_private} if conditional else set()
        for row in conditional:
            # A type 2 attribute that the source has with zero length says that the value is not known.
            known = row.type == "2" and image.sources[0].has(row)
            self._place(dataset, row, Verdict.EMPTY if known else settle(row, written, modules), image)
        for keyword, other in parted(dataset):
            fault = remark("dicomwriting.fault_pair", other=_title(other))
            for source in image.sources:
                self._told.change(Change("left_out", _title(keyword), "", "", fault), source.path)
        for keyword, added in completed(dataset):
            for source in image.sources:
                self._told.change(_default(_title(keyword), added), source.path)
        declare_character_set(dataset, image.sources)
        return dataset

    def _place(self, dataset: Dataset, row: Row, value: DataElement | Verdict, image: NewImage) -> bool:
        if isinstance(value, DataElement):
            dataset[value.tag] = value
            return True
        made: object = None
        if value is Verdict.VALUE:
            made = row.value
            if row.if_differs != "value":
                for source in image.sources:
                    self._told.change(_default(_named(row), row.value), source.path)
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
                if not self._told.says(said.code):
                    self._told.say(said)

    def _report(self, row: Row, sources: Sequence[SourceImage]) -> None:
        """Remember what was done to the values of a row, unless something else is written in their place anyway."""
        if row.if_differs == "value" or row.number == _CHARACTER_SET:
            return
        for source in [source for source in sources if row.keyword in source.changes]:
            for change in source.changes[row.keyword]:
                if change.code != "left_out" or row.if_missing != "value":
                    self._told.change(change, source.path)

    def _report_difference(self, row: Row, verdict: DataElement | Verdict) -> None:
        # Acquisition Date and the like belong to each image.
        if row.if_differs in ("value", "refuse") or row.number == _CHARACTER_SET or row.module == "General Image":
            return
        if isinstance(verdict, DataElement):
            self._told.say(remark("dicomwriting.differs_first", attribute=_named(row), after=shown(verdict)))
        else:
            self._told.say(remark("dicomwriting.differs", attribute=_named(row)))


def declare_character_set(dataset: Dataset, sources: Sequence[SourceImage]) -> None:
    """Write Specific Character Set, as the text of the data set and its source images need it."""
    declared = {valid_sets(one) for one in {source.texts.declared for source in sources}}
    sets = character_set(dataset, declared.pop() if len(declared) == 1 else [UTF_8])
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


def _title(keyword: str) -> str:
    tag = Tag(keyword)
    return f"{dictionary_description(tag)} ({tag.group:04X},{tag.element:04X})"


def _default(attribute: str, value: str) -> Change:
    return Change("defaulted", attribute, "", value, remark("dicomwriting.fault_missing"))


def _refuse(decided: Sequence[tuple[Row, DataElement | Verdict]], sources: Sequence[SourceImage]) -> None:
    refused = [
        _refusal(row, value, sources)
        for row, value in decided
        if value is Verdict.REFUSED_MISSING or value is Verdict.REFUSED_DIFFERENT
    ]
    if refused:
        raise InputRefused(refused)


def _refusal(row: Row, verdict: DataElement | Verdict, sources: Sequence[SourceImage]) -> Remark:
    if verdict is Verdict.REFUSED_DIFFERENT:
        return remark("dicomwriting.different", attribute=_named(row), folder=str(known_place(sources[0].path.parent)))
    missing = next((source for source in sources if source.element(row) is None), sources[0])
    if changes := missing.changes.get(row.keyword):
        return remark(
            "dicomwriting.invalid", attribute=_named(row), file=str(known_place(missing.path)), fault=changes[0].fault
        )
    return remark("dicomwriting.missing", file=str(known_place(missing.path)), attribute=_named(row))
