"""What is read beside the coronary score of a gated scan, as data: visual grades, and the aortic valve."""

from typing import Any

from SmartScoreLib.interpretation.valve import SOURCE, aortic_valve
from SmartScoreLib.lesions.visual import MOST_WESTON
from SmartScoreLib.reading.model import Reading
from SmartScoreLib.remarks.english import english
from SmartScoreLib.scoring.model import ScoreSheet


def agatston_label(sheet: ScoreSheet) -> str:
    """What the Agatston scores of a sheet are called: those of a scan that is not gated are said to be so."""
    return "Agatston score, ungated" if sheet.mode == "chest" else "Agatston score"


def visual_json(sheet: ScoreSheet) -> dict[str, Any] | None:
    """The grades by eye, null where none was given; "weston" is null unless all four vessels are graded."""
    grades = sheet.visual
    if not grades.given:
        return None
    return {
        "patient": grades.patient,
        "vessels": grades.of_vessels,
        "cac_drs": grades.cac_drs,
        "vessels_with_calcium": grades.vessels,
        "weston": grades.weston,
        "weston_most": MOST_WESTON,
    }


def valve_json(reading: Reading) -> dict[str, Any] | None:
    """The grade of the aortic valve, or the reason why there is none; null where no calcium of it counts."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    if found is None:
        return None
    bounds = found.bounds
    return {
        "agatston": found.agatston,
        "severe_stenosis": found.grade,
        "reason": None if found.reason is None else english(found.reason),
        "bounds": None
        if bounds is None
        else {
            "unlikely_below": bounds.unlikely_below,
            "likely_from": bounds.likely_from,
            "very_likely_from": bounds.very_likely_from,
        },
        "caveat": "With low flow, severe stenosis is possible at lower scores.",
        "source": SOURCE,
    }


def valve_cell(reading: Reading) -> str | None:
    """The grade for a table, or None."""
    found = aortic_valve(reading.sheet, reading.interpretation.person)
    return None if found is None else found.grade
