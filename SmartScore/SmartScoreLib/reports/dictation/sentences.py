"""What can stand in the text of a report: every field of a template with its words or its number."""

from collections.abc import Iterable

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.identity import identity
from SmartScoreLib.interpretation.classifications.table import RUMBERGER_1999
from SmartScoreLib.interpretation.interpret import invalid_remarks
from SmartScoreLib.interpretation.populations.table import MESA
from SmartScoreLib.lesions.territories import BY_KEY, TERRITORIES
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.technique import technique
from SmartScoreLib.remarks.model import Severity
from SmartScoreLib.reports.followup.sentences import dictated
from SmartScoreLib.reports.grading import comparison_value, grade_word, group_text
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.person_name import printed_name
from SmartScoreLib.reports.physician.conclusion import impression
from SmartScoreLib.reports.physician.notes import note_sentences
from SmartScoreLib.reports.physician.physician import report_title
from SmartScoreLib.reports.physician.valve import valve_sentences
from SmartScoreLib.scoring.model import TerritoryScore, TotalScore

_CONTRAST_IS_OPEN = frozenset(["contrast", "contrast_seen", "angiography", "subtracted", "no_headers"])
"""Remarks on a series after which nobody says that it was made without contrast agent."""
_SENTENCES = (
    "notice", "indication", "technique", "image_quality", "comparison", "vessels", "total", "outside", "percentile",
    "category", "extracardiac", "impression", "limits", "comment", "status", "made_by",
)  # fmt: skip
_TITLES = ("title", *(f"title_{part}" for part in ("indication", "technique", "comparison", "findings", "impression")))
_NUMBERS = (
    "agatston", "volume_mm3", "mass_mg", "lesions", "vessels_with_calcium", "cac_drs", "classification", "grade",
    "percentile_value", "population", "arterial_age", "threshold_hu", "plaque_burden", "mesa_percentile",
)  # fmt: skip
_WHO_AND_WHEN = (
    "patient_name", "patient_id", "birth_date", "study_date", "accession_number", "reader", "report_date",
)  # fmt: skip
_OF_TERRITORIES = tuple(f"{what}_{t.key.lower()}" for t in TERRITORIES for what in ("agatston", "volume", "mass"))
FIELDS: tuple[str, ...] = (*_TITLES, *_SENTENCES, *_NUMBERS, *_WHO_AND_WHEN, *_OF_TERRITORIES)
"""Names of all fields, as a template writes them in braces."""


def sentences(reading: Reading, words: Words, followup: Followup | None = None) -> dict[str, str]:
    """By field, the text in a language; "" for what was not said, is not known or is withheld.

    Several sentences of a field stand on a line each. Numbers are those of the pages: rounded once, "<1" for what is
    more than 0 and rounds to it. With a follow-up of the reading, what has changed stands after what the reader says of
    earlier scans.
    """
    title = impression(reading, words)
    texts, change = reading.texts, () if followup is None else dictated(followup, words)
    said = {
        "title": report_title(reading, words),
        "title_indication": words("indication"),
        "title_technique": words("acquisition_title"),
        "title_comparison": words("comparison"),
        "title_findings": words("findings"),
        "title_impression": title[0] if title else words("impression_title"),
        "notice": _lines(
            words("notice_invalid", text=remark_text(one, words)) for one in invalid_remarks(reading.sheet)
        ),
        "indication": texts.indication,
        "technique": _technique(reading, words),
        "image_quality": _labelled("image_quality", texts.image_quality, words),
        "comparison": _lines(filter(None, [texts.comparison, *change])),
        "vessels": _vessels(reading, words),
        "total": _total(reading, words),
        "outside": _outside(reading, words),
        "percentile": _percentile(reading, words),
        "category": _lines(note_sentences(reading, words)),
        "extracardiac": _labelled("extracardiac", texts.extracardiac, words),
        "impression": title[1] if title else "",
        "limits": _limits(reading, words),
        "comment": reading.comment,
        "made_by": f"{identity().title} {identity().version}. {words('research_use')}.",
        "status": words("status", status=words(f"status_{texts.status}")) if texts.status else "",
    }
    return said | _numbers(reading, words) | _who_and_when(reading, words) | _of_territories(reading, words)


def _technique(reading: Reading, words: Words) -> str:
    """How the images were made, as far as they say, and by which rules they were scored."""
    made, scan = reading.description.acquisition, technique(reading.series.datasets)
    gating = scan.gating or ("phase" if made.phase else "")
    details = []
    if gating:
        text = words(f"text_gating_{gating}")
        details.append(f"{text} ({made.phase})" if made.phase else text)
    if made.kvp is not None:
        details.append(f"{words.plain(made.kvp)} kVp")
    number, spacing = words.number(made.slices), words.plain(made.slice_spacing_mm)
    if made.slice_thickness_mm is None:
        details.append(words("text_slices", number=number, spacing=spacing))
    else:
        thickness = words.plain(made.slice_thickness_mm)
        details.append(words("text_slices_thick", number=number, thickness=thickness, spacing=spacing))
    if scan.ctdi_vol_mgy is not None:
        details.append(f"{words('ctdi_vol')} {words.plain(scan.ctdi_vol_mgy)} mGy")
    if scan.dlp_mgy_cm is not None:
        details.append(f"{words('dlp')} {words.plain(scan.dlp_mgy_cm)} mGy·cm")
    codes = {one.code.removeprefix("series.") for one in reading.sheet.remarks}
    ct = words("text_ct" if codes & _CONTRAST_IS_OPEN else "text_ct_plain")
    rules = reading.sheet.protocol
    scored = words("text_scored", hu=words.plain(rules.threshold_hu), rules=rules.name)
    return _lines([words("text_technique", ct=ct, details=", ".join(details)), scored])


def _scored(name: str, score: TerritoryScore | TotalScore, words: Words) -> str:
    """The sentence of a vessel, or of all."""
    if score.agatston == 0:
        return words("text_vessel_none", vessel=name)
    lesions = words("text_lesion") if score.lesions == 1 else words("text_lesions", number=score.lesions)
    values = {"vessel": name, "score": words.measured(score.agatston), "volume": words.measured(score.volume_mm3)}
    if score.mass_mg is None:
        return words("text_vessel", lesions=lesions, **values)
    return words("text_vessel_mass", lesions=lesions, mass=words.measured(score.mass_mg, 1), **values)


def _vessels(reading: Reading, words: Words) -> str:
    """A line for each vessel, and for calcium of no known vessel where there is some, as on the pages."""
    if not reading.sheet.is_result(reading.sheet.total):
        return ""
    if reading.sheet.mode == "chest":
        return ""  # those of a scan that is not gated have no sentence in which they are not said to be so
    shown = [t for t in reading.sheet.territories if t.counts and (t.lesions or BY_KEY[t.key].always_shown)]
    return _lines(_scored(words.territory(t.key), t, words) for t in shown)


def _total(reading: Reading, words: Words) -> str:
    """The sum of the coronary arteries, named as ungated where it is."""
    if not reading.sheet.is_result(reading.sheet.total):
        return ""
    if reading.sheet.mode == "chest":
        return f"{words('chest_agatston')}{words('locale_colon')} {words.measured(reading.sheet.total.agatston)}."
    return _scored(words("total"), reading.sheet.total, words)


def _outside(reading: Reading, words: Words) -> str:
    found = [t for t in reading.sheet.territories if not t.counts and t.lesions]
    head = words("extra_title") + words("locale_colon")
    lines = [head, *(_scored(words.territory(t.key), t, words) for t in found)] if found else []
    valve = valve_sentences(reading, words)
    return _lines([*lines, *([valve] if valve else [])])


def _percentile(reading: Reading, words: Words) -> str:
    """The percentile of each population with its group, or why there is none."""
    lines = []
    for one in reading.interpretation.comparisons:
        if one.group is None:
            reason = words("not_available") if one.reason is None else remark_text(one.reason, words)
            title = words("percentile_title", population=one.population.name)
            lines.append(f"{title}{words('locale_colon')} {reason}")
        else:
            lines.append(f"{comparison_value(one, words)} ({group_text(one.group, words)}).")
    return _lines(lines)


def _limits(reading: Reading, words: Words) -> str:
    """What limits the numbers, without what makes them invalid, which is said first."""
    limits = [one for one in reading.sheet.remarks if one.severity == Severity.LIMITS]
    return _lines(words("notice_limits", text=remark_text(one, words)) for one in limits)


def _numbers(reading: Reading, words: Words) -> dict[str, str]:
    total, found = reading.sheet.total, reading.interpretation
    chosen, first = found.choices.classification, found.comparison
    mesa = next((one.percentile for one in found.comparisons if one.population.key == MESA), None)

    def given(value: float | None) -> str:
        return "" if value is None else words.number(value)

    return {
        "agatston": words.measured(total.agatston),
        "volume_mm3": words.measured(total.volume_mm3),
        "mass_mg": "" if total.mass_mg is None else words.measured(total.mass_mg, 1),
        "lesions": str(total.lesions),
        "vessels_with_calcium": "" if total.vessels is None else str(total.vessels),
        "cac_drs": found.cac_drs or "",
        "classification": chosen.name if found.grade else "",
        "grade": grade_word(chosen, found.grade, words) if found.grade else "",
        "plaque_burden": grade_word(RUMBERGER_1999, RUMBERGER_1999.grade(total.agatston), words) if found.grade else "",
        "percentile_value": first.percentile.text if first.percentile else "",
        "population": first.population.name if first.percentile else "",
        "mesa_percentile": mesa.text if mesa else "",
        "arterial_age": given(found.arterial_age.value),
        "threshold_hu": words.plain(reading.sheet.protocol.threshold_hu),
    }


def _who_and_when(reading: Reading, words: Words) -> dict[str, str]:
    patient, study = reading.description.patient, reading.description.study
    reported = reading.texts.reported_on
    return {
        "patient_name": printed_name(patient.name),
        "patient_id": patient.patient_id,
        "birth_date": words.date(patient.birth_date) if patient.birth_date else "",
        "study_date": words.date(study.study_date) if study.study_date else "",
        "accession_number": study.accession_number,
        "reader": printed_name(reading.reader),
        "report_date": words.date(reported) if reported else "",
    }


def _of_territories(reading: Reading, words: Words) -> dict[str, str]:
    values = dict.fromkeys(_OF_TERRITORIES, "")
    for score in reading.sheet.territories:
        key = score.key.lower()
        values[f"agatston_{key}"] = words.measured(score.agatston)
        values[f"volume_{key}"] = words.measured(score.volume_mm3)
        values[f"mass_{key}"] = "" if score.mass_mg is None else words.measured(score.mass_mg, 1)
    return values


def _labelled(key: str, text: str, words: Words) -> str:
    return f"{words(key)}{words('locale_colon')} {text}" if text else ""


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
