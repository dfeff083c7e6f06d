"""What pages say of earlier scans, in English."""

TEXTS: dict[str, str] = {
    "followup_title": "Comparison with the scan of {date}",
    "followup_years": "Scans of {before} and {after}, {years} years apart.",
    "followup_dates": "Scans of {before} and {after}.",
    "followup_verdict_real": "Change of the Agatston score: real by every limit.",
    "followup_verdict_within_error": "Change of the Agatston score: within the error of measurement.",
    "followup_verdict_unclear": "Change of the Agatston score: unclear, limits contradict each other.",
    "followup_verdict_biased": "Change of the Agatston score: unclear, for the reasons below.",
    "followup_scores": "Agatston score {before}, then {after}, a change of {difference}.",
    "followup_scores_again": "By {rules}: {before}, then {after}, a change of {difference}.",
    "followup_counts": "Lesions: {counts}.",
    "followup_ungated": "ungated",
    "followup_column_change": "Change",
    "followup_column_per_year": "Per year",
    "followup_limits": "Change and limit",
    "followup_limit_sevrukov": "Sevrukov",
    "followup_limit_chung": "MESA",
    "followup_limit_square_root": "Square roots",
    "followup_again": "By {rules}",
    "followup_lesions_title": "What became of each lesion",
    "followup_alignment": "Alignment of the scans: {quality}, {percent} % agreement.",
    "followup_alignment_given": "Alignment of the scans: {quality}.",
    "followup_quality_good": "good",
    "followup_quality_fair": "fair",
    "followup_quality_poor": "poor",
    "followup_fate_new": "new",
    "followup_fate_grown": "grown",
    "followup_fate_same": "same",
    "followup_fate_smaller": "smaller",
    "followup_fate_gone": "gone",
    "followup_fate_merged": "merged",
    "followup_fate_split": "split",
    "followup_fate_outside_earlier": "not on the earlier scan",
    "followup_fate_outside_later": "not on the later scan",
    "followup_more": "{number} more.",
    "followup_course_title": "Course",
    "followup_course_about": "Score by age in years, over the percentiles of {population}.",
    "followup_remarks_title": "Remarks on the comparison",
    "followup_reference": "Limits of change: {citation}",
    "patient_change_title": "Since your earlier scan",
    "patient_change_up": "On {date} your score was {before}. Now it is {after}. The rise is more than two scans of "
    "one heart usually differ.",
    "patient_change_down": "On {date} your score was {before}. Now it is {after}. The fall is more than two scans of "
    "one heart usually differ.",
    "patient_change_within": "On {date} your score was {before}. Now it is {after}. Two scans of one heart can differ "
    "by this much, even if nothing has changed.",
    "patient_change_unclear": "On {date} your score was {before}. Now it is {after}. It is not certain that this is a "
    "real change: two scans of one heart can differ too.",
    "patient_change_zero": "On {date} no calcium was found either.",
    "patient_change_withheld": "The result cannot be compared with your scan of {date}.",
    "patient_change_limits": "The two scans were not made in the same way. That can change the number too.",
}

REMARKS: dict[str, str] = {}
"""None of its own: the texts of the catalog are English."""
