"""A Dask cluster does the same work, and survives the death of a worker."""

import os
import signal
from pathlib import Path

import pytest
from distributed import LocalCluster

from cohorts import Exams, same
from SmartScoreLib.cohort.exams.listing import Listing
from SmartScoreLib.cohort.model import Rules
from SmartScoreLib.cohort.request import Request
from SmartScoreLib.cohort.running.crews import dask_workers
from SmartScoreLib.cohort.running.run import run_cohort
from SmartScoreLib.remarks.errors import InputRefused


def test_a_cluster_of_which_a_worker_is_killed_gives_the_same_tables(exams: Exams, done: Path, tmp_path: Path) -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:

        def kill(count: int, total: int, what: str) -> None:
            if count == 2:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        request = Request(Listing(exams.ct, str(exams.marks)), Rules(), tmp_path / "out")
        found = run_cohort(request, lambda: dask_workers(cluster.scheduler_address), kill)
    assert found.outcomes == {"scored": 12}
    assert same(done, tmp_path / "out") == []


def test_workers_of_several_threads_are_refused(exams: Exams, tmp_path: Path) -> None:
    request = Request(Listing(exams.ct, str(exams.marks)), Rules(), tmp_path / "out")
    with (
        LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster,
        pytest.raises(InputRefused) as caught,
    ):
        run_cohort(request, lambda: dask_workers(cluster.scheduler_address))
    assert caught.value.remarks[0].code == "cohort.threads"
