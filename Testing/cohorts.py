"""Tiny exams with marks, and the ways in which tests and benchmarks run a cohort of them."""

import csv
import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.cohort.running.crews import Workers
from SmartScoreLib.phantom.marks import phantom_clicks
from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.standard import STANDARD_LESIONS, standard_phantom
from SmartScoreLib.phantom.write import write_phantom

TABLES = ("exams.csv", "exams.parquet", "territories.csv", "territories.parquet", "lesions.csv", "lesions.parquet")
SAME = (*TABLES, "columns.csv", "dictionary.csv", "manifest.json")
"""Files that are the same in every run, to the byte."""


@dataclass(frozen=True)
class Exams:
    """The exams: their folder, that of their marks, and the phantom of each by its name."""

    ct: Path
    marks: Path
    phantoms: dict[str, Phantom]


def tiny(seed: int) -> Phantom:
    """A thorax of 12 slices of 64 x 64 with some of the standard lesions."""
    rng = random.Random(seed)
    chosen = [lesion for lesion in STANDARD_LESIONS if rng.random() < 0.6]
    return standard_phantom(slices=12, rows=64, columns=64, pixel_mm=3.2, spacing_mm=10, lesions=chosen)


def write_exam(exams: Path, name: str, phantom: Phantom) -> None:
    """The images and the clicks of one exam."""
    who = {"PatientID": f"ID-{name}", "PatientName": f"Name^{name}"}
    write_phantom(phantom, exams / "ct" / name, uid_seed=name, attributes=who)
    (exams / "marks").mkdir(exist_ok=True)
    (exams / "marks" / f"{name}.json").write_text(json.dumps(phantom_clicks(phantom)))


@contextmanager
def in_this_process() -> Iterator[Workers]:
    """One exam at a time without a process of its own: what an exam gives does not hang on where it is read."""
    with ThreadPoolExecutor(1) as executor:
        yield Workers(executor, 1)


def rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV table."""
    with file.open(encoding="utf-8", newline="", errors="surrogateescape") as opened:
        return list(csv.DictReader(opened))


def same(one: Path, other: Path) -> list[str]:
    """Names of files that differ and must not."""
    return [name for name in SAME if (one / name).read_bytes() != (other / name).read_bytes()]
