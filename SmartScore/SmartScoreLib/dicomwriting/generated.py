"""Every value that is generated: keyword to the function that makes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from pydicom.dataset import Dataset
from pydicom.sequence import Sequence as DicomSequence

from SmartScoreLib.dicomwriting.device import Device
from SmartScoreLib.dicomwriting.model import SeriesFiles
from SmartScoreLib.dicomwriting.numbering import first_number, series_number
from SmartScoreLib.dicomwriting.source import SourceImage
from SmartScoreLib.picture import Picture
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.uids import is_valid_uid, new_uid

Value = str | int | bytes | list[str] | DicomSequence


@dataclass(frozen=True)
class NewSeries:
    """What the images of a series that is being written have in common.

    Attributes:
        text: what Series Description says.
        series_number_offset: the end of the Series Number: 1 reduced CT, 2 to 4 captures, 5 and 6 documents, 7
            segmentation, 8 structured report, 9 presentation state.
        derivation: what was done, for Derivation Description.
        when: moment of writing, in the zone whose local time is written.
        sources: images of the source series that the new series was made of.
        save: which save of results this is, from 1.
        series_instance_uid: the new one.
    """

    text: str
    series_number_offset: int
    derivation: str
    when: datetime
    device: Device
    sources: Sequence[SourceImage]
    series_instance_uid: str = field(default_factory=new_uid)
    save: int = 1

    @cached_property
    def number(self) -> int:
        """Series Number (see `numbering`)."""
        first = first_number(source.text("SeriesNumber") for source in self.sources)
        return series_number(first, self.save, self.series_number_offset)

    @property
    def description(self) -> str:
        """Series Description, cut to the 64 characters that DICOM allows."""
        return self.text[:64]

    def written(self, kind: str, files: Sequence[Path], remarks: Sequence[Remark]) -> SeriesFiles:
        """The series as what its writer returns."""
        # A file keeps no space at the end of a text.
        return SeriesFiles(kind, self.series_instance_uid, self.description.strip(), tuple(files), tuple(remarks))

    @cached_property
    def lossy_source(self) -> SourceImage | None:
        """The first source image that says it has been compressed lossily."""
        return next((source for source in self.sources if source.text("LossyImageCompression") == "01"), None)


@dataclass(frozen=True)
class NewImage:
    """One image of it.

    Attributes:
        number: Instance Number, from 1.
        sources: the source images behind this one.
        picture: what is shown, for captures.
        own: by keyword, the values that belong to this sort of object alone; they come before those of `GENERATORS`.
    """

    series: NewSeries
    number: int
    sources: Sequence[SourceImage]
    picture: Picture | None = None
    own: Mapping[str, Value | None] = field(default_factory=dict)

    @property
    def shown(self) -> Picture:
        """The picture of a capture."""
        if self.picture is None:
            raise ValueError("only captures have a picture")
        return self.picture

    @property
    def color(self) -> bool:
        """Whether the picture is RGB."""
        return self.shown.pixels.ndim == 3


Generator = Callable[[NewImage], Value | None]
"""Makes a value; "" is written with zero length, None not at all."""


def local_time(when: datetime | None, sources: Sequence[SourceImage]) -> datetime:
    """The moment in the zone that the new series is written in: the source's Timezone Offset From UTC, else the local.

    Copied times and generated times of one file then mean the same clock (PS3.3 C.12.1.1.8).
    """
    moment = (when or datetime.now()).astimezone()
    offsets = {image.text("TimezoneOffsetFromUTC") for image in sources}
    if len(offsets) == 1:
        try:
            return moment.astimezone(datetime.strptime(offsets.pop(), "%z").tzinfo)
        except ValueError:  # none, or not valid
            pass
    return moment


def _constant(value: Value) -> Generator:
    return lambda image: value


def _by_color(color: Value | None, monochrome: Value | None) -> Generator:
    return lambda image: color if image.color else monochrome


def _date(image: NewImage) -> str:
    return f"{image.series.when:%Y%m%d}"


def _time(image: NewImage) -> str:
    return f"{image.series.when:%H%M%S}"


def _lossy(keyword: str) -> Generator:
    def value(image: NewImage) -> Value | None:
        source = image.series.lossy_source
        return None if source is None else source.dataset.get(keyword) or None

    return value


def is_named(source: SourceImage) -> bool:
    """Whether a source image can be referred to: its SOP Class and SOP Instance UID are valid."""
    return is_valid_uid(source.text("SOPClassUID")) and is_valid_uid(source.text("SOPInstanceUID"))


def _source_images(image: NewImage) -> DicomSequence | None:
    """One item a source image, with the purpose "source image for image processing operation" (PS3.16 CID 7202)."""
    items = []
    for source in image.sources:
        purpose = Dataset()
        purpose.CodeValue, purpose.CodingSchemeDesignator = "121322", "DCM"
        purpose.CodeMeaning = "Source image for image processing operation"
        item = Dataset()
        if not is_named(source):
            continue
        sop_class, instance = source.text("SOPClassUID"), source.text("SOPInstanceUID")
        item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class, instance
        item.PurposeOfReferenceCodeSequence = [purpose]
        items.append(item)
    return DicomSequence(items) if items else None


def _pixels(image: NewImage) -> bytes:
    pixels = image.shown.pixels
    return pixels.astype(pixels.dtype.newbyteorder("<"), copy=False).tobytes()


GENERATORS: Mapping[str, Generator] = {
    "SOPInstanceUID": lambda image: new_uid(),
    "SOPClassUID": _constant("1.2.840.10008.5.1.4.1.1.7"),
    "InstanceNumber": lambda image: image.number,
    "SeriesInstanceUID": lambda image: image.series.series_instance_uid,
    "SeriesNumber": lambda image: image.series.number,
    "SeriesDescription": lambda image: image.series.description,
    "SeriesDate": _date,
    "SeriesTime": _time,
    "ContentDate": _date,
    "ContentTime": _time,
    "InstanceCreationDate": _date,
    "InstanceCreationTime": _time,
    "DateOfSecondaryCapture": _date,
    "TimeOfSecondaryCapture": _time,
    "Laterality": _constant(""),
    "OperatorsName": lambda image: image.series.device.operators_name,
    "StationName": lambda image: image.series.device.station_name,
    "SecondaryCaptureDeviceID": lambda image: image.series.device.device_id,
    "SecondaryCaptureDeviceManufacturer": lambda image: image.series.device.manufacturer,
    "SecondaryCaptureDeviceManufacturerModelName": lambda image: image.series.device.model,
    "SecondaryCaptureDeviceSoftwareVersions": lambda image: image.series.device.software_version,
    "ConversionType": _constant("WSD"),
    "ImageType": _constant(["DERIVED", "SECONDARY", "CAPTURE"]),
    "BurnedInAnnotation": lambda image: "YES" if image.shown.identifying else "NO",
    "LossyImageCompression": _lossy("LossyImageCompression"),
    "LossyImageCompressionRatio": _lossy("LossyImageCompressionRatio"),
    "LossyImageCompressionMethod": _lossy("LossyImageCompressionMethod"),
    "SourceImageSequence": _source_images,
    "DerivationDescription": lambda image: image.series.derivation[:1024],
    "Rows": lambda image: image.shown.pixels.shape[0],
    "Columns": lambda image: image.shown.pixels.shape[1],
    "SamplesPerPixel": _by_color(3, 1),
    "PhotometricInterpretation": _by_color("RGB", "MONOCHROME2"),
    "PlanarConfiguration": _by_color(0, None),
    "BitsAllocated": _by_color(8, 16),
    "BitsStored": _by_color(8, 16),
    "HighBit": _by_color(7, 15),
    "PixelRepresentation": _by_color(0, 1),
    "PixelData": _pixels,
}


def generate(keyword: str, image: NewImage) -> Any:
    """The value of a generated attribute, None if it is not written."""
    return image.own[keyword] if keyword in image.own else GENERATORS[keyword](image)
