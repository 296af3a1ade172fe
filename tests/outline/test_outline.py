"""The reader: what Python-Markdown with the extensions of a Material site makes of a page, and what is read from it."""

import importlib
import re
import time
from typing import Any

import markdown
import pytest

from mkdocs_gbm.outline import Facts, Outline, UnitKind, in_source, read_html, read_lines, read_markdown, with_lines

MATERIAL_EMOJI = importlib.import_module("material.extensions.emoji")

EXTENSIONS: dict[str, dict[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True},
    "pymdownx.betterem": {},
    "pymdownx.critic": {},
    "pymdownx.details": {},
    "pymdownx.emoji": {"emoji_index": MATERIAL_EMOJI.twemoji, "emoji_generator": MATERIAL_EMOJI.to_svg},
    "pymdownx.highlight": {"anchor_linenums": True, "pygments_lang_class": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.keys": {},
    "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def read(text: str, *without: str, **configs: dict[str, Any]) -> Outline:
    """Read a page as a build does; `pymdownx_tasklist={…}` configures one extension otherwise."""
    chosen = {name: config for name, config in EXTENSIONS.items() if name not in without}
    chosen |= {name.replace("_", ".", 1): config for name, config in configs.items()}
    return read_html(markdown.markdown(text, extensions=list(chosen), extension_configs=chosen))


def headings(outline: Outline) -> list[tuple[int, str]]:
    return [(heading.level, heading.text) for heading in outline.headings]


def facts(outline: Outline, name: str) -> Facts:
    return outline.facts(next(heading for heading in outline.headings if heading.text == name))


def texts(outline: Outline, name: str) -> list[str]:
    heading = next(heading for heading in outline.headings if heading.text == name)
    return [unit.text for unit in outline.under(heading)]


# --- headings ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## B\n\n#### C\n", [(1, "A"), (2, "B"), (4, "C")]),
        ("A\n=\n\nB\n---\n", [(1, "A"), (2, "B")]),
        ("# A #\n## B ##\n", [(1, "A"), (2, "B")]),
        ("#A\n", [(1, "A")]),
        ("## **Rate** *limiting*\n", [(2, "Rate limiting")]),
        ("## `GET` /orders\n", [(2, "GET /orders")]),
        ("## [Caching](https://example.com)\n", [(2, "Caching")]),
        ("## Caching {#cache .wide data-x='1'}\n", [(2, "Caching")]),
        ("## Q&A &amp; more\n", [(2, "Q&A & more")]),
        ("## Caching[^1]\n\n[^1]: note\n", [(2, "Caching")]),
        ("## ++ctrl++ keys\n", [(2, "Ctrl keys")]),
        ("<h2>Raw <em>HTML</em></h2>\n", [(2, "Raw HTML")]),
        ("## A<br>B\n", [(2, "A B")]),
        ("!!! note\n    ## In an admonition\n", [(2, "In an admonition")]),
        ("??? note\n    ## In folded details\n", [(2, "In folded details")]),
        ('=== "Tab"\n\n    ## In a tab\n', [(2, "In a tab")]),
        (
            '<details markdown="1">\n<summary>S</summary>\n\n## In HTML details\n\n</details>\n',
            [(2, "In HTML details")],
        ),
        ("<div markdown>\n\n## In a div\n\n</div>\n", [(2, "In a div")]),
        ("> ## In a quote\n", [(2, "In a quote")]),
        ("- item\n\n    ## In a list\n", [(2, "In a list")]),
    ],
)
def test_headings(text: str, expected: list[tuple[int, str]]) -> None:
    assert headings(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```\n# A\n```\n",
        "~~~markdown\n## A\n~~~\n",
        "    # indented code\n",
        "<!-- # A -->\n",
        "<!--\n## A\n-->\n",
        "`# A`\n",
        "\\# A\n",
        "| # A |\n| --- |\n| ## B |\n",
        "<script>\n'<h2>A</h2>'\n</script>\n",
    ],
)
def test_no_headings(text: str) -> None:
    assert headings(read(text)) == []


def test_a_heading_without_text_has_none() -> None:
    assert headings(read("##\n\ntext\n")) in ([], [(2, "")])


@pytest.mark.parametrize("permalink", [True, "#", "🔗", "link to this"])
def test_permalinks_are_no_text(permalink: bool | str) -> None:  # noqa: FBT001 - the option takes both
    outline = read("# A\n\n## B & C\n", toc={"permalink": permalink})
    assert headings(outline) == [(1, "A"), (2, "B & C")]


def test_anchors() -> None:
    outline = read("# A\n\n## Rate Limiting\n\n## Rate Limiting\n\n## Caching {#cache}\n")
    assert [heading.anchor for heading in outline.headings] == ["a", "rate-limiting", "rate-limiting_1", "cache"]
    found = outline.at("cache")
    assert found
    assert found.text == "Caching"
    assert outline.at("nowhere") is None


def test_the_title_is_the_only_heading_of_the_first_level() -> None:
    assert (title := read("## X\n\n# A\n\n## B\n").title)
    assert title.text == "A"
    assert read("# A\n\n# B\n").title is None
    assert read("## A\n").title is None


def test_what_emoji_become() -> None:
    outline = read("## :lock: Authentication\n\n## 🚀 Caching\n\n## :material-check: Pagination\n")
    assert [text.strip("🔒🚀 ") for _, text in headings(outline)] == ["Authentication", "Caching", "Pagination"]


# --- ranges -----------------------------------------------------------------------------------------------------


def test_content_below_deeper_headings_is_content() -> None:
    outline = read("# A\n\nin A\n\n## B\n\nin B\n\n#### C\n\nin C\n\n## D\n\nin D\n\n# E\n\nin E\n")
    assert texts(outline, "A") == ["in A", "in B", "in C", "in D"]
    assert texts(outline, "B") == ["in B", "in C"]
    assert texts(outline, "C") == ["in C"]
    assert texts(outline, "D") == ["in D"]
    assert texts(outline, "E") == ["in E"]


def test_a_heading_that_jumps_back_ends_all_deeper_ones() -> None:
    outline = read("#### A\n\na\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n")
    assert texts(outline, "A") == ["a"]
    assert texts(outline, "B") == ["b", "c"]
    assert texts(outline, "D") == []


def test_a_heading_in_an_admonition_reaches_beyond_it() -> None:
    outline = read('## A\n\n!!! note ""\n    ## B\n\n    in B\n\nafter\n')
    assert texts(outline, "A") == []
    assert texts(outline, "B") == ["in B", "after"]


# --- facts ------------------------------------------------------------------------------------------------------


def test_prose() -> None:
    found = facts(read("## S\n\nOne two three.\nFour *five*\n\nsix\n"), "S")
    assert found == Facts(words=6, table=False, code=False, diagram=False, list=False, links=())


def test_nothing() -> None:
    for body in ("", "<!-- a comment -->", "---", "<a id='x'></a>", "<p></p>", "[x]: https://example.com"):
        outline = read(f"## S\n\n{body}\n\n## T\n\ntext\n")
        assert texts(outline, "S") == [], body


def test_table() -> None:
    outline = read("## S\n\n| Pod | CPU |\n| --- | --- |\n| api | 2 cores |\n")
    found = facts(outline, "S")
    assert found.table
    assert found.words >= 3
    header, row = outline.units
    assert header.kind is UnitKind.HEADER
    assert row.kind is UnitKind.ROW
    assert row.text == "api | 2 cores"


def test_a_table_of_a_header_alone_is_none() -> None:
    found = facts(read("## S\n\n<table><thead><tr><th>Pod</th><th>CPU</th></tr></thead><tbody></tbody></table>\n"), "S")
    assert not found.table
    assert found.words == 0


@pytest.mark.parametrize(
    "fence",
    [
        "```\nx = 1\n```",
        "```python\nx = 1\n```",
        "~~~ yaml\nttl: 1\n~~~",
        "    x = 1",
        "```{ .py .annotate title='a.py' }\nx = 1 # (1)!\n```",
        "- item\n\n    ```\n    x = 1\n    ```",
        "<pre><code>x = 1</code></pre>",
    ],
)
def test_code(fence: str) -> None:
    found = facts(read(f"## S\n\n{fence}\n"), "S")
    assert found.code
    assert not found.diagram


def test_an_empty_fence_is_nothing() -> None:
    assert texts(read("## S\n\n```\n\n```\n\n## T\n\ntext\n"), "S") == []


@pytest.mark.parametrize(
    "diagram",
    [
        "```mermaid\ngraph LR\n  a --> b\n```",
        "```dot\ndigraph { a }\n```",
        "```\n┌───┐\n│ a │\n└───┘\n```",
        "```text\n+---+     +---+\n| a |---->| b |\n+---+     +---+\n```",
        "    a --> b\n",
        "![Flow](flow.png)",
        "<img src='flow.png'>",
        "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
        "<figure markdown>\n![Flow](flow.png)\n<figcaption>Flow</figcaption>\n</figure>",
        "<iframe src='https://example.com'></iframe>",
        "<object data='flow.svg'></object>",
        '<pre class="mermaid">graph LR</pre>',
        '<div class="mermaid">graph LR\n a</div>',
    ],
)
def test_diagrams(diagram: str) -> None:
    assert facts(read(f"## S\n\n{diagram}\n"), "S").diagram


@pytest.mark.parametrize("language", ["mermaid", "plantuml", "d2", "graphviz", "dot"])
def test_diagrams_in_other_languages(language: str) -> None:
    text = f"## S\n\n```{language}\na to b\n```\n"
    assert facts(read_markdown(text), "S").diagram
    assert facts(read(text, pymdownx_highlight={"use_pygments": False}), "S").diagram
    assert facts(read_html(markdown.markdown(text, extensions=["fenced_code"])), "S").diagram


def test_mermaid_by_superfences_own_format() -> None:
    html = '<h2>S</h2><pre class="mermaid"><code>graph LR\n  a --&gt; b</code></pre>'
    assert facts(read_html(html), "S").diagram


def test_a_script_in_a_fence_is_no_diagram() -> None:
    assert not facts(read("## S\n\n```sql\nSELECT a - b FROM t -- all of them\n```\n"), "S").diagram


def test_lists() -> None:
    outline = read("## S\n\n- one\n- two\n    1. three\n\n    more of two\n")
    assert facts(outline, "S").list
    assert texts(outline, "S") == ["one", "two", "three", "more of two"]


def test_links() -> None:
    outline = read('## S\n\nSee [a](a.md), <https://b.example> and [c][c].\n\n[c]: c.md#x "C"\n')
    assert facts(outline, "S").links == ("a.md", "https://b.example", "c.md#x")


def test_icons_and_emoji_are_no_images() -> None:
    outline = read("## S\n\nTBD :material-close: :construction: 🚧\n")
    found = facts(outline, "S")
    assert not found.diagram
    assert all(unit.kind is UnitKind.PROSE for unit in outline.units)


def test_an_image_in_a_heading_is_no_content_of_the_section_before() -> None:
    outline = read("## S\n\n## ![logo](logo.png) T\n\ntext\n")
    assert texts(outline, "S") == []
    assert not facts(outline, "S").diagram


def test_definition_lists() -> None:
    outline = read("## S\n\nterm\n:   its meaning\n\nother\n:   another meaning\n")
    words = " ".join(texts(outline, "S"))
    assert "term" in words
    assert "another meaning" in words


def test_admonitions_and_tabs_are_read_through() -> None:
    outline = read('## S\n\n!!! warning "Beware"\n    of the dog\n\n=== "Tab"\n\n    in a tab\n')
    assert [text for text in texts(outline, "S") if text not in ("Beware", "Tab")] == ["of the dog", "in a tab"]


def test_the_title_that_an_admonition_gets_by_itself_is_no_content() -> None:
    outline = read("## S\n\n!!! note\n\n## T\n\n??? warning\n\n    of the dog\n")
    assert facts(outline, "S").words == 0
    assert facts(outline, "T").words == 3
    assert [unit.text for unit in outline.units if unit.kind is not UnitKind.TITLE] == ["of the dog"]


def test_labels() -> None:
    outline = read(
        "- **Caching**: for a minute\n- **Pagination** — cursors\n\n**Errors.** Problem documents\n\ntext **bold**\n"
    )
    assert [(unit.label, unit.rest) for unit in outline.units] == [
        ("Caching", "for a minute"),
        ("Pagination", "cursors"),
        ("Errors", "Problem documents"),
        (None, ""),
    ]


def test_unknown_elements_read_as_they_were_written() -> None:
    outline = read("## S\n\n<describe the cache>\n")
    assert texts(outline, "S") == ["<describe the cache>"]


# --- task items -------------------------------------------------------------------------------------------------

TASKS = """
- [x] **Deployment**: see [pipeline](deployment.md#pipeline)
- [ ] **Monitoring**: later
- [X] Done too
- plain
- [y] no task

1. [ ] numbered

    - [x] nested
"""


@pytest.mark.parametrize(
    "tasklist", [None, {}, {"custom_checkbox": True}, {"custom_checkbox": True, "clickable_checkbox": True}]
)
def test_tasks(tasklist: dict[str, Any] | None) -> None:
    outline = read(TASKS, "pymdownx.tasklist") if tasklist is None else read(TASKS, pymdownx_tasklist=tasklist)
    assert [(task.ticked, task.text, task.label) for task in outline.tasks] == [
        (True, "Deployment: see pipeline", "Deployment"),
        (False, "Monitoring: later", "Monitoring"),
        (True, "Done too", None),
        (False, "numbered", None),
        (True, "nested", None),
    ]
    assert outline.tasks[0].links == ("deployment.md#pipeline",)


def test_tasks_with_paragraphs() -> None:
    outline = read("- [x] **A**: one\n\n- [ ] **B**: two\n\n    more\n")
    assert [(task.ticked, task.label) for task in outline.tasks] == [(True, "A"), (False, "B")]


def test_tasks_by_cmark() -> None:
    outline = read_markdown(TASKS)
    assert [(task.ticked, task.text) for task in outline.tasks] == [
        (True, "Deployment: see pipeline"),
        (False, "Monitoring: later"),
        (True, "Done too"),
        (False, "numbered"),
        (True, "nested"),
    ]
    assert [task.line for task in outline.tasks] == [2, 3, 4, 8, 10]


def test_other_boxes_are_no_tasks() -> None:
    html = '<h2>S</h2><p><input type="checkbox"> in prose</p><p>[x] in prose</p><ul><li>text [x] later</li></ul>'
    assert read_html(html).tasks == ()


# --- what is no content -----------------------------------------------------------------------------------------


def test_the_table_of_contents_is_no_content() -> None:
    outline = read("# A\n\n[TOC]\n\n## B\n\ntext\n")
    assert texts(outline, "A") == ["text"]
    assert outline.units[0].links == ()


def test_footnotes_are_no_content() -> None:
    outline = read("## S\n\nForty minutes[^1].\n\n## T\n\n[^1]: Measured in May.\n")
    assert texts(outline, "S") == ["Forty minutes."]
    assert texts(outline, "T") == []


@pytest.mark.parametrize("style", ["table", "inline", "pymdownx-inline"])
def test_line_numbers_and_file_names_are_no_content(style: str) -> None:
    fence = '## S\n\n```py title="cache.py" linenums="7"\nttl = 60\nsize = 5\n```\n'
    configs = {"anchor_linenums": True, "linenums_style": style}
    outline = read(fence, pymdownx_highlight=configs)
    assert texts(outline, "S") == ["ttl = 60\nsize = 5"]
    assert facts(outline, "S").code
    assert not facts(outline, "S").table
    assert facts(outline, "S").links == ()


def test_a_fence_without_pygments() -> None:
    outline = read("## S\n\n```py\nttl = 60\n```\n", pymdownx_highlight={"use_pygments": False})
    assert texts(outline, "S") == ["ttl = 60"]


def test_what_the_plugin_itself_adds_is_no_content() -> None:
    html = (
        '<h2>S</h2><p class="gbm-badges">coverage 50 %</p><div class="gbm-hint">write here</div><h2>T</h2><p>text</p>'
    )
    assert texts(read_html(html), "S") == []


def test_scripts_and_styles_are_no_content() -> None:
    html = "<h2>S</h2><script>let a</script><style>p {}</style><template><p>x</p></template><!-- c --><h2>T</h2>"
    assert texts(read_html(html), "S") == []


# --- lines ------------------------------------------------------------------------------------------------------


def test_lines_count_with_the_front_matter() -> None:
    text = "---\ntitle: A\n---\n\n# A\n\n- **B**: text\n\n## C\n"
    outline = read_markdown(text)
    assert [heading.line for heading in outline.headings] == [5, 9]
    assert outline.units[0].line == 7


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("## S\n", 1),
        ("\n\n## S\n", 3),
        ("\ufeff## S\n", 1),
        ("\ufeff---\na: 1\n---\n## S\n", 4),
        ("---\r\na: 1\r\n---\r\n\r\n## S\r\n", 5),
        ("---\n---\n## S\n", 3),
        ("---\na: 1\n...\n## S\n", 4),
        ("---\n\n## S\n", 3),
        ("S\n---\n", 1),
        ("a\n\n> ## S\n", 3),
    ],
)
def test_the_line_of_a_heading(text: str, line: int) -> None:
    assert [heading.line for heading in read_markdown(text).headings if heading.text == "S"] == [line]


def test_lines_for_a_page_of_a_build() -> None:
    text = "# A\n\n## B {#b}\n\n- **C**: text\n\n## **D**\n\n- [x] E\n"
    outline = with_lines(read(text), read_lines(text))
    assert [heading.line for heading in outline.headings] == [1, 3, 7]
    assert [unit.line for unit in outline.units if unit.label] == [5]
    assert [task.line for task in outline.tasks] == [9]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n## B {#b}\n\n- **C**: text\n\n## **D**\n\n- [x] E\n",
        "---\ntitle: A\n---\n# A\n\n## B\n\n- **C**: text\n",
        "# A\n\n```sh\n# no heading\n```\n\n## B\n\n~~~~\n# none\n~~~\n# none\n~~~~\n\n## C ##\n",
        "# A\n\n<!--\n## B\n-->\n\n## C\n",
        "A\n=\n\nB\n-\n\n## C\n",
        "# A\n\n## [B](b.md)\n\n## C & D\n",
        "# A\n\n<h2>B</h2>\n\n## C\n",
        "# A\n\n## B\n\n### Notes\n\n## C\n\n### Notes\n",
        "## A",
        "text alone\n",
        "",
    ],
)
def test_lines_that_are_found_when_they_are_asked_for(text: str) -> None:
    outline = in_source(read(text), text)
    known = with_lines(read(text), read_lines(text))
    assert [heading.line for heading in outline.headings] == [heading.line for heading in known.headings]
    assert [task.line for task in outline.tasks] == [task.line for task in known.tasks]
    labelled = [index for index, unit in enumerate(outline.units) if unit.label]
    assert [outline.line_of(index) for index in labelled] == [known.line_of(index) for index in labelled]


def test_repeated_headings_get_their_lines_in_order() -> None:
    text = "# A\n\n## B\n\n### Notes\n\none\n\n## C\n\n### Notes\n\ntwo\n"
    outline = with_lines(read(text), read_lines(text))
    assert [(heading.text, heading.line) for heading in outline.headings] == [
        ("A", 1),
        ("B", 3),
        ("Notes", 5),
        ("C", 9),
        ("Notes", 11),
    ]


def test_a_heading_that_only_the_build_has_gets_no_line_of_another() -> None:
    text = "# A\n\n!!! note\n    ## Extra\n\n## B\n\n## Extra\n"
    lines = {(heading.text, heading.line) for heading in with_lines(read(text), read_lines(text)).headings}
    assert ("B", 6) in lines
    included = with_lines(read("# A\n\n## From a snippet\n\n## B\n"), read_lines("# A\n\n--8<-- 'x.md'\n\n## B\n"))
    assert [heading.line for heading in included.headings] == [1, None, 5]


HIDDEN = {
    "a tab": '=== "A"\n\n    ## S\n',
    "a call-out right below its head": "!!! note\n    ## S\n",
    "a folded call-out": "??? note\n\n    ## S\n",
    "an open one": '???+ note "T"\n\n    ## S\n',
    "a tab in a call-out in a list": '- a\n\n    !!! note\n\n        === "A"\n\n            ## S\n',
    "a tab below a sample of one": '```md\n=== "A"\n\n    ## S\n```\n\n=== "B"\n\n    ## S\n',
    "a tab with a sample": '=== "A"\n\n    ```md\n    !!! note\n        ## S\n    ```\n\n    ## S\n',
    "a tab below one that is commented out": '<!--\n=== "A"\n\n    ## S\n-->\n\n=== "B"\n\n    ## S\n',
    "a tab below a comment": '<!-- a -->\n\n=== "A"\n\n    ## S\n',
    "an indent of tabs": "!!! note\n\t## S\n",
    "a heading in two lines": '=== "A"\n\n    S\n    ---\n\n    text\n',
    "a list item": "1. ## S\n\n    text\n",
    "no space": "##S\n",
    "no space in a list": "- a\n\n    ##S\n",
    "no space in a tab": '=== "A"\n\n    ##S\n',
    "HTML with Markdown in it": '<details markdown="1">\n<summary>T</summary>\n## S\n</details>\n',
    "a footnote's mark": "## S[^1]\n\n[^1]: https://example.com/s\n",
    "an emoji": "## :material-check: S\n",
    "HTML below what speaks of it": "S is told below.\n\n<h2>S</h2>\n",
    "HTML in lines": '=== "A"\n\n    S is told below.\n\n    <h2 id="s">\n    S\n    </h2>\n',
    "HTML with an entity": "<h2>&#83;</h2>\n",
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN.keys())
def test_headings_that_hide_from_cmark_have_the_line_on_which_they_begin(text: str) -> None:
    outline = in_source(read(text), text)
    lines = text.split("\n")
    last = max(number for number, line in enumerate(lines, 1) if re.match(r"[\s\d.]*(#|<h|S$)", line))
    begins = last - (lines[last - 2].strip().startswith("<h"))
    assert [(heading.text, heading.line) for heading in outline.headings] == [("S", begins)]


def test_all_that_stands_in_tabs_has_its_own_line() -> None:
    text = (
        '=== "A"\n\n    ## S\n\n    - [ ] t\n\n        more\n\n    **L**: text\n\n'
        '=== "B"\n\n    ## S\n\n    - [x] t\n\n    **L**: text\n\n## S\n\nTerm\n:   [x](y.md)\n'
    )
    outline = in_source(read(text), text)
    assert [heading.line for heading in outline.headings] == [3, 13, 19]
    assert [task.line for task in outline.tasks] == [5, 15]
    labelled = [(unit.label, outline.line_of(index)) for index, unit in enumerate(outline.units) if unit.label]
    assert labelled == [("L", 9), ("L", 17), ("Term", 21)]


@pytest.mark.parametrize(
    ("source", "page", "lines"),
    [
        ("# A\n\n--8<-- 'x.md'\n\n## B\n\n## C\n", "# A\n\n## C\n\n## B\n\n## C\n", [1, None, 5, 7]),
        ("# A\n\n--8<-- 'x.md'\n\n## C\n", "# A\n\n## C\n\n## C\n", [1, None, None]),
        ("# A\n\n<!--\n## C\n-->\n\n--8<-- 'x.md'\n", "# A\n\n## C\n", [1, None]),
        ("# A\n\n<!--\n## C\n\n## C\n", "# A\n\n## C\n", [1, None]),
        ("# A\n\n## B\n\n## C\n\n## D\n", "# A\n\n## D\n\n## B\n\n## C\n", [1, None, 3, 5]),
        ('=== "A"\n\n    ~~~md\n\n=== "B"\n\n    ## C\n', "## C\n", [None]),
        ("{{ a }}\n\n## {{ b }}\n", "## ?\n\n## !\n", [None, None]),
        ("<h2>C</h2>\n\n## B\n\n<h2>{{ d }}</h2>\n", "## C\n\n## B\n\n## D\n", [1, 3, None]),
    ],
)
def test_a_heading_that_a_page_shows_more_or_less_often_than_its_source_gets_no_line_of_another(
    source: str, page: str, lines: list[int | None]
) -> None:
    assert [heading.line for heading in in_source(read(page), source).headings] == lines


def test_tasks_and_labels_from_a_snippet_get_no_line_of_another() -> None:
    source = "--8<-- 'x.md'\n\ntext\n\n- [ ] t\n\n- **L**: text\n\n- u\n"
    page = "- [ ] t\n\n- **L**: text\n\ntext\n\n- [ ] t\n\n- **L**: text\n\n- [ ] u\n\n- **M**: x\n\n```\ncode\n```\n"
    outline = in_source(read(page), source)
    assert [task.line for task in outline.tasks] == [None, None, None]
    labelled = [(unit.label, outline.line_of(index)) for index, unit in enumerate(outline.units) if unit.label]
    assert labelled == [("L", None), ("L", 7), ("M", None)]


def test_a_label_in_raw_html_gets_no_line_of_the_text_above_it() -> None:
    text = "<h2>A</h2>\n\ntext\n\n<p><b>Caching</b>: for a minute</p>\n"
    outline = read_markdown(text)
    assert [(unit.label, unit.line) for unit in outline.units] == [(None, 3), ("Caching", None)]


# --- limits -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>" * 5000 + "deep" + "</blockquote>" * 5000,
        "<ul><li>" * 5000 + "deep",
        "<div><section><p>" * 5000 + "deep",
        "<h2>" * 5000 + "deep",
        "<b><i>" * 5000 + "deep",
        "<table><tr><td>" * 2000 + "deep",
    ],
    ids=["quotes", "lists", "divs", "headings", "inline", "tables"],
)
def test_deep_html(html: str) -> None:
    start = time.process_time()
    outline = read_html(f"<h2>S</h2>{html}")
    assert time.process_time() - start < 1
    assert outline.headings[0].text == "S"
    assert any("deep" in unit.text for unit in outline.units) or any("deep" in head.text for head in outline.headings)


@pytest.mark.parametrize(
    "text",
    [
        ">" * 5000 + " deep",
        "\n".join(" " * 2 * level + "- x" for level in range(300)),
        "- " * 5000 + "deep",
        "*" * 100_000,
        "*a " * 30_000,
        "_" * 100_000 + "a",
        "[" * 50_000,
        "`" * 50_000 + "a",
        "<" * 50_000,
        "![" * 30_000,
        "#" * 100_000,
        "| a " * 20_000 + "|\n" + "| - " * 20_000 + "|\n",
        "&" * 50_000,
        "<!--" * 20_000,
        "a\n" * 50_000,
        "<b>" * 20_000,
    ],
    ids=lambda text: f"{text[:4]!r}-{len(text)}",
)
def test_deep_markdown(text: str) -> None:
    start = time.process_time()
    read_markdown(f"## S\n\n{text}\n")
    assert time.process_time() - start < 1


def test_a_page_of_three_thousand_lines() -> None:
    block = (
        "## Section {0}\n\nSome prose about {0}.\n\n| a | b |\n| --- | --- |\n| {0} | x |\n\n- **Label {0}**: text\n\n"
    )
    text = "# A\n\n" + "".join(block.format(number) for number in range(300))
    assert text.count("\n") > 3000 - 10
    html = markdown.markdown(text, extensions=["tables", "toc"])
    start = time.process_time()
    outline = with_lines(read_html(html), read_lines(text))
    assert time.process_time() - start < 0.5
    assert len(outline.headings) == 301
    assert outline.headings[-1].line == 3 + 299 * 10
    assert all(unit.line for unit in outline.units if unit.kind is UnitKind.ITEM)


@pytest.mark.parametrize("html", ["<h2><input type=checkbox> A</h2>", "<table><tr><td><input type=checkbox> A</table>"])
def test_a_box_outside_a_list_is_no_task(html: str) -> None:
    outline = read_html(html)
    assert outline.tasks == ()
    assert [heading.text for heading in outline.headings] + [unit.text for unit in outline.units] == ["A"]


def test_a_box_without_text_is_no_task_and_a_bold_one_is() -> None:
    outline = read_html("<ul><li>[x]</li><li>[ ] <b>A</b>: b</li><li>plain</li></ul>")
    assert [(task.text, task.ticked) for task in outline.tasks] == [("A: b", False)]
    assert [unit.text for unit in outline.units] == ["A: b", "plain"]
