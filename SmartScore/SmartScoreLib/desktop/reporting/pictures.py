"""Pictures of the library on their way into Qt."""

from typing import Any

import qt

from SmartScoreLib.picture import Picture


def pixmapOf(picture: Picture) -> Any:
    """A pixmap of an RGB picture.

    Through PPM in memory: PythonQt has no QImage constructor that takes a buffer.
    """
    height, width = picture.pixels.shape[:2]
    pixmap = qt.QPixmap()
    pixmap.loadFromData(b"P6\n%d %d\n255\n" % (width, height) + picture.pixels.tobytes(), "PPM")
    return pixmap
