"""The page of all remarks: by what they do to a result, by where they come from, with what to do."""

import re
from collections.abc import Iterator

from SmartScoreLib.remarks.catalog import every_row
from SmartScoreLib.remarks.model import Severity

SEVERITIES = {
    Severity.REFUSAL: (
        "Refusals",
        "Nothing was done, and nothing was changed. The sentence names the file and the attribute at fault; correct "
        "them, or choose other files, and run it again.",
    ),
    Severity.INVALID: (
        "What makes a score invalid",
        "The numbers are shown, and mean nothing: category, percentile, age and risk are withheld on every page. Score "
        "a series without this fault.",
    ),
    Severity.LIMITS: (
        "What limits a score",
        "The score holds with less certainty, or is not comparable with others. The sentence stays with the result and "
        "is printed on the report; decide whether it matters for this patient.",
    ),
    Severity.NOTE: ("Notes", "What the reader of a result may want to know. Nothing needs to be done."),
}

ROOMS = {
    "series": "Images",
    "lesions": "Marks",
    "scoring": "Rules and scores",
    "quality": "Phantom and mass",
    "proposal": "Proposals and zero",
    "interpretation": "What a score is compared with",
    "reading": "Readings",
    "comparison": "Comparing",
    "cohort": "Many exams",
    "reports": "Reports",
    "dicomwriting": "Writing DICOM",
    "exports": "Saving",
    "database": "DICOM database",
    "scene": "In Slicer's scene",
    "desktop": "In the panel",
    "cli": "Command line",
    "api": "Python",
}

REFUSED = {
    "series": "`smartscore check PATH` lists all reasons at once. What a scanner or a PACS wrote is best fetched "
    "again, as original, uncompressed or losslessly compressed CT images; nothing is guessed in its place.",
    "series.several": "Add one of the lines that are printed, such as `--series 2`, to the command.",
    "series.not_among": "Add one of the lines that are printed, such as `--series 2`, to the command.",
    "series.no_decoder": 'Outside of Slicer: `pip install "smartscore[decoders]"`.',
    "series.lossy": "Fetch the original images: no decoder brings back what was taken away.",
    "series.multiframe": "Ask the PACS for the classic series, or convert it (dcm4che `emf2sf`).",
    "series.slice": "Import the study again, whole. A gap is not filled.",
    "series.same_": "Take the copies out, or separate the two acquisitions into two folders.",
    "series.sheared": "Have the series reconstructed without the tilt of the gantry.",
    "series.shifted_values": "Fetch the images again from their source: a program on the way lost Rescale Intercept.",
    "series.one_image": "Give the folder, not a file of it.",
    "lesions": "The file of marks is at fault, or belongs to another series. [Bring marks from elsewhere]"
    "(../howto/marks.md) has each kind.",
    "lesions.below_threshold": "Click on the bright part itself; zoom in, or lower the threshold if your rules do.",
    "lesions.too_large": 'Use *One slice* (`S`; in JSON `"in_slice": true`), or paint it.',
    "lesions.thread": 'Use *One slice* (`S`; in JSON `"in_slice": true`) if it is calcium after all.',
    "lesions.seed_": 'Correct this entry of the list "seeds". Places are LPS in mm, or column, row and slice from 0.',
    "lesions.seed_too_large": 'Add `"in_slice": true` to the seed, or paint the lesion.',
    "lesions.labels_not_named": "`--labels 1=LAD,2=LCX`, or `--names FILE`; labels are never guessed.",
    "lesions.other_picture": "Look at the marks over the images. Are they right, `--trust-marks` takes them.",
    "lesions.forms_differ": "`--nifti-form sform` or `qform`: look at both over the images.",
    "lesions.other_frame": "Give the series that the marks were made on.",
    "lesions.clicks_of_series": "Give the series that the clicks were made on, or take the UID out of the file.",
    "scoring": "Correct the rule. [Score by your own rules](../howto/own_rules.md) has the format.",
    "scoring.below_threshold": "The mark counts nothing: take it out, or keep it, as it changes no number.",
    "scoring.too_": "The mark counts nothing: take it out, or keep it, as it changes no number.",
    "quality": "[Check a scanner, and measure mass](../howto/phantom_check.md) says what is needed.",
    "proposal": "See [let the program find the calcium](../howto/proposals.md).",
    "proposal.zero_contradicted": "Take the coronary marks out, or do not confirm a zero.",
    "proposal.zero_unreviewed": "Go through the proposals first; a zero is what a reader has seen.",
    "interpretation": "The table of a population is at fault, in the line that is named. [The format]"
    "(../howto/own_population.md).",
    "interpretation.no_population": "Give one of those that are named, or a file that ends in .csv.",
    "reading": "See [Save a reading and open it again](../howto/saved_readings.md).",
    "reading.not_read": "Mark the lesions, or state the zero: `--confirm-zero`, or the box in the panel.",
    "reading.chest_not_read": "Grade by eye, mark, or both: [chest CT](../howto/chest_ct.md).",
    "reading.unreviewed": "Accept or reject the proposals in the panel; a program's marks give no report.",
    "reading.person_": "Correct the file of `--person`: a JSON object with the fields that are named.",
    "reading.series_gone": "Give the folder of the images, too: `smartscore readings READING IMAGES`.",
    "reading.images_gone": "Give the folder of the images, too: `smartscore readings READING IMAGES`.",
    "comparison": "See [earlier scans](../howto/followup.md), and [readers compared](../howto/agreement.md).",
    "comparison.one_id": "Correct the ID at its source. If you know that it is one person: `--same-person`.",
    "comparison.two_ids": "If you know that it is one person: `--same-person`; the result says so.",
    "comparison.agreement_extra_missing": '`pip install "smartscore[cohort]"`.',
    "cohort": "See [score many exams](../howto/cohort.md). What was done is kept; the same command goes on.",
    "cohort.no_dask": '`pip install "smartscore[cohort]"`.',
    "cohort.no_parquet_reader": '`pip install "smartscore[cohort]"`, or give the table as CSV.',
    "cohort.no_marks": "Name the file of marks like the folder of the exam, or give a table.",
    "cohort.in_use": "Wait for it, or give another `--out`.",
    "reports": "See [the report as text](../howto/report_text.md) for templates.",
    "reports.no_pdf_library": '`pip install "smartscore[pdf]"`. In Slicer Qt makes the PDF.',
    "dicomwriting": "Nothing was written. The source image is at fault, or the disk; identifiers are never made up.",
    "dicomwriting.device": "Correct the JSON file of `--device`.",
    "dicomwriting.written": "What was written did not pass our own check, and nothing was kept: please report it.",
    "exports": "Nothing was written: correct what is named, and save again.",
    "exports.temporary": "Set the variable TMPDIR to a folder with enough room.",
    "exports.nothing_chosen": "Choose what to write: [Send the result to a PACS](../howto/pacs.md).",
    "database": "Nothing was written. Choose a new or empty folder as database, or mend the one that is named.",
    "database.locked": "Wait until the import in the other program is done, and save again.",
    "database.version": "Open the folder once in Slicer 5.10 or later and choose *Update*.",
    "database.disk": "Free some space; the export is all or nothing.",
    "database.other_files": "Choose a new or empty folder.",
    "scene": "Choose another volume or segmentation in the panel; the tooltip of what is grey says the same.",
    "scene.images_lost": "Import the series again. Scoring works without; saving to DICOM does not.",
    "scene.files_lost": "Import the series again. Scoring works without; saving to DICOM does not.",
    "desktop": "Nothing was written; save once more.",
    "cli": "`smartscore COMMAND --help` has every option with examples; so has [the reference](commands.md).",
    "api": "Correct the argument that is named.",
}
"""What to do about a refusal, by the beginning of its code: the longest one holds."""


def remarks() -> Iterator[str]:
    """Every remark with a heading of its own, which is its anchor."""
    rows = sorted(every_row().items(), key=lambda one: (list(ROOMS).index(room_of(one[0])), one[0]))
    for severity, (title, advice) in SEVERITIES.items():
        yield from (f"## {title}", "", advice, "")
        before = ""
        for code, row in rows:
            if row.severity is not severity:
                continue
            if (room := room_of(code)) != before:
                before = room
                yield from (f"### {title}: {ROOMS[room]}", "")
                if severity is Severity.REFUSAL and room in REFUSED:
                    yield from (REFUSED[room], "")
            yield from (f"#### `{code}`", "", said(row.text), "")
            own = advice_of(code) if severity is Severity.REFUSAL else ""
            if own and own != REFUSED.get(room):
                yield from (f"*What to do:* {own}", "")


def room_of(code: str) -> str:
    """Where a remark is said."""
    return code.split(".")[0]


def advice_of(code: str) -> str:
    """What to do about a refusal."""
    return REFUSED[max((start for start in REFUSED if code.startswith(start)), key=len)]


def said(text: str) -> str:
    """The text with its values in italics; of two forms, by number, the second."""
    text = re.sub(r"\{(\w+):quoted\}", r' "{\1}"', text.replace("{where}", " ({file})"))
    named = re.sub(r"\{\{(\w+)\}\}", r"`{\1}`", text)
    named = re.sub(r"(?<!`)\{(\w+):([^|{}]*)\|([^{}]*)\}", r"\0@\1@ \3", named).replace("\0", "")
    named = re.sub(r"(?<!`)\{(\w+)[^}]*\}", r"@\1@", named)
    named = named.replace("<", "&lt;").replace("*", "\\*").replace("|", "\\|")
    return re.sub(r"@(\w+)@", r"*\1*", named)
