"""What shows only when all exams are looked at together: the same images twice, a series in two places."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from SmartScoreLib.cohort.columns import MEANING
from SmartScoreLib.cohort.records.record import Record
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import Remark, Severity

_MEANING = {column.key for column in MEANING} - {"reference_group"}


@dataclass(frozen=True)
class Across:
    """Which exams share images or a volume of a series, and with what images.

    Attributes:
        by_images: exams by the hash of the images; those that are alone with theirs are left out.
        by_series: (exam, hash) by Series Instance UID and label; the hash of a series that could not be read is "", and
            series of one hash are left out.
    """

    by_images: dict[str, tuple[str, ...]]
    by_series: dict[tuple[str, str], tuple[tuple[str, str], ...]]


def seen_across(records: Iterable[Record]) -> Across:
    """Look at every record once."""
    images: dict[str, set[str]] = {}
    series: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for record in records:
        values = record.values
        if seen := values.get("images_sha256", ""):
            images.setdefault(seen, set()).add(values["exam"])
        if uid := values.get("series_instance_uid"):
            series.setdefault((uid, values.get("series_label", "")), set()).add((values["exam"], seen))
    return Across(
        {key: tuple(sorted(exams)) for key, exams in images.items() if len(exams) > 1},
        {key: tuple(sorted(found)) for key, found in series.items() if len({one for _, one in found}) > 1},
    )


def with_remarks(record: Record, across: Across) -> Record:
    """The record with what the others say about it; a part of a series has no score that holds."""
    values, said = record.values, list[Remark]()
    exam, seen = values["exam"], values.get("images_sha256", "")
    parts = across.by_series.get((values.get("series_instance_uid", ""), values.get("series_label", "")), ())
    if apart := tuple(dict.fromkeys(other for other, images in parts if images != seen)):
        said.append(remark("cohort.series_apart", exams=apart))
    if others := tuple(other for other in across.by_images.get(seen, ()) if other != exam):
        said.append(remark("cohort.same_images", exams=others))
    if not said:
        return record
    values = dict(values)
    codes = [one.code for one in said]
    if values["outcome"] != "failed" and said[0].severity is Severity.INVALID:
        values = {key: value for key, value in values.items() if key not in _MEANING}
        values |= {"withheld": "interpretation.invalid"}
        if "valid" in values:
            values["valid"] = False
    values["remark_codes"] = " ".join([*codes, *values.get("remark_codes", "").split()])
    values["remarks"] = " | ".join([*map(english, said), *filter(None, [values.get("remarks", "")])])
    return replace(record, values=values)
