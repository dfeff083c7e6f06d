"""Score a cohort on a Dask cluster; `smartscore[cohort]` brings Dask.

python docs/examples/dask_cohort.py trial/ct trial/ada trial/results                          two processes here
python docs/examples/dask_cohort.py trial/ct trial/ada trial/results tcp://10.0.0.1:8786      a cluster that runs
"""

import sys

from distributed import LocalCluster

from SmartScoreLib import score_cohort


def main(images: str, marks: str, out: str, scheduler: str = "") -> None:
    """Score every exam of a folder by its marks."""
    if scheduler:
        done = score_cohort(images, out, marks, scheduler=scheduler)
    else:
        # An exam needs a process of its own: one thread each.
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            done = score_cohort(images, out, marks, scheduler=cluster.scheduler_address)
    print(f"{done.exams} exams:", *(f"{count} {outcome}" for outcome, count in done.outcomes.items()))


if __name__ == "__main__":  # the workers start this file anew
    main(*sys.argv[1:])
