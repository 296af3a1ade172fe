"""The verdict on the site: badges below titles, the coverage page, the files for others to read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import _TocToken, get_toc
from mkdocs.utils import get_relative_url

from mkdocs_gbm.assess import Place, Report, Settings
from mkdocs_gbm.cmark import to_html
from mkdocs_gbm.components import slug_of
from mkdocs_gbm.errors import OPTIONS, ConfigurationError, did_you_mean
from mkdocs_gbm.files import write_atomically
from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.output import coverage, splice, templates
from mkdocs_gbm.output.badge import badge_files
from mkdocs_gbm.output.report_json import to_json
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.site.languages import UNNAMED, Language
from mkdocs_gbm.site.reading import Reading, source_of
from mkdocs_gbm.site.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Container

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

_STYLESHEET = f"assets/gbm/{templates.STYLESHEET}"
_SIGN = re.compile(r"[^\w\s]|_")
_SEVERAL = 2
_ANCHOR = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True)
class Verdict:
    """The report, and how it came about."""

    report: Report
    settings: Settings
    left_out: tuple[str, ...] = ()
    """Pages of the components' folders that the site does not publish, relative to the project."""
    own: Mapping[str, Settings] = field(default_factory=dict)
    """How strictly components are judged that are not judged as the whole site is, by name."""
    owners: Mapping[str, str] = field(default_factory=dict)
    """With several components, whose each page is, by its path relative to `docs_dir`."""

    def part(self, name: str) -> Report | None:
        """Return the verdict on a component as badges need it, by its name as it stands in addresses."""
        return self._parts.get(slug_of(name))

    @cached_property
    def _parts(self) -> dict[str, Report]:
        standard = self.report.standard
        return {slug_of(each.name): Report(standard, (each,)) for each in reversed(self.report.components)}


class Publisher:
    """Adds to the site what the verdict has to show.

    Args:
        config: The site's configuration.
        coverage_page: The path of the generated page, relative to `docs_dir`; `None` for none.
        strings: The site's words.
        showing: What of it this build shows.
        environment: Renders everything that is shown.
    """

    def __init__(
        self,
        config: "MkDocsConfig",
        coverage_page: str | None,
        strings: Strings,
        showing: Showing,
        environment: Environment,
    ) -> None:
        self._config = config
        self._strings = strings
        self._showing = showing
        self._generated = coverage_page
        self._language = UNNAMED
        self.coverage_page: File | None = None
        """The page that the coverage stands on, once the site's files are known."""
        self.environment = environment
        """Renders everything that is shown."""
        self._rendered: dict[tuple[int, str | None], str] = {}
        """Badges as HTML, by the report (which lives as long) and the address that they link to."""

    def add_stylesheet(self) -> None:
        """Have every page load the style sheet, where anything is shown."""
        if self._showing.anything and _STYLESHEET not in self._config.extra_css:
            self._config.extra_css.append(_STYLESHEET)

    def add_files(self, files: "Files", language: Language) -> None:
        """Add the style sheet and the language's coverage page; a file of the author's at the same path stays."""
        self._language = language
        if self._showing.anything and files.get_file_from_path(_STYLESHEET) is None:
            files.append(File.generated(self._config, _STYLESHEET, content=templates.stylesheet()))
        self.coverage_page = self._coverage_file(files)

    def _coverage_file(self, files: "Files") -> "File | None":
        if self._generated is None or not self._showing.coverage:
            return None
        own = next((file for file in files.documentation_pages() if _asks_for_coverage(file)), None)
        own = own or files.get_file_from_path(self._generated)
        if own is not None:
            return own if own.inclusion.is_included() else None
        source = _source(self._strings)
        made = self._language.generated(self._config, self._generated, source, InclusionLevel.NOT_IN_NAV)
        files.append(made)
        return made

    @property
    def mistake(self) -> ConfigurationError | None:
        """Return why the coverage stands nowhere although the site wants it; none where it does not, or it stands."""
        if self._generated is None or not self._showing.coverage or self.coverage_page:
            return None
        problem = f"'{self._generated}' is there and not published, so that the coverage stands nowhere"
        remedy = "publish it, name another path, or write coverage_page: false"
        return ConfigurationError(f"{OPTIONS}: coverage_page", problem, remedy)

    def complete(self, page: "Page", verdict: Verdict, judged: "Container[str]", reading: Reading) -> str:
        """Put badges and coverage into a page's HTML: so late that no search index reads them.

        Args:
            page: Any page of the site.
            verdict: What to show.
            judged: Topic and checklist pages, relative to `docs_dir`.
            reading: Knows where the places of the report are on the site.

        Returns:
            What is wrong on the page, on one line; empty where nothing is.
        """
        if page.content is None or not self._showing.anything:
            return ""
        unknown = ""
        if splice.has_badge_mark(page.content):
            page.content, unknown = self._at_marks(page.content, page, verdict)
        elif self._showing.titles and page.file.src_uri in judged:
            page.content = splice.below_title(page.content, self._badges(verdict, page))
        if self._showing.coverage and (page.file is self.coverage_page or splice.has_coverage_mark(page.content)):
            self._put_coverage(verdict, page, reading)
        return unknown

    def _at_marks(self, html: str, page: "Page", verdict: Verdict) -> tuple[str, str]:
        """Put badges where a page asks for them; also return what is wrong with that."""
        names = [component.name for component in verdict.report.components]
        unknown = ""

        def badges(name: str) -> str:
            nonlocal unknown
            if not name:
                return self._badges(verdict, page)
            part = verdict.part(name)
            if part is None:
                unknown = f"'<!-- gbm:badge {name} -->' names no component; {did_you_mean(name, names)}"
                return ""
            return self._badges_of(part, page)

        return splice.at_badge_marks(html, badges), unknown

    def write(self, report: Report) -> None:
        """Write the report and the badges as files of the site."""
        artefacts = {"report.json": to_json(report)} if self._showing.report else {}
        if self._showing.badges:
            artefacts |= badge_files(report, self._strings)
            artefacts |= self._badges_by_component(report)
        folder = Path(self._config.site_dir, self._language.at("gbm"))
        for name, text in artefacts.items():
            # The name of a file need not be text: JSON and SVG know its bytes by their escapes.
            known = text.encode("utf-8", "backslashreplace").decode("utf-8")
            write_atomically(folder / name, known, made_anew=True)

    def _badges_by_component(self, report: Report) -> dict[str, str]:
        """Return the badges of each of several components as files by name."""
        if len(report.components) < _SEVERAL:
            return {}
        return {
            f"{slug_of(component.name)}/{name}": text
            for component in report.components
            for name, text in badge_files(Report(report.standard, (component,)), self._strings).items()
        }

    def _badges(self, verdict: Verdict, page: "Page") -> str:
        """Return the badges of the component whose page this is; on other pages those of the site."""
        owner = verdict.owners.get(page.file.src_uri)
        return self._badges_of((verdict.part(owner) if owner else None) or verdict.report, page)

    def _badges_of(self, report: Report, page: "Page") -> str:
        url = get_relative_url(self.coverage_page.url, page.url) if self.coverage_page else None
        key = (id(report), url)
        if key not in self._rendered:
            self._rendered[key] = templates.badges_html(report, self.environment, self._strings, url)
        return self._rendered[key]

    def _put_coverage(self, verdict: Verdict, page: "Page", reading: Reading) -> None:
        def link(place: Place) -> str | None:
            url = reading.url_of(place)
            return None if url is None else get_relative_url(url, page.url)

        around = coverage.Surroundings(
            self._strings, verdict.settings, link, reading.edit_url, verdict.left_out, verdict.own
        )
        html = coverage.coverage_html(verdict.report, self.environment, around)
        content = page.content or ""
        if splice.has_coverage_mark(content):
            page.content = splice.at_coverage_mark(content, html)
        else:
            page.content = f"{content}\n{html}"
        _extend_toc(page, coverage.toc(verdict.report, around), html)


def _extend_toc(page: "Page", entries: "list[coverage.TocEntry]", html: str) -> None:
    """Make the inserted headings known to the theme, and all anchors to MkDocs' check of them."""
    made = get_toc([_token(entry) for entry in entries]).items
    items = page.toc.items
    title = items[0] if len(items) == 1 and items[0].level == 1 else None
    (title.children if title else items).extend(made)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *_ANCHOR.findall(html)}


def _token(entry: "coverage.TocEntry") -> "_TocToken":
    return {
        "level": entry.level,
        "id": entry.anchor,
        "name": escape(entry.title),
        "children": [_token(child) for child in entry.children],
    }


def _source(t: Strings) -> str:
    """Return the generated page: its title alone, no sign of which means anything to Markdown or HTML."""
    title = _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", t("coverage.title"))
    return f"---\nsearch:\n  exclude: true\n---\n\n# {title}\n"


def _asks_for_coverage(file: "File") -> bool:
    """Say whether a page of the author's own says where the coverage goes (and not only in an example of code)."""
    text = source_of(file)
    return splice.has_coverage_mark(text) and splice.has_coverage_mark(to_html(body_of(text).body))
