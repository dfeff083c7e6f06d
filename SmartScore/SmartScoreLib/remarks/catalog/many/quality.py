"""What the room quality has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "no_phantom": _(
        "No QRM-CCI phantom was found: of {spots:bright spot|bright spots} of the size of an insert, none lie as its "
        "nine inserts do. Give a series of the whole insert, in slices across its axis."
    ),
    "rods_missing": _("The images show the inserts of a QRM-CCI, but not its calibration rods: no mass factor."),
    "not_offered": _("The images have no mass factor of the scanner for {which}; they have: {offered}."),
    "no_rods_to_store": _("The calibration rods are not in the images: there is no mass factor to store."),
    "no_rod_size": _(
        "No calibration insert lies at ({lps_mm:.1f}) mm: nothing of one value there is 6 to 60 mm wide. Point at the "
        "middle of an insert."
    ),
    "no_rod_shape": _(
        "No calibration insert lies at ({lps_mm:.1f}) mm: what is there is not round. Point at the middle of an insert "
        "that lies across the slices."
    ),
    "scanner_unknown": _(
        "The mass factor cannot be stored: the images do not give manufacturer, model, serial number or station, tube "
        "voltage and date of their scanner."
    ),
    "bad_days": _("A calibration that holds for {days} days makes no sense; give 1 or more."),
    "unreadable": _("{file} could not be read as calibrations: {reason}."),
    "no_calibrations": _('{file} holds no calibrations: it is no JSON object with the schema "{schema}".'),
    "bad_row": _("{file}: calibration {number} cannot be used: {reason}."),
    "not_stored": _("{file} could not be written: {reason}."),
}

LIMITS = {
    "scanner_not_told": _(
        "No stored mass factor was used: the images do not tell their scanner, tube voltage and date, so that mass is "
        "not available."
    ),
    "no_calibration": _("No mass factor is stored for {scanner} at {kvp} kVp, so that mass is not available."),
    "calibration_later": _(
        "The mass factors stored for {scanner} begin on {first:date}, after this scan of {day:date}: none was used, "
        "and mass is not available."
    ),
    "calibration_expired": _(
        "The mass factor stored for {scanner} held until {last:date}; this scan is of {day:date}: it was not used, "
        "and mass is not available. Measure it again."
    ),
}

NOTES = {
    "no_rods": _("The calibration rods are not in the images: no mass factor was measured."),
    "origin_stored": _(
        "stored for {scanner} at {kvp} kVp, measured on {measured_on:date}, valid until {expires_on:date}"
    ),
    "origin_scanner": _("of the scanner, in the images (Calcium Scoring Mass Factor Patient)"),
    "origin_scanner_size": _(
        "of the scanner, in the images (Calcium Scoring Mass Factor Device, {size:words} patients)"
    ),
}
