"""The manifest of a run: all that another person needs to repeat it to the last digit.

`manifest.json`: "schema", "software", "python", "machine" and "libraries" (versions that numbers may hang on), "source"
(where the exams were listed from: kind, path, the hash of a table, marks and reader as given), "rules" (every rule of
every protocol, and how files of marks were read), "deidentified", "exams", "records" and "outcomes" (how many), and
"tables": for each file its SHA-256 and its rows. A de-identified one does not say where the exams lie. It has no time
of day in it, so that a run that is repeated gives the same one.
"""

import json
import platform
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.model import Meaning, Rules
from SmartScoreLib.lesions.files.names import Name, Names
from SmartScoreLib.lesions.marks import MarksOptions
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.scoring.presets import protocol_json, restored

SCHEMA = "smartscore-cohort/1"
FILE = "manifest.json"
_LIBRARIES = ("numpy", "pydicom", "scipy", "SimpleITK", "highdicom", "pyarrow")


def rules_json(rules: Rules) -> dict[str, Any]:
    """The rules as a JSON object; `restored_rules` makes them again."""
    names = rules.marks.names
    return {
        "protocols": [protocol_json(one) for one in rules.protocols],
        "otherwise": protocol_json(rules.otherwise),
        "labels": None
        if names is None
        else {
            "by_label": {str(label): [name.text, *map(list, name.codes)] for label, name in names.by_label.items()},
            "by_name": dict(names.by_name),
            "source": names.source,
        },
        "regrow": rules.marks.regrow,
        "trust": rules.marks.trust,
        "nifti_form": rules.marks.nifti_form,
        "meaning": asdict(rules.meaning),
    }


def restored_rules(values: dict[str, Any]) -> Rules:
    """The rules of `rules_json`.

    Raises:
        KeyError: something is missing.
        TypeError: there is a field of another version.
    """
    labels = values["labels"]
    names = None
    if labels is not None:
        by_label = {
            int(label): Name(text, tuple((scheme, value) for scheme, value in codes))
            for label, (text, *codes) in labels["by_label"].items()
        }
        names = Names(by_label, labels["by_name"], labels["source"])
    return Rules(
        tuple(restored(one) for one in values["protocols"]),
        restored(values["otherwise"]),
        MarksOptions(names, values["regrow"], values["trust"], values["nifti_form"]),
        Meaning(values["meaning"]["classification"], tuple(values["meaning"]["populations"])),
    )


def environment() -> dict[str, Any]:
    """Versions of Python and of the libraries that a number may hang on; None for one that is not installed."""
    found: dict[str, str | None] = {}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = None
    return {"python": platform.python_version(), "machine": platform.machine(), "libraries": found}


def manifest_text(values: dict[str, Any]) -> str:
    """The text of the file."""
    return json.dumps(values, indent=2, allow_nan=False) + "\n"


def read_manifest(file: Path) -> dict[str, Any]:
    """The manifest of a run.

    Raises:
        InputRefused: it is none, or cannot be read.
    """
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        fault = getattr(error, "strerror", None) or str(error)
        raise InputRefused(remark("cohort.manifest_unreadable", file=str(file), fault=fault)) from error
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise InputRefused(remark("cohort.manifest_unreadable", file=str(file), fault=f"its schema is not {SCHEMA}"))
    return values
