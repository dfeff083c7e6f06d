"""CT images of exact bytes: whatever a value may be, these files hold it."""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

SIZE = 16
SLICES = 3
CT = b"1.2.840.10008.5.1.4.1.1.2"
LONG_VR = (b"OB", b"OW", b"SQ", b"UN", b"UT", b"OF", b"UC", b"UR")

Tag = tuple[int, int]
Value = tuple[str, bytes]
Header = dict[Tag, Value]


def padded(vr: str, value: bytes) -> bytes:
    return value + (b"" if len(value) % 2 == 0 else b"\0" if vr in ("UI", "OB", "UN") else b" ")


def element(tag: Tag, vr: str, value: bytes) -> bytes:
    """One element in explicit VR little endian."""
    data = padded(vr, value)
    head = struct.pack("<HH", *tag) + vr.encode()
    if vr.encode() in LONG_VR:
        return head + b"\0\0" + struct.pack("<L", len(data)) + data
    return head + struct.pack("<H", len(data)) + data


def items(*contents: Mapping[Tag, Value]) -> Value:
    """A sequence of such items."""
    data = b""
    for content in contents:
        inner = b"".join(element(tag, *content[tag]) for tag in sorted(content))
        data += struct.pack("<HHL", 0xFFFE, 0xE000, len(inner)) + inner
    return "SQ", data


def code(value: bytes = b"P1", scheme: bytes = b"DCM", meaning: bytes = b"Meaning") -> dict[Tag, Value]:
    return {(8, 0x100): ("SH", value), (8, 0x102): ("SH", scheme), (8, 0x104): ("LO", meaning)}


def reference(sop_class: bytes = b"1.2.840.10008.3.1.2.3.1", instance: bytes = b"1.2.3.4") -> dict[Tag, Value]:
    return {(8, 0x1150): ("UI", sop_class), (8, 0x1155): ("UI", instance)}


def pixels(index: int) -> bytes:
    values = np.full((SIZE, SIZE), -50, "<i2")
    values[4:8, 4:8] = 300 + index
    return values.tobytes()


def header(index: int, uid: bytes) -> Header:
    """A sound image such as a GE scanner writes it; `uid` is the beginning of its UIDs."""
    request = {(0x40, 7): ("LO", b"Score"), (0x40, 9): ("SH", b"SP1"), (0x40, 0x1001): ("SH", b"RP1")}
    one: Header = {
        (8, 5): ("CS", b"ISO_IR 100"),
        (8, 8): ("CS", b"ORIGINAL\\PRIMARY\\AXIAL"),
        (8, 0x16): ("UI", CT),
        (8, 0x18): ("UI", uid + b".3.%d" % (index + 1)),
        (8, 0x20): ("DA", b"20260115"),
        (8, 0x22): ("DA", b"20260115"),
        (8, 0x30): ("TM", b"101112"),
        (8, 0x32): ("TM", b"10140%d" % index),
        (8, 0x50): ("SH", b"ACC1"),
        (8, 0x60): ("CS", b"CT"),
        (8, 0x70): ("LO", b"GE MEDICAL SYSTEMS"),
        (8, 0x80): ("LO", b"Clinic"),
        (8, 0x81): ("ST", b"1 Street"),
        (8, 0x90): ("PN", b"Ref^Er"),
        (8, 0x0201): ("SH", b"+0100"),
        (8, 0x1030): ("LO", b"Heart"),
        (8, 0x1032): items(code()),
        (8, 0x103E): ("LO", b"CaSc"),
        (8, 0x1040): ("LO", b"Radiology"),
        (8, 0x1048): ("PN", b"Record^Of"),
        (8, 0x1050): ("PN", b"Per^Former"),
        (8, 0x1070): ("PN", b"Op^Er"),
        (8, 0x1080): ("LO", b"chest pain"),
        (8, 0x1090): ("LO", b"Scanner"),
        (8, 0x1110): items(reference()),
        (0x10, 0x10): ("PN", b"Doe^Jane"),
        (0x10, 0x20): ("LO", b"P" + uid.split(b".")[-1]),
        (0x10, 0x30): ("DA", b"19501224"),
        (0x10, 0x32): ("TM", b"1200"),
        (0x10, 0x40): ("CS", b"F"),
        (0x10, 0x1010): ("AS", b"075Y"),
        (0x10, 0x1020): ("DS", b"1.7"),
        (0x10, 0x1030): ("DS", b"70"),
        (0x10, 0x2160): ("SH", b"unknown"),
        (0x10, 0x2180): ("SH", b"baker"),
        (0x10, 0x21A0): ("CS", b"NO"),
        (0x10, 0x21B0): ("LT", b"smoker until 1990"),
        (0x10, 0x4000): ("LT", b"none"),
        (0x18, 0x15): ("CS", b"HEART"),
        (0x18, 0x22): ("CS", b"CINE"),
        (0x18, 0x50): ("DS", b"3"),
        (0x18, 0x60): ("DS", b"120"),
        (0x18, 0x90): ("DS", b"500"),
        (0x18, 0x1000): ("LO", b"SN1"),
        (0x18, 0x1020): ("LO", b"1.0\\2.0"),
        (0x18, 0x1030): ("LO", b"Calcium"),
        (0x18, 0x1050): ("DS", b"0.5"),
        (0x18, 0x1100): ("DS", b"250"),
        (0x18, 0x1110): ("DS", b"950"),
        (0x18, 0x1111): ("DS", b"540"),
        (0x18, 0x1120): ("DS", b"0"),
        (0x18, 0x1130): ("DS", b"150"),
        (0x18, 0x1140): ("CS", b"CW"),
        (0x18, 0x1150): ("IS", b"280"),
        (0x18, 0x1151): ("IS", b"400"),
        (0x18, 0x1152): ("IS", b"112"),
        (0x18, 0x1153): ("IS", b"112000"),
        (0x18, 0x1160): ("SH", b"BODY FILTER"),
        (0x18, 0x1170): ("IS", b"48"),
        (0x18, 0x1190): ("DS", b"1.2"),
        (0x18, 0x1200): ("DA", b"20260101"),
        (0x18, 0x1201): ("TM", b"0800"),
        (0x18, 0x1210): ("SH", b"STANDARD"),
        (0x18, 0x5100): ("CS", b"HFS"),
        (0x20, 0xD): ("UI", uid + b".1"),
        (0x20, 0xE): ("UI", uid + b".2"),
        (0x20, 0x10): ("SH", b"S1"),
        (0x20, 0x11): ("IS", b"4"),
        (0x20, 0x12): ("IS", b"1"),
        (0x20, 0x13): ("IS", b"%d" % (index + 1)),
        (0x20, 0x32): ("DS", b"0\\0\\%d" % (3 * index)),
        (0x20, 0x37): ("DS", b"1\\0\\0\\0\\1\\0"),
        (0x20, 0x52): ("UI", uid + b".4"),
        (0x20, 0x1002): ("IS", b"3"),
        (0x20, 0x1040): ("LO", b"SN"),
        (0x20, 0x1041): ("DS", b"%d" % (3 * index)),
        (0x20, 0x4000): ("LT", b"comment"),
        (0x28, 2): ("US", b"\1\0"),
        (0x28, 4): ("CS", b"MONOCHROME2"),
        (0x28, 0x10): ("US", struct.pack("<H", SIZE)),
        (0x28, 0x11): ("US", struct.pack("<H", SIZE)),
        (0x28, 0x30): ("DS", b"0.5\\0.5"),
        (0x28, 0x100): ("US", b"\x10\0"),
        (0x28, 0x101): ("US", b"\x10\0"),
        (0x28, 0x102): ("US", b"\x0f\0"),
        (0x28, 0x103): ("US", b"\1\0"),
        (0x28, 0x120): ("SS", struct.pack("<h", -2000)),
        (0x28, 0x301): ("CS", b"NO"),
        (0x28, 0x1050): ("DS", b"90"),
        (0x28, 0x1051): ("DS", b"750"),
        (0x28, 0x1052): ("DS", b"0"),
        (0x28, 0x1053): ("DS", b"1"),
        (0x28, 0x1054): ("LO", b"HU"),
        (0x28, 0x2110): ("CS", b"00"),
        (0x40, 0x275): items(request),
        (0x19, 0x10): ("LO", b"GEMS_ACQU_01"),
        (0x19, 0x1027): ("DS", b"280"),
        (0x45, 0x10): ("LO", b"GEMS_HELIOS_01"),
        (0x45, 0x1030): ("CS", b"HALF"),
        (0x45, 0x1033): ("CS", b"75"),
        (0x4B, 0x10): ("LO", b"GEMS_HINO_CT_01"),
        (0x4B, 0x1002): ("DS", b"120\\1090"),
        (0x7FE0, 0x10): ("OW", pixels(index)),
    }
    return one


def write(folder: Path, headers: Sequence[Header]) -> list[Path]:
    """One file an image."""
    folder.mkdir(parents=True)
    files = []
    for number, one in enumerate(headers):
        instance = one.get((8, 0x18), ("UI", b""))[1] or b"1.2.3"
        meta = (
            element((2, 1), "OB", b"\0\1")
            + element((2, 2), "UI", CT)
            + element((2, 3), "UI", instance)
            + element((2, 0x10), "UI", b"1.2.840.10008.1.2.1")
            + element((2, 0x12), "UI", b"1.2.3")
        )
        body = b"".join(element(tag, *one[tag]) for tag in sorted(one))
        file = folder / f"{number}.dcm"
        file.write_bytes(bytes(128) + b"DICM" + element((2, 0), "UL", struct.pack("<L", len(meta))) + meta + body)
        files.append(file)
    return files
