"""Ctrl-C waits while something is done that must not stop half way."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def interrupts_held() -> Iterator[Callable[[], None]]:
    """Hold Ctrl-C back; the function given raises KeyboardInterrupt if it was pressed so far.

    Call it right before the point of no return. What is pressed later comes too late and is dropped.
    """
    pressed: list[Any] = []

    def raise_if_pressed() -> None:
        if pressed:
            raise KeyboardInterrupt

    previous = signal.getsignal(signal.SIGINT)
    # Signals are the main thread's, and a handler that was not set from Python (None) is not ours to replace.
    if previous is None or threading.current_thread() is not threading.main_thread():
        yield raise_if_pressed
        return
    signal.signal(signal.SIGINT, lambda *_: pressed.append(True))
    try:
        yield raise_if_pressed
    finally:
        signal.signal(signal.SIGINT, previous)
