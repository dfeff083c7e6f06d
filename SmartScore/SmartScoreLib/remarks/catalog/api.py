"""What the room api has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "no_path": _("{path} does not exist."),
    "report_nowhere": _("Say where the report goes: png=FOLDER, pdf=FILE or both."),
    "not_written": _("{file}: {reason}"),
}
