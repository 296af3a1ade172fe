"""Options put into a `mkdocs.yml`: every line stays, in order, and nothing else is said by it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_gbm.author.mkdocs_options import with_options
from mkdocs_gbm.project.plugins import plugins_of
from mkdocs_gbm.project.settings_file import parse_settings

WANTED = {
    "architecture_dir": "architecture",
    "pages": {"database": ["data.md"], "services": "a.md"},
    "aliases": {"database": {"Migrations": ["Migratons"]}},
}


def options(text: str) -> Any:
    return plugins_of(parse_settings(text, "mkdocs.yml"))["gbm"]


def kept(before: str, after: str) -> bool:
    """Say whether every character of a text is in another, in order."""
    rest = iter(after)
    return all(character in rest for character in before)


@pytest.mark.parametrize(
    "text",
    [
        "plugins:\n  - search\n  - gbm # ours\n  - tags\n# end\nsite_name: x",
        "plugins:\n  - search\n  - gbm:\n# tail\n",
        "plugins: [search, gbm]\n",
        "plugins: {search: {}, gbm: }\n",
        "plugins: {gbm: {badge: false}} # c\n",
        "plugins:\n- gbm: {}\n",
        "plugins:\n- gbm:\n    pages: {data-flow: [c.md]}\n    aliases: {}\n\n\n# bye",
        "plugins:\r\n- gbm:\r\n    badge: true\r\nx: 1\r\n",
        "plugins:\n  search:\n  gbm:\n    badge: false # none\n      # after\n\n  tags:\nhooks: !!python/name:a.b\n",
        "plugins:\n  - gbm:\n      pages:\n      # none yet\n  - tags\n",
        "plugins:\n  - gbm:\n      badge: false",
        "\ufeffplugins:\n  - 'gbm'\nextra: !ENV [HOME, x]\n",
        "plugins:\n  - group:\n      enabled: true\n      plugins:\n        - gbm # ours\n        - tags\n  - search\n",
        "plugins: [search, {material/group: {enabled: true, plugins: {gbm: {badge: false}}}}]\n",
    ],
)
def test_what_is_there_stays(text: str) -> None:
    after = with_options(text, WANTED)
    assert after is not None
    assert kept(text, after)
    added = options(after)
    assert added["architecture_dir"] == "architecture"
    assert added["pages"]["database"] == ["data.md"]
    assert added["pages"]["services"] == "a.md"
    assert added["aliases"] == WANTED["aliases"]
    assert with_options(after, WANTED) == after


@pytest.mark.parametrize(
    ("pages", "then"),
    [
        ("database: old.md # why", "database: [old.md, data.md] # why"),
        ("database: [old.md] # why", "database: [old.md, data.md] # why"),
        ("database: [ ]", "database: [data.md ]"),
        ("database:\n        - old.md # why\n        # end", "database:\n        - old.md # why\n        - data.md"),
        ("database: 'old.md'", "database: ['old.md', data.md]"),
        ("database: data.md", "database: [data.md]"),
    ],
)
def test_a_path_becomes_a_list_and_a_list_grows(pages: str, then: str) -> None:
    text = f"plugins:\n  - gbm:\n      pages:\n        {pages}\n"
    after = with_options(text, {"pages": {"database": ["data.md"]}})
    assert after is not None
    assert then in after


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a\n",
        "site_name: x\n",
        "plugins: gbm\n",
        "plugins: [search]\n",
        "INHERIT: base.yml\n",
        "a: &p [gbm]\nplugins: *p\n",
        "plugins:\n- gbm: &o\n    badge: true\n- x: *o\n",
        "plugins:\n- gbm: text\n",
        "plugins:\n- gbm:\n    pages: text\n",
        "plugins:\n- gbm\n- gbm\n",
        "plugins: [\n",
    ],
)
def test_a_form_that_is_not_known_is_left_alone(text: str) -> None:
    assert with_options(text, WANTED) is None


NAMES = st.text("abcdefghij-_. ", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(
    others=st.lists(st.sampled_from(["search", "tags", "- x", "blog:\n      posts: 3", "meta # m"]), max_size=3),
    comment=NAMES,
    paths=st.dictionaries(NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True), min_size=1, max_size=3),
    having=st.dictionaries(NAMES, st.lists(NAMES, min_size=1, max_size=3, unique=True), max_size=3),
    flow=st.booleans(),
)
def test_any_lists_are_merged(
    others: list[str], comment: str, paths: dict[str, list[str]], having: dict[str, list[str]], flow: Any
) -> None:
    lines = [f"  - {other}" for other in others]
    quoted = {name: "[" + ", ".join(f"'{entry}'" for entry in entries) + "]" for name, entries in having.items()}
    if flow:
        own = "{" + ", ".join(f"'{name}': {entries}" for name, entries in quoted.items()) + "}"
        lines += [f"  - gbm: # {comment}", f"      pages: {own}"]
    else:
        lines += [f"  - gbm: # {comment}", "      pages:", *(f"        '{name}': {e}" for name, e in quoted.items())]
    text = "\n".join(["plugins:", *lines, f"# {comment}", "site_name: x", ""])
    after = with_options(text, {"pages": paths})
    assert after is not None
    assert kept(text, after)
    wanted = {
        name: [*having.get(name, []), *(p for p in paths.get(name, []) if p not in having.get(name, []))]
        for name in [*having, *(name for name in paths if name not in having)]
    }
    assert options(after)["pages"] == wanted
