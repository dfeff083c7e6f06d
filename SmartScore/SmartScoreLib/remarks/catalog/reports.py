"""What the room reports has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "no_language": _("the reports have no language {language!r}; choose one of {languages}"),
    "no_pdf_library": _("A PDF needs the Python package reportlab, which is not installed; install it with: {command}"),
}

NOTES = {
    "name_not_drawn": _(
        '{attribute} cannot be shown here, "{name}": no font has all of its signs; the pages show the Patient ID.'
    ),
}
