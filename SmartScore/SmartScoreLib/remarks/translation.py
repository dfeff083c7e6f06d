"""Marks the texts of the catalog for Slicer's translators: `lupdate` finds what stands in `_(...)`."""


def _(text: str) -> str:
    """The text itself; the panel asks Slicer for its translation when it shows it."""
    return text
