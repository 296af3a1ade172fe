"""The plugin, put into any `mkdocs.yml` there may be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_gbm.author.mkdocs_yml import has_plugin, lines_to_add, with_plugin
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.settings_file import parse_settings

MATERIAL = """\
# The site of the orders team
site_name:   "Orders"   # as the shop calls it
site_description: >-
  What the order service promises to the shop and to its partners, and how it keeps those promises on a bad day in the
  busiest week of the year.
repo_url: !ENV [REPO_URL, 'https://example.org/orders']
theme:
    name: material
    palette:
    - scheme: default
      toggle: {icon: material/weather-night,   name: Dark}


plugins:
    # what readers search
    - search:
        separator: '[\\s\\-,:!=\\[\\]()"`/]+|\\.(?!\\d)'
    -   tags
    - macros:
    # - minify

markdown_extensions:
- pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
- toc: {permalink: true}
- pymdownx.snippets: {base_path: !relative $config_dir}
nav:
  - Home: index.md
  - 'Quoted': "x.md"
# the end
"""

#: What is put in, and where: the text before it in the file, and the insertion.
EDITED = {
    "material": (MATERIAL, "    - macros:\n", "    - gbm\n"),
    "windows": (MATERIAL.replace("\n", "\r\n"), "    - macros:\r\n", "    - gbm\r\n"),
    "byte order mark": ("\ufeff" + MATERIAL, "    - macros:\n", "    - gbm\n"),
    "flow": ("site_name: x\nplugins: [search] # few\n", "plugins: [search", ", gbm"),
    "flow on many lines": ("plugins: [\n  search, # first\n  tags,\n]\n", "  tags", ", gbm"),
    "empty flow": ("plugins: []\n", "plugins: [", "gbm"),
    "absent": ("site_name: x\n# end\n", "# end\n", "\nplugins:\n  - search\n  - gbm\n"),
    "absent, no final newline": ("site_name: x", "site_name: x", "\n\nplugins:\n  - search\n  - gbm"),
    "nothing named": ("plugins: # none\nnav: []\n", "plugins: # none\n", "  - search\n  - gbm\n"),
    "empty": ("", "", "plugins:\n  - search\n  - gbm\n"),
    "comments alone": ("# to come\n", "# to come\n", "\nplugins:\n  - search\n  - gbm\n"),
    "mapping": ("plugins:\n  search: {}\n  tags:\n    x: y # z\nnav: []\n", "    x: y # z\n", "  gbm: {}\n"),
    "flow mapping": ("plugins: {search: {}}\n", "{search: {}", ", gbm: {}"),
    "no indentation": ("plugins:\n- search\n- blog:\n    x: y\n\n# theme\ntheme: material\n", "    x: y\n", "- gbm\n"),
    "anchor": ("plugins: &ours\n  - search\nnav: []\n", "  - search\n", "  - gbm\n"),
    "document marks": ("---\nplugins:\n  - search\n...\n", "  - search\n", "  - gbm\n"),
    "no final newline": ("plugins:\n  - search", "  - search", "\n  - gbm"),
    "block text": ("plugins:\n  - x:\n      y: |\n        a\n\n        b\n\nnav: []\n", "        b\n\n", "  - gbm\n"),
    "tag": ("plugins:\n  - search\n  - !ENV [MORE, tags]\n", "  - !ENV [MORE, tags]\n", "  - gbm\n"),
}

#: Where nothing can be put in without a change to something else.
LEFT = {
    "alias": "x-ours: &ours [search]\nplugins: *ours\n",
    "anchor in use": "plugins: &ours\n  - search\nextra: {named: *ours}\n",
    "end mark": "---\nsite_name: x\n...\n",
    "all on one line": "{site_name: x, theme: material}\n",
    "tab": "site_name: x\nplugins:\n\t- search\n",
    "no YAML": "site_name: [\n",
    "text": "plugins: search\n",
}


@pytest.mark.parametrize("name", EDITED)
def test_the_plugin_is_put_in_at_one_place_and_every_character_stays(name: str) -> None:
    text, before, insertion = EDITED[name]
    index = text.index(before) + len(before)
    assert with_plugin(text, {}) == text[:index] + insertion + text[index:]


@pytest.mark.parametrize("name", EDITED)
def test_options_come_with_it(name: str) -> None:
    text, _, _ = EDITED[name]
    options = {"architecture_dir": "the: place", "standard": "ours"}
    changed = with_plugin(text, options)
    assert changed is not None
    plugins = parse_settings(changed, name)["plugins"]
    assert (plugins["gbm"] if isinstance(plugins, dict) else plugins[-1]["gbm"]) == options


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_done_safely_is_not_done(name: str) -> None:
    assert with_plugin(LEFT[name], {}) is None


def test_a_list_that_is_inherited_is_not_lost() -> None:
    assert with_plugin("INHERIT: base.yml\n", {}, {"plugins": ["search", "tags"]}) is None
    mapped = with_plugin("INHERIT: base.yml\n", {}, {"plugins": {"search": {}}})
    assert mapped == "INHERIT: base.yml\n\nplugins:\n  gbm: {}\n"
    own = with_plugin("INHERIT: base.yml\nplugins:\n  - blog\n", {}, {"plugins": ["search"]})
    assert own == "INHERIT: base.yml\nplugins:\n  - blog\n  - gbm\n"


def test_lines_to_add_are_what_they_say() -> None:
    assert parse_settings(lines_to_add({"standard": "x"}), "")["plugins"] == ["search", {"gbm": {"standard": "x"}}]


PIECES = [
    "site_name: x",
    "# comment",
    "plugins:",
    "plugins: [search]",
    "plugins: &p",
    "- search",
    "  - search",
    "  - tags:",
    "      x: y # z",
    "  - blog: {a: b}",
    "  search: {}",
    "    # deep",
    "nav:",
    "  - 'a': b.md",
    "extra: *p",
    "theme: {name: material}",
    "text: |",
    "  lines",
    "---",
    "...",
    "",
    "",
]


def names(settings: dict[str, Any]) -> list[str]:
    plugins = settings.get("plugins")
    if plugins is None:
        return ["search"]
    return [next(iter(entry)) if isinstance(entry, dict) else entry for entry in plugins]


@given(lines=st.lists(st.sampled_from(PIECES), max_size=12), end=st.sampled_from(["\n", "\r\n"]), ended=st.booleans())
def test_any_file_keeps_all_of_itself_or_is_left(lines: list[str], end: str, ended: bool) -> None:  # noqa: FBT001
    text = end.join(lines) + (end if ended else "")
    changed = with_plugin(text, {})
    if changed is None:
        return
    before, after = parse_settings(text, "before"), parse_settings(changed, "after")
    assert {**before, "plugins": None} == {**after, "plugins": None}
    assert names(after) == [*names(before), "gbm"]
    assert has_plugin(after)
    split = next((index for index, (old, new) in enumerate(zip(text, changed, strict=False)) if old != new), len(text))
    kept = any(changed[:cut] + changed[cut + len(changed) - len(text) :] == text for cut in range(split + 1))
    assert kept


@given(text=st.text(alphabet="plugins:[]{}-&* !#|\n\r\t'\"sgb", max_size=40))
def test_no_text_ends_in_an_exception(text: str) -> None:
    changed = with_plugin(text, {})
    if changed is not None:
        try:
            assert has_plugin(parse_settings(changed, "after"))
        except ConfigurationError:  # pragma: no cover - would be told as a failure
            pytest.fail("what was written cannot be read")
