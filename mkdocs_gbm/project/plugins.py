"""The plugins that a configuration lists, and the options of ours."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_gbm.errors import OPTIONS, ConfigurationError, nearest
from mkdocs_gbm.keys import Keys, kind_of

_NAME = "gbm"
_GROUP = "group"
"""Material's plugin of plugins that are switched on together; of itself it is off."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A plugin that a configuration lists."""

    name: str
    options: Any
    used: bool
    """Whether each group that it stands in is switched on."""


def options_of(values: Mapping[str, Any], file: Path) -> Mapping[str, Any]:
    """Return the plugin's options in a configuration.

    Raises:
        ConfigurationError: If the plugin is not in it, or in no way that MkDocs reads.
    """
    listed = values.get("plugins")
    if listed is not None and not isinstance(listed, list | dict):
        what = f"a list is expected, not {kind_of(listed)}"
        raise ConfigurationError(f"{file}: plugins", what, "write 'plugins: [search, gbm]'")
    for entry in listed if isinstance(listed, list) else []:
        if isinstance(entry, dict) and len(entry) > 1 and "gbm" in entry:
            what = f"one entry holds more than one plugin ({', '.join(map(str, entry))})"
            remedy = "begin each plugin with '- ', and indent its options deeper"
            raise ConfigurationError(f"{file}: plugins", what, remedy)
    plugins = _listed(values)
    own = [each for each in plugins if each.name == _NAME]
    if not own:
        close = next((each.name for each in plugins if nearest(each.name, [_NAME])), None)
        remedy = f"write 'gbm' in place of '{close}'" if close else "add '- gbm' under 'plugins:'"
        raise ConfigurationError(str(file), "the plugin 'gbm' is not in it", remedy)
    used = [each for each in own if each.used]
    if not used:
        remedy = "write 'enabled: true' there, or set the variable that it names"
        raise ConfigurationError(
            f"{file}: plugins: group", "the plugin 'gbm' is in a group that is switched off", remedy
        )
    if len(used) > 1:
        raise named_twice(file)
    options = used[0].options
    if options not in (None, "", [], {}) and not isinstance(options, dict):
        what = f"a mapping is expected, not {kind_of(options)}"
        raise ConfigurationError(f"{file}: {OPTIONS}", what, "write 'key: value' lines")
    Keys(f"{file}: {OPTIONS}", options or {}, options or {}).boolean("enabled", default=True)
    found = plugins_of(values).get(_NAME)
    if found is None:
        raise ConfigurationError(f"{file}: {OPTIONS}", "the plugin is switched off", "take 'enabled: false' out")
    return found


def named_twice(file: object) -> ConfigurationError:
    """Return the mistake of two entries of the plugin, of which each would judge for itself."""
    return ConfigurationError(f"{file}: plugins", "the plugin 'gbm' stands there twice", "keep one, with all options")


def written_options(values: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the plugin's options as they are written, also where it is switched off; none where it is not listed."""
    own = next((each for each in _listed(values) if each.name == _NAME), None)
    return None if own is None else _without_switch(own)


def plugins_of(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the plugins that a configuration lists and has not switched off, with their options, in order.

    Those in a group stand for the group, which does nothing else.
    """
    given = {each.name: each for each in _listed(values) if each.used}
    return {
        name: _without_switch(each)
        for name, each in given.items()
        if not (isinstance(each.options, dict) and each.options.get("enabled") is False)
    }


def is_group(name: object) -> bool:
    """Say whether a plugin is one of plugins, by its name with or without the theme's."""
    return str(name).rpartition("/")[2] == _GROUP


def _without_switch(listed: _Listed) -> Mapping[str, Any]:
    # MkDocs takes `enabled` away from each plugin that has no such option of its own, as this one.
    options = listed.options if isinstance(listed.options, dict) else {}
    return {key: value for key, value in options.items() if key != "enabled"}


def _listed(values: Mapping[str, Any]) -> list[_Listed]:
    return list(_in(values.get("plugins", ["search"]), used=True))


def _in(plugins: object, *, used: bool) -> Iterator[_Listed]:
    """Yield the plugins of a list or mapping, those of groups in the groups' places."""
    for name, options in _entries(plugins):
        if is_group(name):
            given = options if isinstance(options, dict) else {}
            yield from _in(given.get("plugins"), used=used and given.get("enabled") is True)
        else:
            yield _Listed(name, options, used)


def _entries(plugins: object) -> list[tuple[str, Any]]:
    if isinstance(plugins, dict):
        return [(str(name), options) for name, options in plugins.items()]
    entries = plugins if isinstance(plugins, list) else []
    pairs = [next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, {}) for entry in entries]
    return [(str(name), options) for name, options in pairs]
