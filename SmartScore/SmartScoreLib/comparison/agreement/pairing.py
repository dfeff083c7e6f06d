"""Which exam of one method is which of another; what pairs with nothing is said, and never paired by guess."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from SmartScoreLib.comparison.agreement.model import ExamScores, Method
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, by_severity

BY_SERIES = "series"
BY_STUDY = "study"

_SHOWN = 5


@dataclass(frozen=True)
class PairedExam:
    """One exam, and what each method has of it.

    Attributes:
        key: what pairs it.
        exams: by method, in their order; None where a method has none.
        why_left_out: why it is not compared; None if it is, by the methods that have a result.
    """

    key: str
    exams: tuple[ExamScores | None, ...]
    why_left_out: Remark | None = None


@dataclass(frozen=True)
class Paired:
    """All exams of all methods.

    Attributes:
        methods: in the order in which they were given.
        key: what pairs: "series", "study", or the name of a column.
        exams: sorted by key.
        remarks: what was left out, and why, the gravest first.
    """

    methods: tuple[Method, ...] = field(repr=False)
    key: str
    exams: tuple[PairedExam, ...] = field(repr=False)
    remarks: tuple[Remark, ...] = ()

    def of(self, *numbers: int) -> dict[str, tuple[ExamScores, ...]]:
        """The exams that are compared and of which each of these methods has a result, by key."""
        found = {}
        for one in self.exams:
            exams = tuple(one.exams[number] for number in numbers)
            if one.why_left_out is None and all(exam is not None and exam.has_result for exam in exams):
                found[one.key] = tuple(exam for exam in exams if exam is not None)
        return found


def split(methods: Sequence[Method], column: str) -> tuple[Method, ...]:
    """Each method as several, one for each value of a column such as `reader` or `protocol`.

    Raises:
        InputRefused: no exam has the column.
    """
    found: dict[str, list[ExamScores]] = {}
    for method in methods:
        for exam in method.exams:
            found.setdefault(exam.fields.get(column, ""), []).append(exam)
    if set(found) <= {""}:
        raise InputRefused(remark("comparison.agreement_no_column", column=column, known=known_columns(methods)))
    source = ", ".join(dict.fromkeys(method.source for method in methods))
    remarks = tuple(dict.fromkeys(one for method in methods for one in method.remarks))
    return tuple(Method(value or f"no {column}", source, tuple(exams), remarks) for value, exams in found.items())


def pair(methods: Sequence[Method], key: str = BY_SERIES, *, other_ids: bool = False) -> Paired:
    """Pair the exams of all methods.

    Args:
        methods: two or more.
        key: "series" (Series Instance UID and label), "study" (Study Instance UID), or the name of a column.
        other_ids: the same exam may have another Patient ID in another method, as where one was de-identified; else
            such exams are left out, as those of different persons.

    Raises:
        InputRefused: fewer than two methods, two of one name, a method without the key, or nothing pairs.
    """
    _refuse(methods, key)
    by_key: dict[str, list[list[ExamScores]]] = {}
    keyless = dict.fromkeys((method.name for method in methods), 0)
    for number, method in enumerate(methods):
        for exam in method.exams:
            value = key_of(exam, key)
            keyless[method.name] += not value
            if value:
                by_key.setdefault(value, [[] for _ in methods])[number].append(exam)
    several = [_several(value, found, methods) for value, found in sorted(by_key.items())]
    exams = tuple(_paired(value, found, methods, other_ids) for value, found in sorted(by_key.items()))
    remarks = [
        remark("comparison.agreement_no_key", method=name, exams=count, key=key)
        for name, count in keyless.items()
        if count
    ]
    remarks += [one for of_exam in several for one in of_exam]
    remarks += [
        remark("comparison.agreement_no_persons", method=method.name)
        for method in methods
        if not _names_persons(method)
    ]
    remarks += [one.why_left_out for one in exams if one.why_left_out is not None and not _alone(one)]
    remarks += _missing(methods, exams) + _without_result(methods, exams)
    remarks += [one for method in methods for one in method.remarks]
    paired = Paired(tuple(methods), key, exams, by_severity(remarks))
    pairs = [(a, b) for a in range(len(methods)) for b in range(a)]
    if not any(paired.of(a, b) for a, b in pairs):
        raise InputRefused([remark("comparison.agreement_nothing_pairs", key=key), *paired.remarks])
    return paired


def key_of(exam: ExamScores, key: str) -> str:
    """What an exam is paired by, or ""."""
    if key == BY_STUDY:
        return exam.fields.get("study_instance_uid", "")
    if key == BY_SERIES:
        uid, label = exam.fields.get("series_instance_uid", ""), exam.fields.get("series_label", "")
        return f"{uid}/{label}" if uid and label else uid
    return exam.fields.get(key, "")


def known_columns(methods: Sequence[Method]) -> tuple[str, ...]:
    """Names of what exams can be paired or split by."""
    return tuple(
        sorted({name for method in methods for exam in method.exams for name, text in exam.fields.items() if text})
    )


def _refuse(methods: Sequence[Method], key: str) -> None:
    if len(methods) < 2:
        raise InputRefused(remark("comparison.agreement_one_method", names=tuple(one.name for one in methods)))
    names = [one.name for one in methods]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise InputRefused(remark("comparison.agreement_same_name", name=doubled[0]))
    for method in methods:
        if method.exams and not any(key_of(exam, key) for exam in method.exams):
            known = known_columns([method])
            raise InputRefused(remark("comparison.agreement_no_such_key", method=method.name, key=key, known=known))


def _several(key: str, found: list[list[ExamScores]], methods: Sequence[Method]) -> list[Remark]:
    """What is to be said of methods that have an exam more than once: which one is meant is not known."""
    said = []
    for method, exams in zip(methods, found, strict=True):
        if len(exams) > 1:
            files = tuple(dict.fromkeys(exam.fields.get("file", "") for exam in exams))
            said.append(
                remark("comparison.agreement_several", method=method.name, exam=key, count=len(exams), files=files)
            )
    return said


def _paired(key: str, found: list[list[ExamScores]], methods: Sequence[Method], other_ids: bool) -> PairedExam:
    first = tuple(exams[0] if len(exams) == 1 else None for exams in found)
    present = [number for number, exam in enumerate(first) if exam is not None]
    why = None
    if len(present) == 1:
        why = remark("comparison.agreement_alone", exam=key, method=methods[present[0]].name)
    persons = tuple(
        dict.fromkeys(exam.fields["patient_id"] for exam in first if exam and exam.fields.get("patient_id"))
    )
    if why is None and len(persons) > 1 and not other_ids:
        why = remark("comparison.agreement_other_person", exam=key, persons=persons)
    return PairedExam(key, first, why)


def _names_persons(method: Method) -> bool:
    return any(exam.fields.get("patient_id") for exam in method.exams)


def _alone(exam: PairedExam) -> bool:
    return exam.why_left_out is not None and exam.why_left_out.code == "comparison.agreement_alone"


def _missing(methods: Sequence[Method], exams: Sequence[PairedExam]) -> list[Remark]:
    """Exams that one method lacks: how many, and the first of them; all are in the table of exams."""
    said = []
    for number, method in enumerate(methods):
        lacks = [one.key for one in exams if one.exams[number] is None and any(one.exams)]
        if lacks:
            said.append(
                remark("comparison.agreement_lacks", method=method.name, exams=len(lacks), first=tuple(lacks[:_SHOWN]))
            )
    return said


def _without_result(methods: Sequence[Method], exams: Sequence[PairedExam]) -> list[Remark]:
    said = []
    for number, method in enumerate(methods):
        of = [one.exams[number] for one in exams if one.why_left_out is None]
        present = [exam for exam in of if exam is not None]
        for code, chosen in (
            ("comparison.agreement_not_read", [one for one in present if one.outcome in ("not_read", "failed")]),
            ("comparison.agreement_invalid", [one for one in present if one.has_result is False and not one.valid]),
            ("comparison.agreement_unreviewed", [one for one in present if one.outcome == "unreviewed"]),
        ):
            if chosen:
                said.append(remark(code, method=method.name, exams=len(chosen)))
    return said
