"""Where the reading of an exam stands: unread, draft, final, or two who disagree; and what a blind reader sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from SmartScoreLib.reading.saved.model import SavedReading

State = Literal["unread", "draft", "final", "disagreement"]

STATES: tuple[State, ...] = ("unread", "draft", "final", "disagreement")


@dataclass(frozen=True)
class ExamState:
    """What the saved readings of one volume come to.

    Attributes:
        state: "disagreement" where the final readings of two readers have other CAC-DRS categories or numbers of
            vessels and no third reader has decided since; else "final" if one is, "draft" if there is any.
        current: the newest reading of each reader that no newer version replaces, the newest first.
        differing: the two final readings to decide between; None where there are not two.
    """

    state: State
    current: tuple[SavedReading, ...] = ()
    differing: tuple[SavedReading, SavedReading] | None = None


def exam_state(readings: Sequence[SavedReading]) -> ExamState:
    """The state of one volume.

    Args:
        readings: its saved readings, the newest first.
    """
    current: dict[str, SavedReading] = {}
    for one in readings:
        if not one.replaced:
            current.setdefault(reader_key(one.reader), one)
    newest = tuple(current.values())
    final = [one for one in newest if one.status == "final"]
    if len(final) == 2:
        later, earlier = final
        state: State = "disagreement" if later.cac_drs != earlier.cac_drs else "final"
        return ExamState(state, newest, (earlier, later))
    # The newest of three and more final readings is that of whoever decided.
    return ExamState("final" if final else "draft" if newest else "unread", newest)


def visible_to(readings: Sequence[SavedReading], reader: str) -> tuple[SavedReading, ...]:
    """What a reader may see who reads without knowing the others' results.

    Their own readings; those of others once they have a final one of the same volume.

    Args:
        readings: of any volumes.
        reader: who looks; without a name, nothing is their own.
    """
    key = reader_key(reader)
    mine = [one for one in readings if key and reader_key(one.reader) == key]
    done = {(one.series_instance_uid, one.label) for one in mine if one.status == "final"}
    own = {one.version.sop_instance_uid for one in mine}
    return tuple(
        one for one in readings if one.version.sop_instance_uid in own or (one.series_instance_uid, one.label) in done
    )


def reader_key(name: str) -> str:
    """What tells readers apart: their name, whatever its case, spaces and the signs of DICOM between its parts."""
    return " ".join(name.replace("^", " ").replace(",", " ").casefold().split())
