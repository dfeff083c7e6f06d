"""The score sheet as a table for people; numbers are rounded as on the report."""

import textwrap

from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.interpretation.model import Finding
from SmartScoreLib.interpretation.populations.model import Comparison
from SmartScoreLib.interpretation.valve import aortic_valve
from SmartScoreLib.lesions.territories import BY_KEY, VESSELS
from SmartScoreLib.lesions.visual import MOST_WESTON
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import has_result
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring import rounding
from SmartScoreLib.scoring.columns import SCORE_COLUMNS
from SmartScoreLib.scoring.model import ScoreSheet, TerritoryScore, TotalScore

_WIDTH = 110
_NAMES = {"lesions": "Lesions", "agatston": "Agatston", "volume_mm3": "Volume", "mass_mg": "Mass"}
_HEAD = ("Territory", *(f"{_NAMES[column.key]} {column.symbol}".rstrip() for column in SCORE_COLUMNS))
_UNGATED = "Agatston (ungated)"


def score_table(reading: Reading) -> str:
    """A readable table of territories, total, categories, rules and warnings."""
    sheet = reading.sheet
    shown = [t for t in sheet.territories if t.lesions or BY_KEY[t.key].always_shown]
    inside = [_row(sheet, t) for t in shown if t.counts]
    apart = [_row(sheet, t) for t in shown if not t.counts and t.lesions]
    what = "Coronary total" if sheet.reviewed else "Unreviewed coronary total"
    total = (what, *_numbers(sheet, sheet.total))
    head = tuple(_UNGATED if cell == "Agatston" and sheet.mode == "chest" else cell for cell in _HEAD)
    widths = [max(len(row[i]) for row in (head, *inside, *apart, total)) for i in range(len(head))]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    lines = [*_patient(reading), ""]
    lines += [f"INVALID: {english(one)}" for one in invalid_remarks(sheet)]
    lines += [_line(head, widths), rule]
    lines += [_line(row, widths) for row in inside] + [rule, _line(total, widths)]
    if apart:
        lines += ["", "Not part of the total"] + [_line(row, widths) for row in apart]
    lines += ["", *_visual(sheet), *_valve(reading), *_meaning(reading), "", *_rules(reading)]
    if not has_result(sheet):
        lines += ["", "NOT READ: no coronary calcium is marked. If there is none, say so with --confirm-zero."]
    if reading.proposals is not None:
        from SmartScoreLib.proposal.results import proposals_table

        lines += ["", *proposals_table(reading.proposals)]
    if not sheet.reviewed:
        lines += ["", "UNREVIEWED: no person has confirmed these marks."]
    if sheet.remarks:
        lines += ["", "Warnings", *(f"  ! {english(remark)}" for remark in sheet.remarks)]
    return "\n".join(_wrapped(line) for line in lines)


def _wrapped(line: str) -> str:
    """A long sentence on several lines, the further ones set in."""
    if "\n" in line or len(line) <= _WIDTH:
        return line
    return textwrap.fill(line, _WIDTH, subsequent_indent=" " * 9, break_long_words=False, break_on_hyphens=False)


def _patient(reading: Reading) -> list[str]:
    patient, study = reading.description.patient, reading.description.study
    date = study.study_date.isoformat() if study.study_date else "no date"
    name = reading.description.acquisition.series_description or "unnamed"
    label = f", {reading.series.label}" if reading.series.label else ""
    slices, rows, columns = reading.series.geometry.shape
    spacing, row, column = reading.series.geometry.spacing_mm
    return [
        f"Patient  {patient.name or 'no name'} ({patient.patient_id or 'no ID'})   Study  {date}",
        f"Series   {name}{label}: {slices} slices of {rows} x {columns}, every {spacing:g} mm, "
        f"pixels {row:.4g} x {column:.4g} mm",
    ]


def _row(sheet: ScoreSheet, row: TerritoryScore) -> tuple[str, ...]:
    return (f"{row.key:5} {BY_KEY[row.key].name}", *_numbers(sheet, row))


def _numbers(sheet: ScoreSheet, row: TerritoryScore | TotalScore) -> tuple[str, ...]:
    known = sheet.is_result(row)
    return tuple(column.text(row, absent="n/a") if known else "n/a" for column in SCORE_COLUMNS)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join([cells[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True))])


def _meaning(reading: Reading) -> list[str]:
    found, total = reading.interpretation, reading.sheet.total
    if found.withheld is not None:
        why = english(found.withheld)
        return [f"Categories, percentile, arterial age and risk are n{why[1:]}"]
    chosen = found.choices.classification
    grade = "" if found.grade is None else "no calcium" if found.grade.amount == "none" else found.grade.key
    known = total.vessels is not None
    vessels = f"{total.vessels} of {len(VESSELS)} vessels" if known else "number of vessels not available"
    if reading.sheet.dominance:
        vessels += f" ({reading.sheet.dominance} dominance)"
    lines = [f"CAC-DRS {found.cac_drs}, {grade} ({chosen.name}), {vessels}"]
    if total.density_score is not None:
        lines[0] += f", density score {_number(total.density_score, 2)}"
    if found.arterial_age.value is not None:
        lines.append(f"Arterial age {_number(found.arterial_age.value)} years")
    lines += [_percentile(one) for one in found.comparisons]
    lines += [
        f"MESA 10-year CHD risk, with the calcium score {_finding(found.mesa_chd_risk, 1, ' %')}",
        f"PREVENT 10-year ASCVD risk, without the calcium score {_finding(found.prevent_ascvd, 1, ' %')}",
    ]
    if found.prevent_cvd.value is not None:
        lines.append(f"PREVENT 10-year CVD risk, without the calcium score {_finding(found.prevent_cvd, 1, ' %')}")
    return [*lines, *(english(one) for one in found.remarks)]


def _percentile(one: Comparison) -> str:
    """The percentile of a population with its group, or why there is none."""
    name = f"Percentile ({one.population.name})"
    if one.percentile is None or one.group is None:
        return f"{name} {_reason(one.reason)}"
    group = one.group
    people = ", ".join(part for part in (group.group, group.sex, f"{group.ages} years") if part)
    share = group.nonzero_percent
    known = "" if share is None else f"; {share} % of them have a score above 0"
    return f"{name} {one.percentile.text} ({people}{known})"


def _reason(why: Remark | None) -> str:
    reason = "not available" if why is None else english(why)
    return reason[0].lower() + reason[1:].rstrip(".")


def _visual(sheet: ScoreSheet) -> list[str]:
    """The grades by eye of a chest CT."""
    grades = sheet.visual
    if sheet.mode != "chest" and not grades.given:
        return []
    vessels = ", ".join(f"{key} {grade or 'not graded'}" for key, grade in grades.of_vessels.items())
    weston = "not available" if grades.weston is None else f"{grades.weston} of {MOST_WESTON}"
    category = f", CAC-DRS {grades.cac_drs}" if grades.cac_drs else ""
    return [
        f"Chest CT, not gated: visual grade {grades.patient or 'not given'}{category}",
        f"{vessels}; Weston {weston}",
    ]


def _valve(reading: Reading) -> list[str]:
    """The grade of the aortic valve, or why there is none."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    if found is None:
        return []
    if found.reason is not None:
        return [f"Aortic valve: {english(found.reason)}"]
    said = str(found.grade).replace("_", " ")
    score = rounding.agatston_text(found.agatston)
    return [f"Aortic valve {score}: severe stenosis {said}; with low flow it is possible at lower scores"]


def _finding(finding: Finding, decimals: int = 0, unit: str = "") -> str:
    if finding.reason is not None:
        return _reason(finding.reason)
    assert finding.value is not None  # where there is no reason
    return _number(finding.value, decimals) + unit


def _number(value: float, decimals: int = 0) -> str:
    return f"{rounding.half_up(value, decimals):.{decimals}f}"


def _rules(reading: Reading) -> list[str]:
    p = reading.sheet.protocol
    weights = ", ".join(f"{start:g}" for start in p.weight_starts_hu)
    mass = "no mass factor" if p.mass_factor is None else f"mass factor {p.mass_factor:g} mg/(mm³ HU)"
    if p.mass_factor_source is not None:
        mass += f", {english(p.mass_factor_source)}"
    comparison = "above" if p.area_must_exceed else "from"
    voxels = f" and {p.minimum_voxels} voxels" if p.minimum_voxels > 1 else ""
    return [
        f"Rules    {p.name}: threshold {p.threshold_hu:g} HU for {p.tube_voltage_kvp:g} kVp, "
        f"weights 1 to 4 from {weights} HU, "
        f"lesion area {comparison} {p.minimum_area_mm2:g} mm²{voxels}, {p.connectivity}-connected, "
        f"{reading.sheet.volume_measured} volume, {mass}",
        f"Marks    {english(reading.lesions.origin) if reading.lesions.origin else 'unknown'}",
        "Sources  " + "\n         ".join(reading.interpretation.sources),
        "Research use, not a medical device.",
    ]
