"""The rows of the table of readings: one a volume that can be read, with the state of its readings."""

from collections.abc import Sequence
from dataclasses import dataclass

from slicer.i18n import tr as _

from SmartScoreLib.comparison.agreement.exam_state import ExamState, State, exam_state, visible_to
from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.scene.series_rows import SeriesRow
from SmartScoreLib.scoring.rounding import agatston_text


@dataclass(frozen=True)
class Exam:
    """One row.

    Attributes:
        series: the line of the list of series that it stands for.
        shown: state and readings as far as who looks may see them.
        hidden: how many readings of others are not shown.
    """

    series: SeriesRow
    shown: ExamState
    hidden: int = 0


def exams(rows: Sequence[SeriesRow], readings: Sequence[SavedReading], reader: str, blind: bool) -> tuple[Exam, ...]:
    """One row for each series that can be read, in the order of the list.

    Args:
        rows: of the list of series; lines of readings and what the software wrote itself are left out.
        readings: every saved reading, the newest first.
        reader: who looks.
        blind: show them no reading of others before their own is final.
    """
    of_volume: dict[tuple[str, str], list[SavedReading]] = {}
    for one in readings:
        of_volume.setdefault((one.series_instance_uid, one.label), []).append(one)
    found = []
    for row in rows:
        if row.reading is not None or row.refusals or row.ownOutput:
            continue
        every = of_volume.get((row.series_instance_uid, row.label), [])
        seen = visible_to(every, reader) if blind else tuple(every)
        found.append(Exam(row, exam_state(seen), len(every) - len(seen)))
    return tuple(found)


def stateText(exam: Exam) -> str:
    """The state in a word or two; that others have read it is no secret, their result is."""
    texts: dict[State, str] = {
        "unread": _("unread"),
        "draft": _("draft"),
        "final": _("final"),
        "disagreement": _("disagreement"),
    }
    return texts[exam.shown.state]


def readersText(exam: Exam) -> str:
    """Who has read it, as far as that is shown."""
    names = [one.reader or _("no name") for one in exam.shown.current]
    if exam.hidden:
        names.append(_("{count} hidden").format(count=exam.hidden))
    return ", ".join(names)


def totalsText(exam: Exam) -> str:
    """The printed totals of the readings that are shown, in the order of their readers."""
    totals = ("\N{EN DASH}" if one.agatston is None else agatston_text(one.agatston) for one in exam.shown.current)
    return ", ".join(totals)


def toolTip(exam: Exam) -> str:
    """Each reading that is shown with its date, status and category."""
    lines = [
        " \N{EN DASH} ".join(part for part in (exam.series.patient, exam.series.date, exam.series.description) if part)
    ]
    status = {"draft": _("draft"), "final": _("final"), "": _("no status")}
    for one in exam.shown.current:
        made = one.made_on.strftime("%Y-%m-%d %H:%M") if one.made_on is not None else ""
        total = "" if one.agatston is None else agatston_text(one.agatston)
        lines.append(
            " \N{MIDDLE DOT} ".join(part for part in (one.reader, made, status[one.status], total, one.cac_drs) if part)
        )
    if exam.shown.state == "disagreement":
        lines.append(_("Two final readings have another category or another number of vessels."))
    if exam.hidden:
        lines.append(_("Readings of others are shown when your own is final."))
    return "\n".join(lines)
