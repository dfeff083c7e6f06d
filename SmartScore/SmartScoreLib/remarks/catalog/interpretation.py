"""What the room interpretation has to say."""

from SmartScoreLib.remarks.translation import _

NOTES = {
    "unreviewed": _("Not available: no reader has confirmed the marks."),
    "missing": _("Not available: {missing:words} not known."),
    "outside_ages": _("Not available: the reference covers ages {youngest} to {oldest}, the patient is {age}."),
    "diabetes": _("Arterial age is not defined for people with diabetes."),
    "risk_inputs_missing": _("Not available: not given: {missing:words}."),
    "risk_outside_ages": _("Not available: the risk score covers ages {youngest} to {oldest}, the patient is {age}."),
}
