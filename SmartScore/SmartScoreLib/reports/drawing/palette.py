"""The colors of the pages; every ink meets 4.5:1 on the papers it is used on (a test computes it)."""

Color = tuple[int, int, int]

PAPER: Color = (255, 255, 255)
SHADE: Color = (241, 244, 247)
"""Background of panels and every second table row."""
NOTICE_PAPER: Color = (255, 244, 214)
"""Background of warnings."""
INK: Color = (24, 32, 42)
QUIET_INK: Color = (84, 96, 110)
"""Labels and footers."""
ACCENT: Color = (0, 84, 128)
"""Headings and the patient's own mark."""
NOTICE_INK: Color = (122, 66, 0)
RULE: Color = (196, 204, 212)
"""Thin lines; never text."""

AMOUNTS: tuple[Color, ...] = ((222, 235, 247), (178, 209, 232), (114, 168, 211), (45, 112, 174), (10, 54, 106))
"""Amounts from light to dark in one hue: the order survives grayscale print and every color vision."""
NO_CALCIUM: Color = (176, 184, 192)
"""A vessel of the heart sketch without calcium; the others have the color that the bar has for the same score."""

SCREEN: Color = (0, 0, 0)
PANEL: Color = (22, 26, 31)
"""Background of the text beside a slice."""
SCREEN_INK: Color = (238, 241, 244)
SCREEN_QUIET_INK: Color = (168, 178, 188)
SCREEN_NOTICE_INK: Color = (255, 190, 90)
SCREEN_RULE: Color = (70, 78, 88)


def amount_color(position: int, grades: int) -> Color:
    """The color of a grade of so many, 0 the lowest: spread over `AMOUNTS`, the lowest and the highest at its ends.

    The same for two grades where there are more of them than colors.
    """
    return AMOUNTS[round(position * (len(AMOUNTS) - 1) / (grades - 1))]


def ink_on(paper: Color) -> Color:
    """Black-ish or white-ish text, whichever has more contrast on this background."""
    return INK if contrast(INK, paper) >= contrast(PAPER, paper) else PAPER


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of two sRGB colors, 1 to 21 (WCAG 2.2, relative luminance)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
