"""Progress on a terminal: one line that rewrites itself, only where a person watches and only for long work."""

import sys
import time

from SmartScoreLib.progress import Progress, silent

_PATIENCE_S = 0.5
_EVERY_S = 0.1


def terminal_progress() -> Progress:
    """A progress callback for standard error; says nothing if that is not a terminal."""
    if not sys.stderr.isatty():
        return silent
    started = last = time.monotonic()

    def show(done: int, total: int, what: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - started < _PATIENCE_S or (now - last < _EVERY_S and done < total):
            return
        last = now
        end = "\r\x1b[K" if done >= total else ""
        print(f"\r\x1b[K{what} {done}/{total}{end}", end="", file=sys.stderr, flush=True)

    return show
