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
from mkdocs_gbm.outline.markdown import read_unfolded
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.plain import is_plain
from mkdocs_gbm.project.simple import simple_blocks
from mkdocs_gbm.project.source import cut
from mkdocs_gbm.project.unfold import unfold

FOLDS = frozenset({"!!!", "???", "===", ":", "```"})
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
    "![a](b.png) [a](b.md) [a](b.md#c-d) [a b](../c/) [a] (b) [a][b] <b>x</b> <br> <https://example.com> <your name> <team-name> <List, of them> <group x> <a b> <name a name> <Title of it> <team's x.> <x…> <https://a.example/b-c> "
    "<!-- x --> `code` `a_b` `a|b` `<b>` `<!--` `<script>` `a < b` ` x` `#!py x` ``a`b`` **bold** **Bold:** **a b** "
    "*em* _em_ __strong__ ***both*** **a *b* c** **a**b a**b** *a*b ~~gone~~ H~2~O :smile: :a: --8<-- {{ x }} %} "
    "**[a](b.md)** **`x`** [`x`](y.md) (**a**) **a**, *a*. _a_b a_b_ end\\".split(" ")
)
TEXT = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PLAIN_WORDS = st.sampled_from(
    "Caching the order_id of 5 p95 300 ms, (JSON) TODO. 10:30 a/b & café 注文 N/A — it's `code` `a_b` `a|b` **bold** "
    "**Bold:** *em* [a](b.md) [a](b.md#c) [x] [name] < 5 -> ! ? ![a](b.png) **[a](b.md)** **`x`** (**a**) _em_ a|b | "
    "<team-name> <deadline> **<deadline>** <https://a.example/b>".split(" ")
) | st.sampled_from(
    [
        "<your name>",
        "<list the hot, hot queries.>",
        "*more\nwords*",
        "[more\nwords](b.md)",
        "**Bold\nwords:** x",
        "<your\nname>",
    ]
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
CALM_STARTS = st.sampled_from(["", "", "", "", "# ", "## ", "### ", "- ", "- ", "- [ ] ", "- [x] ", "* ", "1. ", "2. ", "    - ", "    1. ", "  ", "> "])  # fmt: skip
CALM_WHOLE = st.sampled_from(
    ["", "", "", "---", "```\nx = 1\n\n# no heading\n```", "```mermaid\ngraph LR\n```", "```sql\nselect <a>\n```", "```go\nif x {\n\treturn\ty\n}\n```", "<!-- x\n\n## y -->",
     "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n| :-- | --: |\n| **x** | `y` |\n|  | [x](y.md) |", "> a\n> b", "a b\n===", "A `b`\n---", "A | b\n---", "*a*\n--", "<list of it>\n----",
     "~~~sql\nx\n```\n~~~", "````md\n```\n# x\n```\n````", "```\n<list of it>\n!!! note\n    x\n```", "<!-- a\n\n!!! note\n    <b c>\n-->",
     "<list the indexes, the others>", "| <a, b> | <list of c> |\n|---|---|\n| <group of c> | **<d e>** |", "- <first step>\n- <second, step>"]
)  # fmt: skip
CALM = st.one_of(st.builds("{}{}".format, CALM_STARTS, PLAIN_TEXT), CALM_WHOLE)
GAPS = st.sampled_from(["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n"])


TIDY = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\n \n", "\n"])
GOOD_HEADS = st.sampled_from(
    ["!!! note", "!!! warning", '!!! info "Not yet"', '??? note "A title (of more) than four words"', "??? tip", '???+ example "B, c"', '=== "T"', '=== "`a|b`"',
     '=== "Fünf"', '=== "a"  ', '!!! note "a&b R&D"', '!!! note "1. x"', '??? note "1) - x"', '!!! note "It\'s (a) b?"']
)  # fmt: skip
HEADS = GOOD_HEADS | st.sampled_from(
    ['!!! note ""', "???", '??? "Only"', "!!! note inline end", '!!! note "**b**"', '===! "x"', "!!! Note", '!!!note "x"', "<list of it>", "- a", "===",
     '??? note "# x"', '!!! note "it\'s <b>"', '!!! note "a--b"', '!!! note " x "', "!!! note x", '  !!! note "x"', '=== ""', "=== T", '!!! note "x" {.y}', '===+ "x"']
)  # fmt: skip
TERMS = st.sampled_from(
    ["Term", "Term", "`a`", "**Term**", "A b c", "*a* b", "a [x](y.md)", "Größe", "1. x", "- x", "A:", "Two\nterms", "<your name>", "A | b", "<!-- x -->", "a.", "A #"]
)  # fmt: skip
AFTER_TERM = st.sampled_from(["", "", "", "", "\n    <list of it> and on", "\n    - a", "\n\n    more", "\n", "\n\n    ```\n    x\n    ```", "\nlazy"])  # fmt: skip
MARKS = st.sampled_from([":   ", ":   ", ":   ", ": ", ":  ", ":", "  : ", ":    ", ":   - ", ":   [ ] "])
INDENTS = st.sampled_from(["    ", "  ", "        ", "\t"])


@st.composite
def folded(draw: st.DrawFn, lines: st.SearchStrategy[str], *, tidy: bool) -> str:
    """Return a call-out, a tab or definitions, with whatever it may hold."""
    if draw(st.sampled_from([False, False, True])):
        mark = ":   " if tidy else draw(MARKS)
        after = st.just("") if tidy else AFTER_TERM
        defined = draw(st.lists(st.tuples(PLAIN_TEXT, after), min_size=1, max_size=3))
        return draw(TERMS) + "".join(f"\n{mark}{text}{more}" for text, more in defined)
    inside = draw(st.sampled_from(["", "", "\n"]))
    for line in draw(st.lists(lines, max_size=4)):
        inside += line + draw(TIDY if tidy else GAPS)
    indent = "    " if tidy else draw(INDENTS)
    below = ((indent + line) if line.strip() else line for line in inside.rstrip("\n").split("\n"))
    return "\n".join([draw(GOOD_HEADS if tidy else HEADS), *below])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Return Markdown of lines that are mostly calm, so that the quick gear takes some of it."""
    tidy = draw(st.booleans())
    lines = st.one_of(CALM, CALM, CALM, NASTY) if draw(st.booleans()) else CALM
    if draw(st.booleans()):
        inside = st.one_of(lines, folded(CALM, tidy=tidy)) if draw(st.booleans()) else lines
        lines = st.one_of(lines, folded(inside, tidy=tidy))
    text = ""
    for line in draw(st.lists(lines, min_size=1, max_size=6 if tidy else 12)):
        text += line + draw(TIDY if tidy else GAPS)
    return text


def by_python_markdown(body: str, extensions: dict[str, dict[str, Any]]) -> Outline:
    html = markdown.markdown(body.lstrip("\n"), extensions=list(extensions), extension_configs=extensions)
    return bare(with_lines(read_html(html), read_lines(body)))


def body_is_all(page: str) -> bool:
    """Say whether a page has no front matter."""
    source = cut(page)
    return source is not None and source.offset == 0


def quickly(body: str, extensions: dict[str, dict[str, Any]]) -> Outline | None:
    """Return what the quick gear reads; `None` where it does not take the page."""
    if simple := simple_blocks(body, drawn=MERMAID):
        return bare(read_plain(simple[0], 0, str))
    return by_cmark(body, extensions)


def by_cmark(body: str, extensions: dict[str, dict[str, Any]]) -> Outline | None:
    """Return what the quick gear reads by way of cmark-gfm: of pages that are not simple, call-outs unfolded."""
    unfolded = unfold(body, FOLDS if extensions is EXTENSIONS else frozenset())
    if unfolded is None or not is_plain(unfolded, None, MERMAID):
        return None
    return bare(read_unfolded(body, 0, str, unfolded))


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
    if body_is_all(body) and (quick := quickly(body, extensions)):
        assert quick == by_python_markdown(body, extensions)
        folded = by_cmark(body, extensions)
        assert folded is None or folded == quick


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
    taken = {path: quick for path, body in bodies.items() if (quick := quickly(body, extensions))}
    assert len(taken) > len(bodies) * 2 / 3
    for path, quick in taken.items():
        assert quick == by_python_markdown(bodies[path], extensions), path


CHECKLIST = "# Checklist\n\n- [x] **Done**: see [the API](api.md#caching)\n- [ ] Open\n\nMore:\n\n1. [X] Third\n"


@pytest.mark.parametrize("extensions", [EXTENSIONS, BARE], ids=["usual", "bare"])
def test_a_checklist_is_read_from_its_own_lines(extensions: dict[str, dict[str, Any]]) -> None:
    simple = simple_blocks(CHECKLIST)
    assert simple
    outline = bare(read_plain(simple[0], 0, str))
    assert [task.ticked for task in outline.tasks] == [True, False, True]
    assert outline == by_python_markdown(CHECKLIST, extensions)


@pytest.mark.parametrize(
    "body", ["a [ ] b\n", "- a [x]\n", "- [ ] a [x]\n", "- [ ] - a\n", "[x] a\n", "```\n[ ]\n```\n"]
)
def test_boxes_elsewhere_are_left_to_a_parser(body: str) -> None:
    assert simple_blocks(body) is None


@pytest.mark.parametrize("extensions", [EXTENSIONS, BARE], ids=["usual", "bare"])
@pytest.mark.parametrize(
    "body",
    [
        "- [ ] [a](b.md#c) [x]\n",
        "- [x] [x]\n",
        "* [x] [x] of\n",
        "* [x] - [x] (**a**)\n",
        "- [x] ![a](b.png) [x]\n",
        " \n1. (**a**)\n",
        "---\n\n- [ ] (**a**)\n\n---\n",
        "| a | b |\n| :-- | --: |\n| **x** | `y` |\n|  | [x](y.md) |\n",
        "```\n (**a**)\n \n```\n",
        "Term\n:   Caching\n    - a\n",
        "Term\n:   Caching\n- a\n- b\n",
    ],
)
def test_what_once_differed(body: str, extensions: dict[str, dict[str, Any]]) -> None:
    if body_is_all(body) and (quick := quickly(body, extensions)):
        assert quick == by_python_markdown(body, extensions)
    else:
        assert body.startswith(("- [", "* [x]", " ", "---", "Term"))
