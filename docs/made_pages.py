"""Parts of the reference that are made from the library itself, so that they cannot say anything else than it does.

They stand in the pages between two comments, and are committed, so that the pages read as well where no site is built.
`python docs/made_pages.py` writes them anew; a test says when that is due. For the site, pages at the top of the
repository are copied to where its links lead.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata, requires
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "docs"), str(ROOT / "SmartScore")]

from making.commands import commands  # noqa: E402
from making.python import python  # noqa: E402
from making.remarks import remarks  # noqa: E402

from SmartScoreLib.cohort.columns import TABLES  # noqa: E402
from SmartScoreLib.lesions.territories import TERRITORIES  # noqa: E402
from SmartScoreLib.phantom.marks import phantom_clicks  # noqa: E402
from SmartScoreLib.phantom.standard import standard_phantom  # noqa: E402
from SmartScoreLib.phantom.write import write_phantom  # noqa: E402
from SmartScoreLib.reading.results import CSV_COLUMNS  # noqa: E402
from SmartScoreLib.remarks.english import english  # noqa: E402
from SmartScoreLib.scoring.presets import PRESETS  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"
COPIES = REFERENCE / "made"
BEGIN, END = "<!-- made by docs/made_pages.py: {} -->", "<!-- end of what is made -->"

ELSEWHERE = re.compile(r"^\*This page is .*\*$", re.MULTILINE)
"""Where a page of the site stands in the repository: a link for those who read it there."""

TOP_LEVEL = ("ARCHITECTURE", "CONTRIBUTING", "CHANGELOG")
_LINKS = {
    "](ARCHITECTURE.md": "](architecture.md",
    "](CONTRIBUTING.md": "](contributing.md",
    "](docs/decisions)": "](../decisions.md)",
    "](docs/": "](../",
}
"""Links between pages at the top of the repository, by where the site has them."""


def setup(app: Any) -> dict[str, bool]:
    """Copy pages before Sphinx reads its sources, and keep what is below a page's third level out of its contents."""
    app.connect("builder-inited", lambda _: copy())
    app.connect("source-read", lambda app, name, source: source.__setitem__(0, ELSEWHERE.sub("", source[0])))
    app.connect("doctree-read", lambda app, _: app.env.metadata[app.env.docname].update(tocdepth=3))
    return {"parallel_read_safe": True}


def copy() -> None:
    """The pages at the top of the repository, with links that lead somewhere on the site."""
    COPIES.mkdir(parents=True, exist_ok=True)
    for name in TOP_LEVEL:
        text = (ROOT / f"{name}.md").read_text(encoding="utf-8")
        for link, place in _LINKS.items():
            text = text.replace(link, place)
        (COPIES / f"{name.lower()}.md").write_text(text, encoding="utf-8")


def write() -> None:
    """Every part into its page."""
    for name, made in PARTS.items():
        file = page_of(name)
        before, _, after = parted(file.read_text(encoding="utf-8"), name)
        text = "\n".join(made()).strip("\n")
        file.write_text(f"{before}\n\n{text}\n\n{after}", encoding="utf-8")


def page_of(name: str) -> Path:
    """The page that has a part."""
    pages = [page for page in REFERENCE.glob("*.md") if BEGIN.format(name) in page.read_text(encoding="utf-8")]
    if len(pages) != 1:
        raise LookupError(f"one page has the part {name}, not {len(pages)}")
    return pages[0]


def parted(text: str, name: str) -> tuple[str, str, str]:
    """What stands before, in and after a part; the comments belong to what is around."""
    begin = text.index(BEGIN.format(name)) + len(BEGIN.format(name))
    end = text.index(END, begin)
    return text[:begin], text[begin:end].strip("\n"), text[end:]


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
    for title, rows in table.keyTables():
        yield from (f"## {title}", "", "| Key | What it does |", "|---|---|")
        yield from (f"| {key if ' ' in key else f'`{key}`'} | {text} |" for key, text in rows)
        yield ""


def cohort_columns() -> Iterator[str]:
    """Every column of the tables of a cohort."""
    for title, columns in TABLES.items():
        yield from (f"## {title}", "", "| Column | Type | What it is | Rule |", "|---|---|---|---|")
        for one in columns:
            cells = (f"`{one.key}`", ", ".join(filter(None, (one.kind, one.unit))), one.label, one.rule)
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
        yield ""


def licenses() -> Iterator[str]:
    """What is installed with the library, and under which license."""
    yield "| Package | License | Needed for |"
    yield "|---|---|---|"
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
        yield f"| {name} | {license_name} | {extra[1] if extra else 'everything'} |"


def _classified(known: PackageMetadata) -> str:
    texts = [one.rsplit(" :: ", 1)[1] for one in known.get_all("Classifier") or () if one.startswith("License :: ")]
    return ", ".join(texts)


def score_example() -> Iterator[str]:
    """The JSON of a small phantom, with one territory and one lesion."""
    document = example()
    document["series"]["SeriesInstanceUID"] = "2.25.303394275936179536054360603975091276374"
    document["territories"] = {"LM": document["territories"]["LM"]}
    document["lesions"] = document["lesions"][:1]
    yield from ("```json", json.dumps(document, indent=2, ensure_ascii=False), "```")


CSV_MEANINGS = {
    "series_instance_uid": "of the CT series",
    "patient_id": "as DICOM has it",
    "study_date": "YYYY-MM-DD",
    "territory": "key of the territory, or TOTAL",
    "counts": "True or False: whether it is part of the total",
    "lesions": "how many",
    "agatston": "Agatston score",
    "volume_mm3": "volume in mm³, by `volume_method`",
    "mass_mg": "mass in mg; empty without a factor",
    "cac_drs": "category; in the row TOTAL, as the next five",
    "classification": "whose words",
    "grade": "the word for the amount, as a key",
    "percentile": "of the first population that has one: at least",
    "percentile_below": "and below",
    "mesa_percentile": "of MESA 2006, as version 1.0 had it",
    "age_years": "of the patient, as used",
    "sex": "male or female, as used",
    "ethnicity": "as given",
    "reference_group": "with whom the score was compared",
    "protocol": "name of the rules",
    "threshold_hu": "in HU",
    "weight_starts_hu": "four values in HU, with spaces between",
    "minimum_area_mm2": "smallest area in a slice, mm²",
    "minimum_voxels": "fewest voxels in a slice",
    "connectivity": "4 or 8",
    "tube_voltage_kvp": "that the rules are meant for",
    "volume_method": "plain or isotropic, as measured",
    "mass_factor": "mg/(mm³ HU)",
    "mass_factor_source": "where it comes from",
    "dominance": "right, left, or empty",
    "reading_mode": "coronary, valve or chest",
    "visual_cac_drs": "grades by eye",
    "weston": "Weston score, 0 to 12",
    "severe_aortic_stenosis": "unlikely, not_decided, likely or very_likely",
    "reading_status": "scored, zero_confirmed, not_read or unreviewed",
    "reviewed": "True or False: whether a reader has confirmed the marks",
    "warnings": "remarks in English, with | between",
}


def csv_columns() -> Iterator[str]:
    """The columns of a score's CSV, in their order."""
    yield from ("| Column | What it is |", "|---|---|")
    yield from (f"| `{name}` | {CSV_MEANINGS[name].replace('|', chr(92) + '|')} |" for name in CSV_COLUMNS)


def example() -> dict[str, Any]:
    """The JSON of a small phantom."""
    from SmartScoreLib import find_series, load_series, make_reading, read_marks
    from SmartScoreLib.reading.results import score_json

    phantom = standard_phantom(rows=128, columns=128, pixel_mm=1.6, slices=24, spacing_mm=3.0)
    with TemporaryDirectory() as folder:
        write_phantom(phantom, Path(folder) / "ct")
        clicks = Path(folder) / "clicks.json"
        clicks.write_text(json.dumps(phantom_clicks(phantom)), encoding="utf-8")
        series = load_series(find_series(Path(folder) / "ct").candidates[0])
        return score_json(make_reading(series, read_marks(clicks, series), reader="A. Reader"))


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "remarks": remarks,
    "commands": commands,
    "python": python,
    "presets": presets,
    "territories": territories,
    "csv_columns": csv_columns,
    "score_json": score_example,
    "cohort_columns": cohort_columns,
    "licenses": licenses,
    "keys": keys,
}

if __name__ == "__main__":
    argparse.ArgumentParser(description="Write the parts of the reference that are made from the library.").parse_args()
    write()
