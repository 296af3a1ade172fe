"""A proposal as a configuration: the options to write, and the `mkdocs.yml` with them."""

from collections.abc import Mapping
from typing import Any

import yaml

from mkdocs_gbm.adopt.model import Proposal
from mkdocs_gbm.adopt.site import Site
from mkdocs_gbm.author import mkdocs_options, mkdocs_yml
from mkdocs_gbm.author.within import within
from mkdocs_gbm.project.embedded import text_for
from mkdocs_gbm.project.settings_file import parse_settings, read_settings

_ENDLESS = 1 << 30


def wanted(site: Site, proposal: Proposal) -> dict[str, Any]:
    """Return the plugin's options that are to be added, as they are written."""
    options: dict[str, Any] = dict(site.named)
    if proposal.architecture_dir is not None:
        options["architecture_dir"] = proposal.architecture_dir
    if proposal.pages:
        given = site.options.pages
        options["pages"] = {slug: _short(paths, slug in given) for slug, paths in proposal.pages.items()}
    for alias in proposal.aliases:
        sections = options.setdefault("aliases", {}).setdefault(alias.slug, {})
        sections.setdefault(alias.section, []).append(alias.heading)
    return options


def as_yaml(options: Mapping[str, Any]) -> str:
    """Return the plugin's options as the lines that stand under `plugins:`."""
    text: str = yaml.safe_dump(
        {"plugins": [{"gbm": dict(options) or None}]}, sort_keys=False, allow_unicode=True, width=_ENDLESS
    )
    return text.replace("gbm: null", "gbm")


def configured(site: Site, options: Mapping[str, Any]) -> str | None:
    """Return the site's `mkdocs.yml` with more options, or nothing where it cannot be edited safely.

    Raises:
        ConfigurationError: If the file leads out of the project.
    """
    if site.config_file is None:
        more = {key: value for key, value in options.items() if key != "architecture_dir"}
        below = str(options.get("architecture_dir", site.options.architecture_dir)) or "."
        return text_for(site.root, site.docs_dir, below, more)
    text = within(site.config_file, site.root).read_bytes().decode("utf-8")
    if site.given is not None:
        return mkdocs_options.with_options(text, options) if options else text
    parent = parse_settings(text, site.config_file).get("INHERIT")
    return mkdocs_yml.with_plugin(text, options, read_settings(site.root / str(parent)) if parent else None)


def _short(paths: tuple[str, ...], known: bool) -> str | list[str]:  # noqa: FBT001 - told by its name
    """Return one path as it is, unless it is to be added to others."""
    return paths[0] if len(paths) == 1 and not known else list(paths)
