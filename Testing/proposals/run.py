"""Proposals on made-up chests, or on a folder of real series with marks: `make proposals`.

Rules were tuned on seeds 0 to 1499, and seeds 10000 to 10499 were looked at; from 11000 to 11499 they were measured.
Whoever changes a rule next may look at seeds to 11499, and measures on others, once.
"""

import argparse
import os
import pickle
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from near_heart import wrong_near_heart
from peers import Memory, heart_box, neighbors
from SmartScoreLib.phantom.anatomy.case import make_case
from SmartScoreLib.proposal.propose import propose
from summary import outline, summary
from truth import Outcome, compare


@dataclass(frozen=True)
class Measured:
    """One seed: the outcome, how many wrong candidates the neighborhood of the heart alone would give, and peers."""

    outcome: Outcome
    near: int
    peers: dict[str, Outcome]


def one(seed: int, memory: Path | None = None) -> Measured:
    """Propose on one seed."""
    case = make_case(seed)
    found = propose(case.series)
    others = {"heart box": compare(case, heart_box(found))}
    if memory is not None:
        known: Memory = pickle.loads(memory.read_bytes())  # of this program's own making
        others["nearest neighbors"] = compare(case, neighbors(found, known))
    return Measured(compare(case, found), wrong_near_heart(case), others)


def main() -> int:
    """Measure, and print the table; what is done is kept, so that a run can go on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=11000, help="the first seed")
    parser.add_argument("--cases", type=int, default=500, help="how many")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--keep", type=Path, help="folder for the outcome of each seed")
    parser.add_argument("--memory", type=Path, help="what peers.py wrote, to measure nearest neighbors as well")
    parser.add_argument("--series", type=Path, help="a folder of real series instead; see real.py")
    arguments = parser.parse_args()
    if arguments.series is not None:
        from real import measure

        print(measure(arguments.series))
        return 0
    seeds = range(arguments.first, arguments.first + arguments.cases)
    done = list(_measured(seeds, arguments.jobs, arguments.keep, arguments.memory))
    print(summary([one.outcome for one in done]))
    print(f"\nfor comparison\n  wrong candidates near the heart, a case: {sum(m.near for m in done) / len(done):.1f}")
    for name in sorted({name for one in done for name in one.peers}):
        print(f"  {name}: {outline([one.peers[name] for one in done if name in one.peers])}")
    return 0


def _measured(seeds: range, jobs: int, keep: Path | None, memory: Path | None) -> Iterable[Measured]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    known = {
        seed: keep / f"{seed}.pickle" for seed in seeds if keep is not None and (keep / f"{seed}.pickle").is_file()
    }
    for path in known.values():
        yield pickle.loads(path.read_bytes())  # of this program's own making
    left = [seed for seed in seeds if seed not in known]
    with ProcessPoolExecutor(jobs) as pool:
        for seed, measured in zip(left, pool.map(partial(one, memory=memory), left), strict=True):
            if keep is not None:
                (keep / f"{seed}.pickle").write_bytes(pickle.dumps(measured))
            yield measured


if __name__ == "__main__":
    sys.exit(main())
