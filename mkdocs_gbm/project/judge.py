"""The verdict on a project, without a build that publishes anything: quick where that is surely right, else exact."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from mkdocs_gbm.assess import Page, Report, assess, baseline
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.layout import Layout, lay_out
from mkdocs_gbm.project.dialect import Dialect, dialect_of
from mkdocs_gbm.project.files import SiteFiles, find_files
from mkdocs_gbm.project.find import Project
from mkdocs_gbm.project.judgement import Judgement, Problem
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
    day = today or datetime.now(tz=UTC).date()
    files = find_files(project.docs_dir, project.values)
    told = Told(project)
    oddities = tuple(Problem(told.expected(uri), problem) for uri, problem in files.oddities)
    dialect = dialect_of(project)
    judged = (_quickly(project, dialect, files, day) if dialect else None) or _exactly(project, day)
    return Judgement(_without_unknown(judged), (*oddities, *judged.problems))


def _exactly(project: Project, today: date) -> Judgement:
    from mkdocs_gbm.project.exactly import judged  # noqa: PLC0415 - most sites need no other process

    return judged(project, today)


def _quickly(project: Project, dialect: Dialect, files: SiteFiles, today: date) -> Judgement | None:
    """Return the verdict by the quick gear; `None` where the build adds a page that is judged."""

    def exactly(uris: list[str]) -> Mapping[str, Page]:
        from mkdocs_gbm.project.exactly import read  # noqa: PLC0415 - most sites need no other process

        return read(project, today, uris)

    reading = QuickReading(project, dialect, files, exactly)
    layout = _layout(project, files, reading)
    if layout is None:
        return None
    options = project.options
    settings = options.settings(today, project.standard)
    report = assess(project.standard, [reading.component(project.name, layout)], settings, reading.resolve)
    if project.baseline_file.is_file():
        entries = baseline.parse(project.baseline_file.read_text(encoding="utf-8"), options.baseline)
        report = baseline.apply(report, entries, options.baseline, settings)
    return Judgement(report, tuple(reading.problems.values()))


def _layout(project: Project, files: SiteFiles, reading: QuickReading) -> Layout | None:
    uris = [uri for uri, on_site in files.pages.items() if on_site]
    added = project.options.coverage_page
    if added is None or added in files.pages:
        return lay_out(uris, reading.head, project.standard, project.options)
    layout = lay_out(
        [*uris, added], lambda uri: "" if uri == added else reading.head(uri), project.standard, project.options
    )
    if added in layout.topic_pages:
        return None
    return replace(layout, others=tuple(uri for uri in layout.others if uri != added))


def _without_unknown(judged: Judgement) -> Report:
    """Return the verdict without the findings about topics of which a page could not be read."""
    paths = {problem.path for problem in judged.problems if problem.unknown}
    if not paths:
        return judged.report
    unknown = {
        verdict.topic.slug
        for component in judged.report.components
        for verdict in component.topics
        if not paths.isdisjoint(verdict.pages)
    }
    told = [
        finding
        for finding in judged.report.findings
        if finding.topic not in unknown and finding.place.path not in paths and finding.rule != "low-coverage"
    ]
    return replace(judged.report, findings=tuple(told))
