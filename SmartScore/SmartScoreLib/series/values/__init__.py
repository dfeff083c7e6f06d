"""A look at the values of a volume: what headers cannot be trusted for (units, contrast agent, noise, a cut heart)."""
