"""The page of the library for Python: signatures and docstrings of the front door, and of what it gives and takes."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from typing import Any

import SmartScoreLib
from SmartScoreLib.cohort.request import Summary
from SmartScoreLib.comparison.agreement.agree import Agreement, MeasureAgreement, PairAgreement
from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.exports.export import WrittenSeries
from SmartScoreLib.interpretation.model import Finding, Interpretation
from SmartScoreLib.interpretation.populations.model import Percentile, ReferencePopulation
from SmartScoreLib.lesions.marks import MarksOptions
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.reading.model import Reading, ReportTexts
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.reports.dictation.template import ReportText
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet, ScoringProtocol, TerritoryScore, TotalScore
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries, Findings, SeriesCandidate

FUNCTIONS = {
    "Images": ("find_series", "load_series"),
    "Marks": ("read_marks", "click"),
    "Scores": ("score", "interpret", "make_reading", "read_protocol", "population", "read_population"),
    "Reports and DICOM": ("report", "report_text", "export", "find_readings", "open_reading"),
    "Several exams": ("followup", "score_cohort", "compare"),
}
GIVEN = (
    SmartScoreLib.Person, SmartScoreLib.InterpretationChoices, SmartScoreLib.ExportChoices, ReportTexts, VisualGrades,
    MarksOptions,
)  # fmt: skip
GOT = (
    Findings, SeriesCandidate, CTSeries, VolumeGeometry, LesionMap, ScoringProtocol, ScoreSheet, TotalScore,
    TerritoryScore, LesionScore, Interpretation, Finding, ReferencePopulation, Percentile, Reading, ReportText,
    SavedReading, WrittenSeries, Followup, Comparison, Change, LesionMatch, Summary, Agreement, PairAgreement,
    MeasureAgreement, Remark,
)  # fmt: skip
MEANINGS = {
    "DEFAULT_PROTOCOL.threshold_hu": "130.0",
    "DEFAULT_PROTOCOL": "PRESETS['SmartScore AJ-130']",
    "NO_TEXTS": "ReportTexts()",
}
SECTIONS = ("Args", "Returns", "Raises", "Attributes")
VALUES = {
    "PRESETS": "rules by name, in the order of `--protocol`: [all of them](rules.md#rules-by-name)",
    "CLASSIFICATIONS": "words and bounds for the amount, by key",
    "SmartScoreError": "whatever cannot be done; `.remarks` as data, `.reasons` as sentences. `InputRefused` (input "
    "cannot be used), `WrongUsage` (arguments contradict each other) and `ExportFailed` are kinds of it",
    "__version__": "of SmartScore",
    "Place": "a file or folder: text, or a `pathlib.Path`",
    "Progress": "a function that is called as `progress(done, total, what)`; an exception of it stops the work",
    "Dominance": '`"right"` or `"left"`',
    "ReadingMode": '`"coronary"`, `"valve"` or `"chest"`',
    "ReadingStatus": '`"scored"`, `"zero_confirmed"`, `"not_read"` or `"unreviewed"`',
    "VolumeMethod": '`"plain"` or `"isotropic"`',
    "Sex": '`"male"` or `"female"`',
    "Ethnicity": '`"white"`, `"chinese"`, `"black"` or `"hispanic"`',
}


def python() -> Iterator[str]:
    """All names of the package, each once."""
    for title, names in FUNCTIONS.items():
        yield from (f"## {title}", "")
        for name in names:
            yield from function(name)
    yield from ("## What you give", "")
    for one in GIVEN:
        yield from fields_of(one)
    yield from ("## What you get", "", "Values are not to be changed: `dataclasses.replace` makes another one.", "")
    for one in GOT:
        yield from fields_of(one)
    yield from ("## Other names", "", "| Name | What it is |", "|---|---|")
    yield from (f"| `{name}` | {cell(text)} |" for name, text in VALUES.items())
    yield ""


def function(name: str) -> Iterator[str]:
    """A heading, the signature, and the docstring in its parts."""
    one = getattr(SmartScoreLib, name)
    yield from (f"### {name}", "", "```python", *signature(name, one), "```", "")
    parts = sections(inspect.getdoc(one) or "")
    yield from text_of(parts[""])
    if "Args" in parts:
        yield from table("Argument", items(parts["Args"]))
    if "Returns" in parts:
        yield from ("*Gives* " + joined(parts["Returns"]), "")
    if "Raises" in parts:
        yield from ("*Raises* " + " ".join(f"`{key}`: {text}" for key, text in items(parts["Raises"])), "")


def signature(name: str, one: Any) -> Iterator[str]:
    """As it stands in the source: one line, or a line each argument where that is too long."""
    made = parsed(one)
    given = made.args
    defaults = dict(zip([a.arg for a in given.args[::-1]], given.defaults[::-1], strict=False))
    defaults |= {a.arg: d for a, d in zip(given.kwonlyargs, given.kw_defaults, strict=True) if d is not None}
    shown = [f"{a.arg}: {kind(a.annotation)}{default(defaults.get(a.arg))}" for a in given.args]
    if given.kwonlyargs:
        shown += ["*", *(f"{a.arg}: {kind(a.annotation)}{default(defaults.get(a.arg))}" for a in given.kwonlyargs)]
    gives = kind(made.returns)
    line = f"{name}({', '.join(shown)}) -> {gives}"
    if len(line) <= 100:
        yield line
        return
    yield f"{name}("
    yield from (f"    {argument}," for argument in shown)
    yield f") -> {gives}"


def parsed(one: Any) -> Any:
    """A function or class as its source has it: every Python writes types in another way, the source in one."""
    return ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]


def kind(annotation: ast.expr | None) -> str:
    """A type in the words of the source."""
    return "" if annotation is None else ast.unparse(annotation).strip("'").replace("np.", "")


def default(value: ast.expr | None) -> str:
    """A default with what names of the source stand for."""
    if value is None:
        return ""
    text = ast.unparse(value)
    for name, meaning in MEANINGS.items():
        text = text.replace(name, meaning)
    return f" = {text}"


def fields_of(one: type) -> Iterator[str]:
    """The fields of a class, with what its docstring says of them."""
    yield from (f"### {one.__name__}", "")
    parts = sections(inspect.getdoc(one) or "")
    yield from text_of(parts[""])
    told = dict(items(parts.get("Attributes", [])))
    yield from ("| Field | Type | |", "|---|---|---|")
    for line in parsed(one).body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.target.id[0] != "_":
            name = line.target.id
            yield f"| `{name}` | {cell(code(kind(line.annotation)))} | {cell(told.get(name, ''))} |"
        elif isinstance(line, ast.FunctionDef) and line.name[0] != "_" and is_property(line):
            text = joined((ast.get_docstring(line) or "").split("\n\n")[0].splitlines())
            yield f"| `{line.name}` | {cell(code(kind(line.returns)))} | {cell(text)} |"
    yield ""


def is_property(made: ast.FunctionDef) -> bool:
    """Whether it is asked for without parentheses."""
    return any(ast.unparse(one) in ("property", "cached_property") for one in made.decorator_list)


def code(text: str) -> str:
    """As code, where there is any."""
    return f"`{text}`" if text else ""


def cell(text: str) -> str:
    """Text for a cell of a table."""
    return text.replace("|", "\\|")


def sections(doc: str) -> dict[str, list[str]]:
    """Lines by section of a docstring; "" is what stands before the first."""
    parts: dict[str, list[str]] = {"": []}
    now = ""
    for line in doc.splitlines():
        if line.rstrip(":") in SECTIONS and line.endswith(":"):
            now = line.rstrip(":")
            parts[now] = []
        else:
            parts[now].append(line)
    return parts


def items(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Names with their texts."""
    kept: list[list[str]] = []
    for line in lines:
        if re.match(r"    \w", line):
            kept.append([line])
        elif line.strip():
            kept[-1].append(line)
    for block in kept:
        name, _, rest = joined(block).partition(": ")
        yield name, rest


def joined(lines: list[str]) -> str:
    """Lines as one."""
    return " ".join(" ".join(lines).split())


def text_of(lines: list[str]) -> Iterator[str]:
    """Paragraphs as they are; an indented one is code."""
    blocks = re.split(r"\n\n", "\n".join(lines).strip("\n").replace("::\n", ":\n"))
    for count, block in enumerate(blocks):
        indented = block.startswith("    ")
        yield from ([""] if count else [])
        if indented:
            language = (
                "json" if block.strip().startswith("{") else "text" if block.strip().startswith("#") else "python"
            )
            yield from (f"```{language}", *(line[4:] for line in block.splitlines()), "```")
        elif block:
            yield joined(block.splitlines())
    yield ""


def table(title: str, rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Two columns."""
    yield from (f"| {title} | |", "|---|---|")
    yield from (f"| `{name}` | {cell(text)} |" for name, text in rows)
    yield ""
