"""The score of every series of a folder that has a file of marks, as a table.

    python docs/examples/score_folder.py trial/ct trial/ada

A file of marks is named like the folder of its exam: `trial/ada/P001.json` for `trial/ct/P001`. (`smartscore cohort`
does this for thousands of exams; here it is written out, to be changed.)
"""

import sys
from pathlib import Path

from SmartScoreLib import SmartScoreError, find_series, load_series, make_reading, read_marks

images, marks = Path(sys.argv[1]), Path(sys.argv[2])
print("exam", "agatston", "volume_mm3", "category", sep="\t")
for file in sorted(marks.iterdir()):
    exam = file.name.partition(".")[0]
    try:
        series = load_series(next(one for one in find_series(images / exam).candidates if one.scorable))
        reading = make_reading(series, read_marks(file, series))
    except SmartScoreError as error:
        print(exam, *error.reasons, sep="\t")
    except StopIteration:
        print(exam, "no series that can be scored", sep="\t")
    else:
        total = reading.sheet.total
        print(exam, f"{total.agatston:.1f}", f"{total.volume_mm3:.1f}", reading.interpretation.cac_drs, sep="\t")
