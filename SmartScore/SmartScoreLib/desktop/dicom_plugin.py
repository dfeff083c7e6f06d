"""Slicer's DICOM module opens a saved reading: report and segmentation are offered as "SmartScore reading"."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import slicer
from DICOMLib import DICOMLoadable, DICOMPlugin
from slicer.i18n import tr as _

if TYPE_CHECKING:
    from SmartScoreLib.reading.saved.model import SavedReading

CONFIDENCE = 0.97
"""Above the plugins for any segmentation and any measurement report (0.95 in Slicer)."""

_STUDY = "0020,000D"


class SmartScoreReadingPlugin(DICOMPlugin):  # type: ignore[misc] # Slicer's class has no types
    """Finds readings that SmartScore saved, and opens series, marks, rules and texts.

    A reading is offered for its structured report and for the segmentation that this measures: whoever loads either of
    them, or both, gets the reading, once.
    """

    def __init__(self) -> None:
        super().__init__()
        self.loadType = _("SmartScore reading")

    def examineForImport(self, fileLists: Sequence[Sequence[str]]) -> list[Any]:
        """A loadable for each file of lists of files that is part of a reading."""
        from SmartScoreLib.scene.readings.saved import savedReadings

        found: dict[str, tuple[SavedReading, ...]] = {}
        loadables = []
        for file in (file for files in fileLists for file in files):
            if slicer.dicomDatabase.fileValue(file, self.tags["modality"]) not in ("SR", "SEG"):
                continue
            study = slicer.dicomDatabase.fileValue(file, _STUDY)
            if study not in found:
                found[study] = savedReadings(slicer.dicomDatabase, study)
            if saved := _readingOf(file, found[study]):
                loadables.append(_loadable(file, saved))
        return loadables

    def load(self, loadable: Any) -> Any:
        """Open the reading; the node of its marks, or False where it cannot be opened, with the reason in the log."""
        from SmartScoreLib.desktop.remark_text import reasonsOf
        from SmartScoreLib.remarks.errors import SmartScoreError
        from SmartScoreLib.scene.readings.saved import openSaved, savedReadings

        file = loadable.files[0]
        saved = _readingOf(file, savedReadings(slicer.dicomDatabase, slicer.dicomDatabase.fileValue(file, _STUDY)))
        if saved is None:
            logging.error(_("{file} is no longer in the DICOM database.").format(file=file))
            return False
        try:
            volume, marks = openSaved(saved, slicer.mrmlScene)
        except SmartScoreError as error:
            logging.error("\n".join(reasonsOf(error)))
            return False
        node = slicer.util.getModuleLogic("SmartScore").getParameterNode()
        with slicer.util.NodeModify(node):
            node.inputVolume, node.marks = volume, marks
        return marks


def _readingOf(file: str, readings: "tuple[SavedReading, ...]") -> "SavedReading | None":
    return next((one for one in readings if Path(file) in (one.file, one.segmentation)), None)


def _loadable(file: str, saved: "SavedReading") -> Any:
    made = DICOMLoadable()
    made.files = [file]
    made.name = _nameOf(saved)
    made.tooltip = _("Open series, marks, rules and texts of this reading in SmartScore.")
    made.warning = _("A newer version of this reading was saved.") if saved.replaced else ""
    made.selected = True
    made.confidence = CONFIDENCE
    return made


def _nameOf(saved: "SavedReading") -> str:
    made = saved.made_on.strftime("%Y-%m-%d %H:%M") if saved.made_on is not None else ""
    return _("SmartScore reading {details}").format(details=" ".join(part for part in (made, saved.reader) if part))


def registerDicomPlugin() -> None:
    """Offer it to the DICOM module, which looks into this table each time that it examines files."""
    if not hasattr(slicer.modules, "dicomPlugins"):
        slicer.modules.dicomPlugins = {}
    slicer.modules.dicomPlugins["SmartScoreReadingPlugin"] = SmartScoreReadingPlugin
