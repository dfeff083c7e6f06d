"""What the room exports has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "cancelled": _("Saving was cancelled; nothing was written."),
    "nothing_chosen": _("Nothing was chosen to be written."),
    "no_patient_page": _(
        "There is no report for the patient of a chest CT that is not gated, or of an aortic valve alone; choose "
        "something else too."
    ),
    "screen_outside": _("Slice {slice} of the screen saves is not in the series."),
    "no_screens": _("No slice has a lesion, so there is no screen save to write."),
    "nothing_marked": _("Nothing is marked, so there is neither a segmentation nor a presentation state to write."),
    "source_inside": _(
        "The source file {file} lies inside the database folder {folder} but is not part of the database; move the "
        "images elsewhere, or choose another database folder."
    ),
    "temporary_inside": _(
        "The folder for temporary files, {temporary}, lies inside the database folder {folder}; set TMPDIR to another "
        "folder."
    ),
    "temporary_small": _(
        "The folder for temporary files, {temporary}, has {free_mb:.0f} MB free; {needed_mb:.0f} MB are needed. Free "
        "some space, or set TMPDIR to another folder."
    ),
    "writing": _("Writing failed: {reason}."),
    "writing_file": _("Writing failed: {reason} ({file})."),
}
NOTES = {
    "patient_page_left_out": _(
        "No report for the patient was written: there is none of a chest CT that is not gated, or of an aortic valve "
        "alone."
    ),
    "saved_again": _(
        "Results of this series are in the study already; they stay, and these have the next free series numbers "
        "(save {save})."
    ),
}
