"""mutmut, held to the changes that bounds are about: numbers, comparisons, arithmetic, logic and conditions.

Its other changes (texts in capitals, arguments left out or None) are left out: types and the catalog of remarks catch
nearly all of them, and they are most of its work.
"""

from mutmut.__main__ import cli
from mutmut.mutation import mutators

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

if __name__ == "__main__":
    cli()
