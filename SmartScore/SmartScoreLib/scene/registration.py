"""Makes Slicer's segment editors offer the effect "Calcium"."""

EFFECT_NAME = "Calcium"
"""What `qMRMLSegmentEditorWidget.setActiveEffectByName` and `setEffectNameOrder` call it; not translated."""


def registerCalciumEffect() -> None:
    """Register the effect; call it once the application has started (`startupCompleted()`). Twice does no harm.

    Raises:
        FileNotFoundError: the installation lacks the effect's file.
    """
    raise NotImplementedError
