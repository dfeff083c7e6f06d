"""What stands below the result: the category in words, arterial age, what limits the comparison, and the risk."""

from collections.abc import Sequence

from SmartScoreLib.interpretation.categories import cac_drs_category
from SmartScoreLib.interpretation.model import MISSING_KEYS
from SmartScoreLib.interpretation.risk import chd_risk, prevent
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.person_source import PersonValue, person_value
from SmartScoreLib.reports.drawing.flow import Block, lines_block
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.drawing.palette import INK
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.scoring.score import branches

SIZE, LEADING = 11, 15
_UNITS = {
    "total_cholesterol_mg_dl": "mg/dL",
    "hdl_cholesterol_mg_dl": "mg/dL",
    "systolic_mmhg": "mmHg",
    "egfr_ml_min": "mL/min/1.73 m²",
}


def note_blocks(reading: Reading, words: Words, width: float) -> list[Block]:
    """One short paragraph each; none where the result is withheld."""
    texts = note_sentences(reading, words)
    return [lines_block(text, width, SIZE, LEADING, INK, space=2 if n else 6) for n, text in enumerate(texts)]


def note_sentences(reading: Reading, words: Words) -> list[str]:
    """What is said of the result beside its numbers, in paragraphs; none where the result is withheld."""
    found = reading.interpretation
    if found.withheld is not None:
        return []
    category = words(f"cac_drs_words_{cac_drs_category(reading.sheet.total.agatston)}")
    first = [words("cac_drs_meaning", category=found.cac_drs, words=category), *branch_notes(reading, words)]
    if found.arterial_age.value is not None:
        first.append(words("arterial_age_is", years=words.number(found.arterial_age.value)))
    elif found.arterial_age.reason is not None:
        first.append(clean(remark_text(found.arterial_age.reason, words)))
    named = " ".join(clean(remark_text(one, words)) for one in found.remarks)
    texts = [named, " ".join(first)] if named else [" ".join(first)]
    if found.mesa_chd_risk.value is not None:
        percent = words.number(found.mesa_chd_risk.value, 1)
        texts.append(words("chd_risk", percent=percent, inputs=_risk_inputs(reading, chd_risk.INPUTS, words)))
    if found.prevent_ascvd.value is not None and found.prevent_cvd.value is not None:
        ascvd, cvd = (words.number(one.value or 0.0, 1) for one in (found.prevent_ascvd, found.prevent_cvd))
        inputs = _risk_inputs(reading, prevent.INPUTS, words)
        texts.append(words("prevent_risk", ascvd=ascvd, cvd=cvd, inputs=inputs))
    return texts


def branch_notes(reading: Reading, words: Words) -> list[str]:
    """That a branch with calcium is counted with the vessel it comes from: the rows and the N of CAC-DRS differ."""
    key = f"branch_counted_{reading.sheet.dominance or 'unknown'}"
    return [
        words(key, branch=words.territory(branch), vessel=words.territory(vessel))
        for branch, vessel in branches(reading.sheet)
    ]


def used_value(reading: Reading, words: Words, field: str) -> str:
    """What is used of a person; who said it, and what DICOM says instead, where that is not DICOM itself."""
    used = person_value(reading, field)
    if used is None:
        return words("not_known")
    text = _shown(used.value, field, words)
    if used.source == "dicom":
        return text
    if used.dicom is None:
        return words("value_given", value=text)
    return words("value_given_instead", value=text, dicom=_shown(used.dicom, field, words))


def _shown(value: str | int | float | bool, field: str, words: Words) -> str:
    if isinstance(value, bool):
        return words("smoking_YES" if value else "smoking_NO")
    if field == "age_years":
        return words("age", years=value)
    if field == "ethnicity":
        return words(f"ethnicity_{value}")
    if isinstance(value, str):
        return words(value)
    return f"{words.plain(value)} {_UNITS[field]}"


def _risk_inputs(reading: Reading, fields: Sequence[str], words: Words) -> str:
    """Every input of a risk with its value: those that were given, then those of the headers."""
    texts: dict[str, list[str]] = {"given": [], "dicom": []}
    for field in fields:
        used = person_value(reading, field)
        if used is not None:
            texts[used.source].append(f"{words.word(MISSING_KEYS[field])} {_with_dicom(used, field, words)}")
    return "; ".join(
        words(f"risk_inputs_{source}", values=", ".join(values)) for source, values in texts.items() if values
    )


def _with_dicom(used: PersonValue, field: str, words: Words) -> str:
    text = _shown(used.value, field, words)
    if used.dicom is None:
        return text
    return words("value_instead", value=text, dicom=_shown(used.dicom, field, words))
