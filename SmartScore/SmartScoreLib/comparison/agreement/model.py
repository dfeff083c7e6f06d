"""Exams as several methods score them: a method is a reader, a program, a set of rules or a reference."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.model import CTSeries

TOTAL = "TOTAL"
"""The key of the coronary total among the territories, as tables of scores have it."""

Opened = tuple[CTSeries, LesionMap]


@dataclass(frozen=True)
class ExamScores:
    """One exam as one method has it.

    Attributes:
        fields: texts that exams are paired, split and shown by: `series_instance_uid`, `series_label`,
            `study_instance_uid`, `patient_id`, `reader`, `protocol`, `file`, and every column of a table.
        outcome: "scored", "zero_confirmed", "not_read", "unreviewed" or "failed".
        valid: False where a remark makes the score invalid.
        scores: by territory key and `TOTAL`: measure ("agatston", "volume_mm3", "mass_mg") to value, not rounded; what
            is not available is left out.
        opened: loads images and marks, for what is counted by lesion; None where there are none.
    """

    fields: Mapping[str, str]
    outcome: str
    valid: bool
    scores: Mapping[str, Mapping[str, float]]
    opened: Callable[[], Opened] | None = field(default=None, repr=False, compare=False)

    @property
    def has_result(self) -> bool:
        """Whether it has a coronary total that means something; a program's proposal is compared too."""
        return self.outcome not in ("not_read", "failed") and self.valid and "agatston" in self.scores.get(TOTAL, {})


@dataclass(frozen=True)
class Method:
    """A reader, a program, a set of rules or a reference, with its exams.

    Attributes:
        name: what tables and figures call it.
        source: where the exams come from, as given.
        exams: in the order of the source.
        remarks: what is to be said of the source.
    """

    name: str
    source: str
    exams: tuple[ExamScores, ...] = field(repr=False)
    remarks: tuple[Remark, ...] = ()
