"""Completion by the shell, done by argcomplete where it is installed.

In bash, `eval "$(register-python-argcomplete smartscore)"` turns it on. A shell that completes starts the
command with a variable of its own set; any other start imports nothing of it.
"""

import argparse
import os
from typing import Any


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that completes, and end; return at once where none asked or argcomplete is not installed."""
    if "_ARGCOMPLETE" not in os.environ:
        return
    try:
        import argcomplete
    except ImportError:
        return
    argcomplete.autocomplete(parser)


def complete_protocols(**_: Any) -> list[str]:
    """The names that --protocol takes."""
    from SmartScoreLib.scoring.presets import PRESETS

    return list(PRESETS)
