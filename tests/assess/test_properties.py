"""What holds for all pages, not only for those that somebody thought of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import markdown
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_gbm.assess import Component, Coverage, Page, Report, Settings, Severity, Status, assess
from mkdocs_gbm.outline import Outline, read_html, read_lines, read_markdown, with_lines
from mkdocs_gbm.standard import Standard
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

TODAY = date(2026, 11, 22)
QUICK = settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

#: From the worst verdict to the best.
RANKS = (
    {Status.MISSING},
    {Status.EMPTY},
    {Status.PLACEHOLDER},
    {Status.DOCUMENTED, Status.NOT_APPLICABLE},
)

PROSE = (
    "Every answer carries the identifier of the request, so that support finds it in the logs of all services.",
    "The team chose this in March after two incidents, and measures each week whether the choice still holds.",
    "A client that does not follow this is told so with a problem document that names the page of the guide.",
    "Nobody changes it without a review by the owners of the ledger, because the bank would notice first.",
)

BODIES = (
    "",
    *PROSE[:2],
    "<!-- ask Kim -->",
    "TBD",
    "Coming soon.",
    "- TODO\n- FIXME: ask Kim",
    "<describe what is done here>",
    "**Description of the mechanism.**",
    "N/A",
    "Not applicable: one process serves the only client there is.",
    "Not applicable until 2025-01-31: one process serves the only client.",
    "| What | How |\n| --- | --- |\n| all | by hand, once a week |",
    "| What | How |\n| --- | --- |\n|  |  |",
    "```text\nclient --> gateway --> orders\n```",
    "![How it flows](flow.svg)",
    "- the gateway, which knows every client\n- the mesh",
    "[elsewhere](https://example.com/x)",
    "### In detail\n\nThe counter lives in Redis and survives a restart of the gateway, as a test shows.",
)

NUMBERS = ("", "1. ", "7) ", "3.2 ", "A. ", "IV. ", "Section 4: ", "§12 ", "🚀 ")

HOSTILE = (
    "",
    " ",
    "Orders",
    'Bob\'s "Orders" & Söhne',
    "# Caching",
    "**Caching**: real",
    "- **Caching**: responses are held for a minute by the CDN",
    "<b>Orders</b>",
    "<h2>Caching</h2>",
    "<h2>Caching</h2><p>Responses are held for a minute by the CDN.</p>",
    "<!--",
    "-->",
    "```",
    "| a | b |",
    "{{ owner }}",
    "{% raw %}",
    "{# note #}",
    "[Orders](https://example.com)",
    "Orders\n\n## Caching\n\nResponses are held for a minute by the CDN, and writes purge it.",
    "Orders\n=======\n\nCaching\n-------\n\nResponses are held for a minute by the CDN.",
    "N/A: we have none",
    "---",
    "TODO",
    "<describe the cache>",
    "\x00",
    "\u202eOrders",
    "订单服务",
    "A" * 2000,
)


@dataclass(frozen=True)
class Block:
    """A section of a page: its heading, and what stands below it."""

    name: str
    body: str
    level: int = 2
    number: str = ""

    @property
    def markdown(self) -> str:
        body = self.body.replace("\n### ", "\n" + "#" * (self.level + 1) + " ")
        body = "#" * (self.level + 1) + body.removeprefix("###") if body.startswith("### ") else body
        return f"{'#' * self.level} {self.number}{self.name}\n\n{body}\n"


@pytest.fixture(scope="module")
def api(backend_engineer: Standard) -> Standard:
    return replace(backend_engineer, topics=backend_engineer.topics[:1], checklist=None)


@st.composite
def pages(draw: st.DrawFn, names: Sequence[str]) -> list[Block]:
    """Some of the required sections, each with something below it or nothing."""
    chosen = draw(st.lists(st.sampled_from(names), unique=True, min_size=1, max_size=6))
    return [Block(name, draw(st.sampled_from(BODIES))) for name in chosen]


@st.composite
def rearranged(draw: st.DrawFn, blocks: list[Block]) -> list[Block]:
    """The same sections in another order, at other levels, with other numbers, between strangers."""
    moved = [
        replace(block, level=draw(st.integers(2, 4)), number=draw(st.sampled_from(NUMBERS)))
        for block in draw(st.permutations(blocks))
    ]
    strangers = draw(st.lists(st.integers(0, len(moved)), max_size=2))
    for position in sorted(strangers, reverse=True):
        moved.insert(position, Block("Who to ask when the bank calls", PROSE[3]))
    return moved


def page_of(blocks: list[Block]) -> str:
    return "\n".join(["# Orders", "", *(block.markdown for block in blocks)])


def report_on(standard: Standard, text: str) -> Report:
    page = Page("api.md", read_markdown(text))
    return assess(standard, [Component("Orders", "", {standard.topics[0].slug: (page,)})], Settings(TODAY))


def statuses(report: Report) -> dict[str, Status]:
    return {verdict.section.name: verdict.status for verdict in report.sections()}


def rank(status: Status) -> int:
    return next(index for index, equal in enumerate(RANKS) if status in equal)


@QUICK
@given(data=st.data())
def test_a_verdict_does_not_depend_on_its_neighbours(api: Standard, data: st.DataObject) -> None:
    blocks = data.draw(pages([section.name for section in api.topics[0].sections]))
    moved = data.draw(rearranged(blocks))
    assert statuses(report_on(api, page_of(moved))) == statuses(report_on(api, page_of(blocks)))


@QUICK
@given(data=st.data())
def test_real_prose_never_makes_a_verdict_worse(api: Standard, data: st.DataObject) -> None:
    blocks = data.draw(pages([section.name for section in api.topics[0].sections]))
    index = data.draw(st.integers(0, len(blocks) - 1))
    prose = data.draw(st.sampled_from(PROSE))
    body = blocks[index].body
    longer = data.draw(st.sampled_from([f"{prose}\n\n{body}", f"{body}\n\n{prose}"]))
    before = report_on(api, page_of(blocks))
    after = report_on(api, page_of([*blocks[:index], replace(blocks[index], body=longer), *blocks[index + 1 :]]))
    for name, status in statuses(before).items():
        assert rank(statuses(after)[name]) >= rank(status), name
    assert after.coverage.percent >= before.coverage.percent
    assert len(after.failing) <= len(before.failing)


@QUICK
@given(data=st.data())
def test_real_prose_makes_what_was_not_written_documented(api: Standard, data: st.DataObject) -> None:
    blocks = data.draw(pages([section.name for section in api.topics[0].sections]))
    before = statuses(report_on(api, page_of(blocks)))
    first = blocks[0]
    written = replace(first, body=f"{PROSE[0]} {PROSE[3]}\n\n{first.body}")
    after = statuses(report_on(api, page_of([written, *blocks[1:]])))
    assert after[first.name] is Status.DOCUMENTED
    assert {name: after[name] for name in before if name != first.name} == {
        name: status for name, status in before.items() if name != first.name
    }


def pretended(standard: Standard, author: Author, read: str = "markdown") -> dict[str, Status]:
    """The verdict on a documentation of templates as they come, wherever it is not what it should be."""
    outlines = {topic.slug: outline_of(render_topic(topic, author), read) for topic in standard.topics}
    topics = {slug: (Page(f"{slug}.md", outline),) for slug, outline in outlines.items()}
    assert standard.checklist
    checklist = (Page("checklist.md", outline_of(render_checklist(standard.checklist, author), read)),)
    report = assess(standard, [Component("Orders", "", topics, checklist)], Settings(TODAY))
    assert report.tally.ticked == 0
    return {name: status for name, status in statuses(report).items() if status is not Status.PLACEHOLDER}


def outline_of(text: str, read: str) -> Outline:
    if read == "markdown":
        return read_markdown(text)
    extensions = ["tables", "attr_list", "admonition", "toc", "pymdownx.superfences", "pymdownx.tasklist"]
    return read_html(markdown.markdown(text, extensions=extensions))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("read", ["markdown", "html"])
def test_a_rendered_template_is_never_documented(backend_engineer: Standard, name: str, read: str) -> None:
    assert pretended(backend_engineer, Author(name, owner=name, date=name), read) == {}


@settings(QUICK, max_examples=20)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), max_size=40), owner=st.sampled_from(HOSTILE[:8]))
def test_a_rendered_template_is_never_documented_for_any_name(
    backend_engineer: Standard, name: str, owner: str
) -> None:
    assert Status.DOCUMENTED not in pretended(backend_engineer, Author(name, owner)).values()


ANY_TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            "# |## |### |#### a|- |* |1. |    |\t|> |```|~~~|<h2>|</h2>|<!--|-->|<div markdown>|</div>|<p>|<td>|</tr>|"
            "<table>|<li>|<ul>|</ul>|**|__|`|[ ] |[x] |[a](b)|![|](|\n|\n\n|---|===|:|!!! note|text|É|\x00|\r\n|&amp;|"
            "<describe it>|</|<|>|<svg>|<pre>|<script>|\ufeff|<template>|<h1|<input type=checkbox>|~|[^1]|\\".split("|")
        ),
        max_size=40,
    ).map("".join),
)


@settings(QUICK, max_examples=300)
@given(text=ANY_TEXT)
def test_the_readers_never_raise(text: str) -> None:
    for outline in (read_markdown(text), read_html(text), read_html(markdown.markdown(text, extensions=["tables"]))):
        consistent(outline)


@QUICK
@given(text=ANY_TEXT, source=ANY_TEXT)
def test_lines_from_another_source_never_raise(text: str, source: str) -> None:
    consistent(with_lines(read_html(text), read_lines(source)))


@settings(QUICK, max_examples=100)
@given(text=ANY_TEXT)
def test_any_page_gets_a_verdict(api: Standard, text: str) -> None:
    report = report_on(api, text)
    assert len(statuses(report)) == len(api.topics[0].sections)
    assert 0 <= report.coverage.percent <= 100


def consistent(outline: Outline) -> None:
    """Say that the headings' ranges are those of a tree over the units."""
    assert [heading.first for heading in outline.headings] == sorted(heading.first for heading in outline.headings)
    for index, heading in enumerate(outline.headings):
        assert 1 <= heading.level <= 6
        assert 0 <= heading.first <= heading.end <= len(outline.units)
        outline.facts(heading)
        for later in outline.headings[index + 1 :]:
            inside = later.first < heading.end or later.end <= heading.end
            assert inside or later.first >= heading.end
            if later.level <= heading.level:
                assert later.first >= heading.end
                break
            assert later.end <= heading.end


@QUICK
@given(data=st.data())
def test_coverage_is_full_only_when_all_is_documented(api: Standard, data: st.DataObject) -> None:
    report = report_on(api, page_of(data.draw(pages([section.name for section in api.topics[0].sections]))))
    said = statuses(report).values()
    assert 0 <= report.coverage.percent <= 100
    full = all(status in (Status.DOCUMENTED, Status.NOT_APPLICABLE) for status in said)
    assert (report.coverage.percent == 100) == full


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 5000))
@settings(QUICK, max_examples=300)
def test_coverage_is_a_share(documented: int, lacking: int, not_applicable: int) -> None:
    coverage = Coverage(documented, documented + lacking + not_applicable, not_applicable)
    assert 0 <= coverage.percent <= 100
    assert (coverage.percent == 100) == (lacking == 0)


def test_a_page_with_everything_written_is_covered(api: Standard) -> None:
    blocks = [Block(section.name, PROSE[index % 4]) for index, section in enumerate(api.topics[0].sections)]
    report = report_on(api, page_of(blocks))
    assert report.coverage.percent == 100
    assert not [finding for finding in report.findings if finding.severity is Severity.WARN]
