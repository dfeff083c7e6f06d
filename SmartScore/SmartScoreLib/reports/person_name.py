"""Person names as people write them, from DICOM's components and groups (PS3.5 section 6.2.1)."""

from pydicom.valuerep import PersonName

from SmartScoreLib.reports.drawing.fonts import clean, drawable, fallback_file


def spoken_name(group: str) -> str:
    """One component group, "family^given^middle^prefix^suffix", as "Prefix Given Middle Family, Suffix"."""
    parts = PersonName(group)
    order = (parts.name_prefix, parts.given_name, parts.middle_name, parts.family_name)
    name = " ".join(part.strip() for part in order if part.strip())
    suffix = parts.name_suffix.strip()
    return f"{name}, {suffix}" if suffix and name else name or suffix


def printed_name(person_name: str) -> tuple[str, str]:
    """What to draw for a DICOM person name, and the file of the font that it needs ("" for the shipped one).

    The ideographic or phonetic group is drawn only where there is no alphabetic group that the shipped font covers;
    without any font for it, each sign that cannot be drawn becomes "?" rather than a box.
    """
    groups = [name for group in person_name.split("=") if (name := spoken_name(group))]
    for name in groups:
        if drawable(name):
            return name, ""
    for name in groups:
        if (file := fallback_file(name)) is not None:
            return name, file
    return (clean(groups[0]), "") if groups else ("", "")
