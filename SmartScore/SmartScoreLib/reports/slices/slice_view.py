"""One slice as RGB pixels: windowed, with square pixels, lesions outlined; and where each voxel lies on it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.picture import CALCIUM_WINDOW, Window
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.reports.drawing.drawing import Box
from SmartScoreLib.reports.slices.slice_marks import ComponentBox, SliceMarks, slice_marks

if TYPE_CHECKING:
    from SmartScoreLib.series.geometry import VolumeGeometry

Crop = tuple[int, int, int, int]
"""Half-open (top, left, bottom, right) in rows and columns."""
_COLORS = np.zeros((256, 3), np.uint8)
for _territory in TERRITORIES:
    _COLORS[_territory.label] = _territory.color


@dataclass(frozen=True)
class SliceView:
    """Pixels of a slice and the way from voxels to them.

    Attributes:
        pixels: (row, column, 3) uint8 RGB.
        crop: the rows and columns shown.
        columns_per_mm: display pixels per mm along a row; `rows_per_mm` down a column; equal up to whole pixels.
        components: territory of each counted component, with its box in display pixels (left, top, right, bottom).
    """

    pixels: NDArray[np.uint8] = field(repr=False)
    crop: Crop
    columns_per_mm: float
    rows_per_mm: float
    components: tuple[tuple[str, Box], ...]


def windowed(hu: NDArray[np.int16] | NDArray[np.float32], window: Window) -> NDArray[np.uint8]:
    """Gray values 0 to 255 of Hounsfield units. Source: DICOM PS3.3 C.11.2.1.2.1 (linear)."""
    gray = (np.asarray(hu, np.float32) - (window.center - 0.5)) * (255.0 / max(window.width - 1, 1)) + 127.5
    shown: NDArray[np.uint8] = np.clip(gray, 0, 255).astype(np.uint8)
    return shown


def whole_slice(geometry: "VolumeGeometry") -> Crop:
    """A crop that leaves nothing out."""
    return (0, 0, geometry.shape[1], geometry.shape[2])


def crop_around(
    geometry: "VolumeGeometry", boxes: list[tuple[int, int, int, int]], least_mm: float, aspect: float
) -> Crop:
    """Rows and columns that hold all boxes with a margin, at least so many mm wide, of width / height `aspect`.

    Stays inside the slice, and is the whole slice where that is smaller.
    """
    _, rows, columns = geometry.shape
    row_mm, column_mm = geometry.spacing_mm[1:]
    edges = np.array(boxes, float)
    top, left = edges[:, :2].min(axis=0)
    bottom, right = edges[:, 2:].max(axis=0)
    margin = 12.0
    width = max(least_mm, (right - left) * column_mm + 2 * margin, ((bottom - top) * row_mm + 2 * margin) * aspect)
    tall, wide = min(rows, round(width / aspect / row_mm)), min(columns, round(width / column_mm))
    first_row = int(np.clip(round((top + bottom - tall) / 2), 0, rows - tall))
    first_column = int(np.clip(round((left + right - wide) / 2), 0, columns - wide))
    return (first_row, first_column, first_row + tall, first_column + wide)


def slice_view(
    reading: Reading,
    slices: range,
    crop: Crop,
    size: tuple[int, int],
    window: Window = CALCIUM_WINDOW,
    stroke: int = 2,
) -> SliceView:
    """Show a slice, or the maximum over the slices of a slab, as large as fits a (width, height) in pixels."""
    from PIL import Image

    geometry = reading.series.geometry
    top, left, bottom, right = crop
    block = reading.series.hu[slices.start : slices.stop, top:bottom, left:right]
    gray = windowed(block[0] if len(slices) == 1 else block.max(axis=0), window)
    width_mm, height_mm = (right - left) * geometry.spacing_mm[2], (bottom - top) * geometry.spacing_mm[1]
    scale = min(size[0] / width_mm, size[1] / height_mm)
    width, height = max(1, round(width_mm * scale)), max(1, round(height_mm * scale))
    # The RGB copy is made by Pillow, which is several times faster at it than an array assignment.
    pixels = np.array(Image.fromarray(gray).resize((width, height), Image.Resampling.BILINEAR).convert("RGB"))
    marks = slice_marks(reading, slices)
    _outline(pixels, marks, crop, stroke)
    columns, rows = width / (right - left), height / (bottom - top)
    components = tuple(
        (one.territory, _display_box(one, crop, columns, rows)) for one in marks.components if _within(one, crop)
    )
    return SliceView(pixels, crop, width / width_mm, height / height_mm, components)


def _within(component: ComponentBox, crop: Crop) -> bool:
    top, left, bottom, right = component.box
    return top < crop[2] and bottom > crop[0] and left < crop[3] and right > crop[1]


def _display_box(component: ComponentBox, crop: Crop, columns: float, rows: float) -> Box:
    top, left, bottom, right = component.box
    return ((left - crop[1]) * columns, (top - crop[0]) * rows, (right - crop[1]) * columns, (bottom - crop[0]) * rows)


def _outline(pixels: NDArray[np.uint8], marks: SliceMarks, crop: Crop, stroke: int) -> None:
    """Paint a ring around the counted voxels, one pixel off them, so that none of them is hidden."""
    if not marks.components:
        return
    from scipy import ndimage

    height, width = pixels.shape[:2]
    rows, columns = height / (crop[2] - crop[0]), width / (crop[3] - crop[1])
    reach = stroke + 1
    boxes = np.array([_display_box(one, crop, columns, rows) for one in marks.components])
    x0, y0 = (max(0, int(v) - reach - 1) for v in boxes[:, :2].min(axis=0))
    x1, y1 = (int(v) + reach + 2 for v in boxes[:, 2:].max(axis=0))
    x1, y1 = min(x1, width), min(y1, height)
    if x0 >= x1 or y0 >= y1:
        return
    # The voxel under each display pixel, as an index into the box of labels (outside it: no label).
    down = np.floor((np.arange(y0, y1) + 0.5) / rows).astype(int) + crop[0] - marks.corner[0]
    across = np.floor((np.arange(x0, x1) + 0.5) / columns).astype(int) + crop[1] - marks.corner[1]
    padded = np.pad(marks.labels, 1)
    down, across = (np.clip(i + 1, 0, n - 1) for i, n in zip((down, across), padded.shape, strict=True))
    near = padded[np.ix_(down, across)]
    near = ndimage.grey_dilation(near, (3, 3), mode="constant")
    # Where two territories meet, the higher label is drawn.
    ring = np.where(near == 0, ndimage.grey_dilation(near, (2 * stroke + 1,) * 2, mode="constant"), 0)
    region = pixels[y0:y1, x0:x1]
    region[ring > 0] = _COLORS[ring[ring > 0]]
