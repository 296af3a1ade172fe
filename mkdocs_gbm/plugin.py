"""The MkDocs door: each hook hands its part of a build to the room that knows it."""

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

from mkdocs_gbm import clock
from mkdocs_gbm import standard as standards
from mkdocs_gbm.assess import Report
from mkdocs_gbm.collector import uncollected
from mkdocs_gbm.config import GbmConfig
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output import templates
from mkdocs_gbm.output.hints import Voice
from mkdocs_gbm.output.strings import Strings
from mkdocs_gbm.output.text import summary
from mkdocs_gbm.project.outside import look_outside
from mkdocs_gbm.project.persona_hint import persona_hint
from mkdocs_gbm.project.plugins import named_twice
from mkdocs_gbm.site.beside import Beside
from mkdocs_gbm.site.build import Build
from mkdocs_gbm.site.disk_links import DiskLinks
from mkdocs_gbm.site.gate import Mode, is_preview, line_of, tell
from mkdocs_gbm.site.mounting import add_mounted, mend_edit_links
from mkdocs_gbm.site.previews import Previews
from mkdocs_gbm.site.publishing import Publisher
from mkdocs_gbm.site.reading import Reading, project_dir
from mkdocs_gbm.site.showing import Showing
from mkdocs_gbm.site.watching import Watching

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
        self._build: Build | None = None
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
                told = neutral(f"option '{key}': {error}")
                log.info("mkdocs.yml: %s (the preview keeps the options as they were)", told)
            self.config = before
            return [], warnings
        return errors, warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what MkDocs was asked to do. A build by a program never says."""
        self._serving = command == "serve"
        self._server = None

    @event_priority(100)  # before other plugins put a copy of the pages in their place
    @uncollected()
    def on_config(self, config: "MkDocsConfig") -> None:
        """Begin a build with nothing of the last one: options, standard, watched files."""
        self._build = None
        self._serving = self._serving or is_preview(config)
        with self._told(config):
            if sum(isinstance(plugin, GbmPlugin) for plugin in config.plugins.values()) > 1:
                raise named_twice(config.config_file_path)
        standard = self._load_standard(config)
        options = self.config.options
        showing = Showing.of(options, serving=self._serving)
        strings = Strings(options.strings)
        environment = self._environment_for(config, strings)
        publisher = Publisher(config, options.coverage_page, strings, showing, environment)
        publisher.add_stylesheet()
        Watching(config, self._server).add_baseline(options)
        voice = Voice(environment, strings)
        previews = Previews(config, standard, voice, showing.hints, options.not_applicable) if self._serving else None
        self._build = Build(config, options, standard, Reading(config), publisher, voice, showing, previews)

    @event_priority(-110)
    @uncollected()
    def on_files(self, files: "Files", *, config: "MkDocsConfig") -> None:
        """Learn which pages hold the topics, and add what is generated."""
        if (build := self._build) is None:
            return
        with self._told(config):
            outside = look_outside(self.config.options, Path(build.reading.docs_dir), Path(project_dir(config)))
            build.reading.mounts = outside.mounts
            Watching(config, self._server).add_mounted(build.reading.docs_dir, outside.mounts)
            add_mounted(files, config, build.reading.docs_dir, outside.mounts)
            build.disk_links = DiskLinks.added(config, build.reading.docs_dir, outside.mounts)
            build.lay_out(files, outside)
        build.reading.know(files)
        if build.previews and build.layouts:
            build.reading.previews = build.previews.add_files(files, build.layouts, build.reading, build.language)
            build.reading.know(files)

    def on_page_markdown(self, markdown: str, *, page: "Page", config: "MkDocsConfig", files: "Files") -> None:
        """Know which page's links are followed next."""
        if self._build and self._build.disk_links:
            self._build.disk_links.follow_on(page.file, files)

    @event_priority(-100)
    @uncollected()
    def on_page_content(self, html: str, *, page: "Page", config: "MkDocsConfig", files: "Files") -> None:
        """Read what a topic page or the checklist really holds."""
        build = self._build
        if build and page.file.src_uri in build.topic_pages:
            build.reading.read(page, html)

    @event_priority(-100)
    @uncollected()
    def on_env(self, env: "Environment", *, config: "MkDocsConfig", files: "Files") -> None:
        """Judge, tell and show, before anything is published."""
        build = self._build
        if build is None or not build.layouts:
            return
        build.reading.know(files)
        mend_edit_links(files, build.reading.mounts)
        with self._told(config):
            build.judge(self.config.options.settings(self.today or clock.today(), build.standard))
        if build.report is None:
            return
        if self.judge_only:
            raise Judged(build.report)
        if hint := persona_hint(build.report, lambda path: build.reading.file_at(path) is not None):
            log.info("%s", hint)
        tell(build.report, Mode.of(config, serving=self._serving), log, build.language.folder)
        if build.home:
            uris = dict.fromkeys(uri for layout in build.layouts for uri in layout.others)
            others = filter(None, map(files.get_file_from_path, uris))
            with self._told(config):
                build.home.publish(build.report, others, build.publisher, build.reading)
        coverage_page = build.publisher.coverage_page
        build.beside = Beside(config, build.voice, build.showing, build.report, build.reading, coverage_page)

    @event_priority(-100)
    def on_page_context(self, context: "TemplateContext", *, page: "Page", config: "MkDocsConfig", nav: Any) -> None:
        """Complete a page after the search has read it: what is added is nothing to be found."""
        build = self._build
        if build is None:
            return
        with self._told(config, "the page is shown without what it would add"):
            self._complete(build, page)

    @uncollected()
    def _complete(self, build: Build, page: "Page") -> None:
        if build.verdict and build.layouts:
            wrong = build.publisher.complete(page, build.verdict, build.topic_pages, build.reading)
            if wrong:
                log.log(build.told_at, "%s", neutral(f"{build.reading.path_of(page.file)}: {wrong}"))
        if build.beside:
            build.beside.complete(page)
        if build.previews:
            build.previews.complete(page)

    @uncollected()
    def on_post_build(self, *, config: "MkDocsConfig") -> None:
        """Write the artefacts, and sum up in one line."""
        build = self._build
        if build is None or build.report is None:
            return
        build.publisher.write(build.report)
        log.info("%s", neutral(summary(build.report)))

    def on_serve(self, server: "LiveReloadServer", *, config: "MkDocsConfig", builder: Any) -> None:
        """Know that this is a preview: from now on nothing is raised."""
        self._serving = True
        if not Path(config.config_file_path).is_file():  # `gbm serve` of a project that has none
            server.unwatch(config.config_file_path)
        self._server = server

    def _load_standard(self, config: "MkDocsConfig") -> standards.Standard:
        """Load the standard and have it watched; while the preview runs, a broken one leaves the last good one."""
        options = self.config.options
        try:
            source = standards.find(options.standard, Path(project_dir(config)), named=options.standard_named)
            for path in source.watched:
                Watching(config, self._server).add(str(path))
            standard = standards.read(source)
            options.check(standard)
        except ConfigurationError as error:
            if self._standard is None or not self._serving:
                raise PluginError(f"gbm: {line_of(error, config)}") from error
            log.info("%s (the preview keeps the standard as it was)", line_of(error, config))
            return self._standard
        for remark in standard.remarks if self._standard is None or standard != self._standard else ():
            log.info("%s", neutral(remark))
        self._standard = standard
        return standard

    def _environment_for(self, config: "MkDocsConfig", strings: Strings) -> "Environment":
        """Return what renders everything that is shown: that of the last build, where words and theme are the same."""
        custom = config.theme.custom_dir
        made_for = (custom, dict(self.config.options.strings))
        if self._environment is None or self._environment[0] != made_for:
            self._environment = made_for, templates.environment(strings, [custom] if custom else [])
        return self._environment[1]

    @contextmanager
    def _told(self, config: "MkDocsConfig", without: str = "there is no verdict") -> "Iterator[None]":
        """Tell a mistake as MkDocs tells errors; the preview goes on without what cannot be had."""
        try:
            yield
        except ConfigurationError as error:
            if not self._serving:
                raise PluginError(f"gbm: {line_of(error, config)}") from error
            log.info("%s (%s until it is mended)", line_of(error, config), without)
