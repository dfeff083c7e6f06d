"""Marks as label maps: Slicer segmentations (.seg.nrrd), and plain NRRD, NIfTI and MetaImage volumes."""

import re
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.files.layer import FileMarks, Layer, Unknown, layer_of
from SmartScoreLib.lesions.files.names import Name, Names, names_beside, stem_of, whole
from SmartScoreLib.lesions.files.nifti import Form
from SmartScoreLib.lesions.files.voxels import Voxels, read_voxels
from SmartScoreLib.lesions.naming import (
    TERRITORY_TAG,
    is_plain,
    named_within,
    shown,
    terminology_codes,
    territory_of,
)
from SmartScoreLib.lesions.territories import Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark


class Naming:
    """Collects what the parts of one file are read as, and which of them are not known."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.unknown: list[Unknown] = []
        self.read_as: list[str] = []

    def take(self, name: str, found: Territory | Remark) -> int:
        """The label of a territory that was found, 0 where none was."""
        if isinstance(found, Remark):
            if found.code == "lesions.contradiction":
                raise InputRefused(found)
            self.unknown.append(Unknown(shown(name), found))
            return 0
        # Where a code tells the territory, the name need not.
        if named_within(name) is found and not is_plain(name, found):
            self.read_as.append(f"{shown(name)} = {found.key}")
        return found.label

    def marks(self, layers: list[Layer | None], remarks: tuple[Remark, ...] = (), *, same_frame: bool) -> FileMarks:
        """Everything that was taken."""
        kept = tuple(layer for layer in layers if layer is not None)
        return FileMarks(
            self.file, kept, tuple(self.unknown), tuple(dict.fromkeys(self.read_as)), remarks, same_frame=same_frame
        )


def read_label_map(path: Path, start: bytes, given: Names | None = None, form: Form | None = None) -> FileMarks:
    """The marks of a .seg.nrrd, .nrrd, .nii, .nii.gz, .mha or .mhd file.

    In a Slicer segmentation, the terminology's anatomic region or type, or the segment's name, gives the territory.
    In a plain label map, names do that are given, or lie beside (see `names`); without any, the file's own name gives
    one territory to everything that is marked.

    Args:
        path: the file.
        start: its first bytes, decompressed.
        given: names that come before all others.
        form: for NIfTI, which of two forms that differ is right.

    Raises:
        InputRefused: the file cannot be read, holds no labels, or contradicts itself.
    """
    voxels = read_voxels(path, start, form)
    numbers = sorted({int(m[1]) for key in voxels.header if (m := re.match(r"Segment(\d+)_", key))})
    if numbers:
        return _slicer_segments(voxels, numbers, given, path.name)
    return _plain_labels(voxels, given, path)


def _slicer_segments(voxels: Voxels, numbers: list[int], given: Names | None, file_name: str) -> FileMarks:
    naming = Naming(file_name)
    tables = [np.zeros(256, np.uint8) for _ in voxels.layers]
    held = [layer.held for layer in voxels.layers]
    named: set[tuple[int, int]] = set()
    for number in numbers:
        identifier = _field(voxels, number, "ID", "")
        name = _field(voxels, number, "Name", identifier)
        called = partial(remark, "lesions.segment", name=shown(name), file=file_name)
        # Files from before shared labelmaps have one layer a segment, of label 1.
        layer = whole(_field(voxels, number, "Layer", str(number if len(voxels.layers) > 1 else 0)))
        value = whole(_field(voxels, number, "LabelValue", "1"))
        if layer is None or value is None or not 0 <= layer < len(voxels.layers):
            raise InputRefused(remark("lesions.segment_voxels", segment=called()))
        place = voxels.place(value)
        if place is None or place not in held[layer]:
            continue
        tags = _field(voxels, number, "Tags", "")
        other = None if given is None else given.of(value, name)
        if other is not None:
            name, found = other.text, territory_of(called, other.text, other.codes)
        else:
            codes = terminology_codes(_tag(tags, "TerminologyEntry"))
            found = territory_of(called, name, codes, tag=_tag(tags, TERRITORY_TAG), identifier=identifier)
        label = naming.take(name, found)
        if tables[layer][place] not in (0, label):
            raise InputRefused(remark("lesions.segment_voxels", segment=called()))  # another one has them
        tables[layer][place] = label
        named.add((layer, place))
    nameless = {(at, place) for at, places in enumerate(held) for place in places} - named
    for value in sorted({voxels.values[place] for _, place in nameless}):
        why = remark("lesions.label_without_name", label=value, file=file_name, names_file=file_name)
        naming.unknown.append(Unknown(str(value), why))
    return naming.marks(_recoded(voxels, tables), same_frame=False)


def _field(voxels: Voxels, number: int, name: str, absent: str) -> str:
    return voxels.header.get(f"Segment{number}_{name}", absent)


def _tag(tags: str, name: str) -> str:
    """The value of one of a segment's tags, which read name:value|name:value."""
    found = re.search(rf"(?:^|\|){re.escape(name)}:([^|]*)", tags)
    return found[1] if found else ""


def _plain_labels(voxels: Voxels, given: Names | None, path: Path) -> FileMarks:
    if len(voxels.layers) != 1:
        raise InputRefused(remark("lesions.values_a_voxel", file=path.name, values=len(voxels.layers)))
    naming = Naming(path.name)
    table = np.zeros(256, np.uint8)
    places = voxels.layers[0].held
    names, every = _names(path, given, bool(places))
    labels = tuple(str(voxels.values[place]) for place in places)
    for place in places:
        value = voxels.values[place]
        name = every or (names.by_label.get(value) if names is not None else None)
        if name is not None:
            called = partial(remark, "lesions.label", label=value, name=shown(name.text), file=path.name)
            found = territory_of(called, name.text, name.codes)
            if isinstance(found, Remark) and every is not None:
                found = named_within(name.text) or found
            table[place] = naming.take(name.text or str(value), found)
        elif names is not None:
            why = remark("lesions.label_without_name", label=value, file=path.name, names_file=names.source)
            naming.unknown.append(Unknown(str(value), why))
        else:
            why = remark("lesions.labels_not_named", file=path.name, labels=labels)
            naming.unknown.append(Unknown(path.name, why))
            break
    return naming.marks(_recoded(voxels, [table]), same_frame=False)


def _names(path: Path, given: Names | None, marked: bool) -> tuple[Names | None, Name | None]:
    """Names by label, or the one name of everything."""
    if given is not None and given.by_label:
        return given, None
    own = stem_of(path)
    if given is not None and own in given.by_name:
        return None, Name(given.by_name[own])
    territory = named_within(own)
    try:
        names = names_beside(path) if marked else None
    except InputRefused:
        if territory is None:
            raise
        names = None
    if names is not None:
        return names, None
    return None, None if territory is None else Name(own)


def _recoded(voxels: Voxels, tables: list[NDArray[np.uint8]]) -> list[Layer | None]:
    return [layer_of(voxels.geometry, planes, table) for planes, table in zip(voxels.layers, tables, strict=True)]
