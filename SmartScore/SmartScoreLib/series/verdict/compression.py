"""What compression does to the verdict: uncompressed or compressed without loss is fine, lossy is refused."""

from functools import cache

from pydicom.dataset import Dataset

from SmartScoreLib.remarks.words import one_line
from SmartScoreLib.series.headers.attributes import text
from SmartScoreLib.series.pixels.decoding import BY_SIMPLEITK

UNCOMPRESSED = {
    "1.2.840.10008.1.2",  # implicit VR little endian
    "1.2.840.10008.1.2.1",  # explicit VR little endian
    "1.2.840.10008.1.2.2",  # explicit VR big endian
    "1.2.840.10008.1.2.1.99",  # deflated explicit VR little endian
}
LOSSLESS = {
    "1.2.840.10008.1.2.5": "RLE",
    "1.2.840.10008.1.2.4.57": "JPEG lossless",
    "1.2.840.10008.1.2.4.70": "JPEG lossless",
    "1.2.840.10008.1.2.4.80": "JPEG-LS lossless",
    "1.2.840.10008.1.2.4.90": "JPEG 2000 lossless",
    "1.2.840.10008.1.2.4.201": "High-Throughput JPEG 2000 lossless",
    "1.2.840.10008.1.2.4.202": "High-Throughput JPEG 2000 lossless",
}
# JPEG baseline and extended, near-lossless JPEG-LS, JPEG 2000 and HTJ2K that may be lossy, MPEG, HEVC, JPEG XL.
_LOSSY = {f"1.2.840.10008.1.2.4.{last}" for last in (50, 51, 81, 91, 93, 112, 203)}
_NAME_LENGTH = 64


@cache
def transfer_syntax_fault(uid: str) -> tuple[str, tuple[str, ...]] | None:
    """Why pixels in this transfer syntax cannot be scored: code and what to call the syntax; None if they can."""
    if uid in UNCOMPRESSED:
        return None
    if not uid:
        return "series.missing", ()
    # Only a compressed or unknown series needs these names and decoders, and importing them takes time.
    from pydicom.uid import UID

    name, number = one_line(UID(uid).name, _NAME_LENGTH), one_line(uid, _NAME_LENGTH)
    if uid in LOSSLESS:
        return None if decodable(uid) else ("series.no_decoder", (name,))
    if uid in _LOSSY or uid.startswith("1.2.840.10008.1.2.4.10"):
        return "series.lossy_transfer_syntax", (name,)
    return "series.transfer_syntax", (number,) if name == number else (name, number)


def decodable(uid: str) -> bool:
    """Whether a decoder for a compressed transfer syntax is installed."""
    from pydicom.pixels.decoders.base import get_decoder

    if uid in BY_SIMPLEITK:
        return True
    try:
        return bool(get_decoder(uid).is_available)
    except NotImplementedError:
        return False


def claims_lossy(dataset: Dataset) -> bool:
    """Whether Lossy Image Compression says that the image once went through it (PS3.3 C.7.6.1.1.5)."""
    return text(dataset, "LossyImageCompression") not in ("", "00", "0")


def is_research_claim(dataset: Dataset) -> bool:
    """Whether the claim is bare (no ratio, no method) and the image is de-identified.

    Public research archives hold uncompressed CT with such a flag. Nobody is treated by a de-identified image, so it
    is read with a warning that stays with the score; on a patient's image the same flag is a reason to refuse.
    """
    explained = text(dataset, "LossyImageCompressionRatio") or text(dataset, "LossyImageCompressionMethod")
    return not explained and text(dataset, "PatientIdentityRemoved").upper() == "YES"
