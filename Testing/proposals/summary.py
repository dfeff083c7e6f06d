"""Recall, false positives, totals and territories of many cases, with intervals."""

import math
from collections import Counter
from collections.abc import Sequence

from truth import LEAST_AGATSTON, Lesion, Outcome, is_metal


def wilson(hits: int, count: int) -> tuple[float, float, float]:
    """A share in percent with its 95 % interval (Wilson 1927)."""
    if not count:
        return math.nan, math.nan, math.nan
    z, p = 1.959964, hits / count
    middle = (p + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(p * (1 - p) / count + z * z / (4 * count * count))
    return 100 * p, 100 * max(0.0, middle - half), 100 * min(1.0, middle + half)


def share(hits: int, count: int) -> str:
    """As text."""
    p, low, high = wilson(hits, count)
    return f"{p:5.1f} % ({low:.1f} to {high:.1f}), {hits} of {count}" if count else "none"


def within(outcome: Outcome, part: float = 0.10) -> bool:
    """Whether the total of what is proposed is the true one, by a tenth."""
    return abs(outcome.proposed_total - outcome.true_total) <= part * outcome.true_total


def apart(outcome: Outcome) -> bool:
    """Whether no calcium of a case that scores touches metal: elsewhere no protocol says what its score is."""
    return not any(one.touches_metal and one.agatston > 0 for one in outcome.lesions)


def right(lesion: Lesion) -> bool:
    """Whether a lesion has its territory: the short trunk is not told from its first branch."""
    return lesion.proposed_as == lesion.territory or {lesion.proposed_as, lesion.territory} == {"LM", "LAD"}


def outline(outcomes: Sequence[Outcome]) -> str:
    """In one line, for comparison."""
    large = [one for case in outcomes for one in case.lesions if one.agatston >= LEAST_AGATSTON]
    with_calcium = [case for case in outcomes if case.true_total > 0]
    zero = [case for case in outcomes if case.true_total == 0]
    wrong = sum(len(case.wrong) for case in outcomes) / max(1, len(outcomes))
    return (
        f"found {share(sum(one.found for one in large), len(large))}; "
        f"total {share(sum(map(within, with_calcium)), len(with_calcium))}; "
        f"zero {share(sum(case.proposed_total == 0 for case in zero), len(zero))}; wrong a case {wrong:.2f}"
    )


def summary(outcomes: Sequence[Outcome]) -> str:
    """The table."""
    lesions = [one for case in outcomes for one in case.lesions]
    large = [one for one in lesions if one.agatston >= LEAST_AGATSTON]
    found = [one for one in large if one.found]
    with_calcium = [case for case in outcomes if case.true_total > 0]
    zero = [case for case in outcomes if case.true_total == 0]
    wrong = [one for case in outcomes for one in case.wrong]
    metal = [case for case in outcomes if any(map(is_metal, case.other_kinds))]
    scoring = [one for one in lesions if one.agatston > 0]
    alone = [one for one in large if not one.touches_metal]
    clear = [case for case in with_calcium if apart(case)]
    more = [case for case in clear if case.true_total >= LEAST_AGATSTON]
    rows = (
        ("cases judged", share(sum(c.judged for c in outcomes), len(outcomes))),
        ("lesions with Agatston >= 10 proposed", share(len(found), len(large))),
        ("  those that touch no metal", share(sum(one.found for one in alone), len(alone))),
        ("  all that score", share(sum(o.found for o in scoring), len(scoring))),
        ("territory right (LM among LM and LAD)", share(sum(map(right, found)), len(found))),
        ("  LM told from LAD as well", share(sum(o.proposed_as == o.territory for o in found), len(found))),
        ("total within 10 %", share(sum(map(within, with_calcium)), len(with_calcium))),
        ("  where no calcium touches metal", share(sum(map(within, clear)), len(clear))),
        ("  and the true total is 10 or more", share(sum(map(within, more)), len(more))),
        ("zero stays zero", share(sum(c.proposed_total == 0 for c in zero), len(zero))),
        ("at most one wrong proposal", share(sum(len(c.wrong) <= 1 for c in outcomes), len(outcomes))),
        ("wrong proposals a case", f"{len(wrong) / max(1, len(outcomes)):5.2f}"),
        ("pieces of metal proposed", f"{sum(is_metal(w.kind) for w in wrong):5} in {len(metal)} cases with metal"),
    )
    lines = [f"{name:40} {value}" for name, value in rows]
    lines += ["", "by vessel (Agatston >= 10)"]
    for vessel in ("LM", "LAD", "LCX", "RCA", "PDA"):
        of = [one for one in large if one.territory == vessel]
        named = Counter(one.proposed_as for one in of if one.found)
        lines.append(f"  {vessel:4} proposed {share(sum(o.found for o in of), len(of))}")
        lines.append(f"       as itself {share(named[vessel], named.total())}  {dict(named)}")
    lines += ["", "wrong proposals by kind, per case that holds the kind"]
    for kind, count in Counter(one.kind for one in wrong).most_common():
        holding = sum(kind in case.other_kinds for case in outcomes) if kind != "nothing" else len(outcomes)
        lines.append(f"  {kind:15} {count} in {holding} cases")
    lines += ["", f"lost, by what they were taken for: {dict(Counter(o.lost_as for o in large if not o.found))}"]
    return "\n".join(lines)
