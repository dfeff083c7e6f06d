"""A .zip of DICOM files, as portals and networks hand them out: unpacked into a folder that goes with the process."""

import zipfile
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zlib import error as DeflateError  # noqa: N812 - zlib calls it "error"

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.series.headers.image import NotAnImage
from SmartScoreLib.series.headers.place import remember_archive

ARCHIVE_SUFFIX = ".zip"
# A study of thousands of images; more is no study, or an archive made to fill a disk.
MOST_BYTES, MOST_FILES = 8 * 2**30, 50_000
_CHUNK = 1 << 20
# Pixels are read later than headers, so a folder must outlive the search.
_folders: dict[tuple[str, int, int], TemporaryDirectory[str]] = {}


def unpacked(archive: Path) -> Path:
    """The folder with the files of an archive; unpacked once, removed when the process ends.

    Raises:
        NotAnImage: it is no archive, damaged, locked by a password, or larger than `MOST_BYTES` or `MOST_FILES`.
    """
    status = archive.stat()
    key = (str(archive.absolute()), status.st_size, status.st_mtime_ns)
    if key not in _folders:
        folder = TemporaryDirectory(prefix="smartscore-", ignore_cleanup_errors=True)
        try:
            _unpack(archive, Path(folder.name))
        except BaseException:
            folder.cleanup()
            raise
        _folders[key] = folder
        remember_archive(Path(folder.name), archive)
    return Path(_folders[key].name)


def forget_unpacked() -> None:
    """Remove what was unpacked so far: for a process that reads many exams, whose pixels are read already."""
    while _folders:
        _folders.popitem()[1].cleanup()


def _unpack(archive: Path, folder: Path) -> None:
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(archive) as content:
            members = [member for member in content.infolist() if not member.is_dir()]
            if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
                raise NotAnImage(remark("series.archive_size", file=str(archive), gigabytes=MOST_BYTES >> 30))
            for member in members:
                parts = [part for part in PurePosixPath(member.filename.replace("\\", "/")).parts if part.strip("./")]
                place = folder.joinpath(*(part.replace(":", "_") for part in parts)) if parts else None
                if place is None:
                    continue
                place.parent.mkdir(parents=True, exist_ok=True)
                with content.open(member) as source, place.open("wb") as target:
                    # What is written is counted, as a header may lie about it.
                    while chunk := source.read(_CHUNK):
                        left -= len(chunk)
                        if left < 0:
                            raise NotAnImage(
                                remark("series.archive_size", file=str(archive), gigabytes=MOST_BYTES >> 30)
                            )
                        target.write(chunk)
    except (
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
        DeflateError,
        OSError,
    ) as error:
        raise NotAnImage(remark("series.archive_damaged", file=str(archive), reason=str(error))) from error
