"""Every sentence of the reports: one file a language, found in this folder."""

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules


@cache
def language_codes() -> tuple[str, ...]:
    """Codes of all languages, English first; the tables themselves are not read."""
    found = {module.name for module in iter_modules(__path__) if re.fullmatch("[a-z]{2}", module.name)}
    return ("en", *sorted(found - {"en"}))


def language_name(code: str) -> str:
    """What a language calls itself."""
    return str(import_module(f"{__name__}.{code}").TEXTS["locale_name"])
