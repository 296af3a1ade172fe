"""Pages that a `--dirty` build leaves alone: rendered all the same, so that the report is that of a full build."""

from typing import TYPE_CHECKING

from mkdocs_gbm.layout import Layout
from mkdocs_gbm.site.reading import Reading

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def render_unbuilt(layout: Layout, reading: Reading, config: "MkDocsConfig", files: "Files") -> None:
    """Read the judged pages that this build has not rendered, by way of the site's own pipeline."""
    for uri in sorted(layout.topic_pages):
        file = files.get_file_from_path(uri)
        if file is None or file.page is None or reading.has(uri) or not file.inclusion.is_included():
            continue
        reading.read(file.page, _render(file.page, config, files))


def _render(page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    page.read_source(config)
    page.markdown = config.plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    html = page.content or ""
    page.content = None
    return html
