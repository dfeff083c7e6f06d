"""Score every segmentation of Slicer's scene on the volume that it was made on; paste it into the Python console.

Segments are named by territory (LM, LAD, LCX, RCA ...) or by usual names of the arteries.
"""

import slicer

logic = slicer.util.getModuleLogic("SmartScore")
for segmentation in slicer.util.getNodesByClass("vtkMRMLSegmentationNode"):
    volume = segmentation.GetNodeReference(segmentation.GetReferenceImageGeometryReferenceRole())
    if volume is None:
        print(segmentation.GetName(), "names no volume that it was made on")
        continue
    sheet = logic.score(volume, segmentation)
    print(segmentation.GetName(), "on", volume.GetName(), sheet.protocol.name, sheet.total.agatston)
