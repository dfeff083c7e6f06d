"""Dashed outlines of open proposals in the slice views, in the color of their vessel: no mark, and nothing to save."""

from collections.abc import Sequence
from typing import Any

import vtk

from SmartScoreLib.desktop.views.layout import AXIAL, CORONAL, SAGITTAL
from SmartScoreLib.desktop.views.overlay import Overlay
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.proposal.model import Proposal
from SmartScoreLib.scene.marking.outlines import ColoredPiece, dashedPieces
from SmartScoreLib.scene.session import ReadingSession


class Outlines:
    """Shows and hides the outlines."""

    def __init__(self) -> None:
        self._session: ReadingSession | None = None
        self._pieces: list[ColoredPiece] = []
        self._overlay = Overlay(self._lines)

    def show(self, session: ReadingSession, proposals: Sequence[Proposal]) -> None:
        """Outline these proposals."""
        self._session = session
        self._pieces = [(one.features.corner, one.features.mask, BY_KEY[one.territory].color) for one in proposals]
        self._overlay.show((AXIAL, CORONAL, SAGITTAL))
        self._overlay.update()

    def hide(self) -> None:
        """Remove the outlines."""
        self._session, self._pieces = None, []
        self._overlay.hide()

    def _lines(self, node: Any) -> vtk.vtkPolyData:
        session = self._session
        if session is None:
            return vtk.vtkPolyData()
        return dashedPieces(node, session.volumeNode, session.series.geometry, self._pieces)
