"""Splitting a series that holds several volumes, by the attribute in which they differ.

Two images at the same position belong to two volumes: to two cardiac phases, or to two reconstructions. Two volumes may
also be interleaved, the slices of one halfway between those of the other; unsplit they would pass for one volume with
thinner slices. But acquisitions that only meet at one position are parts of one volume, whose end was scanned twice.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from SmartScoreLib.series.headers.attributes import decoded, number_or_none, text
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.phase import nominal_phase, trigger_time
from SmartScoreLib.series.headers.plane import Plane
from SmartScoreLib.series.stacks.stack import SAME_PLACE_MM, evenly_spaced, positions_along_normal


@dataclass(frozen=True)
class Difference:
    """An attribute in which two volumes of one series may differ.

    Attributes:
        words: its value in an image, as words for the label; "" if the image lacks it.
        separates_interleaved: whether it also splits interleaved volumes, where no two images share a position.
            Not so for attributes that may vary within one volume, as the time of each image.
        jittering: name, number and unit of a value that may jitter from beat to beat within one volume.
    """

    words: Callable[[Image], str]
    separates_interleaved: bool
    jittering: tuple[str, Callable[[Image], float | None], str] | None = None


def _number(keyword: str, form: str) -> Callable[[Image], str]:
    def words(image: Image) -> str:
        value = number_or_none(image.dataset, keyword)
        return "" if value is None else form.format(f"{value:g}")

    return words


def _text(keyword: str, form: str) -> Callable[[Image], str]:
    def words(image: Image) -> str:
        value = decoded(image.dataset, keyword)
        return form.format(value) if value else ""

    return words


def _prefixed(prefix: str, value: str) -> str:
    return f"{prefix} {value}" if value else ""


def _leading_number(words: str) -> float | None:
    try:
        return float(words.partition(" ")[0])
    except ValueError:
        return None


# In the order in which a user would name them.
DIFFERENCES: tuple[Difference, ...] = (
    Difference(
        lambda image: _prefixed("phase", nominal_phase(image.dataset)),
        True,
        ("phase", lambda image: _leading_number(nominal_phase(image.dataset)), "%"),
    ),
    Difference(
        lambda image: _prefixed("trigger time", trigger_time(image.dataset)),
        True,
        ("trigger time", lambda image: _leading_number(trigger_time(image.dataset)), "ms"),
    ),
    Difference(_number("TemporalPositionIdentifier", "temporal position {}"), True),
    Difference(_number("TemporalPositionIndex", "temporal position {}"), True),
    Difference(_number("KVP", "{} kVp"), True),
    Difference(_number("SliceThickness", "thickness {} mm"), True),
    Difference(_number("AcquisitionNumber", "acquisition {}"), True),
    Difference(_number("SeriesNumber", "series number {}"), True),
    Difference(_text("SeriesDescription", '"{}"'), True),
    Difference(_text("FilterType", "filter {}"), False),
    Difference(lambda image: _prefixed("image type", text(image.dataset, "ImageType")), False),
    Difference(_text("ImageComments", 'comment "{}"'), False),
    Difference(_text("AcquisitionTime", "acquired at {}"), False),
)


@dataclass(frozen=True)
class Part:
    """Images that belong together, by index, with the words that tell them from the other parts.

    `repeated` are images left out because another one lies at their position.
    """

    indices: tuple[int, ...]
    words: tuple[str, ...]
    repeated: tuple[int, ...] = ()


def split(images: Sequence[Image], planes: Sequence[Plane]) -> list[Part]:
    """The volumes of images with one orientation.

    If no attribute separates images that share a position, there is one part, and it holds them all.
    """
    every = tuple(range(len(images)))
    return _split(images, planes, every, (), DIFFERENCES) or [Part(every, ())]


def _split(
    images: Sequence[Image],
    planes: Sequence[Plane],
    indices: tuple[int, ...],
    words: tuple[str, ...],
    differences: tuple[Difference, ...],
) -> list[Part] | None:
    """Parts in which no two images share a position, or None if there is no way to get them."""
    at_once = _most_at_one_place(planes, indices)
    for rank, difference in enumerate(differences):
        if at_once == 1 and not difference.separates_interleaved:
            continue
        by_words: dict[str, list[int]] = {}
        for index in indices:
            by_words.setdefault(difference.words(images[index]), []).append(index)
        if len(by_words) < 2 or "" in by_words:
            continue
        if at_once > 1 and difference.jittering and len(by_words) > at_once:
            by_words = _clusters(images, planes, indices, difference.jittering, at_once) or by_words
        repeated = _met(planes, list(by_words.values())) if at_once == 2 else ()
        if repeated:
            return [Part(tuple(i for i in indices if i not in repeated), words, repeated)]
        if at_once == 1:
            if not _interleaved(planes, by_words.values()):
                continue
        elif any(_most_at_one_place(planes, part) >= at_once for part in by_words.values()):
            continue
        elif len(by_words) > at_once and not all(_even(planes, part) for part in by_words.values()):
            continue  # a value that differs from image to image, as times do
        parts: list[Part] = []
        for value, members in by_words.items():
            found = _split(images, planes, tuple(members), (*words, value), differences[rank + 1 :])
            if found is None:
                break
            parts += found
        else:
            return parts
    return [Part(indices, words)] if at_once == 1 else None


def _clusters(
    images: Sequence[Image],
    planes: Sequence[Plane],
    indices: Sequence[int],
    jittering: tuple[str, Callable[[Image], float | None], str],
    count: int,
) -> dict[str, list[int]] | None:
    """Images by `count` values that jitter: parted at the widest gaps, if each part then is a whole volume."""
    name, number, unit = jittering
    valued = [(value, i) for i in indices if (value := number(images[i])) is not None]
    if len(valued) < len(indices):
        return None
    valued.sort()
    values = np.array([value for value, _ in valued])
    gaps = np.diff(values)
    cuts = np.sort(np.argsort(gaps, kind="stable")[-(count - 1) :]) + 1
    parts = np.split(np.arange(len(valued)), cuts)
    widest = max(float(np.ptp(values[part])) for part in parts)
    members = {f"{name} about {np.mean(values[part]):.3g} {unit}": [valued[j][1] for j in part] for part in parts}
    if len(members) < count or gaps[cuts - 1].min() <= widest or len({len(part) for part in parts}) > 1:
        return None
    return members if all(_most_at_one_place(planes, part) == 1 for part in members.values()) else None


def _met(planes: Sequence[Plane], parts: Sequence[list[int]]) -> tuple[int, ...]:
    """The images of each part that lie where another part ends, if all parts together make one even stack.

    Parts that share half of their positions or more are volumes of their own.
    """
    if any(len(part) < 2 or _most_at_one_place(planes, part) > 1 for part in parts):
        return ()
    along = positions_along_normal(planes)
    ordered = sorted((sorted(part, key=lambda i: float(along[i])) for part in parts), key=lambda part: along[part[0]])
    repeated: list[int] = []
    for lower, upper in pairwise(ordered):
        shared = [i for i in upper if along[i] <= along[lower[-1]] + SAME_PLACE_MM]
        if 2 * len(shared) >= min(len(lower), len(upper)) and len(shared) > 1:
            return ()
        repeated += shared
    left = [i for part in parts for i in part if i not in repeated]
    return tuple(repeated) if _even(planes, left) else ()


def _most_at_one_place(planes: Sequence[Plane], indices: Sequence[int]) -> int:
    along = np.sort(positions_along_normal([planes[i] for i in indices]))
    places = np.concatenate([[0], np.cumsum(np.diff(along) > SAME_PLACE_MM)])
    return max(Counter(places.tolist()).values())


def _interleaved(planes: Sequence[Plane], parts: Iterable[list[int]]) -> bool:
    """Whether each part is an evenly spaced stack and two of them overlap along the normal.

    Blocks of a step-and-shoot scan follow one another and do not overlap: they are one volume.
    """
    members = list(parts)
    if not all(len(part) > 2 and _even(planes, part) for part in members):
        return False
    along = [positions_along_normal([planes[i] for i in part]) for part in members]
    ranges = sorted((float(positions.min()), float(positions.max())) for positions in along)
    return any(later[0] < earlier[1] for earlier, later in pairwise(ranges))


def _even(planes: Sequence[Plane], indices: Sequence[int]) -> bool:
    return evenly_spaced(np.sort(positions_along_normal([planes[i] for i in indices])))
