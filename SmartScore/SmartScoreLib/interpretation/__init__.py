"""Categories, percentile, arterial age, risk: each number with its source."""
