"""YAML that somebody else wrote: no Python objects, no depth that ends the process, no aliases that unfold for ever."""

from typing import Any

import yaml

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXT = yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG
_SHORT = 2000
"""A text of so many characters, without an alias, can do no harm."""
DEEPEST = 100
"""How many lists and mappings may stand in one another."""
_BEFORE = " \t-?:\ufeff"
_MOST = 20_000
"""So many values may be repeated by aliases."""


class BombError(yaml.MarkedYAMLError):
    """YAML that is harmless to look at and not to read."""


class SafeLoader(_Base):  # type: ignore[misc] # PyYAML's fast loader, where it was compiled
    """Reads YAML in C where that is to be had: ten times as fast; whatever is wrong is a `yaml.YAMLError`."""

    def __init__(self, stream: str | bytes) -> None:
        refuse_bomb(stream)
        super().__init__(stream)

    def get_single_data(self) -> Any:
        """Return what the text says; a date that there is not, or a number too long, is an error as any other."""
        try:
            return super().get_single_data()
        except (ValueError, OverflowError, RecursionError) as error:
            raise yaml.constructor.ConstructorError(problem=str(error).partition("\n")[0]) from error
        except (LookupError, AttributeError, TypeError) as error:  # PyYAML asks the value without looking at it
            raise yaml.constructor.ConstructorError(problem="a value that its tag does not fit") from error

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: FBT001, FBT002 - PyYAML's own
        """Return what a node says; of a text, as nearly all nodes are, that is known without asking further."""
        if node.tag == _TEXT and isinstance(node, yaml.ScalarNode):
            return node.value
        return super().construct_object(node, deep)


def refuse_bomb(text: str | bytes) -> None:
    """Refuse YAML that is harmless to look at and not to read.

    Raises:
        BombError: If it is nested too deeply, or its aliases unfold to too much.
        yaml.YAMLError: If it is no YAML.
    """
    if isinstance(text, bytes) or "*" in text or (len(text) > _SHORT and _deepest(text) > DEEPEST):
        _Measure().take(text)


def _deepest(text: str) -> int:
    """Return how many lists and mappings may stand in one another at most, told from the text without reading it.

    One in brackets needs a bracket, behind which a pair may be a mapping as well. Any other begins behind nothing but
    white space and the signs of those that it stands in: further to the right than these, or a list where its mapping
    does.
    """
    before = max((len(line) - len(line.lstrip(_BEFORE)) for line in text.splitlines()), default=0)
    return 2 * (text.count("[") + text.count("{") + before + 1)


class _Measure:
    """Goes through the events of a text, which costs no depth, and counts what would come of them."""

    def __init__(self) -> None:
        self._sizes: dict[str, int] = {}
        self._open: list[tuple[str | None, int]] = []
        self._total = 0
        self._repeated = 0

    def take(self, text: str | bytes) -> None:
        for event in yaml.parse(text, Loader=_Base):
            self._count(event)
            if len(self._open) > DEEPEST:
                raise _refused(event, f"nested more than {DEEPEST} deep")
            if self._repeated > _MOST:
                raise _refused(event, f"aliases that repeat more than {_MOST:,} values")

    def _count(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._open.append((event.anchor, self._total))
            self._total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = self._open.pop()
            if anchor is not None:
                self._sizes[anchor] = self._total - before
        elif isinstance(event, yaml.ScalarEvent):
            self._total += 1
        elif isinstance(event, yaml.AliasEvent):
            if any(anchor == event.anchor for anchor, _ in self._open):
                raise _refused(event, f"the alias '{event.anchor}' inside itself")
            size = self._sizes.get(event.anchor or "", 1)
            self._repeated += size
            self._total += size


def _refused(event: Any, problem: str) -> BombError:
    return BombError(problem=problem, problem_mark=event.start_mark)
