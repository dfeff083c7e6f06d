"""What the room reports has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "no_language": _("the reports have no language {language!r}; choose one of {languages}"),
    "template_unreadable": _("{file} could not be read: {reason}."),
    "template_no_text": _("{file} is not a text in UTF-8."),
    "template_field": _(
        "{file}, line {line}: there is no field {field!r} for the text of a report; the fields are {known}."
    ),
    "template_brace": _(
        "{file}, line {line}: a brace lacks its other one; a brace that is meant as such is written twice."
    ),
    "no_pdf_library": _("A PDF needs the Python package reportlab, which is not installed; install it with: {command}"),
}

NOTES = {
    "name_not_drawn": _(
        '{attribute} cannot be shown here, "{name}": no font has all of its signs; the pages show the Patient ID.'
    ),
}
