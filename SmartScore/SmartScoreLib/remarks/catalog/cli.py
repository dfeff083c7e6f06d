"""What the room cli has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "visual": _(
        "--visual {given!r} is not NAME=GRADE with a name out of {places} and a grade out of {grades} or 0 to 3."
    ),
    "same_person": _("--same-person states that they are one person; the result says so."),
    "two_outputs": _("Only one of --json, --csv and --text can go to standard output."),
    "report_nowhere": _("Say where the report goes: --png DIR, --pdf FILE, --text FILE, or several of them."),
    "template_alone": _("--text-template goes with --text."),
    "nothing_chosen": _(
        "Choose what to write: --physician, --patient, --screens, --physician-pdf, --patient-pdf, --reduced, "
        "--segmentation, --structured-report, --presentation, or several of them."
    ),
    "protocol": _("--protocol {name!r} is none of: {known:;}. A file of rules ends in .json."),
    "population": _("--population {name!r} is none of {known}. A file of one's own table ends in .csv."),
    "populations": _("--population can be given twice at most, with two different ones."),
    "no_marks": _("Give the marks with --lesions FILE, or say with --confirm-zero that there is no coronary calcium."),
    "zero_auto": _("--confirm-zero is the word of a reader; it does not go with --lesions {lesions}."),
    "organs_alone": _("--organs is for --lesions propose; it says nothing about marks that are given."),
    "mass_factor": _("--mass-factor {given!r} is neither a number nor one of {known}."),
    "water_alone": _("--water goes with the --calibration of an insert."),
    "two_mass_factors": _("--mass-factor, --calibration and --calibrations exclude each other."),
    "region": _("{option} {given!r} is not {count} numbers separated by commas, with a radius above 0."),
    "reduced": _("--reduced {given!r} is not of the form A:B, such as 12:38."),
    "no_reading": _("No saved reading was found; a reading is saved by: smartscore export ... --structured-report."),
    "several_read": _("Readings of {count} series were found, choose one with --series: {names:;}."),
    "cohort_what": _("Say which exams (a folder, a database or a table), and where the tables go: --out DIR."),
    "result_not_written": _("{file} could not be written: {reason}."),
}
