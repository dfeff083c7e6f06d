"""The result in one line, as panel and view show it. Numbers and classes come ready from the library."""

from dataclasses import dataclass

from slicer.i18n import tr as _

from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.desktop.texts import categoryText, detailsText
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import agatston_text

NONE = "\N{EN DASH}"


@dataclass(frozen=True)
class ResultLine:
    """What stays in sight.

    Attributes:
        total: the coronary Agatston score as printed, or a dash where there is no result.
        category: CAC-DRS, or in few words why it is withheld.
        details: the word for the amount and vessels, or "" where they are withheld.
        reason: category in full words, or the whole reason why there is none.
        percentile: of the reference population, or "".
        proposals: how many proposals nobody has decided on, or "".
        remarks: what stays with the result, the gravest first.
    """

    total: str
    category: str
    details: str
    reason: str
    percentile: str
    proposals: str
    remarks: tuple[str, ...]

    def text(self) -> str:
        """All of it in one line."""
        total = _("Agatston {total}").format(total=self.total)
        return " \N{MIDDLE DOT} ".join(part for part in (total, self.category, self.percentile, self.proposals) if part)


NOTHING = ResultLine(NONE, "", "", "", "", "", ())


def resultLine(session: ReadingSession | None, openProposals: int) -> ResultLine:
    """The line of a reading; None for no reading."""
    if session is None:
        return NOTHING
    sheet, found = session.sheet, session.interpretation()
    percentile = found.comparison.percentile
    return ResultLine(
        total=agatston_text(sheet.total.agatston) if sheet.is_result(sheet.total) else NONE,
        category=_category(found.cac_drs, sheet, bool(invalid_remarks(sheet))),
        details=detailsText(sheet, found),
        reason=categoryText(sheet, found),
        percentile="" if percentile is None else _("percentile {percentile}").format(percentile=percentile.text),
        proposals=_("{count} proposals open").format(count=openProposals) if openProposals else "",
        remarks=tuple(remarkText(one) for one in sheet.remarks),
    )


def _category(category: str | None, sheet: ScoreSheet, invalid: bool) -> str:
    if invalid:
        return _("not valid")
    if sheet.mode == "chest" and sheet.reviewed:
        visual = sheet.visual.cac_drs
        return _("ungated") if visual is None else _("ungated, CAC-DRS {category}").format(category=visual)
    if category is not None:
        return _("CAC-DRS {category}").format(category=category)
    return _("not read") if sheet.status == "not_read" else _("not confirmed by a reader")
