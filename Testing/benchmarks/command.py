"""`smartscore score` as a user starts it: a cold process, time and resident memory."""

import json
import os
import subprocess
import sys
import time

import numpy as np

from run import Case, Row
from SmartScoreLib.phantom.marks import phantom_clicks
from timing import peak_mb


def measure(case: Case) -> list[Row]:
    """Best of five starts."""
    n = len(case.files)
    clicks = case.folder.parent / f"clicks-{n}.json"
    clicks.write_text(json.dumps(phantom_clicks(case.phantom)))
    arguments = ["score", str(case.folder), "--lesions", str(clicks), "--json", os.devnull]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "SmartScoreLib", *arguments], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    _, memory = peak_mb(f"# start\nfrom SmartScoreLib.cli.main import main\nmain({arguments!r})\n")
    megabytes = float(np.prod(case.phantom.geometry.shape)) * 2 / 2**20
    limit = 1.5 * megabytes + 120
    rows = [Row(n, "`smartscore score`, cold process", f"{min(times):.2f} s")]
    if n == 60:
        rows = [Row(n, "`smartscore score`, cold process", f"{min(times):.2f} s", "<= 0.8 s", min(times) <= 0.8)]
    held = memory <= limit
    return [*rows, Row(n, "  resident memory", f"{memory:.0f} MB", f"<= {limit:.0f} MB", held)]
