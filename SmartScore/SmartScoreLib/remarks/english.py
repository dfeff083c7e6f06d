"""Remarks in English: for errors, the command line, JSON and CSV."""

from datetime import date

from SmartScoreLib.remarks.catalog import row
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import in_words, one_line


class _English:
    decimal = "."

    def text(self, code: str) -> str:
        return row(code).text

    def word(self, key: str) -> str:
        return WORDS.get(key, key)

    def date(self, value: date) -> str:
        return value.isoformat()

    def where(self, file: str, others: int, every: bool) -> str:
        more = f" and all {others} others" if every else f" and {others} more" if others else ""
        return f" in {file}{more}"


WORDS = {
    "age": "age",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "diabetes": "diabetes",
    "smoking": "smoking",
    "total_cholesterol": "total cholesterol",
    "hdl_cholesterol": "HDL cholesterol",
    "lipid_medication": "lipid medication",
    "systolic_blood_pressure": "systolic blood pressure",
    "blood_pressure_medication": "blood pressure medication",
    "family_history": "family history of heart attack",
    "egfr": "eGFR",
    "comparison_group": "comparison group",
}
"""Values that are keys, where a person reads another word than the key."""


def english(remark: Remark) -> str:
    """The remark as one English line of plain text."""
    return one_line(in_words(remark, _English()))
