"""Two slices of a phantom: the plane of the inserts with what was found, and that of the calibration rods."""

import numpy as np
from numpy.typing import NDArray

from SmartScoreLib.picture import Window
from SmartScoreLib.quality.model import PhantomCheck
from SmartScoreLib.quality.qrm import INSERTS, ROD_RADIUS_MM
from SmartScoreLib.reports.drawing.drawing import Drawing
from SmartScoreLib.reports.drawing.flow import Block
from SmartScoreLib.reports.drawing.palette import QUIET_INK, SCREEN_NOTICE_INK, SHADE, Color
from SmartScoreLib.reports.language.words import Words
from SmartScoreLib.reports.slices.slice_view import windowed
from SmartScoreLib.series.geometry import Vector
from SmartScoreLib.series.model import CTSeries

EDGE = 350
"""Width and height of a picture."""
_SHOWN_MM = 110.0
"""Edge of what it shows; the phantom has a diameter of 100 mm."""
_WINDOW = Window(200, 700)
_RING: Color = SCREEN_NOTICE_INK
_DARK: Color = (0, 0, 0)
_LABEL, _LABEL_HALF, _BELOW, _ABOVE = 12, 42.0, 28.0, 20.0
"""Size of a density's label, half of its width, and how far below or above its insert it stands, pixels."""


def pictures_block(check: PhantomCheck, series: CTSeries, words: Words, width: float) -> Block:
    """Both pictures side by side, each with its title."""
    phantom = check.phantom

    def draw(drawing: Drawing, left: float, top: float) -> None:
        gap = (width - 2 * EDGE) / 3
        first, second = left + gap, left + 2 * gap + EDGE
        _titled(drawing, first, top, words("qa_plane"))
        _picture(drawing, series, first, top + 22, phantom.center_lps_mm, phantom.center_lps_mm)
        for insert, place in zip(INSERTS, phantom.places, strict=True):
            x, y = _on_picture(series, phantom.center_lps_mm, place)
            _ring(drawing, first + x, top + 22 + y, (insert.diameter_mm / 2 + 2) * EDGE / _SHOWN_MM)
            if insert.diameter_mm == max(one.diameter_mm for one in INSERTS):
                label = f"{insert.density_mg_cm3} mg/cm³"
                label_x = first + min(max(x, _LABEL_HALF), EDGE - _LABEL_HALF)
                label_y = top + 22 + y + (_BELOW if y > EDGE / 2 + _BELOW else -_ABOVE)  # off the other inserts
                drawing.text(label_x, label_y, label, _LABEL, _RING, align="center", paper=_DARK)
        _titled(drawing, second, top, words("qa_rods"))
        if phantom.rod is None or phantom.water is None:
            drawing.rectangle(second, top + 22, second + EDGE, top + 22 + EDGE, SHADE)
            middle = second + EDGE / 2
            text = words("qa_no_rods")
            drawing.text(middle, top + 22 + EDGE / 2, text, 15, QUIET_INK, align="center", paper=SHADE)
            return
        _picture(drawing, series, second, top + 22, phantom.center_lps_mm, phantom.rod.center_lps_mm)
        for roi in (phantom.rod, phantom.water):
            x, y = _on_picture(series, phantom.center_lps_mm, roi.center_lps_mm)
            _ring(drawing, second + x, top + 22 + y, ROD_RADIUS_MM * EDGE / _SHOWN_MM)

    return Block(22 + EDGE, draw, 8)


def _titled(drawing: Drawing, left: float, top: float, text: str) -> None:
    drawing.text(left, top + 15, text, 14, QUIET_INK, cell=(left, top, left + EDGE, top + 22))


def _picture(drawing: Drawing, series: CTSeries, left: float, top: float, center: Vector, plane: Vector) -> None:
    """The slice of `plane` around the axis of the phantom; what lies outside of the images is black."""
    geometry = series.geometry
    middle, (number, *_) = geometry.index(center), geometry.index(plane)
    steps = (np.arange(EDGE) + 0.5 - EDGE / 2) * _SHOWN_MM / EDGE
    rows, columns = (middle[axis] + steps / geometry.spacing_mm[axis] for axis in (1, 2))
    values = _bilinear(series.hu[round(float(number))], rows, columns)
    gray = windowed(values, _WINDOW)
    drawing.image((left, top, left + EDGE, top + EDGE), np.repeat(gray[:, :, None], 3, axis=2))


def _bilinear(
    slice_hu: NDArray[np.int16] | NDArray[np.float32], rows: NDArray[np.float64], columns: NDArray[np.float64]
) -> NDArray[np.float32]:
    from scipy import ndimage

    grid = np.meshgrid(rows, columns, indexing="ij")
    found: NDArray[np.float32] = ndimage.map_coordinates(
        slice_hu.astype(np.float32), grid, order=1, mode="constant", cval=-1024.0
    )
    return found


def _on_picture(series: CTSeries, center: Vector, place: Vector) -> tuple[float, float]:
    """(x, y) of a point in pixels of the picture."""
    geometry = series.geometry
    offset = (geometry.index(place) - geometry.index(center)) * geometry.spacing_mm
    return EDGE / 2 + offset[2] * EDGE / _SHOWN_MM, EDGE / 2 + offset[1] * EDGE / _SHOWN_MM


def _ring(drawing: Drawing, x: float, y: float, radius: float) -> None:
    turns = np.linspace(0, 2 * np.pi, 49)
    points = [(x + radius * float(np.cos(turn)), y + radius * float(np.sin(turn))) for turn in turns]
    drawing.polyline(points, 1.5, _RING)
