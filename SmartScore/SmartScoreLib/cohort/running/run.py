"""A run over a cohort: what is known is kept, the rest is asked for, and the tables are written of all of it."""

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from SmartScoreLib.cohort.exams.listing import list_exams
from SmartScoreLib.cohort.model import Cohort, Rules
from SmartScoreLib.cohort.records.record import Source, failed_record, software
from SmartScoreLib.cohort.request import Request, Summary
from SmartScoreLib.cohort.results.pseudonyms import read_or_make_secret
from SmartScoreLib.cohort.results.write import clear_drafts, write_results
from SmartScoreLib.cohort.running.answers import Answer, Task, answers
from SmartScoreLib.cohort.running.crews import Crew
from SmartScoreLib.cohort.running.journal import Journal, exam_keys, not_written, opened_journal
from SmartScoreLib.progress import Progress, silent
from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import Cancelled, SmartScoreError

_STATE = "progress"


def run_cohort(request: Request, crew: Crew, progress: Progress = silent) -> Summary:
    """Score every exam and write the tables; the same exams give the same bytes in whatever order and pieces.

    Args:
        request: what to do.
        crew: the processes that do it.
        progress: called as progress(done, total, what).

    Raises:
        InputRefused: there are no exams, or another run is at work in the folder.
        SmartScoreError: a file cannot be written, or a Dask cluster cannot be used; what is done is kept.
        Cancelled: by an interrupt or by `progress`; what is done is kept.
    """
    apart = [request.tables, *([request.keys] if request.keys else [])]
    cohort = list_exams(request.listing, apart)
    try:
        names = None if request.keys is None else read_or_make_secret(request.keys, request.tables)
        request.tables.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_written(Path(error.filename or request.tables), error) from error
    # What is done has names in it, so that it lies with the keys where the tables have none.
    with opened_journal((request.keys or request.tables) / _STATE) as journal:
        clear_drafts(request.tables)
        keys = exam_keys(cohort.exams, request.rules)
        kept = _complete(cohort, keys, request.rules, journal, crew, progress)
        try:
            return write_results(request, cohort, [journal.reader(key) for key in keys], names, kept)
        except OSError as error:
            raise not_written(Path(error.filename or request.tables), error) from error


def _complete(cohort: Cohort, keys: list[str], rules: Rules, journal: Journal, crew: Crew, progress: Progress) -> int:
    """Ask for every exam, and keep each answer at once; how many were known already and have not changed."""
    total, done, kept = len(keys), 0, 0
    tasks = (Task(number, exam, _stamp(journal, keys[number])) for number, exam in enumerate(cohort.exams))
    progress(0, total, "scoring exams")
    try:
        with closing(answers(tasks, rules, crew)) as coming:
            for answer in coming:
                found = _parsed(answer, rules)
                if "records" in found:
                    journal.add(keys[answer.task.number], found)
                else:
                    kept += 1
                done += 1
                progress(done, total, "scoring exams")
    except (KeyboardInterrupt, Cancelled):
        raise Cancelled(remark("cohort.stopped", done=done, total=total)) from None
    return kept


def _stamp(journal: Journal, key: str) -> str:
    entry = journal.entry(key)
    return "" if entry is None or entry.again else entry.stamp


def _parsed(answer: Answer, rules: Rules) -> dict[str, Any]:
    """The answer as JSON; an exam that ended its process twice gets one that says so.

    Raises:
        SmartScoreError: a worker has another version of this software.
    """
    if answer.line is None:
        reasons = (remark("cohort.worker_died"),)
        records = [failed_record(Source(answer.task.exam), one, reasons) for one in rules.protocols or (None,)]
        return {
            "stamp": "",
            "again": True,
            "records": [{"values": one.values, "lesions": []} for one in records],
            "timing": {},
        }
    found: dict[str, Any] = json.loads(answer.line)
    if found["software"] != software():
        raise SmartScoreError(remark("cohort.other_software", worker=found["software"], own=software()))
    return found
