"""What the room interpretation has to say."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "no_population": _("{name!r} is no reference population; there are {known}."),
    "populations": _("A score is compared with one population or two, not with {count} (at most {most})."),
    # A site's own table of a reference population; {row} is file and line.
    "table_unreadable": _("{file} could not be read: {error}."),
    "table_no_text": _("{file} is not a text in UTF-8."),
    "table_about": _('{file}: a line "# {what}: ..." is missing before the header; pages print it.'),
    "table_name_taken": _("{file}: {name} is the name of another population; give the table another one."),
    "table_long_name": _("{file}: the name is not one line of up to {longest} characters."),
    "table_people": _('{file}: "# people: {value}" is not a whole number.'),
    "table_column": _("{file}: the column {column} is missing."),
    "table_unknown_column": _(
        '{file}: the column "{column}" is none of sex, group, age_from, age_to, p1 to p99, nonzero_percent.'
    ),
    "table_twice": _("{file}: the column {column} stands there twice."),
    "table_no_percentile": _("{file}: there is no column of a percentile, such as p50."),
    "table_empty": _("{file}: there is no row below the header."),
    "table_cells": _("{row}: the row has not as many cells as the header."),
    "table_sex": _('{row}: the sex "{value}" is neither male nor female.'),
    "table_ages": _('{row}: the ages "{value}" are not whole years from 0 to {oldest}, the lower one first.'),
    "table_score": _('{row}: {column} "{value}" is not a score of 0 or more.'),
    "table_falls": _("{row}: {column} is less than a lower percentile of the row."),
    "table_nonzero": _('{row}: nonzero_percent "{value}" is not a whole number from 0 to 100.'),
    "table_contradicts": _("{row}: {column} does not fit nonzero_percent {percent}."),
    "table_group": _("{row}: the group is empty, and other rows have one."),
    "table_overlap": _("{row}: ages from {age} on overlap with a row of the same sex and group that ends at {before}."),
    "table_gap": _("{row}: ages jump from {before} to {age}; rows of a sex and group must follow each other."),
}

LIMITS = {
    "percentile_diabetes": _(
        "The percentile of {population} is of people without treated diabetes; this patient is said to have diabetes."
    ),
}

NOTES = {
    "invalid": _("Not available: the score is not valid."),
    "very_high_score": _("Agatston score of {least} or more."),
    "left_main": _("Calcium in the left main coronary artery."),
    "high_percentile": _("At or above the {percentile}th percentile of {population}."),
    "low_score_high_percentile": _(
        "The amount is small and still more than in {percentile} % of this group: most of them have less calcium or "
        "none."
    ),
    "ungated": _("Not available: the scan is read as a chest CT that is not gated."),
    "valve_ungated": _("Severe aortic stenosis is not graded: the bounds are of gated scans."),
    "valve_sex": _("Severe aortic stenosis is not graded: the bounds differ by sex, and the sex is not known."),
    "unreviewed": _("Not available: no reader has confirmed the marks."),
    "not_read": _("Not available: no coronary calcium is marked, and no reader has confirmed that there is none."),
    "nothing_counts": _(
        "Not available: nothing that is marked in the coronary arteries counts, and no reader has confirmed that there "
        "is no calcium."
    ),
    "missing": _("Not available: {missing:words} not known."),
    "no_group": _("Not available: {population} has no such group."),
    "outside_ages": _("Not available: the reference covers ages {youngest} to {oldest}, the patient is {age}."),
    "diabetes": _("Arterial age is not defined for people with diabetes."),
    "risk_inputs_missing": _("Not available: not given: {missing:words}."),
    "risk_outside_ages": _("Not available: the risk score covers ages {youngest} to {oldest}, the patient is {age}."),
    "risk_outside": _("Not available: the equations cover {what:words} from {least} to {most}; here {value}."),
}
