"""What the module adds to the start of Slicer: its import and registration, in starts without and with it in turn.

    python Testing/in_slicer/start_cost.py 5 Slicer --no-splash

After the number of pairs comes the command of Slicer. A start without the module loads it at its end and measures that
by the time of the processor, since whole starts differ by more than the module costs; both are printed.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

MODULE = Path(__file__).resolve().parents[2] / "SmartScore"
MOST_MS = 30.0
LOAD = """
import time, qt, slicer
factory = slicer.app.moduleManager().factoryManager()
before = time.process_time()
factory.registerModule(qt.QFileInfo({file!r}))
factory.loadModules(["SmartScore"])
import SmartScore
loaded = time.process_time()
SmartScore.onStartupCompleted()
done = time.process_time()
print("LOADED", (loaded - before) * 1000, (done - loaded) * 1000)
slicer.util.exit(0)
"""
"""Slicer calls what comes after `loaded` once it has started."""


def start(command: list[str], *options: str) -> tuple[float, str]:
    """Seconds of the processor that a whole start takes, and what it printed."""
    before = os.times()
    run = subprocess.run([*command, "--testing", *options], capture_output=True, text=True, check=False)
    after = os.times()
    return sum(after[2:4]) - sum(before[2:4]), run.stdout


def main(pairs: int, command: list[str], folder: str) -> int:
    """Print each pair, and the medians; 1 if the module takes more than it may."""
    loads, registrations, differences = [], [], []
    script = Path(folder) / "load.py"
    script.write_text(LOAD.format(file=str(MODULE / "SmartScore.py")), encoding="utf-8")
    end = Path(folder) / "end.py"
    end.write_text("import slicer\nslicer.util.exit(0)\n", encoding="utf-8")
    for number in range(pairs):
        without, said = start(command, "--python-script", str(script))
        load, registration = (float(one) for one in said.split("LOADED ")[1].split()[:2])
        whole, _ = start(command, "--additional-module-paths", str(MODULE), "--python-script", str(end))
        loads.append(load)
        registrations.append(registration)
        differences.append((whole - without) * 1000 + load + registration)
        print(f"{number + 1}: load {load:.1f} ms, registration {registration:.1f} ms; starts {without:.2f} s without, "
              f"{whole:.2f} s with", flush=True)  # fmt: skip
    both = median(a + b for a, b in zip(loads, registrations, strict=True))
    print(f"median: load {median(loads):.1f} ms, registration {median(registrations):.1f} ms, together {both:.1f} ms "
          f"(<= {MOST_MS:g}); whole starts differ by {median(differences):.0f} ms")  # fmt: skip
    return int(both > MOST_MS)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scripts:
        status = main(int(sys.argv[1]), sys.argv[2:], scripts)
    sys.exit(status)
