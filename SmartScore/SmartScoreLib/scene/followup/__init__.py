"""Earlier scans in the scene: found, aligned with the volume that is read, and outlined."""
