"""MRML nodes <-> the library; with desktop the only room that imports slicer and vtk."""
