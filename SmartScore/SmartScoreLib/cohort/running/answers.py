"""The answers to many exams, from processes that may die."""

import time
from collections import deque
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass

from SmartScoreLib.cohort.model import Exam, Rules
from SmartScoreLib.cohort.running.crews import Crew, Workers

_AHEAD = 2
"""Handfuls of exams for each worker: one at work, and one to begin with at once."""
_HANDFUL = 16
"""At most so many exams go to a worker together: small ones take less time than asking for them one by one."""
_BACK_AFTER_S = 0.5
"""After so long a worker gives back what it has not begun: of large exams a handful is one or two."""


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
    left = deque(tasks)
    while left:
        with crew() as workers:
            lost = yield from _until_broken(left, rules, workers)
        while lost:
            with crew() as workers:
                while lost:
                    task = lost.popleft()
                    answer = Answer(task, _alone(task, rules, workers.executor))
                    yield answer
                    if answer.line is None:
                        break


def _until_broken(left: deque[Task], rules: Rules, workers: Workers) -> Generator[Answer, None, deque[Task]]:
    """Answers as long as the workers live; the tasks that were in hand when they did not."""
    waiting: dict[Future[list[str]], list[Task]] = {}
    lost: deque[Task] = deque()
    while True:
        while left and not lost and len(waiting) < workers.count * _AHEAD:
            # Towards the end less, so that no worker is without work while another has some left.
            size = max(1, min(_HANDFUL, len(left) // (2 * workers.count * _AHEAD)))
            tasks = [left.popleft() for _ in range(size)]
            try:
                waiting[workers.executor.submit(score_some, tasks, rules)] = tasks
            except BrokenExecutor:
                lost.extend(tasks)
        if not waiting:
            return lost
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            tasks = waiting.pop(future)
            try:
                lines = future.result()
            except (BrokenExecutor, CancelledError):
                lost.extend(tasks)
            except Exception as error:
                if not _is_killed(error):
                    raise
                lost.extend(tasks)
            else:
                left.extendleft(reversed(tasks[len(lines) :]))
                for task, line in zip(tasks, lines, strict=False):
                    yield Answer(task, line)


def score_some(tasks: Sequence[Task], rules: Rules) -> list[str]:
    """The lines of the first of the tasks, one at least; what the processes of a run do."""
    # Who only asks has no need of what scores.
    from SmartScoreLib.cohort.records.exam import score_exam

    end, lines = time.perf_counter() + _BACK_AFTER_S, []
    for task in tasks:
        lines.append(score_exam(task.exam, rules, task.known_stamp))
        if time.perf_counter() >= end:
            break
    return lines


def _alone(task: Task, rules: Rules, executor: Executor) -> str | None:
    try:
        return executor.submit(score_some, [task], rules).result()[0]
    except BrokenExecutor:
        return None
    except Exception as error:
        if not _is_killed(error):
            raise
        return None


def _is_killed(error: Exception) -> bool:
    """Dask gave exams up, since several workers ended while they had them."""
    return type(error).__name__ == "KilledWorker"
