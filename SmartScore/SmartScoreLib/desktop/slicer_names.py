"""What the panel and the effect ask of Slicer, as data: the module's own test looks for each name in the application.

Tests without Slicer run on stand-ins that offer these names and no others, so that whatever passes there is there.
"""

from collections.abc import Callable, Mapping
from typing import Any

NAMES: Mapping[str, tuple[str, ...]] = {
    "slicer": (
        "app", "dicomDatabase", "dicomDatabaseDirectorySettingsKey", "mrmlScene", "modules", "qMRMLNodeComboBox",
        "qMRMLSegmentEditorWidget", "qMRMLWidget", "qSlicerSegmentEditorAbstractEffect",
        "qSlicerSegmentEditorEffectFactory", "qSlicerSegmentEditorScriptedEffect",
    ),
    "slicer.util": (
        "NodeModify", "RenderBlocker", "VTKObservationMixin", "WaitCursor", "childWidgetVariables", "getModuleLogic",
        "getModuleWidget", "getNodesByClass", "loadScene", "loadUI", "mainWindow", "resetSliceViews",
        "resetThreeDViews", "saveScene", "selectModule", "setSliceViewerLayers", "settingsValue", "showStatusMessage",
    ),
    "slicer.i18n": ("tr", "translate"),
    "slicer.parameterNodeWrapper": ("WithinRange", "parameterNodeWrapper"),
    "slicer.ScriptedLoadableModule": (
        "ScriptedLoadableModule", "ScriptedLoadableModuleLogic", "ScriptedLoadableModuleTest",
        "ScriptedLoadableModuleWidget",
    ),
    "SampleData": ("SampleDataLogic", "downloadSample"),
    "DICOMLib": ("DICOMLoadable", "DICOMPlugin"),
    "SampleDataLogic": (
        "registerCustomSampleDataCategory", "registerCustomSampleDataSource", "registerUrlRewriteRule",
    ),
    "qSlicerApplication": (
        "applicationLogic", "clipboard", "layoutManager", "loadTranslations", "processEvents", "startupCompleted()",
        "temporaryPath", "userSettings",
    ),
    "qSlicerLayoutManager": ("layout", "layoutLogic", "setLayout", "sliceWidget", "threeDViewCount", "threeDWidget"),
    "qMRMLSliceWidget": ("className", "mrmlSliceNode", "sliceLogic", "sliceView"),
    "qMRMLThreeDWidget": ("className",),
    "qMRMLSliceView": ("interactor", "renderWindow", "scheduleRender"),
    "qMRMLWidget": ("mrmlScene", "mrmlSceneChanged(vtkMRMLScene*)", "setMRMLScene"),
    "qMRMLNodeComboBox": ("currentNode", "currentNodeChanged(vtkMRMLNode*)", "setCurrentNode", "setMRMLScene"),
    "qMRMLSegmentEditorWidget": (
        "activeEffect", "addRemoveSegmentButtonsVisible", "installKeyboardShortcuts", "maximumNumberOfUndoStates",
        "redo", "removeViewObservations", "saveStateForUndo", "segmentationNode", "segmentationNodeSelectorVisible",
        "setActiveEffect", "setActiveEffectByName", "setCurrentSegmentID", "setEffectNameOrder", "setMRMLScene",
        "setMRMLSegmentEditorNode", "setSegmentationNode", "setSourceVolumeNode", "sourceVolumeNodeSelectorVisible",
        "specifyGeometryButtonVisible", "switchToSegmentationsButtonVisible", "undo", "uninstallKeyboardShortcuts",
        "unorderedEffectsVisible", "updateEffectList", "updateWidgetFromMRML",
    ),
    "qSlicerSegmentEditorEffectFactory": ("effectRegistered(QString)",),
    "qSlicerSegmentEditorAbstractEffect": (
        "ModificationModeAdd", "ModificationModeRemove", "ModificationModeRemoveAll",
    ),
    "qSlicerSegmentEditorScriptedEffect": (
        "addActor2D", "addLabeledOptionsWidget", "confirmCurrentSegmentVisible", "doubleParameter",
        "modifySegmentByLabelmap", "name", "parameter", "parameterSetNode", "perSegment", "removeActor2D",
        "renderWindow", "saveStateForUndo", "scheduleRender", "self", "setCommonParameter", "setParameter",
        "setParameterDefault", "setPythonSource", "title",
    ),
    "ctkDICOMDatabase": (
        "closeDatabase", "closed()", "databaseChanged()", "databaseDirectory", "databaseFilename",
        "descriptionForSeries", "fieldForPatient", "fieldForSeries", "fieldForStudy", "fileForInstance", "fileValue",
        "filesForSeries", "instancesForSeries", "isOpen", "openDatabase", "opened()", "patientForStudy", "patients",
        "removeSeries", "schemaVersion", "schemaVersionLoaded", "seriesForStudy", "studiesForPatient", "studyForSeries",
    ),
    "ctkDICOMIndexer": ("addListOfFiles", "importing", "setDatabase", "waitForImportFinished"),
    "qt": (
        "QBrush", "QColor", "QFont", "QFontDatabase", "QFontMetricsF", "QMarginsF", "QMimeData", "QPageSize",
        "QPainter", "QPainterPath", "QPdfWriter", "QPen", "QPixmap", "QPointF", "QRectF",
    ),
    "QPdfWriter": ("newPage", "setCreator", "setPageMargins", "setPageSize", "setResolution", "setTitle"),
    "QPainter": (
        "LosslessImageRendering", "begin", "drawPixmap", "drawText", "end", "fillPath", "restore", "save", "scale",
        "setFont", "setPen", "setRenderHint", "strokePath", "translate",
    ),
    "QPainterPath": ("closeSubpath", "lineTo", "moveTo"),
    "QFont": (
        "PreferNoHinting", "PreferNoShaping", "setBold", "setHintingPreference", "setKerning", "setPixelSize",
        "setStyleStrategy",
    ),
    "QFontDatabase": ("addApplicationFont", "applicationFontFamilies"),
    "QFontMetricsF": ("horizontalAdvance",),
    "QMimeData": ("setHtml", "setText"),
    "QClipboard": ("setMimeData", "setText", "text"),
    "ctkCollapsibleButton": ("collapsed", "contentsCollapsed(bool)", "text"),
    "ctkSliderWidget": (
        "blockSignals", "decimals", "maximum", "minimum", "pageStep", "setToolTip", "singleStep", "suffix", "value",
        "valueChanged(double)",
    ),
}  # fmt: skip
"""By class or module: methods, properties and functions by name, signals with their signature."""


def missing() -> list[str]:
    """What this application lacks, as "class: name"; what cannot be made here (views without a window) is left out."""
    lacking = []
    for owner, names in NAMES.items():
        made = _MAKERS[owner]()
        if made is not None:
            lacking += [f"{owner}: {name}" for name in names if not hasattr(made, name.partition("(")[0])]
    return lacking


def _module(name: str) -> Callable[[], Any]:
    def imported() -> Any:
        from importlib import import_module

        return import_module(name)

    return imported


def _slicer(name: str) -> Callable[[], Any]:
    return lambda: getattr(_module("slicer")(), name)


def _layoutManager() -> Any:
    return _slicer("app")().layoutManager()


def _sliceWidget() -> Any:
    manager = _layoutManager()
    return manager.sliceWidget("Red") if manager is not None else None


def _sliceView() -> Any:
    widget = _sliceWidget()
    return widget.sliceView() if widget is not None else None


def _threeDWidget() -> Any:
    manager = _layoutManager()
    # Only as many as the layout shows are there.
    return manager.threeDWidget(0) if manager is not None and manager.threeDViewCount else None


_MAKERS: Mapping[str, Callable[[], Any]] = {
    **{name: _module(name) for name in NAMES if name in ("DICOMLib", "SampleData") or name.startswith("slicer")},
    "SampleDataLogic": lambda: _module("SampleData")().SampleDataLogic,
    "qSlicerApplication": _slicer("app"),
    "qSlicerLayoutManager": _layoutManager,
    "qMRMLSliceWidget": _sliceWidget,
    "qMRMLThreeDWidget": _threeDWidget,
    "qMRMLSliceView": _sliceView,
    "qMRMLWidget": lambda: _slicer("qMRMLWidget")()(),
    "qMRMLNodeComboBox": lambda: _slicer("qMRMLNodeComboBox")()(),
    "qMRMLSegmentEditorWidget": lambda: _slicer("qMRMLSegmentEditorWidget")()(),
    "qSlicerSegmentEditorEffectFactory": lambda: _slicer("qSlicerSegmentEditorEffectFactory")().instance(),
    "qSlicerSegmentEditorAbstractEffect": _slicer("qSlicerSegmentEditorAbstractEffect"),
    "qSlicerSegmentEditorScriptedEffect": lambda: _slicer("qSlicerSegmentEditorScriptedEffect")()(None),
    "ctkDICOMDatabase": _slicer("dicomDatabase"),
    "ctkDICOMIndexer": lambda: _module("ctk")().ctkDICOMIndexer(),
    "qt": _module("qt"),
    "QPdfWriter": lambda: _module("qt")().QPdfWriter("unwritten.pdf"),  # a file comes with the first page
    "QPainter": lambda: _module("qt")().QPainter,
    "QPainterPath": lambda: _module("qt")().QPainterPath(),
    "QFont": lambda: _module("qt")().QFont,
    "QFontDatabase": lambda: _module("qt")().QFontDatabase,
    "QFontMetricsF": lambda: _module("qt")().QFontMetricsF(_module("qt")().QFont()),
    "QMimeData": lambda: _module("qt")().QMimeData(),
    "QClipboard": lambda: _slicer("app")().clipboard(),
    "ctkCollapsibleButton": lambda: _module("ctk")().ctkCollapsibleButton(),
    "ctkSliderWidget": lambda: _module("ctk")().ctkSliderWidget(),
}
