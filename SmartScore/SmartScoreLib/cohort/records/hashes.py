"""Hashes of images and marks, by which another person knows that the files are the same."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from SmartScoreLib.lesions.files.names import files_of_names

_ID_DIGITS = 16


def short_hash(*parts: str) -> str:
    """16 hexadecimal digits of texts, for keys: unequal with certainty for practical numbers of records."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:_ID_DIGITS]


def file_hash(path: Path) -> str:
    """SHA-256 of a file, read in pieces.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True)
class HashedFiles:
    """The hash of some files, how many they are, and their bytes."""

    sha256: str
    files: int
    size: int


def images_hash(files: Iterable[Path]) -> HashedFiles:
    """SHA-256 of the file; of several files: of their sorted hashes, so that neither names nor order matter.

    Raises:
        OSError: a file cannot be read.
    """
    each = sorted(set(files))
    size = sum(file.stat().st_size for file in each)
    hashes = sorted(file_hash(file) for file in each)
    if len(hashes) == 1:
        return HashedFiles(hashes[0], 1, size)
    return HashedFiles(hashlib.sha256("\n".join(hashes).encode()).hexdigest(), len(hashes), size)


def marks_hash(files: Sequence[Path]) -> str:
    """SHA-256 of the file of marks; of several files: of the sorted lines "hash name".

    Raises:
        OSError: a file cannot be read.
    """
    if len(files) == 1:
        return file_hash(files[0])
    lines = sorted(f"{file_hash(file)} {file.name}" for file in files)
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def marks_files(path: Path) -> list[Path]:
    """Every file that has a part in what these marks are.

    A folder of marks counts with all its files, a label map with the files of names beside it, since they say what its
    labels mean.

    Raises:
        OSError: the folder cannot be read.
    """
    if path.is_dir():
        return sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
    return [path, *(file for file in files_of_names(path) if file != path)]


def stamp_of(places: Iterable[Path]) -> str:
    """What files and folders, with all in them, look like without reading them: names, sizes and times of change.

    A place that is not there has its own stamp.
    """
    lines: list[str] = []
    for place in places:
        lines.append(f"{place.name}\0{_state(place)}")
        for where, folders, names in os.walk(place, followlinks=True):
            folders.sort()
            lines += [f"{os.path.relpath(where, place)}/{name}\0{_state(Path(where, name))}" for name in sorted(names)]
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _state(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return "gone"
    return "folder" if path.is_dir() else f"{status.st_size} {status.st_mtime_ns}"
