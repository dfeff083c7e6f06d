"""The figures of two methods: scores, differences, categories, arteries, lesions."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.comparison.agreement.agree import MeasureAgreement, PairAgreement
from SmartScoreLib.comparison.agreement.model import TOTAL
from SmartScoreLib.comparison.agreement.statistics.bland_altman import Differences
from SmartScoreLib.interpretation.classifications.model import Classification
from SmartScoreLib.reports.agreement.axes import DOUBLE, SINGLE, accent, ink, quiet, root_axis, rule, second
from SmartScoreLib.reports.agreement.texts import category_names, coefficient_text, pair_title, territory_name
from SmartScoreLib.reports.language.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Draw = Callable[[PairAgreement, Classification, Words], "Figure"]


def figures(pair: PairAgreement) -> dict[str, Draw]:
    """What can be drawn of a pair, by the name of the file; each is drawn when it is asked for."""
    found: dict[str, Draw] = {}
    agatston = _of(pair, "agatston")
    if any(one.territory == TOTAL for one in agatston):
        found |= {"scores": draw_scores, "bland-altman": draw_bland_altman, "categories": draw_categories}
    if any(one.territory != TOTAL for one in agatston):
        found["arteries"] = draw_arteries
    if any(one.icc.low is not None for one in agatston):
        found["icc"] = draw_icc
    if any(one.sensitivity.value is not None for one in pair.lesions.values()):
        found["lesions"] = draw_lesions
    return found


def _of(pair: PairAgreement, measure: str) -> list[MeasureAgreement]:
    return [one for one in pair.measures if one.measure == measure]


def _total(pair: PairAgreement) -> MeasureAgreement:
    return next(one for one in _of(pair, "agatston") if one.territory == TOTAL)


def _figure(width: float, height: float) -> "Figure":
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), dpi=300, layout="constrained")


def draw_scores(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """Agatston totals of the second over those of the first; dotted where a category begins."""
    one = _total(pair)
    drawn = _figure(SINGLE, SINGLE)
    axes = drawn.add_subplot()
    largest = max((*one.first, *one.second), default=0)
    for which in ("x", "y"):
        root_axis(axes, which, largest)
    end = axes.get_xlim()[1]
    for start in (grade.least for grade in classification.grades[1:]):
        if start <= end:
            axes.axvline(start, color=rule, linewidth=0.6, linestyle=":")
            axes.axhline(start, color=rule, linewidth=0.6, linestyle=":")
    axes.plot([0, end], [0, end], color=quiet, linewidth=0.8, label=words("agreement_line_of_identity"))
    _dots(axes, np.array(one.first), np.array(one.second))
    axes.set_aspect("equal", "box")
    axes.set_xlabel(f"{pair.first}: {words('agreement_measure_agatston')}")
    axes.set_ylabel(f"{pair.second}: {words('agreement_measure_agatston')}")
    axes.set_title(words("agreement_chart_scores"))
    axes.legend(loc="lower right")
    return drawn


def draw_bland_altman(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """Differences of Agatston totals against their mean, with both kinds of limits."""
    drawn = _figure(SINGLE * 1.45, SINGLE)
    axes = drawn.add_subplot()
    _differences(axes, _total(pair))
    axes.set_xlabel(words("agreement_mean_of", first=pair.first, second=pair.second))
    axes.set_ylabel(words("agreement_minus", first=pair.first, second=pair.second))
    axes.set_title(f"{words('agreement_measure_agatston')}: {words('agreement_chart_bland_altman')}")
    handles = [
        axes.plot([], [], color=accent, linewidth=1.2, label=words("agreement_root_line"))[0],
        axes.plot([], [], color=second, linewidth=0.8, linestyle="--", label=words("agreement_constant_line"))[0],
    ]
    drawn.legend(handles=handles, loc="outside lower center", ncols=2)
    return drawn


def draw_arteries(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """The same for each artery that either marks."""
    arteries = [one for one in _of(pair, "agatston") if one.territory != TOTAL]
    columns = min(len(arteries), 2)
    rows = -(-len(arteries) // columns)
    drawn = _figure(DOUBLE if columns > 1 else SINGLE * 1.45, 2.3 * rows + 0.3)
    for number, one in enumerate(arteries, 1):
        axes = drawn.add_subplot(rows, columns, number)
        _differences(axes, one)
        axes.set_title(territory_name(one.territory, words), fontsize=8)
    drawn.suptitle(
        f"{words('agreement_measure_agatston')}: {words('agreement_chart_arteries')}",
        fontsize=9, fontweight="bold", x=0.01, ha="left",
    )  # fmt: skip
    drawn.supxlabel(words("agreement_mean_of", first=pair.first, second=pair.second), fontsize=8)
    drawn.supylabel(words("agreement_minus", first=pair.first, second=pair.second), fontsize=8)
    return drawn


def draw_categories(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """How many exams have which category by either."""
    drawn = _figure(SINGLE, SINGLE)
    axes = drawn.add_subplot()
    table = pair.categories
    axes.imshow(np.sqrt(table), cmap="Blues", vmin=0, vmax=max(np.sqrt(table.max()), 1) * 1.25)
    for (row, column), count in np.ndenumerate(table):
        dark = np.sqrt(count) > 0.75 * np.sqrt(table.max())
        axes.text(
            column, row, str(count), ha="center", va="center", fontsize=9, color="white" if dark else ink,
            fontweight="bold" if row == column else "normal",
        )  # fmt: skip
    names = category_names(classification, words)
    axes.set_xticks(range(len(names)), names)
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_xlabel(f"{pair.second}: {classification.name}")
    axes.set_ylabel(f"{pair.first}: {classification.name}")
    axes.set_title(words("agreement_chart_categories"))
    return drawn


def draw_icc(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """ICC(A,1) of the total and of each artery."""
    rows = [
        (territory_name(one.territory, words), one.icc) for one in _of(pair, "agatston") if one.icc.value is not None
    ]
    drawn = _figure(SINGLE * 1.45, 0.28 * len(rows) + 0.9)
    axes = drawn.add_subplot()
    lowest = min([one.value if one.low is None else one.low for _, one in rows if one.value is not None])
    for number, (_, icc) in enumerate(rows):
        assert icc.value is not None  # those without are left out above
        if icc.low is not None and icc.high is not None:
            axes.plot([icc.low, icc.high], [number, number], color=accent, linewidth=1.4, solid_capstyle="butt")
        axes.plot([icc.value], [number], "o", color=accent, markersize=4)
        axes.text(
            1.02, number, coefficient_text(icc, words), va="center", fontsize=7, transform=axes.get_yaxis_transform()
        )
    axes.set_yticks(range(len(rows)), [name for name, _ in rows])
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(min(0.5, np.floor(lowest * 10) / 10), 1)
    axes.xaxis.set_major_formatter(lambda value, _place: words.number(value, 1))
    axes.grid(axis="x", color=rule, linewidth=0.4)
    axes.set_title(words("agreement_chart_icc"))
    return drawn


def draw_lesions(pair: PairAgreement, classification: Classification, words: Words) -> "Figure":
    """Sensitivity, positive predictive value and F1 of lesions, of all and by artery."""
    rows = [(territory_name(key, words), one) for key, one in pair.lesions.items()]
    drawn = _figure(DOUBLE, 0.3 * len(rows) + 1.0)
    names = ("sensitivity", "predictive_value", "f1")
    for place, name in enumerate(names, 1):
        axes = drawn.add_subplot(1, 3, place)
        for number, (_, found) in enumerate(rows):
            rate = getattr(found, name)
            if rate.value is None:
                continue
            if rate.low is not None:
                axes.plot([rate.low, rate.high], [number, number], color=accent, linewidth=1.4, solid_capstyle="butt")
            axes.plot([rate.value], [number], "o", color=accent, markersize=4, clip_on=False, zorder=3)
        axes.set_yticks(range(len(rows)), [label for label, _ in rows] if place == 1 else [""] * len(rows))
        axes.set_ylim(len(rows) - 0.5, -0.5)
        axes.set_xlim(0, 1)
        axes.set_xticks((0, 0.25, 0.5, 0.75, 1), ("0", "", words.number(0.5, 1), "", "1"))
        axes.grid(axis="x", color=rule, linewidth=0.4)
        axes.set_title(words(f"agreement_{name}"), fontsize=8)
    drawn.suptitle(
        f"{words('agreement_chart_lesions')}: {pair_title(pair, words)}",
        fontsize=9,
        fontweight="bold",
        x=0.01,
        ha="left",
    )
    return drawn


def _dots(axes: "Axes", x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
    axes.scatter(x, y, s=14, color=accent, alpha=0.55, linewidths=0, zorder=3, clip_on=False)


def _differences(axes: "Axes", one: MeasureAgreement) -> None:
    first, other = np.array(one.first), np.array(one.second)
    mean, difference = (first + other) / 2, other - first
    root_axis(axes, "x", float(mean.max(initial=0)))
    line = np.linspace(0, axes.get_xlim()[1], 200)
    axes.axhline(0, color=rule, linewidth=0.8)
    for limit in (one.differences.lower, one.differences.bias, one.differences.upper):
        if limit.value is not None and one.differences.deviation is not None:
            axes.axhline(limit.value, color=second, linewidth=0.8, linestyle="--")
    _root_lines(axes, line, one.square_root)
    _dots(axes, mean, difference)


def _root_lines(axes: "Axes", scores: NDArray[np.float64], found: Differences) -> None:
    if found.deviation is None:
        return
    root = np.sqrt(scores)
    for limit, width in ((found.lower, 1.2), (found.bias, 0.8), (found.upper, 1.2)):
        assert limit.value is not None  # there is a deviation
        axes.plot(scores, limit.value * root, color=accent, linewidth=width)
        if limit is not found.bias and limit.low is not None and limit.high is not None:
            axes.fill_between(scores, limit.low * root, limit.high * root, color=accent, alpha=0.12, linewidth=0)
