"""The report as text: sentences of a reading, by a template, in a language."""

from functools import cache

from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.dictation.sentences import sentences
from SmartScoreLib.reports.dictation.template import STANDARD, ReportText, Template, filled, template
from SmartScoreLib.reports.language.languages import words


def report_text(
    reading: Reading, language: str = "en", by: Template | None = None, followup: Followup | None = None
) -> ReportText:
    """What the Physician report says, as text for a dictation.

    Args:
        reading: what is reported.
        language: of the sentences.
        by: a template of a site; None for the standard one.
        followup: of the reading, for what has changed since another scan.

    Raises:
        WrongUsage: there is no such language.
    """
    return filled(by or _standard(), sentences(reading, words(language), followup))


@cache
def _standard() -> Template:
    return template(STANDARD)
