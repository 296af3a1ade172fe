"""Pages as nobody writes them on purpose: of every construct there is, in each other; and real ones, damaged."""

from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from sites import REPOSITORY

MOST_LINES = 60
"""Real pages are cut to so many lines, so that thousands of them are tried."""

REAL = [
    path.read_text(encoding="utf-8-sig")
    for folder in ("tests/cases", "tests/labelled/tuning", "templates", "tests/partials", "example-site/docs")
    for path in sorted((REPOSITORY / folder).rglob("*.md"))
]

REAL_PARTIALS = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "tests/partials").glob("*.md"))]

NAMES = (
    "Caching|API Style|2. Versioning Strategy|Authentication and Authorization|Rate Limiting (v1)|Error Handling|"
    "Partitioning|Orders|API Architecture|🚀 Pagination|Überblick|订单|Data Flow Documented|"
    "a_1|a|a_99999999999999999999|1.|IV.|§|()|:|#|---|\u202e|x" + "y" * 200
).split("|")

WORDS = (
    "the ledger|in Redis|TODO|TBD|N/A|Not applicable: nobody asks|Not applicable until 2025-02-30|see below|"
    "p95 < 200 ms|<describe it>|<!-- ask Kim -->|<!--|-->|`code`|`` a ` b ``|`|**bold**|**|__|*|_|~~|$x$|&amp;|&#0;|"
    "&#x110000;|&copy|[a](b.md)|[a](<b c> 'd')|[a]|[ ]|[x]|[^1]|[a][b]|![](x.png)|![|<https://example.org>|<br>|<b>|"
    "</b>|<a name=x>|</p>|</div>|"
    "<script>|</script>|<style>|<title>|<textarea>|<svg>|<math>|<template>|<plaintext>|<x y=z>|\\|\\*|"
    "{#id}|{: .c }|{{ owner }}|{% raw %}|{#|:smile:|==|++|^^|\x00|\x0b|\x0c|\x1c|\x85|\u2028|\ufeff|\u200b|\ud7ff|"
    "\ue000|\ue001|\ue002|é|ß|İ|ﬁ|٣|²|½|\U0001f680|https://example.org/a_b?c=d&e#f|a@b.c|#1|1.2.3|-|--|:|::|;|/|a|b|  "
).split("|")

TEXT = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map("".join),
    st.text(max_size=20),
)
NAME = st.one_of(st.sampled_from(NAMES), TEXT)

HEADING = st.builds("{} {}{}".format, st.sampled_from("# ## ### #### ###### ####### ##\t".split(" ")), NAME, TEXT)
SETEXT = st.builds("{}\n{}".format, NAME, st.sampled_from(["===", "---", "-", "=", "--- "]))
ITEM = st.builds(
    "{}{}{}".format,
    st.sampled_from(
        ["- ", "* ", "+ ", "1. ", "2) ", "-", "-\t", "- [ ] ", "- [x] ", "* [X] ", "- [ ]", "- - ", "0123456789. "]
    ),
    st.one_of(st.just(""), NAME.map("**{}**: ".format), NAME.map("**{}:** ".format)),
    TEXT,
)
ROWS = st.lists(st.lists(TEXT, max_size=4).map(lambda cells: f"| {' | '.join(cells)} |"), min_size=1, max_size=4)
TABLE = ROWS.map(lambda rows: "\n".join([rows[0], "|" + " --- |" * (rows[0].count("|") - 1), *rows[1:]]))
FENCE = st.builds(
    "{0}{1}\n{2}\n{3}".format,
    st.sampled_from(["```", "~~~", "````", "    ", "``"]),
    st.sampled_from(["", "mermaid", "python", " {.yaml .x}", "`"]),
    TEXT,
    st.sampled_from(["```", "~~~", "````", "", "    "]),
)
RAW = st.sampled_from(
    [
        "<div markdown>",
        "<div>",
        "</div>",
        "<details><summary>More</summary>",
        "<details markdown>",
        "</details>",
        "<h2>Caching</h2>",
        "<h2 id='x'>",
        "<table><tr><td>",
        "<ul><li>",
        "<pre><code>",
        "<p data-sourcepos='99:1-1:1'>",
        "<!-- a\n\nb -->",
        "<!--",
        "<![CDATA[",
        "<?php",
        "<!DOCTYPE html>",
        "<body>",
        "<frameset>",
        "<select><option>",
        "<table class='highlighttable'><tr><td class='code'><pre>x",
        "[ref]: https://example.org 'x'",
        "[^1]: note",
        "*[API]: Application",
        '--8<-- "x.md"',
        "/// tab | A",
        "///",
        "[TOC]",
        "---",
        "***",
        "...",
    ]
)
HEADS = st.sampled_from(
    ['!!! note "T"', "??? tip", "???+ x", '=== "Tab"', "> quote", "Term", "- item", "1. item", "[^1]:"]
)
INSETS = st.sampled_from(["    ", "  ", "   ", "\t", "> ", ">", ":   ", "     ", ""])
GAPS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n", "\n\n\n", "\n  \n", "\r\n\r\n", "\r", "\n\f\n"])


@st.composite
def _joined(draw: st.DrawFn, blocks: st.SearchStrategy[str]) -> str:
    return "".join(block + draw(GAPS) for block in draw(st.lists(blocks, min_size=1, max_size=8)))


@st.composite
def _inset(draw: st.DrawFn, blocks: st.SearchStrategy[str]) -> str:
    """Return blocks below the head of something that holds blocks."""
    indent = draw(INSETS)
    inside = draw(_joined(blocks)).split("\n")
    return "\n".join([draw(HEADS), *(indent + line if line.strip() else line for line in inside)])


LEAVES = st.one_of(HEADING, HEADING, SETEXT, TEXT, ITEM, ITEM, TABLE, FENCE, RAW)
BLOCKS = st.recursive(LEAVES, _inset, max_leaves=10)
GROWN = _joined(BLOCKS)

MARKS = st.one_of(TEXT, LEAVES, GAPS, st.sampled_from(" \n\t#-*`<>|[]()!:\\&_~=+\"'{}\0"))


@st.composite
def damaged(draw: st.DrawFn, texts: Sequence[str] = tuple(REAL)) -> str:
    """Return some lines of a real page, with a few mishaps in them."""
    lines = draw(st.sampled_from(texts)).splitlines(keepends=True)
    first = draw(st.integers(0, max(0, len(lines) - 2)))
    text = "".join(lines[first : first + draw(st.integers(1, MOST_LINES))])
    for _ in range(draw(st.integers(0, 5))):
        text = draw(st.sampled_from(_MISHAPS))(draw, text)
    return text


def _cut(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[start + draw(st.integers(0, 40)) :]


def _put(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(MARKS) + text[at:]


def _again(draw: st.DrawFn, text: str) -> str:
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 80)))
    return text[:end] + text[start:end] * draw(st.integers(1, 3)) + text[end:]


def _shifted(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    start = draw(st.integers(0, len(lines) - 1))
    end = draw(st.integers(start, len(lines)))
    indent = draw(INSETS)
    return "\n".join([*lines[:start], *(indent + line for line in lines[start:end]), *lines[end:]])


def _swapped(draw: st.DrawFn, text: str) -> str:
    lines = text.split("\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _grown(draw: st.DrawFn, text: str) -> str:
    return text + "\n\n" + draw(GROWN)


def _other_ends(draw: st.DrawFn, text: str) -> str:
    return text.replace("\n", draw(st.sampled_from(["\r\n", "\r", "\n\n", " \n", "\\\n"])))


_MISHAPS: tuple[Callable[[st.DrawFn, str], str], ...] = (
    _cut,
    _put,
    _put,
    _again,
    _shifted,
    _swapped,
    _grown,
    _other_ends,
)

FRONT = st.sampled_from(
    [
        "",
        "",
        "",
        "---\ntitle: x\n---\n",
        "---\ngbm: {topic: api-design}\n---\n",
        "---\ngbm: {not_applicable: one process}\n---\n",
        "---\nopen: x\n",
        "---\n---\n",
        "--- \n...\n",
        "---\na: [\n---\n",
        "---\n2024-02-30\n---\n",
        "\ufeff---\r\na: 1\r\n---\r\n",
        "\n---\na: 1\n---\n",
    ]
)
MARKDOWN = st.builds("{}{}".format, FRONT, st.one_of(GROWN, damaged(), st.text(max_size=200)))

TAGS = (
    "p div span a b strong em code pre kbd ul ol li dl dt dd table thead tbody tr td th h1 h2 h3 h6 hr br img svg math "
    "input details summary blockquote section figure figcaption label select option button form script style title "
    "textarea template noscript iframe object body html head frameset describe x-y center font caption colgroup col "
    "sup abbr del mark"
).split()
CLASSES = (
    "admonition admonition-title headerlink toc footnote highlight highlighttable code linenos linenodiv filename "
    "mermaid language-mermaid language- tabbed-set tabbed-labels tabbed-block task-list-item twemoji "
    "md-annotation gbm-strip"
).split()
ATTRIBUTES = st.lists(
    st.one_of(
        st.lists(st.sampled_from(CLASSES), max_size=3).map(lambda names: f'class="{" ".join(names)}"'),
        st.builds(
            'data-sourcepos="{}"'.format,
            st.sampled_from(
                ["1:1-2:2", "3:1-3:9", "0:0-0:0", "x", "", ":", "-1:1", "²:1", "٣:1", "9" * 20 + ":1", "9" * 5000]
            ),
        ),
        st.sampled_from(
            ["id=a", "id", 'id=""', "href=b.md#c", "href", 'href=""', "src=a.png", "alt=x", "title", "lang=mermaid"]
        ),
        st.sampled_from(["type=checkbox", "checked", "markdown", "the", "cache", "\ufffd", "=", '"']),
    ),
    max_size=3,
).map(lambda found: "".join(f" {each}" for each in found))


@st.composite
def _element(draw: st.DrawFn, inside: st.SearchStrategy[str]) -> str:
    """Return an element, whose end may be lacking or that of another one."""
    tag = draw(st.sampled_from(TAGS))
    end = draw(st.sampled_from([f"</{tag}>", f"</{tag}>", f"</{tag}>", "", "</p>", "</table>", "</b>", "</div>", "/>"]))
    return f"<{tag}{draw(ATTRIBUTES)}>{''.join(draw(st.lists(inside, max_size=4)))}{end}"


HTML = st.one_of(
    st.lists(st.recursive(TEXT, _element, max_leaves=15), max_size=5).map("".join),
    st.lists(_element(TEXT), max_size=10).map("".join),
)
