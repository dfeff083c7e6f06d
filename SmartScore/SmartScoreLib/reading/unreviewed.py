"""A report needs a reader."""

from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.errors import InputRefused


def refuse_unreviewed(reading: Reading) -> None:
    """Stop a report of marks that nobody has confirmed: candidates have no vessel, so its total would say 0.

    Raises:
        InputRefused: the marks are unreviewed.
    """
    if not reading.sheet.reviewed:
        raise InputRefused(
            "A report needs marks that a reader has confirmed, and these were made automatically; "
            "mark the lesions by territory, or write the screen saves alone to look at the candidates."
        )
