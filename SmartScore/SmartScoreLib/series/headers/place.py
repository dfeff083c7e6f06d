"""Where a file lies, as a person knows it: one of an archive is named by the archive, not by where it was unpacked."""

from pathlib import Path

_archives: dict[Path, Path] = {}


def remember_archive(folder: Path, archive: Path) -> None:
    """From now on `known_place` names files of `folder` by the archive that was unpacked into it."""
    _archives[folder.absolute()] = archive


def known_place(path: Path) -> Path:
    """The path itself; of a file or folder out of an archive, ARCHIVE.zip/MEMBER."""
    whole = path.absolute()
    for folder in (whole, *whole.parents):
        if folder in _archives:
            return _archives[folder] / whole.relative_to(folder)
    return path
