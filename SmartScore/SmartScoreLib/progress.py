"""How long work tells its state."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called as progress(done, total, what). It may raise `errors.Cancelled` to stop the work."""


def silent(done: int, total: int, what: str) -> None:
    """Tell nobody."""
