"""What the room exports has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "cancelled": _("Saving was cancelled; nothing was written."),
}
