"""What is said of readings of two or more readers, methods or rules that are compared."""

from SmartScoreLib.remarks.translation import _

REFUSALS = {
    "unreadable": _("{file} could not be read: {fault}."),
    "table_lacks": _("{file} has no column {column}; it has: {known}."),
    "no_territory": _("{file}, row {row}: {name!r} is no territory."),
    "row_twice": _("{file}, row {row}: a second row of {territory} for the same exam by the same method."),
    "no_number": _("{file}, row {row}, column {column}: {text!r} is no number from 0 on."),
    "no_column": _("No exam has a {column} to tell methods apart by; what they have: {known}."),
    "one_method": _(
        "There is one method only ({names}); give two, or a column that tells them apart (--by reader, --by protocol)."
    ),
    "same_name": _("Two methods are called {name}; name them: first={name} second={name}."),
    "no_such_key": _("{method}: no exam has a {key} to be paired by; what they have: {known}. Choose with --key."),
    "nothing_pairs": _("No exam of one method is an exam of another; they were paired by {key}."),
    "no_reference": _("The reference {name!r} is none of the methods: {known}."),
    "no_exam": _("{file} holds no exam: neither scores, nor saved readings."),
    "marks_need_images": _("{file} holds marks; give the images that they lie on with --images."),
    "which_series": _(
        "{file} does not say which series it marks, and the images hold {count} that can be scored; give the images of "
        "one, or score many exams with smartscore cohort and compare its tables."
    ),
    "series_not_there": _("{file} marks series {uid}, which is not among the images, or cannot be scored."),
    "extra_missing": _('Comparing needs {package}, which is not installed: pip install "smartscore[cohort]".'),
    "no_classification": _("There is no classification {given!r}; known are: {known}."),
    "no_format": _("--formats {given!r} is none of {known}."),
    "columns_form": _("--columns {given!r} is not of the form total_agatston=AJ130."),
    "not_written": _("{file} could not be written: {fault}."),
}

LIMITS = {
    "other_person": _(
        "{exam} has Patient IDs of different persons ({persons}): left out. If one was de-identified, say --other-ids."
    ),
    "several": _("{method} has {count} readings of {exam} ({files}): left out, as nothing says which one is meant."),
    "no_key": _("{method}: {exams:exam has|exams have} no {key} and could not be paired."),
    "lacks": _("{method} lacks {exams:exam|exams} that others have: {first:;}."),
    "alone": _("{exam} is in {method} alone."),
    "not_read": _("{method}: {exams:exam was|exams were} not read, or could not be scored, and left out."),
    "invalid": _("{method}: {exams:exam has a score that does not hold|exams have scores that do not hold}: left out."),
    "unreviewed": _("{method}: {exams:exam holds|exams hold} marks of a program that no reader has confirmed."),
    "not_opened": _("{file} was left out: {why}"),
    "few_exams": _("{first} and {second} have {exams:exam|exams} in common: intervals are wide."),
    "lesions_not_read": _("{exam}: lesions were not counted: {why}"),
    "other_images": _("{exam}: the two were made on other images, so that lesions were not counted."),
}

NOTES = {
    "other_rules": _("{first} and {second} score by rules of other names: {rules} and {others}."),
    "no_lesions": _("Lesions were not counted, as no marks with images of both are at hand: {pairs:;}."),
    "no_persons": _("{method} names no patient, so that it was not checked whose exams are paired."),
}
