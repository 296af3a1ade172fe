"""What a page says of itself in its front matter, under `gbm:`; a mistake there is told with the page and its line."""

from collections.abc import Collection, Mapping
from typing import Any

from mkdocs_gbm import front_matter
from mkdocs_gbm.errors import ConfigurationError, did_you_mean
from mkdocs_gbm.keys import kind_of, written

KEYS = ("topic", "not_applicable", "owner", "owners")
"""What a page may say."""
_NAME = "gbm"
_HEAD = 4000
"""So far into a page its front matter may reach."""


def own_meta(meta: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a page's front matter says under `gbm:`; empty where that is no mapping."""
    own = meta.get(_NAME)
    return own if isinstance(own, dict) else {}


def claim_of(path: str, text: str, known: Collection[str]) -> str | None:
    """Return the topic that a page's front matter claims.

    Args:
        path: The page, as it is told.
        text: Its source, as far as the front matter goes at least.
        known: The topics that there are.

    Raises:
        ConfigurationError: If there is no such topic, or what stands under `gbm:` means nothing.
    """
    if f"{_NAME}:" not in text[:_HEAD]:
        return None
    try:
        meta = front_matter.split(text).meta
    except front_matter.FrontMatterError as error:
        if not front_matter.names(text, _NAME):
            return None  # MkDocs takes it for text: it is none of ours
        raise ConfigurationError(f"{path}:{error.line}", f"unreadable front matter ({error})", error.remedy) from None
    if meta.get(_NAME) is None:
        return None
    own = _checked(path, text, meta[_NAME])
    slug = own.get("topic")
    if slug is not None and (not isinstance(slug, str) or slug not in known):
        problem = f"'{written(slug)}' is no topic of this standard"
        raise ConfigurationError(_where(path, text, "topic"), problem, did_you_mean(written(slug), known))
    return slug


def _checked(path: str, text: str, own: object) -> Mapping[str, Any]:
    if not isinstance(own, dict):
        problem = f"a mapping is expected, not {kind_of(own)}"
        said = written(own) if isinstance(own, str) and own else "security"
        raise ConfigurationError(_where(path, text), problem, f"write gbm: {{topic: {said}}}")
    for key, value in own.items():
        where = _where(path, text, str(key))
        if key not in KEYS:
            raise ConfigurationError(
                _where(path, text, str(key), told=False), f"unknown key '{written(key)}'", did_you_mean(str(key), KEYS)
            )
        if value is None:
            raise ConfigurationError(where, "nothing stands there", f"write {key}: and {_WANTED[key]}, or take it out")
    reason = own.get("not_applicable")
    if isinstance(reason, dict | list):
        where = _where(path, text, "not_applicable")
        raise ConfigurationError(
            where, f"a text is expected, not {kind_of(reason)}", "write the reason in one sentence"
        )
    return own


_WANTED = {"topic": "its slug", "not_applicable": "the reason", "owner": "a name", "owners": "names"}


def _where(path: str, text: str, key: str = "", *, told: bool = True) -> str:
    keys = (_NAME, key) if key else (_NAME,)
    line = front_matter.line_of(text, *keys)
    return f"{path}:{line}: " + ": ".join(keys if told else keys[:1])
