"""Remarks of the library in the language of the application."""

import logging
from datetime import date
from functools import cache
from string import Formatter

from slicer.i18n import tr as _
from slicer.i18n import translate

from SmartScoreLib.remarks.catalog import package_of, row
from SmartScoreLib.remarks.errors import SmartScoreError
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import in_words, one_line


class _Application:
    """What Slicer's translators made of the catalog; English where they made nothing."""

    decimal = "."

    def text(self, code: str) -> str:
        return _translated(code)

    def word(self, key: str) -> str:
        return {
            "age": _("age"),
            "male": _("male"),
            "female": _("female"),
            "sex": _("sex"),
            "ethnicity": _("ethnicity"),
            "diabetes": _("diabetes"),
            "smoking": _("smoking"),
            "total_cholesterol": _("total cholesterol"),
            "hdl_cholesterol": _("HDL cholesterol"),
            "lipid_medication": _("lipid medication"),
            "systolic_blood_pressure": _("systolic blood pressure"),
            "blood_pressure_medication": _("blood pressure medication"),
            "family_history": _("family history of heart attack"),
            "statin": _("statin"),
            "egfr": _("eGFR"),
            "comparison_group": _("comparison group"),
        }.get(key, key)

    def date(self, value: date) -> str:
        return value.isoformat()  # as the lists of the panel, which are sorted by it

    def where(self, file: str, others: int, every: bool) -> str:
        if not others:
            return _(" in {file}").format(file=file)
        text = _(" in {file} and all {count} others") if every else _(" in {file} and {count} more")
        return text.format(file=file, count=others)


def remarkText(remark: Remark) -> str:
    """The remark as one line of plain text."""
    return one_line(in_words(remark, _Application()))


def reasonsOf(error: SmartScoreError) -> tuple[str, ...]:
    """Why something was refused, a line each."""
    return tuple(remarkText(one) for one in error.remarks)


def contextOf(code: str) -> str:
    """The translation context of a text of the catalog.

    Slicer's update_translations.py names the context of what stands in `_(...)` after the package and the file:
    texts of remarks/catalog/series.py have the context "catalog.series". `slicer.i18n.tr` cannot be asked for it, since
    it takes the file that calls it.
    """
    room = code.partition(".")[0]
    return f"{package_of(room).rpartition('.')[2]}.{room}"


@cache
def _translated(code: str) -> str:
    text = row(code).text
    translated = translate(contextOf(code), text)
    # A translation may form a plural or quote in its own way, but what it names must be what the remark holds.
    if _names(translated) != _names(text):
        logging.warning("The translation of %s names other values than %r; it is left out.", code, text)
        return text
    return str(translated)


def _names(text: str) -> set[str] | None:
    try:
        return {part[1] for part in Formatter().parse(text) if part[1]}
    except ValueError:  # a brace that nothing closes
        return None
