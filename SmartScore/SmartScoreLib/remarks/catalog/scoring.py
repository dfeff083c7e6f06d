"""What the room scoring has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "bad_threshold": _("A threshold of {threshold_hu} HU makes no sense; give {least} to {most}."),
    "bad_area": _("A smallest area of {minimum_area_mm2} mm2 makes no sense; give {least} to {most}."),
    "bad_voxels": _("A smallest number of voxels of {minimum_voxels} makes no sense; give {least} or more."),
    "bad_connectivity": _("A connectivity of {connectivity} makes no sense; give 4 or 8."),
    "bad_weights": _("The density weights need four starts in HU, each above the one before."),
    "bad_volume_method": _('There is no volume method "{volume_method}"; give plain or isotropic.'),
    "bad_mass_factor": _(
        "A mass factor of {mass_factor} mg/(mm3 HU) makes no sense; common ones lie between 0.0005 and 0.001."
    ),
    "region_outside": _(
        "The calibration region around ({center_lps_mm}) mm reaches outside the images; move it inwards."
    ),
    "region_too_small": _(
        "The calibration region around ({center_lps_mm}) mm is smaller than a pixel; make it larger."
    ),
    "bad_concentration": _("A calibration concentration of {mg_per_cm3} mg/cm3 makes no sense."),
    "insert_not_denser": _(
        "The calibration insert ({calcium_hu} HU) is not denser than water ({water_hu} HU); check the regions."
    ),
}

LIMITS = {
    "threshold": _(
        "The threshold is {threshold_hu} HU instead of {standard_hu} HU; reference values apply to {standard_hu} HU."
    ),
    "unscored": _(
        "The marks of {territory} hold nothing that counts (threshold {threshold_hu} HU, "
        "smallest area {minimum_area_mm2} mm2)."
    ),
}

NOTES = {
    "border": _(
        "Connected calcium lies in several territories ({territories:words}) in {slices:slice|slices}: it is judged as "
        "a whole by its area and its peak, and each territory gets its share of the area."
    ),
    "isotropic": _("Volumes are interpolated between slices (isotropic)."),
    # Where the rules of a preset come from; printed after its name and a point.
    "source_agatston": _(
        "Agatston 1990 as practised: 130 HU, components of at least 1 mm2 in the slice, weight by their peak "
        "(130, 200, 300, 400 HU), times slice spacing / 3 mm; plain volume"
    ),
    "source_study": _("{size}; {volume}; {study}"),
    "source_area": _("Components must exceed {minimum_area_mm2} mm2"),
    "source_any_size": _("No smallest area"),
    "source_voxels": _("Components of at least {minimum_voxels} voxels"),
    "source_plain": _("plain volume"),
    "source_isotropic": _("isotropic volume"),
    "source_vendors": _(
        "as analyzed by van Praagh et al. 2021 (PMC8360117), a phantom study of four vendors' calcium scoring; "
        "its analysis code is public in MolloiLab/CAC-stanford-data"
    ),
    "source_one_vendor": _("one of four vendors {study}"),
    "source_literature": _("the rules of the literature {study}"),
    "source_without_mass_threshold": _("{study}. The vendor's own mass threshold is not used"),
}
