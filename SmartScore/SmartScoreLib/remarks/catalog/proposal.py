"""What the room proposal has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "zero_contradicted": _(
        "Zero cannot be confirmed: calcium is marked in {territories:words}. Take these marks out first."
    ),
    "zero_unreviewed": _(
        "Zero cannot be confirmed for marks that were made automatically: it is the word of a reader who looked."
    ),
}

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
    "zero_candidates": _(
        "Not marked near the heart: {count:place|places} at or above {threshold_hu} HU; the largest has "
        "{volume_mm3:.0f} mm3 and {peak_hu:.0f} HU, in slice {slice} at ({center_lps_mm:.1f}) mm."
    ),
    "zero_candidates_anywhere": _(
        "Not marked: {count:place|places} at or above {threshold_hu} HU that are not bone; the largest has "
        "{volume_mm3:.0f} mm3 and {peak_hu:.0f} HU, in slice {slice} at ({center_lps_mm:.1f}) mm. Where the heart is "
        "was not seen."
    ),
    "origin": _("automatic, unreviewed"),
}
