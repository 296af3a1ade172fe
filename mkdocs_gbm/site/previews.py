"""Pages that do not exist yet, as their templates would start them: in `serve` only, at addresses of their own."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from shlex import quote
from typing import TYPE_CHECKING, Any

import yaml
from markdown import Markdown
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.toc import get_toc

from mkdocs_gbm.assess import Place, SectionVerdict, Status, TopicVerdict
from mkdocs_gbm.components import slug_of
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.layout import Layout
from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.options import CHECKLIST
from mkdocs_gbm.outline import read_html
from mkdocs_gbm.output import splice
from mkdocs_gbm.output.hints import Voice, hints_for, with_hints
from mkdocs_gbm.output.tokens import with_visible_tokens
from mkdocs_gbm.site.languages import UNNAMED, Language
from mkdocs_gbm.site.reading import Reading
from mkdocs_gbm.standard import Standard, Topic
from mkdocs_gbm.standard.render import Author, render_checklist, render_topic

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

log = get_plugin_logger("gbm")

_FOLDER = "gbm/preview"
#: A diagram that is to be drawn yet is shown as text: with `<words to replace>`, none comes of it.
_DIAGRAM = re.compile(r"(?m)^([ \t]*(?:`{3,}|~{3,})[ \t]*)mermaid\b")
_PLAIN = ["attr_list", "fenced_code", "tables", "toc"]


@dataclass(frozen=True, slots=True)
class _Preview:
    """One page that does not exist."""

    slug: str
    path: str
    """Where it would be, relative to the project."""
    component: str
    """The name of the component that lacks it; empty where it is the only one."""
    markdown: str
    topic: Topic | None
    """None for the checklist."""


def _command(preview: _Preview) -> str:
    whose = f" --component {quote(preview.component)}" if preview.component else ""
    return f"gbm new {quote(preview.slug)}{whose}"


@dataclass(slots=True)
class Previews:
    """Adds a page of its own for each page that a component lacks."""

    config: "MkDocsConfig"
    standard: Standard
    voice: Voice
    hints: bool
    """Whether they show hints."""
    not_applicable: Collection[str]
    """Topics that no component of the site has."""
    _language: Language = UNNAMED
    _by_uri: dict[str, _Preview] = field(default_factory=dict)

    def add_files(
        self, files: "Files", layouts: Iterable[Layout], reading: Reading, language: Language
    ) -> "Mapping[str, File]":
        """Add the pages, and return them by the path, relative to the project, of the page that does not exist."""
        added: dict[str, File] = {}
        self._language = language
        by_name = {layout.component.name: layout for layout in layouts}
        for layout in by_name.values():
            inherit = layout.component.inherit
            added |= self._add(files, layout, by_name[inherit] if inherit else None, reading)
        return added

    def _add(self, files: "Files", layout: Layout, parent: Layout | None, reading: Reading) -> "Mapping[str, File]":
        """Add the pages of one component, but for topics that it takes from another, or does not have by nature."""
        added = {}
        name = layout.component.name
        folder = f"{_FOLDER}/{slug_of(name)}" if name else _FOLDER
        for slug, pages in layout.pages.items():
            uri, missing = f"{folder}/{slug}.md", layout.expected[slug]
            if pages or slug in self.not_applicable or slug in layout.component.not_applicable:
                continue
            if parent and parent.pages[slug]:
                continue
            if any(files.get_file_from_path(path) is not None for path in (uri, missing)):
                continue  # the author's own page, or one that is a draft
            try:
                preview = self._preview(slug, reading.expected(missing), name)
            except ConfigurationError as error:
                log.info("%s", neutral(f"{error} (there is no preview of {missing} until it is mended)"))
                continue
            made = self._language.generated(self.config, uri, self._source(preview), InclusionLevel.NOT_IN_NAV)
            files.append(made)
            self._by_uri[made.src_uri] = preview
            added[preview.path] = made
            log.info("%s", neutral(f"{preview.path} does not exist yet; {made.url} shows how it starts"))
        return added

    def complete(self, page: "Page") -> None:
        """Fill such a page, so late that no search index reads it."""
        preview = self._by_uri.get(page.file.src_uri)
        if preview is None:
            return
        rendered, tokens = self._render(_DIAGRAM.sub(r"\1text", preview.markdown))
        html = with_visible_tokens(rendered)
        if preview.topic and self.hints:
            html = self._with_hints(html, preview, preview.topic)
        notice = self.voice.environment.get_template("partials/gbm/preview.html").render(
            say=self.voice.strings,
            path=preview.path,
            command=_command(preview),
            markdown=preview.markdown,
        )
        page.content = f'<div class="gbm-preview" data-search-exclude>\n{splice.below_title(html, notice)}\n</div>'
        page.toc = get_toc(tokens)

    def _preview(self, slug: str, path: str, component: str) -> _Preview:
        author = Author(component or self.config.site_name)
        if slug == CHECKLIST and self.standard.checklist:
            return _Preview(slug, path, component, render_checklist(self.standard.checklist, author), None)
        topic = self.standard.topic(slug)
        return _Preview(slug, path, component, render_topic(topic, author) if topic else "", topic)

    def _source(self, preview: _Preview) -> str:
        checklist = self.standard.checklist
        title = preview.topic.title if preview.topic else checklist.title if checklist else preview.slug
        words = self.voice.strings("preview.title", topic=title)
        meta = yaml.safe_dump({"title": escape(words, quote=False), "search": {"exclude": True}}, allow_unicode=True)
        return f"---\n{meta}---\n"

    def _render(self, markdown: str) -> tuple[str, list[Any]]:
        """Return a template's HTML and table of contents, without MkDocs' warnings of links that lead nowhere yet."""
        config = self.config
        try:
            converter = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
            html = converter.convert(markdown)
        except Exception:  # noqa: BLE001 - extensions of other plugins may want a page of theirs; a preview never dies
            converter = Markdown(extensions=_PLAIN)
            html = converter.convert(markdown)
        return html, getattr(converter, "toc_tokens", [])

    def _with_hints(self, html: str, preview: _Preview, topic: Topic) -> str:
        anchors = {heading.text: heading.anchor for heading in read_html(html).headings}
        sections = tuple(
            SectionVerdict(section, Status.PLACEHOLDER, place=Place(preview.path, anchor=anchors.get(section.name)))
            for section in topic.sections
        )
        verdict = TopicVerdict(topic, (preview.path,), sections)
        hints = list(hints_for(preview.path, verdict, {}, shared=False))
        return with_hints(html, hints, filter(None, anchors.values()), self.voice, starting=True)
