"""Whether the rules are meant for the tube voltage of the series; they are never changed by it."""

from collections.abc import Sequence

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoringProtocol
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL, presets_for

_DIFFERS = "series.kvp"
_UNKNOWN = ("series.kvp_missing", "series.kvp_partly_missing", "series.no_headers")


def with_tube_voltage(protocol: ScoringProtocol, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """The remarks of a series, and what its tube voltage means for these rules.

    Rules for 120 kVp keep what the series says of another tube voltage, and learn which presets are for it. Rules for
    another one are told where the series contradicts them; what the series says of 130 HU does not concern them.

    Args:
        protocol: the rules.
        remarks: those of the series: nothing about the tube voltage means 120 kVp.
    """
    rules_kvp, standard = protocol.tube_voltage_kvp, DEFAULT_PROTOCOL.tube_voltage_kvp
    differs = next((one for one in remarks if one.code == _DIFFERS), None)
    kvp = (standard,) if differs is None else differs.values["kvp"]
    assert isinstance(kvp, tuple)
    if rules_kvp == standard:
        names = presets_for(float(kvp[0])) if len(kvp) == 1 else ()
        return (*remarks, remark("scoring.tube_voltage_presets", names=names)) if names else tuple(remarks)
    if any(one.code in _UNKNOWN for one in remarks):
        return (*remarks, remark("scoring.tube_voltage_unknown", rules_kvp=rules_kvp))
    others = tuple(one for one in remarks if one is not differs)
    if kvp == (rules_kvp,):
        return (*others, remark("scoring.tube_voltage_fits", rules_kvp=rules_kvp))
    return (*others, remark("scoring.tube_voltage", rules_kvp=rules_kvp, kvp=kvp))
