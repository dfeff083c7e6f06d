"""The comparison with another scan: changes with what they are held against, lesions, remarks, references."""

from collections import Counter

from pydicom.dataset import Dataset

from SmartScoreLib.comparison.change.change import Change
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.dicomwriting.instances.references import reference, series_reference
from SmartScoreLib.dicomwriting.structured_report import items
from SmartScoreLib.reading.saved import concepts as c
from SmartScoreLib.reading.saved.concepts import Concept
from SmartScoreLib.remarks.english import english
from SmartScoreLib.uids import is_valid_uid

_UNITS: dict[str, Concept] = {"agatston": c.NO_UNITS, "volume_mm3": c.CUBIC_MILLIMETERS, "mass_mg": c.MILLIGRAMS}


def comparison(followup: Followup) -> Dataset:
    """The container; where the scans cannot be compared it holds the reason and no change."""
    compared, saved = followup.comparison, followup.prior_version
    day = followup.prior.description.study.study_date
    children = [items.text(c.OTHER_DATE, day.isoformat())] if day else []
    if saved is not None:
        children.append(items.composite(c.OTHER_REPORT, saved.sop_class_uid, saved.sop_instance_uid))
    if compared.days is not None:
        children.append(items.number(c.DAYS_BETWEEN, float(compared.days), c.DAYS))
    children += [_change(one) for one in compared.total]
    if compared.verdict is not None:
        children.append(items.code(c.VERDICT, c.VERDICTS[compared.verdict]))
    fates: Counter[str] = Counter(one.fate for one in compared.matches)
    children += [items.number(c.FATES[fate], fates[fate], c.COUNT_OF_LESIONS) for fate in c.FATES if fates[fate]]
    children += [items.text(c.REMARK, english(one)) for one in compared.remarks]
    sources = dict.fromkeys(limit.source for one in compared.total for limit in one.limits)
    children += [items.text(c.REFERENCE, source) for source in sources]
    return items.container(c.OTHER_SCAN, *children)


def other_evidence(followup: Followup) -> list[Dataset]:
    """The images of the other scan and its saved reading, study by study; nothing without valid UIDs."""
    images, saved = followup.prior.series.datasets, followup.prior_version
    studies: dict[str, dict[str, list[Dataset]]] = {}
    for header in images:
        uids = [str(header.get(key, "")) for key in ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID")]
        if all(map(is_valid_uid, uids)):
            named = reference(str(header.SOPClassUID), uids[2])
            studies.setdefault(uids[0], {}).setdefault(uids[1], []).append(named)
    if saved is not None:
        named = reference(saved.sop_class_uid, saved.sop_instance_uid)
        studies.setdefault(saved.study_instance_uid, {}).setdefault(saved.series_instance_uid, []).append(named)
    found = []
    for study, series in studies.items():
        item = Dataset()
        item.StudyInstanceUID = study
        item.ReferencedSeriesSequence = [
            series_reference(uid, named, "ReferencedSOPSequence") for uid, named in series.items()
        ]
        found.append(item)
    return found


def _change(change: Change) -> Dataset:
    """The difference, with both values, its rate and its limits as what it was inferred from."""
    unit = _UNITS[change.measure]
    inferred = [
        items.number(c.EARLIER_VALUE, float(change.before), unit, relationship="INFERRED FROM"),
        items.number(c.LATER_VALUE, float(change.after), unit, relationship="INFERRED FROM"),
    ]
    if change.per_year is not None:
        rate = c.PER_YEAR_UNITS[change.measure]
        inferred.append(items.number(c.PER_YEAR, float(change.per_year), rate, relationship="INFERRED FROM"))
    for limit in change.limits:
        limit_unit = c.NO_UNITS if limit.rule == "square_root" else unit
        concept = c.LIMITS_OF_CHANGE[limit.rule]
        inferred.append(items.number(concept, float(limit.greatest), limit_unit, relationship="INFERRED FROM"))
    return items.number(c.CHANGES[change.measure], float(change.difference), unit, *inferred)
