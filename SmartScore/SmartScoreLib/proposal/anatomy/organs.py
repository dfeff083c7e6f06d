"""Organs that others have segmented: they take the place of what the picture alone shows.

Names and codes are those of TotalSegmentator, and SNOMED CT codes of the same organs in DICOM Segmentations.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.dicom_segmentation import described_segments, segments
from SmartScoreLib.lesions.files.names import names_beside, stem_of, whole
from SmartScoreLib.lesions.files.planes import Planes
from SmartScoreLib.lesions.files.voxels import Voxels, read_voxels
from SmartScoreLib.lesions.grid import Box, sampled
from SmartScoreLib.lesions.naming import terminology_codes
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries

_BY_CODE = {
    "80891009": "heart", "82471001": "heart", "87878005": "heart", "73829009": "heart", "53085002": "heart",
    "74281007": "heart", "15825003": "aorta", "54247002": "aorta", "41801008": "coronary",
}  # fmt: skip
_PLAQUE = "29483008"  # calcified atheromatous plaque
_BY_NAME = (
    (re.compile(r"coronar", re.I), "coronary"),
    (re.compile(r"^(thoracic |ascending )?aorta|aorta ascendens", re.I), "aorta"),
    (re.compile(r"^heart|^(left|right) (atrium|ventricle)|myocardium|cardiac", re.I), "heart"),
)
_START = 544
Part = tuple[str, VolumeGeometry, Box]


@dataclass(frozen=True)
class Organs:
    """Masks of organs, each on a grid of its own.

    Attributes:
        parts: ("heart", "aorta" or "coronary"; grid; the box of it in that grid, 1 where it is).
        file: where they came from.
    """

    parts: tuple[Part, ...] = field(repr=False)
    file: str

    @property
    def names(self) -> tuple[str, ...]:
        """Which organs there are."""
        return tuple(dict.fromkeys(name for name, _, _ in self.parts))


def organ_of(name: str, codes: tuple[str, ...] = ()) -> str | None:
    """Which of "heart", "aorta" and "coronary" it is, by code, else by name; None for other organs, and for calcium."""
    by_code = next((_BY_CODE[code] for code in codes if code in _BY_CODE), None)
    plain = name.replace("_", " ").replace("-", " ").strip()
    if _PLAQUE in codes or re.search("calci|plaque", plain, re.IGNORECASE):  # marks in the coronary arteries, say
        return None
    return by_code or next((organ for pattern, organ in _BY_NAME if pattern.search(plain)), None)


def read_organs(path: Path, series: CTSeries) -> Organs:
    """The heart, the aorta and the coronary arteries of a file, or of all files of a folder.

    Takes label maps (.nii.gz, .nrrd, .mha) whose labels or file names say what they are, Slicer's .seg.nrrd, and DICOM
    Segmentations of the frame of reference of the series.

    Raises:
        InputRefused: nothing of them is in it, or a file cannot be read.
    """
    files = sorted(one for one in path.iterdir() if one.is_file()) if path.is_dir() else [path]
    parts = [part for file in files for part in _parts(file, series, alone=len(files) == 1)]
    if not any(name in ("heart", "coronary") for name, _, _ in parts):
        raise InputRefused(remark("proposal.no_organs", file=path.name))
    return Organs(tuple(parts), path.name)


def on_view(organs: Organs, geometry: VolumeGeometry) -> dict[str, NDArray[np.bool_]]:
    """Masks (z, y, x) on the grid of an overview, by organ."""
    found: dict[str, NDArray[np.bool_]] = {}
    for name, grid, mask in organs.parts:
        to_view = np.linalg.inv(geometry.index_to_lps) @ grid.index_to_lps
        box = sampled(mask, to_view, geometry.shape)
        there = found.setdefault(name, np.zeros(geometry.shape, bool))
        place = tuple(slice(c, c + n) for c, n in zip(box.corner, box.values.shape, strict=True))
        there[place] |= box.values.astype(bool)
    return found


def _parts(file: Path, series: CTSeries, *, alone: bool) -> Iterator[Part]:
    import gzip

    with file.open("rb") as opened:
        start = opened.read(_START)
    if start[:2] == b"\x1f\x8b":
        with gzip.open(file) as opened_packed:
            start = opened_packed.read(_START)
    if start[128:132] == b"DICM":
        yield from _of_dicom(file, series, alone=alone)
    elif start[:4] == b"NRRD" or start[:4] in (b"\x5c\x01\0\0", b"\0\0\x01\x5c") or b"NDims" in start:
        yield from _of_labels(read_voxels(file, start), file)


def _of_dicom(file: Path, series: CTSeries, *, alone: bool) -> Iterator[Part]:
    import pydicom

    dataset = pydicom.dcmread(file)
    if "SegmentSequence" not in dataset:
        if alone:
            raise InputRefused(remark("proposal.no_organs", file=file.name))
        return
    wanted = [one for one in described_segments(dataset) if organ_of(one[1], tuple(code for _, code in one[2]))]
    for _, label, codes, geometry, planes in segments(dataset, series, file.name, wanted):
        organ = organ_of(label, tuple(code for _, code in codes))
        if organ is not None:
            box = _dense(planes, {1})
            if box is not None:
                yield organ, geometry, box


def _of_labels(voxels: Voxels, file: Path) -> Iterator[Part]:
    """Labels by the names in the header, beside the file, or by the name of the file."""
    for organ, layer, places in _named(voxels, file):
        box = _dense(voxels.layers[layer], places)
        if box is not None:
            yield organ, voxels.geometry, box


def _named(voxels: Voxels, file: Path) -> Iterator[tuple[str, int, set[int]]]:
    numbers = sorted({int(m[1]) for key in voxels.header if (m := re.match(r"Segment(\d+)_", key))})
    for number in numbers:
        header = voxels.header
        name = header.get(f"Segment{number}_Name", header.get(f"Segment{number}_ID", ""))
        tags = header.get(f"Segment{number}_Tags", "")
        entry = re.search(r"TerminologyEntry:([^|]*)", tags)
        codes = tuple(code for _, code in terminology_codes(entry[1] if entry else ""))
        organ = organ_of(name, codes)
        layer = whole(header.get(f"Segment{number}_Layer", "0"))
        place = voxels.place(whole(header.get(f"Segment{number}_LabelValue", "1")) or 1)
        if organ is not None and layer is not None and place is not None and layer < len(voxels.layers):
            yield organ, layer, {place}
    if numbers:
        return
    names: Any = names_beside(file)
    if names is not None:
        for value, name in names.by_label.items():
            organ, place = organ_of(name.text, tuple(code for _, code in name.codes)), voxels.place(value)
            if organ is not None and place is not None:
                yield organ, 0, {place}
        return
    organ = organ_of(stem_of(file))
    if organ is not None:
        yield organ, 0, set(voxels.layers[0].held) - {0}


def _dense(planes: Planes, places: set[int]) -> Box | None:
    """The box of some values, as 1; None if none of them is there."""
    table = np.zeros(256, np.uint8)
    table[list(places)] = 1
    found = planes.box(table)
    return None if found is None else Box(*found)
