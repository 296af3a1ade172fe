"""What a folder of page templates says of the standard as a whole, in its `standard.yml`."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_gbm import texts, yaml_text
from mkdocs_gbm.keys import Keys
from mkdocs_gbm.standard.model import Limits
from mkdocs_gbm.yaml_text import YamlError

FILE = "standard.yml"
_KEYS = ("version", "rules", "min_words", "fail_under", "site_aliases", "always_apply")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The version of a standard, and what sites may not weaken."""

    version: str | None = None
    minimum: tuple[tuple[str, str], ...] = ()
    limits: Limits = field(default_factory=Limits)


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
    minimum = tuple((rule, str(word)) for rule, word in rules.items())
    return OwnWords(None if version is None else str(version), minimum, _limits(keys))


def _limits(keys: Keys) -> Limits:
    usual = Limits()
    return Limits(
        keys.not_negative("min_words", usual.min_words),
        keys.percentage("fail_under", usual.fail_under),
        keys.boolean("site_aliases", default=usual.site_aliases),
        keys.texts("always_apply"),
    )
