"""What the figures of an agreement have in common: sizes, colors, an axis for scores of every size."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from SmartScoreLib.reports.drawing.palette import ACCENT, INK, NOTICE_INK, QUIET_INK, RULE, Color

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SINGLE, DOUBLE = 3.5, 7.1
"""Widths of one and of two columns of a journal, inches (89 and 180 mm)."""

_TICKS = (0, 5, 10, 25, 50, 100, 200, 300, 600, 1000, 1500, 2000, 3000, 4000, 6000, 8000, 10000)
_APART = 0.1
"""Least distance of two ticks, as a part of the axis."""


def color(of: Color) -> str:
    """An sRGB color as matplotlib takes it."""
    return "#{:02x}{:02x}{:02x}".format(*of)


ink, quiet, accent, rule, second = (color(one) for one in (INK, QUIET_INK, ACCENT, RULE, NOTICE_INK))


@contextmanager
def figure_style() -> Iterator[None]:
    """matplotlib's settings for the figures: the same file every time, text as text in PDF, nothing that shouts."""
    import matplotlib

    settings: dict[str, Any] = {
        "font.family": "DejaVu Sans",
        "font.size": 8,
        "axes.titlesize": 9,
        "axes.titlelocation": "left",
        "axes.titleweight": "bold",
        "axes.labelcolor": ink,
        "axes.edgecolor": quiet,
        "axes.linewidth": 0.6,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "text.color": ink,
        "xtick.color": quiet,
        "ytick.color": quiet,
        "xtick.labelsize": 7,
        "ytick.labelsize": 7,
        "legend.fontsize": 7,
        "legend.frameon": False,
        "pdf.fonttype": 42,
        "svg.hashsalt": "smartscore",
        "savefig.facecolor": "white",
    }
    with matplotlib.rc_context(settings):
        yield


def root_axis(axes: "Axes", which: str, largest: float) -> None:
    """Scale the x or y axis by the square root: limits that go with the root are straight lines on it."""
    scale = {"functions": (lambda x: np.sqrt(np.maximum(x, 0)), np.square)}
    end = max(largest, 10) * 1.06
    ticks: list[int] = []
    for tick in _TICKS:
        if tick <= end and (not ticks or np.sqrt(tick) - np.sqrt(ticks[-1]) >= _APART * np.sqrt(end)):
            ticks.append(tick)
    if which == "x":
        axes.set_xscale("function", **scale)
        axes.set_xlim(0, end)
        axes.set_xticks(ticks)
    else:
        axes.set_yscale("function", **scale)
        axes.set_ylim(0, end)
        axes.set_yticks(ticks)
