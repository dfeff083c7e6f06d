"""A follow-up as text for people; numbers are rounded as on the report."""

import textwrap

from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.comparability.scans import ungated
from SmartScoreLib.comparison.compare import Comparison, shown_date
from SmartScoreLib.comparison.course import steps
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.scoring import rounding
from SmartScoreLib.scoring.columns import MEASURES

_WIDTH = 110
_VERDICTS = {"real": "real", "within_error": "within error", "unclear": "unclear", None: ""}
_SENTENCES = {
    "real": "The change of the Agatston score is real: more than the error of measurement by every limit.",
    "within_error": "The change of the Agatston score is within the error of measurement.",
    "biased": "Whether the change of the Agatston score is real is unclear, for the reasons among the remarks below.",
    "unclear": "Whether the change of the Agatston score is real is unclear: the limits contradict each other.",
}
_RULES = {"sevrukov": "Sevrukov", "chung": "MESA", "square_root": "square root"}
_FATES = {
    "new": "new",
    "grown": "grown",
    "same": "same",
    "smaller": "smaller",
    "gone": "gone",
    "merged": "merged",
    "split": "split",
    "outside_earlier": "not on the earlier scan",
    "outside_later": "not on the later scan",
}
_COLUMNS = {column.key: column for column in MEASURES}
_NAMES = {"agatston": "Agatston", "volume_mm3": "Volume mm³", "mass_mg": "Mass mg"}


def followup_table(followup: Followup) -> str:
    """Both dates, the changes with their limits, lesions, the course, what differs, and the sources."""
    compared = followup.comparison
    patient = compared.later.description.patient
    years = "" if compared.days is None else f"   ({compared.days / 365.25:.1f} years)"
    lines = [
        f"Patient  {patient.name or 'no name'} ({patient.patient_id or 'no ID'})",
        f"Scans    {_scan(compared.earlier)} and {_scan(compared.later)}{years}",
        "",
    ]
    if compared.withheld is not None:
        lines.append(english(compared.withheld))
    else:
        lines += _changes(compared)
        if compared.verdict is not None:
            biased = compared.biased and compared.verdict == "unclear"
            lines += ["", _SENTENCES["biased" if biased else compared.verdict]]
    lines += _lesions(compared)
    lines += _course(followup)
    told = [*compared.remarks, *followup.remarks]
    if told:
        lines += ["", "Remarks", *(f"  ! {english(one)}" for one in told)]
    sources = dict.fromkeys(limit.source for one in compared.total for limit in one.limits)
    if sources:
        lines += ["", "Sources  " + "\n         ".join(sources)]
    lines.append("Research use, not a medical device.")
    return "\n".join(_wrapped(line) for line in lines)


def _scan(reading: Reading) -> str:
    return shown_date(reading) + (" (ungated)" if ungated(reading) else "")


def _changes(compared: Comparison) -> list[str]:
    head = ("", "", "Before", "After", "Change", "Ratio", "Per year", "Limits", "")
    rows = [head, *(_row("Coronary total", one) for one in compared.total)]
    for territory in compared.territories:
        apart = "" if territory.counts else " (not in the total)"
        name = f"{territory.key:5} {BY_KEY[territory.key].name}{apart}"
        # Limits were measured on whole hearts; those of single arteries are in JSON and CSV.
        rows += [(*_row(name, one)[:7], "", "") for one in territory.changes]
    again = compared.again
    if again is not None:
        rows += [_row(f"By {again.protocol.name}", one) for one in again.total]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines, last = [], ""
    for row in rows:
        cells = ("" if row[0] == last else row[0], *row[1:])
        last = row[0]
        left, numbers, limits = cells[:2], cells[2:7], cells[7:]
        lines.append(
            "  ".join(
                [cell.ljust(width) for cell, width in zip(left, widths, strict=False)]
                + [cell.rjust(width) for cell, width in zip(numbers, widths[2:], strict=False)]
                + [cell.ljust(width) for cell, width in zip(limits, widths[7:], strict=False)]
            ).rstrip()
        )
    return lines


def _row(name: str, one: Change) -> tuple[str, ...]:
    column = _COLUMNS[one.measure]
    difference = rounding.half_up(_printed(one.after, column.decimals) - _printed(one.before, column.decimals), 1)
    limits = ", ".join(f"{_RULES[limit.rule]} {limit.greatest:.1f}" for limit in one.limits)
    return (
        name,
        _NAMES[one.measure],
        rounding.text(one.before, column.decimals),
        rounding.text(one.after, column.decimals),
        f"{difference:+.{column.decimals}f}",
        "" if one.ratio is None else f"{one.ratio:.2f}",
        "" if one.per_year is None else f"{one.per_year:+.1f}",
        limits,
        _VERDICTS[one.verdict],
    )


def _printed(value: float, decimals: int) -> float:
    return rounding.half_up(value, decimals) if decimals else float(rounding.printed_agatston(value))


def _lesions(compared: Comparison) -> list[str]:
    if compared.alignment is None or not compared.matches:
        return []
    found = compared.alignment
    agreement = "" if found.correlation is None else f", agreement {100 * found.correlation:.0f} %"
    lines = ["", f"Lesions  (alignment {found.quality}{agreement})"]
    old, new = (sheet.lesions for sheet in compared.sheets)
    for one in compared.matches:
        keys = dict.fromkeys([*(new[n].territory for n in one.after), *(old[n].territory for n in one.before)])
        before = " + ".join(rounding.agatston_text(old[n].agatston) for n in one.before) or "-"
        after = " + ".join(rounding.agatston_text(new[n].agatston) for n in one.after) or "-"
        slices = sorted({number + 1 for n in one.after for number in new[n].slices})
        where = f"slice {slices[0]}" if slices else ""
        where += f"-{slices[-1]}" if len(slices) > 1 else ""
        lines.append(f"  {'/'.join(keys):10} {_FATES[one.fate]:24} Agatston {before} -> {after}   {where}".rstrip())
    return lines


def _course(followup: Followup) -> list[str]:
    if len(followup.course) < 3:
        return []
    changes = {later.series_instance_uid: change for _, later, change in steps(followup.course)}
    lines = ["", "Course"]
    for point in followup.course:
        score = "n/a" if point.agatston is None else rounding.agatston_text(point.agatston)
        change = changes.get(point.series_instance_uid)
        said = "" if change is None else f"   since the scan before: {_VERDICTS[change.verdict]}"
        lines.append(f"  {point.study_date.isoformat()}  Agatston {score:>6}{said}")
    return lines


def _wrapped(line: str) -> str:
    if "\n" in line or not line.startswith("  ! "):
        return line
    return textwrap.fill(line, _WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
