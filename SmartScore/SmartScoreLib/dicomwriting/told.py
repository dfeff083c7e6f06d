"""What is said about values of the source that are not written as they are: once each, with the number of images."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from SmartScoreLib.dicomwriting.repairs.elements import Change
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark


@dataclass
class Told:
    """The changes of one new series so far."""

    _changes: dict[tuple[str, str], tuple[Change, set[Path]]] = field(default_factory=dict)
    _others: dict[Remark, None] = field(default_factory=dict)

    def change(self, change: Change, file: Path) -> None:
        """A value of a source image is changed."""
        key = (change.code, change.attribute)
        self._changes.setdefault(key, (change, set()))[1].add(file)

    def say(self, one: Remark) -> None:
        """Something about the series as a whole."""
        self._others[one] = None

    def says(self, code: str) -> bool:
        """Whether something with a code was said about the series as a whole."""
        return any(one.code == code for one in self._others)

    def remarks(self) -> tuple[Remark, ...]:
        """Everything, each once."""
        return (*(_of(change, len(files)) for change, files in self._changes.values()), *self._others)


def _of(change: Change, images: int) -> Remark:
    attribute, code = change.attribute, f"dicomwriting.{change.code}"
    if change.code == "repaired":
        return remark(code, attribute=attribute, before=change.before, after=change.after, images=images)
    if change.code == "defaulted":
        return remark(code, attribute=attribute, after=change.after, images=images)
    return remark(code, attribute=attribute, fault=change.fault, images=images)


def merged(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    """Remarks of several series of one source, each once: with the larger number of images where the series differ.

    A file stands for its series: where series begin with different ones, the first is named.
    """
    found: dict[object, Remark] = {}
    for one in remarks:
        key = (one.code, tuple(item for item in one.items if item[0] not in ("images", "file")))
        known = found.get(key)
        if known is None or _images(one) > _images(known):
            found[key] = one
    return tuple(found.values())


def _images(one: Remark) -> int:
    images = one.values.get("images", 0)
    return images if isinstance(images, int) else 0
