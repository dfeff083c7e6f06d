"""What SmartScore adds to Slicer once it has started. It imports no more than that needs."""

from typing import Any

import slicer
from slicer.i18n import tr as _

CATEGORY = "SmartScore"
SAMPLE = "SmartScorePhantom"


def registerAll(thumbnail: str) -> None:
    """The effect for every segment editor, the layout for scenes that were saved in it, the phantom in Sample Data."""
    from SmartScoreLib.desktop.layout import registerLayout
    from SmartScoreLib.scene.registration import registerCalciumEffect

    registerCalciumEffect()
    if slicer.app.layoutManager() is not None:
        registerLayout(slicer.app.layoutManager())
    registerSampleData(thumbnail)


def registerSampleData(thumbnail: str) -> None:
    """The phantom is made on the spot: nothing is downloaded. A Slicer without Sample Data goes without."""
    try:
        import SampleData
    except ImportError:
        return
    logic = SampleData.SampleDataLogic
    logic.registerCustomSampleDataCategory(CATEGORY, title=_("SmartScore"))
    logic.registerCustomSampleDataSource(
        category=CATEGORY, sampleName=SAMPLE, uris="", thumbnailFileName=thumbnail, customDownloader=loadSample
    )


def loadSample(source: Any = None) -> list[Any]:
    """Make the phantom and add it to the scene as a volume, shown in the slice views."""
    from SmartScoreLib.desktop.phantom_sample import phantomVolume

    node = phantomVolume(slicer.mrmlScene)
    slicer.util.setSliceViewerLayers(background=node, fit=True)
    return [node]
