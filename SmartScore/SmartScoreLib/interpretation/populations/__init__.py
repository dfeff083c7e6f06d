"""Reference populations: scores of people without known heart disease, by age, sex and group."""
