"""Time and memory of one call."""

import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any


def best(call: Callable[[], Any], runs: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


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
