"""The module's self test, as far as it needs no view."""

from typing import Any


def test_the_self_test_passes_without_views(app: Any) -> None:
    import slicer

    from SmartScoreLib.desktop.selftest import run

    said: list[str] = []
    run(said.append)
    assert said[-1] == "SmartScore: passed"
    assert not slicer.dicomDatabase.isOpen
