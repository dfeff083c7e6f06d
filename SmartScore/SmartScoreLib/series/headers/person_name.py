"""When two person names are the same name (PS3.5 6.2 and 6.2.1)."""


def comparable_name(name: str) -> str:
    """A person name in the shortest of its forms that mean the same: equal for equal names.

    Delimiters at the end of a component group, and of the name, may be left out; spaces around a component mean
    nothing.
    """
    groups = ("^".join(part.strip() for part in group.split("^")).rstrip("^") for group in name.split("="))
    return "=".join(groups).rstrip("=")
