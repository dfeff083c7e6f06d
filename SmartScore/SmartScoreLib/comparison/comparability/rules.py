"""Whether two readings were scored by the same rules, and both scored again by one set of them where they were not."""

from dataclasses import dataclass, replace

from SmartScoreLib.comparison.change.change import Change, change
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.columns import MEASURES
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.scoring.score import score


@dataclass(frozen=True)
class ScoredAgain:
    """Both readings by one protocol, beside their own numbers.

    Attributes:
        protocol: the rules, those of the reading with the higher threshold: its marks of the other scan hold all that
            these rules count, which would not be so the other way round.
        earlier: the sheet of the earlier reading by them, as is `later`. A mass keeps the factor of its own scan.
        total: the changes of the totals.
    """

    protocol: ScoringProtocol
    earlier: ScoreSheet
    later: ScoreSheet
    total: tuple[Change, ...]


def rules_remarks(earlier: Reading, later: Reading) -> tuple[Remark, ...]:
    """What differs between the rules; a mass factor belongs to its scan and is no difference."""
    before, after = earlier.sheet.protocol, later.sheet.protocol
    found = []
    if before.threshold_hu != after.threshold_hu:
        key = "threshold_higher" if after.threshold_hu > before.threshold_hu else "threshold_lower"
        found.append(remark(f"comparison.{key}", before=before.threshold_hu, after=after.threshold_hu))
    elif not same_rules(before, after):
        found.append(remark("comparison.rules_differ", before=before.name, after=after.name))
    if earlier.sheet.volume_measured != later.sheet.volume_measured:
        found.append(remark("comparison.volume_methods_differ"))
    return tuple(found)


def same_rules(one: ScoringProtocol, other: ScoringProtocol) -> bool:
    """Whether two protocols count alike, whatever they are called."""
    return _bare(one) == _bare(other)


def _bare(protocol: ScoringProtocol) -> ScoringProtocol:
    return replace(protocol, name="", source=None, mass_factor=None, mass_factor_source=None)


def _with_factor_of(rules: ScoringProtocol, own: ScoringProtocol) -> ScoringProtocol:
    return replace(rules, mass_factor=own.mass_factor, mass_factor_source=own.mass_factor_source)


def scored_again(
    earlier: Reading, later: Reading, years: float | None, body_mass_index: float | None
) -> ScoredAgain | Remark | None:
    """Both scored by one protocol; None where they are already, a remark where that would be wrong."""
    before, after = earlier.sheet.protocol, later.sheet.protocol
    if same_rules(before, after):
        return None
    if before.tube_voltage_kvp != after.tube_voltage_kvp:
        return remark("comparison.again_own_voltages")
    rules = before if before.threshold_hu > after.threshold_hu else after
    sheets = [score(one.series.hu, one.lesions, _with_factor_of(rules, one.sheet.protocol)) for one in (earlier, later)]
    return ScoredAgain(rules, sheets[0], sheets[1], total_changes(sheets[0], sheets[1], years, body_mass_index))


def total_changes(
    earlier: ScoreSheet, later: ScoreSheet, years: float | None, body_mass_index: float | None
) -> tuple[Change, ...]:
    """The change of each measure that both totals have."""
    values = [(column.key, column.value(earlier.total), column.value(later.total)) for column in MEASURES]
    return tuple(
        change(key, before, after, years, body_mass_index)
        for key, before, after in values
        if before is not None and after is not None
    )
