"""The one rule of Copied, Generated, Removed and Unsupported.

Statement, section 1.9: a Copied value is duplicated if it is the same on all source images; if it is not, the
attribute is absent where its value is ignored at load, and possibly regenerated where it is used. The rows say which
(`if_missing`, `if_differs`, see `table`); this module turns a row and the values of the source images into a verdict.
"""

import operator
from collections.abc import Callable, Collection, Sequence
from enum import Enum
from typing import TypeVar

from SmartScoreLib.conformance.table import Row

T = TypeVar("T")


class Verdict(Enum):
    """What an image gets in place of a copied value."""

    ABSENT = "absent"
    EMPTY = "zero length"
    VALUE = "the value of the row"
    GENERATED = "a new value"
    CONDITIONAL = "zero length or absent, as other attributes decide"
    REFUSED_MISSING = "nothing: the attribute is required and the source has no valid value"
    REFUSED_DIFFERENT = "nothing: the attribute must not differ between images"


_WORDS = {
    "absent": Verdict.ABSENT,
    "with sequence": Verdict.ABSENT,
    "as needed": Verdict.ABSENT,
    "empty": Verdict.EMPTY,
    "value": Verdict.VALUE,
}


def decide(
    row: Row, values: Sequence[T | None], first_acquired: int = 0, same: Callable[[T, T], bool] = operator.eq
) -> list[T | Verdict]:
    """What each image gets.

    Args:
        row: the rule.
        values: one for each source image; None where it lacks the attribute or its value is not valid.
        first_acquired: index of the image that was acquired first.
        same: whether two values mean the same. Images that lack a value agree with those that have one.

    Returns:
        One entry for each source image: its value, or a verdict.
    """
    if row.on_save == "Generated":
        return [Verdict.GENERATED] * len(values)
    if row.on_save != "Copied":
        return [Verdict.ABSENT] * len(values)
    if row.if_differs == "value":  # only one value is right
        return [Verdict.VALUE] * len(values)
    if row.if_differs == "each":
        return [_missing(row) if value is None else value for value in values]
    given = [value for value in values if value is not None]
    if not given:
        return [_missing(row)] * len(values)
    if not differ(given, same):
        return [given[0]] * len(values)
    return [_different(row, values, first_acquired)] * len(values)


def differ(values: Sequence[T | None], same: Callable[[T, T], bool] = operator.eq) -> bool:
    """Whether the images that have a value contradict each other."""
    given = [value for value in values if value is not None]
    return any(value is not given[0] and not same(given[0], value) for value in given[1:])


def settle(row: Row, written: Collection[str], modules: Collection[str]) -> Verdict:
    """Decide a CONDITIONAL verdict.

    Args:
        row: the rule.
        written: keywords of the attributes that are written to the image.
        modules: modules of which at least one attribute is written.
    """
    word, condition = row.if_missing.removeprefix("empty ").split(" ", 1)
    empty = condition in modules if word == "with" else condition not in written
    return Verdict.EMPTY if empty else Verdict.ABSENT


def _missing(row: Row) -> Verdict:
    if row.if_missing == "refuse":
        return Verdict.REFUSED_MISSING
    return _WORDS.get(row.if_missing, Verdict.CONDITIONAL)


def _different(row: Row, values: Sequence[T | None], first_acquired: int) -> T | Verdict:
    if row.if_differs == "refuse":
        return Verdict.REFUSED_DIFFERENT
    if row.if_differs == "earliest":
        value = values[first_acquired]
        return next(one for one in values if one is not None) if value is None else value
    return _WORDS.get(row.if_differs, Verdict.CONDITIONAL)
