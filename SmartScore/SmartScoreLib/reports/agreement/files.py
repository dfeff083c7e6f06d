"""An agreement as files: the page, its figures, and the numbers as JSON and CSV."""

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from SmartScoreLib.comparison.agreement.agree import Agreement
from SmartScoreLib.comparison.agreement.results import agreement_json, exams_csv, lesions_csv, statistics_csv
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.reports.agreement.axes import figure_style
from SmartScoreLib.reports.agreement.figures import figures
from SmartScoreLib.reports.agreement.page import Drawn, agreement_page
from SmartScoreLib.reports.language.agreement import agreement_words
from SmartScoreLib.whole_file import whole_file

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("png", "pdf", "svg")
PAGE = "agreement.html"


def write_agreement(
    agreement: Agreement, folder: Path, language: str = "en", formats: Sequence[str] = FORMATS
) -> tuple[Path, ...]:
    """Write agreement.html, agreement.json, statistics.csv, exams.csv, lesions.csv and figures; all that were written.

    Raises:
        WrongUsage: there is no such language.
        SmartScoreError: a file cannot be written.
    """
    words = agreement_words(language)
    written: list[Path] = []
    try:
        (folder / "figures").mkdir(parents=True, exist_ok=True)
        drawn: list[Drawn] = []
        with figure_style():
            for pair in agreement.pairs:
                of_pair = {}
                for name, draw in figures(pair).items():
                    figure = _laid_out(draw(pair, agreement.classification, words))
                    stem = folder / "figures" / _file_name(f"{name}-{pair.first}-{pair.second}")
                    kinds = {kind: _bytes(figure, kind) for kind in {*formats, "svg"}}
                    written += [_save(kinds[kind], stem, kind) for kind in formats]
                    of_pair[name] = (kinds["svg"], float(figure.get_figwidth()))
                drawn.append(of_pair)
        texts = {
            "agreement.json": json.dumps(agreement_json(agreement), indent=2, ensure_ascii=False, allow_nan=False)
            + "\n",
            "statistics.csv": statistics_csv(agreement),
            "exams.csv": exams_csv(agreement),
        }
        if any(pair.counted for pair in agreement.pairs):
            texts["lesions.csv"] = lesions_csv(agreement)
        texts[PAGE] = agreement_page(agreement, drawn, words, tuple(texts))
        for name, text in texts.items():
            with whole_file(folder / name) as file:
                file.write_text(text, encoding="utf-8")
            written.append(folder / name)
    except OSError as error:
        name, fault = str(error.filename or folder), error.strerror or str(error)
        raise SmartScoreError(remark("comparison.agreement_not_written", file=name, fault=fault)) from error
    return tuple(written)


def _file_name(text: str) -> str:
    return re.sub(r"[^\w.-]+", "_", text).strip("_")


def _laid_out(figure: "Figure") -> "Figure":
    """The figure with all parts in their places, so that it is not laid out again for each kind of file."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    return figure


def _save(content: bytes, stem: Path, kind: str) -> Path:
    path = stem.with_name(f"{stem.name}.{kind}")
    with whole_file(path) as file:
        file.write_bytes(content)
    return path


_NO_DATE = {"png": {"Software": None}, "pdf": {"CreationDate": None}, "svg": {"Date": None}}
"""So that the same numbers give the same file."""


def _bytes(figure: "Figure", kind: str) -> bytes:
    held = io.BytesIO()
    figure.savefig(held, format=kind, metadata=_NO_DATE.get(kind))
    return held.getvalue()
