"""More options for the plugin that a `mkdocs.yml` has: put in at their places, with every character there kept."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from mkdocs_gbm.author.source_lines import without_mark
from mkdocs_gbm.author.yaml_edits import (
    Edit,
    UnknownFormError,
    apply,
    entries,
    in_brackets,
    lines_behind,
    on_lines,
    value_of,
    with_end,
)
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.plugins import is_group, plugins_of
from mkdocs_gbm.project.settings_file import parse_settings

_NAME = "gbm"
_STEP = 2
"""How much further in than the plugin's name its options stand."""


def with_options(text: str, wanted: Mapping[str, Any]) -> str | None:
    """Return a `mkdocs.yml` with more options of the plugin, or nothing where that cannot be done safely.

    Args:
        text: The file, whose own `plugins:` has the plugin.
        wanted: What is to be added: single texts take the place of those there, lists and mappings grow.
    """
    mark, rest = without_mark(text)
    ended = with_end(rest)
    try:
        root = yaml.compose(ended, Loader=yaml.SafeLoader)
        edits = _edits(ended, root, wanted)
        after = apply(ended, edits)
        if ended != rest and after.endswith(ended[-20:]) and all(edit.start < len(ended) for edit in edits):
            after = after[: len(after) - (len(ended) - len(rest))]
        old, new = parse_settings(rest, "mkdocs.yml"), parse_settings(after, "mkdocs.yml")
        return mark + after if _is_all(old, new, wanted) else None
    except (yaml.YAMLError, ConfigurationError, UnknownFormError):
        return None


def _edits(text: str, root: yaml.Node | None, wanted: Mapping[str, Any]) -> list[Edit]:
    for plugins in _lists(_value_at(root, "plugins")):
        for item in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
            if isinstance(item, yaml.MappingNode) and _value_at(item, _NAME) is not None:
                return _under(text, item, wanted)
            if isinstance(item, yaml.ScalarNode) and item.value == _NAME:
                return _named_only(text, item, wanted, flow=bool(plugins.flow_style))
    raise UnknownFormError


def _lists(plugins: yaml.Node | None) -> Iterator[yaml.CollectionNode]:
    """Yield the list or mapping of plugins, and those of the groups in it."""
    if not isinstance(plugins, yaml.CollectionNode):
        return
    yield plugins
    for item in plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]:
        for key, value in item.value if isinstance(item, yaml.MappingNode) else ():
            if is_group(key.value):
                yield from _lists(_value_at(value, "plugins"))


def _under(text: str, node: yaml.MappingNode, wanted: Mapping[str, Any]) -> list[Edit]:
    for key, value in node.value:
        if key.value == _NAME:
            if isinstance(value, yaml.MappingNode) and not value.flow_style:
                return entries(text, value, wanted)
            return value_of(text, key, value, wanted, flow=bool(node.flow_style))
    raise UnknownFormError


def _named_only(text: str, item: yaml.ScalarNode, wanted: Mapping[str, Any], *, flow: bool) -> list[Edit]:
    start, end = item.start_mark.index, item.end_mark.index
    if flow:
        return [Edit(start, end, in_brackets({_NAME: dict(wanted)}))]
    lines = lines_behind(text, end, on_lines(wanted), item.start_mark.column + _STEP)
    return [Edit(end, end, ":"), lines]


def _value_at(node: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if key.value == name), None)


def _is_all(old: Mapping[str, Any], new: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Say whether what was wanted of the plugin's options, and nothing else, is what two readings differ by."""
    before, after = plugins_of(old), plugins_of(new)
    same = {key: value for key, value in old.items() if key != "plugins"} == {
        key: value for key, value in new.items() if key != "plugins"
    }
    return same and list(before) == list(after) and {**before, _NAME: _merged(before[_NAME], wanted)} == after


def _merged(having: Any, wanted: Any) -> Any:
    if isinstance(wanted, Mapping):
        own = having if isinstance(having, Mapping) else {}
        return {**own, **{key: _merged(own.get(key), value) for key, value in wanted.items()}}
    if isinstance(wanted, list | tuple) and having is not None:
        listed = having if isinstance(having, list) else [having]
        return [*listed, *(entry for entry in wanted if entry not in listed)]
    return list(wanted) if isinstance(wanted, tuple) else wanted
