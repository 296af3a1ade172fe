"""What of a configuration lets the quick gear read a site, and that the verdict is the same without it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from sites import Site, example_site, make_site

from mkdocs_gbm.cli import main
from mkdocs_gbm.project import exactly

PAGE = """
# API

See [the checklist](../checklist.md) and [the site](../../../index.md).

## Caching

GET responses are held by the CDN for a minute, and a write purges them by surrogate key before it answers.

## Rate Limiting

[Here](../limits.md#rate-limits)
"""
LIMITS = "# Limits\n\n## Rate limits\n\nSix hundred requests a minute for each key, counted in Redis with a window.\n"
FOLDER = "docs/technical/architecture"


def site_with(folder: Path, **values: Any) -> Site:
    config = {"site_name": "Orders", "theme": {"name": "mkdocs"}, "plugins": ["search", "gbm"], **values}
    site = make_site(folder, config=yaml.safe_dump(config))
    site.write("docs/index.md", "# Home\n")
    site.write(f"{FOLDER}/patterns/api-design.md", PAGE)
    site.write(f"{FOLDER}/limits.md", LIMITS)
    site.write("hook.py", "")
    return site


def checked(site: Site) -> tuple[int, dict[str, Any]]:
    done = CliRunner().invoke(main, ["check", "--format", "json", "-f", str(site.folder / "mkdocs.yml")])
    return done.exit_code, json.loads(done.stdout)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The requests to the site's own pipeline: which pages, none for the whole verdict."""
    requests: list[tuple[str, ...]] = []
    asking = exactly._asked  # noqa: SLF001 - which gear a page takes is seen nowhere else

    def counted(project: Any, today: Any, uris: tuple[str, ...], texts: Any = None) -> exactly.Answer:
        requests.append(uris)
        return asking(project, today, uris, texts)

    monkeypatch.setattr(exactly, "_asked", counted)
    return requests


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"plugins": {"search": {}, "gbm": {"min_words": 3}}},
        {"use_directory_urls": False},
        {"markdown_extensions": {"admonition": None, "toc": {"permalink": True}}},
        {"markdown_extensions": ["pymdownx.tilde", {"toc": {"permalink": "#"}}]},
        {"exclude_docs": "limits.md\n"},
        {"draft_docs": "limits.md\n"},
    ],
)
def test_a_plain_site_is_judged_without_mkdocs_as_a_build_judges_it(
    tmp_path: Path, asked: list[tuple[str, ...]], values: dict[str, Any]
) -> None:
    site = site_with(tmp_path, **values)
    assert site.build("-q").exit_code == 0
    assert checked(site) == (1, site.report)
    assert asked == []


@pytest.mark.parametrize(
    "values",
    [
        {"hooks": ["hook.py"]},
        {"markdown_extensions": ["smarty"]},
        {"markdown_extensions": [{"toc": {"baselevel": 2}}]},
        {"markdown_extensions": [{"pymdownx.superfences": {"custom_fences": [{"name": "math", "class": "math"}]}}]},
    ],
)
def test_a_site_that_only_mkdocs_knows_is_judged_by_mkdocs(
    tmp_path: Path, asked: list[tuple[str, ...]], values: dict[str, Any]
) -> None:
    site = site_with(tmp_path, **values)
    assert site.build("-q").exit_code == 0
    assert checked(site) == (1, site.report)
    assert asked == [()]


@pytest.mark.parametrize(
    "text",
    [
        "H~2~O",
        "<br>",
        "[^1]\n\n[^1]: x",
        "!!! note\n    x\ny",
        "Key\n\n:   x",
        "- x\n\n    !!! note\n        y",
        "- a\n  - b",
        "x {: .y}",
        "`<script>`",
    ],
)
def test_only_the_page_that_is_not_plain_is_read_by_mkdocs(
    tmp_path: Path, asked: list[tuple[str, ...]], text: str
) -> None:
    extensions = ["admonition", "attr_list", "def_list", "footnotes", "pymdownx.tilde"]
    site = site_with(tmp_path, markdown_extensions=extensions)
    site.write(f"{FOLDER}/limits.md", f"{LIMITS}\n{text}\n")
    assert site.build("-q").exit_code == 0
    assert checked(site) == (1, site.report)
    assert asked == [("technical/architecture/limits.md",)]


FOLDED = """
## Versioning Strategy

!!! warning "Not ready"
    TODO: describe how clients ask for a version.

??? note

    ### Pagination

    - Lists return fifty entries
    - and a cursor, which lives for a day

=== "REST"

    ### Error Handling

    ```json
    {"type": "https://errors.example.com/out-of-stock"}

    {"status": 409}
    ```

=== "gRPC"

    <describe the errors, one by one>

Filtering and Sorting
:   By any indexed column, and never by more than two of them at once.
:   The default order is that of creation.
"""


ALTERNATE = {"alternate_style": True}
FOLDS = ("admonition", "def_list", "pymdownx.details", "pymdownx.superfences")


@pytest.mark.parametrize(
    ("lacking", "tabbed", "quick"),
    [
        (None, ALTERNATE, True),
        *((name, ALTERNATE, False) for name in FOLDS),
        *((None, other, False) for other in ({}, ALTERNATE | {"combine_header_slug": True}, None)),
        ("pymdownx.superfences", {}, False),
    ],
)
def test_what_stands_folded_is_judged_as_a_build_judges_it(
    tmp_path: Path, asked: list[tuple[str, ...]], lacking: str | None, tabbed: dict[str, Any] | None, *, quick: bool
) -> None:
    tabs = [] if tabbed is None else [{"pymdownx.tabbed": tabbed}]
    site = site_with(tmp_path, markdown_extensions=[*(name for name in FOLDS if name != lacking), *tabs])
    page = f"{FOLDER}/patterns/api-design.md"
    site.write(page, PAGE + FOLDED)
    assert site.build("-q").exit_code == 0
    assert checked(site) == (1, site.report)
    assert asked == ([] if quick else [(page.removeprefix("docs/"),)])


def test_the_example_site_needs_no_mkdocs(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    site = example_site(tmp_path / "example")
    site.build("-q")
    assert checked(site) == (0, site.report)
    assert asked == []


def test_what_init_writes_needs_no_mkdocs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[tuple[str, ...]]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init"]).exit_code == 0
    done = CliRunner().invoke(main, ["check", "--format", "json"])
    assert {finding["rule"] for finding in json.loads(done.stdout)["findings"]} >= {"placeholder-section", "open-item"}
    assert asked == []


def test_a_readme_stands_for_an_index_only_where_there_is_none(tmp_path: Path, asked: list[tuple[str, ...]]) -> None:
    site = site_with(tmp_path, plugins=[{"gbm": {"pages": {"database": ["db/*.md"], "services": ["svc/*.md"]}}}])
    site.write(f"{FOLDER}/db/README.md", "# Database\n\n## Caching\n")
    site.write(f"{FOLDER}/db/index.md", "# Database\n\n## Query Patterns\n\nTODO\n")
    site.write(
        f"{FOLDER}/svc/README.md", "# Services\n\n## Timeouts\n\nTwo seconds inside the mesh, and ten outside.\n"
    )
    site.write(
        f"{FOLDER}/svc/.hidden.md", "# Services\n\n## Retries\n\nThree times with jitter, then the dead letters.\n"
    )
    site.build("-q")
    assert checked(site) == (1, site.report)
    assert asked == []
