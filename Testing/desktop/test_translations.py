"""The panel in German and French: every text that lupdate finds has a translation, with the same places to fill."""

from pathlib import Path
from string import Formatter
from typing import Any
from xml.etree import ElementTree

import pytest
from translations import FILES, FOLDER, LANGUAGES, contextOf, file, textsOf, update

# lupdate and what reads .qm files need libraries of the system that a bare one lacks.
pytest.importorskip(
    "PySide6.QtCore", reason="PySide6-Essentials, or libglib2.0 for it, is missing", exc_type=ImportError
)

FORM = Path(__file__).resolve().parents[2] / "SmartScore" / "Resources" / "UI" / "SmartScore.ui"


def messages(path: Path) -> dict[tuple[str, str], str]:
    """Translation by context and source; "" where there is none, or where it is not finished."""
    found = {}
    for context in ElementTree.parse(path).iter("context"):
        for message in context.iter("message"):
            made = message.find("translation")
            assert made is not None
            done = "" if made.get("type") else made.text or ""
            found[(str(context.findtext("name")), str(message.findtext("source")))] = done
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_lupdate_finds_is_translated_and_none_is_left_over(language: str, tmp_path: Path) -> None:
    fresh = tmp_path / file(language).name
    update(fresh)
    wanted, found = set(messages(fresh)), messages(file(language))
    assert len(wanted) > 300
    assert wanted - set(found) == set(), "run Testing/desktop/translations.py and translate these"
    assert set(found) - wanted == set(), "run Testing/desktop/translations.py: these are gone"
    assert [key for key, text in found.items() if not text.strip()] == [], "not translated yet"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_the_same_places_and_keeps_marks_and_keys(language: str) -> None:
    def places(text: str) -> list[tuple[str | None, str | None]]:
        return sorted((part[1], part[2]) for part in Formatter().parse(text) if part[1])  # type: ignore[type-var]

    for (_context, source), text in messages(file(language)).items():
        assert places(text) == places(source), source
        assert text.count("<") == source.count("<"), source
        assert text.endswith(" ") == source.endswith(" "), source
        assert text.startswith(" ") == source.startswith(" "), source
        if source.endswith(")") and source[-3] == "(":  # a key on a button
            assert text.endswith(source[-3:]), source


def test_contexts_are_those_that_slicer_asks_for() -> None:
    contexts = {contextOf(one) for one in FILES if textsOf(one)}
    assert {"SmartScore", "marking.section", "choosing.series_list", "desktop.texts"} <= contexts
    assert "SegmentEditorEffect" in contexts  # its folder is no package
    assert ElementTree.parse(FORM).findtext("class") == "SmartScore"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_slicer_loads_holds_these_translations(language: str) -> None:
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load(str(file(language).with_suffix(".qm")))
    for (context, source), text in messages(file(language)).items():
        assert translator.translate(context, source) == text, "run Testing/desktop/translations.py"


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_a_panel_of_298_pixels_cuts_no_button(language: str, app: Any) -> None:
    """As wide as Slicer leaves it on a screen of 1366 x 768, with every section open."""
    from PySide6.QtCore import QTranslator
    from PySide6.QtWidgets import QAbstractButton, QWidget
    from qt_standin import application
    from slicer_standin import makeWidget

    translator = QTranslator()
    if language:
        assert translator.load(str(file(language).with_suffix(".qm")))
        application().installTranslator(translator)
    widget = makeWidget()
    root = widget.parent
    root.layout().setContentsMargins(0, 0, 0, 0)
    for one in root.findChildren(QWidget):
        if hasattr(one, "collapsed"):
            one.collapsed = False
    root.resize(298, 4000)
    root.show()
    for _ in range(3):
        application().processEvents()
    shown = [one for one in root.findChildren(QAbstractButton) if one.isVisible() and one.text]
    beside = {"QPushButton": 4, "QCheckBox": 18}  # pixels of the frame, or of the box and its distance
    room = {one.text: one.width - one.fontMetrics().horizontalAdvance(one.text) for one in shown}
    cut = [one.text for one in shown if room[one.text] < beside.get(type(one).__name__, 0)]
    person = widget.ui.personLabel.width
    application().removeTranslator(translator)
    root.hide()
    widget.cleanup()
    widget.ui.SmartScore.setMRMLScene(None)
    assert root.width == 298
    assert len(shown) > 30
    assert cut == []
    assert person > 100


def test_slicer_is_told_where_they_lie(app: Any) -> None:
    from SmartScoreLib.desktop.startup import registerTranslations

    registerTranslations(FOLDER)
    assert app.translations == [str(FOLDER)]
