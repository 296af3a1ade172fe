"""A `mkdocs.yml` is read as MkDocs reads it, without MkDocs."""

from pathlib import Path

import pytest

from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.project.find import find_project
from mkdocs_gbm.project.settings_file import read_settings


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text)
    (folder / "docs").mkdir()
    return folder


def test_what_is_inherited_is_merged_deeply(tmp_path: Path) -> None:
    written(
        tmp_path,
        base="site_name: Base\nplugins: {search: {}, gbm: {min_words: 3, badge: false}}\n",
        mkdocs="INHERIT: base.yml\nsite_name: Own\nplugins: {gbm: {min_words: 7}}\n",
    )
    project = find_project(tmp_path)
    assert (project.name, project.options.min_words, project.options.badge) == ("Own", 7, False)


def test_the_environment_is_asked_in_order_and_a_default_stands_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECOND", "12")
    written(
        tmp_path,
        mkdocs="plugins:\n  - gbm:\n      min_words: !ENV [FIRST, SECOND, 5]\n      badge: !ENV [NONE, false]\n",
    )
    options = find_project(tmp_path).options
    assert (options.min_words, options.badge) == (12, False)


def test_what_only_mkdocs_can_make_is_let_be(tmp_path: Path) -> None:
    text = "a: !!python/name:no.such.thing\nb: !!python/object/apply:os.system {args: [x]}\nc: !relative $docs_dir/x\n"
    assert read_settings(written(tmp_path, mkdocs=text) / "mkdocs.yml").keys() == {"a", "b", "c"}


@pytest.mark.parametrize("plugins", ["[gbm]", "{gbm: {}}", "{gbm: }", "[{gbm: {enabled: true}}]", "[search, gbm: {}]"])
def test_the_plugin_is_found_in_lists_and_mappings(tmp_path: Path, plugins: str) -> None:
    assert find_project(written(tmp_path, mkdocs=f"plugins: {plugins}\n")).options.min_words == 10


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "plugins: [{gbm: {enabled: false}}]\n",
            "mkdocs.yml: plugins: gbm: the plugin is switched off; take 'enabled: false' out",
        ),
        ("plugins:\n  - gbm:\n    a: [\n", "mkdocs.yml:4: no YAML ("),
        ("INHERIT: mkdocs.yml\n", "INHERIT leads in a circle; "),
        ("INHERIT: other.yml\n", "INHERIT: there is no file other.yml; "),
        ("- a\n", "mkdocs.yml: a mapping is expected, not a list; "),
        ("plugins: [{gbm: {min_word: 3}}]\n", "plugins: gbm: unknown key 'min_word'; did you mean 'min_words'?"),
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        find_project(written(tmp_path, mkdocs=text))
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
