"""Makes Slicer's segment editors offer the effect "Calcium"."""

from pathlib import Path

EFFECT_NAME = "Calcium"
"""What `qMRMLSegmentEditorWidget.setActiveEffectByName` and `setEffectNameOrder` call it; not translated."""

THRESHOLD = "Threshold"
"""Effect parameter: HU. The editor node keeps it as the attribute "Calcium.Threshold", as it does the others."""
LIMIT = "Limit"
"""Effect parameter: mm3."""
MODE = "Mode"
"""Effect parameter: `IN_3D` or `IN_SLICE`."""
IN_3D = "3D"
IN_SLICE = "Slice"

# A folder of its own: Slicer loads the file as a module named like its folder, in place of any package of that name.
_SOURCE = Path(__file__).resolve().parents[3] / "SegmentEditorCalciumLib" / "SegmentEditorEffect.py"


def registerCalciumEffect() -> None:
    """Register the effect; call it once the application has started (`startupCompleted()`). Twice does no harm.

    Raises:
        FileNotFoundError: the installation lacks the effect's file.
    """
    import slicer

    if not _SOURCE.is_file():
        raise FileNotFoundError(f"{_SOURCE} is missing; install SmartScore again.")
    effect = slicer.qSlicerSegmentEditorScriptedEffect(None)
    effect.setPythonSource(_SOURCE.as_posix())
    effect.self().register()
