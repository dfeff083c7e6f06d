"""Reading DICOM files as they are: headers without their pixels, single attributes, image planes."""
