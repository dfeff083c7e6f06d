"""What the room cli has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "two_outputs": _("--json and --csv cannot both go to standard output."),
    "report_nowhere": _("Say where the report goes: --png DIR, --pdf FILE or both."),
    "nothing_chosen": _("Choose what to write: --physician, --patient, --screens, --reduced, or several of them."),
    "protocol": _("--protocol {name!r} is none of: {known:;}. A file of rules ends in .json."),
    "no_marks": _("Give the marks with --lesions FILE, or say with --confirm-zero that there is no coronary calcium."),
    "zero_auto": _("--confirm-zero is the word of a reader; it does not go with --lesions auto."),
    "water_alone": _("--water goes with --calibration."),
    "two_mass_factors": _("--mass-factor and --calibration exclude each other."),
    "region": _("{option} {given!r} is not {count} numbers separated by commas, with a radius above 0."),
    "reduced": _("--reduced {given!r} is not of the form A:B, such as 12:38."),
    "series_not_among": _("Series {wanted} was not found; found: {found}."),
    "series_not_found": _("Series {wanted} was not found; found: none."),
    "several_series": _("{count} series can be scored, choose one with --series: {names:;}."),
    "series_refused": _("Series {name}: {reason}"),
    "no_image": _("No DICOM image was found."),
    "result_not_written": _("{file} could not be written: {reason}."),
}
