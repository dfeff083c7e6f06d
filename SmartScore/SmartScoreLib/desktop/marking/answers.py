"""What the panel answers when marks have changed: what is there now that was not there before."""

from collections.abc import Sequence

from slicer.i18n import tr as _

from SmartScoreLib.desktop.marking.lesion_list import Listed
from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.scoring.left_out import LeftOut
from SmartScoreLib.scoring.rounding import agatston_text, volume_text


def newOf(before: Sequence[Listed], after: Sequence[Listed]) -> Listed | None:
    """The last of what is new in the list; what counts nothing comes first. None where nothing is new."""
    new = [one for one in after if one not in before]
    return next((one for one in new if isinstance(one, LeftOut)), new[-1] if new else None)


def answerTo(one: Listed) -> str:
    """What is marked, in words."""
    volume = volume_text(one.volume_mm3)
    if isinstance(one, LeftOut):
        return _("{territory}: marked, {volume} mm³, but it counts nothing. {reason}").format(
            territory=one.territory, volume=volume, reason=remarkText(one.reason)
        )
    return _("{territory}: {volume} mm³, peak {peak:.0f} HU, Agatston {agatston}.").format(
        territory=one.territory, volume=volume, peak=one.peak_hu, agatston=agatston_text(one.agatston)
    )
