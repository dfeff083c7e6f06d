"""Many exams: 2,000 small ones and 20 full-sized, by one process and two, against a process an exam; memory; kills.

    python Testing/benchmarks/cohort.py FOLDER [--small 2000] [--full 20] [--kills 20] [--parts ...]

The exams are made once in FOLDER and stay there. Times of one part are ratios within one run; what other processes do
at the same time disturbs both sides.
"""

import argparse
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path[:0] = [str(folder) for folder in (Path(__file__).resolve().parents[1], Path(__file__).resolve().parent)]

from cohorts import SAME, tiny, write_exam  # noqa: E402
from SmartScoreLib.lesions.territories import BY_KEY  # noqa: E402
from SmartScoreLib.phantom.expected import expected_scores  # noqa: E402
from SmartScoreLib.phantom.marks import phantom_clicks  # noqa: E402
from SmartScoreLib.phantom.model import Phantom  # noqa: E402
from SmartScoreLib.phantom.standard import standard_phantom  # noqa: E402
from SmartScoreLib.phantom.write import write_phantom  # noqa: E402

PARTS = ("arithmetic", "two_cores", "process_an_exam", "memory", "kills", "dask")
_FULL_BYTES = 60 * 512 * 512 * 2


def small(number: int) -> Phantom:
    """The phantom of a small exam; 50 kinds of lesions, an own identity each."""
    return tiny(number % 50)


def full(number: int) -> Phantom:
    """The phantom of a full-sized exam: 60 slices of 512 x 512."""
    return standard_phantom(slices=60, spacing_mm=2.5, seed=number)


def make(folder: Path, counts: dict[str, int]) -> None:
    """Make what is not there yet."""
    for kind, count in counts.items():
        place = folder / kind
        for number in range(count):
            name = f"{kind}{number:05d}"
            if (place / "marks" / f"{name}.json").exists():
                continue
            if kind == "small":
                write_exam(place, name, small(number))
            else:
                (place / "marks").mkdir(parents=True, exist_ok=True)
                write_phantom(full(number), place / "ct" / name, uid_seed=name)
                (place / "marks" / f"{name}.json").write_text(json.dumps(phantom_clicks(full(number))))
            if number % 200 == 199:
                print(f"made {number + 1} {kind} exams", file=sys.stderr)


def command(folder: Path, out: Path, *options: str) -> list[str]:
    """The command over a folder of exams."""
    return [
        sys.executable, "-m", "SmartScoreLib", "cohort", str(folder / "ct"), "--lesions", str(folder / "marks"),
        "--out", str(out), *options,
    ]  # fmt: skip


def seconds(words: list[str]) -> float:
    """How long a command takes."""
    start = time.perf_counter()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def fresh(folder: Path, name: str) -> Path:
    """An output folder that is not there."""
    shutil.rmtree(folder / name, ignore_errors=True)
    return folder / name


def arithmetic(folder: Path, counts: dict[str, int]) -> None:
    """Every row of both tables against the description of its phantom."""
    for kind in counts:
        out = fresh(folder, f"out-{kind}")
        took = seconds(command(folder / kind, out))
        worst, rows = 0.0, 0
        with (out / "exams.csv").open(newline="") as file:
            for row in csv.DictReader(file):
                rows += 1
                number = int(row["exam"].removeprefix(kind))
                wanted = expected_scores(small(number) if kind == "small" else full(number))
                for key in ("total", *BY_KEY):
                    value = row[f"{key.lower()}_agatston"]
                    expected = wanted[key].agatston if key in wanted else 0.0
                    if value == "":
                        assert (row["outcome"], expected) == ("not_read", 0), row["exam"]
                    else:
                        worst = max(worst, abs(float(value) - expected))
        assert rows == counts[kind]
        print(f"{kind}: {rows} exams in {took:.1f} s; greatest difference of an Agatston score {worst:.2g}")


def two_cores(folder: Path, counts: dict[str, int]) -> None:
    """All exams, small and full-sized, by one process against two, in turns; the best of each."""
    together = fresh(folder, "together")
    for kind in counts:
        for part in ("ct", "marks"):
            (together / part).mkdir(parents=True, exist_ok=True)
            for one in (folder / kind / part).iterdir():
                (together / part / one.name).symlink_to(one.resolve())
    times: dict[str, list[float]] = {"1": [], "2": []}
    for _ in range(3):
        for jobs, taken in times.items():
            taken.append(seconds(command(together, fresh(folder, "out-jobs"), "--jobs", jobs)))
    one, two = min(times["1"]), min(times["2"])
    print(f"{sum(counts.values())} exams: one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} x (goal >= 1.8)")


def process_an_exam(folder: Path, counts: dict[str, int]) -> None:
    """A loop of `smartscore score` over 60 small exams, two at a time, against the same exams in one run."""
    del counts
    some = folder / "some"
    if not some.exists():
        (some / "ct").mkdir(parents=True)
        (some / "marks").mkdir()
        for number in range(60):
            name = f"small{number:05d}"
            (some / "ct" / name).symlink_to(folder / "small" / "ct" / name)
            shutil.copy(folder / "small" / "marks" / f"{name}.json", some / "marks")
    ratios = []
    for _ in range(3):
        start = time.perf_counter()
        waiting = [
            [sys.executable, "-m", "SmartScoreLib", "score", str(one), "--lesions",
             str(some / "marks" / f"{one.name}.json"), "--csv", os.devnull]
            for one in sorted((some / "ct").iterdir())
        ]  # fmt: skip
        running: list[subprocess.Popen[bytes]] = []
        for words in waiting:
            if len(running) == 2:
                running.pop(0).wait()
            running.append(subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        for one in running:
            one.wait()
        each = time.perf_counter() - start
        together = seconds(command(some, fresh(folder, "out-some"), "--jobs", "2"))
        ratios.append((each / together, each, together))
    best = max(ratios)
    print(f"60 exams: a process each {best[1]:.1f} s, one run {best[2]:.1f} s: {best[0]:.1f} x (goal >= 4)")


def memory(folder: Path, counts: dict[str, int]) -> None:
    """The most memory of a worker, as each run says in timing.csv."""
    for kind in counts:
        with (folder / f"out-{kind}" / "timing.csv").open(newline="") as file:
            most = max(float(row["peak_mb"]) for row in csv.DictReader(file))
        volume = (_FULL_BYTES if kind == "full" else 12 * 64 * 64 * 2) / 2**20
        print(
            f"{kind}: a worker at most {most:.0f} MB (goal <= 1.5 x {volume:.1f} + 200 = {1.5 * volume + 200:.0f} MB)"
        )


def kills(folder: Path, counts: dict[str, int], times: int) -> None:
    """The run over the small exams killed at random moments with all its processes, and resumed until it ends."""
    del counts
    out, rng = fresh(folder, "out-kills"), random.Random(7)
    seconds(command(folder / "small", fresh(folder, "out-whole"), "--jobs", "2"))
    journal, count = out / "progress" / "exams.jsonl", len(list((folder / "small" / "ct").iterdir()))
    for target in sorted(rng.randrange(count) for _ in range(times)):
        process = subprocess.Popen(
            command(folder / "small", out, "--jobs", "2"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while kept(journal) < target:
            time.sleep(0.05)
        time.sleep(rng.random())  # anywhere between two exams, and in the middle of a line
        process.kill()
        process.wait()
        print(f"killed at {target}, {kept(journal)} exams kept", file=sys.stderr)
    seconds(command(folder / "small", out, "--jobs", "2"))
    differ = [name for name in SAME if (out / name).read_bytes() != (folder / "out-whole" / name).read_bytes()]
    print(f"killed {times} times and resumed: files that differ: {differ or 'none'}")


def kept(journal: Path) -> int:
    """Whole lines of a journal."""
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def dask(folder: Path, counts: dict[str, int]) -> None:
    """A cluster of three local workers of which one is killed, against the run that `kills` has left."""
    del counts
    from distributed import LocalCluster

    out = fresh(folder, "out-dask")
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        process = subprocess.Popen(
            command(folder / "small", out, "--scheduler", cluster.scheduler_address), stdout=subprocess.DEVNULL
        )
        journal = out / "progress" / "exams.jsonl"
        while not journal.exists() or journal.stat().st_size < 1_000_000:
            time.sleep(0.2)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        assert process.wait() == 0
    same = folder / "out-whole"
    differ = [name for name in SAME[:6] if (out / name).read_bytes() != (same / name).read_bytes()]
    print(f"three Dask workers, one killed: tables that differ: {differ or 'none'}")


def main() -> None:
    """Make the exams and run the parts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--small", type=int, default=2000)
    parser.add_argument("--full", type=int, default=20)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    arguments = parser.parse_args()
    counts = {"small": arguments.small, "full": arguments.full}
    make(arguments.folder, counts)
    for part in arguments.parts:
        if part == "kills":
            kills(arguments.folder, counts, arguments.kills)
        else:
            {"arithmetic": arithmetic, "two_cores": two_cores, "process_an_exam": process_an_exam, "memory": memory,
             "dask": dask}[part](arguments.folder, counts)  # fmt: skip


if __name__ == "__main__":
    main()
