"""The page of the command line, from the parser: every Python prints help in another shape, and this page in one."""

import argparse
from collections.abc import Iterator

from SmartScoreLib.cli.main import command_line


def commands() -> Iterator[str]:
    """Every command with its options and examples."""
    parser = command_line()
    (choices,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    yield "| Command | What it does |"
    yield "|---|---|"
    helps = {one.dest: one.help or "" for one in choices._choices_actions}
    for name in choices.choices:
        yield f"| [`smartscore {name}`](#smartscore-{name}) | {cell(helps[name])} |"
    yield ""
    for name, command in choices.choices.items():
        yield from (f"## smartscore {name}", "", sentences(command.description), "")
        yield from ("```text", usage(name, command), "```", "")
        for group in command._action_groups:
            shown = [one for one in group._group_actions if one.help is not argparse.SUPPRESS and one.dest != "help"]
            if shown:
                title = (group.title or "").capitalize()
                yield from (f"| {title} | |", "|---|---|")
                yield from (f"| {called(one)} | {help_of(one)} |" for one in shown)
                yield ""
        if command.epilog:
            yield from ("```text", command.epilog.strip(), "```", "")


def usage(name: str, command: argparse.ArgumentParser) -> str:
    """The command with what must be given; options are in the tables."""
    needed = [words(one) for one in command._actions if one.option_strings and one.required]
    places = [words(one) for one in command._get_positional_actions()]
    return " ".join(["smartscore", name, *places, *needed, "[options]"])


def called(one: argparse.Action) -> str:
    """An option with its names and its value, as code."""
    value = "" if one.nargs == 0 else f" {value_of(one)}"
    names = [f"`{name}{value}`" for name in one.option_strings] or [f"`{value_of(one)}`"]
    return cell(", ".join(names))


def words(one: argparse.Action) -> str:
    """How an argument is typed."""
    return f"{one.option_strings[-1]} {value_of(one)}" if one.option_strings else value_of(one)


def value_of(one: argparse.Action) -> str:
    """The value of an option, with what tells that it may be left out or repeated."""
    named = one.metavar or ("{" + ",".join(map(str, one.choices)) + "}" if one.choices else one.dest.upper())
    name = " ".join(named) if isinstance(named, tuple) else named
    forms = {"?": "[{0}]", "*": "[{0} ...]", "+": "{0} [{0} ...]"}
    return forms.get(str(one.nargs), "{0}").format(name)


def help_of(one: argparse.Action) -> str:
    """What an option does, with its default and its choices filled in."""
    text = (one.help or "") % {**vars(one), "prog": "smartscore"}
    listed = one.choices if one.choices and one.metavar else ()
    return cell(text + (f" ({', '.join(map(str, listed))})" if listed else ""))


def sentences(text: str | None) -> str:
    """Text on one line, without what markdown would take for a tag."""
    return " ".join((text or "").split()).replace("<", "&lt;")


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return sentences(text).replace("|", "\\|")
