"""Marks as label maps: Slicer segmentations (.seg.nrrd), plain NRRD and NIfTI with a file of names beside them."""

import json
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.model import LesionMap
from SmartScoreLib.lesions.naming import TERRITORY_TAG, shown, terminology_codes, territory_or_refuse
from SmartScoreLib.lesions.placing import Segment, place_segments, segment_of
from SmartScoreLib.lesions.territories import BY_LABEL, TERRITORIES, Territory
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.series.geometry import VolumeGeometry
from SmartScoreLib.series.model import CTSeries


def read_label_map(path: Path, series: CTSeries, threshold_hu: float) -> LesionMap:
    """The marks of a .seg.nrrd, .nrrd, .nii or .nii.gz file.

    In a Slicer segmentation, the terminology's anatomic region or type, or the segment's name, gives the territory.
    In a plain label map, the names file does: the same name with .json ({"1": "LAD"} or {"LAD": 1}), or a color table
    of Slicer or ITK-SNAP with .txt, .ctbl or .label. Without one, values are those of the table of territories, which
    is said in a remark.

    Raises:
        InputRefused: the file cannot be read, a label is not clear, or its grid does not fit the series.
    """
    image = _read(path)
    layers = _layers(image, path.name)
    geometry = _geometry(image)
    header = _header(image)
    _check_space(header, path)
    numbers = sorted({int(m[1]) for key in header if (m := re.match(r"Segment(\d+)_", key))})
    remarks: tuple[Remark, ...] = ()
    if numbers:
        segments = _slicer_segments(header, numbers, layers, geometry, path.name)
    else:
        segments, remarks = _plain_segments(layers, geometry, path)
    lesions = place_segments(segments, series, threshold_hu, path.name, same_frame=False)
    return replace(lesions, origin=remark("lesions.origin_marks", file=path.name), remarks=(*remarks, *lesions.remarks))


def _read(path: Path) -> Any:
    import SimpleITK as sitk  # noqa: N813

    loud = sitk.ProcessObject.GetGlobalWarningDisplay()
    sitk.ProcessObject.SetGlobalWarningDisplay(False)
    try:
        return sitk.ReadImage(str(path))
    except RuntimeError as error:
        told = [line.strip() for line in str(error).splitlines() if line.strip()]
        fault = shown(told[-1], 200) if told else "unknown reason"
        raise InputRefused(remark("lesions.cannot_open", file=path.name, fault=fault)) from None
    finally:
        sitk.ProcessObject.SetGlobalWarningDisplay(loud)


def _header(image: Any) -> dict[str, str]:
    """The header's fields; bytes that are no text are replaced, so that any field can be shown in a message."""
    header = {}
    for key in image.GetMetaDataKeys():
        try:
            value = image.GetMetaData(key)
        except TypeError:  # SimpleITK's answer to a key that is no text
            continue
        header[key] = value.encode("utf-8", "replace").decode("utf-8")
    return header


def _layers(image: Any, name: str) -> NDArray[Any]:
    """Whole-number labels as (layer, slice, row, column)."""
    import SimpleITK as sitk  # noqa: N813

    if image.GetDimension() != 3:
        raise InputRefused(remark("lesions.dimensions", file=name, dimensions=int(image.GetDimension())))
    values: NDArray[Any] = sitk.GetArrayFromImage(image)
    values = np.moveaxis(values, -1, 0) if values.ndim == 4 else values[None]
    if values.dtype.kind == "f":
        whole = np.nan_to_num(np.rint(values), nan=-1, posinf=-1, neginf=-1)
        if not np.array_equal(whole, values):
            raise InputRefused(remark("lesions.not_whole", file=name))
        values = whole.astype(np.int64)
    if values.dtype.kind not in "iu" or int(values.min(initial=0)) < 0:
        raise InputRefused(remark("lesions.below_zero", file=name))
    return values


def _geometry(image: Any) -> VolumeGeometry:
    """The grid of an ITK image: ITK gives LPS positions whatever the file's own space."""
    (x, y, z), (nx, ny, nz) = image.GetSpacing(), image.GetSize()
    axes = np.array(image.GetDirection()).reshape(3, 3).T
    directions = tuple((float(a), float(b), float(c)) for a, b, c in axes[::-1])
    ox, oy, oz = image.GetOrigin()
    return VolumeGeometry((nz, ny, nx), (z, y, x), (ox, oy, oz), (directions[0], directions[1], directions[2]))


def _check_space(header: dict[str, str], path: Path) -> None:
    """Refuse a grid that does not say where in the patient it lies: it would be placed by chance."""
    with path.open("rb") as file:
        nrrd = file.read(4) == b"NRRD"
    nifti = header.get("qform_code"), header.get("sform_code")
    if (nrrd and "NRRD_space" not in header) or nifti == ("0", "0"):
        raise InputRefused(remark("lesions.no_nrrd_space" if nrrd else "lesions.no_nifti_form", file=path.name))


def _slicer_segments(
    header: dict[str, str], numbers: list[int], layers: NDArray[Any], geometry: VolumeGeometry, file_name: str
) -> list[Segment]:
    segments = []
    for number in numbers:
        identifier = header.get(f"Segment{number}_ID", "")
        name = header.get(f"Segment{number}_Name", identifier)
        called = partial(remark, "lesions.segment", name=shown(name), file=file_name)
        # Files from before shared labelmaps have one layer a segment, of label 1.
        layer = _whole(header.get(f"Segment{number}_Layer", str(number if len(layers) > 1 else 0)))
        value = _whole(header.get(f"Segment{number}_LabelValue", "1"))
        if layer is None or value is None or not 0 <= layer < len(layers):
            raise InputRefused(remark("lesions.segment_voxels", segment=called()))
        mask = layers[layer] == value
        if not mask.any():
            continue
        tags = header.get(f"Segment{number}_Tags", "")
        codes = terminology_codes(_tag(tags, "TerminologyEntry"))
        tag = _tag(tags, TERRITORY_TAG)
        territory = territory_or_refuse(called, name, codes, tag=tag, identifier=identifier)
        segment = segment_of(territory, geometry, mask)
        if segment is not None:
            segments.append(segment)
    return segments


def _tag(tags: str, name: str) -> str:
    """The value of one of a segment's tags, which read name:value|name:value."""
    found = re.search(rf"(?:^|\|){re.escape(name)}:([^|]*)", tags)
    return found[1] if found else ""


def _plain_segments(
    layers: NDArray[Any], geometry: VolumeGeometry, path: Path
) -> tuple[list[Segment], tuple[Remark, ...]]:
    if len(layers) != 1:
        raise InputRefused(remark("lesions.values_a_voxel", file=path.name, values=len(layers)))
    labels = layers[0]
    names = _names_beside(path)
    segments = []
    present = [int(value) for value in np.unique(labels) if value]
    for value in present:
        if names is None:
            territory = _of_table(value, path.name)
        else:
            names_file, known = names
            if value not in known:
                raise InputRefused(
                    remark("lesions.label_without_name", label=value, file=path.name, names_file=names_file)
                )
            called = partial(remark, "lesions.label", label=value, name=shown(known[value]), file=path.name)
            territory = territory_or_refuse(called, known[value])
        segment = segment_of(territory, geometry, labels == value)
        if segment is not None:
            segments.append(segment)
    if names is not None or not present:
        return segments, ()
    read_as = tuple(f"{value} = {BY_LABEL[value].key}" for value in present)
    return segments, (remark("lesions.labels_of_table", file=path.name, read_as=read_as),)


def _of_table(value: int, name: str) -> Territory:
    if value not in BY_LABEL:
        table = tuple(f"{t.label} = {t.key}" for t in TERRITORIES)
        raise InputRefused(remark("lesions.label_unclear", label=value, file=name, table=table))
    return BY_LABEL[value]


def _names_beside(path: Path) -> tuple[str, dict[int, str]] | None:
    """Name of the names file and what it says, or None if there is none."""
    stem = re.sub(r"(\.seg)?\.(nrrd|nhdr|nii|nii\.gz)$", "", path.name, flags=re.IGNORECASE)
    for suffix, read in (
        (".json", _json_names),
        (".txt", _table_names),
        (".ctbl", _table_names),
        (".label", _table_names),
    ):
        file = path.with_name(stem + suffix)
        if file.is_file():
            try:
                names = read(file.read_text(encoding="utf-8-sig"))
            except (OSError, ValueError):
                names = {}
            if not names:
                raise InputRefused(remark("lesions.no_names", names_file=file.name, file=path.name))
            return file.name, names
    return None


def _json_names(text: str) -> dict[int, str]:
    document = json.loads(text)
    if isinstance(document, dict) and isinstance(document.get("labels"), dict):
        document = document["labels"]
    names: dict[int, str] = {}
    for key, value in document.items() if isinstance(document, dict) else ():
        number, name = (value, key) if isinstance(value, int) else (_whole(key), value)
        if number is None or not isinstance(name, str):
            return {}
        names[number] = name
    return names


def _table_names(text: str) -> dict[int, str]:
    """Lines of "1 LAD 213 94 0 255" (Slicer), or of '1 213 94 0 1 1 1 "LAD"' (ITK-SNAP)."""
    names: dict[int, str] = {}
    for line in text.splitlines():
        found = re.match(r'\s*(\d+)\s+(?:[\d.\s]+"(.*)"|(\S+)(?:\s+[\d.]+){3,4})\s*$', line)
        if found:
            names[int(found[1])] = found[2] if found[2] is not None else found[3]
    return names


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\s*\d{1,9}\s*", text) else None
