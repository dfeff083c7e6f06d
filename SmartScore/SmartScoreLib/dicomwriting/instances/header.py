"""The header of an instance that is no image of the source: patient and study as repaired, series and device as new."""

from dataclasses import dataclass

from pydicom.datadict import dictionary_VR
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from SmartScoreLib.dicomwriting.device import DEFAULT_DEVICE
from SmartScoreLib.dicomwriting.generated import NewSeries
from SmartScoreLib.dicomwriting.instances.series import SourceSeries, copied_rows
from SmartScoreLib.dicomwriting.repairs.texts import WITH_LINES, person_name, text_string


@dataclass(frozen=True)
class Kind:
    """One kind of instance.

    Attributes:
        name: what the written series is called in code, and the beginning of its file names.
        title: the beginning of Series Description.
        sop_class_uid: SOP Class UID.
        modality: Modality (PS3.3 C.7.3.1.1.1).
        series_number_offset: the end of Series Number (see `NewSeries`).
        needed: keywords of its own attributes of type 1.
        also: further modules and keywords of the table for CT whose attributes are copied.
    """

    name: str
    title: str
    sop_class_uid: str
    modality: str
    series_number_offset: int
    needed: tuple[str, ...]
    also: tuple[str, ...] = ()


def header(kind: Kind, series: NewSeries, number: int, uid: str, source: SourceSeries) -> Dataset:
    """Everything but content: patient, study, series, equipment and SOP common attributes.

    Args:
        kind: what is written.
        series: the new series.
        number: Instance Number.
        uid: SOP Instance UID.
        source: the source images.

    Raises:
        InputRefused: the source lacks required attributes; every reason.
    """
    common, _ = source.common
    dataset = Dataset()
    for row in copied_rows(*kind.also):
        if row.number is not None and row.number in common:
            dataset[row.number] = common[row.number]
    device, when = series.device, series.when
    dataset.SOPClassUID, dataset.SOPInstanceUID, dataset.InstanceNumber = kind.sop_class_uid, uid, str(number)
    dataset.Modality, dataset.SeriesInstanceUID = kind.modality, series.series_instance_uid
    dataset.SeriesNumber, dataset.SeriesDescription = str(series.number), series.description
    for name in ("Series", "Content", "InstanceCreation"):
        setattr(dataset, f"{name}Date", f"{when:%Y%m%d}")
        # Two readings of one second are told apart, and so listed in the order in which they were saved.
        setattr(dataset, f"{name}Time", f"{when:%H%M%S.%f}" if when.microsecond else f"{when:%H%M%S}")
    # A name that is configured as empty must have a value here (PS3.3 C.7.5.2).
    dataset.Manufacturer = device.manufacturer or DEFAULT_DEVICE.manufacturer
    dataset.ManufacturerModelName = device.model or DEFAULT_DEVICE.model
    dataset.DeviceSerialNumber = device.device_id or DEFAULT_DEVICE.device_id
    dataset.SoftwareVersions = device.software_version or DEFAULT_DEVICE.software_version
    dataset.StationName = device.station_name or DEFAULT_DEVICE.station_name
    offsets = {image.text("TimezoneOffsetFromUTC") for image in source.images}
    if offsets == {f"{when:%z}"}:
        dataset.TimezoneOffsetFromUTC = offsets.pop()
    return dataset


def filled(dataset: Dataset, content: Dataset) -> Dataset:
    """The header with the content; where both have an attribute, the header's stays."""
    for element in content:
        if element.tag not in dataset:
            dataset[element.tag] = element
    return dataset


def allowed(keyword: str, text: str) -> str:
    """A text of our own as the attribute may hold it: one value, no control characters, not too long (PS3.5 6.2)."""
    vr = dictionary_VR(Tag(keyword))
    one_value = text if vr in WITH_LINES else text.replace("\\", "/")
    return person_name(one_value) if vr == "PN" else text_string(vr, one_value)


def observer_name(reader: str) -> str:
    """A name as entered, as DICOM writes names: "Family^Given" as it is, any other as a family name; "" for none."""
    name = allowed("PersonName", reader)
    return f"{name[:63]}^" if name and "^" not in name and "=" not in name else name
