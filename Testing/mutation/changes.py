"""mutmut, held to the changes that bounds are about: numbers, comparisons, arithmetic, logic and conditions.

Its other changes (texts in capitals, arguments left out or None) are left out: types and the catalog of remarks catch
nearly all of them, and they are most of its work. Slow tests come last, because most changes fail a quick one.
"""

import gc
import json
import sys
from collections.abc import Iterable, Iterator
from functools import _lru_cache_wrapper

from mutmut.__main__ import cli, collect_source_file_mutation_data
from mutmut.mutation import mutators
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.runners.harness import PytestRunner
from mutmut.state import state
from mutmut.stats import status_by_exit_code

from quick_tests import without_shrinking
from run import KILLED

SLOW_SECONDS = 0.2

KEPT = {
    mutators.operator_number,
    mutators.operator_swap_op,
    mutators.operator_remove_unary_ops,
    mutators.operator_keywords,
    mutators.operator_if_exp,
    mutators.operator_name,
}
# In place, and at the import of this file, so that worker processes have it whichever way they are started.
mutators.mutation_operators[:] = [pair for pair in mutators.mutation_operators if pair[1] in KEPT]

_in_any_order = PytestRunner._pytest_args_regular_run


def _slow_tests_last(self: PytestRunner, tests: Iterable[str]) -> list[str]:
    """The arguments of pytest: tests in the order of their files, but for slow ones."""

    def place(test: str) -> tuple[bool, str]:
        return state().duration_by_test.get(test, 0) > SLOW_SECONDS, test

    return _in_any_order(self, sorted(tests, key=place))


_with_caches = PytestRunner.run_tests


def _without_caches(self: PytestRunner, *, mutant_name: str | None, tests: Iterable[str]) -> int:
    """Run the tests of a change; what the run before it has left in caches of the library is forgotten."""
    for one in gc.get_objects():
        if isinstance(one, _lru_cache_wrapper) and one.__module__.startswith("SmartScoreLib."):
            one.cache_clear()
    return _with_caches(self, mutant_name=mutant_name, tests=tests)


PytestRunner.run_tests = _without_caches  # type: ignore[method-assign]
PytestRunner._pytest_args_regular_run = _slow_tests_last  # type: ignore[method-assign]
without_shrinking()


def results() -> Iterator[dict[str, str]]:
    """What became of each change, with the lines before and after for those that no test noticed."""
    for data, name, code in collect_source_file_mutation_data(mutant_names=())[0]:
        status = status_by_exit_code[code]
        lines = [] if status in KILLED else get_diff_for_mutant(name, path=data.path).splitlines()
        before = [line[1:].strip() for line in lines if line.startswith("-") and not line.startswith("---")]
        after = [line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++")]
        yield {"name": name, "status": status, "before": " ".join(before), "after": " ".join(after)}


if __name__ == "__main__":
    if sys.argv[1:] == ["results"]:
        print(json.dumps(list(results())))
    else:
        cli()
