"""The pages that an author starts from: one for each topic, the checklist, and a home page that links to them."""

import re
from collections.abc import Mapping
from urllib.parse import quote

import yaml

from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.standard import Standard
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

HOME = ("index.md", "README.md")
"""The names that a site's first page may have."""

_SIGN = re.compile(r"[\\`*_{}\[\]<>&|~]")

_HOME = """\
# {title}

<!-- gbm:badge -->

How {title} is built, and why, topic by topic.

{links}
"""


def slugs_of(standard: Standard) -> tuple[str, ...]:
    """Return what a page may be made for: the topics in order, and the checklist."""
    return (*(topic.slug for topic in standard.topics), *([CHECKLIST] if standard.checklist else []))


def page_for(slug: str, standard: Standard, author: Author) -> str:
    """Return the page that a topic, or the checklist, is started from; its front matter names the owner.

    Raises:
        ConfigurationError: If its template is no valid Jinja2.
    """
    owner = " ".join(author.owner.split())
    head = f"---\n{yaml.safe_dump({'owner': owner}, allow_unicode=True, width=1000)}---\n\n" if owner else ""
    topic = standard.topic(slug)
    if topic:
        return head + render_topic(topic, author)
    return head + render_checklist(standard.checklist, author) if standard.checklist else ""


def title_of(slug: str, standard: Standard) -> str:
    """Return the title of a topic, or of the checklist."""
    topic = standard.topic(slug)
    if topic:
        return topic.title
    return standard.checklist.title if standard.checklist else slug


def home_page(title: str, paths: Mapping[str, str], standard: Standard) -> str:
    """Return a first page with the badges and a link to every topic.

    Args:
        title: The name of what is documented.
        paths: The pages by slug, relative to the first page's folder.
        standard: Knows their titles.
    """
    links = "\n".join(f"- [{_said(title_of(slug, standard))}]({quote(path)})" for slug, path in paths.items())
    return _HOME.format(title=_said(title), links=links)


def _said(text: str) -> str:
    """Return text that is read in Markdown as it stands, and does nothing."""
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(neutral(text).split()))


def find_slug(word: str, standard: Standard) -> str | None:
    """Return the slug that a word means: a slug itself, or a title."""
    said = _folded(word)
    return next(
        (slug for slug in slugs_of(standard) if said in (_folded(slug), _folded(title_of(slug, standard)))), None
    )


def is_pattern(path: str) -> bool:
    """Say whether a path of `pages:` is a glob, by which no page can be made."""
    return any(character in path for character in "*?")


def _folded(word: str) -> str:
    return " ".join(word.replace("-", " ").casefold().split())
