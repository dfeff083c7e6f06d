"""What an earlier reading called the calcium of a lesion: said, and given to it when the reader asks for it.

Nothing is marked into a territory that was not read beside the key before it was pressed, or asked for by the button.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from slicer.i18n import tr as _

from SmartScoreLib.comparison.compare import shown_date
from SmartScoreLib.comparison.matching.before import lesions_before
from SmartScoreLib.desktop.current import Current
from SmartScoreLib.desktop.followup.opening import Opened
from SmartScoreLib.desktop.keys import KEYS
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.lesions.clicking import ClickSettings, calcium_at
from SmartScoreLib.lesions.components import Candidate
from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.scene.coordinates import worldFromLps
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.measure import score_lesions
from SmartScoreLib.scoring.model import LesionScore, ScoreSheet

_NO_VESSEL = "CORONARY"
"""Nobody said which vessel: less than is known today."""
_NOT_MARKED = "OTHER"
"""The territory of a candidate while it is looked for: it belongs to no artery yet."""


@dataclass(frozen=True)
class _Offer:
    """What the key gives: to which lesion or candidate, which territory, and the scores that were in force."""

    to: LesionScore | Candidate
    territory: str
    sheet: ScoreSheet


class EarlierTerritories:
    """Offers for one lesion at a time, and all at once."""

    def __init__(self, current: Current, opened: Callable[[], Opened | None], onEdited: Callable[[], None]) -> None:
        """`opened` gives the earlier reading that is open, `onEdited` is called after an edit of the marks."""
        self._current, self._opened, self._onEdited = current, opened, onEdited
        self._offer: _Offer | None = None

    def said(self, one: LesionScore | LeftOut | Candidate) -> str:
        """What the earlier reading says of a lesion or a candidate, and which key takes that over; "" for nothing."""
        self._offer = None
        session, opened = self._current.session, self._opened()
        if session is None or opened is None or isinstance(one, LeftOut):
            return ""
        lesions, lesion = list(session.sheet.lesions), one
        if isinstance(lesion, Candidate):
            unmarked = _scored(session, lesion)
            if unmarked is None:
                return ""
            lesions.append(unmarked)
            lesion = unmarked
        found = _before(session, opened, lesions)
        if found is None or lesion not in lesions:
            return ""
        before, date = found[lesions.index(lesion)], shown_date(opened[0])
        if before is None:
            return _("Not marked on {date}.").format(date=date)
        if before.territory == _NO_VESSEL:
            return _("Marked on {date}, of no known vessel.").format(date=date)
        values = {"territory": before.territory, "date": date, "key": KEYS["earlierTerritory"]}
        if isinstance(one, LesionScore) and before.territory == one.territory:
            return _("{territory} on {date} too.").format(**values)
        self._offer = _Offer(one, before.territory, session.sheet)
        if isinstance(one, Candidate):
            return _("{territory} on {date}: {key} marks it so.").format(**values)
        return _("{territory} on {date}: {key} gives it to {territory}.").format(**values)

    def take(self) -> None:
        """Give the lesion of which it was last said what it was on the earlier scan that territory; one step of undo.

        Nothing happens if the marks have changed since.
        """
        session, offer, self._offer = self._current.session, self._offer, None
        if session is None or offer is None or offer.sheet is not session.sheet:
            self._current.tell(_("First choose a lesion that had another territory on the earlier scan."))
            return
        if isinstance(offer.to, Candidate):
            place = session.series.geometry.lps_mm(offer.to.peak_index).tolist()
            ras = worldFromLps(session.volumeNode, place)
            inSlice = self._current.settings.parameterNode.inSlice
            edit = session.markAt(ras, offer.territory, inSlice=inSlice)
        else:
            edit = session.reassignLesion(offer.to, offer.territory)
        self._onEdited()
        if edit.refusal is not None:
            self._current.tell(remarkText(edit.refusal))
        elif edit.changed:
            self._current.tell(
                _("{territory}, as on the earlier scan. Z takes that back.").format(territory=offer.territory)
            )

    def takeAll(self) -> int:
        """Give every marked lesion the territory that it had on the earlier scan; how many changed.

        Each is one step of undo, and each is told.
        """
        session, moved = self._current.session, []
        for _round in range(len(session.sheet.lesions) if session is not None else 0):
            wanted = self._wanted()
            if session is None or wanted is None:
                break
            lesion, territory = wanted
            if not session.reassignLesion(lesion, territory).changed:
                break
            moved.append(f"{lesion.territory} \N{RIGHTWARDS ARROW} {territory}")
        self._offer = None
        self._onEdited()
        said = _("Taken from the earlier scan: {moves}. Z takes each back.").format(moves=", ".join(moved))
        self._current.tell(said if moved else _("No lesion had another territory on the earlier scan."))
        return len(moved)

    def forget(self) -> None:
        """Another earlier scan, or none."""
        self._offer = None

    def _wanted(self) -> tuple[LesionScore, str] | None:
        """The first lesion that had another territory, with that; None if all agree."""
        session, opened = self._current.session, self._opened()
        if session is None or opened is None:
            return None
        lesions = session.sheet.lesions
        for lesion, before in zip(lesions, _before(session, opened, lesions) or (), strict=False):
            if before is not None and before.territory not in (lesion.territory, _NO_VESSEL):
                return lesion, before.territory
        return None


def _before(
    session: ReadingSession, opened: Opened, lesions: Sequence[LesionScore]
) -> tuple[LesionScore | None, ...] | None:
    reading, alignment = opened
    return lesions_before(reading, lesions, session.series.geometry, alignment)


def _scored(session: ReadingSession, candidate: Candidate) -> LesionScore | None:
    """A candidate as the lesion that a click there would mark; None where it would count nothing."""
    rules, series = session.state.protocol, session.series
    click = ClickSettings(rules.threshold_hu, session.marker.limitMm3)
    grown = calcium_at(series.hu, series.geometry, candidate.peak_index, click)
    labels = np.where(grown.mask, BY_KEY[_NOT_MARKED].label, 0).astype(np.uint8)
    marks = LesionMap(series.geometry, grown.corner, labels)
    found = score_lesions(series.hu, marks, rules, {_NOT_MARKED})
    return max(found, key=lambda one: one.volume_mm3, default=None)
