"""The lesions of two scans held against each other: what is new, grown, the same, smaller, gone, merged or split."""
