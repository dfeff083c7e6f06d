"""Corruptions of clicks: JSON of another shape, places elsewhere, territories that do not exist, and broken text."""

import copy
import json
import random
from typing import Any

from fuzz.exam import LESIONS, SLICES, Case, clicks, image_bytes

_VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3.5, 2.0, 1e300, float("nan"), float("inf"), 10**40, "", "LAD", "lad", "RCA",
    "Nonsense", "x" * 10_000, "山", [], {}, [1], [1, 2, 3, 4], [20, 11, 2], [13, 26, 4], [21, 11, 2], [0, 0, 0],
    [-1, 0, 0], [44, 40, 6], [1e9, 0, 0], ["1", "2", "3"], [None, None, None], [20.4, 11.4, 2.4],
    {"a": {"b": [[[[]]]]}}, "2.25.1", -0.0,
)  # fmt: skip
_KEYS = ("territory", "ijk", "lps_mm", "in_slice", "seeds", "SeriesInstanceUID", "comment", "unknown", "")


def corrupt(rng: random.Random) -> Case:
    """A document whose keys, values or bytes were changed, for the exam as it is."""
    document: Any = json.loads(clicks())
    kind = rng.choice(("none", "value", "value", "seed", "seed", "top", "shape", "bytes", "cut", "move"))
    seed = rng.choice(document["seeds"])
    if kind == "value":
        seed[rng.choice([*seed, *_KEYS])] = copy.deepcopy(rng.choice(_VALUES))
    elif kind == "seed":
        rng.choice((document["seeds"].append, lambda one: document["seeds"].insert(0, one)))(
            rng.choice(
                (dict(seed), {**seed, "territory": rng.choice(("LM", "LAD", "LCX", "RCA"))}, rng.choice(_VALUES))
            )
        )
    elif kind == "top":
        document[rng.choice(_KEYS)] = rng.choice(_VALUES)
    elif kind == "shape":
        document = rng.choice(
            (
                document["seeds"],
                [document],
                rng.choice(_VALUES),
                {"seeds": document},
                {"seeds": document["seeds"] * 500},
            )
        )
    elif kind == "move":
        place = [rng.randrange(-2, 46), rng.randrange(-2, 42), rng.randrange(-1, SLICES + 1)]
        if rng.random() < 0.6:  # onto or just beside calcium
            voxels, *_ = LESIONS[rng.choice(list(LESIONS))]
            place = [rng.randrange(part.start, part.stop + 1) for part in voxels[::-1]]
        seed.pop("lps_mm", None)
        seed["ijk"] = place if rng.random() < 0.7 else [value + rng.choice((0.0, 0.3, 0.5)) for value in place]
    raw = bytearray(json.dumps(document).encode(rng.choice(("utf-8", "utf-8", "utf-8", "utf-16", "utf-8-sig"))))
    if kind == "bytes":
        for _ in range(rng.choice((1, 1, 3))):
            raw[rng.randrange(len(raw))] = rng.choice(b'"{}[]:,0129-.eE\\\0\xff nLAD')
    elif kind == "cut":
        del raw[rng.randrange(len(raw)) :]
    files = {f"{index}.dcm": image_bytes(index) for index in range(SLICES)}
    return Case(
        files, ("clicks.json", bytes(raw)), f"{kind}: {bytes(raw[:300])!r}", harmless=kind == "none" and raw[:1] == b"{"
    )
