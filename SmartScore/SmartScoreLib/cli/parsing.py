"""The parser of the command line: values may be negative, and help ends with examples."""

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any

_NEGATIVE = re.compile(r"-\.?\d")
_OPTION = re.compile(r"--\w[\w-]*")


class Parser(argparse.ArgumentParser):
    """An argument parser whose options take values such as -3.58,20,-140,5,200.

    Attributes:
        ending: makes the text after the options; called when help is asked for, as it may need to import much.
    """

    ending: Callable[[], str] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter} | options)

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def] # has overloads
        """As in argparse, which would take a negative value for an option of its own."""
        return super().parse_known_args(None if args is None else joined(args), namespace)

    def format_help(self) -> str:
        """As in argparse, with the ending."""
        if self.ending is not None:
            self.epilog = self.ending()
        return super().format_help()


def joined(words: Sequence[str]) -> list[str]:
    """`--option -1,2` as `--option=-1,2`, which can be read in one way only; what follows a lone `--` stays."""
    found: list[str] = []
    for number, word in enumerate(words):
        if word == "--":
            return [*found, *words[number:]]
        if found and _NEGATIVE.match(word) and _OPTION.fullmatch(found[-1]):
            found[-1] += f"={word}"
        else:
            found.append(word)
    return found


class _Formatter(argparse.HelpFormatter):
    """Wraps sentences, but keeps lines that are set in, which are commands to copy."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        blocks = [block.strip("\n") for block in text.split("\n\n")]
        return "\n\n".join(block if "\n  " in f"\n{block}" else fill(block, width, indent) for block in blocks)
