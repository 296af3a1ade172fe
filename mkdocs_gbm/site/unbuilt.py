"""Pages that a `--dirty` build leaves alone: rendered all the same, so that the report is that of a full build."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def rendered(page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    """Return a page's HTML: as the build rendered it, or else by way of the site's own pipeline."""
    if page.content is not None:
        return page.content
    before, config._current_page = config._current_page, page  # noqa: SLF001 - `!relative` paths are told from it
    try:
        return _rendered(page, config, files)
    finally:
        config._current_page = before  # noqa: SLF001 - as MkDocs itself does


def _rendered(page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    plugins = config.plugins
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    html = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    page.content = None
    return html
