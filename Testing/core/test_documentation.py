"""The reference is what the library is: parts of it are made of the code, and lists by hand are held to it."""

import re
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from SmartScoreLib import find_series, load_series, make_reading
from SmartScoreLib.lesions.visual import VisualGrades
from SmartScoreLib.phantom.standard import standard_phantom
from SmartScoreLib.phantom.write import write_phantom
from SmartScoreLib.reading.results import score_json
from SmartScoreLib.remarks.catalog import every_row

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
sys.path += [str(DOCS), str(ROOT / "Resources")]
import made_pages  # noqa: E402
import make_pictures  # noqa: E402
import panel_pictures  # noqa: E402


def in_page(name: str) -> str:
    return made_pages.parted(made_pages.page_of(name).read_text(encoding="utf-8"), name)[1]


@pytest.mark.parametrize("name", sorted(set(made_pages.PARTS) - {"licenses", "score_json"}))
def test_what_is_made_of_the_library_stands_in_the_pages(name: str) -> None:
    """After a change: python docs/made_pages.py, and look at the page."""
    assert in_page(name) == "\n".join(made_pages.PARTS[name]()).strip("\n")


def test_every_package_that_is_installed_with_the_library_has_its_license_on_the_page() -> None:
    # Versions differ by Python, and so do the words of a license.
    def named(text: str) -> set[str]:
        return set(re.findall(r"^\| ([\w-]+) \|", text, re.MULTILINE))

    made = "\n".join(made_pages.licenses())
    assert len(named(made)) >= 18
    assert named(made) <= named(in_page("licenses"))


def paths(value: Any, before: str = "") -> set[str]:
    """Places of a JSON document: "lesions[].peak_hu"."""
    if isinstance(value, dict) and value:
        return {path for key, one in value.items() for path in paths(one, f"{before}.{key}" if before else key)}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {path for one in value for path in paths(one, f"{before}[]")}
    return {before}


FREE = (
    "protocol", "series.remarks", "interpretation.remarks", "interpretation.mesa_percentile",
    "interpretation.reference_group",
)  # fmt: skip
"""What lies below them is told elsewhere: rules, remarks, and keys of a version that is over."""


def documented() -> list[tuple[str, re.Pattern[str]]]:
    """Keys, and what they match; ".name" after "series.key" is "series.name"."""
    page = (DOCS / "reference" / "score_json.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`[^|]*`) \|", page[: page.index("## Columns")], re.MULTILINE)
    found = []
    for cell in cells:
        last = ""
        for key in re.findall(r"`([^`]*)`", cell):
            last = last.rpartition(".")[0] + key if key.startswith(".") else key
            pattern = re.escape(last).replace(r"\*", r"[\w-]+")
            found.append((last, re.compile(pattern)))
    return found


def test_every_key_of_the_json_is_on_the_page_and_no_other(tmp_path: Path) -> None:
    shown = made_pages.example()
    phantom = standard_phantom(rows=64, columns=64, pixel_mm=3.2, slices=8, spacing_mm=6.0)
    write_phantom(phantom, tmp_path / "ct")
    series = load_series(find_series(tmp_path / "ct").candidates[0])
    graded = score_json(make_reading(series, None, mode="chest", visual=VisualGrades("mild", "none", "mild")))
    shown |= {"visual": graded["visual"], "proposals": proposals()}
    found = paths(shown)
    rows = documented()
    for path in found:
        parents = [path[: at.start()] for at in re.finditer(r"[.\[]", path)]
        assert any(
            pattern.fullmatch(path) or (key in FREE and any(map(pattern.fullmatch, parents))) for key, pattern in rows
        ), path
    every = found | {path[: at.start()] for path in found for at in re.finditer(r"[.\[]", path)}
    assert [key for key, pattern in rows if not any(pattern.fullmatch(one) for one in every)] == []


def proposals() -> dict[str, Any]:
    one = dict.fromkeys(("territory", "kind", "likelihood", "peak_hu", "volume_mm3"), 0)
    one |= {"peak_index": [0], "centroid_lps_mm": [0.0], "reasons": []}
    return {
        "reviewed": False,
        "organs": None,
        "agreement": None,
        "remarks": [],
        "proposed": [one],
        "not_proposed": [one],
    }


def test_every_code_has_an_address_of_its_own_on_the_page_of_remarks() -> None:
    codes = re.findall(r"^#### `(.*)`$", in_page("remarks"), re.MULTILINE)
    assert sorted(codes) == sorted(every_row())
    assert len({code.replace(".", "") for code in codes}) == len(codes)


def test_every_page_is_named_on_the_first_one_and_no_link_is_without_words() -> None:
    first = (DOCS / "index.md").read_text(encoding="utf-8")
    pages = [page for page in DOCS.rglob("*.md") if not {"made", "decisions"} & set(page.parts)]
    named = {(DOCS / link).resolve() for link in re.findall(r"\]\(([\w/]+\.md)\)", first)}
    assert {page.name for page in pages if page.resolve() not in named} == {"index.md"}
    # The repository's own site shows nothing for them.
    assert [page.name for page in pages if "[](" in page.read_text(encoding="utf-8")] == []


ADDRESS = re.compile(r"https://([\w-]+\.)+[a-z]{2,}(/[\w./()~%+-]*[\w/)])?(#[\w.-]+)?")
DOI = re.compile(r"10\.\d{4,9}/[-._;()/:A-Za-z0-9]+[A-Za-z0-9)]")


def test_links_that_lead_away_are_well_formed_and_a_doi_is_one() -> None:
    """Whether they lead anywhere is for `make links`, which needs a network and reads the pages of the site."""
    pages = {page: page.read_text(encoding="utf-8") for page in (*ROOT.glob("*.md"), *DOCS.rglob("*.md"))}
    links = {page: re.findall(r"\]\((\w+:[^)\s]*)\)", text) for page, text in pages.items()}
    assert {link for found in links.values() for link in found if not ADDRESS.fullmatch(link)} == set()
    on_the_site = {link for page, found in links.items() if DOCS in page.parents for link in found}
    assert set(links[ROOT / "README.md"]) <= on_the_site
    for page, text in pages.items():
        for words, doi in re.findall(r"\[([^\]]*)\]\(https://doi\.org/([^\s]+?)\)(?=[\s,.;)])", text):
            assert words == doi, page
            assert DOI.fullmatch(doi), page
        prose = re.sub(r"^ {4}[^\n]*$|```.*?```|\[[^\]]*\]\(\S*\)", "", text, flags=re.DOTALL | re.MULTILINE)
        assert re.findall(r"\b10\.\d{4,}/\S+", prose) == [], f"{page}: a DOI is no link"


def shown_pictures() -> dict[Path, set[str]]:
    """Every picture that a page shows, and on which pages."""
    found: dict[Path, set[str]] = {}
    for page in (*ROOT.glob("*.md"), *DOCS.rglob("*.md")):
        for link in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            found.setdefault((page.parent / link).resolve(), set()).add(page.name)
    return found


def test_no_picture_of_the_panel_is_older_than_the_panel() -> None:
    """CONTRIBUTING.md, "Pictures", says how they are taken again."""
    assert panel_pictures.older() == []
    assert panel_pictures.README.read_bytes() == (panel_pictures.SHOWN / "marked.png").read_bytes()


def test_a_picture_is_older_once_the_form_has_another_word_but_not_for_a_tooltip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, text = panel_pictures.panel(), panel_pictures.FORM.read_text(encoding="utf-8")
    monkeypatch.setattr(panel_pictures, "FORM", tmp_path / "form.ui")
    for old, new, seen in ((">Refresh<", ">Look again<", True), (">Language of the pages.<", ">Another tip<", False)):
        assert old in text
        panel_pictures.FORM.write_text(text.replace(old, new), encoding="utf-8")
        assert (panel_pictures.panel() != before) == seen


def test_every_picture_is_taken_or_drawn_by_a_script_and_shown_on_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change of a page: Resources/make_pictures.py."""
    monkeypatch.setattr(sys, "argv", sys.argv)  # which the examples get words by
    drawn = make_pictures.drawn(tmp_path)
    made = {*panel_pictures.pictures(), *drawn, make_pictures.AGREEMENT}
    shown = set(shown_pictures())
    assert {str(path) for path in shown - made} == set()
    assert {str(path) for path in made - shown} == set()
    there = {*DOCS.rglob("*.png"), *(ROOT / "Resources").glob("*.png")} - {ROOT / "Resources" / "SmartScore.png"}
    assert {str(path) for path in there - shown} == set()
    for path, picture in drawn.items():
        kept = np.asarray(Image.open(path).convert("RGB")).astype(int)
        assert kept.shape == picture.pixels.shape, path
        # As in test_report_pictures.py: what an eye sees; other versions of FreeType shade edges by less.
        assert (np.abs(kept - picture.pixels.astype(int)).max(axis=2) > 40).mean() <= 0.0003, path
