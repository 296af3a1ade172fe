"""Badges as shields draws them: colours that whoever reads them need not see well, and shields' own measures."""

import re
from xml.etree import ElementTree as ET

import pytest

from browser.browsing import READABLE, contrast
from mkdocs_gbm.output.badge import Badge, colour_of

SVG = "{http://www.w3.org/2000/svg}"


def badge(label: str, message: str, share: float = 100) -> ET.Element:
    return ET.fromstring(Badge(label, message, colour_of(share), "Some sections are written").svg())


@pytest.mark.parametrize("share", [0, 49.9, 50, 79.9, 80, 99.9, 100])
def test_the_text_stands_out_from_both_halves(share: float) -> None:
    drawn = badge("architecture", f"{share} % written", share)
    (text,) = [group.get("fill", "") for group in drawn.findall(f"{SVG}g")]
    halves = [part.get("fill", "") for tag in ("rect", "path") for part in drawn.findall(SVG + tag)]
    halves = [fill for fill in halves if fill.startswith("#")]
    assert len(halves) == 2
    for half in halves:
        assert contrast(text, half) >= READABLE
        assert contrast(text, _shining(half)) >= READABLE, "where the text stands, light from above makes it paler"


#: Total width, and per text its left edge and length: what badge-maker 6.0.0, shields' own library, draws.
MEASURES = {
    ("architecture", "75.6 % written"): (170, [(6, 67), (81, 83)]),
    ("checklist", "9/10"): (92, [(6, 47), (61, 25)]),
    ("checklist", "9/10, 1 contradicted"): (180, [(6, 47), (61, 113)]),
    ("build", "passing"): (88, [(6, 27), (41, 41)]),
}


@pytest.mark.parametrize(("label", "message"), MEASURES)
def test_it_is_as_wide_as_one_of_shields(label: str, message: str) -> None:
    drawn = badge(label, message)
    texts = [text for text in drawn.iter(f"{SVG}text") if text.get("aria-hidden") is None]
    edges = [(int(text.get("x", "")), int(text.get("textLength", ""))) for text in texts]
    assert (int(drawn.get("width", "")), edges) == MEASURES[label, message]
    assert drawn.get("height") == "20"


def test_it_has_shade_and_shadow_like_one_of_shields() -> None:
    drawn = badge("checklist", "9/10")
    (shade,) = drawn.findall(f"{SVG}linearGradient")
    assert [part.get("fill") for part in drawn.findall(f"{SVG}rect")][-1] == f"url(#{shade.get('id')})"
    shadows = [text.text for text in drawn.iter(f"{SVG}text") if text.get("aria-hidden")]
    assert shadows == ["checklist", "9/10"]


def test_two_badges_of_a_page_share_no_id() -> None:
    ids = [each.get("id") for name in ("9/10", "8/10") for each in badge("checklist", name).iter() if each.get("id")]
    assert len(set(ids)) == 2


def _shining(colour: str) -> str:
    """Return a colour beneath the upper part of the shade: a tenth of #8c8c8c, a quarter of the way down."""
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [round(int(channel, 16) * 0.9 + 0x8C * 0.1) for channel in re.findall("..", digits)]
    return "#" + "".join(f"{channel:02x}" for channel in channels)
