# PYTHON_ARGCOMPLETE_OK
"""`smartscore`: one command, one file a subcommand.

Exit status: 0 done, 2 wrong usage, 3 input refused (one reason a line on standard error), 1 anything else.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from SmartScoreLib.cli import check, demo, export, readings, report, score
from SmartScoreLib.cli.comparing import compare
from SmartScoreLib.cli.completion import complete
from SmartScoreLib.cli.followup import command as followup
from SmartScoreLib.cli.many import cohort
from SmartScoreLib.cli.parsing import Parser
from SmartScoreLib.cli.phantom import guide as chest_guide
from SmartScoreLib.cli.phantom import qa as phantom_qa
from SmartScoreLib.cli.terminal.encoding import speak_any_encoding
from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage
from SmartScoreLib.remarks.model import Remark

DONE, FAILED, USAGE, REFUSED = 0, 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status; argparse itself exits with 2 on wrong usage."""
    speak_any_encoding()
    parser = command_line()
    complete(parser)
    arguments = parser.parse_args(sys.argv[1:] if argv is None else argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
        return status
    except SmartScoreError as error:
        if arguments.debug:
            raise
        for one, reason in zip(error.remarks, error.reasons, strict=True):
            # The place of a sentence in the documentation; what is no sentence is there to be copied.
            place = f" [{_cause(one).code}]" if reason.endswith(".") else ""
            print(f"smartscore: {reason}{place}", file=sys.stderr)
        return REFUSED if isinstance(error, InputRefused) else USAGE if isinstance(error, WrongUsage) else FAILED
    except KeyboardInterrupt:
        if arguments.debug:
            raise
        print("smartscore: stopped; nothing was changed", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output went away (`| head`).
        _drop_unwritten()
        return FAILED
    except OSError as error:
        # Such as standard output into a file on a full disk.
        if arguments.debug:
            raise
        where = f"{error.filename}: " if error.filename else ""
        print(f"smartscore: {where}{error.strerror or error}", file=sys.stderr)
        _drop_unwritten()
        return FAILED
    except Exception as error:
        if arguments.debug:
            raise
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        print(f"smartscore: unexpected failure, {what} (--debug shows where)", file=sys.stderr)
        return FAILED


def _drop_unwritten() -> None:
    """Leave nothing that Python would try to write once more when it ends: it would fail, with a status of its own."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _cause(told: Remark) -> Remark:
    """The remark itself, or the sentence in it where it only says which series that is about."""
    sentences = [value for value in told.values.values() if isinstance(value, Remark) and english(value).endswith(".")]
    return _cause(sentences[0]) if sentences else told


_EXAMPLES = """examples:

  smartscore demo                                   the whole job on a phantom, in a minute
  smartscore check DICOM                            which series can be scored, and why not
  smartscore score DICOM --lesions clicks.json
  smartscore score --help                           options, rules and further examples
"""


def command_line() -> argparse.ArgumentParser:
    """The parser of all commands, as it also prints help."""
    parser = Parser(
        prog="smartscore",
        description=f"{identity().description} Research use, not a medical device.",
        epilog=_EXAMPLES,
    )
    _add_debug(parser, default=False)
    parser.add_argument("--version", action="version", version=f"{identity().name} {identity().version}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in (
        check,
        score,
        report,
        export,
        readings,
        followup,
        cohort,
        compare,
        phantom_qa,
        chest_guide,
        demo,
    ):
        command.add_parser(commands)
    for chosen in commands.choices.values():
        # Where it is not given here, what was given before the command stays.
        _add_debug(chosen, default=argparse.SUPPRESS)
    return parser


def _add_debug(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument("--debug", action="store_true", default=default, help="show the traceback of a failure")
