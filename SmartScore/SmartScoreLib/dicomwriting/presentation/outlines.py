"""The outline of a component of pixels, along the edges of its pixels."""

import numpy as np
from numpy.typing import NDArray

Point = tuple[int, int]


def outlines(pixels: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """Closed lines around pixels of one slice, and around each hole.

    Args:
        pixels: (n, 2) rows and columns.

    Returns:
        For each line an (m, 2) array of corners, the first again as the last, as (column, row) in the units of graphic
        annotations: 0, 0 is the top left corner of the top left pixel, 1, 1 its bottom right corner (PS3.3 C.10.5).
        Every second line inside another one is a hole.
    """
    follows = _edges({(row, column) for row, column in pixels.tolist()})
    lines = []
    while follows:
        start = min(follows)
        line, before, here = [start], (0, 0), start
        while True:
            after = _turn(follows, before, here)
            before, here = (after[0] - here[0], after[1] - here[1]), after
            line.append(here)
            if here == start and start not in follows:
                break
        lines.append(_corners(line))
    return lines


def _edges(inside: set[Point]) -> dict[Point, list[Point]]:
    """Edges between a pixel and none, by their start; with the pixel on the right hand of the way."""
    follows: dict[Point, list[Point]] = {}
    for row, column in inside:
        left, top, right, bottom = column, row, column + 1, row + 1
        for beside, start, end in (
            ((row - 1, column), (left, top), (right, top)),
            ((row, column + 1), (right, top), (right, bottom)),
            ((row + 1, column), (right, bottom), (left, bottom)),
            ((row, column - 1), (left, bottom), (left, top)),
        ):
            if beside not in inside:
                follows.setdefault(start, []).append(end)
    return follows


def _turn(follows: dict[Point, list[Point]], before: Point, here: Point) -> Point:
    """Take the next edge; where pixels touch at a corner, the one to the left, so that one line goes around both."""
    ends = follows[here]
    left = (here[0] + before[1], here[1] - before[0])
    after = left if left in ends else ends[0]
    ends.remove(after)
    if not ends:
        del follows[here]
    return after


def _corners(line: list[Point]) -> NDArray[np.int32]:
    """The line without the points between two corners."""
    points = np.array(line[:-1], np.int32)
    into, out = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    kept = points[(into != out).any(axis=1)]
    return np.concatenate([kept, kept[:1]])
