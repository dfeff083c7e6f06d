"""What the room interpretation has to say."""

from SmartScoreLib.remarks.translation import _

LIMITS = {
    "percentile_diabetes": _(
        "The MESA percentile is of people without treated diabetes; this patient is said to have diabetes."
    ),
}

NOTES = {
    "invalid": _("Not available: the score is not valid."),
    "low_score_high_percentile": _(
        "The amount is small and still more than in {percentile} % of this group: most of them have less calcium or "
        "none."
    ),
    "unreviewed": _("Not available: no reader has confirmed the marks."),
    "not_read": _("Not available: no coronary calcium is marked, and no reader has confirmed that there is none."),
    "nothing_counts": _(
        "Not available: nothing that is marked in the coronary arteries counts, and no reader has confirmed that there "
        "is no calcium."
    ),
    "missing": _("Not available: {missing:words} not known."),
    "outside_ages": _("Not available: the reference covers ages {youngest} to {oldest}, the patient is {age}."),
    "diabetes": _("Arterial age is not defined for people with diabetes."),
    "risk_inputs_missing": _("Not available: not given: {missing:words}."),
    "risk_outside_ages": _("Not available: the risk score covers ages {youngest} to {oldest}, the patient is {age}."),
}
