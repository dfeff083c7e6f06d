"""A Dask cluster does the same work, and survives the death of a worker."""

import os
import runpy
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

EXAMPLE = Path(__file__).resolve().parents[3] / "docs" / "examples" / "dask_cohort.py"


def test_a_cluster_of_which_a_worker_is_killed_gives_the_same_tables_and_runs_the_example_of_the_documentation(
    exams: Exams, few: Exams, done: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:

        def kill(count: int, total: int, what: str) -> None:
            if count == 2:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        request = Request(Listing(exams.ct, str(exams.marks)), Rules(), tmp_path / "out")
        found = run_cohort(request, lambda: dask_workers(cluster.scheduler_address), kill)
        example = runpy.run_path(str(EXAMPLE))
        example["main"](str(few.ct), str(few.marks), str(tmp_path / "example"), cluster.scheduler_address)
    assert found.outcomes == {"scored": 12}
    assert same(done, tmp_path / "out") == []
    assert capsys.readouterr().out == "4 exams: 4 scored\n"


class Cluster:
    """What a cluster says of its workers."""

    def __init__(self, threads: dict[str, int]) -> None:
        self._threads = threads

    def nthreads(self) -> dict[str, int]:
        return self._threads

    def close(self) -> None:
        self._threads = {}


@pytest.mark.parametrize(("threads", "code"), [({"a": 1, "b": 2}, "cohort.threads"), ({}, "cohort.no_workers")])
def test_workers_of_several_threads_and_a_cluster_without_workers_are_refused(
    threads: dict[str, int], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("distributed.Client", lambda address, set_as_default: Cluster(threads))
    with pytest.raises(InputRefused) as caught, dask_workers("tcp://10.0.0.1:8786"):
        pass
    assert [one.code for one in caught.value.remarks] == [code]
