"""Series Numbers of what is written: beside the source, and a block of ten for each time that results are saved."""

from collections.abc import Collection, Iterable

_UNNUMBERED = 9000
_BLOCK = 10
"""A save writes at most nine series: 1 reduced CT ... 9 presentation state."""


def first_number(source_numbers: Iterable[str]) -> int:
    """What the numbers begin from: the source's Series Number x 100, which sorts beside it; 9000 if it has none."""
    numbers = set(source_numbers)
    text = numbers.pop() if len(numbers) == 1 else ""
    # Of eight digits and two more some are beyond the 2^31 - 1 of an Integer String.
    return int(text) * 100 if text.isdecimal() and len(text) < 8 else _UNNUMBERED


def series_number(first: int, save: int, offset: int) -> int:
    """The number of one series: `save` counts from 1, `offset` says which series of a save it is, from 1 to 9."""
    return first + _BLOCK * (save - 1) + offset


def numbers_of(first: int, save: int) -> range:
    """The numbers that a save may give."""
    return range(series_number(first, save, 1), series_number(first, save, _BLOCK))


def next_save(first: int, taken: Collection[int]) -> int:
    """The first save none of whose numbers is taken by another series of the study."""
    save = 1
    while any(number in numbers_of(first, save) for number in taken):
        save += 1
    return save
