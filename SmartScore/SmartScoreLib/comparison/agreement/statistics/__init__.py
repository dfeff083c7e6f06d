"""Statistics of agreement on plain arrays: each with its source, and held to published examples by the tests."""
