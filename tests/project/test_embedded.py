"""The embedded configuration: its text is what MkDocs takes, and what the command reads without MkDocs."""

from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_gbm.plugin import GbmPlugin
from mkdocs_gbm.project.embedded import embedded, embedded_text
from mkdocs_gbm.project.settings_file import Opaque, read_settings

TITLES = [
    "orders",
    "Orders: a service",
    "#1 'x' \"y\" \u2013 Größe",
    "yes",
    "3.10",
    "$site_name {x} %s",
    "- a",
    "a # b",
    "[x]",
]


def taken(folder: Path, text: str) -> MkDocsConfig:
    """Load a text as MkDocs loads a `mkdocs.yml`."""
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return load_config(str(file))


@pytest.mark.parametrize("title", TITLES)
def test_mkdocs_takes_the_text_for_any_title(tmp_path: Path, title: str) -> None:
    (tmp_path / "the docs: 1").mkdir()
    text = embedded_text(title, "the docs: 1", "architecture", "https://host.example/e/{path}")
    config = taken(tmp_path, text)
    assert config.site_name == title
    assert config.docs_dir == str(tmp_path / "the docs: 1")
    assert config.edit_uri_template
    plugin = config.plugins["gbm"]
    assert isinstance(plugin, GbmPlugin)
    assert plugin.config.options.architecture_dir == "architecture"
    assert plugin.config.options.home_page


def test_the_values_are_those_of_the_text(tmp_path: Path) -> None:
    arguments = ("Orders", Path("docs"), ".", None, {"pages": {"database": ["data-architecture.md", "schema.md"]}})
    file = tmp_path / "mkdocs.yml"
    file.write_text(embedded_text(*arguments), encoding="utf-8")
    values = embedded(*arguments)
    assert values == read_settings(file)
    options = {"architecture_dir": ".", "home_page": True, "pages": {"database": ["data-architecture.md", "schema.md"]}}
    assert values["plugins"] == ["search", {"gbm": options}]
    fences = next(each for each in values["markdown_extensions"] if "pymdownx.superfences" in each)
    (fence,) = fences["pymdownx.superfences"]["custom_fences"]
    assert fence["format"] == Opaque("tag:yaml.org,2002:python/name:pymdownx.superfences.fence_code_format", "")


def test_nothing_of_other_hosts_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    config = taken(tmp_path, embedded_text("Orders", "docs", "technical/architecture"))
    assert config.repo_url is None  # with one, the theme asks for the repository's stars
    assert config.theme["font"] is False
    assert (config.extra_css, config.extra_javascript) == ([], [])


def test_the_text_reads_well() -> None:
    text = embedded_text("Orders", "docs", "technical/architecture")
    assert text.startswith("site_name: Orders\ndocs_dir: docs\n\ntheme:\n")
    assert "  - gbm: # its options are told in the README of mkdocs-gbm" in text
    assert "\n      architecture_dir: technical/architecture\n      home_page: true\n\n" in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 120


def test_a_text_with_an_edit_address_has_it_below_the_folder() -> None:
    text = embedded_text("Orders", "docs", ".", "https://github.com/o/r/edit/main/docs/{path}")
    assert "docs_dir: docs\nedit_uri_template: https://github.com/o/r/edit/main/docs/{path}\n\ntheme:" in text
    assert yaml.compose(text) is not None
