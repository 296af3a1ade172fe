"""Several components, judged by the core, with their coverage page as the site has it."""

import re
from collections.abc import Collection
from datetime import date
from pathlib import Path

from jinja2 import Environment
from markdown.extensions.toc import slugify
from sites import MKDOCS_YML, Site, make_site, written_page

from mkdocs_gbm.assess import Component, Page, Place, Report, Settings, assess
from mkdocs_gbm.cmark import to_html
from mkdocs_gbm.outline import read_html
from mkdocs_gbm.output.coverage import Surroundings, coverage_html
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.templates import environment
from mkdocs_gbm.standard import Standard, Topic

SETTINGS = Settings(date(2026, 11, 1))
COVERAGE = "several/"
HOOK = """
from pathlib import Path

def on_page_content(html, page, config, files):
    if page.file.src_uri == "several.md":
        return html + Path(__file__).with_name("several.html").read_text(encoding="utf-8")
"""


def pages_of(standard: Standard, count: int) -> dict[str, str]:
    """Return pages of components; a quarter of their sections is missing, and some pages are."""
    return {
        f"{_folder(number)}/{topic.page}": written_page(topic, without=_absent(topic, number))
        for number in range(count)
        for topic in standard.topics
        if number % 3 or topic.slug != "database"
    }


def judge(standard: Standard, count: int, pages: dict[str, str]) -> Report:
    return assess(standard, [_component(standard, number, pages) for number in range(count)], SETTINGS)


def html_of(report: Report, pages: Collection[str], env: Environment | None = None) -> str:
    def link(place: Place) -> str | None:
        path = place.path.removeprefix("docs/")
        page = f"../{path.removesuffix('.md')}/"
        return (f"{page}#{place.anchor}" if place.anchor else page) if path in pages else None

    strings = Strings()
    return coverage_html(report, env or environment(strings), Surroundings(strings, SETTINGS, link, _edit))


def site_of(folder: Path, standard: Standard, count: int, theme: str) -> Site:
    """Make a site in which the page stands, with the pages that it links to."""
    pages = pages_of(standard, count)
    config = (
        MKDOCS_YML.replace("{name: mkdocs}", theme).replace("[gbm]", "[search, gbm]")
        + "hooks: [several.py]\nnav: [index.md, several.md]\n"
    )
    site = make_site(folder, config=config, pages={**pages, "several.md": "# Several components\n"})
    site.write("several.py", HOOK)
    site.write("several.html", html_of(judge(standard, count, pages), pages))
    return site


def _folder(number: int) -> str:
    return f"technical/architecture/c{number:02}"


def _absent(topic: Topic, number: int) -> list[str]:
    return [section.name for index, section in enumerate(topic.sections) if (index + number) % 4 == 0]


def _component(standard: Standard, number: int, pages: dict[str, str]) -> Component:
    paths = {topic.slug: f"{_folder(number)}/{topic.page}" for topic in standard.topics}
    topics = {
        slug: (Page(f"docs/{path}", read_html(_with_ids(to_html(pages[path])))),)
        for slug, path in paths.items()
        if path in pages
    }
    expected = {slug: f"docs/{path}" for slug, path in paths.items()}
    return Component(f"Component {number:02}", f"docs/{_folder(number)}", topics, expected=expected)


def _with_ids(html: str) -> str:
    """Give headings the ids that MkDocs gives them."""
    return re.sub(r"<h2\b[^>]*>(.*?)</h2>", lambda found: f'<h2 id="{slugify(found[1], "-")}">{found[1]}</h2>', html)


def _edit(path: str) -> str:
    return f"https://github.com/example/orders/edit/main/{path}"
