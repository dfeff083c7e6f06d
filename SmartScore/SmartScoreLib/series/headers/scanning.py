"""Files and folders -> DICOM objects, with one remark for each file that should have been one and is not."""

import filecmp
import gc
import os
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.headers.archive import ARCHIVE_SUFFIX, unpacked
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.headers.frames import ENHANCED, frames_of
from SmartScoreLib.series.headers.image import Image, MediumDirectory, NotAnImage, read_image
from SmartScoreLib.series.headers.place import known_place

_DICOM_SUFFIXES = {".dcm", ".dicom", ".ima"}
_HEAD = 1024


@dataclass(frozen=True)
class Scan:
    """What a search over files gave.

    Attributes:
        images: every DICOM object with a SOP Class, image or not, in the order of the files.
        problems: one remark for each file that could not be used.
        damaged: the files among them that may be a lost image of a series beside them.
        copies: files left out because they repeat another one, byte by byte.
    """

    images: tuple[Image, ...]
    problems: tuple[Remark, ...]
    damaged: tuple[Path, ...]
    copies: tuple[Path, ...]


def scan(paths: Sequence[Path], progress: Progress = silent) -> Scan:
    """Read the header of every DICOM file in any mix of files and folders, nested.

    Files that are not DICOM are passed over in silence inside a folder, unless their name says that they should be.
    """
    found = _scan(paths, progress)
    single, copies = _without_copies(found.images)
    return replace(found, images=tuple(single), copies=tuple(copies))


@contextmanager
def undisturbed() -> Iterator[None]:
    """No warnings of pydicom: every odd value that matters gets a remark of its own. And no garbage collection: it
    would visit hundreds of thousands of elements, none of which is garbage, again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if collecting:
            gc.enable()


def _scan(paths: Sequence[Path], progress: Progress) -> Scan:
    images: list[Image] = []
    problems: list[Remark] = []
    directories: list[Remark] = []
    damaged: list[Path] = []
    opened, closed = _opened(paths)
    files, missing = _files(opened)
    known = {file.absolute() for file, _ in files}
    problems += [*closed, *(remark("series.no_file", file=str(path)) for path in missing)]
    for done, (path, asked) in enumerate(files):
        progress(done, len(files), "reading headers")
        try:
            with path.open("rb") as file:
                code = _not_dicom(file, path, asked)
                if code is None:
                    image = read_image(file, path)
                    images += frames_of(image) if image.sop_class_uid in ENHANCED else [image]
                elif code:
                    problems.append(remark(code, file=str(known_place(path))))
                    damaged.append(path)
        except MediumDirectory as verdict:
            directories.extend(verdict.remarks)
            if asked:  # its images lie in its folder and in those beside it
                files += [(file, False) for file in _walk(path.parent) if file.absolute() not in known]
                known |= {file.absolute() for file, _ in files}
        except NotAnImage as verdict:
            problems += verdict.remarks
            damaged.append(path)
        except OSError as error:
            problems.append(
                remark("series.unreadable", file=str(known_place(path)), reason=str(error.strerror or error))
            )
            damaged.append(path)
    progress(len(files), len(files), "reading headers")
    if not images:
        problems += directories
    return Scan(tuple(images), tuple(problems), tuple(damaged), ())


def _opened(paths: Sequence[Path]) -> tuple[list[Path], list[Remark]]:
    """The paths with archives unpacked, and what is wrong with those that cannot be."""
    found: list[Path] = []
    problems: list[Remark] = []
    for path in paths:
        try:
            found.append(unpacked(path) if path.suffix.lower() == ARCHIVE_SUFFIX and path.is_file() else path)
        except NotAnImage as verdict:
            problems += verdict.remarks
    return found, problems


def _files(paths: Sequence[Path]) -> tuple[list[tuple[Path, bool]], list[Path]]:
    """Every file once, with whether the user named it; and the paths that do not exist."""
    found: dict[Path, tuple[Path, bool]] = {}
    missing: list[Path] = []
    for path in paths:
        if path.is_dir():
            for file in _walk(path):
                found.setdefault(file.absolute(), (file, False))
        elif path.exists():
            found[path.absolute()] = (path, True)
        else:
            missing.append(path)
    return list(found.values()), missing


def _walk(folder: Path) -> Iterator[Path]:
    """Every file in a folder and those in it, linked ones too, each folder once however links go round."""
    seen: set[str] = set()
    for where, folders, names in os.walk(folder, followlinks=True):
        place = os.path.realpath(where)
        if place in seen:
            folders.clear()
            continue
        seen.add(place)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if not name.startswith(".") and file.is_file():  # no sockets, pipes or broken links
                yield file


def _not_dicom(file: BinaryIO, path: Path, asked: bool) -> str | None:
    """None for a DICOM file; else the code of the remark about it, "" to pass over it in silence."""
    head = file.read(_HEAD)
    file.seek(0)
    if head[128:132] == b"DICM":
        return None
    suffix = path.suffix.lower()
    named = suffix in _DICOM_SUFFIXES or suffix[1:].isdigit()
    if not head:
        return "series.empty_file" if asked or named or not suffix else ""
    is_text = min(head) >= 9  # no control characters before the tab
    if not (asked or named or (not suffix and not is_text)):
        return ""
    if head[:2] in (b"\x08\x00", b"\x02\x00"):
        return None  # CTK, DCMTK and GDCM read files without a preamble too
    return "series.text_file" if is_text else "series.not_dicom"


def told_apart(path: Path, other: Path) -> tuple[str, str]:
    """Names of two files, with as many folders before them as it takes to tell one from the other."""
    path, other = known_place(path), known_place(other)
    for depth in range(1, max(len(path.parts), len(other.parts)) + 1):
        names = ("/".join(path.parts[-depth:]), "/".join(other.parts[-depth:]))
        if names[0] != names[1]:
            return names
    return str(path), str(other)


def _without_copies(images: Sequence[Image]) -> tuple[list[Image], list[Path]]:
    """Leave out files that hold the same header and pixels as another one with the same SOP Instance UID."""
    first: dict[str, list[Image]] = {}
    single: list[Image] = []
    copies: list[Path] = []
    for image in images:
        uid = text(image.dataset, "SOPInstanceUID")
        same = first.setdefault(uid, []) if uid else []
        if any(_is_copy(other, image) for other in same):
            copies.append(image.path)
        else:
            same.append(image)
            single.append(image)
    return single, copies


def _is_copy(image: Image, other: Image) -> bool:
    """The same bytes, or the same header and pixels behind another file meta information, as a PACS writes its own."""
    if filecmp.cmp(image.path, other.path, shallow=False):
        return True
    return _elements(image) == _elements(other) and _pixel_bytes(image) == _pixel_bytes(other) != b""


def _elements(image: Image) -> dict[int, tuple[str, object]]:
    found: dict[int, tuple[str, object]] = {}
    for tag in image.dataset.keys():  # noqa: SIM118 - iterating a Dataset gives converted elements
        element = image.dataset.get_item(tag, keep_deferred=True)
        found[int(tag)] = (str(getattr(element, "VR", "")), getattr(element, "value", None))
    return found


def _pixel_bytes(image: Image) -> bytes:
    place = image.pixels
    if place is None or place.offset is None or place.length is None:
        return b""
    with image.path.open("rb") as file:
        file.seek(place.offset)
        return file.read(place.length)
