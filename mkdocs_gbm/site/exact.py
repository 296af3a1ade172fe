"""The exact gear, from inside: the site's own pipeline with its plugins and hooks, up to the verdict.

`python -m mkdocs_gbm.site.exact FILE` reads a request from its standard input and writes the answer to the file.
"""

import logging
import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as SitePage

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.plugin import Judged
from mkdocs_gbm.project.exactly import Answer, Request
from mkdocs_gbm.project.judgement import Problem
from mkdocs_gbm.project.source import problem_of
from mkdocs_gbm.site.asking import Asking
from mkdocs_gbm.site.languages import Language, joined
from mkdocs_gbm.site.reading import Reading
from mkdocs_gbm.site.rehearsal import Rehearsal
from mkdocs_gbm.site.unbuilt import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from mkdocs_gbm.assess import Page

#: Plugins that make each page from its own source: where a site has no others, only the pages that matter are rendered.
_PAGE_BY_PAGE = frozenset(
    "search gbm awesome-nav awesome-pages exclude exclude-search gen-files git-committers git-committers-2 "
    "git-revision-date git-revision-date-localized glightbox group include-markdown literate-nav macros mermaid2 meta "
    "minify offline privacy redirects same-dir section-index social table-reader tags".split()
)
_REMEDY = "see what 'mkdocs build' says"


def answer(request: Request) -> Answer:
    """Return what was asked for, or how MkDocs failed."""
    said = _Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        with tempfile.TemporaryDirectory(prefix="gbm-") as folder:
            return _answer(request, folder)
    except ConfigurationError as error:
        failure = (error.where, error.problem, error.remedy)
    except MkDocsException as error:
        told = said.first or " ".join(str(error).split()) or type(error).__name__
        failure = (request.config_file, told.rstrip("."), "mend it there")
    except Exception as error:  # noqa: BLE001 - whatever a plugin or hook raises is told in one line
        problem = " ".join(f"{type(error).__name__}: {error}".split())
        failure = (request.config_file, (said.first or problem).rstrip("."), _REMEDY)
    return Answer(failure=failure)


class _Said(logging.Handler):
    """Remembers the first error that MkDocs tells; nothing of it is shown."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.first = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.first = self.first or " ".join(record.getMessage().split())


def _answer(request: Request, folder: str) -> Answer:
    stands_at = str(Path(request.root, Path(request.config_file).name))
    config = load_config(request.config_file, config_file_path=stands_at, site_dir=folder)
    # By names that end as ours does, these count as plugins that make each page from its own source.
    asking = config.plugins["asking/gbm"] = Asking(request)
    if request.texts:
        config.plugins["rehearsal/gbm"] = Rehearsal(request.texts)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        return _in_all_languages(request, config, asking)
    finally:
        config.plugins.on_shutdown()


def _in_all_languages(request: Request, config: "MkDocsConfig", asking: Asking) -> Answer:
    """Go through a build once for each language, as the plugin that translates sites does."""
    answer = _read(request, config, asking)
    first = Language.of(config)
    if answer.report is None:
        return answer
    reports = [answer.report]
    for locale in first.others:
        language = first.switched(config, locale)
        translated = _read(request, config, asking).report
        reports += [language.named(translated)] if translated else []
    return Answer(report=joined(reports), problems=answer.problems)


def _read(request: Request, config: "MkDocsConfig", asking: Asking) -> Answer:
    """Go through a build as MkDocs does, until its pages can be rendered."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    problems = _emptied(files, config)
    environment = config.theme.get_env()
    files.add_files_from_theme(environment, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    navigation = get_navigation(files, config)
    config.plugins.on_nav(navigation, config=config, files=files)
    for file in files.documentation_pages():
        if file.page is None:
            SitePage(None, file, config)
    if request.pages:
        return Answer(pages=_pages(request, config, files), problems=problems)
    return _judged(config, files, environment, asking, problems)


def _pages(request: Request, config: "MkDocsConfig", files: "Files") -> dict[str, "Page"]:
    reading = Reading(config)
    reading.know(files)
    return {uri: page for uri in request.pages if (page := reading.page(uri))}


def _judged(
    config: "MkDocsConfig",
    files: "Files",
    environment: "Environment",
    asking: Asking,
    problems: tuple[Problem, ...],
) -> Answer:
    if config.hooks or not {name.rpartition("/")[2] for name in config.plugins} <= _PAGE_BY_PAGE:
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.content = rendered(file.page, config, files)
    try:
        asking.plugin.on_env(environment, config=config, files=files)
    except Judged as judged:
        return Answer(report=judged.report, problems=problems)
    raise ConfigurationError(str(config.config_file_path), "the build ended without a verdict", _REMEDY)


def _emptied(files: "Files", config: "MkDocsConfig") -> tuple[Problem, ...]:
    """Take the text of pages that MkDocs cannot read for empty, and return them: the rest is judged all the same."""
    reading = Reading(config)
    problems = []
    for file in files.documentation_pages():
        if problem := problem_of(str(file.abs_src_path)):
            problems.append(Problem(reading.path_of(file), problem, unknown=True))
            file.content_string = ""
    return tuple(problems)


def _walk(*arguments: Any, **options: Any) -> "Iterator[tuple[str, list[str], list[str]]]":
    """Walk as `os.walk` does, but never round in the circle of a link to a folder that it stands in."""
    for folder, folders, files in _WALK(*arguments, **options):
        if options.get("followlinks") and options.get("topdown", True):
            here = os.path.realpath(folder)
            folders[:] = [name for name in folders if not _holds(os.path.realpath(os.path.join(folder, name)), here)]
        yield folder, folders, files


def _holds(folder: str, inner: str) -> bool:
    return inner == folder or inner.startswith(folder.rstrip(os.sep) + os.sep)


_WALK = os.walk


def main() -> None:
    """Answer the request on the standard input."""
    setattr(os, "walk", _walk)  # noqa: B010 - this process is MkDocs' alone, and two such links would keep it busy for ever
    request = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by the process that started this one
    Path(sys.argv[1]).write_bytes(pickle.dumps(answer(request)))


if __name__ == "__main__":
    main()
