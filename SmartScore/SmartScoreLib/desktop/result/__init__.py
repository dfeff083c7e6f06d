"""The result in sight: one line on top of the panel and in the large view."""
