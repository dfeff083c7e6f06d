"""What an export has written, in a line for each series."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from SmartScoreLib.exports.export import WrittenSeries


def written_line(series: "WrittenSeries") -> str:
    """Its description, how many images or documents it has, and its UID."""
    noun = "document" if series.is_document else "image"
    count = f"{series.files} {noun}{'s' if series.files > 1 else ''}"
    return f"{series.description}: {count}, series {series.series_instance_uid}"
