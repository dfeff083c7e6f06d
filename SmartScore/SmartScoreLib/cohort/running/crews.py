"""Who works on exams: processes of this machine, or the workers of a Dask cluster. Both are executors of Python."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from concurrent.futures.process import ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from SmartScoreLib.remarks.catalog import remark
from SmartScoreLib.remarks.errors import InputRefused, SmartScoreError, WrongUsage


@dataclass(frozen=True)
class Workers:
    """An executor and how many exams it works on at the same time."""

    executor: Executor
    count: int


Crew = Callable[[], AbstractContextManager[Workers]]
"""Makes workers; asked again where they are lost."""


def crew_of(scheduler: str | None = None, jobs: int | None = None) -> Crew:
    """The workers that were asked for.

    Args:
        scheduler: the address of a Dask cluster; None for processes of this machine.
        jobs: how many processes; None for one a core that this one may use.

    Raises:
        WrongUsage: both are given, or there would be no process.
    """
    if scheduler is not None:
        if jobs is not None:
            raise WrongUsage(remark("cohort.jobs_and_scheduler"))
        return lambda: dask_workers(scheduler)
    if jobs is not None and jobs < 1:
        raise WrongUsage(remark("cohort.jobs", jobs=jobs))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return lambda: processes(jobs or cores)


@contextmanager
def processes(count: int) -> Iterator[Workers]:
    """Processes of this machine; an interrupt ends them at once, and they end when this process does."""
    context = multiprocessing.get_context("spawn")  # the same on every system, and no threads of ours inside
    executor = ProcessPoolExecutor(count, context, _begin)
    try:
        yield Workers(executor, count)
    except BaseException:
        _end(executor)
        raise
    executor.shutdown()


def _begin() -> None:
    """The start of a process: Ctrl-C is for the one that asks; where that is gone, this one has nothing to live for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # One exam keeps one core busy; ITK would start threads for every core in every process.
    os.environ.setdefault("ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS", "1")
    parent = multiprocessing.parent_process()
    assert parent is not None

    def follow() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _end(executor: ProcessPoolExecutor) -> None:
    for process in list((executor._processes or {}).values()):
        process.terminate()
    executor.shutdown(wait=True, cancel_futures=True)


@contextmanager
def dask_workers(address: str) -> Iterator[Workers]:
    """The workers of a Dask cluster, one thread each; it brings back by itself what a worker that died was at.

    Raises:
        SmartScoreError: Dask is not installed, or the cluster cannot be used.
    """
    try:
        from distributed import Client
    except ImportError:
        raise SmartScoreError(remark("cohort.no_dask")) from None
    try:
        client = Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise InputRefused(remark("cohort.no_scheduler", address=address, reason=reason)) from error
    try:
        threads = client.nthreads()
        if not threads:
            raise InputRefused(remark("cohort.no_workers", address=address))
        if set(threads.values()) != {1}:
            raise InputRefused(remark("cohort.threads", address=address))
        yield Workers(client.get_executor(pure=False), len(threads))
    finally:
        client.close()
