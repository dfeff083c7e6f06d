"""Numbers outside of functions, which mutmut leaves alone: constants of modules and defaults of dataclasses."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ConstantChange:
    """One number of a file, made larger and made smaller.

    `line` is counted from 1, columns from 0 in bytes, as Python's parser does.
    """

    file: Path
    line: int
    start: int
    end: int
    before: str
    after: str
    statement: str

    def applied(self, source: bytes) -> bytes:
        """The source with the other number."""
        lines = source.split(b"\n")
        text = lines[self.line - 1]
        lines[self.line - 1] = text[: self.start] + self.after.encode() + text[self.end :]
        return b"\n".join(lines)


def constant_changes(file: Path) -> Iterator[ConstantChange]:
    """Each number that is assigned outside of functions, a tenth up and down (whole numbers by one)."""
    source = file.read_bytes()
    for number in _numbers(ast.parse(source)):
        if number.lineno != number.end_lineno or number.end_col_offset is None:
            continue
        line = source.split(b"\n")[number.lineno - 1]
        before = line[number.col_offset : number.end_col_offset].decode()
        value = number.value
        assert isinstance(value, int | float)
        others = (value + 1, value - 1) if isinstance(value, int) else (value * 1.1 or 0.1, value * 0.9 or -0.1)
        for other in others:
            yield ConstantChange(
                file,
                number.lineno,
                number.col_offset,
                number.end_col_offset,
                before,
                repr(other),
                line.decode().strip(),
            )


def _numbers(node: ast.AST) -> Iterator[ast.Constant]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        return
    if isinstance(node, ast.AnnAssign):  # types are for mypy
        if node.value is not None:
            yield from _numbers(node.value)
        return
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _numbers(child)
