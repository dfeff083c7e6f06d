"""What the room proposal has to say."""

from SmartScoreLib.remarks.translation import _

LIMITS = {
    "unreviewed": _(
        "UNREVIEWED: all {regions} regions at or above {threshold_hu} HU were marked as "
        '"{territory}" by the program, '
        "bone splinters, valves, metal and noise among them. None is assigned to a coronary artery, so the coronary "
        "total is not a result; a reader must assign them."
    ),
    "bones": _("{bones} regions larger than {limit_mm3} mm3 were left out as bone."),
}

NOTES = {
    "origin": _("automatic, unreviewed"),
}
