"""The verdict as it would be under other options, from a quick reading of the pages."""

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.assess import Component, Report, assess
from mkdocs_gbm.layout import Layout, SitePages, lay_out_all
from mkdocs_gbm.options import CHECKLIST, Options
from mkdocs_gbm.project.outside import components_of, look_outside


def predict(ground: Ground, options: Options, name: str) -> Report:
    """Return the verdict on a site as 'gbm check' would give it, without the baseline.

    Args:
        ground: The site's pages, and the standard.
        options: The options that are tried.
        name: The site's name.

    Raises:
        ConfigurationError: If the components that the options name make no sense.
    """
    settings = options.settings(ground.today, ground.standard)
    components = [
        layout.component.held_to(_component(ground, layout, name), settings, options.not_applicable)
        for layout in layouts_of(ground, options)
    ]
    return assess(ground.standard, components, settings, ground.pages.resolve)


def layouts_of(ground: Ground, options: Options) -> tuple[Layout, ...]:
    """Return which pages the components of a site would have under some options.

    Raises:
        ConfigurationError: If the components make no sense.
    """
    outside = look_outside(options, ground.pages.folder, ground.root)
    components = components_of(outside, ground.uris)
    pages = SitePages(ground.uris, ground.pages.source)
    return lay_out_all(pages, ground.standard, options, components)


def _component(ground: Ground, layout: Layout, name: str) -> Component:
    page = ground.pages.page
    topics = {slug: tuple(map(page, uris)) for slug, uris in layout.pages.items() if slug != CHECKLIST}
    checklist = tuple(map(page, layout.pages.get(CHECKLIST, ())))
    return Component(name, layout.directory or ".", topics, checklist, layout.expected)
