"""The line of a heading is the one on which it stands, or none: pages on which the same words stand again and again."""

import re
from typing import Any

import markdown
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mkdocs_gbm.outline import in_source, read_html

EXTENSIONS: dict[str, dict[str, Any]] = {
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "pymdownx.details": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
}
WORDS = st.sampled_from("AABC")
HEADING = st.one_of(
    st.builds("{}{}@".format, st.sampled_from(["## ", "## ", "### ", "##"]), WORDS),
    st.builds("<h2 id=%>{}</h2>".format, WORDS),
)
AROUND = st.sampled_from(
    ["{}", "{}", "{}", '=== "T"\n\n{}', "!!! note\n{}", '??? tip "T"\n\n{}', "- a\n\n{}", "1. a\n\n{}", "    {}",
     "```md\n{}\n```", "<!--\n{}\n-->", "<div markdown>\n\n{}\n\n</div>", "> {}", "T\n:   a\n\n{}",
     '```md\n=== "T"\n\n{}\n```', "    !!! note\n\n{}", "{}\n---", "[^1]: a\n\n{}"]
)  # fmt: skip
SNIPPET = "--8<-- 'x.md'"
OTHER = st.sampled_from(["text", "text A", "- a", "```\nx\n```", SNIPPET, SNIPPET, "", "---", "~~~", "!!!", '=== "T"'])


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return a heading with whatever it stands in, twice folded perhaps."""
    block = draw(HEADING)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2]))):
        around = draw(AROUND)
        below = "    " if around.endswith("\n{}") or 'T"\n\n{}' in around else ""
        block = around.format("\n".join(below + line if line else "" for line in block.split("\n")))
    return block


PAGES = st.lists(st.one_of(blocks(), blocks(), OTHER), min_size=1, max_size=8).map("\n\n".join)


def marked(text: str) -> str:
    """Return a page whose headings have their lines as anchors."""
    lines = enumerate(text.split("\n"), 1)
    return "\n".join(line.replace("@", f" {{: #l{number} }}").replace("%", f"l{number}") for number, line in lines)


@settings(max_examples=100, deadline=None)
@given(PAGES, st.sampled_from(["## A {: #x }\n", "## B {: #x }\n\n## A {: #x }\n", ""]))
@example('=== "T"\n\n    ## A@\n\n## A@', "")
@example(f"{SNIPPET}\n\n## B@\n\n## A@", "## A {: #x }\n")
@example(f"<!--\n## A@\n-->\n\n{SNIPPET}", "## A {: #x }\n")
def test_a_heading_has_its_own_line_or_none(text: str, snippet: str) -> None:
    source = marked(text)
    page = source.replace(SNIPPET, snippet)
    html = markdown.markdown(page, extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)
    for heading in in_source(read_html(html), source).headings:
        if heading.line is not None and re.fullmatch(r"l\d+|x", heading.anchor or ""):
            assert heading.anchor == f"l{heading.line}"
