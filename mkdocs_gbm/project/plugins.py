"""The plugins that a configuration lists, and the options of ours."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs_gbm.errors import OPTIONS, ConfigurationError, nearest
from mkdocs_gbm.keys import Keys, kind_of


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
    given = [(name, options) for name, options in _entries_of(values) if name == "gbm"]
    if not given:
        close = next((name for name, _ in _entries_of(values) if nearest(name, ["gbm"])), None)
        remedy = f"write 'gbm' in place of '{close}'" if close else "add '- gbm' under 'plugins:'"
        raise ConfigurationError(str(file), "the plugin 'gbm' is not in it", remedy)
    if len(given) > 1:
        raise named_twice(file)
    options = given[0][1]
    if options not in (None, "", [], {}) and not isinstance(options, dict):
        what = f"a mapping is expected, not {kind_of(options)}"
        raise ConfigurationError(f"{file}: {OPTIONS}", what, "write 'key: value' lines")
    Keys(f"{file}: {OPTIONS}", options or {}, options or {}).boolean("enabled", default=True)
    found = plugins_of(values).get("gbm")
    if found is None:
        raise ConfigurationError(f"{file}: {OPTIONS}", "the plugin is switched off", "take 'enabled: false' out")
    return found


def named_twice(file: object) -> ConfigurationError:
    """Return the mistake of two entries of the plugin, of which each would judge for itself."""
    return ConfigurationError(f"{file}: plugins", "the plugin 'gbm' stands there twice", "keep one, with all options")


def plugins_of(values: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the plugins that a configuration lists and has not switched off, with their options, in order."""
    given = {name: options if isinstance(options, dict) else {} for name, options in _entries_of(values)}
    # MkDocs takes `enabled` away from each plugin that has no such option of its own, as this one.
    return {
        name: {key: value for key, value in options.items() if key != "enabled"}
        for name, options in given.items()
        if options.get("enabled") is not False
    }


def _entries_of(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return the plugins that are listed, with their options."""
    listed = values.get("plugins", ["search"])
    if isinstance(listed, dict):
        return [(str(name), options) for name, options in listed.items()]
    entries = listed if isinstance(listed, list) else []
    pairs = [next(iter(entry.items())) if isinstance(entry, dict) and entry else (entry, {}) for entry in entries]
    return [(str(name), options) for name, options in pairs]
