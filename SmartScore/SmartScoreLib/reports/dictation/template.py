"""Templates of the report as text: plain text with the names of fields in braces."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Formatter

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.dictation.sentences import FIELDS

STANDARD = """\
{notice}
# {title}

# {title_indication}
{indication}

# {title_technique}
{technique}
{image_quality}

# {title_comparison}
{comparison}

# {title_findings}
{vessels}
{total}
{percentile}
{outside}
{extracardiac}

# {title_impression}
{impression}
{category}
{limits}

{comment}

{status}
{made_by}
"""
"""What is said where a site has no template of its own."""

_HEADING = "# "
_NOTICE = "notice"
_Piece = tuple[str, str | None]
"""Text, and the field after it."""


@dataclass(frozen=True)
class Template:
    """A template that is known to be right.

    A line of which all fields are empty is left out. A line that begins with "# " is a heading: bold in HTML, and left
    out where all lines below it, to the next heading, are left out. {{ and }} are braces.
    """

    lines: tuple[tuple[bool, tuple[_Piece, ...]], ...]
    """For each line whether it is a heading, and its pieces."""


@dataclass(frozen=True)
class ReportText:
    """The report as text.

    Attributes:
        plain: lines of plain text.
        html: the same as a piece of HTML, with bold headings; for a clipboard beside the plain text.
    """

    plain: str
    html: str

    def __str__(self) -> str:
        return self.plain


def read_template(path: Path) -> Template:
    """Read a template of a site from a text file in UTF-8.

    Raises:
        InputRefused: it cannot be read, or has a field that there is not; every line.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(remark("reports.template_no_text", file=str(path))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputRefused(remark("reports.template_unreadable", file=str(path), reason=reason)) from error
    return template(text, str(path))


def template(text: str, name: str = "template") -> Template:
    """A template of its text; `name` is what a refusal calls it.

    Raises:
        InputRefused: it has a field that there is not, or a brace without its other one; every line.
    """
    lines: list[tuple[bool, tuple[_Piece, ...]]] = []
    problems: list[Remark] = []
    for number, line in enumerate(text.splitlines(), 1):
        heading = line.startswith(_HEADING)
        try:
            parsed = list(Formatter().parse(line.removeprefix(_HEADING)))
        except ValueError:
            problems.append(remark("reports.template_brace", file=name, line=number))
            continue
        problems += [
            remark("reports.template_field", file=name, line=number, field=written, known=FIELDS)
            for _, field, spec, conversion in parsed
            if field is not None and (written := _written(field, spec, conversion)) not in FIELDS
        ]
        lines.append((heading, tuple((before, field) for before, field, *_ in parsed)))
    if problems:
        raise InputRefused(problems)
    return Template(tuple(lines))


def filled(wanted: Template, values: Mapping[str, str]) -> ReportText:
    """The text of a template with the values of its fields.

    That a score is not valid stands first, also where a template has no place for it.
    """
    every = list(wanted.lines)
    if not any(field == _NOTICE for _, pieces in every for _, field in pieces):
        every.insert(0, (False, (("", _NOTICE),)))
    shown: list[tuple[bool, str]] = []
    waiting: list[tuple[bool, str]] = []  # a heading and empty lines, until something stands below it
    lost = False  # whether a line below it was left out
    for is_heading, pieces in [*every, (True, ())]:
        text = "".join(before + (values[field] if field else "") for before, field in pieces).rstrip()
        fields = [field for _, field in pieces if field]
        if is_heading:
            shown += waiting if not lost else []
            waiting, lost = [(True, text)], False
        elif fields and not any(values[field] for field in fields):
            lost = True
        elif text:
            shown += [*waiting, *((False, one) for one in text.split("\n"))]
            waiting = []
        else:
            (waiting or shown).append((False, ""))
    return _made(shown)


def _made(shown: list[tuple[bool, str]]) -> ReportText:
    plain = re.sub(r"\n{3,}", "\n\n", "\n".join(text for _, text in shown)).strip("\n")
    paragraphs: list[list[str]] = [[]]
    for heading, text in shown:
        if not text or heading:
            paragraphs.append([])
        if text:
            paragraphs[-1].append(f"<b>{escape(text)}</b>" if heading else escape(text))
    html = "\n".join(f"<p>{'<br>'.join(lines)}</p>" for lines in paragraphs if lines)
    return ReportText(f"{plain}\n" if plain else "", html)


def _written(name: str, spec: str | None, conversion: str | None) -> str:
    """A field as the template has it: what is more than a name is no field."""
    return name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else "")
