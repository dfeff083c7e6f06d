"""What SmartScore adds to Slicer once it has started. It imports no more than that needs."""

from pathlib import Path

import slicer
from slicer.i18n import tr as _

CATEGORY = "SmartScore"
SAMPLE = "SmartScorePhantom"
SAMPLE_URL = "smartscore:phantom"
"""What Sample Data calls the phantom; no server has it."""


def registerAll(thumbnail: str) -> None:
    """Translations, the effect, the layout for scenes that were saved in it, the phantom in Sample Data, readings in
    the DICOM module.
    """
    from SmartScoreLib.desktop.views.layout import registerLayout
    from SmartScoreLib.scene.marking.registration import registerCalciumEffect

    registerTranslations(Path(thumbnail).parents[1] / "Translations")
    registerCalciumEffect()
    if slicer.app.layoutManager() is not None:
        registerLayout(slicer.app.layoutManager())
    registerSampleData(thumbnail)
    registerReadings()


def registerTranslations(folder: Path) -> None:
    """Let Slicer take the translation of its language, if there is one (SmartScore_de.qm for de_DE)."""
    slicer.app.loadTranslations(str(folder))


def registerReadings() -> None:
    """Saved readings for the DICOM module; a Slicer without it goes without."""
    try:
        import DICOMLib  # noqa: F401
    except ImportError:
        return
    from SmartScoreLib.desktop.dicom_plugin import registerDicomPlugin

    registerDicomPlugin()


def registerSampleData(thumbnail: str) -> None:
    """The phantom is made on the spot: nothing is downloaded. A Slicer without Sample Data goes without.

    Sample Data takes every source from a URL: `downloadSample` never asks a custom downloader. So the phantom has a URL
    of its own, and a rewrite rule that makes it when somebody asks for that one.
    """
    try:
        import SampleData
    except ImportError:
        return
    from SmartScoreLib.identity import identity

    logic = SampleData.SampleDataLogic
    logic.registerUrlRewriteRule(SAMPLE, fileOfSample)
    logic.registerCustomSampleDataCategory(CATEGORY, title=_("SmartScore"))
    logic.registerCustomSampleDataSource(
        category=CATEGORY,
        sampleName=SAMPLE,
        uris=SAMPLE_URL,
        # Sample Data keeps the file; another version may make another phantom.
        fileNames=f"{SAMPLE}-{identity().version}.nrrd",
        nodeNames="SmartScore phantom",
        loadFileTypes="VolumeFile",
        thumbnailFileName=thumbnail,
    )


def fileOfSample(url: str) -> str:
    """The URL of the phantom's file, made now, if this is the phantom's URL; any other as it is."""
    if url != SAMPLE_URL:
        return url
    from SmartScoreLib.scene.phantom_sample import writePhantomVolume

    return writePhantomVolume(Path(slicer.app.temporaryPath) / f"{SAMPLE}.nrrd").as_uri()
