"""No page, partial or configuration of a megabyte takes what is ours longer than a second, whatever its shape.

Those that may are named where they are tried: 142,000 definitions (2.2 seconds), 250,000 of one term or 125,000 lists
among other blocks (0.8 to 1.2), 62,500 topics of a partial (1.1 to 1.4), 47,000 sections of one name with nothing but a
dead link (1.3).

What cmark-gfm and lexbor take in the same run is measured, and taken off. In the quick run the texts are a fifth as
long, and only those shapes are tried that once took minutes.
"""

import contextlib
import gc
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage

from fuzz.amount import LONG
from mkdocs_gbm.assess import Component, Page, Report, Settings, assess
from mkdocs_gbm.author import blocks
from mkdocs_gbm.author.repair import repair
from mkdocs_gbm.collector import uncollected
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import parse
from mkdocs_gbm.outline import html, markdown, read_html, read_lines, read_markdown, with_lines
from mkdocs_gbm.outline.markdown import read_unfolded
from mkdocs_gbm.outline.plain_page import read_plain
from mkdocs_gbm.project.plain import is_plain
from mkdocs_gbm.project.simple import simple_blocks
from mkdocs_gbm.project.unfold import unfold
from mkdocs_gbm.standard import Standard, partial_blocks
from mkdocs_gbm.standard.partial import read_partial

SIZE = 1_000_000 if LONG else 200_000
DEEP = 10_000
"""So deep lexbor itself takes a third of a second: it takes four times as long for what is twice as deep."""
LIMIT = 1.0 * SIZE / 1_000_000
"""Seconds, on a machine that counts as fast as `PACE` says, or faster; a slower one may take longer."""
PACE = 0.1
"""Seconds that the yardstick takes, the sum of three million squares."""


def many(text: str) -> str:
    return text * (SIZE // len(text))


def numbered(text: str) -> str:
    return "".join(text.format(number) for number in range(SIZE // (len(text) + 3)))


MARKDOWN = {
    "one line": many("word "),
    "the same heading": many("## A\n"),
    "headings": numbered("## H{}\n"),
    "headings of all levels": many("# A\n## B\n### C\n"),
    "headings with a count": many("## A_1\n"),
    "setext headings": many("a\n---\n"),
    "attribute lists": many("## A {#a}\n"),
    "quotations in quotations": "\n".join(">" * 1000 + "x" for _ in range(SIZE // 1000)),
    "lists in lists": "\n".join("  " * depth + "- x" for depth in range(int(SIZE**0.5))),
    "bullets in a line": many("- "),
    "tiny lists": many("- a\n\nb\n\n"),
    "a list": many("- a\n"),
    "tasks": many("- [ ] a\n"),
    "labels": many("- **A**: b\n"),
    "a wide table": "|" + many("a|")[: SIZE // 3] + "\n|" + many("-|")[: SIZE // 3] + "\n|" + many("a|")[: SIZE // 3],
    "a long table": "| a | b |\n| - | - |\n" + many("| a | b |\n"),
    "tables": many("| a | b |\n| - | - |\n| c | d |\n\n"),
    "an open fence": "```\n" + many("a\n"),
    "fences": many("```\na\n```\n"),
    "open fences": many("```a\n\n"),
    "an open comment": "<!--" + many("a\n"),
    "comments": many("<!-- a -->\n"),
    "open comments": many("<!--\n"),
    "links": many("[a](b)"),
    "links in lines": many("[a](b)\n\n"),
    "open brackets": many("["),
    "open links": many("[a]("),
    "links in links": "[" * DEEP + "a" + "](b)" * DEEP,
    "images": many("![a](b)"),
    "open stress": many("*a "),
    "stress": many("**a** "),
    "stress in stress": "*a " * DEEP + "a*" * DEEP,
    "code": many("`a` "),
    "open code": many("`a `` "),
    "headings in HTML": many("<h2>A</h2>\n\n"),
    "headings that stand on no line": many("<h2>A&amp;B</h2>\n\n"),
    "headings of which none stands on a line": numbered("<h2>A&amp;{}</h2>\n\n"),
    "open tags": many("<a "),
    "words in angle brackets": "<describe it> " * DEEP,
    "open elements": "<div>" * DEEP,
    "open inline elements": "<b>" * DEEP,
    "footnotes": many("[^1]: a\n\n"),
    "boxes": many("[x] "),
    "line ends": many("a<br>\n"),
    "paragraphs": many("a\n\n"),
    "entities": many("&amp;"),
    "empty lines": many("\n"),
    "spaces": many(" "),
    "NUL": many("\0"),
    "rules": many("---\n\n"),
    "pipes": many("|"),
    "open front matter": "---\n" + many("a: b\n"),
    "addresses": many("www.a.b "),
    "call-outs": many("!!! note\n    a\n\n"),
    "call-outs in call-outs": "\n".join("    " * depth + "!!! note" for depth in range(int((SIZE / 2) ** 0.5))),
    "tabs": many('=== "A"\n\n    a\n\n'),
    "definitions": many("A\n: b\n\n"),
    "a definition": "A\n" + many(": b\n"),
    "blocks with captions": many("/// a | b\n"),
}

HTML = {
    "paragraphs": many("<p>a</p>"),
    "open paragraphs": "<p>" * DEEP,
    "deep elements": "<div>" * DEEP,
    "deep lists": "<ul><li>" * DEEP,
    "a list": "<ul>" + many("<li>a</li>"),
    "boxes": "<ul>" + many("<li>[x] a</li>"),
    "cells": "<table><tr>" + many("<td>a</td>"),
    "rows": "<table>" + many("<tr><td>a</td></tr>"),
    "deep tables": "<table><tr><td>" * DEEP,
    "code": many("<pre>a</pre>"),
    "code in a language": many('<pre><code class="language-x">a</code></pre>'),
    "code with numbers": many('<table class="highlighttable"><tr><td class="code"><pre>a</pre></td></tr></table>'),
    "deep code with numbers": '<table class="highlighttable"><tr><td class="code">' * DEEP,
    "deep diagrams": '<div class="mermaid">' * DEEP,
    "numbers of lines": "<pre>" + many('<span class="linenos">1</span>a\n') + "</pre>",
    "deep links": '<a href="x">y' * DEEP,
    "headings": many('<h2 id="a">A</h2>'),
    "definitions": "<dl>" + many("<dt>a</dt><dd>b</dd>"),
    "images": many("<img src=a>"),
    "line ends": many("<br>"),
    "spaces in elements": "<p>" + many("<i> </i>"),
    "signs in elements": "<p>" + many("<i>.</i>"),
    "signs in an item": "<ul><li>" + many("<i>.</i>"),
    "boxes in an item": "<ul><li>" + many("<input type=checkbox> "),
    "bold spaces": "<p>" + many("<strong> </strong>"),
    "bold letters": "<p>" + many("<strong>a</strong>"),
    "unknown elements": "<x>" * DEEP,
    "attributes": "<x " + " ".join(f"a{number}" for number in range(DEEP)) + ">",
    "classes": '<p class="' + many("a ") + '">a</p>',
    "summaries": many("<details><summary>a</summary>b</details>"),
    "options": "<select>" + "<option>a" * DEEP,
    "positions": many('<p data-sourcepos="1:1-2:2">a</p>'),
}
ONCE_MINUTES = {
    "the same heading",
    "headings with a count",
    "headings that stand on no line",
    "headings of which none stands on a line",
    "line ends",
    "spaces in elements",
    "signs in elements",
    "signs in an item",
    "boxes in an item",
    "a list",
    "labels",
}


def tried(shapes: dict[str, str]) -> list[str]:
    """Return the shapes to try, each a test of its own."""
    return [name for name in shapes if LONG or name in ONCE_MINUTES]


@pytest.fixture(autouse=True)
def _no_garbage() -> Iterator[None]:
    """Keep what other tests left behind out of the figures."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@uncollected()
def seconds(run: Callable[[], object]) -> float:
    """Return what something takes as all that is ours is run: while nobody looks for garbage."""
    started = time.process_time()
    run()
    return time.process_time() - started


class Own:
    """Measures what is ours: without the seconds that cmark-gfm and lexbor take within it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.theirs = 0.0
        for module, name in (
            (markdown, "to_html"),
            (markdown, "with_tables"),
            (html, "LexborHTMLParser"),
            (partial_blocks, "to_html"),
            (partial_blocks, "LexborHTMLParser"),
            (blocks, "to_html"),
            (blocks, "LexborHTMLParser"),
        ):
            monkeypatch.setattr(module, name, self.timed(getattr(module, name)))

    def timed(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def timing(*args: Any, **kwargs: Any) -> Any:
            before, started = self.theirs, time.process_time()
            done = call(*args, **kwargs)
            self.theirs = before + time.process_time() - started  # what was timed within it is in it
            return done

        return timing

    def seconds(self, run: Callable[[], object]) -> float:
        self.theirs = 0.0
        return seconds(run) - self.theirs


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Own:
    return Own(monkeypatch)


def limit() -> float:
    """Return the seconds that a text may take, as fast as this machine is now."""
    pace = seconds(lambda: sum(number * number for number in range(3_000_000)))
    counted = 2 if Coverage.current() else 1  # counting the lines that are run takes as long as running them
    return LIMIT * max(1, pace / PACE) * counted


pytestmark = [pytest.mark.long] if LONG else []


@pytest.mark.parametrize("shape", tried(HTML))
def test_html(shape: str, own: Own) -> None:
    assert own.seconds(lambda: read_html(HTML[shape])) < limit()


@pytest.mark.parametrize("shape", tried(MARKDOWN))
def test_markdown(shape: str, own: Own) -> None:
    text = MARKDOWN[shape]
    assert own.seconds(lambda: read_markdown(text)) < limit()
    assert own.seconds(lambda: with_lines(read_html("<h2>A</h2>"), read_lines(text))) < limit()


@pytest.mark.parametrize("shape", tried(MARKDOWN))
def test_plain_pages(shape: str) -> None:
    """They are read from their own lines, or it is told that they are not plain."""

    def read() -> None:
        if simple := simple_blocks(MARKDOWN[shape]):
            page = read_plain(simple[0], 0, str)
            assert len(page.headings) >= 0
            assert len(page.units) >= 0

    assert seconds(read) < limit()


@pytest.mark.parametrize("shape", tried(MARKDOWN))
def test_unfolded_pages(shape: str, own: Own) -> None:
    text = MARKDOWN[shape]

    def read() -> None:
        unfolded = unfold(text, frozenset({"!!!", "???", "===", ":", "```"}))
        if unfolded is not None and is_plain(unfolded):
            read_unfolded(text, 0, str, unfolded)

    assert own.seconds(read) < limit() * {"definitions": 3, "a definition": 2, "tiny lists": 2}.get(shape, 1)


PARTIALS = {
    **{name: text for name, text in MARKDOWN.items() if name != "headings"},
    "topics": numbered("## T{}\n- **a**: b\n"),
    "the same topic": many("## T\n- **a**: b\n"),
    "sections": "## T\n" + numbered("- **a{}**: b\n"),
    "the same section": "## T\n" + many("- **a**: b\n"),
    "paths": "## T\n**Required**: `a.md`\n- **a**: b\n\n" + numbered("`{}.md`\n\n"),
    "checklists": "## T\n- **a**: b\n\n" + many("## Checklist\n- [ ] **a**: b\n"),
    "items": "## T\n- **a**: b\n\n## Checklist\n" + numbered("- [ ] **a{}**: b\n"),
    "advice": "## T\n- **a**: b\n\n" + numbered("## A{}\n"),
}


@pytest.mark.parametrize("shape", list(PARTIALS) if LONG else ["the same topic", "advice"])
def test_partial(shape: str, tmp_path: Path, own: Own) -> None:
    file = tmp_path / "x-architecture.md"
    file.write_text(PARTIALS[shape], encoding="utf-8", newline="")

    def read() -> None:
        try:
            read_partial(file)
        except ConfigurationError:
            assert shape in MARKDOWN

    assert own.seconds(read) < limit() * {"topics": 2, "the same topic": 2}.get(shape, 1)


@pytest.mark.parametrize("shape", list(MARKDOWN) if LONG else ["an open fence"])
def test_fixing(shape: str, backend_engineer: Standard, own: Own) -> None:
    """The page fixer's own share: what reading and judging take is measured in the same run, and taken off."""
    text = "# API\n\n" + MARKDOWN[shape]

    @own.timed
    def judge(texts: dict[str, str]) -> Report:
        page = Page("api.md", read_markdown(texts["api.md"]))
        component = Component("Orders", "", {"api-design": (page,)})
        return assess(backend_engineer, [component], Settings(date(2026, 11, 22)))

    report = judge({"api.md": text})
    taken = own.seconds(lambda: repair(report, lambda _: text, lambda texts: judge(dict(texts)), lambda _: True))
    assert taken < limit()


JUDGED = {
    "the same heading": "## Caching\n\nTBD\n\n",
    "levels": "# A\n## Caching\n### Rate Limiting\n\nTBD\n\n",
    "labels": "- **Caching**: TBD\n",
    "labels of lists": "**Caching**:\n\n- TBD\n\n",
    "rows": "| Caching | TBD |\n| - | - |\n| Caching | TBD |\n\n",
    "links": "## Caching\n\n[a](#b)\n\n",
    "other headings": "## A\n\n",
}


@pytest.mark.parametrize("shape", list(JUDGED) if LONG else ["labels"])
def test_judging(shape: str, backend_engineer: Standard) -> None:
    outline = read_markdown("# API\n\n" + many(JUDGED[shape]))
    component = Component("Orders", "", {"api-design": (Page("api.md", outline),)})
    settings = Settings(date(2026, 11, 22))
    assert seconds(lambda: assess(backend_engineer, [component], settings)) < limit() * (2 if shape == "links" else 1)


@pytest.mark.parametrize(
    "given",
    [
        {"pages": {f"t{number}": "a.md" for number in range(SIZE // 20)}},
        {"severity": {f"t{number}": {"missing-section": "warn"} for number in range(SIZE // 40)}},
        {"components": {f"C{number}": f"services/{number}" for number in range(SIZE // 30)}},
        {"components": [f"services/{number}/*" for number in range(SIZE // 30)]},
        {"x" * SIZE: 1},
        {"hints": "x" * SIZE},
        {"architecture_dir": "../" * (SIZE // 3)},
        {"baseline": "/" * SIZE},
        {f"k{number}": 1 for number in range(SIZE // 10)},
        {"aliases": {"api-design": {"Caching": ["x"] * (SIZE // 10)}}},
    ],
    ids=lambda given: next(iter(given))[:20],
)
def test_options(given: dict[str, object], backend_engineer: Standard) -> None:
    def read() -> None:
        with contextlib.suppress(ConfigurationError):
            parse(given).check(backend_engineer)

    assert seconds(read) < limit()
