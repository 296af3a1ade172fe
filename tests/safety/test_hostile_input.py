"""What a stranger's pull request brings: nothing of it runs, stalls, or speaks for us in a log."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from running import environment, process, run_in
from sites import Site, make_site, plain_config

from mkdocs_gbm.neutral import neutral
from mkdocs_gbm.output.escaping import escaped

A = "technical/architecture"
API = f"docs/{A}/patterns/api-design.md"
LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(97 + level)}: &{chr(97 + level)} [{', '.join(['*' + chr(96 + level)] * 9)}]\n" for level in range(1, 9)
)
BOMBS = {
    "aliases": (LAUGHS + "gbm: {topic: *i}\n", "aliases that repeat more than 20,000 values"),
    "merges": (
        "m0: &m0 {k: v}\n" + "".join(f"m{n}: &m{n}\n  <<: [*m{n - 1}, *m{n - 1}]\n" for n in range(1, 30)),
        "aliases that repeat more than 20,000 values",
    ),
    "depth": ("gbm: " + "[" * 100_000 + "\n", "nested more than 100 deep"),
    "a circle": ("gbm: &a [*a]\n", "the alias 'a' inside itself"),
}


@pytest.mark.parametrize(("front_matter", "told"), BOMBS.values(), ids=BOMBS)
def test_front_matter_that_would_end_the_process_is_one_line(tmp_path: Path, front_matter: str, told: str) -> None:
    site = make_site(tmp_path, pages={f"{A}/patterns/api-design.md": f"---\n{front_matter}---\n# API\n"})
    started = time.process_time()
    ran = run_in("check", folder=site.folder)
    assert time.process_time() - started < 2
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert ran.stderr.startswith(f"gbm: {API}:")
    assert f"({told}); make it " in ran.stderr


@pytest.mark.parametrize("file", ["mkdocs.yml", "gbm-baseline.yml", "own/standard.yml"])
@pytest.mark.parametrize(
    ("text", "problem"),
    [*BOMBS.values(), ("a: 2026-13-45\n", "month must be in 1..12"), ("a: !!python/object/apply:os.abort []\n", "")],
    ids=[*BOMBS, "no date", "python"],
)
def test_configuration_that_would_is_one_line(tmp_path: Path, file: str, text: str, problem: str) -> None:
    site = make_site(tmp_path, config=plain_config("{standard: own}"))
    site.write("own/api.md", "---\ntopic: API\n---\n# API\n\n## Style\n")
    site.write(file, f"{site.read(file) if file == 'mkdocs.yml' else ''}{text}")
    ran = run_in("check", folder=site.folder)
    assert ran.returncode in (1, 2) if "python" in text and file == "mkdocs.yml" else ran.returncode == 2
    assert ran.stderr.count("\n") <= 1
    assert problem in ran.stderr


@pytest.mark.parametrize(
    "head",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
        "{{ 'a' * 10 ** 10 }}",
        "{{ 'a' | center(10000000000) }}",
        "{% set a = 'x' %}{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{% include '/etc/passwd' %}",
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    ],
)
def test_a_template_that_is_a_program_is_one_line(tmp_path: Path, head: str) -> None:
    site = make_site(tmp_path, config=plain_config("{standard: own}"))
    site.write("own/api.md", f"---\ntopic: API\npage: api.md\n---\n# API\n{head}\n\n## Style\n")
    started = time.process_time()
    ran = run_in("new", "api", folder=site.folder)
    assert time.process_time() - started < 2
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "own/api.md" in ran.stderr
    assert not (site.folder / f"docs/{A}/api.md").exists()


def test_a_heads_own_words_are_still_said(tmp_path: Path) -> None:
    site = make_site(tmp_path, config=plain_config("{standard: own}"))
    head = "{{ component | upper }}{% if owner and not date == 'x' %}: {{ owner ~ '!' }}{% else %}?{% endif %}"
    site.write("own/api.md", f"---\ntopic: API\npage: api.md\n---\n# {head}\n\n## Style\n")
    assert run_in("new", "api", "--owner", "Ann", folder=site.folder).returncode == 0
    assert "# ORDERS: Ann!\n" in site.read(f"docs/{A}/api.md")


COMMANDS = ["##[stop-commands]x", "##vso[task.setvariable variable=PATH]x", "a ##[set-output name=x]y"]


@pytest.fixture(scope="module")
def speaking(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose headings, files and names would command the machine that builds it."""
    headings = "".join(f"## Cachings {command}\n\nText.\n\n" for command in COMMANDS)
    page = f"# API\n\n{headings}\n## Rate Limiting \x1b]0;title\x07\n\nTBD\n"
    pages = {
        f"{A}/patterns/api-design.md": page,
        f"{A}/##[error]x\x1b[2J.md": "# D\n\n## Indexes\n\nOn the customer's number.\n\n## Partitioning\n\nNone.\n",
        f"{A}/checklist.md": "# C\n\n- [x] **##[error]Nothing**: x\n",
    }
    return make_site(tmp_path_factory.mktemp("speaking"), pages=pages)


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["check", "--format", "github"],
        ["next"],
        pytest.param(["fix", "--diff"], marks=pytest.mark.long),
        pytest.param(["adopt"], marks=pytest.mark.long),
        pytest.param(["build"], marks=pytest.mark.long),
        ["mkdocs"],
    ],
)
def test_no_page_commands_the_machine_that_builds_it(speaking: Site, command: list[str]) -> None:
    if command == ["mkdocs"]:
        said = speaking.build().output
    elif command == ["build"]:
        ran = process("build", folder=speaking.folder)
        said = ran.stdout + ran.stderr
    else:
        ran = run_in(*command, folder=speaking.folder, CI="true")
        said = ran.stdout + ran.stderr
    lines = [line for line in said.split("\n") if "##[" in line or "##vso[" in line or "\x1b" in line or "\x07" in line]
    assert lines == []


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "&lt;b>", "[a](javascript:x)", "![a](x)", "`a`", "**a**", "a|b"]
)
def test_markdown_of_ours_does_nothing_where_mkdocs_renders_it(text: str) -> None:
    page = markdown.markdown(f"x {escaped(text)} y", extensions=["tables", "attr_list", "md_in_html"])
    for element in ("<script", "<b", "<a", "<img", "<code", "<strong"):
        assert element not in page


def test_what_a_log_obeys_is_spelled_out() -> None:
    assert neutral("###vso[a] ## [b] ##[c") == r"##\x23vso[a] ## [b] #\x23[c"
    assert "CI" not in environment() or environment()["CI"]


#: They are made when they are wanted: together they take a hundred megabytes.
LARGE: dict[str, Callable[[], str]] = {
    "a line of a megabyte": lambda: "word " * 200_000,
    "a word of a megabyte": lambda: "a" * 1_000_000,
    "headings of a megabyte": lambda: "".join(f"## H{number}\n\n" for number in range(100_000)),
    "the same heading, a megabyte of it": lambda: "## Caching\n\nTBD\n\n" * 55_000,
    "labels of a megabyte": lambda: "- **Caching**: TBD\n" * 50_000,
    "ten megabytes of short paragraphs": lambda: "Words that say nothing.\n\n" * 400_000,
    "fifty megabytes in a line": lambda: "word " * 10_000_000,
    "fifty megabytes of paragraphs": lambda: ("Words that say nothing. " * 40 + "\n\n") * 52_000,
    "quotations in quotations": lambda: ">" * 10_000 + " a",
    "lists in lists": lambda: "\n".join("    " * depth + "- x" for depth in range(200)),
    "open brackets, for which Python-Markdown takes four times as long when they are twice as many": lambda: (
        "[" * 6_000
    ),
    "a table of 10,000 columns": lambda: "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n" + "|b" * 10_000 + "|",
    "a table of 2,000 columns and rows": lambda: (
        "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + ("|b" * 2_000 + "|\n") * 2_000
    ),
    "a table of short rows, which Python-Markdown makes a million cells of": lambda: (
        "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|b|\n" * 1_000
    ),
}


def checked(site: Site) -> "subprocess.CompletedProcess[str]":
    """Run `gbm check`, and wait as long as Python-Markdown takes for what is large."""
    command = [sys.executable, "-m", "mkdocs_gbm", "check"]
    return subprocess.run(
        command, cwd=site.folder, env=environment(), capture_output=True, encoding="utf-8", check=False, timeout=900
    )


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
@pytest.mark.long
def test_size_alone_stalls_nothing(tmp_path: Path, text: Callable[[], str]) -> None:
    """Some are smaller than the others: those that Python-Markdown itself would read for hours."""
    site = make_site(tmp_path, pages={f"{A}/patterns/api-design.md": f"# API\n\n## Caching\n\n{text()}\n"})
    ran = checked(site)
    assert (ran.returncode, ran.stderr) == (1, "")


@pytest.mark.long
def test_lists_so_deep_that_python_markdown_gives_up_are_one_line(tmp_path: Path) -> None:
    deep = "\n".join("    " * depth + "- x" for depth in range(1_000))
    site = make_site(tmp_path, pages={f"{A}/patterns/api-design.md": f"# API\n\n## Caching\n\n{deep}\n"})
    ran = checked(site)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("gbm: mkdocs.yml: RecursionError: maximum recursion depth exceeded")
    assert ran.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "front_matter",
    ["".join(f"k{number}: v\n" for number in range(10_000)), "a:\n" + "- b\n" * 10_000, f"a: {'x' * 5_000_000}\n"],
    ids=["keys", "a list", "a line of five megabytes"],
)
@pytest.mark.long
def test_nor_does_front_matter(tmp_path: Path, front_matter: str) -> None:
    site = make_site(tmp_path, pages={f"{A}/patterns/api-design.md": f"---\n{front_matter}---\n# API\n"})
    ran = process("check", folder=site.folder)
    assert (ran.returncode, ran.stderr) == (1, "")
