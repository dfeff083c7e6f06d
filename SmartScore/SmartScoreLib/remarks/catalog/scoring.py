"""What the room scoring has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "bad_threshold": _("A threshold of {threshold_hu} HU makes no sense; give {least} to {most}."),
    "bad_area": _("A smallest area of {minimum_area_mm2} mm2 makes no sense; give {least} to {most}."),
    "bad_voxels": _("A smallest number of voxels of {minimum_voxels} makes no sense; give {least} or more."),
    "bad_connectivity": _("A connectivity of {connectivity} makes no sense; give 4 or 8."),
    "bad_weights": _("The density weights need four starts in HU, each above the one before."),
    "bad_volume_method": _('There is no volume method "{volume_method}"; give plain or isotropic.'),
    "bad_tube_voltage": _("A tube voltage of {kvp} kVp makes no sense; give {least} to {most}."),
    "protocol_unreadable": _("{file} could not be read: {error}."),
    "protocol_no_json": _("{file} is not valid JSON: {error}."),
    "protocol_no_object": _("{file} is not a JSON object."),
    "protocol_unknown_key": _("{file}: {key} is none of {known}."),
    "protocol_without_name": _("{file}: the rules need a name; every output says by which rules it was made."),
    "protocol_preset_name": _("{file}: {name} is the name of a preset; give the rules another one."),
    "protocol_long_name": _("{file}: the name is not one line of up to {longest} characters."),
    "protocol_number": _("{file}: {key} {value} is not a number."),
    "protocol_numbers": _("{file}: {key} {value} is not a list of numbers."),
    "protocol_whole": _("{file}: {key} {value} is not a whole number."),
    "protocol_text": _("{file}: {key} {value} is not a text."),
    "protocol_flag": _("{file}: {key} {value} is neither true nor false."),
    "bad_mass_factor": _(
        "A mass factor of {mass_factor} mg/(mm3 HU) makes no sense; common ones lie between 0.0005 and 0.001."
    ),
    "region_outside": _(
        "The calibration region around ({center_lps_mm}) mm reaches outside the images; move it inwards."
    ),
    "region_too_small": _(
        "The calibration region around ({center_lps_mm}) mm is smaller than a pixel; make it larger."
    ),
    "below_threshold": _("The greatest value is {peak_hu} HU, below the threshold of {threshold_hu} HU."),
    "too_small": _(
        "The largest area in a slice is {area_mm2} mm2, below the smallest that counts, {minimum_area_mm2} mm2."
    ),
    "too_few_voxels": _(
        "At most {voxels:voxel|voxels} of a slice are connected; {minimum_voxels} are needed to count."
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
    "tube_voltage": _("The rules are meant for a tube voltage of {rules_kvp} kVp, and the series has {kvp} kVp."),
    "tube_voltage_unknown": _(
        "The rules are meant for a tube voltage of {rules_kvp} kVp; that of the series is not known."
    ),
    "valve_thin": _(
        "Slices are {spacing_mm:.3g} mm apart; scores of the aortic valve are compared with those of 2.5 to 3 mm, and "
        "thinner slices score noise."
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
    "nothing_to_interpolate": _(
        "Volumes are plain: slices are less than one and a half pixels apart, so that nothing is interpolated."
    ),
    "tube_voltage_presets": _("There are rules for this tube voltage: {names}. They are used if you choose them."),
    "tube_voltage_fits": _(
        "Threshold and weights are those published for the tube voltage of the series, {rules_kvp} kVp."
    ),
    "zero_confirmed": _("A reader has confirmed that there is no coronary calcium."),
    # Where the rules of a preset come from; printed after its name and a point.
    "source_agatston": _(
        "Agatston 1990 as practised: 130 HU, 8 neighbors, components of at least 1 mm2 in the slice, weight by their "
        "peak (130, 200, 300, 400 HU), times slice spacing / 3 mm; plain volume. What the product's AJ-130 does "
        "besides is not public"
    ),
    "source_study": _("{size}; {volume}; {study}"),
    "source_area": _("Components must exceed {minimum_area_mm2} mm2"),
    "source_any_size": _("No smallest area"),
    "source_voxels": _("Components of more than {more_than} voxels"),
    "source_plain": _("plain volume"),
    "source_isotropic": _("isotropic volume"),
    "source_vendors": _(
        "as analyzed by van Praagh et al. 2021 (PMC8360117), a phantom study of four vendors' calcium scoring; "
        "8 neighbors as its program in MolloiLab/CAC-stanford-data computes (4 in nwerf/FQM_Analysis)"
    ),
    "source_ge": _(
        "{study}. Neighbors, rounding and what else AJ-130 does are not public: a product score of 285 with a volume "
        "of 106 mm3 was reported (Slicer forum, topic 1544), and these rules give at most 141 for it"
    ),
    "source_siemens": _(
        "{study}. Smallest area and neighbors of the product are not public; with its kernel Sa36f 130 HU hold at any "
        "tube voltage"
    ),
    "source_literature": _("the rules of the literature {study}"),
    "source_without_mass_threshold": _("{study}. The vendor's own mass threshold is not used"),
    "source_tube_voltage": _(
        "Threshold and weights for {kvp} kVp of Gräni et al. 2018 (Eur Heart J Cardiovasc Imaging 19:1362), as "
        "MolloiLab/CalciumScoring.jl has them; everything else as SmartScore AJ-130"
    ),
    "source_147_hu": _(
        "147 HU for 100 kVp (Nakazato et al. 2009), with the weights of 120 kVp, as used by van Praagh et al. 2021; "
        "everything else as SmartScore AJ-130"
    ),
    "source_135_kvp": _(
        "Threshold and weights for 135 kVp as MolloiLab/CalciumScoring.jl has them; everything else as "
        "SmartScore AJ-130"
    ),
    "source_given": _("{text}"),
    # Where a mass factor comes from.
    "origin_measured": _(
        "measured in these images: {mg_per_cm3} mg/cm3 have {calcium_hu:.1f} HU, water has {water_hu:.1f} HU"
    ),
}
