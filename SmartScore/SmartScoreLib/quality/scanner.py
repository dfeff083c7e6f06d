"""Which scanner made a series."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydicom.dataset import Dataset

from SmartScoreLib.series.headers.attributes import displayed, number_or_none


@dataclass(frozen=True)
class Scanner:
    """What tells a scanner from others, as its images say; "" where they do not.

    Attributes:
        manufacturer: Manufacturer (0008,0070).
        model: Manufacturer's Model Name (0008,1090).
        serial_number: Device Serial Number (0018,1000).
        station: Station Name (0008,1010).
    """

    manufacturer: str
    model: str
    serial_number: str
    station: str

    @property
    def name(self) -> str:
        """Manufacturer, model, and the serial number or else the station."""
        return " ".join(part for part in (self.manufacturer, self.model, self.serial_number or self.station) if part)

    @property
    def known(self) -> bool:
        """Whether it can be told from another scanner of the same model."""
        return bool(self.manufacturer and self.model and (self.serial_number or self.station))

    def is_same(self, other: "Scanner") -> bool:
        """Whether two series come from one scanner: the serial number decides, without one the station."""
        if (self.manufacturer, self.model) != (other.manufacturer, other.model):
            return False
        if self.serial_number or other.serial_number:
            return self.serial_number == other.serial_number
        return self.station == other.station


def scanner_of(datasets: Sequence[Dataset]) -> Scanner:
    """The scanner that the images of a series name; of a volume without DICOM source nothing is known."""
    header = datasets[0] if datasets else Dataset()
    keywords = ("Manufacturer", "ManufacturerModelName", "DeviceSerialNumber", "StationName")
    return Scanner(*(displayed(header, keyword) for keyword in keywords))


def field_of_view_mm(datasets: Sequence[Dataset]) -> float | None:
    """Reconstruction Diameter (0018,1100), millimeters."""
    return number_or_none(datasets[0], "ReconstructionDiameter") if datasets else None
