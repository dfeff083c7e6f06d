"""What the room reading has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "unreviewed": _(
        "A report needs marks that a reader has confirmed, and these were made automatically; "
        "mark the lesions by territory, or write the screen saves alone to look at the candidates."
    ),
    "not_read": _(
        "Nothing was read: no coronary calcium is marked, and a zero is what a reader states. Mark the lesions, or "
        "confirm that there is no coronary calcium (--confirm-zero, in the panel the box of that name)."
    ),
    "chest_not_read": _(
        "Nothing was read: the chest CT has neither a visual grade nor a mark. Give the grade of the patient "
        "(--visual, in the panel under the reading), mark the lesions, or confirm that there is no coronary calcium."
    ),
    "valve_not_read": _("Nothing was read: no calcium of the aortic valve is marked."),
    "person_unreadable": _("{file} could not be read: {error}."),
    "person_no_json": _("{file} is not valid JSON: {error}."),
    "person_no_object": _("{file} is not a JSON object."),
    "person_unknown_field": _("{file}: {field} is none of {known}."),
    "person_choice": _("{file}: {field} {value} is none of {known}."),
    "person_range": _("{file}: {field} {value} is not a number from {least} to {most}."),
    "person_whole_years": _("{file}: {field} {value} is not a whole number of years."),
    "person_text": _("{file}: {field} {value} is not a text."),
    "person_flag": _("{file}: {field} {value} is neither true nor false."),
    # A saved reading.
    "series_gone": _("The images that the reading was made on are gone, or lie elsewhere (series {uid})."),
    "images_gone": _("{images:image|images} of those that the reading was made on are gone (series {uid})."),
    "other_images": _("The images of series {uid} do not form the volume that the reading was made on."),
    "segmentation_gone": _("The segmentation that holds the marks of the reading is gone, or lies elsewhere ({uid})."),
    "report_gone": _("{file} is gone, or is no structured report of a reading."),
    "report_damaged": _("{file} does not hold all that a reading needs: {fault}."),
}

LIMITS = {
    "scored_otherwise": _(
        "The reading was saved with an Agatston score of {saved:.3f}; opened again, its marks give {now:.3f}."
    ),
    "earlier_remark": _("{words} (saved by another version)"),
    "age_differs": _("An age of {given} years was given; DICOM says {dicom}."),
    "sex_differs": _("The sex was given as {given:words}; DICOM says {dicom:words}."),
    "chest_gated": _("The images say that they were made with ECG gating; they are read as if they were not gated."),
    "graded_none_but_marked": _("By eye there is no calcium in {vessels}; calcium that counts is marked there."),
    "patient_none_but_marked": _("By eye there is no coronary calcium; coronary calcium that counts is marked."),
    "smoking_differs": _("The smoking status that was given contradicts DICOM."),
}

NOTES = {
    "chest_recognised": _(
        "The images say that they were made without ECG gating: read as a chest CT that is not gated."
    ),
}
