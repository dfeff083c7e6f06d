"""`smartscore`: one command, one file a subcommand.

Exit status: 0 done, 2 wrong usage, 3 input refused (one reason a line on standard error), 1 anything else.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from SmartScoreLib.cli import check, demo, export, readings, report, score
from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage

DONE, FAILED, USAGE, REFUSED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status; argparse itself exits with 2 on wrong usage."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except SmartScoreError as error:
        if arguments.debug:
            raise
        for reason in error.reasons:
            print(f"smartscore: {reason}", file=sys.stderr)
        return REFUSED if isinstance(error, InputRefused) else USAGE if isinstance(error, WrongUsage) else FAILED
    except KeyboardInterrupt:
        if arguments.debug:
            raise
        print("smartscore: stopped; nothing was changed", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output went away (`| head`); Python must not fail again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        if arguments.debug:
            raise
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        print(f"smartscore: unexpected failure, {what} (--debug shows where)", file=sys.stderr)
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="smartscore",
        description=f"{identity().description} Research use, not a medical device.",
    )
    parser.add_argument("--version", action="version", version=f"{identity().name} {identity().version}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (check, score, report, export, readings, demo):
        command.add_parser(commands)
    for chosen in commands.choices.values():
        chosen.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    return parser
