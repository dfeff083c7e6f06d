"""Earlier scans beside the one that is read: found, opened in the background, compared and looked at."""
