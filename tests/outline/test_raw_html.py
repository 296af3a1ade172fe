"""HTML that an author wrote into a page, as a browser shows it: what the reader must not stumble over."""

import pytest

from mkdocs_gbm.outline import UnitKind, read_html


@pytest.mark.parametrize("element", ["<frameset><frame></frameset>", "<html><head>", "<title>Orders</title>", "<body>"])
def test_elements_of_a_whole_document_do_not_take_the_pages_place(element: str) -> None:
    outline = read_html(f"{element}<h2>Caching</h2><p>For a minute.</p>")
    assert [heading.text for heading in outline.headings] == ["Caching"]
    assert [unit.text for unit in outline.units] == ["For a minute."]


def test_positions_that_an_author_wrote_are_no_lines() -> None:
    outline = read_html('<h2 data-sourcepos="top">Caching</h2><p data-sourcepos="">For a minute.</p>')
    assert [heading.line for heading in outline.headings] == [None]
    assert [unit.line for unit in outline.units] == [None]


@pytest.mark.parametrize("kind", ["radio", "text", "checkbox"])
def test_fields_of_a_form_are_no_words(kind: str) -> None:
    outline = read_html(f'<h2>Caching</h2><input type="{kind}"><ul><li>For a minute</li></ul><input type="{kind}">')
    assert [unit.text for unit in outline.units] == ["For a minute"]
    assert outline.tasks == ()


def test_code_in_a_cell_belongs_to_its_row() -> None:
    cells = "<td>GET</td><td><pre><code>Cache-Control: no-store\n</code></pre></td>"
    outline = read_html(f"<h2>Caching</h2><table><tr>{cells}</tr></table>")
    assert [(unit.kind, unit.text) for unit in outline.units] == [(UnitKind.ROW, "GET | `Cache-Control: no-store`")]


def test_paragraphs_in_a_cell_belong_to_its_row() -> None:
    outline = read_html("<h2>Caching</h2><table><tr><td>GET</td><td><p>For</p><p>a minute</p></td></tr></table>")
    assert [(unit.kind, unit.text) for unit in outline.units] == [(UnitKind.ROW, "GET | For a minute")]


def test_what_follows_a_table_in_a_table_is_read() -> None:
    inner = "<table><tr><td>Redis</td></tr></table>"
    outline = read_html(f"<h2>Caching</h2><table><tr><td>Where {inner}</td><td>For a minute</td></tr></table>")
    assert [unit.text for unit in outline.units] == ["Where", "Redis", "For a minute"]
