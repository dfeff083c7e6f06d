"""What a run leaves: tables, what their columns mean, the manifest, and hashes for names."""
