"""Numbers outside of functions, which mutmut leaves alone: constants of modules and defaults of dataclasses."""

import ast
import compileall
import importlib
import multiprocessing
import os
import resource
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from py_compile import PycInvalidationMode

from quick_tests import without_shrinking

# What nearly all tests import and no change touches: imported once, before the process of a change is split off.
_IMPORTED_ONCE = ("hypothesis", "numpy", "pydicom", "pytest", "scipy.ndimage", "SimpleITK", "highdicom", "PIL.Image")
_MOST_SECONDS = 300


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
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
        return
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _numbers(child)


def tested(
    changes: Sequence[ConstantChange], folder: Path, tests: Sequence[str]
) -> Iterator[tuple[ConstantChange, str]]:
    """What became of each change: the tests run in a copy of `folder / "src"` with it, as many at once as cores.

    Raises:
        SystemExit: the tests fail without any change.
    """
    if not changes:
        return
    # By hash, not by time: a number of as many digits, changed within a second, would pass for the file before.
    compileall.compile_dir(folder / "src", quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)
    for module in _IMPORTED_ONCE:
        importlib.import_module(module)
    context, waiting = multiprocessing.get_context("fork"), list(changes)
    unchanged = context.Process(target=_test, args=(None, folder, tests))
    unchanged.start()
    unchanged.join()
    if unchanged.exitcode:
        sys.exit(f"the tests fail without any change: {' '.join(tests)}")
    running: dict[int, tuple[BaseProcess, ConstantChange]] = {}
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            change = waiting.pop(0)
            started = context.Process(target=_test, args=(change, folder, tests))
            started.start()
            running[started.sentinel] = (started, change)
        for sentinel in wait(list(running)):
            assert isinstance(sentinel, int)
            process, change = running.pop(sentinel)
            process.join()
            code = process.exitcode or 0
            yield change, "timeout" if code < 0 else "killed" if code in (1, 2) else "survived"


def _test(change: ConstantChange | None, folder: Path, tests: Sequence[str]) -> None:
    """In a process of its own: run the tests with one change or none, and leave with the exit status of pytest."""
    import pytest

    copy = folder / f"change{os.getpid()}"
    shutil.copytree(folder / "src", copy, copy_function=os.link)
    if change is not None:
        file = copy / change.file.relative_to(folder / "src")
        file.unlink()  # it is a link to the one file of all copies
        file.write_bytes(change.applied(change.file.read_bytes()))
    os.chdir(folder)
    os.environ["PYTHONPATH"] = str(copy)
    sys.path.insert(0, str(copy))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    without_shrinking()
    options = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "--import-mode=importlib", "--benchmark-skip"]
    code = pytest.main([*options, "--rootdir=.", *tests])
    shutil.rmtree(copy, ignore_errors=True)
    sys.exit(int(code))
