"""What the panel says: verdict, guidance, scores in words. Numbers come ready from the library."""

from slicer.i18n import tr as _

from SmartScoreLib.desktop.remark_text import remarkText
from SmartScoreLib.desktop.views.views import whyNoViews
from SmartScoreLib.interpretation.model import Finding, Interpretation
from SmartScoreLib.interpretation.populations.model import Comparison
from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reading.read import has_result
from SmartScoreLib.scene.session import ReadingSession
from SmartScoreLib.scoring.model import ScoreSheet, ScoringProtocol
from SmartScoreLib.series.describe import Patient


def labels(session: ReadingSession | None) -> dict[str, str]:
    """The text of each label that follows the reading, by its name in the form."""
    if session is None:
        names = ("categoryLabel", "personLabel", "percentileLabel", "arterialAgeLabel", "protocolLabel")
        return {**dict.fromkeys(names, "\N{EN DASH}"), "ethnicGroupLabel": ""}
    found = session.interpretation()
    return {
        "categoryLabel": categoryText(session.sheet, found),
        "personLabel": personText(found, session.description.patient),
        "percentileLabel": percentileText(found),
        "arterialAgeLabel": arterialAgeText(found),
        "protocolLabel": protocolText(session.sheet.protocol),
        "ethnicGroupLabel": ethnicGroupText(session.description.patient.ethnic_group),
    }


def verdict(session: ReadingSession | None) -> str:
    """Whether the volume can be scored and saved, and the warnings that stay with its results."""
    if session is None:
        return ""
    first = _("This volume can be scored.")
    if session.whyNotExportable is not None:
        first = _("This volume can be scored, but not saved to DICOM. {reason}").format(
            reason=remarkText(session.whyNotExportable)
        )
    return "\n".join((first, *(remarkText(remark) for remark in session.sheet.remarks)))


def whyNotExportable(session: ReadingSession | None) -> str:
    """Why results cannot be saved to DICOM, or ""."""
    if session is None or session.whyNotExportable is None:
        return ""
    return remarkText(session.whyNotExportable)


def deleted() -> str:
    """The volume that was read, or its marks, are no longer in the scene."""
    return _("The volume or its marks were deleted.")


def savedBefore(session: ReadingSession | None) -> str:
    """What saving does to the version that is in the database, or "" where none is: it stays, whatever its status."""
    if session is None or session.state.previous is None:
        return ""
    previous = session.state.previous
    number, following = previous.number, previous.number + 1
    if previous.status == "final":
        return _("Version {number} is final and stays as it is. What you change is saved as version {next}.").format(
            number=number, next=following
        )
    return _("Saving writes version {next}; version {number} stays.").format(number=number, next=following)


def guidance(session: ReadingSession | None, marked: str) -> str:
    """What to do next, and what a click does now."""
    if session is None:
        return _("Load a series from the list below, or import a DICOM folder. To try it out, load the phantom.")
    if session.sheet.status == "zero_confirmed" and not marked:
        return ""
    if not marked:
        keys = [territory.shortcut for territory in TERRITORIES]
        return _("Press a territory (or its key, {first} to {last}), then click each lesion in a slice view.").format(
            first=keys[0], last=keys[-1]
        )
    return _("Click each lesion of {territory} in a slice view; Shift+click takes it out.").format(territory=marked)


def whyNoResult(session: ReadingSession | None) -> str:
    """Why there is nothing to report, or ""."""
    if session is None or (session.sheet.reviewed and has_result(session.sheet)):
        return ""
    return categoryText(session.sheet, session.interpretation())


def databaseIsClosed() -> str:
    """Why nothing can be read from the database or written into it."""
    return _("Open a DICOM database first.")


def buttons(
    session: ReadingSession | None, noSession: str, closed: str, screens: tuple[int, ...]
) -> dict[str, tuple[str, str]]:
    """Of each button of the panel, why it is off ("" if it is on), and what it does."""
    noLesion = noSession or ("" if session and session.sheet.lesions else _("Mark a lesion first."))
    noResult = noSession or whyNoResult(session)
    noScreens = "" if screens else _("No slice was chosen: all slices with lesions are taken.")
    return {
        "undoButton": (noSession, _("Take the last edit back. Key Z.")),
        "redoButton": (noSession, _("Do again what was taken back. Key Y.")),
        "candidatesButton": (
            noSession,
            _("Outline what may be calcium near the heart and is not marked; N steps through it, the largest first."),
        ),
        "copyButton": (noSession, _("Copy the table, for a spreadsheet or a text.")),
        "csvButton": (noSession, _("Save the scores with rules and warnings as CSV.")),
        "pdfButton": (noResult, _("Save both reports as one PDF document: A4, for print; its text can be searched.")),
        "copyTextButton": (noSession, _("Copy findings and impression as sentences, for a dictation or a letter.")),
        "addViewButton": (noSession or whyNoViews(), _("Add the slice in the large view, drawn with its scores.")),
        "addAllButton": (noLesion, _("Add every slice that holds a lesion.")),
        "clearScreensButton": (noScreens, _("Choose no slices: all slices with lesions are taken.")),
        "nextButton": (closed, _("Load the next series without a reading; what is saved is closed.")),
        "phantomButton": ("", _("Put a thorax with known calcium into the DICOM database and load it.")),
    }


def categoryText(sheet: ScoreSheet, found: Interpretation) -> str:
    """CAC-DRS, the word of the classification and vessels, or why there are none."""
    if found.withheld is not None or found.grade is None:
        return _("not available") if found.withheld is None else remarkText(found.withheld)
    return _("CAC-DRS {category}: {details}").format(category=found.cac_drs, details=detailsText(sheet, found))


def detailsText(sheet: ScoreSheet, found: Interpretation) -> str:
    """The word of the classification, and vessels; "" where they are withheld."""
    grade = gradeText(found)
    if not grade:
        return ""
    if sheet.total.vessels is None:
        return _("{grade}, number of vessels not available").format(grade=grade)
    return _("{grade}, {vessels} of 4 vessels").format(grade=grade, vessels=sheet.total.vessels)


def gradeText(found: Interpretation) -> str:
    """The word of the classification for the amount, with its name; "" where it is withheld."""
    if found.grade is None:
        return ""
    if found.grade.amount == "none":  # the same in all of them
        return _("no coronary calcium")
    words = {
        "minimal": _("minimal"),
        "mild": _("mild"),
        "moderate": _("moderate"),
        "severe": _("severe"),
        "extensive": _("extensive"),
    }
    word = words.get(found.grade.key, found.grade.key)
    return _("{grade} ({classification})").format(grade=word, classification=found.choices.classification.name)


def personText(found: Interpretation, patient: Patient) -> str:
    """Age and sex, what of them DICOM lacks, and what was typed."""
    sex = {"male": _("Man"), "female": _("Woman"), None: _("Sex not in DICOM")}[found.person.sex]
    if found.person.sex is not None and found.person.sex != patient.sex:
        sex = _("{value} (typed)").format(value=sex)
    age = found.person.age_years
    years = _("{age} years").format(age=age) if age is not None else _("age not in DICOM")
    if age is not None and age != patient.age_years:
        years = _("{value} (typed)").format(value=years)
    return _("{sex}, {years}").format(sex=sex, years=years)


def percentileText(found: Interpretation) -> str:
    """The percentile of each population, or why there is none."""
    return "\n".join(map(_comparisonText, found.comparisons))


def _comparisonText(one: Comparison) -> str:
    if one.percentile is None or one.group is None:
        reason = _("not available") if one.reason is None else remarkText(one.reason)
        return _("{population}: {reason}").format(population=one.population.name, reason=reason)
    percentile = one.percentile.text
    if one.group.nonzero_percent is None:
        return _("{percentile} of 100 ({population})").format(percentile=percentile, population=one.population.name)
    return _("{percentile} of 100 ({nonzero} of 100 in this group of {population} have calcium)").format(
        percentile=percentile, nonzero=one.group.nonzero_percent, population=one.population.name
    )


def arterialAgeText(found: Interpretation) -> str:
    """The arterial age, or why there is none."""
    if found.arterial_age.value is None:
        return _reason(found.arterial_age)
    return _("{age:.0f} years").format(age=found.arterial_age.value)


def _reason(finding: Finding) -> str:
    return _("not available") if finding.reason is None else remarkText(finding.reason)


def protocolText(protocol: ScoringProtocol) -> str:
    """Name and source of the rules, and the weights, which no control shows."""
    source = "" if protocol.source is None else remarkText(protocol.source)
    weights = ", ".join(f"{start:g}" for start in protocol.weight_starts_hu)
    text = _("{name}. {source}. Weights 1 to 4 from {weights} HU, for {kvp:g} kVp.").format(
        name=protocol.name, source=source, weights=weights, kvp=protocol.tube_voltage_kvp
    )
    if protocol.mass_factor_source is None:
        return text
    return _("{rules} Mass factor: {source}.").format(rules=text, source=remarkText(protocol.mass_factor_source))


def ethnicGroupText(ethnicGroup: str) -> str:
    """What DICOM says about ethnicity: a hint for whoever asks the patient, never a choice."""
    if not ethnicGroup:
        return ""
    return _('DICOM says "{group}" (Ethnic Group); please confirm.').format(group=ethnicGroup)
