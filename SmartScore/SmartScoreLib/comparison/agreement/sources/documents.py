"""Scores in the JSON of `smartscore score --json`: one file an exam."""

import json
import math
from pathlib import Path
from typing import Any

from SmartScoreLib.comparison.agreement.model import TOTAL, ExamScores
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.columns import SCORE_COLUMNS

SCHEMA = "smartscore-score/"


def is_score_json(path: Path) -> bool:
    """Whether a file is such a document; clicks and others are JSON too."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return False
    return isinstance(document, dict) and str(document.get("schema", "")).startswith(SCHEMA)


def read_document(path: Path) -> ExamScores:
    """The exam of a document. It names series and rules, and no patient: whose exam it is cannot be checked.

    Raises:
        InputRefused: it cannot be read, or lacks what every such document has.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
        series = document["series"]
        fields = {
            "series_instance_uid": str(series["SeriesInstanceUID"]),
            "series_label": str(series["label"]),
            "protocol": str(document["protocol"]["name"]),
            "file": path.name,
            "exam": path.stem,
        }
        scores = {key: _scores(one) for key, one in document["territories"].items()}
        scores[TOTAL] = _scores(document["total"])
        invalid = any(one["severity"] == "invalid" for one in series["remarks"])
        return ExamScores(fields, str(document["reading_status"]), not invalid, scores)
    except OSError as error:
        fault = error.strerror or str(error)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        fault = f"{type(error).__name__} {error}"
    raise InputRefused(remark("comparison.agreement_unreadable", file=str(path), fault=fault))


def _scores(row: dict[str, Any]) -> dict[str, float]:
    found = {column.key: row[column.key] for column in SCORE_COLUMNS if row.get(column.key) is not None}
    if not all(isinstance(value, int | float) and math.isfinite(value) and value >= 0 for value in found.values()):
        raise ValueError("a score that is no number from 0 on")
    return {key: float(value) for key, value in found.items()}
