"""Reading a series to Hounsfield units, against pydicom, a raw read and SimpleITK."""

import numpy as np
import pydicom
import SimpleITK

from run import Case, Row
from SmartScoreLib.series.find import find_series
from SmartScoreLib.series.load import load_series
from timing import best, both, milliseconds


def measure(case: Case) -> list[Row]:
    """Time of the processor as a ratio to (pydicom headers + one raw read)."""
    n = len(case.files)
    runs = 5 if n < 100 else 3

    def ours() -> None:
        load_series(find_series([case.folder]).candidates[0])

    def headers_and_raw() -> None:
        volume = np.empty(case.phantom.geometry.shape, np.int16)
        for file, image in zip(case.files, volume, strict=True):
            with file.open("rb") as stream:
                pydicom.dcmread(stream, stop_before_pixels=True)
                stream.seek(-image.nbytes, 2)
                stream.readinto(image)  # type: ignore[attr-defined]

    def pixel_array() -> None:
        np.stack([pydicom.dcmread(f).pixel_array for f in case.files])

    def simpleitk() -> None:
        SimpleITK.ReadImage([str(f) for f in case.files])

    base, own = both(headers_and_raw, ours, runs)
    return [
        Row(n, "headers + raw read (base)", milliseconds(base)),
        Row(n, "read a series to HU", f"{milliseconds(own)} = {own / base:.2f} x base", "<= 1.5 x", own <= 1.5 * base),
        Row(n, "  pydicom pixel_array", milliseconds(best(pixel_array, 2))),
        Row(n, "  SimpleITK series reader", milliseconds(best(simpleitk, 2))),
    ]
