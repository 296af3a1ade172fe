"""The verdict as it would be under other options, from a quick reading of the pages."""

import posixpath

from mkdocs_gbm.adopt.ground import Ground
from mkdocs_gbm.assess import Component, Report, assess
from mkdocs_gbm.layout import lay_out
from mkdocs_gbm.options import CHECKLIST, Options


def predict(ground: Ground, options: Options, name: str) -> Report:
    """Return the verdict on a site as 'gbm check' would give it, without the baseline.

    Args:
        ground: The site's pages, and the standard.
        options: The options that are tried.
        name: The site's name.
    """
    pages = ground.pages
    layout = lay_out(ground.uris, pages.source, ground.standard, options)
    topics = {slug: tuple(map(pages.page, uris)) for slug, uris in layout.pages.items() if slug != CHECKLIST}
    checklist = tuple(map(pages.page, layout.pages.get(CHECKLIST, ())))
    component = Component(name, posixpath.normpath(layout.directory), topics, checklist, layout.expected)
    return assess(ground.standard, [component], options.settings(ground.today, ground.standard), pages.resolve)
