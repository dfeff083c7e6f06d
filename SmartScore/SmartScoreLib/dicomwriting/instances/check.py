"""An instance that was written is read back before anyone gets it."""

from collections.abc import Sequence
from pathlib import Path

from pydicom.datadict import tag_for_keyword

from SmartScoreLib.dicomwriting.check import check_identity, check_rows, read_back
from SmartScoreLib.dicomwriting.instances.header import Kind
from SmartScoreLib.dicomwriting.instances.series import copied_rows
from SmartScoreLib.dicomwriting.source import lenient
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import ExportFailed

_ALWAYS = ("Modality", "SeriesNumber", "InstanceNumber", "SeriesDate", "SeriesTime")


@lenient()
def check_instances(files: Sequence[Path], kind: Kind) -> None:
    """Read the files of one series back.

    Held to: what is copied is there as its type asks, and what is made or needed by its kind has a value; UIDs are
    valid and unique; the file meta information repeats the data set; Instance Numbers count from 1.

    Raises:
        ExportFailed: naming the file and the attribute.
    """
    rows = copied_rows(*kind.also)
    seen: set[str] = set()
    for number, file in enumerate(files, start=1):
        instance = read_back(file)
        check_rows(file, instance, rows)
        for keyword in (*_ALWAYS, *kind.needed):
            if keyword not in instance or instance[keyword].is_empty:
                number_of = tag_for_keyword(keyword) or 0
                tag = f"{number_of >> 16:04X},{number_of & 0xFFFF:04X}"
                raise ExportFailed(remark("dicomwriting.written_empty", file=str(file), keyword=keyword, tag=tag))
        check_identity(file, instance, number, seen)
        if instance.SOPClassUID != kind.sop_class_uid:
            raise ExportFailed(remark("dicomwriting.written_meta", file=str(file)))
