"""The rest of the Physician report: acquisition, rules, warnings, reading, references."""

from SmartScoreLib.interpretation.classifications.table import CAC_DRS_2018
from SmartScoreLib.interpretation.quotes import quotes_for
from SmartScoreLib.interpretation.sources import AGATSTON_SCORE, CAC_DRS, CITATIONS, DENSITY_SCORE, DIFFUSIVITY
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.technique import technique
from SmartScoreLib.reports.drawing.flow import Block, begun_together, lines_block
from SmartScoreLib.reports.drawing.fonts import clean
from SmartScoreLib.reports.drawing.palette import INK, NOTICE_INK, QUIET_INK
from SmartScoreLib.reports.grading import about_population
from SmartScoreLib.reports.language.languages import remark_text
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.physician.conclusion import paragraph_blocks, signature_blocks, text_blocks
from SmartScoreLib.reports.physician.key_values import KeyValue, key_value_blocks, labels_width
from SmartScoreLib.reports.physician.sections import remark_texts, title_block
from SmartScoreLib.scoring.model import ScoringProtocol

SIZE, LEADING = 11, 15


def detail_blocks(reading: Reading, words: Words, width: float, change: str = "") -> list[Block]:
    """Each section with its title; sections without content are left out, except for what a reader expects to see.

    `change` is what has changed since an earlier scan, in sentences.
    """
    return [
        *text_blocks(reading, words, width, change),
        *_acquisition(reading, words, width),
        *_protocol(reading, words, width),
        *_warnings(reading, words, width),
        *_comment(reading, words, width),
        *_quotes(reading, words, width),
        *begun_together([*_sources(reading, words, width), *signature_blocks(reading, words, width)], last=4),
    ]


def _acquisition(reading: Reading, words: Words, width: float) -> list[Block]:
    made = reading.description.acquisition
    unknown = words("not_known")
    dose = technique(reading.series.datasets)

    def value(number: float | None, unit: str) -> str:
        return unknown if number is None else f"{words.plain(number)} {unit}"

    scanner = " ".join(part for part in (clean(made.manufacturer), clean(made.model)) if part)
    number = "" if made.series_number is None else f"{made.series_number}  "
    names = [
        KeyValue(words("scanner"), scanner or unknown),
        KeyValue(words("series"), (number + clean(made.series_description)).strip() or unknown),
    ]
    left = [
        KeyValue(words("tube_voltage"), value(made.kvp, "kVp")),
        KeyValue(words("tube_current"), value(made.tube_current_ma, "mA")),
        KeyValue(words("exposure"), value(made.exposure_mas, "mAs")),
        KeyValue(words("gating"), _gating(dose.gating, made.phase, words)),
        KeyValue(words("ctdi_vol"), value(dose.ctdi_vol_mgy, "mGy")),
    ]
    right = [
        KeyValue(words("slices"), words.number(made.slices)),
        KeyValue(words("slice_spacing"), value(made.slice_spacing_mm, "mm")),
        KeyValue(words("slice_thickness"), value(made.slice_thickness_mm, "mm")),
        KeyValue(words("kernel"), clean(made.kernel) or unknown),
        KeyValue(words("dlp"), value(dose.dlp_mgy_cm, "mGy·cm")),
    ]
    label = labels_width([*names, *left], SIZE)
    return begun_together(
        [
            title_block(words("acquisition_title"), width),
            *key_value_blocks([names], width, SIZE, LEADING, first_label=label),
            *key_value_blocks([left, right], width, SIZE, LEADING, first_label=label),
        ]
    )


def _gating(stated: str, phase: str, words: Words) -> str:
    """Whether the scan followed the heart beat, and at which phase the images are."""
    known = words(f"gating_{stated}") if stated else words("gating_phase") if phase else words("not_known")
    return f"{known}, {clean(phase)}" if phase else known


def _protocol(reading: Reading, words: Words, width: float) -> list[Block]:
    rules, total = reading.sheet.protocol, reading.sheet.total
    one, two, three, four = (words.plain(start) for start in rules.weight_starts_hu)
    mass = words("mass_factor_none")
    if rules.mass_factor is not None:
        mass = words("mass_factor_value", factor=_short(words, rules.mass_factor))
        source = rules.mass_factor_source
        mass += ", " + (words("mass_factor_entered") if source is None else clean(remark_text(source, words)))
    rows = [
        KeyValue(words("protocol"), clean(_rules_text(rules, words))),
        KeyValue(words("threshold"), words("threshold_value", hu=words.plain(rules.threshold_hu))),
        KeyValue(words("weights"), words("weights_value", one=one, two=two, three=three, four=four)),
        KeyValue(words("minimum_area"), _minimum_area(rules, words)),
        KeyValue(words("volume_method"), words(f"volume_{reading.sheet.volume_measured}")),
        KeyValue(words("mass_factor"), mass),
    ]
    if reading.lesions.origin:
        rows.append(KeyValue(words("marks"), clean(remark_text(reading.lesions.origin, words))))
    left = (
        [KeyValue(words("density_score"), words.number(total.density_score, 2))]
        if total.density_score is not None
        else []
    )
    right = (
        [KeyValue(words("diffusivity"), words.number(total.diffusivity, 2))] if total.diffusivity is not None else []
    )
    explained = [words("density_explained")] if left else []
    explained += [words("diffusivity_explained")] if right else []
    label = labels_width([*rows, *left], SIZE)
    return begun_together(
        [
            title_block(words("protocol_title"), width),
            *key_value_blocks([rows], width, SIZE, LEADING, first_label=label),
            *(key_value_blocks([left, right], width, SIZE, LEADING, first_label=label) if left or right else []),
            lines_block(" ".join([*explained, words("rounding")]), width, SIZE, LEADING, QUIET_INK, space=4),
        ]
    )


def _rules_text(rules: ScoringProtocol, words: Words) -> str:
    """Name of the rules, and where they come from if that is known."""
    return f"{rules.name}. {remark_text(rules.source, words)}" if rules.source else rules.name


def _minimum_area(rules: ScoringProtocol, words: Words) -> str:
    key = "minimum_area_more" if rules.area_must_exceed else "minimum_area_value"
    text = words(key, area=words.plain(rules.minimum_area_mm2), neighbors=rules.connectivity)
    return words("minimum_voxels", area=text, voxels=rules.minimum_voxels) if rules.minimum_voxels > 1 else text


def _short(words: Words, factor: float) -> str:
    """A calibration factor with three significant digits, not in powers of ten."""
    text = f"{factor:.3g}"
    if "e" in text:
        text = f"{factor:.8f}".rstrip("0")
    return text.replace(".", words.decimal)


def _warnings(reading: Reading, words: Words, width: float) -> list[Block]:
    texts = [] if reading.sheet.reviewed else [words("unreviewed")]
    texts += remark_texts(reading, words)
    if not texts:
        return []
    return [
        title_block(words("warnings_title"), width),
        *(lines_block(text, width, SIZE, LEADING, NOTICE_INK, indent=12, bullet="•") for text in texts),
    ]


def _comment(reading: Reading, words: Words, width: float) -> list[Block]:
    lines = paragraph_blocks(reading.comment, width)
    return [title_block(words("comment_title"), width), *lines] if lines else []


def _quotes(reading: Reading, words: Words, width: float) -> list[Block]:
    """What guidelines say of the score, word by word, with the source; nothing unless a site chose that."""
    found = reading.interpretation
    if not found.choices.quotes or found.withheld is not None:
        return []
    texts = [f'"{one.text}" {one.source}' for one in quotes_for(reading.sheet.total.agatston)]
    lines = [lines_block(text, width, SIZE, LEADING, INK, indent=12, bullet="•") for text in texts]
    return [title_block(words("quotes_title"), width), *lines] if lines else []


def _sources(reading: Reading, words: Words, width: float) -> list[Block]:
    """The references of what is printed: not of a number that is not available. Some stand above the signature."""
    references = [*_cited(AGATSTON_SCORE, words), *_of_meaning(reading, words)]
    total = reading.sheet.total
    references += _cited(DENSITY_SCORE, words) if total.density_score is not None else []
    references += _cited(DIFFUSIVITY, words) if total.diffusivity is not None else []
    lines = [lines_block(text, width, SIZE, LEADING, QUIET_INK, indent=12, bullet="•") for text in references]
    return [title_block(words("sources_title"), width), *lines]


def _of_meaning(reading: Reading, words: Words) -> list[str]:
    found = reading.interpretation
    if found.withheld is not None:
        return []
    references = _cited(CITATIONS[CAC_DRS], words)
    chosen = found.choices.classification
    if chosen != CAC_DRS_2018:
        references.append(words("reference_classification", classification=chosen.name, citation=chosen.citation))
    for one in found.comparisons:
        if one.percentile is not None:
            known, about = one.population, about_population(one.population, words)
            citation = f"{known.citation} ({about})" if about else known.citation
            references.append(words("reference_percentile", population=known.name, citation=citation))
    for finding in (found.arterial_age, found.mesa_chd_risk, found.prevent_ascvd):
        references += _cited(CITATIONS[finding.source], words) if finding.value is not None else []
    return references


def _cited(source: tuple[str, str], words: Words) -> list[str]:
    key, citation = source
    return [words(f"reference_{key}", citation=citation)]
