"""What a folder of page templates says of the standard as a whole, in its `standard.yml`."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.keys import Keys
from mkdocs_gbm.standard.model import Limits

FILE = "standard.yml"
_KEYS = ("version", "rules", "min_words", "fail_under", "site_aliases", "always_apply")
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    if not file.is_file():
        return OwnWords()
    try:
        said = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}:{mark.line + 1}" if mark else str(file)
        raise ConfigurationError(where, f"unreadable ({getattr(error, 'problem', error)})", "mend the YAML") from error
    keys = Keys(str(file), said if said is not None else {}, _KEYS)
    version = (said or {}).get("version")
    rules = keys.mapping("rules")
    minimum = tuple((rule, str(word)) for rule, word in rules.items())
    return OwnWords(None if version is None else str(version), minimum, _limits(keys))


def _limits(keys: Keys) -> Limits:
    usual = Limits()
    return Limits(
        keys.integer("min_words", usual.min_words),
        keys.number("fail_under", usual.fail_under),
        keys.boolean("site_aliases", default=usual.site_aliases),
        keys.texts("always_apply"),
    )
