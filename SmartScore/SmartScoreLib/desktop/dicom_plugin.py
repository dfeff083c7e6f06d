"""Slicer's DICOM module opens a saved reading: its structured report is offered as "SmartScore reading"."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import slicer
from DICOMLib import DICOMLoadable, DICOMPlugin
from slicer.i18n import tr as _

from SmartScoreLib.reading.saved.model import SavedReading
from SmartScoreLib.reading.saved.summary import read_report, saved_reading

CONFIDENCE = 0.97
"""Above the plugins for any segmentation (0.9 in Slicer) and any measurement report (0.95 in QuantitativeReporting)."""


class SmartScoreReadingPlugin(DICOMPlugin):  # type: ignore[misc] # Slicer's class has no types
    """Finds structured reports that SmartScore wrote, and opens series, marks, rules and texts."""

    def __init__(self) -> None:
        super().__init__()
        self.loadType = _("SmartScore reading")

    def examineForImport(self, fileLists: Sequence[Sequence[str]]) -> list[Any]:
        """A loadable for each of our structured reports in lists of files."""
        return [loadable for files in fileLists for file in files if (loadable := self._loadable(file)) is not None]

    def load(self, loadable: Any) -> Any:
        """Open the reading; the node of its marks, or False where it cannot be opened, with the reason in the log."""
        from SmartScoreLib.desktop.remark_text import reasonsOf
        from SmartScoreLib.remarks.errors import SmartScoreError
        from SmartScoreLib.scene.readings.saved import openSaved, savedReadings

        file = Path(loadable.files[0])
        saved = next((one for one in savedReadings(slicer.dicomDatabase) if one.file == file), None)
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

    def _loadable(self, file: str) -> Any:
        if slicer.dicomDatabase.fileValue(file, self.tags["modality"]) != "SR":
            return None
        report = read_report(Path(file))
        if report is None:
            return None
        saved = saved_reading(Path(file), report)
        loadable = DICOMLoadable()
        loadable.files = [file]
        loadable.name = _nameOf(saved)
        loadable.tooltip = _("Open series, marks, rules and texts of this reading in SmartScore.")
        loadable.selected = True
        loadable.confidence = CONFIDENCE
        return loadable


def _nameOf(saved: SavedReading) -> str:
    made = saved.made_on.strftime("%Y-%m-%d %H:%M") if saved.made_on is not None else ""
    return _("SmartScore reading {details}").format(details=" ".join(part for part in (made, saved.reader) if part))


def registerDicomPlugin() -> None:
    """Offer it to the DICOM module, which looks into this table each time that it examines files."""
    if not hasattr(slicer.modules, "dicomPlugins"):
        slicer.modules.dicomPlugins = {}
    slicer.modules.dicomPlugins["SmartScoreReadingPlugin"] = SmartScoreReadingPlugin
