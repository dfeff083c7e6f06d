"""Names of labels: from an option, from a file that was given, or from a file beside the marks.

NAME.labels.csv, NAME.csv      3D Slicer: LabelValue, Name, and codes in Type_... and Region_...; any table with a
                               column of labels and one of names
NAME.json                      {"1": "LAD"}, {"LAD": 1}, or such an object under "labels" (nnU-Net)
NAME.ctbl, NAME.txt, NAME_ColorTable...   color tables of 3D Slicer
NAME.label, NAME.txt           label descriptions of ITK-SNAP
"""

import csv
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from SmartScoreLib.lesions.naming import Code
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused


@dataclass(frozen=True)
class Name:
    """What a label is called, and the codes of its region and type, in this order."""

    text: str
    codes: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Names:
    """Names of labels.

    Attributes:
        by_label: the name of each label, or of each segment by its number.
        by_name: what segments that have a name already shall be called instead.
        source: the file that says so; "" for options.
    """

    by_label: Mapping[int, Name] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    def of(self, label: int | None, name: str) -> Name | None:
        """The name that is given to a segment, or None."""
        if label is not None and label in self.by_label:
            return self.by_label[label]
        return Name(self.by_name[name]) if name in self.by_name else None


_VALUE_COLUMNS = ("labelvalue", "label_value", "value", "label", "index", "id", "number", "segment", "key")
_NAME_COLUMNS = ("name", "label_name", "labelname", "structure", "segmentname", "territory", "vessel", "meaning")


def given_names(labels: Mapping[str, str] | Mapping[int, str], file: Path | None = None) -> Names | None:
    """Names of options: labels, segment numbers or segment names, each with what it means; None if there are none.

    Args:
        labels: {"1": "LAD"}, {1: "LAD"} or {"Segment_1": "LAD"}.
        file: more of them; what `labels` says comes before it.

    Raises:
        InputRefused: a label or its meaning is empty, or the file gives no names.
    """
    more = Names() if file is None else read_names(Path(file))
    by_label, by_name = dict(more.by_label), dict(more.by_name)
    for key, meaning in labels.items():
        left, right = str(key).strip(), str(meaning).strip()
        if not left or not right:
            raise InputRefused(remark("lesions.bad_label", given=f"{left}={right}" if right else left))
        number = whole(left)
        if number is None:
            by_name[left] = right
        else:
            by_label[number] = Name(right)
    if not by_label and not by_name:
        return None
    return Names(by_label, by_name, more.source or "--labels")


def read_names(path: Path) -> Names:
    """The names in a file that was given for them.

    Raises:
        InputRefused: it cannot be read, or gives no names.
    """
    names = _names_in(path, Path(path).suffix.lower())
    if names is None:
        raise InputRefused(remark("lesions.no_names", names_file=path.name))
    return names


def names_beside(path: Path) -> Names | None:
    """The names in a file beside a label map, the first one that gives some; None if there is no such file.

    Raises:
        InputRefused: there are such files, and none of them names a label.
    """
    silent: list[str] = []
    for file in files_of_names(path):
        names = _names_in(file, file.suffix.lower())
        if names is not None and names.by_label:
            return names
        silent.append(file.name)
    if silent:
        raise InputRefused(remark("lesions.no_names", names_file=silent[0]))
    return None


def files_of_names(path: Path) -> tuple[Path, ...]:
    """The files beside a label map that may name its labels, in the order in which they are asked."""
    stem = stem_of(path)
    endings = (".labels.csv", ".csv", ".json", *_COLOR_TABLES, ".ctbl", ".txt", ".label")
    return tuple(file for ending in endings if (file := path.with_name(stem + ending)).is_file())


_COLOR_TABLES = ("_ColorTable.csv", "_ColorTable.ctbl", "_ColorTable.txt")


def stem_of(path: Path) -> str:
    """The name of a volume file without what tells its kind."""
    return re.sub(r"(\.seg)?\.(nrrd|nhdr|nii|nii\.gz|hdr|mha|mhd)$", "", path.name, flags=re.IGNORECASE)


def _names_in(file: Path, suffix: str) -> Names | None:
    readers: dict[str, Callable[[str], Names]] = {".json": _json_names, ".csv": _csv_names, ".tsv": _csv_names}
    read = readers.get(suffix, _color_table_names)
    try:
        names = read(file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        names = read(file.read_text(encoding="latin-1"))
    except OSError as error:
        fault = error.strerror or str(error)
        raise InputRefused(remark("lesions.cannot_read", file=file.name, fault=fault)) from None
    except (ValueError, RecursionError, csv.Error):
        return None
    if not names.by_label and not names.by_name:
        return None
    return Names(names.by_label, names.by_name, file.name)


def _json_names(text: str) -> Names:
    document = json.loads(text)
    if isinstance(document, dict) and isinstance(document.get("labels"), dict):
        document = document["labels"]
    by_label: dict[int, Name] = {}
    by_name: dict[str, str] = {}
    for key, value in document.items() if isinstance(document, dict) else ():
        if isinstance(value, int) and not isinstance(value, bool):
            by_label[value] = Name(key)
        elif not isinstance(value, str):
            return Names()
        elif (number := whole(key)) is not None:
            by_label[number] = Name(value)
        else:
            by_name[key] = value
    return Names(by_label, by_name)


def _csv_names(text: str) -> Names:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return Names()
    separator = max(",;\t", key=lines[0].count)
    rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=separator)]
    head = [cell.lower().replace(" ", "_") for cell in rows[0]]
    if whole(rows[0][0]) is not None and len(rows[0]) == 2:  # no header
        return Names({int(row[0]): Name(row[1]) for row in rows if len(row) == 2 and whole(row[0]) is not None})
    names = [head.index(column) for column in _NAME_COLUMNS if column in head]
    values = [head.index(column) for column in _VALUE_COLUMNS if column in head and head.index(column) not in names]
    if not values or not names:
        return Names()
    at, called = values[0], names[0]
    found: dict[int, Name] = {}
    for row in rows[1:]:
        number = whole(row[at]) if at < len(row) else None
        if number is None:
            continue
        cells = dict(zip(head, row, strict=False))
        codes = [(cells.get(f"{kind}_codingscheme", ""), cells.get(f"{kind}_codevalue", "")) for kind in _CODED]
        found[number] = Name(row[called] if called < len(row) else "", tuple(code for code in codes if code[1]))
    return Names(found)


_CODED = ("region", "type")


def _color_table_names(text: str) -> Names:
    """Lines of "1 LAD 213 94 0 255" (Slicer), or of '1 213 94 0 1 1 1 "LAD"' (ITK-SNAP)."""
    names: dict[int, Name] = {}
    for line in text.splitlines():
        found = re.match(r'\s*(\d{1,9})\s+(?:[\d.\s]+"(.*)"|(\S+)(?:\s+[\d.]+){3,4})\s*$', line)
        if found:
            names[int(found[1])] = Name(found[2] if found[2] is not None else found[3])
    return Names(names)


def whole(text: str) -> int | None:
    """A whole number, or None."""
    return int(text) if re.fullmatch(r"\s*\d{1,9}\s*", text) else None
