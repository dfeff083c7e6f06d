"""The identity of the module, read from scripted_module.json: the one place where name and version stand."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
# Installed, the file lies in the package; in a checkout, at the top.
_PLACES = (_PACKAGE / "scripted_module.json", _PACKAGE.parents[1] / "scripted_module.json")


@dataclass(frozen=True)
class Identity:
    """Name, version, texts and address that Slicer, CMake and pip show."""

    name: str
    title: str
    version: str
    category: str
    description: str
    contributors: tuple[str, ...]
    license: str
    repository: str
    slicer_modules: tuple[str, ...]


@cache
def identity() -> Identity:
    """Read the identity once.

    Raises:
        FileNotFoundError: the installation lacks scripted_module.json.
    """
    for place in _PLACES:
        if place.is_file():
            values: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
            for key in ("contributors", "slicer_modules"):
                values[key] = tuple(values[key])
            return Identity(**values)
    raise FileNotFoundError(f"scripted_module.json is in neither {_PLACES[0].parent} nor {_PLACES[1].parent}")
