"""What the room proposal has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "zero_contradicted": _(
        "Zero cannot be confirmed: calcium is marked in {territories:words}. Take these marks out first."
    ),
    "no_organs": _("{file} names no heart and no coronary arteries among its segments."),
    "zero_unreviewed": _(
        "Zero cannot be confirmed for marks that were made automatically: it is the word of a reader who looked."
    ),
}

LIMITS = {
    "reviewed": _(
        "Proposed by the program, confirmed by the reader: {accepted} accepted, {changed} of them in another vessel, "
        "{rejected} rejected, {open} left open."
    ),
    "proposed": _(
        "UNREVIEWED: the program proposes {count:place|places} at or above {threshold_hu} HU as coronary calcium, and "
        "left out {others} near the heart. Vessels and total are suggestions; a reader must accept or correct each."
    ),
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
    "origin_proposed": _("proposed by the program, unreviewed"),
    "organs": _("Heart and vessels are those of {file} ({organs:words}), not found by the picture."),
    "outside_organs": _("Outside of the organs of {file}."),
    "nothing": _("Nothing is proposed."),
    "contrast_told": _("The series tells of contrast agent: {reason}"),
    "contrast_seen": _(
        "The blood in the heart has {blood_hu:.0f} HU: contrast agent is in it, and calcium cannot be told from it."
    ),
    "not_axial": _("The slices do not lie along the axes of a patient, or are too few: no anatomy can be found."),
    "no_lungs": _("No lungs are seen ({lung_ml:.0f} ml, {least_ml:.0f} ml are needed): no heart is looked for."),
    "no_heart": _(
        "No place was found where the picture agrees with a heart and what surrounds it ({percent:.0f} % of it, "
        "{least_percent:.0f} % are needed)."
    ),
    "anatomy": _("The heart was found by the picture: {percent:.0f} % of what is expected around it agrees."),
    "metal_peak": _("Metal: its peak of {peak_hu:.0f} HU is above {most_hu:.0f} HU."),
    "metal_long": _("Metal: {length_mm:.0f} mm long and {width_mm:.1f} mm wide, as a wire, lead or catheter."),
    "metal_wide": _(
        "Metal: a peak of {peak_hu:.0f} HU, {mean_hu:.0f} HU in the mean and {width_mm:.1f} mm wide, as a stent."
    ),
    "metal_streaks": _("Metal: {percent:.0f} % of what surrounds it is darker than fat, as streaks are."),
    "metal_near": _("Metal: its peak has {peak_hu:.0f} HU, and other metal lies {away_mm:.0f} mm from it."),
    "noise": _("Noise: its peak lies {times:.1f} times the noise of {noise_hu:.0f} HU above blood."),
    "in_lung": _("In the lung: {percent:.0f} % of what surrounds it is lung."),
    "bone": _("Bone: {volume_mm3:.0f} mm3."),
    "outside_heart": _("Outside of the heart: {times:.1f} times as far from its middle as its edge."),
    "aortic_valve": _(
        "Aortic valve: {away_mm:.0f} mm from the middle of the aorta, {above_mm:.0f} mm above the valve."
    ),
    "aortic_wall": _("Wall of the aorta: {away_mm:.0f} mm from its edge, {above_mm:.0f} mm above the valve."),
    "annulus": _("Mitral annulus: {away_mm:.0f} mm from where it usually lies."),
    "near_course": _("{away_mm:.0f} mm from the usual course of the {territory}."),
    "fat_around": _("{percent:.0f} % of what surrounds it is fat."),
    "lung_edge": _("{gap_mm:.1f} mm from the lung, where motion makes bright bands."),
    "glow": _("It fades slowly: {percent:.0f} % of what surrounds it is nearly as bright, as with motion."),
    "plastic": _(
        "The lungs are as even as those of a phantom ({spread_hu:.0f} HU; those of people differ by more than "
        "{least_hu:.0f} HU): no anatomy is looked for."
    ),
    "no_fat": _(
        "Around the heart {percent:.1f} % is fat ({least_percent:.0f} % are needed): without fat no artery can be told."
    ),
    "pericardium": _("Pericardium: far from any artery, and {percent:.0f} % of what surrounds it is lung."),
}
