"""A file that a person asked for: it is there as a whole or not at all, and one that was there stays until then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Where to write: a file beside it, of the same suffix, that takes its place at the end.

    What is no plain file (a pipe, /dev/stdout) is written itself.

    Raises:
        OSError: naming `path`; what was written goes away, and a file that was there before is as it was.
    """
    try:
        if path.exists() and not path.is_file():
            yield path
            return
        target = path.resolve()
        draft = target.with_name(f".{target.stem}.{os.getpid()}{target.suffix}")
        try:
            yield draft
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error
