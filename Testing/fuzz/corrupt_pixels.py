"""Corruptions of pixels: every way to store them, and bytes flipped, cut off, doubled or zeroed afterwards."""

import random
from io import BytesIO

import numpy as np
import pydicom
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from fuzz.exam import Case, clicks, encoded, image_bytes, volume

_PLAIN = (ExplicitVRLittleEndian, ImplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian)
_COMPRESSED = (RLELossless, JPEGLSLossless, JPEG2000Lossless)


def corrupt(rng: random.Random) -> Case:
    """Store the same Hounsfield units in another way, then damage none, one or all of the files."""
    syntax = rng.choice(_PLAIN + _PLAIN + _COMPRESSED)
    bits = rng.choice((12, 13, 14, 15, 16))
    high = rng.randint(bits - 1, 15) if syntax in _PLAIN else bits - 1
    signed = rng.random() < 0.5
    slope = rng.choice((1.0, 1.0, 0.5, 2.0, 0.25))
    # The least HU is -1000, the greatest 455; unsigned values cannot be below 0, nor signed 12 bits above 2047.
    intercept = rng.choice((-1024.0, -1000.0, -1024.5)) if slope != 2.0 else -1000.0
    files, what = (
        {},
        f"{syntax.name}, bits {bits}, high bit {high}, signed {signed}, slope {slope}, intercept {intercept}",
    )
    exact = True
    rubbish = rng.random() < 0.5
    for index, hu in enumerate(volume()):
        image = pydicom.dcmread(BytesIO(image_bytes(index)))
        stored = np.rint((hu - intercept) / slope).astype(np.int64)
        exact &= bool((stored * slope + intercept == hu).all())
        limit = 1 << (bits - 1 if signed else bits)
        exact &= bool(stored.max() < limit)
        cells = (stored & ((1 << bits) - 1)) << (high + 1 - bits)
        if rubbish and syntax in _PLAIN and bits < 16:
            used = ((1 << bits) - 1) << (high + 1 - bits)
            cells |= rng.getrandbits(16) & 0xFFFF & ~used
        elif signed and syntax not in _PLAIN:
            cells = stored & 0xFFFF
        image.BitsStored, image.HighBit, image.PixelRepresentation = bits, high, int(signed)
        image.RescaleSlope, image.RescaleIntercept = slope, intercept
        image.PixelData = cells.astype(">u2" if syntax == ExplicitVRBigEndian else "<u2").tobytes()
        if syntax in _COMPRESSED:
            image.compress(syntax, generate_instance_uid=False)
        else:
            image.file_meta.TransferSyntaxUID = syntax
        files[f"{index}.dcm"] = encoded(image)
    damage = rng.choice(("none", "flip", "flip", "flip pixels", "cut", "zero", "double", "append", "drop", "swap"))
    chosen = list(files) if rng.random() < 0.1 else [rng.choice(list(files))]
    for name in chosen:
        files[name] = _damaged(rng, files[name], damage)
    if damage == "drop" and len(chosen) < len(files):
        files = {name: raw for name, raw in files.items() if raw}
    return Case(files, ("clicks.json", clicks()), f"{what}; {damage} of {chosen}", harmless=exact and damage == "none")


def _damaged(rng: random.Random, raw: bytes, damage: str) -> bytes:
    changed = bytearray(raw)
    place = rng.randrange(len(raw))
    if damage.startswith("flip"):
        for _ in range(rng.choice((1, 1, 2, 5, 40))):
            at = rng.randrange(len(raw) // 2 if damage == "flip pixels" else 0, len(raw))
            changed[at] ^= 1 << rng.randrange(8)
    elif damage == "cut":
        del changed[place:]
    elif damage == "zero":
        changed[place : place + rng.choice((1, 4, 100))] = bytes(rng.choice((1, 4, 100)))
    elif damage == "double":
        changed[place:place] = changed[place : place + rng.choice((1, 2, 8, 500))]
    elif damage == "append":
        changed += rng.randbytes(rng.choice((1, 2, 100)))
    elif damage == "drop":
        changed.clear()
    elif damage == "swap":
        other = rng.randrange(len(raw))
        changed[place], changed[other] = changed[other], changed[place]
    return bytes(changed)
