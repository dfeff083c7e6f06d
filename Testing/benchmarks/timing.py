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


def peak_mb_above_start(code: str) -> float:
    """MB that `code` (after a line `# start`) adds at its peak to a fresh process that has run what stands before."""
    before, after = code.split("# start\n")
    script = (
        f"import resource\n{before}\n"
        "a = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        f"{after}\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - a)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024
