"""The MkDocs door: each hook hands its part of a build to the room that knows it."""

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from mkdocs_gbm import standard as standards
from mkdocs_gbm.assess import Report, Settings, assess, baseline
from mkdocs_gbm.config import GbmConfig
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.layout import Layout, lay_out_all, owners_of
from mkdocs_gbm.options import Publish
from mkdocs_gbm.output import templates
from mkdocs_gbm.output.hints import Voice
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.outside import Outside, components_of, look_outside
from mkdocs_gbm.site.beside import Beside
from mkdocs_gbm.site.gate import Mode, is_preview, tell
from mkdocs_gbm.site.home import HomePage, add_home
from mkdocs_gbm.site.mounting import add_mounted, mend_edit_links
from mkdocs_gbm.site.previews import Previews
from mkdocs_gbm.site.publishing import Publisher, Verdict
from mkdocs_gbm.site.reading import Reading, project_dir, source_of
from mkdocs_gbm.site.showing import Showing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("gbm")


@dataclass(slots=True)
class _Build:
    """What is known of the build that is going on."""

    standard: standards.Standard
    reading: Reading
    publisher: Publisher
    voice: Voice
    showing: Showing
    previews: Previews | None
    """None but in `serve`."""
    beside: Beside | None = None
    layouts: tuple[Layout, ...] = ()
    """Where the pages of each component are; empty until they are known."""
    topic_pages: frozenset[str] = frozenset()
    """All pages that are judged, relative to `docs_dir`."""
    report: Report | None = None
    verdict: Verdict | None = None
    """The report with what it rests on, once it was judged."""
    home: HomePage | None = None
    """The home page, where it was made."""


class Judged(Exception):  # noqa: N818 - no error: it carries the verdict out of a build
    """Ends a build that only the verdict was wanted of."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


class GbmPlugin(BasePlugin[GbmConfig]):
    """Judges the architecture documentation of the site that MkDocs builds."""

    def __init__(self) -> None:
        self.judge_only = False
        """Whether the build ends with the verdict: `Judged` is raised then."""
        self.today: date | None = None
        """The day that is judged for, where it is not the day of the build."""
        self._serving = False
        self._server: LiveReloadServer | None = None
        self._build: _Build | None = None
        self._standard: standards.Standard | None = None
        self._environment: tuple[object, Environment] | None = None
        """What renders, with what it was made for: compiling templates costs most of all in a small preview."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> "tuple[ConfigErrors, ConfigWarnings]":
        """Read the options; a mistake made while the preview runs is told, and the last good ones stay."""
        before = getattr(self, "config", None)
        errors, warnings = super().load_config(options, config_file_path)
        if errors and self._server is not None and before is not None:
            for key, error in errors:
                log.info("mkdocs.yml: option '%s': %s (the preview keeps the options as they were)", key, error)
            self.config = before
            return [], warnings
        return errors, warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what MkDocs was asked to do. A build by a program never says."""
        self._serving = command == "serve"
        self._server = None

    @event_priority(100)  # before other plugins put a copy of the pages in their place
    def on_config(self, config: "MkDocsConfig") -> None:
        """Begin a build with nothing of the last one: options, standard, watched files."""
        self._build = None
        self._serving = self._serving or is_preview(config)
        standard = self._load_standard(config)
        options = self.config.options
        showing = Showing.of(options, serving=self._serving)
        strings = Strings(options.strings)
        environment = self._environment_for(config, strings)
        publisher = Publisher(config, options.coverage_page, strings, showing, environment)
        publisher.add_stylesheet()
        self._watch_baseline(config)
        voice = Voice(environment, strings)
        previews = Previews(config, standard, voice, showing.hints, options.not_applicable) if self._serving else None
        self._build = _Build(standard, Reading(config), publisher, voice, showing, previews)

    @event_priority(-110)
    def on_files(self, files: "Files", *, config: "MkDocsConfig") -> None:
        """Learn which pages hold the topics, and add what is generated."""
        if (build := self._build) is None:
            return
        with self._told():
            outside = look_outside(self.config.options, Path(build.reading.docs_dir), Path(project_dir(config)))
            build.reading.mounts = outside.mounts
            self._watch_mounted(config, build.reading)
            add_mounted(files, config, build.reading.docs_dir, outside.mounts)
            self._lay_out(build, files, config, outside)
        build.reading.know(files)
        if build.previews and build.layouts:
            build.reading.previews = build.previews.add_files(files, build.layouts, build.reading)
            build.reading.know(files)

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: "Page", config: "MkDocsConfig", files: "Files") -> None:
        """Read what a topic page or the checklist really holds."""
        build = self._build
        if build and page.file.src_uri in build.topic_pages:
            build.reading.read(page, html)

    @event_priority(-100)
    def on_env(self, env: "Environment", *, config: "MkDocsConfig", files: "Files") -> None:
        """Judge, tell and show, before anything is published."""
        build = self._build
        if build is None or not build.layouts:
            return
        build.reading.know(files)
        mend_edit_links(files, build.reading.mounts)
        with self._told():
            build.verdict = self._judge(build, config)
            build.report = build.verdict.report
        if build.report is None:
            return
        if self.judge_only:
            raise Judged(build.report)
        tell(build.report, Mode.of(config, serving=self._serving), log)
        if build.home:
            uris = dict.fromkeys(uri for layout in build.layouts for uri in layout.others)
            others = filter(None, map(files.get_file_from_path, uris))
            build.home.publish(build.report, others, build.publisher, build.reading)
        coverage_page = build.publisher.coverage_page
        build.beside = Beside(config, build.voice, build.showing, build.report, build.reading, coverage_page)

    @event_priority(-100)
    def on_page_context(self, context: "TemplateContext", *, page: "Page", config: "MkDocsConfig", nav: Any) -> None:
        """Complete a page after the search has read it: what is added is nothing to be found."""
        build = self._build
        if build is None:
            return
        if build.verdict and build.layouts:
            wrong = build.publisher.complete(page, build.verdict, build.topic_pages, build.reading)
            if wrong:
                told_at = logging.INFO if self._serving else logging.WARNING
                log.log(told_at, "%s: %s", build.reading.path_of(page.file), wrong)
        if build.beside:
            build.beside.complete(page)
        if build.previews:
            build.previews.complete(page)

    def on_post_build(self, *, config: "MkDocsConfig") -> None:
        """Write the artefacts, and sum up in one line."""
        build = self._build
        if build is None or build.report is None:
            return
        build.publisher.write(build.report)
        log.info("%s", summary(build.report))

    def on_serve(self, server: "LiveReloadServer", *, config: "MkDocsConfig", builder: Any) -> None:
        """Know that this is a preview: from now on nothing is raised."""
        self._serving = True
        if not Path(config.config_file_path).is_file():  # `gbm serve` of a project that has none
            server.unwatch(config.config_file_path)
        self._server = server

    def _settings(self) -> Settings:
        standard = self._build.standard if self._build else None
        return self.config.options.settings(self.today or datetime.now(tz=UTC).date(), standard)

    def _lay_out(self, build: _Build, files: "Files", config: "MkDocsConfig", outside: Outside) -> None:
        """Learn which pages the components have, once everything that is generated is there."""
        build.publisher.add_files(files)
        build.home = self._add_home(files, config)
        uris = {file.src_uri: file for file in files.documentation_pages()}
        components = components_of(outside, uris)
        options = self.config.options
        build.layouts = lay_out_all(uris, lambda uri: source_of(uris[uri]), build.standard, options, components)
        build.topic_pages = frozenset().union(*(layout.topic_pages for layout in build.layouts))

    def _judge(self, build: _Build, config: "MkDocsConfig") -> Verdict:
        """Return the verdict on what was read, with the baseline where there is one."""
        options = self.config.options
        settings = self._settings()
        components = [
            layout.component.held_to(
                build.reading.component(config.site_name, layout), settings, options.not_applicable
            )
            for layout in build.layouts
        ]
        report = assess(build.standard, components, settings, build.reading.resolve)
        file = Path(project_dir(config), options.baseline)
        if file.is_file():
            entries = baseline.parse(file.read_text(encoding="utf-8"), options.baseline)
            report = baseline.apply(report, entries, options.baseline, settings)
        return Verdict(
            report,
            settings,
            build.reading.left_out(layout.directory for layout in build.layouts),
            {component.name: component.settings for component in components if component.settings},
            owners_of(build.layouts),
        )

    def _add_home(self, files: "Files", config: "MkDocsConfig") -> HomePage | None:
        """Add the home page, where one is wanted and the author wrote none."""
        options = self.config.options
        if not options.home_page:
            return None
        numbers = self._serving or options.publish is not Publish.NONE
        return add_home(files, config, Strings(options.strings), numbers=numbers)

    def _load_standard(self, config: "MkDocsConfig") -> standards.Standard:
        """Load the standard and have it watched; while the preview runs, a broken one leaves the last good one."""
        options = self.config.options
        try:
            source = standards.find(options.standard, Path(project_dir(config)), named=options.standard_named)
            for path in source.watched:
                self._watch(str(path), config)
            standard = standards.read(source)
            options.check(standard)
        except ConfigurationError as error:
            if self._standard is None or not self._serving:
                raise PluginError(f"gbm: {error}") from error
            log.info("%s (the preview keeps the standard as it was)", error)
            return self._standard
        for remark in standard.remarks if self._standard is None or standard != self._standard else ():
            log.info("%s", remark)
        self._standard = standard
        return standard

    def _environment_for(self, config: "MkDocsConfig", strings: Strings) -> "Environment":
        """Return what renders everything that is shown: that of the last build, where words and theme are the same."""
        custom = config.theme.custom_dir
        made_for = (custom, dict(self.config.options.strings))
        if self._environment is None or self._environment[0] != made_for:
            self._environment = made_for, templates.environment(strings, [custom] if custom else [])
        return self._environment[1]

    def _watch_baseline(self, config: "MkDocsConfig") -> None:
        file = Path(project_dir(config), self.config.options.baseline)
        if file.is_file():
            self._watch(str(file), config)

    def _watch_mounted(self, config: "MkDocsConfig", reading: Reading) -> None:
        for folder, _ in reading.mounts.folders:
            path = Path(reading.docs_dir, folder).resolve()
            if path.is_dir():
                self._watch(str(path), config)

    def _watch(self, folder: str, config: "MkDocsConfig") -> None:
        if folder not in config.watch:
            config.watch.append(folder)
            if self._server is not None:
                self._server.watch(folder)

    @contextmanager
    def _told(self) -> "Iterator[None]":
        """Tell a mistake in the pages' front matter as MkDocs tells errors; the preview goes on without a verdict."""
        try:
            yield
        except ConfigurationError as error:
            if not self._serving:
                raise PluginError(f"gbm: {error}") from error
            log.info("%s (there is no verdict until it is mended)", error)
