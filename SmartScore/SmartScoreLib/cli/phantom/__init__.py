"""Commands around phantoms: a scanner checked by one that lies in it, and grades shown on one made in code."""
