"""What the room comparison has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    # Two scans that are not known to be of one person.
    "one_id_two_persons": _(
        "Patient ID {id} belongs to two persons: born {before:date} and born {after:date} ({names:;}). Nothing is "
        "compared unless the ID is corrected, or a reader states that they are one person."
    ),
    "one_id_two_names": _(
        "Patient ID {id} has two names ({names:;}), and a birth date is missing. Nothing is compared unless a reader "
        "states that they are one person."
    ),
    "two_ids": _(
        "Name and birth date are the same, and the Patient IDs are not: {before} and {after}. Nothing is compared "
        "unless a reader states that they are one person."
    ),
    "other_person": _(
        "The scans are of different persons: {names:;}, Patient IDs {before} and {after}. Nothing was compared."
    ),
    "same_reading": _("Both readings are of the same images (series {uid}); a comparison needs two scans."),
    "no_prior": _("No earlier or later reading of this person was found in {places:;}."),
    "prior_unread": _(
        "The scan of {date:date} (series {uid}) has no saved reading. Read and save it first: smartscore export PATH "
        "--series {uid} --lesions FILE --database FOLDER --structured-report."
    ),
    # Two or more readers, methods or rules on the same exams.
    "agreement_unreadable": _("{file} could not be read: {fault}."),
    "agreement_table_lacks": _("{file} has no column {column}; it has: {known}."),
    "agreement_no_territory": _("{file}, row {row}: {name!r} is no territory."),
    "agreement_row_twice": _("{file}, row {row}: a second row of {territory} for the same exam by the same method."),
    "agreement_no_number": _("{file}, row {row}, column {column}: {text!r} is no number from 0 on."),
    "agreement_no_column": _("No exam has a {column} to tell methods apart by; what they have: {known}."),
    "agreement_one_method": _(
        "There is one method only ({names}); give two, or a column that tells them apart (--by reader, --by protocol)."
    ),
    "agreement_same_name": _("Two methods are called {name}; name them: first={name} second={name}."),
    "agreement_no_such_key": _(
        "{method}: no exam has a {key} to be paired by; what they have: {known}. Choose with --key."
    ),
    "agreement_nothing_pairs": _("No exam of one method is an exam of another; they were paired by {key}."),
    "agreement_no_reference": _("The reference {name!r} is none of the methods: {known}."),
    "agreement_no_exam": _("{file} holds no exam: neither scores, nor saved readings."),
    "agreement_marks_need_images": _("{file} holds marks; give the images that they lie on with --images."),
    "agreement_which_series": _(
        "{file} does not say which series it marks, and the images hold {count} that can be scored; give the images of "
        "one, or score many exams with smartscore cohort and compare its tables."
    ),
    "agreement_series_not_there": _("{file} marks series {uid}, which is not among the images, or cannot be scored."),
    "agreement_extra_missing": _(
        'Comparing needs {package}, which is not installed: pip install "smartscore[cohort]".'
    ),
    "agreement_no_classification": _("There is no classification {given!r}; known are: {known}."),
    "agreement_no_format": _("--formats {given!r} is none of {known}."),
    "agreement_columns_form": _("--columns {given!r} is not of the form total_agatston=AJ130."),
    "agreement_not_written": _("{file} could not be written: {fault}."),
}

INVALID = {
    "not_a_result": _(
        "The scans cannot be compared: the reading of {date:date} is not a result (nothing was read, or no reader has "
        "confirmed it)."
    ),
    "no_coronary_score": _(
        "The scans cannot be compared: the reading of {date:date} has no score of the coronary arteries (calcium was "
        "graded by eye, or the aortic valve was read)."
    ),
    "invalid": _("The scans cannot be compared: the score of {date:date} is not valid."),
    "field_of_view": _(
        "The scans cannot be compared: by Pixel Spacing (0028,0030) the images of {date:date} would be {field_mm:.4g} "
        "mm wide. It is not in millimeters, and the score of that scan does not hold."
    ),
}

LIMITS = {
    "stated_same": _("A reader states that both scans are of one person; the headers differ: {differences}"),
    "person_differs": _(
        "Patient IDs and birth dates {before} ({born_before:date}) and {after} ({born_after:date}), names {names:;}."
    ),
    "name_differs": _("The name differs ({names:;}); Patient ID and birth date are the same."),
    "sex_differs": _("The sex in the headers differs between the scans."),
    "only_id": _("Only the Patient ID says that both scans are of one person; name or birth date are not known."),
    "ungated_now": _(
        "The later scan is not ECG-gated, the earlier one is: without gating scores are mostly too low, and small "
        "calcium is missed (Xie et al. 2013). The limits of change were measured on gated scans and do not hold here."
    ),
    "ungated_before": _(
        "The earlier scan is not ECG-gated, the later one is: without gating scores are mostly too low, so that the "
        "score can rise without any change (Xie et al. 2013). The limits of change were measured on gated scans and do "
        "not hold here."
    ),
    "ungated_both": _(
        "Neither scan is ECG-gated: the limits of change were measured on gated scans, and the error is larger here."
    ),
    "dates_unknown": _("The dates of the scans are not known: which is the earlier one is taken as given."),
    "tube_voltage_lower": _(
        "The tube voltage is lower than before ({before} and {after} kVp): calcium is brighter then, and the "
        "later score too high."
    ),
    "tube_voltage_higher": _(
        "The tube voltage is higher than before ({before} and {after} kVp): calcium is darker then, and the later"
        " score too low."
    ),
    "tube_voltages_by_rules": _(
        "The tube voltages differ ({before} and {after} kVp), and each scan was scored by rules for its own."
    ),
    "slices_thinner": _(
        "The slices are thinner than before ({before} and {after} mm): thinner slices gave higher scores "
        "(Mühlenbruch et al. 2005)."
    ),
    "slices_thicker": _(
        "The slices are thicker than before ({before} and {after} mm): thicker slices gave lower scores "
        "(Mühlenbruch et al. 2005)."
    ),
    "kernels_differ": _("The images were made with different kernels ({before} and {after})."),
    "manufacturers_differ": _(
        "The scanners are of different makers ({before} and {after}): on one phantom such scanners gave different"
        " scores (Willemink et al. 2015, Choi et al. 2020)."
    ),
    "dose_lower": _(
        "The dose is lower than before (CTDIvol {before} and {after} mGy): more noise can make the later score "
        "too high."
    ),
    "dose_higher": _(
        "The dose is higher than before (CTDIvol {before} and {after} mGy): less noise can make the later score lower."
    ),
    "rules_differ": _("The readings were scored by different rules ({before} and {after})."),
    "threshold_higher": _(
        "The threshold is higher than before ({before} and {after} HU): the later score is lower for it."
    ),
    "threshold_lower": _(
        "The threshold is lower than before ({before} and {after} HU): the later score is higher for it."
    ),
    "volume_methods_differ": _("The volumes were measured by different methods and are not comparable."),
    "phases_differ": _("The images are of different phases of the heartbeat ({before} and {after})."),
    "territories_differ": _(
        "{lesions:lesion|lesions} belong to another artery than before: the total can be compared, the arteries cannot."
    ),
    "not_covered": _(
        "{lesions:lesion|lesions} with an Agatston score of {agatston} lie where the other scan shows nothing: "
        "the totals are not of the same part of the heart."
    ),
    "to_zero": _(
        "No calcium is left of what was there: look at both scans before this is taken for a change, as movement "
        "and noise can hide calcium."
    ),
    "alignment_fair": _("The scans were aligned with fair agreement ({percent} %): look at the matches of lesions."),
    "alignment_poor": _("The scans could not be aligned well: the matches of lesions are not reliable."),
    "again_own_voltages": _("Not scored again by one protocol: the rules are for the tube voltage of each scan."),
    # Two or more readers, methods or rules on the same exams.
    "agreement_other_person": _(
        "{exam} has Patient IDs of different persons ({persons}): left out. If one was de-identified, say --other-ids."
    ),
    "agreement_several": _(
        "{method} has {count} readings of {exam} ({files}): left out, as nothing says which one is meant."
    ),
    "agreement_no_key": _("{method}: {exams:exam has|exams have} no {key} and could not be paired."),
    "agreement_lacks": _("{method} lacks {exams:exam|exams} that others have: {first:;}."),
    "agreement_alone": _("{exam} is in {method} alone."),
    "agreement_not_read": _("{method}: {exams:exam was|exams were} not read, or could not be scored, and left out."),
    "agreement_invalid": _(
        "{method}: {exams:exam has a score that does not hold|exams have scores that do not hold}: left out."
    ),
    "agreement_unreviewed": _(
        "{method}: {exams:exam holds|exams hold} marks of a program that no reader has confirmed."
    ),
    "agreement_not_opened": _("{file} was left out: {why}"),
    "agreement_few_exams": _("{first} and {second} have {exams:exam|exams} in common: intervals are wide."),
    "agreement_marks_lost": _(
        "{method}: of {exams:exam|exams} the images, or the marks that were scored, were not found, or the marks have "
        "changed since; lesions were not counted there."
    ),
    "agreement_lesions_not_read": _("{exam}: lesions were not counted: {why}"),
    "agreement_other_images": _("{exam}: the two were made on other images, so that lesions were not counted."),
}

NOTES = {
    "models_differ": _("The scanners are of different models ({before} and {after})."),
    "pixels_differ": _("The pixels are of different sizes ({before} and {after} mm)."),
    "spacings_differ": _("The distance between slices differs ({before} and {after} mm)."),
    "tube_voltage_unknown": _("The tube voltage of one of the scans is not known."),
    "readers_differ": _("The scans were read by different readers ({before} and {after})."),
    "dominance_differs": _("The coronary dominance was stated otherwise before."),
    "short_interval": _(
        "The scans are {days:day|days} apart: the change per year is a projection from less than a year."
    ),
    "body_mass_unknown": _(
        "The limit of the MESA study is not applied: height and weight are not known from the headers."
    ),
    "shifted_by_hand": _("The alignment was corrected by hand, by {shift_mm} mm."),
    # Two or more readers, methods or rules on the same exams.
    "agreement_other_rules": _("{first} and {second} score by rules of other names: {rules} and {others}."),
    "agreement_no_lesions": _("Lesions were not counted, as no marks with images of both are at hand: {pairs:;}."),
    "agreement_no_persons": _("{method} names no patient, so that it was not checked whose exams are paired."),
}
