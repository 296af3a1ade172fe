"""`gbm new`: make single pages."""

from collections.abc import Mapping

import click

from mkdocs_gbm import clock
from mkdocs_gbm.author import pages
from mkdocs_gbm.command.begin import Maker
from mkdocs_gbm.command.common import of_project
from mkdocs_gbm.components import slug_of
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.layout import Layout
from mkdocs_gbm.project.expected import laid_out
from mkdocs_gbm.project.project import Project
from mkdocs_gbm.standard.render import Author


@click.command()
@click.argument("topics", metavar="TOPIC...", nargs=-1, required=True)
@click.option("--component", metavar="NAME", help="Whose page it is, where the site has several components.")
@click.option("--name", help="The name of what is documented.  [default: the component's or the site's]")
@click.option("--owner", default="", help="Who owns it: a team, a channel.")
@click.option("--dry-run", is_flag=True, help="Show what would be made, and make nothing.")
@of_project
def new(project: Project, topics: tuple[str, ...], owner: str, *, dry_run: bool, **whose: str | None) -> None:
    """Make the page of a topic from its template.

    It is made where the site expects it; one that is there is left alone. TOPIC is a topic's slug or title, or
    'checklist'.

    Example: gbm new api-design "Data Flow and Processing" checklist
    """
    expected = laid_out(project.docs_dir, project.root, project.values, project.standard, project.options)
    layout = _layout(expected.layouts, whose["component"], project)
    author = Author(whose["name"] or layout.component.name or project.name, owner, clock.authors_day().isoformat())
    paths = {slug: _path(slug, layout.expected) for slug in dict.fromkeys(_slug(topic, project) for topic in topics)}
    maker = Maker(project.root, dry_run)
    for slug, path in paths.items():
        text = pages.page_for(slug, project.standard, author)
        file = expected.file(path)
        maker.make(file, text, expected.docs_dir if file == expected.docs_dir / path else project.root)


def _layout(layouts: tuple[Layout, ...], name: str | None, project: Project) -> Layout:
    """Return the layout of the component that was named, or of the only one.

    Raises:
        ConfigurationError: If there is none of this name, or none was named where there are several.
    """
    names = [layout.component.name or project.name for layout in layouts]
    if name is None and len(layouts) == 1:
        return layouts[0]
    if name is None:
        raise ConfigurationError("new", "the site has several components", f"name one: --component '{names[0]}'")
    found = [layout for layout, own in zip(layouts, names, strict=True) if slug_of(own) == slug_of(name)]
    if not found:
        raise ConfigurationError("--component", f"there is no component '{name}'", did_you_mean(name, names))
    return found[0]


def _slug(topic: str, project: Project) -> str:
    found = pages.find_slug(topic, project.standard)
    if found is None:
        known = pages.slugs_of(project.standard)
        problem = f"no topic '{topic}' in the standard {project.standard.name}"
        raise ConfigurationError("new", problem, did_you_mean(topic, known))
    return found


def _path(slug: str, expected: Mapping[str, str]) -> str:
    path = expected[slug]
    if pages.is_pattern(path):
        remedy = f"name a page there beside it: {slug}: [{slug}.md, '{path}']"
        raise ConfigurationError(f"plugins: gbm: pages: {slug}", f"'{path}' names no single page", remedy)
    return path
