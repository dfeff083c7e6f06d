"""`make verify-pacs`: send what the demo wrote to a PACS on this machine, and see that it has and indexes everything.

Starts Orthanc, which takes images from this machine only, or storescp where Orthanc is not installed; sends every file
of a demo database with storescu to the loopback address, and compares what arrived with what was sent.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydicom import dcmread

LOOPBACK = "127.0.0.1"
SECONDS_TO_START = 60
ORTHANC_TAGS = {
    "Patient": ("PatientName", "PatientID", "PatientBirthDate", "PatientSex"),
    "Study": ("StudyInstanceUID", "StudyDate", "StudyID", "AccessionNumber", "ReferringPhysicianName"),
    "Series": ("SeriesInstanceUID", "Modality", "SeriesNumber", "SeriesDescription", "Manufacturer", "StationName"),
    "Instance": ("SOPInstanceUID", "InstanceNumber"),
}

Sent = dict[str, dict[str, Path]]
"""Series Instance UID -> SOP Instance UID -> file."""


def main() -> int:
    """Run the check; the exit status is 0 if everything arrived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of DICOM files: a demo's database")
    parser.add_argument("--storescp", action="store_true", help="use storescp even if Orthanc is installed")
    arguments = parser.parse_args()
    if not shutil.which("storescu"):
        print("storescu is missing: apt-get install dcmtk orthanc", file=sys.stderr)
        return 2
    orthanc = None if arguments.storescp else shutil.which("Orthanc", path=f"{os.environ['PATH']}:/usr/sbin")
    sent = _series(arguments.folder)
    count = sum(map(len, sent.values()))
    print(f"{count} files in {len(sent)} series to send")
    if not count:
        print(f"no DICOM files in {arguments.folder}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="verify-pacs-") as scratch:
        problems = _with_orthanc(orthanc, sent, Path(scratch)) if orthanc else _with_storescp(sent, Path(scratch))
    for problem in problems:
        print(problem, file=sys.stderr)
    print("everything arrived and is as it was sent" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


def _series(folder: Path) -> Sent:
    series: Sent = defaultdict(dict)
    for file in sorted(folder.rglob("*.dcm")):
        header = dcmread(file, stop_before_pixels=True)
        series[header.SeriesInstanceUID][header.SOPInstanceUID] = file
    return dict(series)


def _with_orthanc(program: str, sent: Sent, scratch: Path) -> list[str]:
    dicom, http = _free_port(), _free_port()
    configuration = {
        "Name": "verify",
        "StorageDirectory": str(scratch / "storage"),
        "IndexDirectory": str(scratch / "storage"),
        "Plugins": [],
        "RemoteAccessAllowed": False,
        "AuthenticationEnabled": False,
        "HttpPort": http,
        "DicomPort": dicom,
        "DicomAet": "ORTHANC",
        "DicomServerEnabled": True,
        # the DICOM port has no address of its own: only this host may use it
        "DicomModalities": {"sender": ["STORESCU", LOOPBACK, 11112]},
        "DicomAlwaysAllowStore": False,
        "DicomAlwaysAllowEcho": False,
        "DicomCheckModalityHost": True,
        "HttpServerEnabled": True,
    }
    (scratch / "orthanc.json").write_text(json.dumps(configuration))

    def ask(path: str) -> Any:
        with urllib.request.urlopen(f"http://{LOOPBACK}:{http}{path}") as answer:
            return answer.read() if path.endswith("/preview") else json.load(answer)

    print(f"Orthanc on {LOOPBACK}, DICOM port {dicom}")
    with _running([program, str(scratch / "orthanc.json")], http, scratch):
        problems = _send(sent, dicom, "ORTHANC")
        print("asking for the index")
        indexed = {one["MainDicomTags"]["SeriesInstanceUID"]: one for one in ask("/series?expand")}
        for uid, images in sent.items():
            entry = indexed.pop(uid, None)
            if entry is None:
                problems.append(f"series {uid} did not arrive")
                continue
            header = dcmread(next(iter(images.values())), stop_before_pixels=True)
            stored = {i["MainDicomTags"]["SOPInstanceUID"]: i for i in ask(f"/series/{entry['ID']}/instances")}
            if set(stored) != set(images):
                problems.append(f"{header.SeriesDescription}: {len(stored)} of {len(images)} images arrived")
                continue
            study = ask(f"/studies/{entry['ParentStudy']}")
            levels = {
                "Patient": study["PatientMainDicomTags"],
                "Study": study["MainDicomTags"],
                "Series": entry["MainDicomTags"],
            }
            problems += _compare(header, levels)
            for sop, instance in stored.items():
                image = dcmread(images[sop], stop_before_pixels=True)
                problems += _compare(image, {"Instance": instance["MainDicomTags"]})
                # A structured report and a presentation state have no pixels.
                if "Rows" in image and not ask(f"/instances/{instance['ID']}/preview").startswith(b"\x89PNG"):
                    problems.append(f"{images[sop].name} has no preview")
            shown = "stored, indexed and rendered" if "Rows" in header else "stored and indexed"
            print(f"  {header.SeriesDescription}: {len(stored)} images {shown}")
        problems += [f"series {uid} was not sent" for uid in indexed]
        studies = ask("/studies")
        print(f"  {len(ask('/patients'))} patient(s), {len(studies)} study(ies), {len(ask('/series'))} series")
    return problems


def _compare(header: Any, levels: dict[str, dict[str, str]]) -> list[str]:
    problems = []
    for level, tags in levels.items():
        for keyword in ORTHANC_TAGS[level]:
            value = str(header.get(keyword) or "").strip()
            if tags.get(keyword, "").strip() != value:
                problems.append(f"{keyword} is indexed as {tags.get(keyword)!r}, sent was {value!r}")
    return problems


def _with_storescp(sent: Sent, scratch: Path) -> list[str]:
    program = shutil.which("storescp")
    if program is None:
        return ["neither Orthanc nor storescp is installed: apt-get install orthanc dcmtk"]
    port, arrived = _free_port(), scratch / "arrived"
    arrived.mkdir()
    print(f"storescp on port {port}, open as long as this check runs (install orthanc for a full PACS)")
    with _running([program, "--output-directory", str(arrived), str(port)], port, scratch):
        problems = _send(sent, port, "STORESCP")
    stored = {dcmread(f, stop_before_pixels=True).SOPInstanceUID: f for f in arrived.iterdir()}
    for images in sent.values():
        for sop, file in images.items():
            if sop not in stored:
                problems.append(f"{file.name} did not arrive")
            elif dcmread(stored[sop]) != dcmread(file):
                problems.append(f"{file.name} arrived changed")
    return problems


def _send(sent: Sent, port: int, title: str) -> list[str]:
    problems = []
    for images in sent.values():
        files = [str(file) for file in images.values()]
        print(f"  sending {len(files)} images: {dcmread(files[0], stop_before_pixels=True).SeriesDescription}")
        # Not every SOP class is among those that storescu proposes without being asked.
        command = ["storescu", "--required", "-aec", title, LOOPBACK, str(port), *files]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode or "E:" in result.stderr or "W:" in result.stderr:
            problems.append(f"storescu: {result.stderr.strip() or result.returncode}")
    return problems


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], port: int, scratch: Path) -> Iterator[None]:
    """A server that answers on its port; stopped at the end."""
    with (scratch / "log").open("w") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
        try:
            deadline = time.monotonic() + SECONDS_TO_START
            while True:
                try:
                    socket.create_connection((LOOPBACK, port), 1).close()
                    break
                except OSError:
                    if server.poll() is not None or time.monotonic() > deadline:
                        sys.exit(f"{command[0]} did not start:\n{(scratch / 'log').read_text()[-2000:]}")
                    time.sleep(0.1)
            yield
        finally:
            server.terminate()
            server.wait(30)


if __name__ == "__main__":
    sys.exit(main())
