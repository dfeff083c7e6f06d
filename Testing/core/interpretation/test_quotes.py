"""What guidelines are quoted for: from which score on, and where it stands."""

from SmartScoreLib.interpretation.choices import InterpretationChoices
from SmartScoreLib.interpretation.quotes import QUOTES, quotes_for


def test_every_quote_has_a_bound_and_a_source() -> None:
    assert InterpretationChoices().quotes is False
    for one in QUOTES:
        assert quotes_for(one.least - 0.6) == ()
        assert one in quotes_for(one.least - 0.5)  # as it is printed
        assert "doi:10.1161/CIR.0000000000001423" in one.source
    assert [one.least for one in QUOTES] == [1000]
