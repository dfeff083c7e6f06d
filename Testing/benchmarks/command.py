"""`smartscore score` as a user starts it: a cold process, time and resident memory."""

import json
import os
import subprocess
import sys
import time

import numpy as np

from run import Case, Row
from SmartScoreLib.phantom.marks import phantom_clicks


def measure(case: Case) -> list[Row]:
    """Best of three starts; resident memory from the kernel's account of the child."""
    n = len(case.files)
    clicks = case.folder.parent / f"clicks-{n}.json"
    clicks.write_text(json.dumps(phantom_clicks(case.phantom)))
    command = [
        sys.executable,
        "-m",
        "SmartScoreLib",
        "score",
        str(case.folder),
        "--lesions",
        str(clicks),
        "--json",
        "-",
    ]
    times, memory = [], []
    for _ in range(3):
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        times.append(time.perf_counter() - start)
        memory.append(usage.ru_maxrss / 1024)
        if status:
            raise RuntimeError(f"smartscore score ended with status {status}")
    megabytes = float(np.prod(case.phantom.geometry.shape)) * 2 / 2**20
    limit = 1.5 * megabytes + 120
    rows = [Row(n, "`smartscore score`, cold process", f"{min(times):.2f} s")]
    if n == 60:
        rows = [Row(n, "`smartscore score`, cold process", f"{min(times):.2f} s", "<= 0.8 s", min(times) <= 0.8)]
    held = max(memory) <= limit
    return [*rows, Row(n, "  resident memory", f"{max(memory):.0f} MB", f"<= {limit:.0f} MB", held)]
