# ruff: noqa: E501, RUF001 - the pieces of pages are lists of what readers disagree on
"""The two gears agree: a page that the quick one takes is what Python-Markdown makes of it."""

import os
from collections import Counter
from dataclasses import replace
from typing import Any

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sites import EXAMPLE, REPOSITORY

from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.outline import Outline, Unit, read_html, read_lines, with_lines
from mkdocs_gbm.outline.lines import text_key
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.plain import plain_blocks
from mkdocs_gbm.project.source import cut

MERMAID = frozenset({"mermaid"})
#: What Material's documentation recommends, and what a page may be read with besides.
EXTENSIONS: dict[str, dict[str, Any]] = {
    "toc": {"permalink": True},
    "tables": {},
    "fenced_code": {},
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "pymdownx.betterem": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {"anchor_linenums": True},
    "pymdownx.inlinehilite": {},
    "pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
BARE: dict[str, dict[str, Any]] = {"toc": {}, "tables": {}, "fenced_code": {}}

WORDS = st.sampled_from(
    'Caching the order_id of 5 p95 300 ms, (JSON) TODO. v1.2 10:30 a/b A&B A & B café Größe 注文 N/A — – ‘x’ "y" it\'s '
    "1. 2) - * + # ## > | : == ~ ~~ ^ $ ! ? @you #12 https://example.com/a_b www.example.com a@example.com <5 < <= > -> "
    "_private __init__ snake_case_name x*y * ** _ __ ` `` \\ \\* &amp; &copy; { } {: .x} [x] [ ] [a] [^1] [TOC] [[wiki]] "
    "![a](b.png) [a](b.md) [a](b.md#c-d) [a b](../c/) [a] (b) [a][b] <b>x</b> <br> <https://example.com> <your name> "
    "<!-- x --> `code` `a_b` `a|b` `<b>` `<!--` `<script>` `a < b` ` x` `#!py x` ``a`b`` **bold** **Bold:** **a b** "
    "*em* _em_ __strong__ ***both*** **a *b* c** **a**b a**b** *a*b ~~gone~~ H~2~O :smile: :a: --8<-- {{ x }} %} "
    "**[a](b.md)** **`x`** [`x`](y.md) (**a**) **a**, *a*. _a_b a_b_ end\\".split(" ")
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PLAIN_WORDS = st.sampled_from(
    "Caching the order_id of 5 p95 300 ms, (JSON) TODO. 10:30 a/b & café 注文 N/A — it's `code` `a_b` `a|b` **bold** "
    "**Bold:** *em* [a](b.md) [a](b.md#c) [x] [name] < 5 -> ! ? ![a](b.png) **[a](b.md)** **`x`** (**a**) _em_".split(
        " "
    )
)
PLAIN_TEXT = st.lists(PLAIN_WORDS, min_size=1, max_size=6).map(" ".join)
STARTS = st.sampled_from(
    ["", "", "", "# ", "## ", "### ", "- ", "- ", "* ", "+ ", "1. ", "2. ", "1) ", "> ", "> > ", "    ", "  ", "   ", " ", "  - ",
     "    - ", "        - ", "    1. ", "    * ", "- [ ] ", "- [x] ", "1. [x] ", "* [X] ", "| ", ": ", ":   ", "!!! note ", "??? tip ",
     "=== ", "#", "##", "-", "--- ", '=== "T"', "[a]: ", "*[a]: ", "[^1]: ", "\t", "- - ", "- # ", "- > ", "-  ", "-     ", "/// ",
     "<div>", "</div>", "<details>", "<!-- ", "-->", "%% ", "Key: ", "####### ", "###### "]
)  # fmt: skip
ENDS = st.sampled_from(["", "", "", "", " ", "  ", "\\", " #", " ##", " {#x}", " |", ":", " -->", "  \t"])
WHOLE = st.sampled_from(
    ["", "", "", "", "---", "***", "___", "===", "- - -", "```", "```", "````", "```python", "```mermaid", "``` python",
     "```{.x}", "~~~", "| a | b |", "|---|---|", "| --- | :-: |", "|---|", "| 1 | 2 |", "| 1 | 2 | 3 |", "| `a|b` | c |", ":05 and on", "\tx\t|\t|", "a | b",
     "-|-", "1 | 2", "| **a** | [x](y.md) |", "|  | x |", "<!-- a", "-->", "<!-- x -->", "<!-- a -- b -->", " ", "    ", "[TOC]",
     "graph LR", "    code", "# x", "a: b", "<br>", "<title>", "&nbsp;", "\xa0", "x\x0cy", "[a]: b.md", "- a", "    - b", "- c"]
)  # fmt: skip
NASTY = st.one_of(st.builds("{}{}{}".format, STARTS, TEXT, ENDS), WHOLE)
CALM_STARTS = st.sampled_from(["", "", "# ", "## ", "### ", "- ", "- ", "- [ ] ", "- [x] ", "* ", "1. ", "2. ", "    - ", "    1. ", "  ", "> "])  # fmt: skip
CALM_WHOLE = st.sampled_from(
    ["", "", "", "---", "```\nx = 1\n\n# no heading\n```", "```mermaid\ngraph LR\n```", "```sql\nselect <a>\n```", "```go\nif x {\n\treturn\ty\n}\n```", "<!-- x\n\n## y -->",
     "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n| :-- | --: |\n| **x** | `y` |\n|  | [x](y.md) |", "> a\n> b"]
)  # fmt: skip
CALM = st.one_of(st.builds("{}{}".format, CALM_STARTS, PLAIN_TEXT), CALM_WHOLE)
GAPS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n"])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return Markdown of lines that are mostly calm, so that the quick gear takes some of it."""
    lines = st.one_of(CALM, CALM, CALM, NASTY) if draw(st.booleans()) else CALM
    text = ""
    for line in draw(st.lists(lines, min_size=1, max_size=12)):
        text += line + draw(GAPS)
    return text


def by_python_markdown(body: str, extensions: dict[str, dict[str, Any]]) -> Outline:
    html = markdown.markdown(body.lstrip("\n"), extensions=list(extensions), extension_configs=extensions)
    return bare(with_lines(read_html(html), read_lines(body)))


def quickly(body: str) -> Outline:
    read = plain_blocks(body, drawn=MERMAID)
    assert read is not None
    return bare(read_plain(read[0], 0, str))


def bare(outline: Outline) -> Outline:
    """Return an outline without the lines that only one gear knows, and with code as it may be laid out.

    By Python-Markdown nothing but headings, labels and tasks has a line, and of two blocks of the same words it takes
    one for the other.
    """
    keys = Counter(text_key(unit.text) for unit in outline.units)
    once = {key for key, count in keys.items() if key and count == 1}
    units = (
        replace(unit, text=_words(unit), line=unit.line if unit.label and text_key(unit.text) in once else None)
        for unit in outline.units
    )
    tasks = (replace(task, line=task.line if text_key(task.text) in once else None) for task in outline.tasks)
    return replace(outline, units=tuple(units), tasks=tuple(tasks))


def _words(unit: Unit) -> str:
    return "\n".join(" ".join(line.split()) for line in unit.text.split("\n")).strip("\n")


@settings(
    max_examples=int(os.environ.get("GEARS_EXAMPLES", "300")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(pages(), st.sampled_from([EXTENSIONS, BARE]))
def test_a_page_that_the_quick_gear_takes_is_what_python_markdown_makes_of_it(
    body: str, extensions: dict[str, dict[str, Any]]
) -> None:
    source = cut(body)
    if source and plain_blocks(source.body, drawn=MERMAID):
        assert quickly(body) == by_python_markdown(body, extensions)


REAL = sorted(
    [
        *(REPOSITORY / "tests/cases").rglob("*.md"),
        *(REPOSITORY / "tests/labelled/tuning").glob("*.md"),
        *EXAMPLE.rglob("*.md"),
        *(REPOSITORY / "templates").rglob("*.md"),
    ]
)


@pytest.mark.parametrize("extensions", [EXTENSIONS, BARE], ids=["usual", "bare"])
def test_real_pages_that_the_quick_gear_takes(extensions: dict[str, dict[str, Any]]) -> None:
    bodies = {path: body_of(path.read_text(encoding="utf-8-sig")).body for path in REAL}
    taken = {path: body for path, body in bodies.items() if plain_blocks(body, drawn=MERMAID)}
    assert len(taken) > len(bodies) / 2
    for path, body in taken.items():
        assert quickly(body) == by_python_markdown(body, extensions), path


@pytest.mark.parametrize("extensions", [EXTENSIONS, BARE], ids=["usual", "bare"])
@pytest.mark.parametrize(
    "body",
    [
        "- [ ] [a](b.md#c) [x]\n",
        "- [x] [x]\n",
        "* [x] [x] of\n",
        " \n1. (**a**)\n",
        "---\n\n- [ ] (**a**)\n\n---\n",
        "| a | b |\n| :-- | --: |\n| **x** | `y` |\n|  | [x](y.md) |\n",
        "```\n (**a**)\n \n```\n",
        "100. a\n    - b\n",
    ],
)
def test_what_once_differed(body: str, extensions: dict[str, dict[str, Any]]) -> None:
    source = cut(body)
    if source and plain_blocks(source.body, drawn=MERMAID):
        assert quickly(body) == by_python_markdown(body, extensions)
    else:
        assert body.startswith(("- [x]", "* [x]", " ", "---"))
