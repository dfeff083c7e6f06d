"""What the room lesions has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "click_outside": _("The click at ({lps_mm:g}) mm lies outside the images."),
}
