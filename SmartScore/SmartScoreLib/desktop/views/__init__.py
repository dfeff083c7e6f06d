"""The slice and 3D views while SmartScore is open."""
