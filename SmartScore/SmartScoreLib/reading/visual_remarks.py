"""Grades by eye beside the marks of the same reading: where one denies what the other shows."""

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.model import Remark
from SmartScoreLib.scoring.model import ScoreSheet
from SmartScoreLib.scoring.score import vessel_scores


def visual_remarks(sheet: ScoreSheet) -> tuple[Remark, ...]:
    """A word for vessels, or else the patient, that are graded "none" and have calcium that counts.

    A vessel has the calcium of its branches, too. Calcium of no known vessel is that of the patient.
    """
    if not sheet.reviewed:
        return ()
    scores = vessel_scores(sheet.territories, sheet.dominance)
    marked = tuple(key for key, grade in sheet.visual.of_vessels.items() if grade == "none" and scores[key] > 0)
    if marked:
        return (remark("reading.graded_none_but_marked", vessels=marked),)
    if sheet.visual.patient == "none" and sheet.total.lesions:
        return (remark("reading.patient_none_but_marked"),)
    return ()
