"""Corruptions of masks: NIfTI, NRRD, MetaImage and Slicer segmentations with other headers, bytes and names."""

import gzip
import random
import struct
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import SimpleITK

from fuzz.exam import LABELS, ORIGIN_LPS_MM, SLICES, SPACING_MM, Case, image_bytes, labels

_NAMES = "\n".join(f"{number},{name}" for name, number in LABELS.items()) + "\n"
# NIfTI-1 fields: offset, format, values (nifti1.h of the NIfTI-1.1 standard)
_NIFTI = {
    "dim": (40, "<h", (0, 1, 2, 3, 4, 7, 8, -1, 32767)),
    "size": (42, "<h", (0, 1, 6, 40, 44, -1, 32767)),
    "datatype": (70, "<h", (0, 2, 4, 8, 16, 64, 128, 256, 512, 2304, -1)),
    "bitpix": (72, "<h", (0, 1, 8, 16, 32, 64, -8)),
    "pixdim": (76, "<f", (0.0, 1.0, -1.0, float("nan"), float("inf"), 1e30)),
    "spacing": (80, "<f", (0.0, 2.5, -2.5, 2.0, 5.0, float("nan"), float("inf"), 1e-30, 1e30)),
    "vox_offset": (108, "<f", (0.0, 352.0, 353.0, 1e9, -1.0, float("nan"))),
    "scl_slope": (112, "<f", (0.0, 1.0, 2.0, -1.0, 0.5, float("nan"), float("inf"))),
    "scl_inter": (116, "<f", (0.0, 1.0, 0.5, -3.0, float("nan"))),
    "xyzt_units": (123, "<b", (0, 1, 2, 3, 10, 127)),
    "qform_code": (252, "<h", (0, 1, 2, 4, -1, 99)),
    "sform_code": (254, "<h", (0, 1, 2, 4, -1, 99)),
    "quatern_b": (256, "<f", (0.0, 1.0, 0.7, 2.0, float("nan"))),
    "qoffset": (268, "<f", (0.0, 52.5, -52.5, 1e9, float("nan"))),
    "srow_x": (280, "<f", (0.0, 2.5, -2.5, 1e9, float("nan"))),
    "srow_x offset": (292, "<f", (0.0, 52.5, 55.0, 50.0, 1e9, float("nan"))),
    "magic": (344, "<i", (0, 0x002B6E, 0x31, -1)),
}
_NRRD = (
    (b"type: ", (b"unsigned char", b"short", b"double", b"block", b"", b"complex")),
    (b"dimension: ", (b"3", b"2", b"4", b"0", b"-1", b"99999999999", b"x")),
    (b"space: ", (b"left-posterior-superior", b"right-anterior-superior", b"scanner-xyz", b"", b"LPS")),
    (b"sizes: ", (b"44 40 6", b"44 40", b"40 44 6", b"0 0 0", b"44 40 -6", b"44 40 600000000")),
    (b"space directions: ", (b"none", b"(2.5,0,0) (0,2,0) (0,0,3)", b"(nan,0,0) (0,2,0) (0,0,3)",
    b"(0,0,0) (0,2,0) (0,0,3)", b"(-2.5,0,0) (0,2,0) (0,0,3)", b"(2.5,1,0) (0,2,0) (0,0,3)")),
    (b"space origin: ", (b"(0,0,0)", b"(-52.5,-41,-120)", b"(inf,0,0)", b"", b"(-50,-41,-120)")),
    (b"encoding: ", (b"gzip", b"raw", b"ascii", b"bzip2", b"hex", b"nonsense")),
    (b"endian: ", (b"little", b"big", b"middle")),
    (b"kinds: ", (b"domain domain domain", b"list domain domain", b"")),
)  # fmt: skip
_CSV = (
    "", "\n", "2,LAD", "2;LAD\n3;LCX\n4;RCA", "LabelValue,Name\n2,LAD\n3,LCX\n4,RCA\n", "2,LAD\n2,RCA\n",
    "2,Nonsense\n3,LCX\n4,RCA\n", "x,LAD\n", "-1,LAD\n", "2,\n3,\n4,\n", "99999999999999,LAD\n", "2,LAD,extra\n",
    "\ufeff2,LAD\n3,LCX\n4,RCA\n", "\0", "2,LAD\n" * 5_000, "2,Aorta\n3,Aortic valve\n4,Mitral valve\n",
    "2 LAD\n3 LCX\n4 RCA\n", "nan,LAD\n", "2.0,LAD\n3.0,LCX\n4.0,RCA\n", "2,lad\n3,lcx\n4,rca\n",
)  # fmt: skip


def corrupt(rng: random.Random) -> Case:
    """One mask file that was changed, for the exam as it is."""
    name = rng.choice(("m.nii", "m.nii.gz", "m.nrrd", "m.seg.nrrd", "m.mha"))
    raw = _written(name)
    names = _NAMES
    kind = rng.choice(("none", "field", "field", "field", "flip", "cut", "names", "labels"))
    what = kind
    if kind == "names":
        names = rng.choice(_CSV)
        what = f"names {names[:40]!r}"
    elif kind == "labels":
        raw = _written(
            name, rng.choice((0, 1, 2, 5, 9, 10, 77, 255)), rng.choice((np.uint8, np.int16, np.float32, np.int32))
        )
    elif kind in ("flip", "cut", "field"):
        packed = name.endswith(".gz") and (kind == "field" or rng.random() < 0.5)
        body = bytearray(gzip.decompress(raw) if packed else raw)
        if kind == "flip":
            for _ in range(rng.choice((1, 1, 3, 20))):
                body[rng.randrange(min(len(body), rng.choice((400, len(body)))))] ^= 1 << rng.randrange(8)
        elif kind == "cut":
            del body[rng.randrange(len(body)) :]
        elif ".nii" in name:
            field = rng.choice(list(_NIFTI))
            offset, form, values = _NIFTI[field]
            value = rng.choice(values)
            struct.pack_into(form, body, offset, value)
            what = f"{field} {value}"
        else:
            what, body = _line_changed(rng, body, b" = " if name.endswith(".mha") else b": ")
        raw = gzip.compress(bytes(body), mtime=0) if packed else bytes(body)
    beside = () if name == "m.seg.nrrd" or (kind == "none" and rng.random() < 0.2) else (("m.csv", names.encode()),)
    files = {f"{index}.dcm": image_bytes(index) for index in range(SLICES)}
    return Case(files, (name, raw), f"{name}: {what}", beside, harmless=kind == "none" and bool(beside))


@lru_cache
def _written(name: str, extra: int = -1, kind: type = np.uint8) -> bytes:
    marked = labels().astype(kind)
    if extra >= 0:
        marked[0, 0, 0] = extra
    image = SimpleITK.GetImageFromArray(marked)
    image.SetOrigin(ORIGIN_LPS_MM)
    image.SetSpacing(SPACING_MM[::-1])
    if name.endswith(".seg.nrrd"):
        for number, (territory, label) in enumerate(LABELS.items()):
            for key, value in (("ID", territory), ("Name", territory), ("LabelValue", str(label)), ("Layer", "0")):
                image.SetMetaData(f"Segment{number}_{key}", value)
    with TemporaryDirectory() as folder:
        file = Path(folder, name)
        SimpleITK.WriteImage(image, str(file), useCompression=name.endswith(".mha"))
        return file.read_bytes()


def _line_changed(rng: random.Random, body: bytearray, separator: bytes) -> tuple[str, bytearray]:
    end = body.find(b"\n\n") if separator == b": " else body.find(b"ElementDataFile")
    lines = bytes(body[:end]).split(b"\n")
    at = rng.randrange(len(lines))
    if separator == b": " and rng.random() < 0.7:
        key, values = rng.choice(_NRRD)
        at = next((number for number, line in enumerate(lines) if line.startswith(key)), at)
        lines[at] = key + rng.choice(values)
    else:
        key = lines[at].split(separator)[0]
        lines[at] = rng.choice(
            (b"", key, key + separator, key + separator + b"nan nan nan", b"\xff" * 9, key + separator + b"9" * 40)
        )
    return lines[at].decode("latin-1"), bytearray(b"\n".join(lines)) + body[end:]
