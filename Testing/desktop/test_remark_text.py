"""What the library has to say, in the language of the application."""

import re
import subprocess
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from SmartScoreLib.remarks.catalog import every_row, remark
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.errors import InputRefused


def as_slicer_patches(source: str, context: str) -> str:
    """`_("...")` as translate("context", "..."): what Slicer 5.12's update_translations.py does before lupdate."""
    for quotes in ('"', "'"):
        pattern = rf"([^_])_\((\s*?{quotes}.+?{quotes}\s*?)\)"
        source = re.sub(pattern, rf'\1translate("{context}", \2)', source, flags=re.DOTALL)
    return source


def test_lupdate_finds_every_text_of_the_catalog_in_the_context_that_the_panel_asks_for(
    app: Any, tmp_path: Path, repository: Path
) -> None:
    import PySide6

    from SmartScoreLib.desktop.remark_text import contextOf

    lupdate = Path(PySide6.__file__).parent / "lupdate"
    if not lupdate.is_file():
        pytest.skip("this PySide6 comes without lupdate")
    catalog = repository / "SmartScore" / "SmartScoreLib" / "remarks" / "catalog"
    for file in catalog.rglob("*.py"):
        # Slicer names the context after the package, if the folder is one, and the file.
        assert (file.parent / "__init__.py").is_file()
        patched = as_slicer_patches(file.read_text(encoding="utf-8"), f"{file.parent.name}.{file.stem}")
        (tmp_path / f"{file.parent.name}.{file.name}").write_text(patched, encoding="utf-8")
    found = tmp_path / "SmartScore_it.ts"
    files = [str(file) for file in sorted(tmp_path.glob("*.py"))]
    subprocess.run([str(lupdate), *files, "-ts", str(found)], check=True, capture_output=True, timeout=60)
    marked = {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(found).iter("context")
        for message in context.iter("message")
    }
    wanted = {(contextOf(code), row.text) for code, row in every_row().items()}
    assert wanted - marked == set()


@pytest.fixture
def translated(app: Any, monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Translations by context and English text, as a .qm file gives them."""
    from SmartScoreLib.desktop import remark_text

    texts: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(remark_text, "translate", lambda context, text: texts.get((context, text), text))
    return texts


def test_a_remark_is_shown_in_the_words_of_the_translator(translated: dict[tuple[str, str], str]) -> None:
    from SmartScoreLib.desktop.remark_text import reasonsOf, remarkText

    row = every_row()["scene.cropped"]
    translated["catalog.scene", row.text] = "{images} Bilder für {slices} Schichten."
    said = remark("scene.cropped", slices=12, images=2)
    assert remarkText(said) == "2 Bilder für 12 Schichten."
    assert reasonsOf(InputRefused([said, remark("scene.edited")])) == (
        "2 Bilder für 12 Schichten.",
        "Its values are not those of its DICOM images; it was edited. Score the original volume to save results.",
    )


def test_a_translation_that_names_other_values_is_left_out(translated: dict[tuple[str, str], str]) -> None:
    from SmartScoreLib.desktop.remark_text import remarkText

    said = remark("scene.cropped", slices=12, images=2)
    for wrong in ("{bilder} Bilder für {slices} Schichten.", "{images Bilder"):
        translated["catalog.scene", every_row()["scene.cropped"].text] = wrong
        assert remarkText(said) == english(said)


def test_every_word_of_a_remark_is_one_that_translators_find(app: Any) -> None:
    from SmartScoreLib.desktop.remark_text import _Application
    from SmartScoreLib.remarks.english import WORDS

    assert {key: _Application().word(key) for key in WORDS} == WORDS


def test_without_translation_the_panel_says_what_the_command_line_says(app: Any) -> None:
    from SmartScoreLib.desktop.remark_text import _Application, remarkText
    from SmartScoreLib.remarks.english import _English

    for code in ("scene.edited", "scene.unmarked", "desktop.cancelled"):
        assert remarkText(remark(code)) == english(remark(code))
    for others, every in ((0, False), (3, False), (3, True)):
        assert _Application().where("a.dcm", others, every) == _English().where("a.dcm", others, every)


def test_the_panel_shows_refusals_and_warnings_in_the_language_of_the_application(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from conftest import sample
    from SmartScoreLib.desktop import remark_text

    monkeypatch.setattr(
        remark_text,
        "translate",
        lambda context, text: f"<{context}> {text}" if context.startswith("catalog.") else text,
    )
    opened._parameterNode.inputVolume = sample()
    assert "<catalog.scene> It was not loaded from DICOM" in opened.ui.statusLabel.text
    assert opened.ui.saveButton.toolTip.startswith("<catalog.scene> It was not loaded from DICOM")
    import slicer

    opened._parameterNode.inputVolume = slicer.mrmlScene.AddNewNodeByClass("vtkMRMLScalarVolumeNode", "empty")
    assert opened.ui.statusLabel.text == '<catalog.scene> The volume "empty" holds no image. Choose another volume.'
