"""What the people and machines that made a series call it, where no attribute of its own says it.

Descriptions are free text, so they never refuse a series: they tell a reader what to look at.
"""

import re
from collections.abc import Sequence

from pydicom.dataset import Dataset

from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.attributes import decoded, number_or_none, text, title
from SmartScoreLib.series.headers.image import Image
from SmartScoreLib.series.headers.phase import nominal_phase, trigger_time
from SmartScoreLib.series.headers.private import R_TIME, private_text

_LENGTH = 40
_PLAIN = re.compile(
    r"\b(ca[ _-]?sc|ca(lcium)?[ _-]?scor|score|smartscore|non[ _-]?con|w/?o\b|without|unenhanced|nativ)", re.I
)
# Most telling first; one of them is enough.
_KINDS = (
    (
        "series.subtracted",
        re.compile(
            r"subtract|\bDSA\b|calci?(um|fication)?[ _-]?(removed|removal|subtract)|de-?calc|no[ _-]?calc", re.I
        ),
    ),
    (
        "series.virtual_plain",
        re.compile(r"\bVNC\b|\bVNCa\b|virtual (non|un)|\bVUE\b|\bTNC\b|water ?\(?(iodine|calcium)", re.I),
    ),
    (
        "series.angiography",
        re.compile(r"\bC?CTA\b|\bCTCA\b|angio|\bcor(onary)?[ _-]?(cta|art)|contrast|enhanced", re.I),
    ),
)
_CARDIAC = re.compile(
    r"ECG|\bEKG|\bgated|gating|cardiac|heart|\bherz|coronar|\bcor[ _-]|\bca[ _-]?sc|calcium|smart ?score|\bCTCA\b"
    r"|diast|syst",
    re.I,
)
_GATED_TECHNIQUES = frozenset(["PROSPECTIVE", "RETROSPECTIVE", "PACED"])


def described(images: Sequence[Image]) -> list[Remark]:
    """What description or image type say about contrast agent or removed calcium."""
    for image in images[:1]:
        plain = _PLAIN.search(decoded(image.dataset, "SeriesDescription"))
        for code, pattern in _KINDS:
            for keyword in ("SeriesDescription", "ImageType", "ImageComments"):
                value = decoded(image.dataset, keyword)
                if pattern.search(value.replace("\\", " ")) and not (plain and code == "series.angiography"):
                    return [remark(code, attribute=title(keyword), value=one_line(value, _LENGTH))]
    return []


def gating_known(dataset: Dataset) -> bool:
    """Whether the header tells that the scan was made by the heartbeat, or says that it was not."""
    if nominal_phase(dataset) or trigger_time(dataset) or private_text(dataset, R_TIME):
        return True
    if text(dataset, "CardiacSynchronizationTechnique").upper() in _GATED_TECHNIQUES:
        return True
    if any(number_or_none(dataset, keyword) for keyword in ("HeartRate", "NominalInterval", "LowRRValue")):
        return True
    words = ("SeriesDescription", "ProtocolName", "StudyDescription", "ScanOptions", "BodyPartExamined")
    return any(_CARDIAC.search(decoded(dataset, keyword)) for keyword in words)


def is_own_output(dataset: Dataset) -> bool:
    """Whether this software wrote it: part of a series that lies beside it."""
    name = identity().name
    meta = getattr(dataset, "file_meta", None)
    written_by = "" if meta is None else text(meta, "ImplementationVersionName")
    return written_by.startswith(f"{name.upper()}_") or text(dataset, "SeriesDescription").startswith(
        f"{name} reduced CT"
    )
