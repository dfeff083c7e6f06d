"""Exams read one after another: what was made for one of them is gone when the next is read."""

import gc
import tempfile
import threading
import weakref
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from test_two_patients import other_patient
from test_worklist_panel import save_reading

from conftest import click_lesion, load_phantom

EXAMS = 3
OF_AN_EXAM = ("CTSeries", "ReadingSession", "ScoreKeeper", "FileDataset", "ProposalReview", "Proposals", "Reading")


@pytest.fixture
def several(widget: Any, app: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The panel with views and three patients in its database, the first of them loaded."""
    import slicer
    from slicer_standin import LayoutManager

    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    widget.exit()
    app.layouts = LayoutManager(slicer.mrmlScene)
    widget.enter()
    widget.phantom = load_phantom(widget, tmp_path / "database")
    for number in range(1, EXAMS):
        other_patient(tmp_path / "database", f"PATIENT{number}")
    widget.panel.choosing.series.refresh()
    return widget


def read_as_readers_do(widget: Any) -> None:
    """Proposals, candidates, a thorax in 3D, two clicks, one of them taken back, and saved."""
    panel = widget.panel
    panel.marking.proposals.press()
    panel.marking.proposals.search.finish()
    widget._parameterNode.showCandidates = True
    for lesion in widget.phantom.lesions[:2]:
        click_lesion(widget, widget.phantom, lesion)
    panel.updateScores()
    panel.marking.undo()
    widget._parameterNode.showCandidates = False
    save_reading(widget)
    assert panel.saving.written


def things() -> dict[str, Any]:
    """How much there is of everything that an exam brings along."""
    import slicer

    gc.collect()
    scene = slicer.mrmlScene
    nodes = [scene.GetNthNode(number) for number in range(scene.GetNumberOfNodes())]
    alive = Counter(type(one).__name__ for one in gc.get_objects())
    descriptors = Path("/proc/self/fd")
    return {
        "nodes": Counter(node.GetClassName() for node in nodes),
        # VTK lists the observers of an object where it describes it, and nowhere else.
        "observers": sum(str(one).count("vtkObserver (") for one in (scene, *nodes)),
        "objects": {name: alive[name] for name in OF_AN_EXAM},
        "temporary files": len(list(Path(tempfile.gettempdir()).iterdir())),
        "open files": len(list(descriptors.iterdir())) if descriptors.is_dir() else 0,
    }


def threads() -> set[str]:
    return {one.name for one in threading.enumerate() if one.name.startswith("SmartScore")}


def test_no_node_observer_file_or_array_of_an_exam_is_left_when_the_next_is_read(several: Any) -> None:
    panel, counted, freed = several.panel, [], []
    arrays: list[weakref.ref[Any]] = []
    read, before = set(), threads()  # other tests of the same process have opened exams
    for number in range(EXAMS):
        if number:
            several.ui.nextButton.click()
        panel.session.volumeNode.GetImageData().AddObserver("DeleteEvent", lambda *_, one=number: freed.append(one))
        read_as_readers_do(several)
        read.add(panel.session.series.series_instance_uid)
        arrays += map(weakref.ref, (panel.session.series.hu, panel.session.series.datasets[0]))
        counted.append(things())
    assert len(read) == EXAMS
    assert freed == list(range(EXAMS - 1))
    assert [one() is None for one in arrays] == [True] * 2 * (EXAMS - 1) + [False] * 2
    # The first exam brings what stays for good: the editor's node, fonts, a thread.
    assert counted[2] == counted[1]
    # A kind of work keeps to one thread, and what that needs for its largest arrays.
    assert "SmartScoreProposing_0" in threads()
    assert threads() - before <= {"SmartScoreProposing_0", "SmartScoreLooking_0"}


def test_one_indexer_copies_every_save_and_keeps_no_database(several: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from ctk import ctkDICOMIndexer

    used: list[Any] = []
    add = ctkDICOMIndexer.addListOfFiles
    monkeypatch.setattr(ctkDICOMIndexer, "addListOfFiles", lambda one, *given: (used.append(one), add(one, *given)))
    for number in range(EXAMS):
        if number:
            several.ui.nextButton.click()
        several.ui.zeroCheckBox.click()
        save_reading(several)
    assert len(used) == EXAMS
    assert len(set(used)) == 1, "each has a thread, and the C library keeps memory for each"
    assert used[0].database is None


def test_an_import_is_awaited_to_its_end_where_the_end_of_an_earlier_one_is_told_late(
    several: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ctk import ctkDICOMIndexer

    events: list[str] = []
    left = {"waits": 1}  # something is under way already
    add = ctkDICOMIndexer.addListOfFiles

    def added(one: Any, *given: Any) -> None:
        events.append("add")
        left["waits"] = 2
        add(one, *given)

    def waited(_: Any) -> None:
        events.append("wait")
        left["waits"] -= 1

    monkeypatch.setattr(ctkDICOMIndexer, "importing", property(lambda _: left["waits"] > 0))
    monkeypatch.setattr(ctkDICOMIndexer, "addListOfFiles", added)
    monkeypatch.setattr(ctkDICOMIndexer, "waitForImportFinished", waited)
    several.ui.zeroCheckBox.click()
    save_reading(several)
    assert several.panel.saving.written
    assert events == ["wait", "add", "wait", "wait"]


def test_each_header_of_an_exam_is_read_once_while_it_opens(several: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from SmartScoreLib.series.headers import image

    several.panel.choosing.series.finish()
    read, dcmread = Counter(), image.dcmread
    monkeypatch.setattr(image, "dcmread", lambda file, **how: (read.update([Path(file.name)]), dcmread(file, **how))[1])
    several.ui.nextButton.click()
    assert read == Counter(several.panel.session.series.files)


def test_a_reading_is_looked_into_once_after_it_was_saved(several: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from SmartScoreLib.reading.saved import find

    looked: list[Path] = []
    read_report = find.read_report
    monkeypatch.setattr(find, "read_report", lambda file: (looked.append(file), read_report(file))[1])
    read_as_readers_do(several)
    series = several.panel.choosing.series
    series.finish()
    assert looked == [one.file for one in series.everyReading()]
    assert len(looked) == 1
