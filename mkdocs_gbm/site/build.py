"""What is known of the build that is going on, and the steps from its files to the verdict."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from mkdocs_gbm.absent import absent_folders
from mkdocs_gbm.assess import Report, Settings, assess, baseline
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.layout import Layout, SitePages, lay_out_all, owners_of
from mkdocs_gbm.options import Options, Publish
from mkdocs_gbm.output.hints import Voice
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.project.excused import excused
from mkdocs_gbm.project.files import LEADS_OUT
from mkdocs_gbm.project.outside import Outside, components_of
from mkdocs_gbm.site.beside import Beside
from mkdocs_gbm.site.disk_links import DiskLinks
from mkdocs_gbm.site.gate import line_of
from mkdocs_gbm.site.home import HomePage, add_home
from mkdocs_gbm.site.languages import UNNAMED, Language
from mkdocs_gbm.site.links_out import inside
from mkdocs_gbm.site.previews import Previews
from mkdocs_gbm.site.publishing import Publisher, Verdict
from mkdocs_gbm.site.reading import Reading, project_dir, source_of, undecoded
from mkdocs_gbm.site.showing import Showing
from mkdocs_gbm.standard import Standard

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

log = get_plugin_logger("gbm")


@dataclass(slots=True)
class Build:
    """What is known of the build that is going on."""

    config: "MkDocsConfig"
    options: Options
    standard: Standard
    reading: Reading
    publisher: Publisher
    voice: Voice
    showing: Showing
    previews: Previews | None
    """None but in `serve`."""
    beside: Beside | None = None
    disk_links: DiskLinks | None = None
    """None where all pages are in `docs_dir`."""
    language: Language = UNNAMED
    """The one that is built, of a site in several."""
    layouts: tuple[Layout, ...] = ()
    """Where the pages of each component are; empty until they are known."""
    topic_pages: frozenset[str] = frozenset()
    """All pages that are judged, relative to `docs_dir`."""
    report: Report | None = None
    verdict: Verdict | None = None
    """The report with what it rests on, once it was judged."""
    home: HomePage | None = None
    """The home page, where it was made."""

    @property
    def told_at(self) -> int:
        """Return the level of what a strict preview must outlive."""
        return logging.INFO if self.previews else logging.WARNING

    def lay_out(self, files: "Files", outside: Outside) -> None:
        """Learn which pages the components have, once everything that is generated is there.

        Raises:
            ConfigurationError: If a page leads out of the project or is no UTF-8, or the components make no sense.
        """
        language = self.language = Language.of(self.config)
        self.publisher.add_files(files, language)
        if mistake := self.publisher.mistake:
            log.info("%s", line_of(mistake, self.config))
        self._add_home(files)
        reading = self.reading
        pages, left = inside(language.pages(files), reading.docs_dir, project_dir(self.config))
        components = components_of(outside, pages)
        for mistake in absent_folders(components, pages, self.options, reading.expected):
            log.log(self.told_at, "%s", line_of(mistake, self.config))
        on_site = SitePages(pages, lambda uri: source_of(pages[uri]), lambda uri: reading.path_of(pages[uri]))
        layouts = lay_out_all(on_site, self.standard, self.options, components)
        if out := next((uri for layout in layouts for uri in layout.expected.values() if uri in left), None):
            told, _, remedy = LEADS_OUT.partition("; ")
            raise ConfigurationError(reading.expected(out), told, remedy)
        self.layouts = tuple(language.localised(layout, pages) for layout in layouts)
        self.topic_pages = frozenset().union(*(layout.topic_pages for layout in self.layouts))
        for file in filter(None, map(files.get_file_from_path, sorted(self.topic_pages))):
            if (problem := undecoded(file)) is not None:
                raise ConfigurationError(reading.path_of(file), problem, "save it as UTF-8")

    def judge(self, settings: Settings) -> None:
        """Judge what was read, with the baseline where there is one.

        Raises:
            ConfigurationError: If the baseline cannot be read.
        """
        options = self.options
        components = [
            layout.component.held_to(
                self.reading.component(self.config.site_name, layout), settings, options.not_applicable
            )
            for layout in self.layouts
        ]
        report = assess(self.standard, components, settings, self.reading.resolve)
        if (entries := excused(Path(project_dir(self.config)), options)) is not None:
            entries = tuple(self.language.entries(entries))
            report = baseline.apply(report, entries, options.baseline, settings)
        self.report = report
        self.verdict = Verdict(
            report,
            settings,
            self.reading.left_out(layout.directory for layout in self.layouts),
            {component.name: component.settings for component in components if component.settings},
            owners_of(self.layouts),
        )

    def _add_home(self, files: "Files") -> None:
        """Add the home page, where one is wanted and the author wrote none."""
        if self.options.home_page:
            numbers = self.previews is not None or self.options.publish is not Publish.NONE
            strings = Strings(self.options.strings)
            self.home = add_home(files, self.config, self.language, strings, numbers=numbers)
