"""Whatever HTML a page holds, a hint finds a place in it, and nothing else of the page changes."""

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_gbm.assess import Place, SectionVerdict, Status, TopicVerdict
from mkdocs_gbm.output.hints import Voice, hints_for, with_hints
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.templates import environment
from mkdocs_gbm.output.tokens import with_visible_tokens
from mkdocs_gbm.standard import RequiredSection, Topic

NAMES = ("One", "Two", "Three", "Four")
TOPIC = Topic("api", "API", "api.md", tuple(RequiredSection(name, f"What {name} is") for name in NAMES))
VOICE = Voice(environment(Strings()), Strings())
HINT = re.compile(r'\n<div class="admonition gbm-hint.*?\n</div>\n', re.DOTALL)

FRAGMENTS = [
    *(f'<h{level} id="{name.lower()}">{name}</h{level}>' for level in (1, 2, 3) for name in NAMES),
    *"<p> </p> <div> </div> <ul><li> </li></ul> <details><summary>x</summary> </details> <br> <br/> <h2> </h2>".split(),
    *(
        "<!-- <h2 id='one'>No</h2> -->",
        "<!--",
        "<svg><path d=''/></svg>",
        "<script>'</h2>'</script>",
        "</h2\n>",
        "<h2 id=four",
    ),
    *(
        "text\n",
        "\r\n",
        "\u2028",
        "&lt;h2&gt;",
        "<",
        ">",
        '<div class="footnote">',
        "<describe the cache>",
        "<pre><code>",
        "</pre>",
    ),
]
pages = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join)
statuses = st.lists(st.sampled_from([Status.MISSING, Status.PLACEHOLDER, Status.DOCUMENTED]), min_size=4, max_size=4)


@given(pages, statuses)
@settings(max_examples=300, deadline=None)
def test_hints_are_put_in_and_nothing_else_changes(html: str, found: list[Status]) -> None:
    sections = tuple(
        SectionVerdict(
            section, status, place=None if status is Status.MISSING else Place("api.md", anchor=section.name.lower())
        )
        for section, status in zip(TOPIC.sections, found, strict=True)
    )
    hints = list(hints_for("api.md", TopicVerdict(TOPIC, ("api.md",), sections), {}, shared=False))
    shown = with_hints(html, hints, ["one"], VOICE)
    rest, count = HINT.subn("", shown)
    assert rest == html
    assert count == len(hints) == 4 - found.count(Status.DOCUMENTED)


@given(pages)
@settings(max_examples=300, deadline=None)
def test_making_tokens_visible_escapes_them_and_changes_nothing_else(html: str) -> None:
    shown = with_visible_tokens(html)
    assert with_visible_tokens(shown) == shown
    assert unescape(shown) == unescape(html)


def test_an_unknown_element_is_shown_and_a_known_one_stays() -> None:
    html = '<p>by <Describe the cache>, <b>not</b> <svg><path d=""/></svg></p>'
    expected = '<p>by &lt;Describe the cache&gt;, <b>not</b> <svg><path d=""/></svg></p>'
    assert with_visible_tokens(html) == expected
