"""What leaves the panel otherwise than by DICOM, and the slices that its buttons and keys name."""

from collections.abc import Callable
from pathlib import Path

import qt
import slicer
from slicer.i18n import tr as _

from SmartScoreLib.desktop import texts
from SmartScoreLib.desktop.session import Session
from SmartScoreLib.desktop.views import shownSlice, showSlice


def copyScores(session: Session | None) -> None:
    """Put the table on the clipboard."""
    if session is not None:
        slicer.app.clipboard().setText(texts.tabText(session.sheet))


def askForCsv(save: Callable[[Path], None]) -> None:
    """Ask for a file, and save the scores there unless the user cancels."""
    chosen = qt.QFileDialog.getSaveFileName(
        slicer.util.mainWindow(), _("Save scores"), "smartscore.csv", _("Comma-separated values (*.csv)")
    )
    # PySide gives a pair, PythonQt the name alone.
    name = chosen if isinstance(chosen, str) else chosen[0]
    if name:
        save(Path(name))


def slicesShown(session: Session | None) -> tuple[int, ...]:
    """The slice in the large view, 0 = the most inferior; none outside of the volume."""
    index = shownSlice(session.volumeNode, session.series.geometry) if session is not None else None
    return () if index is None else (index,)


def slicesWithLesions(session: Session | None) -> tuple[int, ...]:
    """All slices that hold a lesion, 0 = the most inferior."""
    return session.slicesWithLesions() if session is not None else ()


def stepSlice(session: Session | None, by: int) -> None:
    """Show the next (by > 0) or previous slice with calcium in the large view."""
    if session is not None:
        geometry = session.series.geometry
        index = texts.nextOf(session.slicesWithLesions(), shownSlice(session.volumeNode, geometry), by)
        if index is not None:
            showSlice(session.volumeNode, geometry, index)
