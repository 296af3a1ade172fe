"""What changed between two standards."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from mkdocs_gbm.standard.model import Checklist, ChecklistItem, Limits, RequiredSection, Standard, Topic
from mkdocs_gbm.standard.names import key

_Thing = TypeVar("_Thing")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the new standard has and the old one has not, or the other way round, or otherwise."""

    sign: str
    """`+`, `-`, or `~` for what both have, but not alike."""
    kind: str
    """`topic`, `section`, `alias`, `item`, `rule`, or what of them changed: `guidance`."""
    where: str
    """What it belongs to: the titles of topic and section."""
    what: str
    was: str | None = None
    """What it was in the old standard, where both have it."""


def differences(old: Standard, new: Standard) -> tuple[Difference, ...]:
    """Return what changed, in the order of the standards."""
    return tuple(_differences(old, new))


def _differences(old: Standard, new: Standard) -> Iterator[Difference]:
    yield from _pairs(_Kind("topic", _slug, _title), old.topics, new.topics, _topic)
    yield from _checklist(old.checklist, new.checklist)
    yield from _set("rule", "", [f"{r}: {w}" for r, w in old.minimum], [f"{r}: {w}" for r, w in new.minimum])
    yield from _limits(old.limits, new.limits)


def _limits(old: Limits, new: Limits) -> Iterator[Difference]:
    yield from _text("min_words", "", f"{old.min_words}", f"{new.min_words}")
    yield from _text("fail_under", "", f"{old.fail_under:g}", f"{new.fail_under:g}")
    yield from _text("site_aliases", "", _yes(old.site_aliases), _yes(new.site_aliases))
    yield from _set("always_apply", "", old.always_apply, new.always_apply)


def _slug(topic: Topic) -> str:
    return topic.slug


def _title(topic: Topic) -> str:
    return topic.title


def _key(named: RequiredSection | ChecklistItem) -> str:
    return key(named.name)


def _name(named: RequiredSection | ChecklistItem) -> str:
    return named.name


class _Kind(NamedTuple, Generic[_Thing]):
    """How things of a kind are told apart, and told."""

    word: str
    identity: Callable[[_Thing], str]
    name: Callable[[_Thing], str]
    where: str = ""


def _pairs(
    kind: _Kind[_Thing],
    old: Iterable[_Thing],
    new: Iterable[_Thing],
    inside: Callable[[_Thing, _Thing], Iterator[Difference]],
) -> Iterator[Difference]:
    """Yield what was taken out, what changed inside, and what was added."""
    were, are = {kind.identity(each): each for each in old}, {kind.identity(each): each for each in new}
    for found, each in were.items():
        if found not in are:
            yield Difference("-", kind.word, kind.where, kind.name(each))
        else:
            yield from inside(each, are[found])
    for found, each in are.items():
        if found not in were:
            yield Difference("+", kind.word, kind.where, kind.name(each))


def _topic(old: Topic, new: Topic) -> Iterator[Difference]:
    yield from _text("title", new.title, old.title, new.title)
    yield from _text("page", new.title, old.page, new.page)

    def inside(was: RequiredSection, is_now: RequiredSection) -> Iterator[Difference]:
        return _section(f"{new.title}: {is_now.name}", was, is_now)

    yield from _pairs(_Kind("section", _key, _name, new.title), old.sections, new.sections, inside)


def _section(where: str, old: RequiredSection, new: RequiredSection) -> Iterator[Difference]:
    yield from _text("name", where, old.name, new.name)
    yield from _text("guidance", where, old.guidance, new.guidance)
    yield from _text("optional", where, _yes(old.optional), _yes(new.optional))
    yield from _text("contained", where, _yes(old.contained), _yes(new.contained))
    yield from _set("alias", where, old.aliases, new.aliases)


def _checklist(old: Checklist | None, new: Checklist | None) -> Iterator[Difference]:
    def inside(was: ChecklistItem, is_now: ChecklistItem) -> Iterator[Difference]:
        yield from _text("meaning", is_now.name, was.meaning, is_now.meaning)
        yield from _set("evidence", is_now.name, _evidence(was), _evidence(is_now))

    were, are = (old.items if old else ()), (new.items if new else ())
    yield from _pairs(_Kind("item", _key, _name), were, are, inside)


def _evidence(item: ChecklistItem) -> list[str]:
    return ["link"] if item.by_link else [str(each) for each in item.evidence]


def _text(kind: str, where: str, old: str, new: str) -> Iterator[Difference]:
    if old != new:
        yield Difference("~", kind, where, new, old)


def _set(kind: str, where: str, old: Iterable[str], new: Iterable[str]) -> Iterator[Difference]:
    were, are = list(old), list(new)
    for each in were:
        if each not in are:
            yield Difference("-", kind, where, each)
    for each in are:
        if each not in were:
            yield Difference("+", kind, where, each)


def _yes(value: bool) -> str:  # noqa: FBT001 - what is told is a value
    return "yes" if value else "no"
