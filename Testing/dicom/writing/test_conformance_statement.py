"""CONFORMANCE.md says what is written, and is the one that the command writes."""

import subprocess
import sys
from pathlib import Path

from pydicom.datadict import dictionary_description

from SmartScoreLib.conformance.table import IOD, departures, rules, table
from SmartScoreLib.dicomwriting.device import IMPLEMENTATION_CLASS_UID
from SmartScoreLib.dicomwriting.documents.encapsulated_pdf import pdf_rows

IODS: tuple[IOD, ...] = ("CT", "SC")


def test_the_committed_statement_is_the_one_that_the_command_writes(repository: Path) -> None:
    written = subprocess.run(
        [sys.executable, "-m", "SmartScoreLib.dicomwriting.conformance_statement"], capture_output=True, check=True
    )
    assert written.stdout.decode() == (repository / "CONFORMANCE.md").read_text(encoding="utf-8"), (
        "run: python -m SmartScoreLib.dicomwriting.conformance_statement > CONFORMANCE.md"
    )


def test_every_row_of_the_tables_is_in_the_statement(repository: Path) -> None:
    text = (repository / "CONFORMANCE.md").read_text(encoding="utf-8")
    for iod in IODS:
        for row in table(iod):
            if row.creators:
                assert f"| {row.keyword} | ({row.tag}) |" in text
            elif not row.nested:
                assert f"({row.tag})" in text, row


def test_every_departure_is_in_the_statement_with_its_reason(repository: Path) -> None:
    lines = (repository / "CONFORMANCE.md").read_text(encoding="utf-8").split("## Annex C")[1].splitlines()
    for iod in IODS:
        for departure in departures(iod):
            name = dictionary_description(departure.path)
            assert any(name in line and departure.why in line for line in lines), departure


def test_the_statement_is_filled_in_and_names_this_software(repository: Path) -> None:
    text = (repository / "CONFORMANCE.md").read_text(encoding="utf-8")
    assert "{{" not in text
    assert IMPLEMENTATION_CLASS_UID in text
    assert "Not a medical device. Not affiliated with GE HealthCare" in text
    for heading in range(1, 9):
        assert f"\n## {heading}. " in text
    # every attribute that a file can have stands in a table of annex A
    annex = text.split("## Annex A")[1].split("## Annex B")[0]
    for iod in IODS:
        part = annex.split(f"### A.{IODS.index(iod) + 1} ")[1].split("### A.")[0].split("Never written")[0]
        for row in rules(iod, frozenset({"provenance"})):
            if row.on_save in ("Copied", "Generated") and not row.creators:
                assert f"({row.tag})" in part, row
    document = annex.split(" Encapsulated PDF\n")[1].split("### A.")[0]
    assert [row for row in pdf_rows() if f"| ({row.tag}) | {row.type} |" not in document] == []
