"""Thousands of corruptions of a CT exam and its marks: `make fuzz`, or `make fuzz CASES=1000 SEED=2`.

Every case has a name, KIND:NUMBER, and is the same in every run: `python Testing/fuzz/run.py --only headers:17` does
one again and shows the end of its traceback. What must hold is written in judge.py. Exit status 0 if all held.
"""

import argparse
import faulthandler
import os
import random
import sys
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

TESTING = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTING), str(TESTING.parent / "SmartScore")]

from fuzz import corrupt_clicks, corrupt_headers, corrupt_masks, corrupt_pixels  # noqa: E402
from fuzz.judge import judge  # noqa: E402

KINDS = {
    "headers": corrupt_headers.corrupt,
    "pixels": corrupt_pixels.corrupt,
    "masks": corrupt_masks.corrupt,
    "clicks": corrupt_clicks.corrupt,
}
CHUNK = 50
# Drawing and saving take fifty times as long as scoring; these cases do them too.
PAGES_EVERY, SAVING_EVERY = 200, 400
# Nothing of C that hangs can be stopped from Python; the process ends itself.
DEAD_S = 120
_LAST_WORDS = os.fdopen(os.dup(2), "w")


@dataclass(frozen=True)
class Failure:
    """A case that broke a promise: its name, what was done, and the last lines of what came of it."""

    name: str
    what: str
    error: str


def main() -> int:
    """Run the cases on every core and print what broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--only", metavar="KIND:NUMBER")
    arguments = parser.parse_args()
    if arguments.only:
        kind, number = arguments.only.split(":")
        failures, outcomes = several(kind, range(int(number), int(number) + 1), arguments.seed)
    else:
        failures, outcomes = everything(arguments.cases, arguments.seed, arguments.jobs)
    for failure in sorted(failures, key=lambda one: one.error[-60:]):
        print(f"\n{failure.name}  {failure.what[:400]}\n{failure.error}")
    for outcome, count in sorted(outcomes.items()):
        print(f"{outcome}: {count}")
    print(f"{sum(outcomes.values())} corruptions, {len(failures)} broke a promise")
    return 1 if failures else 0


def everything(cases: int, seed: int, jobs: int) -> tuple[list[Failure], Counter[str]]:
    """All kinds in equal shares, in chunks over `jobs` processes."""
    failures: list[Failure] = []
    outcomes: Counter[str] = Counter()
    with ProcessPoolExecutor(jobs, initializer=_quiet) as pool:
        waiting = {pool.submit(several, kind, numbers, seed): kind for kind, numbers in _chunks(cases)}
        for done, future in enumerate(as_completed(waiting), 1):
            try:
                found, counted = future.result()
            except BrokenProcessPool:
                return [*failures, Failure("?", "a process died; its last words are above", "")], outcomes
            failures += found
            outcomes += counted
            for failure in found:
                print(f"{failure.name}  {failure.what[:200]}", file=_LAST_WORDS, flush=True)
            if done % 20 == 0:
                print(f"{done} of {len(waiting)} chunks, {len(failures)} failures", file=_LAST_WORDS, flush=True)
    return failures, outcomes


def _chunks(cases: int) -> Iterator[tuple[str, range]]:
    share = -(-cases // len(KINDS))
    for start in range(0, share, CHUNK):
        for kind in KINDS:
            yield kind, range(start, min(start + CHUNK, share))


def several(kind: str, numbers: range, seed: int) -> tuple[list[Failure], Counter[str]]:
    """The cases of one kind with these numbers."""
    failures = []
    outcomes: Counter[str] = Counter()
    with TemporaryDirectory(prefix="smartscore-fuzz-", dir=_memory()) as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number in numbers:
            what = "not made"
            faulthandler.dump_traceback_later(DEAD_S, exit=True, file=_LAST_WORDS)
            try:
                case = KINDS[kind](random.Random(f"{kind}:{number}:{seed}"))
                what = case.what
                pages, saving = number % PAGES_EVERY == 0, number % SAVING_EVERY == 0
                outcomes[f"{kind}, {judge(case, Path(folder), pages=pages, saving=saving)}"] += 1
            except Exception:
                outcomes[f"{kind}, broken"] += 1
                last = traceback.format_exc().strip().splitlines()
                failures.append(Failure(f"{kind}:{number}", what, "\n".join(last[-9:])))
            finally:
                faulthandler.cancel_dump_traceback_later()
    return failures, outcomes


def _quiet() -> None:
    """Readers written in C tell of every broken file on standard error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _memory() -> str | None:
    """A folder that is no disk, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


if __name__ == "__main__":
    sys.exit(main())
