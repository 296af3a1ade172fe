"""More entries for a YAML mapping, as edits of its text: every character beside them is kept.

Mappings are merged key by key, lists grow at their end, a single text becomes a list, or a mapping that says more.
Whoever applies the edits reads the result again and compares: YAML has more forms than are known here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from mkdocs_gbm.author.source_lines import newline_of, split_lines

_ENDLESS = 1 << 30
_NULL = "tag:yaml.org,2002:null"
_STEP = 2


class UnknownFormError(Exception):
    """YAML in a form that is not edited here: an anchor's alias, a text where a mapping is expected."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Text to put in place of a stretch of another."""

    start: int
    end: int
    text: str


def apply(text: str, edits: list[Edit]) -> str:
    """Return a text with edits, those at the same place in their order."""
    parts: list[str] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*parts, text[position:]])


def with_end(text: str) -> str:
    """Return a text whose last line is ended, so that lines can follow it."""
    return text if not text or text.endswith("\n") else text + newline_of(text)


def entries(text: str, node: yaml.MappingNode, wanted: Mapping[str, Any]) -> list[Edit]:
    """Return the edits that merge entries into a mapping.

    Args:
        text: The text that holds it, its last line ended.
        node: The mapping, with its marks in that text.
        wanted: What is to be in it: mappings, lists of texts, texts.

    Raises:
        UnknownFormError: If that cannot be done.
    """
    having = {key.value: (key, value) for key, value in node.value}
    edits: list[Edit] = []
    for name in wanted:
        if name in having:
            edits += value_of(text, *having[name], wanted[name], flow=bool(node.flow_style))
    # What is new comes behind what became longer: both may end at the same place.
    new = {name: value for name, value in wanted.items() if name not in having}
    return [*edits, _at_end(text, node, new)] if new else edits


def value_of(text: str, key: yaml.Node, value: yaml.Node, wanted: Any, *, flow: bool) -> list[Edit]:
    """Return the edits that merge what is wanted into one key's value.

    Args:
        text: The text that holds it.
        key: The key.
        value: Its value.
        wanted: What is to be in it.
        flow: Whether both stand in brackets.

    Raises:
        UnknownFormError: If that cannot be done.
    """
    if value.start_mark.index < key.end_mark.index:
        raise UnknownFormError  # an alias: what it means stands elsewhere, and may be meant there too
    if isinstance(wanted, Mapping) and isinstance(value, yaml.MappingNode):
        return entries(text, value, wanted)
    if isinstance(wanted, Mapping):
        return _fill(text, key, value, wanted, flow=flow)
    if isinstance(wanted, str) and isinstance(value, yaml.ScalarNode):
        return [Edit(value.start_mark.index, value.end_mark.index, in_brackets(wanted))]
    if isinstance(wanted, list | tuple):
        return list(_longer(text, value, [str(entry) for entry in wanted]))
    raise UnknownFormError


def in_brackets(value: Any) -> str:
    """Return a value as YAML on one line."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=_ENDLESS)
    return text.removesuffix("\n").removesuffix("\n...")


def on_lines(value: Mapping[str, Any]) -> list[str]:
    """Return a mapping as lines of YAML."""
    text: str = yaml.safe_dump(
        dict(value), default_flow_style=False, allow_unicode=True, sort_keys=False, width=_ENDLESS
    )
    return text.splitlines()


def lines_behind(text: str, index: int, lines: list[str], column: int) -> Edit:
    """Return lines put behind the line in which something ends."""
    newline = newline_of(text)
    passed = 0
    for line in split_lines(text):
        passed += len(line)
        if passed >= index:
            break
    return Edit(passed, passed, "".join(" " * column + line + newline for line in lines))


def _fill(text: str, key: yaml.Node, value: yaml.Node, wanted: Mapping[str, Any], *, flow: bool) -> list[Edit]:
    if value.tag != _NULL:
        return _in_place(text, key, value, wanted, flow=flow)
    if flow or value.value:
        return [Edit(value.start_mark.index, value.end_mark.index, f" {in_brackets(dict(wanted))}")]
    return [lines_behind(text, key.end_mark.index, on_lines(wanted), key.start_mark.column + _STEP)]


def _in_place(text: str, key: yaml.Node, value: yaml.Node, wanted: Mapping[str, Any], *, flow: bool) -> list[Edit]:
    """Return the edits that put a mapping in place of a text, or of a list in brackets, whose texts it says too.

    Raises:
        UnknownFormError: If it does not, or they stand on several lines.
    """
    start, end = value.start_mark.index, value.end_mark.index
    texts = value.value if isinstance(value, yaml.SequenceNode) else [value]
    said = all(isinstance(each, yaml.ScalarNode) and _says(wanted, each.value) for each in texts)
    if not said or "\n" in text[key.end_mark.index : end] or text[start] in "&!|>-":
        raise UnknownFormError
    if flow or isinstance(value, yaml.SequenceNode):
        return [Edit(start, end, in_brackets(dict(wanted)))]
    colon = text.index(":", key.end_mark.index) + 1
    lines = lines_behind(text, end, on_lines(wanted), key.start_mark.column + _STEP)
    return [Edit(colon, end, ""), lines]


def _says(wanted: Any, text: str) -> bool:
    return text in wanted.values() or any(_says(value, text) for value in wanted.values() if isinstance(value, Mapping))


def _longer(text: str, value: yaml.Node, wanted: list[str]) -> Iterator[Edit]:
    """Yield the edits that put texts at the end of a list, which may be one text."""
    if isinstance(value, yaml.ScalarNode):
        own = text[value.start_mark.index : value.end_mark.index]
        listed = [own] if value.tag != _NULL else []
        more = [in_brackets(entry) for entry in wanted if entry != value.value]
        yield Edit(value.start_mark.index, value.end_mark.index, f"[{', '.join([*listed, *more])}]")
        return
    if not isinstance(value, yaml.SequenceNode):
        raise UnknownFormError
    more = [in_brackets(entry) for entry in wanted if entry not in [item.value for item in value.value]]
    if not more:
        return
    if value.flow_style:
        end = value.value[-1].end_mark.index if value.value else value.start_mark.index + 1
        yield Edit(end, end, "".join(f", {entry}" for entry in more) if value.value else ", ".join(more))
        return
    items = [f"- {entry}" for entry in more]
    yield lines_behind(text, _last_leaf(value).end_mark.index, items, value.start_mark.column)


def _at_end(text: str, node: yaml.MappingNode, new: Mapping[str, Any]) -> Edit:
    if node.flow_style:
        inner = in_brackets(dict(new))[1:-1]
        end = node.value[-1][1].end_mark.index if node.value else node.start_mark.index + 1
        return Edit(end, end, f", {inner}" if node.value else inner)
    return lines_behind(text, _last_leaf(node).end_mark.index, on_lines(new), node.value[0][0].start_mark.column)


def _last_leaf(node: yaml.Node) -> yaml.Node:
    """Return what a block ends with: the block's own end is only told behind the comments that follow it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node
