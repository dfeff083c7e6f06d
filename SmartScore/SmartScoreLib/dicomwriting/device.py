"""Who writes: the one place for the names and UIDs that identify this software in a file."""

import json
from dataclasses import dataclass, field, fields
from pathlib import Path

from SmartScoreLib.identity import identity
from SmartScoreLib.remarks.errors import WrongUsage

IMPLEMENTATION_CLASS_UID = "2.25.83610552393883134607961897121612288604"
"""This software's own, made once from a random UUID (PS3.5 B.2). It changes when the writers are written anew."""

_LENGTHS = {"station_name": 16, "operators_name": 64}


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
            if (problem := _problem(item.name, getattr(self, item.name), _LENGTHS.get(item.name, 64)))
        ]
        if problems:
            raise WrongUsage(problems)

    @property
    def implementation_version_name(self) -> str:
        """Implementation Version Name, at most 16 characters (PS3.7 D.3.3.2)."""
        return f"{identity().name.upper()}_{identity().version}"[:16]


def _problem(name: str, value: object, length: int) -> str:
    if not isinstance(value, str):
        return f"The device's {name} is not a text."
    if len(value) > length:
        return f"The device's {name} has {len(value)} characters; DICOM allows {length}."
    if "\\" in value or any(ord(c) < 32 or ord(c) == 127 for c in value):
        return f"The device's {name} has a backslash or a control character, which DICOM does not allow."
    if name == "operators_name" and value and "^" not in value:
        return f"The device's operators_name {value!r} is not of the form Family^Given."
    return ""


DEFAULT_DEVICE = Device()


def load_device(path: Path) -> Device:
    """Read a device from a JSON file: an object of the fields of `Device`; those left out keep their default.

    Raises:
        WrongUsage: the file cannot be read, or a field is unknown or has a value that DICOM does not allow.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongUsage(f"The device file {path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise WrongUsage(f"The device file {path} is not valid JSON: {error}.") from error
    names = [item.name for item in fields(Device)]
    if not isinstance(values, dict) or not set(values) <= set(names):
        unknown = sorted(set(values) - set(names)) if isinstance(values, dict) else []
        found = f"it has {', '.join(unknown)}" if unknown else "it is not an object"
        raise WrongUsage(f"The device file {path} may hold {', '.join(names)}; {found}.")
    return Device(**values)
