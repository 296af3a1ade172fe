"""A standard as a folder of page templates: the headings are the requirements."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_gbm import front_matter, texts
from mkdocs_gbm.errors import ConfigurationError, did_you_mean, nearest
from mkdocs_gbm.keys import Keys
from mkdocs_gbm.standard.model import (
    Checklist,
    ChecklistItem,
    Evidence,
    RequiredSection,
    Spot,
    Standard,
    Topic,
)
from mkdocs_gbm.standard.own_words import FILE, own_words
from mkdocs_gbm.standard.renamed import remark, renamed
from mkdocs_gbm.standard.template import Block, items_of, split_template
from mkdocs_gbm.standard.tokens import first_swallowing

TOPIC_KEYS = ("topic", "order", "page", "folder", "sections")
CHECKLIST_KEYS = ("checklist", "page", "evidence")
SECTION_KEYS = ("aliases", "optional", "contained")
_BY_LINK = "link"
_FRONT = "begin it with front matter that names a 'topic:' (or a 'checklist:')"


def load_folder(folder: Path) -> Standard:
    """Read a folder of page templates.

    Raises:
        ConfigurationError: If a template is broken, with its file and line.
    """
    sources = [(path, _read(path)) for path in _templates(folder)]
    read = _topics([(path, source) for path, source in sources if "topic" in source.meta])
    topics = tuple(each.topic for each in read)
    if not topics:
        raise ConfigurationError(
            str(folder), "no page template is there", "add Markdown files whose front matter names a 'topic:'"
        )
    checklists = [(path, source) for path, source in sources if "checklist" in source.meta]
    if len(checklists) > 1:
        raise ConfigurationError(str(checklists[1][0]), "a second checklist", "keep one checklist in a standard")
    edited = {each.topic.slug: each.edited for each in read}
    checklist = _checklist(*checklists[0], topics, edited) if checklists else None
    said = own_words(folder)
    for slug in said.limits.always_apply:
        if slug not in edited:
            where = f"{folder / FILE}: always_apply"
            raise ConfigurationError(where, f"'{slug}' is no topic of this standard", did_you_mean(slug, edited))
    remarks = tuple(told for each in read for told in each.remarks)
    return Standard(folder.name, topics, checklist, said.version, said.minimum, said.limits, remarks=remarks)


def _templates(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ConfigurationError(str(folder), "no such folder", "name a folder of page templates")
    names = sorted(folder.glob("*.md"))
    return [path for path in names if path.name.casefold() != "readme.md"]


def _read(path: Path) -> front_matter.Source:
    try:
        source = front_matter.split(texts.read(path), once=True)
    except front_matter.FrontMatterError as error:
        raise ConfigurationError(f"{path}:{error.line}", f"unreadable front matter ({error})", error.remedy) from None
    if "topic" not in source.meta and "checklist" not in source.meta:
        close = next((key for key in map(str, source.meta) if nearest(key, ("topic", "checklist"))), None)
        remedy = f"write 'topic:' in place of '{close}:'" if close and nearest(close, ("topic",)) else _FRONT
        raise ConfigurationError(str(path), "no page template", remedy)
    return _refuse_swallowing(path, source)


def _refuse_swallowing(path: Path, source: front_matter.Source) -> front_matter.Source:
    if found := first_swallowing(source.body):
        line, token = found
        raise ConfigurationError(
            f"{path}:{source.offset + line}",
            f"a browser takes '{token}' for HTML and shows nothing of what follows it",
            "begin the words in angle brackets with another word, or put them in backticks",
        )
    return source


@dataclass(frozen=True, slots=True)
class _Read:
    """A topic, as its template was read."""

    order: int
    topic: Topic
    edited: Mapping[str, str]
    """Names in the front matter to the headings that took their places."""

    @property
    def remarks(self) -> list[str]:
        return [remark(str(self.topic.read_at and self.topic.read_at.file), *pair) for pair in self.edited.items()]


def _topics(sources: list[tuple[Path, front_matter.Source]]) -> list[_Read]:
    read = [_topic(path, source) for path, source in sources]
    return sorted(read, key=lambda each: (each.order, each.topic.slug))


def _topic(path: Path, source: front_matter.Source) -> _Read:
    keys = Keys(str(path), source.meta, TOPIC_KEYS)
    template = split_template(str(path), source)
    if not template.blocks:
        raise ConfigurationError(str(path), "no required section", "add a '## ' heading for each")
    given, names = keys.mapping("sections"), [block.name for block in template.blocks]
    edited = renamed(list(given), names)
    details = _section_details(str(path), {edited.get(name, name): said for name, said in given.items()}, names)
    topic = Topic(
        slug=path.stem,
        title=keys.text("topic"),
        page=keys.text("page", f"patterns/{path.name}"),
        sections=tuple(_section(block, details.get(block.name), edited.values()) for block in template.blocks),
        head=template.head,
        folder=keys.text("folder") if "folder" in source.meta else None,
        read_at=Spot(str(path), source.offset),
    )
    return _Read(keys.integer("order", 0), topic, edited)


def _section_details(path: str, given: dict[str, Any], names: list[str]) -> dict[str, Keys]:
    for name in given:
        if name not in names:
            raise ConfigurationError(
                path, f"front matter names a section '{name}' that has no heading", did_you_mean(name, names)
            )
    return {
        name: Keys(f"{path}: sections: {name}", details if details is not None else {}, SECTION_KEYS)
        for name, details in given.items()
    }


def _section(block: Block, details: Keys | None, edited: Collection[str]) -> RequiredSection:
    """Return a section; where its heading was edited, the aliases mean what it was before."""
    return RequiredSection(
        name=block.name,
        guidance=block.guidance,
        questions=block.questions,
        skeleton=block.skeleton,
        aliases=details.texts("aliases") if details and block.name not in edited else (),
        optional=details.boolean("optional", default=False) if details else False,
        contained=details.boolean("contained", default=True) if details else True,
    )


def _checklist(
    path: Path, source: front_matter.Source, topics: tuple[Topic, ...], edited: Mapping[str, Mapping[str, str]]
) -> Checklist:
    keys = Keys(str(path), source.meta, CHECKLIST_KEYS)
    claims = items_of(source.body)
    evidence = keys.mapping("evidence")
    for name in evidence:
        if name not in claims:
            raise ConfigurationError(
                str(path), f"evidence for '{name}', which is no item of the checklist", did_you_mean(name, claims)
            )
    items = []
    for name, meaning in claims.items():
        given = evidence.get(name, [])
        where = f"{path}: evidence: {name}"
        items.append(
            ChecklistItem(
                name=name,
                meaning=meaning,
                evidence=() if given == _BY_LINK else _evidence(where, given, topics, edited),
                by_link=given == _BY_LINK,
            )
        )
    return Checklist(
        title=keys.text("checklist"),
        page=keys.text("page", path.name),
        items=tuple(items),
        template=source.body,
        read_at=Spot(str(path), source.offset),
    )


def _evidence(
    where: str, given: object, topics: tuple[Topic, ...], edited: Mapping[str, Mapping[str, str]]
) -> tuple[Evidence, ...]:
    if not isinstance(given, list):
        raise ConfigurationError(
            where, "neither a list nor 'link'", "write a list such as [api-design, 'api-design#Error Handling']"
        )
    return tuple(_one_evidence(where, str(entry), topics, edited) for entry in given)


def _one_evidence(
    where: str, entry: str, topics: tuple[Topic, ...], edited: Mapping[str, Mapping[str, str]]
) -> Evidence:
    slug, _, name = entry.partition("#")
    name = edited.get(slug, {}).get(name, name)
    topic = next((topic for topic in topics if topic.slug == slug), None)
    if topic is None:
        raise ConfigurationError(
            where, f"no topic '{slug}' in this standard", did_you_mean(slug, [topic.slug for topic in topics])
        )
    if name and topic.section(name) is None:
        raise ConfigurationError(
            where,
            f"no section '{name}' in the topic '{slug}'",
            did_you_mean(name, [section.name for section in topic.sections]),
        )
    return Evidence(slug, name or None)
