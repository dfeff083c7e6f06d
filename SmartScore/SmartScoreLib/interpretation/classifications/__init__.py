"""What an amount of coronary calcium is called: classifications as data, each with its source."""
