"""Time and memory of one call."""

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any


def best(call: Callable[[], Any], runs: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    return min(_once(call, time.perf_counter) for _ in range(runs))


def both(one: Callable[[], Any], other: Callable[[], Any], runs: int = 5) -> tuple[float, float]:
    """Seconds of the processor of the fastest of several runs of each, in turns.

    For a ratio that a busy machine must not change: neither waiting counts, nor a burst of load that hits one of them.
    """
    times = [(_once(one, time.process_time), _once(other, time.process_time)) for _ in range(runs)]
    return min(a for a, _ in times), min(b for _, b in times)


def _once(call: Callable[[], Any], clock: Callable[[], float]) -> float:
    start = clock()
    call()
    return clock() - start


def milliseconds(seconds: float) -> str:
    """Seconds as text in ms."""
    return f"{seconds * 1000:.3g} ms"


def peak_mb(code: str) -> tuple[float, float]:
    """Resident MB before and at the peak of `code`, in a fresh process that has run what stands before `# start`.

    From VmHWM of the kernel, which starts anew with the process; `ru_maxrss` would carry the parent's over.
    """
    before, after = code.split("# start\n")
    tell = "print([l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')][0])"
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{tell}\n{after}\n{tell}\n"], capture_output=True, text=True, check=True
    )
    first, *_, last = [int(line) / 1024 for line in done.stdout.split() if line.isdigit()]
    return first, last
