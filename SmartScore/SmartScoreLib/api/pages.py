"""The pages of a reading as files, and what they say as text."""

from pathlib import Path

from SmartScoreLib.api.images import Place
from SmartScoreLib.comparison.followup import Followup
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reading.read import refuse_without_result
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import SmartScoreError, WrongUsage
from SmartScoreLib.reports.dictation import report_text as dictation
from SmartScoreLib.reports.dictation.template import ReportText, read_template
from SmartScoreLib.reports.files import write_pngs
from SmartScoreLib.reports.pdf import write_pdf


def report(
    reading: Reading,
    png: Place | None = None,
    pdf: Place | None = None,
    language: str = "en",
    followup: Followup | None = None,
) -> tuple[Path, ...]:
    """Write the Physician and the Patient report as pictures, as one PDF for print, or both.

        report(make_reading(series, lesions), png="pages", pdf="report.pdf", language="de")

    Args:
        reading: of `make_reading`.
        png: a folder, made if needed: physician-1.png (512 x 512), patient-1.png (1024 x 1024), the slices with
            lesions as slice-023.png (counted from 1, the most inferior) and together as contact-1.png.
        pdf: a file, vector graphics, A4; needs the package reportlab: pip install "smartscore[pdf]".
        language: "en", "de", "es", "fr" or "pt".
        followup: of `followup(reading, ...)`: a page of the Physician report and a sentence of the Patient report.

    Returns:
        The files written.

    Raises:
        WrongUsage: neither `png` nor `pdf` is given, or there is no such language.
        InputRefused: no reader has confirmed the marks, or nothing was read.
        SmartScoreError: a file cannot be written, or reportlab is not installed.
    """
    if png is None and pdf is None:
        raise WrongUsage(remark("api.report_nowhere"))
    refuse_without_result(reading)
    written: list[Path] = []
    try:
        if png is not None:
            written += write_pngs(reading, Path(png), language, followup)
        if pdf is not None:
            written.append(write_pdf(reading, Path(pdf), language, followup=followup))
    except OSError as error:
        file = str(error.filename or png or pdf)
        raise SmartScoreError(remark("api.not_written", file=file, reason=error.strerror or str(error))) from error
    return tuple(written)


def report_text(
    reading: Reading, language: str = "en", template: Place | None = None, followup: Followup | None = None
) -> ReportText:
    """What the Physician report says, in sentences for a dictation: technique, vessels, total, percentile, impression.

        print(report_text(make_reading(series, lesions), "de"))

    Args:
        reading: of `make_reading`.
        language: "en", "de", "es", "fr" or "pt".
        template: a text file with the names of fields in braces, such as `Agatston score {agatston}.`; None takes the
            standard one. `SmartScoreLib.reports.dictation.sentences.FIELDS` has all names.
        followup: of `followup(reading, ...)`: what has changed, in the field `comparison`.

    Returns:
        `.plain`: the text, as `str` gives it; `.html`: the same with bold headings.

    Raises:
        WrongUsage: there is no such language.
        InputRefused: no reader has confirmed the marks; or the template cannot be read, or has other fields.
    """
    refuse_without_result(reading)
    own = None if template is None else read_template(Path(template))
    return dictation.report_text(reading, language, own, followup)
