"""Private elements of GE CT images, found by their private creator and never by a fixed block number.

The conformance statement (section 3.5) prints the creators as GE HEALTHCARE_*, real files carry GEMS_*; both are
accepted. Element meanings: the statement's table 3.5, corrected by the dictionary of real files (PctRpeakDelay is the
cardiac phase as percent of the R-R interval).
"""

from dataclasses import dataclass

from pydicom.dataset import Dataset
from pydicom.tag import BaseTag

from SmartScoreLib.series.headers.attributes import text_at


@dataclass(frozen=True)
class PrivateElement:
    """One element of a private block."""

    creators: tuple[str, ...]
    group: int
    element: int


_ACQU = ("GEMS_ACQU_01", "GE HEALTHCARE_ACQU_01")
_PARM = ("GEMS_PARM_01", "GE HEALTHCARE_PARM_01")
_HELIOS = ("GEMS_HELIOS_01", "GE HEALTHCARE_HELIOS_01")
_HINO = ("GEMS_HINO_CT_01", "GE HEALTHCARE_HINO_CT_01")

GANTRY_VELOCITY = PrivateElement(_ACQU, 0x0019, 0x27)
DELTA_START_TIME = PrivateElement(_PARM, 0x0043, 0x1E)
PITCH_RATIO = PrivateElement(_PARM, 0x0043, 0x27)
CARDIAC_RECON_ALGORITHM = PrivateElement(_HELIOS, 0x0045, 0x30)
CARDIAC_PHASE_NUMBER = PrivateElement(_HELIOS, 0x0045, 0x33)
R_TIME = PrivateElement(_HINO, 0x004B, 0x02)
HEART_BEAT_NUMBER = PrivateElement(_HINO, 0x004B, 0x03)
# A scanner line that keeps its pixels, compressed in a way of its own, in place of Pixel Data.
PRIVATE_COMPRESSION = PrivateElement(("ELSCINT1",), 0x07A1, 0x11)


def private_tag(dataset: Dataset, wanted: PrivateElement) -> BaseTag | None:
    """Tag of the element in this header, or None if its creator has reserved no block (PS3.5 7.8.1)."""
    group = wanted.group
    for tag in dataset.keys():  # noqa: SIM118 - iterating a Dataset gives converted elements
        # Shifts are those of int: comparisons of pydicom's tags take ten times as long.
        if tag >> 16 == group and 0x10 <= tag & 0xFFFF <= 0xFF and text_at(dataset, tag) in wanted.creators:
            return BaseTag(group << 16 | (tag & 0xFF) << 8 | wanted.element)
    return None


def private_text(dataset: Dataset, wanted: PrivateElement) -> str:
    """Value of a private string element; "" if absent."""
    tag = private_tag(dataset, wanted)
    return "" if tag is None else text_at(dataset, tag)
