"""Colors that stay apart for every reader, and in print without color."""

from itertools import combinations, pairwise

import numpy as np
import pytest

from SmartScoreLib.lesions.territories import TERRITORIES
from SmartScoreLib.reports.drawing.palette import AMOUNTS, INK, PAPER, amount_color, contrast, ink_on

# Machado, Oliveira, Fernandes 2009 (IEEE TVCG 15:1291), severity 1.0, for linear sRGB.
VISIONS = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
}


def linear(color: tuple[int, int, int]) -> np.ndarray:
    value = np.array(color) / 255
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def lab(rgb: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65) of linear sRGB."""
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    x = (to_xyz @ np.clip(rgb, 0, 1)) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(x > 216 / 24389, np.cbrt(x), (24389 / 27 * x + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("vision", VISIONS)
def test_territory_colors_stay_apart(vision: str) -> None:
    """A difference of 15 in CIE L*a*b* is several times what is just noticeable (2.3)."""
    seen = {t.key: lab(VISIONS[vision] @ linear(t.color)) for t in TERRITORIES}
    for one, other in combinations(seen, 2):
        assert np.linalg.norm(seen[one] - seen[other]) >= 15, (one, other)


@pytest.mark.parametrize("scale", [[amount_color(n, grades) for n in range(grades)] for grades in (2, 3, 4, 5)])
def test_more_is_darker_so_that_grayscale_print_keeps_the_order(scale: list[tuple[int, int, int]]) -> None:
    lightness = [lab(linear(color))[0] for color in scale]
    assert all(light - dark >= 8 for light, dark in pairwise(lightness))


def test_contrast_is_that_of_the_accessibility_guideline() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.005)  # WCAG's known example


def test_text_on_the_category_bar_takes_the_ink_that_is_read_best() -> None:
    assert ink_on(AMOUNTS[0]) == INK
    assert ink_on(AMOUNTS[-1]) == PAPER
    assert all(contrast(ink_on(color), color) >= 4.5 for color in AMOUNTS)
