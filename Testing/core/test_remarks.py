"""What the library has to say is data: codes, severities and values; words come from one table a language."""

import json
from datetime import date

import pytest

from SmartScoreLib.remarks.catalog import Row, every_row, remark, row
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark, Severity, Where, by_severity, remark_json
from SmartScoreLib.remarks.words import in_words


class Wordbook:
    """A language of the test's own."""

    decimal = ","

    def __init__(self, text: str) -> None:
        self._text = text

    def text(self, code: str) -> str:
        return self._text

    def word(self, key: str) -> str:
        return {"age": "Alter", "sex": "Geschlecht"}[key]

    def date(self, value: date) -> str:
        return f"{value.day}.{value.month}."

    def where(self, file: str, others: int, every: bool) -> str:
        return f" ({file} +{others}{'!' if every else ''})"


def said(text: str, **values: object) -> str:
    return in_words(Remark("test.x", Severity.NOTE, tuple(values.items())), Wordbook(text))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "values", "expected"),
    [
        ("{kvp} kVp", {"kvp": 120.0}, "120 kVp"),
        ("{kvp} kVp", {"kvp": 99.5}, "99,5 kVp"),
        ("{kvp} kVp", {"kvp": (80.0, 99.5)}, "80, 99,5 kVp"),
        ("{mm:.2f} mm", {"mm": 3.0}, "3,00 mm"),
        ("{mm:.4g} mm", {"mm": 0.123456}, "0,1235 mm"),
        ("version {name}", {"name": "1.2"}, "version 1.2"),
        ("{n:image|images}", {"n": 1}, "1 image"),
        ("{n:image|images}", {"n": 2}, "2 images"),
        ("{n:image|images}", {"n": 0}, "0 images"),
        ("agent{agent:quoted}", {"agent": "Iohexol"}, 'agent "Iohexol"'),
        ("agent{agent:quoted}", {"agent": ""}, "agent"),
        ("{missing:words}", {"missing": ("age", "sex")}, "Alter, Geschlecht"),
        ("am {day:date}", {"day": "2026-11-26"}, "am 26.11."),
        ("am {day:date}", {"day": "-"}, "am -"),
        ("{names:;}", {"names": ("a, b", "c")}, "a, b; c"),
        ("bad{where}.", {"where": Where("a.dcm", 3)}, "bad (a.dcm +3)."),
        ("bad{where}.", {"where": Where("a.dcm", 3, every=True)}, "bad (a.dcm +3!)."),
        ("{inner} twice", {"inner": Remark("test.y", Severity.NOTE, (("inner", 2.5),))}, "2,5 twice twice"),
    ],
)
def test_a_text_is_filled_with_its_values_as_the_language_writes_them(
    text: str, values: dict[str, object], expected: str
) -> None:
    assert said(text, **values) == expected


def test_the_gravest_remark_comes_first_and_each_once() -> None:
    note, limit, invalid = (Remark(f"t.{s.name}", s) for s in (Severity.NOTE, Severity.LIMITS, Severity.INVALID))
    other = Remark("t.other", Severity.LIMITS)
    assert by_severity([note, limit, other, invalid, limit]) == (invalid, limit, other, note)


def test_a_remark_as_json_holds_code_severity_and_values() -> None:
    made = Remark("t.x", Severity.LIMITS, (("hu", (1.0, 2.0)), ("where", Where("a.dcm", 2))))
    expected = {
        "code": "t.x",
        "severity": "limits",
        "values": {"hu": [1.0, 2.0], "where": {"file": "a.dcm", "others": 2}},
    }
    assert json.loads(json.dumps(remark_json(made))) == expected


def test_an_unknown_code_and_values_that_the_text_does_not_name_are_mistakes() -> None:
    with pytest.raises(KeyError):
        remark("series.no_such_code")
    with pytest.raises(KeyError):
        remark("no_such_room.x")
    code, found = next(iter(every_row().items()))
    with pytest.raises(ValueError, match="needs"):
        remark(code, **dict.fromkeys(found.names, 1), more=1)


@pytest.mark.parametrize("code", every_row())
def test_every_text_is_one_sentence_or_more_on_one_line(code: str) -> None:
    found = row(code)
    text = found.text
    assert text == text.strip()
    assert "\n" not in text
    # Phrases that stand after a label: where marks come from after "Marks:", the source of rules after their name.
    phrase = found.severity is Severity.NOTE and ("origin" in code or code.startswith("scoring.source_"))
    assert phrase or text[-1] in '.:)"}'


def test_an_error_says_its_remarks_in_english() -> None:
    code, found = next((code, found) for code, found in every_row().items() if isinstance(found, Row))
    made = remark(code, **dict.fromkeys(found.names, "x"))
    error = InputRefused([made, made])
    assert error.remarks == (made, made)
    assert error.reasons == (english(made), english(made))
    assert str(error) == "\n".join(error.reasons)
