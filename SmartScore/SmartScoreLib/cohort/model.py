"""What a cohort is: the exams to be scored, and how."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from SmartScoreLib.interpretation.model import Person
from SmartScoreLib.lesions.marks import AS_THE_FILE_SAYS, MarksOptions
from SmartScoreLib.lesions.territories import Dominance
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

MarksSource = Literal["file", "zero", "latest", "readings", "auto", "propose", "none"]
"""Where marks come from: a file; a reader's word that there is no coronary calcium; the newest saved reading of each
volume; every saved reading that is not replaced; every candidate that is not bone; what is likely to be calcium of the
coronary arteries; nowhere."""


@dataclass(frozen=True)
class ExamMarks:
    """The marks of one exam.

    Attributes:
        source: of which kind.
        path: the file or folder, of source "file".
        name: what the table calls it: the same on every machine.
    """

    source: MarksSource = "none"
    path: Path | None = None
    name: str = ""


@dataclass(frozen=True)
class Exam:
    """One exam to be scored, as it was listed; nothing of it is read yet.

    Attributes:
        name: what the tables call it: the same on every machine.
        places: files and folders that hold its images, and its saved readings.
        series: the wanted series as "UID" or "UID/LABEL"; "" for the one that can be scored.
        marks: its marks.
        reader: who made them; "" for what a saved reading says.
        person: what is known of the patient beside the headers.
        dominance: which artery the posterior descending artery comes from, if known.
        own: the user's own columns of it, by name.
        problems: what is wrong with its row; it fails then, and nothing is read.
    """

    name: str
    places: tuple[Path, ...]
    series: str = ""
    marks: ExamMarks = ExamMarks()
    reader: str = ""
    person: Person | None = None
    dominance: Dominance | None = None
    own: tuple[tuple[str, str], ...] = ()
    problems: tuple[Remark, ...] = ()


@dataclass(frozen=True)
class Cohort:
    """The exams that were listed.

    Attributes:
        exams: in the order of their names.
        own: the user's own columns, in their order.
    """

    exams: tuple[Exam, ...]
    own: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """What scores are compared with, by name: the tables themselves are read where the work is done.

    Attributes:
        classification: key of the words for an amount; "" for the standard, or that of a saved reading.
        populations: keys of reference populations, or the texts of own tables; none for the standard, or those of a
            saved reading.
    """

    classification: str = ""
    populations: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """How every exam is scored.

    Attributes:
        protocols: each makes a row of its own; empty scores saved readings by their own rules, and others by
            `otherwise`.
        otherwise: see there.
        marks: how files of marks are read.
        meaning: what scores are compared with.
    """

    protocols: tuple[ScoringProtocol, ...] = ()
    otherwise: ScoringProtocol = DEFAULT_PROTOCOL
    marks: MarksOptions = AS_THE_FILE_SAYS
    meaning: Meaning = Meaning()
