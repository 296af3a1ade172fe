"""Any configuration is taken, or told in one line; never anything else."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from fuzz.amount import fuzzed, is_one_line, outcome
from mkdocs_gbm import standard
from mkdocs_gbm.assess import RULES, baseline
from mkdocs_gbm.errors import ConfigurationError
from mkdocs_gbm.options import KEYS, Options, parse
from mkdocs_gbm.project import zensical
from mkdocs_gbm.standard import Standard, load_folder

WORDS = st.sampled_from(
    "api-design|database|checklist|Caching|API Style|missing-section|warn|info|ignore|serve|never|all|badge|false|true|"
    "architecture|../docs|/etc|a/../..|C:\\x|C:x|~|*|services/*|services/**|a*b|[a|Orders|orders|Orders *|..|.|./|x.md|"
    "../x.md|x.txt||  |N/A|not applicable|not applicable until 2025-02-30|2026-01-01: it ends|one process|link|"
    "api-design#Caching|backend_engineer|package:x|\n|a\nb|\x00|\x1b[31m|\u2028|\ud83d|🚀|%s|{0}|{coverage}|covered|"
    "patterns/api.md".split("|")
)
NUMBERS = st.one_of(
    st.integers(),
    st.floats(),
    st.sampled_from([0, -1, 100, 100.1, 10**400, -(10**400), float("nan"), float("inf"), True, False]),
)
SCALARS = st.one_of(
    st.none(), st.booleans(), NUMBERS, st.dates(), st.datetimes(), st.binary(max_size=4), WORDS, st.text(max_size=8)
)
NAMES = st.one_of(WORDS, WORDS, st.sampled_from([*RULES, *KEYS]), st.text(max_size=6), SCALARS)
VALUES = st.recursive(
    SCALARS,
    lambda inside: st.one_of(
        st.lists(inside, max_size=3),
        st.dictionaries(NAMES, inside, max_size=3),
        st.sets(st.one_of(WORDS, st.integers()), max_size=2),
        st.tuples(inside, inside),
    ),
    max_leaves=8,
)
SEVERITIES = st.dictionaries(
    st.one_of(st.sampled_from([*RULES, "api-design"]), NAMES),
    st.one_of(st.sampled_from(["warn", "info", "ignore"]), VALUES),
    max_size=3,
)
PATHS = st.one_of(WORDS, st.lists(WORDS, max_size=3), VALUES)
SHARED: dict[str, Any] = {
    "pages": st.dictionaries(NAMES, PATHS, max_size=3),
    "aliases": st.dictionaries(NAMES, st.dictionaries(NAMES, PATHS, max_size=2), max_size=2),
    "severity": st.one_of(SEVERITIES, st.dictionaries(NAMES, SEVERITIES, max_size=2)),
    "not_applicable": st.dictionaries(NAMES, SCALARS, max_size=2),
}
COMPONENT = st.one_of(WORDS, st.fixed_dictionaries({"dir": WORDS}, optional={**SHARED, "inherit": WORDS}), VALUES)
LIKELY: dict[str, Any] = {
    **SHARED,
    "components": st.one_of(st.dictionaries(NAMES, COMPONENT, max_size=3), st.lists(WORDS, max_size=3)),
    "strings": st.dictionaries(NAMES, st.one_of(WORDS, VALUES), max_size=2),
    "fail_under": NUMBERS,
    "min_words": NUMBERS,
}


@st.composite
def configurations(draw: st.DrawFn) -> dict[Any, Any]:
    """Return what may stand under `plugins: gbm:`: mostly keys that there are, mostly with values of their kind."""
    keys = draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True))
    given = {key: draw(LIKELY.get(key, WORDS) if draw(st.integers(0, 3)) else VALUES) for key in keys}
    return given | (draw(st.dictionaries(NAMES, VALUES, max_size=1)) if not draw(st.integers(0, 5)) else {})


@cache
def backend_engineer() -> Standard:
    """The bundled standard; as a fixture, it would be printed with every failure."""
    return standard.load("backend_engineer", Path.cwd())


def checked(given: dict[Any, Any], against: Standard) -> Options:
    options = parse(given)
    options.check(against)
    return options


@fuzzed(quick=50, share=1.2)
@given(configurations())
@example({"coverage_page": {date(2000, 1, 1): [{date(2000, 1, 1): 1}]}})
@example({"not_applicable": {"\n": None}})
@example({"hints": "a\r\nb\u2028c"})
@example({"min_words": -(16**4000)})
@example({"fail_under": 16**4000})
@example({"fail_under": float("nan")})
def test_any_options(given: dict[Any, Any]) -> None:
    options = outcome(lambda: checked(given, backend_engineer()))
    if isinstance(options, ConfigurationError):
        assert is_one_line(options)
    else:
        assert 0 <= options.fail_under <= 100
        assert options.min_words >= 0


TOPIC_META = st.fixed_dictionaries(
    {},
    optional={
        "topic": st.one_of(st.just("API"), st.just("API"), VALUES),
        "order": NUMBERS,
        "page": st.one_of(WORDS, VALUES),
        "folder": st.one_of(WORDS, VALUES),
        "sections": st.one_of(
            st.dictionaries(
                st.sampled_from(["Caching", "Cachin", "1. API Style", 1, None]),
                st.one_of(
                    st.none(),
                    st.fixed_dictionaries(
                        {},
                        optional={
                            "aliases": PATHS,
                            "optional": st.one_of(st.booleans(), VALUES),
                            "contained": st.one_of(st.booleans(), VALUES),
                        },
                    ),
                    VALUES,
                ),
                max_size=3,
            ),
            VALUES,
        ),
    },
)
CHECKLIST_META = st.fixed_dictionaries(
    {"checklist": st.one_of(st.just("Checklist"), VALUES)},
    optional={
        "page": st.one_of(WORDS, VALUES),
        "evidence": st.one_of(
            st.dictionaries(
                st.sampled_from(["API Documented", "Other", 1]),
                st.one_of(st.lists(st.sampled_from(["api", "api#Caching", "x#y", 1, None, "#"]), max_size=2), VALUES),
                max_size=2,
            ),
            VALUES,
        ),
    },
)
OWN = st.one_of(
    st.fixed_dictionaries(
        {},
        optional={
            "version": VALUES,
            "rules": st.one_of(SEVERITIES, VALUES),
            "min_words": st.one_of(NUMBERS, VALUES),
            "fail_under": st.one_of(NUMBERS, VALUES),
            "site_aliases": st.one_of(st.booleans(), VALUES),
            "always_apply": PATHS,
        },
    ),
    VALUES,
)
BODY = "# {{ component }}\n\n## Caching\n\n<!-- How? -->\n\n<describe it>\n\n## 1. API Style\n\n<describe it>\n"
ITEMS = "# Checklist\n\n- [ ] **API Documented**: all of it\n- [ ] **Other**: that\n"


class Dumper(yaml.SafeDumper):
    """Writes YAML without references, as people do."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        return True


Dumper.add_representer(tuple, lambda dumper, value: dumper.represent_list(list(value)))


@st.composite
def yaml_texts(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> str:
    """Return values as YAML, some of it damaged."""
    try:
        text = yaml.dump(draw(values), Dumper=Dumper, allow_unicode=True, sort_keys=False)
    except (yaml.YAMLError, ValueError, TypeError):
        text = "topic: [a"
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from([*"\t:{[&*!|>%@`'\"#-?,\0\n", "---\n", "<<: ", "!!int "])) + text[at:]
    return text.encode("utf-8", "replace").decode("utf-8")


@fuzzed(quick=60, share=0.5)
@given(topic=yaml_texts(TOPIC_META), checklist=yaml_texts(CHECKLIST_META), own=yaml_texts(OWN))
@example("topic: API\norder: 0x" + "f" * 5000, "checklist: C", "")
@example("topic: API", "checklist: C", "version: 2024-02-30")
@example("topic: API", "checklist: C", "rules: {api-design: warn}")
@example("topic: API", "checklist: C", 'rules: {"a\\nb": warn}')
@example("topic: API", "checklist: C", "rules: {missing-section: never}")
@example("topic: API", "checklist: C", "- a")
@example("topic: API", "checklist: C", "a")
@example("topic: API", "checklist: C", "false")
@example("topic: API", "checklist: C", "version: 0x" + "f" * 5000)
@example("topic: API", "checklist: C", "version: " + "[" * 2000)
@example("topic: API", "checklist: C", "version: !!int ''")
@example("topic: API", "checklist: C", "fail_under: .nan")
@example("topic: API", "checklist: C", "fail_under: 1" + "0" * 400)
@example("topic: API", "checklist: C", "min_words: -1")
@example("topic: !!bool x", "checklist: C", "")
@example("topic: API", "checklist: C", "rules: {missing-section: 0x" + "f" * 5000 + "}")
def test_any_standard(tmp_path_factory: pytest.TempPathFactory, topic: str, checklist: str, own: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "standard"
    folder.mkdir(exist_ok=True)
    write(folder / "api.md", f"---\n{topic}\n---\n\n{BODY}")
    write(folder / "checklist.md", f"---\n{checklist}\n---\n\n{ITEMS}")
    write(folder / "standard.yml", own)
    read = outcome(lambda: load_folder(folder))
    if isinstance(read, ConfigurationError):
        assert is_one_line(read)
        assert str(folder) in read.where
    else:
        assert [each.slug for each in read.topics] == ["api"]
        assert read.limits.min_words >= 0
        assert 0 <= read.limits.fail_under <= 100
        problem = outcome(lambda: Options().check(read))  # a rule that is none is told when a site is held to it
        assert not isinstance(problem, ConfigurationError) or is_one_line(problem)


def write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")


ROWS = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {},
            optional={
                key: st.one_of(WORDS, WORDS, VALUES)
                for key in ("component", "topic", "rule", "section", "path", "reason", "until", "x")
            },
        ),
        VALUES,
    ),
    max_size=3,
)


@fuzzed(quick=40, share=0.2)
@given(yaml_texts(st.one_of(st.fixed_dictionaries({"findings": ROWS}), VALUES)))
@example("findings:\n- rule: 2024-02-30\n")
@example("findings: " + "[" * 2000)
@example("findings: [!!int ]")
@example("findings: [!!float '']")
@example("findings: [!!bool x]")
@example("findings: [!!timestamp x]")
@example("findings: [!!timestamp {a: b}]")
def test_any_baseline(text: str) -> None:
    entries = outcome(lambda: baseline.parse(text, "gbm-baseline.yml"))
    if isinstance(entries, ConfigurationError):
        assert is_one_line(entries)
        assert entries.where.startswith("gbm-baseline.yml")
    else:
        assert all(entry.rule for entry in entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 200_000 + "]" * 200_000, "nested more than 100 deep"),
        ("- " * 200_000 + "a", "nested more than 100 deep"),
        ("\n".join(" " * depth + "a:" for depth in range(2_000)), "nested more than 100 deep"),
        ("\r".join(" " * depth + "a:" for depth in range(2_000)), "nested more than 100 deep"),
        ("? " * 200_000 + "a", "nested more than 100 deep"),
        (f"# {'x' * 2_000}\n{'[a: ' * 60}x{']' * 60}", "nested more than 100 deep"),
        ("a: &a [*a]", "inside itself"),
        (
            "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)),
            "aliases that repeat more than",
        ),
        ("a: 0x" + "f" * 5_000, "a number of too many digits"),
    ],
    ids=["lists", "bullets", "mappings", "other line ends", "keys", "pairs", "itself", "laughs", "digits"],
)
def test_yaml_without_end_is_one_line(text: str, said: str) -> None:
    """None of these may take the process with it, nor its memory."""
    problem = outcome(lambda: baseline.parse(text, "gbm-baseline.yml"))
    assert isinstance(problem, ConfigurationError)
    assert said in problem.problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 5_000, "nested more than 100 deep"),
        ("a = " + "{a = " * 5_000, "nested more than 100 deep"),
        ("a." * 3_000 + "b = 1", "nested more than 100 deep"),
        ("[project.markdown_extensions." + "pymdownx." * 3_000 + "a]", "nested more than 100 deep"),
        ("a = " + "9" * 5_000, "no TOML: Exceeds the limit"),
        ("a = 2024-02-30", "no TOML: Invalid date or datetime (at line 1, column 5)"),
        ("plugins = 3", "a table is expected"),
    ],
    ids=["lists", "tables", "dots", "extensions", "digits", "date", "number"],
)
def test_toml_without_end_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "zensical.toml"
    write(file, text)
    problem = outcome(lambda: zensical.settings_of(file))
    assert isinstance(problem, ConfigurationError)
    assert is_one_line(problem)
    assert problem.problem.startswith(said)


TOML_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["[project]", "[project.plugins]", "[gbm]", "[[project.plugins]]", "[project.markdown_extensions]"]
        ),
        st.tuples(
            st.sampled_from(
                ["site_name", "docs_dir", "plugins", "markdown_extensions", "gbm", "pymdownx.a", "project"]
            ),
            st.sampled_from(
                ['"a"', "3", "true", "[]", "{}", '["a", {b = 1}]', "[1, [2]]", "{a = {b = 1}}", "2026-01-01"]
            ),
        ).map(" = ".join),
        st.text(max_size=6),
    ),
    max_size=6,
).map("\n".join)


@fuzzed(quick=40, share=0.3)
@given(TOML_LINES)
def test_any_toml(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "zensical.toml"
    write(file, text.encode("utf-8", "replace").decode("utf-8"))
    read = outcome(lambda: zensical.settings_of(file))
    if isinstance(read, ConfigurationError):
        assert is_one_line(read)
        assert read.where.startswith(str(file))
    else:
        assert [name for plugin in read["plugins"] for name in plugin][-1] == "gbm"
