"""Cases that lie in how images are put into files, folders and series."""

import shutil
import zipfile
from pathlib import Path

import numpy as np
import SimpleITK as sitk  # noqa: N813
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    EnhancedCTImageStorage,
    ImplicitVRLittleEndian,
    JPEGLosslessSV1,
    MediaStorageDirectoryStorage,
    SecondaryCaptureImageStorage,
)

from core.series.cases.building import (
    SCORE,
    SIZE,
    SLICES,
    STUDY,
    Case,
    copies,
    each,
    found,
    image,
    images,
    put,
    refused,
    save,
    values,
    with_attributes,
)


def _acquisitions(overlap: int, differ: bool = True):
    """Six positions in two acquisitions that share `overlap` of them; calcium lies in slices 1 and 2."""

    def build(folder: Path) -> Path:
        first = [image(i) for i in range(4)]
        second = [image(i, SOPInstanceUID=f"2.25.{2000 + i}") for i in range(4 - overlap, 8)]
        for dataset in second if differ else ():
            dataset.AcquisitionNumber = 2
        return save(folder, [*first, *second])

    return build


def _three_acquisitions(folder: Path) -> Path:
    blocks = ((0, 1, 2), (2, 3, 4), (4, 5, 6))
    return save(
        folder,
        [
            image(i, SOPInstanceUID=f"2.25.{100 * (number + 1) + i}", AcquisitionNumber=number + 1)
            for number, block in enumerate(blocks)
            for i in block
        ],
    )


def _jpeg_lossless(folder: Path) -> Path:
    datasets = images()
    folder.mkdir(parents=True)
    for index, dataset in enumerate(datasets):
        whole = sitk.GetImageFromArray((values(index) + 1024).astype(np.int16)[None])
        writer = sitk.ImageFileWriter()
        writer.SetFileName(str(folder / "encoded.dcm"))
        writer.SetImageIO("GDCMImageIO")
        writer.UseCompressionOn()
        writer.SetCompressor("JPEG")
        writer.Execute(whole)
        from pydicom import dcmread

        encoded = dcmread(folder / "encoded.dcm")
        assert encoded.file_meta.TransferSyntaxUID == JPEGLosslessSV1
        dataset.file_meta.TransferSyntaxUID = JPEGLosslessSV1
        from pydicom.encaps import get_frame

        dataset.PixelData = encapsulate([get_frame(encoded.PixelData, 0)])
        dataset["PixelData"].VR = "OB"
        dataset["PixelData"].is_undefined_length = True
        dataset.BitsStored, dataset.HighBit = encoded.BitsStored, encoded.HighBit
        dataset.PixelRepresentation = encoded.PixelRepresentation
    (folder / "encoded.dcm").unlink()
    return save(folder, datasets)


def _without_preamble(syntax=None):
    def build(folder: Path) -> Path:
        datasets = images()
        for dataset in datasets:
            if syntax:
                dataset.file_meta.TransferSyntaxUID = syntax
        save(folder, datasets)
        for file in folder.iterdir():
            raw = file.read_bytes()
            file.write_bytes(raw[144 + int.from_bytes(raw[140:144], "little") :])
        return folder

    return build


def _dose_report(folder: Path) -> Path:
    save(folder, images())
    capture = Dataset()
    capture.file_meta = image().file_meta
    capture.file_meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    capture.SOPClassUID, capture.SOPInstanceUID = SecondaryCaptureImageStorage, "2.25.99"
    capture.StudyInstanceUID, capture.SeriesInstanceUID, capture.Modality = STUDY, "2.25.11", "CT"
    capture.SeriesNumber, capture.SeriesDescription, capture.PatientID = 2, "Dose Report", "C1"
    capture.SamplesPerPixel, capture.Rows, capture.Columns, capture.BitsAllocated = 1, 2, 2, 8
    capture.PixelData = b"\0" * 4
    capture["PixelData"].VR = "OB"
    save(folder, [capture], first=90)
    return folder


def enhanced(datasets: list[Dataset], folder: Path) -> Path:
    """One multi-frame file of these images, with functional groups as PS3.3 A.38 has them."""
    first = datasets[0]
    whole = Dataset()
    whole.file_meta = first.file_meta
    whole.file_meta.MediaStorageSOPClassUID = EnhancedCTImageStorage
    whole.SOPClassUID, whole.SOPInstanceUID = EnhancedCTImageStorage, "2.25.500"
    for keyword in (
        *("StudyInstanceUID", "SeriesInstanceUID", "FrameOfReferenceUID", "StudyID", "StudyDate", "SeriesNumber"),
        *("PatientName", "PatientID", "Modality", "Manufacturer", "SeriesDescription", "ProtocolName", "Rows"),
        *("Columns", "SamplesPerPixel", "PhotometricInterpretation", "BitsAllocated", "BitsStored", "HighBit"),
        "PixelRepresentation",
    ):
        setattr(whole, keyword, first.get(keyword))
    whole.ImageType, whole.NumberOfFrames = ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"], len(datasets)

    def group(**attributes):
        item = Dataset()
        for keyword, value in attributes.items():
            setattr(item, keyword, value)
        return [item]

    shared = Dataset()
    shared.PixelMeasuresSequence = group(PixelSpacing=[0.5, 0.5], SliceThickness="3")
    shared.PlaneOrientationSequence = group(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])
    shared.CTXRayDetailsSequence = group(KVP=120.0)
    shared.CTReconstructionSequence = group(ConvolutionKernel="Qr36d")
    whole.SharedFunctionalGroupsSequence = [shared]
    frames = []
    for dataset in datasets:
        frame = Dataset()
        frame.CTImageFrameTypeSequence = group(FrameType=["ORIGINAL", "PRIMARY", "VOLUME", "NONE"])
        frame.PlanePositionSequence = group(ImagePositionPatient=list(dataset.ImagePositionPatient))
        frame.PixelValueTransformationSequence = group(RescaleIntercept="-1024", RescaleSlope="1", RescaleType="HU")
        phase = dataset.get("NominalPercentageOfCardiacPhase")
        if phase is not None:
            frame.CardiacSynchronizationSequence = group(NominalPercentageOfCardiacPhase=phase)
        frames.append(frame)
    whole.PerFrameFunctionalGroupsSequence = frames
    whole.PixelData = b"".join(dataset.PixelData for dataset in datasets)
    whole["PixelData"].VR = "OW"
    return save(folder, [whole])


def _two_phases_in_one_file(folder: Path) -> Path:
    return enhanced(
        [*images(NominalPercentageOfCardiacPhase=40.0), *images(NominalPercentageOfCardiacPhase=75.0)], folder
    )


def _directory(folder: Path) -> Path:
    save(folder / "IMAGES", images())
    directory = Dataset()
    directory.file_meta = image().file_meta
    directory.file_meta.MediaStorageSOPClassUID = MediaStorageDirectoryStorage
    directory.file_meta.MediaStorageSOPInstanceUID = "2.25.77"
    directory.FileSetID, directory.DirectoryRecordSequence = "DISK", []
    directory.save_as(folder / "DICOMDIR", enforce_file_format=True)
    return folder / "DICOMDIR"


def _zipped(folder: Path) -> Path:
    save(folder / "study", images())
    with zipfile.ZipFile(folder / "study.zip", "w") as archive:
        for file in sorted((folder / "study").iterdir()):
            archive.write(file, f"export/study/{file.name}")
    shutil.rmtree(folder / "study")
    return folder / "study.zip"


def _zip_that_climbs(folder: Path) -> Path:
    """Names that would write outside of the folder lose what climbs."""
    save(folder / "study", images())
    with zipfile.ZipFile(folder / "study.zip", "w") as archive:
        for file in sorted((folder / "study").iterdir()):
            archive.write(file, f"../../../climbed/{file.name}")
    shutil.rmtree(folder / "study")
    return folder / "study.zip"


def _damaged_zip(folder: Path) -> Path:
    folder.mkdir()
    (folder / "study.zip").write_bytes(b"PK\3\4 no archive")
    return folder / "study.zip"


def _linked(folder: Path) -> Path:
    save(folder.parent / "elsewhere", images())
    folder.mkdir()
    (folder / "link").symlink_to(folder.parent / "elsewhere", target_is_directory=True)
    (folder.parent / "elsewhere" / "round").symlink_to(folder, target_is_directory=True)
    return folder


def _twice(change):
    """Two folders with files of the same names and instances, the second ones changed."""

    def build(folder: Path) -> Path:
        save(folder / "A", images())
        again = images()
        for dataset in again:
            change(dataset)
        save(folder / "B", again)
        return folder

    return build


def _volume(suffix: str, number=np.int16, flip: bool = False, axis: int = 0):
    """The same values as a file of another format, through SimpleITK."""

    def build(folder: Path) -> Path:
        folder.mkdir()
        hu = np.stack([values(index) for index in range(SLICES)]).astype(number)
        # (k, j, i) with spacing (x, y, z); flipped, slices count downwards.
        volume = sitk.GetImageFromArray(hu[::-1] if flip else hu)
        volume.SetSpacing((0.5, 0.5, 3.0))
        volume.SetOrigin((-8.0, -8.0, 9.0 if flip else 0.0))
        if flip:
            volume.SetDirection((1, 0, 0, 0, 1, 0, 0, 0, -1))
        if axis:
            volume = sitk.PermuteAxes(volume, (2, 0, 1))
        sitk.WriteImage(volume, str(folder / f"ct{suffix}"))
        return folder / f"ct{suffix}"

    return build


def _own_reduced(folder: Path) -> Path:
    save(folder / "source", images())
    reduced = images(SeriesInstanceUID="2.25.12", SeriesNumber=9002, SeriesDescription="SmartScore reduced CT 1-4")
    for index, dataset in enumerate(reduced):
        dataset.SOPInstanceUID = f"2.25.{3000 + index}"
    save(folder / "reduced", reduced)
    return folder


def _private_rle(dataset: Dataset, index: int) -> None:
    del dataset.PixelData
    block = dataset.private_block(0x07A1, "ELSCINT1", create=True)
    block.add_new(0x0A, "OB", b"\0" * 8)
    block.add_new(0x11, "CS", "PMSCT_RLE1")


def _volume_found(*codes: str):
    return found("no_headers", *codes)


CASES = (
    Case("two acquisitions that meet", _acquisitions(1), (found("repeated_place", slices=8),), "1"),
    Case("two acquisitions that follow", _acquisitions(0), (found(slices=8),), "1"),
    Case("two acquisitions that meet, unnumbered", _acquisitions(1, False), (refused("same_position", slices=9),), "1"),
    Case("three acquisitions that meet", _three_acquisitions, (found("repeated_place", slices=7),), "1"),
    Case(
        "two acquisitions of the same positions",
        copies(lambda d, i, v: setattr(d, "AcquisitionNumber", v + 1)),
        (found(label="acquisition 1"), found(label="acquisition 2")),
        "1",
    ),
    Case("JPEG lossless", _jpeg_lossless, (found("lossless"),), "4"),
    Case("JPEG lossless without pydicom's decoders", _jpeg_lossless, (found("lossless"),), "4", decoders=False),
    Case("no preamble", _without_preamble(), (found("without_meta"),), "5"),
    Case("no preamble, implicit VR", _without_preamble(ImplicitVRLittleEndian), (found("without_meta"),), "5"),
    Case("a dose report under the same UID", _dose_report, (refused("not_ct", slices=1), found()), "9"),
    Case("enhanced CT", lambda folder: enhanced(images(), folder), (found(),), "11"),
    Case(
        "enhanced CT with two phases",
        _two_phases_in_one_file,
        (found(label="phase 40 %"), found(label="phase 75 %")),
        "11",
    ),
    Case("a DICOMDIR by name", _directory, (found(),), "11"),
    Case("a zip", _zipped, (found(),), "11"),
    Case("a zip whose names climb", _zip_that_climbs, (found(),), "11"),
    Case("a damaged zip", _damaged_zip, (), "11", problems=("series.archive_damaged",)),
    Case("a linked folder, in a circle", _linked, (found(),), "11"),
    Case(
        "one Series UID an image",
        each(lambda d, i: setattr(d, "SeriesInstanceUID", f"2.25.{700 + i}")),
        (found("uid_of_each_image"),),
        "11",
    ),
    Case(
        "two phases by trigger times that jitter",
        copies(lambda d, i, v: setattr(d, "TriggerTime", str((350, 650)[v] + (-3, 0, 5, 2)[i]))),
        (found(label="trigger time about 351 ms"), found(label="trigger time about 651 ms")),
        "11",
    ),
    Case(
        "two phases by percent that jitters",
        copies(lambda d, i, v: setattr(d, "NominalPercentageOfCardiacPhase", (40.0, 75.0)[v] + (-0.2, 0, 0.4, 0.2)[i])),
        (found("phases", label="phase about 40.1 %"), found("phases", label="phase about 75.1 %")),
        "11",
    ),
    Case("the same files twice", _twice(lambda d: None), (found("copies"),), "11"),
    Case(
        "the same instances behind another meta information",
        _twice(lambda d: setattr(d.file_meta, "SourceApplicationEntityTitle", "PACS")),
        (found("copies"),),
        "11",
    ),
    Case(
        "the same instances with other pixels",
        _twice(lambda d: put(d, np.zeros((SIZE, SIZE)))),
        (refused("same_instance", "same_positions", slices=8),),
        "11",
    ),
    Case("NIfTI", _volume(".nii.gz"), (_volume_found(),), "11"),
    Case("NIfTI of floats", _volume(".nii", np.float32), (_volume_found(),), "11"),
    Case("NIfTI from above", _volume(".nii.gz", flip=True), (_volume_found(),), "11"),
    Case("NIfTI by sagittal slices", _volume(".nii.gz", axis=1), (_volume_found(),), "11"),
    Case("NRRD", _volume(".nrrd"), (_volume_found(),), "11"),
    Case("MetaImage", _volume(".mha"), (_volume_found(),), "11"),
    Case("a compression of the maker's own", each(_private_rle), (refused("private_pixels"),), "11"),
    Case("its own reduced series beside a source", _own_reduced, (found(), found("own_output")), "12"),
    Case(
        "two kernels",
        copies(lambda d, i, v: setattr(d, "ConvolutionKernel", ("Qr36d", "Br64d")[v])),
        (found(label="kernel Br64d"), found(label="kernel Qr36d")),
    ),
    Case("a lost slice", lambda f: save(f, [image(i) for i in (0, 1, 2, 4)]), (refused("slice_missing"),)),
    Case("one image", lambda f: save(f, [image()]), (refused("one_image", slices=1),)),
    Case("two patients", each(lambda d, i: setattr(d, "PatientID", f"P{i % 2}")), (refused("mixture"),)),
    Case(
        "phases that differ a little",
        each(lambda d, i: setattr(d, "NominalPercentageOfCardiacPhase", 75.0 + i)),
        (found("phases"),),
    ),
    Case(
        "slices of 1.5 mm",
        each(lambda d, i: setattr(d, "ImagePositionPatient", [-8, -8, 1.5 * i])),
        (found("spacing", "overlap", score=SCORE / 2),),
    ),
    Case("unsigned", with_attributes(PixelRepresentation=0)),
)
