"""Whether two scans are of one person: Patient ID, birth date and name; nothing is merged in silence."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.describe import Patient

SamePerson = Literal["same", "unsure", "other"]


@dataclass(frozen=True)
class Whose:
    """What tells whose a scan is; "" and None are not known."""

    patient_id: str
    name: str
    birth_date: date | None
    sex: str | None = None


@dataclass(frozen=True)
class PersonCheck:
    """The answer, with what a reader must know of it: `remarks` of an answer that is not "same" say why."""

    answer: SamePerson
    remarks: tuple[Remark, ...] = ()


def whose(patient: Patient) -> Whose:
    """What the headers of a series say."""
    return Whose(patient.patient_id, patient.name, patient.birth_date, patient.sex)


def same_person(earlier: Whose, later: Whose) -> PersonCheck:
    """One person if the Patient ID is the same and nothing contradicts it.

    - The same ID with two birth dates is two persons; with two names and a birth date unknown it is unsure.
    - Two IDs with the same name and birth date are unsure: one person may have two IDs, and so may twins of a register.
    """
    ids = earlier.patient_id.strip(), later.patient_id.strip()
    births = earlier.birth_date, later.birth_date
    names = _plain(earlier.name), _plain(later.name)
    same_birth = None if None in births else births[0] == births[1]
    same_name = None if "" in names else names[0] == names[1]
    shown = {"names": (_shown(earlier), _shown(later))}
    if not (ids[0] and ids[0] == ids[1]):
        numbers = {"before": ids[0] or "-", "after": ids[1] or "-"}
        if same_birth and same_name:
            return PersonCheck("unsure", (remark("comparison.two_ids", **numbers),))
        return PersonCheck("other", (remark("comparison.other_person", **shown, **numbers),))
    if same_birth is False:
        days = {"before": str(births[0]), "after": str(births[1])}
        return PersonCheck("other", (remark("comparison.one_id_two_persons", id=ids[0], **days, **shown),))
    if same_birth is None and same_name is False:
        return PersonCheck("unsure", (remark("comparison.one_id_two_names", id=ids[0], **shown),))
    told = []
    if same_name is False:
        told.append(remark("comparison.name_differs", **shown))
    if same_birth is None or same_name is None:
        told.append(remark("comparison.only_id"))
    if earlier.sex and later.sex and earlier.sex != later.sex:
        told.append(remark("comparison.sex_differs"))
    return PersonCheck("same", tuple(told))


def may_be(known: Whose, patient_id: str, name: str) -> bool:
    """Whether a patient of a list has the ID or the name of a person, so that a look into the files is due."""
    same_id = patient_id.strip() == known.patient_id.strip() != ""
    return same_id or _plain(name) == _plain(known.name) != ""


def stated_same(check: PersonCheck, earlier: Whose, later: Whose) -> tuple[Remark, ...]:
    """The remarks of a check where a reader states that it is one person in spite of what the headers say."""
    if check.answer == "same":
        return check.remarks
    differences = remark(
        "comparison.person_differs",
        before=earlier.patient_id.strip() or "-",
        born_before=str(earlier.birth_date or "-"),
        after=later.patient_id.strip() or "-",
        born_after=str(later.birth_date or "-"),
        names=(_shown(earlier), _shown(later)),
    )
    return (remark("comparison.stated_same", differences=differences),)


def _shown(one: Whose) -> str:
    return " ".join(one.name.split("=")[0].replace("^", " ").split()) or "-"


def _plain(name: str) -> str:
    """The first form of a name without what typists vary: capitals, accents, signs between its parts."""
    letters = unicodedata.normalize("NFKD", name.split("=")[0]).casefold()
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters if not _mark(sign)).split())


def _mark(sign: str) -> bool:
    return unicodedata.category(sign) == "Mn"
