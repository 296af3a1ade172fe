"""No page makes a reader raise, and what it returns hangs together."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given

from fuzz.amount import fuzzed
from fuzz.fragments import HTML, MARKDOWN
from mkdocs_gbm.front_matter import FrontMatterError, Source, body_of, split
from mkdocs_gbm.outline import Heading, Outline, TaskItem, Unit, read_html, read_lines, read_markdown, with_lines
from mkdocs_gbm.outline.anchors import anchors_of
from mkdocs_gbm.outline.markdown import read_unfolded
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.plain import is_plain
from mkdocs_gbm.project.simple import simple_blocks
from mkdocs_gbm.project.source import cut
from mkdocs_gbm.project.unfold import unfold

FOLDS = frozenset({"!!!", "???", "===", ":", "```"})
MANY_DIGITS = "9" * 5000


def hangs_together(outline: Outline, lines: int | None = None) -> None:
    """Judge what holds of every outline, by its own words alone."""
    count = len(outline.units)
    assert [heading.first for heading in outline.headings] == sorted(heading.first for heading in outline.headings)
    for heading in outline.headings:
        assert 0 <= heading.first <= heading.end <= count
        assert 1 <= heading.level <= 6
        assert heading.text == " ".join(heading.text.split())
    told = [line for entries in (outline.headings, outline.units, outline.tasks) for line in lines_of(entries)]
    assert all(line is None or lines is None or 1 <= line <= lines for line in told)
    for unit in outline.units:
        assert unit.depth >= 0
        assert unit.label is None or unit.label == unit.label.strip()


def lines_of(entries: Iterable[Heading | Unit | TaskItem]) -> list[int | None]:
    return [entry.line for entry in entries]


@fuzzed(quick=25, share=0.6)
@given(HTML)
@example(f'<p data-sourcepos="{MANY_DIGITS}:1-2:2">a</p>')
@example('<a class="admonition-title"></a>')
@example('<ul class="admonition-title"></ul>')
@example("<table><tr><td><ul><table><tr><td>a</table></ul>b</table><p>c</p>")
@example("<table><tr><td><dl><dt><table><tr><td>a</table></dl>b</table><p>c</p>")
def test_html(html: str) -> None:
    hangs_together(read_html(html))


@fuzzed(quick=25, share=0.4)
@given(MARKDOWN)
@example(f'<p data-sourcepos="{MANY_DIGITS}:1-2:2">a</p>')
def test_markdown(text: str) -> None:
    last = body_of(text).body.count("\n") + body_of(text).offset + 1
    outline = read_markdown(text)
    hangs_together(outline, None if "data-sourcepos" in text else last)
    lines = read_lines(text)
    hangs_together(with_lines(read_html(body_of(text).body), lines))
    assert [heading.level for heading in with_lines(outline, lines).headings] == [
        heading.level for heading in outline.headings
    ]


@fuzzed(quick=25, share=0.3)
@given(MARKDOWN)
@example(f"# a_{MANY_DIGITS}\n\n# a_{MANY_DIGITS}\n")
def test_the_quick_gear(text: str) -> None:
    """Whatever a page is, each reader of plain pages says that it is none, or reads it whole."""
    source = cut(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if source is None:
        return
    last = source.body.count("\n") + source.offset + 1
    if read := simple_blocks(source.body):
        simply = read_plain(read[0], source.offset, str)
        hangs_together(simply, last)
        assert sum(1 for block in read[0].blocks if block.kind == "heading") == len(simply.headings)
    unfolded = unfold(source.body, FOLDS)
    if unfolded is not None:
        assert unfolded.count("\n") == source.body.count("\n")
        if is_plain(unfolded):
            hangs_together(read_unfolded(source.body, source.offset, str, unfolded), last)


@fuzzed(quick=30, share=0.1)
@given(MARKDOWN)
@example("---\na: 2024-02-30\n---\n")
@example("---\n" + "[" * 5000 + "\n---\n")
@example(f"---\na: {MANY_DIGITS}\n---\n")
@example("---\n? [a]\n: b\n---\n")
@example("---\n&a a: *a\n---\n")
@example("---\na: &a [*a]\n---\n")
@example("---\n<<: 1\n---\n")
@example("---\na: !!python/object:os.system x\n---\n")
@example("---\na: !!binary x\n---\n")
@example("---\na: !!int ''\n---\n")
@example("---\na: !!timestamp x\n---\n")
def test_front_matter(text: str) -> None:
    """It is read, or told in one line with the number of the line."""
    source = cut_off(text)
    if isinstance(source, FrontMatterError):
        assert "\n" not in str(source)
        assert 1 <= source.line <= text.count("\n") + text.count("\r") + 2
    else:
        assert (source.body, source.offset) == body_of(text)[1:]


def cut_off(text: str) -> Source | FrontMatterError:
    try:
        return split(text)
    except FrontMatterError as error:
        return error


@pytest.mark.parametrize("count", [1, 2, 3])
def test_headings_that_are_called_alike_have_anchors_of_their_own(count: int) -> None:
    assert len(set(anchors_of(["a", "a_1", f"a_{MANY_DIGITS}"] * count))) == 3 * count
