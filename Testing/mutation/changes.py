"""mutmut, held to the changes that bounds are about: numbers, comparisons, arithmetic, logic and conditions.

Its other changes (texts in capitals, arguments left out or None) are left out: types and the catalog of remarks catch
nearly all of them, and they are most of its work. Slow tests come last, because most changes fail a quick one.
"""

from collections.abc import Iterable

from mutmut.__main__ import cli
from mutmut.mutation import mutators
from mutmut.runners.harness import PytestRunner
from mutmut.state import state

from quick_tests import without_shrinking

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


PytestRunner._pytest_args_regular_run = _slow_tests_last  # type: ignore[method-assign]
without_shrinking()

if __name__ == "__main__":
    cli()
