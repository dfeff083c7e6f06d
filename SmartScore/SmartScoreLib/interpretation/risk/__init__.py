"""Risk of coronary and cardiovascular disease, by published equations."""
