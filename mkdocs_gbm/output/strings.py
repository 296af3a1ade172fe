"""Every word that readers of a site see, in one catalogue that a site can override or translate."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from mkdocs_gbm import front_matter
from mkdocs_gbm.errors import ConfigurationError, did_you_mean

_CATALOGUE = Path(__file__).resolve().parent / "strings.yml"
_VALUE = re.compile(r"\{(\w+)\}")


@cache
def catalogue() -> Mapping[str, str]:
    """Return our own words by key."""
    text = _CATALOGUE.read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.load(text, Loader=front_matter.LOADER)  # noqa: S506 - a safe loader
    return loaded


class Strings:
    """Gives the words for a key, with values in place of `{names}`.

    Args:
        own: What a site says in other words: key to text.

    Raises:
        ConfigurationError: If a key, or a `{name}` in a text, is not the catalogue's.
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        known = catalogue()
        for key, text in (own or {}).items():
            where = f"plugins: gbm: strings: {key}"
            if key not in known:
                raise ConfigurationError(where, f"'{key}' is no text of the plugin", did_you_mean(key, known))
            names = _VALUE.findall(known[key])
            for name in _VALUE.findall(text):
                if name not in names:
                    raise ConfigurationError(where, f"there is no value '{{{name}}}'", did_you_mean(name, names))
        self._texts = {**known, **(own or {})}

    def __call__(self, key: str, **values: object) -> str:
        """Return the text of a key; with a `count` that is 1, the text of `key.one`, where there is one."""
        if values.get("count") == 1 and f"{key}.one" in self._texts:
            key = f"{key}.one"
        return _VALUE.sub(lambda name: str(values[name[1]]), self._texts[key])
