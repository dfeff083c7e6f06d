"""Whether two scans may be compared at all, and what differs between them."""
