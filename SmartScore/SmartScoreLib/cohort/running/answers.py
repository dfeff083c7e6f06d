"""The answers to many exams, from processes that may die."""

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass

from SmartScoreLib.cohort.model import Exam, Rules
from SmartScoreLib.cohort.records.exam import score_exam
from SmartScoreLib.cohort.running.crews import Crew, Workers

_AHEAD = 2
"""Exams in hand for each worker: one at work, and one to begin with at once."""


@dataclass(frozen=True)
class Task:
    """One exam to be asked for, with the stamp of what is known of it."""

    number: int
    exam: Exam
    known_stamp: str = ""


@dataclass(frozen=True)
class Answer:
    """What came back: the line of `score_exam`; None where the process ended twice without one."""

    task: Task
    line: str | None


def answers(tasks: Iterable[Task], rules: Rules, crew: Crew) -> Generator[Answer, None, None]:
    """The answer to each task, in the order in which they come; a bounded number of exams is in hand at any time.

    Where a process dies, so do all of its pool: each exam that was in hand is asked for once more, by itself, so that
    only the one that kills its process is given up.

    Raises:
        SmartScoreError: a Dask cluster went away.
    """
    left = iter(tasks)
    while True:
        with crew() as workers:
            lost = yield from _until_broken(left, rules, workers)
        if lost is None:
            return
        for task in lost:
            with crew() as workers:
                yield Answer(task, _alone(task, rules, workers.executor))


def _until_broken(left: Iterator[Task], rules: Rules, workers: Workers) -> Generator[Answer, None, list[Task] | None]:
    """Answers as long as the workers live; the tasks that were in hand when they did not, or None at the end."""
    waiting: dict[Future[str], Task] = {}
    lost: list[Task] = []
    ended = False
    while True:
        while not ended and not lost and len(waiting) < workers.count * _AHEAD:
            task = next(left, None)
            if task is None:
                ended = True
                break
            try:
                waiting[workers.executor.submit(score_exam, task.exam, rules, task.known_stamp)] = task
            except BrokenExecutor:
                lost.append(task)
        if not waiting:
            return lost or None
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            task = waiting.pop(future)
            try:
                line = future.result()
            except (BrokenExecutor, CancelledError):
                lost.append(task)
            except Exception as error:
                if not _is_killed(error):
                    raise
                yield Answer(task, None)
            else:
                yield Answer(task, line)


def _alone(task: Task, rules: Rules, executor: Executor) -> str | None:
    try:
        return executor.submit(score_exam, task.exam, rules, task.known_stamp).result()
    except BrokenExecutor:
        return None


def _is_killed(error: Exception) -> bool:
    """Dask gave an exam up, since several workers ended while they had it."""
    return type(error).__name__ == "KilledWorker"
