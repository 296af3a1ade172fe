"""Every mistake that a user can make is one line that says where, what, and what to do: the table is `mistakes.yml`."""

import ast
import re
import socket
import sys
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from running import process, run_in
from sites import REPOSITORY, Outcome, make_site, plain_config
from table import Mistake, mistakes

from mkdocs_gbm.errors import ConfigurationError

ALL = mistakes()
BUILT = [mistake for mistake in ALL if mistake.build is not None]


def named(mistake: Mistake) -> str:
    return mistake.mistake


def at_first(built: list[Mistake]) -> list[Any]:
    """Mark what the longer run alone builds: mistakes in options that are told where another one was told already."""
    seen: set[tuple[str, str | None]] = set()
    marked = []
    for mistake in built:
        key = (mistake.where, mistake.build)
        again = mistake.build == "option" and key in seen
        seen.add(key)
        marked.append(pytest.param(mistake, id=mistake.mistake, marks=[pytest.mark.long] if again else []))
    return marked


def test_each_mistake_stands_there_once() -> None:
    names = [mistake.mistake for mistake in ALL]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("mistake", ALL, ids=named)
def test_a_mistake_is_one_line_that_says_where_what_and_what_to_do(mistake: Mistake, tmp_path: Path) -> None:
    site = mistake.make(tmp_path / "project")
    before = everything(site.folder)
    ran = mistake.told(site)
    assert ran.stderr == f"gbm: {mistake.line(site)}\n"
    assert ran.returncode == mistake.exit
    if mistake.exit == 2:
        assert everything(site.folder) == before


@pytest.mark.parametrize("mistake", at_first(BUILT))
def test_a_build_says_the_same(mistake: Mistake, tmp_path: Path) -> None:
    site = mistake.make(tmp_path / "project")
    with chdir(site.folder):
        built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [mistake.in_a_build(site)]
    assert "Traceback" not in built.output
    assert site.published == []


@pytest.mark.parametrize("options", ["{coverge_page: false}", "{pages: {db: x.md}}"])
def test_a_mistake_is_told_in_a_quiet_strict_build_too(tmp_path: Path, options: str) -> None:
    built = make_site(tmp_path, config=plain_config(options)).build("--strict", "-q")
    assert built.exit_code == 1
    assert len(errors(built)) == 1


def test_a_folder_without_pages_is_told_before_the_pages_that_are_missing(tmp_path: Path) -> None:
    site = make_site(
        tmp_path,
        config=plain_config("{architecture_dir: tehcnical}"),
        pages={"technical/a.md": "# A\n"},
    )
    with chdir(site.folder):
        lines = [line for line in site.build().output.splitlines() if line.startswith("WARNING")]
    assert lines[0] == (
        "WARNING -  gbm: mkdocs.yml: plugins: gbm: architecture_dir: there is no page in docs/tehcnical; "
        "did you mean docs/technical?"
    )
    assert sum("there is no page in" in line for line in lines) == 1


PARTIALS = {
    "undefined.html": ("<p>\n{{ nonsense }}\n</p>", 2, "'nonsense' is undefined"),
    "syntax.html": ("<p>\n\n{% if %}</p>", 3, "Expected an expression, got 'end of statement block'"),
    "fails.html": ("{{ 1 / 0 }}", 1, "division by zero"),
}


@pytest.mark.parametrize(("html", "line", "told"), PARTIALS.values(), ids=list(PARTIALS))
def test_a_mistake_in_a_partial_of_the_sites_theme_names_the_partial(
    tmp_path: Path, html: str, line: int, told: str
) -> None:
    config = "site_name: Orders\ntheme: {name: mkdocs, custom_dir: overrides}\nplugins: [gbm]\n"
    site = make_site(tmp_path, config=config, pages={"technical/architecture/checklist.md": "# Checklist\n"})
    site.write("overrides/partials/gbm/badges.html", html)
    with chdir(site.folder):
        built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [
        "Error building page 'technical/architecture/checklist.md':",
        (
            f"gbm: overrides/partials/gbm/badges.html:{line}: Jinja2 cannot render it ({told}); "
            "mend it there, or remove it: the plugin has its own"
        ),
    ]
    assert "Traceback" not in built.output


def test_a_page_that_is_no_text_ends_a_build_with_one_line(tmp_path: Path) -> None:
    site = make_site(tmp_path, pages={"technical/architecture/checklist.md": "x"})
    (site.folder / "docs/technical/architecture/checklist.md").write_bytes(b"# Checklist\n\xff\n")
    with chdir(site.folder):
        built = site.build()
    assert built.exit_code == 1
    assert errors(built) == [
        "gbm: docs/technical/architecture/checklist.md: is no UTF-8 text (line 2); save it as UTF-8"
    ]
    assert "Traceback" not in built.output


def test_a_port_that_is_taken_is_one_line(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        ran = process("serve", "-a", address, folder=site.folder)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == (
        f"gbm: --dev-addr: {address}: Address already in use; name another, such as 127.0.0.1:8001"
    )
    assert "Traceback" not in ran.stderr


def test_what_a_hook_raises_in_gbm_build_is_one_line_with_its_place(tmp_path: Path) -> None:
    site = make_site(tmp_path, config="site_name: Orders\ntheme: {name: mkdocs}\nplugins: [gbm]\nhooks: [hook.py]\n")
    site.write("hook.py", "def on_env(env, config, files):\n    raise ValueError('no\\nway')\n")
    ran = process("build", folder=site.folder)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == (
        "gbm: hook.py:2: ValueError: no way; mend it there; 'mkdocs build' tells more"
    )
    assert "Traceback" not in ran.stderr


def test_a_folder_of_the_architecture_is_named_from_here_or_from_docs_dir(tmp_path: Path) -> None:
    site = make_site(tmp_path, pages={"ops/patterns/database.md": "# Database\n"})
    said = [run_in("check", "--architecture-dir", folder, folder=site.folder).stdout for folder in ("ops", "docs/ops")]
    assert said[0] == said[1]
    assert "docs/ops/patterns/database.md: missing-section" in said[0]


@pytest.mark.long
def test_every_place_that_tells_a_mistake_is_reached_by_one_of_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: set[tuple[str, str]] = set()
    made = ConfigurationError.__init__

    def noted(self: ConfigurationError, where: str, problem: str, remedy: str) -> None:
        code = sys._getframe(1).f_code  # noqa: SLF001 - where it was raised
        reached.add((Path(code.co_filename).name, code.co_name))
        made(self, where, problem, remedy)

    monkeypatch.setattr(ConfigurationError, "__init__", noted)
    for number, mistake in enumerate(ALL):
        mistake.told(mistake.make(tmp_path / str(number)))
    assert sorted(raising() - reached - TRIED_ELSEWHERE) == []
    assert sorted(TRIED_ELSEWHERE - raising() | TRIED_ELSEWHERE & reached) == []


#: Where a mistake is told that is no row of the table, since it needs more than files and a command: each is tried by a
#: test of its own.
TRIED_ELSEWHERE = {
    ("templates.py", "_mistake"),  # here: partials of a theme
    ("build.py", "lay_out"),  # here: a page that is no text
    ("publishing.py", "mistake"),  # ends no build: tests/builds/test_artefacts.py
    ("clock.py", "_said"),  # wants an environment: tests/safety/test_same_bytes.py
    ("run.py", "_told"),  # here: a port that is taken, a hook
    ("asking.py", "on_config"),  # in a process of its own: tests/project/test_robustness.py
    ("exact.py", "_judged"),
    ("exactly.py", "judged"),
    ("zensical.py", "_nested"),  # wants a text too long for a table: tests/fuzz/test_configuration.py
    ("compare_with.py", "compare_with"),  # wants a repository: tests/command/test_against.py
    ("past.py", "as_it_was"),
    ("files.py", "portfolio_of"),  # wants whole reports: tests/command/test_portfolio.py
    ("reading.py", "read_report"),
    ("package.py", "_folder"),  # wants an installed package: tests/command/test_standard.py
    ("folder.py", "_templates"),  # for who calls the core: commands have looked before
    ("load.py", "_read"),
}


def raising() -> set[tuple[str, str]]:
    """Return every function that makes a `ConfigurationError`, with its file."""
    found = set()
    for file in (REPOSITORY / "mkdocs_gbm").rglob("*.py"):
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found |= {
                    (file.name, function.name)
                    for call in ast.walk(function)
                    if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "ConfigurationError"
                }
    return found


def everything(folder: Path) -> set[Path]:
    # What a build publishes is looked at elsewhere; what Python keeps of a hook is its own.
    return {path for path in folder.rglob("*") if not {"site", "__pycache__"} & set(path.parts)}


def errors(built: Outcome) -> list[str]:
    lines = re.findall(r"(?m)^ERROR   -  (.*)$", built.output)
    return [line.rstrip() for line in lines]
