"""Where Slicer keeps a copied file inside its database folder."""

from hashlib import md5


def storage_path(study_instance_uid: str, series_instance_uid: str, sop_instance_uid: str) -> str:
    """Path relative to the database folder, with forward slashes: dicom/S8/E8/I32.dcm.

    S8, E8 and I32 begin the MD5 of the three UIDs (ctkDICOMDatabase, useShortStoragePath), so no UID can lead outside.
    """
    study, series, instance = (
        md5(uid.encode(), usedforsecurity=False).hexdigest()
        for uid in (study_instance_uid, series_instance_uid, sop_instance_uid)
    )
    return f"dicom/{study[:8]}/{series[:8]}/{instance}.dcm"
