"""Who writes: the one place for the names and UIDs that identify this software in a file."""

import json
from dataclasses import dataclass, field, fields
from pathlib import Path

from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import WrongUsage
from SmartScoreLib.remarks.model import Remark

IMPLEMENTATION_CLASS_UID = "2.25.83610552393883134607961897121612288604"
"""This software's own, made once from a random UUID (PS3.5 B.2). It changes when the writers are written anew."""

_LENGTHS = {"station_name": 16}  # SH; all others are LO or PN
_LENGTH = 64


@dataclass(frozen=True)
class Device:
    """The names in a file that say where it was made.

    Nothing is taken from the computer: by default neither the host name nor the login name leaves the site in a file.

    Attributes:
        manufacturer: Secondary Capture Device Manufacturer, at most 64 characters.
        model: Secondary Capture Device Manufacturer's Model Name, at most 64.
        software_version: Secondary Capture Device Software Versions, at most 64.
        station_name: Station Name, at most 16.
        device_id: Secondary Capture Device ID, at most 64.
        operators_name: Operators' Name of captures as DICOM writes names, "Family^Given"; "" is written zero length.
    """

    manufacturer: str = field(default_factory=lambda: identity().contributors[0])
    model: str = field(default_factory=lambda: identity().name)
    software_version: str = field(default_factory=lambda: identity().version)
    station_name: str = "SMARTSCORE"
    device_id: str = "SMARTSCORE"
    operators_name: str = ""

    def __post_init__(self) -> None:
        problems = [
            problem
            for item in fields(self)
            if (problem := _problem(item.name, getattr(self, item.name), _LENGTHS.get(item.name, _LENGTH)))
        ]
        if problems:
            raise WrongUsage(problems)

    @property
    def implementation_version_name(self) -> str:
        """Implementation Version Name, at most 16 characters (PS3.7 D.3.3.2)."""
        return f"{identity().name.upper()}_{identity().version}"[:16]


def _problem(name: str, value: object, limit: int) -> Remark | None:
    if not isinstance(value, str):
        return remark("dicomwriting.device_text", field=name)
    if len(value) > limit:
        return remark("dicomwriting.device_length", field=name, length=len(value), limit=limit)
    if "\\" in value or any(ord(c) < 32 or ord(c) == 127 for c in value):
        return remark("dicomwriting.device_signs", field=name)
    if name == "operators_name" and value and "^" not in value:
        return remark("dicomwriting.device_operator", value=value)
    return None


DEFAULT_DEVICE = Device()


def load_device(path: Path) -> Device:
    """Read a device from a JSON file: an object of the fields of `Device`; those left out keep their default.

    Raises:
        WrongUsage: the file cannot be read, or a field is unknown or has a value that DICOM does not allow.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsage(remark("dicomwriting.device_file", file=str(path), reason=reason)) from error
    except ValueError as error:
        raise WrongUsage(remark("dicomwriting.device_json", file=str(path), reason=str(error))) from error
    names = tuple(item.name for item in fields(Device))
    if not isinstance(values, dict):
        raise WrongUsage(remark("dicomwriting.device_no_object", file=str(path), fields=names))
    if unknown := tuple(sorted(values.keys() - set(names))):
        raise WrongUsage(remark("dicomwriting.device_unknown", file=str(path), fields=names, unknown=unknown))
    return Device(**values)
