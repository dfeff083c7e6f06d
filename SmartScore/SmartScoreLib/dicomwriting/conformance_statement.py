"""The DICOM conformance statement of this software as Markdown, in the outline of PS3.2 Annex N.

`python -m SmartScoreLib.dicomwriting.conformance_statement > CONFORMANCE.md` writes it anew.

The tables of attributes and of departures come from the data that the writers follow, so that the document cannot
say anything else than what is written.
"""

import sys
from collections.abc import Iterable, Sequence
from importlib.resources import files as _resources

from pydicom.datadict import dictionary_description

from SmartScoreLib.conformance.table import IOD, Condition, Departure, Row, departures, rules, table
from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE, IMPLEMENTATION_CLASS_UID
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import pdf_rows
from SmartScoreLib.dicomwriting.instances.statement import object_fields
from SmartScoreLib.identity import identity

_ALL: frozenset[Condition] = frozenset({"provenance"})
_EMPTY = {"Laterality", "AcquisitionDateTime"}
_EMPTIED = {
    "Laterality": "zero length where no body part is named, or one that a body may have twice",
    "ContrastBolusAgent": "zero length where other attributes of contrast are written, or the source has it so",
}
_CONDITIONAL = {
    "PlanarConfiguration": "color only",
    "LossyImageCompression": "if a source has been lossily compressed",
    "LossyImageCompressionRatio": "if a source has been lossily compressed",
    "LossyImageCompressionMethod": "if a source has been lossily compressed",
    "SourceImageSequence": "if a source image has a valid UID",
    "SourceInstanceSequence": "if a source image has a valid UID",
}
_MAY_BE_EMPTY = {"OperatorsName", "ConceptNameCodeSequence"}
_CONFIGURED = {
    "Manufacturer",
    "ManufacturerModelName",
    "SoftwareVersions",
    "StationName",
    "OperatorsName",
    "SecondaryCaptureDeviceID",
    "SecondaryCaptureDeviceManufacturer",
    "SecondaryCaptureDeviceManufacturerModelName",
    "SecondaryCaptureDeviceSoftwareVersions",
}
_DIFFERS = {
    "each": "each image keeps its own",
    "absent": "left out",
    "empty": "zero length",
    "refuse": "refused",
    "earliest": "of the image acquired first",
    "value": "fixed",
    "as needed": "a set that holds all text",
    "empty unless BodyPartExamined": "as if missing",
}


def statement() -> str:
    """The whole document."""
    text = _resources("SmartScoreLib.dicomwriting").joinpath("conformance_statement.md").read_text(encoding="utf-8")
    fields = {
        "NAME": identity().name,
        "VERSION": identity().version,
        "CLASS_UID": IMPLEMENTATION_CLASS_UID,
        "VERSION_NAME": DEFAULT_DEVICE.implementation_version_name,
        "ROWS_CT": str(len(table("CT"))),
        "ROWS_SC": str(len(table("SC"))),
        "MANDATORY": _names(row for row in table("CT") if row.on_load == "Mandatory"),
        "WRITTEN_CT": _written("CT"),
        "WRITTEN_SC": _written("SC"),
        "WRITTEN_PDF": _written_of(pdf_rows()),
        "NOT_WRITTEN_CT": _not_written("CT"),
        "NOT_WRITTEN_SC": _not_written("SC"),
        "PRIVATE": _private(),
        "DEPARTURES_CT": _departures("CT"),
        "DEPARTURES_SC": _departures("SC"),
        "MISPRINTS": _misprints(),
        **object_fields(),
    }
    for key, value in fields.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    return text


def _written(iod: IOD) -> str:
    """Every standard attribute that can be in a file, by module; attributes of sequence items are indented."""
    effective = {row.path: row for row in rules(iod, _ALL)}
    plain = {row.path: row for row in rules(iod)}
    lines: list[str] = []
    module = ""
    done: set[str] = set()
    added = [row for row in effective.values() if not row.table]
    for row in (*table(iod), *added):
        top = effective[row.path.split("/")[0]]
        if row.path in done or row.creators or top.on_save not in ("Copied", "Generated"):
            continue
        done.add(row.path)
        heading = row.module or "Added to the tables"
        if heading != module:
            module = heading
            where = f"table {row.table} of the statement that is followed" if row.table else "see the departures"
            lines += ["", f"**{module}** ({where})", "", *_head()]
        lines.append(_nested(row) if row.nested else _line(top, plain.get(top.path)))
    return "\n".join(lines).strip()


def _written_of(rows: Sequence[Row]) -> str:
    """Every attribute of an object that the statement that is followed does not have, by module."""
    lines: list[str] = []
    module = ""
    for row in rows:
        if row.module != module:
            module = row.module
            lines += ["", f"**{module}**", "", *_head()]
        lines.append(_line(row, row))
    return "\n".join(lines).strip()


def _head() -> list[str]:
    return [
        "| Attribute | Tag | Type | Presence | Source | If images differ | Remark |",
        "|---|---|---|---|---|---|---|",
    ]


def _line(row: Row, plain: Row | None) -> str:
    """The line of an attribute: `row` with the option provenance, `plain` without it."""
    remark = [_CONDITIONAL.get(row.keyword, "")] if row.on_save == "Generated" else [_EMPTIED.get(row.keyword, "")]
    if row.value and not row.value.startswith("expect") and "|" not in row.value:
        remark.append(f"if missing {row.value}" if _has_default(row) else row.value)
    by_default, source = plain if plain and plain.on_save in ("Copied", "Generated") else None, _source(row)
    presence = _presence(row)
    if by_default is None:
        remark.append("only with the option provenance")
        presence = "ANAP"
    elif by_default.on_save != row.on_save:
        remark.insert(0, f"{source} with the option provenance")
        source, presence = _source(by_default), "ANAP"
    differs = _DIFFERS.get(row.if_differs, row.if_differs) if row.on_save == "Copied" else ""
    if not row.table:
        remark.append(row.note)
    cells = (_name(row), f"({row.tag})", row.type, presence, source, differs)
    return f"| {' | '.join(cells)} | {'; '.join(filter(None, remark))} |"


def _nested(row: Row) -> str:
    return (
        f"| {'>' * row.path.count('/')} {_name(row)} | ({row.tag}) | {row.type} | ANAP | COPY | | with its sequence |"
    )


def _has_default(row: Row) -> bool:
    return row.on_save == "Copied" and row.if_missing == "value" and row.if_differs != "value"


def _source(row: Row) -> str:
    if row.on_save == "Generated":
        return "CONFIG" if row.keyword in _CONFIGURED else "AUTO"
    return "FIXED" if row.if_missing == "value" and not _has_default(row) else "COPY"


def _presence(row: Row) -> str:
    if row.keyword in _EMPTY and row.on_save == "Generated":
        return "EMPTY"
    if row.on_save == "Generated":
        return "ANAP" if row.keyword in _CONDITIONAL else "VNAP" if row.keyword in _MAY_BE_EMPTY else "ALWAYS"
    if row.if_missing in ("refuse", "value"):
        return "ALWAYS"
    return "VNAP" if row.if_missing == "empty" else "ANAP"


def _not_written(iod: IOD) -> str:
    effective = {row.path: row for row in rules(iod, _ALL)}
    tops = {row.path.split("/")[0]: row for row in table(iod) if not row.nested}
    return _names(row for path, row in tops.items() if effective[path].on_save not in ("Copied", "Generated"))


def _private() -> str:
    lines = ["| Name | Tag | Private creator |", "|---|---|---|"]
    for row in table("CT"):
        if row.creators:
            creators = " or ".join(f"`{creator}`" for creator in row.creators)
            lines.append(f"| {row.keyword} | ({row.tag}) | {creators} |")
    return "\n".join(lines)


def _departures(iod: IOD) -> str:
    lines = ["| Attribute | Statement | This software | When | Why |", "|---|---|---|---|---|"]
    rows = {row.path: row for row in table(iod)}
    grouped: dict[tuple[str, ...], list[Departure]] = {}
    for departure in departures(iod):
        said = rows.get(departure.path)
        values = " or ".join(value.strip() for value in said.value.split("|")) if said and said.value else ""
        printed = "not listed" if said is None else f"{said.on_save}: {values}" if values else said.on_save
        grouped.setdefault((printed, _does(departure), departure.when, departure.why), []).append(departure)
    for (printed, does, when, why), same in grouped.items():
        names = ", ".join(_described(departure.path) for departure in same)
        lines.append(f"| {names} | {printed} | {does} | {when} | {why} |")
    return "\n".join(lines)


def _does(departure: Departure) -> str:
    words = [departure.on_save] if departure.on_save else []
    if departure.value:
        words.append(departure.value)
    text = ": ".join(words)
    if departure.if_missing and departure.on_save != "Copied":
        missing = departure.if_missing.replace("empty", "zero length").replace("BodyPart", "Body Part ")
        text += f"{'; ' if text else ''}if missing {missing}"
    return text


def _misprints() -> str:
    lines = ["| Attribute | Printed | Used |", "|---|---|---|"]
    for row in table("CT"):
        if row.printed_tag:
            lines.append(f"| {_name(row)} | ({row.printed_tag}) | ({row.tag}) |")
    return "\n".join(lines)


def _names(rows: Iterable[Row]) -> str:
    unique: Sequence[str] = list(dict.fromkeys(f"{_name(row)} ({row.tag})" for row in rows))
    return ", ".join(unique)


def _name(row: Row) -> str:
    number = row.number
    if row.creators or (number is None and not row.tag.startswith("60xx")):
        return row.keyword
    return dictionary_description(0x60000000 | int(row.tag[5:], 16) if number is None else number)


def _described(keyword: str) -> str:
    return str(dictionary_description(keyword))


if __name__ == "__main__":
    sys.stdout.buffer.write(statement().encode())
