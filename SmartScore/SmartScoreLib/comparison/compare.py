"""Two readings of one person compared: change with its limits, what differs, lesions matched, scored again."""

from dataclasses import dataclass, replace
from datetime import date

from SmartScoreLib.comparison.alignment.align import align
from SmartScoreLib.comparison.alignment.model import Alignment
from SmartScoreLib.comparison.change.change import Change, Verdict, change, years_between
from SmartScoreLib.comparison.comparability.person import same_person, stated_same, whose
from SmartScoreLib.comparison.comparability.rules import ScoredAgain, rules_remarks, scored_again, total_changes
from SmartScoreLib.comparison.comparability.scans import scan_remarks, ungated
from SmartScoreLib.comparison.matching.match import match_lesions
from SmartScoreLib.comparison.matching.model import LesionMatch
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, by_severity
from SmartScoreLib.scoring.columns import AGATSTON, MEASURES
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.rounding import printed_agatston

_YEAR_DAYS = 365
_FIELD_MM = (80.0, 1000.0)
"""Widths of images that can show a heart; others come from a Pixel Spacing in another unit."""
_BODY_MASS = (10.0, 80.0)
"""kg/m2 that a person can have; headers hold centimeters and pounds too."""


_EITHER_WAY = frozenset({"not_covered", "ungated_before", "ungated_now", "ungated_both"})
_MOVES_UP = _EITHER_WAY | {"tube_voltage_lower", "slices_thinner", "dose_lower"}
_MOVES_DOWN = _EITHER_WAY | {"tube_voltage_higher", "slices_thicker", "dose_higher", "to_zero"}
"""Remarks on what moves the later score up or down without any change of calcium. Scans that are not gated mostly give
lower scores, but movement can also show calcium twice; and no limit was measured on them."""


@dataclass(frozen=True)
class TerritoryChange:
    """The changes of one territory; limits are those of whole hearts, a guide for a single artery."""

    key: str
    counts: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Comparison:
    """Two scans of one person.

    Attributes:
        earlier: the reading of the earlier date.
        later: that of the later date.
        days: between the scans; None where a date is not known.
        withheld: why the scores cannot be compared; None where they can. Then there are no changes.
        total: the changes of the coronary total: Agatston, volume, and mass where both have one.
        territories: the same of each territory with calcium at one of the dates.
        remarks: what differs, the gravest first.
        alignment: how the earlier scan lies on the later one; None where that was not asked for.
        matches: what became of each lesion of `sheets`, with the alignment only, and only where nothing is withheld.
        again: both by one protocol, where their own differ and that can be.
    """

    earlier: Reading
    later: Reading
    days: int | None
    withheld: Remark | None
    total: tuple[Change, ...] = ()
    territories: tuple[TerritoryChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    alignment: Alignment | None = None
    matches: tuple[LesionMatch, ...] = ()
    again: ScoredAgain | None = None

    @property
    def agatston(self) -> Change | None:
        """The change of the total Agatston score; None where it is withheld."""
        return next((one for one in self.total if one.measure == AGATSTON.key), None)

    @property
    def sheets(self) -> tuple[ScoreSheet, ScoreSheet]:
        """The sheets whose lesions are matched, earlier and later: by one protocol, where their own differ."""
        if self.again is not None:
            return self.again.earlier, self.again.later
        return self.earlier.sheet, self.later.sheet

    @property
    def deciding(self) -> Change | None:
        """The change that decides whether the Agatston score has changed: by one protocol, where their own differ."""
        again = () if self.again is None else self.again.total
        return next((one for one in again if one.measure == AGATSTON.key), self.agatston)

    @property
    def biased(self) -> bool:
        """Whether something about the scans moves the score, or may move it, the way it has changed."""
        changed = self.deciding
        codes = {one.code.removeprefix("comparison.") for one in self.remarks}
        if changed is None or not changed.difference:
            return False
        return bool(codes & (_MOVES_UP if changed.difference > 0 else _MOVES_DOWN))

    @property
    def verdict(self) -> Verdict | None:
        """Whether the change of the Agatston score is real; None where the scans cannot be compared.

        A change that a difference between the scans can explain is not called real, nor is one of a scan that was not
        gated: the limits were measured on gated ones.
        """
        found = None if self.deciding is None else self.deciding.verdict
        return "unclear" if found == "real" and self.biased else found


def compare(
    one: Reading, other: Reading, *, stated: bool = False, aligned: bool = True, progress: Progress = silent
) -> Comparison:
    """Compare two readings of one person, in the order of their dates.

    Args:
        one: a reading.
        other: another; where the dates do not say, this is the later one.
        stated: a reader states that both are of one person, whatever the headers say.
        aligned: align the scans and match their lesions, which takes a second or two.
        progress: told while the scans are aligned.

    Raises:
        InputRefused: the readings are of two persons as far as the headers tell, or of the same images.
        Cancelled: from `progress`.
    """
    earlier, later = in_order(one, other)
    if earlier.series is later.series or _images(earlier) & _images(later):
        raise InputRefused(remark("comparison.same_reading", uid=later.series.series_instance_uid))
    persons = whose(earlier.description.patient), whose(later.description.patient)
    check = same_person(*persons)
    if check.answer != "same" and not stated:
        raise InputRefused(check.remarks)
    days = days_between(earlier, later)
    said = [*stated_same(check, *persons), *_dates(days), *_readers(earlier, later)]
    said += [*scan_remarks(earlier, later), *rules_remarks(earlier, later)]
    withheld = _withheld(earlier) or _withheld(later)
    if withheld is not None:
        return Comparison(earlier, later, days, withheld, remarks=by_severity([withheld, *said]))
    years, mass = (years_between(days) if days is not None else None), _body_mass_index(earlier, later)
    if mass is None:
        said.append(remark("comparison.body_mass_unknown"))
    again = scored_again(earlier, later, years, mass)
    if isinstance(again, Remark):
        said.append(again)
    total = total_changes(earlier.sheet, later.sheet, years, mass)
    if earlier.sheet.total.agatston > 0 and later.sheet.total.agatston == 0:
        said.append(remark("comparison.to_zero"))
    made = Comparison(
        earlier,
        later,
        days,
        None,
        total,
        _territories(earlier, later, years, mass),
        by_severity(said),
        again=again if isinstance(again, ScoredAgain) else None,
    )
    return with_alignment(made, align(later.series, earlier.series, progress)) if aligned else made


def with_alignment(comparison: Comparison, alignment: Alignment) -> Comparison:
    """The comparison with lesions matched by an alignment, found or corrected by hand; scores stay as they are.

    Where the scores cannot be compared nothing is said of lesions either: what nobody has read is not new or gone.
    """
    (old, new), earlier, later = comparison.sheets, comparison.earlier.series, comparison.later.series
    if comparison.withheld is not None:
        return replace(comparison, alignment=alignment)
    matches = match_lesions(old.lesions, earlier.geometry, new.lesions, later.geometry, alignment)
    kept = [one for one in comparison.remarks if one.code not in _OF_ALIGNMENT]
    said = [*kept, *_alignment(alignment), *_of_matches(comparison, matches)]
    return replace(comparison, alignment=alignment, matches=matches, remarks=by_severity(said))


_OF_ALIGNMENT = frozenset(
    f"comparison.{key}"
    for key in ("alignment_fair", "alignment_poor", "shifted_by_hand", "territories_differ", "not_covered")
)


def _alignment(alignment: Alignment) -> list[Remark]:
    said = []
    if alignment.quality == "poor":
        said.append(remark("comparison.alignment_poor"))
    elif alignment.quality == "fair" and alignment.correlation is not None:
        said.append(remark("comparison.alignment_fair", percent=round(100 * alignment.correlation)))
    if any(alignment.shift_mm):
        shift = ", ".join(f"{one:g}" for one in alignment.shift_mm)
        said.append(remark("comparison.shifted_by_hand", shift_mm=shift))
    return said


def _of_matches(comparison: Comparison, matches: tuple[LesionMatch, ...]) -> list[Remark]:
    old, new = (sheet.lesions for sheet in comparison.sheets)
    moved = sum(
        {old[n].territory for n in one.before} != {new[n].territory for n in one.after}
        for one in matches
        if one.before and one.after
    )
    said = [remark("comparison.territories_differ", lesions=moved)] if moved else []
    counting = {t.key for t in comparison.later.sheet.territories if t.counts}
    outside = [new[n] for one in matches if one.fate == "outside_earlier" for n in one.after]
    outside += [old[n] for one in matches if one.fate == "outside_later" for n in one.before]
    outside = [one for one in outside if one.territory in counting]
    if outside:
        amount = printed_agatston(sum(one.agatston for one in outside))
        said.append(remark("comparison.not_covered", lesions=len(outside), agatston=amount))
    return said


def in_order(one: Reading, other: Reading) -> tuple[Reading, Reading]:
    """The two by date and time of their studies; as given where these do not say."""
    first, second = one.description.study, other.description.study
    if first.study_date and second.study_date:
        if first.study_date != second.study_date:
            return (one, other) if first.study_date < second.study_date else (other, one)
        if first.study_time and second.study_time and first.study_time > second.study_time:
            return other, one
    return one, other


def days_between(earlier: Reading, later: Reading) -> int | None:
    """Days between the studies; None where a date is not known."""
    first, second = earlier.description.study.study_date, later.description.study.study_date
    return (second - first).days if first and second else None


def _images(reading: Reading) -> set[str]:
    return {str(one.get("SOPInstanceUID", "")) for one in reading.series.datasets} - {""}


def _dates(days: int | None) -> list[Remark]:
    if days is None:
        return [remark("comparison.dates_unknown")]
    return [remark("comparison.short_interval", days=days)] if days < _YEAR_DAYS else []


def _readers(earlier: Reading, later: Reading) -> list[Remark]:
    found = []
    if earlier.reader and later.reader and earlier.reader != later.reader:
        found.append(remark("comparison.readers_differ", before=earlier.reader, after=later.reader))
    before, after = earlier.sheet.dominance, later.sheet.dominance
    if before and after and before != after:
        found.append(remark("comparison.dominance_differs"))
    return found


def _withheld(reading: Reading) -> Remark | None:
    width = reading.series.geometry.shape[2] * reading.series.geometry.spacing_mm[2]
    if not _FIELD_MM[0] <= width <= _FIELD_MM[1]:
        return remark("comparison.field_of_view", date=shown_date(reading), field_mm=width)
    sheet, found = reading.sheet, reading.interpretation.withheld
    if invalid_remarks(sheet):
        return remark("comparison.invalid", date=shown_date(reading))
    scored = sheet.status in ("scored", "zero_confirmed")
    if found is None or (ungated(reading) and scored):
        return None
    read = sheet.status == "not_read" and has_result(sheet)
    return remark(f"comparison.{'no_coronary_score' if read else 'not_a_result'}", date=shown_date(reading))


def shown_date(reading: Reading) -> str:
    """The date of a study as text; "-" where it is not known."""
    day: date | None = reading.description.study.study_date
    return day.isoformat() if day else "-"


def _body_mass_index(earlier: Reading, later: Reading) -> float | None:
    """kg/m2 at the earlier scan, else at the later one; None where no headers have a sensible pair."""
    for reading in (earlier, later):
        size, weight = reading.description.patient.size_m, reading.description.patient.weight_kg
        if size and weight and _BODY_MASS[0] <= weight / size**2 <= _BODY_MASS[1]:
            return weight / size**2
    return None


def _territories(
    earlier: Reading, later: Reading, years: float | None, body_mass_index: float | None
) -> tuple[TerritoryChange, ...]:
    found = []
    for before, after in zip(earlier.sheet.territories, later.sheet.territories, strict=True):
        if not before.lesions and not after.lesions:
            continue
        values = [(column.key, column.value(before), column.value(after)) for column in MEASURES]
        changes = tuple(
            change(key, old, new, years, body_mass_index)
            for key, old, new in values
            if old is not None and new is not None
        )
        found.append(TerritoryChange(before.key, before.counts, changes))
    return tuple(found)
