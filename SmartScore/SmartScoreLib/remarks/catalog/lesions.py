"""What the room lesions has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "outside": _("The point lies outside of the images."),
    "no_territory": _('Territory "{given}" is none of {known}.'),
}
