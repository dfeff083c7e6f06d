"""Pages of the reference that are made from the library itself, so that they cannot say anything else than it does."""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any
from unittest import mock

from SmartScoreLib.cli.main import command_line
from SmartScoreLib.cohort.columns import TABLES
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.remarks.catalog import every_row
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.scoring.presets import PRESETS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference" / "made"

WHAT_TO_DO = {
    Severity.REFUSAL: (
        "Refusals",
        "Nothing was done, and nothing was changed. The sentence names the file and the attribute at fault; correct "
        "them, or choose other files, and run it again.",
    ),
    Severity.INVALID: (
        "What makes a score invalid",
        "The numbers are shown, and mean nothing: category, percentile, age and risk are withheld on every page. Score "
        "a series without this fault.",
    ),
    Severity.LIMITS: (
        "What limits a score",
        "The score holds with less certainty, or is not comparable with others. The sentence stays with the result and "
        "is printed on the report; decide whether it matters for this patient.",
    ),
    Severity.NOTE: ("Notes", "What the reader of a result may want to know. Nothing needs to be done."),
}


def setup(app: Any) -> dict[str, bool]:
    """Make the pages before Sphinx reads its sources."""
    app.connect("builder-inited", lambda _: write())
    return {"parallel_read_safe": True}


TOP_LEVEL = ("ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")
_LINKS = {
    "](ARCHITECTURE.md": "](architecture.md",
    "](CONTRIBUTING.md": "](contributing.md",
    "](docs/decisions)": "](../decisions.md)",
    "](docs/": "](../",
}
"""Links between pages at the top of the repository, by where the site has them."""


def write() -> None:
    """Write all pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, lines in (
        ("remarks", remarks()),
        ("commands", commands()),
        ("presets", presets()),
        ("territories", territories()),
        ("score_json", score_example()),
        ("cohort_columns", cohort_columns()),
        ("licenses", licenses()),
        ("keys", keys()),
    ):
        (FOLDER / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in TOP_LEVEL:
        text = (ROOT / f"{name}.md").read_text(encoding="utf-8")
        for link, place in _LINKS.items():
            text = text.replace(link, place)
        (FOLDER / f"{name.lower()}.md").write_text(text, encoding="utf-8")


def remarks() -> Iterator[str]:
    """Every remark by what it does to a result, with an anchor of its own."""
    rows = every_row()
    for severity, (title, advice) in WHAT_TO_DO.items():
        yield from (f"## {title}", "", advice, "")
        for code, row in sorted(rows.items()):
            if row.severity is severity:
                text = row.text.replace("<", "&lt;").replace("*", "\\*").replace("|", "\\|")
                named = re.sub(r"\{(\w+)[^}]*\}", r"*\1*", text)
                yield from (f"({anchor(code)})=", f"`{code}`", f": {named}", "")


def anchor(code: str) -> str:
    """Of a remark on the page of all remarks."""
    return "remark-" + code.replace(".", "-").replace("_", "-")


def commands() -> Iterator[str]:
    """The help of every command, as it is printed."""
    parser = command_line()
    (choices,) = (one.choices for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    for name, one in {"": parser, **choices}.items():
        yield from (f"## smartscore {name}".rstrip(), "", "```text", one.format_help().rstrip(), "```", "")


def presets() -> Iterator[str]:
    """The rules by name, with their sources."""
    yield "| Preset | Threshold | Weights 1 to 4 from | Component counts | Neighbors | Volume | Tube voltage | Source |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, rules in PRESETS.items():
        if rules.minimum_voxels > 1:
            counts = f"from {rules.minimum_voxels} voxels"
        elif rules.minimum_area_mm2:
            counts = f"{'above' if rules.area_must_exceed else 'from'} {rules.minimum_area_mm2:g} mm²"
        else:
            counts = "any"
        weights = ", ".join(f"{value:g}" for value in rules.weight_starts_hu)
        source = english(rules.source) if rules.source else ""
        kvp = f"{rules.tube_voltage_kvp:g} kVp" if rules.tube_voltage_kvp else "120 kVp"
        yield (
            f"| {name} | {rules.threshold_hu:g} HU | {weights} HU | {counts} | {rules.connectivity} | "
            f"{rules.volume_method} | {kvp} | {source} |"
        )


def territories() -> Iterator[str]:
    """Where calcium can be marked."""
    yield "| Key | Name | In the total | Label | SNOMED CT | Key of the panel | Also read as |"
    yield "|---|---|---|---|---|---|---|"
    for one in TERRITORIES:
        names = ", ".join(sorted({*one.synonyms, *one.branches}))
        yield (
            f"| {one.key} | {one.name} | {'yes' if one.counts else 'apart'} | {one.label} | {one.sct_code or '-'} | "
            f"`{one.shortcut}` | {names} |"
        )


def keys() -> Iterator[str]:
    """The keys of the panel, whose module needs Qt and Slicer for its window only."""
    stand_ins = {name: ModuleType(name) for name in ("qt", "slicer", "slicer.i18n")}
    vars(stand_ins["slicer.i18n"])["tr"] = str
    with mock.patch.dict(sys.modules, stand_ins):
        from SmartScoreLib.desktop import keys as table
    does = table.whatKeysDo()
    marking = [(one.shortcut, f"mark {one.name}; again over an outline: take it") for one in TERRITORIES]
    anywhere = [*marking, *((key, does[name]) for name, key in table.KEYS.items())]
    in_list = [(key, does[name]) for name, key in table.LIST_KEYS.items()]
    for title, rows in (
        ("Anywhere in the module", anywhere),
        ("In the list of lesions, once a line was clicked or N was pressed", in_list),
    ):
        yield from (f"## {title}", "", "| Key | What it does |", "|---|---|")
        yield from (f"| `{key}` | {text} |" for key, text in rows)
        yield ""


def cohort_columns() -> Iterator[str]:
    """Every column of the tables of a cohort."""
    for title, columns in TABLES.items():
        yield from (f"## {title}", "", "| Column | Type | Unit | What it is | Rule |", "|---|---|---|---|---|")
        for one in columns:
            yield f"| `{one.key}` | {one.kind} | {one.unit} | {one.label} | {one.rule} |"
        yield ""


def licenses() -> Iterator[str]:
    """What is installed with the library, and under which license."""
    yield "| Package | Version here | License | Needed for |"
    yield "|---|---|---|---|"
    for requirement in requires("smartscore") or ():
        name = re.split(r"[<>=!~;\[ ]", requirement)[0]
        extra = re.search(r"extra == '(\w+)'", requirement)
        if extra and extra[1] in ("test", "bench", "mutate", "docs"):
            continue
        try:
            known = metadata(name)
        except PackageNotFoundError:
            continue
        license_name = known.get("License-Expression") or _classified(known) or known.get("License", "").split("\n")[0]
        yield f"| {name} | {known['Version']} | {license_name} | {extra[1] if extra else 'everything'} |"


def _classified(known: PackageMetadata) -> str:
    texts = [one.rsplit(" :: ", 1)[1] for one in known.get_all("Classifier") or () if one.startswith("License :: ")]
    return ", ".join(texts)


def score_example() -> Iterator[str]:
    """The JSON of a small phantom, with the first of its lesions only."""
    from SmartScoreLib import find_series, load_series, make_reading, read_marks
    from SmartScoreLib.reading.results import score_json

    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=3.0)
    with TemporaryDirectory() as folder:
        write_phantom(phantom, Path(folder) / "ct")
        clicks = Path(folder) / "clicks.json"
        clicks.write_text(json.dumps(phantom_clicks(phantom)), encoding="utf-8")
        series = load_series(find_series(Path(folder) / "ct").candidates[0])
        document = score_json(make_reading(series, read_marks(clicks, series), reader="A. Reader"))
    document["lesions"] = document["lesions"][:1]
    yield from ("```json", json.dumps(document, indent=2, ensure_ascii=False), "```")
