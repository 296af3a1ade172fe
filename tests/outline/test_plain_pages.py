"""Plain pages are read without a Markdown parser: what stands in them, wherever an image does."""

import pytest

from mkdocs_gbm.outline import Outline, UnitKind, read_markdown
from mkdocs_gbm.outline.later import Later
from mkdocs_gbm.outline.markdown import read_unfolded
from mkdocs_gbm.outline.plain_blocks import blocks_of
from mkdocs_gbm.outline.plain_page import read_plain

IMAGES = {
    "alone": "![The cache](cache.png)",
    "in a paragraph": "The cache ![in a drawing](cache.png) and what fills it.",
    "in a list": "- ![The cache](cache.png)\n- Redis ![at night](night.png)\n- Varnish",
    "in a table": "| Cache | Drawn |\n| --- | --- |\n| Redis | ![The cache](cache.png) |\n| Varnish | not yet |",
    "in a quotation": "> ![The cache](cache.png)",
}


def read(text: str) -> Outline:
    blocks = blocks_of(text)
    assert blocks
    return read_plain(blocks, 0, str)


@pytest.mark.parametrize("text", IMAGES.values(), ids=list(IMAGES))
def test_images_are_units_of_their_sections(text: str) -> None:
    page = f"# Orders\n\n## Caching\n\n{text}\n\n## Paging\n\nBy cursor.\n"
    plain, parsed = read(page), read_markdown(page)
    images = [unit for unit in plain.under(plain.headings[1]) if unit.kind is UnitKind.IMAGE]
    assert len(images) == page.count("![")
    assert images[0].links == ("cache.png",)
    for heading, same in zip(plain.headings, parsed.headings, strict=True):
        units = sorted((unit.kind.value, unit.text) for unit in plain.under(heading))
        assert units == sorted((unit.kind.value, unit.text) for unit in parsed.under(same))


TABLES = {
    "two columns": "| Cache | Lives |\n| --- | --- |\n| Redis | a  minute |\n| Varnish | |",
    "one column": "| Cache |\n| --- |\n| Redis |",
    "empty cells": "| Cache | Lives | Filled |\n| --- | --- | --- |\n| | | |\n| Redis | | at night |",
    "signs that HTML escapes": "| `<td>` | a &lt;td&gt; b |\n| --- | --- |\n| R&amp;D &lt;/td&gt; | &quot;x&quot; |",
    "words that stand out": "| Cache | For |\n| --- | --- |\n| **Redis** | a [minute](x.md) |\n| `Varnish` | an hour |",
    "aligned": "| Cache | Lives | a |\n| :-- | --: | :-: |\n| Redis | a minute | \\` |",
    "in a list": "- Caches:\n\n    | Cache | Lives |\n    | --- | --- |\n    | Redis | a minute |",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=list(TABLES))
def test_rows_are_the_same_units_whichever_reader_reads_them(text: str) -> None:
    page = f"# Orders\n\n## Caching\n\n{text}\n\n## Paging\n\nBy cursor.\n"
    assert read_unfolded(page, 0, str).units == read_markdown(page).units


def test_an_outline_is_the_same_value_whether_it_is_read_now_or_later() -> None:
    now = read_markdown("## Caching\n\nFor a minute.\n")
    later = Outline(Later(lambda: tuple(now.headings)), Later(lambda: tuple(now.units)), now.tasks)
    assert later == now
    assert {later, now} == {now}
    assert later != read_markdown("## Caching\n")
