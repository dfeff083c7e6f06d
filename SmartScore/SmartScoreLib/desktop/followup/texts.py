"""What the section of earlier scans says, in words."""

from slicer.i18n import tr as _

from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.compare import Comparison
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.scoring.rounding import agatston_text


def verdictLine(compared: Comparison) -> str:
    """Both scores, and whether the change is real; "" where they cannot be compared, which a remark says."""
    if compared.withheld is not None or compared.agatston is None:
        return ""
    words = {
        "real": _("Agatston {before} to {after}: more than the error of measurement."),
        "within_error": _("Agatston {before} to {after}: within the error of measurement."),
        "unclear": _("Agatston {before} to {after}: whether this is a real change is unclear."),
    }
    numbers = {"before": agatston_text(compared.agatston.before), "after": agatston_text(compared.agatston.after)}
    return words[str(compared.verdict)].format(**numbers)


def alignmentLine(alignment: Alignment | None) -> str:
    """How well the scans lie on each other, where that was measured."""
    if alignment is None or alignment.correlation is None:
        return ""
    words = {
        "good": _("The scans lie well on each other: {percent} % agreement."),
        "fair": _("The scans lie fairly on each other: {percent} % agreement."),
        "poor": _("The scans lie badly on each other: {percent} % agreement."),
    }
    return words[alignment.quality].format(percent=round(100 * alignment.correlation))


def fateWord(match: LesionMatch) -> str:
    """What became of a lesion."""
    words = {
        "new": _("new"),
        "grown": _("grown"),
        "same": _("same"),
        "smaller": _("smaller"),
        "gone": _("gone"),
        "merged": _("merged"),
        "split": _("split"),
        "outside_earlier": _("not on the earlier scan"),
        "outside_later": _("not on the later scan"),
    }
    return words[match.fate]
