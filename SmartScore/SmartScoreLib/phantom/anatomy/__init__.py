"""A chest that differs from seed to seed, with calcium and metal of every kind where they lie in people."""
