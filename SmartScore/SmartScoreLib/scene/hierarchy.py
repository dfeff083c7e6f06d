"""Where nodes stand in Slicer's subject hierarchy: patient, study, series."""

from pydicom.dataset import Dataset
from slicer import vtkMRMLNode, vtkMRMLScene, vtkMRMLSubjectHierarchyConstants, vtkMRMLSubjectHierarchyNode

_UID = vtkMRMLSubjectHierarchyConstants.GetDICOMUIDName()
_PATIENT = ("PatientName", "PatientID", "PatientSex", "PatientBirthDate")
_STUDY = ("StudyInstanceUID", "StudyID", "StudyDescription", "StudyDate", "StudyTime")
_SERIES = ("Modality", "SeriesNumber", "SeriesDescription", "FrameOfReferenceUID", "Manufacturer")


def placeSeries(node: vtkMRMLNode, header: Dataset) -> None:
    """Put a node under the patient and study of a DICOM header; both are made if the scene lacks them.

    Items, UIDs and attributes are those that Slicer's DICOM loader makes, so that a series loaded by it and one loaded
    here stand under the same study.
    """
    hierarchy = _hierarchy(node.GetScene())
    study = str(header.get("StudyInstanceUID", ""))
    studyItem = hierarchy.GetItemByUID(_UID, study) if study else 0
    if study and not studyItem:
        studyItem = hierarchy.CreateStudyItem(_patientItem(hierarchy, header, study), _studyName(header))
        hierarchy.SetItemUID(studyItem, _UID, study)
        hierarchy.SetItemOwnerPluginName(studyItem, "DICOM")
        _setAttributes(hierarchy, studyItem, header, _STUDY)
    item = _itemOf(hierarchy, node)
    if studyItem:
        hierarchy.SetItemParent(item, studyItem)
    hierarchy.SetItemUID(item, _UID, str(header.get("SeriesInstanceUID", "")))
    _setAttributes(hierarchy, item, header, _SERIES)


def placeBeside(node: vtkMRMLNode, other: vtkMRMLNode) -> None:
    """Put a node under the parent of another: a segmentation or table beside its volume."""
    hierarchy = _hierarchy(node.GetScene())
    hierarchy.SetItemParent(_itemOf(hierarchy, node), hierarchy.GetItemParent(_itemOf(hierarchy, other)))


def modalityOf(node: vtkMRMLNode) -> str:
    """Modality as Slicer's DICOM loader keeps it beside the node, or "" if it is not known."""
    hierarchy = _hierarchy(node.GetScene())
    item = hierarchy.GetItemByDataNode(node)
    return str(hierarchy.GetItemAttribute(item, "DICOM.Modality") or "") if item else ""


def _hierarchy(scene: vtkMRMLScene) -> vtkMRMLSubjectHierarchyNode:
    return vtkMRMLSubjectHierarchyNode.GetSubjectHierarchyNode(scene)


def _itemOf(hierarchy: vtkMRMLSubjectHierarchyNode, node: vtkMRMLNode) -> int:
    # Slicer makes items by itself; without its plugins nobody does.
    return int(hierarchy.GetItemByDataNode(node) or hierarchy.CreateItem(hierarchy.GetSceneItemID(), node))


def _patientItem(hierarchy: vtkMRMLSubjectHierarchyNode, header: Dataset, study: str) -> int:
    # A patient without ID gets the one that Slicer's DICOM loader makes up.
    patient = str(header.get("PatientID", "") or "") or f"Patient-{study}"
    item = hierarchy.GetItemByUID(_UID, patient)
    if not item:
        name = str(header.get("PatientName", "") or "") or "No name"
        item = hierarchy.CreateSubjectItem(hierarchy.GetSceneItemID(), f"{name} ({patient})")
        hierarchy.SetItemUID(item, _UID, patient)
        hierarchy.SetItemOwnerPluginName(item, "DICOM")
        _setAttributes(hierarchy, item, header, _PATIENT)
        hierarchy.SetItemAttribute(item, "DICOM.PatientID", patient)
    return int(item)


def _studyName(header: Dataset) -> str:
    description = str(header.get("StudyDescription", "") or "") or "No study description"
    date = str(header.get("StudyDate", "") or "")
    return f"{description} ({date})" if date else description


def _setAttributes(
    hierarchy: vtkMRMLSubjectHierarchyNode, item: int, header: Dataset, keywords: tuple[str, ...]
) -> None:
    for keyword in keywords:
        hierarchy.SetItemAttribute(item, f"DICOM.{keyword}", str(header.get(keyword, "") or ""))
