"""`gbm schema`: what an editor is told is what the program takes."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example as such_as
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from running import gbm, lose, run_in
from sites import EXAMPLE, REPOSITORY, Site, make_site, plain_config

from mkdocs_gbm.assess import RULES
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.front_matter import split
from mkdocs_gbm.options import KEYS, parse
from mkdocs_gbm.output.strings import catalogue
from mkdocs_gbm.standard import load_folder

NAMES = ("mkdocs", "options", "template", "checklist", "report")
TEMPLATES = sorted((REPOSITORY / "templates/backend_engineer").glob("*.md"))


@cache
def schema(name: str) -> Any:
    code, said, wrong = gbm("schema", name)
    assert (code, wrong) == (0, "")
    return json.loads(said)


def fits(name: str, value: object) -> bool:
    return Draft202012Validator(schema(name)).is_valid(value)


def takes(options: dict[str, Any]) -> bool:
    try:
        parse(options)
    except ConfigurationError:
        return False
    return True


def nodes(found: object) -> list[dict[str, Any]]:
    """Return every mapping in a schema."""
    inner = list(found.values()) if isinstance(found, dict) else found if isinstance(found, list) else []
    return [*([found] if isinstance(found, dict) else []), *(node for each in inner for node in nodes(each))]


class TestCommand:
    def test_without_a_name_all_are_told(self) -> None:
        code, said, _ = gbm("schema")
        assert code == 0
        assert tuple(line.split()[0] for line in said.splitlines()) == NAMES

    def test_a_misspelt_name_is_one_line(self) -> None:
        assert gbm("schema", "optoins") == (2, "", "gbm: schema: no schema 'optoins'; did you mean 'options'?\n")

    @pytest.mark.parametrize("name", NAMES)
    def test_each_is_a_schema_of_draft_2020_12(self, name: str) -> None:
        assert schema(name)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema(name))

    @pytest.mark.parametrize("name", NAMES)
    def test_each_is_the_same_every_time(self, name: str) -> None:
        assert gbm("schema", name) == gbm("schema", name)

    @pytest.mark.parametrize("name", ["options", "template", "checklist"])
    def test_an_editor_can_tell_what_each_key_means(self, name: str) -> None:
        assert [key for key, told in schema(name)["properties"].items() if not told.get("description")] == []

    def test_each_option_is_told_and_so_is_what_mkdocs_takes_itself(self) -> None:
        assert set(schema("options")["properties"]) == {*KEYS, "enabled"}

    def test_an_editor_can_tell_what_each_rule_means(self) -> None:
        rules = schema("options")["properties"]["severity"]["properties"]
        assert {name: told["description"] for name, told in rules.items()} == {
            rule.name: rule.meaning for rule in RULES.values()
        }

    def test_defaults_are_those_that_hold(self) -> None:
        told = {key: each["default"] for key, each in schema("options")["properties"].items() if "default" in each}
        del told["enabled"]
        assert parse(told) == parse({})
        assert len(told) > 8


class TestExampleSite:
    def test_its_configuration_fits(self) -> None:
        class Loader(yaml.SafeLoader):
            """Takes a Python object for a text."""

        Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: "a function")
        config = yaml.load(EXAMPLE.joinpath("mkdocs.yml").read_text(encoding="utf-8"), Loader)
        assert fits("mkdocs", config)
        assert any("gbm" in (plugin if isinstance(plugin, dict) else [plugin]) for plugin in config["plugins"])

    @pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
    def test_front_matter_of_each_template_fits_its_own_schema_only(self, template: Path) -> None:
        meta = split(template.read_text(encoding="utf-8")).meta
        kind, other = ("template", "checklist") if "topic" in meta else ("checklist", "template")
        assert fits(kind, meta)
        assert not fits(other, meta)

    def test_its_report_fits_and_holds_nothing_that_is_not_told(self, example: Site) -> None:
        lose(example, "Caching")
        report = json.loads(run_in("check", "--format", "json", folder=example.folder).stdout)
        closed = json.loads(json.dumps(schema("report")))
        for node in nodes(closed):
            if "properties" in node and "type" in node:
                node["additionalProperties"] = False
        assert [error.message for error in Draft202012Validator(closed).iter_errors(report)] == []
        assert report["findings"]

    @pytest.mark.parametrize("wrong", [{"schema_version": 2}, {"components": {}}, {"coverage": {"percent": "all"}}])
    def test_what_is_no_report_does_not_fit(self, example: Site, wrong: dict[str, Any]) -> None:
        report = json.loads(run_in("check", "--format", "json", folder=example.folder).stdout)
        assert fits("report", report)
        assert not fits("report", report | wrong)
        assert not fits("report", {key: value for key, value in report.items() if key != "findings"})


#: Values of every kind, right and wrong wherever they stand.
ANYTHING: list[Any] = [None, True, False, 0, 3, -1, 40.5, 101, "", " ", "x", "warn", "a.md", [], [""], ["x", 1], {}]
texts = st.sampled_from(
    ["x", "", " ", "a/b", "../a", "a/..", "/a", "a\\..\\b", "..a/b", "./a", "a.md", "/a.md", "é/..b"]
)
lists = st.one_of(st.sampled_from(ANYTHING), st.lists(texts, max_size=2), texts)
severities: st.SearchStrategy[Any] = st.sampled_from(["warn", "info", "ignore", "error", "WARN", None, 1, True, [], {}])
rules = st.dictionaries(st.sampled_from(["missing-section", "thin-section", "mising-section"]), severities, max_size=2)
RIGHT: dict[str, st.SearchStrategy[Any]] = {
    "standard": texts,
    "architecture_dir": texts,
    "components": st.one_of(
        texts,
        st.lists(texts, max_size=1),
        st.dictionaries(
            st.just("Orders"),
            texts
            | st.fixed_dictionaries(
                {},
                optional={
                    "dir": texts | st.sampled_from(ANYTHING),
                    "inherit": st.sampled_from(["Billing", "", None]),
                    "pages": st.sampled_from([None, {}, {"database": "x.md"}, {"database": []}]),
                    "severity": rules,
                    "not_applicable": st.sampled_from(
                        [None, {"database": "one instance serves all"}, {"database": ""}]
                    ),
                    "badge": st.booleans(),
                },
            ),
            max_size=1,
        ),
    ),
    "not_applicable": st.dictionaries(
        st.just("database"), st.sampled_from([None, 1, [], "", "one instance serves all"]), max_size=1
    ),
    "pages": st.dictionaries(st.sampled_from(["database", "checklist"]), lists, max_size=2),
    "coverage_page": st.one_of(texts, st.sampled_from([False, "..md", "a/../b.md", "../b.md", "a/..b.md", "x.MD"])),
    "home_page": st.booleans(),
    "badge": st.booleans(),
    "status_strip": st.booleans(),
    "hints": st.sampled_from(["serve", "always", "never", "Serve"]),
    "publish": st.sampled_from(["all", "badge", "none", "nothing"]),
    "severity": st.dictionaries(
        st.sampled_from(["missing-section", "open-item", "security"]), severities | rules, max_size=3
    ),
    "aliases": st.dictionaries(
        st.just("security"), st.dictionaries(st.just("Caching"), lists) | st.sampled_from(ANYTHING), max_size=1
    ),
    "min_words": st.integers(-2, 50),
    "fail_under": st.floats(-1, 101) | st.integers(-1, 101),
    "baseline": texts,
    "strings": st.dictionaries(
        st.sampled_from(["percent", "coverage.title", "coverage.titel", "sentence.checklist"]),
        st.sampled_from(["x", "", "{number} %", "{done} of {total}", "{dnoe}", "{ number }", "{}", 1, None, True, []]),
        max_size=2,
    ),
}
#: Written wrong as often as right: each key by itself, so that one mistake does not hide another.
options = st.sampled_from(KEYS).flatmap(
    lambda key: st.fixed_dictionaries({key: st.one_of(RIGHT[key], st.sampled_from(ANYTHING))})
)
several = st.lists(options, min_size=1, max_size=4).map(lambda each: {key: one[key] for one in each for key in one})


class TestOptions:
    @given(several)
    @settings(max_examples=600, deadline=None)
    @such_as({"severity": {"missing-section": {"missing-page": "warn"}}})
    @such_as({"fail_under": True})
    @such_as({"architecture_dir": "x", "components": "x"})
    @such_as({"architecture_dir": "x", "components": None})
    @such_as({"architecture_dir": "\\x"})
    @such_as({"pages": {"database": "/x.md"}})
    @such_as({"pages": {"database": ["x.md", "C:\\x.md"]}})
    @such_as({"components": {"Orders": {"dir": "x", "pages": {"database": "\\x.md"}}}})
    def test_they_fit_where_they_are_taken(self, given: dict[str, Any]) -> None:
        assert fits("options", given) == takes(given)

    @pytest.mark.parametrize("key", KEYS)
    def test_a_misspelt_key_is_refused_by_both(self, key: str) -> None:
        for misspelt in (f"{key}s", key.title(), key.replace("_", "-") + "-"):
            assert not fits("options", {misspelt: "x"})
            assert not takes({misspelt: "x"})
            assert not fits("options", {misspelt: None})
            assert not takes({misspelt: None})

    @pytest.mark.parametrize("key", KEYS)
    def test_nothing_behind_a_key_is_as_good_as_no_key(self, key: str) -> None:
        assert fits("options", {key: None})
        assert parse({key: None}) == parse({})

    @pytest.mark.parametrize("key", sorted(catalogue()))
    def test_a_string_fits_with_its_own_values_and_no_others(self, key: str) -> None:
        own = {"strings": {key: catalogue()[key]}}
        assert (fits("options", own), takes(own)) == (True, True)
        other = {"strings": {key: "{nothing_of_ours}"}}
        assert (fits("options", other), takes(other)) == (False, False)

    @pytest.mark.parametrize(
        ("given", "fitting"),
        [
            ("{badge: false}", True),
            ("", True),
            ("{enabled: true}", True),
            ("{badge: }", True),
            ("{bagde: false}", False),
            ("{bagde: }", False),
            ("{badge: 1}", False),
            ("{enabled: 1}", False),
        ],
    )
    def test_build_and_check_agree_with_the_schema(self, tmp_path: Path, given: str, *, fitting: bool) -> None:
        site = make_site(tmp_path, config=plain_config(given))
        assert fits("mkdocs", yaml.safe_load(site.read("mkdocs.yml"))) == fitting
        assert (site.build().exit_code == 0) == fitting
        if "enabled" not in given:
            assert (run_in("check", folder=tmp_path).returncode != 2) == fitting

    @pytest.mark.parametrize("plugins", [["gbm"], {"gbm": {}}, [{"gbm": None}, "search"], [{"search": {"x": 1}}]])
    def test_plugins_are_listed_in_every_way_that_mkdocs_knows(self, plugins: object) -> None:
        assert fits("mkdocs", {"site_name": "Orders", "plugins": plugins, "extra": {"gbm": 1}})

    @pytest.mark.parametrize("plugins", [{"gbm": {"bagde": True}}, [{"gbm": {"bagde": True}}], "gbm", [1]])
    def test_a_mistake_is_seen_in_each_of_them(self, plugins: object) -> None:
        assert not fits("mkdocs", {"site_name": "Orders", "plugins": plugins})


def reads(folder: Path, name: str, meta: dict[str, Any]) -> bool:
    bodies = {"topic": "# One\n\n## First\n", "checklist": "# Checklist\n\n- [ ] **Item**: it holds\n"}
    fronts: dict[str, dict[str, Any]] = {"topic": {"topic": "One"}, "checklist": {"checklist": "All"}} | {name: meta}
    for kind, front in fronts.items():
        (folder / f"{kind}.md").write_text(f"---\n{yaml.safe_dump(front)}---\n\n{bodies[kind]}", encoding="utf-8")
    try:
        load_folder(folder)
    except ConfigurationError:
        return False
    return True


class TestFrontMatter:
    @pytest.mark.parametrize("wrong", ANYTHING, ids=repr)
    @pytest.mark.parametrize("key", ["topic", "order", "page", "sections", "section", "ordr"])
    def test_a_page_template_fits_where_it_is_read(self, tmp_path: Path, key: str, wrong: object) -> None:
        meta = {"topic": "One", key: wrong}
        if wrong not in ({}, None) and key == "sections":
            assert not fits("template", meta)
        assert fits("template", meta) == reads(tmp_path, "topic", meta)

    @pytest.mark.parametrize("wrong", ANYTHING, ids=repr)
    @pytest.mark.parametrize("key", ["aliases", "optional", "contained", "alias", ""])
    def test_so_does_what_it_says_of_a_section(self, tmp_path: Path, key: str, wrong: object) -> None:
        meta = {"topic": "One", "sections": {"First": {key: wrong} if key else wrong}}
        assert fits("template", meta) == reads(tmp_path, "topic", meta)

    @pytest.mark.parametrize("wrong", [*ANYTHING, ["topic"], ["topic#First"], "link", "Link"], ids=repr)
    @pytest.mark.parametrize("key", ["checklist", "page", "evidence", "item", "evidense"])
    def test_a_checklist_fits_where_it_is_read(self, tmp_path: Path, key: str, wrong: Any) -> None:
        meta = {"checklist": "All", **({"evidence": {"Item": wrong}} if key == "item" else {key: wrong})}
        assert fits("checklist", meta) == reads(tmp_path, "checklist", meta)
