"""What a folder of page templates says of the standard as a whole, in its `standard.yml`."""

import os
from dataclasses import dataclass
from pathlib import Path

from mkdocs_gbm import texts, yaml_text
from mkdocs_gbm.keys import Keys
from mkdocs_gbm.yaml_text import YamlError

FILE = "standard.yml"
_KEYS = ("version", "rules")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The version of a standard, and the severities that sites may not weaken."""

    version: str | None = None
    minimum: tuple[tuple[str, str], ...] = ()


def own_words(folder: Path) -> OwnWords:
    """Read `standard.yml`, where there is one.

    Raises:
        ConfigurationError: If it is broken.
    """
    file = folder / FILE
    if not os.path.lexists(file):
        return OwnWords()
    try:
        said = yaml_text.load_once(texts.read(file))
    except YamlError as error:
        raise error.of(file) from None
    keys = Keys(str(file), said if said is not None else {}, _KEYS)
    version = (said or {}).get("version")
    rules = keys.mapping("rules")
    return OwnWords(None if version is None else str(version), tuple((rule, str(word)) for rule, word in rules.items()))
