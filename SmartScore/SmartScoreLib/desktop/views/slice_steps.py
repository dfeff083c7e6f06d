"""From one slice with calcium to the next, in the large view."""

from SmartScoreLib.desktop.views.views import shownSlice, showSlice
from SmartScoreLib.scene.session import ReadingSession


def stepSlice(session: ReadingSession | None, by: int) -> None:
    """Show the next (by > 0) or previous slice with calcium; after the last comes the first."""
    if session is not None:
        geometry = session.series.geometry
        index = nextOf(session.slicesWithLesions(), shownSlice(session.volumeNode, geometry), by)
        if index is not None:
            showSlice(session.volumeNode, geometry, index)


def nextOf(numbers: tuple[int, ...], current: int | None, by: int) -> int | None:
    """The next (by > 0) or previous number after the current one; after the last comes the first."""
    if not numbers:
        return None
    if by > 0:
        return next((number for number in numbers if current is None or number > current), numbers[0])
    return next((number for number in reversed(numbers) if current is None or number < current), numbers[-1])
