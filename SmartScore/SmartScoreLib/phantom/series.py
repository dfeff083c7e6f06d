"""The phantom as a series in memory, without files."""

import numpy as np

from SmartScoreLib.phantom.model import Phantom
from SmartScoreLib.phantom.volume import phantom_hu
from SmartScoreLib.phantom.write import WriteOptions, phantom_datasets
from SmartScoreLib.series.model import CTSeries, HounsfieldArray


def phantom_series(phantom: Phantom, options: WriteOptions | None = None) -> CTSeries:
    """A CTSeries with the phantom's headers; int16 if every value is whole, else float32."""
    values = phantom_hu(phantom)
    whole: HounsfieldArray = np.rint(values).astype(np.int16)
    exact = bool(phantom.noise_hu or phantom.blur_mm) or bool((whole == values).all())
    hu: HounsfieldArray = whole if exact else values
    hu.setflags(write=False)
    datasets = phantom_datasets(phantom, options)[: phantom.geometry.shape[0]]
    return CTSeries(hu, phantom.geometry, datasets, (), str(datasets[0].SeriesInstanceUID))
