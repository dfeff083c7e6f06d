"""A phantom check as a text for people."""

from collections.abc import Sequence

from SmartScoreLib.quality.model import InsertResult, Measure, PhantomCheck, PhantomSize, Spread
from SmartScoreLib.quality.published import SCANS, SIZES, SOURCE, VENDORS, published, vendor_of
from SmartScoreLib.remarks.english import english

_TITLES: dict[Measure, str] = {"agatston": "Agatston score", "volume_mm3": "Volume, mm³", "mass_mg": "Mass, mg"}
_COARSE = 20.0


def check_text(check: PhantomCheck, size: PhantomSize | None = None) -> str:
    """What was measured against nominal, then three tables of what was published, one a measure."""
    made, study, rules = check.description.acquisition, check.description.study, check.protocol
    date = study.study_date.isoformat() if study.study_date else "no date"
    kvp = "unknown tube voltage" if made.kvp is None else f"{made.kvp:g} kVp"
    factor = "none: mass not available"
    if rules.mass_factor is not None:
        origin = english(rules.mass_factor_source) if rules.mass_factor_source else "as given"
        factor = f"{rules.mass_factor:.6g} mg/(mm³ HU), {origin}"
    lines = [
        f"Scanner  {check.scanner.name or 'unknown'}",
        f"Scan     {date}, {kvp}, {made.slices} slices every {made.slice_spacing_mm:g} mm, kernel {made.kernel or '?'}",
        f"Phantom  QRM-CCI, nine inserts found, {check.phantom.misfit_mm:.1f} mm from the layout",
        f"Factor   {factor}",
        f"Rules    {rules.name}, from {rules.threshold_hu:g} HU",
        "",
        *_table(
            ("Insert", "Agatston", "Volume mm³", "nominal", "Mass mg", "nominal", "of nominal"),
            [_measured(one) for one in check.results],
        ),
        "",
        f"Published of the same phantom, least to greatest of {SCANS} scans; * where this scan lies within.",
        f"{SOURCE}",
    ]
    if vendor_of(check.scanner.manufacturer) is None:
        lines.append("The scanner is of none of these vendors.")
    columns = [(vendor, one) for vendor in VENDORS for one in ([size] if size else SIZES)]
    for measure, title in _TITLES.items():
        if measure == "mass_mg" and rules.mass_factor is None:
            continue
        head = (title, "this scan", *(f"{vendor} {one}" for vendor, one in columns))
        rows = []
        for result in check.results:
            value = getattr(result, measure)
            spreads = (published(vendor, one, result.insert).get(measure) for vendor, one in columns)
            rows.append((_name(result), f"{value:.1f}", *(_spread(spread, value) for spread in spreads)))
        lines += ["", *_table(head, rows)]
    lines += [f"! {english(one)}" for one in check.remarks]
    return "\n".join([*lines, "", "Research use, not a medical device."])


def _name(result: InsertResult) -> str:
    return f"{result.insert.density_mg_cm3} mg/cm³, {result.insert.diameter_mm} mm"


def _measured(result: InsertResult) -> tuple[str, ...]:
    insert, mass = result.insert, result.mass_mg
    masses = ("n/a", "n/a") if mass is None else (f"{mass:.2f}", f"{100 * mass / insert.mass_mg:.0f} %")
    return (
        _name(result),
        f"{result.agatston:.2f}",
        f"{result.volume_mm3:.2f}",
        f"{insert.volume_mm3:.1f}",
        masses[0],
        f"{insert.mass_mg:.2f}",
        masses[1],
    )


def _spread(spread: Spread | None, value: float) -> str:
    if spread is None:
        return "n/a "
    decimals = 0 if spread.most >= _COARSE else 1
    text = "0" if spread.most == 0 else f"{spread.least:.{decimals}f}-{spread.most:.{decimals}f}"
    return text + ("*" if spread.holds(value) else " ")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]

    def line(row: Sequence[str]) -> str:
        cells = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        return "  ".join([row[0].ljust(widths[0]), *cells]).rstrip()

    return [line(head), "-" * (sum(widths) + 2 * len(widths) - 2), *map(line, rows)]
