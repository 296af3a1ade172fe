"""The colours of badges, from the worst share to the best: whoever reads them need not see well."""

import re

import pytest

from browser.browsing import READABLE, contrast
from mkdocs_gbm.output.badge import Badge, colour_of


@pytest.mark.parametrize("share", [0, 49.9, 50, 79.9, 80, 99.9, 100])
def test_the_text_stands_out_from_both_halves(share: float) -> None:
    svg = Badge("architecture", f"{share} % written", colour_of(share), "Some sections are written").svg()
    label, message, text = re.findall(r'fill="(#[\da-f]+)"', svg)
    assert contrast(text, label) >= READABLE
    assert contrast(text, message) >= READABLE
