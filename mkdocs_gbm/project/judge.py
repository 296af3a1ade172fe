"""The verdict on a project, without a build that publishes anything: quick where that is surely right, else exact."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mkdocs_gbm import clock
from mkdocs_gbm.absent import absent_folders
from mkdocs_gbm.assess import Page, Report, assess, baseline
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.layout import Layout, SitePages, lay_out_all
from mkdocs_gbm.project.dialect import Dialect, dialect_of
from mkdocs_gbm.project.excused import excused
from mkdocs_gbm.project.files import LEADS_OUT, SiteFiles, is_page
from mkdocs_gbm.project.judgement import Judgement, Problem
from mkdocs_gbm.project.mounted import all_files
from mkdocs_gbm.project.outside import Outside, components_of, look_outside
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.project.quick import QuickReading
from mkdocs_gbm.project.told import Told


def judge(project: Project) -> Report:
    """Return the verdict on a project's documentation, with its baseline applied.

    Raises:
        ConfigurationError: If its pages cannot be read as the site reads them, or one of them cannot be read at all.
    """
    judged = judge_all(project)
    for problem in judged.problems:
        if problem.unknown:
            raise ConfigurationError(problem.path, problem.problem, "without it there is no whole verdict")
    return judged.report


def judge_all(project: Project, today: date | None = None) -> Judgement:
    """Return the verdict on a project's documentation, and what it could not be about.

    Args:
        project: The project.
        today: The day to judge for, where it is not the day that it is.

    Raises:
        ConfigurationError: If its pages cannot be read as the site reads them.
    """
    day = today or clock.today()
    outside = look_outside(project.options, project.docs_dir, project.root)
    files = all_files(project.docs_dir, project.root, project.values, outside.mounts)
    told = Told(project, outside.mounts)
    oddities = tuple(
        Problem(told.expected(uri), problem, unknown=problem == LEADS_OUT and is_page(uri))
        for uri, problem in files.oddities
    )
    dialect = dialect_of(project)
    quickly = _quickly(project, dialect, files, outside, day) if dialect else None
    judged = quickly or _exactly(project, day)
    absent = _absent(project, files, outside, told) if quickly else ()  # a build may have pages from elsewhere
    return Judgement(_without_unknown(judged), (*absent, *oddities, *judged.problems))


def _absent(project: Project, files: SiteFiles, outside: Outside, told: Told) -> tuple[Problem, ...]:
    """Return a line for each folder that was named and holds no page."""
    uris = [uri for uri, on_site in files.pages.items() if on_site]
    lines = absent_folders(components_of(outside, uris), uris, project.options, told.expected)
    where = "--architecture-dir" if project.asked.architecture_dir is not None else ""
    mistakes = (line.in_file(project.config_file and project.config_file.name) for line in lines)
    return tuple(Problem(where or line.where, f"{line.problem}; {line.remedy}") for line in mistakes)


def _exactly(project: Project, today: date) -> Judgement:
    from mkdocs_gbm.project.exactly import judged  # noqa: PLC0415 - most sites need no other process

    return judged(project, today)


def _quickly(project: Project, dialect: Dialect, files: SiteFiles, outside: Outside, today: date) -> Judgement | None:
    """Return the verdict by the quick gear; `None` where the build adds a page that is judged."""

    def exactly(uris: list[str]) -> Mapping[str, Page]:
        from mkdocs_gbm.project.exactly import read  # noqa: PLC0415 - most sites need no other process

        return read(project, today, uris)

    reading = QuickReading(project, dialect, files, exactly, Told(project, outside.mounts))
    layouts = _layouts(project, files, outside, reading)
    if layouts is None:
        return None
    reading.take(layouts)
    options = project.options
    settings = options.settings(today, project.standard)
    components = [
        layout.component.held_to(reading.component(project.name, layout), settings, options.not_applicable)
        for layout in layouts
    ]
    report = assess(project.standard, components, settings, reading.resolve)
    if (entries := excused(project.root, options)) is not None:
        report = baseline.apply(report, entries, options.baseline, settings)
    return Judgement(report, tuple(reading.problems.values()))


def _layouts(project: Project, files: SiteFiles, outside: Outside, reading: QuickReading) -> tuple[Layout, ...] | None:
    uris = [uri for uri, on_site in files.pages.items() if on_site]
    components = components_of(outside, uris)
    added = project.options.coverage_page
    if added is None or added in files.pages:
        pages = SitePages(uris, reading.head, reading.told)
        return lay_out_all(pages, project.standard, project.options, components)
    pages = SitePages([*uris, added], lambda uri: "" if uri == added else reading.head(uri), reading.told)
    layouts = lay_out_all(pages, project.standard, project.options, components)
    if any(added in layout.topic_pages for layout in layouts):
        return None
    return tuple(replace(layout, others=tuple(uri for uri in layout.others if uri != added)) for layout in layouts)


def _without_unknown(judged: Judgement) -> Report:
    """Return the verdict without the findings about topics of which a page could not be read."""
    paths = {problem.path for problem in judged.problems if problem.unknown}
    if not paths:
        return judged.report
    unknown = {
        (component.name, verdict.topic.slug)
        for component in judged.report.components
        for verdict in component.topics
        if not paths.isdisjoint(verdict.pages)
    }
    told = [
        finding
        for finding in judged.report.findings
        if (finding.component, finding.topic) not in unknown
        and finding.place.path not in paths
        and finding.rule != "low-coverage"
    ]
    return replace(judged.report, findings=tuple(told))
