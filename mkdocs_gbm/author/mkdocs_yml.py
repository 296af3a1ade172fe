"""The plugin in a `mkdocs.yml` that exists: put in at one place, with every character that was there kept.

A library that reads a file and writes it again keeps comments, but changes indentation, blank lines and quotes beside
them: so PyYAML's parser only tells the place here, and what comes of it is read again and compared.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from mkdocs_gbm.author.source_lines import has_end, is_blank, newline_of, split_lines, without_mark
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.plugins import written_options
from mkdocs_gbm.project.settings_file import parse_settings

_NAME = "gbm"
_DEFAULT = "search"
"""The plugin that MkDocs uses where none is named, and no longer once one is."""
_KEY = "plugins"
_ENDLESS = 1 << 30

Settings = Mapping[str, Any]


def has_plugin(settings: Settings) -> bool:
    """Say whether the plugin is among those of a configuration, even if it is switched off there."""
    return written_options(settings) is not None


def with_plugin(text: str, options: Settings, inherited: Settings | None = None) -> str | None:
    """Return a `mkdocs.yml` with the plugin added, or nothing where that cannot be done safely.

    Args:
        text: The file, which has not got the plugin.
        options: The plugin's options.
        inherited: What the file inherits from another: a list of plugins there would be lost by one here.
    """
    mark, rest = without_mark(text)
    try:
        root = yaml.compose(rest, Loader=yaml.SafeLoader)
        before = parse_settings(rest, "mkdocs.yml")
        place = _place(rest, root, options, (inherited or {}).get(_KEY))
        if place is None:
            return None
        index, insertion = place
        after = rest[:index] + insertion + rest[index:]
        return mark + after if _only_added(before, parse_settings(after, "mkdocs.yml"), options) else None
    except (yaml.YAMLError, ConfigurationError):
        return None


def with_name(text: str, name: str) -> str:
    """Return a `mkdocs.yml` with the site's name, which MkDocs requires, on a first line; as it is where that fails."""
    mark, rest = without_mark(text)
    line = yaml.safe_dump({"site_name": name}, allow_unicode=True, width=_ENDLESS)
    try:
        before, after = parse_settings(rest, "mkdocs.yml"), parse_settings(line + rest, "mkdocs.yml")
    except ConfigurationError:
        return text
    return mark + line + rest if after == {"site_name": name, **before} else text


def lines_to_add(options: Settings) -> str:
    """Return what is to be added by hand."""
    return f"{_KEY}:\n" + "".join(
        f"  {line}\n" for line in ["- search # where no other plugin is named", *_item(options)]
    )


def _entries(plugins: object) -> list[tuple[object, object]]:
    if isinstance(plugins, dict):
        return list(plugins.items())
    entries = plugins if isinstance(plugins, list) else []
    return [next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, None) for entry in entries]


def _place(text: str, root: yaml.Node | None, options: Settings, inherited: object) -> tuple[int, str] | None:
    """Return where something is put, and what."""
    pair = _pair(root)
    if pair is None:
        if isinstance(inherited, list):
            return None
        names = [f"{_NAME}: {_flow(options)}"] if inherited is not None else [f"- {_DEFAULT}", *_item(options)]
        return _at_end(text, [f"{_KEY}:", *(f"  {name}" for name in names)])
    key, value = pair
    if value.start_mark.index < key.end_mark.index:
        return None  # an alias: what it means stands elsewhere, and may be meant there too
    if isinstance(value, yaml.CollectionNode):
        return _in_collection(text, value, options)
    if value.tag == "tag:yaml.org,2002:null" and not value.value:
        return _behind(text, key.end_mark.index, [f"  - {_DEFAULT}", *(f"  {line}" for line in _item(options))])
    return None


def _pair(root: yaml.Node | None) -> tuple[yaml.Node, yaml.Node] | None:
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next(((key, value) for key, value in reversed(pairs) if key.value == _KEY), None)


def _in_collection(text: str, node: yaml.CollectionNode, options: Settings) -> tuple[int, str]:
    mapping = isinstance(node, yaml.MappingNode)
    if node.flow_style:
        entry = f"{_NAME}: {_flow(options)}" if mapping else f"{{{_NAME}: {_flow(options)}}}" if options else _NAME
        if not node.value:
            return node.start_mark.index + 1, entry
        last = node.value[-1]
        return (last[1] if mapping else last).end_mark.index, f", {entry}"
    # The first entry's line tells the indentation: the list itself may begin with an anchor, a line above.
    first = node.value[0][0] if mapping else node.value[0]
    line = split_lines(text)[first.start_mark.line]
    indent = line[: len(line) - len(line.lstrip(" "))]
    lines = [f"{_NAME}: {_flow(options)}"] if mapping else _item(options)
    return _behind(text, _last_leaf(node).end_mark.index, [indent + line for line in lines])


def _last_leaf(node: yaml.Node) -> yaml.Node:
    """Return what a block ends with: the block's own end is only told behind the comments that follow it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _behind(text: str, index: int, lines: list[str]) -> tuple[int, str]:
    """Return lines put behind the line in which something ends."""
    passed = 0
    for line in split_lines(text):
        if passed >= index and passed:
            break
        passed += len(line)
    return _block(text, passed, lines)


def _block(text: str, index: int, lines: list[str]) -> tuple[int, str]:
    newline = newline_of(text)
    start = "" if index == 0 or has_end(text[:index]) else newline
    end = newline if index < len(text) or not start else ""
    return index, start + newline.join(lines) + end


def _at_end(text: str, lines: list[str]) -> tuple[int, str]:
    source = split_lines(text)
    apart = [""] if source and not is_blank(source[-1]) else []
    return _block(text, len(text), [*apart, *lines])


def _item(options: Settings) -> list[str]:
    if not options:
        return [f"- {_NAME}"]
    return [f"- {_NAME}:", *(f"    {line}" for line in _dumped(options, flow=False).splitlines())]


def _flow(options: Settings) -> str:
    return _dumped(options, flow=True)


def _dumped(options: Settings, *, flow: bool) -> str:
    text: str = yaml.safe_dump(
        dict(options), default_flow_style=flow, allow_unicode=True, sort_keys=False, width=_ENDLESS
    )
    return text.removesuffix("\n")


def _only_added(before: Settings, after: Settings, options: Settings) -> bool:
    """Say whether the plugin, and nothing else, is what two readings differ by."""
    old, new = dict(before), dict(after)
    listed, now = old.pop(_KEY, None), new.pop(_KEY, None)
    if old != new:
        return False
    added = (_NAME, dict(options) or None)
    default = [(_DEFAULT, None)] if listed is None and isinstance(now, list) else []
    given = [(name, value or None) for name, value in _entries(now)]
    return given == [*default, *((name, value or None) for name, value in _entries(listed)), added]
