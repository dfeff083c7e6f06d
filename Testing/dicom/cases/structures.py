"""Values that depend on others, items of sequences, private values, and values that differ between images."""

from dicom.cases.case import Case, tag_of
from dicom.cases.sources import Tag, Value, code, items, reference


def pairs() -> list[Case]:
    window = {(0x28, 0x1050): None, (0x28, 0x1051): None}
    return [
        Case("center not valid", {(0x28, 0x1050): ("DS", b"wide")}, window, "left_out"),
        Case("width not valid", {(0x28, 0x1051): ("DS", b"wide")}, window, "left_out"),
        Case("no width", {(0x28, 0x1051): None}, window, "left_out"),
        Case("no center", {(0x28, 0x1050): None}, window, "left_out"),
        Case("width 0", {(0x28, 0x1051): ("DS", b"0")}, window, "left_out"),
        Case(
            "width 0 of two", {(0x28, 0x1050): ("DS", b"40\\90"), (0x28, 0x1051): ("DS", b"0\\750")}, window, "left_out"
        ),
        Case("more centers than widths", {(0x28, 0x1050): ("DS", b"40\\90")}, window, "left_out"),
        Case("width 1", {(0x28, 0x1051): ("DS", b"1")}, {(0x28, 0x1050): "90", (0x28, 0x1051): "1"}),
        Case("more explanations than windows", {(0x28, 0x1055): ("LO", b"a\\b")}, {(0x28, 0x1055): None}, "left_out"),
        Case("aspect ratio beside spacing", {(0x28, 0x34): ("IS", b"1\\1")}, {(0x28, 0x34): None}),
        Case("planar configuration", {(0x28, 6): ("US", b"\0\0")}, {(0x28, 6): None}),
        Case("ratio without lossy compression", {(0x28, 0x2112): ("DS", b"5")}, {(0x28, 0x2112): None}, "left_out"),
        Case("a side of the heart", {(0x20, 0x60): ("CS", b"R")}, {(0x20, 0x60): None}, "left_out"),
        Case("a part that nobody knows", {(0x18, 0x15): ("CS", b"CARDIAC")}, {(0x20, 0x60): ""}),
        Case(
            "de-identified, nobody knows how",
            {(0x12, 0x62): ("CS", b"YES")},
            {(0x12, 0x63): "Not stated in the source images"},
            "defaulted",
        ),
        Case("no window at all", {(0x28, 0x1050): None, (0x28, 0x1051): None}, window),
    ]


def sequences() -> list[Case]:
    procedure, request, study = (8, 0x1032), (0x40, 0x275), (8, 0x1110)

    def codes_of(*found: dict[Tag, Value]) -> dict[Tag, Value | None]:
        return {procedure: items(*found)}

    def requests(**changed: bytes) -> dict[Tag, Value | None]:
        tags = {"procedure": (0x40, 0x1001), "step": (0x40, 9), "what": (0x40, 7)}
        whole: dict[Tag, Value] = {
            (0x40, 7): ("LO", b"Score"),
            (0x40, 9): ("SH", b"SP1"),
            (0x40, 0x1001): ("SH", b"RP1"),
        }
        return {request: items(whole | {tags[key]: (whole[tags[key]][0], value) for key, value in changed.items()})}

    there, gone = {procedure: "1 item"}, {procedure: None}
    return [
        Case("code meaning of 82", codes_of(code(meaning=b"m" * 82)), there, "repaired"),
        Case("code meaning with lines", codes_of(code(meaning=b"a\r\nb")), there, "repaired"),
        Case("code value of 17", codes_of(code(value=b"v" * 17)), gone, "left_out"),
        Case("one code of two not valid", codes_of(code(), code(value=b"v" * 17)), there, "left_out"),
        Case(
            "code without meaning", codes_of({(8, 0x100): ("SH", b"P1"), (8, 0x102): ("SH", b"DCM")}), gone, "left_out"
        ),
        Case("an empty item", codes_of({}), gone, "left_out"),
        Case("no item", {procedure: ("SQ", b"")}, gone),
        Case("study reference not valid", {study: items(reference(instance=b"1.02.3"))}, {study: None}, "left_out"),
        Case("study reference empty", {study: items(reference(instance=b""))}, {study: None}, "left_out"),
        Case(
            "image reference not valid",
            {(8, 0x1140): items(reference(instance=b"abc"))},
            {(8, 0x1140): None},
            "left_out",
        ),
        Case("requested procedure of 17", requests(procedure=b"r" * 17), {request: "1 item"}, "left_out"),
        Case("step description of 70", requests(what=b"w" * 70), {request: "1 item"}, "repaired"),
        Case(
            "step of a wrong type",
            {request: items({(0x40, 9): ("LO", b"SP1"), (0x40, 0x1001): ("SH", b"RP1")})},
            {request: "1 item"},
            "repaired",
        ),
        Case(
            "other ID without its type",
            {(0x10, 0x1002): items({(0x10, 0x20): ("LO", b"A1")})},
            {(0x10, 0x1002): None},
            "left_out",
        ),
    ]


def private() -> list[Case]:
    phase, second = (0x45, 0x1033), (0x45, 0x1133)

    def kept(name: str, tag: Tag, vr: str, value: bytes, *invalid: str) -> Case:
        return Case(name, {tag: (vr, value)}, {tag: value.decode()}, "", False, invalid)

    return [
        kept("phase 75.00%", phase, "CS", b"75.00%", "0045,1033"),
        kept("phase 60.5", phase, "CS", b"60.5", "0045,1033"),
        kept("phase in lower case", phase, "CS", b"best diastole", "0045,1033"),
        kept("R time of 22 characters", (0x4B, 0x1002), "DS", b"1090.12345678901234567", "004b,1002"),
        kept("velocity in words", (0x19, 0x1027), "DS", b"fast", "0019,1027"),
        Case(
            "a second block",
            {(0x45, 0x11): ("LO", b"GEMS_HELIOS_01"), phase: None, second: ("CS", b"75")},
            {(0x45, 0x11): "GEMS_HELIOS_01", second: "75"},
        ),
        Case(
            "both blocks", {(0x45, 0x11): ("LO", b"GEMS_HELIOS_01"), second: ("CS", b"70")}, {phase: "75", second: "70"}
        ),
        Case("another maker", {(8, 0x70): ("LO", b"SOMEBODY")}, {phase: "75"}),
        Case("contrast agent of zero length", {(0x18, 0x10): ("LO", b"")}, {(0x18, 0x10): ""}),
    ]


def differences() -> list[Case]:
    """In the second image of three; the first one is acquired first."""

    def differs(keyword: str, vr: str, value: bytes | None, written: str | None, told: str) -> Case:
        tag = tag_of(keyword)
        changes: dict[Tag, Value | None] = {tag: None if value is None else (vr, value)}
        return Case(f"{keyword} differs: {value!r}", changes, {tag: written}, told, True)

    return [
        differs("AccessionNumber", "SH", None, "ACC1", ""),
        differs("AccessionNumber", "SH", b"ACC2", "ACC1", "differs_first"),
        differs("StudyDate", "DA", None, "20260115", ""),
        differs("StudyDate", "DA", b"20260116", "20260115", "differs_first"),
        differs("StudyDate", "DA", b"2026.01.15", "20260115", "repaired"),
        differs("StudyTime", "TM", b"101112.000000", "101112", ""),
        differs("StudyTime", "TM", b"101113", "101112", "differs_first"),
        differs("PatientBirthDate", "DA", b"19501225", "19501224", "differs_first"),
        differs("PatientSex", "CS", b"M", "F", "differs_first"),
        differs("PatientAge", "AS", b"076Y", "075Y", "differs_first"),
        differs("PatientWeight", "DS", b"70.00", "70", ""),
        differs("PatientWeight", "DS", b"71", "70", "differs_first"),
        differs("ReferringPhysicianName", "PN", b"Ref^Er^^", "Ref^Er", ""),
        differs("ReferringPhysicianName", "PN", b"Other^Er", "", "differs"),
        differs("ProtocolName", "LO", b"Other", None, "differs"),
        differs("Manufacturer", "LO", b"Other", "GE MEDICAL SYSTEMS", "differs_first"),
        differs("InstitutionName", "LO", None, "Clinic", ""),
    ]
