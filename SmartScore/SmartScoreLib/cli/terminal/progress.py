"""Progress on a terminal: one line that rewrites itself, only where a person watches and only for long work.

Work of hours tells it with the time left, and into a file (`nohup`, a queue) as a line every minute.
"""

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


_LINE_EVERY_S = 60.0


def long_progress() -> Progress:
    """A progress callback for work of minutes to days, with the time left, on standard error."""
    watched = sys.stderr.isatty()
    every = _EVERY_S if watched else _LINE_EVERY_S
    started = last = time.monotonic()

    def show(done: int, total: int, what: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last < every and not (watched and done >= total):
            return
        last = now
        left = time_left(now - started, done, total)
        line = f"{what} {done}/{total}{left}"
        if watched:
            print("\r\x1b[K" if done >= total else f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
        else:
            print(line, file=sys.stderr, flush=True)

    return show


def time_left(passed_s: float, done: int, total: int) -> str:
    """ ", 14 min left", by what was done so far; "" where nothing is done yet or all is."""
    if not 0 < done < total:
        return ""
    seconds = passed_s / done * (total - done)
    if seconds < 90:
        return f", {seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f", {minutes} min left" if minutes < 120 else f", {minutes // 60} h {minutes % 60} min left"
