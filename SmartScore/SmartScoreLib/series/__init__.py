"""Files -> CTSeries, or the reasons why not."""
