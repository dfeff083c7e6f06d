"""What takes pictures in Slicer goes through here as well, without mouse and pictures: names and steps hold."""

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

IN_SLICER = Path(__file__).parents[1] / "in_slicer"


class StandInHand:
    """Does at once what the hand does by mouse and keys; scrolls nothing, and keeps the names of pictures."""

    actions = 0

    def __init__(self) -> None:
        self.pictures: list[str] = []
        self._line: Any = None

    def click(self, widget: Any) -> None:
        if hasattr(widget, "collapsed"):
            widget.collapsed = not widget.collapsed
        elif hasattr(widget, "click"):
            assert widget.enabled, widget.objectName
            widget.click()
        else:
            self._line = widget

    def clickRow(self, table: Any, row: int, *, times: int = 1) -> None:
        assert row < table.rowCount
        table.selectRow(row)
        (table.cellClicked if times == 1 else table.cellDoubleClicked).emit(row, 0)

    def type(self, text: str) -> None:
        self._line.text = text

    def key(self, name: str) -> None:
        if name == "Delete":
            self._line.text = ""
        elif name == "Return":
            self._line.editingFinished.emit()

    def wait(self, until: Callable[[], bool], what: str) -> None:
        for _ in range(50):
            if until():
                return
            self.settle(0.05)
        raise AssertionError(what)

    def settle(self, seconds: float = 0.0) -> None:
        import slicer

        end = time.monotonic() + seconds
        slicer.app.processEvents()
        while time.monotonic() < end:
            slicer.app.processEvents()

    def scrollTo(self, area: Any, widget: Any) -> None:
        assert widget is not None

    toTop = scrollTo

    def picture(self, name: str, *, screen: bool = False) -> None:
        self.pictures.append(name)


@pytest.fixture
def parts(widget: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Any, StandInHand]]:
    """The how-tos of Testing/in_slicer on the panel, and the hand that does them."""
    from SmartScoreLib.desktop.choosing.slicer_database import openDatabase

    hand, panel = StandInHand(), widget.panel

    def begin(_name: str, folder: Path) -> tuple[StandInHand, Any]:
        assert openDatabase(str(folder / "database")) == ""
        return hand, panel

    for name, content in (
        ("hand", {"Hand": StandInHand}),
        ("starting", {"begin": begin, "imported": None, "nextUnread": None}),
    ):
        module = ModuleType(name)
        vars(module).update(content)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.syspath_prepend(str(IN_SLICER))
    for name in ("earlier_scans", "howtos"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield importlib.import_module("howtos"), hand
    for name in ("earlier_scans", "howtos"):
        del sys.modules[name]


PARTS = {
    "report": ({"lesions": 10}, ["listed", "report", "page"]),
    "saved_readings": ({"opened": ["LM", "LAD", "LAD", "LCX", "LCX", "RCA", "RCA"]}, ["under_series", "reopened"]),
    "second_reader": ({}, ["blind", "readings", "deciding", "taken", "agreed"]),
}
"""What each part finds, and the pictures that it takes."""


@pytest.mark.parametrize("part", PARTS)
def test_the_pictures_of_the_how_tos_are_taken_step_by_step(
    parts: tuple[Any, StandInHand], part: str, tmp_path: Path
) -> None:
    module, hand = parts
    found = getattr(module, part)(tmp_path)
    expected, pictures = PARTS[part]
    assert hand.pictures == pictures
    assert found | expected == found


def test_a_table_of_ones_own_is_compared_with_and_forgotten(parts: tuple[Any, StandInHand], tmp_path: Path) -> None:
    from SmartScoreLib.desktop.meaning.site import siteChoices

    module, hand = parts
    assert "Example population, not to be used" in module.own_population(tmp_path)["said"]
    assert [one.key for one in siteChoices().populations] == ["mesa-2006"]
    assert hand.pictures == ["compared_with"]
