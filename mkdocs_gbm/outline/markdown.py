"""The outline of a Markdown source, with line numbers, by way of cmark-gfm's HTML."""

from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from mkdocs_gbm.front_matter import body_of
from mkdocs_gbm.outline.html import read_html
from mkdocs_gbm.outline.model import Outline

_OPTIONS = Options.CMARK_OPT_SOURCEPOS | Options.CMARK_OPT_UNSAFE


def read_markdown(text: str) -> Outline:
    """Read Markdown as GitHub does; lines count from 1 in `text`, its front matter included."""
    source = body_of(text)
    return read_html(render(source.body), offset=source.offset)


def render(body: str) -> str:
    """Return Markdown without front matter as HTML, with source positions."""
    # cmark ends the text at a NUL character, and what follows must not vanish.
    html: str = github_flavored_markdown_to_html(body.replace("\0", "\ufffd"), options=_OPTIONS)
    return html
